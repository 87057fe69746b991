/* esp-filter-popover.c — choosing what the chart is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-filter-popover.h"

#include "esp-config.h"

#include "core/esp-i18n.h"

#define N_WITHOUT_ENTRY 9 /* values that are looked through without typing */

/**
 * EspFilterPopover:
 *
 * What can be asked of positions, a row each; behind a row the values that positions have, with how many have them. Choosing one applies it at once.
 */
struct _EspFilterPopover
{
  GtkPopover  parent_instance;

  /* template */
  GtkStack   *stack;
  GtkListBox *facet_list;
  GtkWidget  *clear_button;
  GtkLabel   *value_title;
  GtkWidget  *value_entry;
  GtkListBox *value_list;

  EspSession *session;
  EspFacet    facet; /* whose values are shown */
};

G_DEFINE_FINAL_TYPE (EspFilterPopover, esp_filter_popover, GTK_TYPE_POPOVER)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Adds or takes away a value. */
static void
toggle (EspFilterPopover *self,
        EspFacet          facet,
        const char       *value)
{
  EspFilter *filter = esp_session_get_filter (self->session);
  gboolean has_it = filter != NULL && esp_filter_has (filter, facet, value);
  g_autoptr (EspFilter) next = has_it ? esp_filter_without (filter, facet, value) : esp_filter_with (filter, facet, value);

  esp_session_set_filter (self->session, next);
}

/* A row with words and something at its end */
static GtkWidget *
append_row (GtkListBox *list,
            const char *text,
            GtkWidget  *start,
            GtkWidget  *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (row, text);
  if (start != NULL)
    gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);
  return row;
}

/* The mark of what is chosen; the row is what is pressed */
static GtkWidget *
make_check (gboolean is_active)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_active);
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  return check;
}

static void
tell_checked (GtkWidget  *row,
              const char *label,
              gboolean    is_active)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, is_active ? _("Chosen") : _("Not chosen"), -1);
}

static void
show_facets (EspFilterPopover *self)
{
  EspFilter *filter = esp_session_get_filter (self->session);

  clear_list (self->facet_list);
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    {
      guint n = filter != NULL ? g_strv_length ((GStrv) esp_filter_get_values (filter, facet)) : 0;
      gboolean is_question = esp_facet_is_question (facet);
      GtkWidget *row;

      if (is_question)
        {
          row = append_row (self->facet_list, esp_facet_get_name (facet), NULL, make_check (n > 0));
          tell_checked (row, esp_facet_get_name (facet), n > 0);
        }
      else
        {
          g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
          GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

          gtk_box_append (GTK_BOX (end), gtk_label_new (count));
          gtk_box_append (GTK_BOX (end), gtk_image_new_from_icon_name ("go-next-symbolic"));
          gtk_widget_add_css_class (end, "dim-label");
          append_row (self->facet_list, esp_facet_get_name (facet), NULL, end);
        }
    }
  gtk_widget_set_sensitive (self->clear_button, filter != NULL);
  gtk_stack_set_visible_child_name (self->stack, "facets");
}

static void
show_values (EspFilterPopover *self,
             EspFacet          facet)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspFilter *filter = esp_session_get_filter (self->session);
  g_autoptr (GPtrArray) values = NULL;

  if (scene == NULL)
    return;
  self->facet = facet;
  values = esp_facet_list_values (facet, esp_scene_get_organization (scene), esp_scene_get_catalogue (scene), esp_scene_get_placements (scene));
  clear_list (self->value_list);
  for (guint i = 0; i < values->len; i++)
    {
      const EspFacetValue *value = g_ptr_array_index (values, i);
      gboolean is_active = filter != NULL && esp_filter_has (filter, facet, value->value);
      g_autofree char *count = g_strdup_printf ("%u", value->n);
      g_autofree char *label = g_strdup_printf (ngettext ("%s, %'u position", "%s, %'u positions", value->n), value->name, value->n);
      GtkWidget *end = gtk_label_new (count);
      GtkWidget *row = append_row (self->value_list, value->name, make_check (is_active), end);

      gtk_widget_add_css_class (end, "dim-label");
      gtk_widget_add_css_class (end, "numeric");
      tell_checked (row, label, is_active);
      g_object_set_data_full (G_OBJECT (row), "esp-value", g_strdup (value->value), g_free);
      g_object_set_data_full (G_OBJECT (row), "esp-name", g_strdup (value->name), g_free);
    }
  gtk_label_set_label (self->value_title, esp_facet_get_name (facet));
  gtk_editable_set_text (GTK_EDITABLE (self->value_entry), "");
  gtk_widget_set_visible (self->value_entry, values->len > N_WITHOUT_ENTRY);
  gtk_stack_set_visible_child_name (self->stack, "values");
  if (values->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->value_list, 0)));
}

