/* esp-session-selection.c — what is selected: units and positions, one of them the lead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  EspRowKey x = *(const EspRowKey *) a;
  EspRowKey y = *(const EspRowKey *) b;

  return (x > y) - (x < y);
}

/* Where @key stands among the sorted @rows, or would stand */
static gboolean
find_key (GArray    *rows,
          EspRowKey  key,
          guint     *at)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (rows, EspRowKey, middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
  *at = low;
  return low < rows->len && g_array_index (rows, EspRowKey, low) == key;
}

static void
set_lead (EspSession *self,
          EspRowKey   lead)
{
  self->selected_table = lead != ESP_ROW_KEY_NONE ? ESP_ROW_TABLE (lead) : ESP_TABLE_POSITIONS;
  self->selected_ix = lead != ESP_ROW_KEY_NONE ? ESP_ROW_IX (lead) : ESP_IX_NONE;
}

/* The next one of several takes the lead over. */
static void
keep_lead (EspSession *self,
           guint       at)
{
  set_lead (self, self->selected->len > 0 ? g_array_index (self->selected, EspRowKey, MIN (at, self->selected->len - 1)) : ESP_ROW_KEY_NONE);
}

/* Rows are gone: they are not selected any more. */
void
_esp_session_forget_dead_selection (EspSession      *self,
                                    EspOrganization *organization)
{
  guint n = 0;
  gboolean has_lead = FALSE;

  for (guint i = 0; i < self->selected->len; i++)
    {
      EspRowKey key = g_array_index (self->selected, EspRowKey, i);

      if (!esp_organization_is_live (organization, ESP_ROW_TABLE (key), ESP_ROW_IX (key)))
        continue;
      has_lead |= key == ESP_ROW_KEY (self->selected_table, self->selected_ix);
      g_array_index (self->selected, EspRowKey, n++) = key;
    }
  if (n == self->selected->len)
    return;
  g_array_set_size (self->selected, n);
  if (!has_lead)
    keep_lead (self, 0);
  _esp_session_emit (self, ESP_SESSION_SELECTION_CHANGED);
}

/**
 * esp_session_get_selection:
 * @self: a session
 * @table: (out) (optional): %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: (out) (optional): the row
 *
 * The lead: what is selected, or of several the one chosen last.
 *
 * Returns: whether something is selected
 */
gboolean
esp_session_get_selection (EspSession *self,
                           EspTable   *table,
                           EspIx      *ix)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);

  if (table != NULL)
    *table = self->selected_table;
  if (ix != NULL)
    *ix = self->selected_ix;
  return self->selected_ix != ESP_IX_NONE;
}

/**
 * esp_session_select:
 * @self: a session
 * @table: %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: a row that is alive, or %ESP_IX_NONE
 *
 * Selects a unit or a position alone, without moving the chart (esp_session_reveal()).
 */
void
esp_session_select (EspSession *self,
                    EspTable    table,
                    EspIx       ix)
{
  EspRowKey key = ESP_ROW_KEY (table, ix);

  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (table == ESP_TABLE_UNITS || table == ESP_TABLE_POSITIONS);

  if (self->selected_ix == ix && self->selected->len <= 1 && (ix == ESP_IX_NONE || self->selected_table == table))
    return;
  _esp_places_begin (self->places);
  g_array_set_size (self->selected, 0);
  if (ix != ESP_IX_NONE)
    g_array_append_val (self->selected, key);
  set_lead (self, ix != ESP_IX_NONE ? key : ESP_ROW_KEY_NONE);
  _esp_session_emit (self, ESP_SESSION_SELECTION_CHANGED);
  _esp_places_end (self->places);
}

void
esp_session_clear_selection (EspSession *self)
{
  esp_session_select (self, ESP_TABLE_POSITIONS, ESP_IX_NONE);
}

/**
 * esp_session_get_n_selected:
 * @self: a session
 *
 * Returns: how many units and positions are selected
 */
guint
esp_session_get_n_selected (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), 0);

  return self->selected->len;
}

/**
 * esp_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none) (element-type EspRowKey): all that is selected, units first, each in the order of their slots
 */
GArray *
esp_session_get_selected (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->selected;
}

/**
 * esp_session_is_selected:
 * @self: a session
 * @table: %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: a row
 *
 * O(log selected).
 *
 * Returns: whether the row is selected
 */
gboolean
esp_session_is_selected (EspSession *self,
                         EspTable    table,
                         EspIx       ix)
{
  guint at;

  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);

  return self->selected->len > 0 && find_key (self->selected, ESP_ROW_KEY (table, ix), &at);
}

/**
 * esp_session_toggle_selected:
 * @self: a session
 * @table: %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: a row that is alive
 *
 * Adds a row to what is selected, as the lead, or takes it out.
 */
void
esp_session_toggle_selected (EspSession *self,
                             EspTable    table,
                             EspIx       ix)
{
  EspRowKey key = ESP_ROW_KEY (table, ix);
  guint at;

  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (ix != ESP_IX_NONE);

  if (find_key (self->selected, key, &at))
    {
      g_array_remove_index (self->selected, at);
      if (key == ESP_ROW_KEY (self->selected_table, self->selected_ix))
        keep_lead (self, at);
    }
  else
    {
      g_array_insert_val (self->selected, at, key);
      set_lead (self, key);
    }
  _esp_session_emit (self, ESP_SESSION_SELECTION_CHANGED);
}

/**
 * esp_session_set_selected:
 * @self: a session
 * @rows: (element-type EspRowKey): rows that are alive, in any order; each may occur more than once
 * @lead: one of them; %ESP_ROW_KEY_NONE for the first
 *
 * Selects several.
 */
void
esp_session_set_selected (EspSession *self,
                          GArray     *rows,
                          EspRowKey   lead)
{
  guint n = 0, at;

  g_return_if_fail (ESP_IS_SESSION (self));

  if (rows != self->selected)
    {
      g_array_set_size (self->selected, 0);
      g_array_append_vals (self->selected, rows->data, rows->len);
    }
  g_array_sort (self->selected, compare_keys);
  for (guint i = 0; i < self->selected->len; i++)
    if (n == 0 || g_array_index (self->selected, EspRowKey, n - 1) != g_array_index (self->selected, EspRowKey, i))
      g_array_index (self->selected, EspRowKey, n++) = g_array_index (self->selected, EspRowKey, i);
  g_array_set_size (self->selected, n);
  if (find_key (self->selected, lead, &at))
    set_lead (self, lead);
  else
    keep_lead (self, 0);
  _esp_session_emit (self, ESP_SESSION_SELECTION_CHANGED);
}

/**
 * esp_session_get_selected_position:
 * @self: a session
 *
 * Returns: the selected position (of several the lead), or %ESP_IX_NONE
 */
EspIx
esp_session_get_selected_position (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), ESP_IX_NONE);

  return self->selected_table == ESP_TABLE_POSITIONS ? self->selected_ix : ESP_IX_NONE;
}

/**
 * esp_session_get_selected_unit:
 * @self: a session
 *
 * Returns: the selected unit, or the unit of the selected position, or %ESP_IX_NONE
 */
EspIx
esp_session_get_selected_unit (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), ESP_IX_NONE);

  if (self->selected_ix == ESP_IX_NONE || self->selected_table == ESP_TABLE_UNITS)
    return self->selected_ix;
  return esp_position_get_unit (esp_session_get_organization (self), self->selected_ix);
}
