/* esp-outline.c — the chart as a list of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-outline.h"

#include "chart/esp-outline-cell.h"
#include "core/esp-i18n.h"
#include "session/esp-outline-model.h"
#include "widgets/esp-compat.h"

#define TITLE_WIDTH 186 /* px; with one other column as wide as the pane */
#define OTHER_WIDTH 114
#define N_TOLD      10 /* rows at a time */

/**
 * EspOutline:
 *
 * What the chart shows, a row each, in reading order; selection, folds, filter and found cards are the chart's, both ways. Enter brings the card of a row
 * into view, the left and right arrows fold and open. Costs nothing while it is not seen.
 *
 * Signal `chosen ()`: a row's card was brought into view.
 */
struct _EspOutline
{
  AdwBin               parent_instance;

  GtkWidget           *scroller;
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[3]; /* title, holder, unit; borrowed */

  EspSession          *session;
  EspOutlineModel     *model;
  GtkSingleSelection  *selection;
  gboolean             is_following; /* the session's selection, just now */
  GQueue               untold;  /* GtkListItem, borrowed */
  guint                telling; /* the source that empties it */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspOutline, esp_outline, ADW_TYPE_BIN)

static EspItem
find_item (EspOutline *self,
           EspRowKey   key)
{
  EspScene *scene = self->session != NULL ? esp_session_get_scene (self->session) : NULL;

  if (scene == NULL || key == ESP_ROW_KEY_NONE)
    return ESP_ITEM_NONE;
  return esp_scene_find (scene, ESP_ROW_TABLE (key), ESP_ROW_IX (key));
}

/* Whether a row stands for several that are not shown one by one */
static gboolean
is_stand_in (EspOutline *self,
             EspRowKey   key)
{
  EspItem item = find_item (self, key);

  return item != ESP_ITEM_NONE && esp_scene_get_n_more (esp_session_get_scene (self->session), ESP_ITEM_NODE (item)) > 0;
}

/* What screen readers are told: some rows at a time, when there is nothing else to do. Two hundred at once take a tenth of a second. */

static gboolean
tell_cb (gpointer user_data)
{
  EspOutline *self = user_data;

  for (guint i = 0; i < N_TOLD && !g_queue_is_empty (&self->untold); i++)
    {
      GtkListItem *list_item = g_queue_pop_head (&self->untold);
      EspOutlineRow *row = gtk_list_item_get_item (list_item);
      EspItem item = row != NULL ? find_item (self, esp_outline_row_get_key (row)) : ESP_ITEM_NONE;

      if (item != ESP_ITEM_NONE)
        esp_outline_cell_tell (ESP_OUTLINE_CELL (gtk_list_item_get_child (list_item)), esp_session_get_scene (self->session), item);
    }
  if (!g_queue_is_empty (&self->untold))
    return G_SOURCE_CONTINUE;
  self->telling = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_telling (EspOutline  *self,
               GtkListItem *list_item)
{
  if (g_queue_find (&self->untold, list_item) == NULL)
    g_queue_push_tail (&self->untold, list_item);
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_LOW, tell_cb, self, NULL);
}

/* Cells */

static void
show_cell (EspOutline  *self,
           GtkListItem *list_item)
{
  EspItem item = find_item (self, esp_outline_row_get_key (gtk_list_item_get_item (list_item)));
  GtkWidget *child = gtk_list_item_get_child (list_item);
  EspScene *scene = esp_session_get_scene (self->session);
  EspCard card;
  const char *text;

  if (item == ESP_ITEM_NONE)
    return;
  if (ESP_IS_OUTLINE_CELL (child))
    {
      esp_outline_cell_show (ESP_OUTLINE_CELL (child), scene, item);
      queue_telling (self, list_item);
      return;
    }
  esp_card_fill (&card, scene, item);
  if (g_object_get_data (G_OBJECT (child), "esp-unit") != NULL)
    text = card.unit;
  else
    text = card.holder != NULL ? card.holder : card.state_pill;
  gtk_label_set_label (GTK_LABEL (child), text != NULL ? text : "");
  gtk_widget_set_visible (child, text != NULL);
  gtk_widget_set_tooltip_text (child, text);
}

