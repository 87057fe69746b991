/* esp-diff-dialog.c — what a file that somebody else wrote has that the document has not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-diff-dialog.h"

#include "app/esp-diff-model.h"
#include "core/esp-i18n.h"

struct _EspDiffDialog
{
  AdwWindow       parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkLabel       *explanation_label;
  GtkStack       *stack;
  GtkListView    *list_view;
  AdwStatusPage  *failed_page;
  GtkButton      *mine_button;
  GtkButton      *theirs_button;

  EspDocument    *document;    /* held as long as the list is shown */
  gboolean        is_holding;
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (EspDiffDialog, esp_diff_dialog, ADW_TYPE_WINDOW)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (subtitle), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (box, "esp-difference");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  EspDiffRow *row = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (title), esp_diff_row_get_title (row));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), esp_diff_row_get_subtitle (row));
}

static void
let_go (EspDiffDialog *self)
{
  if (self->is_holding)
    esp_document_release (self->document);
  self->is_holding = FALSE;
}

static void
show_list (EspDiffDialog *self,
           EspDiff       *diff)
{
  g_autoptr (EspDiffModel) model = esp_diff_model_new (diff);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autofree char *subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u difference", "%'u differences", n), n);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (model)));

  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EspDiffDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EspDiff *diff = esp_document_compare_finish (ESP_DOCUMENT (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&diff, esp_diff_free);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->mine_button), TRUE);
  if (diff == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->theirs_button), TRUE);
  esp_document_hold (self->document);
  self->is_holding = TRUE;
  show_list (self, diff);
}

static void
choose (EspDiffDialog *self,
        const char    *action)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  let_go (self);
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mine_cb (EspDiffDialog *self)
{
  choose (self, "win.keep-mine");
}

static void
theirs_cb (EspDiffDialog *self)
{
  choose (self, "win.take-theirs");
}

static void
esp_diff_dialog_dispose (GObject *object)
{
  EspDiffDialog *self = ESP_DIFF_DIALOG (object);

  let_go (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (esp_diff_dialog_parent_class)->dispose (object);
}

static void
esp_diff_dialog_finalize (GObject *object)
{
  g_clear_object (&ESP_DIFF_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (esp_diff_dialog_parent_class)->finalize (object);
}

static gboolean
esp_diff_dialog_close_request (GtkWindow *window)
{
  EspDiffDialog *self = ESP_DIFF_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  let_go (self);
  return GTK_WINDOW_CLASS (esp_diff_dialog_parent_class)->close_request (window);
}

static void
esp_diff_dialog_class_init (EspDiffDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_diff_dialog_dispose;
  object_class->finalize = esp_diff_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = esp_diff_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/diff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, mine_button);
  gtk_widget_class_bind_template_child (widget_class, EspDiffDialog, theirs_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
esp_diff_dialog_init (EspDiffDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect_swapped (self->mine_button, "clicked", G_CALLBACK (mine_cb), self);
  g_signal_connect_swapped (self->theirs_button, "clicked", G_CALLBACK (theirs_cb), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mine_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->theirs_button), FALSE);
}

/**
 * esp_diff_dialog_new:
 * @window: a window whose document has a file
 *
 * Returns: (transfer none): a dialog above @window, to be presented; it reads the file already
 */
EspDiffDialog *
esp_diff_dialog_new (EspWindow *window)
{
  EspDiffDialog *self = g_object_new (ESP_TYPE_DIFF_DIALOG, "transient-for", window, NULL);
  g_autofree char *text = NULL;

  self->document = g_object_ref (esp_window_get_document (window));
  text = g_strdup_printf (_("What “%s” says now, where it differs from the document: the document’s value first, then the file’s."),
                          esp_document_get_subtitle (self->document));
  gtk_label_set_text (self->explanation_label, text);
  esp_document_compare_async (self->document, self->cancellable, compared_cb, g_object_ref (self));
  return self;
}

/**
 * esp_diff_dialog_get_page:
 * @self: a dialog
 *
 * Returns: what it shows: "reading", "list", "none" or "failed"
 */
const char *
esp_diff_dialog_get_page (EspDiffDialog *self)
{
  g_return_val_if_fail (ESP_IS_DIFF_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
