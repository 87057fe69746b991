/* esp-edits-lines.c — what people do to the holders of a position and to its secondary lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include "core/esp-i18n.h"

#define POSITIONS ESP_TABLE_POSITIONS

/* A copy of the holders of a position, to be changed */
static guint32
get_holders (EspOrganization *organization,
             EspIx            position,
             GArray         **holders)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization,
                                                    esp_organization_get (organization, POSITIONS, position, ESP_POSITION_HOLDERS),
                                                    &n);

  *holders = g_array_new (FALSE, FALSE, sizeof (EspHolder));
  g_array_append_vals (*holders, words, n / ESP_HOLDER_WORDS);
  return n / ESP_HOLDER_WORDS;
}

static void
set_holders (EspOrganization *organization,
             EspIx            position,
             GArray          *holders)
{
  _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_HOLDERS,
                 esp_organization_add_list (organization, (const guint32 *) (gpointer) holders->data, holders->len * ESP_HOLDER_WORDS));
}

/**
 * esp_edit_rename_holder:
 * @organization: an organization
 * @position: a position
 * @nth: which of its holders; the count of holders adds one
 * @name: the new name
 *
 * A vacant position that gets a holder is filled.
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @name
 */
gboolean
esp_edit_rename_holder (EspOrganization *organization,
                        EspIx            position,
                        guint32          nth,
                        const char      *name,
                        GError         **error)
{
  g_autoptr (GArray) holders = NULL;
  guint32 n = get_holders (organization, position, &holders);
  EspHolder holder = { .name = _esp_edit_intern (organization, name) };

  g_return_val_if_fail (nth <= n, FALSE);

  if (holder.name == ESP_STR_NONE)
    {
      g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE,
                           _("A name cannot be empty. To take the person out, make the position vacant."));
      return FALSE;
    }
  if (nth < n && g_array_index (holders, EspHolder, nth).name == holder.name)
    return TRUE;

  esp_organization_begin (organization, nth < n ? _("Rename Person") : _("Add Person"));
  if (nth < n)
    g_array_index (holders, EspHolder, nth).name = holder.name;
  else
    g_array_append_val (holders, holder);
  set_holders (organization, position, holders);
  if (esp_organization_get (organization, POSITIONS, position, ESP_POSITION_STATE) == ESP_STATE_VACANT)
    _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_STATE, ESP_STATE_DEFAULT);
  esp_organization_commit (organization);
  return TRUE;
}

/**
 * esp_edit_remove_holder:
 * @organization: an organization
 * @position: a position
 * @nth: which of its holders
 *
 * Takes one holder out. The last one leaves the position vacant.
 */
void
esp_edit_remove_holder (EspOrganization *organization,
                        EspIx            position,
                        guint32          nth)
{
  g_autoptr (GArray) holders = NULL;
  guint32 n = get_holders (organization, position, &holders);

  g_return_if_fail (nth < n);

  if (n == 1)
    {
      esp_edit_vacate (organization, position);
      return;
    }
  g_array_remove_index (holders, nth);
  esp_organization_begin (organization, _("Remove Person"));
  set_holders (organization, position, holders);
  esp_organization_commit (organization);
}

/**
 * esp_edit_set_holder_share:
 * @organization: an organization
 * @position: a position
 * @nth: which of its holders
 * @share: (nullable): of the post that this holder has, above 0 and up to 1, as typed; nothing is all of it
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if it is no such number
 */
gboolean
esp_edit_set_holder_share (EspOrganization *organization,
                           EspIx            position,
                           guint32          nth,
                           const char      *share,
                           GError         **error)
{
  g_autoptr (GArray) holders = NULL;
  guint32 n = get_holders (organization, position, &holders);
  EspStr str;

  g_return_val_if_fail (nth < n, FALSE);

  if (!_esp_edit_parse_number (organization, share, 0, 1, &str, error))
    return FALSE;
  if (g_array_index (holders, EspHolder, nth).share == str)
    return TRUE;
  g_array_index (holders, EspHolder, nth).share = str;
  esp_organization_begin (organization, _("Change Share"));
  set_holders (organization, position, holders);
  esp_organization_commit (organization);
  return TRUE;
}

