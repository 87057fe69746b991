/* esp-session-edit.c — edits asked for in a window: carried out as soon as the document may be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-edit.h"

#include "core/esp-i18n.h"
#include "session/esp-session-private.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

/* A command on its way to the document: it may have to wait until a worker has read that */
typedef struct
{
  EspSession      *session;
  EspOrganization *organization;
  EspCommand       command;
  GArray          *rows;      /* EspRowKey; those that are alive when it is carried out */
  GArray          *positions; /* EspIx: of @rows, in document order */
  GArray          *units;
  gboolean         with_unit; /* the chart follows units: who gets another manager goes to the manager's unit */
  EspRowKey        result;    /* the row to look at */
  gboolean         is_new;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->session);
  g_array_unref (edit->rows);
  g_array_unref (edit->positions);
  g_array_unref (edit->units);
  g_free ((char *) edit->command.text);
  g_free (edit);
}

static Edit *
edit_new (EspSession       *session,
          const EspCommand *command)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->session = g_object_ref (session);
  edit->command = *command;
  edit->command.text = g_strdup (command->text);
  edit->rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  if (command->rows != NULL)
    g_array_append_vals (edit->rows, command->rows, command->n_rows);
  else
    g_array_append_vals (edit->rows, session->selected->data, session->selected->len);
  edit->command.rows = NULL;
  edit->positions = g_array_new (FALSE, FALSE, sizeof (EspIx));
  edit->units = g_array_new (FALSE, FALSE, sizeof (EspIx));
  edit->with_unit = session->options.chart == ESP_CHART_STRUCTURE;
  edit->result = ESP_ROW_KEY_NONE;
  return edit;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      ranks)
{
  guint32 x = ((const guint32 *) ranks)[*(const EspIx *) a];
  guint32 y = ((const guint32 *) ranks)[*(const EspIx *) b];

  return (x > y) - (x < y);
}

static gboolean
is_live (EspOrganization *organization,
         EspRowKey        key)
{
  return key != ESP_ROW_KEY_NONE && esp_organization_is_live (organization, ESP_ROW_TABLE (key), ESP_ROW_IX (key));
}

/* Takes the rows that are there, now that they are wanted. FALSE: the target has gone meanwhile. */
static gboolean
take_rows (Edit            *edit,
           EspOrganization *organization)
{
  guint n = 0;

  edit->organization = organization;
  for (guint i = 0; i < edit->rows->len; i++)
    {
      EspRowKey key = g_array_index (edit->rows, EspRowKey, i);
      EspIx ix = ESP_ROW_IX (key);

      if (!is_live (organization, key))
        continue;
      g_array_index (edit->rows, EspRowKey, n++) = key;
      g_array_append_val (ESP_ROW_TABLE (key) == POSITIONS ? edit->positions : edit->units, ix);
    }
  g_array_set_size (edit->rows, n);
  g_array_sort_with_data (edit->positions, compare_ranks, (gpointer) esp_organization_get_ranks (organization, POSITIONS));
  g_array_sort_with_data (edit->units, compare_ranks, (gpointer) esp_organization_get_ranks (organization, UNITS));
  return edit->command.target == ESP_ROW_KEY_NONE || is_live (organization, edit->command.target);
}

static const EspIx *
get_positions (Edit *edit)
{
  return (const EspIx *) (gpointer) edit->positions->data;
}

static EspIx
get_first (GArray *ixs)
{
  return ixs->len > 0 ? g_array_index (ixs, EspIx, 0) : ESP_IX_NONE;
}

static EspIx
get_target (Edit     *edit,
            EspTable  table)
{
  EspRowKey target = edit->command.target;

  return target != ESP_ROW_KEY_NONE && ESP_ROW_TABLE (target) == table ? ESP_ROW_IX (target) : ESP_IX_NONE;
}

/* Adding */

