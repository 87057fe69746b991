/* esp-hit-list.c — the results of a search, each with the way to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-hit-list.h"

#include "chart/esp-hit-model.h"
#include "core/esp-i18n.h"
#include "scene/esp-card.h"
#include "widgets/esp-compat.h"

/**
 * EspHitList:
 *
 * Lists what was found, a row each: the title and who holds it, and the names above. The row of the result that one is at is selected; choosing a row leads
 * there. Signal `chosen ()`: a row was chosen.
 */
struct _EspHitList
{
  AdwBin              parent_instance;

  /* template */
  GtkStack           *stack;
  GtkListView        *list;

  EspSession         *session;
  GtkSingleSelection *selection;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspHitList, esp_hit_list, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          EspHitList               *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *path = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (path), 0);
  gtk_label_set_ellipsize (GTK_LABEL (path), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (path, "caption");
  gtk_widget_add_css_class (path, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), path);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         EspHitList               *self)
{
  EspIx position = esp_hit_get_position (gtk_list_item_get_item (list_item));
  EspScene *scene = esp_session_get_scene (self->session);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *path = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
  EspOrganization *organization = esp_session_get_organization (self->session);
  EspItem item = scene != NULL ? esp_scene_find (scene, ESP_TABLE_POSITIONS, position) : ESP_ITEM_NONE;
  g_autofree char *holders = esp_position_get_holders_text (organization, position);
  g_autofree char *names = g_strjoin (*holders != '\0' ? " · " : "", esp_position_get_title (organization, position), holders, NULL);
  g_autofree char *way = item != ESP_ITEM_NONE ? esp_card_get_path (scene, item) : g_strdup ("");
  g_autofree char *tooltip = g_strjoin ("\n", names, *way != '\0' ? way : NULL, NULL);

  gtk_label_set_label (GTK_LABEL (title), names);
  gtk_label_set_label (GTK_LABEL (path), way);
  gtk_widget_set_visible (path, *way != '\0');
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), tooltip);
}

static void
show_current (EspHitList *self)
{
  EspFinder *finder = esp_session_get_finder (self->session);
  guint current = esp_finder_get_current (finder);

  gtk_stack_set_visible_child_name (self->stack, esp_finder_get_n_hits (finder) > 0 ? "list" : "empty");
  gtk_single_selection_set_selected (self->selection, current > 0 ? current - 1 : GTK_INVALID_LIST_POSITION);
  if (current > 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    esp_compat_scroll_to (GTK_WIDGET (self->list), current - 1);
}

static void
on_activate (EspHitList *self,
             guint       position)
{
  esp_finder_go_to (esp_session_get_finder (self->session), position + 1);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
esp_hit_list_dispose (GObject *object)
{
  EspHitList *self = ESP_HIT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_hit_list_parent_class)->dispose (object);
}

static void
esp_hit_list_class_init (EspHitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_hit_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/hit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EspHitList, stack);
  gtk_widget_class_bind_template_child (widget_class, EspHitList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
esp_hit_list_init (EspHitList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * esp_hit_list_set_session:
 * @self: a list without a session
 * @session: whose results to list
 *
 * Lists the results of a session's search.
 */
void
esp_hit_list_set_session (EspHitList *self,
                          EspSession *session)
{
  EspFinder *finder;

  g_return_if_fail (ESP_IS_HIT_LIST (self));
  g_return_if_fail (ESP_IS_SESSION (session) && self->session == NULL);

  g_set_object (&self->session, session);
  finder = esp_session_get_finder (session);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (esp_hit_model_new (session)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (finder, "notify::current", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "notify::n-hits", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "map", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  show_current (self);
}
