/* test-model.c — ten thousand edits at random, each compared with a naive reference; and back again to the byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/reference.h"

#include <string.h>

#include "io/esp-io.h"
#include "organization/esp-fixes.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS
#define VIEWS     ESP_TABLE_VIEWS

#define N_STEPS   10000
#define MANY_ROWS 50 /* from here on more is deleted than added */

/* A ring, one who reports to himself, an orphan, doubles, lines to nobody, members that cannot be read or are not known, defaults that are written */
static const char start_text[] =
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Start\", \"x-top\": [1],\n"
  "  \"units\": [\n"
  "    { \"id\": \"hq\", \"name\": \"Headquarters\", \"kind\": \"company\", \"x-a\": 1 },\n"
  "    { \"id\": \"it\", \"name\": \"IT\", \"parent\": \"hq\", \"head\": 7, \"function\": \"it\", \"staff\": false },\n"
  "    { \"id\": \"lab\", \"name\": \"Lab\", \"parent\": \"it\", \"kind\": \"laboratory\" },\n"
  "    { \"id\": \"one\", \"name\": \"Ring one\", \"parent\": \"two\" },\n"
  "    { \"id\": \"two\", \"name\": \"Ring two\", \"parent\": \"one\" },\n"
  "    { \"id\": \"self\", \"name\": \"Self\", \"parent\": \"self\" },\n"
  "    { \"id\": \"lost\", \"name\": \"Lost\", \"parent\": \"nowhere\" },\n"
  "    { \"id\": \"it\", \"name\": \"IT again\", \"parent\": \"lab\" } ],\n"
  "  \"positions\": [\n"
  "    { \"id\": \"a\", \"title\": \"Head\", \"unit\": \"hq\", \"holders\": [ { \"name\": \"Ada Quince\", \"share\": 0.50, \"x-b\": 2 }, {} ], \"posts\": 2.0 },\n"
  "    { \"id\": \"b\", \"title\": \"Lead\", \"unit\": \"it\", \"reports_to\": \"a\", \"state\": \"vacant\", \"holders\": [ { \"name\": \"Bo Larch\" } ] },\n"
  "    { \"id\": \"c\", \"title\": 5, \"unit\": \"it\", \"reports_to\": \"b\", \"lines\": [ { \"to\": \"a\" }, { \"to\": \"a\", \"kind\": \"sideways\", \"share\": 0.20 } ] },\n"
  "    { \"id\": \"d\", \"unit\": \"lab\", \"reports_to\": \"c\", \"serves\": [ \"hq\", \"gone\" ], \"note\": \"A note\", \"role\": \"it-pm\", \"x-c\": \"y\" },\n"
  "    { \"id\": \"e\", \"title\": \"Ring e\", \"reports_to\": \"f\", \"x-d\": null },\n"
  "    { \"id\": \"f\", \"title\": \"Ring f\", \"reports_to\": \"g\", \"reports\": \"many\" },\n"
  "    { \"id\": \"g\", \"title\": \"Ring g\", \"reports_to\": \"e\", \"scope\": \"internal\" },\n"
  "    { \"id\": \"h\", \"title\": \"Self\", \"reports_to\": \"h\", \"posts\": 1, \"holders\": [] },\n"
  "    { \"id\": \"i\", \"title\": \"Orphan\", \"reports_to\": \"A1\", \"unit\": \"nowhere\", \"lines\": [ { \"to\": \"p12\", \"kind\": \"dotted\" } ] },\n"
  "    { \"id\": \"a\", \"title\": \"Head again\", \"reports_to\": \"d\", \"unit\": \"self\" },\n"
  "    { \"id\": \"Under\", \"title\": \"Under the ring\", \"reports_to\": \"e\", \"unit\": \"two\", \"state\": \"undisclosed\" },\n"
  "    { \"id\": \"l\", \"title\": \"Other case\", \"reports_to\": \"under\", \"unit\": \"it\", \"arrange\": \"block\", \"staff\": true },\n"
  "    { \"id\": \"m\", \"title\": \"Under the double\", \"reports_to\": \"a\", \"unit\": \"it\", \"state\": \"frozen\" } ],\n"
  "  \"views\": [\n"
  "    { \"id\": \"v1\", \"name\": \"x\", \"top\": \"a\", \"zoom\": \"much\", \"folded\": [ \"b\", \"c\" ], \"x-e\": {} },\n"
  "    { \"id\": \"v2\", \"name\": \"x\", \"lines\": [] } ] }\n";

