/* esp-doctor.c — looks an organization over: orphans, rings, doubles, and what could mend them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-findings.h"

#include "core/esp-i18n.h"
#include "organization/esp-managers.h"
#include "organization/esp-matcher.h"

#define RING_IDS_SHOWN 12

typedef struct
{
  EspOrganization *organization;
  const guint32   *lines; /* by position slot, or NULL */
  EspManagers     *managers;
  GPtrArray       *findings;
  guint            n_in_units; /* rows that stand under the id of their unit, beside the first one */
  GPtrArray       *missing; /* ids asked for as managers and not there, for the offers */
} Doctor;

static void
add (Doctor        *self,
     EspFindingKind kind,
     EspSeverity    severity,
     EspTable       table,
     EspIx          ix,
     const char    *field,
     char          *message,
     char          *fix,
     EspFixKind     action)
{
  const char *id = ix == ESP_IX_NONE ? NULL : esp_organization_get_text (self->organization, table, ix, 0);
  EspFinding *finding = esp_finding_new (kind, severity, table, ix, id, field, message, fix);

  finding->action = action;
  if (table == ESP_TABLE_POSITIONS && ix != ESP_IX_NONE && self->lines != NULL)
    finding->line = self->lines[ix];
  g_ptr_array_add (self->findings, finding);
}

static const char *
get_text (Doctor  *self,
          EspTable table,
          EspIx    ix,
          EspField field)
{
  return esp_organization_get_text (self->organization, table, ix, field);
}

static void
check_manager (Doctor *self,
               EspIx   ix)
{
  EspStr id = esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO);
  EspIx manager = esp_organization_find (self->organization, ESP_TABLE_POSITIONS, id);
  const char *title = esp_position_get_title (self->organization, ix);

  if (id == ESP_STR_NONE)
    return;
  if (manager == ESP_IX_NONE)
    {
      const char *asked = esp_organization_get_string (self->organization, id);

      add (self, ESP_FINDING_ORPHAN, ESP_SEVERITY_WARNING, ESP_TABLE_POSITIONS, ix, "reports_to",
           g_strdup_printf (_("“%s” reports to “%s”, who is not in this file. It is shown as a further top."), title, asked),
           g_strdup (_("Choose another manager, or make this the top.")), ESP_FIX_MAKE_TOP);
      g_ptr_array_add (self->missing, (gpointer) asked);
    }
  else if (manager == esp_managers_get_node (self->organization, ix))
    {
      add (self, ESP_FINDING_SELF_REPORT, ESP_SEVERITY_WARNING, ESP_TABLE_POSITIONS, ix, "reports_to",
           g_strdup_printf (_("“%s” reports to itself. It is shown as a top."), title), g_strdup (_("Make this the top.")), ESP_FIX_MAKE_TOP);
    }
}

static void
check_duplicate (Doctor *self,
                 EspIx   ix)
{
  EspIx first = esp_managers_get_node (self->organization, ix);

  if (first == ESP_IX_NONE || first == ix)
    return;
  if (esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_UNIT) ==
      esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_ID))
    {
      self->n_in_units++; /* the id is that of the unit, and they are its positions */
      return;
    }
  add (self, ESP_FINDING_DUPLICATE_ID, ESP_SEVERITY_ERROR, ESP_TABLE_POSITIONS, ix, "id",
       g_strdup_printf (_("The id “%s” stands on more than one row. Who names it means the first."),
                        get_text (self, ESP_TABLE_POSITIONS, ix, ESP_POSITION_ID)),
       esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO) ==
               esp_organization_get (self->organization, ESP_TABLE_POSITIONS, first, ESP_POSITION_REPORTS_TO)
           ? g_strdup (_("If two persons share the position, put both into one row."))
           : g_strdup (_("Give one of them an id of its own.")),
       ESP_FIX_SPLIT);
}

