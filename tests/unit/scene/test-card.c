/* test-card.c — what cards say, in the words of the chart rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"
#include "scene/esp-card.h"

#include <string.h>

static void
set_text (EspOrganization *organization,
          EspTable         table,
          const char      *id,
          EspField         field,
          const char      *text)
{
  esp_organization_set (organization, table, esp_organization_find_id (organization, table, id), field, esp_organization_intern (organization, text));
}

static void
add_holder (EspOrganization *organization,
            const char      *id,
            const char      *first,
            const char      *second)
{
  EspHolder holders[2] = { { .name = esp_organization_intern (organization, first) },
                           { .name = second != NULL ? esp_organization_intern (organization, second) : ESP_STR_NONE } };

  esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, id), ESP_POSITION_HOLDERS,
                        esp_organization_add_list (organization, (const guint32 *) holders, (second != NULL ? 2 : 1) * ESP_HOLDER_WORDS));
}

/* The example of the chart rules: an infrastructure department below engineering, and a PMO. */
static EspOrganization *
make_organization (void)
{
  EspOrganization *organization = organization_from_text (
    "unit eng department - vp\nunit infra department eng lead\nunit pmo pmo eng head\n"
    "position vp eng - VP Engineering\nposition lead infra vp Director of Infrastructure\nposition head pmo vp Head of PMO\n"
    "position a infra lead Analyst\nposition t infra lead Infrastructure TPM\nposition x infra t Engineer\nposition y infra t Engineer\n"
    "position z infra t Engineer\nposition o gone nobody Orphan\nposition s eng s Selfish\nposition r eng q Ringed\nposition q eng r Ringed\n"
    "position out infra head Liaison");
  EspLine line;

  esp_organization_begin (organization, "Fill");
  set_text (organization, ESP_TABLE_UNITS, "infra", ESP_UNIT_NAME, "Infrastructure");
  set_text (organization, ESP_TABLE_UNITS, "infra", ESP_UNIT_FUNCTION, "infrastructure");
  set_text (organization, ESP_TABLE_POSITIONS, "t", ESP_POSITION_ROLE, "infrastructure-tpm");
  set_text (organization, ESP_TABLE_POSITIONS, "t", ESP_POSITION_LEVEL, "senior");
  esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "t"), ESP_POSITION_SCOPE,
                        ESP_SCOPE_INTERNAL);
  add_holder (organization, "t", "Ada Quince", NULL);
  add_holder (organization, "x", "Bo Larch", "Cy Elm");
  add_holder (organization, "y", "Maximiliana Featherstonehaugh-Cholmondeley", "Cy Elm");
  set_text (organization, ESP_TABLE_POSITIONS, "y", ESP_POSITION_POSTS, "12.5");
  esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "z"), ESP_POSITION_STATE,
                        ESP_STATE_UNDISCLOSED);
  line = (EspLine){ .to = esp_organization_intern (organization, "head"), .kind = esp_organization_intern (organization, "dotted") };
  esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "t"), ESP_POSITION_LINES,
                        esp_organization_add_list (organization, (const guint32 *) &line, ESP_LINE_WORDS));
  esp_organization_commit (organization);
  return organization;
}

static EspScene *
make_scene (EspOrganization *organization,
            EspChartKind     chart)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = chart;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static void
assert_words (EspScene   *scene,
              const char *id,
              const char *label,
              const char *description)
{
  g_autofree char *found_label = esp_card_get_label (scene, find_item (scene, id));
  g_autofree char *found_description = esp_card_get_description (scene, find_item (scene, id));

  g_assert_cmpstr (found_label, ==, label);
  g_assert_cmpstr (found_description, ==, description);
}

static void
test_words (void)
{
  g_autoptr (EspOrganization) organization = make_organization ();
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_REPORTING);

  esp_scene_set_folded (scene, ESP_ITEM_NODE (find_item (scene, "t")), TRUE);
  assert_words (scene, "t", "Infrastructure TPM, Ada Quince",
                "Senior. Department, Infrastructure. Internal. Dotted line to Head of PMO. Level 3, 2 of 2, 3 direct reports, folded.");
  assert_words (scene, "a", "Analyst, vacant", "Department, Infrastructure. Level 3, 1 of 2.");
  assert_words (scene, "z", "Engineer, name not published", "Department, Infrastructure. Level 4, 3 of 3.");
  assert_words (scene, "x", "Engineer, Bo Larch, Cy Elm", "Department, Infrastructure. Level 4, 1 of 3.");
  assert_words (scene, "o", "Orphan, vacant", "No unit. Reports to nobody, who is not in this file. Level 1, 2 of 4.");
  assert_words (scene, "s", "Selfish, vacant", "Department. Reports to itself. Level 1, 3 of 4.");
  assert_words (scene, "r", "Ringed, vacant",
                "Department. Reports to itself through others. The ring is cut here. Level 1, 4 of 4, 1 direct report, unfolded.");
}