typedef struct
{
  EspOrganization *organization;
  Reference       *reference;
  GRand           *rand;
  guint            n_told;      /* times that something was announced */
  guint            n_refused;
} Run;

static EspOrganization *
read_text (const char *text,
           gsize       length)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, length, "test", NULL, &error);

  g_assert_no_error (error);
  return organization;
}

static int
pick (Run *run,
      int  n)
{
  return g_rand_int_range (run->rand, 0, n);
}

static guint
pick_rank (Run      *run,
           EspTable  table)
{
  return pick (run, reference_get_n (run->reference, table));
}

/* A row, or nobody */
static guint
pick_any (Run      *run,
          EspTable  table)
{
  guint n = reference_get_n (run->reference, table);
  guint rank = pick (run, n + 1 + n / 8);

  return rank < n ? rank : REFERENCE_NOWHERE;
}

static EspIx
get_ix (Run      *run,
        EspTable  table,
        guint     rank)
{
  return rank == REFERENCE_NOWHERE ? ESP_IX_NONE : esp_organization_get_order (run->organization, table, NULL)[rank];
}

/* The real one must have done, or refused, the same. */
static void
check (Run       *run,
       gboolean   is_done,
       GError   **error,
       int        expected)
{
  g_assert_cmpint (is_done, ==, expected == REFERENCE_DONE);
  if (!is_done)
    {
      g_assert_error (*error, ESP_ORGANIZATION_ERROR, expected);
      g_assert_cmpuint (strlen ((*error)->message), >, 10);
      run->n_refused++;
    }
  g_clear_error (error);
}

/* What is typed, and what stands in the document then */
typedef struct
{
  const char *typed;
  const char *text;
} Typed;

static const Typed *
pick_text (Run *run)
{
  static const Typed texts[] = { { " Ada Quince\t", "Ada Quince" }, { "Lead", "Lead" }, { "Zoë “Z” \"Q\" \\ Müller", "Zoë “Z” \"Q\" \\ Müller" }, { "", NULL },
                                 { " \n ", NULL }, { NULL, NULL }, { "プログラム", "プログラム" }, { "a, b", "a, b" }, { "x", "x" }, { "p30", "p30" }, { "2", "2" } };

  return &texts[pick (run, G_N_ELEMENTS (texts))];
}

/* Fields */

static void
change_text (Run *run)
{
  static const struct
  {
    const char *name;
    EspField    field;
    void      (*set) (EspOrganization *, EspIx, const char *);
  } fields[] = {
    { "Change Role", ESP_POSITION_ROLE, esp_edit_set_role },
    { "Change Level", ESP_POSITION_LEVEL, esp_edit_set_level },
    { "Change Note", ESP_POSITION_NOTE, esp_edit_set_note },
  };
  guint i = pick (run, G_N_ELEMENTS (fields));
  guint rank = pick_rank (run, POSITIONS);
  const Typed *text = pick_text (run);

  fields[i].set (run->organization, get_ix (run, POSITIONS, rank), text->typed);
  reference_set (run->reference, fields[i].name, POSITIONS, rank, fields[i].field, text->text);
}

static void
change_name (Run *run)
{
  const Typed *text = pick_text (run);
  GError *error = NULL;

  if (pick (run, 3) > 0)
    {
      guint rank = pick_rank (run, POSITIONS);

      check (run, esp_edit_retitle (run->organization, get_ix (run, POSITIONS, rank), text->typed, &error), &error,
             text->text != NULL ? REFERENCE_DONE : ESP_ORGANIZATION_ERROR_VALUE);
      if (text->text != NULL)
        reference_set (run->reference, "Change Title", POSITIONS, rank, ESP_POSITION_TITLE, text->text);
    }
  else if (pick (run, 2) > 0 && reference_get_n (run->reference, UNITS) > 0)
    {
      guint rank = pick_rank (run, UNITS);

      check (run, esp_edit_rename_unit (run->organization, get_ix (run, UNITS, rank), text->typed, &error), &error,
             text->text != NULL ? REFERENCE_DONE : ESP_ORGANIZATION_ERROR_VALUE);
      if (text->text != NULL)
        reference_set (run->reference, "Rename Unit", UNITS, rank, ESP_UNIT_NAME, text->text);
    }
  else
    {
      esp_edit_rename_organization (run->organization, text->typed);
      reference_set (run->reference, "Rename Organization", ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME, text->text);
    }
}

