/* esp-matcher.c — positions by what they might have been called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-matcher.h"

#include "organization/esp-names.h"

#define AMBIGUOUS G_MAXUINT

/* Texts are compared in a plain form; one that two positions have finds neither of them. */
struct _EspMatcher
{
  EspFixKind  kind;
  GHashTable *positions; /* plain text to position + 1, or AMBIGUOUS */
};

static char *
make_plain (EspMatcher *self,
            const char *text)
{
  switch ((guint) self->kind)
    {
    case ESP_FIX_TAKE_NAME:
      return esp_name_fold (text);
    default:
      return esp_id_fold (text, self->kind == ESP_FIX_IGNORE_ZEROS, self->kind == ESP_FIX_IGNORE_CASE);
    }
}

static void
add (EspMatcher *self,
     const char *text,
     EspIx       position)
{
  char *plain = make_plain (self, text);
  guint there = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, plain));

  g_hash_table_replace (self->positions, plain, GUINT_TO_POINTER (there == 0 || there == position + 1 ? position + 1 : AMBIGUOUS));
}

/* Looks all positions over. Time: O(positions). */
EspMatcher *
esp_matcher_new (EspOrganization *organization,
                 EspFixKind       kind)
{
  EspMatcher *self = g_new0 (EspMatcher, 1);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  self->kind = kind;
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_ID);
      EspIx first = esp_organization_find (organization, ESP_TABLE_POSITIONS, id);

      if (id == ESP_STR_NONE)
        continue;
      if (kind != ESP_FIX_TAKE_NAME)
        add (self, esp_organization_get_string (organization, id), first);
      for (guint32 k = 0; kind == ESP_FIX_TAKE_NAME && k < esp_position_get_n_holders (organization, order[i]); k++)
        if (*esp_position_get_holder (organization, order[i], k) != '\0')
          add (self, esp_position_get_holder (organization, order[i], k), first);
    }
  return self;
}

void
esp_matcher_free (EspMatcher *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->positions);
  g_free (self);
}

/* The one position that @text might mean; %ESP_IX_NONE if there is none, or more than one */
EspIx
esp_matcher_find (EspMatcher *self,
                  const char *text)
{
  g_autofree char *plain = make_plain (self, text);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, plain));

  return found == 0 || found == AMBIGUOUS ? ESP_IX_NONE : found - 1;
}
