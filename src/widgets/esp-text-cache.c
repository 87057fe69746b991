/* esp-text-cache.c — laid out words, kept from frame to frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-text-cache.h"

#include <string.h>

/* More than one frame may show, so that going back and forth does not lay out again */
#define MAX_LAYOUTS 2000

typedef struct
{
  guint        hash;
  guint        length;
  guint16      size_64; /* 1/64 px */
  guint16      width;   /* px; 0: as wide as it is */
  guint        bold;
  const char  *text;    /* owned by an entry, borrowed in a question */
  PangoLayout *layout;
  guint        frame;
} Entry;

/**
 * EspTextCache:
 *
 * One line of words, cut with an ellipsis, by text, size, weight and width. What was not drawn lately is dropped when there are
 * too many.
 *
 * Threads: main.
 */
struct _EspTextCache
{
  GtkWidget  *widget;  /* borrowed: it owns the cache */
  GHashTable *entries; /* Entry → itself */
  guint       frame;
};

static guint
hash_entry (gconstpointer data)
{
  return ((const Entry *) data)->hash;
}

static gboolean
equal_entries (gconstpointer data_a,
               gconstpointer data_b)
{
  const Entry *a = data_a;
  const Entry *b = data_b;

  return a->hash == b->hash && a->length == b->length && a->size_64 == b->size_64 && a->width == b->width &&
         a->bold == b->bold && memcmp (a->text, b->text, a->length) == 0;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_free ((char *) entry->text);
  g_slice_free (Entry, entry);
}

static guint
hash_bytes (const char *text,
            guint       length,
            guint       seed)
{
  guint hash = 2166136261u ^ seed;

  for (guint i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

static PangoLayout *
lay_out (EspTextCache *self,
         const Entry  *entry)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, NULL);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, entry->size_64 / 64.0 * PANGO_SCALE);
  pango_font_description_set_weight (font, entry->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, entry->text, entry->length);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (entry->width > 0)
    {
      pango_layout_set_width (layout, entry->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static gboolean
is_old (gpointer key,
        gpointer value,
        gpointer user_data)
{
  const EspTextCache *self = user_data;

  return self->frame - ((Entry *) value)->frame > 1;
}

/**
 * esp_text_cache_new:
 * @widget: whose font it is; not owned, must outlive the cache
 *
 * Returns: (transfer full): an empty cache
 */
EspTextCache *
esp_text_cache_new (GtkWidget *widget)
{
  EspTextCache *self = g_new0 (EspTextCache, 1);

  self->widget = widget;
  self->entries = g_hash_table_new_full (hash_entry, equal_entries, free_entry, NULL);
  return self;
}

/**
 * esp_text_cache_free:
 * @self: (transfer full): a cache
 */
void
esp_text_cache_free (EspTextCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * esp_text_cache_clear:
 * @self: a cache
 *
 * Forgets everything: the font has changed.
 */
void
esp_text_cache_clear (EspTextCache *self)
{
  g_hash_table_remove_all (self->entries);
}

/**
 * esp_text_cache_begin:
 * @self: a cache
 *
 * A new frame begins.
 */
void
esp_text_cache_begin (EspTextCache *self)
{
  self->frame++;
  if (g_hash_table_size (self->entries) > MAX_LAYOUTS)
    g_hash_table_foreach_remove (self->entries, is_old, self);
}

/**
 * esp_text_cache_get:
 * @self: a cache
 * @text: words
 * @length: bytes of @text; -1 for all
 * @size: of the font, px; up to 1000
 * @bold: semi-bold
 * @width: px after which an ellipsis cuts; 0 for never
 *
 * Returns: (transfer none): the words laid out, valid until the next esp_text_cache_begin()
 */
PangoLayout *
esp_text_cache_get (EspTextCache *self,
                    const char   *text,
                    gssize        length,
                    double        size,
                    gboolean      bold,
                    double        width)
{
  Entry question = { .length = length < 0 ? strlen (text) : (gsize) length,
                     .size_64 = size * 64,
                     .width = CLAMP (width, 0, G_MAXUINT16),
                     .bold = bold,
                     .text = text };
  Entry *entry;

  question.hash = hash_bytes (text, question.length, question.size_64 ^ ((guint) question.width << 16) ^ question.bold);
  entry = g_hash_table_lookup (self->entries, &question);
  if (entry == NULL)
    {
      entry = g_slice_dup (Entry, &question);
      entry->text = g_strndup (text, question.length);
      entry->layout = lay_out (self, entry);
      g_hash_table_add (self->entries, entry);
    }
  entry->frame = self->frame;
  return entry->layout;
}

/**
 * esp_text_cache_get_n:
 * @self: a cache
 *
 * Returns: how many layouts are kept
 */
guint
esp_text_cache_get_n (EspTextCache *self)
{
  return g_hash_table_size (self->entries);
}
