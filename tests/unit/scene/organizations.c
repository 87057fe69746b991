/* organizations.c — organizations for the tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#include <string.h>

static const char *const titles[] = { "Program Manager", "Software Engineer", "Infrastructure Technical Program Manager", "Head of Sales",
                                      "Technical Program Manager, Payments and Ledger Platform", "Analyst", "Delivery Manager", "Ops" };
static const char *const roles[] = { NULL, "program-manager", "software-engineer", "pmo-analyst", "technical-program-manager", "no-such-role" };
static const char *const kinds[] = { "company", "division", "department", "team", "pmo", "coe", "program" };
static const char *const functions[] = { NULL, "it", "sales", "no-such-function" };
static const char *const levels[] = { NULL, "senior", "staff", "no-such-level" };
static const char *const line_kinds[] = { "dotted", "second", "functional", "program", "vendor" };

static void
load_text (EspOrganization *organization,
           EspTable         table,
           EspIx            ix,
           EspField         field,
           const char      *text)
{
  if (text != NULL && strcmp (text, "-") != 0)
    esp_organization_load (organization, table, ix, field, esp_organization_intern (organization, text));
}

static void
load_unit (EspOrganization *organization,
           GStrv            words)
{
  EspIx unit = esp_organization_append (organization, ESP_TABLE_UNITS);

  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_ID, words[1]);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME, words[1]);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_KIND, words[2]);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT, words[3]);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_HEAD, words[4]);
}

static void
load_position (EspOrganization *organization,
               GStrv            words)
{
  EspIx position = esp_organization_append (organization, ESP_TABLE_POSITIONS);
  guint n = g_strv_length (words);
  guint at = 4;

  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID, words[1]);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_UNIT, words[2]);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_REPORTS_TO, words[3]);
  if (n > at && strcmp (words[at], "staff") == 0)
    {
      esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_STAFF, ESP_STAFF_YES);
      at++;
    }
  if (n > at)
    {
      g_autofree char *title = g_strjoinv (" ", words + at);

      load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_TITLE, title);
    }
}

EspOrganization *
organization_from_text (const char *text)
{
  EspOrganization *organization = esp_organization_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  esp_organization_begin_load (organization, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (g_strcmp0 (words[0], "unit") == 0)
        load_unit (organization, words);
      else if (g_strcmp0 (words[0], "position") == 0)
        load_position (organization, words);
    }
  esp_organization_end_load (organization);
  return organization;
}

/* An id that is mostly there, sometimes not, and often nothing. */
static char *
pick_id (GRand *rand,
         char   letter,
         guint  n,
         guint  per_cent_none)
{
  if ((guint) g_rand_int_range (rand, 0, 100) < per_cent_none)
    return NULL;
  return g_strdup_printf ("%c%d", letter, g_rand_int_range (rand, 0, (gint32) n + 1 + (gint32) n / 10));
}

static void
load_random_unit (EspOrganization *organization,
                  GRand           *rand,
                  guint            i,
                  guint            n_units,
                  guint            n_positions)
{
  EspIx unit = esp_organization_append (organization, ESP_TABLE_UNITS);
  g_autofree char *id = g_strdup_printf ("u%u", i);
  g_autofree char *parent = pick_id (rand, 'u', n_units, 30);
  g_autofree char *head = pick_id (rand, 'p', n_positions, 70);

  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_ID, id);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME, id);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_KIND, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_FUNCTION, functions[g_rand_int_range (rand, 0, G_N_ELEMENTS (functions))]);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT, parent);
  load_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_HEAD, head);
  esp_organization_load (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_STAFF, (guint32) g_rand_int_range (rand, 0, 3));
}

