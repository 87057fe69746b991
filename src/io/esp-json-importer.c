/* esp-json-importer.c — foreign JSON to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-json-importer"

#include "io/esp-json-importer.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"
#include "io/esp-json-records.h"
#include "io/esp-records.h"
#include "io/esp-table-guess.h"
#include "io/esp-table-words.h"

/* Our own documents begin with their format; what is written by hand has it somewhere else. */
#define FORMAT_BYTES 4096
#define OWN_FORMAT   "espalier-organization"

/* Returns: whether a file that begins so is JSON, and no table */
gboolean
esp_json_looks_like (const char *data,
                     gsize       length)
{
  gsize at = esp_json_skip_space (data, length, 0);

  return at < length && (data[at] == '{' || data[at] == '[');
}

/*
 * esp_json_is_document:
 * @is_document: (out): whether it is for the reader of our own documents: it is one, or nothing that anybody else could make sense of
 *
 * Reads the beginning of the file; the window of @source still begins with it.
 */
gboolean
esp_json_is_document (EspSource     *source,
                      gboolean      *is_document,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (EspJsonOutline) outline = NULL;
  gboolean is_last;
  gsize length;
  char *data = esp_source_get_data (source, &length, &is_last);

  *is_document = memmem (data, MIN (length, FORMAT_BYTES), "\"" OWN_FORMAT "\"", strlen (OWN_FORMAT) + 2) != NULL;
  if (*is_document)
    return TRUE;

  if (!esp_source_fill_sample (source, cancellable, error))
    return FALSE;
  data = esp_source_get_data (source, &length, &is_last);
  outline = esp_json_outline_new (data, length);
  *is_document = (outline->format != NULL && g_str_has_prefix (outline->format, "espalier")) || (!is_last && outline->has_positions) ||
                 (outline->shapes->len == 0 && data[esp_json_skip_space (data, length, 0)] == '{' && !outline->is_schema);

  return TRUE;
}

typedef struct
{
  EspTableSample *sample;
  EspIx           n_nodes;
  gboolean        has_depth; /* a node lies in another */
} Sampler;

static void
sample_column (const char *name,
               gpointer    user_data)
{
  Sampler *self = user_data;

  esp_table_sample_add_column (self->sample, name, strlen (name));
}

static void
sample_cells (Sampler             *self,
              const EspRecordCell *cells,
              guint                n_cells)
{
  if (!esp_table_sample_begin_row (self->sample))
    return;
  for (guint i = 0; i < n_cells; i++)
    esp_table_sample_set (self->sample, cells[i].column, cells[i].text,
                          cells[i].is_json ? esp_json_get_whole_length (cells[i].text, cells[i].length) : cells[i].length);
}

static gboolean
sample_record (guint32              line,
               const EspRecordCell *cells,
               guint                n_cells,
               gpointer             user_data,
               GError             **error)
{
  sample_cells (user_data, cells, n_cells);
  return TRUE;
}

static EspIx
sample_begin (guint32  line,
              EspIx    parent,
              gpointer user_data)
{
  Sampler *self = user_data;

  self->has_depth = self->has_depth || parent != ESP_IX_NONE;
  return self->n_nodes++;
}

static void
sample_end (EspIx                node,
            const EspRecordCell *cells,
            guint                n_cells,
            gpointer             user_data)
{
  sample_cells (user_data, cells, n_cells);
}

/* Whether the first row of a grid names its columns */
static gboolean
has_header (EspTableSample *sample)
{
  guint n_hints = 0;

  for (guint i = 0; i < sample->names->len && sample->n_rows > 1; i++)
    {
      const char *text = esp_strings_get (sample->strings, esp_table_sample_get (sample, 0, i));
      g_autofree char *normalized = text != NULL && strlen (text) < 64 ? esp_words_normalize (text, -1) : NULL;
      int rates[ESP_N_USES];

      n_hints += normalized != NULL && esp_words_rate_header (normalized, rates) >= ESP_WORDS_HINT;
    }

  return n_hints > 1;
}