static void
test_words_of_structure (void)
{
  g_autoptr (EspOrganization) organization = make_organization ();
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE);

  assert_words (scene, "infra", "Infrastructure", "Department. 7 positions, 1 program manager, 3 vacant. Level 2, 5 of 5, 3 directly below, unfolded.");
  assert_words (scene, "lead", "Director of Infrastructure, vacant", "Department, Infrastructure. Level 3, 1 of 4, 2 direct reports.");
  assert_words (scene, "out", "Liaison, vacant", "Department, Infrastructure. Reports outside, to Head of PMO. Level 3, 4 of 4.");
}

static void
test_card (void)
{
  g_autoptr (EspOrganization) organization = make_organization ();
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE);
  g_autofree EspCard *card = g_new (EspCard, 1);

  esp_card_fill (card, scene, find_item (scene, "t"));
  g_assert_cmpstr (card->title, ==, "Infrastructure TPM");
  g_assert_cmpuint (card->title_break, ==, 0);
  g_assert_cmpstr (card->holder, ==, "Ada Quince");
  g_assert_cmpstr (card->initials, ==, "AQ");
  g_assert_cmpstr (card->unit, ==, "Infrastructure");
  g_assert_cmpstr (card->level_pill, ==, "Senior");
  g_assert_cmpint (card->unit_glyph, ==, ESP_GLYPH_INFRASTRUCTURE);
  g_assert_cmpint (card->color, ==, ESP_COLOR_DEPARTMENT);
  g_assert_cmpint (card->scope, ==, ESP_SCOPE_MARK_INTERNAL);
  g_assert_cmpint (esp_card_get_scope_glyph (card), ==, ESP_GLYPH_INTERNAL);
  g_assert_true (card->is_seat);
  g_assert_cmpstr (card->fold_pill, ==, "");
  g_assert_null (card->finding);

  esp_scene_set_folded (scene, ESP_ITEM_NODE (find_item (scene, "t")), TRUE);
  esp_card_fill (card, scene, find_item (scene, "t"));
  g_assert_cmpstr (card->fold_pill, ==, "3 · 3");

  esp_card_fill (card, scene, find_item (scene, "x"));
  g_assert_cmpstr (card->holder, ==, "Bo Larch, Cy Elm");
  g_assert_false (card->is_seat);
  g_assert_null (card->fold_pill);
  esp_card_fill (card, scene, find_item (scene, "y"));
  g_assert_cmpstr (card->holder, ==, "Maximiliana Featherstonehaugh-Cholmondeley +1");
  g_assert_cmpstr (card->posts, ==, "× 12.5");
  g_assert_true (card->is_group);
  esp_card_fill (card, scene, find_item (scene, "z"));
  g_assert_cmpstr (card->holder, ==, "Name not published");
  g_assert_null (card->state_pill);
  esp_card_fill (card, scene, find_item (scene, "a"));
  g_assert_null (card->holder);
  g_assert_cmpstr (card->state_pill, ==, "Vacant");
  esp_card_fill (card, scene, find_item (scene, "out"));
  g_assert_cmpstr (card->unit, ==, "Reports to Head of PMO");
  esp_card_fill (card, scene, find_item (scene, "o"));
  g_assert_cmpstr (card->unit, ==, "No unit");
  g_assert_nonnull (card->finding);

  esp_card_fill (card, scene, find_item (scene, "infra"));
  g_assert_true (card->is_unit && card->has_head);
  g_assert_cmpstr (card->holder, ==, "7 positions · 1 program manager");
  g_assert_null (card->fold_pill);
  esp_card_fill (card, scene, find_item (scene, "lead"));
  g_assert_true (card->is_docked);
  g_assert_cmpstr (card->fold_pill, ==, "");
}

