/* fuzz-document.c — feeds the reader of our own documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#define HEAD "{ \"format\": \"espalier-organization\", \"version\": 1, "

/* Every input is a document, from behind its format on. */
int
LLVMFuzzerTestOneInput (const guint8 *tainted,
                        gsize         length)
{
  gsize head = strlen (HEAD);
  g_autofree guint8 *document = g_malloc (head + length);

  memcpy (document, HEAD, head);
  if (length > 0)
    memcpy (document + head, tainted, length);
  fuzz_load (document, head + length);

  return 0;
}