/* The first row of a grid becomes the names of its columns. */
static void
take_header (EspTableSample *sample)
{
  for (guint i = 0; i < sample->names->len; i++)
    {
      GArray *cells = g_ptr_array_index (sample->columns, i);
      const char *text = esp_strings_get (sample->strings, esp_table_sample_get (sample, 0, i));

      g_free (sample->names->pdata[i]);
      sample->names->pdata[i] = g_strdup (text != NULL ? text : "");
      if (cells->len > 0)
        g_array_remove_index (cells, 0);
    }
  sample->n_rows--;
}

/* Reads the beginning of the file in one of the ways it can be read; that it ends in the middle is as it must be. */
static EspTableSample *
read_sample (EspJsonShape *shape,
             const char   *data,
             gsize         length,
             gboolean     *has_depth)
{
  static const EspRecordSink sink = { sample_column, sample_record, sample_begin, sample_end };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, length, "");
  g_autoptr (GError) error = NULL;
  Sampler self = { .sample = esp_table_sample_new () };

  self.sample->is_tree = shape->kind == ESP_SHAPE_TREE;
  self.sample->has_header = shape->kind != ESP_SHAPE_GRID;
  if (shape->kind == ESP_SHAPE_TREE)
    esp_json_tree_find_nodes (shape, data, length);
  if (esp_source_fill (source, 0, 0, NULL, NULL) && !esp_json_records_read (source, shape, &sink, &self, NULL, &error))
    g_debug ("%s", error->message);
  if (shape->kind == ESP_SHAPE_GRID && has_header (self.sample))
    {
      take_header (self.sample);
      self.sample->has_header = TRUE;
    }
  *has_depth = self.has_depth;

  return self.sample;
}

/* A file in which nothing is found may be one that is broken: then that is what is said. */
static gboolean
check_syntax (EspSource     *source,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (EspJsonWalker) walker = esp_json_walker_new (source);
  EspJsonEvent event;

  do
    if (!esp_json_walker_next (walker, &event, cancellable, error))
      return FALSE;
  while (event.kind != ESP_JSON_EVENT_END);

  return TRUE;
}

/* How much speaks for a way to read a file: a member that repeats, managers, words; a tree in which nothing lies in anything is a list. */
static int
rank (const EspJsonShape    *shape,
      const EspTableMapping *guess,
      gboolean               has_depth)
{
  if (shape->kind == ESP_SHAPE_TREE)
    return shape->is_certain ? 4 : has_depth ? 2 : 0;

  if (guess->columns[ESP_USE_MANAGER] == ESP_COLUMN_NONE && guess->columns[ESP_USE_REPORTS] == ESP_COLUMN_NONE)
    return 1;

  return guess->columns[ESP_USE_ID] != ESP_COLUMN_NONE || guess->columns[ESP_USE_LINK] != ESP_COLUMN_NONE ? 3 : 1;
}

/* Whether one list lies in what the other holds */
static gboolean
lies_in (const char *path,
         const char *other)
{
  gsize length = strlen (other);

  return strncmp (path, other, length) == 0 && (path[length] == '[' || path[length] == '.' || path[length] == '\0');
}

/* Takes the way that was chosen, with a note of lists beside it that nobody will read: “nodes” beside “edges”. */
static EspJsonShape *
steal_shape (EspJsonOutline *outline,
             guint           ix)
{
  EspJsonShape *shape = g_ptr_array_steal_index (outline->shapes, ix);
  g_autoptr (GString) unread = g_string_new (NULL);

  for (guint i = 0; i < outline->shapes->len && shape->kind == ESP_SHAPE_LIST; i++)
    {
      const EspJsonShape *other = g_ptr_array_index (outline->shapes, i);

      if (other->kind == ESP_SHAPE_LIST && !other->is_keyed && other->n > 1 && g_str_has_prefix (other->path, "$.") && strstr (other->path, "[]") == NULL &&
          !lies_in (other->path, shape->path) && !lies_in (shape->path, other->path))
        g_string_append_printf (unread, _("%s“%s”"), unread->len > 0 ? ", " : "", other->path + strlen ("$."));
    }
  if (unread->len > 0)
    shape->unread = g_string_free (g_steal_pointer (&unread), FALSE);

  return shape;
}

