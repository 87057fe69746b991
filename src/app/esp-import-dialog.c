/* esp-import-dialog.c — what the columns of a foreign table are, and what becomes of its first rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-import-dialog.h"

#include "app/esp-import-memory.h"
#include "app/esp-import-trial.h"
#include "app/esp-weak-ref.h"
#include "core/esp-i18n.h"
#include "esp-config.h"
#include "widgets/esp-narrow-bin.h"

/* Changes that come quickly after each other are tried together. */
#define TRY_DELAY_MS 120

/* Values that show what stands in a column */
#define N_VALUES 3

struct _EspImportDialog
{
  AdwWindow             parent_instance;

  /* template widgets */
  EspNarrowBin         *narrow_bin;
  AdwWindowTitle       *window_title;
  GtkWidget            *open_button;
  GtkBox               *panes;
  AdwPreferencesGroup  *columns_group;
  GtkWidget            *zeros_row;
  GtkWidget            *case_row;
  GtkSwitch            *zeros_switch;
  GtkSwitch            *case_switch;
  GtkSwitch            *units_switch;
  GtkEditable          *separator_row;
  GtkEditable          *marks_row;
  AdwPreferencesGroup  *result_group;
  GtkListBox           *rows_list;
  GtkWidget            *problems_group;
  GtkListBox           *problems_list;

  AdwComboRow          *use_rows[ESP_N_USES]; /* NULL for uses that are not asked for */
  EspTablePreview      *preview;
  gboolean              ids_are_units; /* as guessed, while the id is */
  int                   guessed_id;
  gboolean              is_filling;
  gboolean              is_done;
  guint                 try_id;     /* waits to try */
  guint                 generation; /* of what is tried */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspImportDialog, esp_import_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows; those behind the first six are folded away. */
static const EspColumnUse shown_uses[] = {
  ESP_USE_ID, ESP_USE_NAME, ESP_USE_TITLE, ESP_USE_MANAGER, ESP_USE_UNIT, ESP_USE_LEVEL, ESP_USE_GIVEN_NAME, ESP_USE_FAMILY_NAME, ESP_USE_LINK,
  ESP_USE_STATE, ESP_USE_POSTS, ESP_USE_NOTE, ESP_USE_SECOND, ESP_USE_DOTTED, ESP_USE_REPORTS,
};

#define N_MAIN_USES 6

/* The choices of a row: nothing, the columns, and for what managers are named by the full name */
static int
get_column (EspImportDialog *self,
            EspColumnUse     use)
{
  guint n = esp_table_preview_get_n_columns (self->preview);
  guint selected = adw_combo_row_get_selected (self->use_rows[use]);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return ESP_COLUMN_NONE;
  return selected <= n ? (int) selected - 1 : ESP_COLUMN_FULL_NAME;
}

/**
 * esp_import_dialog_get_mapping:
 * @self: a dialog
 *
 * Returns: (transfer full): what the columns are told to be
 */
EspTableMapping *
esp_import_dialog_get_mapping (EspImportDialog *self)
{
  EspTableMapping *mapping = esp_table_mapping_copy (esp_table_preview_get_guess (self->preview));
  const char *separator = gtk_editable_get_text (self->separator_row);
  g_auto (GStrv) marks = g_strsplit (gtk_editable_get_text (self->marks_row), " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shown_uses); i++)
    mapping->columns[shown_uses[i]] = get_column (self, shown_uses[i]);
  mapping->ignore_leading_zeros = gtk_switch_get_active (self->zeros_switch);
  mapping->ignore_case = gtk_switch_get_active (self->case_switch);
  mapping->are_units = gtk_switch_get_active (self->units_switch);
  mapping->ids_are_units = self->ids_are_units && mapping->columns[ESP_USE_ID] == self->guessed_id;
  g_free (mapping->manager_separator);
  mapping->manager_separator = *separator != '\0' ? g_strdup (separator) : NULL;
  for (guint i = 0; marks[i] != NULL; i++)
    if (*marks[i] != '\0')
      g_strv_builder_add (builder, marks[i]);
  g_clear_pointer (&mapping->root_marks, g_strfreev);
  mapping->root_marks = g_strv_builder_end (builder);
  if (mapping->root_marks[0] == NULL)
    g_clear_pointer (&mapping->root_marks, g_strfreev);

  return mapping;
}

/* “4PO01, 1PO01, …”: what stands in the column that is chosen */
static void
update_values (EspImportDialog *self,
               EspColumnUse     use)
{
  int column = get_column (self, use);
  g_autoptr (GString) values = g_string_new (NULL);
  guint n = 0;

  for (guint32 row = 0; column >= 0 && row < MIN (esp_table_preview_get_n_rows (self->preview), 200) && n < N_VALUES; row++)
    {
      const char *value = esp_table_preview_get_cell (self->preview, row, column);
      g_autofree char *line = g_strdelimit (g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), 24)), "\n\r\t", ' ');

      if (*value == '\0' || strstr (values->str, line) != NULL)
        continue;
      g_string_append_printf (values, "%s%s", n > 0 ? ", " : "", line);
      n++;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->use_rows[use]), values->str);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  return row;
}

