/* esp-json-nodes.c — which objects around the children of a JSON tree are its roots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-json-records"

#include "io/esp-json-records.h"

/* Deeper beginnings of files say nothing new. */
#define MAX_SEARCHED 400000

typedef enum
{
  SEARCH_OUTSIDE, /* around the positions */
  SEARCH_LIST,    /* a value of a node */
  SEARCH_NODE,
  SEARCH_CHILDREN,
} SearchPlace;

/* An object outside of the tree so far that has the member which holds children */
typedef struct
{
  guint64  values; /* names of its values: hashed bits */
  gboolean has_children;
} Candidate;

typedef struct
{
  GArray     *places;     /* by bracket: SearchPlace */
  GArray     *candidates; /* by bracket: Candidate */
  GPtrArray  *paths;      /* by bracket: (nullable) */
  guint64     node_values;
  gboolean    has_nodes;
} Search;

static void
search_begin (Search             *search,
              EspJsonShape       *shape,
              const EspJsonEvent *event)
{
  guint n = search->places->len;
  SearchPlace outer = n > 0 ? g_array_index (search->places, SearchPlace, n - 1) : SEARCH_OUTSIDE;
  EspChildren children = event->name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (shape->children, event->name)) : 0;
  const char *outer_path = n > 0 ? g_ptr_array_index (search->paths, n - 1) : NULL;
  Candidate candidate = { 0 };
  char *path = NULL;
  SearchPlace place;

  if (children != 0 && n > 0)
    g_array_index (search->candidates, Candidate, n - 1).has_children = TRUE;
  if (children != 0)
    place = event->value == ESP_JSON_OBJECT && children != ESP_CHILDREN_MAP ? SEARCH_NODE : SEARCH_CHILDREN;
  else if (outer == SEARCH_CHILDREN)
    place = event->value == ESP_JSON_OBJECT ? SEARCH_NODE : SEARCH_CHILDREN;
  else
    place = outer == SEARCH_NODE ? SEARCH_LIST : outer; /* a list is a place that holds no nodes here */

  if (place == SEARCH_OUTSIDE && n < 32)
    path = n == 0 ? g_strdup ("$") : outer_path == NULL ? NULL
           : event->name != NULL ? esp_json_path_member (outer_path, event->name) : esp_json_path_element (outer_path);
  g_array_append_val (search->places, place);
  g_array_append_val (search->candidates, candidate);
  g_ptr_array_add (search->paths, path);
}

static void
search_close (Search     *search,
              GHashTable *found,
              gboolean    is_object)
{
  guint n = search->places->len;
  const Candidate *candidate = &g_array_index (search->candidates, Candidate, n - 1);
  SearchPlace place = g_array_index (search->places, SearchPlace, n - 1);
  const char *path = g_ptr_array_index (search->paths, n - 1);

  if (place == SEARCH_NODE)
    {
      search->node_values |= candidate->values;
      search->has_nodes = TRUE;
    }
  if (place == SEARCH_OUTSIDE && is_object && path != NULL && candidate->has_children)
    {
      guint64 *values = g_hash_table_lookup (found, path);

      if (values == NULL)
        {
          values = g_new0 (guint64, 1);
          g_hash_table_insert (found, g_strdup (path), values);
        }
      *values |= candidate->values;
    }
  g_array_set_size (search->places, n - 1);
  g_array_set_size (search->candidates, n - 1);
  g_ptr_array_set_size (search->paths, n - 1);
}

static void
search_walk (Search        *search,
             EspJsonShape  *shape,
             EspJsonWalker *walker,
             GHashTable    *found)
{
  EspJsonEvent event;

  while (esp_json_walker_next (walker, &event, NULL, NULL) && event.kind != ESP_JSON_EVENT_END && search->places->len < MAX_SEARCHED)
    if (event.kind == ESP_JSON_EVENT_BEGIN)
      search_begin (search, shape, &event);
    else if (event.kind == ESP_JSON_EVENT_CLOSE)
      search_close (search, found, event.value == ESP_JSON_OBJECT);
    else if (event.name != NULL)
      g_array_index (search->candidates, Candidate, search->candidates->len - 1).values |= G_GUINT64_CONSTANT (1) << (g_str_hash (event.name) % 64);
  while (search->places->len > 0)
    search_close (search, found, TRUE);
}

/*
 * esp_json_tree_find_nodes:
 * @shape: a tree
 * @tainted: the beginning of the file
 *
 * Finds the roots: what has the member that holds children is a node if it has any value by a name that nodes have; otherwise it is but what the file is
 * wrapped in.
 */
void
esp_json_tree_find_nodes (EspJsonShape *shape,
                          const char   *tainted,
                          gsize         length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (tainted, length, NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, length, "");
  g_autoptr (EspJsonWalker) walker = NULL;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Search search = { NULL };
  GHashTableIter iter;
  gpointer path, values;

  if (!esp_source_fill (source, 0, 0, NULL, NULL))
    return;

  walker = esp_json_walker_new (source);
  search.places = g_array_new (FALSE, FALSE, sizeof (SearchPlace));
  search.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  search.paths = g_ptr_array_new_with_free_func (g_free);
  search_walk (&search, shape, walker, found);

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &path, &values))
    if (search.node_values == 0 || (*(guint64 *) values & search.node_values) != 0)
      g_hash_table_add (shape->node_paths, g_strdup (path));

  g_array_unref (search.places);
  g_array_unref (search.candidates);
  g_ptr_array_unref (search.paths);
}