/*
 * esp_json_importer_take_sample:
 * @source: the bytes; the first block is read
 * @options: (nullable): what the user said
 * @shape: (out) (transfer full): how the file is read
 * @mapping: (out) (transfer full): what its members are
 *
 * Finds out how to read a file: a tree that repeats a member; else the list whose objects name each other; else a tree known by words; else the longest list.
 *
 * Time: O(bytes), of some megabytes. Errors: those of @source; %ESP_IO_ERROR_FORMAT if there is nothing to read in it.
 *
 * Returns: (transfer full): the sample; %NULL with @error set
 */
EspTableSample *
esp_json_importer_take_sample (EspSource               *source,
                               const EspImportOptions  *options,
                               EspJsonShape           **shape,
                               EspTableMapping        **mapping,
                               GCancellable            *cancellable,
                               GError                 **error)
{
  g_autoptr (EspJsonOutline) outline = NULL;
  g_autoptr (EspTableSample) best = NULL;
  g_autoptr (EspTableMapping) best_mapping = NULL;
  guint best_ix = 0;
  int best_rank = -1;
  gboolean is_last;
  gsize length;
  char *data;

  if (!esp_source_fill_sample (source, cancellable, error))
    return NULL;

  data = esp_source_get_data (source, &length, &is_last);
  outline = esp_json_outline_new (data, length);
  for (guint i = 0; i < outline->shapes->len && best_rank < 4 && !outline->is_schema; i++)
    {
      EspJsonShape *candidate = g_ptr_array_index (outline->shapes, i);
      gboolean has_depth;
      g_autoptr (EspTableSample) sample = read_sample (candidate, data, length, &has_depth);
      g_autoptr (EspTableMapping) guess = esp_table_guess (sample, options, esp_source_get_name (source), error);

      if (guess == NULL)
        return NULL;
      if (rank (candidate, guess, has_depth) <= best_rank)
        continue;
      best_rank = rank (candidate, guess, has_depth);
      best_ix = i;
      g_clear_pointer (&best, esp_table_sample_free);
      g_clear_pointer (&best_mapping, esp_table_mapping_free);
      best = g_steal_pointer (&sample);
      best_mapping = g_steal_pointer (&guess);
    }
  if (best == NULL)
    {
      if (check_syntax (source, cancellable, error))
        g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_FORMAT, "%s:1: %s", esp_source_get_name (source),
                     outline->is_schema ? _("this describes files, and has no organization itself")
                                        : _("this is neither an organization of Espalier nor a list or a tree of positions"));
      return NULL;
    }

  *shape = steal_shape (outline, best_ix);
  *mapping = g_steal_pointer (&best_mapping);
  return g_steal_pointer (&best);
}

typedef struct
{
  EspRecords *records;
  gboolean    is_grid;
  gboolean    has_header; /* a row that names the columns is still to come */
} Importer;

static void
add_column (const char *name,
            gpointer    user_data)
{
  Importer *self = user_data;

  if (!self->is_grid)
    esp_records_add_column (self->records, name, strlen (name));
}

static gboolean
take_record (guint32              line,
             const EspRecordCell *cells,
             guint                n_cells,
             gpointer             user_data,
             GError             **error)
{
  Importer *self = user_data;

  for (guint i = 0; i < n_cells && self->is_grid; i++)
    while (cells[i].column >= esp_records_get_names (self->records)->len)
      {
        gboolean is_named = self->has_header && cells[i].column == esp_records_get_names (self->records)->len;

        esp_records_add_column (self->records, cells[i].text, is_named ? cells[i].length : 0);
      }
  if (self->has_header)
    {
      self->has_header = FALSE;
      return TRUE;
    }

  return esp_records_take (self->records, line, cells, n_cells, error);
}

