/* esp-layout-tidy.c — a row of subtrees, as close as their outlines allow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout-private.h"

/* After A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014), with two differences: no recursion (the
 * caller comes children first); and distances are whole pixels with an even span from the first child to the last, so that
 * a parent stands exactly over the middle. */

typedef struct
{
  EspLayoutWork *work;
  EspTidyBox    *boxes;
  double        *at; /* trunks of the kids, the first at 0 */
  EspNodeIx      node;
  const EspNodeIx *kids; /* NULL: first, first + 1 … */
  EspNodeIx      first;
  guint32        n;
  guint32        n_lows;
  gboolean       has_ramps;
  guint32        end[2]; /* deepest box on either side of the kids so far, and its trunk */
  double         end_at[2];
} Row;

static inline EspNodeIx
get_kid (const Row *row,
         guint32    i)
{
  return row->kids != NULL ? row->kids[i] : row->first + i;
}

static inline double
round_up (double value)
{
  double whole = (double) (gint64) value;

  return whole < value ? whole + 1.0 : whole;
}

/* Adds a kid to those that a later one may run into; what it hides need not be known any more. */
static inline void
push_low (Row     *row,
          guint32  kid,
          double   bottom)
{
  EspTidyLow *lows = row->work->lows;

  while (row->n_lows > 0 && lows[row->n_lows - 1].bottom <= bottom)
    row->n_lows--;
  lows[row->n_lows++] = (EspTidyLow){ bottom, kid };
}

/* Moves the kids between @from and @to by @slope, 2 @slope, 3 @slope … */
static void
add_ramp (Row     *row,
          guint32  from,
          guint32  to,
          double   slope)
{
  row->work->ramp[from + 1] += slope;
  row->work->ramp[to] -= slope;
  row->work->ramp_end[to] -= (to - from - 1) * slope;
  row->has_ramps = TRUE;
}

/* @to was moved away from @from by @distance: those between share the room, in whole pixels. */
static void
spread (Row     *row,
        guint32  from,
        guint32  to,
        double   distance)
{
  guint32 n = to - from;
  double slope = floor (distance / n);
  guint32 rest = distance - slope * n;

  if (slope > 0.0)
    add_ramp (row, from, to, slope);
  if (rest > 1)
    add_ramp (row, to - rest, to, 1.0);
}

static void
apply_ramps (Row *row)
{
  double slope = 0.0;
  double moved = 0.0;

  for (guint32 i = 0; i < row->n; i++)
    {
      slope += row->work->ramp[i];
      moved += slope + row->work->ramp_end[i];
      row->at[get_kid (row, i)] += moved;
      row->work->ramp[i] = 0.0;
      row->work->ramp_end[i] = 0.0;
    }
}

/* Kid @i stands. Makes the outlines of all kids so far one: where the shorter one ends, @left (the outline of those before) or
 * @right (that of the kid) goes on. */
static inline void
join (Row       *row,
      guint32    i,
      EspNodeIx  left,
      double     left_at,
      EspNodeIx  right,
      double     right_at)
{
  EspNodeIx kid = get_kid (row, i);
  EspTidyBox *box = &row->boxes[kid];
  double at = row->at[kid];

  push_low (row, i, row->boxes[box->end[AFTER]].bottom);

  if (left != ESP_NODE_NONE)
    {
      EspTidyBox *end = &row->boxes[box->end[AFTER]];

      end->next[AFTER] = left;
      end->step[AFTER] = left_at - (at + box->end_at[AFTER]);
      return;
    }

  row->end[AFTER] = box->end[AFTER];
  row->end_at[AFTER] = at + box->end_at[AFTER];
  if (right != ESP_NODE_NONE)
    {
      EspTidyBox *end = &row->boxes[row->end[BEFORE]];

      end->next[BEFORE] = right;
      end->step[BEFORE] = right_at - row->end_at[BEFORE];
      row->end[BEFORE] = box->end[BEFORE];
      row->end_at[BEFORE] = at + box->end_at[BEFORE];
    }
}

