/* esp-compare-column.c — the head of a column of the comparison: a role, and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-compare-column.h"

#include "core/esp-i18n.h"
#include "widgets/esp-picker-button.h"

/**
 * EspCompareColumn:
 *
 * The role's name, which opens a picker to compare another one in its place; ways to the ladder and to the cards; moving and
 * removing the column, as the actions `column.…`.
 */
struct _EspCompareColumn
{
  GtkBox           parent_instance;

  EspPickerButton *name_button;
  GtkMenuButton   *menu_button;
  GtkLabel        *positions_label;

  EspSession      *session;
  EspCatalogue    *catalogue;
  const EspRole   *role;
};

G_DEFINE_FINAL_TYPE (EspCompareColumn, esp_compare_column, GTK_TYPE_BOX)

/* Where the role stands on its ladder: its usual rung, else the one that bears its name, else the first one. */
static const EspRung *
find_rung (EspCatalogue  *catalogue,
           const EspRole *role)
{
  const EspRung *rung = esp_catalogue_find_rung_for (catalogue, role->id, NULL);
  const EspLadder *ladder = esp_catalogue_find_ladder (catalogue, role->ladder);

  if (rung != NULL || ladder == NULL)
    return rung;
  for (guint i = 0; i < ladder->rungs->len; i++)
    {
      rung = g_ptr_array_index (ladder->rungs, i);
      if (g_str_equal (rung->name, role->name))
        return rung;
    }
  return g_ptr_array_index (ladder->rungs, 0);
}

static guint
get_place (EspCompareColumn *self,
           guint            *n_subjects)
{
  const char * const *subjects = esp_session_get_subjects (self->session);
  guint place = 0;

  *n_subjects = g_strv_length ((char **) subjects);
  for (guint i = 0; i < *n_subjects; i++)
    if (g_str_equal (subjects[i], self->role->id))
      place = i;
  return place;
}

/* Puts the subject at @place to @new_place, with @role_id instead if that is given. */
static void
put_subject (EspCompareColumn *self,
             guint             new_place,
             const char       *role_id)
{
  guint n;
  guint place = get_place (self, &n);
  g_auto (GStrv) subjects = g_strdupv ((char **) esp_session_get_subjects (self->session));
  g_autofree char *moved = g_strdup (subjects[new_place]);

  if (role_id == NULL)
    {
      g_free (subjects[new_place]);
      subjects[new_place] = subjects[place];
      subjects[place] = g_steal_pointer (&moved);
    }
  else
    {
      g_free (subjects[place]);
      subjects[place] = g_strdup (role_id);
    }
  esp_session_set_subjects (self->session, (const char * const *) subjects);
}

static void
picked_cb (EspCompareColumn *self,
           const char       *role_id)
{
  guint n;

  put_subject (self, get_place (self, &n), role_id);
}

static GtkWidget *
make_picker (gpointer user_data)
{
  EspCompareColumn *self = user_data;
  GtkWidget *picker = esp_compare_new_role_picker (self->session, self->catalogue);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return picker;
}

static void
show_ladder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  EspCompareColumn *self = ESP_COMPARE_COLUMN (widget);
  const EspRung *rung = find_rung (self->catalogue, self->role);

  if (rung != NULL)
    esp_session_show_rung (self->session, rung->id);
}

static void
show_positions_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  EspCompareColumn *self = ESP_COMPARE_COLUMN (widget);

  esp_session_show_positions_of_role (self->session, self->role->id);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  EspCompareColumn *self = ESP_COMPARE_COLUMN (widget);
  guint n;
  guint place = get_place (self, &n);

  put_subject (self, g_str_equal (action_name, "column.move-start") ? place - 1 : place + 1, NULL);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  EspCompareColumn *self = ESP_COMPARE_COLUMN (widget);

  esp_session_remove_subject (self->session, self->role->id);
}

