/* esp-fields.h — the tables of an organization, their fields, and the values that are not text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  ESP_TABLE_DOCUMENT, /* one row: the organization itself */
  ESP_TABLE_UNITS,
  ESP_TABLE_POSITIONS,
  ESP_TABLE_VIEWS,
} EspTable;

#define ESP_N_TABLES 4

/**
 * EspField:
 *
 * Every field of every table is one 32-bit value: an #EspStr, a number of an enumeration, or a list (esp_organization_get_list()).
 * 0 is always “not said”. The order within a table is the order of members in a file.
 *
 * References (unit, reports_to, parent, head, top) are the ids as written (#EspStr), so that what does not exist is kept, and is found again when it comes
 * to exist. Numbers (posts, share) are kept as they were written.
 *
 * *_EXTRA holds the members that this version does not know, or whose value it cannot represent, as source text: "name": value, …
 * *_PRESENT has a bit (1 << field) for each member that stood in the file although it had its default (null, an empty list, "posts": 1 …).
 */
typedef enum
{
  /* ESP_TABLE_DOCUMENT */
  ESP_DOCUMENT_NAME = 0, /* EspStr */
  ESP_DOCUMENT_SETTING,  /* EspStr */
  ESP_DOCUMENT_EXTRA,    /* EspStr */
  ESP_DOCUMENT_PRESENT,
  ESP_DOCUMENT_N_FIELDS,

  /* ESP_TABLE_UNITS */
  ESP_UNIT_ID = 0,   /* EspStr */
  ESP_UNIT_NAME,     /* EspStr */
  ESP_UNIT_KIND,     /* EspStr as written; esp_unit_get_kind() */
  ESP_UNIT_FUNCTION, /* EspStr */
  ESP_UNIT_PARENT,   /* EspStr, id of a unit */
  ESP_UNIT_HEAD,     /* EspStr, id of a position */
  ESP_UNIT_STAFF,    /* EspStaff */
  ESP_UNIT_EXTRA,    /* EspStr */
  ESP_UNIT_PRESENT,
  ESP_UNIT_N_FIELDS,

  /* ESP_TABLE_POSITIONS */
  ESP_POSITION_ID = 0,     /* EspStr; none: an element that could not be read as a position and is kept as it was (EXTRA) */
  ESP_POSITION_TITLE,      /* EspStr */
  ESP_POSITION_UNIT,       /* EspStr, id of a unit */
  ESP_POSITION_ROLE,       /* EspStr */
  ESP_POSITION_LEVEL,      /* EspStr */
  ESP_POSITION_SCOPE,      /* EspScope */
  ESP_POSITION_STATE,      /* EspState; 0 = by holder */
  ESP_POSITION_POSTS,      /* EspStr, a number as written */
  ESP_POSITION_HOLDERS,    /* list of EspHolder */
  ESP_POSITION_REPORTS_TO, /* EspStr, id of a position */
  ESP_POSITION_STAFF,      /* EspStaff */
  ESP_POSITION_LINES,      /* list of EspLine */
  ESP_POSITION_SERVES,     /* list of EspStr, ids of units */
  ESP_POSITION_ARRANGE,    /* EspArrangement */
  ESP_POSITION_NOTE,       /* EspStr */
  ESP_POSITION_EXTRA,      /* EspStr */
  ESP_POSITION_PRESENT,
  ESP_POSITION_N_FIELDS,

  /* ESP_TABLE_VIEWS */
  ESP_VIEW_ID = 0,    /* EspStr */
  ESP_VIEW_NAME,      /* EspStr */
  ESP_VIEW_CHART,     /* EspStr */
  ESP_VIEW_TOP,       /* EspStr, id of a position or a unit */
  ESP_VIEW_DIRECTION, /* EspStr */
  ESP_VIEW_DENSITY,   /* EspStr */
  ESP_VIEW_ARRANGE,   /* EspStr */
  ESP_VIEW_COLOR_BY,  /* EspStr */
  ESP_VIEW_FRAMES,    /* EspStaff: yes or no */
  ESP_VIEW_LINES,     /* list of EspStr: kinds of secondary lines that are shown */
  ESP_VIEW_FILTER,    /* list of EspStr: facet, colon, value */
  ESP_VIEW_FOLDED,    /* list of EspStr, ids of positions and units: what is folded of what is shown; the rest is open */
  ESP_VIEW_CENTER,    /* EspStr, id of the position or unit in the middle; none: as much as there is */
  ESP_VIEW_ZOOM,      /* EspStr, a number as written */
  ESP_VIEW_EXTRA,     /* EspStr */
  ESP_VIEW_PRESENT,
  ESP_VIEW_N_FIELDS,
} EspField;