static EspOutline *
get_outline (gpointer object)
{
  return g_object_get_data (object, "esp-outline");
}

static void
row_changed_cb (GtkListItem *list_item)
{
  show_cell (get_outline (list_item), list_item);
}

static void
toggle_cb (EspOutlineCell *cell,
           GtkListItem    *list_item)
{
  EspOutline *self = get_outline (list_item);
  EspItem item = find_item (self, esp_outline_row_get_key (gtk_list_item_get_item (list_item)));

  if (item != ESP_ITEM_NONE)
    esp_session_set_folded (self->session, ESP_ITEM_NODE (item), !esp_scene_is_folded (esp_session_get_scene (self->session), ESP_ITEM_NODE (item)));
}

static void
setup_title_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                EspOutline               *self)
{
  GtkWidget *cell = esp_outline_cell_new ();

  g_object_set_data (G_OBJECT (list_item), "esp-outline", self);
  g_signal_connect_object (cell, "toggle-fold", G_CALLBACK (toggle_cb), list_item, 0);
  gtk_list_item_set_child (list_item, cell);
}

static void
setup_text_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               EspOutline               *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  g_object_set_data (G_OBJECT (list_item), "esp-outline", self);
  g_object_set_data (G_OBJECT (label), "esp-unit", g_object_get_data (G_OBJECT (factory), "esp-unit"));
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         EspOutline               *self)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (row_changed_cb), list_item, G_CONNECT_SWAPPED);
  show_cell (self, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           EspOutline               *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), row_changed_cb, list_item);
}

/* Selection */

/* The row of what is selected in the chart */
static void
follow_selection (EspOutline *self)
{
  EspRowKey key = ESP_ROW_KEY_NONE;
  EspTable table;
  EspIx ix;
  guint position;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (esp_session_get_selection (self->session, &table, &ix))
    key = ESP_ROW_KEY (table, ix);
  position = esp_outline_model_find (self->model, key);
  self->is_following = TRUE;
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (position != GTK_INVALID_LIST_POSITION)
        esp_compat_scroll_to (GTK_WIDGET (self->view), position);
    }
  self->is_following = FALSE;
}

/* Rows come and go: what is selected is looked for again afterwards. (GTK would make an item of every row that comes to look for it.) */
static void
changing_cb (EspOutlineModel *model,
             guint            position,
             guint            removed,
             guint            added,
             EspOutline      *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected == GTK_INVALID_LIST_POSITION || selected < position || selected >= position + removed)
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_following = FALSE;
}

static void
selected_cb (EspOutline *self)
{
  EspRowKey key = esp_outline_model_get_key (self->model, gtk_single_selection_get_selected (self->selection));

  if (self->is_following || key == ESP_ROW_KEY_NONE || is_stand_in (self, key))
    return;
  esp_session_select (self->session, ESP_ROW_TABLE (key), ESP_ROW_IX (key));
}

static void
activate_cb (EspOutline *self,
             guint       position)
{
  EspRowKey key = esp_outline_model_get_key (self->model, position);

  if (key == ESP_ROW_KEY_NONE)
    return;
  if (is_stand_in (self, key))
    {
      esp_session_show_more (self->session, ESP_ITEM_NODE (find_item (self, key)));
      return;
    }
  esp_session_reveal (self->session, ESP_ROW_TABLE (key), ESP_ROW_IX (key));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Keys */

/* The widget of a row, once it is in view; rows are the children of the list inside of the column view */
static GtkWidget *
find_row_widget (EspOutline *self,
                 guint       position)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (list != NULL && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_next_sibling (list);
  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);
      GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
      gpointer at = child != NULL ? g_object_get_data (G_OBJECT (child), "esp-list-item") : NULL;

      if (at != NULL && gtk_list_item_get_position (at) == position)
        return row;
    }
  return NULL;
}

