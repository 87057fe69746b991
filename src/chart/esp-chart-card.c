/* esp-chart-card.c — a position's card or a unit's plate as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart-card.h"

#include "esp-config.h"

#include "chart/esp-glyph-icon.h"
#include "core/esp-i18n.h"
#include "scene/esp-lens.h"

#define BORDER       1  /* of the CSS box: children are placed inside of it */
#define EDGE         12 /* free at the end of a card */
#define GAP          6
#define RAIL         3
#define SEAT_RAIL    6
#define FINDING      18

/**
 * EspChartCard:
 *
 * Shows one item of a scene. Where its parts stand follows the grid of the scene's metrics to the pixel, so that the card on the
 * screen and in a file are the same. It is bound to another item when the chart is panned.
 *
 * Signal `toggle-fold ()`: its pill was pressed.
 *
 * # CSS nodes
 *
 * `chartcard` with `.unit`, `.seat`, `.docked`, `.has-head`, `.group`, `.muted`, `.vacant`, `.open`, `.selected`, `.hit`, `.found`,
 * `.dimmed`, `.context`, and one of
 * `.company`, `.department`, `.pmo`, `.coe`, `.program`.
 *
 * # Accessibility
 *
 * Role tree item; label, level, expanded, selected, position in set and set size, and all of that in words in the description,
 * because not every screen reader is told of the last ones.
 */
struct _EspChartCard
{
  GtkWidget             parent_instance;

  /* template */
  GtkLabel             *initials;
  EspGlyphIcon         *unit_glyph;
  GtkLabel             *title;
  EspGlyphIcon         *scope;
  GtkLabel             *holder;
  GtkLabel             *state;
  GtkLabel             *posts;
  EspGlyphIcon         *finding;
  GtkLabel             *unit;
  GtkLabel             *level;
  GtkLabel             *serves;
  GtkWidget            *fold;
  EspGlyphIcon         *fold_glyph;
  GtkLabel             *fold_text;

  /* what is shown */
  const EspChartColors *colors; /* borrowed: the chart's */
  EspItem               item;
  EspTable              table;
  EspIx                 ix;
  EspCardMetrics        metrics;
  EspDirection          direction; /* as on the screen */
  EspColor              color;
  guint                 title_lines;
  guint                 style; /* STYLE_ flags */
};

enum
{
  STYLE_UNIT     = 1 << 0,
  STYLE_SEAT     = 1 << 1,
  STYLE_DOCKED   = 1 << 2,
  STYLE_HAS_HEAD = 1 << 3,
  STYLE_GROUP    = 1 << 4,
  STYLE_MUTED    = 1 << 5,
  STYLE_VACANT   = 1 << 6,
  STYLE_LARGE    = 1 << 7,
  STYLE_SELECTED = 1 << 8,
  STYLE_HIT      = 1 << 9,
  STYLE_EXTERNAL = 1 << 10,
  STYLE_USUAL    = 1 << 11,
  STYLE_OPEN     = 1 << 12, /* can be folded and is not */
  STYLE_DIMMED   = 1 << 13,
  STYLE_FOUND    = 1 << 14, /* something that was found is folded away in it */
  STYLE_CONTEXT  = 1 << 15,
  STYLE_COLOR    = 16,      /* shift of the colour */
};

enum
{
  TOGGLE_FOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspChartCard, esp_chart_card, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gboolean visible = text != NULL && *text != '\0';

  if (visible && g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), visible);
}

static void
show_glyph (EspGlyphIcon *icon,
            EspGlyph      glyph)
{
  esp_glyph_icon_set_glyph (icon, glyph);
  gtk_widget_set_visible (GTK_WIDGET (icon), glyph != ESP_GLYPH_NONE);
}

/* Style */

