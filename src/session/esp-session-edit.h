/* esp-session-edit.h — edits asked for in a window: on one row, or on all that are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-edits.h"
#include "session/esp-session.h"

G_BEGIN_DECLS

/**
 * EspCommandKind:
 *
 * What is to be done, and with which members of #EspCommand. “All”: with every row; otherwise with the first.
 */
typedef enum
{
  /* Adding: the new row becomes the selection. @text: (nullable): its title or name */
  ESP_COMMAND_ADD_TOP,        /* a position with nobody above, in no unit; needs no row */
  ESP_COMMAND_ADD_REPORT,     /* a position that reports to the row, in its unit */
  ESP_COMMAND_ADD_SIBLING,    /* a position behind the row, with its manager and unit; a unit behind a unit */
  ESP_COMMAND_ADD_IN_UNIT,    /* a position in the unit that the row is, reporting to its head */
  ESP_COMMAND_ADD_UNIT,       /* a unit in the row, if there is one */

  /* Fields of positions */
  ESP_COMMAND_RETITLE,        /* @text */
  ESP_COMMAND_RENAME_HOLDER,  /* @nth, @text */
  ESP_COMMAND_REMOVE_HOLDER,  /* @nth */
  ESP_COMMAND_SHARE_HOLDER,   /* @nth, @text */
  ESP_COMMAND_VACATE,         /* all */
  ESP_COMMAND_SET_ROLE,       /* all; @text: (nullable) */
  ESP_COMMAND_SET_LEVEL,      /* all; @text: (nullable) */
  ESP_COMMAND_SET_SCOPE,      /* all; @value: EspScope */
  ESP_COMMAND_SET_STATE,      /* all; @value: EspState */
  ESP_COMMAND_SET_POSTS,      /* all; @text */
  ESP_COMMAND_SET_STAFF,      /* all, units, too; @value: EspStaff */
  ESP_COMMAND_SET_ARRANGE,    /* all; @value: EspArrangement */
  ESP_COMMAND_SET_NOTE,       /* @text: (nullable) */

  /* Secondary lines of a position */
  ESP_COMMAND_ADD_LINE,       /* all; @target: the far end; @value: EspLineKind */
  ESP_COMMAND_SET_LINE_KIND,  /* @nth, @value */
  ESP_COMMAND_SET_LINE_END,   /* @nth, @target */
  ESP_COMMAND_SET_LINE_SHARE, /* @nth, @text */
  ESP_COMMAND_REMOVE_LINE,    /* @nth */

  /* Units */
  ESP_COMMAND_RENAME_UNIT,    /* @text */
  ESP_COMMAND_SET_KIND,       /* all; @value: EspUnitKind */
  ESP_COMMAND_SET_FUNCTION,   /* all; @text: (nullable) */
  ESP_COMMAND_SET_HEAD,       /* @target: a position, or none */

  /* The organization; needs no row */
  ESP_COMMAND_RENAME_ORGANIZATION, /* @text: (nullable) */

  /* Places: all */
  ESP_COMMAND_MOVE,           /* @target: who they report to, or the unit they sit in; none: nobody above, part of no unit */
  ESP_COMMAND_PLACE_BEFORE,   /* @target: whose siblings they become */
  ESP_COMMAND_PLACE_AFTER,
  ESP_COMMAND_DELETE,         /* @value: EspReportsPolicy; units go with what is in them, or without */
  ESP_COMMAND_N_KINDS
} EspCommandKind;

/**
 * EspCommand:
 * @kind: what to do
 * @rows: (nullable) (array length=n_rows): with what; %NULL: with all that is selected
 * @target: a row that takes part, or %ESP_ROW_KEY_NONE
 * @value: a number of an enumeration
 * @nth: which holder or line
 * @text: (nullable): what was typed or chosen
 * @is_typed: one of many changes while somebody types: they become one step of undo
 */
typedef struct
{
  EspCommandKind   kind;
  const EspRowKey *rows;
  guint            n_rows;
  EspRowKey        target;
  guint            value;
  guint            nth;
  const char      *text;
  gboolean         is_typed;
} EspCommand;

#define ESP_COMMAND_INIT(kind_) { .kind = (kind_), .target = ESP_ROW_KEY_NONE }

void     esp_session_edit     (EspSession       *self,
                               const EspCommand *command);
gboolean esp_session_can_edit (EspSession       *self,
                               const EspCommand *command,
                               GError          **error);
char    *esp_session_describe_move (EspSession  *self,
                               const EspCommand *command) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
