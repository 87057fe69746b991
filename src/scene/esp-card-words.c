/* esp-card-words.c — cards in words: for screen readers, tooltips and the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-card.h"

#include "core/esp-i18n.h"
#include "scene/esp-card-private.h"
#include "scene/esp-scene-private.h"

static void
append (GString    *text,
        const char *separator,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
count_positions (guint32 n)
{
  return g_strdup_printf (ngettext ("%'u position", "%'u positions", n), n);
}

static char *
count_seats (guint32 n)
{
  return g_strdup_printf (ngettext ("%'u program manager", "%'u program managers", n), n);
}

static char *
count_vacant (guint32 n)
{
  return g_strdup_printf (ngettext ("%'u vacant", "%'u vacant", n), n);
}

/* How many of what was searched for are inside of a folded branch */
char *
_esp_card_count_found (guint32 n)
{
  return g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);
}

const char *
_esp_card_get_kind_name (EspScene *scene,
                         EspIx     unit)
{
  const char *id = esp_organization_get_text (scene->organization, ESP_TABLE_UNITS, unit, ESP_UNIT_KIND);
  const EspPlace *kind = esp_catalogue_find_kind (scene->catalogue, id != NULL ? id : "department");

  return kind != NULL ? kind->name : id != NULL ? id : C_("place", "Department");
}

/* What a plate counts: “14 positions”, “3 program managers”, “1 vacant”, “Headed by Ada Quince”; what is none is left out. */
GStrv
_esp_card_count_unit (EspScene *scene,
                      EspItem   item)
{
  EspOrganization *organization = scene->organization;
  EspNodeIx node = ESP_ITEM_NODE (item);
  EspStr head = esp_organization_get (organization, ESP_TABLE_UNITS, esp_forest_get_row (scene->forest, node), ESP_UNIT_HEAD);
  EspIx position = head != ESP_STR_NONE ? esp_organization_find (organization, ESP_TABLE_POSITIONS, head) : ESP_IX_NONE;
  GStrvBuilder *counts = g_strv_builder_new ();
  EspTotals totals;
  GStrv strv;

  esp_forest_get_totals (scene->forest, node, &totals);
  if (position != ESP_IX_NONE && esp_forest_get_head (scene->forest, node) != position)
    {
      const char *name = esp_position_get_n_holders (organization, position) > 0 ? esp_position_get_holder (organization, position, 0) : "";
      g_autofree char *headed = g_strdup_printf (_("Headed by %s"), *name != '\0' ? name : esp_position_get_title (organization, position));

      g_strv_builder_add (counts, headed);
    }
  if (totals.total == 0 && scene->filter == NULL)
    {
      g_strv_builder_add (counts, _("No positions yet"));
    }
  else if (totals.total > 0)
    {
      g_autofree char *positions = count_positions (totals.total);
      g_autofree char *seats = count_seats (totals.seats);
      g_autofree char *vacant = count_vacant (totals.vacant);

      g_strv_builder_add (counts, positions);
      if (totals.seats > 0)
        g_strv_builder_add (counts, seats);
      if (totals.vacant > 0)
        g_strv_builder_add (counts, vacant);
    }
  strv = g_strv_builder_end (counts);
  g_strv_builder_unref (counts);
  return strv;
}

