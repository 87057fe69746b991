/* esp-search.c — finds positions by words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-search.h"

#include <string.h>

/* The texts of an organization are interned, so a million positions have far fewer texts. All that can be found is folded once (no case, no accents) into
 * one long text, a line for each string; a word of the query is looked for in that with memmem(), which marks the strings that have it; then one pass over
 * the positions asks for each word whether any of their strings is marked. */

#define MAX_WORDS 16

struct _EspSearch
{
  EspOrganization *organization;
  GString         *text;   /* folded strings, each ended by '\n' */
  GArray          *starts; /* guint32: by line, where it begins */
  GArray          *strs;   /* EspStr: by line, whose text it is */
  guint32          n_strings;
};

/**
 * esp_search_fold:
 * @text: a text
 *
 * Makes texts comparable: compatibility forms decomposed, marks (accents) dropped, case folded, white space and hyphens one blank.
 *
 * Returns: (transfer full): the folded text
 */
char *
esp_search_fold (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  GString *result;
  gboolean is_ascii = TRUE;

  for (const char *at = text; *at != '\0' && is_ascii; at++)
    is_ascii = (guchar) *at < 0x80;
  if (is_ascii)
    {
      folded = g_ascii_strdown (text, -1);
    }
  else
    {
      plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
      folded = g_utf8_casefold (plain != NULL ? plain : "", -1);
    }
  result = g_string_sized_new (strlen (folded));
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '-' || g_unichar_isspace (c) || c == 0x2010 || c == 0x2011)
        g_string_append_c (result, ' ');
      else if (c < 0x80)
        g_string_append_c (result, c);
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static void
add_text (EspSearch  *self,
          EspStr      str,
          const char *text)
{
  g_autofree char *folded = esp_search_fold (text);
  guint32 start = self->text->len;

  g_array_append_val (self->starts, start);
  g_array_append_val (self->strs, str);
  g_string_append (self->text, folded);
  g_string_append_c (self->text, '\n');
}

static void
add_string (EspSearch *self,
            guint8    *seen,
            EspStr     str)
{
  const char *text;

  if (str == ESP_STR_NONE || seen[str])
    return;
  seen[str] = TRUE;
  text = esp_organization_get_string (self->organization, str);
  if (*text != '\0')
    add_text (self, str, text);
}

static EspStr
get_unit_name (EspOrganization *organization,
               EspIx            position)
{
  EspIx unit = esp_position_get_unit (organization, position);

  return unit == ESP_IX_NONE ? ESP_STR_NONE : esp_organization_get (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME);
}

/**
 * esp_search_new:
 * @organization: an organization; must live, and not change, as long as the search
 * @role_name: (nullable): further words for a role, asked once for each that occurs
 * @user_data: for @role_name
 *
 * Prepares searching. Time: O(texts). Threads: any, while nobody changes @organization.
 *
 * Returns: (transfer full): a search
 */
EspSearch *
esp_search_new (EspOrganization  *organization,
                EspSearchRoleName role_name,
                gpointer          user_data)
{
  EspSearch *self = g_new0 (EspSearch, 1);
  g_autofree guint8 *seen = NULL;
  g_autofree guint8 *role_seen = NULL;
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  self->organization = organization;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->strs = g_array_new (FALSE, FALSE, sizeof (EspStr));
  self->n_strings = esp_strings_get_n (esp_organization_get_strings (organization));
  seen = g_new0 (guint8, self->n_strings);
  role_seen = g_new0 (guint8, self->n_strings);

  for (guint32 i = 0; i < n; i++)
    {
      EspStr role = esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_ROLE);

      add_string (self, seen, esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_TITLE));
      add_string (self, seen, get_unit_name (organization, order[i]));
      for (guint32 k = 0, n_holders = esp_position_get_n_holders (organization, order[i]); k < n_holders; k++)
        {
          const guint32 *words = esp_organization_get_list (organization,
                                                            esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i],
                                                                                  ESP_POSITION_HOLDERS),
                                                            &(guint32) { 0 });

          add_string (self, seen, ((const EspHolder *) words)[k].name);
        }
      add_string (self, seen, role);
      if (role != ESP_STR_NONE && role_name != NULL && !role_seen[role])
        {
          const char *name = role_name (esp_organization_get_string (organization, role), user_data);

          role_seen[role] = TRUE;
          if (name != NULL)
            add_text (self, role, name);
        }
    }
  return self;
}

/**
 * esp_search_free:
 * @self: (nullable): a search
 */
