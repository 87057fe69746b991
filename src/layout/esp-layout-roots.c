/* esp-layout-roots.c — several roots: side by side, or in rows with the lone ones in a block
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout-private.h"

/* A tree as a box. */
typedef struct
{
  EspNodeIx root;
  double    reach[2];
  double    depth;
} Grove;

typedef struct
{
  EspLayoutWork *work;
  Grove         *groves;
  guint32        n;
  EspGrid        lone;
} Roots;

static inline double
get_size (const Grove *grove)
{
  return grove->reach[BEFORE] + grove->reach[AFTER];
}

static void
collect_groves (Roots    *roots,
                gboolean  lone_too)
{
  EspLayoutWork *work = roots->work;
  const EspTree *tree = work->tree;

  roots->groves = g_new (Grove, tree->n_roots);
  for (EspNodeIx i = 0; i < tree->n_roots; i++)
    {
      Grove *grove = &roots->groves[roots->n];

      if (!lone_too && tree->n_children[i] == 0)
        {
          work->place[i] = ESP_PLACE_LONE;
          continue;
        }

      grove->root = i;
      _esp_layout_get_reach (work, i, grove->reach);
      grove->reach[BEFORE] = ceil (grove->reach[BEFORE]);
      grove->reach[AFTER] = ceil (grove->reach[AFTER]);
      grove->depth = work->boxes[work->boxes[i].end[AFTER]].bottom - work->input->gaps.level;
      roots->n++;
    }
}

/* Puts the groves in rows no wider than @width, but at least one in each; only measures if not @placing. Returns the depth. */
static double
fill_rows (Roots    *roots,
           double    width,
           gboolean  placing)
{
  EspLayoutWork *work = roots->work;
  const EspGaps *gaps = &work->input->gaps;
  double along = 0.0;
  double deep = 0.0;
  double depth = 0.0;

  for (guint32 i = 0; i < roots->n; i++)
    {
      const Grove *grove = &roots->groves[i];

      if (along > 0.0 && along + get_size (grove) > width)
        {
          along = 0.0;
          deep += depth + gaps->grove;
          depth = 0.0;
        }
      if (placing)
        {
          work->along[grove->root] = along + grove->reach[BEFORE];
          work->boxes[grove->root].bottom = deep;
        }
      along += get_size (grove) + gaps->root;
      depth = MAX (depth, grove->depth);
    }

  return deep + depth;
}

static guint32
count_lone_columns (const Roots *roots,
                    double       width)
{
  double gap = roots->work->input->gaps.block_gap;

  return CLAMP (floor ((width + gap) / (roots->lone.cell_along + gap)), 1.0, MAX (roots->lone.n, 1));
}

static double
get_lone_depth (const Roots *roots,
                guint32      n_columns)
{
  double gap = roots->work->input->gaps.block_gap;

  return roots->lone.n == 0 ? 0.0 : ((roots->lone.n - 1) / n_columns + 1) * (roots->lone.cell_deep + gap) - gap;
}

/* The least width, within 2 %, at which the whole is as wide as its depth asks for. */
static double
find_width (Roots  *roots,
            double  aspect)
{
  double narrow = roots->lone.cell_along;
  double wide = 0.0;

  for (guint32 i = 0; i < roots->n; i++)
    {
      narrow = MAX (narrow, get_size (&roots->groves[i]));
      wide += get_size (&roots->groves[i]) + roots->work->input->gaps.root;
    }
  wide = MAX (wide, roots->lone.n * (roots->lone.cell_along + roots->work->input->gaps.block_gap));

  while (wide > narrow * 1.02)
    {
      double width = sqrt (narrow * wide);
      double depth = fill_rows (roots, width, FALSE) + get_lone_depth (roots, count_lone_columns (roots, width));

      if (width < aspect * depth)
        narrow = width;
      else
        wide = width;
    }
  return wide;
}

/* The block of lone roots, below the groves or alone. The heading is above on the screen: room for it is kept on the two
 * sides which may become that. */
static void
place_lone (Roots   *roots,
            double   groves_end,
            guint32  n_columns)
{
  EspLayoutWork *work = roots->work;
  const EspGaps *gaps = &work->input->gaps;
  gboolean is_turned = esp_layout_input_is_turned (work->input);
  double along = is_turned ? gaps->heading : 0.0;
  double deep = is_turned ? 0.0 : gaps->heading;
  guint32 n = 0;

  if (groves_end > 0.0)
    deep = groves_end + gaps->grove;
  work->lone = (EspRect){ along, deep, 0.0, 0.0 };

  for (EspNodeIx i = roots->lone.first; n < roots->lone.n; i++)
    if (work->place[i] == ESP_PLACE_LONE)
      {
        double start = along + n % n_columns * (roots->lone.cell_along + gaps->block_gap);

        work->along[i] = start + work->size_along[i] / 2.0;
        work->boxes[i].bottom = deep + n / n_columns * (roots->lone.cell_deep + gaps->block_gap);
        work->lone.width = MAX (work->lone.width, start + work->size_along[i] - along);
        work->lone.height = MAX (work->lone.height, work->boxes[i].bottom + work->size_deep[i] - deep);
        n++;
      }
  work->out->n_lone = n;
}

/* Roots know by now how deep their tree begins; what is below them follows. */
static void
move_deeper (EspLayoutWork *work)
{
  const EspTree *tree = work->tree;

  for (EspNodeIx i = 0; i < tree->n; i++)
    {
      if (i >= tree->n_roots)
        work->boxes[i].bottom = work->boxes[tree->parent[i]].bottom;
      work->deep[i] += work->boxes[i].bottom;
    }
}

/*< private >
 * _esp_layout_place_roots:
 *
 * Fills work->along for the roots, and moves whole trees deeper where there are rows of them. Time: O(n).
 */
void
_esp_layout_place_roots (EspLayoutWork *work)
{
  const EspTree *tree = work->tree;
  gboolean has_rows = tree->n_roots > ESP_LAYOUT_MAX_ROOTS_IN_A_ROW;
  double aspect = esp_layout_input_is_turned (work->input) ? 1.0 / work->input->aspect : work->input->aspect;
  Roots roots = { work };
  double width = G_MAXDOUBLE;
  double end;

  collect_groves (&roots, !has_rows);
  if (has_rows)
    {
      roots.lone = _esp_layout_measure_cells (work, 0, tree->n_roots, ESP_PLACE_LONE, aspect);
      width = find_width (&roots, aspect);
    }

  end = fill_rows (&roots, width, TRUE);
  if (roots.lone.n > 0)
    place_lone (&roots, end, roots.n > 0 ? count_lone_columns (&roots, width) : roots.lone.n_columns);
  if (has_rows)
    move_deeper (work);
  g_free (roots.groves);
}
