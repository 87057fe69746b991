/* esp-career-list.c — the ladders as a list, where there is no room for the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-list.h"

#include <adwaita.h>

#include "core/esp-i18n.h"

/**
 * EspCareerList:
 *
 * Each ladder opens into its rungs, the highest on top as on the map, with how many positions hold each.
 */
struct _EspCareerList
{
  GtkBox          parent_instance;

  EspCareerState *state;
  GPtrArray      *rows; /* borrowed: AdwActionRow, one a rung */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspCareerList, esp_career_list, GTK_TYPE_BOX)

static const EspRung *
get_rung (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "esp-rung");
}

static GtkLabel *
get_badge (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "esp-badge");
}

static void
update (EspCareerList *self)
{
  const EspRung *from = esp_career_state_get_from (self->state);
  const EspRung *goal = esp_career_state_get_goal (self->state);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const EspRung *rung = get_rung (row);
      guint n = esp_career_state_count (self->state, rung);
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position here", "%'u positions here", n), n);

      gtk_label_set_text (get_badge (row), count);
      gtk_widget_set_tooltip_text (GTK_WIDGET (get_badge (row)), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (get_badge (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_widget_set_visible (GTK_WIDGET (get_badge (row)), n > 0);
      if (rung == from || rung == goal)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rung == from ? _("You are here") : _("Your goal"));
      else
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rung->level->name);
    }
}

static void
activated_cb (EspCareerList *self,
              GtkWidget     *row)
{
  esp_career_state_set_rung (self->state, get_rung (row));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static GtkWidget *
make_rung_row (EspCareerList *self,
               const EspRung *rung)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rung->name);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "esp-pill");
  gtk_widget_add_css_class (badge, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "esp-rung", (gpointer) rung);
  g_object_set_data (G_OBJECT (row), "esp-badge", badge);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
make_ladder_row (EspCareerList   *self,
                 const EspLadder *ladder)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ladder->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), ladder->text);
  for (guint i = ladder->rungs->len; i > 0; i--)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_rung_row (self, g_ptr_array_index (ladder->rungs, i - 1)));
  return row;
}

static void
esp_career_list_dispose (GObject *object)
{
  EspCareerList *self = ESP_CAREER_LIST (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (esp_career_list_parent_class)->dispose (object);
}

static void
esp_career_list_finalize (GObject *object)
{
  g_ptr_array_unref (ESP_CAREER_LIST (object)->rows);

  G_OBJECT_CLASS (esp_career_list_parent_class)->finalize (object);
}

static void
esp_career_list_class_init (EspCareerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = esp_career_list_dispose;
  object_class->finalize = esp_career_list_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
esp_career_list_init (EspCareerList *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * esp_career_list_new:
 * @state: what the view shows; a reference is kept
 *
 * Returns: (transfer full): the list
 */
GtkWidget *
esp_career_list_new (EspCareerState *state)
{
  EspCareerList *self = g_object_new (ESP_TYPE_CAREER_LIST, NULL);
  GPtrArray *ladders = esp_catalogue_get_ladders (esp_career_state_get_catalogue (state));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->state = g_object_ref (state);
  for (guint i = 0; i < ladders->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_ladder_row (self, g_ptr_array_index (ladders, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "esp-career-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  g_signal_connect_object (state, "ways-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "counts-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
