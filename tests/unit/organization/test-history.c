/* test-history.c — undo and redo by tables of commands: what is done, and what must stand then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/esp-edits.h"
#include "organization/esp-recorder.h"

typedef enum
{
  END,
  STEP,          /* a step that makes the value @value, named so */
  EMPTY,         /* a step that changes nothing */
  ROLLED_BACK,   /* a step that is taken back before its end */
  FROM_BEFORE,   /* the taking back of a step from before the history: the value becomes @value */
  UNDO,
  REDO,
  SAVE,
  CLEAR,
  IS,            /* the value is @value */
  CAN_UNDO,      /* @value: whether */
  CAN_REDO,
  UNDO_NAME,     /* the name is that of the step to @value; 0: none */
  REDO_NAME,
  MODIFIED,      /* @value: whether */
  UNSAVED,       /* @value steps are not saved */
  BACK,          /* @value steps back is the saved point */
  NO_WAY_BACK,   /* no steps lead to the saved point */
} Command;

typedef struct
{
  Command command;
  int     value;
} Line;

typedef struct
{
  const char *name;
  Line        lines[24];
} Table;

/* The document of these tests: one number */
static void
apply (const EspOp *op,
       gboolean     reverse,
       gpointer     user_data)
{
  guint32 *value = user_data;

  g_assert_cmpuint (*value, ==, reverse ? op->after : op->before);
  *value = reverse ? op->before : op->after;
}

static void
begin_change (EspHistory *history,
              guint32    *value,
              guint32     new_value)
{
  g_autofree char *name = g_strdup_printf ("to %u", new_value);
  EspOp op = { .kind = ESP_OP_SET, .before = *value, .after = new_value };

  esp_history_begin (history, name);
  esp_history_record (history, &op);
  *value = new_value;
}

static void
check_name (const char *name,
            int         value)
{
  g_autofree char *expected = value != 0 ? g_strdup_printf ("to %d", value) : NULL;

  g_assert_cmpstr (name, ==, expected);
}

static void
change (EspHistory *history,
        guint32    *number,
        const Line *line)
{
  switch (line->command)
    {
    case STEP:
      begin_change (history, number, line->value);
      g_assert_true (esp_history_commit (history));
      break;
    case EMPTY:
      esp_history_begin (history, "nothing");
      g_assert_true (esp_history_is_open (history));
      g_assert_false (esp_history_commit (history));
      break;
    case ROLLED_BACK:
      begin_change (history, number, line->value);
      esp_history_rollback (history);
      break;
    case FROM_BEFORE:
      begin_change (history, number, line->value);
      g_assert_true (esp_history_commit_undone (history));
      break;
    case UNDO: esp_history_undo (history); break;
    case REDO: esp_history_redo (history); break;
    case SAVE: esp_history_mark_saved (history); break;
    case CLEAR: esp_history_clear (history); break;
    default: g_assert_not_reached ();
    }
}

static void
check (EspHistory *history,
       guint32     number,
       const Line *line)
{
  int n_back;

  switch (line->command)
    {
    case IS: g_assert_cmpuint (number, ==, line->value); break;
    case CAN_UNDO: g_assert_cmpint (esp_history_get_undo_name (history) != NULL, ==, line->value); break;
    case CAN_REDO: g_assert_cmpint (esp_history_get_redo_name (history) != NULL, ==, line->value); break;
    case UNDO_NAME:
      check_name (esp_history_get_undo_name (history), line->value);
      check_name (esp_history_get_step_name (history, 0), line->value);
      break;
    case REDO_NAME: check_name (esp_history_get_redo_name (history), line->value); break;
    case MODIFIED: g_assert_cmpint (esp_history_is_modified (history), ==, line->value); break;
    case UNSAVED: g_assert_cmpuint (esp_history_get_n_unsaved (history), ==, line->value); break;
    case BACK:
      g_assert_true (esp_history_find_saved (history, &n_back));
      g_assert_cmpint (n_back, ==, line->value);
      break;
    case NO_WAY_BACK: g_assert_false (esp_history_find_saved (history, &n_back)); break;
    default: g_assert_not_reached ();
    }
}

