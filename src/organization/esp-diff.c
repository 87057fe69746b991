/* esp-diff.c — what one organization has that another has not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-diff-private.h"

#define ID_FIELD    0
#define UNKNOWN_STR G_MAXUINT32
#define NO_STR      (G_MAXUINT32 - 1) /* a text that the other organization does not have */

/* The rows of one table, matched */
typedef struct
{
  const EspIx *before;
  const EspIx *after;
  guint32      n_before;
  guint32      n_after;
  EspIx       *matches; /* by slot in before: the row in after */
  guint8      *is_matched; /* by slot in after */
} Match;

static EspStr
get_same (EspDiff *self,
          EspStr   str)
{
  if (str == ESP_STR_NONE)
    return ESP_STR_NONE;
  if (self->same[str] == UNKNOWN_STR)
    {
      EspStr same = esp_strings_find (esp_organization_get_strings (self->after), esp_organization_get_string (self->before, str), -1);

      self->same[str] = same != ESP_STR_NONE ? same : NO_STR;
    }
  return self->same[str];
}

static gboolean
lists_equal (EspDiff *self,
             guint32  before,
             guint32  after)
{
  guint32 n_before, n_after;
  const guint32 *words_before = esp_organization_get_list (self->before, before, &n_before);
  const guint32 *words_after = esp_organization_get_list (self->after, after, &n_after);

  if (n_before != n_after)
    return FALSE;
  for (guint32 i = 0; i < n_before; i++)
    if (get_same (self, words_before[i]) != words_after[i])
      return FALSE;
  return TRUE;
}

static gboolean
values_equal (EspDiff  *self,
              EspTable  table,
              EspField  field,
              guint32   before,
              guint32   after)
{
  if (esp_field_is_list (table, field))
    return lists_equal (self, before, after);
  return (esp_field_is_text (table, field) ? get_same (self, before) : before) == after;
}

/* What rows are matched by: the id, or the text of what is no row */
static EspField
get_key_field (EspOrganization *organization,
               EspTable         table,
               EspIx            ix)
{
  static const EspField extra[ESP_N_TABLES] = {
    [ESP_TABLE_DOCUMENT] = ESP_DOCUMENT_EXTRA, [ESP_TABLE_UNITS] = ESP_UNIT_EXTRA, [ESP_TABLE_POSITIONS] = ESP_POSITION_EXTRA, [ESP_TABLE_VIEWS] = ESP_VIEW_EXTRA,
  };

  return esp_organization_get (organization, table, ix, ID_FIELD) != ESP_STR_NONE ? ID_FIELD : extra[table];
}

static guint32
get_key (EspOrganization *organization,
         EspTable         table,
         EspIx            ix)
{
  return esp_organization_get (organization, table, ix, get_key_field (organization, table, ix));
}

/* Rows of one key are a chain in document order, of which each is given out once. */
static void
match_rows (EspDiff  *self,
            EspTable  table,
            Match    *match)
{
  guint32 n_strings = esp_strings_get_n (esp_organization_get_strings (self->after)) + 1;
  g_autofree EspIx *first = g_new (EspIx, n_strings);
  g_autofree EspIx *next = NULL;

  match->before = esp_organization_get_order (self->before, table, &match->n_before);
  match->after = esp_organization_get_order (self->after, table, &match->n_after);
  match->matches = g_new (EspIx, esp_organization_get_n_slots (self->before, table) + 1);
  match->is_matched = g_new0 (guint8, esp_organization_get_n_slots (self->after, table) + 1);
  next = g_new (EspIx, esp_organization_get_n_slots (self->after, table) + 1);
  for (guint32 i = 0; i < n_strings; i++)
    first[i] = ESP_IX_NONE;
  for (guint32 i = match->n_after; i > 0; i--)
    {
      EspIx ix = match->after[i - 1];
      EspStr key = get_key (self->after, table, ix);

      next[ix] = first[key];
      first[key] = ix;
    }
  for (guint32 i = 0; i < match->n_before; i++)
    {
      EspStr key = get_same (self, get_key (self->before, table, match->before[i]));
      EspIx ix = key != NO_STR ? first[key] : ESP_IX_NONE;

      match->matches[match->before[i]] = ix;
      if (ix == ESP_IX_NONE)
        continue;
      first[key] = next[ix];
      match->is_matched[ix] = TRUE;
    }
}

static void
add_item (EspDiff     *self,
          EspDiffKind  kind,
          EspTable     table,
          EspIx        before,
          EspIx        after,
          EspField     field)
{
  EspDiffItem item = { kind, table, before, after, field };

  g_array_append_val (self->items, item);
}

static EspDiffKind
get_kind (EspTable table,
          EspField field)
{
  switch (table)
    {
    case ESP_TABLE_DOCUMENT:
      return field == ESP_DOCUMENT_NAME ? ESP_DIFF_RENAMED : ESP_DIFF_CHANGED;
    case ESP_TABLE_UNITS:
      return field == ESP_UNIT_NAME ? ESP_DIFF_RENAMED : field == ESP_UNIT_PARENT ? ESP_DIFF_MOVED : ESP_DIFF_CHANGED;
    case ESP_TABLE_POSITIONS:
      if (field == ESP_POSITION_REPORTS_TO || field == ESP_POSITION_UNIT)
        return ESP_DIFF_MOVED;
      return field == ESP_POSITION_TITLE ? ESP_DIFF_RETITLED : ESP_DIFF_CHANGED;
    case ESP_TABLE_VIEWS:
    default:
      return field == ESP_VIEW_NAME ? ESP_DIFF_RENAMED : ESP_DIFF_CHANGED;
    }
}