static void
remove_rows (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_rows (EspImportDialog *self,
           EspImportTrial  *trial)
{
  remove_rows (self->rows_list);
  for (guint i = 0; i < esp_import_trial_get_n_rows (trial); i++)
    {
      g_autofree char *words = esp_import_trial_get_row_words (trial, i);
      GtkWidget *row = make_row (esp_import_trial_get_row_title (trial, i), words);
      const char *pill = esp_import_trial_get_row_pill (trial, i);

      if (pill != NULL)
        {
          GtkWidget *label = gtk_label_new (pill);

          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
        }
      gtk_list_box_append (self->rows_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows_list), esp_import_trial_get_n_rows (trial) > 0);
}

static void
show_problems (EspImportDialog *self,
               EspImportTrial  *trial)
{
  GPtrArray *findings = esp_import_trial_get_problems (trial);

  remove_rows (self->problems_list);
  for (guint i = 0; i < findings->len; i++)
    {
      const EspFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *place = finding->line == 0 ? g_strdup ("") : g_strdup_printf (finding->is_row ? _("Row %u") : _("Line %u"), finding->line);
      GtkWidget *row = make_row (finding->message, place);

      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
      gtk_list_box_append (self->problems_list, row);
    }
  if (esp_import_trial_get_n_problems (trial) > findings->len)
    {
      guint n = esp_import_trial_get_n_problems (trial) - findings->len;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %'u more", "and %'u more", n), n);

      gtk_list_box_append (self->problems_list, make_row (more, ""));
    }
  gtk_widget_set_visible (self->problems_group, findings->len > 0);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GWeakRef) weak = user_data;
  g_autoptr (EspImportDialog) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (EspImportTrial) trial = esp_import_trial_finish (result, &error);

  if (self == NULL || self->is_done || esp_import_trial_get_generation (result) != self->generation)
    return; /* something else is tried already */
  gtk_widget_set_sensitive (self->open_button, trial != NULL);
  if (self->generation == 1)
    gtk_widget_grab_focus (self->open_button);
  if (trial == NULL)
    {
      remove_rows (self->rows_list);
      adw_preferences_group_set_description (self->result_group, error->message);
      gtk_widget_set_visible (self->problems_group, FALSE);
      return;
    }
  adw_preferences_group_set_description (self->result_group, esp_import_trial_get_summary (trial));
  show_rows (self, trial);
  show_problems (self, trial);
}

static gboolean
try_cb (gpointer user_data)
{
  EspImportDialog *self = user_data;
  g_autoptr (EspTableMapping) mapping = esp_import_dialog_get_mapping (self);

  self->try_id = 0;
  self->generation++;
  /* a window that outlives its parent is none any more */
  esp_import_trial_async (self->preview, mapping, self->generation, tried_cb, esp_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

static void
schedule_trial (EspImportDialog *self)
{
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->try_id, g_source_remove);
  self->try_id = g_timeout_add (TRY_DELAY_MS, try_cb, self);
}

static void
column_chosen_cb (AdwComboRow     *row,
                  GParamSpec      *pspec,
                  EspImportDialog *self)
{
  if (self->is_filling)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (shown_uses); i++)
    if (self->use_rows[shown_uses[i]] == row)
      update_values (self, shown_uses[i]);
  schedule_trial (self);
}

/* Nothing, the columns as the file calls them, and for @use the full name */
static GListModel *
make_choices (EspImportDialog *self,
              EspColumnUse     use)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, use == ESP_USE_LINK ? _("The Id") : C_ ("column", "None"));
  for (guint i = 0; i < esp_table_preview_get_n_columns (self->preview); i++)
    {
      const char *name = esp_table_preview_get_column_name (self->preview, i);
      g_autofree char *number = g_strdup_printf (_("Column %u"), i + 1);
      g_autofree char *line = g_strdelimit (g_strdup (*name != '\0' ? name : number), "\n\r\t", ' ');

      gtk_string_list_append (choices, line);
    }
  if (use == ESP_USE_LINK)
    gtk_string_list_append (choices, _("Given and Family Name"));

  return G_LIST_MODEL (choices);
}

static void
add_use_rows (EspImportDialog *self)
{
  GtkWidget *more = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _("Further Columns"));
  for (guint i = 0; i < G_N_ELEMENTS (shown_uses); i++)
    {
      EspColumnUse use = shown_uses[i];
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GListModel) choices = make_choices (self, use);

      self->use_rows[use] = ADW_COMBO_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), esp_column_use_get_name (use));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_model (self->use_rows[use], choices);
      gtk_widget_set_visible (row, !esp_table_preview_is_tree (self->preview) || (use != ESP_USE_MANAGER && use != ESP_USE_LINK));
      g_signal_connect (row, "notify::selected", G_CALLBACK (column_chosen_cb), self);
      if (i < N_MAIN_USES)
        adw_preferences_group_add (self->columns_group, row);
      else
        adw_expander_row_add_row (ADW_EXPANDER_ROW (more), row);
    }
  adw_preferences_group_add (self->columns_group, more);
}