static const Table tables[] = {
  { "nothing", { { CAN_UNDO, 0 }, { CAN_REDO, 0 }, { UNDO_NAME, 0 }, { MODIFIED, 0 }, { UNSAVED, 0 }, { UNDO }, { REDO }, { IS, 0 }, { MODIFIED, 0 } } },
  { "one step", { { STEP, 1 }, { CAN_UNDO, 1 }, { UNDO_NAME, 1 }, { MODIFIED, 1 }, { UNSAVED, 1 }, { UNDO }, { IS, 0 }, { MODIFIED, 0 }, { CAN_UNDO, 0 },
                  { REDO_NAME, 1 }, { REDO }, { IS, 1 }, { MODIFIED, 1 }, { CAN_REDO, 0 } } },
  { "an empty step", { { STEP, 1 }, { UNDO }, { EMPTY }, { CAN_REDO, 1 }, { REDO }, { IS, 1 }, { EMPTY }, { UNSAVED, 1 } } },
  { "rolled back", { { STEP, 1 }, { STEP, 2 }, { UNDO }, { ROLLED_BACK, 9 }, { IS, 1 }, { CAN_REDO, 1 }, { REDO }, { IS, 2 }, { UNDO_NAME, 2 } } },
  { "another way", { { STEP, 1 }, { STEP, 2 }, { UNDO }, { STEP, 3 }, { CAN_REDO, 0 }, { UNDO }, { IS, 1 }, { UNDO }, { IS, 0 }, { UNDO }, { IS, 0 } } },
  { "saved behind", { { STEP, 1 }, { SAVE }, { MODIFIED, 0 }, { STEP, 2 }, { STEP, 3 }, { BACK, 2 }, { UNSAVED, 2 }, { UNDO }, { UNDO }, { MODIFIED, 0 },
                      { UNDO }, { MODIFIED, 1 }, { UNSAVED, 1 }, { BACK, -1 } } },
  { "saved ahead", { { STEP, 1 }, { STEP, 2 }, { STEP, 3 }, { SAVE }, { UNDO }, { UNDO }, { BACK, -2 }, { UNSAVED, 2 }, { REDO }, { REDO }, { MODIFIED, 0 } } },
  { "saved and lost", { { STEP, 1 }, { STEP, 2 }, { SAVE }, { UNDO }, { STEP, 3 }, { NO_WAY_BACK }, { UNSAVED, 2 }, { STEP, 4 }, { UNSAVED, 3 }, { UNDO }, { UNDO },
                        { MODIFIED, 1 }, { UNSAVED, 1 }, { UNDO }, { UNSAVED, 2 }, { SAVE }, { MODIFIED, 0 }, { BACK, 0 } } },
  { "lost twice", { { STEP, 1 }, { STEP, 2 }, { STEP, 3 }, { SAVE }, { UNDO }, { STEP, 4 }, { UNSAVED, 2 }, { UNDO }, { UNDO }, { UNSAVED, 2 }, { STEP, 5 },
                    { UNSAVED, 3 }, { UNDO }, { UNSAVED, 2 }, { NO_WAY_BACK } } },
  { "the same depth is not the same", { { STEP, 1 }, { SAVE }, { UNDO }, { STEP, 1 }, { MODIFIED, 1 }, { IS, 1 }, { NO_WAY_BACK } } },
  { "cleared", { { STEP, 1 }, { STEP, 2 }, { UNDO }, { CLEAR }, { CAN_UNDO, 0 }, { CAN_REDO, 0 }, { MODIFIED, 0 }, { IS, 1 } } },
  { "from before", { { FROM_BEFORE, 5 }, { IS, 5 }, { CAN_UNDO, 0 }, { REDO_NAME, 5 }, { MODIFIED, 1 }, { UNSAVED, 1 }, { BACK, -1 }, { REDO }, { IS, 0 },
                     { MODIFIED, 0 }, { UNDO }, { IS, 5 }, { MODIFIED, 1 } } },
  { "two from before", { { FROM_BEFORE, 5 }, { FROM_BEFORE, 6 }, { UNSAVED, 2 }, { REDO }, { IS, 5 }, { MODIFIED, 1 }, { REDO }, { IS, 0 }, { MODIFIED, 0 },
                         { UNDO }, { UNDO }, { IS, 6 }, { BACK, -2 }, { STEP, 7 }, { NO_WAY_BACK }, { UNSAVED, 3 }, { UNDO }, { UNSAVED, 2 }, { MODIFIED, 1 } } },
};

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  guint32 value = 0;
  g_autoptr (EspHistory) history = esp_history_new (apply, &value);

  for (const Line *line = table->lines; line->command != END; line++)
    {
      g_test_message ("line %d", (int) (line - table->lines));
      if (line->command <= CLEAR)
        change (history, &value, line);
      else
        check (history, value, line);
    }
}