static const char *
get_color_class (EspColor color)
{
  switch (color)
    {
    case ESP_COLOR_DEPARTMENT:
    case ESP_COLOR_PMO:
    case ESP_COLOR_COE:
    case ESP_COLOR_PROGRAM:
    case ESP_COLOR_SCALE_1:
    case ESP_COLOR_SCALE_2:
    case ESP_COLOR_SCALE_3:
    case ESP_COLOR_SCALE_4:
    case ESP_COLOR_SCALE_5:
    case ESP_COLOR_SCALE_6:
      return esp_palette_get_css_name (color);

    case ESP_COLOR_CANVAS:
    case ESP_COLOR_CARD:
    case ESP_COLOR_CARD_BORDER:
    case ESP_COLOR_TEXT:
    case ESP_COLOR_TEXT_SECONDARY:
    case ESP_COLOR_WIRE:
    case ESP_COLOR_COMPANY:
    case ESP_COLOR_ACCENT:
    case ESP_COLOR_ERROR:
    case ESP_COLOR_WARNING:
    case ESP_COLOR_SUCCESS:
    case ESP_COLOR_HIT:
    case ESP_N_COLORS:
    default:
      return esp_palette_get_css_name (ESP_COLOR_COMPANY);
    }
}

static void
set_style (EspChartCard *self,
           guint         style)
{
  static const struct
  {
    guint       flag;
    const char *name;
  } classes[] = {
    { STYLE_UNIT, "unit" },
    { STYLE_SEAT, "seat" },
    { STYLE_DOCKED, "docked" },
    { STYLE_HAS_HEAD, "has-head" },
    { STYLE_GROUP, "group" },
    { STYLE_MUTED, "muted" },
    { STYLE_VACANT, "vacant" },
    { STYLE_LARGE, "large" },
    { STYLE_SELECTED, "selected" },
    { STYLE_HIT, "hit" },
    { STYLE_USUAL, "usual" },
    { STYLE_OPEN, "open" },
    { STYLE_DIMMED, "dimmed" },
    { STYLE_FOUND, "found" },
    { STYLE_CONTEXT, "context" },
  };
  const char *names[G_N_ELEMENTS (classes) + 2];
  guint n = 0;

  if (self->style == style)
    return;
  self->style = style;
  names[n++] = get_color_class (self->color);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (style & classes[i].flag)
      names[n++] = classes[i].name;
  names[n] = NULL;
  gtk_widget_set_css_classes (GTK_WIDGET (self), names);
}

static guint
get_style (const EspCard     *card,
           EspChartCardMarks  marks)
{
  guint style = 1u << 31 | (guint) card->color << STYLE_COLOR;

  style |= card->is_unit ? STYLE_UNIT : 0;
  style |= card->is_seat && !card->is_unit ? STYLE_SEAT : 0;
  style |= card->is_docked ? STYLE_DOCKED : 0;
  style |= card->has_head ? STYLE_HAS_HEAD : 0;
  style |= card->is_group ? STYLE_GROUP : 0;
  style |= card->is_large ? STYLE_LARGE : 0;
  style |= card->state == ESP_CARD_FROZEN || card->state == ESP_CARD_ELIMINATED ? STYLE_MUTED : 0;
  style |= card->state == ESP_CARD_VACANT ? STYLE_VACANT : 0;
  style |= card->scope == ESP_SCOPE_MARK_EXTERNAL ? STYLE_EXTERNAL : 0;
  style |= card->scope == ESP_SCOPE_MARK_USUALLY_INTERNAL || card->scope == ESP_SCOPE_MARK_USUALLY_EXTERNAL ? STYLE_USUAL : 0;
  style |= card->fold_pill != NULL && *card->fold_pill == '\0' ? STYLE_OPEN : 0;
  style |= card->found_pill != NULL ? STYLE_FOUND : 0;
  style |= card->is_dimmed ? STYLE_DIMMED : 0;
  style |= card->is_context ? STYLE_CONTEXT : 0;
  style |= marks & ESP_CHART_CARD_SELECTED ? STYLE_SELECTED : 0;
  style |= marks & ESP_CHART_CARD_HIT ? STYLE_HIT : 0;
  return style;
}

