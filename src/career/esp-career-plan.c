/* esp-career-plan.c — where each rung stands on the map: lanes, tracks and rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-plan.h"

#include "core/esp-i18n.h"

static void
clear_row (gpointer data)
{
  g_free (((EspCareerRow *) data)->name);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const EspCareerRow *one = a;
  const EspCareerRow *other = b;

  return (one->rank > other->rank) - (one->rank < other->rank);
}

static EspCareerRow *
find_row (EspCareerPlan *self,
          int            rank)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, EspCareerRow, i).rank == rank)
      return &g_array_index (self->rows, EspCareerRow, i);
  return NULL;
}

static gboolean
is_used (EspCatalogue   *catalogue,
         const EspEntry *level)
{
  GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);

  for (guint i = 0; i < rungs->len; i++)
    if (((const EspRung *) g_ptr_array_index (rungs, i))->level == level)
      return TRUE;
  return FALSE;
}

static void
add_rows (EspCareerPlan *self,
          EspCatalogue  *catalogue)
{
  GPtrArray *levels = esp_catalogue_get_levels (catalogue);

  for (guint i = 0; i < levels->len; i++)
    {
      const EspEntry *level = g_ptr_array_index (levels, i);
      int rank = esp_catalogue_get_level_rank (catalogue, level->id);
      EspCareerRow *row = find_row (self, rank);

      if (!is_used (catalogue, level))
        continue;
      if (row == NULL)
        {
          g_array_append_val (self->rows, ((EspCareerRow) { rank, g_strdup (level->name) }));
        }
      else
        {
          g_autofree char *name = g_steal_pointer (&row->name);

          /* Translators: two levels that are equally high: “Staff, Manager” */
          row->name = g_strdup_printf (_("%s, %s"), name, level->name);
        }
    }
  g_array_sort (self->rows, compare_rows);
}

static guint
get_row (EspCareerPlan *self,
         int            rank)
{
  return find_row (self, rank) - (EspCareerRow *) self->rows->data;
}

/* Rungs of a lane that are equally high stand on one track each; all others on the first. */
static void
add_lane (EspCareerPlan   *self,
          const EspLadder *ladder)
{
  EspCareerLane lane = { ladder, self->n_tracks, 1 };

  for (guint i = 0; i < ladder->rungs->len; i++)
    {
      const EspRung *rung = g_ptr_array_index (ladder->rungs, i);
      EspCareerStop stop = { rung, self->lanes->len, 0, get_row (self, rung->rank), FALSE };

      for (guint k = 0; k < i; k++)
        stop.track += ((const EspRung *) g_ptr_array_index (ladder->rungs, k))->rank == rung->rank;
      lane.n_tracks = MAX (lane.n_tracks, stop.track + 1);
      stop.track += lane.first_track;
      g_array_append_val (self->stops, stop);
      g_hash_table_insert (self->numbers, (gpointer) rung, GUINT_TO_POINTER (self->stops->len));
    }
  g_array_append_val (self->lanes, lane);
  self->n_tracks += lane.n_tracks;
}

static void
mark_interchanges (EspCareerPlan *self,
                   EspCatalogue  *catalogue)
{
  GPtrArray *moves = esp_catalogue_get_moves (catalogue);

  for (guint i = 0; i < moves->len; i++)
    {
      const EspMove *move = g_ptr_array_index (moves, i);

      if (move->from->ladder == move->to->ladder)
        continue;
      g_array_index (self->stops, EspCareerStop, esp_career_plan_find (self, move->from)).is_interchange = TRUE;
      g_array_index (self->stops, EspCareerStop, esp_career_plan_find (self, move->to)).is_interchange = TRUE;
    }
}

/**
 * esp_career_plan_new:
 * @catalogue: a catalogue; its rungs must live as long as the plan
 *
 * Gives every ladder a lane, every height a row, and every rung a place. Nothing here knows a particular ladder.
 *
 * Time: O(rungs² + moves).
 *
 * Returns: (transfer full): the plan
 */
