/* esp-compare-view.c — roles side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-compare-view.h"

#include <adwaita.h>

#include "compare/esp-columns.h"
#include "compare/esp-compare-column.h"
#include "compare/esp-compare-facts.h"
#include "compare/esp-compare-row.h"
#include "compare/esp-compare-section.h"
#include "compare/esp-mark-chip.h"
#include "compare/esp-skill-radar.h"
#include "core/esp-i18n.h"
#include "insight/esp-comparison.h"
#include "widgets/esp-text.h"

#define N_SECTIONS   (ESP_N_SECTIONS + 1) /* and the facts */
#define FACTS        ESP_N_SECTIONS
#define N_FIRST      2 /* sections that are seen first */
#define MAX_WIDTH    1600
#define EDGES        60 /* px of a row that are not columns: margins and paddings, as in the style sheet */

/**
 * EspCompareView:
 *
 * The roles that the session compares, in columns; what the comparison says of them, in rows. The heads of the columns stand still
 * while the rows scroll; where there is no room for columns side by side, the columns of a row stand one below the other, and the
 * heads scroll away.
 *
 * Rows are made when the view is on screen. The first time it is, and nothing or one role is asked for, the first roles of the
 * catalogue join, so that there is something to see.
 *
 * # CSS nodes
 *
 * `compareview`
 */
struct _EspCompareView
{
  GtkWidget           parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *empty_page;
  GtkMenuButton      *empty_button;
  GtkMenuButton      *add_button;
  GtkSwitch          *differences_switch;
  GtkButton          *swap_button;
  AdwBin             *header_bin;
  GtkScrolledWindow  *scroller;
  GtkBox             *content;
  AdwBin             *inner_header_bin;
  GtkGrid            *legend;
  GMenu              *jump_menu;

  EspSession         *session;
  GSignalGroup       *session_signals;
  GSignalGroup       *document_signals;
  EspCatalogue       *catalogue;
  EspComparison      *comparison;
  EspCompareSection  *sections[N_SECTIONS]; /* borrowed */
  GPtrArray          *heads;                /* borrowed: EspCompareColumn */
  guint               idle;
  guint               build_idle;
  guint               n_built;              /* sections that have their rows */
  gboolean            is_stacked;
  gboolean            wants_stacked;
  gboolean            needs_update;
  gboolean            was_shown;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspCompareView, esp_compare_view, GTK_TYPE_WIDGET)

static void
build_legend (EspCompareView *self)
{
  const EspMark marks[] = { ESP_MARK_SAME, ESP_MARK_ONLY_HERE, ESP_MARK_STRONGER, ESP_MARK_DIFFERS };
  guint n_columns = self->is_stacked ? 2 : G_N_ELEMENTS (marks);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_grid_remove (self->legend, child);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_grid_attach (self->legend, esp_mark_chip_new (marks[i]), i % n_columns, i / n_columns, 1, 1);
}

/* Heads of columns: above what scrolls, or with it */
static void
build_header (EspCompareView *self)
{
  guint n = self->comparison->n_subjects;
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u role", "%u roles", n), n);
  GtkWidget *columns = esp_columns_new (esp_text_new (count, "dim-label"));
  GtkWidget *clamp = adw_clamp_new ();

  g_ptr_array_set_size (self->heads, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *head = esp_compare_column_new (self->session, self->catalogue, self->comparison->subjects[i].role);

      g_ptr_array_add (self->heads, head);
      esp_columns_add (ESP_COLUMNS (columns), NULL, head);
    }
  gtk_widget_add_css_class (columns, "esp-compare-heads");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), columns);
  adw_bin_set_child (self->header_bin, self->is_stacked ? NULL : clamp);
  adw_bin_set_child (self->inner_header_bin, self->is_stacked ? clamp : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->header_bin), !self->is_stacked);
  gtk_widget_set_visible (GTK_WIDGET (self->inner_header_bin), self->is_stacked);
}

