/* esp-card-pool.h — few widgets for many cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/esp-geometry.h"

G_BEGIN_DECLS

/**
 * EspCardWant:
 * @key: what the card stands for; stays the same as long as that lives
 * @item: its number just now, for whoever binds
 * @pinned: is a widget whatever happens (the focused, the selected card)
 * @hidden: a widget that is not drawn (pinned, but at a zoom where cards are painted)
 * @world: where it stands
 */
typedef struct
{
  guint64  key;
  guint32  item;
  guint    pinned : 1;
  guint    hidden : 1;
  EspRect  world;
} EspCardWant;

/**
 * EspCardPoolFuncs:
 * @create: makes an empty card (transfer floating)
 * @bind: fills a card; returns early where nothing changed
 */
typedef struct
{
  GtkWidget *(*create) (gpointer user_data);
  void (*bind) (GtkWidget         *card,
                const EspCardWant *want,
                gpointer           user_data);
} EspCardPoolFuncs;

typedef struct _EspCardPool EspCardPool;

EspCardPool *esp_card_pool_new         (GtkWidget              *parent,
                                        const EspCardPoolFuncs *funcs,
                                        gpointer                user_data);
void         esp_card_pool_free        (EspCardPool            *self);

guint        esp_card_pool_update      (EspCardPool            *self,
                                        const EspCardWant      *wants,
                                        guint                   n_wants,
                                        guint                   max_binds);
void         esp_card_pool_invalidate  (EspCardPool            *self);

GtkWidget   *esp_card_pool_get_card    (EspCardPool            *self,
                                        guint64                 key);
guint        esp_card_pool_get_n_live  (EspCardPool            *self);
guint        esp_card_pool_get_n_cards (EspCardPool            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspCardPool, esp_card_pool_free)

G_END_DECLS
