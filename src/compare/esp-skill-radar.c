/* esp-skill-radar.c — how strong each subject is in each group of skills, as a star
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-skill-radar.h"

#include <adwaita.h>
#include <math.h>

#include "core/esp-i18n.h"
#include "scene/esp-palette.h"

#define LEAST_SIZE    240
#define NATURAL_SIZE  330
#define LABEL_ROOM    48  /* above and below the star */
#define MARK_SIZE     4.0
#define SAMPLE_WIDTH  42
#define SAMPLE_HEIGHT 12

/**
 * EspSkillRadar:
 *
 * One axis for each group of skills that the subjects have, one line for each subject: the mean level of the group's skills, those
 * counted as none that only others have. Lines differ by colour, by dash and by the shape of their points.
 *
 * # CSS nodes
 *
 * `skillradar`
 *
 * # Accessibility
 *
 * An image whose name tells all values. The bars below it say each skill.
 */
struct _EspSkillRadar
{
  GtkWidget  parent_instance;

  GPtrArray *axes;  /* names of groups */
  GArray    *values; /* double: axis · subjects + subject */
  guint      n_subjects;
  double     n_levels;
};

/* How the line of a subject looks */
static const struct
{
  EspColor color;
  double   dashes[4];
  int      n_dashes;
} series[ESP_COMPARISON_MAX_SUBJECTS] = {
  { ESP_COLOR_DEPARTMENT, { 0 }, 0 },
  { ESP_COLOR_PMO, { 8, 4 }, 2 },
  { ESP_COLOR_COE, { 2, 3 }, 2 },
  { ESP_COLOR_PROGRAM, { 10, 3, 2, 3 }, 4 },
  { ESP_COLOR_COMPANY, { 14, 5 }, 2 },
  { ESP_COLOR_TEXT, { 1, 4 }, 2 },
};

G_DEFINE_FINAL_TYPE (EspSkillRadar, esp_skill_radar, GTK_TYPE_WIDGET)

static void
set_color (cairo_t  *cr,
           EspColor  color,
           double    alpha)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint32 rgb = esp_palette_get (esp_palette_choose (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager)), color);

  cairo_set_source_rgba (cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
}

