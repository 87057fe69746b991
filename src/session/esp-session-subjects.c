/* esp-session-subjects.c — what the comparison and the career view are asked to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

/**
 * esp_session_get_subjects:
 * @self: a session
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the roles that are compared, in the order shown; interned
 */
const char * const *
esp_session_get_subjects (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return (const char * const *) self->subjects->pdata;
}

/* Appends @role_id unless it is there, is unknown, or there is no room; says whether it did. */
static gboolean
append_subject (EspSession *self,
                const char *role_id)
{
  const EspRole *role = esp_catalogue_find_role (self->catalogue, role_id);

  if (role == NULL || self->subjects->len > ESP_SESSION_MAX_SUBJECTS || g_strv_contains (esp_session_get_subjects (self), role_id))
    return FALSE;
  g_ptr_array_index (self->subjects, self->subjects->len - 1) = (gpointer) role->id;
  g_ptr_array_add (self->subjects, NULL);
  return TRUE;
}

/**
 * esp_session_set_subjects:
 * @self: a session
 * @role_ids: ids of roles; unknown ones, repeated ones, and those past %ESP_SESSION_MAX_SUBJECTS are left out
 *
 * Sets what is compared.
 */
void
esp_session_set_subjects (EspSession         *self,
                          const char * const *role_ids)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (role_ids != NULL);

  g_ptr_array_set_size (self->subjects, 0);
  g_ptr_array_add (self->subjects, NULL);
  for (guint i = 0; role_ids[i] != NULL; i++)
    append_subject (self, role_ids[i]);
  _esp_session_emit (self, ESP_SESSION_SUBJECTS_CHANGED);
}

/**
 * esp_session_add_subject:
 * @self: a session
 * @role_id: a role
 *
 * Returns: whether it was added; not if it is among them already, or if there is no room
 */
gboolean
esp_session_add_subject (EspSession *self,
                         const char *role_id)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (role_id != NULL, FALSE);

  if (!append_subject (self, role_id))
    return FALSE;
  _esp_session_emit (self, ESP_SESSION_SUBJECTS_CHANGED);
  return TRUE;
}

void
esp_session_remove_subject (EspSession *self,
                            const char *role_id)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (role_id != NULL);

  for (guint i = 0; i + 1 < self->subjects->len; i++)
    if (strcmp (g_ptr_array_index (self->subjects, i), role_id) == 0)
      {
        g_ptr_array_remove_index (self->subjects, i);
        _esp_session_emit (self, ESP_SESSION_SUBJECTS_CHANGED);
        return;
      }
}

const char *
esp_session_get_rung (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->rung;
}

/**
 * esp_session_set_rung:
 * @self: a session
 * @rung_id: (nullable): the rung looked at
 */
void
esp_session_set_rung (EspSession *self,
                      const char *rung_id)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  rung_id = g_intern_string (rung_id);
  if (self->rung == rung_id)
    return;
  self->rung = rung_id;
  _esp_session_notify (self, ESP_SESSION_PROP_RUNG);
}

const char *
esp_session_get_from_rung (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->from_rung;
}

/**
 * esp_session_set_from_rung:
 * @self: a session
 * @rung_id: (nullable): the rung one stands on
 */
void
esp_session_set_from_rung (EspSession *self,
                           const char *rung_id)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  rung_id = g_intern_string (rung_id);
  if (self->from_rung == rung_id)
    return;
  self->from_rung = rung_id;
  _esp_session_notify (self, ESP_SESSION_PROP_FROM_RUNG);
}
