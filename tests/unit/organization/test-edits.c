/* test-edits.c — what people do, edit by edit: what changes, what is refused, and that undo brings all of it back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/esp-edits.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

typedef struct
{
  const char *id;
  const char *manager;
  const char *unit;
} Row;

/* a ─ b ─ c ─ d, a ─ e; f stands alone; c and d sit in another unit */
static const Row rows[] = {
  { "a", NULL, "hq" },
  { "b", "a", "hq" },
  { "c", "b", "lab" },
  { "d", "c", "lab" },
  { "e", "a", "hq" },
  { "f", NULL, NULL },
};

typedef struct
{
  EspOrganization *organization;
  char            *before;
} Fixture;

static EspStr
intern (EspOrganization *organization,
        const char      *text)
{
  return text != NULL ? esp_organization_intern (organization, text) : ESP_STR_NONE;
}

static void
load_unit (EspOrganization *organization,
           const char      *id,
           const char      *parent)
{
  EspIx ix = esp_organization_append (organization, UNITS);

  esp_organization_load (organization, UNITS, ix, ESP_UNIT_ID, intern (organization, id));
  esp_organization_load (organization, UNITS, ix, ESP_UNIT_PARENT, intern (organization, parent));
}

/* Who stands where, in the order of the document: “a b<a c<b/lab …” */
static char *
picture (EspOrganization *organization)
{
  GString *text = g_string_new (NULL);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      const char *manager = esp_organization_get_text (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO);
      const char *unit = esp_organization_get_text (organization, POSITIONS, order[i], ESP_POSITION_UNIT);

      g_string_append_printf (text, "%s%s%s%s%s%s", i > 0 ? " " : "", esp_organization_get_text (organization, POSITIONS, order[i], ESP_POSITION_ID),
                              manager != NULL ? "<" : "", manager != NULL ? manager : "", unit != NULL ? "/" : "", unit != NULL ? unit : "");
    }
  return g_string_free (text, FALSE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  EspOrganization *organization = fixture->organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  load_unit (organization, "hq", NULL);
  load_unit (organization, "lab", "hq");
  load_unit (organization, "bench", "lab");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EspIx ix = esp_organization_append (organization, POSITIONS);

      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, intern (organization, rows[i].id));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, intern (organization, rows[i].manager));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_UNIT, intern (organization, rows[i].unit));
    }
  esp_organization_end_load (organization);
  fixture->before = picture (organization);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *undone = NULL;

  while (esp_organization_can_undo (fixture->organization))
    esp_organization_undo (fixture->organization);
  undone = picture (fixture->organization);
  g_assert_cmpstr (undone, ==, fixture->before);
  g_assert_false (esp_organization_is_modified (fixture->organization));
  g_assert_finalize_object (fixture->organization);
  g_free (fixture->before);
}

static EspIx
find (Fixture    *fixture,
      const char *id)
{
  return esp_organization_find_id (fixture->organization, POSITIONS, id);
}

static EspIx
find_unit (Fixture    *fixture,
           const char *id)
{
  return esp_organization_find_id (fixture->organization, UNITS, id);
}

static void
assert_picture (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *now = picture (fixture->organization);

  g_assert_cmpstr (now, ==, expected);
}

static void
assert_step (Fixture    *fixture,
             const char *name)
{
  g_assert_cmpstr (esp_organization_get_undo_name (fixture->organization), ==, name);
}

/* Moving */

