/* esp-session-roles.c — from a card to its role and its rung, and back to the cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

/* Positions come by the million, pairs of role and level by the dozen: the rung of a pair is looked up once. */
typedef struct
{
  const EspRung *rung; /* NULL: the pair has none */
  guint          n;
} Pair;

typedef struct
{
  EspCatalogue    *catalogue;
  EspOrganization *organization;
  const EspIx     *order;
  guint32          n_positions;
  const guint32   *roles;  /* NULL: nobody has one */
  const guint32   *levels; /* NULL: nobody has one */
  GHashTable      *pairs; /* role << 32 | level → Pair */
  guint64          last_key;
  Pair            *last;
} PairFinder;

static void
pair_finder_init (PairFinder *finder,
                  EspSession *self)
{
  finder->catalogue = self->catalogue;
  finder->organization = esp_session_get_organization (self);
  finder->order = esp_organization_get_order (finder->organization, ESP_TABLE_POSITIONS, &finder->n_positions);
  finder->roles = esp_organization_peek_column (finder->organization, ESP_TABLE_POSITIONS, ESP_POSITION_ROLE);
  finder->levels = esp_organization_peek_column (finder->organization, ESP_TABLE_POSITIONS, ESP_POSITION_LEVEL);
  finder->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  finder->last_key = 0;
  finder->last = NULL;
}

/* Returns: the pair of a position; NULL if it has no role */
static Pair *
pair_finder_find (PairFinder *finder,
                  EspIx       position)
{
  EspStr role = finder->roles != NULL ? finder->roles[position] : ESP_STR_NONE;
  EspStr level = finder->levels != NULL ? finder->levels[position] : ESP_STR_NONE;
  guint64 key = (guint64) role << 32 | level;

  if (role == ESP_STR_NONE)
    return NULL;
  if (key == finder->last_key)
    return finder->last;
  finder->last_key = key;
  finder->last = g_hash_table_lookup (finder->pairs, &key);
  if (finder->last == NULL)
    {
      finder->last = g_new0 (Pair, 1);
      finder->last->rung = esp_catalogue_find_rung_for (finder->catalogue, esp_organization_get_string (finder->organization, role),
                                                        esp_organization_get_string (finder->organization, level));
      g_hash_table_insert (finder->pairs, g_memdup2 (&key, sizeof key), finder->last);
    }
  return finder->last;
}

static void
add_count (GHashTable *counts,
           const char *id,
           guint       n)
{
  gpointer key = (gpointer) g_intern_string (id);

  g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + n));
}

/* One pass over the positions for all roles and rungs. */
static void
ensure_counts (EspSession *self)
{
  PairFinder finder;
  GHashTableIter iter;
  const guint64 *key;
  Pair *pair;

  if (self->role_counts != NULL || esp_session_get_organization (self) == NULL)
    return;
  pair_finder_init (&finder, self);
  for (guint32 i = 0; i < finder.n_positions; i++)
    {
      pair = pair_finder_find (&finder, finder.order[i]);
      if (pair != NULL)
        pair->n++;
    }
  self->role_counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->rung_counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, finder.pairs);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &pair))
    {
      add_count (self->role_counts, esp_organization_get_string (finder.organization, *key >> 32), pair->n);
      if (pair->rung != NULL)
        add_count (self->rung_counts, pair->rung->id, pair->n);
    }
  g_hash_table_unref (finder.pairs);
}

void
_esp_session_drop_counts (EspSession *self)
{
  g_clear_pointer (&self->role_counts, g_hash_table_unref);
  g_clear_pointer (&self->rung_counts, g_hash_table_unref);
}

/* Marks what @rung (or, without one, @role_id) is held by, and goes to the first of them. */
static guint
mark_positions (EspSession    *self,
                const char    *role_id,
                const EspRung *rung)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (EspIx));
  EspStr wanted = ESP_STR_NONE;
  PairFinder finder;

  if (esp_session_get_organization (self) == NULL)
    return 0;
  pair_finder_init (&finder, self);
  if (role_id != NULL)
    wanted = esp_strings_find (esp_organization_get_strings (finder.organization), role_id, -1);
  for (guint32 i = 0; i < finder.n_positions; i++)
    {
      EspIx ix = finder.order[i];
      const Pair *pair = pair_finder_find (&finder, ix);

      if (pair != NULL && (rung != NULL ? pair->rung == rung : finder.roles[ix] == wanted))
        g_array_append_val (marks, ix);
    }
  g_hash_table_unref (finder.pairs);
  if (marks->len == 0)
    return 0;
  _esp_session_set_marks (self, marks);
  _esp_finder_take_marks (self->finder);
  esp_session_reveal (self, ESP_TABLE_POSITIONS, g_array_index (marks, EspIx, 0));
  return marks->len;
}

