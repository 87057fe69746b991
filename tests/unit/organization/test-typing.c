/* test-typing.c — steps within steps, and typing that becomes one step: by tables of commands; and what a recorder is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/esp-edits.h"
#include "organization/esp-recorder.h"

#define N_FIELDS 4

typedef enum
{
  BEGIN,       /* text: the name */
  TYPE,        /* text: the name; number: the clock, ms */
  SET,         /* field, number */
  COMMIT,
  ROLLBACK,
  UNDO,
  REDO,
  SAVE,
  CHECK,       /* field has number */
  CHECK_UNDO,  /* text: name, NULL: nothing to undo */
  CHECK_REDO,
  CHECK_SAVED, /* number: whether */
} Kind;

typedef struct
{
  Kind        kind;
  const char *text;
  int         field;
  int         number;
} Command;

static void
apply (const EspOp *op,
       gboolean     reverse,
       gpointer     user_data)
{
  int *fields = user_data;

  g_assert_cmpint (fields[op->field], ==, reverse ? (int) op->after : (int) op->before);
  fields[op->field] = reverse ? op->before : op->after;
}

static void
set (EspHistory    *history,
     int           *fields,
     const Command *command)
{
  EspOp op = { .kind = ESP_OP_SET, .field = command->field, .ix = 7, .before = fields[command->field], .after = command->number };

  apply (&op, FALSE, fields);
  esp_history_record (history, &op);
}

static void
run (const Command *commands,
     guint          n)
{
  int fields[N_FIELDS] = { 0 };
  g_autoptr (EspHistory) history = esp_history_new (apply, fields);

  for (guint i = 0; i < n; i++)
    {
      const Command *command = &commands[i];

      g_test_message ("command %u", i);
      switch (command->kind)
        {
        case BEGIN: esp_history_begin (history, command->text); break;
        case TYPE: esp_history_begin_typing (history, command->text, command->number * 1000); break;
        case SET: set (history, fields, command); break;
        case COMMIT: esp_history_commit (history); break;
        case ROLLBACK: esp_history_rollback (history); break;
        case UNDO: g_assert_true (esp_history_undo (history)); break;
        case REDO: g_assert_true (esp_history_redo (history)); break;
        case SAVE: esp_history_mark_saved (history); break;
        case CHECK: g_assert_cmpint (fields[command->field], ==, command->number); break;
        case CHECK_UNDO: g_assert_cmpstr (esp_history_get_undo_name (history), ==, command->text); break;
        case CHECK_REDO: g_assert_cmpstr (esp_history_get_redo_name (history), ==, command->text); break;
        case CHECK_SAVED: g_assert_cmpint (!esp_history_is_modified (history), ==, command->number); break;
        default: g_assert_not_reached ();
        }
    }
}

static const Command nested[] = {
  { BEGIN, "outer" }, { SET, NULL, 0, 1 },
  { BEGIN, "inner" }, { SET, NULL, 0, 2 }, { COMMIT },
  { CHECK_UNDO, NULL },
  { BEGIN, "wrong" }, { SET, NULL, 0, 3 }, { SET, NULL, 1, 3 },
  { BEGIN, "deeper" }, { SET, NULL, 1, 4 }, { COMMIT },
  { ROLLBACK }, { CHECK, NULL, 0, 2 }, { CHECK, NULL, 1, 0 },
  { SET, NULL, 2, 9 }, { COMMIT },
  { CHECK_UNDO, "outer" },
  { UNDO }, { CHECK, NULL, 0, 0 }, { CHECK, NULL, 2, 0 }, { CHECK_UNDO, NULL },
  { REDO }, { CHECK, NULL, 0, 2 }, { CHECK, NULL, 1, 0 }, { CHECK, NULL, 2, 9 },
  { BEGIN, "outer" }, { SET, NULL, 0, 5 }, { BEGIN, "inner" }, { SET, NULL, 0, 6 }, { COMMIT }, { ROLLBACK },
  { CHECK, NULL, 0, 2 }, { CHECK_UNDO, "outer" },
};