/* Who heads a unit: as the chart shows it, or as the unit says */
static EspIx
find_head (Edit  *edit,
           EspIx  unit)
{
  EspScene *scene = edit->session->scene;
  EspItem item = scene != NULL ? esp_scene_find (scene, UNITS, unit) : ESP_ITEM_NONE;
  EspIx head = ESP_IX_NONE;

  if (item != ESP_ITEM_NONE)
    head = esp_scene_get_head (scene, ESP_ITEM_NODE (item));
  if (head == ESP_IX_NONE)
    head = esp_organization_find (edit->organization, POSITIONS, esp_organization_get (edit->organization, UNITS, unit, ESP_UNIT_HEAD));
  if (head == ESP_IX_NONE || !esp_organization_is_live (edit->organization, POSITIONS, head) ||
      esp_position_get_unit (edit->organization, head) != unit)
    return ESP_IX_NONE;
  return head;
}

static gboolean
add_position (Edit  *edit,
              EspIx  manager,
              EspIx  unit,
              EspIx  after)
{
  const char *title = edit->command.text != NULL ? edit->command.text : _("New Position");
  EspIx ix = esp_edit_add_position (edit->organization, title, manager, unit, after);

  edit->result = ESP_ROW_KEY (POSITIONS, ix);
  edit->is_new = TRUE;
  return TRUE;
}

static gboolean
add_unit (Edit  *edit,
          EspIx  parent,
          EspIx  after)
{
  const char *name = edit->command.text != NULL ? edit->command.text : _("New Unit");
  gboolean is_first = esp_organization_get_n (edit->organization, UNITS) == 0;
  EspIx ix;

  esp_organization_begin (edit->organization, _("Add Unit"));
  ix = esp_edit_add_unit (edit->organization, name, is_first ? ESP_UNIT_KIND_COMPANY : ESP_UNIT_KIND_DEPARTMENT, parent);
  if (after != ESP_IX_NONE)
    esp_edit_place_beside (edit->organization, UNITS, ix, after, TRUE);
  esp_organization_commit (edit->organization);
  edit->result = ESP_ROW_KEY (UNITS, ix);
  edit->is_new = TRUE;
  return TRUE;
}