static GtkWidget *
make_radar (EspCompareView *self)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_append (GTK_FLOW_BOX (box), esp_skill_radar_new (self->comparison));
  gtk_flow_box_append (GTK_FLOW_BOX (box), esp_skill_radar_new_legend (self->comparison));
  for (int i = 0; i < 2; i++)
    gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), i)), FALSE);
  gtk_widget_add_css_class (box, "esp-compare-radar");
  return box;
}

static void
clear_sections (EspCompareView *self)
{
  g_clear_handle_id (&self->build_idle, g_source_remove);
  for (guint i = 0; i < N_SECTIONS; i++)
    if (self->sections[i] != NULL)
      esp_compare_section_clear (self->sections[i]);
  g_clear_pointer (&self->comparison, esp_comparison_free);
}

static void
build_section (EspCompareView *self,
               guint           section)
{
  if (section == FACTS)
    {
      esp_compare_section_add (self->sections[FACTS], esp_compare_facts_new_row (self->catalogue, self->comparison));
      return;
    }

  GPtrArray *rows = self->comparison->sections[section];

  if (section == ESP_SECTION_SKILLS)
    esp_compare_section_set_banner (self->sections[section], make_radar (self));
  for (guint i = 0; i < rows->len; i++)
    esp_compare_section_add (self->sections[section], esp_compare_row_new (self->comparison, section, g_ptr_array_index (rows, i)));
}

static gboolean
build_next_cb (gpointer user_data)
{
  EspCompareView *self = user_data;

  build_section (self, self->n_built++);
  if (self->n_built < N_SECTIONS)
    return G_SOURCE_CONTINUE;
  self->build_idle = 0;
  return G_SOURCE_REMOVE;
}

/* Four roles are some thousand widgets: what is seen first is made at once, the rest section by section between frames. */
static void
begin_sections (EspCompareView *self)
{
  for (self->n_built = 0; self->n_built < N_FIRST; self->n_built++)
    build_section (self, self->n_built);
  self->build_idle = g_idle_add (build_next_cb, self);
}

static void
finish_sections (EspCompareView *self)
{
  if (self->build_idle == 0)
    return;
  g_clear_handle_id (&self->build_idle, g_source_remove);
  while (self->n_built < N_SECTIONS)
    build_section (self, self->n_built++);
}

/* A first look has something to see: roles of the catalogue, in its order, join until there are two. */
static void
choose_first_subjects (EspCompareView *self)
{
  GPtrArray *roles = esp_catalogue_get_roles (self->catalogue);

  for (guint i = 0; i < roles->len && g_strv_length ((char **) esp_session_get_subjects (self->session)) < ESP_COMPARISON_MIN_SUBJECTS; i++)
    esp_session_add_subject (self->session, ((const EspRole *) g_ptr_array_index (roles, i))->id);
}

static void
update_empty_page (EspCompareView *self)
{
  gboolean has_no_role = esp_session_get_selected_position (self->session) != ESP_IX_NONE
                         && esp_session_get_selected_role (self->session) == NULL;
  gboolean has_one = esp_session_get_subjects (self->session)[0] != NULL;

  if (has_one)
    adw_status_page_set_title (self->empty_page, _("Choose a second role"));
  else
    adw_status_page_set_title (self->empty_page, has_no_role ? _("This position has no role yet") : _("Lay two roles side by side"));
}

static void
update (EspCompareView *self)
{
  EspSubject subjects[ESP_SESSION_MAX_SUBJECTS];
  const char * const *ids;
  guint n = 0;

  self->needs_update = FALSE;
  clear_sections (self);
  if (self->session == NULL)
    return;
  ids = esp_session_get_subjects (self->session);
  for (; ids[n] != NULL; n++)
    esp_subject_find (self->catalogue, ids[n], &subjects[n]);
  gtk_widget_set_visible (GTK_WIDGET (self->swap_button), n == ESP_COMPARISON_MIN_SUBJECTS);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n < ESP_SESSION_MAX_SUBJECTS);
  gtk_stack_set_visible_child_name (self->stack, n < ESP_COMPARISON_MIN_SUBJECTS ? "empty" : "table");
  if (n < ESP_COMPARISON_MIN_SUBJECTS)
    {
      update_empty_page (self);
      return;
    }
  self->comparison = esp_comparison_new (self->catalogue, subjects, n);
  build_header (self);
  build_legend (self);
  begin_sections (self);
}