/* Words */

/* With a docked head one node has two cards: the pill hangs where the wires leave */
static gboolean
has_fold_pill (EspChartCard  *self,
               const EspCard *card)
{
  if (card->fold_pill == NULL)
    return FALSE;
  if (card->has_head)
    return self->direction == ESP_DIRECTION_UP;
  if (card->is_docked)
    return self->direction != ESP_DIRECTION_UP;
  return TRUE;
}

static void
show_fold (EspChartCard  *self,
           const EspCard *card)
{
  gboolean shown = has_fold_pill (self, card);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->fold, shown);
  if (!shown)
    return;
  if (card->found_pill != NULL)
    text = g_strdup_printf ("%s · %s", card->fold_pill, card->found_pill);
  esp_glyph_icon_set_glyph (self->fold_glyph, *card->fold_pill != '\0' ? ESP_GLYPH_UNFOLD : ESP_GLYPH_FOLD);
  show_text (self->fold_text, text != NULL ? text : card->fold_pill);
  gtk_widget_set_tooltip_text (self->fold, card->fold_note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *card->fold_pill != '\0' ? _("Unfold") : _("Fold"), -1);
}

static void
show_position (EspChartCard  *self,
               const EspCard *card)
{
  gboolean has_unit_row = self->metrics.unit_line > 0;

  show_text (self->initials, self->metrics.initials > 0 ? card->initials : NULL);
  show_text (self->holder, card->holder);
  show_text (self->state, card->state_pill);
  show_text (self->posts, card->posts);
  show_text (self->unit, has_unit_row ? card->unit : NULL);
  show_text (self->level, has_unit_row ? card->level_pill : NULL);
  show_text (self->serves, self->metrics.serves_line > 0 ? card->serves : NULL);
  show_glyph (self->unit_glyph, has_unit_row && card->unit != NULL ? card->unit_glyph : ESP_GLYPH_NONE);
  show_glyph (self->finding, card->finding != NULL ? ESP_GLYPH_WARNING : ESP_GLYPH_NONE);
}

static void
show_unit (EspChartCard  *self,
           const EspCard *card)
{
  show_text (self->initials, NULL);
  show_text (self->holder, card->holder);
  show_text (self->state, NULL);
  show_text (self->posts, NULL);
  show_text (self->unit, NULL);
  show_text (self->level, NULL);
  show_text (self->serves, NULL);
  show_glyph (self->unit_glyph, card->unit_glyph);
  show_glyph (self->finding, card->finding != NULL ? ESP_GLYPH_WARNING : ESP_GLYPH_NONE);
}

static void
tell (EspChartCard      *self,
      EspScene          *scene,
      EspChartCardMarks  marks)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  EspNodeIx node = ESP_ITEM_NODE (self->item);
  g_autofree char *label = esp_card_get_label (scene, self->item);
  g_autofree char *description = esp_card_get_description (scene, self->item);
  guint32 n;
  guint32 at = esp_scene_get_item_position (scene, self->item, &n);

  gtk_accessible_update_property (accessible,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, esp_scene_get_item_level (scene, self->item),
                                  -1);
  gtk_accessible_update_relation (accessible,
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, at,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, n,
                                  -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, (marks & ESP_CHART_CARD_SELECTED) != 0, -1);
  if (!ESP_ITEM_IS_HEAD (self->item) && esp_scene_can_fold (scene, node))
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, !esp_scene_is_folded (scene, node), -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* Where things stand */

static EspDirection
get_direction (const EspSceneOptions *options)
{
  if (!options->mirrored)
    return options->direction;
  if (options->direction == ESP_DIRECTION_LEFT)
    return ESP_DIRECTION_RIGHT;
  return options->direction == ESP_DIRECTION_RIGHT ? ESP_DIRECTION_LEFT : options->direction;
}

static double
get_width (EspChartCard *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) + 2 * BORDER;
}

static double
get_height (EspChartCard *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) + 2 * BORDER;
}

