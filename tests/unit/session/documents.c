/* documents.c — documents for the tests: a sample, or a large one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "documents.h"

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

EspDocument *
open_sample (void)
{
  EspDocument *document = esp_document_new_for_sample (g_ptr_array_index (esp_catalogue_get_samples (esp_catalogue_get_default ()), 0));
  g_autoptr (GAsyncResult) result = NULL;

  esp_document_load_async (document, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (esp_document_load_finish (document, result, NULL));
  return document;
}

static void
fill_edit (EspOrganization *organization,
           gpointer         user_data)
{
  guint n = GPOINTER_TO_UINT (user_data);
  EspIx manager = ESP_IX_NONE;

  esp_organization_begin (organization, "Fill");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *manager_id = g_strdup_printf ("p%u", (i - 1) / 10);
      g_autofree char *title = g_strdup_printf ("Seat %u", i);
      EspIx ix = esp_organization_insert (organization, ESP_TABLE_POSITIONS, esp_organization_intern (organization, id), i);

      esp_organization_set (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_TITLE, esp_organization_intern (organization, title));
      if (i > 0)
        esp_organization_set (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO, esp_organization_intern (organization, manager_id));
      manager = ix;
    }
  g_assert_cmpuint (manager, !=, ESP_IX_NONE);
  esp_organization_commit (organization);
}

EspDocument *
create_large (guint n)
{
  EspDocument *document = esp_document_new_empty ();

  esp_document_edit (document, fill_edit, GUINT_TO_POINTER (n), NULL);
  return document;
}

void
wait_for_scene (EspSession *session)
{
  while (esp_session_get_building (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (esp_session_get_scene (session));
}

EspIx
find_position (EspSession *session,
               const char *id)
{
  return esp_organization_find_id (esp_session_get_organization (session), ESP_TABLE_POSITIONS, id);
}

char *
get_folds (EspSession *session)
{
  EspScene *scene = esp_session_get_scene (session);
  GString *folds = g_string_new (NULL);

  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (scene); node++)
    g_string_append_c (folds, esp_scene_is_folded (scene, node) ? '+' : '-');
  return g_string_free (folds, FALSE);
}
