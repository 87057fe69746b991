/* esp-career-ways.c — from where one stands to where one wants to be, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-ways.h"

#include "career/esp-career-steps.h"
#include "core/esp-i18n.h"
#include "widgets/esp-picker-button.h"
#include "widgets/esp-text.h"

/**
 * EspCareerWays:
 *
 * The two ends, each with a picker of rungs, and up to three ways between them. The one that is chosen is lit on the map, and its
 * steps are listed. Hidden until an end is set.
 */
struct _EspCareerWays
{
  GtkBox           parent_instance;

  EspCareerState  *state;
  EspPickerButton *from_button;
  EspPickerButton *goal_button;
  GtkBox          *list;
  gboolean         is_updating;
  guint            wanted; /* the way to light */
  guint            idle;
};

G_DEFINE_FINAL_TYPE (EspCareerWays, esp_career_ways, GTK_TYPE_BOX)

static void
row_activated_cb (EspCareerWays *self,
                  GtkListBoxRow *row)
{
  esp_career_state_set_rung (self->state, esp_career_row_get_rung (row));
}

static GtkWidget *
make_steps (EspCareerWays *self,
            const EspPath *way)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < way->steps->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), esp_career_step_row_new (esp_career_state_get_catalogue (self->state),
                                                                       g_ptr_array_index (way->steps, i), ESP_STEP_TO));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static char *
describe_way (const EspPath *way)
{
  g_autofree char *steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", way->steps->len), way->steps->len);
  guint n_levels = 0;
  g_autofree char *levels = NULL;

  for (guint i = 0; i < way->build->len; i++)
    n_levels += g_array_index (way->build, EspBuild, i).to - g_array_index (way->build, EspBuild, i).from;
  levels = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u skill level to build", "%u skill levels to build", n_levels), n_levels);
  /* Translators: a way: “3 steps, 12 skill levels to build” */
  return g_strdup_printf (_("%s, %s"), steps, levels);
}

static gboolean
light_cb (gpointer user_data)
{
  EspCareerWays *self = user_data;

  self->idle = 0;
  if (self->wanted < esp_career_state_get_ways (self->state)->len)
    esp_career_state_set_lit (self->state, self->wanted);
  return G_SOURCE_REMOVE;
}

/* The list is made anew for another way, and with it this button: not while it is being pressed. */
static void
toggled_cb (GtkCheckButton *button,
            EspCareerWays  *self)
{
  if (self->is_updating || !gtk_check_button_get_active (button))
    return;
  self->wanted = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "esp-way"));
  if (self->idle == 0)
    self->idle = g_idle_add (light_cb, self);
}

static void
append_ways (EspCareerWays *self)
{
  GPtrArray *ways = esp_career_state_get_ways (self->state);
  guint lit = esp_career_state_get_lit (self->state);
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < ways->len; i++)
    {
      g_autofree char *words = describe_way (g_ptr_array_index (ways, i));
      GtkWidget *button = gtk_check_button_new_with_label (words);

      gtk_widget_set_tooltip_text (button, _("Show This Way on the Map"));
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      if (first == NULL)
        first = GTK_CHECK_BUTTON (button);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == lit);
      g_object_set_data (G_OBJECT (button), "esp-way", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (self->list, button);
      if (i == lit)
        gtk_box_append (self->list, make_steps (self, g_ptr_array_index (ways, i)));
    }
}

