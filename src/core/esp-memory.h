/* esp-memory.h — large blocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sys/mman.h>

G_BEGIN_DECLS

/* Takes the pages of a new block of many megabytes at once, if it will be filled anyway: taking them one after the other as
 * they are touched costs as much as filling them does. Where that is not possible nothing happens. */
static inline void
esp_memory_populate (gpointer block,
                     gsize    size)
{
#ifdef MADV_POPULATE_WRITE
  const guintptr page = 4096;
  guintptr start = ((guintptr) block + page - 1) & ~(page - 1);
  guintptr end = ((guintptr) block + size) & ~(page - 1);

  if (size >= 1u << 20)
    madvise ((void *) start, end - start, MADV_POPULATE_WRITE);
#endif
}

G_END_DECLS