static void
test_move_branch (Fixture       *fixture,
                  gconstpointer  data)
{
  EspDestination to = { TRUE, find (fixture, "f"), TRUE, ESP_IX_NONE, TRUE };
  EspIx b = find (fixture, "b");
  EspIx e = find (fixture, "e");

  /* what hangs from b sits elsewhere and stays there */
  g_assert_true (esp_edit_move (fixture->organization, &b, 1, &to, NULL));
  assert_picture (fixture, "a/hq b<f c<b/lab d<c/lab e<a/hq f");
  assert_step (fixture, "Move b");
  to = (EspDestination) { FALSE, ESP_IX_NONE, TRUE, find_unit (fixture, "bench"), TRUE };
  g_assert_true (esp_edit_move (fixture->organization, (EspIx[]) { find (fixture, "c") }, 1, &to, NULL));
  assert_picture (fixture, "a/hq b<f c<b/bench d<c/bench e<a/hq f");
  to.with_branch = FALSE;
  to.unit = find_unit (fixture, "hq");
  g_assert_true (esp_edit_move (fixture->organization, (EspIx[]) { find (fixture, "c") }, 1, &to, NULL));
  assert_picture (fixture, "a/hq b<f c<b/hq d<c/bench e<a/hq f");
  to = (EspDestination) { .sets_manager = TRUE, .manager = ESP_IX_NONE };
  g_assert_true (esp_edit_move (fixture->organization, &e, 1, &to, NULL));
  assert_picture (fixture, "a/hq b<f c<b/hq d<c/bench e/hq f");
}

static void
test_move_several (Fixture       *fixture,
                   gconstpointer  data)
{
  EspIx several[] = { find (fixture, "d"), find (fixture, "e"), find (fixture, "b") };
  EspDestination to = { .sets_manager = TRUE, .manager = find (fixture, "f") };

  /* d hangs from b and goes along with it */
  g_assert_true (esp_edit_move (fixture->organization, several, 3, &to, NULL));
  assert_picture (fixture, "a/hq b<f/hq c<b/lab d<c/lab e<f/hq f");
  assert_step (fixture, "Move 3 Positions");
  esp_organization_undo (fixture->organization);
  assert_picture (fixture, fixture->before);
}

