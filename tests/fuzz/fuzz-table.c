/* fuzz-table.c — feeds the reader of tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

/* What begins like JSON is for another fuzzer. */
int
LLVMFuzzerTestOneInput (const guint8 *tainted,
                        gsize         length)
{
  if (length > 0 && tainted[0] != '{' && tainted[0] != '[')
    fuzz_load (tainted, length);

  return 0;
}
