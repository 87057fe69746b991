/* esp-json-shape.c — where in a foreign JSON file the positions are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-json-shape"

#include "io/esp-json-shape.h"

#include <string.h>

#include "io/esp-table-words.h"

/*
 * A tree is known by repetition: an object lies under a member that it has itself. Whether that member holds a list, an object with the children’s names as
 * keys, or the one child, is counted for each name. Without repetition (a tree of two levels) parent and children are known by the names of the values they
 * have in common; and there are members that are called by words for parts of an organization.
 */

/* Deeper lists are not looked for. */
#define MAX_PATH_DEPTH 10

/* Deeper beginnings of files say nothing new. */
#define MAX_DEPTH 400000

/* Fewer names are no tree of them. */
#define LEAST_NAMES 3

/* Lists that are worth a look */
#define MAX_LISTS 8

/* What is known of a member’s name */
typedef struct
{
  char *name;
  guint n_held[ESP_CHILDREN_ONE + 1];   /* objects, by #EspChildren */
  guint n_again[ESP_CHILDREN_ONE + 1];  /* of these, those that have the member again */
  guint n_alike[ESP_CHILDREN_ONE + 1];  /* of these, those that have values of the same names as what they lie in */
  guint n_like[ESP_CHILDREN_ONE + 1];   /* of these, those that have two or more such values */
} NameFacts;

/* A container that is open */
typedef struct
{
  gboolean is_object;
  guint    member[ESP_CHILDREN_ONE + 1]; /* by #EspChildren: the name under which it is held so, + 1 */
  guint    list_of;     /* a list: the name of its member + 1 */
  guint64  values;      /* names of members that are values: bits by number */
  guint64  held[ESP_CHILDREN_ONE + 1];   /* the same of what it holds, and under which name */
  guint    held_name[ESP_CHILDREN_ONE + 1];
  guint    n_held[ESP_CHILDREN_ONE + 1];
  char    *path;        /* (nullable): if it is not too deep */
} Frame;

typedef struct
{
  guint n_objects;
  guint n_lists;
  guint n_values;
  gboolean is_object;
} PathFacts;

typedef struct
{
  EspJsonOutline *outline;
  GHashTable     *ids;    /* name to number + 1 */
  GArray         *names;  /* of NameFacts */
  GArray         *frames; /* of Frame */
  GHashTable     *paths;  /* path to PathFacts */
  guint           n_roots; /* objects that lie in nothing */
  guint           n_bare;   /* below the root: objects, lists and nothing at all as members; texts in lists */
  guint           n_others; /* everything else */
} Look;

void
esp_json_shape_free (EspJsonShape *shape)
{
  if (shape == NULL)
    return;

  g_free (shape->path);
  g_free (shape->unread);
  g_clear_pointer (&shape->children, g_hash_table_unref);
  g_clear_pointer (&shape->node_paths, g_hash_table_unref);
  g_free (shape);
}

void
esp_json_outline_free (EspJsonOutline *self)
{
  if (self == NULL)
    return;

  g_free (self->format);
  g_ptr_array_unref (self->shapes);
  g_free (self);
}

char *
esp_json_path_member (const char *path,
                      const char *name)
{
  return g_strdup_printf ("%s.%s", path, name);
}

char *
esp_json_path_element (const char *path)
{
  return g_strdup_printf ("%s[]", path);
}

static void
clear_name (NameFacts *facts)
{
  g_free (facts->name);
}

static void
clear_frame (Frame *frame)
{
  g_free (frame->path);
}

static guint
find_name (Look       *self,
           const char *name)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, name));
  NameFacts facts = { g_strdup (name) };

  if (id > 0)
    {
      g_free (facts.name);
      return id - 1;
    }
  g_array_append_val (self->names, facts);
  g_hash_table_insert (self->ids, facts.name, GUINT_TO_POINTER (self->names->len));

  return self->names->len - 1;
}

static NameFacts *
get_name (Look  *self,
          guint  id)
{
  return &g_array_index (self->names, NameFacts, id);
}

static Frame *
get_frame (Look  *self,
           guint  above)
{
  return self->frames->len > above ? &g_array_index (self->frames, Frame, self->frames->len - 1 - above) : NULL;
}

static PathFacts *
get_path (Look       *self,
          const char *path)
{
  PathFacts *facts = g_hash_table_lookup (self->paths, path);

  if (facts == NULL)
    {
      facts = g_new0 (PathFacts, 1);
      g_hash_table_insert (self->paths, g_strdup (path), facts);
    }

  return facts;
}