/* Signals */

/* Made anew: what was in a window once and then in none has lost its actions. */
static gboolean
change_mode_cb (gpointer user_data)
{
  EspCompareView *self = user_data;

  self->idle = 0;
  if (self->is_stacked == self->wants_stacked)
    return G_SOURCE_REMOVE;
  self->is_stacked = self->wants_stacked;
  if (self->comparison != NULL)
    {
      build_header (self);
      build_legend (self);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_update (EspCompareView *self)
{
  self->needs_update = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
selection_changed_cb (EspCompareView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->comparison == NULL)
    update_empty_page (self);
}

static void
document_changed_cb (EspCompareView *self)
{
  if (self->needs_update)
    return;
  for (guint i = 0; i < self->heads->len && self->comparison != NULL; i++)
    esp_compare_column_update_positions (g_ptr_array_index (self->heads, i));
}

static void
session_document_cb (EspCompareView *self)
{
  g_signal_group_set_target (self->document_signals, self->session != NULL ? esp_session_get_document (self->session) : NULL);
  document_changed_cb (self);
}

static void
on_differences_changed (EspCompareView *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    esp_compare_section_set_differences_only (self->sections[i], gtk_switch_get_active (self->differences_switch));
}

static void
picked_cb (EspCompareView *self,
           const char     *role_id)
{
  esp_session_add_subject (self->session, role_id);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  EspCompareView *self = user_data;
  GtkWidget *picker;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  picker = esp_compare_new_role_picker (self->session, self->catalogue);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
swap_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  EspCompareView *self = ESP_COMPARE_VIEW (widget);
  const char * const *ids = esp_session_get_subjects (self->session);
  const char *swapped[] = { ids[1], ids[0], NULL };

  esp_session_set_subjects (self->session, swapped);
}

static void
jump_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  EspCompareView *self = ESP_COMPARE_VIEW (widget);
  guint number = g_variant_get_uint32 (parameter);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_point_t top;

  finish_sections (self);
  if (number >= N_SECTIONS || !gtk_widget_get_visible (GTK_WIDGET (self->sections[number])))
    return;
  esp_compare_section_set_expanded (self->sections[number], TRUE);
  esp_compare_section_grab_heading (self->sections[number]);
  if (gtk_widget_compute_point (GTK_WIDGET (self->sections[number]), GTK_WIDGET (self->content), &GRAPHENE_POINT_INIT (0, 0), &top))
    gtk_adjustment_set_value (adjustment, top.y);
}

/* Virtual functions */

static void
esp_compare_view_map (GtkWidget *widget)
{
  EspCompareView *self = ESP_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (esp_compare_view_parent_class)->map (widget);
  if (self->session == NULL)
    return;
  if (!self->was_shown)
    choose_first_subjects (self);
  self->was_shown = TRUE;
  if (self->needs_update)
    update (self);
}

/* Whether columns stand side by side changes where their heads are: not inside of an allocation. */
static void
esp_compare_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  EspCompareView *self = ESP_COMPARE_VIEW (widget);
  int columns_width = MIN (width, MAX_WIDTH) - EDGES;
  guint n = self->comparison != NULL ? self->comparison->n_subjects : ESP_COMPARISON_MIN_SUBJECTS;

  self->wants_stacked = esp_columns_mode_for (columns_width, n) == ESP_COLUMNS_STACKED;
  if (self->wants_stacked != self->is_stacked && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, change_mode_cb, self, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
}

static void
esp_compare_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (ESP_COMPARE_VIEW (widget)->stack), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
esp_compare_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, esp_compare_view_get_session (ESP_COMPARE_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_compare_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      esp_compare_view_set_session (ESP_COMPARE_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_compare_view_dispose (GObject *object)
{
  EspCompareView *self = ESP_COMPARE_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->document_signals);
  clear_sections (self);
  memset (self->sections, 0, sizeof self->sections);
  if (self->add_button != NULL)
    {
      gtk_menu_button_set_create_popup_func (self->add_button, NULL, NULL, NULL);
      gtk_menu_button_set_create_popup_func (self->empty_button, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), ESP_TYPE_COMPARE_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (esp_compare_view_parent_class)->dispose (object);
}

static void
esp_compare_view_finalize (GObject *object)
{
  g_ptr_array_unref (ESP_COMPARE_VIEW (object)->heads);

  G_OBJECT_CLASS (esp_compare_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, add_button);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, differences_switch);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, swap_button);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, header_bin);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, scroller);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, content);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, inner_header_bin);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, legend);
  gtk_widget_class_bind_template_child (widget_class, EspCompareView, jump_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_differences_changed);
}

