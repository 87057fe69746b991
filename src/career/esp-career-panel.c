/* esp-career-panel.c — all about the rung looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-panel.h"

#include <adwaita.h>

#include "career/esp-career-steps.h"
#include "career/esp-career-ways.h"
#include "core/esp-i18n.h"
#include "organization/esp-edits.h"
#include "widgets/esp-picker.h"
#include "widgets/esp-text.h"

/**
 * EspCareerPanel:
 *
 * The rung looked at: what it is, the ways between here and there if an end is set, its skills, what comes next, where people come
 * from, from where it can be reached, and what this rests on.
 *
 * # CSS nodes
 *
 * `careerpanel`
 */
struct _EspCareerPanel
{
  GtkWidget          parent_instance;

  GtkStack          *stack;
  GtkMenuButton     *role_button;
  GtkScrolledWindow *scroller;
  AdwBin            *ways_bin;
  GtkLabel          *name_label;
  GtkLabel          *place_label;
  GtkToggleButton   *here_button;
  GtkToggleButton   *goal_button;
  GtkButton         *positions_button;
  GtkBox            *details;

  EspCareerState    *state;
  const EspRung     *shown;
  gboolean           is_updating;
};

/* A role chosen for a position */
typedef struct
{
  EspIx position;
  char *role_id;
} RoleEdit;

G_DEFINE_FINAL_TYPE (EspCareerPanel, esp_career_panel, GTK_TYPE_WIDGET)

static void
free_role_edit (gpointer data)
{
  RoleEdit *edit = data;

  g_free (edit->role_id);
  g_free (edit);
}

static void
set_role (EspOrganization *organization,
          gpointer         user_data)
{
  const RoleEdit *edit = user_data;

  esp_edit_set_role (organization, edit->position, edit->role_id);
}

static GtkBox *
add_part (EspCareerPanel *self,
          const char     *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (self->details, part);
  return GTK_BOX (part);
}

static void
row_activated_cb (EspCareerPanel *self,
                  GtkListBoxRow  *row)
{
  esp_career_state_set_rung (self->state, esp_career_row_get_rung (row));
}

/* From any other rung: that one becomes where one stands, this one the goal. */
static void
origin_activated_cb (EspCareerPanel *self,
                     GtkListBoxRow  *row)
{
  esp_career_state_set_from (self->state, esp_career_row_get_rung (row));
  esp_career_state_set_goal (self->state, esp_career_state_get_rung (self->state));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static GtkListBox *
add_list (EspCareerPanel *self,
          GtkBox         *part,
          GCallback       activated_cb)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (list, "row-activated", activated_cb, self, G_CONNECT_SWAPPED);
  gtk_box_append (part, list);
  return GTK_LIST_BOX (list);
}

static void
add_steps (EspCareerPanel *self,
           const char     *title,
           GPtrArray      *steps,
           EspStepEnd      end)
{
  GtkBox *part;
  GtkListBox *list;

  if (steps->len == 0)
    return;
  part = add_part (self, title);
  list = add_list (self, part, G_CALLBACK (row_activated_cb));
  for (guint i = 0; i < steps->len; i++)
    gtk_list_box_append (list, esp_career_step_row_new (esp_career_state_get_catalogue (self->state), g_ptr_array_index (steps, i), end));
}

static GtkWidget *
make_origin_row (const EspOrigin *origin)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", origin->n_steps), origin->n_steps);
  /* Translators: “3 steps, first: Lateral move to Senior program manager” */
  g_autofree char *words = g_strdup_printf (_("%s, first: %s to %s"), steps, esp_move_kind_get_name (origin->first->move->kind),
                                            origin->first->move->to->name);

  gtk_box_append (GTK_BOX (box), esp_text_new (origin->rung->name, NULL));
  esp_text_append_note (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "esp-career-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, origin->rung->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  esp_career_row_set_rung (GTK_LIST_BOX_ROW (row), origin->rung);
  return row;
}

