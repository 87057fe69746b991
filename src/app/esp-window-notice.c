/* esp-window-notice.c — what the bar above the document says: others have written the file, a crash left changes, changes are not safe
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "app/esp-diff-dialog.h"
#include "core/esp-i18n.h"

static void
show_disk (EspWindow   *self,
           EspDocument *document)
{
  static const EspNoticeButton changed[] = {
    { N_("Show _Differences"), "win.compare-with-file" }, { N_("_Keep Mine"), "win.keep-mine" }, { N_("_Take Theirs"), "win.take-theirs" }
  };
  static const EspNoticeButton unedited[] = { { N_("Show _Differences"), "win.compare-with-file" }, { N_("_Reload"), "win.take-theirs" } };
  static const EspNoticeButton gone[] = { { N_("_Save"), "win.save" }, { N_("Save _As…"), "win.save-as" } };
  g_autofree char *text = NULL;

  if (esp_document_get_disk (document) == ESP_FILE_GONE)
    {
      text = g_strdup_printf (_("“%s” is not there any more. What you see is not lost as long as the window is open."), esp_document_get_subtitle (document));
      esp_notice_show (self->notice, text, gone, G_N_ELEMENTS (gone));
      return;
    }
  text = g_strdup_printf (_("“%s” was changed by another program."), esp_document_get_subtitle (document));
  if (esp_document_get_modified (document))
    esp_notice_show (self->notice, text, changed, G_N_ELEMENTS (changed));
  else
    esp_notice_show (self->notice, text, unedited, G_N_ELEMENTS (unedited));
}

static void
show_recovered (EspWindow   *self,
                EspDocument *document)
{
  static const EspNoticeButton discard[] = { { N_("_Discard"), "win.discard-changes" } };
  guint n = esp_document_get_recovered (document);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Recovered %u change that was not saved", "Recovered %u changes that were not saved", n), n);

  esp_notice_show (self->notice, text, discard, G_N_ELEMENTS (discard));
}

/* At most one thing is said, the most urgent one. */
void
_esp_window_update_notice (EspWindow *self)
{
  EspDocument *document = esp_window_get_document (self);
  g_autofree char *text = NULL;

  if (document == NULL || !self->has_document)
    {
      esp_notice_hide (self->notice);
    }
  else if (esp_document_get_disk (document) != ESP_FILE_SAME && !self->has_dismissed_disk)
    {
      show_disk (self, document);
    }
  else if (esp_document_get_recovered (document) > 0)
    {
      show_recovered (self, document);
    }
  else if (esp_document_get_set_aside (document) != NULL && !self->has_dismissed_set_aside)
    {
      text = g_strdup_printf (_("Changes that were not saved were found and could not be taken up: the file is another one since, or they are damaged. They are kept in “%s”."),
                              esp_document_get_set_aside (document));
      esp_notice_show (self->notice, text, NULL, 0);
    }
  else if (esp_document_get_unprotected (document) != NULL && !self->has_dismissed_unprotected)
    {
      text = g_strdup_printf (_("Changes cannot be kept safe from a crash. Save often. (%s)"), esp_document_get_unprotected (document)->message);
      esp_notice_show (self->notice, text, NULL, 0);
    }
  else
    {
      esp_notice_hide (self->notice);
    }
}

/* Others have done something new. */
void
_esp_window_disk_changed (EspWindow *self)
{
  self->has_dismissed_disk = FALSE;
  _esp_window_update_notice (self);
}

/* Another document has nothing of what was dismissed. */
void
_esp_window_reset_notice (EspWindow *self)
{
  self->has_dismissed_disk = FALSE;
  self->has_dismissed_set_aside = FALSE;
  self->has_dismissed_unprotected = FALSE;
  _esp_window_update_notice (self);
}

static void
dismiss_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  EspWindow *self = user_data;
  EspDocument *document = esp_window_get_document (self);

  if (document == NULL)
    return;
  if (esp_document_get_disk (document) != ESP_FILE_SAME && !self->has_dismissed_disk)
    self->has_dismissed_disk = TRUE;
  else if (esp_document_get_recovered (document) > 0)
    esp_document_accept_recovered (document);
  else if (esp_document_get_set_aside (document) != NULL && !self->has_dismissed_set_aside)
    self->has_dismissed_set_aside = TRUE;
  else
    self->has_dismissed_unprotected = TRUE;
  _esp_window_update_notice (self);
}

static void
discard_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  esp_document_discard (esp_window_get_document (user_data));
  esp_window_toast (user_data, _("Changes discarded"));
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  _esp_window_compare (user_data);
}

static void
theirs_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  _esp_window_reload (user_data);
}

/* Shows what the file has that the document has not. */
void
_esp_window_compare (EspWindow *self)
{
  EspDocument *document = esp_window_get_document (self);

  if (document != NULL && esp_document_get_file (document) != NULL)
    gtk_window_present (GTK_WINDOW (esp_diff_dialog_new (self)));
}

void
_esp_window_init_notice (EspWindow *self)
{
  const GActionEntry entries[] = {
    { "dismiss-notice", dismiss_cb },
    { "discard-changes", discard_cb },
    { "compare-with-file", compare_cb },
    { "take-theirs", theirs_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
