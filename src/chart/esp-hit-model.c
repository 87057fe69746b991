/* esp-hit-model.c — the results of a search as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-hit-model.h"

struct _EspHit
{
  GObject parent_instance;

  EspIx   position;
};

G_DEFINE_FINAL_TYPE (EspHit, esp_hit, G_TYPE_OBJECT)

static void
esp_hit_class_init (EspHitClass *klass)
{
}

static void
esp_hit_init (EspHit *self)
{
}

/**
 * esp_hit_get_position:
 * @self: a result
 *
 * Returns: the row of the position that was found
 */
EspIx
esp_hit_get_position (EspHit *self)
{
  g_return_val_if_fail (ESP_IS_HIT (self), ESP_IX_NONE);

  return self->position;
}

/**
 * EspHitModel:
 *
 * What is marked in a session, in its order. Nothing is kept for a result that nobody looks at, so a million of them cost nothing.
 */
struct _EspHitModel
{
  GObject     parent_instance;

  EspSession *session; /* borrowed */
  guint       n_items;
};

static GType
esp_hit_model_get_item_type (GListModel *model)
{
  return ESP_TYPE_HIT;
}

static guint
esp_hit_model_get_n_items (GListModel *model)
{
  return ESP_HIT_MODEL (model)->n_items;
}

static gpointer
esp_hit_model_get_item (GListModel *model,
                        guint       position)
{
  EspHitModel *self = ESP_HIT_MODEL (model);
  EspHit *hit;

  if (position >= self->n_items || self->session == NULL)
    return NULL;
  hit = g_object_new (ESP_TYPE_HIT, NULL);
  hit->position = g_array_index (esp_session_get_marks (self->session), EspIx, position);
  return hit;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = esp_hit_model_get_item_type;
  iface->get_n_items = esp_hit_model_get_n_items;
  iface->get_item = esp_hit_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EspHitModel, esp_hit_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marks_changed_cb (EspHitModel *self)
{
  guint n_removed = self->n_items;

  self->n_items = esp_session_get_marks (self->session)->len;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->n_items);
}

static void
esp_hit_model_dispose (GObject *object)
{
  g_clear_weak_pointer (&ESP_HIT_MODEL (object)->session);

  G_OBJECT_CLASS (esp_hit_model_parent_class)->dispose (object);
}

static void
esp_hit_model_class_init (EspHitModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_hit_model_dispose;
}

static void
esp_hit_model_init (EspHitModel *self)
{
}

/**
 * esp_hit_model_new:
 * @session: whose marks to list
 *
 * Returns: (transfer full): a model that follows the marks
 */
EspHitModel *
esp_hit_model_new (EspSession *session)
{
  EspHitModel *self;

  g_return_val_if_fail (ESP_IS_SESSION (session), NULL);

  self = g_object_new (ESP_TYPE_HIT_MODEL, NULL);
  g_set_weak_pointer (&self->session, session);
  self->n_items = esp_session_get_marks (session)->len;
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scene", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