static EspIx
begin_node (guint32  line,
            EspIx    parent,
            gpointer user_data)
{
  Importer *self = user_data;

  return esp_records_begin_node (self->records, line, parent);
}

static void
end_node (EspIx                node,
          const EspRecordCell *cells,
          guint                n_cells,
          gpointer             user_data)
{
  Importer *self = user_data;

  esp_records_end_node (self->records, node, cells, n_cells);
}

/* What lies in a tree beside the member that repeats */
static void
say_further_children (EspRecords         *records,
                      const EspJsonShape *shape)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name;

  if (shape->kind != ESP_SHAPE_TREE || !shape->is_certain || g_hash_table_size (shape->children) < 2)
    return;

  g_hash_table_iter_init (&iter, shape->children);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (strcmp (name, shape->path) != 0)
      g_string_append_printf (names, _("%s“%s”"), names->len > 0 ? ", " : "", (const char *) name);
  esp_records_note (records, ESP_SEVERITY_NOTE, 0,
                    g_strdup_printf (_("The tree is made by “%s”. What lies in %s is shown as positions below that in which it lies, so there are more of "
                                       "them, and more levels, than that member alone has."),
                                     shape->path, names->str), NULL);
}

/*
 * esp_io_read_json:
 * @source: the bytes; the first block is read
 * @options: (nullable): what the user said
 * @organization: being loaded
 * @report: filled but for what the file system knows
 *
 * Reads a list or a tree of positions in JSON that is not our own.
 *
 * Time: O(bytes), and that of guessing. Memory: some megabytes, what lies on the way from the root, the largest record, and what @organization keeps.
 * Errors: #EspIoError, those of the stream, and %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE with @error set; @organization is then good for nothing
 */
gboolean
esp_io_read_json (EspSource               *source,
                  const EspImportOptions  *options,
                  EspOrganization         *organization,
                  EspLoadReport           *report,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  static const EspRecordSink sink = { add_column, take_record, begin_node, end_node };
  g_autoptr (EspTableMapping) mapping = NULL;
  g_autoptr (EspJsonShape) shape = NULL;
  g_autoptr (EspTableSample) sample = esp_json_importer_take_sample (source, options, &shape, &mapping, cancellable, error);
  g_autoptr (EspRecords) records = NULL;
  Importer self = { NULL };

  if (sample == NULL)
    return FALSE;
  if (options != NULL && options->mapping != NULL)
    {
      g_clear_pointer (&mapping, esp_table_mapping_free);
      mapping = esp_table_mapping_copy (options->mapping);
    }

  records = esp_records_new (organization, report, mapping, shape->kind == ESP_SHAPE_TREE ? ESP_RECORDS_TREE : ESP_RECORDS_LIST);
  self.records = records;
  self.is_grid = shape->kind == ESP_SHAPE_GRID;
  self.has_header = self.is_grid && sample->has_header;
  g_clear_pointer (&sample, esp_table_sample_free);
  if (!esp_json_records_read (source, shape, &sink, &self, cancellable, options != NULL && options->is_sample ? NULL : error) &&
      (options == NULL || !options->is_sample))
    return FALSE;

  if (shape->kind != ESP_SHAPE_TREE && report->n_rows > 1 && mapping->columns[ESP_USE_MANAGER] == ESP_COLUMN_NONE &&
      mapping->columns[ESP_USE_REPORTS] == ESP_COLUMN_NONE)
    esp_records_note (records, ESP_SEVERITY_NOTE, 0, g_strdup (_("No member says who reports to whom; every entry is a top.")),
                      g_strdup (_("Choose the member (--manager=COLUMN).")));
  say_further_children (records, shape);
  if (shape->unread != NULL)
    esp_records_note (records, ESP_SEVERITY_NOTE, 0,
                      g_strdup_printf (_("The positions are those in “%s”. The file has further lists, which were not read: %s."),
                                       g_str_has_prefix (shape->path, "$.") ? shape->path + strlen ("$.") : shape->path, shape->unread), NULL);
  esp_records_end (records);
  report->are_units = mapping->are_units;

  return TRUE;
}
