/* esp-strings.c — a pool of interned strings, for documents of millions of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-core"

#include "core/esp-strings.h"

#include <string.h>

/* Texts lie one after the other, NUL-terminated, in pages that never move; a text longer than what is left begins a page of its own, which may be
 * larger. offsets[] names page and place; the hash table is open addressing with the hash beside the number, so that growing it reads no text. */

#define PAGE_BITS 20
#define PAGE_SIZE (1u << PAGE_BITS)
#define N_SLOTS_MIN 1024u

typedef struct
{
  guint32 hash;
  guint32 str; /* 0 = free */
} Slot;

struct _EspStrings
{
  GPtrArray   *pages;
  char        *page;      /* borrowed: the last page */
  guint32      page_used;
  guint32      page_size;
  gsize        text_size; /* of all pages */
  const char **texts;     /* by number; texts[0] = NULL */
  guint32      n;
  guint32      n_allocated;
  guint32      n_found;   /* those that can be found, + 1 */
  Slot        *slots;
  guint32      n_slots;   /* a power of two */
};

static guint32
hash_text (const char *text,
           gsize       length)
{
  guint64 hash = 0x9e3779b97f4a7c15u ^ length;
  guint64 word;

  for (; length >= 8; text += 8, length -= 8)
    {
      memcpy (&word, text, 8);
      hash = (hash ^ word) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  if (length > 0)
    {
      word = 0;
      memcpy (&word, text, length);
      hash = (hash ^ word) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  hash *= 0xc4ceb9fe1a85ec53u;
  return (guint32) (hash >> 32);
}

/* The slot of the text, or the free slot where it would go */
static guint32
find_slot (EspStrings *self,
           const char *text,
           gsize       length,
           guint32     hash)
{
  guint32 mask = self->n_slots - 1;

  for (guint32 i = hash & mask;; i = (i + 1) & mask)
    {
      Slot *slot = &self->slots[i];

      if (slot->str == ESP_STR_NONE)
        return i;
      if (slot->hash == hash)
        {
          const char *known = self->texts[slot->str];

          if (strncmp (known, text, length) == 0 && known[length] == '\0')
            return i;
        }
    }
}

static void
grow_slots (EspStrings *self)
{
  guint32 n_old = self->n_slots;
  g_autofree Slot *old = self->slots;
  guint32 mask;

  self->n_slots = n_old * 2;
  self->slots = g_new0 (Slot, self->n_slots);
  mask = self->n_slots - 1;
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 at = old[i].hash & mask;

      if (old[i].str == ESP_STR_NONE)
        continue;
      while (self->slots[at].str != ESP_STR_NONE)
        at = (at + 1) & mask;
      self->slots[at] = old[i];
    }
}

static const char *
store_text (EspStrings *self,
            const char *text,
            gsize       length)
{
  char *at;

  if (self->page == NULL || length + 1 > self->page_size - self->page_used)
    {
      self->page_size = MAX (PAGE_SIZE, length + 1);
      self->page = g_malloc (self->page_size);
      self->page_used = 0;
      self->text_size += self->page_size;
      g_ptr_array_add (self->pages, self->page);
    }
  at = self->page + self->page_used;
  memcpy (at, text, length);
  at[length] = '\0';
  self->page_used += length + 1;
  return at;
}

static EspStr
add_text (EspStrings *self,
          const char *text,
          gsize       length)
{
  if (self->n == self->n_allocated)
    {
      self->n_allocated += self->n_allocated / 2;
      self->texts = g_renew (const char *, self->texts, self->n_allocated);
    }
  self->texts[self->n] = store_text (self, text, length);
  return self->n++;
}

/**
 * esp_strings_new:
 *
 * Makes an empty pool. A pool belongs to one thread at a time; while nobody interns, any number of threads may read.
 *
 * Returns: (transfer full): a pool, to be freed with esp_strings_free()
 */
EspStrings *
esp_strings_new (void)
{
  EspStrings *self = g_new0 (EspStrings, 1);

  self->pages = g_ptr_array_new_with_free_func (g_free);
  self->n_slots = N_SLOTS_MIN;
  self->slots = g_new0 (Slot, self->n_slots);
  self->n_allocated = N_SLOTS_MIN;
  self->texts = g_new (const char *, self->n_allocated);
  self->texts[0] = NULL;
  self->n = 1;
  self->n_found = 1;
  return self;
}

/**
 * esp_strings_free:
 * @self: (nullable): a pool
 *
 * Frees the pool and all its texts.
 */
void
esp_strings_free (EspStrings *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_free (self->texts);
  g_free (self->slots);
  g_free (self);
}

/**
 * esp_strings_intern:
 * @self: a pool
 * @text: (nullable): text without NUL inside, need not be NUL-terminated if @length is given
 * @length: bytes, or -1 if NUL-terminated
 *
 * Finds the text or stores a copy of it. The texts given out stay where they are.
 *
 * Time: O(length).
 *
 * Returns: its number; %ESP_STR_NONE for %NULL only (the empty text is a text)
 */
EspStr
esp_strings_intern (EspStrings *self,
                    const char *text,
                    gssize      length)
{
  gsize size;
  guint32 hash, at;

  g_return_val_if_fail (self != NULL, ESP_STR_NONE);

  if (text == NULL)
    return ESP_STR_NONE;

  size = length < 0 ? strlen (text) : (gsize) length;
  hash = hash_text (text, size);
  at = find_slot (self, text, size, hash);
  if (self->slots[at].str != ESP_STR_NONE)
    return self->slots[at].str;

  if (self->n_found + self->n_found / 3 >= self->n_slots)
    {
      grow_slots (self);
      at = find_slot (self, text, size, hash);
    }
  self->n_found++;
  self->slots[at] = (Slot) { hash, add_text (self, text, size) };
  return self->slots[at].str;
}

/**
 * esp_strings_append:
 * @self: a pool
 * @text: text without NUL inside
 * @length: bytes
 *
 * Stores a text that nobody will look for: also if it is there already, and esp_strings_find() does not find it. For long texts that hardly ever
 * stand twice, where looking costs more than it saves.
 *
 * Time: O(length).
 *
 * Returns: its number, which no other text has
 */
EspStr
esp_strings_append (EspStrings *self,
                    const char *text,
                    gsize       length)
{
  return add_text (self, text, length);
}

/**
 * esp_strings_prefetch:
 * @self: a pool
 * @text: a text that will be interned soon
 * @length: bytes
 *
 * Asks the memory for the place where the text is looked for. A row of a table asks for all its texts before it looks for the first.
 */
void
esp_strings_prefetch (EspStrings *self,
                      const char *text,
                      gsize       length)
{
  __builtin_prefetch (&self->slots[hash_text (text, length) & (self->n_slots - 1)]);
}

/**
 * esp_strings_find:
 * @self: a pool
 * @text: (nullable): a text
 * @length: bytes, or -1
 *
 * Finds a text without storing it. Threads: any, while nobody interns.
 *
 * Returns: its number, or %ESP_STR_NONE if the pool does not have it
 */
EspStr
esp_strings_find (EspStrings *self,
                  const char *text,
                  gssize      length)
{
  gsize size;

  g_return_val_if_fail (self != NULL, ESP_STR_NONE);

  if (text == NULL)
    return ESP_STR_NONE;
  size = length < 0 ? strlen (text) : (gsize) length;
  return self->slots[find_slot (self, text, size, hash_text (text, size))].str;
}

/**
 * esp_strings_get:
 * @self: a pool
 * @str: a number of this pool
 *
 * Returns: (nullable): the text, valid as long as the pool; %NULL for %ESP_STR_NONE
 */
const char *
esp_strings_get (EspStrings *self,
                 EspStr      str)
{
  g_return_val_if_fail (str < self->n, NULL);
  return self->texts[str];
}

/**
 * esp_strings_get_n:
 * @self: a pool
 *
 * Returns: one more than the greatest number given out
 */
guint32
esp_strings_get_n (EspStrings *self)
{
  return self->n;
}

/**
 * esp_strings_get_size:
 * @self: a pool
 *
 * Returns: the bytes the pool holds, tables included
 */
gsize
esp_strings_get_size (EspStrings *self)
{
  return self->text_size + self->n_allocated * sizeof (char *) + self->n_slots * sizeof (Slot);
}