static char *
make_path (Look               *self,
           const EspJsonEvent *event)
{
  Frame *frame = get_frame (self, 0);

  if (frame == NULL)
    return g_strdup ("$");
  if (frame->path == NULL || self->frames->len > MAX_PATH_DEPTH)
    return NULL;

  return frame->is_object ? esp_json_path_member (frame->path, event->name) : esp_json_path_element (frame->path);
}

/* The container that is open has a member that holds something: does it lie under that name itself? */
static void
note_repetition (Look  *self,
                 Frame *frame,
                 guint  name)
{
  for (guint i = 1; i <= ESP_CHILDREN_ONE; i++)
    if (frame->member[i] == name + 1)
      get_name (self, name)->n_again[i]++;
}

static void
begin (Look               *self,
       const EspJsonEvent *event)
{
  Frame *parent = get_frame (self, 0);
  Frame frame = { .is_object = event->value == ESP_JSON_OBJECT, .path = make_path (self, event) };

  self->n_roots += parent == NULL && frame.is_object;
  self->n_bare += parent != NULL && parent->is_object && self->frames->len > 1;
  self->n_others += parent == NULL ? !frame.is_object : !parent->is_object;
  if (self->frames->len == 1 && parent->is_object && !frame.is_object && strcmp (event->name, "positions") == 0)
    self->outline->has_positions = TRUE;
  if (parent != NULL && parent->is_object)
    {
      guint name = find_name (self, event->name);

      note_repetition (self, parent, name);
      if (frame.is_object)
        {
          frame.member[ESP_CHILDREN_ONE] = name + 1;
          frame.member[ESP_CHILDREN_MAP] = parent->member[ESP_CHILDREN_ONE];
        }
      else
        frame.list_of = name + 1;
    }
  else if (parent != NULL && frame.is_object)
    frame.member[ESP_CHILDREN_LIST] = parent->list_of;

  for (guint i = 1; i <= ESP_CHILDREN_ONE; i++)
    if (frame.member[i] > 0)
      get_name (self, frame.member[i] - 1)->n_held[i]++;
  if (frame.path != NULL)
    get_path (self, frame.path)->is_object = frame.is_object;
  if (parent != NULL && parent->path != NULL)
    {
      PathFacts *facts = get_path (self, parent->path);

      facts->n_objects += frame.is_object;
      facts->n_lists += !frame.is_object;
    }
  g_array_append_val (self->frames, frame);
}

/* What an object has is told to that which holds it: one bracket up if it is the one child, two if there is a list or a map between them. */
static void
end (Look *self)
{
  Frame *frame = get_frame (self, 0);

  for (guint i = 1; i <= ESP_CHILDREN_ONE && frame->is_object; i++)
    {
      Frame *holder = get_frame (self, i == ESP_CHILDREN_ONE ? 1 : 2);

      if (frame->member[i] == 0 || holder == NULL)
        continue;
      holder->held[i] |= frame->values;
      holder->held_name[i] = frame->member[i];
      holder->n_held[i]++;
    }
  for (guint i = 1; i <= ESP_CHILDREN_ONE; i++)
    if (frame->n_held[i] > 0 && (frame->values & frame->held[i]) != 0)
      {
        NameFacts *facts = get_name (self, frame->held_name[i] - 1);
        guint64 shared = frame->values & frame->held[i];

        facts->n_alike[i] += frame->n_held[i];
        facts->n_like[i] += (shared & (shared - 1)) != 0 ? frame->n_held[i] : 0;
      }
  g_array_set_size (self->frames, self->frames->len - 1);
}

static void
take_value (Look               *self,
            const EspJsonEvent *event)
{
  Frame *frame = get_frame (self, 0);

  if (frame == NULL)
    return;
  if (event->value == (frame->is_object ? ESP_JSON_NULL : ESP_JSON_STRING))
    self->n_bare += self->frames->len > 1;
  else
    self->n_others++;
  if (frame->path != NULL)
    get_path (self, frame->path)->n_values++;
  if (!frame->is_object)
    return;

  frame->values |= G_GUINT64_CONSTANT (1) << (find_name (self, event->name) % 64);
  if (self->frames->len == 1 && event->value == ESP_JSON_STRING)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      esp_json_append_unescaped (text, event->raw, event->raw_length);
      if (strcmp (event->name, "format") == 0 && self->outline->format == NULL)
        self->outline->format = g_strdup (text->str);
      if (strcmp (event->name, "$schema") == 0 && strstr (text->str, "json-schema.org") != NULL)
        self->outline->is_schema = TRUE;
    }
}