/* Whether a default was written out says nothing. */
static gboolean
is_present_field (EspTable table,
                  EspField field)
{
  return field + 1 == esp_table_get_n_fields (table);
}

static void
compare_row (EspDiff  *self,
             EspTable  table,
             EspIx     before,
             EspIx     after)
{
  guint n_fields = esp_table_get_n_fields (table);

  for (guint field = 0; field < n_fields; field++)
    if (!is_present_field (table, field) &&
        !values_equal (self, table, field, esp_organization_get (self->before, table, before, field), esp_organization_get (self->after, table, after, field)))
      add_item (self, get_kind (table, field), table, before, after, field);
}

/*
 * Which matched rows stand elsewhere: all but a longest run of them whose order is the same in both, found by patience: each row goes on the leftmost pile whose
 * top stands behind it, and remembers the top of the pile before.
 */
static void
compare_order (EspDiff  *self,
               EspTable  table,
               Match    *match)
{
  const guint32 *ranks = esp_organization_get_ranks (self->after, table);
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (guint32)); /* places in before */
  g_autofree guint32 *previous = g_new (guint32, match->n_before + 1);
  g_autofree guint8 *stays = g_new0 (guint8, match->n_before + 1);

  for (guint32 i = 0; i < match->n_before; i++)
    {
      EspIx ix = match->matches[match->before[i]];
      guint low = 0, high = tops->len;

      if (ix == ESP_IX_NONE)
        continue;
      /* mostly it goes on a new pile at the end */
      if (high > 0 && ranks[match->matches[match->before[g_array_index (tops, guint32, high - 1)]]] < ranks[ix])
        low = high;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (ranks[match->matches[match->before[g_array_index (tops, guint32, middle)]]] < ranks[ix])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? g_array_index (tops, guint32, low - 1) : G_MAXUINT32;
      if (low == tops->len)
        g_array_append_val (tops, i);
      else
        g_array_index (tops, guint32, low) = i;
    }
  for (guint32 i = tops->len > 0 ? g_array_index (tops, guint32, tops->len - 1) : G_MAXUINT32; i != G_MAXUINT32; i = previous[i])
    stays[i] = TRUE;
  for (guint32 i = 0; i < match->n_before; i++)
    if (!stays[i] && match->matches[match->before[i]] != ESP_IX_NONE)
      add_item (self, ESP_DIFF_REORDERED, table, match->before[i], match->matches[match->before[i]], 0);
}

static void
compare_table (EspDiff  *self,
               EspTable  table)
{
  Match match;

  match_rows (self, table, &match);
  for (guint32 i = 0; i < match.n_before; i++)
    {
      EspIx ix = match.before[i];

      if (match.matches[ix] == ESP_IX_NONE)
        add_item (self, ESP_DIFF_REMOVED, table, ix, ESP_IX_NONE, 0);
      else
        compare_row (self, table, ix, match.matches[ix]);
    }
  for (guint32 i = 0; i < match.n_after; i++)
    if (!match.is_matched[match.after[i]])
      add_item (self, ESP_DIFF_ADDED, table, ESP_IX_NONE, match.after[i], 0);
  compare_order (self, table, &match);
  g_free (match.matches);
  g_free (match.is_matched);
}

/**
 * esp_diff_new:
 * @before: an organization
 * @after: another one
 *
 * Compares them. Nothing of either is changed, and neither may be as long as the comparison is used.
 *
 * Time: O(rows + texts); where many rows stand elsewhere, O(n log n) of them. Threads: any, while nobody edits the two, once esp_organization_get_ranks() of
 * @after has been called by its owner.
 *
 * Returns: (transfer full): what is different: the document, units, positions, views; of each what is gone or changed in the order of @before, what was added in
 * the order of @after, what stands elsewhere
 */
EspDiff *
esp_diff_new (EspOrganization *before,
              EspOrganization *after)
{
  EspDiff *self = g_new0 (EspDiff, 1);
  guint32 n_strings = esp_strings_get_n (esp_organization_get_strings (before)) + 1;

  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->items = g_array_new (FALSE, FALSE, sizeof (EspDiffItem));
  self->same = g_new (EspStr, n_strings);
  for (guint32 i = 0; i < n_strings; i++)
    self->same[i] = UNKNOWN_STR;
  compare_row (self, ESP_TABLE_DOCUMENT, 0, 0);
  for (guint table = ESP_TABLE_UNITS; table < ESP_N_TABLES; table++)
    compare_table (self, table);
  g_clear_pointer (&self->same, g_free);
  return self;
}

void
esp_diff_free (EspDiff *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->before);
  g_object_unref (self->after);
  g_array_unref (self->items);
  g_free (self);
}

guint
esp_diff_get_n (EspDiff *self)
{
  return self->items->len;
}

/**
 * esp_diff_get:
 * @self: a comparison
 * @nth: below esp_diff_get_n()
 *
 * Returns: (transfer none): a difference
 */
const EspDiffItem *
esp_diff_get (EspDiff *self,
              guint    nth)
{
  g_return_val_if_fail (nth < self->items->len, NULL);

  return &g_array_index (self->items, EspDiffItem, nth);
}
