/* esp-finding-list.c — findings as a list model, an object each only for those in sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-finding-list.h"

struct _EspFindingItem
{
  GObject           parent_instance;

  GPtrArray        *findings; /* keeps @finding alive */
  const EspFinding *finding;
};

G_DEFINE_FINAL_TYPE (EspFindingItem, esp_finding_item, G_TYPE_OBJECT)

struct _EspFindingList
{
  GObject    parent_instance;

  GPtrArray *findings; /* (nullable) */
};

static void esp_finding_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EspFindingList, esp_finding_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, esp_finding_list_model_init))

static void
esp_finding_item_finalize (GObject *object)
{
  g_ptr_array_unref (ESP_FINDING_ITEM (object)->findings);

  G_OBJECT_CLASS (esp_finding_item_parent_class)->finalize (object);
}

static void
esp_finding_item_class_init (EspFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = esp_finding_item_finalize;
}

static void
esp_finding_item_init (EspFindingItem *self)
{
}

/**
 * esp_finding_item_get_finding:
 * @self: an item
 *
 * Returns: (transfer none): what it stands for
 */
const EspFinding *
esp_finding_item_get_finding (EspFindingItem *self)
{
  g_return_val_if_fail (ESP_IS_FINDING_ITEM (self), NULL);

  return self->finding;
}

static GType
get_item_type (GListModel *model)
{
  return ESP_TYPE_FINDING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  EspFindingList *self = ESP_FINDING_LIST (model);

  return self->findings != NULL ? self->findings->len : 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  EspFindingList *self = ESP_FINDING_LIST (model);
  EspFindingItem *item;

  if (position >= get_n_items (model))
    return NULL;
  item = g_object_new (ESP_TYPE_FINDING_ITEM, NULL);
  item->findings = g_ptr_array_ref (self->findings);
  item->finding = g_ptr_array_index (self->findings, position);
  return item;
}

static void
esp_finding_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
esp_finding_list_finalize (GObject *object)
{
  g_clear_pointer (&ESP_FINDING_LIST (object)->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (esp_finding_list_parent_class)->finalize (object);
}

static void
esp_finding_list_class_init (EspFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = esp_finding_list_finalize;
}

static void
esp_finding_list_init (EspFindingList *self)
{
}

/**
 * esp_finding_list_new:
 *
 * Returns: (transfer full): an empty list
 */
EspFindingList *
esp_finding_list_new (void)
{
  return g_object_new (ESP_TYPE_FINDING_LIST, NULL);
}

/**
 * esp_finding_list_set:
 * @self: a list
 * @findings: (element-type EspFinding): what it lists from now on; never changes
 */
void
esp_finding_list_set (EspFindingList *self,
                      GPtrArray      *findings)
{
  guint before = get_n_items (G_LIST_MODEL (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, findings->len);
}
