/* esp-session.c — what one window looks at, and what its three views are asked to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

#include "scene/esp-lens.h"

/* Of what hangs from one card so many are shown, until somebody wants to see the rest. */
#define MAX_CHILDREN 60

/* Names of the options, in the order of their enumerations */
static const char * const chart_names[] = { "structure", "reporting", NULL };
static const char * const direction_names[] = { "down", "up", "right", "left", NULL };
static const char * const density_names[] = { "compact", "comfortable", "spacious", NULL };
static const char * const arrange_names[] = { "auto", "row", "column", "block", NULL };
static const char * const color_by_names[] = { "placement", "unit-kind", "function", "scope", "role-family", "level", "span", "vacancy", NULL };
static const char * const view_names[] = { "organization", "compare", "career", NULL };

static GParamSpec *properties[ESP_SESSION_N_PROPS];
static guint signals[ESP_SESSION_N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspSession, esp_session, G_TYPE_OBJECT)

void
_esp_session_notify (EspSession     *self,
                     EspSessionProp  prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

void
_esp_session_emit (EspSession       *self,
                   EspSessionSignal  signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
_esp_session_emit_reveal (EspSession *self,
                          EspTable    table,
                          EspIx       ix)
{
  g_signal_emit (self, signals[ESP_SESSION_REVEAL], 0, (guint) table, (guint) ix);
}

void
_esp_session_emit_edited (EspSession *self,
                          EspTable    table,
                          EspIx       ix,
                          gboolean    is_new)
{
  g_signal_emit (self, signals[ESP_SESSION_EDITED], 0, (guint) table, (guint) ix, is_new);
}

void
_esp_session_emit_refused (EspSession *self,
                           const char *reason)
{
  g_signal_emit (self, signals[ESP_SESSION_REFUSED], 0, reason);
}

void
_esp_session_emit_camera (EspSession       *self,
                          EspSessionSignal  signal,
                          EspCamera        *camera)
{
  g_signal_emit (self, signals[signal], 0, camera);
}

/* @marks: (nullable) (transfer none) */
void
_esp_session_set_marks (EspSession *self,
                        GArray     *marks)
{
  if (self->marks->len == 0 && (marks == NULL || marks->len == 0))
    return;
  g_array_set_size (self->marks, 0);
  if (marks != NULL)
    g_array_append_vals (self->marks, marks->data, marks->len);
  if (self->scene != NULL)
    esp_scene_set_marks (self->scene, (const EspIx *) self->marks->data, self->marks->len);
  _esp_session_emit (self, ESP_SESSION_MARKS_CHANGED);
}

/* Rows may be gone: by an edit, or by undoing one. */
static void
forget_dead_rows (EspSession      *self,
                  EspOrganization *organization)
{
  guint n = 0;

  _esp_session_forget_dead_selection (self, organization);
  for (guint i = 0; i < self->marks->len; i++)
    {
      EspIx ix = g_array_index (self->marks, EspIx, i);

      if (esp_organization_is_live (organization, ESP_TABLE_POSITIONS, ix))
        g_array_index (self->marks, EspIx, n++) = ix;
    }
  if (n == self->marks->len)
    return;
  g_array_set_size (self->marks, n);
  _esp_session_emit (self, ESP_SESSION_MARKS_CHANGED);
}

static void
document_changed_cb (EspDocument     *document,
                     const EspChange *change,
                     EspSession      *self)
{
  if (change->flags & (ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT))
    _esp_session_drop_counts (self);
  if (change->flags & ESP_CHANGE_SHAPE)
    forget_dead_rows (self, esp_document_get_organization (document));
  _esp_session_update_scene (self, change);
  _esp_finder_organization_changed (self->finder, change);
}

/* There is an organization now, or none, or another one: nothing that names rows may stay. */
static void
organization_cb (EspDocument *document,
                 GParamSpec  *pspec,
                 EspSession  *self)
{
  self->pending_ix = ESP_IX_NONE;
  self->saved_view = ESP_IX_NONE;
  esp_session_clear_selection (self);
  _esp_session_set_marks (self, NULL);
  _esp_finder_reset (self->finder);
  _esp_session_drop_counts (self);
  _esp_session_drop_scene (self);
  _esp_session_forget_filter (self);
  _esp_session_build_scene (self);
  _esp_places_reset (self->places);
}

static guint
find_name (const char * const *names,
           const char         *name)
{
  guint n;

  for (n = 0; names[n] != NULL; n++)
    if (g_strcmp0 (names[n], name) == 0)
      return n;
  return n;
}

static const char *
get_option (EspSession     *self,
            EspSessionProp  prop)
{
  if (prop == ESP_SESSION_PROP_CHART)
    return chart_names[self->options.chart];
  if (prop == ESP_SESSION_PROP_DIRECTION)
    return direction_names[self->options.direction];
  if (prop == ESP_SESSION_PROP_DENSITY)
    return density_names[self->options.density];
  return arrange_names[self->options.arrange];
}

/* Sets one option by its name; an unknown name changes nothing. */
static void
set_option (EspSession         *self,
            EspSessionProp      prop,
            const char * const *names,
            const char         *name)
{
  EspSceneOptions options = self->options;
  guint value = find_name (names, name);

  if (names[value] == NULL || g_str_equal (names[value], get_option (self, prop)))
    return;
  _esp_places_begin (self->places);
  if (prop == ESP_SESSION_PROP_CHART)
    options.chart = value;
  else if (prop == ESP_SESSION_PROP_DIRECTION)
    options.direction = value;
  else if (prop == ESP_SESSION_PROP_DENSITY)
    options.density = value;
  else
    options.arrange = value;
  _esp_session_apply_options (self, &options);
  _esp_session_notify (self, prop);
  _esp_places_end (self->places);
}

static void
set_show_frames (EspSession *self,
                 gboolean    show_frames)
{
  EspSceneOptions options = self->options;

  if (options.frames == show_frames)
    return;
  options.frames = show_frames;
  _esp_session_apply_options (self, &options);
  _esp_session_notify (self, ESP_SESSION_PROP_SHOW_FRAMES);
}

/* Colours change at once at any size; what is being built takes them over when it is there. */
static void
set_color_by (EspSession *self,
              const char *name)
{
  guint lens = find_name (color_by_names, name);

  if (color_by_names[lens] == NULL || self->options.color_by == lens)
    return;
  self->options.color_by = lens;
  if (self->scene != NULL)
    esp_scene_set_lens (self->scene, lens);
  _esp_session_notify (self, ESP_SESSION_PROP_COLOR_BY);
}

static void
set_show_lines (EspSession *self,
                gboolean    show_lines)
{
  if (self->show_lines == show_lines)
    return;
  self->show_lines = show_lines;
  _esp_session_notify (self, ESP_SESSION_PROP_SHOW_LINES);
}

static void
set_trace (EspSession *self,
           gboolean    trace)
{
  if (self->trace == trace)
    return;
  self->trace = trace;
  _esp_session_notify (self, ESP_SESSION_PROP_TRACE);
}

static void
esp_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EspSession *self = ESP_SESSION (object);

  switch ((EspSessionProp) prop_id)
    {
    case ESP_SESSION_PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case ESP_SESSION_PROP_SCENE:
      g_value_set_pointer (value, self->scene);
      break;
    case ESP_SESSION_PROP_BUILDING:
      g_value_set_boolean (value, esp_session_get_building (self));
      break;
    case ESP_SESSION_PROP_CHART:
    case ESP_SESSION_PROP_DIRECTION:
    case ESP_SESSION_PROP_DENSITY:
    case ESP_SESSION_PROP_ARRANGE:
      g_value_set_static_string (value, get_option (self, prop_id));
      break;
    case ESP_SESSION_PROP_SHOW_LINES:
      g_value_set_boolean (value, self->show_lines);
      break;
    case ESP_SESSION_PROP_HIDDEN_LINES:
      g_value_set_uint (value, self->hidden_lines);
      break;
    case ESP_SESSION_PROP_SHOW_FRAMES:
      g_value_set_boolean (value, self->options.frames);
      break;
    case ESP_SESSION_PROP_TRACE:
      g_value_set_boolean (value, self->trace);
      break;
    case ESP_SESSION_PROP_COLOR_BY:
      g_value_set_static_string (value, color_by_names[self->options.color_by]);
      break;
    case ESP_SESSION_PROP_VIEW:
      g_value_set_static_string (value, self->view);
      break;
    case ESP_SESSION_PROP_RUNG:
      g_value_set_static_string (value, self->rung);
      break;
    case ESP_SESSION_PROP_FROM_RUNG:
      g_value_set_static_string (value, self->from_rung);
      break;
    case ESP_SESSION_PROP_0:
    case ESP_SESSION_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_session_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  EspSession *self = ESP_SESSION (object);

  switch ((EspSessionProp) prop_id)
    {
    case ESP_SESSION_PROP_DOCUMENT:
      esp_session_set_document (self, g_value_get_object (value));
      break;
    case ESP_SESSION_PROP_CHART:
      set_option (self, prop_id, chart_names, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_DIRECTION:
      set_option (self, prop_id, direction_names, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_DENSITY:
      set_option (self, prop_id, density_names, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_ARRANGE:
      set_option (self, prop_id, arrange_names, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_SHOW_LINES:
      set_show_lines (self, g_value_get_boolean (value));
      break;
    case ESP_SESSION_PROP_HIDDEN_LINES:
      esp_session_set_hidden_lines (self, g_value_get_uint (value));
      break;
    case ESP_SESSION_PROP_SHOW_FRAMES:
      set_show_frames (self, g_value_get_boolean (value));
      break;
    case ESP_SESSION_PROP_TRACE:
      set_trace (self, g_value_get_boolean (value));
      break;
    case ESP_SESSION_PROP_COLOR_BY:
      set_color_by (self, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_VIEW:
      esp_session_set_view (self, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_RUNG:
      esp_session_set_rung (self, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_FROM_RUNG:
      esp_session_set_from_rung (self, g_value_get_string (value));
      break;
    case ESP_SESSION_PROP_SCENE:
    case ESP_SESSION_PROP_BUILDING:
    case ESP_SESSION_PROP_0:
    case ESP_SESSION_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_session_dispose (GObject *object)
{
  EspSession *self = ESP_SESSION (object);

  _esp_session_drop_scene (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  if (self->finder != NULL)
    _esp_finder_drop_session (self->finder);
  g_clear_object (&self->finder);
  if (self->places != NULL)
    _esp_places_drop_session (self->places);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (esp_session_parent_class)->dispose (object);
}

static void
esp_session_finalize (GObject *object)
{
  EspSession *self = ESP_SESSION (object);

  _esp_session_drop_counts (self);
  g_clear_pointer (&self->filter, esp_filter_unref);
  g_clear_pointer (&self->unfiltered, _esp_folds_unref);
  g_array_unref (self->selected);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->subjects);

  G_OBJECT_CLASS (esp_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags get = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags set = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[ESP_SESSION_PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, ESP_TYPE_DOCUMENT, set);
  properties[ESP_SESSION_PROP_SCENE] = g_param_spec_pointer ("scene", NULL, NULL, get);
  properties[ESP_SESSION_PROP_BUILDING] = g_param_spec_boolean ("building", NULL, NULL, FALSE, get);
  properties[ESP_SESSION_PROP_CHART] = g_param_spec_string ("chart", NULL, NULL, "structure", set);
  properties[ESP_SESSION_PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, "down", set);
  properties[ESP_SESSION_PROP_DENSITY] = g_param_spec_string ("density", NULL, NULL, "comfortable", set);
  properties[ESP_SESSION_PROP_ARRANGE] = g_param_spec_string ("arrange", NULL, NULL, "auto", set);
  properties[ESP_SESSION_PROP_SHOW_LINES] = g_param_spec_boolean ("show-lines", NULL, NULL, TRUE, set);
  properties[ESP_SESSION_PROP_HIDDEN_LINES] = g_param_spec_uint ("hidden-lines", NULL, NULL, 0, (1u << ESP_LINE_N_KINDS) - 1, 0, set);
  properties[ESP_SESSION_PROP_SHOW_FRAMES] = g_param_spec_boolean ("show-frames", NULL, NULL, FALSE, set);
  properties[ESP_SESSION_PROP_TRACE] = g_param_spec_boolean ("trace", NULL, NULL, FALSE, set);
  properties[ESP_SESSION_PROP_COLOR_BY] = g_param_spec_string ("color-by", NULL, NULL, "placement", set);
  properties[ESP_SESSION_PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "organization", set);
  properties[ESP_SESSION_PROP_RUNG] = g_param_spec_string ("rung", NULL, NULL, NULL, set);
  properties[ESP_SESSION_PROP_FROM_RUNG] = g_param_spec_string ("from-rung", NULL, NULL, NULL, set);
  g_object_class_install_properties (object_class, ESP_SESSION_N_PROPS, properties);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, ESP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
esp_session_class_init (EspSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = esp_session_get_property;
  object_class->set_property = esp_session_set_property;
  object_class->dispose = esp_session_dispose;
  object_class->finalize = esp_session_finalize;
  install_properties (object_class);

  signals[ESP_SESSION_SELECTION_CHANGED] = add_signal ("selection-changed");
  signals[ESP_SESSION_LAYOUT_CHANGED] = add_signal ("layout-changed");
  signals[ESP_SESSION_MARKS_CHANGED] = add_signal ("marks-changed");
  signals[ESP_SESSION_FILTER_CHANGED] = add_signal ("filter-changed");
  signals[ESP_SESSION_CAMERA_ASKED] =
      g_signal_new ("camera-asked", ESP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ESP_SESSION_CAMERA_SHOWN] =
      g_signal_new ("camera-shown", ESP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ESP_SESSION_SUBJECTS_CHANGED] = add_signal ("subjects-changed");
  signals[ESP_SESSION_EDITED] =
      g_signal_new ("edited", ESP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[ESP_SESSION_REFUSED] =
      g_signal_new ("refused", ESP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ESP_SESSION_REVEAL] =
      g_signal_new ("reveal", ESP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
esp_session_init (EspSession *self)
{
  self->catalogue = esp_catalogue_get_default ();
  self->options = (EspSceneOptions) ESP_SCENE_OPTIONS_INIT;
  self->options.n_children_max = MAX_CHILDREN;
  self->show_lines = TRUE;
  self->pending_ix = ESP_IX_NONE;
  self->saved_view = ESP_IX_NONE;
  self->view = view_names[0];
  self->selected_ix = ESP_IX_NONE;
  self->selected = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  self->marks = g_array_new (FALSE, FALSE, sizeof (EspIx));
  self->finder = _esp_finder_new (self);
  self->places = _esp_places_new (self);
  self->subjects = g_ptr_array_new ();
  g_ptr_array_add (self->subjects, NULL);
}

/**
 * esp_session_new:
 * @document: what to look at; it may still have to be read
 *
 * Returns: (transfer full): a session
 */
EspSession *
esp_session_new (EspDocument *document)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (document), NULL);

  return g_object_new (ESP_TYPE_SESSION, "document", document, NULL);
}

EspDocument *
esp_session_get_document (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->document;
}

/**
 * esp_session_set_document:
 * @self: a session
 * @document: what to look at
 *
 * Looks at another document; selection, marks and folds of the last one are forgotten, options and subjects are kept.
 */
void
esp_session_set_document (EspSession  *self,
                          EspDocument *document)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (ESP_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_signal_connect (document, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect (document, "notify::organization", G_CALLBACK (organization_cb), self);
  _esp_session_notify (self, ESP_SESSION_PROP_DOCUMENT);
  organization_cb (document, NULL, self);
}

/**
 * esp_session_get_organization:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the document's organization; %NULL while it is not read
 */
EspOrganization *
esp_session_get_organization (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->document != NULL ? esp_document_get_organization (self->document) : NULL;
}

/**
 * esp_session_get_scene:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the chart as it stands, valid until the next notify::scene
 */
EspScene *
esp_session_get_scene (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->scene;
}

gboolean
esp_session_get_building (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);

  return self->job != NULL;
}

/**
 * esp_session_set_display:
 * @self: a session
 * @mirrored: right to left
 * @text_scale: size of the system's font relative to 11 pt
 * @aspect: width to height of the canvas
 *
 * Tells what the chart is drawn on. Another @aspect alone does not make a new scene; the next one will heed it.
 */
void
esp_session_set_display (EspSession *self,
                         gboolean    mirrored,
                         double      text_scale,
                         double      aspect)
{
  EspSceneOptions options;
  gboolean has_changed;

  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (text_scale > 0.0 && aspect > 0.0);

  options = self->options;
  has_changed = options.mirrored != mirrored || options.text_scale != text_scale;
  options.mirrored = mirrored;
  options.text_scale = text_scale;
  options.aspect = aspect;
  if (has_changed)
    _esp_session_apply_options (self, &options);
  else
    self->options = options;
}

gboolean
esp_session_get_show_lines (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);

  return self->show_lines;
}

guint
esp_session_get_hidden_lines (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), 0);

  return self->hidden_lines;
}

/**
 * esp_session_set_hidden_lines:
 * @self: a session
 * @kinds: bits 1 << #EspLineKind
 *
 * Hides the secondary lines of some kinds, at once at any size.
 */
void
esp_session_set_hidden_lines (EspSession *self,
                              guint       kinds)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  if (self->hidden_lines == kinds)
    return;
  self->hidden_lines = kinds;
  if (self->scene != NULL)
    esp_scene_set_hidden_lines (self->scene, kinds);
  _esp_session_notify (self, ESP_SESSION_PROP_HIDDEN_LINES);
}

/**
 * esp_session_get_trace:
 * @self: a session
 *
 * Returns: whether everything but the way from the selection to the top is dimmed
 */
gboolean
esp_session_get_trace (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);

  return self->trace;
}

const char *
esp_session_get_view (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->view;
}

void
esp_session_set_view (EspSession *self,
                      const char *view)
{
  const char *name;

  g_return_if_fail (ESP_IS_SESSION (self));

  name = view_names[find_name (view_names, view)];
  if (name == NULL || name == self->view)
    return;
  _esp_places_begin (self->places);
  self->view = name;
  _esp_session_notify (self, ESP_SESSION_PROP_VIEW);
  _esp_places_end (self->places);
}

/**
 * esp_session_get_finder:
 * @self: a session
 *
 * Returns: (transfer none): the search in this window
 */
EspFinder *
esp_session_get_finder (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->finder;
}

/**
 * esp_session_get_places:
 * @self: a session
 *
 * Returns: (transfer none): where one has been in this window
 */
EspPlaces *
esp_session_get_places (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->places;
}

/**
 * esp_session_get_marks:
 * @self: a session
 *
 * Returns: (transfer none) (element-type EspIx): marked positions, in the document's order; may be empty
 */
GArray *
esp_session_get_marks (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->marks;
}

/**
 * esp_session_escape:
 * @self: a session
 *
 * One step back out: closes the search or clears the marks; without either, shows the whole chart again; if it is shown, clears the selection.
 *
 * Returns: whether there was something to clear
 */
gboolean
esp_session_escape (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);

  if (esp_finder_get_active (self->finder) || self->marks->len > 0)
    {
      esp_finder_set_active (self->finder, FALSE);
      _esp_session_set_marks (self, NULL);
      return TRUE;
    }
  if (self->scene != NULL && esp_scene_get_top (self->scene) != ESP_NODE_NONE)
    {
      esp_session_isolate (self, ESP_NODE_NONE);
      return TRUE;
    }
  if (self->selected_ix != ESP_IX_NONE)
    {
      esp_session_clear_selection (self);
      return TRUE;
    }
  return FALSE;
}