EspCareerPlan *
esp_career_plan_new (EspCatalogue *catalogue)
{
  EspCareerPlan *self;
  GPtrArray *ladders;

  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (EspCareerPlan, 1);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (EspCareerLane));
  self->rows = g_array_new (FALSE, FALSE, sizeof (EspCareerRow));
  self->stops = g_array_new (FALSE, FALSE, sizeof (EspCareerStop));
  self->numbers = g_hash_table_new (NULL, NULL);
  g_array_set_clear_func (self->rows, clear_row);
  add_rows (self, catalogue);
  ladders = esp_catalogue_get_ladders (catalogue);
  for (guint i = 0; i < ladders->len; i++)
    add_lane (self, g_ptr_array_index (ladders, i));
  mark_interchanges (self, catalogue);
  return self;
}

void
esp_career_plan_free (EspCareerPlan *self)
{
  g_array_unref (self->lanes);
  g_array_unref (self->rows);
  g_array_unref (self->stops);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

const EspCareerStop *
esp_career_plan_get_stop (const EspCareerPlan *self,
                          guint                stop)
{
  g_return_val_if_fail (stop < self->stops->len, NULL);

  return &g_array_index (self->stops, EspCareerStop, stop);
}

/**
 * esp_career_plan_find:
 * @self: a plan
 * @rung: (nullable): a rung
 *
 * Time: O(1).
 *
 * Returns: the number of its stop, or %ESP_CAREER_STOP_NONE
 */
guint
esp_career_plan_find (const EspCareerPlan *self,
                      const EspRung       *rung)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, rung));

  return number > 0 ? number - 1 : ESP_CAREER_STOP_NONE;
}

static guint
distance (guint a,
          guint b)
{
  return a > b ? a - b : b - a;
}

/* Along the ladder: the nearest height above or below, on the same track if there is a choice */
static guint
find_along (const EspCareerPlan *self,
            const EspCareerStop *here,
            gboolean             up)
{
  guint best = ESP_CAREER_STOP_NONE;
  guint least = G_MAXUINT;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const EspCareerStop *stop = esp_career_plan_get_stop (self, i);
      guint far = 2 * distance (stop->row, here->row) + (stop->track != here->track);

      if (stop->lane != here->lane || (up ? stop->row <= here->row : stop->row >= here->row) || far >= least)
        continue;
      best = i;
      least = far;
    }
  return best;
}

/* Across: the other track of the same ladder, else the nearest height on the next ladder */
static guint
find_across (const EspCareerPlan *self,
             const EspCareerStop *here,
             gboolean             right)
{
  guint best = ESP_CAREER_STOP_NONE;
  guint least = G_MAXUINT;
  guint next_lane = right ? here->lane + 1 : here->lane - 1; /* before the first one: a lane that does not exist */

  for (guint i = 0; i < self->stops->len; i++)
    {
      const EspCareerStop *stop = esp_career_plan_get_stop (self, i);
      gboolean is_beside = stop->lane == here->lane && stop->row == here->row;
      guint far = is_beside ? 0 : 1 + self->n_tracks * distance (stop->row, here->row) + distance (stop->track, here->track);

      if ((!is_beside && stop->lane != next_lane) || (right ? stop->track <= here->track : stop->track >= here->track) || far >= least)
        continue;
      best = i;
      least = far;
    }
  return best;
}

/**
 * esp_career_plan_get_neighbour:
 * @self: a plan
 * @stop: number of a stop
 * @direction: up and down lead along a ladder, right and left to the ladder after or before, in the order of reading
 *
 * Time: O(rungs).
 *
 * Returns: the number of the next stop there, or %ESP_CAREER_STOP_NONE
 */
guint
esp_career_plan_get_neighbour (const EspCareerPlan *self,
                               guint                stop,
                               EspDirection         direction)
{
  const EspCareerStop *here = esp_career_plan_get_stop (self, stop);

  if (direction == ESP_DIRECTION_UP || direction == ESP_DIRECTION_DOWN)
    return find_along (self, here, direction == ESP_DIRECTION_UP);
  return find_across (self, here, direction == ESP_DIRECTION_RIGHT);
}