/**
 * esp_edit_vacate:
 * @organization: an organization
 * @position: a position
 *
 * Takes all holders out; the position stays, vacant.
 */
void
esp_edit_vacate (EspOrganization *organization,
                 EspIx            position)
{
  EspState state = esp_organization_get (organization, POSITIONS, position, ESP_POSITION_STATE);

  /* a file may say that it is vacant and name somebody all the same */
  if (esp_position_get_state (organization, position) == ESP_STATE_VACANT && esp_position_get_n_holders (organization, position) == 0)
    return;
  esp_organization_begin (organization, _("Make Vacant"));
  _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_HOLDERS, 0);
  if (state != ESP_STATE_DEFAULT)
    _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_STATE, ESP_STATE_VACANT);
  esp_organization_commit (organization);
}

static guint32
get_lines (EspOrganization *organization,
           EspIx            position,
           GArray         **lines)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization,
                                                    esp_organization_get (organization, POSITIONS, position, ESP_POSITION_LINES), &n);

  *lines = g_array_new (FALSE, FALSE, sizeof (EspLine));
  g_array_append_vals (*lines, words, n / ESP_LINE_WORDS);
  return n / ESP_LINE_WORDS;
}

static void
set_lines (EspOrganization *organization,
           const char      *name,
           EspIx            position,
           GArray          *lines)
{
  _esp_edit_set_one (organization, name, POSITIONS, position, ESP_POSITION_LINES,
                     esp_organization_add_list (organization, (const guint32 *) (gpointer) lines->data, lines->len * ESP_LINE_WORDS));
}

/* Whether @line may stand at place @nth among @lines: it leads to somebody else, and is not there already. */
static gboolean
check_line (EspOrganization *organization,
            EspIx            position,
            GArray          *lines,
            guint32          nth,
            const EspLine   *line,
            GError         **error)
{
  if (line->to == esp_organization_get (organization, POSITIONS, position, ESP_POSITION_ID))
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING, _("“%s” cannot report to itself."),
                   esp_position_get_title (organization, position));
      return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    if (i != nth && g_array_index (lines, EspLine, i).to == line->to && g_array_index (lines, EspLine, i).kind == line->kind)
      {
        g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("There is already such a line."));
        return FALSE;
      }
  return TRUE;
}

/* The text of a kind as one of the lines has it: whoever only asks must not add texts, a worker may be reading. */
static EspStr
find_kind (EspOrganization *organization,
           GArray          *lines,
           EspLineKind      kind)
{
  for (guint i = 0; i < lines->len; i++)
    {
      EspStr str = g_array_index (lines, EspLine, i).kind;

      if (g_strcmp0 (esp_organization_get_string (organization, str), esp_line_kind_to_string (kind)) == 0)
        return str;
    }
  return G_MAXUINT32;
}

/**
 * esp_edit_can_add_line:
 * @organization: an organization
 * @position: a position
 * @to: the far end
 * @kind: what kind of secondary line
 *
 * Whether esp_edit_add_line() would do it. Time: O(lines of the position).
 *
 * Errors: as esp_edit_add_line(), with a reason that can be shown
 */
gboolean
esp_edit_can_add_line (EspOrganization *organization,
                       EspIx            position,
                       EspIx            to,
                       EspLineKind      kind,
                       GError         **error)
{
  g_autoptr (GArray) lines = NULL;
  guint32 n = get_lines (organization, position, &lines);
  EspLine line = { .to = _esp_edit_get_id (organization, POSITIONS, to), .kind = find_kind (organization, lines, kind) };

  return check_line (organization, position, lines, n, &line, error);
}

/**
 * esp_edit_add_line:
 * @organization: an organization
 * @position: a position
 * @to: the far end
 * @kind: what kind of secondary line
 *
 * Errors: %ESP_ORGANIZATION_ERROR_RING for a line to itself; %ESP_ORGANIZATION_ERROR_VALUE if the same line is there
 */