static void
check_references (Doctor *self,
                  EspIx   ix)
{
  const char *title = esp_position_get_title (self->organization, ix);
  EspStr unit = esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_UNIT);
  guint32 n;
  const guint32 *words;

  if (unit != ESP_STR_NONE && esp_organization_find (self->organization, ESP_TABLE_UNITS, unit) == ESP_IX_NONE)
    add (self, ESP_FINDING_MISSING, ESP_SEVERITY_WARNING, ESP_TABLE_POSITIONS, ix, "unit",
         g_strdup_printf (_("“%s” sits in the unit “%s”, which is not in this file."), title,
                          esp_organization_get_string (self->organization, unit)),
         NULL, ESP_FIX_CLEAR_UNIT);

  words = esp_organization_get_list (self->organization,
                                     esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_LINES), &n);
  for (const EspLine *line = (const EspLine *) words; (const guint32 *) line < words + n; line++)
    if (esp_organization_find (self->organization, ESP_TABLE_POSITIONS, line->to) == ESP_IX_NONE)
      {
        const char *to = esp_organization_get_string (self->organization, line->to);

        add (self, ESP_FINDING_MISSING, ESP_SEVERITY_WARNING, ESP_TABLE_POSITIONS, ix, "lines",
             g_strdup_printf (_("A secondary line of “%s” leads to “%s”, who is not in this file."), title, to != NULL ? to : ""), NULL,
             ESP_FIX_REMOVE_LINES);
      }

  words = esp_organization_get_list (self->organization,
                                     esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_SERVES), &n);
  for (guint32 i = 0; i < n; i++)
    if (esp_organization_find (self->organization, ESP_TABLE_UNITS, words[i]) == ESP_IX_NONE)
      add (self, ESP_FINDING_MISSING, ESP_SEVERITY_WARNING, ESP_TABLE_POSITIONS, ix, "serves",
           g_strdup_printf (_("“%s” serves the unit “%s”, which is not in this file."), title,
                            esp_organization_get_string (self->organization, words[i])),
           NULL, ESP_FIX_NONE);
}

static void
check_positions (Doctor *self)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (self->organization, ESP_TABLE_POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      if (esp_organization_get (self->organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_ID) == ESP_STR_NONE)
        continue; /* the reader said why */
      check_duplicate (self, order[i]);
      check_manager (self, order[i]);
      check_references (self, order[i]);
    }
}

/* Said once: it is how such tables are made. */
static void
say_in_units (Doctor *self)
{
  if (self->n_in_units > 0)
    add (self, ESP_FINDING_DUPLICATE_ID, ESP_SEVERITY_NOTE, ESP_TABLE_POSITIONS, ESP_IX_NONE, "id",
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row stands under the id of its unit, as another row does. It is shown as a position of its own.",
                                       "%u rows stand under the id of their unit, as others do. Each is shown as a position of its own.",
                                       self->n_in_units), self->n_in_units),
         g_strdup (_("If rows have ids of their own, open the file with that column (--id=COLUMN).")), ESP_FIX_NONE);
}

static char *
join_ids (Doctor  *self,
          EspTable table,
          GArray  *ring)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ring->len && i < RING_IDS_SHOWN; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", get_text (self, table, g_array_index (ring, EspIx, i), 0));
  if (ring->len > RING_IDS_SHOWN)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static void
add_ring (Doctor  *self,
          EspTable table,
          GArray  *ring)
{
  EspIx first = g_array_index (ring, EspIx, 0);
  g_autofree char *ids = join_ids (self, table, ring);
  gboolean positions = table == ESP_TABLE_POSITIONS;

  add (self, ESP_FINDING_RING, ESP_SEVERITY_ERROR, table, first, positions ? "reports_to" : "parent",
       positions ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u position reports to itself in a ring: %s. The chart cuts it at the first.",
                                                 "%u positions report to each other in a ring: %s. The chart cuts it at the first.", ring->len),
                                    ring->len, ids)
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unit is a part of itself: %s. The chart cuts the ring at the first.",
                                                 "%u units are parts of each other in a ring: %s. The chart cuts it at the first.", ring->len),
                                    ring->len, ids),
       g_strdup (_("Choose another manager for one of them, or make it the top.")), ESP_FIX_MAKE_TOP);
}

