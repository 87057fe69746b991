/* esp-views-popover.c — the views that are saved in the document: chosen, saved, renamed, deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-views-popover.h"

#include "esp-config.h"

#include "core/esp-i18n.h"
#include "organization/esp-edits.h"
#include "session/esp-session-views.h"

#define VIEWS ESP_TABLE_VIEWS

/**
 * EspViewsPopover:
 *
 * A row for each saved view, which shows it; F2 renames, Delete deletes. Below, a name to save what is seen under; that of a view replaces it.
 */
struct _EspViewsPopover
{
  GtkPopover  parent_instance;

  /* template */
  GtkWidget  *scroller;
  GtkListBox *list;
  GtkWidget  *entry;
  GtkButton  *save_button;

  EspSession *session;
  guint       kept; /* the row to be at after the rows were made again */
};

G_DEFINE_FINAL_TYPE (EspViewsPopover, esp_views_popover, GTK_TYPE_POPOVER)

static EspIx
get_view (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "esp-view"));
}

static GtkListBoxRow *
find_row (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static const char *
get_name (EspViewsPopover *self,
          EspIx            view)
{
  const char *name = esp_organization_get_text (esp_session_get_organization (self->session), VIEWS, view, ESP_VIEW_NAME);

  return name != NULL ? name : "";
}

/* Renaming: the name of the row becomes an entry for as long as that takes. */

static void
end_renaming (GtkWidget *entry,
              gboolean   is_kept)
{
  GtkListBoxRow *row = find_row (entry);
  EspViewsPopover *self = ESP_VIEWS_POPOVER (gtk_widget_get_ancestor (entry, ESP_TYPE_VIEWS_POPOVER));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_parent (entry)), "name");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  if (!is_kept)
    return;
  self->kept = gtk_list_box_row_get_index (row);
  esp_session_rename_view (self->session, get_view (row), name);
}

static void
renamed_cb (GtkWidget *entry)
{
  end_renaming (entry, TRUE);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              gpointer               user_data)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_renaming (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)), FALSE);
  return GDK_EVENT_STOP;
}

static void
start_renaming (EspViewsPopover *self,
                GtkListBoxRow   *row)
{
  GtkStack *stack = g_object_get_data (G_OBJECT (row), "esp-stack");
  GtkWidget *entry = gtk_stack_get_child_by_name (stack, "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), get_name (self, get_view (row)));
  gtk_stack_set_visible_child_name (stack, "entry");
  gtk_widget_grab_focus (entry);
}

static void
rename_cb (GtkWidget       *button,
           EspViewsPopover *self)
{
  start_renaming (self, find_row (button));
}

static void
delete_view (EspViewsPopover *self,
             GtkListBoxRow   *row)
{
  self->kept = gtk_list_box_row_get_index (row);
  esp_session_remove_view (self->session, get_view (row));
}

static void
delete_cb (GtkWidget       *button,
           EspViewsPopover *self)
{
  delete_view (self, find_row (button));
}

static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             EspViewsPopover       *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL || !gtk_widget_has_focus (row))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    start_renaming (self, GTK_LIST_BOX_ROW (row));
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    delete_view (self, GTK_LIST_BOX_ROW (row));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Rows */

static GtkWidget *
make_button (EspViewsPopover *self,
             const char      *icon,
             const char      *words,
             GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_name (const char *name)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the View"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (renamed_cb), NULL);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (entry_key_cb), NULL);
  gtk_widget_add_controller (entry, controller);
  gtk_stack_add_named (GTK_STACK (stack), label, "name");
  gtk_stack_add_named (GTK_STACK (stack), entry, "entry");
  gtk_widget_set_hexpand (stack, TRUE);
  return stack;
}

