/* esp-catalogue-read.c — catalogue: members that several kinds of entry have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue-private.h"

#include "core/esp-i18n.h"

static gboolean
is_id (const char *text)
{
  return text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static const char *
keep_text (EspCatalogue *self,
           const char   *text)
{
  return g_string_chunk_insert (self->texts, text);
}

/* With a context: “Staff” is a level here, and a place beside the line elsewhere. */
static const char *
keep_translation (EspCatalogue *self,
                  const char   *text)
{
  const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, "catalogue", text);

  return translated != text ? translated : keep_text (self, text);
}

/* An id, interned; NULL after an error */
const char *
_esp_read_id (const EspJsonAt *at,
              const char      *member)
{
  const char *id = esp_json_get_string (at, member, ESP_JSON_REQUIRED);

  if (id == NULL)
    return NULL;

  if (!is_id (id))
    {
      esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "“%s” is not an id: lower case, digits and hyphens", id);
      return NULL;
    }
  return g_intern_string (id);
}

/* Words for people, translated. The schema marks these members as "translated", and build-aux/catalogue-texts writes what
 * they say for translators, with the same context. */
const char *
_esp_read_words (EspCatalogue    *self,
                 const EspJsonAt *at,
                 const char      *member,
                 EspJsonNeed      need)
{
  const char *text = esp_json_get_string (at, member, need);

  return text != NULL ? keep_translation (self, text) : NULL;
}

/* A proper name, a date: kept as written */
const char *
_esp_read_name (EspCatalogue    *self,
                const EspJsonAt *at,
                const char      *member,
                EspJsonNeed      need)
{
  const char *text = esp_json_get_string (at, member, need);

  return text != NULL ? keep_text (self, text) : NULL;
}

/* Strings, as many as there are; none if the member is optional and absent */
GStrv
_esp_read_list (EspCatalogue    *self,
                const EspJsonAt *at,
                const char      *member,
                EspJsonNeed      need,
                gboolean         translate)
{
  JsonArray *array = esp_json_get_array (at, member, need);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  const char **list = _esp_catalogue_alloc (self, sizeof *list * (n + 1));

  for (guint i = 0; i < n; i++)
    {
      const char *text = esp_json_get_item (at, member, array, i);

      if (text == NULL)
        break;
      list[i] = translate ? keep_translation (self, text) : keep_text (self, text);
    }
  return (GStrv) list;
}

static gconstpointer
find_or_fail (EspCatalogue      *self,
              const EspJsonAt   *at,
              const char        *member,
              EspCatalogueTable  table,
              const char        *id)
{
  gconstpointer found = _esp_catalogue_find (self, table, id);

  if (found == NULL && id != NULL)
    esp_json_fail (at, member, ESP_CATALOGUE_ERROR_REFERENCE, "there is no “%s”", id);
  return found;
}

/* What the id in @member stands for; NULL if it is optional and absent, and after an error */
gconstpointer
_esp_read_reference (EspCatalogue      *self,
                     const EspJsonAt   *at,
                     const char        *member,
                     EspCatalogueTable  table,
                     EspJsonNeed        need)
{
  return find_or_fail (self, at, member, table, esp_json_get_string (at, member, need));
}

/* What the ids in @member stand for, each once; empty if it is optional and absent */
GPtrArray *
_esp_read_references (EspCatalogue      *self,
                      const EspJsonAt   *at,
                      const char        *member,
                      EspCatalogueTable  table,
                      EspJsonNeed        need)
{
  JsonArray *array = esp_json_get_array (at, member, need);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  GPtrArray *found = _esp_catalogue_array (self, n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = esp_json_get_item (at, member, array, i);
      gconstpointer element = find_or_fail (self, at, member, table, id);

      if (element == NULL)
        break;
      if (g_ptr_array_find (found, element, NULL))
        esp_json_fail (at, member, ESP_CATALOGUE_ERROR_REFERENCE, "“%s” stands twice", id);
      g_ptr_array_add (found, (gpointer) element);
    }
  return found;
}

/* [{ "skill", "level" }], each skill once */
GPtrArray *
_esp_read_skill_levels (EspCatalogue    *self,
                        const EspJsonAt *at,
                        const char      *member,
                        EspJsonNeed      need)
{
  GPtrArray *levels = _esp_catalogue_array (self, 0);
  EspJsonEach each;

  esp_json_each_init (&each, at, member, need);
  while (esp_json_each_next (&each))
    {
      EspSkillLevel *level = _esp_catalogue_alloc (self, sizeof *level);

      level->skill = _esp_read_reference (self, &each.at, "skill", ESP_CATALOGUE_SKILLS, ESP_JSON_REQUIRED);
      level->level = esp_json_get_int (&each.at, "level", 1, 4);
      for (guint i = 0; i < levels->len; i++)
        if (((EspSkillLevel *) g_ptr_array_index (levels, i))->skill == level->skill)
          esp_json_fail (&each.at, "skill", ESP_CATALOGUE_ERROR_REFERENCE, "the skill stands twice");
      g_ptr_array_add (levels, level);
    }
  return levels;
}

/* { "id", "name", "text" }, added to @table */
EspEntry *
_esp_read_entry (EspCatalogue      *self,
                 const EspJsonAt   *at,
                 EspCatalogueTable  table)
{
  EspEntry *entry = _esp_catalogue_alloc (self, sizeof *entry);

  entry->id = _esp_read_id (at, "id");
  entry->name = _esp_read_words (self, at, "name", ESP_JSON_REQUIRED);
  entry->text = _esp_read_words (self, at, "text", ESP_JSON_REQUIRED);
  _esp_catalogue_add (self, table, at, entry);
  return entry;
}