static double
mirror (EspChartCard *self,
        double        x,
        double        width)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? get_width (self) - x - width : x;
}

static void
put_at (GtkWidget *child,
        double     x,
        double     y,
        double     width,
        double     height)
{
  gtk_widget_allocate (child, MAX (width, 0), MAX (height, 0), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x - BORDER, y - BORDER)));
}

static void
place (EspChartCard *self,
       gpointer      child,
       double        x,
       double        y,
       double        width,
       double        height)
{
  if (gtk_widget_get_visible (child))
    put_at (child, mirror (self, x, width), y, width, height);
}

static double
get_natural_width (gpointer child)
{
  int natural = 0;

  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place_fold (EspChartCard *self)
{
  double width = get_width (self);
  double height = get_height (self);
  double pill_height = self->metrics.fold_height;
  double pill_width;

  if (!gtk_widget_get_visible (self->fold))
    return;
  pill_width = MAX (get_natural_width (self->fold), pill_height);
  switch (self->direction)
    {
    case ESP_DIRECTION_UP:
      put_at (self->fold, (int) ((width - pill_width) / 2), -pill_height / 2, pill_width, pill_height);
      break;
    case ESP_DIRECTION_RIGHT:
      put_at (self->fold, width - pill_height / 2, (int) ((height - pill_height) / 2), pill_width, pill_height);
      break;
    case ESP_DIRECTION_LEFT:
      put_at (self->fold, pill_height / 2 - pill_width, (int) ((height - pill_height) / 2), pill_width, pill_height);
      break;
    case ESP_DIRECTION_DOWN:
    default:
      put_at (self->fold, (int) ((width - pill_width) / 2), height - pill_height / 2, pill_width, pill_height);
      break;
    }
}

/* The name, or a pill in its place, and how many posts */
static void
place_holder (EspChartCard *self,
              double        y)
{
  const EspCardMetrics *m = &self->metrics;
  double right = get_width (self) - EDGE;
  double posts = MIN (get_natural_width (self->posts), m->width / 3);
  double x = m->text_x;
  double pill;

  place (self, self->posts, right - posts, y, posts, m->holder_line);
  if (posts > 0)
    right -= posts + GAP;
  pill = MIN (get_natural_width (self->state), right - x);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->holder)))
    {
      place (self, self->state, x, y, pill, m->pill_height);
      return;
    }
  if (pill > 0)
    {
      pill = MIN (pill, (right - x) / 2);
      place (self, self->state, right - pill, y, pill, m->pill_height);
      right -= pill + GAP;
    }
  place (self, self->holder, x, y, right - x, m->holder_line);
}

static void
place_unit_row (EspChartCard *self,
                double        y)
{
  const EspCardMetrics *m = &self->metrics;
  double right = get_width (self) - EDGE;
  double level = MIN (get_natural_width (self->level), (right - m->text_x) / 2);
  double x = m->text_x;

  if (gtk_widget_get_visible (GTK_WIDGET (self->finding)))
    {
      place (self, self->finding, x, y + (m->unit_line - FINDING) / 2, FINDING, FINDING);
      x += FINDING + 3;
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->unit_glyph)))
    {
      place (self, self->unit_glyph, x, y + (m->unit_line - ESP_GLYPH_SIZE) / 2, ESP_GLYPH_SIZE, ESP_GLYPH_SIZE);
      x += ESP_GLYPH_SIZE + GAP;
    }
  place (self, self->level, right - level, y, level, m->pill_height);
  if (level > 0)
    right -= level + GAP;
  place (self, self->unit, x, y, right - x, m->unit_line);
}

