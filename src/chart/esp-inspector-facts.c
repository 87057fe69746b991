/* esp-inspector-facts.c — what is said of a position, a unit, or the whole organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-inspector.h"

#include "chart/esp-glyph-icon.h"
#include "chart/esp-inspector-private.h"
#include "core/esp-i18n.h"
#include "insight/esp-placement.h"
#include "scene/esp-card.h"

#define MAX_STAKEHOLDERS 6

static const char target_key[] = "esp-target";

/* Words */

/* Shows a label, or hides it where there is nothing to say */
void
_esp_inspector_set_text (GtkLabel   *label,
                         const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_person (EspOrganization *organization,
                 EspIx            position)
{
  g_autofree char *holders = esp_position_get_holders_text (organization, position);

  if (*holders == '\0')
    return g_strdup (esp_position_get_title (organization, position));
  return g_strdup_printf ("%s · %s", esp_position_get_title (organization, position), holders);
}

/* Rows */

static void
fact_activated_cb (AdwActionRow *row,
                   EspInspector *self)
{
  const guint64 *target = g_object_get_data (G_OBJECT (row), target_key);

  esp_session_reveal (self->session, (EspTable) (*target >> 32), (EspIx) *target);
}

/* @ix: (nullable): what a click goes to; ESP_IX_NONE for nothing */
static void
add_fact (EspInspector *self,
          const char   *name,
          const char   *value,
          EspTable      table,
          EspIx         ix)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  if (ix != ESP_IX_NONE)
    {
      guint64 target = (guint64) table << 32 | ix;

      g_object_set_data_full (G_OBJECT (row), target_key, g_memdup2 (&target, sizeof target), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect (row, "activated", G_CALLBACK (fact_activated_cb), self);
    }
  adw_preferences_group_add (self->facts_group, row);
  g_ptr_array_add (self->facts, row);
}

/**
 * _esp_inspector_clear_facts:
 * @self: an inspector
 *
 * Takes the rows of facts out.
 */
void
_esp_inspector_clear_facts (EspInspector *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    adw_preferences_group_remove (self->facts_group, g_ptr_array_index (self->facts, i));
  g_ptr_array_set_size (self->facts, 0);
}

static void
add_position_fact (EspInspector    *self,
                   EspOrganization *organization,
                   const char      *name,
                   EspIx            position)
{
  g_autofree char *value = NULL;

  if (position == ESP_IX_NONE)
    return;
  value = describe_person (organization, position);
  add_fact (self, name, value, ESP_TABLE_POSITIONS, position);
}

static void
add_served (EspInspector    *self,
            EspOrganization *organization,
            EspIx            position)
{
  guint32 n;
  const guint32 *ids = esp_organization_get_list (organization,
                                                  esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_SERVES),
                                                  &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx unit = esp_organization_find (organization, ESP_TABLE_UNITS, ids[i]);
      const char *name = unit != ESP_IX_NONE ? esp_unit_get_name (organization, unit) : esp_organization_get_string (organization, ids[i]);

      /* Translators: between the names of units in a list */
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", name);
    }
  add_fact (self, _("Serves"), text->str, ESP_TABLE_UNITS, ESP_IX_NONE);
}

static void
add_reach (EspInspector *self,
           EspScene     *scene,
           EspItem       item)
{
  EspTotals totals;
  g_autofree char *text = NULL;

  if (item == ESP_ITEM_NONE)
    return;
  esp_scene_get_totals (scene, ESP_ITEM_NODE (item), &totals);
  if (totals.total == 0)
    return;
  /* Translators: positions below a card: directly, and at any depth */
  text = g_strdup_printf (_("%'u directly, %'u in all"), totals.direct, totals.total);
  add_fact (self, _("Below"), text, ESP_TABLE_POSITIONS, ESP_IX_NONE);
}