static void
test_move_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  EspIx a = find (fixture, "a");
  EspIx both[] = { find (fixture, "e"), find (fixture, "b") };
  EspDestination to = { .sets_manager = TRUE, .manager = find (fixture, "d") };
  g_autoptr (GError) error = NULL;

  g_assert_false (esp_edit_move (fixture->organization, &a, 1, &to, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_clear_error (&error);
  /* all or nothing */
  g_assert_false (esp_edit_move (fixture->organization, both, 2, &to, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_clear_error (&error);
  /* without a point */
  to.manager = a;
  g_assert_false (esp_edit_can_move (fixture->organization, both, 2, &to, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (esp_edit_can_move (fixture->organization, both, 1, &to, &error));
  g_assert_cmpstr (error->message, ==, "“e” reports to “a” already.");
  g_clear_error (&error);
  to = (EspDestination) { .sets_unit = TRUE, .unit = find_unit (fixture, "hq") };
  g_assert_false (esp_edit_can_move (fixture->organization, both, 1, &to, &error));
  g_assert_cmpstr (error->message, ==, "“e” sits in “hq” already.");
  g_assert_false (esp_organization_can_undo (fixture->organization));
}

/* A ring that is in the file can be moved, and ends no walk in a circle */
static void
test_move_ring (void)
{
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  EspIx both[] = { 0, 1 };
  EspDestination to = { .sets_manager = TRUE, .manager = 2 };

  esp_organization_begin_load (organization, 0);
  for (guint i = 0; i < 3; i++)
    {
      const char *ids[] = { "a", "b", "c" };
      EspIx ix = esp_organization_append (organization, POSITIONS);

      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, intern (organization, ids[i]));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, i < 2 ? intern (organization, ids[1 - i]) : ESP_STR_NONE);
    }
  esp_organization_end_load (organization);
  g_assert_true (esp_edit_move (organization, both, 2, &to, NULL));
  g_assert_cmpuint (esp_position_get_manager (organization, 0), ==, 2);
  g_assert_cmpuint (esp_position_get_manager (organization, 1), ==, 2);
  esp_organization_undo (organization);
  /* both go: nobody above is left */
  esp_edit_remove_positions (organization, both, 2, ESP_REPORTS_MOVE_UP);
  g_assert_cmpuint (esp_organization_get_n (organization, POSITIONS), ==, 1);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  esp_edit_place_beside (fixture->organization, POSITIONS, find (fixture, "e"), find (fixture, "b"), FALSE);
  assert_picture (fixture, "a/hq e<a/hq b<a/hq c<b/lab d<c/lab f");
  esp_edit_place_beside (fixture->organization, POSITIONS, find (fixture, "e"), find (fixture, "f"), TRUE);
  assert_picture (fixture, "a/hq b<a/hq c<b/lab d<c/lab f e<a/hq");
  esp_edit_place_beside (fixture->organization, POSITIONS, find (fixture, "f"), find (fixture, "e"), TRUE);
  assert_picture (fixture, "a/hq b<a/hq c<b/lab d<c/lab e<a/hq f");
  assert_step (fixture, "Change Order");
  esp_edit_place_beside (fixture->organization, POSITIONS, find (fixture, "f"), find (fixture, "e"), TRUE); /* it stands there */
  esp_organization_undo (fixture->organization);
  assert_picture (fixture, "a/hq b<a/hq c<b/lab d<c/lab f e<a/hq");
}

/* Deleting */

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  EspIx several[] = { find (fixture, "b"), find (fixture, "c"), find (fixture, "a") };
  guint32 n_all;

  g_assert_cmpuint (esp_edit_count_reports (fixture->organization, several, 3, &n_all), ==, 2);
  g_assert_cmpuint (n_all, ==, 2);
  g_assert_cmpuint (esp_edit_count_reports (fixture->organization, several, 1, &n_all), ==, 1);
  g_assert_cmpuint (n_all, ==, 2);

  /* d reports to the first manager above who is still there */
  esp_edit_remove_positions (fixture->organization, several, 2, ESP_REPORTS_MOVE_UP);
  assert_picture (fixture, "a/hq d<a/lab e<a/hq f");
  assert_step (fixture, "Delete 2 Positions");
  esp_organization_undo (fixture->organization);
  assert_picture (fixture, fixture->before);
  esp_edit_remove_positions (fixture->organization, several, 3, ESP_REPORTS_MOVE_UP);
  assert_picture (fixture, "d/lab e/hq f");
  esp_organization_undo (fixture->organization);
  esp_edit_remove_positions (fixture->organization, several, 1, ESP_REPORTS_REMOVE);
  assert_picture (fixture, "a/hq e<a/hq f");
}

static void
test_delete_duplicate (void)
{
  g_autoptr (EspOrganization) organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  for (guint i = 0; i < 3; i++)
    {
      EspIx ix = esp_organization_append (organization, POSITIONS);

      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, intern (organization, i < 2 ? "a" : "b"));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, i == 2 ? intern (organization, "a") : ESP_STR_NONE);
    }
  esp_organization_end_load (organization);
  /* another row has the id, and takes the reports over */
  esp_edit_remove_position (organization, 0, ESP_REPORTS_MOVE_UP);
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 1);
}

