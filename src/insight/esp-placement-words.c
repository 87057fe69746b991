/* esp-placement-words.c — placements in words, for tooltips, screen readers and files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-placement.h"

#include "core/esp-i18n.h"
#include "insight/esp-placement-private.h"

/**
 * esp_placement_to_string:
 * @self: placements
 * @placement: a placement of them
 *
 * Returns: (transfer full): where: “PMO”, “COE”, “Program”, “Department, Infrastructure”, “Department”, “No unit”
 */
char *
esp_placement_to_string (EspPlacements      *self,
                         const EspPlacement *placement)
{
  const EspPlace *function;
  const char *id;

  switch (placement->kind)
    {
    case ESP_PLACE_PMO:
      return g_strdup (_("PMO"));
    case ESP_PLACE_COE:
      return g_strdup (_("COE"));
    case ESP_PLACE_PROGRAM:
      return g_strdup (C_("place", "Program"));
    case ESP_PLACE_NONE:
      return g_strdup (_("No unit"));
    case ESP_PLACE_DEPARTMENT:
    case ESP_PLACE_N_KINDS:
    default:
      break;
    }
  if (placement->function == ESP_STR_NONE)
    return g_strdup (C_("place", "Department"));

  id = esp_organization_get_string (_esp_placements_get_organization (self), placement->function);
  function = esp_catalogue_find_function (_esp_placements_get_catalogue (self), id);
  /* Translators: where a position sits; %s is what the department does: “Department, Infrastructure” */
  return g_strdup_printf (_("Department, %s"), function != NULL ? function->name : id);
}

/**
 * esp_serves_to_string:
 * @serves: whom a position serves
 *
 * Returns: (nullable): “Internal”, “Usually internal” …; %NULL if it is not known
 */
const char *
esp_serves_to_string (EspServes serves)
{
  switch (serves)
    {
    case ESP_SERVES_INTERNAL:
      return _("Internal");
    case ESP_SERVES_EXTERNAL:
      return _("External");
    case ESP_SERVES_USUALLY_INTERNAL:
      return _("Usually internal");
    case ESP_SERVES_USUALLY_EXTERNAL:
      return _("Usually external");
    case ESP_SERVES_USUALLY_EITHER:
      return _("Usually internal or external");
    case ESP_SERVES_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * esp_ties_to_string:
 * @ties: lines to a PMO or a COE
 *
 * Returns: (nullable): what follows the placement: “with a dotted line to the PMO”; %NULL if there are none
 */
const char *
esp_ties_to_string (EspTies ties)
{
  gboolean dotted = (ties & (ESP_TIE_DOTTED_PMO | ESP_TIE_DOTTED_COE)) != 0;
  gboolean functional = (ties & (ESP_TIE_FUNCTIONAL_PMO | ESP_TIE_FUNCTIONAL_COE)) != 0;
  gboolean pmo = (ties & (ESP_TIE_DOTTED_PMO | ESP_TIE_FUNCTIONAL_PMO)) != 0;
  gboolean coe = (ties & (ESP_TIE_DOTTED_COE | ESP_TIE_FUNCTIONAL_COE)) != 0;

  if (dotted && functional)
    {
      if (pmo && coe)
        return _("with dotted and functional lines to the PMO and the COE");
      return pmo ? _("with dotted and functional lines to the PMO") : _("with dotted and functional lines to the COE");
    }
  if (dotted)
    {
      if (pmo && coe)
        return _("with dotted lines to the PMO and the COE");
      return pmo ? _("with a dotted line to the PMO") : _("with a dotted line to the COE");
    }
  if (functional)
    {
      if (pmo && coe)
        return _("with functional lines to the PMO and the COE");
      return pmo ? _("with a functional line to the PMO") : _("with a functional line to the COE");
    }
  return NULL;
}

/* A sentence with a place for the far end's title */
static const char *
get_line_format (EspLineKind kind)
{
  switch (kind)
    {
    case ESP_LINE_SECOND:
      return _("Second line to %s.");
    case ESP_LINE_FUNCTIONAL:
      return _("Functional line to %s.");
    case ESP_LINE_PROGRAM:
      return _("Program line to %s.");
    case ESP_LINE_VENDOR:
      return _("Vendor line to %s.");
    case ESP_LINE_DOTTED:
    case ESP_LINE_N_KINDS:
    default:
      return _("Dotted line to %s.");
    }
}

/* The same, with a place for an id that is not there */
static const char *
get_missing_line_format (EspLineKind kind)
{
  switch (kind)
    {
    case ESP_LINE_SECOND:
      return _("Second line to %s, who is not in this file.");
    case ESP_LINE_FUNCTIONAL:
      return _("Functional line to %s, who is not in this file.");
    case ESP_LINE_PROGRAM:
      return _("Program line to %s, who is not in this file.");
    case ESP_LINE_VENDOR:
      return _("Vendor line to %s, who is not in this file.");
    case ESP_LINE_DOTTED:
    case ESP_LINE_N_KINDS:
    default:
      return _("Dotted line to %s, who is not in this file.");
    }
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
append_line (GString         *text,
             EspOrganization *organization,
             const EspLine   *line)
{
  EspLineKind kind = esp_line_kind_from_string (esp_organization_get_string (organization, line->kind));
  EspIx to = esp_organization_find (organization, ESP_TABLE_POSITIONS, line->to);
  const char *id = esp_organization_get_string (organization, line->to);
  g_autofree char *sentence = NULL;

  if (id == NULL)
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (to != ESP_IX_NONE)
    sentence = g_strdup_printf (get_line_format (kind), esp_position_get_title (organization, to));
  else
    sentence = g_strdup_printf (get_missing_line_format (kind), id);
#pragma GCC diagnostic pop
  append_sentence (text, sentence);
}

/**
 * esp_placements_describe_lines:
 * @self: placements
 * @position: a position
 *
 * Time: O(secondary lines of @position).
 *
 * Returns: (transfer full): its secondary lines, a sentence each: “Dotted line to Head of PMO.”; empty without any
 */
char *
esp_placements_describe_lines (EspPlacements *self,
                               EspIx          position)
{
  EspOrganization *organization = _esp_placements_get_organization (self);
  GString *text = g_string_new (NULL);
  guint32 n;
  const guint32 *words = esp_organization_get_list (
    organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LINES), &n);

  for (guint32 i = 0; i < n / ESP_LINE_WORDS; i++)
    append_line (text, organization, (const EspLine *) words + i);
  return g_string_free (text, FALSE);
}

/**
 * esp_placements_describe:
 * @self: placements
 * @position: a position
 *
 * Returns: (transfer full): the whole placement in sentences: “Department, Infrastructure. Internal. Dotted line to Head of PMO.”
 */
char *
esp_placements_describe (EspPlacements *self,
                         EspIx          position)
{
  EspPlacement placement = esp_placements_get (self, position);
  g_autofree char *place = esp_placement_to_string (self, &placement);
  g_autofree char *lines = esp_placements_describe_lines (self, position);
  const char *serves = esp_serves_to_string (placement.serves);
  GString *text = g_string_new (NULL);

  /* Translators: a sentence of one or a few words, as “Department, Infrastructure.” */
  g_string_append_printf (text, _("%s."), place);
  if (serves != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("%s."), serves);

      append_sentence (text, sentence);
    }
  if (*lines != '\0')
    append_sentence (text, lines);
  return g_string_free (text, FALSE);
}
