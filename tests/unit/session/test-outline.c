/* test-outline.c — the rows of the outline against walking through the chart, after random folds, filters and edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "documents.h"
#include "organization/esp-edits.h"
#include "session/esp-outline-model.h"

#define N_STEPS 300

/* Follows items-changed as a list view does: rows it was not told of are what they were */
typedef struct
{
  EspOutlineModel *model;
  GArray          *keys; /* EspRowKey */
  guint            n_changes;
} Mirror;

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Mirror     *mirror)
{
  mirror->n_changes++;
  g_assert_cmpuint (position + removed, <=, mirror->keys->len);
  if (removed > 0)
    g_array_remove_range (mirror->keys, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (EspOutlineRow) row = g_list_model_get_item (list, position + i);
      EspRowKey key = esp_outline_row_get_key (row);

      g_array_insert_val (mirror->keys, position + i, key);
    }
}

static void
changing_cb (EspOutlineModel *model,
             guint            position,
             guint            removed,
             guint            added,
             Mirror          *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, mirror->keys->len);
  g_assert_cmpuint (position + removed, <=, mirror->keys->len);
  g_assert_cmpuint (removed + added, >, 0);
}

static void
check (EspSession *session,
       Mirror     *mirror)
{
  EspScene *scene = esp_session_get_scene (session);
  guint n = 0;

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item), n++)
    {
      EspTable table;
      EspIx ix = esp_scene_get_row (scene, item, &table);

      g_assert_cmpuint (n, <, mirror->keys->len);
      g_assert_cmpuint (g_array_index (mirror->keys, EspRowKey, n), ==, ESP_ROW_KEY (table, ix));
      g_assert_cmpuint (esp_outline_model_get_key (mirror->model, n), ==, ESP_ROW_KEY (table, ix));
    }
  g_assert_cmpuint (n, ==, mirror->keys->len);
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (mirror->model)));
}

static EspIx
pick_position (EspSession *session,
               GRand      *rand)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (esp_session_get_organization (session), ESP_TABLE_POSITIONS, &n);

  return order[g_rand_int_range (rand, 0, (gint32) n)];
}

static void
remove_edit (EspOrganization *organization,
             gpointer         user_data)
{
  esp_edit_remove_position (organization, GPOINTER_TO_UINT (user_data), ESP_REPORTS_MOVE_UP);
}

