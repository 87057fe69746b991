/* esp-cli.c — takes the command line apart and calls the verb
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-cli"

#include "cli/esp-cli-private.h"

#include <stdio.h>
#include <string.h>

#include "core/esp-i18n.h"

typedef enum
{
  TAKES_JSON  = 1 << 0,
  TAKES_CHART = 1 << 1,
  TAKES_IMPORT = 1 << 2,
} Takes;

#define IMPORT_USAGE "[--ignore-leading-zeros] [--ignore-case] [--id=COLUMN] [--manager=COLUMN] [--manager-separator=TEXT]"

static const struct
{
  const char *name;
  int (*run) (const EspCliOptions *options);
  guint       n_arguments;
  Takes       takes;
  const char *usage;
} verbs[] = {
  { "stats", esp_cli_stats, 1, TAKES_JSON | TAKES_IMPORT, "espalier stats FILE [--json] " IMPORT_USAGE },
  { "check", esp_cli_check, 1, TAKES_JSON | TAKES_IMPORT, "espalier check FILE [--json] " IMPORT_USAGE },
  { "convert", esp_cli_convert, 2, TAKES_CHART | TAKES_IMPORT,
    "espalier convert IN OUT [--chart=structure|reporting] [--direction=down|up|right|left] " IMPORT_USAGE },
  { "diff", esp_cli_diff, 2, TAKES_JSON, "espalier diff FILE FILE [--json]" },
  { "find", esp_cli_find, 2, TAKES_JSON | TAKES_IMPORT, "espalier find FILE QUERY [--json] " IMPORT_USAGE },
  { "list", esp_cli_list, 1, TAKES_JSON, "espalier list roles|skills|ladders|rungs|moves|settings|organizations [--json]" },
};

static int
find_verb (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verbs[i].name, word) == 0)
      return i;
  return -1;
}

/**
 * esp_cli_is_verb:
 * @word: (nullable): a first argument
 *
 * Returns: whether it is exactly a verb
 */
gboolean
esp_cli_is_verb (const char *word)
{
  return find_verb (word) >= 0;
}

/**
 * esp_cli_usage:
 *
 * Returns: (transfer full): how each verb is called, a line each
 */
char *
esp_cli_usage (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  %s\n", verbs[i].usage);
  return g_string_free (text, FALSE);
}

/* Says on standard error what is wrong. Returns: the exit code for it */
int
esp_cli_fail (const char *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "espalier: %s\n", message);
  return ESP_EXIT_FAILED;
}

int
esp_cli_fail_with (const GError *error)
{
  return esp_cli_fail ("%s", error->message);
}

/* Prints what was built, pretty. Returns: @code, or that of a failure if standard output could not be written */
int
esp_cli_print_json (JsonBuilder *builder,
                    int          code)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  puts (text);
  return code;
}

/* A member that is a text, or null */
void
esp_cli_add_text (JsonBuilder *builder,
                  const char  *name,
                  const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* Takes “--name=VALUE”. */
static gboolean
take_value (const char  *option,
            const char  *name,
            const char **value)
{
  gsize length = strlen (name);

  if (strncmp (option, name, length) != 0 || option[length] != '=')
    return FALSE;

  *value = option + length + 1;
  return TRUE;
}

static gboolean
take_flag (const char *option,
           const char *name,
           gboolean   *flag)
{
  if (!g_str_equal (option, name))
    return FALSE;

  *flag = TRUE;
  return TRUE;
}

static gboolean
take_option (EspCliOptions *options,
             Takes          takes,
             const char    *option)
{
  if ((takes & TAKES_JSON) != 0 && take_flag (option, "--json", &options->json))
    return TRUE;
  if ((takes & TAKES_CHART) != 0 && (take_value (option, "--chart", &options->chart) || take_value (option, "--direction", &options->direction)))
    return TRUE;

  return (takes & TAKES_IMPORT) != 0 &&
         (take_flag (option, "--ignore-leading-zeros", &options->import.ignore_leading_zeros) ||
          take_flag (option, "--ignore-case", &options->import.ignore_case) || take_value (option, "--id", &options->import.id_column) ||
          take_value (option, "--manager", &options->import.manager_column) ||
          take_value (option, "--manager-separator", &options->import.manager_separator));
}

/**
 * esp_cli_run:
 * @argc: count of arguments
 * @argv: the program’s arguments; the first after its name is a verb
 *
 * Runs the verb. Prints the result on standard output and nothing else there.
 *
 * Returns: the exit code
 */
int
esp_cli_run (int    argc,
             char **argv)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  EspCliOptions options = { .arguments = arguments };
  gboolean only_arguments = FALSE;
  int verb = argc > 1 ? find_verb (argv[1]) : -1;
  int code;

  g_return_val_if_fail (verb >= 0, ESP_EXIT_FAILED);

  /* a file is a file: no daemon is asked, which also keeps the session bus out */
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_setenv ("GIO_USE_VOLUME_MONITOR", "unix", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);

  options.verb = verbs[verb].name;
  for (int i = 2; i < argc; i++)
    {
      if (!only_arguments && g_str_equal (argv[i], "--"))
        only_arguments = TRUE;
      else if (only_arguments || argv[i][0] != '-' || g_str_equal (argv[i], "-"))
        g_ptr_array_add (arguments, argv[i]);
      else if (!take_option (&options, verbs[verb].takes, argv[i]))
        return esp_cli_fail (_("“%s” does not take the option “%s”.\nUsage: %s"), options.verb, argv[i], verbs[verb].usage);
    }
  if (arguments->len != verbs[verb].n_arguments)
    return esp_cli_fail (g_dngettext (GETTEXT_PACKAGE, "“%s” takes %u argument.\nUsage: %s", "“%s” takes %u arguments.\nUsage: %s",
                                      verbs[verb].n_arguments),
                         options.verb, verbs[verb].n_arguments, verbs[verb].usage);
  g_ptr_array_add (arguments, NULL);

  code = verbs[verb].run (&options);
  if (fflush (stdout) != 0 || ferror (stdout))
    return esp_cli_fail (_("Standard output could not be written."));
  return code;
}