static void
place_position (EspChartCard *self)
{
  const EspCardMetrics *m = &self->metrics;
  double width = get_width (self);
  double right = width - EDGE;
  double y = m->top;
  double title_height = m->title_line * self->title_lines;

  place (self, self->initials, 18, m->top, m->initials, m->initials);
  place (self, self->scope, right - m->mark, y + (m->title_line - m->mark) / 2, m->mark, m->mark);
  place (self, self->title, m->text_x, y, right - m->mark - GAP - m->text_x, title_height);
  y += title_height;
  place_holder (self, y);
  y += m->holder_line;
  if (m->unit_line <= 0) /* no third row: the warning stands under the scope mark */
    {
      place (self, self->finding, right - FINDING, y - m->holder_line, FINDING, FINDING);
      return;
    }
  y += m->gap;
  place_unit_row (self, y);
  y += m->unit_line + m->gap;
  place (self, self->serves, m->text_x, y, right - m->text_x, m->serves_line);
}

static void
place_plate (EspChartCard *self)
{
  const EspCardMetrics *m = &self->metrics;
  double right = get_width (self) - EDGE;
  double x = 18 + ESP_GLYPH_SIZE + GAP;
  double y = (get_height (self) - m->title_line - m->holder_line) / 2;

  if (gtk_widget_get_visible (GTK_WIDGET (self->finding)))
    {
      place (self, self->finding, right - FINDING, y, FINDING, FINDING);
      place (self, self->title, x, y, right - FINDING - GAP - x, m->title_line);
    }
  else
    {
      place (self, self->title, x, y, right - x, m->title_line);
    }
  place (self, self->unit_glyph, 18, y + (m->title_line - ESP_GLYPH_SIZE) / 2, ESP_GLYPH_SIZE, ESP_GLYPH_SIZE);
  place (self, self->holder, x, y + m->title_line, right - x, m->holder_line);
}

static void
esp_chart_card_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  EspChartCard *self = ESP_CHART_CARD (widget);

  if (self->style & STYLE_UNIT)
    place_plate (self);
  else
    place_position (self);
  place_fold (self);
}

static void
esp_chart_card_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  EspChartCard *self = ESP_CHART_CARD (widget);

  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->metrics.width : self->metrics.plate_height;
}

/* The bar at the start says where a seat stands, the one at the end that it faces out */
static void
snapshot_bars (EspChartCard *self,
               GtkSnapshot  *snapshot)
{
  const EspCardMetrics *m = &self->metrics;
  gboolean is_seat = (self->style & STYLE_SEAT) != 0;
  double width = is_seat ? SEAT_RAIL : RAIL;
  double x = mirror (self, m->rail_x, width) - BORDER;
  double y = m->rail_inset - BORDER;
  double height = get_height (self) - 2 * m->rail_inset;
  gboolean is_dimmed = (self->style & (STYLE_DIMMED | STYLE_CONTEXT)) != 0;
  const GdkRGBA *color = &self->colors->colors[is_seat && !is_dimmed ? self->color : ESP_COLOR_CARD_BORDER];

  if (self->style & STYLE_VACANT)
    {
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), 0);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { *color, *color, *color, *color });
    }
  else
    {
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
    }

  if (self->style & STYLE_EXTERNAL)
    gtk_snapshot_append_color (snapshot, &self->colors->colors[is_dimmed ? ESP_COLOR_CARD_BORDER : self->color],
                               &GRAPHENE_RECT_INIT (mirror (self, get_width (self) - m->rail_x - RAIL, RAIL) - BORDER, y, RAIL, height));
}

static void
esp_chart_card_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  EspChartCard *self = ESP_CHART_CARD (widget);

  if ((self->style & STYLE_UNIT) == 0)
    snapshot_bars (self, snapshot);
  GTK_WIDGET_CLASS (esp_chart_card_parent_class)->snapshot (widget, snapshot);
}

static void
fold_clicked_cb (EspChartCard *self)
{
  g_signal_emit (self, signals[TOGGLE_FOLD], 0);
}

/* What assistive technologies can do with a card, wherever the keyboard is: that goes to the card, and the chart does the rest */
static const char * const actions[] = {
  "card.activate", "card.menu", "card.toggle-fold", "card.toggle-selected", "card.add", "card.add-sibling", "card.rename", "card.delete",
  "card.cut", "card.paste", "card.pick-up", "card.put-down", "card.move-earlier", "card.move-later",
};

