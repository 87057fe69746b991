/* esp-branch-bar.c — the way to the branch that is shown alone, as buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-branch-bar.h"

#include "core/esp-i18n.h"
#include "scene/esp-card.h"

#define MAX_NEAR 3 /* names just above the branch; of a longer way the top and these are told */

/**
 * EspBranchBar:
 *
 * While a branch is isolated: “Everything”, the names above it, and the branch itself. Pressing a name shows that branch instead. Without an isolated
 * branch there is nothing to see.
 *
 * # CSS nodes
 *
 * `box.branch-bar`, in it flat buttons
 */
struct _EspBranchBar
{
  AdwBin      parent_instance;

  GtkWidget  *box;
  EspSession *session;
};

G_DEFINE_FINAL_TYPE (EspBranchBar, esp_branch_bar, ADW_TYPE_BIN)

static void
pressed_cb (GtkButton    *button,
            EspBranchBar *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspRowKey *key = g_object_get_data (G_OBJECT (button), "esp-row");
  EspItem item = ESP_ITEM_NONE;

  if (scene == NULL)
    return;
  if (key != NULL)
    item = esp_scene_find (scene, ESP_ROW_TABLE (*key), ESP_ROW_IX (*key));
  esp_session_isolate (self->session, item != ESP_ITEM_NONE ? ESP_ITEM_NODE (item) : ESP_NODE_NONE);
}

static GtkWidget *
append_button (EspBranchBar *self,
               const char   *text,
               const char   *tooltip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
append_separator (EspBranchBar *self)
{
  GtkWidget *label = gtk_label_new ("›");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
append_branch (EspBranchBar *self,
               EspScene     *scene,
               EspNodeIx     node)
{
  const char *name = esp_card_get_name (scene, ESP_ITEM (node));
  EspTable table;
  EspIx ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
  EspRowKey key = ESP_ROW_KEY (table, ix);
  GtkWidget *button;

  append_separator (self);
  button = append_button (self, name, name);
  g_object_set_data_full (G_OBJECT (button), "esp-row", g_memdup2 (&key, sizeof key), g_free);
}

/* The names above the branch from the top: all of a short way, the ends of a long one */
static void
append_way (EspBranchBar *self,
            EspScene     *scene,
            EspNodeIx     top)
{
  EspNodeIx near[MAX_NEAR];
  EspNodeIx root = ESP_NODE_NONE;
  guint n = 0, n_all = 0;

  for (EspNodeIx node = esp_scene_get_parent (scene, top); node != ESP_NODE_NONE; node = esp_scene_get_parent (scene, node), n_all++)
    {
      if (n < MAX_NEAR)
        near[n++] = node;
      root = node;
    }
  if (n_all > MAX_NEAR)
    append_branch (self, scene, root);
  if (n_all > MAX_NEAR + 1)
    {
      append_separator (self);
      gtk_box_append (GTK_BOX (self->box), gtk_label_new ("…"));
    }
  while (n > 0)
    append_branch (self, scene, near[--n]);
}

static void
update (EspBranchBar *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspNodeIx top = scene != NULL ? esp_scene_get_top (scene) : ESP_NODE_NONE;
  GtkWidget *child, *label;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_set_visible (GTK_WIDGET (self), top != ESP_NODE_NONE);
  if (top == ESP_NODE_NONE)
    return;
  append_button (self, _("Everything"), _("Show Everything"));
  append_way (self, scene, top);
  append_separator (self);
  label = gtk_label_new (esp_card_get_name (scene, ESP_ITEM (top)));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, gtk_label_get_label (GTK_LABEL (label)));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_start (label, 6);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
esp_branch_bar_dispose (GObject *object)
{
  g_clear_object (&ESP_BRANCH_BAR (object)->session);

  G_OBJECT_CLASS (esp_branch_bar_parent_class)->dispose (object);
}

static void
esp_branch_bar_class_init (EspBranchBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_branch_bar_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
esp_branch_bar_init (EspBranchBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "branch-bar");
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Branch shown alone"), -1);
}

/**
 * esp_branch_bar_set_session:
 * @self: a bar without a session
 * @session: whose isolated branch to tell
 *
 * Follows the isolated branch of a session.
 */
void
esp_branch_bar_set_session (EspBranchBar *self,
                            EspSession   *session)
{
  g_return_if_fail (ESP_IS_BRANCH_BAR (self));
  g_return_if_fail (ESP_IS_SESSION (session) && self->session == NULL);

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "notify::scene", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "layout-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