static void
change_choice (Run *run)
{
  guint rank = pick_rank (run, POSITIONS);
  EspIx ix = get_ix (run, POSITIONS, rank);
  guint what = pick (run, 4);
  guint value = pick (run, what == 0 ? 6 : what == 3 ? 4 : 3);
  g_autofree char *text = value > 0 ? g_strdup_printf ("%u", value) : NULL;

  switch (what)
    {
    case 0:
      esp_edit_set_state (run->organization, ix, value);
      reference_set (run->reference, "Change State", POSITIONS, rank, ESP_POSITION_STATE, text);
      break;
    case 1:
      esp_edit_set_scope (run->organization, ix, value);
      reference_set (run->reference, "Change Scope", POSITIONS, rank, ESP_POSITION_SCOPE, text);
      break;
    case 2:
      esp_edit_set_staff (run->organization, POSITIONS, ix, value);
      reference_set (run->reference, "Change Place Beside the Line", POSITIONS, rank, ESP_POSITION_STAFF, text);
      break;
    default:
      esp_edit_set_arrange (run->organization, ix, value);
      reference_set (run->reference, "Change Arrangement", POSITIONS, rank, ESP_POSITION_ARRANGE, text);
      break;
    }
}

/* Numbers as they are typed: of posts, and of shares, which go up to 1 */
static const struct
{
  const char *typed;
  const char *text;
  gboolean    is_share;
  gboolean    is_refused;
} numbers[] = {
  { "2", "2", FALSE, FALSE }, { " 3 ", "3", FALSE, FALSE }, { "0,5", "0.5", TRUE, FALSE }, { "0.25", "0.25", TRUE, FALSE }, { "1.0", "1", TRUE, FALSE },
  { "1e3", "1000", FALSE, FALSE }, { "2.00", "2", FALSE, FALSE }, { NULL, NULL, TRUE, FALSE }, { " ", NULL, TRUE, FALSE }, { "0.1", "0.1", TRUE, FALSE },
  { "0", NULL, TRUE, TRUE }, { "-1", NULL, TRUE, TRUE }, { "two", NULL, TRUE, TRUE }, { "1e9", NULL, TRUE, TRUE }, { "nan", NULL, TRUE, TRUE },
  { "inf", NULL, TRUE, TRUE }, { "1 2", NULL, TRUE, TRUE }, { "1.", NULL, TRUE, TRUE },
};

static void
change_posts (Run *run)
{
  guint rank = pick_rank (run, POSITIONS);
  guint i = pick (run, G_N_ELEMENTS (numbers));
  const char *before = reference_get (run->reference, POSITIONS, rank, ESP_POSITION_POSTS);
  const char *after = g_strcmp0 (numbers[i].text, "1") != 0 ? numbers[i].text : NULL;
  GError *error = NULL;

  check (run, esp_edit_set_posts (run->organization, get_ix (run, POSITIONS, rank), numbers[i].typed, &error), &error,
         numbers[i].is_refused ? ESP_ORGANIZATION_ERROR_VALUE : REFERENCE_DONE);
  /* 2.0 and 2 are the same number */
  if (!numbers[i].is_refused && g_ascii_strtod (before != NULL ? before : "1", NULL) != g_ascii_strtod (after != NULL ? after : "1", NULL))
    reference_set (run->reference, "Change Posts", POSITIONS, rank, ESP_POSITION_POSTS, after);
}