/* A point of a line: disc, square, diamond, triangle, ring, cross */
static void
draw_mark (cairo_t *cr,
           guint    subject,
           double   x,
           double   y)
{
  double r = MARK_SIZE;

  cairo_new_path (cr);
  switch (subject)
    {
    case 1:
      cairo_rectangle (cr, x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
      break;
    case 2:
      cairo_move_to (cr, x, y - r - 1);
      cairo_line_to (cr, x + r + 1, y);
      cairo_line_to (cr, x, y + r + 1);
      cairo_line_to (cr, x - r - 1, y);
      cairo_close_path (cr);
      break;
    case 3:
      cairo_move_to (cr, x, y - r - 1);
      cairo_line_to (cr, x + r + 1, y + r);
      cairo_line_to (cr, x - r - 1, y + r);
      cairo_close_path (cr);
      break;
    default:
      cairo_arc (cr, x, y, subject == 0 ? r : r + 1, 0, 2 * G_PI);
    }
  if (subject < 4)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
begin_line (cairo_t *cr,
            guint    subject)
{
  set_color (cr, series[subject].color, 1);
  cairo_set_dash (cr, series[subject].dashes, series[subject].n_dashes, 0);
  cairo_set_line_width (cr, 2);
}

static void
end_line (cairo_t *cr)
{
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
get_point (EspSkillRadar *self,
           guint          axis,
           double         share,
           double         radius,
           double        *x,
           double        *y)
{
  double angle = 2 * G_PI * axis / self->axes->len - G_PI / 2;

  *x = cos (angle) * radius * share;
  *y = sin (angle) * radius * share;
}

static void
draw_ground (EspSkillRadar *self,
             cairo_t       *cr,
             double         radius)
{
  double x, y;

  set_color (cr, ESP_COLOR_CARD_BORDER, 1);
  cairo_set_line_width (cr, 1);
  for (int level = 1; level <= (int) self->n_levels; level++)
    {
      for (guint axis = 0; axis < self->axes->len; axis++)
        {
          get_point (self, axis, level / self->n_levels, radius, &x, &y);
          cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
      cairo_stroke (cr);
    }
  for (guint axis = 0; axis < self->axes->len; axis++)
    {
      get_point (self, axis, 1, radius, &x, &y);
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
    }
}

static void
draw_subject (EspSkillRadar *self,
              cairo_t       *cr,
              double         radius,
              guint          subject)
{
  double x, y;

  cairo_new_path (cr);
  for (guint axis = 0; axis < self->axes->len; axis++)
    {
      get_point (self, axis, esp_skill_radar_get_value (self, axis, subject) / self->n_levels, radius, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
  set_color (cr, series[subject].color, 0.08);
  cairo_fill_preserve (cr);
  begin_line (cr, subject);
  cairo_stroke (cr);
  end_line (cr);
  for (guint axis = 0; axis < self->axes->len; axis++)
    {
      get_point (self, axis, esp_skill_radar_get_value (self, axis, subject) / self->n_levels, radius, &x, &y);
      draw_mark (cr, subject, x, y);
    }
}

/* Names stand outside of the star, each on the side where its axis points to. */
static void
draw_names (EspSkillRadar *self,
            cairo_t       *cr,
            double         radius,
            double         half_width)
{
  for (guint axis = 0; axis < self->axes->len; axis++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), g_ptr_array_index (self->axes, axis));
      double x, y;
      int width, height;

      get_point (self, axis, 1, radius + 12, &x, &y);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, fabs (x) < 1 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
      pango_layout_get_pixel_size (layout, &width, &height);
      if (fabs (x) < 1)
        {
          x -= width / 2.0;
          y -= y < 0 ? height - 6 : 6;
        }
      else
        {
          int room = half_width - fabs (x);

          if (width > room)
            {
              pango_layout_set_width (layout, MAX (room, 48) * PANGO_SCALE);
              pango_layout_set_alignment (layout, x < 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
              pango_layout_get_pixel_size (layout, &width, &height);
              width = MAX (room, 48);
            }
          x -= x < 0 ? width : 0;
          y -= height / 2.0;
        }
      set_color (cr, ESP_COLOR_TEXT_SECONDARY, 1);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
esp_skill_radar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = NATURAL_SIZE;
}

static void
esp_skill_radar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  EspSkillRadar *self = ESP_SKILL_RADAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double radius = MAX (MIN (width / 2.0 - 90, height / 2.0 - LABEL_ROOM + 12), 60);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2, height / 2);
  draw_ground (self, cr, radius);
  for (guint i = 0; i < self->n_subjects; i++)
    draw_subject (self, cr, radius, i);
  draw_names (self, cr, radius, width / 2.0);
  cairo_destroy (cr);
}

static void
esp_skill_radar_finalize (GObject *object)
{
  EspSkillRadar *self = ESP_SKILL_RADAR (object);

  g_ptr_array_unref (self->axes);
  g_array_unref (self->values);

  G_OBJECT_CLASS (esp_skill_radar_parent_class)->finalize (object);
}

static void
esp_skill_radar_class_init (EspSkillRadarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = esp_skill_radar_finalize;
  widget_class->measure = esp_skill_radar_measure;
  widget_class->snapshot = esp_skill_radar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "skillradar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
esp_skill_radar_init (EspSkillRadar *self)
{
  self->axes = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, TRUE, sizeof (double));
}

/* Rows of one group stand together. */
static void
add_values (EspSkillRadar       *self,
            const EspComparison *comparison)
{
  GPtrArray *rows = comparison->sections[ESP_SECTION_SKILLS];
  guint n_rows = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const EspRow *row = g_ptr_array_index (rows, i);
      const EspRow *next = i + 1 < rows->len ? g_ptr_array_index (rows, i + 1) : NULL;

      if (n_rows == 0)
        {
          g_ptr_array_add (self->axes, g_strdup (row->group));
          g_array_set_size (self->values, self->axes->len * self->n_subjects);
        }
      n_rows++;
      for (guint k = 0; k < self->n_subjects; k++)
        g_array_index (self->values, double, (self->axes->len - 1) * self->n_subjects + k) += row->cells[k].strength;
      if (next != NULL && next->group == row->group)
        continue;
      for (guint k = 0; k < self->n_subjects; k++)
        g_array_index (self->values, double, (self->axes->len - 1) * self->n_subjects + k) /= n_rows;
      n_rows = 0;
    }
}

static char *
describe (EspSkillRadar       *self,
          const EspComparison *comparison)
{
  g_autoptr (GString) text = g_string_new (_("Skills by group, the mean of their levels"));

  for (guint i = 0; i < self->n_subjects; i++)
    {
      g_string_append_printf (text, "\n%s:", esp_subject_get_name (&comparison->subjects[i]));
      for (guint axis = 0; axis < self->axes->len; axis++)
        g_string_append_printf (text, "%s %s %.1f", axis > 0 ? "," : "", (char *) g_ptr_array_index (self->axes, axis),
                                esp_skill_radar_get_value (self, axis, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * esp_skill_radar_new:
 * @comparison: a comparison; not needed afterwards
 *
 * Returns: (transfer full): the skills of its subjects as a star
 */
GtkWidget *
esp_skill_radar_new (const EspComparison *comparison)
{
  EspSkillRadar *self = g_object_new (ESP_TYPE_SKILL_RADAR, NULL);
  g_autofree char *words = NULL;

  self->n_subjects = comparison->n_subjects;
  self->n_levels = esp_catalogue_get_skill_levels (comparison->catalogue)->len;
  add_values (self, comparison);
  words = describe (self, comparison);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

static void
draw_sample (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  guint subject = GPOINTER_TO_UINT (user_data);

  begin_line (cr, subject);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
  end_line (cr);
  draw_mark (cr, subject, width / 2.0, height / 2.0);
}

/**
 * esp_skill_radar_new_legend:
 * @comparison: a comparison
 *
 * Returns: (transfer full): whose line is which
 */
GtkWidget *
esp_skill_radar_new_legend (const EspComparison *comparison)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < comparison->n_subjects; i++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *sample = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      GtkWidget *label = gtk_label_new (esp_subject_get_name (&comparison->subjects[i]));

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample, GUINT_TO_POINTER (i), NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (entry), sample);
      gtk_box_append (GTK_BOX (entry), label);
      gtk_box_append (GTK_BOX (box), entry);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

guint
esp_skill_radar_get_n_axes (EspSkillRadar *self)
{
  g_return_val_if_fail (ESP_IS_SKILL_RADAR (self), 0);

  return self->axes->len;
}

/**
 * esp_skill_radar_get_value:
 * @self: a radar
 * @axis: number of a group of skills
 * @subject: number of a subject
 *
 * Returns: the mean level of the subject's skills in the group, 0 … the highest level
 */
double
esp_skill_radar_get_value (EspSkillRadar *self,
                           guint          axis,
                           guint          subject)
{
  g_return_val_if_fail (ESP_IS_SKILL_RADAR (self), 0);
  g_return_val_if_fail (axis < self->axes->len && subject < self->n_subjects, 0);

  return g_array_index (self->values, double, axis * self->n_subjects + subject);
}