static void
on_facet_activated (EspFilterPopover *self,
                    GtkListBoxRow    *row)
{
  EspFacet facet = gtk_list_box_row_get_index (row);

  if (!esp_facet_is_question (facet))
    {
      show_values (self, facet);
      return;
    }
  toggle (self, facet, "yes");
  show_facets (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->facet_list, facet)));
}

static void
on_value_activated (EspFilterPopover *self,
                    GtkListBoxRow    *row)
{
  const char *value = g_object_get_data (G_OBJECT (row), "esp-value");
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  EspFilter *filter;

  toggle (self, self->facet, value);
  filter = esp_session_get_filter (self->session);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), filter != NULL && esp_filter_has (filter, self->facet, value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) ? _("Chosen") : _("Not chosen"), -1);
}

static void
on_back (EspFilterPopover *self)
{
  show_facets (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->facet_list, self->facet)));
}

static void
on_clear (EspFilterPopover *self)
{
  esp_session_set_filter (self->session, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
matches (GtkListBoxRow *row,
         gpointer       user_data)
{
  EspFilterPopover *self = user_data;
  const char *term = gtk_editable_get_text (GTK_EDITABLE (self->value_entry));

  return *term == '\0' || g_str_match_string (term, g_object_get_data (G_OBJECT (row), "esp-name"), TRUE);
}

static void
on_search_changed (EspFilterPopover *self)
{
  gtk_list_box_invalidate_filter (self->value_list);
}

static void
esp_filter_popover_dispose (GObject *object)
{
  g_clear_object (&ESP_FILTER_POPOVER (object)->session);

  G_OBJECT_CLASS (esp_filter_popover_parent_class)->dispose (object);
}

static void
esp_filter_popover_class_init (EspFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_filter_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EspFilterPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, EspFilterPopover, facet_list);
  gtk_widget_class_bind_template_child (widget_class, EspFilterPopover, clear_button);
  gtk_widget_class_bind_template_child (widget_class, EspFilterPopover, value_title);
  gtk_widget_class_bind_template_child (widget_class, EspFilterPopover, value_entry);
  gtk_widget_class_bind_template_child (widget_class, EspFilterPopover, value_list);
  gtk_widget_class_bind_template_callback (widget_class, on_facet_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_value_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
esp_filter_popover_init (EspFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->value_list, matches, self, NULL);
}

/**
 * esp_filter_popover_new:
 * @session: whose filter to choose
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
esp_filter_popover_new (EspSession *session)
{
  EspFilterPopover *self;

  g_return_val_if_fail (ESP_IS_SESSION (session), NULL);

  self = g_object_new (ESP_TYPE_FILTER_POPOVER, NULL);
  g_set_object (&self->session, session);
  return GTK_WIDGET (self);
}

/**
 * esp_filter_popover_open:
 * @self: a popover with a parent
 * @facet: whose values to offer; %ESP_N_FACETS for all facets
 *
 * Opens the popover.
 */
void
esp_filter_popover_open (EspFilterPopover *self,
                         EspFacet          facet)
{
  g_return_if_fail (ESP_IS_FILTER_POPOVER (self));

  show_facets (self);
  gtk_popover_popup (GTK_POPOVER (self));
  if (facet < ESP_N_FACETS && !esp_facet_is_question (facet))
    show_values (self, facet);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->facet_list, 0)));
}