static void
change_unit (Run *run)
{
  static const char *const kinds[] = { "company", "division", "department", "team", "pmo", "coe", "program" };
  guint rank = pick_rank (run, UNITS);
  EspIx ix = get_ix (run, UNITS, rank);
  guint value;

  switch (pick (run, 4))
    {
    case 0:
      {
        const char *there = reference_get (run->reference, UNITS, rank, ESP_UNIT_KIND);
        gboolean is_known = there != NULL && g_strv_contains ((const char *[]){ "company", "division", "team", "pmo", "coe", "program", NULL }, there);

        value = pick (run, G_N_ELEMENTS (kinds));
        esp_edit_set_unit_kind (run->organization, ix, value);
        if (value != ESP_UNIT_KIND_DEPARTMENT)
          reference_set (run->reference, "Change Kind of Unit", UNITS, rank, ESP_UNIT_KIND, kinds[value]);
        else if (is_known)
          reference_set (run->reference, "Change Kind of Unit", UNITS, rank, ESP_UNIT_KIND, NULL);
        break;
      }
    case 1:
      {
        const Typed *text = pick_text (run);

        esp_edit_set_function (run->organization, ix, text->typed);
        reference_set (run->reference, "Change Function", UNITS, rank, ESP_UNIT_FUNCTION, text->text);
        break;
      }
    case 2:
      value = pick (run, 3);
      esp_edit_set_staff (run->organization, UNITS, ix, value);
      reference_set (run->reference, "Change Place Beside the Line", UNITS, rank, ESP_UNIT_STAFF, value == 0 ? NULL : value == 1 ? "1" : "2");
      break;
    default:
      value = pick_any (run, POSITIONS);
      esp_edit_set_head (run->organization, ix, get_ix (run, POSITIONS, value));
      reference_set (run->reference, "Change Head", UNITS, rank, ESP_UNIT_HEAD,
                     value != REFERENCE_NOWHERE ? reference_get (run->reference, POSITIONS, value, 0) : NULL);
      break;
    }
}

/* Who holds it, and its secondary lines */

static void
change_holder (Run *run)
{
  guint rank = pick_rank (run, POSITIONS);
  EspIx ix = get_ix (run, POSITIONS, rank);
  guint n = reference_get_n_items (run->reference, rank, ESP_POSITION_HOLDERS);
  guint nth = pick (run, n + 1);
  guint number = pick (run, G_N_ELEMENTS (numbers));
  const Typed *text = pick_text (run);
  GError *error = NULL;

  switch (pick (run, 4))
    {
    case 0:
      if (nth == n)
        break;
      check (run, esp_edit_set_holder_share (run->organization, ix, nth, numbers[number].typed, &error), &error,
             numbers[number].is_refused || !numbers[number].is_share ? ESP_ORGANIZATION_ERROR_VALUE : REFERENCE_DONE);
      if (!numbers[number].is_refused && numbers[number].is_share)
        reference_set_share (run->reference, "Change Share", rank, ESP_POSITION_HOLDERS, nth, numbers[number].text);
      break;
    case 1:
      if (nth == n)
        break;
      esp_edit_remove_holder (run->organization, ix, nth);
      reference_remove_holder (run->reference, rank, nth);
      break;
    case 2:
      esp_edit_vacate (run->organization, ix);
      reference_vacate (run->reference, rank);
      break;
    default:
      check (run, esp_edit_rename_holder (run->organization, ix, nth, text->typed, &error), &error,
             reference_set_holder (run->reference, rank, nth, text->text));
      break;
    }
}

static void
change_line (Run *run)
{
  guint rank = pick_rank (run, POSITIONS);
  EspIx ix = get_ix (run, POSITIONS, rank);
  guint n = reference_get_n_items (run->reference, rank, ESP_POSITION_LINES);
  guint nth = n > 0 ? pick (run, n) : 0;
  guint to = pick_rank (run, POSITIONS);
  EspLineKind kind = pick (run, ESP_LINE_N_KINDS);
  guint number = pick (run, G_N_ELEMENTS (numbers));
  gboolean can_add = esp_edit_can_add_line (run->organization, ix, get_ix (run, POSITIONS, to), kind, NULL);
  GError *error = NULL;
  int expected;

  switch (n > 0 ? pick (run, 6) : 5)
    {
    case 0:
      check (run, esp_edit_set_line_kind (run->organization, ix, nth, kind, &error), &error,
             reference_set_line (run->reference, rank, nth, REFERENCE_NOWHERE, kind));
      break;
    case 1:
      check (run, esp_edit_set_line_end (run->organization, ix, nth, get_ix (run, POSITIONS, to), &error), &error,
             reference_set_line (run->reference, rank, nth, to, ESP_LINE_N_KINDS));
      break;
    case 2:
      check (run, esp_edit_set_line_share (run->organization, ix, nth, numbers[number].typed, &error), &error,
             numbers[number].is_refused || !numbers[number].is_share ? ESP_ORGANIZATION_ERROR_VALUE : REFERENCE_DONE);
      if (!numbers[number].is_refused && numbers[number].is_share)
        reference_set_share (run->reference, "Change Line", rank, ESP_POSITION_LINES, nth, numbers[number].text);
      break;
    case 3:
      esp_edit_remove_line (run->organization, ix, nth);
      reference_remove_line (run->reference, rank, nth);
      break;
    default:
      expected = reference_set_line (run->reference, rank, n, to, kind);
      g_assert_cmpint (can_add, ==, expected == REFERENCE_DONE);
      check (run, esp_edit_add_line (run->organization, ix, get_ix (run, POSITIONS, to), kind, &error), &error, expected);
      break;
    }
}