static void
esp_compare_column_dispose (GObject *object)
{
  EspCompareColumn *self = ESP_COMPARE_COLUMN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ESP_TYPE_COMPARE_COLUMN);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (esp_compare_column_parent_class)->dispose (object);
}

static void
esp_compare_column_class_init (EspCompareColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_compare_column_dispose;

  g_type_ensure (ESP_TYPE_PICKER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/compare-column.ui");
  gtk_widget_class_bind_template_child (widget_class, EspCompareColumn, name_button);
  gtk_widget_class_bind_template_child (widget_class, EspCompareColumn, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EspCompareColumn, positions_label);

  gtk_widget_class_install_action (widget_class, "column.show-ladder", NULL, show_ladder_cb);
  gtk_widget_class_install_action (widget_class, "column.show-positions", NULL, show_positions_cb);
  gtk_widget_class_install_action (widget_class, "column.move-start", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "column.move-end", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "column.remove", NULL, remove_cb);
}

static void
esp_compare_column_init (EspCompareColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  esp_picker_button_set_func (self->name_button, make_picker, self);
}

static void
update_names (EspCompareColumn *self)
{
  g_autofree char *menu = g_strdup_printf (_("More about %s"), self->role->name);
  g_autofree char *button = g_strdup_printf (_("%s: compare another role here"), self->role->name);

  esp_picker_button_set_text (self->name_button, self->role->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->role->name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/**
 * esp_compare_column_new:
 * @session: a session that compares @role
 * @catalogue: the catalogue of @role
 * @role: a role
 *
 * Returns: (transfer full): the head of its column
 */
GtkWidget *
esp_compare_column_new (EspSession    *session,
                        EspCatalogue  *catalogue,
                        const EspRole *role)
{
  EspCompareColumn *self = g_object_new (ESP_TYPE_COMPARE_COLUMN, NULL);
  guint place, n;

  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  self->role = role;
  update_names (self);
  place = get_place (self, &n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.move-start", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.move-end", place + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.show-ladder", find_rung (catalogue, role) != NULL);
  esp_compare_column_update_positions (self);
  return GTK_WIDGET (self);
}

/**
 * esp_compare_column_update_positions:
 * @self: the head of a column
 *
 * Counts the positions that have the role again, after the organization changed.
 */
void
esp_compare_column_update_positions (EspCompareColumn *self)
{
  guint n;
  g_autofree char *text = NULL;

  g_return_if_fail (ESP_IS_COMPARE_COLUMN (self));

  n = esp_session_count_positions_of_role (self->session, self->role->id);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Position", "%u Positions", n), n);
  gtk_label_set_text (self->positions_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.show-positions", n > 0);
}

static void
prepare_picker_cb (EspSession *session,
                   GtkWidget  *picker)
{
  esp_picker_set_disabled (ESP_PICKER (picker), esp_session_get_subjects (session));
}

/**
 * esp_compare_new_role_picker:
 * @session: whose subjects are not to be chosen again
 * @catalogue: a catalogue
 *
 * Returns: (transfer full): an #EspPicker of its roles, by family, found by their other titles too
 */
GtkWidget *
esp_compare_new_role_picker (EspSession   *session,
                             EspCatalogue *catalogue)
{
  GPtrArray *roles = esp_catalogue_get_roles (catalogue);
  GtkWidget *picker = esp_picker_new (_("Search roles"));

  for (EspRoleFamily family = ESP_ROLE_FAMILY_PROGRAM; family <= ESP_ROLE_FAMILY_OTHER; family++)
    for (guint i = 0; i < roles->len; i++)
      {
        const EspRole *role = g_ptr_array_index (roles, i);

        if (role->family == family)
          esp_picker_add (ESP_PICKER (picker), role->id, role->name, esp_role_family_get_name (family), (const char * const *) role->aliases);
      }
  g_signal_connect_object (picker, "map", G_CALLBACK (prepare_picker_cb), session, G_CONNECT_SWAPPED);
  return picker;
}
