/* esp-recent.c — the files that were opened and saved lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-recent.h"

#include "app/esp-settings.h"
#include "esp-config.h"

#define MEDIA_TYPE "application/x-espalier+json"

/* The name under which the desktop's list keeps our files */
#define RECENT_NAME "Espalier"

/**
 * esp_recent_add:
 * @file: a file that was opened or saved
 *
 * Puts @file on top of the desktop's list of recent files.
 */
void
esp_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) RECENT_NAME,
    .app_exec = (char *) "espalier %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  g_settings_set_string (esp_settings_get_default (), "last-file", uri);
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified (*(GtkRecentInfo **) a);
  GDateTime *second = gtk_recent_info_get_modified (*(GtkRecentInfo **) b);

  return g_date_time_compare (second, first);
}

/**
 * esp_recent_list:
 * @n_max: at most so many
 *
 * Files of ours that are still there, the latest first.
 *
 * Returns: (transfer container) (element-type GtkRecentInfo): recent files; may be empty
 */
GPtrArray *
esp_recent_list (guint n_max)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, RECENT_NAME) && gtk_recent_info_exists (l->data))
      g_ptr_array_add (list, gtk_recent_info_ref (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (list, compare_infos);
  if (list->len > n_max)
    g_ptr_array_set_size (list, n_max);
  return list;
}
