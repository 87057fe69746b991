/* esp-career-station.c — a rung on the map: a button with its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-station.h"

#include "core/esp-i18n.h"

#define NAME_CHARS 17
#define NAME_LINES 3

/**
 * EspCareerStation:
 *
 * The name of a rung, how many positions of the open organization hold it, and a word where it is the one where one stands or
 * wants to be. The ring of the station is drawn by the map, under the start of the button.
 *
 * # CSS nodes
 *
 * `button.esp-station`, with `.selected`, `.linked`, `.on-way`
 */
struct _EspCareerStation
{
  GtkButton        parent_instance;

  const EspRung   *rung;
  GtkWidget       *word;
  GtkWidget       *badge;
  EspStationFlags  flags;
  guint            count;
};

G_DEFINE_FINAL_TYPE (EspCareerStation, esp_career_station, GTK_TYPE_BUTTON)

static const char *
get_word (EspCareerStation *self)
{
  if (self->flags & ESP_STATION_HERE)
    return _("You are here");
  if (self->flags & ESP_STATION_GOAL)
    return _("Your goal");
  return NULL;
}

static void
set_class (EspCareerStation *self,
           const char       *css_class,
           gboolean          is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static char *
describe_count (guint count)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position here", "%'u positions here", count), count);
}

static void
update_label (EspCareerStation *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a rung: its name, its ladder, its level */
  g_string_append_printf (text, _("%s. %s, %s."), self->rung->name, self->rung->ladder->name, self->rung->level->name);
  if (self->count > 0)
    {
      g_autofree char *count = describe_count (self->count);

      g_string_append_printf (text, " %s.", count);
    }
  if (get_word (self) != NULL)
    g_string_append_printf (text, " %s.", get_word (self));
  if (self->flags & ESP_STATION_ON_WAY)
    g_string_append_printf (text, " %s.", _("On the way"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
esp_career_station_class_init (EspCareerStationClass *klass)
{
}

static void
esp_career_station_init (EspCareerStation *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "esp-station");
}

static GtkWidget *
make_pill (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "esp-pill");
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  return label;
}

/**
 * esp_career_station_new:
 * @rung: a rung
 *
 * Returns: (transfer full): its station
 */
GtkWidget *
esp_career_station_new (const EspRung *rung)
{
  EspCareerStation *self = g_object_new (ESP_TYPE_CAREER_STATION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *name = gtk_label_new (rung->name);

  self->rung = rung;
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), NAME_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption");
  self->word = make_pill ("esp-pill-accent");
  self->badge = make_pill ("numeric");
  gtk_box_append (GTK_BOX (pills), self->word);
  gtk_box_append (GTK_BOX (pills), self->badge);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), pills);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, ESP_STATION_RING_ROOM);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), rung->name);
  update_label (self);
  return GTK_WIDGET (self);
}

const EspRung *
esp_career_station_get_rung (EspCareerStation *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATION (self), NULL);

  return self->rung;
}

EspStationFlags
esp_career_station_get_flags (EspCareerStation *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATION (self), 0);

  return self->flags;
}

void
esp_career_station_set_flags (EspCareerStation *self,
                              EspStationFlags   flags)
{
  g_return_if_fail (ESP_IS_CAREER_STATION (self));

  if (self->flags == flags)
    return;
  self->flags = flags;
  set_class (self, "selected", flags & ESP_STATION_SELECTED);
  set_class (self, "linked", flags & ESP_STATION_LINKED);
  set_class (self, "on-way", flags & ESP_STATION_ON_WAY);
  if (get_word (self) != NULL)
    gtk_label_set_text (GTK_LABEL (self->word), get_word (self));
  gtk_widget_set_visible (self->word, get_word (self) != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               flags & ESP_STATION_SELECTED ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  update_label (self);
}

guint
esp_career_station_get_count (EspCareerStation *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATION (self), 0);

  return self->count;
}

/**
 * esp_career_station_set_count:
 * @self: a station
 * @count: how many positions hold the rung
 */
void
esp_career_station_set_count (EspCareerStation *self,
                              guint             count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words = describe_count (count);

  g_return_if_fail (ESP_IS_CAREER_STATION (self));

  if (self->count == count)
    return;
  self->count = count;
  gtk_label_set_text (GTK_LABEL (self->badge), number);
  gtk_widget_set_tooltip_text (self->badge, words);
  gtk_widget_set_visible (self->badge, count > 0);
  update_label (self);
}