/* Some dozens of rows, wanted by few: made when they are asked for */
static void
expand_origins_cb (GtkExpander    *expander,
                   GParamSpec     *pspec,
                   EspCareerPanel *self)
{
  g_autoptr (GArray) origins = NULL;
  GtkWidget *box;
  GtkListBox *list;

  if (!gtk_expander_get_expanded (expander) || gtk_expander_get_child (expander) != NULL || self->shown == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  list = add_list (self, GTK_BOX (box), G_CALLBACK (origin_activated_cb));
  origins = esp_paths_find_origins (esp_career_state_get_paths (self->state), self->shown);
  for (guint i = 0; i < origins->len; i++)
    gtk_list_box_append (list, make_origin_row (&g_array_index (origins, EspOrigin, i)));
  gtk_expander_set_child (expander, box);
}

static void
add_origins (EspCareerPanel *self)
{
  g_autoptr (GArray) origins = esp_paths_find_origins (esp_career_state_get_paths (self->state), self->shown);
  g_autofree char *text = NULL;
  GtkWidget *expander;

  if (origins->len == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other rung, the nearest first", "%u other rungs, the nearest first", origins->len),
                          origins->len);
  expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), esp_text_new (text, NULL));
  gtk_widget_add_css_class (expander, "esp-career-build");
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expand_origins_cb), self, 0);
  gtk_box_append (add_part (self, _("Shortest ways here")), expander);
}

static void
append_sources (GtkBox    *part,
                GPtrArray *sources)
{
  g_autofree char *text = esp_sources_to_string (sources);

  esp_text_append_note (part, text);
}

static void
append_facts (EspCareerPanel *self,
              GtkBox         *part,
              const char     *what,
              const char     *id)
{
  g_autofree char *about = g_strdup_printf ("%s:%s", what, id);
  GPtrArray *facts = esp_catalogue_get_facts_about (esp_career_state_get_catalogue (self->state), about);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const EspFact *fact = g_ptr_array_index (facts, i);

      gtk_box_append (part, esp_text_new (fact->text, NULL));
      append_sources (part, fact->sources);
    }
}

static void
add_sources (EspCareerPanel *self)
{
  GtkBox *part = add_part (self, _("Facts and sources"));

  append_facts (self, part, "rung", self->shown->id);
  append_facts (self, part, "ladder", self->shown->ladder->id);
  append_sources (part, self->shown->sources);
  gtk_widget_set_visible (GTK_WIDGET (part), gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (part))) != NULL);
}

static void
build_details (EspCareerPanel *self)
{
  EspPaths *paths = esp_career_state_get_paths (self->state);
  GtkWidget *child;
  GtkBox *part;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->details))) != NULL)
    gtk_box_remove (self->details, child);
  part = add_part (self, _("In short"));
  gtk_box_append (part, esp_text_new (self->shown->summary, NULL));
  gtk_box_append (part, esp_text_new (self->shown->level->text, "dim-label"));
  part = add_part (self, _("Reach"));
  gtk_box_append (part, esp_text_new (self->shown->scope, NULL));
  add_steps (self, _("What comes next"), esp_paths_get_next (paths, self->shown), ESP_STEP_TO);
  part = add_part (self, _("Skills"));
  gtk_box_append (part, esp_career_skills_new (esp_career_state_get_catalogue (self->state), self->shown->skills));
  add_steps (self, _("Where people come from"), esp_paths_get_previous (paths, self->shown), ESP_STEP_FROM);
  add_origins (self);
  add_sources (self);
}

static void
update_positions (EspCareerPanel *self)
{
  guint n = self->shown != NULL ? esp_career_state_count (self->state, self->shown) : 0;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position here", "%'u positions here", n), n);

  gtk_button_set_label (self->positions_button, n > 0 ? text : _("No position here"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->positions_button), n > 0);
}

static void
update_ends (EspCareerPanel *self)
{
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->here_button, self->shown != NULL && self->shown == esp_career_state_get_from (self->state));
  gtk_toggle_button_set_active (self->goal_button, self->shown != NULL && self->shown == esp_career_state_get_goal (self->state));
  self->is_updating = FALSE;
}

static gboolean
has_no_role (EspCareerPanel *self)
{
  EspSession *session = esp_career_state_get_session (self->state);

  return session != NULL && esp_session_get_selected_position (session) != ESP_IX_NONE && esp_session_get_selected_role (session) == NULL;
}