/* Absurdly long words neither overflow nor leave half a character. */
static void
test_long (void)
{
  g_autoptr (EspOrganization) organization = organization_from_text ("unit u - - a\nposition a u -\nposition b u a\nunit v - - b");
  g_autoptr (EspScene) scene = NULL;
  g_autofree EspCard *card = g_new (EspCard, 1);
  GString *longest = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append (longest, i % 7 == 6 ? " " : "ő");
  esp_organization_begin (organization, "Long");
  set_text (organization, ESP_TABLE_UNITS, "u", ESP_UNIT_NAME, longest->str);
  set_text (organization, ESP_TABLE_POSITIONS, "b", ESP_POSITION_TITLE, longest->str);
  set_text (organization, ESP_TABLE_POSITIONS, "b", ESP_POSITION_REPORTS_TO, longest->str);
  set_text (organization, ESP_TABLE_POSITIONS, "b", ESP_POSITION_POSTS, longest->str);
  add_holder (organization, "b", longest->str, longest->str);
  esp_organization_commit (organization);
  scene = make_scene (organization, ESP_CHART_STRUCTURE);

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      g_autofree char *tooltip = esp_card_get_tooltip (scene, item);
      g_autofree char *text = esp_card_get_text (scene, item);

      esp_card_fill (card, scene, item);
      g_assert_true (card->holder == NULL || g_utf8_validate (card->holder, -1, NULL));
      g_assert_true (card->finding == NULL || g_utf8_validate (card->finding, -1, NULL));
      g_assert_true (card->posts == NULL || g_utf8_validate (card->posts, -1, NULL));
      g_assert_true (g_utf8_validate (tooltip, -1, NULL) && g_utf8_validate (text, -1, NULL));
    }
  g_string_free (longest, TRUE);
}

static void
test_text (void)
{
  const char *title = "Infrastructure Technical Program Manager";

  g_assert_cmpfloat (esp_text_measure ("", -1, 14.0, FALSE), ==, 0.0);
  g_assert_cmpfloat (esp_text_measure (title, -1, 14.0, TRUE), >, esp_text_measure (title, -1, 14.0, FALSE));
  g_assert_cmpfloat_with_epsilon (esp_text_measure (title, -1, 28.0, FALSE), 2.0 * esp_text_measure (title, -1, 14.0, FALSE), 1e-6);
  g_assert_cmpfloat (esp_text_measure ("漢字", -1, 10.0, FALSE), ==, 20.0);

  g_assert_cmpuint (esp_text_fit (title, -1, 14.0, FALSE, 1000.0), ==, strlen (title));
  g_assert_cmpuint (esp_text_fit (title, -1, 14.0, FALSE, 0.0), ==, 0);
  for (double width = 10.0; width < 300.0; width += 7.0)
    {
      gsize n = esp_text_fit (title, -1, 14.0, TRUE, width);

      g_assert_cmpfloat (esp_text_measure (title, (gssize) n, 14.0, TRUE), <=, width);
      g_assert_true (n == 0 || title[n - 1] != ' ');
    }

  g_assert_cmpuint (esp_text_break ("Ops", 14.0, TRUE, 100.0), ==, 0);
  g_assert_cmpuint (esp_text_break ("Head of Sales", 14.0, TRUE, 70.0), ==, strlen ("Head of "));
  g_assert_cmpuint (esp_text_break ("Unbreakablelongword", 14.0, TRUE, 70.0), ==, 0);
  g_assert_cmpuint (esp_text_break ("Unbreakablelongword here", 14.0, TRUE, 70.0), ==, strlen ("Unbreakablelongword "));
  g_assert_cmpuint (esp_text_break ("Vice-President", 14.0, TRUE, 70.0), ==, strlen ("Vice-"));
}

static void
test_glyphs (void)
{
  for (EspGlyph glyph = 0; glyph < ESP_N_GLYPHS; glyph++)
    {
      const EspGlyphPath *path = esp_glyph_get_path (glyph);
      const char *const parts[] = { path->fill, path->stroke };

      g_assert_true (glyph == ESP_GLYPH_NONE || *path->fill != '\0' || *path->stroke != '\0');
      for (guint i = 0; i < 2; i++)
        {
          const char *at = parts[i];
          double points[6];
          char step;
          gboolean is_first = TRUE;

          while ((step = esp_glyph_path_next (&at, points)) != 0)
            {
              guint n = step == 'C' ? 6 : step == 'Z' ? 0 : 2;

              g_assert_nonnull (strchr ("MLCZ", step));
              g_assert_true (!is_first || step == 'M');
              is_first = FALSE;
              for (guint k = 0; k < n; k++)
                g_assert_true (points[k] >= 0.0 && points[k] <= ESP_GLYPH_SIZE);
            }
        }
    }
  g_assert_cmpint (esp_glyph_of_function ("it"), ==, ESP_GLYPH_IT);
  g_assert_cmpint (esp_glyph_of_function ("operations"), ==, ESP_GLYPH_OPERATIONS);
  g_assert_cmpint (esp_glyph_of_function ("unheard-of"), ==, ESP_GLYPH_DEPARTMENT);
  g_assert_cmpint (esp_glyph_of_function (NULL), ==, ESP_GLYPH_DEPARTMENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/words/reporting", test_words);
  g_test_add_func ("/card/words/structure", test_words_of_structure);
  g_test_add_func ("/card/fill", test_card);
  g_test_add_func ("/card/long", test_long);
  g_test_add_func ("/card/text", test_text);
  g_test_add_func ("/card/glyphs", test_glyphs);
  return g_test_run ();
}