static void
check_rings (Doctor *self)
{
  g_autoptr (GPtrArray) rings = esp_managers_find_rings (self->managers,
                                                         esp_organization_get_ranks (self->organization, ESP_TABLE_POSITIONS));

  for (guint i = 0; i < rings->len; i++)
    add_ring (self, ESP_TABLE_POSITIONS, g_ptr_array_index (rings, i));
}

/* Each unit has one parent at most, so a walk that meets its own trace has found a ring. Time: O(units). */
static void
check_unit_rings (Doctor *self)
{
  guint32 n, n_slots = esp_organization_get_n_slots (self->organization, ESP_TABLE_UNITS);
  const EspIx *order = esp_organization_get_order (self->organization, ESP_TABLE_UNITS, &n);
  const guint32 *ranks = esp_organization_get_ranks (self->organization, ESP_TABLE_UNITS);
  g_autofree guint32 *trace = g_new0 (guint32, n_slots + 1); /* by slot: the walk that came by, from 1 */

  for (guint32 i = 0; i < n; i++)
    {
      EspIx ix = order[i];

      while (ix != ESP_IX_NONE && trace[ix] == 0)
        {
          trace[ix] = i + 1;
          ix = esp_unit_get_parent (self->organization, ix);
        }
      if (ix != ESP_IX_NONE && trace[ix] == i + 1)
        {
          g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (EspIx));
          EspIx at = ix;

          /* the chart cuts at the member that comes first in the document */
          for (EspIx other = esp_unit_get_parent (self->organization, ix); other != ix; other = esp_unit_get_parent (self->organization, other))
            if (ranks[other] < ranks[at])
              at = other;
          ix = at;
          do
            {
              g_array_append_val (ring, at);
              at = esp_unit_get_parent (self->organization, at);
            }
          while (at != ix);
          add_ring (self, ESP_TABLE_UNITS, ring);
        }
    }
}

static void
check_units (Doctor *self)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (self->organization, ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx unit = order[i];
      const char *name = esp_unit_get_name (self->organization, unit);
      const char *parent = get_text (self, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT);
      const char *head = get_text (self, ESP_TABLE_UNITS, unit, ESP_UNIT_HEAD);
      EspIx head_ix = esp_organization_find_id (self->organization, ESP_TABLE_POSITIONS, head);

      if (get_text (self, ESP_TABLE_UNITS, unit, ESP_UNIT_ID) == NULL)
        continue; /* the reader said why */
      if (esp_organization_find_id (self->organization, ESP_TABLE_UNITS, get_text (self, ESP_TABLE_UNITS, unit, ESP_UNIT_ID)) != unit)
        add (self, ESP_FINDING_DUPLICATE_ID, ESP_SEVERITY_ERROR, ESP_TABLE_UNITS, unit, "id",
             g_strdup_printf (_("The id “%s” stands on more than one unit. Who names it means the first."),
                              get_text (self, ESP_TABLE_UNITS, unit, ESP_UNIT_ID)),
             g_strdup (_("Give one of them an id of its own.")), ESP_FIX_SPLIT);
      if (parent != NULL && esp_unit_get_parent (self->organization, unit) == ESP_IX_NONE)
        add (self, ESP_FINDING_ORPHAN, ESP_SEVERITY_WARNING, ESP_TABLE_UNITS, unit, "parent",
             g_strdup_printf (_("“%s” is part of the unit “%s”, which is not in this file. It is shown as a further top."), name, parent),
             NULL, ESP_FIX_MAKE_TOP);
      if (head != NULL && head_ix == ESP_IX_NONE)
        add (self, ESP_FINDING_MISSING, ESP_SEVERITY_WARNING, ESP_TABLE_UNITS, unit, "head",
             g_strdup_printf (_("“%s” is headed by “%s”, who is not in this file."), name, head), NULL, ESP_FIX_NONE);
      else if (head_ix != ESP_IX_NONE && esp_position_get_unit (self->organization, head_ix) != unit)
        add (self, ESP_FINDING_HEAD, ESP_SEVERITY_NOTE, ESP_TABLE_UNITS, unit, "head",
             g_strdup_printf (_("“%s” is headed by “%s”, who sits in another unit."), name,
                              esp_position_get_title (self->organization, head_ix)),
             NULL, ESP_FIX_NONE);
    }
  check_unit_rings (self);
}