static void
step_at_random (EspSession *session,
                GRand      *rand)
{
  const char *scopes[] = { "internal", "external", "unknown" };
  EspScene *scene = esp_session_get_scene (session);
  EspNodeIx node = (EspNodeIx) g_rand_int_range (rand, 0, (gint32) esp_scene_get_n_nodes (scene));
  g_autoptr (EspFilter) filter = NULL;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      esp_session_fold_below (session, node, g_rand_boolean (rand));
      break;
    case 1:
      esp_session_isolate (session, g_rand_boolean (rand) ? node : ESP_NODE_NONE);
      break;
    case 2:
      if (g_rand_boolean (rand))
        filter = esp_filter_with (NULL, ESP_FACET_SCOPE, scopes[g_rand_int_range (rand, 0, 3)]);
      esp_session_set_filter (session, filter);
      break;
    case 3:
      g_object_set (session, "chart", g_rand_boolean (rand) ? "structure" : "reporting", NULL);
      break;
    case 4:
      esp_document_edit (esp_session_get_document (session), remove_edit, GUINT_TO_POINTER (pick_position (session, rand)), NULL);
      break;
    case 5:
      esp_document_undo (esp_session_get_document (session));
      break;
    case 6:
      esp_session_reveal (session, ESP_TABLE_POSITIONS, pick_position (session, rand));
      break;
    default:
      esp_session_set_folded (session, node, !esp_scene_is_folded (scene, node));
      break;
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  g_autoptr (EspOutlineModel) model = esp_outline_model_new (session);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  Mirror mirror = { model, keys };

  g_test_message ("seed %u", seed);
  g_signal_connect (model, "changing", G_CALLBACK (changing_cb), &mirror);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &mirror);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  esp_outline_model_set_active (model, TRUE);
  check (session, &mirror);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step_at_random (session, rand);
      check (session, &mirror);
      if (i % 50 == 49)
        {
          esp_outline_model_set_active (model, FALSE);
          g_assert_cmpuint (keys->len, ==, 0);
          step_at_random (session, rand);
          g_assert_cmpuint (keys->len, ==, 0);
          esp_outline_model_set_active (model, TRUE);
          check (session, &mirror);
        }
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A fold is one items-changed behind the row; rows that somebody looks at are told. */
static void
test_fold (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  g_autoptr (EspOutlineModel) model = esp_outline_model_new (session);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  g_autoptr (EspOutlineRow) row = NULL;
  g_autoptr (EspOutlineRow) same = NULL;
  Mirror mirror = { model, keys };
  EspScene *scene = esp_session_get_scene (session);
  guint n_all, n_told = 0;

  esp_session_fold_below (session, ESP_NODE_NONE, FALSE);
  esp_outline_model_set_active (model, TRUE);
  n_all = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_array_set_size (keys, n_all);
  for (guint i = 0; i < n_all; i++)
    g_array_index (keys, EspRowKey, i) = esp_outline_model_get_key (model, i);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &mirror);
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  same = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (row == same);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_told);

  esp_session_set_folded (session, 0, TRUE);
  g_assert_cmpuint (mirror.n_changes, ==, 1);
  g_assert_cmpuint (n_told, ==, 1);
  check (session, &mirror);
  esp_session_set_folded (session, 0, FALSE);
  g_assert_cmpuint (mirror.n_changes, ==, 2);
  check (session, &mirror);
  esp_session_set_folded (session, 3, TRUE);
  g_assert_cmpuint (mirror.n_changes, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <, n_all);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    g_assert_cmpuint (esp_outline_model_find (model, esp_outline_model_get_key (model, i)), ==, i);
  g_assert_cmpuint (esp_outline_model_find (model, ESP_ROW_KEY_NONE), ==, G_MAXUINT);
  g_assert_cmpuint (esp_outline_model_get_key (model, n_all), ==, ESP_ROW_KEY_NONE);
  g_object_set (session, "direction", "right", NULL);
  g_assert_cmpuint (mirror.n_changes, ==, 3);
  g_assert_true (esp_session_get_scene (session) == scene);
}

/* A million rows: what a fold, an opening and a look-up cost the model */
static void
test_large (void)
{
  g_autoptr (EspDocument) document = create_large (1000000);
  g_autoptr (EspSession) session = esp_session_new (document);
  g_autoptr (EspOutlineModel) model = esp_outline_model_new (session);
  gint64 started;

  wait_for_scene (session);
  esp_scene_fold_to_level (esp_session_get_scene (session), 0);
  started = g_get_monotonic_time ();
  esp_outline_model_set_active (model, TRUE);
  g_test_message ("a million rows: %.1f ms", (g_get_monotonic_time () - started) / 1e3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1000000);
  started = g_get_monotonic_time ();
  g_assert_cmpuint (esp_outline_model_find (model, ESP_ROW_KEY (ESP_TABLE_POSITIONS, find_position (session, "p999999"))), !=, G_MAXUINT);
  g_test_message ("one of them found: %.2f ms", (g_get_monotonic_time () - started) / 1e3);
  started = g_get_monotonic_time ();
  esp_session_set_folded (session, 1, TRUE);
  g_test_message ("a branch folded: %.1f ms", (g_get_monotonic_time () - started) / 1e3);
  started = g_get_monotonic_time ();
  esp_session_set_folded (session, 1, FALSE);
  g_test_message ("and opened: %.1f ms", (g_get_monotonic_time () - started) / 1e3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/outline/random", test_random);
  g_test_add_func ("/session/outline/fold", test_fold);
  g_test_add_func ("/session/outline/large", test_large);

  return g_test_run ();
}
