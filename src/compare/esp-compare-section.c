/* esp-compare-section.c — a part of the comparison that can be closed: a heading and its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-compare-section.h"

#include "compare/esp-compare-row.h"
#include "core/esp-i18n.h"
#include "widgets/esp-wrap-layout.h"

/**
 * EspCompareSection:
 *
 * A heading with the number of rows that differ, and a list of rows under it. Skills stand in groups. A row that does not show a
 * row of a comparison (facts) is never hidden.
 *
 * # Accessibility
 *
 * The heading is a heading of level 2 in an expander; each row is a list item with all it says as its name.
 */
struct _EspCompareSection
{
  GtkBox      parent_instance;

  GtkWidget  *expander;
  GtkLabel   *title;
  GtkLabel   *count;
  GtkWidget  *body;
  GtkWidget  *banner; /* owned by the body */
  GtkWidget  *nothing;
  GtkListBox *list;
  gboolean    differences_only;
};

G_DEFINE_FINAL_TYPE (EspCompareSection, esp_compare_section, GTK_TYPE_BOX)

static gboolean
is_same (GtkListBoxRow *row)
{
  const EspRow *shown = esp_compare_row_get (row);

  return shown != NULL && shown->mark == ESP_MARK_SAME;
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  EspCompareSection *self = user_data;

  return !self->differences_only || !is_same (row);
}

static const char *
get_group (GtkListBoxRow *row)
{
  const EspRow *shown = row != NULL ? esp_compare_row_get (row) : NULL;

  return shown != NULL ? shown->group : NULL;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *group = get_group (row);
  GtkWidget *label;

  if (group == NULL || group == get_group (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", group, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "esp-compare-group");
  gtk_list_box_row_set_header (row, label);
}

static void
update_counts (EspCompareSection *self)
{
  guint n_rows = 0;
  guint n_same = 0;
  GtkListBoxRow *row;
  g_autofree char *text = NULL;

  for (; (row = gtk_list_box_get_row_at_index (self->list, n_rows)) != NULL; n_rows++)
    n_same += is_same (row);
  if (n_rows > 0 && esp_compare_row_get (gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    {
      g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);

      /* Translators: after “23 rows”: how many of them the roles have alike */
      text = g_strdup_printf (_("%s, %u the same"), rows, n_same);
    }
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
  gtk_widget_set_visible (self->nothing, self->differences_only && n_rows == n_same);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !gtk_widget_get_visible (self->nothing));
}

static void
esp_compare_section_dispose (GObject *object)
{
  EspCompareSection *self = ESP_COMPARE_SECTION (object);

  if (self->list != NULL)
    {
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
      self->list = NULL;
    }

  G_OBJECT_CLASS (esp_compare_section_parent_class)->dispose (object);
}

static void
esp_compare_section_class_init (EspCompareSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_compare_section_dispose;
}

static GtkWidget *
make_heading (EspCompareSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_widget_set_layout_manager (box, esp_wrap_layout_new (12)); /* in a narrow window the count goes below */
  return box;
}

static void
esp_compare_section_init (EspCompareSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), make_heading (self));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_add_css_class (self->expander, "esp-compare-section");

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->nothing = gtk_label_new (_("No differences here"));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (self->body), self->nothing);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->list));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->body);
  gtk_box_append (GTK_BOX (self), self->expander);
}

/**
 * esp_compare_section_new:
 * @title: its heading
 *
 * Returns: (transfer full): a section without rows, which is hidden until it has one
 */
GtkWidget *
esp_compare_section_new (const char *title)
{
  EspCompareSection *self = g_object_new (ESP_TYPE_COMPARE_SECTION, NULL);

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

const char *
esp_compare_section_get_title (EspCompareSection *self)
{
  g_return_val_if_fail (ESP_IS_COMPARE_SECTION (self), NULL);

  return gtk_label_get_text (self->title);
}

GtkListBox *
esp_compare_section_get_list (EspCompareSection *self)
{
  g_return_val_if_fail (ESP_IS_COMPARE_SECTION (self), NULL);

  return self->list;
}

gboolean
esp_compare_section_get_expanded (EspCompareSection *self)
{
  g_return_val_if_fail (ESP_IS_COMPARE_SECTION (self), FALSE);

  return gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
}

void
esp_compare_section_set_expanded (EspCompareSection *self,
                                  gboolean           expanded)
{
  g_return_if_fail (ESP_IS_COMPARE_SECTION (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), expanded);
}

/**
 * esp_compare_section_set_banner:
 * @self: a section
 * @banner: (nullable): what stands between the heading and the rows
 */
void
esp_compare_section_set_banner (EspCompareSection *self,
                                GtkWidget         *banner)
{
  g_return_if_fail (ESP_IS_COMPARE_SECTION (self));

  if (self->banner != NULL)
    gtk_box_remove (GTK_BOX (self->body), self->banner);
  self->banner = banner;
  if (banner != NULL)
    gtk_box_prepend (GTK_BOX (self->body), banner);
}

/**
 * esp_compare_section_clear:
 * @self: a section
 *
 * Removes all rows: before their comparison is freed.
 */
void
esp_compare_section_clear (EspCompareSection *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (ESP_IS_COMPARE_SECTION (self));

  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  update_counts (self);
}

void
esp_compare_section_add (EspCompareSection *self,
                         GtkWidget         *row)
{
  g_return_if_fail (ESP_IS_COMPARE_SECTION (self));

  gtk_list_box_append (self->list, row);
  update_counts (self);
}

/**
 * esp_compare_section_set_differences_only:
 * @self: a section
 * @differences_only: whether rows marked as the same are hidden
 */
void
esp_compare_section_set_differences_only (EspCompareSection *self,
                                          gboolean           differences_only)
{
  g_return_if_fail (ESP_IS_COMPARE_SECTION (self));

  self->differences_only = differences_only;
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  update_counts (self);
}

/**
 * esp_compare_section_get_n_shown:
 * @self: a section
 *
 * Returns: how many rows are not hidden as the same; a closed section has them too
 */
guint
esp_compare_section_get_n_shown (EspCompareSection *self)
{
  guint n = 0;
  GtkListBoxRow *row;

  g_return_val_if_fail (ESP_IS_COMPARE_SECTION (self), 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    n += is_shown (row, self);
  return n;
}

/**
 * esp_compare_section_grab_heading:
 * @self: a section
 *
 * Brings the keyboard to the heading.
 */
void
esp_compare_section_grab_heading (EspCompareSection *self)
{
  g_return_if_fail (ESP_IS_COMPARE_SECTION (self));

  gtk_widget_grab_focus (self->expander);
}
