/* random-changes.h — transactions of random changes, through the same door as every edit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

/**
 * RandomOps:
 *
 * Told of every change right after it was made, so that a model can follow. Any function may be NULL. A row that is inserted has its id in the second field, too.
 */
typedef struct
{
  void (*set)     (gpointer model, EspTable table, guint32 rank, EspField field, guint32 value);
  void (*insert)  (gpointer model, EspTable table, guint32 rank, EspStr id);
  void (*remove)  (gpointer model, EspTable table, guint32 rank);
  void (*reorder) (gpointer model, EspTable table, guint32 from, guint32 to);
} RandomOps;

guint32 random_value   (EspOrganization *organization,
                        GRand           *rand,
                        EspTable         table,
                        EspField         field);
void    random_changes (EspOrganization *organization,
                        GRand           *rand,
                        guint            n_changes,
                        const RandomOps *ops,
                        gpointer         model);
void    random_step    (EspOrganization *organization,
                        GRand           *rand);