static void
set_end (EspPickerButton *button,
         const char      *what,
         const EspRung   *rung)
{
  const char *name = rung != NULL ? rung->name : _("Choose…");
  g_autofree char *words = g_strdup_printf (_("%s: %s"), what, name);

  esp_picker_button_set_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update (EspCareerWays *self)
{
  const EspRung *from = esp_career_state_get_from (self->state);
  const EspRung *goal = esp_career_state_get_goal (self->state);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  gtk_widget_set_visible (GTK_WIDGET (self), from != NULL || goal != NULL);
  set_end (self->from_button, _("I am here"), from);
  set_end (self->goal_button, _("I want to be there"), goal);
  self->is_updating = TRUE;
  append_ways (self);
  self->is_updating = FALSE;
  if (from == NULL && goal != NULL)
    gtk_box_append (self->list, esp_text_new (_("Choose where you are now, and the shortest ways appear here."), "dim-label"));
  else if (from != NULL && goal == NULL)
    gtk_box_append (self->list, esp_text_new (_("Choose where you want to be, and the shortest ways appear here."), "dim-label"));
  else if (from == goal)
    gtk_box_append (self->list, esp_text_new (_("You are there already."), "dim-label"));
  else if (esp_career_state_get_ways (self->state)->len == 0)
    gtk_box_append (self->list, esp_text_new (_("No way is known between these two."), "dim-label"));
}

static void
picked_cb (EspCareerWays *self,
           const char    *rung_id,
           EspPicker     *picker)
{
  const EspRung *rung = esp_catalogue_find_rung (esp_career_state_get_catalogue (self->state), rung_id);

  if (picker == esp_picker_button_get_picker (self->from_button))
    esp_career_state_set_from (self->state, rung);
  else
    esp_career_state_set_goal (self->state, rung);
}

/* All rungs, by ladder */
static GtkWidget *
make_picker (gpointer user_data)
{
  EspCareerWays *self = user_data;
  GPtrArray *rungs = esp_catalogue_get_rungs (esp_career_state_get_catalogue (self->state));
  GtkWidget *picker = esp_picker_new (_("Search rungs"));

  for (guint i = 0; i < rungs->len; i++)
    {
      const EspRung *rung = g_ptr_array_index (rungs, i);
      const char *const words[] = { rung->level->name, rung->ladder->name, NULL };

      esp_picker_add (ESP_PICKER (picker), rung->id, rung->name, rung->ladder->name, words);
    }
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return picker;
}

static void
clear_cb (EspCareerWays *self)
{
  esp_career_state_set_goal (self->state, NULL);
  esp_career_state_set_from (self->state, NULL);
}

static void
esp_career_ways_dispose (GObject *object)
{
  EspCareerWays *self = ESP_CAREER_WAYS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (esp_career_ways_parent_class)->dispose (object);
}

static void
esp_career_ways_class_init (EspCareerWaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_career_ways_dispose;
}

static EspPickerButton *
add_end (EspCareerWays *self,
         const char    *what)
{
  GtkWidget *button = esp_picker_button_new ();

  esp_picker_button_set_func (ESP_PICKER_BUTTON (button), make_picker, self);
  gtk_widget_add_css_class (button, "esp-career-end");
  gtk_box_append (GTK_BOX (self), esp_text_new (what, "caption-heading"));
  gtk_box_append (GTK_BOX (self), button);
  return ESP_PICKER_BUTTON (button);
}

static void
esp_career_ways_init (EspCareerWays *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("From here to there"), "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (clear, "flat");
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), clear);
  gtk_box_append (GTK_BOX (self), top);
  self->from_button = add_end (self, _("I am here"));
  self->goal_button = add_end (self, _("I want to be there"));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * esp_career_ways_new:
 * @state: what the view shows; a reference is kept
 *
 * Returns: (transfer full): the ways
 */
GtkWidget *
esp_career_ways_new (EspCareerState *state)
{
  EspCareerWays *self = g_object_new (ESP_TYPE_CAREER_WAYS, NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "ways-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * esp_career_ways_get_n_ways:
 * @self: the ways
 *
 * Returns: how many ways are listed
 */
guint
esp_career_ways_get_n_ways (EspCareerWays *self)
{
  guint n = 0;

  g_return_val_if_fail (ESP_IS_CAREER_WAYS (self), 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += GTK_IS_CHECK_BUTTON (child);
  return n;
}