/* A role in a paragraph, and whom it serves */
static void
show_role (EspInspector  *self,
           const EspRole *role)
{
  g_autoptr (GString) names = g_string_new (NULL);

  gtk_widget_set_visible (self->role_buttons, TRUE);
  gtk_widget_set_sensitive (self->compare_button, role != NULL);
  gtk_widget_set_sensitive (self->ladder_button, esp_session_get_selected_rung (self->session) != NULL);
  gtk_widget_set_visible (self->role_box, TRUE);
  if (role == NULL)
    {
      _esp_inspector_set_text (self->role_label, _("This position has no role yet"));
      _esp_inspector_set_text (self->role_text, NULL);
      _esp_inspector_set_text (self->stakeholders_label, NULL);
      return;
    }
  _esp_inspector_set_text (self->role_label, role->name);
  _esp_inspector_set_text (self->role_text, role->summary);
  for (guint i = 0; i < MIN (role->topics[ESP_TOPIC_STAKEHOLDER]->len, MAX_STAKEHOLDERS); i++)
    {
      const EspRoleTopic *topic = g_ptr_array_index (role->topics[ESP_TOPIC_STAKEHOLDER], i);

      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", topic->topic->name);
    }
  if (names->len > 0)
    {
      /* Translators: %s is a list of stakeholders */
      g_autofree char *text = g_strdup_printf (_("Works with: %s"), names->str);

      _esp_inspector_set_text (self->stakeholders_label, text);
    }
  else
    {
      _esp_inspector_set_text (self->stakeholders_label, NULL);
    }
}

static void
show_finding (EspInspector *self,
              EspScene     *scene,
              EspItem       item)
{
  EspCard card = { .finding = NULL };

  if (item != ESP_ITEM_NONE)
    esp_card_fill (&card, scene, item);
  gtk_widget_set_visible (self->finding_box, card.finding != NULL);
  if (card.finding != NULL)
    gtk_label_set_label (self->finding_label, card.finding);
}

/**
 * _esp_inspector_show_position:
 * @self: an inspector
 * @scene: where it is seen
 * @position: what to show
 *
 * Shows a position.
 */
void
_esp_inspector_show_position (EspInspector *self,
                              EspScene     *scene,
                              EspIx         position)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspCatalogue *catalogue = esp_scene_get_catalogue (scene);
  EspItem item = esp_scene_find (scene, ESP_TABLE_POSITIONS, position);
  EspIx unit = esp_position_get_unit (organization, position);
  const char *role_id = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE);
  g_autofree char *holders = esp_position_get_holders_text (organization, position);
  g_autofree char *place = esp_card_get_placement_text (scene, position);

  _esp_inspector_set_text (self->title_label, esp_position_get_title (organization, position));
  _esp_inspector_set_text (self->subtitle_label, *holders != '\0' ? holders : C_("position", "Vacant"));
  _esp_inspector_set_text (self->place_label, place);
  show_finding (self, scene, item);

  if (unit != ESP_IX_NONE)
    add_fact (self, _("Unit"), esp_unit_get_name (organization, unit), ESP_TABLE_UNITS, unit);
  add_position_fact (self, organization, _("Reports to"), esp_position_get_manager (organization, position));
  add_served (self, organization, position);
  add_reach (self, scene, item);

  show_role (self, role_id != NULL ? esp_catalogue_find_role (catalogue, role_id) : NULL);
}

/**
 * _esp_inspector_show_unit:
 * @self: an inspector
 * @scene: where it is seen
 * @unit: what to show
 *
 * Shows a unit, and why program managers sit in such a one.
 */
void
_esp_inspector_show_unit (EspInspector *self,
                          EspScene     *scene,
                          EspIx         unit)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspCatalogue *catalogue = esp_scene_get_catalogue (scene);
  EspItem item = esp_scene_find (scene, ESP_TABLE_UNITS, unit);
  const char *function = esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_FUNCTION);
  const char *kind = esp_unit_kind_to_string (esp_unit_get_kind (organization, unit));
  const EspPlace *place = function != NULL ? esp_catalogue_find_function (catalogue, function) : NULL;
  const EspPlace *kind_place = esp_catalogue_find_kind (catalogue, kind);
  EspIx parent = esp_unit_get_parent (organization, unit);

  if (place == NULL)
    place = kind_place;
  _esp_inspector_set_text (self->title_label, esp_unit_get_name (organization, unit));
  _esp_inspector_set_text (self->subtitle_label, kind_place != NULL ? kind_place->name : NULL);
  _esp_inspector_set_text (self->place_label, place != kind_place && place != NULL ? place->name : NULL);
  show_finding (self, scene, item);

  if (item != ESP_ITEM_NONE)
    {
      EspCard card;

      esp_card_fill (&card, scene, item);
      add_fact (self, _("In It"), card.holder, ESP_TABLE_UNITS, ESP_IX_NONE);
      add_position_fact (self, organization, _("Headed by"), esp_scene_get_head (scene, ESP_ITEM_NODE (item)));
    }
  if (parent != ESP_IX_NONE)
    add_fact (self, _("Part of"), esp_unit_get_name (organization, parent), ESP_TABLE_UNITS, parent);

  gtk_widget_set_visible (self->role_box, place != NULL);
  gtk_widget_set_visible (self->role_buttons, FALSE);
  _esp_inspector_set_text (self->stakeholders_label, NULL);
  if (place != NULL)
    {
      _esp_inspector_set_text (self->role_label, _("Why Program Managers Sit Here"));
      _esp_inspector_set_text (self->role_text, place->text);
    }
}

