/* esp-source.c — the bytes of a file, seen through a window that moves forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-source"

#include "io/esp-source.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"

/*
 * EspSource:
 *
 * A stream is read in blocks into one buffer. The reader looks at what is there, and when that is not enough it says from where on it still needs it
 * (esp_source_fill()): what lies before is forgotten, the rest moves to the front, a further block comes behind it. So a file of any length needs the
 * memory of one block and of its largest element, and a file that is cut while it is read is a short file, not a crash as with a mapping.
 *
 * Gzip is known by its first bytes. Several members behind each other, as parallel compressors write them, are one content.
 */
struct _EspSource
{
  char             *name;
  GInputStream     *stream;
  goffset           size;   /* of the file, -1: not known */
  guint64           n_read; /* of the file */
  gsize             block;  /* what is read of the file at a time: less for a small one */

  GConverter       *inflater; /* (nullable): of a compressed file */
  guint8           *packed;   /* what is read and not yet inflated */
  gsize             packed_at;
  gsize             packed_end;
  gboolean          is_inflated; /* the last member has ended */

  EspEncoding       encoding;
  guint8           *coded;       /* of a file in UTF-16: read and not yet decoded */
  gsize             coded_end;

  char             *data; /* the window */
  gsize             length;
  gsize             n_allocated;
  gboolean          is_started;
  gboolean          has_mark; /* began with a mark of its encoding, which is not content */
  gboolean          is_last; /* nothing comes behind the window */
  guint64           n_content;

  gsize             counted;   /* offset up to which line breaks are counted */
  guint32           line;      /* of that offset, from 1 */
  guint32           n_columns; /* characters of the window's first line that lie before the window */

  EspIoProgressFunc progress;
  gpointer          progress_data;
};

EspSource *
esp_source_new (GInputStream *stream,
                goffset       size,
                const char   *name)
{
  EspSource *self = g_new0 (EspSource, 1);

  self->stream = g_object_ref (stream);
  self->size = size;
  self->block = size > 0 && size < ESP_IO_BLOCK ? (gsize) size + 1 : ESP_IO_BLOCK; /* one more, so that the end is met */
  self->name = g_strdup (name);
  self->line = 1;

  return self;
}

void
esp_source_free (EspSource *self)
{
  g_clear_object (&self->inflater);
  g_clear_object (&self->stream);
  g_free (self->packed);
  g_free (self->coded);
  g_free (self->data);
  g_free (self->name);
  g_free (self);
}

