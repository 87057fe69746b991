/* esp-layout.c — where every box of a forest stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout.h"

#include "core/esp-memory.h"
#include "layout/esp-layout-private.h"

/* A cache line is 64 bytes. */
static gpointer
alloc_large (gsize n,
             gsize size)
{
  gpointer block = g_aligned_alloc (n, size, 64);

  esp_memory_populate (block, n * size);
  return block;
}

static void
init_work (EspLayoutWork        *work,
           const EspLayoutInput *input,
           EspLayout            *out,
           const int            *cancelled)
{
  const EspTree *tree = input->tree;
  gboolean is_turned = esp_layout_input_is_turned (input);
  guint32 most = 0;

  out->x = alloc_large (tree->n, sizeof (double));
  out->y = alloc_large (tree->n, sizeof (double));
  out->place = g_new (guint8, tree->n);

  for (EspNodeIx i = 0; i < tree->n; i++)
    most = MAX (most, tree->n_children[i]);

  *work = (EspLayoutWork){
    .input = input,
    .tree = tree,
    .out = out,
    .cancelled = cancelled,
    .size_along = is_turned ? input->height : input->width,
    .size_deep = is_turned ? input->width : input->height,
    .along = is_turned ? out->y : out->x,
    .deep = is_turned ? out->x : out->y,
    .place = out->place,
    .boxes = alloc_large (tree->n, sizeof (EspTidyBox)),
    .kids = g_new (EspNodeIx, most),
    .ramp = g_new0 (double, most),
    .ramp_end = g_new0 (double, most),
    .lows = g_new (EspTidyLow, most),
  };
}

static void
clear_work (EspLayoutWork *work)
{
  g_clear_pointer (&work->mode, g_free);
  g_clear_pointer (&work->boxes, g_aligned_free);
  g_clear_pointer (&work->grids, g_array_unref);
  g_clear_pointer (&work->kids, g_free);
  g_clear_pointer (&work->ramp, g_free);
  g_clear_pointer (&work->ramp_end, g_free);
  g_clear_pointer (&work->lows, g_free);
}

/* From distances to parents to places: afterwards work->along has the edges of the boxes, the first of them at 0. */
static void
sum_up (EspLayoutWork *work)
{
  const EspTree *tree = work->tree;
  double start = work->out->n_lone > 0 ? 0.0 : G_MAXDOUBLE;
  double end = 0.0;
  double bottom = 0.0;

  for (EspNodeIx i = 0; i < tree->n; i++)
    {
      double half = work->size_along[i] / 2.0;

      if (i >= tree->n_roots)
        work->along[i] += work->along[tree->parent[i]];
      start = MIN (start, work->along[i] - half);
      end = MAX (end, work->along[i] + half);
      bottom = MAX (bottom, work->deep[i] + work->size_deep[i]);
    }

  if (work->out->n_lone > 0 && !esp_layout_input_is_turned (work->input))
    bottom = MAX (bottom, work->lone.y + work->lone.height + work->input->gaps.heading);
  for (EspNodeIx i = 0; i < tree->n; i++)
    work->along[i] -= work->size_along[i] / 2.0 + start;
  work->size[0] = end - start;
  work->size[1] = bottom;
  work->lone.x -= work->out->n_lone > 0 ? start : 0.0;
}

EspLayoutAxes
_esp_layout_get_axes (const EspLayoutInput *input,
                      const EspLayout      *layout)
{
  gboolean is_turned = esp_layout_input_is_turned (input);
  gboolean is_mirrored = input->mirrored != FALSE;

  return (EspLayoutAxes){
    .is_turned = is_turned,
    .flips_x = is_turned ? (input->direction == ESP_DIRECTION_LEFT) != is_mirrored : is_mirrored,
    .flips_y = input->direction == ESP_DIRECTION_UP,
    .width = layout->width,
    .height = layout->height,
  };
}

/* The axes are in place already; what is left are the mirrors. */
static void
turn (EspLayoutWork *work)
{
  EspLayout *out = work->out;
  EspLayoutAxes axes;

  out->width = work->size[esp_layout_input_is_turned (work->input) ? 1 : 0];
  out->height = work->size[esp_layout_input_is_turned (work->input) ? 0 : 1];
  out->lone = work->lone;

  axes = _esp_layout_get_axes (work->input, out);
  if (axes.is_turned)
    out->lone = (EspRect){ work->lone.y, work->lone.x, work->lone.height, work->lone.width };
  if (axes.flips_x)
    {
      for (EspNodeIx i = 0; i < out->n; i++)
        out->x[i] = out->width - out->x[i] - work->input->width[i];
      out->lone.x = out->width - out->lone.x - out->lone.width;
    }
  if (axes.flips_y)
    {
      for (EspNodeIx i = 0; i < out->n; i++)
        out->y[i] = out->height - out->y[i] - work->input->height[i];
      out->lone.y = out->height - out->lone.y - out->lone.height;
    }
}

/**
 * esp_layout_run:
 * @input: forest, sizes in world px, options
 * @out: (out caller-allocates): the layout; esp_layout_clear() frees it
 * @cancelled: (nullable): set to non-zero by g_atomic_int_set() from any thread to stop early
 *
 * Says where every box stands. Rows are tidy trees with true sizes: subtrees stand as close as their outlines allow, which
 * may be of any height; equal branches look equal; a parent stands over the middle between its first and its last child, to
 * the pixel. The same input gives the same layout.
 *
 * With up to %ESP_LAYOUT_MAX_ROOTS_IN_A_ROW roots, they stand side by side in their order. With more, those with children
 * stand in rows, and then all others in one block.
 *
 * Mirroring the direction or `mirrored` mirrors every rectangle exactly, as long as sizes are whole pixels.
 *
 * Time: O(n), no recursion. Memory: 64 bytes a node until it returns. Threads: any. Errors: none.
 *
 * Returns: FALSE if cancelled; @out is then empty
 */
gboolean
esp_layout_run (const EspLayoutInput *input,
                EspLayout            *out,
                const int            *cancelled)
{
  EspLayoutWork work;
  gboolean is_done;

  g_return_val_if_fail (input != NULL && input->tree != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (input->tree->n == 0 || (input->width != NULL && input->height != NULL), FALSE);
  g_return_val_if_fail (input->aspect > 0.0, FALSE);

  *out = (EspLayout){ .n = input->tree->n };
  if (out->n == 0)
    return TRUE;

  init_work (&work, input, out, cancelled);
  _esp_layout_assign_places (&work);
  if (!work.is_plain)
    _esp_layout_measure_depths (&work);
  _esp_layout_place_deep (&work);
  is_done = _esp_layout_place_along (&work);
  if (is_done)
    {
      _esp_layout_place_roots (&work);
      sum_up (&work);
      turn (&work);
    }
  clear_work (&work);
  if (!is_done)
    esp_layout_clear (out);
  return is_done;
}

/**
 * esp_layout_clear:
 * @self: a layout
 *
 * Frees the arrays and leaves an empty layout.
 */
void
esp_layout_clear (EspLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->x, g_aligned_free);
  g_clear_pointer (&self->y, g_aligned_free);
  g_clear_pointer (&self->place, g_free);
  *self = (EspLayout){ 0 };
}
