/* esp-doctor-window.c — what the data doctor noticed, where, why, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-doctor-window.h"

#include <string.h>

#include "app/esp-finding-list.h"
#include "app/esp-weak-ref.h"
#include "core/esp-i18n.h"
#include "esp-config.h"
#include "io/esp-table-mapping.h"
#include "organization/esp-fixes.h"

/* Changes that come quickly after each other are looked over together. */
#define LOOK_DELAY_MS 200

struct _EspDoctorWindow
{
  AdwWindow       parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkStack       *stack;
  GtkListView    *list;

  EspSession     *session;
  EspDocument    *document;   /* of the session */
  EspFindingList *findings;
  guint           look_id;    /* waits to look */
  guint           generation; /* of what is looked over */
};

G_DEFINE_FINAL_TYPE (EspDoctorWindow, esp_doctor_window, ADW_TYPE_WINDOW)

/* The widgets of a row */
typedef struct
{
  GtkWidget *icon;
  GtkWidget *message;
  GtkWidget *place;
  GtkWidget *fix;
  GtkWidget *go_button;
  GtkWidget *fix_button;
} Row;

/* One look; the organization is held meanwhile */
typedef struct
{
  EspDocument     *document;
  EspOrganization *organization;
  GArray          *lines; /* (nullable): by position, as far as it was read from the file */
  gboolean         is_table;
  guint            generation;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->organization);
  g_object_unref (look->document);
  g_clear_pointer (&look->lines, g_array_unref);
  g_free (look);
}

/* What mends many at once comes first. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const EspFinding *first = *(const EspFinding *const *) a, *second = *(const EspFinding *const *) b;
  gboolean is_first = first->action != ESP_FIX_NONE && first->ix == ESP_IX_NONE;
  gboolean is_second = second->action != ESP_FIX_NONE && second->ix == ESP_IX_NONE;

  return is_second - is_first;
}

static void
look_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;
  guint32 n_slots = esp_organization_get_n_slots (look->organization, ESP_TABLE_POSITIONS);
  g_autofree guint32 *lines = NULL;
  GPtrArray *findings;

  if (look->lines != NULL)
    {
      lines = g_new0 (guint32, n_slots + 1); /* positions that were added later have no line */
      memcpy (lines, look->lines->data, MIN (look->lines->len, n_slots) * sizeof (guint32));
    }
  findings = esp_findings_collect (look->organization, lines);
  for (guint i = 0; i < findings->len && look->is_table; i++)
    ((EspFinding *) g_ptr_array_index (findings, i))->is_row = TRUE;
  g_ptr_array_sort (findings, compare_findings); /* GLib’s sort keeps the order of equals */
  g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GWeakRef) weak = user_data;
  g_autoptr (EspDoctorWindow) self = g_weak_ref_get (weak);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *subtitle = NULL;

  esp_document_release (look->document);
  if (self == NULL || look->generation != self->generation || self->session == NULL)
    return;
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u to look at", "%'u to look at", findings->len), findings->len);
  adw_window_title_set_subtitle (self->window_title, findings->len > 0 ? subtitle : "");
  esp_finding_list_set (self->findings, findings);
  gtk_stack_set_visible_child_name (self->stack, findings->len > 0 ? "list" : "empty");
}

static gboolean
look_cb (gpointer user_data)
{
  EspDoctorWindow *self = user_data;
  EspOrganization *organization = esp_document_get_organization (self->document);
  const EspLoadReport *report = esp_document_get_report (self->document);
  g_autoptr (GTask) task = NULL;
  Look *look;

  self->look_id = 0;
  self->generation++;
  if (organization == NULL)
    return G_SOURCE_REMOVE;

  task = g_task_new (NULL, NULL, looked_cb, esp_weak_ref_new (self)); /* a window that outlives its parent is none any more */
  look = g_new0 (Look, 1);
  look->document = g_object_ref (self->document);
  look->organization = g_object_ref (organization);
  look->generation = self->generation;
  if (report != NULL && report->position_lines != NULL)
    look->lines = g_array_ref (report->position_lines);
  look->is_table = report != NULL && report->kind == ESP_FILE_TABLE;
  esp_document_hold (self->document);
  g_task_set_source_tag (task, look_cb);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_worker);
  return G_SOURCE_REMOVE;
}

static void
schedule_look (EspDoctorWindow *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (LOOK_DELAY_MS, look_cb, self);
}