/**
 * esp_session_get_selected_role:
 * @self: a session
 *
 * Returns: (nullable): the id of the selected position's role, if it has one that the catalogue knows
 */
const char *
esp_session_get_selected_role (EspSession *self)
{
  EspIx position = esp_session_get_selected_position (self);
  const EspRole *role;

  if (position == ESP_IX_NONE)
    return NULL;
  role = esp_catalogue_find_role (self->catalogue, esp_organization_get_text (esp_session_get_organization (self), ESP_TABLE_POSITIONS, position,
                                                                              ESP_POSITION_ROLE));
  return role != NULL ? role->id : NULL;
}

/**
 * esp_session_get_selected_rung:
 * @self: a session
 *
 * Returns: (nullable): the id of the rung the selected position stands on: its role's ladder at its level
 */
const char *
esp_session_get_selected_rung (EspSession *self)
{
  EspOrganization *organization = esp_session_get_organization (self);
  EspIx position = esp_session_get_selected_position (self);
  const EspRung *rung;

  if (position == ESP_IX_NONE)
    return NULL;
  rung = esp_catalogue_find_rung_for (self->catalogue, esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE),
                                      esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LEVEL));
  return rung != NULL ? rung->id : NULL;
}

/**
 * esp_session_show_role:
 * @self: a session
 * @role_id: a role of the catalogue
 *
 * Shows a role in the comparison: it joins the subjects there, in the place of the last one if they are full.
 */
void
esp_session_show_role (EspSession *self,
                       const char *role_id)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (role_id != NULL);

  if (!esp_session_add_subject (self, role_id))
    {
      const char * const *subjects = esp_session_get_subjects (self);

      if (!g_strv_contains (subjects, role_id))
        {
          esp_session_remove_subject (self, subjects[ESP_SESSION_MAX_SUBJECTS - 1]);
          esp_session_add_subject (self, role_id);
        }
    }
  esp_session_set_view (self, "compare");
}

/**
 * esp_session_show_rung:
 * @self: a session
 * @rung_id: a rung of the catalogue
 *
 * Shows a rung on its ladder.
 */
void
esp_session_show_rung (EspSession *self,
                       const char *rung_id)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (rung_id != NULL);

  esp_session_set_rung (self, rung_id);
  esp_session_set_view (self, "career");
}

/**
 * esp_session_show_positions_of_role:
 * @self: a session
 * @role_id: a role of the catalogue
 *
 * Marks the positions that have this role, and goes to the first of them. O(positions).
 *
 * Returns: how many there are; with 0 nothing happens
 */
guint
esp_session_show_positions_of_role (EspSession *self,
                                    const char *role_id)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), 0);
  g_return_val_if_fail (role_id != NULL, 0);

  return mark_positions (self, role_id, NULL);
}

/**
 * esp_session_show_positions_of_rung:
 * @self: a session
 * @rung_id: a rung of the catalogue
 *
 * Marks the positions that stand on this rung, and goes to the first of them. O(positions).
 *
 * Returns: how many there are; with 0 nothing happens
 */
guint
esp_session_show_positions_of_rung (EspSession *self,
                                    const char *rung_id)
{
  const EspRung *rung;

  g_return_val_if_fail (ESP_IS_SESSION (self), 0);
  g_return_val_if_fail (rung_id != NULL, 0);

  rung = esp_catalogue_find_rung (self->catalogue, rung_id);
  return rung != NULL ? mark_positions (self, NULL, rung) : 0;
}

/**
 * esp_session_count_positions_of_role:
 * @self: a session
 * @role_id: a role of the catalogue
 *
 * O(1); the first call after a change counts all roles and rungs in one pass.
 *
 * Returns: how many positions of the organization have this role
 */
guint
esp_session_count_positions_of_role (EspSession *self,
                                     const char *role_id)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), 0);
  g_return_val_if_fail (role_id != NULL, 0);

  ensure_counts (self);
  return self->role_counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->role_counts, role_id)) : 0;
}

/**
 * esp_session_count_positions_of_rung:
 * @self: a session
 * @rung_id: a rung of the catalogue
 *
 * Returns: how many positions of the organization stand on this rung; see esp_session_count_positions_of_role()
 */
guint
esp_session_count_positions_of_rung (EspSession *self,
                                     const char *rung_id)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), 0);
  g_return_val_if_fail (rung_id != NULL, 0);

  ensure_counts (self);
  return self->rung_counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->rung_counts, rung_id)) : 0;
}