/* “2 program managers, 1 vacant, 3 found”: what is folded away and worth knowing; %NULL if there is none of it. */
char *
_esp_card_get_fold_note (EspScene  *scene,
                         EspNodeIx  node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  EspTotals totals;
  guint32 n_found;

  esp_forest_get_totals (scene->forest, node, &totals);
  if (esp_forest_get_head (scene->forest, node) != ESP_IX_NONE)
    {
      totals.seats -= (scene->forest->flags[node] & ESP_NODE_SEAT) != 0;
      totals.vacant -= (scene->forest->flags[node] & ESP_NODE_VACANT) != 0;
    }
  if (totals.seats > 0)
    {
      g_autofree char *seats = count_seats (totals.seats);

      append (text, ", ", seats);
    }
  if (totals.vacant > 0)
    {
      g_autofree char *vacant = count_vacant (totals.vacant);

      append (text, ", ", vacant);
    }
  n_found = esp_scene_get_n_marked_below (scene, node);
  if (n_found > 0)
    {
      g_autofree char *found = _esp_card_count_found (n_found);

      append (text, ", ", found);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* How many positions hang from an item as reports: what hangs from its node, or of that the head's own. */
static guint32
count_reports (EspScene *scene,
               EspItem   item)
{
  const EspForest *forest = scene->forest;
  EspNodeIx node = ESP_ITEM_NODE (item);
  EspIx head = esp_forest_get_head (forest, node);
  guint32 n = 0;

  if (!ESP_ITEM_IS_HEAD (item))
    return forest->tree.n_children[node];
  for (guint32 c = 0; c < forest->tree.n_children[node]; c++)
    {
      EspNodeIx child = forest->tree.first_child[node] + c;

      n += !esp_forest_is_unit (forest, child) && esp_position_get_manager (scene->organization, esp_forest_get_row (forest, child)) == head;
    }
  return n;
}

/* “Level 4, 2 of 5, 3 direct reports, folded.” */
static char *
describe_place (EspScene *scene,
                EspItem   item,
                gboolean  is_unit)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *level = g_strdup_printf (_("Level %u"), esp_scene_get_item_level (scene, item));
  g_autofree char *among = NULL;
  g_autofree char *reports = NULL;
  guint32 n, at, n_reports;

  at = esp_scene_get_item_position (scene, item, &n);
  /* Translators: a place among siblings, as “2 of 5” */
  among = g_strdup_printf (_("%'u of %'u"), at, n);
  append (text, ", ", level);
  append (text, ", ", among);
  n_reports = count_reports (scene, item);
  if (n_reports > 0)
    {
      reports = is_unit ? g_strdup_printf (ngettext ("%'u directly below", "%'u directly below", n_reports), n_reports)
                        : g_strdup_printf (ngettext ("%'u direct report", "%'u direct reports", n_reports), n_reports);
      append (text, ", ", reports);
    }
  if (!ESP_ITEM_IS_HEAD (item) && esp_scene_can_fold (scene, node))
    append (text, ", ", scene->forest->flags[node] & ESP_NODE_FOLDED ? _("folded") : _("unfolded"));
  if (_esp_scene_item_flags (scene, item) & ESP_NODE_CONTEXT)
    /* Translators: of a card that is shown for what is below it only */
    append (text, ", ", _("does not match the filter"));
  return g_strdup_printf (_("%s."), text->str);
}

static const char *
get_state_word (EspState state)
{
  switch (state)
    {
    case ESP_STATE_FROZEN:
      return _("Frozen.");
    case ESP_STATE_ELIMINATED:
      return _("Eliminated.");
    case ESP_STATE_DEFAULT:
    case ESP_STATE_FILLED:
    case ESP_STATE_VACANT:
    case ESP_STATE_UNDISCLOSED:
    default:
      return NULL;
    }
}

/* “Senior. Department, Infrastructure. Internal. Dotted line to Head of PMO.” and what is to be said besides. */
static char *
describe_position (EspScene *scene,
                   EspItem   item,
                   EspIx     position)
{
  EspOrganization *organization = scene->organization;
  GString *text = g_string_new (NULL);
  const char *level = _esp_card_get_level_name (scene, position);
  const char *posts = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_POSTS);
  g_autofree char *placement = esp_placements_describe (scene->placements, position);

  if (level != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("%s."), level);

      append (text, " ", sentence);
    }
  append (text, " ", get_state_word (esp_position_get_state (organization, position)));
  if (posts != NULL && esp_position_get_posts (organization, position) != 1.0)
    {
      g_autofree char *number = esp_i18n_write_number (posts);
      g_autofree char *sentence = g_strdup_printf (_("Stands for %s posts."), number);

      append (text, " ", sentence);
    }
  append (text, " ", placement);
  if (_esp_scene_item_flags (scene, item) & ESP_NODE_OUTSIDE)
    {
      g_autofree char *sentence
        = g_strdup_printf (_("Reports outside, to %s."), esp_position_get_title (organization, esp_position_get_manager (organization, position)));

      append (text, " ", sentence);
    }
  return g_string_free (text, FALSE);
}

/* “Department. 14 positions, 3 program managers, 1 vacant.” */
static char *
describe_unit (EspScene *scene,
               EspItem   item,
               EspIx     unit)
{
  g_auto (GStrv) counts = _esp_card_count_unit (scene, item);
  g_autofree char *joined = g_strjoinv (", ", counts);

  /* Translators: a kind of unit, then what is in it: “Department. 14 positions, 1 vacant.” */
  return g_strdup_printf (_("%s. %s."), _esp_card_get_kind_name (scene, unit), joined);
}

/* “380 more that report to Head of Sales are not shown one by one. Press Enter to show them.” %NULL of what stands for itself */
static char *
describe_more (EspScene *scene,
               EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  guint32 n = esp_scene_get_n_more (scene, node);

  if (n == 0)
    return NULL;
  /* Translators: of a card that stands for several; %s is a unit or a title, as “Head of Sales” */
  return g_strdup_printf (ngettext ("%'u more below %s is not shown. Press Enter to show it.",
                                    "%'u more below %s are not shown one by one. Press Enter to show them.", n),
                          n, esp_card_get_name (scene, ESP_ITEM (scene->forest->tree.parent[node])));
}

/**
 * esp_card_get_label:
 * @scene: a scene
 * @item: an item of it
 *
 * Returns: (transfer full): the accessible name: “Infrastructure TPM, Ada Quince”, “Infrastructure TPM, vacant”, or the name of the unit
 */