static const Command typing[] = {
  { TYPE, "title", 0, 1000 }, { SET, NULL, 0, 1 }, { COMMIT },
  { TYPE, "title", 0, 1600 }, { SET, NULL, 0, 2 }, { COMMIT },
  { TYPE, "title", 0, 2100 }, { SET, NULL, 0, 3 }, { COMMIT },
  { UNDO }, { CHECK, NULL, 0, 0 }, { CHECK_UNDO, NULL }, { CHECK_SAVED, NULL, 0, TRUE },
  { REDO }, { CHECK, NULL, 0, 3 },
  /* a pause */
  { TYPE, "title", 0, 2701 }, { SET, NULL, 0, 4 }, { COMMIT },
  { UNDO }, { CHECK, NULL, 0, 3 },
  /* what was undone stands between */
  { TYPE, "title", 0, 2800 }, { SET, NULL, 0, 5 }, { COMMIT },
  { CHECK_REDO, NULL }, { UNDO }, { CHECK, NULL, 0, 3 }, { REDO },
  /* another field, and back */
  { TYPE, "name", 0, 2900 }, { SET, NULL, 1, 1 }, { COMMIT },
  { TYPE, "title", 0, 2950 }, { SET, NULL, 0, 6 }, { COMMIT },
  { UNDO }, { CHECK, NULL, 0, 5 }, { UNDO }, { CHECK, NULL, 1, 0 }, { REDO }, { REDO },
  /* what was not typed */
  { BEGIN, "title" }, { SET, NULL, 0, 7 }, { COMMIT },
  { TYPE, "title", 0, 3000 }, { SET, NULL, 0, 8 }, { COMMIT },
  { UNDO }, { CHECK, NULL, 0, 7 }, { UNDO }, { CHECK, NULL, 0, 6 },
};

static const Command typing_and_saving[] = {
  { TYPE, "title", 0, 1000 }, { SET, NULL, 0, 1 }, { COMMIT },
  { SAVE }, { CHECK_SAVED, NULL, 0, TRUE },
  { TYPE, "title", 0, 1100 }, { SET, NULL, 0, 2 }, { COMMIT },
  { TYPE, "title", 0, 1200 }, { SET, NULL, 0, 3 }, { COMMIT },
  { CHECK_SAVED, NULL, 0, FALSE },
  /* the saved point is a point one can go back to */
  { UNDO }, { CHECK, NULL, 0, 1 }, { CHECK_SAVED, NULL, 0, TRUE },
  { UNDO }, { CHECK, NULL, 0, 0 }, { CHECK_SAVED, NULL, 0, FALSE },
  { REDO }, { CHECK_SAVED, NULL, 0, TRUE },
};

/* Typed, and typed back within the same step: nothing happened */
static const Command typing_back[] = {
  { BEGIN, "one" }, { SET, NULL, 0, 1 }, { COMMIT }, { SAVE },
  { TYPE, "title", 0, 1000 }, { SET, NULL, 0, 2 }, { COMMIT }, { CHECK_SAVED, NULL, 0, FALSE },
  { TYPE, "title", 0, 1100 }, { SET, NULL, 0, 1 }, { COMMIT },
  { CHECK_UNDO, "one" }, { CHECK_SAVED, NULL, 0, TRUE },
  { UNDO }, { CHECK, NULL, 0, 0 },
};

/* The first letter makes a vacant position a filled one, too */
static const Command typing_more[] = {
  { TYPE, "name", 0, 1000 }, { SET, NULL, 0, 1 }, { SET, NULL, 1, 1 }, { COMMIT },
  { TYPE, "name", 0, 1100 }, { SET, NULL, 0, 2 }, { COMMIT },
  { CHECK, NULL, 0, 2 },
  { UNDO }, { CHECK, NULL, 0, 0 }, { CHECK, NULL, 1, 0 }, { CHECK_UNDO, NULL },
  { REDO }, { CHECK, NULL, 0, 2 }, { CHECK, NULL, 1, 1 },
};

#define TABLE(name) { #name, name, G_N_ELEMENTS (name) }

static const struct Table
{
  const char    *name;
  const Command *commands;
  guint          n;
} tables[] = {
  TABLE (nested), TABLE (typing), TABLE (typing_and_saving), TABLE (typing_back), TABLE (typing_more),
};

static void
test_table (gconstpointer data)
{
  const struct Table *table = data;

  run (table->commands, table->n);
}

/* Repeats what a recorder is told with a history of its own, as a journal would */

