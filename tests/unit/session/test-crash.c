/* test-crash.c — a program that edits and saves is killed two hundred times; nothing is ever half, and nothing that was written down is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "organization/esp-edits.h"
#include "session/esp-document-private.h"

#define POSITIONS ESP_TABLE_POSITIONS

#define START \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Crash\",\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\", \"x-unknown\": [ 1,2 ] },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"reports_to\": \"a\" } ] }\n"

#ifdef __SANITIZE_ADDRESS__ /* everything takes longer there */
#define N_KILLS 60
#else
#define N_KILLS 220
#endif

#define MAX_POSITIONS 12
#define MAX_WAIT_US   25000 /* from a word of the child to its death */
#define MAX_SAVE_US   3000  /* from the beginning of a save to its death */

/* What the child says. Edits have numbers; the state with a number is what stands after that edit. */
typedef struct
{
  enum
  {
    READY,   /* what was left is taken up */
    BEGIN,   /* the edit is about to be made */
    FLUSHED, /* all up to this edit is on the disk */
    SAVING,  /* this state is about to be saved */
    SAVED,   /* it is */
  } kind;
  guint32 number;
} Word;

/* The edits, which depend on what stands and on their number alone */

static EspIx
pick (EspOrganization *organization,
      GRand           *rand)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

  return order[g_rand_int_range (rand, 0, n)];
}

static void
add (EspOrganization *organization,
     GRand           *rand,
     guint32          number)
{
  EspIx manager = pick (organization, rand);
  g_autofree char *id = g_strdup_printf ("n%u", number);
  guint32 row[ESP_POSITION_N_FIELDS] = { 0 };

  row[ESP_POSITION_ID] = esp_organization_intern (organization, id);
  row[ESP_POSITION_TITLE] = esp_organization_intern (organization, "New");
  row[ESP_POSITION_REPORTS_TO] = esp_organization_get (organization, POSITIONS, manager, ESP_POSITION_ID);
  esp_organization_insert_row (organization, POSITIONS, row, G_N_ELEMENTS (row), g_rand_int_range (rand, 0, MAX_POSITIONS));
}

/* Letter by letter: a step of its own, or a part of the last one */
static void
type (EspOrganization *organization,
      guint32          number)
{
  g_autofree char *title = g_strndup ("abcdefghij", number % 10 + 1);

  esp_organization_begin_typing (organization, "Type");
  esp_edit_retitle (organization, esp_organization_get_order (organization, POSITIONS, NULL)[0], title, NULL);
  esp_organization_commit (organization);
}

static void
change (EspOrganization *organization,
        GRand           *rand,
        guint32          number)
{
  EspIx position = pick (organization, rand);
  guint32 n_holders = esp_position_get_n_holders (organization, position);
  g_autofree char *text = g_strdup_printf ("Text “%u”", number);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
    case 1:
    case 2:
      add (organization, rand, number);
      break;
    case 3: esp_edit_move_position (organization, position, pick (organization, rand), NULL); break;
    case 4: esp_edit_rename_holder (organization, position, n_holders > 2 ? 0 : n_holders, text, NULL); break;
    case 5: esp_edit_reorder (organization, POSITIONS, position, g_rand_int_range (rand, 0, MAX_POSITIONS)); break;
    case 6: esp_edit_add_line (organization, position, pick (organization, rand), ESP_LINE_DOTTED, NULL); break;
    case 7: esp_edit_vacate (organization, position); break;
    default: esp_edit_set_note (organization, position, text); break;
    }
  if (esp_organization_get_n (organization, POSITIONS) > MAX_POSITIONS)
    esp_edit_remove_position (organization, pick (organization, rand), ESP_REPORTS_MOVE_UP);
}

/* One step, or typing; sometimes taken back and done again, so that what stands in between is the state before it */
static void
edit (EspOrganization *organization,
      guint32          number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autofree char *name = g_strdup_printf ("Edit %u", number);

  if (number % 16 < 6)
    {
      type (organization, number);
      return;
    }
  esp_organization_begin (organization, name);
  change (organization, rand, number);
  esp_organization_commit (organization);
  if (number % 4 == 3 && g_strcmp0 (esp_organization_get_undo_name (organization), name) == 0)
    {
      esp_organization_undo (organization);
      esp_organization_redo (organization);
    }
}