static gboolean
add (Edit *edit)
{
  EspOrganization *organization = edit->organization;
  EspIx position = get_first (edit->positions);
  EspIx unit = get_first (edit->units);

  switch ((guint) edit->command.kind)
    {
    case ESP_COMMAND_ADD_REPORT:
      if (position == ESP_IX_NONE)
        return FALSE;
      return add_position (edit, position, esp_position_get_unit (organization, position), ESP_IX_NONE);
    case ESP_COMMAND_ADD_SIBLING:
      if (position != ESP_IX_NONE)
        return add_position (edit, esp_position_get_manager (organization, position), esp_position_get_unit (organization, position), position);
      return unit != ESP_IX_NONE && add_unit (edit, esp_unit_get_parent (organization, unit), unit);
    case ESP_COMMAND_ADD_IN_UNIT:
      return unit != ESP_IX_NONE && add_position (edit, find_head (edit, unit), unit, ESP_IX_NONE);
    case ESP_COMMAND_ADD_UNIT:
      if (unit == ESP_IX_NONE && position != ESP_IX_NONE)
        unit = esp_position_get_unit (organization, position);
      return add_unit (edit, unit, ESP_IX_NONE);
    default:
      return add_position (edit, ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
    }
}

/* Fields */

static gboolean
change_position (Edit   *edit,
                 EspIx   ix,
                 GError **error)
{
  EspOrganization *organization = edit->organization;
  const EspCommand *command = &edit->command;

  switch ((guint) command->kind)
    {
    case ESP_COMMAND_RETITLE:
      return esp_edit_retitle (organization, ix, command->text, error);
    case ESP_COMMAND_VACATE:
      esp_edit_vacate (organization, ix);
      return TRUE;
    case ESP_COMMAND_SET_ROLE:
      esp_edit_set_role (organization, ix, command->text);
      return TRUE;
    case ESP_COMMAND_SET_LEVEL:
      esp_edit_set_level (organization, ix, command->text);
      return TRUE;
    case ESP_COMMAND_SET_SCOPE:
      esp_edit_set_scope (organization, ix, command->value);
      return TRUE;
    case ESP_COMMAND_SET_STATE:
      esp_edit_set_state (organization, ix, command->value);
      return TRUE;
    case ESP_COMMAND_SET_POSTS:
      return esp_edit_set_posts (organization, ix, command->text, error);
    case ESP_COMMAND_SET_STAFF:
      esp_edit_set_staff (organization, POSITIONS, ix, command->value);
      return TRUE;
    case ESP_COMMAND_SET_ARRANGE:
      esp_edit_set_arrange (organization, ix, command->value);
      return TRUE;
    case ESP_COMMAND_SET_NOTE:
      esp_edit_set_note (organization, ix, command->text);
      return TRUE;
    case ESP_COMMAND_ADD_LINE:
      return esp_edit_add_line (organization, ix, get_target (edit, POSITIONS), command->value, error);
    default:
      return TRUE; /* nothing that a position has */
    }
}

static gboolean
change_unit (Edit    *edit,
             EspIx    ix,
             GError **error)
{
  EspOrganization *organization = edit->organization;
  const EspCommand *command = &edit->command;

  switch ((guint) command->kind)
    {
    case ESP_COMMAND_RENAME_UNIT:
      return esp_edit_rename_unit (organization, ix, command->text, error);
    case ESP_COMMAND_SET_STAFF:
      esp_edit_set_staff (organization, UNITS, ix, command->value);
      return TRUE;
    case ESP_COMMAND_SET_KIND:
      esp_edit_set_unit_kind (organization, ix, command->value);
      return TRUE;
    case ESP_COMMAND_SET_FUNCTION:
      esp_edit_set_function (organization, ix, command->text);
      return TRUE;
    case ESP_COMMAND_SET_HEAD:
      esp_edit_set_head (organization, ix, get_target (edit, POSITIONS));
      return TRUE;
    default:
      return TRUE; /* nothing that a unit has */
    }
}

/* One holder or one line of one position. It may have gone while the command waited. */
static gboolean
change_nth (Edit    *edit,
            EspIx    ix,
            GError **error)
{
  EspOrganization *organization = edit->organization;
  const EspCommand *command = &edit->command;
  guint32 n_holders = esp_position_get_n_holders (organization, ix);
  gboolean has_holder = command->nth < n_holders;
  gboolean has_line;
  guint32 n_words;

  esp_organization_get_list (organization, esp_organization_get (organization, POSITIONS, ix, ESP_POSITION_LINES), &n_words);
  has_line = command->nth < n_words / ESP_LINE_WORDS;
  switch ((guint) command->kind)
    {
    case ESP_COMMAND_RENAME_HOLDER:
      return command->nth > n_holders || esp_edit_rename_holder (organization, ix, command->nth, command->text, error);
    case ESP_COMMAND_REMOVE_HOLDER:
      if (has_holder)
        esp_edit_remove_holder (organization, ix, command->nth);
      return TRUE;
    case ESP_COMMAND_SHARE_HOLDER:
      return !has_holder || esp_edit_set_holder_share (organization, ix, command->nth, command->text, error);
    case ESP_COMMAND_SET_LINE_KIND:
      return !has_line || esp_edit_set_line_kind (organization, ix, command->nth, command->value, error);
    case ESP_COMMAND_SET_LINE_END:
      return !has_line || esp_edit_set_line_end (organization, ix, command->nth, get_target (edit, POSITIONS), error);
    case ESP_COMMAND_SET_LINE_SHARE:
      return !has_line || esp_edit_set_line_share (organization, ix, command->nth, command->text, error);
    default:
      if (has_line)
        esp_edit_remove_line (organization, ix, command->nth);
      return TRUE;
    }
}

/* The step of undo, where one command changes many rows */
static const char *
get_step_name (EspCommandKind kind)
{
  switch ((guint) kind)
    {
    case ESP_COMMAND_RETITLE: return _("Change Title");
    case ESP_COMMAND_RENAME_HOLDER: return _("Rename Person");
    case ESP_COMMAND_VACATE: return _("Make Vacant");
    case ESP_COMMAND_SET_ROLE: return _("Change Role");
    case ESP_COMMAND_SET_LEVEL: return _("Change Level");
    case ESP_COMMAND_SET_SCOPE: return _("Change Scope");
    case ESP_COMMAND_SET_STATE: return _("Change State");
    case ESP_COMMAND_SET_POSTS: return _("Change Posts");
    case ESP_COMMAND_SET_STAFF: return _("Change Place Beside the Line");
    case ESP_COMMAND_SET_ARRANGE: return _("Change Arrangement");
    case ESP_COMMAND_SET_NOTE: return _("Change Note");
    case ESP_COMMAND_ADD_LINE: return _("Add Line");
    case ESP_COMMAND_RENAME_UNIT: return _("Rename Unit");
    case ESP_COMMAND_SET_KIND: return _("Change Kind of Unit");
    case ESP_COMMAND_SET_FUNCTION: return _("Change Function");
    case ESP_COMMAND_RENAME_ORGANIZATION: return _("Rename Organization");
    case ESP_COMMAND_DELETE: return _("Delete");
    default: return _("Move");
    }
}

static void
begin (Edit *edit)
{
  if (edit->command.is_typed)
    esp_organization_begin_typing (edit->organization, get_step_name (edit->command.kind));
  else
    esp_organization_begin (edit->organization, get_step_name (edit->command.kind));
}

/* All or nothing */
static gboolean
end (Edit     *edit,
     gboolean  is_done)
{
  if (is_done)
    esp_organization_commit (edit->organization);
  else
    esp_organization_rollback (edit->organization);
  return is_done;
}

static gboolean
change (Edit    *edit,
        GError **error)
{
  gboolean is_done = TRUE;
  gboolean is_single = edit->rows->len == 1 && !edit->command.is_typed;

  if (!is_single)
    begin (edit);
  for (guint i = 0; i < edit->positions->len && is_done; i++)
    is_done = change_position (edit, g_array_index (edit->positions, EspIx, i), error);
  for (guint i = 0; i < edit->units->len && is_done; i++)
    is_done = change_unit (edit, g_array_index (edit->units, EspIx, i), error);
  return is_single ? is_done : end (edit, is_done);
}

static gboolean
change_one (Edit    *edit,
            GError **error)
{
  EspIx position = get_first (edit->positions);

  if (position == ESP_IX_NONE)
    return TRUE;
  if (!edit->command.is_typed)
    return change_nth (edit, position, error);
  begin (edit);
  return end (edit, change_nth (edit, position, error));
}

static gboolean
rename_organization (Edit *edit)
{
  begin (edit);
  esp_edit_rename_organization (edit->organization, edit->command.text);
  return end (edit, TRUE);
}

/* Places */

static gboolean
refuse (GError    **error,
        const char *reason)
{
  g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, reason);
  return FALSE;
}