void
esp_search_free (EspSearch *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->strs);
  g_free (self);
}

/* The line that has the byte at @offset, at or after line @from: near it, mostly */
static guint
find_line (EspSearch *self,
           guint      from,
           gsize      offset)
{
  guint low = from, high = from + 1;

  for (guint step = 1; high < self->starts->len && g_array_index (self->starts, guint32, high) <= offset; step *= 2)
    {
      low = high;
      high = MIN (high + step, self->starts->len);
    }

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Sets @bit in @marks for every string that has @word in one of its lines. */
static void
mark_strings (EspSearch  *self,
              const char *word,
              guint16     bit,
              guint16    *marks)
{
  gsize length = strlen (word);
  guint line = 0;

  for (gsize at = 0; at < self->text->len;)
    {
      const char *hit = memmem (self->text->str + at, self->text->len - at, word, length);

      if (hit == NULL)
        return;
      line = find_line (self, line, hit - self->text->str);
      marks[g_array_index (self->strs, EspStr, line)] |= bit;
      at = line + 1 < self->starts->len ? g_array_index (self->starts, guint32, line + 1) : self->text->len;
    }
}

/* What the strings of positions are marked with, by what positions have: columns, so that a million rows are some milliseconds */
typedef struct
{
  const guint16 *marks;     /* by string */
  guint16       *unit_marks; /* by string: id of a unit → marks of its name */
  const guint32 *titles;    /* columns, each NULL if nothing is in it */
  const guint32 *roles;
  const guint32 *units;
  const guint32 *holders;
} Marked;

static void
marked_init (Marked        *self,
             EspSearch     *search,
             const guint16 *marks)
{
  EspOrganization *organization = search->organization;
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  self->marks = marks;
  self->unit_marks = g_new0 (guint16, MAX (1u, search->n_strings));
  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = esp_organization_get (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_ID);
      EspIx unit = id != ESP_STR_NONE ? esp_organization_find (organization, ESP_TABLE_UNITS, id) : ESP_IX_NONE;

      if (unit != ESP_IX_NONE)
        self->unit_marks[id] = marks[esp_organization_get (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME)];
    }
  self->titles = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_TITLE);
  self->roles = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_ROLE);
  self->units = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_UNIT);
  self->holders = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_HOLDERS);
}

static void
marked_clear (Marked *self)
{
  g_free (self->unit_marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marked, marked_clear)

static guint16
get_marks (EspSearch    *self,
           const Marked *marked,
           EspIx         ix)
{
  guint16 found = 0;

  if (marked->titles != NULL)
    found |= marked->marks[marked->titles[ix]];
  if (marked->roles != NULL)
    found |= marked->marks[marked->roles[ix]];
  if (marked->units != NULL)
    found |= marked->unit_marks[marked->units[ix]];
  if (marked->holders != NULL && marked->holders[ix] != 0)
    {
      guint32 n;
      const guint32 *words = esp_organization_get_list (self->organization, marked->holders[ix], &n);

      for (guint32 i = 0; i < n / ESP_HOLDER_WORDS; i++)
        found |= marked->marks[((const EspHolder *) words)[i].name];
    }
  return found;
}

/**
 * esp_search_run:
 * @self: a search
 * @query: words in any order; all of them must be found, each anywhere in a position’s title, holders, unit or role
 *
 * Accents and letter case do not count. Words past the sixteenth are ignored.
 *
 * Time: O(bytes of the texts × words + positions). Threads: any.
 *
 * Returns: (transfer full) (element-type EspIx): positions, in document order; none for a query without words
 */
GArray *
esp_search_run (EspSearch  *self,
                const char *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autofree char *folded = esp_search_fold (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree guint16 *marks = g_new0 (guint16, MAX (1u, self->n_strings));
  g_auto (Marked) marked = { 0 };
  guint16 all = 0;
  guint n_words = 0;
  guint32 n;
  const EspIx *order = esp_organization_get_order (self->organization, ESP_TABLE_POSITIONS, &n);

  for (guint i = 0; words[i] != NULL && n_words < MAX_WORDS; i++)
    if (*words[i] != '\0')
      {
        guint16 bit = 1 << n_words++;

        all |= bit;
        mark_strings (self, words[i], bit, marks);
      }
  marked_init (&marked, self, marks);
  for (guint32 i = 0; i < n && all != 0; i++)
    if (get_marks (self, &marked, order[i]) == all)
      g_array_append_val (hits, order[i]);
  return hits;
}