/* Rows */

/* An id is made by the real one; it must be new, and nobody may have asked for it. */
static const char *
check_new_id (Run      *run,
              EspTable  table,
              EspIx     ix)
{
  const char *id = esp_organization_get_text (run->organization, table, ix, 0);

  g_assert_nonnull (id);
  g_assert_false (reference_has_id (run->reference, table, id));
  for (guint i = 0; i < reference_get_n (run->reference, table); i++)
    {
      const char *above = reference_get (run->reference, table, i, table == UNITS ? ESP_UNIT_PARENT : ESP_POSITION_REPORTS_TO);
      const char *lines = table == POSITIONS ? reference_get (run->reference, table, i, ESP_POSITION_LINES) : NULL;

      g_assert_cmpstr (above, !=, id);
      g_assert_true (lines == NULL || strstr (lines, id) == NULL || strstr (lines, id)[strlen (id)] != '\x1f');
    }
  return id;
}

static const char *
get_id (Run      *run,
        EspTable  table,
        guint     rank)
{
  return rank != REFERENCE_NOWHERE ? reference_get (run->reference, table, rank, 0) : NULL;
}

static void
add_row (Run *run)
{
  const char *fields[ESP_POSITION_N_FIELDS] = { NULL };
  const Typed *text = pick_text (run);
  guint unit = pick_any (run, UNITS);

  if (pick (run, 3) > 0 || reference_get_n (run->reference, POSITIONS) == 0)
    {
      guint manager = pick_any (run, POSITIONS);
      guint after = pick_any (run, POSITIONS);
      EspIx ix = esp_edit_add_position (run->organization, text->typed, get_ix (run, POSITIONS, manager), get_ix (run, UNITS, unit),
                                        get_ix (run, POSITIONS, after));

      fields[ESP_POSITION_ID] = check_new_id (run, POSITIONS, ix);
      fields[ESP_POSITION_TITLE] = text->text;
      fields[ESP_POSITION_REPORTS_TO] = get_id (run, POSITIONS, manager);
      fields[ESP_POSITION_UNIT] = get_id (run, UNITS, unit);
      reference_add (run->reference, POSITIONS, after != REFERENCE_NOWHERE ? after + 1 : G_MAXUINT, fields);
    }
  else if (text->text != NULL)
    {
      EspIx ix = esp_edit_add_unit (run->organization, text->typed, ESP_UNIT_KIND_PMO, get_ix (run, UNITS, unit));

      fields[ESP_UNIT_ID] = check_new_id (run, UNITS, ix);
      fields[ESP_UNIT_NAME] = text->text;
      fields[ESP_UNIT_KIND] = "pmo";
      fields[ESP_UNIT_PARENT] = get_id (run, UNITS, unit);
      reference_add (run->reference, UNITS, G_MAXUINT, fields);
    }
}

static void
change_order (Run *run)
{
  EspTable table = pick (run, 2) > 0 && reference_get_n (run->reference, UNITS) > 0 ? UNITS : POSITIONS;
  guint rank = pick_rank (run, table);
  guint other = pick_rank (run, table);
  gboolean is_after = pick (run, 2);
  guint gap = other + is_after; /* before which row of those that stand */

  if (pick (run, 2) > 0)
    {
      guint to = pick (run, reference_get_n (run->reference, table) + 3);

      esp_edit_reorder (run->organization, table, get_ix (run, table, rank), to);
      reference_reorder (run->reference, table, rank, to);
    }
  else if (rank != other)
    {
      esp_edit_place_beside (run->organization, table, get_ix (run, table, rank), get_ix (run, table, other), is_after);
      reference_reorder (run->reference, table, rank, rank < gap ? gap - 1 : gap);
    }
}