char *
esp_card_get_label (EspScene *scene,
                    EspItem   item)
{
  EspTable table;
  EspIx ix;
  const char *title;
  g_autofree char *holders = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  ix = esp_scene_get_row (scene, item, &table);
  if (table == ESP_TABLE_UNITS || esp_scene_get_n_more (scene, ESP_ITEM_NODE (item)) > 0)
    return g_strdup (esp_card_get_name (scene, item));

  title = esp_position_get_title (scene->organization, ix);
  holders = esp_position_get_holders_text (scene->organization, ix);
  if (*holders != '\0')
    /* Translators: a title and who holds it */
    return g_strdup_printf (C_("card", "%s, %s"), title, holders);
  if (esp_position_get_state (scene->organization, ix) == ESP_STATE_VACANT)
    return g_strdup_printf (_("%s, vacant"), title);
  if (esp_position_get_state (scene->organization, ix) == ESP_STATE_UNDISCLOSED)
    return g_strdup_printf (_("%s, name not published"), title);
  return g_strdup (title);
}

/**
 * esp_card_get_description:
 * @scene: a scene
 * @item: an item of it
 *
 * Returns: (transfer full): the accessible description: “Senior. Department, Infrastructure. Internal. Dotted line to Head of PMO. Level 4, 2 of 5, 3
 *   direct reports, folded.”
 */
char *
esp_card_get_description (EspScene *scene,
                          EspItem   item)
{
  EspTable table;
  EspIx ix;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *about = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  ix = esp_scene_get_row (scene, item, &table);
  about = describe_more (scene, item);
  if (about != NULL)
    return g_steal_pointer (&about);
  about = table == ESP_TABLE_UNITS ? describe_unit (scene, item, ix) : describe_position (scene, item, ix);
  finding = _esp_card_get_finding (scene, item);
  place = describe_place (scene, item, table == ESP_TABLE_UNITS);
  append (text, " ", about);
  append (text, " ", finding);
  append (text, " ", place);
  return g_strdup (text->str);
}

/**
 * esp_card_get_tooltip:
 * @scene: a scene
 * @item: an item of it
 *
 * Returns: (transfer full): what the card says, uncut, and why it has a warning mark; several lines
 */
char *
esp_card_get_tooltip (EspScene *scene,
                      EspItem   item)
{
  EspTable table;
  EspIx ix;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;
  g_autofree char *about = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *note = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  ix = esp_scene_get_row (scene, item, &table);
  about = describe_more (scene, item);
  if (about != NULL)
    return g_steal_pointer (&about);
  label = esp_card_get_label (scene, item);
  about = table == ESP_TABLE_UNITS ? describe_unit (scene, item, ix) : describe_position (scene, item, ix);
  finding = _esp_card_get_finding (scene, item);
  append (text, "\n", label);
  append (text, "\n", about);
  append (text, "\n", finding);
  if (scene->forest->flags[ESP_ITEM_NODE (item)] & ESP_NODE_FOLDED)
    {
      note = _esp_card_get_fold_note (scene, ESP_ITEM_NODE (item));
      if (note != NULL)
        {
          /* Translators: what is in a folded branch; %s is as “2 program managers, 1 vacant” */
          g_autofree char *folded = g_strdup_printf (_("Folded away: %s."), note);

          append (text, "\n", folded);
        }
    }
  return g_strdup (text->str);
}

/**
 * esp_card_get_text:
 * @scene: a scene
 * @item: an item of it
 *
 * Returns: (transfer full): the card for the clipboard: title, names, unit and level, placement, a line each
 */
char *
esp_card_get_text (EspScene *scene,
                   EspItem   item)
{
  EspTable table;
  EspIx ix, unit;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *holders = NULL;
  g_autofree char *about = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  about = describe_more (scene, item);
  if (about != NULL)
    return g_steal_pointer (&about);
  ix = esp_scene_get_row (scene, item, &table);
  if (table == ESP_TABLE_UNITS)
    {
      about = describe_unit (scene, item, ix);
      append (text, "\n", esp_unit_get_name (scene->organization, ix));
      append (text, "\n", about);
      return g_strdup (text->str);
    }

  holders = esp_position_get_holders_text (scene->organization, ix);
  unit = esp_position_get_unit (scene->organization, ix);
  about = describe_position (scene, item, ix);
  append (text, "\n", esp_position_get_title (scene->organization, ix));
  append (text, "\n", *holders != '\0' ? holders : esp_position_get_state (scene->organization, ix) == ESP_STATE_VACANT ? C_("position", "Vacant") : NULL);
  if (unit != ESP_IX_NONE)
    append (text, "\n", esp_unit_get_name (scene->organization, unit));
  append (text, "\n", about);
  return g_strdup (text->str);
}

/**
 * esp_card_get_placement_text:
 * @scene: a scene
 * @position: a position
 *
 * Returns: (transfer full): where it sits and whom it serves, as everywhere: “Department, Infrastructure. Internal. Dotted line to Head of PMO.”
 */
char *
esp_card_get_placement_text (EspScene *scene,
                             EspIx     position)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return esp_placements_describe (scene->placements, position);
}
