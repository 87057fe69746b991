/* svg-reader.c — reads back what a picture says and where its boxes stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "svg-reader.h"

#include <string.h>

typedef struct
{
  SvgFile   *file;
  GString   *text;
  GString   *title;
  char      *style;
  GPtrArray *used; /* ids */
  guint      defs;
  gboolean   in_text;
  gboolean   in_title;
} Reader;

static void
words_free (gpointer data)
{
  SvgWords *words = data;

  g_free (words->style);
  g_free (words->text);
  g_free (words->whole);
  g_free (words);
}

static const char *
get (const char **names,
     const char **values,
     const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], name) == 0)
        return values[i];
    }
  return "";
}

static void
read_shape (Reader      *reader,
            const char  *element,
            const char **names,
            const char **values)
{
  const char *path = get (names, values, "d");

  if (reader->defs > 0)
    return;
  if (strcmp (element, "rect") == 0 && *get (names, values, "rx") != '\0')
    g_hash_table_add (reader->file->boxes, g_strdup_printf ("%s %s %s %s", get (names, values, "x"), get (names, values, "y"),
                                                            get (names, values, "width"), get (names, values, "height")));
  else if (strcmp (element, "path") == 0 && *path == 'M' && path[strlen (path) - 1] == 'z')
    g_hash_table_add (reader->file->boxes, g_strndup (path + 1, strcspn (path, "v") - 1));
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Reader *reader = user_data;
  const char *id = get (names, values, "id");

  if (*id != '\0')
    g_assert_true (g_hash_table_add (reader->file->ids, g_strdup (id)));
  if (strcmp (element, "defs") == 0)
    reader->defs++;
  else if (strcmp (element, "use") == 0)
    {
      g_ptr_array_add (reader->used, g_strdup (get (names, values, "href") + 1));
      reader->file->n_uses++;
    }
  else if (strcmp (element, "text") == 0)
    {
      reader->in_text = TRUE;
      reader->style = g_strdup (get (names, values, "class"));
    }
  else if (strcmp (element, "title") == 0)
    reader->in_title = TRUE;
  read_shape (reader, element, names, values);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              user_data,
             GError              **error)
{
  Reader *reader = user_data;
  SvgWords *words;

  if (strcmp (element, "defs") == 0)
    reader->defs--;
  if (strcmp (element, "title") == 0)
    reader->in_title = FALSE;
  if (strcmp (element, "text") != 0)
    return;

  words = g_new0 (SvgWords, 1);
  words->style = g_steal_pointer (&reader->style);
  words->text = g_strdup (reader->text->str);
  words->whole = g_strdup (reader->title->len > 0 ? reader->title->str : reader->text->str);
  g_ptr_array_add (reader->file->words, words);
  g_string_truncate (reader->text, 0);
  g_string_truncate (reader->title, 0);
  reader->in_text = FALSE;
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              user_data,
           GError              **error)
{
  Reader *reader = user_data;

  if (reader->in_text)
    g_string_append_len (reader->in_title ? reader->title : reader->text, text, (gssize) length);
}

SvgFile *
svg_file_read (GBytes  *bytes,
               GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  SvgFile *self = g_new0 (SvgFile, 1);
  Reader reader = { .file = self, .text = g_string_new (NULL), .title = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean is_read;

  self->words = g_ptr_array_new_with_free_func (words_free);
  self->boxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.used = g_ptr_array_new_with_free_func (g_free);
  is_read = g_markup_parse_context_parse (context, data, (gssize) length, error) && g_markup_parse_context_end_parse (context, error);
  for (guint i = 0; i < reader.used->len; i++)
    self->n_missing_ids += !g_hash_table_contains (self->ids, g_ptr_array_index (reader.used, i));
  g_ptr_array_unref (reader.used);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.title, TRUE);
  g_free (reader.style);
  if (!is_read)
    g_clear_pointer (&self, svg_file_free);
  return self;
}

void
svg_file_free (SvgFile *self)
{
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->boxes);
  g_hash_table_unref (self->ids);
  g_free (self);
}

gboolean
svg_file_has_box (SvgFile *self,
                  double   x,
                  double   y,
                  double   width,
                  double   height)
{
  g_autofree char *key = g_strdup_printf ("%.10g %.10g %.10g %.10g", x, y, width, height);

  return g_hash_table_contains (self->boxes, key);
}

gboolean
svg_file_starts (SvgFile *self,
                 double   x,
                 double   y)
{
  g_autofree char *key = g_strdup_printf ("%.10g%s%.10g", x, y < 0 ? "" : " ", y);

  return g_hash_table_contains (self->boxes, key);
}