static void
load_random_position (EspOrganization *organization,
                      GRand           *rand,
                      guint            i,
                      guint            n_units,
                      guint            n_positions)
{
  EspIx position = esp_organization_append (organization, ESP_TABLE_POSITIONS);
  g_autofree char *id = g_strdup_printf ("p%u", i);
  g_autofree char *unit = pick_id (rand, 'u', n_units, 15);
  g_autofree char *manager = pick_id (rand, 'p', g_rand_boolean (rand) ? i : n_positions, 10);
  g_autofree char *to = pick_id (rand, 'p', n_positions, 80);

  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID, id);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_TITLE, titles[g_rand_int_range (rand, 0, G_N_ELEMENTS (titles))]);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE, roles[g_rand_int_range (rand, 0, G_N_ELEMENTS (roles))]);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LEVEL, levels[g_rand_int_range (rand, 0, G_N_ELEMENTS (levels))]);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_UNIT, unit);
  load_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_REPORTS_TO, manager);
  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_SCOPE, (guint32) g_rand_int_range (rand, 0, 3));
  if (g_rand_int_range (rand, 0, 6) == 0)
    esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_STATE, (guint32) g_rand_int_range (rand, 1, 6));
  if (g_rand_int_range (rand, 0, 10) == 0)
    esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_STAFF, ESP_STAFF_YES);
  if (g_rand_int_range (rand, 0, 10) == 0)
    esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ARRANGE, (guint32) g_rand_int_range (rand, 1, 4));
  if (g_rand_boolean (rand))
    {
      EspHolder holder = { .name = esp_organization_intern (organization, "Ada Quince") };

      esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_HOLDERS,
                             esp_organization_add_list (organization, (const guint32 *) &holder, ESP_HOLDER_WORDS));
    }
  if (to != NULL)
    {
      EspLine line = { .to = esp_organization_intern (organization, to),
                       .kind = esp_organization_intern (organization, line_kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (line_kinds))]) };

      esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LINES,
                             esp_organization_add_list (organization, (const guint32 *) &line, ESP_LINE_WORDS));
    }
}

EspOrganization *
organization_at_random (GRand *rand,
                        guint  n_positions)
{
  EspOrganization *organization = esp_organization_new ();
  guint n_units = (guint) g_rand_int_range (rand, 0, (gint32) n_positions / 4 + 2);

  esp_organization_begin_load (organization, n_positions);
  for (guint i = 0; i < n_units; i++)
    load_random_unit (organization, rand, i, n_units, n_positions);
  for (guint i = 0; i < n_positions; i++)
    load_random_position (organization, rand, i, n_units, n_positions);
  esp_organization_end_load (organization);
  return organization;
}

EspOrganization *
organization_of_shape (Shape shape,
                       guint n_positions)
{
  EspOrganization *organization = esp_organization_new ();
  g_autofree EspStr *ids = g_new (EspStr, n_positions);
  EspStr names[G_N_ELEMENTS (titles)];
  guint32 holders;

  esp_organization_begin_load (organization, n_positions);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    names[i] = esp_organization_intern (organization, titles[i]);
  holders = esp_organization_add_list (organization, (const guint32 *) &(EspHolder){ .name = names[0] }, ESP_HOLDER_WORDS);
  for (guint i = 0; i < n_positions; i++)
    {
      EspIx position = esp_organization_append (organization, ESP_TABLE_POSITIONS);
      char id[16];

      g_snprintf (id, sizeof id, "%u", i);
      ids[i] = esp_organization_intern (organization, id);
      esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID, ids[i]);
      esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_TITLE, names[i % G_N_ELEMENTS (titles)]);
      esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_HOLDERS, holders);
      if (i > 0)
        esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_REPORTS_TO,
                               ids[shape == SHAPE_STAR ? 0 : shape == SHAPE_CHAIN ? i - 1 : (i - 1) / 6]);
    }
  esp_organization_end_load (organization);
  return organization;
}

EspItem
find_item (EspScene   *scene,
           const char *id)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspIx position = esp_organization_find_id (organization, ESP_TABLE_POSITIONS, id);

  if (position != ESP_IX_NONE)
    return esp_scene_find (scene, ESP_TABLE_POSITIONS, position);
  return esp_scene_find (scene, ESP_TABLE_UNITS, esp_organization_find_id (organization, ESP_TABLE_UNITS, id));
}