static void
go_to (EspOutline *self,
       guint       position)
{
  GtkWidget *row;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  esp_compat_scroll_to (GTK_WIDGET (self->view), position);
  row = find_row_widget (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static guint
find_position (EspOutline *self,
               EspItem     item)
{
  EspTable table;
  EspIx ix;

  if (item == ESP_ITEM_NONE)
    return GTK_INVALID_LIST_POSITION;
  ix = esp_scene_get_row (esp_session_get_scene (self->session), item, &table);
  return esp_outline_model_find (self->model, ESP_ROW_KEY (table, ix));
}

/* Opens, or goes to the first row inside; folds, or goes to the row around. */
static void
step (EspOutline *self,
      EspItem     item,
      gboolean    is_inwards)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspNodeIx node = ESP_ITEM_NODE (item);
  gboolean can_fold = !ESP_ITEM_IS_HEAD (item) && esp_scene_can_fold (scene, node);
  gboolean is_folded = can_fold && esp_scene_is_folded (scene, node);

  if (is_inwards && is_folded)
    esp_session_set_folded (self->session, node, FALSE);
  else if (is_inwards)
    go_to (self, find_position (self, esp_scene_first_child (scene, item)));
  else if (can_fold && !is_folded)
    esp_session_set_folded (self->session, node, TRUE);
  else
    go_to (self, find_position (self, esp_scene_parent (scene, item)));
}

/* The row that the keyboard is at */
static guint
get_current (EspOutline *self)
{
  GtkWidget *widget = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child;
  gpointer at;

  while (widget != NULL && widget != GTK_WIDGET (self) && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  child = widget != NULL && widget != GTK_WIDGET (self) ? gtk_widget_get_first_child (widget) : NULL;
  child = child != NULL ? gtk_widget_get_first_child (child) : NULL;
  at = child != NULL ? g_object_get_data (G_OBJECT (child), "esp-list-item") : NULL;
  return at != NULL ? gtk_list_item_get_position (at) : gtk_single_selection_get_selected (self->selection);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                EspOutline            *self)
{
  EspItem item = find_item (self, esp_outline_model_get_key (self->model, get_current (self)));
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (item == ESP_ITEM_NONE || (modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, item, !is_mirrored);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, item, is_mirrored);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      if (!ESP_ITEM_IS_HEAD (item) && esp_scene_can_fold (esp_session_get_scene (self->session), ESP_ITEM_NODE (item)))
        esp_session_set_folded (self->session, ESP_ITEM_NODE (item), keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract);
      return GDK_EVENT_STOP;
    case GDK_KEY_asterisk:
    case GDK_KEY_KP_Multiply:
      esp_session_fold_below (self->session, ESP_ITEM_NODE (item), FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Widget */

/* The rows have their places: what is selected can be brought into view. */
static gboolean
shown_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       unused)
{
  EspOutline *self = ESP_OUTLINE (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    esp_compat_scroll_to (GTK_WIDGET (self->view), selected);
  return G_SOURCE_REMOVE;
}

static void
esp_outline_map (GtkWidget *widget)
{
  EspOutline *self = ESP_OUTLINE (widget);

  GTK_WIDGET_CLASS (esp_outline_parent_class)->map (widget);
  if (self->model == NULL)
    return;
  esp_outline_model_set_active (self->model, TRUE);
  follow_selection (self);
  gtk_widget_add_tick_callback (widget, shown_cb, NULL, NULL);
}

static void
esp_outline_unmap (GtkWidget *widget)
{
  EspOutline *self = ESP_OUTLINE (widget);

  if (self->model != NULL)
    esp_outline_model_set_active (self->model, FALSE);
  GTK_WIDGET_CLASS (esp_outline_parent_class)->unmap (widget);
}

static gboolean
esp_outline_grab_focus (GtkWidget *widget)
{
  EspOutline *self = ESP_OUTLINE (widget);
  guint selected = self->selection != NULL ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;
  GtkWidget *row = selected != GTK_INVALID_LIST_POSITION ? find_row_widget (self, selected) : NULL;

  if (row != NULL && gtk_widget_grab_focus (row))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
esp_outline_dispose (GObject *object)
{
  EspOutline *self = ESP_OUTLINE (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_queue_clear (&self->untold);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_outline_parent_class)->dispose (object);
}

static void
esp_outline_class_init (EspOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_outline_dispose;
  widget_class->map = esp_outline_map;
  widget_class->unmap = esp_outline_unmap;
  widget_class->grab_focus = esp_outline_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               EspOutline               *self)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "esp-list-item", list_item);
  bind_cb (factory, list_item, self);
}

static void
unbind_title_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item,
                 EspOutline               *self)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "esp-list-item", NULL);
  g_queue_remove (&self->untold, list_item);
  unbind_cb (factory, list_item, self);
}