static void
update (EspCareerPanel *self)
{
  const EspRung *rung = esp_career_state_get_rung (self->state);
  g_autofree char *place = NULL;

  if (rung == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, has_no_role (self) ? "no-role" : "hint");
      self->shown = NULL;
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "rung");
  if (rung == self->shown)
    return;
  self->shown = rung;
  gtk_label_set_text (self->name_label, rung->name);
  /* Translators: the place of a rung: its ladder and its level */
  place = g_strdup_printf (_("%s · %s"), rung->ladder->name, rung->level->name);
  gtk_label_set_text (self->place_label, place);
  build_details (self);
  update_positions (self);
  update_ends (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
counts_changed_cb (EspCareerPanel *self)
{
  update_positions (self);
  update (self);
}

static void
on_here_toggled (EspCareerPanel *self)
{
  if (!self->is_updating)
    esp_career_state_set_from (self->state, gtk_toggle_button_get_active (self->here_button) ? self->shown : NULL);
}

static void
on_goal_toggled (EspCareerPanel *self)
{
  if (!self->is_updating)
    esp_career_state_set_goal (self->state, gtk_toggle_button_get_active (self->goal_button) ? self->shown : NULL);
}

static void
on_positions_clicked (EspCareerPanel *self)
{
  esp_session_show_positions_of_rung (esp_career_state_get_session (self->state), self->shown->id);
}

/* The role is given to the selected position, as a step that can be undone; then its rung is shown, if it has one. */
static void
role_picked_cb (EspCareerPanel *self,
                const char     *role_id)
{
  EspSession *session = esp_career_state_get_session (self->state);
  RoleEdit *edit = g_new (RoleEdit, 1);

  edit->position = esp_session_get_selected_position (session);
  edit->role_id = g_strdup (role_id);
  esp_document_edit (esp_session_get_document (session), set_role, edit, free_role_edit);
  if (esp_session_get_selected_rung (session) != NULL)
    esp_session_set_rung (session, esp_session_get_selected_rung (session));
  else
    update (self);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  EspCareerPanel *self = user_data;
  GPtrArray *roles = esp_catalogue_get_roles (esp_career_state_get_catalogue (self->state));
  GtkWidget *picker;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  picker = esp_picker_new (_("Search roles"));
  for (guint i = 0; i < roles->len; i++)
    {
      const EspRole *role = g_ptr_array_index (roles, i);

      esp_picker_add (ESP_PICKER (picker), role->id, role->name, NULL, (const char * const *) role->aliases);
    }
  g_signal_connect_object (picker, "picked", G_CALLBACK (role_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
esp_career_panel_dispose (GObject *object)
{
  EspCareerPanel *self = ESP_CAREER_PANEL (object);

  if (self->role_button != NULL)
    gtk_menu_button_set_create_popup_func (self->role_button, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ESP_TYPE_CAREER_PANEL);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (esp_career_panel_parent_class)->dispose (object);
}

static void
esp_career_panel_class_init (EspCareerPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_career_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/career-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, role_button);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, ways_bin);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, place_label);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, here_button);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, goal_button);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, positions_button);
  gtk_widget_class_bind_template_child (widget_class, EspCareerPanel, details);
  gtk_widget_class_bind_template_callback (widget_class, on_here_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_goal_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_positions_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "careerpanel");
}

static void
esp_career_panel_init (EspCareerPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->role_button, create_popover_cb, self, NULL);
}

/**
 * esp_career_panel_new:
 * @state: what the view shows; a reference is kept
 *
 * Returns: (transfer full): the panel
 */
GtkWidget *
esp_career_panel_new (EspCareerState *state)
{
  EspCareerPanel *self = g_object_new (ESP_TYPE_CAREER_PANEL, NULL);

  self->state = g_object_ref (state);
  adw_bin_set_child (self->ways_bin, esp_career_ways_new (state));
  g_signal_connect_object (state, "rung-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "ways-changed", G_CALLBACK (update_ends), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "counts-changed", G_CALLBACK (counts_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
