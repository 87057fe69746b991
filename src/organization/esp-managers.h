/* esp-managers.h — who names whom as a manager, as one graph of ids; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/* Nodes are slots; of several rows with one id the lowest slot stands for all of them. Edges are solid and `second` lines whose far end is there, each pair
 * once, without self-reports, in compressed rows: those of node i are [first[i], first[i + 1]). */
typedef struct
{
  guint32  n;              /* slots */
  guint32 *managers_first; /* n + 1 */
  EspIx   *managers;
  guint32 *reports_first;  /* n + 1 */
  EspIx   *reports;
  guint8  *marks;          /* by slot: EspManagerMark */
  guint32  n_missing;      /* distinct ids asked for and absent */
} EspManagers;

typedef enum
{
  ESP_MANAGER_MARK_NODE    = 1 << 0, /* stands for an id */
  ESP_MANAGER_MARK_NAMES   = 1 << 1, /* names any manager */
  ESP_MANAGER_MARK_MISSING = 1 << 2, /* names one that is not there */
  ESP_MANAGER_MARK_SELF    = 1 << 3, /* names itself */
  ESP_MANAGER_MARK_TWICE   = 1 << 4, /* stands for several rows */
} EspManagerMark;

EspManagers *esp_managers_new        (EspOrganization *organization);
void         esp_managers_free       (EspManagers     *self);
EspIx        esp_managers_get_node   (EspOrganization *organization,
                                      EspIx            position);
GPtrArray   *esp_managers_find_rings (EspManagers     *self,
                                      const guint32   *ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspManagers, esp_managers_free)

G_END_DECLS
