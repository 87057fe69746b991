/* esp-diff-model.c — differences as a list of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-diff-model.h"

#include "core/esp-i18n.h"

/* Notes can be as long as one likes; a list says how they begin. */
#define MAX_VALUE 200

struct _EspDiffRow
{
  GObject  parent_instance;

  char    *title;
  char    *subtitle;
};

G_DEFINE_FINAL_TYPE (EspDiffRow, esp_diff_row, G_TYPE_OBJECT)

static void
esp_diff_row_finalize (GObject *object)
{
  EspDiffRow *self = ESP_DIFF_ROW (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (esp_diff_row_parent_class)->finalize (object);
}

static void
esp_diff_row_class_init (EspDiffRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = esp_diff_row_finalize;
}

static void
esp_diff_row_init (EspDiffRow *self)
{
}

const char *
esp_diff_row_get_title (EspDiffRow *self)
{
  return self->title;
}

const char *
esp_diff_row_get_subtitle (EspDiffRow *self)
{
  return self->subtitle;
}

struct _EspDiffModel
{
  GObject  parent_instance;

  EspDiff *diff;
};

static char *
dup_value (EspDiffModel      *self,
           const EspDiffItem *item,
           gboolean           is_after)
{
  g_autofree char *value = esp_diff_dup_value (self->diff, item, is_after, TRUE);
  g_autofree char *beginning = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup (C_("no value", "nothing"));
  if (g_utf8_strlen (value, -1) <= MAX_VALUE)
    return g_steal_pointer (&value);
  beginning = g_utf8_substring (value, 0, MAX_VALUE);
  return g_strconcat (beginning, "…", NULL);
}

static EspDiffRow *
make_row (EspDiffModel *self,
          guint         position)
{
  const EspDiffItem *item = esp_diff_get (self->diff, position);
  EspDiffRow *row = g_object_new (ESP_TYPE_DIFF_ROW, NULL);
  const char *name = esp_diff_get_name (self->diff, item);

  row->title = g_strdup (*name != '\0' ? name : _("Without a name"));
  if (item->kind == ESP_DIFF_ADDED || item->kind == ESP_DIFF_REMOVED || item->kind == ESP_DIFF_REORDERED)
    {
      row->subtitle = g_strdup (esp_diff_get_label (item));
    }
  else
    {
      g_autofree char *before = dup_value (self, item, FALSE);
      g_autofree char *after = dup_value (self, item, TRUE);

      /* Translators: a field of a position, what the document says of it, what the file says: “Title: Lead → Head” */
      row->subtitle = g_strdup_printf (_("%s: %s → %s"), esp_diff_get_label (item), before, after);
    }
  return row;
}

static GType
get_item_type (GListModel *model)
{
  return ESP_TYPE_DIFF_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return esp_diff_get_n (ESP_DIFF_MODEL (model)->diff);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  EspDiffModel *self = ESP_DIFF_MODEL (model);

  return position < esp_diff_get_n (self->diff) ? make_row (self, position) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EspDiffModel, esp_diff_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
esp_diff_model_finalize (GObject *object)
{
  esp_diff_free (ESP_DIFF_MODEL (object)->diff);

  G_OBJECT_CLASS (esp_diff_model_parent_class)->finalize (object);
}

static void
esp_diff_model_class_init (EspDiffModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = esp_diff_model_finalize;
}

static void
esp_diff_model_init (EspDiffModel *self)
{
}

/**
 * esp_diff_model_new:
 * @diff: (transfer full): differences
 *
 * Returns: (transfer full): a list of them
 */
EspDiffModel *
esp_diff_model_new (EspDiff *diff)
{
  EspDiffModel *self = g_object_new (ESP_TYPE_DIFF_MODEL, NULL);

  self->diff = diff;
  return self;
}