/* Records of the lists: plain words, so that a list is an array of guint32 (n words = n records × words of a record) */
typedef struct
{
  guint32 name;  /* EspStr; none: a holder without a name */
  guint32 share; /* EspStr, a number as written */
  guint32 extra; /* EspStr, unknown members as source text */
} EspHolder;

typedef struct
{
  guint32 to;    /* EspStr, id of a position */
  guint32 kind;  /* EspStr as written; esp_line_kind_from_string() */
  guint32 share; /* EspStr, a number as written */
  guint32 extra; /* EspStr */
} EspLine;

#define ESP_HOLDER_WORDS 3
#define ESP_LINE_WORDS   4

typedef enum
{
  ESP_SCOPE_UNKNOWN,
  ESP_SCOPE_INTERNAL,
  ESP_SCOPE_EXTERNAL,
} EspScope;

typedef enum
{
  ESP_STATE_DEFAULT, /* as written: nothing; never returned by esp_position_get_state() */
  ESP_STATE_FILLED,
  ESP_STATE_VACANT,
  ESP_STATE_UNDISCLOSED,
  ESP_STATE_FROZEN,
  ESP_STATE_ELIMINATED,
} EspState;

/**
 * esp_state_is_vacant:
 * @written: the state as written
 * @is_held: whether the position has a holder
 *
 * Returns: whether nobody holds it: where no state is written, the holders say
 */
static inline gboolean
esp_state_is_vacant (EspState written,
                     gboolean is_held)
{
  return written != ESP_STATE_DEFAULT ? written == ESP_STATE_VACANT : !is_held;
}

typedef enum
{
  ESP_STAFF_DEFAULT,
  ESP_STAFF_NO,
  ESP_STAFF_YES,
} EspStaff;

typedef enum
{
  ESP_ARRANGEMENT_DEFAULT,
  ESP_ARRANGEMENT_ROW,
  ESP_ARRANGEMENT_COLUMN,
  ESP_ARRANGEMENT_BLOCK,
} EspArrangement;

typedef enum
{
  ESP_UNIT_KIND_COMPANY,
  ESP_UNIT_KIND_DIVISION,
  ESP_UNIT_KIND_DEPARTMENT, /* the default, and what an unknown kind is treated as */
  ESP_UNIT_KIND_TEAM,
  ESP_UNIT_KIND_PMO,
  ESP_UNIT_KIND_COE,
  ESP_UNIT_KIND_PROGRAM,
} EspUnitKind;

typedef enum
{
  ESP_LINE_SECOND,
  ESP_LINE_DOTTED, /* the default, and what an unknown kind is drawn as */
  ESP_LINE_FUNCTIONAL,
  ESP_LINE_PROGRAM,
  ESP_LINE_VENDOR,
  ESP_LINE_N_KINDS
} EspLineKind;

/* Names as they stand in files; 0 / the default for what is not known or %NULL */
const char    *esp_scope_to_string          (EspScope       scope);
EspScope       esp_scope_from_string        (const char    *text);
const char    *esp_state_to_string          (EspState       state);
EspState       esp_state_from_string        (const char    *text);
const char    *esp_arrangement_to_string    (EspArrangement arrange);
EspArrangement esp_arrangement_from_string  (const char    *text);
const char    *esp_unit_kind_to_string      (EspUnitKind    kind);
EspUnitKind    esp_unit_kind_from_string    (const char    *text);
const char    *esp_line_kind_to_string      (EspLineKind    kind);
EspLineKind    esp_line_kind_from_string    (const char    *text);

const char    *esp_field_get_name           (EspTable       table,
                                             EspField       field);
guint          esp_table_get_n_fields       (EspTable       table);
gboolean       esp_field_is_list            (EspTable       table,
                                             EspField       field);
gboolean       esp_field_is_text            (EspTable       table,
                                             EspField       field);

G_END_DECLS