static void
esp_compare_view_class_init (EspCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_compare_view_get_property;
  object_class->set_property = esp_compare_view_set_property;
  object_class->dispose = esp_compare_view_dispose;
  object_class->finalize = esp_compare_view_finalize;
  widget_class->map = esp_compare_view_map;
  widget_class->measure = esp_compare_view_measure;
  widget_class->size_allocate = esp_compare_view_size_allocate;

  /**
   * EspCompareView:session:
   *
   * What the window looks at.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ESP_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "compareview");
  gtk_widget_class_install_action (widget_class, "compare.swap", NULL, swap_cb);
  gtk_widget_class_install_action (widget_class, "compare.jump", "u", jump_cb);
}

static void
add_sections (EspCompareView *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      const char *title = i == FACTS ? _("Facts and sources") : esp_section_get_name (i);
      g_autofree char *action = g_strdup_printf ("compare.jump(uint32 %u)", i);

      self->sections[i] = ESP_COMPARE_SECTION (esp_compare_section_new (title));
      gtk_box_append (self->content, GTK_WIDGET (self->sections[i]));
      g_menu_append (self->jump_menu, title, action);
    }
}

static void
esp_compare_view_init (EspCompareView *self)
{
  self->heads = g_ptr_array_new ();
  self->catalogue = g_object_ref (esp_catalogue_get_default ());
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, create_popover_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->empty_button, create_popover_cb, self, NULL);
  add_sections (self);

  self->session_signals = g_signal_group_new (ESP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "subjects-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->session_signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::document", G_CALLBACK (session_document_cb), self);
  self->document_signals = g_signal_group_new (ESP_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::organization", G_CALLBACK (document_changed_cb), self);
}

/**
 * esp_compare_view_new:
 * @session: (nullable): what the window looks at
 *
 * Returns: (transfer full): the view
 */
GtkWidget *
esp_compare_view_new (EspSession *session)
{
  return g_object_new (ESP_TYPE_COMPARE_VIEW, "session", session, NULL);
}

EspSession *
esp_compare_view_get_session (EspCompareView *self)
{
  g_return_val_if_fail (ESP_IS_COMPARE_VIEW (self), NULL);

  return self->session;
}

/**
 * esp_compare_view_set_session:
 * @self: a view
 * @session: (nullable): what the window looks at; a reference is kept
 */
void
esp_compare_view_set_session (EspCompareView *self,
                              EspSession     *session)
{
  g_return_if_fail (ESP_IS_COMPARE_VIEW (self));
  g_return_if_fail (session == NULL || ESP_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  session_document_cb (self);
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * esp_compare_view_get_comparison:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL with fewer than two roles, and before the view was on screen
 */
const EspComparison *
esp_compare_view_get_comparison (EspCompareView *self)
{
  g_return_val_if_fail (ESP_IS_COMPARE_VIEW (self), NULL);

  return self->comparison;
}

/**
 * esp_compare_view_get_section:
 * @self: a view
 * @section: a section of the comparison
 *
 * Returns: (transfer none): the section with all its rows
 */
EspCompareSection *
esp_compare_view_get_section (EspCompareView *self,
                              EspSection      section)
{
  g_return_val_if_fail (ESP_IS_COMPARE_VIEW (self), NULL);
  g_return_val_if_fail (section < ESP_N_SECTIONS, NULL);

  finish_sections (self);
  return self->sections[section];
}