/* Walks through the beginning of the file; what is wrong with it is said when it is read. */
static void
look (Look       *self,
      const char *tainted,
      gsize       length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (tainted, length, NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, length, "");
  g_autoptr (EspJsonWalker) walker = NULL;
  EspJsonEvent event;

  if (!esp_source_fill (source, 0, 0, NULL, NULL))
    return;

  walker = esp_json_walker_new (source);
  while (esp_json_walker_next (walker, &event, NULL, NULL) && event.kind != ESP_JSON_EVENT_END && self->frames->len < MAX_DEPTH)
    switch (event.kind)
      {
      case ESP_JSON_EVENT_BEGIN:
        begin (self, &event);
        break;
      case ESP_JSON_EVENT_CLOSE:
        end (self);
        break;
      case ESP_JSON_EVENT_VALUE:
        take_value (self, &event);
        break;
      case ESP_JSON_EVENT_END:
      default:
        break;
      }
  while (self->frames->len > 0)
    end (self);
}

static EspJsonShape *
shape_new (EspShapeKind kind,
           const char  *path)
{
  EspJsonShape *shape = g_new0 (EspJsonShape, 1);

  shape->kind = kind;
  shape->path = g_strdup (path);
  if (kind == ESP_SHAPE_TREE)
    {
      shape->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      shape->node_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  return shape;
}

static void
add_children (EspJsonShape *shape,
              const char   *name,
              EspChildren   children)
{
  g_hash_table_replace (shape->children, g_strdup (name), GUINT_TO_POINTER (children));
}

/* A manager in an object is one above it, not below. */
static gboolean
names_manager (const char *name)
{
  g_autofree char *normalized = esp_words_normalize (name, -1);
  int rates[ESP_N_USES];

  esp_words_rate_header (normalized, rates);
  return rates[ESP_USE_MANAGER] >= ESP_WORDS_SURE && strstr (normalized, "reports") == NULL;
}

/* The tree by the member that repeats most, or, if none does, the one whose objects are most like what they lie in */
static EspJsonShape *
find_tree (Look     *self,
           gboolean  by_repetition)
{
  EspJsonShape *shape = NULL;
  guint n_best = 0, best = 0;
  EspChildren best_children = ESP_CHILDREN_LIST;

  for (guint id = 0; id < self->names->len; id++)
    {
      const NameFacts *facts = get_name (self, id);

      for (guint i = 1; i <= ESP_CHILDREN_ONE; i++)
        {
          guint n = by_repetition ? facts->n_again[i] : i != ESP_CHILDREN_ONE ? facts->n_alike[i] : 0;

          if (n <= n_best || names_manager (facts->name))
            continue;
          n_best = n;
          best = id;
          best_children = i;
        }
    }
  if (n_best > 0)
    {
      shape = shape_new (ESP_SHAPE_TREE, get_name (self, best)->name);
      shape->n = get_name (self, best)->n_held[best_children];
      shape->is_certain = by_repetition;
      add_children (shape, get_name (self, best)->name, best_children);
    }

  return shape;
}

/* A tree in which everybody is but a name: objects in objects, at their ends nothing or lists of names. An empty list called “employees” is none. */
static EspJsonShape *
find_names (Look *self)
{
  EspJsonShape *shape;

  if (self->n_roots != 1 || self->n_others > 0 || self->n_bare < LEAST_NAMES)
    return NULL;
  for (guint id = 0; id < self->names->len; id++)
    {
      const char *name = get_name (self, id)->name;
      g_autofree char *normalized = strlen (name) <= 64 ? esp_words_normalize (name, -1) : NULL;

      if (normalized != NULL && esp_words_is_child_member (normalized))
        return NULL;
    }

  shape = shape_new (ESP_SHAPE_TREE, "$");
  shape->n = self->n_bare;
  shape->is_names = shape->is_certain = TRUE;

  return shape;
}

/* Members that are called by words for seats, people and parts hold some of these, beside the member that repeats, or without one. */
static EspJsonShape *
add_children_by_word (Look         *self,
                      EspJsonShape *shape)
{
  for (guint id = 0; id < self->names->len; id++)
    {
      const NameFacts *facts = get_name (self, id);
      g_autofree char *normalized = NULL;

      if (facts->n_held[ESP_CHILDREN_LIST] == 0 || strlen (facts->name) > 64 || (shape != NULL && g_hash_table_contains (shape->children, facts->name)))
        continue;
      normalized = esp_words_normalize (facts->name, -1);
      if (!esp_words_is_child_member (normalized))
        continue;

      if (shape == NULL)
        shape = shape_new (ESP_SHAPE_TREE, facts->name);
      add_children (shape, facts->name, ESP_CHILDREN_LIST);
      shape->n += facts->n_held[ESP_CHILDREN_LIST];
    }

  return shape;
}

/* A tree that has a name of its own for each level: what lies in its lists is much like what these lie in. */
static void
add_children_by_likeness (Look         *self,
                          EspJsonShape *shape)
{
  for (guint id = 0; shape != NULL && id < self->names->len; id++)
    {
      const NameFacts *facts = get_name (self, id);

      if (facts->n_like[ESP_CHILDREN_LIST] == 0 || g_hash_table_contains (shape->children, facts->name))
        continue;
      add_children (shape, facts->name, ESP_CHILDREN_LIST);
      shape->n += facts->n_held[ESP_CHILDREN_LIST];
    }
}

static int
compare_shapes (gconstpointer a,
                gconstpointer b)
{
  const EspJsonShape *first = *(const EspJsonShape *const *) a, *second = *(const EspJsonShape *const *) b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return strcmp (first->path, second->path);
}

/* Lists of objects or of lists, and objects that hold nothing but objects */
static void
add_lists (Look *self)
{
  GPtrArray *shapes = self->outline->shapes;
  guint first = shapes->len;
  EspJsonShape *lines = self->n_roots > 1 ? shape_new (ESP_SHAPE_LIST, "") : NULL;
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path, value;

  if (lines != NULL)
    {
      lines->n = self->n_roots;
      g_ptr_array_add (lists, lines);
    }
  g_hash_table_iter_init (&iter, self->paths);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const PathFacts *facts = value;
      EspJsonShape *shape;

      if (facts->is_object ? facts->n_objects < 2 || facts->n_values > 0 || facts->n_lists > 0 : facts->n_objects == 0 && facts->n_lists < 2)
        continue;
      shape = shape_new (facts->n_objects > 0 ? ESP_SHAPE_LIST : ESP_SHAPE_GRID, path);
      shape->is_keyed = facts->is_object;
      shape->n = MAX (facts->n_objects, facts->n_lists);
      g_ptr_array_add (lists, shape);
    }
  g_ptr_array_sort (lists, compare_shapes);
  for (guint i = 0; i < lists->len; i++)
    if (shapes->len - first < MAX_LISTS)
      g_ptr_array_add (shapes, g_ptr_array_index (lists, i));
    else
      esp_json_shape_free (g_ptr_array_index (lists, i));
}

