/* esp-card-pool.c — few widgets for many cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-card-pool.h"

/* Spare cards stay children: taking one out of the tree and putting it back costs more than keeping it. */
#define MAX_SPARE 32

typedef struct
{
  GtkWidget *card; /* borrowed: a child of the parent */
  guint64    key;
  guint      epoch; /* of the update that wanted it last */
  gboolean   stale; /* has to be bound again */
} Slot;

/**
 * EspCardPool:
 *
 * The idea of GTK's list views in two dimensions: in every update a thing that had a widget keeps it (and with it focus and
 * state), a newcomer takes one that nobody wants any more, and only then one is made. Children stand in the order of the
 * wants, so that focus and screen readers go in reading order.
 *
 * Threads: main.
 */
struct _EspCardPool
{
  GtkWidget        *parent; /* borrowed: it owns the pool */
  EspCardPoolFuncs  funcs;
  gpointer          user_data;
  GHashTable       *live;  /* guint64 key → Slot */
  GPtrArray        *spare; /* Slot, without a key */
  guint             epoch;
};

/* Spare cards are there for nobody: neither drawn nor told */
static void
set_present (Slot    *slot,
             gboolean present)
{
  gtk_widget_set_child_visible (slot->card, present);
  if (present)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (slot->card), GTK_ACCESSIBLE_STATE_HIDDEN);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (slot->card), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
drop_slot (Slot *slot)
{
  gtk_widget_unparent (slot->card);
  g_slice_free (Slot, slot);
}

/* Marks who is still wanted; moves the others to the spare ones */
static void
release_unwanted (EspCardPool       *self,
                  const EspCardWant *wants,
                  guint              n_wants)
{
  GHashTableIter iter;
  gpointer value;

  self->epoch++;
  for (guint i = 0; i < n_wants; i++)
    {
      Slot *slot = g_hash_table_lookup (self->live, &wants[i].key);

      if (slot != NULL)
        slot->epoch = self->epoch;
    }

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Slot *slot = value;

      if (slot->epoch == self->epoch)
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (self->spare, slot);
    }
}

static Slot *
take_slot (EspCardPool       *self,
           const EspCardWant *want)
{
  Slot *slot;

  if (self->spare->len > 0)
    {
      slot = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      set_present (slot, TRUE);
    }
  else
    {
      slot = g_slice_new0 (Slot);
      slot->card = self->funcs.create (self->user_data);
      gtk_widget_set_parent (slot->card, self->parent);
    }
  slot->key = want->key;
  slot->epoch = self->epoch;
  g_hash_table_insert (self->live, &slot->key, slot);
  return slot;
}

/* One pass over the wants; returns how many had to be left out */
static guint
fill (EspCardPool       *self,
      const EspCardWant *wants,
      guint              n_wants,
      gboolean           pinned,
      guint             *binds_left)
{
  guint n_left_out = 0;

  for (guint i = 0; i < n_wants; i++)
    {
      const EspCardWant *want = &wants[i];
      Slot *slot;

      if (want->pinned != pinned)
        continue;
      slot = g_hash_table_lookup (self->live, &want->key);
      if (slot != NULL)
        {
          if (slot->stale)
            self->funcs.bind (slot->card, want, self->user_data);
          slot->stale = FALSE;
          continue;
        }
      if (!pinned && *binds_left == 0)
        {
          n_left_out++;
          continue;
        }
      if (*binds_left > 0)
        (*binds_left)--;
      slot = take_slot (self, want);
      slot->stale = FALSE;
      self->funcs.bind (slot->card, want, self->user_data);
    }
  return n_left_out;
}

static void
order_cards (EspCardPool       *self,
             const EspCardWant *wants,
             guint              n_wants)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < n_wants; i++)
    {
      GtkWidget *card = esp_card_pool_get_card (self, wants[i].key);

      if (card == NULL)
        continue;
      if (gtk_widget_get_prev_sibling (card) != previous)
        gtk_widget_insert_after (card, self->parent, previous);
      previous = card;
    }
}

/* A spare card stays as it was until here: one that is wanted again at once is not even hidden */
static void
put_spare_away (EspCardPool *self)
{
  while (self->spare->len > MAX_SPARE)
    drop_slot (g_ptr_array_steal_index_fast (self->spare, 0));
  for (guint i = 0; i < self->spare->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->spare, i);

      if (gtk_widget_get_child_visible (slot->card))
        set_present (slot, FALSE);
    }
}

/**
 * esp_card_pool_new:
 * @parent: whose children the cards become; not owned, must outlive the pool
 * @funcs: how to make and fill a card; copied
 * @user_data: passed to @funcs
 *
 * Returns: (transfer full): a pool without any widget
 */
EspCardPool *
esp_card_pool_new (GtkWidget              *parent,
                   const EspCardPoolFuncs *funcs,
                   gpointer                user_data)
{
  EspCardPool *self = g_new0 (EspCardPool, 1);

  self->parent = parent;
  self->funcs = *funcs;
  self->user_data = user_data;
  self->live = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->spare = g_ptr_array_new ();
  return self;
}

/**
 * esp_card_pool_free:
 * @self: (transfer full): a pool
 *
 * Takes all cards out of their parent.
 */
void
esp_card_pool_free (EspCardPool *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      g_hash_table_iter_steal (&iter);
      drop_slot (value);
    }
  g_hash_table_unref (self->live);
  for (guint i = 0; i < self->spare->len; i++)
    drop_slot (g_ptr_array_index (self->spare, i));
  g_ptr_array_unref (self->spare);
  g_free (self);
}

/**
 * esp_card_pool_update:
 * @self: a pool
 * @wants: (array length=n_wants): what shall be a widget, in reading order, each key once
 * @n_wants: how many
 * @max_binds: at most so many newcomers are bound; pinned ones come first and always
 *
 * Makes the widgets be those of @wants.
 *
 * Time: O(n_wants + live).
 *
 * Returns: how many wants still have no widget; call again in the next frame
 */
guint
esp_card_pool_update (EspCardPool       *self,
                      const EspCardWant *wants,
                      guint              n_wants,
                      guint              max_binds)
{
  guint binds_left = max_binds;
  guint n_left_out;

  release_unwanted (self, wants, n_wants);
  n_left_out = fill (self, wants, n_wants, TRUE, &binds_left);
  n_left_out += fill (self, wants, n_wants, FALSE, &binds_left);
  order_cards (self, wants, n_wants);
  put_spare_away (self);
  return n_left_out;
}

/**
 * esp_card_pool_invalidate:
 * @self: a pool
 *
 * What the cards show may have changed: the next update binds each again.
 */
void
esp_card_pool_invalidate (EspCardPool *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Slot *) value)->stale = TRUE;
}

/**
 * esp_card_pool_get_card:
 * @self: a pool
 * @key: of a card
 *
 * Returns: (transfer none) (nullable): its widget, if it has one now
 */
GtkWidget *
esp_card_pool_get_card (EspCardPool *self,
                        guint64      key)
{
  Slot *slot = g_hash_table_lookup (self->live, &key);

  return slot != NULL ? slot->card : NULL;
}

/**
 * esp_card_pool_get_n_live:
 * @self: a pool
 *
 * Returns: how many widgets stand for something
 */
guint
esp_card_pool_get_n_live (EspCardPool *self)
{
  return g_hash_table_size (self->live);
}

/**
 * esp_card_pool_get_n_cards:
 * @self: a pool
 *
 * Returns: how many widgets there are, spare ones included
 */
guint
esp_card_pool_get_n_cards (EspCardPool *self)
{
  return g_hash_table_size (self->live) + self->spare->len;
}