/* One to four positions, each once */
static guint
pick_several (Run   *run,
              guint *ranks,
              EspIx *ixs)
{
  guint n = 0;

  for (int i = pick (run, 4); i >= 0; i--)
    {
      guint rank = pick_rank (run, POSITIONS);
      gboolean is_there = FALSE;

      for (guint k = 0; k < n; k++)
        is_there |= ranks[k] == rank;
      if (is_there)
        continue;
      ranks[n] = rank;
      ixs[n++] = get_ix (run, POSITIONS, rank);
    }
  return n;
}

static void
move (Run *run)
{
  guint ranks[4];
  EspIx ixs[4];
  guint n = pick_several (run, ranks, ixs);
  guint manager = pick_any (run, POSITIONS);
  guint unit = pick_any (run, UNITS);
  EspDestination to = { pick (run, 2), get_ix (run, POSITIONS, manager), pick (run, 2), get_ix (run, UNITS, unit), pick (run, 2) };
  GError *error = NULL;

  if (pick (run, 2) > 0)
    {
      gboolean can_move = esp_edit_can_move (run->organization, ixs, 1, &to, NULL);
      int expected = reference_move (run->reference, ranks, n, to.sets_manager, manager, to.sets_unit, unit, to.with_branch);

      if (n == 1)
        g_assert_cmpint (can_move, ==, expected == REFERENCE_DONE);
      check (run, esp_edit_move (run->organization, ixs, n, &to, &error), &error, expected);
    }
  else if (pick (run, 2) > 0)
    {
      gboolean can_report = esp_edit_can_report_to (run->organization, ixs[0], to.manager, NULL);
      int expected = reference_move_position (run->reference, ranks[0], manager);

      g_assert_cmpint (can_report, ==, expected == REFERENCE_DONE);
      check (run, esp_edit_move_position (run->organization, ixs[0], to.manager, &error), &error, expected);
    }
  else
    {
      g_autofree char *name = g_strdup_printf ("Move %s", esp_position_get_title (run->organization, ixs[0]));

      esp_edit_move_to_unit (run->organization, ixs[0], to.unit);
      reference_set (run->reference, name, POSITIONS, ranks[0], ESP_POSITION_UNIT, get_id (run, UNITS, unit));
    }
}

static void
move_unit (Run *run)
{
  guint rank = pick_rank (run, UNITS);
  guint parent = pick_any (run, UNITS);
  gboolean can_move = esp_edit_can_move_unit (run->organization, get_ix (run, UNITS, rank), get_ix (run, UNITS, parent), NULL);
  int expected = reference_move_unit (run->reference, rank, parent);
  GError *error = NULL;

  g_assert_cmpint (can_move, ==, expected == REFERENCE_DONE);
  check (run, esp_edit_move_unit (run->organization, get_ix (run, UNITS, rank), get_ix (run, UNITS, parent), &error), &error, expected);
}

static void
remove_rows (Run *run)
{
  gboolean are_many = reference_get_n (run->reference, POSITIONS) > MANY_ROWS;
  EspReportsPolicy policy = pick (run, are_many ? 2 : 6) > 0 ? ESP_REPORTS_MOVE_UP : ESP_REPORTS_REMOVE;
  guint ranks[4];
  EspIx ixs[4];
  guint n = pick_several (run, ranks, ixs);
  guint unit = pick_any (run, UNITS);
  guint n_all;
  guint32 n_all_there;
  guint n_reports = reference_count_reports (run->reference, ranks, n, &n_all);

  g_assert_cmpuint (esp_edit_count_reports (run->organization, ixs, n, &n_all_there), ==, n_reports);
  g_assert_cmpuint (n_all_there, ==, n_all);
  if (unit != REFERENCE_NOWHERE && pick (run, 4) == 0)
    {
      if (pick (run, are_many ? 2 : 8) > 0)
        {
          esp_edit_remove_unit (run->organization, get_ix (run, UNITS, unit));
          reference_remove_unit (run->reference, unit);
        }
      else
        {
          esp_edit_remove_unit_branch (run->organization, get_ix (run, UNITS, unit));
          reference_remove_branch (run->reference, unit);
        }
      return;
    }
  if (n == 1)
    esp_edit_remove_position (run->organization, ixs[0], policy);
  else
    esp_edit_remove_positions (run->organization, ixs, n, policy);
  reference_remove_positions (run->reference, ranks, n, policy);
}

