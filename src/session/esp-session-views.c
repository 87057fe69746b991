/* esp-session-views.c — views of the chart that are saved in the document: described, shown again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-views.h"

#include "organization/esp-edits.h"
#include "session/esp-session-private.h"

#define VIEWS ESP_TABLE_VIEWS

/* What is asked for, on its way to the document */
typedef struct
{
  EspSession   *session;
  char         *name;
  EspIx         view;
  EspViewWords  words; /* all owned */
} ViewEdit;

static ViewEdit *
view_edit_new (EspSession *session,
               const char *name,
               EspIx       view)
{
  ViewEdit *edit = g_new0 (ViewEdit, 1);

  edit->session = g_object_ref (session);
  edit->name = g_strdup (name);
  edit->view = view;
  return edit;
}

static void
view_edit_free (gpointer data)
{
  ViewEdit *edit = data;

  g_object_unref (edit->session);
  g_free (edit->name);
  g_free ((char *) edit->words.chart);
  g_free ((char *) edit->words.top);
  g_free ((char *) edit->words.direction);
  g_free ((char *) edit->words.density);
  g_free ((char *) edit->words.arrange);
  g_free ((char *) edit->words.color_by);
  g_free ((char *) edit->words.center);
  g_free ((char *) edit->words.zoom);
  g_strfreev ((GStrv) edit->words.lines);
  g_strfreev ((GStrv) edit->words.filter);
  g_strfreev ((GStrv) edit->words.folded);
  g_free (edit);
}

/* Saving */

static const char *
get_id (EspSession *self,
        EspTable    table,
        EspIx       ix)
{
  return esp_organization_get_text (esp_session_get_organization (self), table, ix, 0);
}

static const char *
get_node_id (EspSession *self,
             EspNodeIx   node)
{
  EspTable table;
  EspIx ix = esp_scene_get_row (self->scene, ESP_ITEM (node), &table);

  return get_id (self, table, ix);
}

/* What is folded of what is shown; what is inside of it is found folded or open as it was left */
static GStrv
describe_folds (EspSession *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (EspItem item = esp_scene_first (self->scene); item != ESP_ITEM_NONE; item = esp_scene_after (self->scene, item))
    {
      EspNodeIx node = ESP_ITEM_NODE (item);

      if (!ESP_ITEM_IS_HEAD (item) && esp_scene_can_fold (self->scene, node) && esp_scene_is_folded (self->scene, node))
        g_strv_builder_add (builder, get_node_id (self, node));
    }
  return g_strv_builder_end (builder);
}

static GStrv
describe_lines (EspSession *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint kind = 0; self->show_lines && kind < ESP_LINE_N_KINDS; kind++)
    if ((self->hidden_lines & (1u << kind)) == 0)
      g_strv_builder_add (builder, esp_line_kind_to_string (kind));
  return g_strv_builder_end (builder);
}

static void
describe_camera (EspSession *self,
                 ViewEdit   *edit)
{
  EspCamera camera = { 0 };
  char zoom[G_ASCII_DTOSTR_BUF_SIZE];

  _esp_session_emit_camera (self, ESP_SESSION_CAMERA_ASKED, &camera);
  if (!camera.is_set || camera.is_whole)
    return;
  edit->words.center = g_strdup (get_id (self, camera.table, camera.ix));
  edit->words.zoom = g_strdup (g_ascii_formatd (zoom, sizeof zoom, "%.4g", camera.zoom));
}

static void
save_edit (EspOrganization *organization,
           gpointer         user_data)
{
  ViewEdit *edit = user_data;
  GError *error = NULL;

  if (esp_edit_save_view (organization, edit->name, &edit->words, &error) != ESP_IX_NONE)
    return;
  _esp_session_emit_refused (edit->session, error->message);
  g_error_free (error);
}

/**
 * esp_session_save_view:
 * @self: a session with a scene
 * @name: what to call it; a view of that name is replaced
 *
 * Saves the chart as it is seen: which, what of it, how it is drawn, filtered and folded, and where one is. A named step of undo. What cannot be done is
 * said by #EspSession::refused.
 */
void
esp_session_save_view (EspSession *self,
                       const char *name)
{
  ViewEdit *edit;
  EspNodeIx top;

  g_return_if_fail (ESP_IS_SESSION (self) && name != NULL);

  if (self->scene == NULL)
    return;
  edit = view_edit_new (self, name, ESP_IX_NONE);
  top = esp_scene_get_top (self->scene);
  g_object_get (self, "chart", &edit->words.chart, "direction", &edit->words.direction, "density", &edit->words.density, "arrange",
                &edit->words.arrange, "color-by", &edit->words.color_by, "show-frames", &edit->words.frames, NULL);
  edit->words.top = top != ESP_NODE_NONE ? g_strdup (get_node_id (self, top)) : NULL;
  edit->words.lines = (const char * const *) describe_lines (self);
  edit->words.filter = (const char * const *) esp_filter_to_texts (self->filter);
  edit->words.folded = (const char * const *) describe_folds (self);
  describe_camera (self, edit);
  esp_document_edit (self->document, save_edit, edit, view_edit_free);
}

