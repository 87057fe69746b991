/* esp-card.c — what a card or a plate says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-card.h"

#include "core/esp-i18n.h"
#include "scene/esp-card-private.h"
#include "scene/esp-scene-private.h"

#include <string.h>

/* Ends a text that was cut in the middle of a character before that character. */
static void
mend_end (char *text)
{
  const char *end;

  if (!g_utf8_validate (text, -1, &end))
    text[end - text] = '\0';
}

/* Writes into the buffer of the card; what does not fit is cut. */
const char *
_esp_card_put (EspCard    *card,
               const char *format,
               ...)
{
  gsize room = sizeof card->buffer - card->used;
  char *text = card->buffer + card->used;
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (text, room, format, arguments);
  va_end (arguments);
  mend_end (text);
  card->used = MIN (card->used + strlen (text) + 1, sizeof card->buffer - 1);
  return text;
}

static EspScopeMark
get_scope_mark (EspServes serves)
{
  switch (serves)
    {
    case ESP_SERVES_INTERNAL:
      return ESP_SCOPE_MARK_INTERNAL;
    case ESP_SERVES_EXTERNAL:
      return ESP_SCOPE_MARK_EXTERNAL;
    case ESP_SERVES_USUALLY_INTERNAL:
      return ESP_SCOPE_MARK_USUALLY_INTERNAL;
    case ESP_SERVES_USUALLY_EXTERNAL:
      return ESP_SCOPE_MARK_USUALLY_EXTERNAL;
    case ESP_SERVES_USUALLY_EITHER:
    case ESP_SERVES_UNKNOWN:
    default:
      return ESP_SCOPE_MARK_NONE;
    }
}

static void
fill_initials (EspCard    *card,
               const char *name)
{
  const char *last = strrchr (name, ' ');
  gsize used = 0;

  card->initials[0] = '\0';
  for (guint i = 0; i < 2; i++)
    {
      const char *at = i == 0 ? name : last != NULL ? last + 1 : "";
      gunichar c = g_unichar_toupper (g_utf8_get_char (at));

      if (g_unichar_isalpha (c))
        {
          used += (gsize) g_unichar_to_utf8 (c, card->initials + used);
          card->initials[used] = '\0';
        }
    }
}

/* Names joined where they fit, else the first and how many more. */
static void
fill_holder (EspCard  *card,
             EspScene *scene,
             EspIx     position)
{
  EspOrganization *organization = scene->organization;
  guint32 n = esp_position_get_n_holders (organization, position);
  const char *first = n > 0 ? esp_position_get_holder (organization, position, 0) : "";
  g_autofree char *joined = NULL;

  if (*first == '\0')
    {
      if (n > 0 || card->state == ESP_CARD_UNDISCLOSED)
        card->holder = _("Name not published");
      return;
    }

  fill_initials (card, first);
  card->holder = first;
  if (n < 2)
    return;
  joined = esp_position_get_holders_text (organization, position);
  if (esp_text_measure (joined, -1, scene->metrics.holder_px, FALSE) <= scene->metrics.width - scene->metrics.text_x - 12)
    card->holder = _esp_card_put (card, "%s", joined);
  else
    card->holder = _esp_card_put (card, "%s +%u", first, n - 1);
}

static void
fill_state (EspCard  *card,
            EspScene *scene,
            EspIx     position)
{
  switch (esp_position_get_state (scene->organization, position))
    {
    case ESP_STATE_VACANT:
      card->state = ESP_CARD_VACANT;
      card->state_pill = C_("position", "Vacant");
      break;
    case ESP_STATE_UNDISCLOSED:
      card->state = ESP_CARD_UNDISCLOSED;
      break;
    case ESP_STATE_FROZEN:
      card->state = ESP_CARD_FROZEN;
      card->state_pill = C_("position", "Frozen");
      break;
    case ESP_STATE_ELIMINATED:
      card->state = ESP_CARD_ELIMINATED;
      card->state_pill = C_("position", "Eliminated");
      break;
    case ESP_STATE_DEFAULT:
    case ESP_STATE_FILLED:
    default:
      card->state = ESP_CARD_FILLED;
      break;
    }
}

/* “Serves Engineering, IT” */
static void
fill_serves (EspCard  *card,
             EspScene *scene,
             EspIx     position)
{
  guint32 n;
  const guint32 *ids = esp_organization_get_list (
    scene->organization, esp_organization_get (scene->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_SERVES), &n);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx unit = esp_organization_find (scene->organization, ESP_TABLE_UNITS, ids[i]);

      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, unit != ESP_IX_NONE ? esp_unit_get_name (scene->organization, unit)
                                                  : esp_organization_get_string (scene->organization, ids[i]));
    }
  if (n > 0)
    /* Translators: whom a position works for; %s are names of units */
    card->serves = _esp_card_put (card, _("Serves %s"), names->str);
}

const char *
_esp_card_get_level_name (EspScene *scene,
                          EspIx     position)
{
  const char *id = esp_organization_get_text (scene->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LEVEL);
  const EspEntry *level = esp_catalogue_find_level (scene->catalogue, id);

  return level != NULL ? level->name : id;
}