/* What a recorder is told, as text */
static void
note_begin (EspStepKind  kind,
            const char  *name,
            gpointer     user_data)
{
  static const char *const kinds[] = { "do", "undo", "redo", "replace" };

  g_string_append_printf (user_data, "%s %s:", kinds[kind], name);
}

static void
note_op (const EspOp *op,
         gpointer     user_data)
{
  static const char *const kinds[] = { "set", "insert", "remove", "reorder" };

  g_string_append_printf (user_data, " %s", kinds[op->kind]);
  if (op->kind == ESP_OP_INSERT)
    g_string_append_printf (user_data, " at %u", op->after);
  if (op->kind == ESP_OP_REMOVE)
    g_string_append_printf (user_data, " from %u", op->before);
  if (op->kind == ESP_OP_REORDER)
    g_string_append_printf (user_data, " %u to %u", op->before, op->after);
}

static void
note_end (gboolean is_kept,
          gpointer user_data)
{
  g_string_append (user_data, is_kept ? "\n" : " — dropped\n");
}

static void
test_recorder (void)
{
  static const EspRecorder recorder = { note_begin, note_op, note_end };
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  GString *told = g_string_new (NULL);
  EspIx first, second;

  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  esp_organization_set_recorder (organization, &recorder, told);
  first = esp_edit_add_position (organization, "A", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  second = esp_edit_add_position (organization, "B", first, ESP_IX_NONE, ESP_IX_NONE);
  g_string_truncate (told, 0);

  esp_edit_reorder (organization, ESP_TABLE_POSITIONS, second, 0);
  esp_edit_remove_position (organization, second, ESP_REPORTS_MOVE_UP);
  esp_organization_undo (organization);
  esp_organization_undo (organization);
  esp_organization_redo (organization);
  esp_organization_begin (organization, "Nothing");
  esp_organization_commit (organization);
  esp_organization_begin (organization, "Half");
  esp_organization_remove (organization, ESP_TABLE_POSITIONS, first);
  esp_organization_rollback (organization);
  esp_organization_set_recorder (organization, NULL, NULL);
  esp_organization_undo (organization);

  g_assert_cmpstr (told->str, ==,
                   "do Change Order: reorder 1 to 0\n"
                   "do Delete B: remove from 0\n"
                   "undo Delete B: insert at 0\n"
                   "undo Change Order: reorder 0 to 1\n"
                   "redo Change Order: reorder 1 to 0\n"
                   "do Nothing: — dropped\n"
                   "do Half: remove from 1 insert at 1 — dropped\n");
  g_string_free (told, TRUE);
}

static void
count_change_cb (EspOrganization *organization,
                 EspChange       *change,
                 guint           *count)
{
  (*count)++;
}

static void
test_revert (void)
{
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  guint n_changes = 0;

  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  for (guint i = 0; i < 5; i++)
    esp_edit_add_position (organization, "A", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  esp_organization_mark_saved (organization);
  for (guint i = 0; i < 3; i++)
    esp_edit_add_position (organization, "B", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  g_signal_connect (organization, "changed", G_CALLBACK (count_change_cb), &n_changes);

  g_assert_cmpuint (esp_organization_get_n_unsaved (organization), ==, 3);
  g_assert_true (esp_organization_revert (organization));
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 5);
  g_assert_cmpuint (n_changes, ==, 1);
  for (guint i = 0; i < 2; i++)
    esp_organization_undo (organization);
  g_assert_true (esp_organization_revert (organization));
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 5);
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_true (esp_organization_revert (organization)); /* it stands there: nothing is announced */
  g_assert_cmpuint (n_changes, ==, 4);

  esp_organization_undo (organization);
  esp_edit_add_position (organization, "C", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  g_assert_false (esp_organization_revert (organization));
  g_assert_cmpuint (esp_organization_get_n_unsaved (organization), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history/%s", tables[i].name);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/history/recorder", test_recorder);
  g_test_add_func ("/history/revert", test_revert);
  return g_test_run ();
}
