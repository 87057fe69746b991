/* esp-find-bar.c — the bar to search the chart with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-find-bar.h"

#include "core/esp-i18n.h"
#include "scene/esp-card.h"
#include "widgets/esp-compat.h"

/**
 * EspFindBar:
 *
 * An entry over the chart; each key searches at once. Enter, Down and Ctrl+G lead to the next result, Shift+Enter, Up and Ctrl+Shift+G to the previous one,
 * Escape closes.
 *
 * Properties: `show-list` (boolean): the list of results is wanted; whoever has room for it shows it. Signal `closed ()`: the keyboard has to go elsewhere.
 */
struct _EspFindBar
{
  AdwBin           parent_instance;

  /* template */
  GtkSearchBar    *search_bar;
  GtkEditable     *entry;
  GtkLabel        *counter;
  GtkWidget       *previous_button;
  GtkWidget       *next_button;
  GtkToggleButton *list_button;
  GtkWidget       *elsewhere_box;
  GtkLabel        *elsewhere_label;

  EspSession      *session;
};

enum
{
  PROP_0,
  PROP_SHOW_LIST,
  N_PROPS
};

enum
{
  CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspFindBar, esp_find_bar, ADW_TYPE_BIN)

static EspFinder *
get_finder (EspFindBar *self)
{
  return self->session != NULL ? esp_session_get_finder (self->session) : NULL;
}

static char *
get_count (EspFinder *finder)
{
  guint n = esp_finder_get_n_hits (finder);
  guint current = esp_finder_get_current (finder);

  if (*esp_finder_get_query (finder) == '\0')
    return g_strdup ("");
  if (n == 0)
    return g_strdup (esp_finder_get_busy (finder) ? "…" : _("No results"));
  if (current == 0)
    return g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);
  /* Translators: which of the results of a search one is at, as in “3 of 12” */
  return g_strdup_printf (_("%'u of %'u"), current, n);
}

/* What a screen reader says of the entry: where one is, and at whom */
static void
tell (EspFindBar *self,
      const char *count)
{
  EspFinder *finder = get_finder (self);
  EspScene *scene = esp_session_get_scene (self->session);
  EspIx position = esp_finder_get_hit (finder, esp_finder_get_current (finder));
  EspItem item = scene != NULL && position != ESP_IX_NONE ? esp_scene_find (scene, ESP_TABLE_POSITIONS, position) : ESP_ITEM_NONE;
  g_autofree char *label = item != ESP_ITEM_NONE ? esp_card_get_label (scene, item) : NULL;
  g_autofree char *text = label != NULL ? g_strdup_printf ("%s: %s", count, label) : g_strdup (count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (*text != '\0' && gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    esp_compat_announce (GTK_WIDGET (self->entry), text);
}

static void
update (EspFindBar *self)
{
  EspFinder *finder = get_finder (self);
  g_autofree char *count = get_count (finder);
  guint n_elsewhere = esp_finder_get_n_elsewhere (finder);
  gboolean has_hits = esp_finder_get_n_hits (finder) > 0;
  gboolean is_missed = !has_hits && *esp_finder_get_query (finder) != '\0' && !esp_finder_get_busy (finder);

  gtk_label_set_label (self->counter, count);
  gtk_widget_set_visible (GTK_WIDGET (self->counter), *count != '\0');
  gtk_widget_set_sensitive (self->previous_button, has_hits);
  gtk_widget_set_sensitive (self->next_button, has_hits);
  if (is_missed)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (n_elsewhere > 0)
    {
      /* Translators: results of a search that a filter or an isolated branch hides */
      g_autofree char *text = g_strdup_printf (ngettext ("%'u more outside of what is shown", "%'u more outside of what is shown", n_elsewhere), n_elsewhere);

      gtk_label_set_label (self->elsewhere_label, text);
    }
  gtk_widget_set_visible (self->elsewhere_box, n_elsewhere > 0);
  tell (self, count);
}

static void
query_cb (EspFindBar *self)
{
  const char *query = esp_finder_get_query (get_finder (self));

  if (!g_str_equal (gtk_editable_get_text (self->entry), query))
    gtk_editable_set_text (self->entry, query);
  update (self);
}

static void
on_changed (EspFindBar *self)
{
  if (self->session != NULL)
    esp_finder_set_query (get_finder (self), gtk_editable_get_text (self->entry));
}

static void
on_next (EspFindBar *self)
{
  esp_finder_next (get_finder (self));
}

static void
on_previous (EspFindBar *self)
{
  esp_finder_previous (get_finder (self));
}

static void
on_stop (EspFindBar *self)
{
  esp_finder_set_active (get_finder (self), FALSE);
}

static void
on_show_elsewhere (EspFindBar *self)
{
  esp_finder_show_elsewhere (get_finder (self));
}

static void
active_cb (EspFindBar *self)
{
  if (!esp_finder_get_active (get_finder (self)))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
list_toggled_cb (EspFindBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_LIST]);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                EspFindBar            *self)
{
  gboolean is_shifted = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;
  gboolean is_plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  if ((is_shifted && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)) || (is_plain && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)))
    on_previous (self);
  else if (is_plain && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    on_next (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
esp_find_bar_grab_focus (GtkWidget *widget)
{
  EspFindBar *self = ESP_FIND_BAR (widget);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->entry)))
    return FALSE;
  gtk_editable_select_region (self->entry, 0, -1);
  return TRUE;
}

