/* esp-json-records.c — foreign JSON to records: the objects of a list, the nodes of a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-json-records"

#include "io/esp-json-records.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"
#include "io/esp-table-words.h"

/*
 * The values of a node lie before, between and behind its children, and are needed together. So they go onto a stack: what a child put there is gone when it
 * ends, and at its own end a node finds its values at the top. In memory is what lies on the way from the root to where the reader is.
 */

/* Members of members, down to which they are values of a record: { "relationships": { "manager": { "data": { "id": … } } } } */
#define N_LEVELS 6

/* Names that are longer are none that people gave. */
#define MAX_NAME 256

/* An object with more members has them by what they are about, not by names that records have in common: it is one value. */
#define MAX_MEMBERS 128

typedef enum
{
  PLACE_OUTSIDE, /* around the positions */
  PLACE_LIST,    /* what holds the records of a list */
  PLACE_NODE,
  PLACE_CHILDREN,
} Place;

/* A container that is open */
typedef struct
{
  Place    place;
  EspIx    node;    /* of which it is, or in which it lies */
  guint32  n_cells; /* of the stack, below this node’s */
  gsize    n_texts;
  char    *path;    /* (nullable): outside */
} Frame;

/* A value on the stack; its text lies in @texts. */
typedef struct
{
  gsize    start;
  guint32  length;
  guint32  column;
  gboolean is_json;
  gboolean is_key;
} Value;

typedef struct
{
  const EspJsonShape  *shape;
  const EspRecordSink *sink;
  gpointer             user_data;
  EspJsonWalker       *walker;
  GCancellable        *cancellable;
  const char          *file;

  GArray              *frames; /* of Frame */
  GArray              *values; /* of Value */
  GString             *texts;
  GArray              *cells;  /* of EspRecordCell: of the record that is told */
  GHashTable          *columns; /* name to column + 1 */
  GString             *name;   /* of a member of a member */
  guint32              n_rows;
  gboolean             too_many;
} Reader;

static void
clear_frame (Frame *frame)
{
  g_free (frame->path);
}

static guint
find_column (Reader     *self,
             const char *name)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, name));

  if (column > 0)
    return column - 1;

  column = g_hash_table_size (self->columns);
  if (column == ESP_IO_MAX_COLUMNS)
    {
      self->too_many = TRUE;
      return 0;
    }
  g_hash_table_insert (self->columns, g_strdup (name), GUINT_TO_POINTER (column + 1));
  self->sink->add_column (name, self->user_data);

  return column;
}

/* Puts a value onto the stack. */
static void
push (Reader      *self,
      const char  *name,
      EspJsonKind  kind,
      const char  *raw,
      gsize        length)
{
  Value value = { .start = self->texts->len, .column = find_column (self, name), .is_json = kind != ESP_JSON_STRING };

  if (kind == ESP_JSON_STRING)
    esp_json_append_unescaped (self->texts, raw, length);
  else if (kind != ESP_JSON_NULL)
    g_string_append_len (self->texts, raw, length);
  value.length = self->texts->len - value.start;
  g_array_append_val (self->values, value);
}

/* Puts the key under which an object lies onto the stack. */
static void
push_key (Reader     *self,
          const char *key)
{
  Value value = { .start = self->texts->len, .length = strlen (key), .column = find_column (self, "key"), .is_key = TRUE };

  g_string_append_len (self->texts, key, value.length);
  g_array_append_val (self->values, value);
}

/* Puts the name of somebody who has nothing else onto the stack. */
static void
push_name (Reader     *self,
           const char *name)
{
  Value value = { .start = self->texts->len, .length = strlen (name), .column = find_column (self, "name") };

  g_string_append_len (self->texts, name, value.length);
  g_array_append_val (self->values, value);
}