/* One to two texts, or none */
static const char *const *
pick_texts (Run *run)
{
  static const char *const lists[][3] = { { NULL }, { "dotted", NULL }, { "scope:internal", "role:it-pm", NULL }, { "a", "p14", NULL } };

  return lists[pick (run, G_N_ELEMENTS (lists))];
}

static void
change_view (Run *run)
{
  static const char *const words[] = { NULL, "reporting", "down", "a", "0.5" };
  EspViewWords view = { .chart = words[pick (run, 5)], .top = words[pick (run, 5)], .direction = words[pick (run, 5)], .density = words[pick (run, 5)],
                        .arrange = words[pick (run, 5)], .color_by = words[pick (run, 5)], .frames = pick (run, 2), .lines = pick_texts (run),
                        .filter = pick_texts (run), .folded = pick_texts (run), .center = words[pick (run, 5)], .zoom = words[pick (run, 5)] };
  guint n = reference_get_n (run->reference, VIEWS);
  guint rank = n > 0 ? pick_rank (run, VIEWS) : 0;
  const Typed *text = pick_text (run);
  GError *error = NULL;
  EspIx ix;

  switch (n > 0 ? pick (run, 6) : 5)
    {
    case 0:
      esp_edit_remove_view (run->organization, get_ix (run, VIEWS, rank));
      reference_remove_view (run->reference, rank);
      break;
    case 1:
      check (run, esp_edit_rename_view (run->organization, get_ix (run, VIEWS, rank), text->typed != NULL ? text->typed : "", &error), &error,
             reference_rename_view (run->reference, rank, text->text));
      break;
    default:
      ix = esp_edit_save_view (run->organization, text->typed != NULL ? text->typed : "", &view, &error);
      check (run, ix != ESP_IX_NONE, &error,
             reference_save_view (run->reference, text->text, ix != ESP_IX_NONE ? esp_organization_get_text (run->organization, VIEWS, ix, 0) : NULL, &view));
      break;
    }
}

/* What the data doctor can do */
static void
fix (Run *run)
{
  static const EspFixKind kinds[] = { ESP_FIX_MAKE_TOP, ESP_FIX_SPLIT, ESP_FIX_REMOVE_LINES, ESP_FIX_CLEAR_UNIT, ESP_FIX_IGNORE_CASE };
  EspFinding finding = { .action = kinds[pick (run, G_N_ELEMENTS (kinds))], .table = POSITIONS };
  guint rank;
  guint n_fixed;

  if ((finding.action == ESP_FIX_MAKE_TOP || finding.action == ESP_FIX_SPLIT) && pick (run, 2) > 0 && reference_get_n (run->reference, UNITS) > 0)
    finding.table = UNITS;
  rank = pick_rank (run, finding.table);
  if (finding.action == ESP_FIX_SPLIT && (reference_get (run->reference, finding.table, rank, 0) == NULL || pick (run, 3) > 0))
    return;
  finding.ix = finding.action == ESP_FIX_IGNORE_CASE ? ESP_IX_NONE : get_ix (run, finding.table, rank);
  n_fixed = esp_fix_apply (run->organization, &finding);
  g_assert_cmpuint (n_fixed, ==,
                    reference_fix (run->reference, finding.action, finding.table, rank,
                                   finding.action == ESP_FIX_SPLIT ? check_new_id (run, finding.table, finding.ix) : NULL));
}

static void
edit (Run *run)
{
  static void (*const edits[]) (Run *) = { change_text, change_name, change_choice, change_posts, change_holder, change_line, add_row, add_row, change_order, move, move,
                                           change_view, fix };
  static void (*const unit_edits[]) (Run *) = { change_unit, move_unit };

  if (reference_get_n (run->reference, POSITIONS) == 0)
    add_row (run);
  else if (reference_get_n (run->reference, UNITS) > 0 && pick (run, 8) == 0)
    unit_edits[pick (run, G_N_ELEMENTS (unit_edits))](run);
  else if (pick (run, reference_get_n (run->reference, POSITIONS) > MANY_ROWS ? 8 : 40) == 0)
    remove_rows (run);
  else
    edits[pick (run, G_N_ELEMENTS (edits))](run);
}