/* The child */

static void
say (int     kind,
     guint32 number)
{
  Word word = { kind, number };

  g_assert_cmpint (write (STDOUT_FILENO, &word, sizeof word), ==, sizeof word);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static EspDocument *
open_document (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "crash.espalier", NULL);
  EspDocument *document = esp_document_new_for_file (file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  esp_document_load_async (document, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  esp_document_load_finish (document, result, &error);
  g_assert_no_error (error);
  return document;
}

static void
next_edit (EspOrganization *organization,
           gpointer         user_data)
{
  guint32 *number = user_data;

  say (BEGIN, ++*number);
  edit (organization, *number);
}

/* Two edits are asked for while it is written, and wait. */
static void
save (EspDocument *document,
      guint32     *number)
{
  guint32 saved = *number;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  say (SAVING, saved);
  esp_document_save_async (document, FALSE, NULL, store_result_cb, &result);
  esp_document_edit (document, next_edit, number, NULL);
  esp_document_edit (document, next_edit, number, NULL);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  esp_document_save_finish (document, result, &error);
  g_assert_no_error (error);
  say (SAVED, saved);
}

/* Edits and saves until it is killed. */
static void
run_child (const char *folder,
           guint32     number)
{
  EspDocument *document = open_document (folder);

  say (READY, number);
  for (guint i = 1;; i++)
    {
      esp_document_edit (document, next_edit, &number, NULL);
      if (g_random_int_range (0, 3) == 0)
        g_usleep (g_random_int_range (0, 200));
      if (g_random_int_range (0, 16) == 0)
        {
          esp_journal_sync (document->journal);
          say (FLUSHED, number);
        }
      if (g_random_int_range (0, 50) == 0)
        save (document, &number);
    }
}

/* The parent */

typedef struct
{
  char            *program;
  char            *folder;
  EspOrganization *organization; /* makes the same edits */
  GPtrArray       *states;       /* checksum of each state */
  guint32          begun;        /* the last edit that may have been made */
  guint32          safe;         /* the last edit that must not be lost */
  guint32          in_file;      /* the state that was last seen in the file */
  guint32          saving;       /* the state that was last about to be saved */
  guint            n_in_save;    /* deaths while it was saved */
  guint            n_replaced;   /* deaths after which the file was the new one, and the child had not said so */
  guint            n_recovered;  /* edits that were in the journal alone */
} Parent;

static char *
sum_text (gconstpointer text,
          gsize         length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, text, length);
}

static char *
sum_organization (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);

  return sum_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const char *
get_state (Parent  *parent,
           guint32  number)
{
  while (parent->states->len <= number)
    {
      if (parent->states->len > 0)
        edit (parent->organization, parent->states->len);
      g_ptr_array_add (parent->states, sum_organization (parent->organization));
    }
  return g_ptr_array_index (parent->states, number);
}

/* The latest state from @first to @last that has the checksum; edits that change nothing leave the same one. */
static guint32
find_state (Parent     *parent,
            const char *sum,
            guint32     first,
            guint32     last)
{
  for (guint32 i = last + 1; i > first; i--)
    if (g_str_equal (get_state (parent, i - 1), sum))
      return i - 1;
  g_error ("The state is none of those from %u to %u.", first, last);
}

static void
hear (Parent     *parent,
      const Word *word)
{
  switch ((guint) word->kind)
    {
    case BEGIN: parent->begun = word->number; break;
    case FLUSHED: parent->safe = word->number; break;
    case SAVING: parent->saving = word->number; break;
    case SAVED:
      parent->safe = MAX (parent->safe, word->number);
      parent->in_file = word->number;
      break;
    default: break;
    }
}

/* Returns: whether there was one more */
static gboolean
listen (Parent *parent,
        int     fd,
        Word   *word)
{
  gssize n;

  do
    n = read (fd, word, sizeof *word);
  while (n < 0 && errno == EINTR);
  if (n != sizeof *word)
    return FALSE;
  hear (parent, word);
  return TRUE;
}

static void
kill_one (Parent *parent,
          GRand  *rand,
          guint32 number)
{
  g_autofree char *said = g_strdup_printf ("%u", number);
  char *argv[] = { parent->program, (char *) "--child", parent->folder, said, NULL };
  gboolean in_save = g_rand_boolean (rand);
  g_autoptr (GError) error = NULL;
  Word word = { 0 };
  GPid pid;
  int fd, status;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &fd, NULL, &error);
  g_assert_no_error (error);
  do
    g_assert_true (listen (parent, fd, &word));
  while (in_save ? word.kind != SAVING : word.kind != READY);
  g_usleep (g_rand_int_range (rand, 0, in_save ? MAX_SAVE_US : MAX_WAIT_US));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (listen (parent, fd, &word))
    ;
  close (fd);
}