/* A name that is the key of an object is told only if no value says the same. */
static gboolean
is_told_again (Reader  *self,
               guint32  first)
{
  const Value *key = &g_array_index (self->values, Value, first);

  for (guint32 i = first + 1; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->length == key->length && memcmp (self->texts->str + value->start, self->texts->str + key->start, key->length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The values of the stack from @first on as cells */
static const EspRecordCell *
make_cells (Reader  *self,
            guint32  first,
            guint   *n)
{
  g_array_set_size (self->cells, 0);
  if (first < self->values->len && g_array_index (self->values, Value, first).is_key && is_told_again (self, first))
    first++;
  for (guint32 i = first; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);
      EspRecordCell cell = { self->texts->str + value->start, value->length, value->column, value->is_json };

      g_array_append_val (self->cells, cell);
    }
  *n = self->cells->len;

  return (const EspRecordCell *) (gpointer) self->cells->data;
}

static void
drop (Reader  *self,
      guint32  n_values,
      gsize    n_texts)
{
  g_array_set_size (self->values, n_values);
  g_string_truncate (self->texts, n_texts);
}

/* What an object in a list is called by: the value whose name says so most, or the first. Returns: its name; 0 if there is none */
static guint32
find_name (const char         *text,
           const EspJsonToken *tokens,
           guint32             object)
{
  guint32 best = 0;
  int best_rate = G_MININT;

  for (guint32 name = object + 1; name < tokens[object].next; name = tokens[name + 1].next)
    {
      g_autofree char *member = g_strndup (text + tokens[name].start, tokens[name].end - tokens[name].start);
      g_autofree char *normalized = esp_words_normalize (member, -1);
      int rates[ESP_N_USES];

      if (tokens[name + 1].kind != ESP_JSON_STRING && tokens[name + 1].kind != ESP_JSON_NUMBER)
        continue;
      esp_words_rate_header (normalized, rates);
      if (rates[ESP_USE_ID] <= best_rate)
        continue;
      best = name;
      best_rate = rates[ESP_USE_ID];
    }

  return best;
}

/* Managers in a list of objects are called by one value of each, as a list of its own: “managers.id”. */
static void
push_managers (Reader             *self,
               const char         *text,
               const EspJsonToken *tokens,
               guint32             list)
{
  gsize prefix = self->name->len;
  g_autofree char *normalized = NULL;
  g_autoptr (GString) names = NULL;
  int rates[ESP_N_USES];

  if (list + 1 >= tokens[list].next || tokens[list + 1].kind != ESP_JSON_OBJECT || prefix > MAX_NAME)
    return;
  normalized = esp_words_normalize (self->name->str, -1);
  esp_words_rate_header (normalized, rates);
  if (rates[ESP_USE_MANAGER] < ESP_WORDS_SURE)
    return;

  names = g_string_new (NULL);
  for (guint32 object = list + 1; object < tokens[list].next; object = tokens[object].next)
    {
      guint32 name = tokens[object].kind == ESP_JSON_OBJECT ? find_name (text, tokens, object) : 0;

      if (name == 0)
        return;
      if (names->len == 0)
        {
          g_string_append_c (self->name, '.');
          esp_json_append_unescaped (self->name, text + tokens[name].start, tokens[name].end - tokens[name].start);
        }
      g_string_append (names, names->len == 0 ? "[" : ", ");
      g_string_append_len (names, text + tokens[name + 1].start, tokens[name + 1].end - tokens[name + 1].start);
    }
  g_string_append_c (names, ']');
  push (self, self->name->str, ESP_JSON_ARRAY, names->str, names->len);
  g_string_truncate (self->name, prefix);
}

static guint
count_members (const EspJsonToken *tokens,
               guint32             object)
{
  guint n = 0;

  for (guint32 name = object + 1; name < tokens[object].next; name = tokens[name + 1].next)
    n++;

  return n;
}

/* Puts the members of an object onto the stack; those of objects in it are called “a.b”. Nests N_LEVELS deep at most. */
static void
push_members (Reader             *self,
              const char         *text,
              const EspJsonToken *tokens,
              guint32             object,
              guint               level)
{
  gsize prefix = self->name->len;

  for (guint32 name = object + 1; name < tokens[object].next; name = tokens[name + 1].next)
    {
      const EspJsonToken *value = &tokens[name + 1];

      if (prefix > 0)
        g_string_append_c (self->name, '.');
      esp_json_append_unescaped (self->name, text + tokens[name].start, tokens[name].end - tokens[name].start);
      if (value->kind == ESP_JSON_ARRAY)
        push_managers (self, text, tokens, name + 1);
      if (value->kind == ESP_JSON_OBJECT && level < N_LEVELS && count_members (tokens, name + 1) <= MAX_MEMBERS)
        push_members (self, text, tokens, name + 1, level + 1);
      else
        push (self, self->name->str, value->kind, text + value->start, value->end - value->start);
      g_string_truncate (self->name, prefix);
    }
}

/* Puts the container that was just begun onto the stack, as values called @name. */
static gboolean
push_container (Reader      *self,
                const char  *name,
                GError     **error)
{
  EspJsonScanner *scanner;
  const char *text;

  g_string_assign (self->name, name);
  if (!esp_json_walker_take (self->walker, N_LEVELS, &text, &scanner, self->cancellable, error))
    return FALSE;

  if (scanner->tokens[0].kind == ESP_JSON_OBJECT)
    push_members (self, text, scanner->tokens, 0, 1);
  else
    push (self, self->name->str, scanner->tokens[0].kind, text + scanner->tokens[0].start, scanner->tokens[0].end - scanner->tokens[0].start);
  g_string_truncate (self->name, 0);

  return TRUE;
}

/* The values of a row are called by their places. */
static gboolean
push_row (Reader  *self,
          GError **error)
{
  EspJsonScanner *scanner;
  const char *text;
  guint column = 0;

  if (!esp_json_walker_take (self->walker, 1, &text, &scanner, self->cancellable, error))
    return FALSE;

  for (guint32 i = 1; i < scanner->n_tokens; i = scanner->tokens[i].next)
    {
      const EspJsonToken *token = &scanner->tokens[i];

      g_string_printf (self->name, "column %u", ++column);
      push (self, self->name->str, token->kind, text + token->start, token->end - token->start);
    }
  g_string_truncate (self->name, 0);

  return TRUE;
}

static Frame *
get_top (Reader *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

static void
open_frame (Reader *self,
            Place   place,
            EspIx   node,
            char   *path)
{
  Frame frame = { place, node, self->values->len, self->texts->len, path };

  g_array_append_val (self->frames, frame);
}

/* Begins a node in what holds it; @key is its name if that is an object. */
static void
begin_node (Reader     *self,
            EspIx       parent,
            const char *key)
{
  EspIx node = self->sink->begin_node (esp_json_walker_get_line (self->walker), parent, self->user_data);

  open_frame (self, PLACE_NODE, node, NULL);
  if (key != NULL && self->shape->is_names)
    push_name (self, key);
  else if (key != NULL)
    push_key (self, key);
  esp_json_walker_set_rows (self->walker, ++self->n_rows);
}

static void
end_node (Reader *self)
{
  Frame *frame = get_top (self);
  guint n;
  const EspRecordCell *cells = make_cells (self, frame->n_cells, &n);

  self->sink->end_node (frame->node, cells, n, self->user_data);
  drop (self, frame->n_cells, frame->n_texts);
}

/* Hands the cells over as a record that begins in @line. */
static gboolean
hand_over (Reader   *self,
           guint32   line,
           GError  **error)
{
  guint n;
  const EspRecordCell *cells = make_cells (self, 0, &n);
  gboolean is_taken = self->sink->take (line, cells, n, self->user_data, error);

  drop (self, 0, 0);
  esp_json_walker_set_rows (self->walker, ++self->n_rows);
  if (!is_taken)
    g_prefix_error (error, "%s:%u: ", self->file, line);

  return is_taken;
}

/* A record of a list, which was just begun */
static gboolean
take_record (Reader              *self,
             const EspJsonEvent  *event,
             GError             **error)
{
  guint32 line = esp_json_walker_get_line (self->walker);

  if (self->shape->is_keyed && event->name != NULL)
    push_key (self, event->name);
  if (!(self->shape->kind == ESP_SHAPE_GRID && event->value == ESP_JSON_ARRAY ? push_row (self, error) : push_container (self, "", error)))
    return FALSE;

  return hand_over (self, line, error);
}

/* A record that is neither an object nor a list: it has one value */
static gboolean
take_plain_record (Reader              *self,
                   const EspJsonEvent  *event,
                   GError             **error)
{
  if (self->shape->is_keyed && event->name != NULL)
    push_key (self, event->name);
  push (self, "name", event->value, event->raw, event->raw_length);

  return hand_over (self, esp_json_walker_get_line (self->walker), error);
}

static EspChildren
find_children (Reader     *self,
               const char *name)
{
  if (self->shape->kind != ESP_SHAPE_TREE || name == NULL)
    return 0;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->shape->children, name));
}

/* What a member that holds children begins: a list or a map of them, or the one child */
static void
begin_children (Reader             *self,
                const EspJsonEvent *event,
                EspIx               parent,
                EspChildren         children)
{
  if (event->value == ESP_JSON_OBJECT && children != ESP_CHILDREN_MAP)
    begin_node (self, parent, NULL);
  else
    open_frame (self, PLACE_CHILDREN, parent, NULL);
}

static char *
make_path (Reader             *self,
           const EspJsonEvent *event)
{
  Frame *top = get_top (self);

  if (top == NULL)
    return g_strdup ("$");
  if (top->path == NULL)
    return NULL;

  return event->name != NULL ? esp_json_path_member (top->path, event->name) : esp_json_path_element (top->path);
}

/* Something begins where no positions are yet. */
static void
begin_outside (Reader             *self,
               const EspJsonEvent *event)
{
  EspChildren children = find_children (self, event->name);
  g_autofree char *path = NULL;

  if (children != 0)
    {
      begin_children (self, event, ESP_IX_NONE, children);
      return;
    }
  path = make_path (self, event);
  if (path != NULL && self->shape->kind == ESP_SHAPE_TREE && event->value == ESP_JSON_OBJECT && g_hash_table_contains (self->shape->node_paths, path))
    begin_node (self, ESP_IX_NONE, NULL);
  else if (path != NULL && self->shape->kind != ESP_SHAPE_TREE && strcmp (path, self->shape->path) == 0)
    open_frame (self, PLACE_LIST, ESP_IX_NONE, NULL);
  else
    /* deeper than paths are looked for there is no need of them */
    open_frame (self, PLACE_OUTSIDE, ESP_IX_NONE, self->frames->len < 32 ? g_steal_pointer (&path) : NULL);
}

static gboolean
begin (Reader              *self,
       const EspJsonEvent  *event,
       GError             **error)
{
  Frame *top = get_top (self);
  EspChildren children;

  if (top == NULL && self->shape->kind == ESP_SHAPE_LIST && *self->shape->path == '\0')
    return take_record (self, event, error);
  if (self->shape->is_names)
    {
      if (top == NULL)
        open_frame (self, PLACE_CHILDREN, ESP_IX_NONE, NULL);
      else
        begin_node (self, top->node, event->name);
      return TRUE;
    }
  if (top == NULL || top->place == PLACE_OUTSIDE)
    {
      begin_outside (self, event);
      return TRUE;
    }
  if (top->place == PLACE_LIST)
    return take_record (self, event, error);

  if (top->place == PLACE_CHILDREN)
    {
      if (event->value == ESP_JSON_OBJECT)
        begin_node (self, top->node, event->name);
      else
        open_frame (self, PLACE_CHILDREN, top->node, NULL);
      return TRUE;
    }

  children = find_children (self, event->name);
  if (children == 0)
    return push_container (self, event->name, error);
  begin_children (self, event, top->node, children);

  return TRUE;
}

static gboolean
take_value (Reader              *self,
            const EspJsonEvent  *event,
            GError             **error)
{
  Frame *top = get_top (self);

  if (top == NULL || top->place == PLACE_OUTSIDE)
    return TRUE;
  if (top->place == PLACE_LIST)
    return event->value == ESP_JSON_NULL ? TRUE : take_plain_record (self, event, error);
  if (top->place == PLACE_NODE && !self->shape->is_names)
    {
      if (find_children (self, event->name) == 0 || event->value != ESP_JSON_NULL)
        push (self, event->name, event->value, event->raw, event->raw_length);
      return TRUE;
    }
  if (event->value == ESP_JSON_NULL && (!self->shape->is_names || event->name == NULL))
    return TRUE;

  /* a child that is but a name */
  begin_node (self, top->node, event->name);
  if (event->value != ESP_JSON_NULL)
    push (self, event->name != NULL ? "value" : "name", event->value, event->raw, event->raw_length);
  end_node (self);
  g_array_set_size (self->frames, self->frames->len - 1);

  return TRUE;
}

static gboolean
take_event (Reader              *self,
            const EspJsonEvent  *event,
            GError             **error)
{
  switch (event->kind)
    {
    case ESP_JSON_EVENT_BEGIN:
      if (!begin (self, event, error))
        return FALSE;
      break;
    case ESP_JSON_EVENT_VALUE:
      if (!take_value (self, event, error))
        return FALSE;
      break;
    case ESP_JSON_EVENT_CLOSE:
      if (get_top (self)->place == PLACE_NODE)
        end_node (self);
      g_array_set_size (self->frames, self->frames->len - 1);
      break;
    case ESP_JSON_EVENT_END:
    default:
      break;
    }
  if (self->too_many)
    {
      g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_LIMIT, _("%s:%u: more than 4,096 different members"), self->file, esp_json_walker_get_line (self->walker));
      return FALSE;
    }
  if (self->n_rows > ESP_IO_MAX_ROWS)
    {
      g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_LIMIT, _("%s:%u: more than 16,000,000 positions"), self->file, esp_json_walker_get_line (self->walker));
      return FALSE;
    }

  return TRUE;
}