/* Showing */

static EspItem
find_item (EspSession *self,
           EspField    field)
{
  EspOrganization *organization = esp_session_get_organization (self);
  EspStr id = esp_organization_get (organization, VIEWS, self->saved_view, field);

  for (EspTable table = ESP_TABLE_POSITIONS; id != ESP_STR_NONE && table >= ESP_TABLE_UNITS; table--)
    {
      EspIx ix = esp_organization_find (organization, table, id);
      EspItem item = ix != ESP_IX_NONE ? esp_scene_find (self->scene, table, ix) : ESP_ITEM_NONE;

      if (item != ESP_ITEM_NONE)
        return item;
    }
  return ESP_ITEM_NONE;
}

/* Whether a list is said at all */
static gboolean
has_list (EspSession *self,
          EspField    field)
{
  EspOrganization *organization = esp_session_get_organization (self);

  return esp_organization_get (organization, VIEWS, self->saved_view, field) != 0 ||
         (esp_organization_get (organization, VIEWS, self->saved_view, ESP_VIEW_PRESENT) & (1u << field)) != 0;
}

static GStrv
dup_texts (EspSession *self,
           EspField    field)
{
  EspOrganization *organization = esp_session_get_organization (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization, esp_organization_get (organization, VIEWS, self->saved_view, field), &n);

  for (guint32 i = 0; i < n; i++)
    g_strv_builder_add (builder, esp_organization_get_string (organization, words[i]));
  return g_strv_builder_end (builder);
}

static void
apply_folds (EspSession *self)
{
  EspOrganization *organization = esp_session_get_organization (self);
  g_autoptr (GHashTable) folded = g_hash_table_new (NULL, NULL);
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization, esp_organization_get (organization, VIEWS, self->saved_view, ESP_VIEW_FOLDED), &n);

  for (guint32 i = 0; i < n; i++)
    for (EspTable table = ESP_TABLE_UNITS; table <= ESP_TABLE_POSITIONS; table++)
      {
        EspIx ix = esp_organization_find (organization, table, words[i]);
        EspItem item = ix != ESP_IX_NONE ? esp_scene_find (self->scene, table, ix) : ESP_ITEM_NONE;

        if (item != ESP_ITEM_NONE && !ESP_ITEM_IS_HEAD (item))
          g_hash_table_add (folded, GUINT_TO_POINTER (ESP_ITEM_NODE (item)));
      }
  for (EspItem item = esp_scene_first (self->scene); item != ESP_ITEM_NONE; item = esp_scene_after (self->scene, item))
    if (!ESP_ITEM_IS_HEAD (item) && esp_scene_can_fold (self->scene, ESP_ITEM_NODE (item)))
      esp_scene_set_folded (self->scene, ESP_ITEM_NODE (item), g_hash_table_contains (folded, GUINT_TO_POINTER (ESP_ITEM_NODE (item))));
  _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

static void
show_camera (EspSession *self)
{
  EspOrganization *organization = esp_session_get_organization (self);
  EspItem item = find_item (self, ESP_VIEW_CENTER);
  const char *zoom = esp_organization_get_text (organization, VIEWS, self->saved_view, ESP_VIEW_ZOOM);
  EspCamera camera = { .is_whole = TRUE };
  EspRect rect;

  item = item != ESP_ITEM_NONE ? esp_scene_get_shown (self->scene, item) : ESP_ITEM_NONE;
  if (item != ESP_ITEM_NONE && esp_scene_get_item_rect (self->scene, item, &rect))
    {
      camera.is_whole = FALSE;
      camera.is_set = TRUE;
      camera.ix = esp_scene_get_row (self->scene, item, &camera.table);
      camera.zoom = zoom != NULL ? g_ascii_strtod (zoom, NULL) : 0;
      if (!(camera.zoom > 0))
        camera.zoom = 1;
      camera.view_dx = -rect.width / 2 * camera.zoom;
      camera.view_dy = -rect.height / 2 * camera.zoom;
    }
  _esp_session_emit_camera (self, ESP_SESSION_CAMERA_SHOWN, &camera);
}