static void
watch_document (EspDoctorWindow *self)
{
  EspDocument *document = esp_session_get_document (self->session);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  gtk_stack_set_visible_child_name (self->stack, "looking");
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (schedule_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::organization", G_CALLBACK (schedule_look), self, G_CONNECT_SWAPPED);
  look_cb (self);
}

static void
go_cb (GtkButton       *button,
       EspDoctorWindow *self)
{
  EspFindingItem *item = g_object_get_data (G_OBJECT (button), "item");
  const EspFinding *finding = esp_finding_item_get_finding (item);

  if (!esp_organization_is_live (esp_document_get_organization (self->document), finding->table, finding->ix))
    return;
  esp_session_reveal (self->session, finding->table, finding->ix);
  gtk_window_present (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static void
apply_fix (EspOrganization *organization,
           gpointer         user_data)
{
  esp_fix_apply (organization, esp_finding_item_get_finding (user_data));
}

static void
fix_cb (GtkButton       *button,
        EspDoctorWindow *self)
{
  EspFindingItem *item = g_object_get_data (G_OBJECT (button), "item");

  esp_document_edit (self->document, apply_fix, g_object_ref (item), g_object_unref);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          EspDoctorWindow          *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->icon = gtk_image_new ();
  row->message = make_label (NULL);
  row->place = make_label ("caption");
  row->fix = make_label ("caption");
  row->go_button = gtk_button_new_with_mnemonic (_("_Go to Card"));
  row->fix_button = gtk_button_new ();
  gtk_widget_set_valign (row->icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 12);
  g_signal_connect_object (row->go_button, "clicked", G_CALLBACK (go_cb), self, 0);
  g_signal_connect_object (row->fix_button, "clicked", G_CALLBACK (fix_cb), self, 0);
  gtk_box_append (GTK_BOX (buttons), row->go_button);
  gtk_box_append (GTK_BOX (buttons), row->fix_button);
  gtk_box_append (GTK_BOX (words), row->message);
  gtk_box_append (GTK_BOX (words), row->place);
  gtk_box_append (GTK_BOX (words), row->fix);
  gtk_box_append (GTK_BOX (words), buttons);
  gtk_box_append (GTK_BOX (box), row->icon);
  gtk_box_append (GTK_BOX (box), words);
  g_object_set_data_full (G_OBJECT (list_item), "row", row, g_free);
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_activatable (list_item, FALSE);
}

/* What people call a field; a column of a table is called as the table calls it. */
static const char *
get_field_name (const EspFinding *finding)
{
  if (g_strcmp0 (finding->field, "reports_to") == 0)
    return esp_column_use_get_name (ESP_USE_MANAGER);
  if (g_strcmp0 (finding->field, "id") == 0)
    return esp_column_use_get_name (ESP_USE_ID);
  if (g_strcmp0 (finding->field, "unit") == 0)
    return esp_column_use_get_name (ESP_USE_UNIT);
  if (g_strcmp0 (finding->field, "lines") == 0)
    return C_ ("column", "Lines");

  return finding->field;
}

/* “Row 12 · E0012 · Manager” */
static char *
describe_place (const EspFinding *finding)
{
  g_autofree char *line = finding->line == 0 ? NULL : g_strdup_printf (finding->is_row ? _("Row %u") : _("Line %u"), finding->line);
  GString *place = g_string_new (line != NULL ? line : "");

  if (finding->id != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", finding->id);
  if (finding->field != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", get_field_name (finding));
  return g_string_free (place, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         EspDoctorWindow          *self)
{
  static const char *const icons[] = { "dialog-information-symbolic", "dialog-warning-symbolic", "dialog-error-symbolic" };
  const char *const severities[] = { C_ ("severity", "Note"), C_ ("severity", "Warning"), C_ ("severity", "Error") };
  Row *row = g_object_get_data (G_OBJECT (list_item), "row");
  EspFindingItem *item = gtk_list_item_get_item (list_item);
  const EspFinding *finding = esp_finding_item_get_finding (item);
  g_autofree char *place = describe_place (finding);
  const char *fix = esp_fix_get_label (finding->action);
  gboolean has_card = finding->ix != ESP_IX_NONE && (finding->table == ESP_TABLE_POSITIONS || finding->table == ESP_TABLE_UNITS);

  gtk_image_set_from_icon_name (GTK_IMAGE (row->icon), icons[finding->severity]);
  gtk_widget_set_tooltip_text (row->icon, severities[finding->severity]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, severities[finding->severity], -1);
  gtk_label_set_label (GTK_LABEL (row->message), finding->message);
  gtk_label_set_label (GTK_LABEL (row->place), place);
  gtk_widget_set_visible (row->place, *place != '\0');
  gtk_label_set_label (GTK_LABEL (row->fix), finding->fix != NULL ? finding->fix : "");
  gtk_widget_set_visible (row->fix, finding->fix != NULL);
  gtk_widget_set_visible (row->go_button, has_card);
  gtk_widget_set_visible (row->fix_button, fix != NULL);
  if (fix != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (row->fix_button), fix);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (row->fix_button))), TRUE); /* long in a narrow window */
    }
  gtk_widget_set_visible (gtk_widget_get_parent (row->fix_button), has_card || fix != NULL);
  g_object_set_data_full (G_OBJECT (row->go_button), "item", g_object_ref (item), g_object_unref);
  g_object_set_data_full (G_OBJECT (row->fix_button), "item", g_object_ref (item), g_object_unref);
}

static void
esp_doctor_window_dispose (GObject *object)
{
  EspDoctorWindow *self = ESP_DOCTOR_WINDOW (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  self->generation++;
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (esp_doctor_window_parent_class)->dispose (object);
}

static void
esp_doctor_window_class_init (EspDoctorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_doctor_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/doctor-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EspDoctorWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, EspDoctorWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EspDoctorWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
esp_doctor_window_init (EspDoctorWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->findings = esp_finding_list_new ();
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->findings))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
}

/**
 * esp_doctor_window_new:
 * @parent: the window whose document is looked over
 * @session: what it shows
 *
 * Returns: (transfer none): a window, to be presented; it looks again after every change
 */
GtkWindow *
esp_doctor_window_new (GtkWindow  *parent,
                       EspSession *session)
{
  EspDoctorWindow *self = g_object_new (ESP_TYPE_DOCTOR_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (watch_document), self, G_CONNECT_SWAPPED);
  watch_document (self);
  return GTK_WINDOW (self);
}