/* The reason for the warning mark of an item, %NULL if nothing is wrong with it. */
char *
_esp_card_get_finding (EspScene *scene,
                       EspItem   item)
{
  EspTable table;
  EspIx ix = esp_scene_get_row (scene, item, &table);
  guint16 flags = _esp_scene_item_flags (scene, item);
  gboolean is_unit = table == ESP_TABLE_UNITS;

  if (flags & ESP_NODE_ORPHAN)
    {
      const char *id = esp_organization_get_text (scene->organization, table, ix, is_unit ? ESP_UNIT_PARENT : ESP_POSITION_REPORTS_TO);

      return is_unit ? g_strdup_printf (_("Part of %s, which is not in this file."), id)
                     : g_strdup_printf (_("Reports to %s, who is not in this file."), id);
    }
  if (flags & ESP_NODE_SELF_REPORT)
    return g_strdup (is_unit ? _("Part of itself.") : _("Reports to itself."));
  if (flags & ESP_NODE_RING)
    return g_strdup (is_unit ? _("Part of itself through other units. The ring is cut here.")
                             : _("Reports to itself through others. The ring is cut here."));
  if (!is_unit && (flags & ESP_NODE_NO_UNIT))
    {
      const char *id = esp_organization_get_text (scene->organization, table, ix, ESP_POSITION_UNIT);

      if (id != NULL)
        return g_strdup_printf (_("Sits in %s, a unit that is not in this file."), id);
    }
  return NULL;
}

static void
fill_position (EspCard  *card,
               EspScene *scene,
               EspIx     position)
{
  EspOrganization *organization = scene->organization;
  EspPlacement placement = esp_placements_get (scene->placements, position);
  const char *posts = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_POSTS);
  guint16 flags = _esp_scene_item_flags (scene, card->item);
  EspIx unit = esp_position_get_unit (organization, position);

  card->title = esp_position_get_title (organization, position);
  card->title_break = scene->metrics.title_lines < 2 ? 0 : (guint) _esp_metrics_break_title (scene, position);
  card->color = esp_forest_get_color (placement.kind);
  card->is_seat = placement.is_seat;
  card->scope = get_scope_mark (placement.serves);
  card->level_pill = _esp_card_get_level_name (scene, position);
  fill_state (card, scene, position);
  fill_holder (card, scene, position);
  if (posts != NULL && esp_position_get_posts (organization, position) != 1.0)
    {
      g_autofree char *number = esp_i18n_write_number (posts);

      card->posts = _esp_card_put (card, "× %s", number);
      card->is_group = esp_position_get_posts (organization, position) > 1.0;
    }

  if (unit != ESP_IX_NONE)
    {
      card->unit = esp_unit_get_name (organization, unit);
      card->unit_glyph = esp_card_get_unit_glyph (scene, unit);
    }
  else if (flags & ESP_NODE_NO_UNIT)
    {
      card->unit = _("No unit");
    }
  if (scene->options.chart == ESP_CHART_STRUCTURE && (flags & ESP_NODE_OUTSIDE))
    {
      /* Translators: on a card; %s is the title of the manager, who sits in another unit */
      card->unit = _esp_card_put (card, _("Reports to %s"), esp_position_get_title (organization, esp_position_get_manager (organization, position)));
    }
  if (scene->metrics.serves_line > 0)
    fill_serves (card, scene, position);
}