/* A file that has lists with nothing in them is an organization with nobody in it. */
static void
add_empty_list (Look *self)
{
  GHashTableIter iter;
  gpointer path, value;
  const char *first = NULL;

  g_hash_table_iter_init (&iter, self->paths);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const PathFacts *facts = value;

      if (!facts->is_object && facts->n_objects + facts->n_lists + facts->n_values == 0 && (first == NULL || strcmp (path, first) < 0))
        first = path;
    }
  if (first != NULL)
    g_ptr_array_add (self->outline->shapes, shape_new (ESP_SHAPE_LIST, first));
}

/*
 * esp_json_outline_new:
 * @tainted: the beginning of a JSON file
 *
 * Time: O(length). Memory: some hundred bytes for each bracket that is open and for each name.
 *
 * Returns: (transfer full): what it can be read as; the node paths of trees are not there yet (esp_json_tree_find_nodes())
 */
EspJsonOutline *
esp_json_outline_new (const char *tainted,
                      gsize       length)
{
  EspJsonOutline *outline = g_new0 (EspJsonOutline, 1);
  Look self = { .outline = outline };
  EspJsonShape *tree;

  outline->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) esp_json_shape_free);
  self.ids = g_hash_table_new (g_str_hash, g_str_equal);
  self.names = g_array_new (FALSE, TRUE, sizeof (NameFacts));
  self.frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  self.paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_array_set_clear_func (self.names, (GDestroyNotify) clear_name);
  g_array_set_clear_func (self.frames, (GDestroyNotify) clear_frame);

  look (&self, tainted, length);
  tree = find_tree (&self, TRUE);
  if (tree != NULL)
    tree = add_children_by_word (&self, tree);
  else
    tree = find_names (&self);
  if (tree != NULL)
    g_ptr_array_add (outline->shapes, tree);
  add_lists (&self);
  if (tree == NULL)
    {
      tree = find_tree (&self, FALSE);
      add_children_by_likeness (&self, tree);
      tree = add_children_by_word (&self, tree);
      if (tree != NULL)
        g_ptr_array_add (outline->shapes, tree);
    }
  if (outline->shapes->len == 0)
    add_empty_list (&self);

  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.paths);
  g_array_unref (self.names);
  g_array_unref (self.frames);

  return outline;
}