gboolean
esp_edit_add_line (EspOrganization *organization,
                   EspIx            position,
                   EspIx            to,
                   EspLineKind      kind,
                   GError         **error)
{
  g_autoptr (GArray) lines = NULL;
  guint32 n = get_lines (organization, position, &lines);
  EspLine line = { .to = _esp_edit_get_id (organization, POSITIONS, to),
                   .kind = esp_organization_intern (organization, esp_line_kind_to_string (kind)) };

  if (!check_line (organization, position, lines, n, &line, error))
    return FALSE;
  g_array_append_val (lines, line);
  set_lines (organization, _("Add Line"), position, lines);
  return TRUE;
}

/**
 * esp_edit_set_line_kind:
 * @organization: an organization
 * @position: a position
 * @nth: which of its secondary lines
 * @kind: what kind it shall be
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is such a line to the same end already
 */
gboolean
esp_edit_set_line_kind (EspOrganization *organization,
                        EspIx            position,
                        guint32          nth,
                        EspLineKind      kind,
                        GError         **error)
{
  g_autoptr (GArray) lines = NULL;
  guint32 n = get_lines (organization, position, &lines);
  EspLine *line;

  g_return_val_if_fail (nth < n, FALSE);

  line = &g_array_index (lines, EspLine, nth);
  if (esp_line_kind_from_string (esp_organization_get_string (organization, line->kind)) == kind)
    return TRUE; /* an unknown kind stays as it is written */
  line->kind = esp_organization_intern (organization, esp_line_kind_to_string (kind));
  if (!check_line (organization, position, lines, nth, line, error))
    return FALSE;
  set_lines (organization, _("Change Line"), position, lines);
  return TRUE;
}

/**
 * esp_edit_set_line_end:
 * @organization: an organization
 * @position: a position
 * @nth: which of its secondary lines
 * @to: where it shall lead
 *
 * Errors: as esp_edit_add_line()
 */
gboolean
esp_edit_set_line_end (EspOrganization *organization,
                       EspIx            position,
                       guint32          nth,
                       EspIx            to,
                       GError         **error)
{
  g_autoptr (GArray) lines = NULL;
  guint32 n = get_lines (organization, position, &lines);
  EspLine *line;

  g_return_val_if_fail (nth < n, FALSE);

  line = &g_array_index (lines, EspLine, nth);
  if (line->to == _esp_edit_get_id (organization, POSITIONS, to))
    return TRUE;
  line->to = _esp_edit_get_id (organization, POSITIONS, to);
  if (!check_line (organization, position, lines, nth, line, error))
    return FALSE;
  set_lines (organization, _("Change Line"), position, lines);
  return TRUE;
}

/**
 * esp_edit_set_line_share:
 * @organization: an organization
 * @position: a position
 * @nth: which of its secondary lines
 * @share: (nullable): of the time, above 0 and up to 1, as typed; nothing is not said
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if it is no such number
 */
gboolean
esp_edit_set_line_share (EspOrganization *organization,
                         EspIx            position,
                         guint32          nth,
                         const char      *share,
                         GError         **error)
{
  g_autoptr (GArray) lines = NULL;
  guint32 n = get_lines (organization, position, &lines);
  EspStr str;

  g_return_val_if_fail (nth < n, FALSE);

  if (!_esp_edit_parse_number (organization, share, 0, 1, &str, error))
    return FALSE;
  if (g_array_index (lines, EspLine, nth).share == str)
    return TRUE;
  g_array_index (lines, EspLine, nth).share = str;
  set_lines (organization, _("Change Line"), position, lines);
  return TRUE;
}

/**
 * esp_edit_remove_line:
 * @organization: an organization
 * @position: a position
 * @nth: which of its secondary lines
 */
void
esp_edit_remove_line (EspOrganization *organization,
                      EspIx            position,
                      guint32          nth)
{
  g_autoptr (GArray) lines = NULL;
  guint32 n = get_lines (organization, position, &lines);

  g_return_if_fail (nth < n);

  g_array_remove_index (lines, nth);
  set_lines (organization, _("Delete Line"), position, lines);
}
