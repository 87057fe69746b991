/* random-changes.c — transactions of random changes, through the same door as every edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/random-changes.h"

static EspStr
random_text (EspOrganization *organization,
             GRand           *rand)
{
  static const char *const texts[] = { "", "Ada Quince", "Zoë “Z” Müller", "a\nb\t\"c\"\\", "プログラム", "…", "Lead", "x" };

  if (g_rand_int_range (rand, 0, 4) == 0)
    return ESP_STR_NONE;
  if (g_rand_boolean (rand))
    return esp_organization_intern (organization, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  return esp_organization_intern (organization, texts[0]);
}

static EspStr
random_of (EspOrganization   *organization,
           GRand             *rand,
           const char *const *texts,
           guint              n_texts)
{
  return esp_organization_intern (organization, texts[g_rand_int_range (rand, 0, n_texts)]);
}

/* Ids are seldom met twice, but are */
static EspStr
random_id (EspOrganization *organization,
           GRand           *rand)
{
  g_autofree char *id = g_strdup_printf ("i%d", g_rand_int_range (rand, 0, 2000));

  return esp_organization_intern (organization, id);
}

static EspStr
random_number (EspOrganization *organization,
               GRand           *rand)
{
  static const char *const numbers[] = { NULL, "0.5", "1", "0.25", "2" };

  return random_of (organization, rand, numbers, 4); /* 2 is no share of a whole */
}

static EspStr
random_extra (EspOrganization *organization,
              GRand           *rand)
{
  static const char *const extras[] = { NULL, NULL, "\"x-colour\": \"blue\"", "\"x-list\": [1,2 , 3], \"x-more\": 1e400" };

  return random_of (organization, rand, extras, G_N_ELEMENTS (extras));
}

static guint32
random_list (EspOrganization *organization,
             GRand           *rand,
             EspTable         table,
             EspField         field)
{
  static const char *const kinds[] = { NULL, "second", "dotted", "sideways" };
  guint32 words[12];
  guint n = 0;

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    switch (table == ESP_TABLE_POSITIONS ? (guint) field : G_MAXUINT)
      {
      case ESP_POSITION_HOLDERS:
        words[n++] = random_text (organization, rand);
        words[n++] = random_number (organization, rand);
        words[n++] = random_extra (organization, rand);
        break;
      case ESP_POSITION_LINES:
        if (n > 8)
          break;
        words[n++] = random_id (organization, rand);
        words[n++] = random_of (organization, rand, kinds, G_N_ELEMENTS (kinds));
        words[n++] = random_number (organization, rand);
        words[n++] = random_extra (organization, rand);
        break;
      default:
        words[n++] = random_id (organization, rand);
        break;
      }
  return esp_organization_add_list (organization, words, n);
}

/* A value that a file can hold */
guint32
random_value (EspOrganization *organization,
              GRand           *rand,
              EspTable         table,
              EspField         field)
{
  if (esp_field_is_list (table, field))
    return random_list (organization, rand, table, field);
  if (!esp_field_is_text (table, field))
    {
      gboolean is_present = esp_field_get_name (table, field) == NULL;

      return is_present ? 0 : g_rand_int_range (rand, 0, table == ESP_TABLE_POSITIONS && field == ESP_POSITION_STATE ? 6 : 3);
    }
  if (esp_field_get_name (table, field) == NULL)
    return random_extra (organization, rand);
  if ((table == ESP_TABLE_POSITIONS && field == ESP_POSITION_POSTS) || (table == ESP_TABLE_VIEWS && field == ESP_VIEW_ZOOM))
    return random_number (organization, rand);
  if (table != ESP_TABLE_DOCUMENT && field == 0)
    return random_id (organization, rand);
  if ((table == ESP_TABLE_UNITS && field == ESP_UNIT_NAME) || g_rand_boolean (rand))
    return random_id (organization, rand);
  return random_text (organization, rand);
}