static EspDestination
get_destination (Edit *edit)
{
  EspIx manager = get_target (edit, POSITIONS);
  EspIx unit = get_target (edit, UNITS);

  if (edit->command.kind != ESP_COMMAND_MOVE) /* beside the target: with its manager, in its unit */
    return (EspDestination) { TRUE, esp_position_get_manager (edit->organization, manager), edit->with_unit,
                              esp_position_get_unit (edit->organization, manager), TRUE };
  if (unit != ESP_IX_NONE)
    return (EspDestination) { FALSE, ESP_IX_NONE, TRUE, unit, TRUE };
  if (manager == ESP_IX_NONE)
    return (EspDestination) { TRUE, ESP_IX_NONE, FALSE, ESP_IX_NONE, FALSE };
  return (EspDestination) { TRUE, manager, edit->with_unit, esp_position_get_unit (edit->organization, manager), TRUE };
}

static EspIx
get_new_parent (Edit *edit)
{
  EspIx unit = get_target (edit, UNITS);

  return edit->command.kind == ESP_COMMAND_MOVE || unit == ESP_IX_NONE ? unit : esp_unit_get_parent (edit->organization, unit);
}

/* Whether a row that is beside the target anyway needs only another place in the order */
static gboolean
is_order_only (Edit   *edit,
               GError *error)
{
  return edit->command.kind != ESP_COMMAND_MOVE && g_error_matches (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE);
}

