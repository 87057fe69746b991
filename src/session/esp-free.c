/* esp-free.c — freeing what is large where nobody waits for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-free.h"

typedef struct
{
  gpointer       data;
  GDestroyNotify free_func;
} FreeJob;

static gpointer
free_worker (gpointer data)
{
  FreeJob *job = data;

  job->free_func (job->data);
  g_free (job);
  return NULL;
}

/**
 * esp_free_in_thread:
 * @data: (transfer full): what nobody else uses any more
 * @free_func: frees it
 *
 * Frees @data in a thread of its own: a document of a million rows must not hold up the window when it goes.
 */
void
esp_free_in_thread (gpointer       data,
                     GDestroyNotify free_func)
{
  FreeJob *job = g_new (FreeJob, 1);

  *job = (FreeJob){ data, free_func };
  g_thread_unref (g_thread_new ("esp-free", free_worker, job));
}