static void
fill (EspImportDialog       *self,
      const EspTableMapping *mapping)
{
  guint n = esp_table_preview_get_n_columns (self->preview);
  g_autofree char *marks = mapping->root_marks != NULL ? g_strjoinv (" ", mapping->root_marks) : NULL;

  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (shown_uses); i++)
    {
      int column = mapping->columns[shown_uses[i]];

      adw_combo_row_set_selected (self->use_rows[shown_uses[i]], column == ESP_COLUMN_FULL_NAME ? n + 1 : (guint) (column + 1));
      update_values (self, shown_uses[i]);
    }
  gtk_switch_set_active (self->zeros_switch, mapping->ignore_leading_zeros);
  gtk_switch_set_active (self->case_switch, mapping->ignore_case);
  gtk_switch_set_active (self->units_switch, mapping->are_units);
  gtk_editable_set_text (self->separator_row, mapping->manager_separator != NULL ? mapping->manager_separator : "");
  gtk_editable_set_text (self->marks_row, marks != NULL ? marks : "");
  self->is_filling = FALSE;
}

static void
finish (EspImportDialog *self,
        gboolean         is_accepted)
{
  if (self->is_done)
    return;
  self->is_done = TRUE;
  g_clear_handle_id (&self->try_id, g_source_remove);
  g_signal_emit (self, signals[DONE], 0, is_accepted);
}

static void
on_open (EspImportDialog *self)
{
  g_autoptr (EspTableMapping) mapping = esp_import_dialog_get_mapping (self);

  esp_import_memory_remember (self->preview, mapping);
  finish (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
update_layout (EspImportDialog *self)
{
  gboolean is_narrow = esp_narrow_bin_get_width_class (self->narrow_bin) == ESP_WIDTH_CLASS_NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->panes, !is_narrow);
}

static gboolean
esp_import_dialog_close_request (GtkWindow *window)
{
  finish (ESP_IMPORT_DIALOG (window), FALSE);

  return GTK_WINDOW_CLASS (esp_import_dialog_parent_class)->close_request (window);
}

static void
esp_import_dialog_dispose (GObject *object)
{
  EspImportDialog *self = ESP_IMPORT_DIALOG (object);

  self->is_done = TRUE;
  g_clear_handle_id (&self->try_id, g_source_remove);
  g_clear_pointer (&self->preview, esp_table_preview_unref);

  G_OBJECT_CLASS (esp_import_dialog_parent_class)->dispose (object);
}

static void
esp_import_dialog_class_init (EspImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = esp_import_dialog_close_request;

  signals[DONE] = g_signal_new ("done", ESP_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (ESP_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, panes);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, zeros_row);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, case_row);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, zeros_switch);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, case_switch);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, units_switch);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, marks_row);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, result_group);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, rows_list);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, EspImportDialog, problems_list);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
esp_import_dialog_init (EspImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->narrow_bin, "notify::width-class", G_CALLBACK (update_layout), self);
  g_signal_connect_swapped (self->zeros_switch, "notify::active", G_CALLBACK (schedule_trial), self);
  g_signal_connect_swapped (self->case_switch, "notify::active", G_CALLBACK (schedule_trial), self);
  g_signal_connect_swapped (self->units_switch, "notify::active", G_CALLBACK (schedule_trial), self);
  g_signal_connect_swapped (self->separator_row, "changed", G_CALLBACK (schedule_trial), self);
  g_signal_connect_swapped (self->marks_row, "changed", G_CALLBACK (schedule_trial), self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->open_button);
}

/**
 * esp_import_dialog_new:
 * @parent: the window it belongs to
 * @preview: the beginning of a foreign file
 * @title: what the file is called
 *
 * Returns: (transfer none): a dialog, to be presented; it starts from what was told of such a table before, or else from the guess
 */
EspImportDialog *
esp_import_dialog_new (GtkWindow       *parent,
                       EspTablePreview *preview,
                       const char      *title)
{
  EspImportDialog *self = g_object_new (ESP_TYPE_IMPORT_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  const EspTableMapping *guess = esp_table_preview_get_guess (preview);
  g_autoptr (EspTableMapping) recalled = esp_import_memory_recall (preview);

  self->preview = esp_table_preview_ref (preview);
  self->ids_are_units = guess->ids_are_units;
  self->guessed_id = guess->columns[ESP_USE_ID];
  adw_window_title_set_subtitle (self->window_title, title);
  gtk_widget_set_visible (self->zeros_row, !esp_table_preview_is_tree (preview));
  gtk_widget_set_visible (self->case_row, !esp_table_preview_is_tree (preview));
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), !esp_table_preview_is_tree (preview));
  gtk_widget_set_visible (GTK_WIDGET (self->marks_row), !esp_table_preview_is_tree (preview));
  add_use_rows (self);
  fill (self, recalled != NULL ? recalled : guess);
  update_layout (self);
  try_cb (self);

  return self;
}