/* The chart of the view is there. */
static void
arrive (EspSession *self)
{
  EspItem top = find_item (self, ESP_VIEW_TOP);

  esp_session_isolate (self, top != ESP_ITEM_NONE ? ESP_ITEM_NODE (top) : ESP_NODE_NONE);
  if (has_list (self, ESP_VIEW_FOLDED))
    apply_folds (self);
  show_camera (self);
  self->saved_view = ESP_IX_NONE;
}

/* There is a new scene. */
void
_esp_session_view_scene_taken (EspSession *self)
{
  EspOrganization *organization = esp_session_get_organization (self);

  if (self->saved_view == ESP_IX_NONE || self->is_stale || self->is_showing_view)
    return;
  if (esp_organization_is_live (organization, VIEWS, self->saved_view))
    arrive (self);
  else
    self->saved_view = ESP_IX_NONE;
}

static void
apply_filter (EspSession *self)
{
  g_auto (GStrv) texts = dup_texts (self, ESP_VIEW_FILTER);
  g_autoptr (EspFilter) filter = esp_filter_new_from_texts ((const char * const *) texts);

  esp_session_set_filter (self, filter);
}

static void
apply_lines (EspSession *self)
{
  g_auto (GStrv) texts = dup_texts (self, ESP_VIEW_LINES);
  guint hidden = (1u << ESP_LINE_N_KINDS) - 1;

  for (guint i = 0; texts[i] != NULL; i++)
    hidden &= ~(1u << esp_line_kind_from_string (texts[i]));
  if (texts[0] != NULL)
    esp_session_set_hidden_lines (self, hidden);
  g_object_set (self, "show-lines", texts[0] != NULL, NULL);
}

/* What the view does not say stays as it is. */
static void
apply_options (EspSession *self)
{
  static const struct
  {
    EspField    field;
    const char *property;
  } texts[] = {
    { ESP_VIEW_CHART, "chart" },
    { ESP_VIEW_DIRECTION, "direction" },
    { ESP_VIEW_DENSITY, "density" },
    { ESP_VIEW_ARRANGE, "arrange" },
    { ESP_VIEW_COLOR_BY, "color-by" },
  };
  EspOrganization *organization = esp_session_get_organization (self);
  guint32 frames = esp_organization_get (organization, VIEWS, self->saved_view, ESP_VIEW_FRAMES);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = esp_organization_get_text (organization, VIEWS, self->saved_view, texts[i].field);

      if (text == NULL && texts[i].field == ESP_VIEW_CHART)
        text = "structure";
      if (text != NULL)
        g_object_set (self, texts[i].property, text, NULL);
    }
  if (frames != ESP_STAFF_DEFAULT)
    g_object_set (self, "show-frames", frames == ESP_STAFF_YES, NULL);
}

/**
 * esp_session_show_view:
 * @self: a session
 * @view: a view of its document that is alive
 *
 * Shows the chart as it was saved; what does not exist any more is left out. A large chart may have to be made in a worker first.
 */
void
esp_session_show_view (EspSession *self,
                       EspIx       view)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (esp_organization_is_live (esp_session_get_organization (self), VIEWS, view));

  _esp_places_begin (self->places);
  esp_session_set_view (self, "organization");
  self->saved_view = view;
  self->is_showing_view = TRUE;
  apply_options (self);
  if (has_list (self, ESP_VIEW_LINES))
    apply_lines (self);
  apply_filter (self);
  self->is_showing_view = FALSE;
  if (self->scene != NULL && self->job == NULL)
    arrive (self);
  _esp_places_end (self->places);
}

/* Renaming and deleting */

static void
rename_edit (EspOrganization *organization,
             gpointer         user_data)
{
  ViewEdit *edit = user_data;
  GError *error = NULL;

  if (!esp_organization_is_live (organization, VIEWS, edit->view) || esp_edit_rename_view (organization, edit->view, edit->name, &error))
    return;
  _esp_session_emit_refused (edit->session, error->message);
  g_error_free (error);
}

/**
 * esp_session_rename_view:
 * @self: a session
 * @view: a view of its document
 * @name: its new name
 *
 * What cannot be done is said by #EspSession::refused.
 */
void
esp_session_rename_view (EspSession *self,
                         EspIx       view,
                         const char *name)
{
  g_return_if_fail (ESP_IS_SESSION (self) && name != NULL);

  esp_document_edit (self->document, rename_edit, view_edit_new (self, name, view), view_edit_free);
}

static void
remove_edit (EspOrganization *organization,
             gpointer         user_data)
{
  ViewEdit *edit = user_data;

  if (esp_organization_is_live (organization, VIEWS, edit->view))
    esp_edit_remove_view (organization, edit->view);
}

void
esp_session_remove_view (EspSession *self,
                         EspIx       view)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  esp_document_edit (self->document, remove_edit, view_edit_new (self, NULL, view), view_edit_free);
}