/* The file is a whole state: the one saved last, or the one that was being saved. */
static void
check_file (Parent *parent)
{
  g_autofree char *path = g_build_filename (parent->folder, "crash.espalier", NULL);
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  sum = sum_text (text, length);
  if (parent->saving > parent->in_file)
    {
      parent->n_in_save++;
      if (g_str_equal (sum, get_state (parent, parent->saving)))
        {
          parent->n_replaced++;
          parent->in_file = parent->saving;
          parent->safe = MAX (parent->safe, parent->saving);
        }
    }
  g_assert_cmpstr (sum, ==, get_state (parent, parent->in_file));
  parent->saving = parent->in_file;
}

/* What is taken up is not older than what was flushed, and not newer than what was begun. Returns: its number */
static guint32
check_journal (Parent *parent)
{
  EspDocument *document = open_document (parent->folder);
  g_autofree char *sum = sum_organization (esp_document_get_organization (document));
  guint32 number = find_state (parent, sum, parent->safe, parent->begun);

  g_assert_null (esp_document_get_set_aside (document));
  g_assert_null (esp_document_get_unprotected (document));
  if (number != find_state (parent, get_state (parent, parent->in_file), 0, number))
    g_assert_cmpuint (esp_document_get_recovered (document), >, 0);
  parent->n_recovered += number - parent->in_file;
  g_assert_finalize_object (document); /* leaves the journal as it is */
  return number;
}

/* Names of new files are there for a moment before they take the place of the old one; a death in between leaves a whole one. */
static guint
count_files (const char *folder,
             gboolean    removes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n++;
      if (removes && !g_file_test (path, G_FILE_TEST_IS_DIR))
        g_unlink (path);
    }
  return n;
}

static void
test_kill (gconstpointer program)
{
  g_autofree char *folder = g_dir_make_tmp ("espalier-crash-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "crash.espalier", NULL);
  g_autofree char *journals = g_build_filename (g_get_user_data_dir (), "espalier", "journal", NULL);
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (START, strlen (START), "test", NULL, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  Parent parent = { .program = (char *) program, .folder = folder, .organization = organization, .states = states };
  guint32 number = 0;

  g_test_message ("seed %u", seed);
  g_assert_true (g_file_set_contents (path, START, -1, NULL));
  for (guint i = 0; i < N_KILLS; i++)
    {
      kill_one (&parent, rand, number);
      check_file (&parent);
      number = check_journal (&parent);
      parent.safe = parent.begun = number;
      g_assert_cmpuint (count_files (journals, FALSE), <=, 1);
    }
  g_test_message ("%u edits, %u kills, %u of them while it was saved, %u of these after the file was replaced, %u edits recovered", number, (guint) N_KILLS,
                  parent.n_in_save, parent.n_replaced, parent.n_recovered);
  g_assert_cmpuint (parent.n_in_save, >, N_KILLS / 10);
  g_assert_cmpuint (parent.n_recovered, >, N_KILLS);
  count_files (journals, TRUE);
  count_files (folder, TRUE);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *journals = NULL;
  int result;

  if (argc == 4 && g_str_equal (argv[1], "--child"))
    run_child (argv[2], g_ascii_strtoull (argv[3], NULL, 10));
  home = g_dir_make_tmp ("espalier-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE); /* the child has it, too */
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/session/crash/kill", argv[0], test_kill);
  result = g_test_run ();
  folder = g_build_filename (home, "espalier", NULL);
  journals = g_build_filename (folder, "journal", NULL);
  g_rmdir (journals);
  g_rmdir (folder);
  g_rmdir (home);
  return result;
}