/* As many as one might delete at once, standing among as many others, with doubles; back, and gone again */
static void
test_delete_many (void)
{
  const guint32 n = 200000;
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  EspIx root;

  esp_organization_begin_load (organization, n);
  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i % (n - 1000));
      EspIx ix = esp_organization_append (organization, POSITIONS);

      /* all that is odd hangs from 1, and stands between what does not */
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, intern (organization, id));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, i > 1 ? intern (organization, i % 2 == 1 ? "1" : "0") : ESP_STR_NONE);
    }
  esp_organization_end_load (organization);
  root = esp_organization_find_id (organization, POSITIONS, "1");
  esp_edit_remove_position (organization, root, ESP_REPORTS_REMOVE);
  for (guint pass = 0; pass < 2; pass++)
    {
      const EspIx *order = esp_organization_get_order (organization, POSITIONS, NULL);

      g_assert_cmpuint (esp_organization_get_n (organization, POSITIONS), ==, n / 2);
      for (guint32 i = 0; i < n / 2; i++)
        g_assert_cmpuint (order[i], ==, 2 * i);
      g_assert_cmpuint (esp_organization_find_id (organization, POSITIONS, "3"), ==, ESP_IX_NONE);
      esp_organization_undo (organization);
      order = esp_organization_get_order (organization, POSITIONS, NULL);
      g_assert_cmpuint (esp_organization_get_n (organization, POSITIONS), ==, n);
      for (guint32 i = 0; i < n; i++)
        g_assert_cmpuint (order[i], ==, i);
      g_assert_cmpuint (esp_organization_find_id (organization, POSITIONS, "3"), ==, 3);
      esp_organization_redo (organization);
    }
}

static void
test_delete_units (Fixture       *fixture,
                   gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;
  EspIx f = find (fixture, "f");
  EspDestination to = { .sets_manager = TRUE, .manager = find (fixture, "d") };

  g_assert_true (esp_edit_move (organization, &f, 1, &to, NULL));
  esp_edit_remove_unit (organization, find_unit (fixture, "lab"));
  assert_picture (fixture, "a/hq b<a/hq c<b/hq d<c/hq e<a/hq f<d");
  g_assert_cmpuint (esp_unit_get_parent (organization, find_unit (fixture, "bench")), ==, find_unit (fixture, "hq"));
  esp_organization_undo (organization);
  esp_edit_remove_unit_branch (organization, find_unit (fixture, "lab"));
  assert_picture (fixture, "a/hq b<a/hq e<a/hq f<b");
  g_assert_cmpuint (esp_organization_get_n (organization, UNITS), ==, 1);
  assert_step (fixture, "Delete lab");
}

/* Fields */

