/* reference-private.h — what the files of the reference share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/reference.h"

/* Lists as text */
#define BETWEEN_ITEMS "\x1e"
#define BETWEEN_PARTS "\x1f"
#define NO_PART       "\x1d"

/* Never changed once it is made; texts are interned, %NULL: not said */
typedef struct
{
  guint       serial;
  const char *fields[ESP_POSITION_N_FIELDS];
} Row;

typedef struct
{
  GPtrArray *rows[ESP_N_TABLES]; /* const Row, in document order */
  guint      n_changes;          /* in the transaction that is open */
} State;

typedef struct
{
  State *state; /* after it */
  char  *name;
} Step;

struct _Reference
{
  GPtrArray *arena; /* Row */
  GPtrArray *steps; /* Step; the first is what was read */
  guint      at;
  int        saved; /* below 0: no step leads there */
  guint      n_lost;
  guint      lost_at;
  GPtrArray *open;  /* State, the innermost transaction last */
  char      *open_name;
  guint      last_serial;
  State     *noted;
};

State     *reference_now  (Reference  *self);
const Row *reference_row  (Reference  *self,
                           EspTable    table,
                           guint       rank);
guint      reference_find (Reference  *self,
                           EspTable    table,
                           const char *id);

/* Changing what stands, in a transaction */
void        reference_put      (Reference      *self,
                                EspTable        table,
                                guint           rank,
                                EspField        field,
                                const char     *text);
void        reference_edit     (Reference      *self,
                                EspTable        table,
                                guint           rank,
                                EspField        field,
                                const char     *text);
void        reference_take_out (Reference      *self,
                                EspTable        table,
                                const gboolean *gone,
                                guint           n);
const char *reference_get_id   (Reference      *self,
                                EspTable        table,
                                guint           rank);
