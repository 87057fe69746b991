/* esp-json-reader.c — typed reads from JSON objects that remember where they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-json-reader.h"

static void
append_path (GString         *path,
             const EspJsonAt *at)
{
  const EspJsonAt *way[8];
  guint n = 0;

  for (; at->up != NULL && n < G_N_ELEMENTS (way); at = at->up)
    way[n++] = at;

  g_string_append_c (path, '$');
  while (n-- > 0)
    g_string_append_printf (path, ".%s[%u]", way[n]->member, way[n]->index);
}

static JsonNode *
get_member (const EspJsonAt *at,
            const char      *member,
            EspJsonNeed      need)
{
  JsonNode *node;

  if (at->reader->error != NULL)
    return NULL;

  node = json_object_get_member (at->object, member);
  if (node == NULL && need == ESP_JSON_REQUIRED)
    esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "is missing");
  return node;
}

/**
 * esp_json_fail:
 * @at: an object
 * @member: (nullable): the member at fault, or %NULL for the object itself
 * @code: what kind of fault
 * @format: the reason, as the end of a sentence that starts with the place
 * @...: arguments of @format
 *
 * Records a fault as "FILE: PATH: reason", unless there is one already.
 */
void
esp_json_fail (const EspJsonAt   *at,
               const char        *member,
               EspCatalogueError  code,
               const char        *format,
               ...)
{
  g_autoptr (GString) text = NULL;
  va_list args;

  if (at->reader->error != NULL)
    return;

  text = g_string_new (at->reader->file);
  g_string_append (text, ": ");
  append_path (text, at);
  if (member != NULL)
    g_string_append_printf (text, ".%s", member);
  g_string_append (text, ": ");
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);

  at->reader->error = g_error_new_literal (ESP_CATALOGUE_ERROR, code, text->str);
}

/**
 * esp_json_is_sound:
 * @tainted: bytes that may be JSON
 * @max_depth: most brackets that may be open at once
 * @reason: (out) (transfer none): why not
 *
 * Looks at what json-glib does not survive or does not notice: bytes that are not UTF-8, and brackets nested so deep that its
 * recursion would overrun the stack.
 *
 * Time: O(n). Threads: any.
 *
 * Returns: whether json-glib may be given @tainted
 */
gboolean
esp_json_is_sound (GBytes      *tainted,
                   guint        max_depth,
                   const char **reason)
{
  gsize size;
  const char *text = g_bytes_get_data (tainted, &size);
  gboolean in_string = FALSE;
  guint depth = 0;

  if (!g_utf8_validate_len (text, size, NULL))
    {
      *reason = "is not UTF-8";
      return FALSE;
    }

  for (gsize i = 0; i < size; i++)
    {
      if (in_string)
        {
          if (text[i] == '\\')
            i++;
          else if (text[i] == '"')
            in_string = FALSE;
        }
      else if (text[i] == '"')
        in_string = TRUE;
      else if (text[i] == '[' || text[i] == '{')
        {
          if (++depth > max_depth)
            {
              *reason = "is nested too deep";
              return FALSE;
            }
        }
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}

/**
 * esp_json_get_string:
 * @at: an object
 * @member: name of a member
 * @need: whether it must be there
 *
 * A string that must not be empty.
 *
 * Returns: (nullable): the string, owned by the document; %NULL after an error or if an optional one is absent
 */
const char *
esp_json_get_string (const EspJsonAt *at,
                     const char      *member,
                     EspJsonNeed      need)
{
  JsonNode *node = get_member (at, member, need);
  const char *text = NULL;

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "is not a string");
  else if (*(text = json_node_get_string (node)) == '\0')
    {
      esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "is empty");
      text = NULL;
    }
  return text;
}

/**
 * esp_json_get_int:
 * @at: an object
 * @member: name of a member that must be there
 * @least: smallest value allowed
 * @most: greatest value allowed
 *
 * Returns: the whole number; @least after an error
 */
int
esp_json_get_int (const EspJsonAt *at,
                  const char      *member,
                  int              least,
                  int              most)
{
  JsonNode *node = get_member (at, member, ESP_JSON_REQUIRED);

  if (node == NULL)
    return least;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      gint64 value = json_node_get_int (node);

      if (value >= least && value <= most)
        return (int) value;
    }
  esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "is not a whole number from %d to %d", least, most);
  return least;
}

/**
 * esp_json_get_choice:
 * @at: an object
 * @member: name of a member that must be there
 * @names: (array zero-terminated=1): the words allowed
 *
 * Returns: the index of the word in @names; 0 after an error
 */
int
esp_json_get_choice (const EspJsonAt   *at,
                     const char        *member,
                     const char *const *names)
{
  const char *word = esp_json_get_string (at, member, ESP_JSON_REQUIRED);

  if (word == NULL)
    return 0;

  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (word, names[i]))
      return i;

  esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "“%s” is not one of the words known here", word);
  return 0;
}

/**
 * esp_json_get_array:
 * @at: an object
 * @member: name of a member
 * @need: whether it must be there
 *
 * Returns: (transfer none) (nullable): the array, owned by the document
 */
JsonArray *
esp_json_get_array (const EspJsonAt *at,
                    const char      *member,
                    EspJsonNeed      need)
{
  JsonNode *node = get_member (at, member, need);

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      esp_json_fail (at, member, ESP_CATALOGUE_ERROR_FIELD, "is not an array");
      return NULL;
    }
  return json_node_get_array (node);
}

/**
 * esp_json_get_item:
 * @at: the object that holds the array
 * @member: the array's name
 * @array: the array
 * @index: below its length
 *
 * Returns: (nullable): the string at @index, not empty, owned by the document; %NULL after an error
 */
const char *
esp_json_get_item (const EspJsonAt *at,
                   const char      *member,
                   JsonArray       *array,
                   guint            index)
{
  JsonNode *node = json_array_get_element (array, index);
  g_autofree char *place = NULL;

  if (at->reader->error != NULL)
    return NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
      *json_node_get_string (node) != '\0')
    return json_node_get_string (node);

  place = g_strdup_printf ("%s[%u]", member, index);
  esp_json_fail (at, place, ESP_CATALOGUE_ERROR_FIELD, "is not a string with something in it");
  return NULL;
}

/**
 * esp_json_each_init:
 * @each: (out caller-allocates): the walk
 * @up: the object that holds the array; must outlive the walk
 * @member: the array's name
 * @need: whether it must be there
 *
 * Starts a walk over an array of objects.
 */
void
esp_json_each_init (EspJsonEach     *each,
                    const EspJsonAt *up,
                    const char      *member,
                    EspJsonNeed      need)
{
  *each = (EspJsonEach) {
    .at = { .reader = up->reader, .up = up, .member = member },
    .array = esp_json_get_array (up, member, need),
  };
}

/**
 * esp_json_each_next:
 * @each: a walk
 *
 * Goes to the next object.
 *
 * Returns: %FALSE at the end, and as soon as there is an error
 */
gboolean
esp_json_each_next (EspJsonEach *each)
{
  JsonNode *node;

  if (each->array == NULL || each->at.reader->error != NULL || each->next >= json_array_get_length (each->array))
    return FALSE;

  each->at.index = each->next++;
  node = json_array_get_element (each->array, each->at.index);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      esp_json_fail (&each->at, NULL, ESP_CATALOGUE_ERROR_FIELD, "is not an object");
      return FALSE;
    }
  each->at.object = json_node_get_object (node);
  return TRUE;
}