static void
test_holders (Fixture       *fixture,
              gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (esp_edit_rename_holder (organization, 0, 0, "Ada Quince", NULL));
  g_assert_true (esp_edit_rename_holder (organization, 0, 1, "Bo Larch", NULL));
  g_assert_true (esp_edit_set_holder_share (organization, 0, 1, " 0,50 ", NULL));
  {
    guint32 n;
    const EspHolder *holders =
        (const EspHolder *) (gpointer) esp_organization_get_list (organization, esp_organization_get (organization, POSITIONS, 0, ESP_POSITION_HOLDERS), &n);

    g_assert_cmpuint (n, ==, 2 * ESP_HOLDER_WORDS);
    g_assert_cmpuint (holders[0].share, ==, ESP_STR_NONE);
    g_assert_cmpstr (esp_organization_get_string (organization, holders[1].share), ==, "0.5");
  }
  g_assert_false (esp_edit_set_holder_share (organization, 0, 1, "1.5", &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (esp_edit_set_holder_share (organization, 0, 1, "half", NULL));
  g_assert_false (esp_edit_set_holder_share (organization, 0, 1, "0", NULL));
  g_assert_false (esp_edit_set_holder_share (organization, 0, 1, "nan", NULL));
  g_assert_true (esp_edit_set_holder_share (organization, 0, 1, "", NULL));
  esp_edit_remove_holder (organization, 0, 0);
  text = esp_position_get_holders_text (organization, 0);
  g_assert_cmpstr (text, ==, "Bo Larch");
  assert_step (fixture, "Remove Person");
  esp_edit_remove_holder (organization, 0, 0);
  g_assert_cmpint (esp_position_get_state (organization, 0), ==, ESP_STATE_VACANT);
}

static void
test_posts (Fixture       *fixture,
            gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;

  g_assert_true (esp_edit_set_posts (organization, 0, "12,5", NULL));
  g_assert_cmpstr (esp_organization_get_text (organization, POSITIONS, 0, ESP_POSITION_POSTS), ==, "12.5");
  g_assert_true (esp_edit_set_posts (organization, 0, "12.50", NULL));
  g_assert_false (esp_edit_set_posts (organization, 0, "-1", NULL));
  g_assert_false (esp_edit_set_posts (organization, 0, "0", NULL));
  g_assert_false (esp_edit_set_posts (organization, 0, "1e99", NULL));
  g_assert_false (esp_edit_set_posts (organization, 0, "inf", NULL));
  g_assert_true (esp_edit_set_posts (organization, 0, "1", NULL));
  g_assert_null (esp_organization_get_text (organization, POSITIONS, 0, ESP_POSITION_POSTS));
  esp_organization_undo (organization);
  assert_step (fixture, "Change Posts");
  esp_organization_undo (organization);
  g_assert_false (esp_organization_can_undo (organization));
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;
  EspIx a = find (fixture, "a");
  EspIx e = find (fixture, "e");
  g_autoptr (GError) error = NULL;
  guint32 n;

  g_assert_true (esp_edit_add_line (organization, e, find (fixture, "f"), ESP_LINE_DOTTED, NULL));
  g_assert_true (esp_edit_add_line (organization, e, find (fixture, "c"), ESP_LINE_DOTTED, NULL));
  g_assert_false (esp_edit_add_line (organization, e, e, ESP_LINE_DOTTED, NULL));
  g_assert_true (esp_edit_set_line_kind (organization, e, 0, ESP_LINE_VENDOR, NULL));
  g_assert_false (esp_edit_set_line_end (organization, e, 1, e, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_clear_error (&error);
  g_assert_true (esp_edit_set_line_end (organization, e, 1, find (fixture, "f"), NULL));
  g_assert_false (esp_edit_set_line_kind (organization, e, 1, ESP_LINE_VENDOR, &error)); /* there is one */
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE);
  g_assert_true (esp_edit_set_line_share (organization, e, 1, ".2", NULL));
  {
    const EspLine *lines =
        (const EspLine *) (gpointer) esp_organization_get_list (organization, esp_organization_get (organization, POSITIONS, e, ESP_POSITION_LINES), &n);

    g_assert_cmpuint (n, ==, 2 * ESP_LINE_WORDS);
    g_assert_cmpstr (esp_organization_get_string (organization, lines[0].kind), ==, "vendor");
    g_assert_cmpstr (esp_organization_get_string (organization, lines[1].to), ==, "f");
    g_assert_cmpstr (esp_organization_get_string (organization, lines[1].share), ==, "0.2");
  }
  assert_step (fixture, "Change Line");
  esp_edit_remove_line (organization, e, 0);
  esp_organization_get_list (organization, esp_organization_get (organization, POSITIONS, e, ESP_POSITION_LINES), &n);
  g_assert_cmpuint (n, ==, ESP_LINE_WORDS);
  g_assert_cmpuint (esp_organization_get (organization, POSITIONS, a, ESP_POSITION_LINES), ==, 0);
}

static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;
  EspIx lab = find_unit (fixture, "lab");
  g_autoptr (GError) error = NULL;

  esp_edit_set_unit_kind (organization, lab, ESP_UNIT_KIND_DEPARTMENT); /* it is */
  g_assert_false (esp_organization_can_undo (organization));
  esp_edit_set_unit_kind (organization, lab, ESP_UNIT_KIND_COE);
  g_assert_cmpint (esp_unit_get_kind (organization, lab), ==, ESP_UNIT_KIND_COE);
  g_assert_true (esp_unit_is_staff (organization, lab));
  esp_edit_set_staff (organization, UNITS, lab, ESP_STAFF_NO);
  g_assert_false (esp_unit_is_staff (organization, lab));
  esp_edit_set_unit_kind (organization, lab, ESP_UNIT_KIND_DEPARTMENT);
  g_assert_null (esp_organization_get_text (organization, UNITS, lab, ESP_UNIT_KIND));
  esp_edit_set_function (organization, lab, "it");
  g_assert_cmpstr (esp_organization_get_text (organization, UNITS, lab, ESP_UNIT_FUNCTION), ==, "it");
  g_assert_false (esp_edit_move_unit (organization, lab, find_unit (fixture, "bench"), &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_clear_error (&error);
  g_assert_false (esp_edit_move_unit (organization, lab, find_unit (fixture, "hq"), &error));
  g_assert_cmpstr (error->message, ==, "“lab” is part of “hq” already.");
  g_assert_true (esp_edit_move_unit (organization, lab, ESP_IX_NONE, NULL));
  esp_edit_set_head (organization, lab, find (fixture, "d"));
  esp_edit_set_staff (organization, POSITIONS, find (fixture, "e"), ESP_STAFF_YES);
  esp_edit_set_arrange (organization, find (fixture, "a"), ESP_ARRANGEMENT_COLUMN);
  assert_step (fixture, "Change Arrangement");
  esp_edit_rename_organization (organization, " Orchard ");
  g_assert_cmpstr (esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME), ==, "Orchard");
}

static void
count_changes (EspOrganization *organization,
               const EspChange *change,
               gpointer         counter)
{
  (*(guint *) counter)++;
}

/* Several edits as one step: announced once, taken back at once; a refused one leaves the others */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;
  guint n_changes = 0;

  g_signal_connect (organization, "changed", G_CALLBACK (count_changes), &n_changes);
  esp_organization_begin (organization, "Change All");
  for (EspIx ix = 0; ix < 3; ix++)
    esp_edit_set_scope (organization, ix, ESP_SCOPE_EXTERNAL);
  g_assert_false (esp_edit_retitle (organization, 0, " ", NULL));
  g_assert_cmpuint (n_changes, ==, 0);
  esp_organization_commit (organization);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_step (fixture, "Change All");
  esp_organization_undo (organization);
  g_assert_false (esp_organization_can_undo (organization));
  for (EspIx ix = 0; ix < 3; ix++)
    g_assert_cmpuint (esp_organization_get (organization, POSITIONS, ix, ESP_POSITION_SCOPE), ==, ESP_SCOPE_UNKNOWN);
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  EspOrganization *organization = fixture->organization;
  const char *texts[] = { "L", "Le", "Lea", "Lead" };
  guint n_changes = 0;

  g_signal_connect (organization, "changed", G_CALLBACK (count_changes), &n_changes);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      esp_organization_begin_typing (organization, "Change Title");
      g_assert_true (esp_edit_retitle (organization, 0, texts[i], NULL));
      esp_organization_commit (organization);
    }
  g_assert_cmpuint (n_changes, ==, G_N_ELEMENTS (texts));
  g_assert_cmpstr (esp_position_get_title (organization, 0), ==, "Lead");
  esp_organization_undo (organization);
  g_assert_cmpstr (esp_position_get_title (organization, 0), ==, "a");
  g_assert_false (esp_organization_can_undo (organization));
}

#define ADD(path, func) g_test_add ("/edits/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("move/branch", test_move_branch);
  ADD ("move/several", test_move_several);
  ADD ("move/refused", test_move_refused);
  g_test_add_func ("/edits/move/ring", test_move_ring);
  ADD ("order", test_order);
  ADD ("delete/positions", test_delete);
  g_test_add_func ("/edits/delete/duplicate", test_delete_duplicate);
  g_test_add_func ("/edits/delete/many", test_delete_many);
  ADD ("delete/units", test_delete_units);
  ADD ("holders", test_holders);
  ADD ("posts", test_posts);
  ADD ("lines", test_lines);
  ADD ("units", test_units);
  ADD ("together", test_together);
  ADD ("typing", test_typing);
  return g_test_run ();
}
