/* esp-delete-dialog.c — what shall become of the reports of those that are deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-delete-dialog.h"

#include "core/esp-i18n.h"
#include "session/esp-session-edit.h"

/* What was selected when it was asked: the answer is about that */
typedef struct
{
  EspSession *session;
  GArray     *rows; /* EspRowKey */
  guint       n_positions;
  guint       n_units;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->session);
  g_array_unref (question->rows);
  g_free (question);
}

static void
delete_rows (Question         *question,
             EspReportsPolicy  policy)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_DELETE);

  command.rows = (const EspRowKey *) (gpointer) question->rows->data;
  command.n_rows = question->rows->len;
  command.value = policy;
  esp_session_edit (question->session, &command);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "keep"))
    delete_rows (question, ESP_REPORTS_MOVE_UP);
  else if (g_str_equal (response, "delete"))
    delete_rows (question, ESP_REPORTS_REMOVE);
}

/* Positions in, and units of, one of the units */
static guint
count_contents (EspOrganization *organization,
                GArray          *rows)
{
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  guint32 n, n_units;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  const EspIx *unit_order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n_units);
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      EspRowKey key = g_array_index (rows, EspRowKey, i);

      if (ESP_ROW_TABLE (key) == ESP_TABLE_UNITS)
        g_hash_table_add (units, GUINT_TO_POINTER (ESP_ROW_IX (key) + 1));
    }
  if (g_hash_table_size (units) == 0)
    return 0;
  for (guint32 i = 0; i < n; i++)
    count += g_hash_table_contains (units, GUINT_TO_POINTER (esp_position_get_unit (organization, order[i]) + 1));
  for (guint32 i = 0; i < n_units; i++)
    count += g_hash_table_contains (units, GUINT_TO_POINTER (esp_unit_get_parent (organization, unit_order[i]) + 1));
  return count;
}

static guint
count_reports (EspOrganization *organization,
               Question        *question,
               guint32         *n_all)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (EspIx));

  *n_all = 0;
  for (guint i = 0; i < question->rows->len; i++)
    {
      EspRowKey key = g_array_index (question->rows, EspRowKey, i);
      EspIx ix = ESP_ROW_IX (key);

      if (ESP_ROW_TABLE (key) == ESP_TABLE_POSITIONS)
        g_array_append_val (positions, ix);
    }
  question->n_positions = positions->len;
  question->n_units = question->rows->len - positions->len;
  return esp_edit_count_reports (organization, (const EspIx *) (gpointer) positions->data, positions->len, n_all);
}

static char *
get_heading (EspOrganization *organization,
             Question        *question)
{
  EspRowKey key = g_array_index (question->rows, EspRowKey, 0);

  if (question->rows->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u Card?", "Delete %u Cards?", question->rows->len), question->rows->len);
  /* Translators: the title of a position or the name of a unit */
  return g_strdup_printf (_("Delete “%s”?"), question->n_units > 0 ? esp_unit_get_name (organization, ESP_ROW_IX (key))
                                                                    : esp_position_get_title (organization, ESP_ROW_IX (key)));
}

static char *
get_body (Question *question,
          guint     n_reports,
          guint     n_all,
          guint     n_contents)
{
  g_autofree char *reports = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position reports here.", "%'u positions report here.", n_reports),
                                              n_reports);
  g_autofree char *all = NULL;
  g_autofree char *contents = NULL;

  if (n_all > n_reports)
    {
      g_free (reports);
      /* Translators: the first number counts those who report directly, the second one all that are below */
      reports = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position reports here, %'u hang below in all.",
                                              "%'u positions report here, %'u hang below in all.", n_reports),
                                 n_reports, n_all);
    }
  if (n_contents == 0)
    return g_steal_pointer (&reports);
  contents = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position or unit is in it.", "%'u positions and units are in it.", n_contents), n_contents);
  return n_reports > 0 ? g_strjoin (" ", reports, contents, NULL) : g_steal_pointer (&contents);
}

/**
 * esp_delete_dialog_ask:
 * @parent: the window it is asked in
 * @session: whose selection to delete
 *
 * Deletes what is selected: at once if nothing hangs from it; else after asking what shall become of that.
 */
void
esp_delete_dialog_ask (GtkWindow  *parent,
                       EspSession *session)
{
  EspOrganization *organization = esp_session_get_organization (session);
  Question *question;
  guint n_reports, n_contents;
  guint32 n_all;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (organization == NULL || esp_session_get_n_selected (session) == 0)
    return;
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->rows = g_array_copy (esp_session_get_selected (session));
  n_reports = count_reports (organization, question, &n_all);
  n_contents = count_contents (organization, question->rows);
  if (n_reports == 0 && n_contents == 0)
    {
      delete_rows (question, ESP_REPORTS_MOVE_UP);
      question_free (question);
      return;
    }
  heading = get_heading (organization, question);
  body = get_body (question, n_reports, n_all, n_contents);
  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "delete", _("_Delete All"),
                                    "keep", question->n_units > 0 ? _("_Keep What Is in It") : _("_Move Up"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, (GClosureNotify) (GCallback) question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
