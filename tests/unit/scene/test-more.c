/* test-more.c — very wide managers: some are shown, and a stand-in for the rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"
#include "scene/esp-card.h"

#define N_SEATS 441 /* the manager and 440 reports */
#define MOST    60

static EspScene *
open_star (EspOrganization *organization)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = ESP_CHART_REPORTING;
  options.n_children_max = MOST;
  options.n_cards_first = 10000;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static void
test_stand_in (void)
{
  g_autoptr (EspOrganization) organization = organization_of_shape (SHAPE_STAR, N_SEATS);
  g_autoptr (EspScene) scene = open_star (organization);
  EspItem stand_in = ESP_ITEM (1 + MOST), last = ESP_ITEM (N_SEATS - 1);
  g_autofree char *label = NULL, *description = NULL;
  EspTotals totals;
  EspRect rect;
  EspCard card;

  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, MOST + 2);
  g_assert_cmpuint (esp_scene_get_n_more (scene, ESP_ITEM_NODE (stand_in)), ==, N_SEATS - 1 - MOST);
  g_assert_cmpuint (esp_scene_get_n_more (scene, MOST), ==, 0);
  g_assert_cmpuint (esp_scene_last (scene), ==, stand_in);
  g_assert_cmpuint (esp_scene_next (scene, stand_in), ==, ESP_ITEM_NONE);
  g_assert_cmpuint (esp_scene_get_shown (scene, last), ==, stand_in);
  g_assert_true (esp_scene_is_shown (scene, stand_in));
  g_assert_true (esp_scene_get_item_rect (scene, stand_in, &rect));
  g_assert_false (esp_scene_get_item_rect (scene, last, &rect));
  g_assert_false (esp_scene_can_fold (scene, ESP_ITEM_NODE (stand_in)));

  esp_card_fill (&card, scene, stand_in);
  g_assert_cmpstr (card.title, ==, "+380 more");
  g_assert_false (card.is_seat);
  label = esp_card_get_label (scene, stand_in);
  g_assert_cmpstr (label, ==, "+380 more");
  description = esp_card_get_description (scene, stand_in);
  g_assert_true (g_str_has_prefix (description, "380 more below "));

  /* what is counted is everybody, as before */
  esp_scene_get_totals (scene, 0, &totals);
  g_assert_cmpuint (totals.direct, ==, N_SEATS - 1);

  g_assert_true (esp_scene_show_more (scene, ESP_ITEM_NODE (stand_in)));
  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, N_SEATS);
  g_assert_cmpuint (esp_scene_get_n_more (scene, ESP_ITEM_NODE (stand_in)), ==, 0);
  g_assert_true (esp_scene_is_shown (scene, stand_in));
  g_assert_false (esp_scene_show_more (scene, ESP_ITEM_NODE (stand_in)));

  /* folded and opened again, it is as it was at first */
  esp_scene_set_folded (scene, 0, TRUE);
  esp_scene_set_folded (scene, 0, FALSE);
  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, MOST + 2);
}

static void
test_reveal (void)
{
  g_autoptr (EspOrganization) organization = organization_of_shape (SHAPE_STAR, N_SEATS);
  g_autoptr (EspScene) scene = open_star (organization);
  g_autoptr (EspScene) other = open_star (organization);
  g_autoptr (GArray) wide = NULL;
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (EspIx));
  EspChange change = { ESP_CHANGE_SHAPE, nobody, nobody };

  g_assert_false (esp_scene_reveal (scene, ESP_ITEM (MOST)));
  g_assert_true (esp_scene_reveal (scene, ESP_ITEM (N_SEATS - 1)));
  g_assert_true (esp_scene_is_shown (scene, ESP_ITEM (N_SEATS - 1)));
  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, N_SEATS);

  /* it outlives the forest, and can be taken to another scene */
  esp_scene_update (scene, &change);
  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, N_SEATS);
  wide = esp_scene_list_wide (scene);
  g_assert_cmpuint (wide->len, ==, 1);
  esp_scene_take_wide (other, wide);
  g_assert_cmpuint (esp_scene_get_n_shown (other), ==, N_SEATS);

  /* the first that is not shown can be looked for, too */
  esp_scene_set_folded (scene, 0, TRUE);
  esp_scene_set_folded (scene, 0, FALSE);
  g_assert_true (esp_scene_reveal (scene, ESP_ITEM (1 + MOST)));
  g_assert_true (esp_scene_is_shown (scene, ESP_ITEM (1 + MOST)));
}

/* One more than fits is shown: a stand-in for one would take as much room. */
static void
test_edge (void)
{
  for (guint n = MOST; n <= MOST + 2; n++)
    {
      g_autoptr (EspOrganization) organization = organization_of_shape (SHAPE_STAR, n + 1);
      g_autoptr (EspScene) scene = open_star (organization);

      g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, MIN (n, MOST + 1) + 1);
    }
}

static void
test_units (void)
{
  g_autoptr (GString) text = g_string_new ("unit top company -\n");
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (EspScene) scene = NULL;
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  EspItem stand_in, head;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "unit u%u team top\nposition h%u u%u -\nposition p%u u%u h%u\n", i, i, i, i, i, i);
  organization = organization_from_text (text->str);
  options.n_children_max = 5;
  scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  stand_in = esp_scene_find (scene, ESP_TABLE_UNITS, esp_organization_find_id (organization, ESP_TABLE_UNITS, "u5"));
  head = find_item (scene, "h5");
  g_assert_cmpuint (esp_scene_get_n_more (scene, ESP_ITEM_NODE (stand_in)), ==, 15);
  g_assert_true (ESP_ITEM_IS_HEAD (head));
  g_assert_cmpuint (esp_scene_get_head (scene, ESP_ITEM_NODE (stand_in)), ==, ESP_IX_NONE);
  g_assert_cmpuint (esp_scene_get_shown (scene, head), ==, stand_in);
  g_assert_cmpuint (esp_scene_get_shown (scene, find_item (scene, "p9")), ==, stand_in);
  g_assert_cmpuint (esp_scene_first_child (scene, stand_in), ==, ESP_ITEM_NONE);
  g_assert_cmpuint (esp_scene_last (scene), ==, stand_in);
  esp_scene_reveal (scene, head);
  g_assert_true (esp_scene_is_shown (scene, head));
  g_assert_cmpuint (esp_scene_get_head (scene, ESP_ITEM_NODE (stand_in)), !=, ESP_IX_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/more/stand-in", test_stand_in);
  g_test_add_func ("/scene/more/reveal", test_reveal);
  g_test_add_func ("/scene/more/edge", test_edge);
  g_test_add_func ("/scene/more/units", test_units);

  return g_test_run ();
}