void
esp_source_set_progress (EspSource         *self,
                         EspIoProgressFunc  progress,
                         gpointer           user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

/* Returns: whether the content is more than its text in UTF-8: it began with a mark, or is in another encoding; the window has the text alone */
gboolean
esp_source_has_mark (EspSource *self)
{
  return self->has_mark || self->encoding != ESP_ENCODING_UTF8;
}

/* Returns: what the window was decoded from: UTF-8 or UTF-16 */
EspEncoding
esp_source_get_encoding (EspSource *self)
{
  return self->encoding;
}

const char *
esp_source_get_name (EspSource *self)
{
  return self->name;
}

gboolean
esp_source_is_compressed (EspSource *self)
{
  return self->inflater != NULL;
}

/*
 * esp_source_get_data:
 * @length: (out): how many bytes the window has
 * @is_last: (out): whether the file ends with the window
 *
 * Returns: (transfer none): the window; the caller may write into it; valid until esp_source_fill()
 */
char *
esp_source_get_data (EspSource *self,
                     gsize     *length,
                     gboolean  *is_last)
{
  *length = self->length;
  *is_last = self->is_last;

  return self->data;
}

static gssize
read_file (EspSource     *self,
           void          *buffer,
           gsize          size,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize n = 0;

  if (!g_input_stream_read_all (self->stream, buffer, size, &n, cancellable, error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return -1;
    }

  self->n_read += n;
  return n;
}

static gboolean
refill_packed (EspSource     *self,
               GCancellable  *cancellable,
               GError       **error)
{
  gssize n;

  memmove (self->packed, self->packed + self->packed_at, self->packed_end - self->packed_at);
  self->packed_end -= self->packed_at;
  self->packed_at = 0;
  n = read_file (self, self->packed + self->packed_end, self->block - self->packed_end, cancellable, error);
  if (n < 0)
    return FALSE;

  self->packed_end += n;
  return TRUE;
}

static gboolean
has_gzip_magic (const guint8 *data,
                gsize         length)
{
  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* What comes after a member: a further one, padding with zeros as tapes have it, or nothing. */
static gboolean
end_member (EspSource     *self,
            GCancellable  *cancellable,
            GError       **error)
{
  if (!refill_packed (self, cancellable, error))
    return FALSE;

  if (has_gzip_magic (self->packed, self->packed_end))
    {
      g_converter_reset (self->inflater);
      return TRUE;
    }

  if (self->packed_end > 0 && self->packed[0] != 0)
    {
      g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_SYNTAX, _("%s:%u: something else follows the compressed data"), self->name, self->line);
      return FALSE;
    }

  self->is_inflated = TRUE;
  return TRUE;
}

/* Inflates up to @size bytes; fewer only at the end. */
static gssize
read_inflated (EspSource     *self,
               char          *buffer,
               gsize          size,
               GCancellable  *cancellable,
               GError       **error)
{
  gsize n_total = 0;

  while (n_total < size && !self->is_inflated)
    {
      g_autoptr (GError) broken = NULL;
      gsize n_in = 0, n_out = 0;
      GConverterFlags flags;
      GConverterResult result;

      if (!refill_packed (self, cancellable, error))
        return -1;

      flags = self->packed_end < self->block ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
      result = g_converter_convert (self->inflater, self->packed, self->packed_end, buffer + n_total, size - n_total, flags, &n_in, &n_out, &broken);
      if (result == G_CONVERTER_ERROR)
        {
          g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_SYNTAX, _("%s:%u: the compressed data is damaged or ends early"), self->name, self->line);
          return -1;
        }

      self->packed_at += n_in;
      n_total += n_out;
      if (result == G_CONVERTER_FINISHED && !end_member (self, cancellable, error))
        return -1;
    }

  return n_total;
}

static gboolean
start (EspSource     *self,
       GCancellable  *cancellable,
       GError       **error)
{
  self->is_started = TRUE;
  self->packed = g_malloc (self->block);
  if (!refill_packed (self, cancellable, error))
    return FALSE;

  if (has_gzip_magic (self->packed, self->packed_end))
    {
      self->inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      return TRUE;
    }

  self->length = self->packed_end;
  self->is_last = self->packed_end < self->block;
  self->n_content = self->packed_end;
  self->n_allocated = self->block;
  self->data = (char *) g_steal_pointer (&self->packed);

  return TRUE;
}

static guint32
count_characters (const char *text,
                  gsize       length)
{
  guint32 n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guint8) text[i] & 0xc0) != 0x80;

  return n;
}

/* Column of @offset, from 1; the line break before it is sought in the window, and is otherwise where the window's first line began. */
static guint32
get_column (EspSource *self,
            gsize      offset)
{
  const char *line_break = offset > 0 ? memrchr (self->data, '\n', offset) : NULL;

  if (line_break != NULL)
    return 1 + count_characters (line_break + 1, self->data + offset - line_break - 1);

  return 1 + self->n_columns + count_characters (self->data, offset);
}

static void
forget (EspSource *self,
        gsize      keep_from)
{
  guint32 column;

  if (keep_from == 0)
    return;

  column = get_column (self, keep_from);
  esp_source_get_line (self, keep_from);
  self->n_columns = column - 1;
  self->counted = 0;
  self->length -= keep_from;
  memmove (self->data, self->data + keep_from, self->length);
}

static gssize
read_content (EspSource     *self,
              gpointer       buffer,
              gsize          size,
              GCancellable  *cancellable,
              GError       **error)
{
  return self->inflater != NULL ? read_inflated (self, buffer, size, cancellable, error) : read_file (self, buffer, size, cancellable, error);
}

static void
reserve (EspSource *self,
         gsize      size)
{
  if (self->length + size <= self->n_allocated)
    return;

  self->n_allocated = self->length + size;
  self->data = g_realloc (self->data, self->n_allocated);
}

/* What is read of UTF-16 at a time: half a block becomes three quarters of one at most */
#define CODED_BLOCK (ESP_IO_BLOCK / 2)

/* Decodes what is in @self->coded; what is left of it goes to its front. */
static void
decode (EspSource *self)
{
  gsize n, n_read;

  reserve (self, self->coded_end / 2 * 3 + 6);
  n = esp_utf16_decode (self->encoding, self->coded, self->coded_end, self->is_last, self->data + self->length, &n_read);
  self->length += n;
  self->n_content += n;
  self->coded_end -= n_read;
  memmove (self->coded, self->coded + n_read, self->coded_end);
}