typedef struct
{
  EspHistory *history;
  guint32     title;
  gboolean    is_doing;
} Mirror;

static void
mirror_apply (const EspOp *op,
              gboolean     reverse,
              gpointer     user_data)
{
  Mirror *mirror = user_data;

  if (op->field == ESP_POSITION_TITLE)
    mirror->title = reverse ? op->before : op->after;
}

static void
mirror_begin (EspStepKind  kind,
              const char  *name,
              gpointer     user_data)
{
  Mirror *mirror = user_data;

  mirror->is_doing = kind == ESP_STEP_DO || kind == ESP_STEP_REPLACE;
  if (kind == ESP_STEP_REDO)
    g_assert_true (esp_history_redo (mirror->history));
  else if (kind != ESP_STEP_DO)
    g_assert_true (esp_history_undo (mirror->history));
  if (kind == ESP_STEP_UNMAKE)
    esp_history_forget_redo (mirror->history);
  if (mirror->is_doing)
    esp_history_begin (mirror->history, name);
}

static void
mirror_op (const EspOp *op,
           gpointer     user_data)
{
  Mirror *mirror = user_data;

  if (!mirror->is_doing)
    return;
  mirror_apply (op, FALSE, mirror);
  esp_history_record (mirror->history, op);
}

static void
mirror_end (gboolean is_kept,
            gpointer user_data)
{
  Mirror *mirror = user_data;

  if (!mirror->is_doing)
    return;
  if (is_kept)
    esp_history_commit (mirror->history);
  else
    esp_history_rollback (mirror->history);
}

static void
type_title (EspOrganization *organization,
            const char      *title)
{
  esp_organization_begin_typing (organization, "Change Title");
  g_assert_true (esp_edit_retitle (organization, 0, title, NULL));
  esp_organization_commit (organization);
}

static void
assert_mirrored (EspOrganization *organization,
                 Mirror          *mirror)
{
  g_assert_cmpuint (mirror->title, ==, esp_organization_get (organization, ESP_TABLE_POSITIONS, 0, ESP_POSITION_TITLE));
  g_assert_cmpstr (esp_history_get_undo_name (mirror->history), ==, esp_organization_get_undo_name (organization));
}

static void
test_recorder (void)
{
  static const EspRecorder recorder = { mirror_begin, mirror_op, mirror_end };
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  Mirror mirror = { 0 };

  mirror.history = esp_history_new (mirror_apply, &mirror);
  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  esp_organization_set_recorder (organization, &recorder, &mirror);
  esp_edit_add_position (organization, "A", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  mirror.title = esp_organization_get (organization, ESP_TABLE_POSITIONS, 0, ESP_POSITION_TITLE);
  type_title (organization, "B");
  assert_mirrored (organization, &mirror);
  type_title (organization, "Be");
  type_title (organization, "Beds");
  type_title (organization, "Beds"); /* the same is no step */
  assert_mirrored (organization, &mirror);
  esp_organization_undo (organization);
  assert_mirrored (organization, &mirror);
  g_assert_cmpstr (esp_position_get_title (organization, 0), ==, "A");
  esp_organization_redo (organization);
  assert_mirrored (organization, &mirror);
  type_title (organization, "Bed");
  type_title (organization, "A"); /* typed back: the step is gone, in the mirror, too */
  assert_mirrored (organization, &mirror);
  g_assert_cmpstr (esp_organization_get_undo_name (organization), ==, "Add Position");
  esp_organization_begin (organization, "Outer");
  esp_edit_set_scope (organization, 0, ESP_SCOPE_EXTERNAL);
  type_title (organization, "C");
  esp_organization_begin (organization, "Inner");
  g_assert_true (esp_edit_retitle (organization, 0, "D", NULL));
  esp_organization_rollback (organization);
  esp_organization_commit (organization);
  assert_mirrored (organization, &mirror);
  g_assert_cmpstr (esp_position_get_title (organization, 0), ==, "C");
  esp_organization_undo (organization);
  assert_mirrored (organization, &mirror);
  esp_organization_set_recorder (organization, NULL, NULL);
  esp_history_free (mirror.history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/typing/", tables[i].name, NULL);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/typing/recorder", test_recorder);
  return g_test_run ();
}