/* How many of the missing ids would be found in another way */
static guint
count_found (Doctor     *self,
             EspFixKind  kind)
{
  g_autoptr (EspMatcher) matcher = esp_matcher_new (self->organization, kind);
  guint n_found = 0;

  for (guint i = 0; i < self->missing->len; i++)
    n_found += esp_matcher_find (matcher, g_ptr_array_index (self->missing, i)) != ESP_IX_NONE;
  return n_found;
}

static void
make_offers (Doctor *self)
{
  guint n;

  if (self->missing->len == 0)
    return;
  n = count_found (self, ESP_FIX_IGNORE_ZEROS);
  if (n > 0)
    add (self, ESP_FINDING_OFFER, ESP_SEVERITY_NOTE, ESP_TABLE_POSITIONS, ESP_IX_NONE, "reports_to",
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing manager would be found if leading zeros of ids, and “.0” behind them, were ignored.",
                                       "%u missing managers would be found if leading zeros of ids, and “.0” behind them, were ignored.", n), n),
         g_strdup (_("Open the file with leading zeros ignored (--ignore-leading-zeros).")), ESP_FIX_IGNORE_ZEROS);
  n = count_found (self, ESP_FIX_IGNORE_CASE);
  if (n > 0)
    add (self, ESP_FINDING_OFFER, ESP_SEVERITY_NOTE, ESP_TABLE_POSITIONS, ESP_IX_NONE, "reports_to",
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing manager would be found if the letter case of ids were ignored.",
                                       "%u missing managers would be found if the letter case of ids were ignored.", n), n),
         g_strdup (_("Open the file with letter case ignored (--ignore-case).")), ESP_FIX_IGNORE_CASE);
  n = count_found (self, ESP_FIX_TAKE_NAME);
  if (n > 0)
    add (self, ESP_FINDING_OFFER, ESP_SEVERITY_NOTE, ESP_TABLE_POSITIONS, ESP_IX_NONE, "reports_to",
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing manager would be found by the name of a person.",
                                       "%u missing managers would be found by the names of persons.", n), n),
         g_strdup (_("Take the name as the link: open the file with the column of names as the id (--id=COLUMN).")), ESP_FIX_TAKE_NAME);
}

static gpointer
copy_finding (gconstpointer source,
              gpointer      user_data)
{
  const EspFinding *from = source;
  EspFinding *copy = esp_finding_new (from->kind, from->severity, from->table, from->ix, from->id, from->field,
                                      g_strdup (from->message), g_strdup (from->fix));

  copy->action = from->action;
  copy->line = from->line;
  copy->is_row = from->is_row;
  return copy;
}

/**
 * esp_findings_collect:
 * @organization: an organization
 * @position_lines: (nullable): by position slot, the line of the file it began on
 *
 * Looks the organization over as it stands. What was found while reading comes first, then units, then positions in document order, rings, and the offers.
 *
 * Time: O(positions + lines + units). Threads: any, while nobody changes @organization.
 *
 * Returns: (transfer full) (element-type EspFinding): the findings
 */
GPtrArray *
esp_findings_collect (EspOrganization *organization,
                      const guint32   *position_lines)
{
  g_autoptr (EspManagers) managers = esp_managers_new (organization);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  Doctor self = {
    .organization = organization,
    .lines = position_lines,
    .managers = managers,
    .findings = g_ptr_array_copy (esp_organization_get_import_findings (organization), (GCopyFunc) copy_finding, NULL),
    .missing = missing,
  };

  g_ptr_array_set_free_func (self.findings, (GDestroyNotify) esp_finding_free);
  check_units (&self);
  check_positions (&self);
  say_in_units (&self);
  check_rings (&self);
  make_offers (&self);
  return self.findings;
}