/**
 * _esp_inspector_show_several:
 * @self: an inspector
 * @scene: where they are seen
 *
 * Shows how many are selected, and nothing else that only one of them has.
 */
void
_esp_inspector_show_several (EspInspector *self,
                             EspScene     *scene)
{
  guint n = esp_session_get_n_selected (self->session);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u card selected", "%u cards selected", n), n);

  _esp_inspector_set_text (self->title_label, words);
  _esp_inspector_set_text (self->subtitle_label, _("What is set here is set for all of them"));
  _esp_inspector_set_text (self->place_label, NULL);
  show_finding (self, scene, ESP_ITEM_NONE);
  gtk_widget_set_visible (self->role_box, FALSE);
}

/* The whole: what its colours mean, and how many seats stand where */

static void
add_swatch_row (GtkWidget  *list,
                EspGlyph    glyph,
                EspColor    color,
                const char *name,
                guint       count)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *swatch = esp_glyph_icon_new (glyph);
  g_autofree char *text = g_strdup_printf ("%'u", count);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_add_css_class (swatch, esp_palette_get_css_name (color));
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), swatch);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), row);
}

static void
append_label (GtkBox     *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

/**
 * _esp_inspector_show_overview:
 * @self: an inspector
 * @scene: (nullable): what there is
 *
 * Shows where the program managers of the whole organization sit, in the colours of the chart.
 */
void
_esp_inspector_show_overview (EspInspector *self,
                              EspScene     *scene)
{
  const EspSceneCounts *counts;
  GtkWidget *group, *child;
  const char *name;
  g_autofree char *text = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->overview_box))) != NULL)
    gtk_box_remove (self->overview_box, child);
  if (scene == NULL)
    return;

  counts = esp_scene_get_counts (scene);
  name = esp_organization_get_text (esp_scene_get_organization (scene), ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME);
  append_label (self->overview_box, name != NULL ? name : _("Organization"), "title-3");
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position, %'u of them vacant", "%'u positions, %'u of them vacant", counts->positions),
                          counts->positions, counts->vacant);
  append_label (self->overview_box, text, "dim-label");

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Program Managers"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("The wide bar on a card says where the seat stands"));
  add_swatch_row (group, ESP_GLYPH_PMO, ESP_COLOR_PMO, _("Project Management Office"), counts->seats_pmo);
  add_swatch_row (group, ESP_GLYPH_COE, ESP_COLOR_COE, _("Center of Excellence"), counts->seats_coe);
  add_swatch_row (group, ESP_GLYPH_PROGRAM, ESP_COLOR_PROGRAM, _("Program"), counts->seats_program);
  add_swatch_row (group, ESP_GLYPH_DEPARTMENT, ESP_COLOR_DEPARTMENT, _("Department"), counts->seats_department);
  if (counts->seats_elsewhere > 0)
    add_swatch_row (group, ESP_GLYPH_COMPANY, ESP_COLOR_COMPANY, _("Elsewhere"), counts->seats_elsewhere);
  gtk_box_append (self->overview_box, group);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Whom They Serve"));
  add_swatch_row (group, ESP_GLYPH_INTERNAL, ESP_COLOR_TEXT_SECONDARY, _("The Company Itself"), counts->internal);
  add_swatch_row (group, ESP_GLYPH_EXTERNAL, ESP_COLOR_TEXT_SECONDARY, _("Clients and Partners"), counts->external);
  gtk_box_append (self->overview_box, group);
}
