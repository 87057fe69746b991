/* esp-lent-file.c — files that the desktop lends to a sandbox, and what the user calls them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-io"

#include "io/esp-lent-file.h"

#include <stdlib.h>
#include <sys/xattr.h>

/* A program in a sandbox sees a file that was chosen for it as /run/user/UID/doc/ID/NAME. That path opens the file, but it is not where
 * the user keeps it: it is never shown, and nothing is known again by it if the file's own path can be found out. */
#define LENT_FOLDERS "/run/user/[0-9]+|/run/flatpak"
#define LENT_ID      "[0-9a-zA-Z_-]+"

/* Where the portals of 2025 and later say the file's own path; older ones do not. */
#define HOST_PATH_ATTRIBUTE "user.document-portal.host-path"
#define MAX_PATH_LENGTH     65536

static const GRegex *
get_pattern (void)
{
  static gsize pattern;

  if (g_once_init_enter (&pattern))
    {
      g_autofree char *runtime = g_regex_escape_string (g_get_user_runtime_dir (), -1);
      g_autofree char *text = g_strconcat ("(?:" LENT_FOLDERS "|", runtime, ")/doc/(?:by-app/[^/\\s]+/)?" LENT_ID "/", NULL);

      g_once_init_leave (&pattern, (gsize) g_regex_new (text, G_REGEX_OPTIMIZE, 0, NULL));
    }
  return (const GRegex *) pattern;
}

/**
 * esp_file_is_lent:
 * @file: a file
 *
 * Time: that of a look at its path. Threads: any.
 *
 * Returns: whether the path is one of the document portal
 */
gboolean
esp_file_is_lent (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL && g_regex_match (get_pattern (), path, G_REGEX_MATCH_ANCHORED, NULL);
}

/* Returns: (nullable): the path the user knows, if the portal tells it */
static char *
query_host_path (GFile *file)
{
  g_autofree char *tainted = NULL;
  const char *path = g_file_peek_path (file);
  gssize length = getxattr (path, HOST_PATH_ATTRIBUTE, NULL, 0);

  if (length <= 0 || length > MAX_PATH_LENGTH)
    return NULL;
  tainted = g_malloc0 (length + 1);
  length = getxattr (path, HOST_PATH_ATTRIBUTE, tainted, length);
  if (length <= 0 || !g_path_is_absolute (tainted))
    return NULL;
  return g_steal_pointer (&tainted);
}

/**
 * esp_file_get_name:
 * @file: a file
 *
 * Threads: any.
 *
 * Returns: (transfer full): its name without folders, in UTF-8
 */
char *
esp_file_get_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
}

/**
 * esp_file_get_own:
 * @file: a file
 *
 * Threads: any. It asks the portal, which takes well under a millisecond.
 *
 * Returns: (transfer full) (nullable): the file where the user keeps it, which the program may not be able to open; @file itself if it is not lent;
 *   %NULL if the portal does not tell
 */
GFile *
esp_file_get_own (GFile *file)
{
  g_autofree char *path = NULL;

  if (!esp_file_is_lent (file))
    return g_object_ref (file);
  path = query_host_path (file);
  return path != NULL ? g_file_new_for_path (path) : NULL;
}

/**
 * esp_file_get_place:
 * @file: a file
 *
 * Threads: any.
 *
 * Returns: (transfer full) (nullable): its path or address as the user knows it, in UTF-8; %NULL if that cannot be found out
 */
char *
esp_file_get_place (GFile *file)
{
  g_autoptr (GFile) own = esp_file_get_own (file);

  return own != NULL ? g_file_get_parse_name (own) : NULL;
}

/* The path without links, also of what is not there yet in a folder that is; %NULL if the folder is not there */
static char *
resolve (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *resolved = realpath (path, NULL);
  g_autofree char *resolved_folder = NULL;

  if (resolved != NULL)
    return g_steal_pointer (&resolved);
  resolved_folder = realpath (folder, NULL);
  return resolved_folder != NULL ? g_build_filename (resolved_folder, name, NULL) : NULL;
}

/**
 * esp_file_get_identity:
 * @file: a file
 *
 * What a file is known by again, which need not open it: links may lead to one file from several places, and the portal may lend it under several paths.
 *
 * Threads: any.
 *
 * Returns: (transfer full): a URI
 */
char *
esp_file_get_identity (GFile *file)
{
  g_autoptr (GFile) own = esp_file_get_own (file);
  const char *path = own != NULL ? g_file_peek_path (own) : NULL;
  g_autofree char *resolved = path != NULL ? resolve (path) : NULL;
  g_autoptr (GFile) known = resolved != NULL ? g_file_new_for_path (resolved) : NULL;

  return g_file_get_uri (known != NULL ? known : own != NULL ? own : file);
}

/**
 * esp_lent_clean_text:
 * @text: what somebody else says of a file
 *
 * Returns: (transfer full): @text with the names of lent files in place of their paths
 */
char *
esp_lent_clean_text (const char *text)
{
  return g_regex_replace_literal (get_pattern (), text, -1, 0, "", 0, NULL);
}

/**
 * esp_lent_clean_error:
 * @error: (nullable): where an error may be
 *
 * Takes the paths of lent files out of its message.
 */
void
esp_lent_clean_error (GError **error)
{
  char *cleaned;

  if (error == NULL || *error == NULL)
    return;
  cleaned = esp_lent_clean_text ((*error)->message);
  g_free ((*error)->message);
  (*error)->message = cleaned;
}

/**
 * esp_file_read:
 * @file: a file
 * @name: what to call it in errors
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * As g_file_read(), with an error that says which file, and not where it is lent.
 *
 * Returns: (transfer full): a stream; %NULL with @error set
 */
GFileInputStream *
esp_file_read (GFile         *file,
               const char    *name,
               GCancellable  *cancellable,
               GError       **error)
{
  GFileInputStream *stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    {
      esp_lent_clean_error (error);
      g_prefix_error (error, "%s: ", name);
    }
  return stream;
}