static GtkColumnViewColumn *
add_column (EspOutline *self,
            const char *title,
            gboolean    is_title,
            gboolean    is_unit)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (is_unit)
    g_object_set_data (G_OBJECT (factory), "esp-unit", self);
  g_signal_connect (factory, "setup", is_title ? G_CALLBACK (setup_title_cb) : G_CALLBACK (setup_text_cb), self);
  g_signal_connect (factory, "bind", is_title ? G_CALLBACK (bind_title_cb) : G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", is_title ? G_CALLBACK (unbind_title_cb) : G_CALLBACK (unbind_cb), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  return column;
}

static void
esp_outline_init (EspOutline *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_queue_init (&self->untold);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->columns[0] = add_column (self, _("Title"), TRUE, FALSE);
  self->columns[1] = add_column (self, _("Held By"), FALSE, FALSE);
  self->columns[2] = add_column (self, _("Unit"), FALSE, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  esp_outline_set_is_narrow (self, FALSE);
}

/**
 * esp_outline_set_session:
 * @self: an outline without a session
 * @session: whose chart to list
 *
 * Lists the chart of a session.
 */
void
esp_outline_set_session (EspOutline *self,
                         EspSession *session)
{
  g_return_if_fail (ESP_IS_OUTLINE (self));
  g_return_if_fail (ESP_IS_SESSION (session) && self->session == NULL);

  g_set_object (&self->session, session);
  self->model = esp_outline_model_new (session);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->model, "changing", G_CALLBACK (changing_cb), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (follow_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scene", G_CALLBACK (follow_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "layout-changed", G_CALLBACK (follow_selection), self, G_CONNECT_SWAPPED);
}

/**
 * esp_outline_set_is_narrow:
 * @self: an outline
 * @is_narrow: whether the window is
 *
 * A narrow outline has the titles alone.
 */
void
esp_outline_set_is_narrow (EspOutline *self,
                           gboolean    is_narrow)
{
  g_return_if_fail (ESP_IS_OUTLINE (self));

  gtk_column_view_column_set_expand (self->columns[0], is_narrow);
  gtk_column_view_column_set_fixed_width (self->columns[0], is_narrow ? -1 : TITLE_WIDTH);
  for (guint i = 1; i < G_N_ELEMENTS (self->columns); i++)
    {
      gtk_column_view_column_set_visible (self->columns[i], !is_narrow);
      gtk_column_view_column_set_fixed_width (self->columns[i], is_narrow ? -1 : OTHER_WIDTH);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), is_narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
}

/**
 * esp_outline_show_selected:
 * @self: an outline that is seen
 *
 * Brings the row of what is selected in the chart into view, and puts the keyboard there.
 */
void
esp_outline_show_selected (EspOutline *self)
{
  guint selected;

  g_return_if_fail (ESP_IS_OUTLINE (self));

  if (self->selection == NULL)
    return;
  follow_selection (self);
  selected = gtk_single_selection_get_selected (self->selection);
  if (selected != GTK_INVALID_LIST_POSITION)
    go_to (self, selected);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