static void
chart_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_autofree char *chart_name = g_strconcat ("chart", strchr (name, '.'), NULL);

  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action_variant (widget, chart_name, NULL);
}

static void
esp_chart_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_CHART_CARD);

  G_OBJECT_CLASS (esp_chart_card_parent_class)->dispose (object);
}

static void
esp_chart_card_class_init (EspChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_chart_card_dispose;

  widget_class->measure = esp_chart_card_measure;
  widget_class->size_allocate = esp_chart_card_size_allocate;
  widget_class->snapshot = esp_chart_card_snapshot;

  signals[TOGGLE_FOLD] = g_signal_new ("toggle-fold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ESP_TYPE_GLYPH_ICON);
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, initials);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, unit_glyph);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, scope);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, holder);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, state);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, posts);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, finding);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, unit);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, level);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, serves);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, fold);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, fold_glyph);
  gtk_widget_class_bind_template_child (widget_class, EspChartCard, fold_text);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, chart_action);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
}

static void
esp_chart_card_init (EspChartCard *self)
{
  self->item = ESP_ITEM_NONE;
  self->ix = ESP_IX_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->fold, "clicked", G_CALLBACK (fold_clicked_cb), self);
}

/**
 * esp_chart_card_new:
 * @colors: what to draw with; not owned, must outlive the card
 *
 * Returns: (transfer floating): a card of nothing yet
 */
GtkWidget *
esp_chart_card_new (const EspChartColors *colors)
{
  EspChartCard *self = g_object_new (ESP_TYPE_CHART_CARD, NULL);

  self->colors = colors;
  return GTK_WIDGET (self);
}

/**
 * esp_chart_card_bind:
 * @self: a card
 * @scene: where the item is
 * @item: what to show
 * @marks: how it is distinguished
 *
 * Shows an item. Words that stay the same are left alone.
 */
void
esp_chart_card_bind (EspChartCard      *self,
                     EspScene          *scene,
                     EspItem            item,
                     EspChartCardMarks  marks)
{
  EspCard card;
  guint lines;

  g_return_if_fail (ESP_IS_CHART_CARD (self));

  esp_card_fill_with_lens (&card, scene, item);
  self->item = item;
  self->ix = esp_scene_get_row (scene, item, &self->table);
  self->metrics = *esp_scene_get_metrics (scene);
  self->direction = get_direction (esp_scene_get_options (scene));
  self->color = card.color;

  lines = card.title_break != 0 ? 2 : 1;
  if (lines != self->title_lines)
    gtk_label_set_lines (self->title, lines);
  self->title_lines = lines;
  show_text (self->title, card.title);
  show_glyph (self->scope, esp_card_get_scope_glyph (&card));
  if (card.is_unit)
    show_unit (self, &card);
  else
    show_position (self, &card);
  show_fold (self, &card);
  card.is_dimmed |= (marks & ESP_CHART_CARD_DIMMED) != 0;
  card.is_dimmed |= esp_chart_colors_is_dimmed (self->colors, card.is_seat && !card.is_unit, card.color);
  set_style (self, get_style (&card, marks));
  tell (self, scene, marks);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * esp_chart_card_get_item:
 * @self: a card
 *
 * Returns: what it shows, by its number in the scene it was bound from
 */
EspItem
esp_chart_card_get_item (EspChartCard *self)
{
  g_return_val_if_fail (ESP_IS_CHART_CARD (self), ESP_ITEM_NONE);

  return self->item;
}

/**
 * esp_chart_card_get_row:
 * @self: a card
 * @ix: (out): the row
 *
 * Returns: the table of the row that it shows
 */
EspTable
esp_chart_card_get_row (EspChartCard *self,
                        EspIx        *ix)
{
  g_return_val_if_fail (ESP_IS_CHART_CARD (self), ESP_TABLE_POSITIONS);

  *ix = self->ix;
  return self->table;
}