static gboolean
append_block (EspSource     *self,
              GCancellable  *cancellable,
              GError       **error)
{
  gssize n;

  if (self->encoding != ESP_ENCODING_UTF8)
    {
      n = read_content (self, self->coded + self->coded_end, CODED_BLOCK - self->coded_end, cancellable, error);
      if (n < 0)
        return FALSE;

      self->is_last = self->coded_end + n < CODED_BLOCK;
      self->coded_end += n;
      decode (self);
      return TRUE;
    }

  reserve (self, ESP_IO_BLOCK);
  n = read_content (self, self->data + self->length, ESP_IO_BLOCK, cancellable, error);
  if (n < 0)
    return FALSE;

  self->length += n;
  self->n_content += n;
  self->is_last = n < ESP_IO_BLOCK;

  return TRUE;
}

/* The first block is there: takes the mark off, and decodes it if it is not UTF-8. */
static void
begin_text (EspSource *self)
{
  gsize mark;

  self->encoding = esp_encoding_guess ((const guint8 *) self->data, self->length, &mark);
  self->has_mark = mark > 0;
  self->length -= mark;
  memmove (self->data, self->data + mark, self->length);
  if (self->encoding == ESP_ENCODING_UTF8)
    return;

  self->coded = g_malloc (MAX (CODED_BLOCK, self->length));
  memcpy (self->coded, self->data, self->length);
  self->coded_end = self->length;
  self->length = 0;
  self->n_content = 0;
  decode (self);
}

/*
 * esp_source_fill:
 * @keep_from: offset in the window from which on bytes are still needed
 * @n_rows: rows read so far, for the progress
 *
 * Forgets what lies before @keep_from, so that it becomes offset 0, and reads a further block. The first call reads the first block.
 *
 * Time: O(block + kept). Threads: one. Errors: those of GIO, and #EspIoError for broken compression and for limits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
esp_source_fill (EspSource     *self,
                 gsize          keep_from,
                 guint32        n_rows,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gboolean is_first = !self->is_started;

  if (is_first && !start (self, cancellable, error))
    return FALSE;

  forget (self, keep_from);
  if (self->length > ESP_IO_MAX_VALUE)
    {
      esp_source_set_error (self, error, ESP_IO_ERROR_LIMIT, 0, _("one entry is longer than 16 MiB"));
      return FALSE;
    }

  if (!self->is_last && (!is_first || self->data == NULL) && !append_block (self, cancellable, error))
    return FALSE;
  if (is_first && self->length > 0)
    begin_text (self);

  if (self->n_content > ESP_IO_MAX_BYTES)
    {
      esp_source_set_error (self, error, ESP_IO_ERROR_LIMIT, self->length, _("the file’s content is larger than 1 GiB"));
      return FALSE;
    }

  if (self->progress != NULL)
    self->progress (self->size > 0 ? MIN (1.0, (double) self->n_read / self->size) : -1.0, n_rows, self->progress_data);

  return TRUE;
}

/*
 * esp_source_fill_sample:
 *
 * Reads on until the window has the beginning of the file that is looked at before it is read, or all of it. Errors: as esp_source_fill().
 */
gboolean
esp_source_fill_sample (EspSource     *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  while (!self->is_started || (!self->is_last && self->length < ESP_IO_SAMPLE_BYTES))
    if (!esp_source_fill (self, 0, 0, cancellable, error))
      return FALSE;

  return TRUE;
}

/*
 * esp_source_get_line:
 * @offset: a place in the window, not before that of the last call
 *
 * Time: O(bytes since the last call).
 *
 * Returns: the line of @offset, from 1
 */
guint32
esp_source_get_line (EspSource *self,
                     gsize      offset)
{
  while (self->counted < offset)
    {
      const char *line_break = memchr (self->data + self->counted, '\n', offset - self->counted);

      if (line_break == NULL)
        {
          self->counted = offset;
          break;
        }
      self->line++;
      self->counted = line_break - self->data + 1;
    }

  return self->line;
}

/*
 * esp_source_set_error:
 * @offset: where in the window it is wrong
 * @what: (not nullable): translated, what is wrong there
 */
void
esp_source_set_error (EspSource  *self,
                      GError    **error,
                      EspIoError  code,
                      gsize       offset,
                      const char *what)
{
  guint32 line = esp_source_get_line (self, offset);

  /* Translators: FILE:LINE: what is wrong (column N) */
  g_set_error (error, ESP_IO_ERROR, code, _("%s:%u: %s (column %u)"), self->name, line, what, get_column (self, offset));
}
