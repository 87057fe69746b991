/* esp-outline-model.c — what a chart shows, as a list of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-outline-model.h"

struct _EspOutlineRow
{
  GObject          parent_instance;

  guint32          row;
  EspOutlineModel *model; /* borrowed; NULL once it is gone */
};

struct _EspOutlineModel
{
  GObject     parent_instance;

  EspSession *session; /* borrowed; NULL once it is gone */
  gboolean    is_active;
  GArray     *rows;  /* guint32, as esp_scene_list_shown() has them */
  GArray     *next;  /* the same, while they are found again */
  GHashTable *alive; /* row → EspOutlineRow, borrowed */
};

enum
{
  CHANGED,
  N_ROW_SIGNALS
};

enum
{
  CHANGING,
  N_SIGNALS
};

static guint row_signals[N_ROW_SIGNALS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspOutlineRow, esp_outline_row, G_TYPE_OBJECT)

static void
esp_outline_row_dispose (GObject *object)
{
  EspOutlineRow *self = ESP_OUTLINE_ROW (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->alive, GUINT_TO_POINTER (self->row));
  self->model = NULL;

  G_OBJECT_CLASS (esp_outline_row_parent_class)->dispose (object);
}

static void
esp_outline_row_class_init (EspOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_outline_row_dispose;
  row_signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
esp_outline_row_init (EspOutlineRow *self)
{
}

static EspRowKey
to_key (guint32 row)
{
  return ESP_ROW_KEY (ESP_SCENE_ROW_TABLE (row), ESP_SCENE_ROW_IX (row));
}

/**
 * esp_outline_row_get_key:
 * @self: a row
 *
 * Returns: the unit or the position it stands for
 */
EspRowKey
esp_outline_row_get_key (EspOutlineRow *self)
{
  g_return_val_if_fail (ESP_IS_OUTLINE_ROW (self), ESP_ROW_KEY_NONE);

  return to_key (self->row);
}

static GType
esp_outline_model_get_item_type (GListModel *model)
{
  return ESP_TYPE_OUTLINE_ROW;
}

static guint
esp_outline_model_get_n_items (GListModel *model)
{
  return ESP_OUTLINE_MODEL (model)->rows->len;
}

static gpointer
esp_outline_model_get_item (GListModel *model,
                            guint       position)
{
  EspOutlineModel *self = ESP_OUTLINE_MODEL (model);
  EspOutlineRow *item;
  guint32 row;

  if (position >= self->rows->len)
    return NULL;
  row = g_array_index (self->rows, guint32, position);
  item = g_hash_table_lookup (self->alive, GUINT_TO_POINTER (row));
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (ESP_TYPE_OUTLINE_ROW, NULL);
  item->row = row;
  item->model = self;
  g_hash_table_insert (self->alive, GUINT_TO_POINTER (row), item);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = esp_outline_model_get_item_type;
  iface->get_n_items = esp_outline_model_get_n_items;
  iface->get_item = esp_outline_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EspOutlineModel, esp_outline_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tell_rows (EspOutlineModel *self)
{
  /* rows may be let go of while they are told */
  GList *rows = g_hash_table_get_values (self->alive);

  for (GList *l = rows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = rows; l != NULL; l = l->next)
    g_signal_emit (l->data, row_signals[CHANGED], 0);
  g_list_free_full (rows, g_object_unref);
}

/* What is between the rows that stay at both ends has changed. */
static void
take_next (EspOutlineModel *self)
{
  const guint32 *before = (const guint32 *) self->rows->data;
  const guint32 *after = (const guint32 *) self->next->data;
  guint n_before = self->rows->len, n_after = self->next->len;
  guint n_least = MIN (n_before, n_after);
  guint start = 0, end = 0;
  GArray *old;

  while (start < n_least && before[start] == after[start])
    start++;
  while (end < n_least - start && before[n_before - 1 - end] == after[n_after - 1 - end])
    end++;
  if (start + end == n_before && start + end == n_after)
    return;
  g_signal_emit (self, signals[CHANGING], 0, start, n_before - start - end, n_after - start - end);
  old = self->rows;
  self->rows = self->next;
  self->next = old;
  g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start - end, n_after - start - end);
}

static void
update (EspOutlineModel *self)
{
  EspScene *scene = self->is_active && self->session != NULL ? esp_session_get_scene (self->session) : NULL;

  if (scene != NULL)
    esp_scene_list_shown (scene, self->next);
  else
    g_array_set_size (self->next, 0);
  take_next (self);
  if (scene != NULL)
    tell_rows (self);
}

static void
follow (EspOutlineModel *self)
{
  if (self->is_active)
    update (self);
}

static void
marks_changed_cb (EspOutlineModel *self)
{
  if (self->is_active)
    tell_rows (self);
}

static void
esp_outline_model_dispose (GObject *object)
{
  EspOutlineModel *self = ESP_OUTLINE_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  g_clear_weak_pointer (&self->session);
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ((EspOutlineRow *) item)->model = NULL;
  g_hash_table_remove_all (self->alive);

  G_OBJECT_CLASS (esp_outline_model_parent_class)->dispose (object);
}

static void
esp_outline_model_finalize (GObject *object)
{
  EspOutlineModel *self = ESP_OUTLINE_MODEL (object);

  g_array_unref (self->rows);
  g_array_unref (self->next);
  g_hash_table_unref (self->alive);

  G_OBJECT_CLASS (esp_outline_model_parent_class)->finalize (object);
}

static void
esp_outline_model_class_init (EspOutlineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = esp_outline_model_dispose;
  object_class->finalize = esp_outline_model_finalize;
  signals[CHANGING] = g_signal_new ("changing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                    G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
esp_outline_model_init (EspOutlineModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->alive = g_hash_table_new (NULL, NULL);
}

/**
 * esp_outline_model_new:
 * @session: whose chart to list; not kept alive
 *
 * Returns: (transfer full): a model that is not active yet
 */
EspOutlineModel *
esp_outline_model_new (EspSession *session)
{
  EspOutlineModel *self;

  g_return_val_if_fail (ESP_IS_SESSION (session), NULL);

  self = g_object_new (ESP_TYPE_OUTLINE_MODEL, NULL);
  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (session, "notify::scene", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "layout-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * esp_outline_model_set_active:
 * @self: a model
 * @active: whether anybody looks at it
 *
 * Fills the model and keeps it in step with the chart, or empties it. Time: O(shown).
 */
void
esp_outline_model_set_active (EspOutlineModel *self,
                              gboolean         active)
{
  g_return_if_fail (ESP_IS_OUTLINE_MODEL (self));

  active = !!active;
  if (self->is_active == active)
    return;
  self->is_active = active;
  update (self);
}

/**
 * esp_outline_model_find:
 * @self: a model
 * @key: a unit or a position
 *
 * Time: O(rows), a fraction of a millisecond for a million.
 *
 * Returns: its position; %G_MAXUINT if it is not shown
 */
guint
esp_outline_model_find (EspOutlineModel *self,
                        EspRowKey        key)
{
  const guint32 *rows;
  guint32 wanted;

  g_return_val_if_fail (ESP_IS_OUTLINE_MODEL (self), G_MAXUINT);

  if (key == ESP_ROW_KEY_NONE)
    return G_MAXUINT;
  wanted = ESP_ROW_IX (key) | (ESP_ROW_TABLE (key) == ESP_TABLE_UNITS ? ESP_SCENE_ROW_IS_UNIT : 0);
  rows = (const guint32 *) self->rows->data;
  for (guint i = 0; i < self->rows->len; i++)
    if (rows[i] == wanted)
      return i;
  return G_MAXUINT;
}

/**
 * esp_outline_model_get_key:
 * @self: a model
 * @position: of a row
 *
 * Returns: what stands there; %ESP_ROW_KEY_NONE past the end
 */
EspRowKey
esp_outline_model_get_key (EspOutlineModel *self,
                           guint            position)
{
  g_return_val_if_fail (ESP_IS_OUTLINE_MODEL (self), ESP_ROW_KEY_NONE);

  return position < self->rows->len ? to_key (g_array_index (self->rows, guint32, position)) : ESP_ROW_KEY_NONE;
}
