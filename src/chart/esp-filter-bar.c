/* esp-filter-bar.c — the filters of the chart, a chip each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-filter-bar.h"

#include "core/esp-i18n.h"
#include "widgets/esp-wrap-layout.h"

#define MAX_NAMED 2 /* values of one filter that are named; of more, how many */

/**
 * EspFilterBar:
 *
 * Says what the chart is about: how many match, and for each filter a chip that names its values and takes it away. Without a filter there is nothing to see.
 *
 * Signal `edit (uint facet)`: somebody wants to change a filter.
 *
 * # CSS nodes
 *
 * `box.filter-bar`, in it `box.chip`
 */
struct _EspFilterBar
{
  AdwBin      parent_instance;

  GtkWidget  *box;
  EspSession *session;
};

enum
{
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspFilterBar, esp_filter_bar, ADW_TYPE_BIN)

static EspFacet
get_facet (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "esp-facet"));
}

static void
edit_cb (GtkWidget    *button,
         EspFilterBar *self)
{
  g_signal_emit (self, signals[EDIT], 0, get_facet (button));
}

static void
remove_cb (GtkWidget    *button,
           EspFilterBar *self)
{
  EspFilter *filter = esp_session_get_filter (self->session);
  g_autoptr (EspFilter) rest = filter != NULL ? esp_filter_without (filter, get_facet (button), NULL) : NULL;

  esp_session_set_filter (self->session, rest);
}

static void
clear_cb (GtkWidget    *button,
          EspFilterBar *self)
{
  esp_session_set_filter (self->session, NULL);
}

/* “Scope: Internal, External”, “Role: 3 chosen”, “Vacant” */
static char *
describe (EspFilter *filter,
          EspFacet   facet)
{
  const char * const *values = esp_filter_get_values (filter, facet);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = g_strv_length ((GStrv) values);

  if (esp_facet_is_question (facet))
    return g_strdup (esp_facet_get_name (facet));
  for (guint i = 0; i < n && n <= MAX_NAMED; i++)
    {
      g_autofree char *name = esp_facet_name_value (facet, esp_catalogue_get_default (), values[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (n > MAX_NAMED)
    /* Translators: how many values of a filter are asked for */
    g_string_append_printf (names, ngettext ("%u chosen", "%u chosen", n), n);
  /* Translators: a filter and its values, as in “Scope: Internal, External” */
  return g_strdup_printf (_("%s: %s"), esp_facet_get_name (facet), names->str);
}

static void
append_chip (EspFilterBar *self,
             EspFilter    *filter,
             EspFacet      facet)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *text = describe (filter, facet);
  /* Translators: %s is a filter and its values, as in “Scope: Internal” */
  g_autofree char *remove = g_strdup_printf (_("Remove Filter “%s”"), text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (close, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (button), "esp-facet", GUINT_TO_POINTER (facet));
  g_object_set_data (G_OBJECT (close), "esp-facet", GUINT_TO_POINTER (facet));
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, 0);
  g_signal_connect_object (close, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_box_append (GTK_BOX (chip), close);
  gtk_box_append (GTK_BOX (self->box), chip);
}

static void
append_count (EspFilterBar *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  guint32 n = scene != NULL ? esp_scene_get_counts (scene)->positions : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u position", "%'u positions", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_add_css_class (label, "count");
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
append_end (EspFilterBar *self)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *clear = gtk_button_new_with_label (_("Clear Filters"));

  gtk_widget_set_tooltip_text (add, _("Add a Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Filter"), -1);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (add, "circular");
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (add), "esp-facet", GUINT_TO_POINTER (ESP_N_FACETS));
  g_signal_connect_object (add, "clicked", G_CALLBACK (edit_cb), self, 0);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, 0);
  gtk_box_append (GTK_BOX (chip), add);
  gtk_box_append (GTK_BOX (chip), clear);
  gtk_box_append (GTK_BOX (self->box), chip);
}

static void
update (EspFilterBar *self)
{
  EspFilter *filter = esp_session_get_filter (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_set_visible (GTK_WIDGET (self), filter != NULL);
  if (filter == NULL)
    return;
  append_count (self);
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    if (esp_filter_get_values (filter, facet)[0] != NULL)
      append_chip (self, filter, facet);
  append_end (self);
}

static void
esp_filter_bar_dispose (GObject *object)
{
  g_clear_object (&ESP_FILTER_BAR (object)->session);

  G_OBJECT_CLASS (esp_filter_bar_parent_class)->dispose (object);
}

static void
esp_filter_bar_class_init (EspFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_filter_bar_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
esp_filter_bar_init (EspFilterBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, esp_wrap_layout_new (6));
  gtk_widget_add_css_class (self->box, "filter-bar");
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
}

/**
 * esp_filter_bar_set_session:
 * @self: a bar without a session
 * @session: whose filter to tell
 *
 * Follows the filter of a session.
 */
void
esp_filter_bar_set_session (EspFilterBar *self,
                            EspSession   *session)
{
  g_return_if_fail (ESP_IS_FILTER_BAR (self));
  g_return_if_fail (ESP_IS_SESSION (session) && self->session == NULL);

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "notify::scene", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