static void
esp_find_bar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_LIST:
      g_value_set_boolean (value, esp_find_bar_get_show_list (ESP_FIND_BAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_find_bar_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_LIST:
      esp_find_bar_set_show_list (ESP_FIND_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_find_bar_dispose (GObject *object)
{
  EspFindBar *self = ESP_FIND_BAR (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_find_bar_parent_class)->dispose (object);
}

static void
esp_find_bar_class_init (EspFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_find_bar_get_property;
  object_class->set_property = esp_find_bar_set_property;
  object_class->dispose = esp_find_bar_dispose;
  widget_class->grab_focus = esp_find_bar_grab_focus;

  properties[PROP_SHOW_LIST] =
      g_param_spec_boolean ("show-list", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, counter);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, elsewhere_box);
  gtk_widget_class_bind_template_child (widget_class, EspFindBar, elsewhere_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_show_elsewhere);
}

static void
esp_find_bar_init (EspFindBar *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->entry);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), controller);
  g_signal_connect_object (self->list_button, "toggled", G_CALLBACK (list_toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * esp_find_bar_set_session:
 * @self: a bar without a session
 * @session: what to search
 *
 * Searches the chart of a session.
 */
void
esp_find_bar_set_session (EspFindBar *self,
                          EspSession *session)
{
  EspFinder *finder;

  g_return_if_fail (ESP_IS_FIND_BAR (self));
  g_return_if_fail (ESP_IS_SESSION (session) && self->session == NULL);

  g_set_object (&self->session, session);
  finder = esp_session_get_finder (session);
  g_object_bind_property (finder, "active", self->search_bar, "search-mode-enabled", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (finder, "notify::query", G_CALLBACK (query_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::n-hits", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::current", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  query_cb (self);
}

/**
 * esp_find_bar_set_key_capture:
 * @self: a bar
 * @widget: (nullable): where typing begins a search
 *
 * Letters typed in @widget, and not used there, open the bar.
 */
void
esp_find_bar_set_key_capture (EspFindBar *self,
                              GtkWidget  *widget)
{
  g_return_if_fail (ESP_IS_FIND_BAR (self));

  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
}

/**
 * esp_find_bar_focus:
 * @self: a bar with a session
 *
 * Opens the bar and puts the keyboard there, what it says selected.
 */
void
esp_find_bar_focus (EspFindBar *self)
{
  g_return_if_fail (ESP_IS_FIND_BAR (self) && self->session != NULL);

  esp_finder_set_active (get_finder (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
esp_find_bar_get_show_list (EspFindBar *self)
{
  g_return_val_if_fail (ESP_IS_FIND_BAR (self), FALSE);

  return gtk_toggle_button_get_active (self->list_button);
}

void
esp_find_bar_set_show_list (EspFindBar *self,
                            gboolean    show_list)
{
  g_return_if_fail (ESP_IS_FIND_BAR (self));

  gtk_toggle_button_set_active (self->list_button, show_list);
}