static void
change_once (EspOrganization *organization,
             GRand           *rand,
             const RandomOps *ops,
             gpointer         model)
{
  EspTable table = g_rand_int_range (rand, 0, 8);
  guint32 n, rank, other;
  const EspIx *order;

  table = table >= ESP_N_TABLES ? ESP_TABLE_POSITIONS : table;
  order = esp_organization_get_order (organization, table, &n);
  rank = n > 0 ? (guint32) g_rand_int_range (rand, 0, n) : 0;
  other = n > 0 ? (guint32) g_rand_int_range (rand, 0, n) : 0;
  switch (table == ESP_TABLE_DOCUMENT ? 3 : g_rand_int_range (rand, 0, n > 60 ? 9 : 8))
    {
    case 0:
      {
        EspStr id = random_id (organization, rand);

        guint32 row[] = { id, id }; /* a unit without a name is no unit of a file */

        esp_organization_insert_row (organization, table, row, G_N_ELEMENTS (row), rank);
        ops->insert != NULL ? ops->insert (model, table, rank, id) : (void) 0;
        break;
      }
    case 1:
    case 8:
      if (n == 0)
        return;
      esp_organization_remove (organization, table, order[rank]);
      ops->remove != NULL ? ops->remove (model, table, rank) : (void) 0;
      break;
    case 2:
      if (n == 0)
        return;
      esp_organization_reorder (organization, table, order[rank], other);
      ops->reorder != NULL ? ops->reorder (model, table, rank, other) : (void) 0;
      break;
    default:
      {
        EspField field = g_rand_int_range (rand, 0, esp_table_get_n_fields (table));
        guint32 value = n > 0 ? random_value (organization, rand, table, field) : 0;

        if (n == 0)
          return;
        esp_organization_set (organization, table, order[rank], field, value);
        ops->set != NULL ? ops->set (model, table, rank, field, value) : (void) 0;
      }
    }
}

/* @n_changes changes; a transaction must be open */
void
random_changes (EspOrganization *organization,
                GRand           *rand,
                guint            n_changes,
                const RandomOps *ops,
                gpointer         model)
{
  static const RandomOps nobody;

  for (guint i = 0; i < n_changes; i++)
    change_once (organization, rand, ops != NULL ? ops : &nobody, model);
}

/* A title, letter by letter, and maybe back */
static void
random_typing (EspOrganization *organization,
               GRand           *rand)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  EspIx ix = n > 0 ? order[g_rand_int_range (rand, 0, n)] : ESP_IX_NONE;
  guint32 before = n > 0 ? esp_organization_get (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_TITLE) : 0;
  int n_letters = n > 0 ? g_rand_int_range (rand, 2, 6) : 0;

  for (int i = 1; i <= n_letters; i++)
    {
      gboolean is_back = i == n_letters && g_rand_boolean (rand);
      g_autofree char *text = g_strndup ("letters", i);

      esp_organization_begin_typing (organization, "typing");
      esp_organization_set (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_TITLE,
                            is_back ? before : esp_organization_intern (organization, text));
      esp_organization_commit (organization);
    }
}

/* What a person may do next: a step, one that comes to nothing, back, forth */
void
random_step (EspOrganization *organization,
             GRand           *rand)
{
  g_autofree char *name = g_strdup_printf ("step %d", g_rand_int_range (rand, 0, 1000));

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
    case 1:
      esp_organization_undo (organization);
      break;
    case 2:
      esp_organization_redo (organization);
      break;
    case 3:
      esp_organization_begin (organization, name);
      random_changes (organization, rand, 3, NULL, NULL);
      esp_organization_rollback (organization);
      break;
    case 4:
      random_typing (organization, rand);
      break;
    case 5:
      esp_organization_begin (organization, name);
      random_changes (organization, rand, 2, NULL, NULL);
      esp_organization_begin (organization, "inner");
      random_changes (organization, rand, 2, NULL, NULL);
      g_rand_boolean (rand) ? esp_organization_commit (organization) : esp_organization_rollback (organization);
      random_changes (organization, rand, 2, NULL, NULL);
      esp_organization_commit (organization);
      break;
    default:
      esp_organization_begin (organization, name);
      random_changes (organization, rand, g_rand_int_range (rand, 1, 8), NULL, NULL);
      esp_organization_commit (organization);
      break;
    }
}
