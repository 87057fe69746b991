/* esp-edits-views.c — what people do to saved views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include <string.h>

#include "core/esp-i18n.h"

#define VIEWS ESP_TABLE_VIEWS

static gboolean
check_name (EspStr   name,
            GError **error)
{
  if (name != ESP_STR_NONE)
    return TRUE;
  g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("A view needs a name."));
  return FALSE;
}

/* A list that is empty says so in the file: none, which is not the same as not said. */
static void
set_texts (EspOrganization    *organization,
           EspIx               view,
           EspField            field,
           const char * const *texts)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 present = esp_organization_get (organization, VIEWS, view, ESP_VIEW_PRESENT);
  guint32 list = esp_organization_get (organization, VIEWS, view, field);
  guint32 n;
  const guint32 *before = esp_organization_get_list (organization, list, &n);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      EspStr text = esp_organization_intern (organization, texts[i]);

      g_array_append_val (words, text);
    }
  present = words->len > 0 ? present & ~(1u << field) : present | 1u << field;
  esp_organization_set (organization, VIEWS, view, ESP_VIEW_PRESENT, present);
  if (n != words->len || (n > 0 && memcmp (before, words->data, n * sizeof (guint32)) != 0))
    list = esp_organization_add_list (organization, (const guint32 *) (gpointer) words->data, words->len);
  _esp_edit_set (organization, VIEWS, view, field, list);
}

static void
set_text (EspOrganization *organization,
          EspIx            view,
          EspField         field,
          const char      *text)
{
  _esp_edit_set (organization, VIEWS, view, field, _esp_edit_intern (organization, text));
}

/**
 * esp_edit_find_view:
 * @organization: an organization
 * @name: a name
 *
 * Returns: the first view of that name, or %ESP_IX_NONE
 */
EspIx
esp_edit_find_view (EspOrganization *organization,
                    const char      *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, VIEWS, &n);

  for (guint32 i = 0; i < n; i++)
    if (g_strcmp0 (esp_organization_get_text (organization, VIEWS, order[i], ESP_VIEW_NAME), stripped) == 0)
      return order[i];
  return ESP_IX_NONE;
}

/**
 * esp_edit_save_view:
 * @organization: an organization
 * @name: what the view is called; a view of that name becomes this one
 * @view: what it shows
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @name
 *
 * Returns: the view; %ESP_IX_NONE with @error set
 */
EspIx
esp_edit_save_view (EspOrganization    *organization,
                    const char         *name,
                    const EspViewWords *view,
                    GError            **error)
{
  EspStr str = _esp_edit_intern (organization, name);
  EspIx ix;

  if (!check_name (str, error))
    return ESP_IX_NONE;
  ix = esp_edit_find_view (organization, name);
  esp_organization_begin (organization, ix != ESP_IX_NONE ? _("Replace View") : _("Save View"));
  if (ix == ESP_IX_NONE)
    {
      ix = esp_organization_insert (organization, VIEWS, _esp_edit_new_id (organization, VIEWS, "v"), G_MAXUINT32);
      esp_organization_set (organization, VIEWS, ix, ESP_VIEW_NAME, str);
    }
  set_text (organization, ix, ESP_VIEW_CHART, view->chart);
  set_text (organization, ix, ESP_VIEW_TOP, view->top);
  set_text (organization, ix, ESP_VIEW_DIRECTION, view->direction);
  set_text (organization, ix, ESP_VIEW_DENSITY, view->density);
  set_text (organization, ix, ESP_VIEW_ARRANGE, view->arrange);
  set_text (organization, ix, ESP_VIEW_COLOR_BY, view->color_by);
  _esp_edit_set (organization, VIEWS, ix, ESP_VIEW_FRAMES, view->frames ? ESP_STAFF_YES : ESP_STAFF_NO);
  set_texts (organization, ix, ESP_VIEW_LINES, view->lines);
  set_texts (organization, ix, ESP_VIEW_FILTER, view->filter);
  set_texts (organization, ix, ESP_VIEW_FOLDED, view->folded);
  set_text (organization, ix, ESP_VIEW_CENTER, view->center);
  set_text (organization, ix, ESP_VIEW_ZOOM, view->zoom);
  esp_organization_commit (organization);
  return ix;
}

/**
 * esp_edit_rename_view:
 * @organization: an organization
 * @view: a view
 * @name: its new name
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @name, %ESP_ORGANIZATION_ERROR_REFERENCE if another view is called so
 */
gboolean
esp_edit_rename_view (EspOrganization *organization,
                      EspIx            view,
                      const char      *name,
                      GError         **error)
{
  EspStr str = _esp_edit_intern (organization, name);
  EspIx other;

  if (!check_name (str, error))
    return FALSE;
  other = esp_edit_find_view (organization, name);
  if (other != ESP_IX_NONE && other != view)
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_REFERENCE, _("There is a view “%s” already."),
                   esp_organization_get_string (organization, str));
      return FALSE;
    }
  _esp_edit_set_one (organization, _("Rename View"), VIEWS, view, ESP_VIEW_NAME, str);
  return TRUE;
}

/**
 * esp_edit_remove_view:
 * @organization: an organization
 * @view: a view
 */
void
esp_edit_remove_view (EspOrganization *organization,
                      EspIx            view)
{
  esp_organization_begin (organization, _("Delete View"));
  esp_organization_remove (organization, VIEWS, view);
  esp_organization_commit (organization);
}