/* Several edits as one step, some of them within each other, some taken back before the end */
static void
edit_together (Run   *run,
               guint  depth)
{
  guint n = pick (run, 4);

  esp_organization_begin (run->organization, depth == 0 ? "Together" : "Inner");
  reference_begin (run->reference, depth == 0 ? "Together" : "Inner");
  for (guint i = 0; i < n; i++)
    if (depth < 3 && pick (run, 4) == 0)
      edit_together (run, depth + 1);
    else
      edit (run);
  if (pick (run, 3) > 0)
    {
      esp_organization_commit (run->organization);
      reference_commit (run->reference);
    }
  else
    {
      esp_organization_rollback (run->organization);
      reference_rollback (run->reference);
    }
}

static void
go (Run      *run,
    gboolean  is_back,
    guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        {
          reference_note (run->reference);
          run->n_told = 0;
        }
      is_back ? reference_undo (run->reference) : reference_redo (run->reference);
      is_back ? esp_organization_undo (run->organization) : esp_organization_redo (run->organization);
    }
}

static void
step (Run *run)
{
  switch (pick (run, 40))
    {
    case 0:
    case 1:
      go (run, TRUE, 1 + pick (run, 30));
      break;
    case 2:
    case 3:
      go (run, FALSE, 1 + pick (run, 30));
      break;
    case 4:
    case 5:
    case 6:
      edit_together (run, 0);
      break;
    case 7:
      esp_organization_mark_saved (run->organization);
      reference_mark_saved (run->reference);
      break;
    case 8:
      if (pick (run, 4) == 0)
        {
          gboolean is_done = reference_revert (run->reference);

          g_assert_cmpint (esp_organization_revert (run->organization), ==, is_done);
        }
      break;
    default:
      edit (run);
      break;
    }
}

/* The reference has done the step already when the real one tells of it, or does it right after. */
static void
changed_cb (EspOrganization *organization,
            const EspChange *change,
            Run             *run)
{
  run->n_told++;
  g_assert_cmpuint (run->n_told, ==, 1);
  g_assert_false (esp_organization_is_in_transaction (organization));
  g_assert_cmpuint (change->flags, !=, 0);
}

/* All of the change that was announced last, kept beyond its emission */
static void
keep_change_cb (EspOrganization *organization,
                const EspChange *change,
                EspChange       *kept)
{
  kept->flags |= change->flags;
  g_array_set_size (kept->positions, 0);
  g_array_set_size (kept->units, 0);
  if (change->positions->len > 0)
    g_array_append_vals (kept->positions, change->positions->data, change->positions->len);
  if (change->units->len > 0)
    g_array_append_vals (kept->units, change->units->data, change->units->len);
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  Run run = { .organization = read_text (start_text, strlen (start_text)), .rand = g_rand_new_with_seed (seed) };
  EspChange kept = { .positions = g_array_new (FALSE, FALSE, sizeof (EspIx)), .units = g_array_new (FALSE, FALSE, sizeof (EspIx)) };
  g_autoptr (GBytes) before = esp_io_to_bytes (run.organization, ESP_FILE_DOCUMENT);
  g_autoptr (GBytes) after = NULL;

  g_test_message ("seed %u", seed);
  run.reference = reference_new (run.organization);
  g_signal_connect (run.organization, "changed", G_CALLBACK (changed_cb), &run);
  g_signal_connect (run.organization, "changed", G_CALLBACK (keep_change_cb), &kept);
  reference_compare (run.reference, run.organization);
  for (guint i = 0; i < N_STEPS; i++)
    {
      run.n_told = 0;
      kept.flags = 0;
      reference_note (run.reference);
      step (&run);
      reference_compare (run.reference, run.organization);
      reference_compare_change (run.reference, run.organization, run.n_told > 0 ? &kept : NULL);
    }
  g_assert_cmpuint (run.n_refused, >, N_STEPS / 50);

  g_signal_handlers_disconnect_by_data (run.organization, &run);
  g_signal_handlers_disconnect_by_data (run.organization, &kept);
  while (esp_organization_can_undo (run.organization))
    esp_organization_undo (run.organization);
  after = esp_io_to_bytes (run.organization, ESP_FILE_DOCUMENT);
  g_assert_true (g_bytes_equal (before, after));
  reference_free (run.reference);
  g_array_unref (kept.positions);
  g_array_unref (kept.units);
  g_rand_free (run.rand);
  g_assert_finalize_object (run.organization);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/random", test_random);
  return g_test_run ();
}