/*
 * esp_json_records_read:
 * @source: the bytes, from the beginning
 * @shape: how to read them
 *
 * Tells the records of a file to @sink, in the order of the file; columns are told when their first value is met, and have the numbers 0, 1, 2 …
 *
 * Time: O(bytes). Memory: what lies on the way from the root, and the largest record. Errors: #EspIoError, those of @source and @sink.
 */
gboolean
esp_json_records_read (EspSource            *source,
                       const EspJsonShape   *shape,
                       const EspRecordSink  *sink,
                       gpointer              user_data,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (EspJsonWalker) walker = esp_json_walker_new (source);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { .shape = shape, .sink = sink, .user_data = user_data, .walker = walker, .cancellable = cancellable, .columns = columns,
                  .file = esp_source_get_name (source) };
  EspJsonEvent event = { .kind = ESP_JSON_EVENT_BEGIN };
  gboolean is_read = TRUE;

  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self.values = g_array_new (FALSE, FALSE, sizeof (Value));
  self.cells = g_array_new (FALSE, FALSE, sizeof (EspRecordCell));
  self.texts = g_string_new (NULL);
  self.name = g_string_new (NULL);
  g_array_set_clear_func (self.frames, (GDestroyNotify) clear_frame);

  while (is_read && event.kind != ESP_JSON_EVENT_END)
    is_read = esp_json_walker_next (walker, &event, cancellable, error) && take_event (&self, &event, error);

  g_array_unref (self.frames);
  g_array_unref (self.values);
  g_array_unref (self.cells);
  g_string_free (self.texts, TRUE);
  g_string_free (self.name, TRUE);

  return is_read;
}