/* Puts kid @i beside those before it: walks down its outline and theirs, and moves it away wherever they come too close. */
static inline void
add_kid (Row     *row,
         guint32  i)
{
  const EspGaps *gaps = &row->work->input->gaps;
  const EspTidyLow *lows = row->work->lows;
  const EspTidyBox *boxes = row->boxes;
  EspNodeIx kid = get_kid (row, i);
  EspNodeIx left = get_kid (row, i - 1);
  EspNodeIx right = kid;
  guint32 low = row->n_lows - 1;
  double left_at = row->at[left];
  double at = round_up (left_at + boxes[left].reach[AFTER] + gaps->sibling + boxes[kid].reach[BEFORE]);
  double right_at = at;

  for (;;)
    {
      double left_bottom = boxes[left].bottom;
      double right_bottom = boxes[right].bottom;
      double gap, distance;

      if (left_bottom <= right_bottom)
        {
          left_at += boxes[left].step[AFTER];
          left = boxes[left].next[AFTER];
        }
      if (left_bottom >= right_bottom)
        {
          right_at += boxes[right].step[BEFORE];
          right = boxes[right].next[BEFORE];
        }
      if (left == ESP_NODE_NONE || right == ESP_NODE_NONE)
        break;

      while (boxes[left].bottom > lows[low].bottom)
        low--;
      gap = right == kid && row->work->tree->parent[left] == row->node ? gaps->sibling : gaps->cousin;
      distance = left_at + boxes[left].reach[AFTER] + gap + boxes[right].reach[BEFORE] - right_at;
      if (distance > 0.0)
        {
          distance = round_up (distance);
          at += distance;
          right_at += distance;
          if (lows[low].kid + 1 < i)
            spread (row, lows[low].kid, i, distance);
        }
    }

  if (i + 1 == row->n && ((gint64) at & 1) != 0)
    {
      at += 1.0;
      right_at += 1.0;
    }
  row->at[kid] = at;
  join (row, i, left, left_at, right, right_at);
}

/*< private >
 * _esp_layout_tidy_row:
 * @node: the parent; its own box is set
 * @kids: (nullable) (array length=n): children whose subtrees are laid out, or NULL for @n from @first on
 * @n: how many, at least 1
 *
 * Puts the subtrees of the children side by side, the first trunk to the last centred under the parent's; work->along says
 * how far each child's trunk is from the parent's.
 *
 * Time: O(boxes on the outlines that meet), which is O(n) for a whole tree.
 */
void
_esp_layout_tidy_row (EspLayoutWork   *work,
                      EspNodeIx        node,
                      const EspNodeIx *kids,
                      EspNodeIx        first,
                      guint32          n)
{
  EspTidyBox *box = &work->boxes[node];
  EspNodeIx head = kids != NULL ? kids[0] : first;
  const EspTidyBox *head_box = &work->boxes[head];
  EspNodeIx tail = head;
  double middle = 0.0;
  Row row = { work, work->boxes, work->along, node, kids, first, n };

  work->along[head] = 0.0;
  for (int side = BEFORE; side <= AFTER; side++)
    {
      row.end[side] = head_box->end[side];
      row.end_at[side] = head_box->end_at[side];
    }

  if (n > 1)
    {
      push_low (&row, 0, work->boxes[head_box->end[AFTER]].bottom);
      for (guint32 i = 1; i < n; i++)
        add_kid (&row, i);
      if (row.has_ramps)
        apply_ramps (&row);

      tail = get_kid (&row, n - 1);
      middle = work->along[tail] / 2.0;
      for (guint32 i = 0; i < n; i++)
        work->along[get_kid (&row, i)] -= middle;
    }

  box->next[BEFORE] = head;
  box->next[AFTER] = tail;
  box->step[BEFORE] = -middle;
  box->step[AFTER] = middle;
  for (int side = BEFORE; side <= AFTER; side++)
    {
      box->end[side] = row.end[side];
      box->end_at[side] = row.end_at[side] - middle;
    }
}

/*< private >
 * _esp_layout_get_reach:
 * @reach: (out): from the trunk of @node to the edges of all that is below it, and its own
 *
 * Time: O(length of the outlines); asked at most once for each of them.
 */
void
_esp_layout_get_reach (const EspLayoutWork *work,
                       EspNodeIx            node,
                       double               reach[2])
{
  for (int side = BEFORE; side <= AFTER; side++)
    {
      double sign = side == BEFORE ? -1.0 : 1.0;
      const EspTidyBox *box = &work->boxes[node];
      double at = 0.0;

      reach[side] = box->reach[side];
      while (box->next[side] != ESP_NODE_NONE)
        {
          at += sign * box->step[side];
          box = &work->boxes[box->next[side]];
          reach[side] = MAX (reach[side], at + box->reach[side]);
        }
    }
}
