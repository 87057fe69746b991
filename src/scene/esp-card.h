/* esp-card.h — what a card or a unit's plate says: words, marks, colours by role
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-glyphs.h"
#include "scene/esp-palette.h"
#include "scene/esp-scene.h"

G_BEGIN_DECLS

/* The mark at the top end of a card. */
typedef enum
{
  ESP_SCOPE_MARK_NONE,           /* unknown */
  ESP_SCOPE_MARK_INTERNAL,
  ESP_SCOPE_MARK_EXTERNAL,       /* the card also has a bar at its trailing edge */
  ESP_SCOPE_MARK_USUALLY_INTERNAL, /* hollow grey: the position does not say, its role usually is */
  ESP_SCOPE_MARK_USUALLY_EXTERNAL,
} EspScopeMark;

/* The word of a card that is not simply held by somebody. */
typedef enum
{
  ESP_CARD_FILLED,
  ESP_CARD_VACANT,      /* pill instead of a name; the rail is an outline */
  ESP_CARD_UNDISCLOSED, /* “Name not published” in the name's place */
  ESP_CARD_FROZEN,      /* title in the secondary tone, pill */
  ESP_CARD_ELIMINATED,
} EspCardState;

/**
 * EspCard:
 * @item: what it shows
 * @is_unit: a plate; else a position's card
 * @title: title of the position, name of the unit; never %NULL or ""
 * @title_break: byte at which the second line of @title starts (the blank before it is not shown); 0 = one line.
 *   A line that is still too long is to be cut with an ellipsis.
 * @holder: the name line: names joined, “Name not published”; %NULL if vacant. For a plate: its caption
 * @state_pill: (nullable): “Vacant”, “Frozen”, “Eliminated”
 * @unit: (nullable): third line: unit's name, “No unit”, “Reports to Head of PMO”; %NULL on plates
 * @unit_glyph: before @unit; on plates before @title
 * @level_pill: (nullable): name of the level
 * @posts: (nullable): “× 12.5”
 * @serves: (nullable): fourth line of spacious cards: “Serves Engineering, IT”
 * @initials: of the first holder, for spacious cards; "" if there is none
 * @finding: (nullable): the reason for the warning mark, a sentence; %NULL if there is nothing wrong
 * @fold_pill: (nullable): “5 · 112” if the item can be folded and is; "" if it can be folded and is not; %NULL if nothing hangs from it
 * @fold_note: (nullable): for a folded item: “2 program managers, 1 vacant, 3 found”
 * @found_pill: (nullable): for a folded item with marked positions inside: “3 found”; not for files
 * @color: where it stands: %ESP_COLOR_PMO, _COE, _PROGRAM, _DEPARTMENT or _COMPANY
 * @is_seat: a program-management seat: wide rail in @color, tinted card; else a narrow neutral rail
 * @is_group: stands for several posts, or for several cards (esp_scene_get_n_more()): a second border behind
 * @is_large: company and division plates: wider, a step larger
 * @has_head: a plate to whose lower edge the head's card is docked
 * @is_docked: a head's card, docked to its unit's plate
 * @is_context: does not match the filter and is there for what is below it: text in the secondary tone, no tint
 * @is_dimmed: stands back for the moment: text and rail in the tone of the border. %FALSE here: for whoever draws to set
 *
 * Texts are borrowed from the organization or lie in @buffer, so a card must not be copied by value, and is valid until the organization or the scene
 * changes. Nothing is allocated by filling it.
 */
typedef struct
{
  EspItem       item;
  const char   *title;
  guint         title_break;
  const char   *holder;
  const char   *state_pill;
  const char   *unit;
  const char   *level_pill;
  const char   *posts;
  const char   *serves;
  const char   *finding;
  const char   *fold_pill;
  const char   *fold_note;
  const char   *found_pill;
  char          initials[12];
  EspGlyph      unit_glyph;
  EspColor      color;
  EspScopeMark  scope;
  EspCardState  state;
  gboolean      is_unit;
  gboolean      is_seat;
  gboolean      is_group;
  gboolean      is_large;
  gboolean      has_head;
  gboolean      is_docked;
  gboolean      is_context;
  gboolean      is_dimmed;

  /*< private >*/
  gsize         used;
  char          buffer[2048];
} EspCard;

void           esp_card_fill                (EspCard       *card,
                                             EspScene      *scene,
                                             EspItem        item);
EspGlyph       esp_card_get_scope_glyph     (const EspCard *card);
EspGlyph       esp_card_get_unit_glyph      (EspScene      *scene,
                                             EspIx          unit);

/* Words for screen readers, tooltips and the clipboard (transfer full) */
char          *esp_card_get_label           (EspScene      *scene,
                                             EspItem        item);
char          *esp_card_get_description     (EspScene      *scene,
                                             EspItem        item);
char          *esp_card_get_tooltip         (EspScene      *scene,
                                             EspItem        item);
char          *esp_card_get_text            (EspScene      *scene,
                                             EspItem        item);
char          *esp_card_get_placement_text  (EspScene      *scene,
                                             EspIx          position);
const char    *esp_card_get_name            (EspScene      *scene,
                                             EspItem        item);
char          *esp_card_get_path            (EspScene      *scene,
                                             EspItem        item);

/* Where the parts of a card stand, for whoever draws one (world px, relative to the card's corner; not mirrored) */

/**
 * EspCardMetrics:
 *
 * Sizes shared by cards of one density and text scale. Multiples of 6, lines excepted.
 */
typedef struct
{
  double width;        /* of a card and a plate */
  double large_width;  /* of company and division plates */
  double text_x;       /* start of the texts */
  double top;          /* to the first line */
  double title_line;   /* height of a line of the title */
  double holder_line;
  double unit_line;    /* 0 if the density shows none */
  double serves_line;  /* 0 if the density shows none */
  double gap;          /* between name and unit line */
  double bottom;
  double plate_height; /* of a unit's plate */
  double radius;
  double rail_x;
  double rail_inset;
  double title_px;     /* font sizes */
  double holder_px;
  double caption_px;
  double mark;         /* size of the scope mark */
  double pill_height;  /* of level and state pills */
  double fold_height;  /* of the fold pill */
  double initials;     /* diameter of the circle; 0 if the density shows none */
  guint  title_lines;  /* at most */
} EspCardMetrics;

const EspCardMetrics *esp_scene_get_metrics (EspScene      *scene);

/* The built-in table of advance widths (a humanist sans at 1 px size); never Pango, so that files drawn on two machines agree */
double         esp_text_measure             (const char    *text,
                                             gssize         length,
                                             double         size,
                                             gboolean       bold);
gsize          esp_text_fit                 (const char    *text,
                                             gssize         length,
                                             double         size,
                                             gboolean       bold,
                                             double         width);
gsize          esp_text_break               (const char    *text,
                                             double         size,
                                             gboolean       bold,
                                             double         width);

G_END_DECLS
