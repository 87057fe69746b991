/* esp-catalogue-ladders.c — catalogue: levels, ladders with their rungs, moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue-private.h"

static void
load_levels (EspCatalogue    *self,
             const EspJsonAt *top)
{
  EspJsonEach each;

  esp_json_each_init (&each, top, "levels", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspEntry *level = _esp_read_entry (self, &each.at, ESP_CATALOGUE_LEVELS);
      int rank = esp_json_get_int (&each.at, "rank", 0, 1000);

      if (level->id != NULL)
        g_hash_table_insert (self->ranks, (gpointer) level->id, GINT_TO_POINTER (rank));
    }
}

static EspRung *
load_rung (EspCatalogue    *self,
           const EspJsonAt *at,
           const EspLadder *ladder)
{
  EspRung *rung = _esp_catalogue_alloc (self, sizeof *rung);

  rung->ladder = ladder;
  rung->level = _esp_read_reference (self, at, "level", ESP_CATALOGUE_LEVELS, ESP_JSON_REQUIRED);
  rung->name = _esp_read_words (self, at, "name", ESP_JSON_REQUIRED);
  rung->summary = _esp_read_words (self, at, "summary", ESP_JSON_REQUIRED);
  rung->scope = _esp_read_words (self, at, "scope", ESP_JSON_REQUIRED);
  rung->skills = _esp_read_skill_levels (self, at, "skills", ESP_JSON_REQUIRED);
  rung->sources = _esp_read_references (self, at, "sources", ESP_CATALOGUE_SOURCES, ESP_JSON_OPTIONAL);
  if (at->reader->error == NULL)
    {
      g_autofree char *id = g_strconcat (ladder->id, "/", rung->level->id, NULL);

      rung->id = g_intern_string (id);
      rung->rank = GPOINTER_TO_INT (g_hash_table_lookup (self->ranks, rung->level->id));
    }
  return rung;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const EspRung *const *one = a;
  const EspRung *const *other = b;

  return (*one)->rank - (*other)->rank;
}

/* Lowest rung first, in each ladder and in the list of all; equal ranks as written */
static void
sort_rungs (EspCatalogue *self)
{
  GPtrArray *ladders = self->tables[ESP_CATALOGUE_LADDERS].all;
  GPtrArray *all = self->tables[ESP_CATALOGUE_RUNGS].all;

  g_ptr_array_set_size (all, 0);
  for (guint i = 0; i < ladders->len; i++)
    {
      const EspLadder *ladder = g_ptr_array_index (ladders, i);

      g_ptr_array_sort (ladder->rungs, compare_ranks);
      g_ptr_array_extend (all, ladder->rungs, NULL, NULL);
    }
}

void
_esp_load_ladders (EspCatalogue    *self,
                   const EspJsonAt *top)
{
  EspJsonEach each;

  load_levels (self, top);

  esp_json_each_init (&each, top, "ladders", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspLadder *ladder = _esp_catalogue_alloc (self, sizeof *ladder);
      EspJsonEach part;

      ladder->id = _esp_read_id (&each.at, "id");
      ladder->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      ladder->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      ladder->rungs = _esp_catalogue_array (self, 0);
      _esp_catalogue_add (self, ESP_CATALOGUE_LADDERS, &each.at, ladder);

      esp_json_each_init (&part, &each.at, "rungs", ESP_JSON_REQUIRED);
      while (esp_json_each_next (&part))
        {
          EspRung *rung = load_rung (self, &part.at, ladder);

          g_ptr_array_add (ladder->rungs, rung);
          _esp_catalogue_add (self, ESP_CATALOGUE_RUNGS, &part.at, rung);
        }
      if (ladder->rungs->len == 0)
        esp_json_fail (&each.at, "rungs", ESP_CATALOGUE_ERROR_FIELD, "a ladder needs rungs");
    }
  if (top->reader->error == NULL)
    sort_rungs (self);
}

void
_esp_load_moves (EspCatalogue    *self,
                 const EspJsonAt *top)
{
  static const char *const kinds[] = { "promotion", "lateral", "entry", "down-level", NULL };
  EspJsonEach each;

  esp_json_each_init (&each, top, "moves", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspMove *move = _esp_catalogue_alloc (self, sizeof *move);

      move->from = _esp_read_reference (self, &each.at, "from", ESP_CATALOGUE_RUNGS, ESP_JSON_REQUIRED);
      move->to = _esp_read_reference (self, &each.at, "to", ESP_CATALOGUE_RUNGS, ESP_JSON_REQUIRED);
      move->kind = (EspMoveKind) esp_json_get_choice (&each.at, "kind", kinds);
      move->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      move->build = _esp_read_skill_levels (self, &each.at, "build", ESP_JSON_OPTIONAL);
      move->sources = _esp_read_references (self, &each.at, "sources", ESP_CATALOGUE_SOURCES, ESP_JSON_OPTIONAL);
      if (move->from == move->to)
        esp_json_fail (&each.at, "to", ESP_CATALOGUE_ERROR_REFERENCE, "a move must lead to another rung");
      for (guint i = 0; i < self->moves->len; i++)
        {
          const EspMove *other = g_ptr_array_index (self->moves, i);

          if (other->from == move->from && other->to == move->to && other->kind == move->kind)
            esp_json_fail (&each.at, "to", ESP_CATALOGUE_ERROR_REFERENCE, "the move stands twice");
        }
      g_ptr_array_add (self->moves, move);
    }
}
