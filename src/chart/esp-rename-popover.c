/* esp-rename-popover.c — a card's words, to be written beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-rename-popover.h"

#include "esp-config.h"

#include "core/esp-i18n.h"
#include "session/esp-session-edit.h"

/**
 * EspRenamePopover:
 *
 * The title of a position and the name of who holds it, or the name of a unit. Enter writes them, and so does going elsewhere; Escape leaves all as it was.
 */
struct _EspRenamePopover
{
  GtkPopover  parent_instance;

  /* template */
  GtkLabel   *words_label;
  GtkEntry   *words;
  GtkWidget  *holder_label;
  GtkEntry   *holder;

  EspSession *session;
  EspRowKey   row;
  char       *old_words;
  char       *old_holder; /* NULL: none is asked for */
  gboolean    is_cancelled;
};

G_DEFINE_FINAL_TYPE (EspRenamePopover, esp_rename_popover, GTK_TYPE_POPOVER)

static char *
get_text (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
send (EspRenamePopover *self,
      EspCommandKind    kind,
      const char       *text)
{
  EspCommand command = ESP_COMMAND_INIT (kind);

  command.rows = &self->row;
  command.n_rows = 1;
  command.text = text;
  esp_session_edit (self->session, &command);
}

/* What was emptied says nothing new; only a name that is taken away leaves the position vacant. */
static void
apply (EspRenamePopover *self)
{
  gboolean is_unit = ESP_ROW_TABLE (self->row) == ESP_TABLE_UNITS;
  g_autofree char *words = get_text (self->words);
  g_autofree char *holder = get_text (self->holder);

  if (*words != '\0' && !g_str_equal (words, self->old_words))
    send (self, is_unit ? ESP_COMMAND_RENAME_UNIT : ESP_COMMAND_RETITLE, words);
  if (self->old_holder == NULL || g_str_equal (holder, self->old_holder))
    return;
  send (self, *holder != '\0' ? ESP_COMMAND_RENAME_HOLDER : ESP_COMMAND_VACATE, holder);
}

static void
on_activate (EspRenamePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (EspRenamePopover *self)
{
  if (!self->is_cancelled && self->session != NULL)
    apply (self);
  g_clear_object (&self->session);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                EspRenamePopover      *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  self->is_cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
esp_rename_popover_dispose (GObject *object)
{
  EspRenamePopover *self = ESP_RENAME_POPOVER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_RENAME_POPOVER);

  G_OBJECT_CLASS (esp_rename_popover_parent_class)->dispose (object);
}

static void
esp_rename_popover_finalize (GObject *object)
{
  EspRenamePopover *self = ESP_RENAME_POPOVER (object);

  g_free (self->old_words);
  g_free (self->old_holder);

  G_OBJECT_CLASS (esp_rename_popover_parent_class)->finalize (object);
}

static void
esp_rename_popover_class_init (EspRenamePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_rename_popover_dispose;
  object_class->finalize = esp_rename_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EspRenamePopover, words_label);
  gtk_widget_class_bind_template_child (widget_class, EspRenamePopover, words);
  gtk_widget_class_bind_template_child (widget_class, EspRenamePopover, holder_label);
  gtk_widget_class_bind_template_child (widget_class, EspRenamePopover, holder);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
esp_rename_popover_init (EspRenamePopover *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * esp_rename_popover_new:
 *
 * Returns: (transfer floating): a popover, to be opened
 */
GtkWidget *
esp_rename_popover_new (void)
{
  return g_object_new (ESP_TYPE_RENAME_POPOVER, NULL);
}

/**
 * esp_rename_popover_open:
 * @self: a popover with a parent
 * @session: where it is written to
 * @table: units or positions
 * @ix: a row
 *
 * Opens with the words of a row, all of them selected.
 */
void
esp_rename_popover_open (EspRenamePopover *self,
                         EspSession       *session,
                         EspTable          table,
                         EspIx             ix)
{
  EspOrganization *organization = esp_session_get_organization (session);
  gboolean is_unit = table == ESP_TABLE_UNITS;
  guint32 n_holders = is_unit ? 2 : esp_position_get_n_holders (organization, ix);

  g_set_object (&self->session, session);
  self->row = ESP_ROW_KEY (table, ix);
  self->is_cancelled = FALSE;
  g_free (self->old_words);
  g_free (self->old_holder);
  self->old_words = g_strdup (is_unit ? esp_unit_get_name (organization, ix) : esp_position_get_title (organization, ix));
  /* several people are named in the inspector */
  self->old_holder = n_holders > 1 ? NULL : g_strdup (n_holders == 1 ? esp_position_get_holder (organization, ix, 0) : "");

  gtk_label_set_label (self->words_label, is_unit ? _("Name") : _("Title"));
  gtk_editable_set_text (GTK_EDITABLE (self->words), self->old_words);
  gtk_editable_set_text (GTK_EDITABLE (self->holder), self->old_holder != NULL ? self->old_holder : "");
  gtk_widget_set_visible (self->holder_label, self->old_holder != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->holder), self->old_holder != NULL);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