static void
append_row (EspViewsPopover *self,
            EspIx            view)
{
  const char *name = get_name (self, view);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *stack = make_name (name);

  gtk_box_append (GTK_BOX (box), stack);
  gtk_box_append (GTK_BOX (box), make_button (self, "document-edit-symbolic", _("Rename View"), G_CALLBACK (rename_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, "user-trash-symbolic", _("Delete View"), G_CALLBACK (delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "esp-view", GUINT_TO_POINTER (view));
  g_object_set_data (G_OBJECT (row), "esp-stack", stack);
  gtk_list_box_append (self->list, row);
}

static void
show_views (EspViewsPopover *self)
{
  EspOrganization *organization = esp_session_get_organization (self->session);
  GtkListBoxRow *row;
  guint32 n = 0;
  const EspIx *order = organization != NULL ? esp_organization_get_order (organization, VIEWS, &n) : NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint32 i = 0; i < n; i++)
    if (esp_organization_get (organization, VIEWS, order[i], ESP_VIEW_ID) != ESP_STR_NONE)
      append_row (self, order[i]);
  gtk_widget_set_visible (self->scroller, gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/* Saving */

static void
on_name_changed (EspViewsPopover *self)
{
  EspOrganization *organization = esp_session_get_organization (self->session);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean is_taken = organization != NULL && esp_edit_find_view (organization, name) != ESP_IX_NONE;

  gtk_button_set_label (self->save_button, is_taken ? _("_Replace") : _("_Save"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), organization != NULL && strspn (name, " \t") < strlen (name));
}

static void
on_save (EspViewsPopover *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  esp_session_save_view (self->session, name);
}

/* The name of the branch that is seen, or a number */
static void
propose_name (EspViewsPopover *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspOrganization *organization = esp_session_get_organization (self->session);
  EspNodeIx top = scene != NULL ? esp_scene_get_top (scene) : ESP_NODE_NONE;
  g_autofree char *name = NULL;

  if (top != ESP_NODE_NONE)
    {
      EspTable table;
      EspIx ix = esp_scene_get_row (scene, ESP_ITEM (top), &table);

      name = g_strdup (table == ESP_TABLE_UNITS ? esp_unit_get_name (organization, ix) : esp_position_get_title (organization, ix));
    }
  for (guint i = 1; organization != NULL && (name == NULL || esp_edit_find_view (organization, name) != ESP_IX_NONE); i++)
    {
      g_free (name);
      /* Translators: the name of a saved view of the chart, with its number */
      name = g_strdup_printf (_("View %u"), i);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name != NULL ? name : "");
  on_name_changed (self);
}

/* Following */

static void
on_row_activated (EspViewsPopover *self,
                  GtkListBoxRow   *row)
{
  EspIx view = get_view (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  esp_session_show_view (self->session, view);
}

static void
changed_cb (EspDocument     *document,
            const EspChange *change,
            EspViewsPopover *self)
{
  GtkListBoxRow *row;

  if ((change->flags & ESP_CHANGE_DOCUMENT) == 0 || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  show_views (self);
  on_name_changed (self);
  row = gtk_list_box_get_row_at_index (self->list, self->kept);
  if (row == NULL && self->kept > 0)
    row = gtk_list_box_get_row_at_index (self->list, self->kept - 1);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->entry);
}

static void
esp_views_popover_dispose (GObject *object)
{
  g_clear_object (&ESP_VIEWS_POPOVER (object)->session);

  G_OBJECT_CLASS (esp_views_popover_parent_class)->dispose (object);
}

static void
esp_views_popover_class_init (EspViewsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_views_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/views-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EspViewsPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, EspViewsPopover, list);
  gtk_widget_class_bind_template_child (widget_class, EspViewsPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, EspViewsPopover, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
esp_views_popover_init (EspViewsPopover *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (controller, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

/**
 * esp_views_popover_new:
 * @session: whose views to offer; it keeps its document
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
esp_views_popover_new (EspSession *session)
{
  EspViewsPopover *self;

  g_return_val_if_fail (ESP_IS_SESSION (session), NULL);

  self = g_object_new (ESP_TYPE_VIEWS_POPOVER, NULL);
  g_set_object (&self->session, session);
  return GTK_WIDGET (self);
}

/**
 * esp_views_popover_open:
 * @self: a popover with a parent
 * @saves: whether somebody wants to save what is seen
 *
 * Opens the popover, with the keyboard at the first view, or at the name for a new one.
 */
void
esp_views_popover_open (EspViewsPopover *self,
                        gboolean         saves)
{
  GtkListBoxRow *row;
  EspDocument *document;

  g_return_if_fail (ESP_IS_VIEWS_POPOVER (self));

  document = esp_session_get_document (self->session);
  g_signal_handlers_disconnect_by_func (document, changed_cb, self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  show_views (self);
  propose_name (self);
  gtk_popover_popup (GTK_POPOVER (self));
  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (!saves && row != NULL ? GTK_WIDGET (row) : self->entry);
}