/* The first of several captions that fits the plate. */
static const char *
choose_caption (EspCard    *card,
                EspScene   *scene,
                const char *kind,
                GStrv       counts)
{
  double width = (card->is_large ? scene->metrics.large_width : scene->metrics.width) - 18 - 12; /* free at the start and at the end */
  guint n = g_strv_length (counts);

  for (guint round = 0; round <= n; round++)
    {
      guint n_counts = round == 0 ? n : n + 1 - round;
      g_autoptr (GString) text = g_string_new (round == 0 ? kind : NULL);

      for (guint i = 0; i < n_counts; i++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", counts[i]);
      if (n_counts <= 1 || esp_text_measure (text->str, -1, scene->metrics.caption_px, FALSE) <= width)
        return _esp_card_put (card, "%s", text->str);
    }
  return kind;
}

static void
fill_unit (EspCard  *card,
           EspScene *scene,
           EspIx     unit)
{
  EspOrganization *organization = scene->organization;
  EspUnitKind kind = esp_unit_get_kind (organization, unit);
  g_auto (GStrv) counts = _esp_card_count_unit (scene, card->item);

  card->is_unit = TRUE;
  card->is_large = kind == ESP_UNIT_KIND_COMPANY || kind == ESP_UNIT_KIND_DIVISION;
  card->has_head = esp_forest_get_head (scene->forest, ESP_ITEM_NODE (card->item)) != ESP_IX_NONE;
  card->title = esp_unit_get_name (organization, unit);
  card->color = esp_color_of_unit_kind (kind);
  card->unit_glyph = esp_card_get_unit_glyph (scene, unit);
  card->holder = choose_caption (card, scene, _esp_card_get_kind_name (scene, unit), counts);
}

static void
fill_fold (EspCard  *card,
           EspScene *scene)
{
  EspNodeIx node = ESP_ITEM_NODE (card->item);
  gboolean has_head = esp_forest_get_head (scene->forest, node) != ESP_IX_NONE;
  EspTotals totals;
  g_autofree char *note = NULL;
  guint32 n_found;

  /* the pill hangs at the lower edge of the node, so a docked head carries its unit's */
  if (scene->forest->tree.n_children[node] == 0 || has_head != ESP_ITEM_IS_HEAD (card->item))
    return;
  if ((scene->forest->flags[node] & ESP_NODE_FOLDED) == 0)
    {
      card->fold_pill = "";
      return;
    }

  esp_forest_get_totals (scene->forest, node, &totals);
  if (has_head && (_esp_scene_item_flags (scene, ESP_ITEM_HEAD (node)) & ESP_NODE_CONTEXT) == 0)
    totals.total--;
  card->fold_pill = _esp_card_put (card, "%u · %u", totals.direct, totals.total);
  note = _esp_card_get_fold_note (scene, node);
  if (note != NULL)
    card->fold_note = _esp_card_put (card, "%s", note);
  n_found = esp_scene_get_n_marked_below (scene, node);
  if (n_found > 0)
    {
      g_autofree char *found = _esp_card_count_found (n_found);

      card->found_pill = _esp_card_put (card, "%s", found);
    }
}

/**
 * esp_card_fill:
 * @card: (out caller-allocates): what the card says
 * @scene: a scene
 * @item: an item of it
 *
 * Fills everything that is on a card or a plate. Nothing of @card has to be freed; it must not be copied by value.
 */
void
esp_card_fill (EspCard  *card,
               EspScene *scene,
               EspItem   item)
{
  EspTable table;
  EspIx ix;
  g_autofree char *finding = NULL;

  g_return_if_fail (card != NULL && scene != NULL);

  memset (card, 0, G_STRUCT_OFFSET (EspCard, buffer));
  card->buffer[0] = '\0';
  card->item = item;
  card->is_docked = ESP_ITEM_IS_HEAD (item);
  ix = esp_scene_get_row (scene, item, &table);
  g_return_if_fail (ix != ESP_IX_NONE);

  if (esp_scene_get_n_more (scene, ESP_ITEM_NODE (item)) > 0)
    {
      card->title = esp_card_get_name (scene, ESP_ITEM (ESP_ITEM_NODE (item)));
      card->holder = _("Show All");
      card->color = ESP_COLOR_COMPANY;
      card->is_group = TRUE;
      return;
    }
  if (table == ESP_TABLE_UNITS)
    fill_unit (card, scene, ix);
  else
    fill_position (card, scene, ix);
  card->is_context = (_esp_scene_item_flags (scene, item) & ESP_NODE_CONTEXT) != 0;
  card->is_seat &= !card->is_context;
  fill_fold (card, scene);
  finding = _esp_card_get_finding (scene, item);
  if (finding != NULL)
    card->finding = _esp_card_put (card, "%s", finding);
}

/**
 * esp_card_get_scope_glyph:
 * @card: a filled card
 *
 * Returns: the glyph at its top end; %ESP_GLYPH_NONE if nothing is known
 */
EspGlyph
esp_card_get_scope_glyph (const EspCard *card)
{
  g_return_val_if_fail (card != NULL, ESP_GLYPH_NONE);

  switch (card->scope)
    {
    case ESP_SCOPE_MARK_INTERNAL:
      return ESP_GLYPH_INTERNAL;
    case ESP_SCOPE_MARK_EXTERNAL:
      return ESP_GLYPH_EXTERNAL;
    case ESP_SCOPE_MARK_USUALLY_INTERNAL:
    case ESP_SCOPE_MARK_USUALLY_EXTERNAL:
      return ESP_GLYPH_USUAL;
    case ESP_SCOPE_MARK_NONE:
    default:
      return ESP_GLYPH_NONE;
    }
}

/**
 * esp_card_get_unit_glyph:
 * @scene: a scene
 * @unit: a unit
 *
 * Returns: the glyph of its kind, for departments of its function
 */
EspGlyph
esp_card_get_unit_glyph (EspScene *scene,
                         EspIx     unit)
{
  g_return_val_if_fail (scene != NULL, ESP_GLYPH_NONE);

  switch (esp_unit_get_kind (scene->organization, unit))
    {
    case ESP_UNIT_KIND_COMPANY:
    case ESP_UNIT_KIND_DIVISION:
      return ESP_GLYPH_COMPANY;
    case ESP_UNIT_KIND_PMO:
      return ESP_GLYPH_PMO;
    case ESP_UNIT_KIND_COE:
      return ESP_GLYPH_COE;
    case ESP_UNIT_KIND_PROGRAM:
      return ESP_GLYPH_PROGRAM;
    case ESP_UNIT_KIND_DEPARTMENT:
    case ESP_UNIT_KIND_TEAM:
    default:
      return esp_glyph_of_function (esp_organization_get_string (scene->organization,
                                                                 esp_placements_get_unit (scene->placements, unit).function));
    }
}