static gboolean
check_beside (Edit    *edit,
              GError **error)
{
  EspTable table = ESP_ROW_TABLE (edit->command.target);

  for (guint i = 0; i < edit->rows->len; i++)
    if (g_array_index (edit->rows, EspRowKey, i) == edit->command.target)
      return refuse (error, _("That is where it is already."));
  if (table == POSITIONS ? edit->units->len > 0 : edit->positions->len > 0)
    return refuse (error, _("Units and positions do not stand beside each other."));
  return TRUE;
}

/* Whether the move can be made: the same rule for the dialog, the keyboard and the hand. */
static gboolean
check_move (Edit    *edit,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  EspDestination to;

  if (edit->command.kind != ESP_COMMAND_MOVE && !check_beside (edit, error))
    return FALSE;
  if (edit->units->len > 0 && get_target (edit, POSITIONS) != ESP_IX_NONE)
    return refuse (error, _("A unit is part of another unit, not of a position."));
  if (edit->positions->len > 0)
    {
      to = get_destination (edit);
      if (!esp_edit_can_move (edit->organization, get_positions (edit), edit->positions->len, &to, &local) && !is_order_only (edit, local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  for (guint i = 0; i < edit->units->len; i++)
    {
      g_clear_error (&local);
      if (!esp_edit_can_move_unit (edit->organization, g_array_index (edit->units, EspIx, i), get_new_parent (edit), &local) &&
          !is_order_only (edit, local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

static void
place_beside (Edit     *edit,
              EspTable  table,
              GArray   *rows)
{
  EspIx other = ESP_ROW_IX (edit->command.target);
  gboolean is_after = edit->command.kind == ESP_COMMAND_PLACE_AFTER;

  for (guint i = 0; i < rows->len; i++)
    {
      EspIx ix = g_array_index (rows, EspIx, i);

      esp_edit_place_beside (edit->organization, table, ix, other, is_after);
      /* the next one stands behind this one */
      other = ix;
      is_after = TRUE;
    }
}

static const char *
get_words (EspOrganization *organization,
           EspRowKey        key)
{
  return ESP_ROW_TABLE (key) == POSITIONS ? esp_position_get_title (organization, ESP_ROW_IX (key)) : esp_unit_get_name (organization, ESP_ROW_IX (key));
}

static gboolean
move (Edit    *edit,
      GError **error)
{
  g_autofree char *name = NULL;
  EspDestination to;

  if (edit->rows->len == 0)
    return TRUE;
  if (!check_move (edit, error))
    return FALSE;
  name = edit->rows->len == 1
             /* Translators: a step of undo; the title of a position or the name of a unit */
             ? g_strdup_printf (_("Move %s"), get_words (edit->organization, g_array_index (edit->rows, EspRowKey, 0)))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Card", "Move %u Cards", edit->rows->len), edit->rows->len);
  edit->result = edit->rows->len > 0 ? g_array_index (edit->rows, EspRowKey, 0) : ESP_ROW_KEY_NONE;
  esp_organization_begin (edit->organization, name);
  if (edit->positions->len > 0)
    {
      to = get_destination (edit);
      esp_edit_move (edit->organization, get_positions (edit), edit->positions->len, &to, NULL);
    }
  for (guint i = 0; i < edit->units->len; i++)
    esp_edit_move_unit (edit->organization, g_array_index (edit->units, EspIx, i), get_new_parent (edit), NULL);
  if (edit->command.kind != ESP_COMMAND_MOVE)
    {
      place_beside (edit, POSITIONS, edit->positions);
      place_beside (edit, UNITS, edit->units);
    }
  esp_organization_commit (edit->organization);
  return TRUE;
}

/* After deleting one looks at what is above, if that is still there. */
static EspRowKey
find_above (Edit *edit)
{
  EspIx position = get_first (edit->positions);
  EspIx unit = get_first (edit->units);
  EspIx above;

  if (position != ESP_IX_NONE)
    {
      above = esp_position_get_manager (edit->organization, position);
      if (above != ESP_IX_NONE)
        return ESP_ROW_KEY (POSITIONS, above);
      above = esp_position_get_unit (edit->organization, position);
    }
  else
    {
      above = esp_unit_get_parent (edit->organization, unit);
    }
  return above != ESP_IX_NONE ? ESP_ROW_KEY (UNITS, above) : ESP_ROW_KEY_NONE;
}

static gboolean
delete_rows (Edit *edit)
{
  gboolean is_single = edit->rows->len == 1 || edit->units->len == 0;

  if (edit->rows->len == 0)
    return TRUE;
  edit->result = find_above (edit);
  if (!is_single)
    begin (edit);
  if (edit->positions->len > 0)
    esp_edit_remove_positions (edit->organization, get_positions (edit), edit->positions->len, edit->command.value);
  for (guint i = 0; i < edit->units->len; i++)
    {
      EspIx unit = g_array_index (edit->units, EspIx, i);

      if (!esp_organization_is_live (edit->organization, UNITS, unit))
        continue; /* it was part of one that has gone */
      if (edit->command.value == ESP_REPORTS_REMOVE)
        esp_edit_remove_unit_branch (edit->organization, unit);
      else
        esp_edit_remove_unit (edit->organization, unit);
    }
  return is_single || end (edit, TRUE);
}

static gboolean
run (Edit    *edit,
     GError **error)
{
  switch ((guint) edit->command.kind)
    {
    case ESP_COMMAND_ADD_TOP:
    case ESP_COMMAND_ADD_REPORT:
    case ESP_COMMAND_ADD_SIBLING:
    case ESP_COMMAND_ADD_IN_UNIT:
    case ESP_COMMAND_ADD_UNIT:
      return add (edit);
    case ESP_COMMAND_MOVE:
    case ESP_COMMAND_PLACE_BEFORE:
    case ESP_COMMAND_PLACE_AFTER:
      return move (edit, error);
    case ESP_COMMAND_DELETE:
      return delete_rows (edit);
    case ESP_COMMAND_RENAME_ORGANIZATION:
      return rename_organization (edit);
    case ESP_COMMAND_RENAME_HOLDER:
    case ESP_COMMAND_REMOVE_HOLDER:
    case ESP_COMMAND_SHARE_HOLDER:
    case ESP_COMMAND_SET_LINE_KIND:
    case ESP_COMMAND_SET_LINE_END:
    case ESP_COMMAND_SET_LINE_SHARE:
    case ESP_COMMAND_REMOVE_LINE:
      return change_one (edit, error);
    default:
      return change (edit, error);
    }
}

static void
edit_func (EspOrganization *organization,
           gpointer         user_data)
{
  Edit *edit = user_data;
  g_autoptr (GError) error = NULL;

  if (esp_session_get_organization (edit->session) != organization || !take_rows (edit, organization))
    return;
  if (!run (edit, &error))
    {
      if (error != NULL)
        _esp_session_emit_refused (edit->session, error->message);
      return;
    }
  if (!is_live (organization, edit->result))
    return;
  if (edit->is_new)
    esp_session_select (edit->session, ESP_ROW_TABLE (edit->result), ESP_ROW_IX (edit->result));
  _esp_session_emit_edited (edit->session, ESP_ROW_TABLE (edit->result), ESP_ROW_IX (edit->result), edit->is_new);
}

/**
 * esp_session_edit:
 * @self: a session with an organization
 * @command: what to do; copied
 *
 * Changes the document: at once, or as soon as no worker reads it. Whatever it changes is one step of undo. Afterwards #EspSession::edited says where to
 * look, or #EspSession::refused why nothing was done; changes of fields say nothing.
 */
void
esp_session_edit (EspSession       *self,
                  const EspCommand *command)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (command->kind < ESP_COMMAND_N_KINDS);

  if (esp_session_get_organization (self) != NULL)
    esp_document_edit (self->document, edit_func, edit_new (self, command), edit_free);
}

static gboolean
check_lines (Edit    *edit,
             GError **error)
{
  EspIx to = get_target (edit, POSITIONS);

  if (to == ESP_IX_NONE || edit->units->len > 0)
    return refuse (error, _("Lines join positions, not units."));
  for (guint i = 0; i < edit->positions->len; i++)
    if (!esp_edit_can_add_line (edit->organization, g_array_index (edit->positions, EspIx, i), to, edit->command.value, error))
      return FALSE;
  return TRUE;
}

/**
 * esp_session_can_edit:
 * @self: a session with an organization
 * @command: a move, or a line to be added
 *
 * Whether a move or a line would be refused, and why. Time: O(positions).
 *
 * Errors: of the model, with a reason that can be shown
 */
gboolean
esp_session_can_edit (EspSession       *self,
                      const EspCommand *command,
                      GError          **error)
{
  EspOrganization *organization;
  Edit *edit;
  gboolean can;

  g_return_val_if_fail (ESP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (command->kind == ESP_COMMAND_ADD_LINE || (command->kind >= ESP_COMMAND_MOVE && command->kind <= ESP_COMMAND_PLACE_AFTER), FALSE);

  organization = esp_session_get_organization (self);
  edit = edit_new (self, command);
  can = organization != NULL && take_rows (edit, organization) && edit->rows->len > 0;
  can = can && (command->kind == ESP_COMMAND_ADD_LINE ? check_lines (edit, error) : check_move (edit, error));
  edit_free (edit);
  return can;
}

/**
 * esp_session_describe_move:
 * @self: a session with an organization
 * @command: a move that can be made, with its rows, or a dotted line that can be drawn
 *
 * Returns: (transfer full): what would happen, in words: “Reports to Head of PMO”
 */
char *
esp_session_describe_move (EspSession       *self,
                           const EspCommand *command)
{
  EspOrganization *organization;
  const char *name;

  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  organization = esp_session_get_organization (self);
  if (command->target == ESP_ROW_KEY_NONE)
    return g_strdup (_("Reports to nobody"));
  name = get_words (organization, command->target);
  if (command->kind == ESP_COMMAND_PLACE_BEFORE)
    /* Translators: where a card goes; %s is a title or the name of a unit */
    return g_strdup_printf (_("Before %s"), name);
  if (command->kind == ESP_COMMAND_PLACE_AFTER)
    /* Translators: where a card goes; %s is a title or the name of a unit */
    return g_strdup_printf (_("After %s"), name);
  if (command->kind == ESP_COMMAND_ADD_LINE)
    /* Translators: a secondary line that is about to be drawn; %s is the title of a position */
    return g_strdup_printf (_("Dotted line to %s"), name);
  if (ESP_ROW_TABLE (command->target) == POSITIONS)
    /* Translators: where a card goes; %s is the title of a position */
    return g_strdup_printf (_("Reports to %s"), name);
  if (command->n_rows > 0 && ESP_ROW_TABLE (command->rows[0]) == UNITS)
    /* Translators: where a unit goes; %s is the name of a unit */
    return g_strdup_printf (_("Becomes part of %s"), name);
  /* Translators: where a card goes; %s is the name of a unit */
  return g_strdup_printf (_("Moves to %s"), name);
}
