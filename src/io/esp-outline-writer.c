/* esp-outline-writer.c — organizations to nested lists in Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-outline-writer"

#include "io/esp-outline-writer.h"

#include <string.h>

#include "core/esp-i18n.h"

/*
 * Units and positions are nodes of one forest: units first, by their slots, then positions. What hangs from nothing that is there is a top; a ring is cut at
 * the first of its nodes. The outline is walked with a stack of its own.
 */

#define BUFFER_SIZE (256u << 10)

/* Deeper levels are not set in further, and say how deep they are: a chain of a million would have a million blanks a line. */
#define MAX_INDENT 60u

#define NONE G_MAXUINT32

typedef struct
{
  EspOrganization *organization;
  gboolean         by_units;
  guint32          n_units;  /* slots */
  guint32          n_nodes;
  guint32         *parents;  /* by node */
  guint32         *first;    /* by node: its first child, or NONE */
  guint32         *next;     /* by node: the next one below the same parent */
  guint32          first_tops[2]; /* units, positions */
  guint8          *is_done;
  GString         *out;
  GOutputStream   *stream;
  GCancellable    *cancellable;
} Writer;

static gboolean
has_unit_tree (EspOrganization *organization)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    if (esp_organization_get (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_PARENT) != ESP_STR_NONE ||
        esp_organization_get (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_HEAD) != ESP_STR_NONE)
      return TRUE;

  return FALSE;
}

static guint32
find_parent (Writer  *self,
             guint32  node)
{
  EspIx parent;

  if (node < self->n_units)
    parent = esp_unit_get_parent (self->organization, node);
  else if (self->by_units)
    parent = esp_position_get_unit (self->organization, node - self->n_units);
  else
    {
      parent = esp_position_get_manager (self->organization, node - self->n_units);
      parent = parent != ESP_IX_NONE ? parent + self->n_units : ESP_IX_NONE;
    }

  return parent == ESP_IX_NONE || parent == node ? NONE : parent;
}

/* Puts a node before those that hang from the same parent. */
static void
hang (Writer  *self,
      guint32  node)
{
  guint32 parent = find_parent (self, node);
  guint32 *head = parent == NONE ? &self->first_tops[node >= self->n_units] : &self->first[parent];

  self->parents[node] = parent;
  self->next[node] = *head;
  *head = node;
}

/* From the last to the first, so that the first comes first: who sits in a unit before its parts. */
static void
make_forest (Writer *self)
{
  guint32 n_units, n_positions;
  const EspIx *units = esp_organization_get_order (self->organization, ESP_TABLE_UNITS, &n_units);
  const EspIx *positions = esp_organization_get_order (self->organization, ESP_TABLE_POSITIONS, &n_positions);

  self->n_units = esp_organization_get_n_slots (self->organization, ESP_TABLE_UNITS);
  self->n_nodes = self->n_units + esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  self->parents = g_new (guint32, self->n_nodes + 1);
  self->first = g_new (guint32, self->n_nodes + 1);
  self->next = g_new (guint32, self->n_nodes + 1);
  self->is_done = g_new0 (guint8, self->n_nodes + 1);
  self->first_tops[0] = self->first_tops[1] = NONE;
  memset (self->first, 0xff, (self->n_nodes + 1) * sizeof (guint32));

  for (guint32 i = n_units; self->by_units && i > 0; i--)
    hang (self, units[i - 1]);
  for (guint32 i = n_positions; i > 0; i--)
    if (esp_organization_get (self->organization, ESP_TABLE_POSITIONS, positions[i - 1], ESP_POSITION_ID) != ESP_STR_NONE)
      hang (self, self->n_units + positions[i - 1]);
}

/* A text on one line, in which nothing is a sign of Markdown */
static void
append_text (GString    *out,
             const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\`*_[]<>#|~$&", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, (guint8) *text < ' ' ? ' ' : *text);
    }
}

static void
append_position (Writer *self,
                 EspIx   position)
{
  EspOrganization *organization = self->organization;
  g_autofree char *holders = esp_position_get_holders_text (organization, position);
  EspIx unit = esp_position_get_unit (organization, position);
  EspState state = esp_position_get_state (organization, position);
  const char *posts = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_POSTS);

  append_text (self->out, esp_position_get_title (organization, position));
  if (*holders != '\0')
    {
      g_string_append (self->out, " — ");
      append_text (self->out, holders);
    }
  if (state != ESP_STATE_FILLED)
    g_string_append_printf (self->out, " (%s)", esp_state_to_string (state));
  if (posts != NULL)
    g_string_append_printf (self->out, " ×%s", posts);
  if (!self->by_units && unit != ESP_IX_NONE)
    {
      g_string_append (self->out, " · ");
      append_text (self->out, esp_unit_get_name (organization, unit));
    }
}

static void
append_node (Writer  *self,
             guint32  node,
             guint32  level)
{
  for (guint32 i = 0; i < MIN (level, MAX_INDENT); i++)
    g_string_append (self->out, "  ");
  g_string_append (self->out, "- ");
  if (level > MAX_INDENT)
    {
      /* Translators: how far down in the outline something stands */
      g_string_append_printf (self->out, _("(level %u)"), level + 1);
      g_string_append_c (self->out, ' ');
    }
  if (node < self->n_units)
    {
      g_string_append (self->out, "**");
      append_text (self->out, esp_unit_get_name (self->organization, node));
      g_string_append (self->out, "**");
    }
  else
    append_position (self, node - self->n_units);
  g_string_append_c (self->out, '\n');
}

static gboolean
flush (Writer  *self,
       gsize    least,
       GError **error)
{
  if (self->out->len < least)
    return TRUE;
  if (!g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL, self->cancellable, error))
    return FALSE;
  g_string_truncate (self->out, 0);

  return TRUE;
}

/* Writes what hangs from a node, and it itself. The way up is in @parents, so there is no stack. */
static gboolean
write_tree (Writer   *self,
            guint32   top,
            GError  **error)
{
  guint32 node = top, level = 0;

  while (TRUE)
    {
      guint32 below = self->first[node];

      if (!self->is_done[node])
        append_node (self, node, level);
      self->is_done[node] = TRUE;
      if (!flush (self, BUFFER_SIZE, error))
        return FALSE;
      while (below != NONE && self->is_done[below]) /* where a ring was cut */
        below = self->next[below];
      if (below != NONE)
        {
          node = below;
          level++;
          continue;
        }
      while (TRUE)
        {
          guint32 beside = node;

          if (node == top)
            return TRUE;
          do
            beside = self->next[beside];
          while (beside != NONE && self->is_done[beside]);
          if (beside != NONE)
            {
              node = beside;
              break;
            }
          node = self->parents[node];
          level--;
        }
    }
}

static gboolean
write_forest (Writer  *self,
              GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->first_tops); i++)
    for (guint32 top = self->first_tops[i]; top != NONE; top = self->next[top])
      if (!write_tree (self, top, error))
        return FALSE;

  /* what is left hangs from itself: each ring is cut at its first node */
  for (guint table = self->by_units ? 0 : 1; table < 2; table++)
    {
      EspTable rows = table == 0 ? ESP_TABLE_UNITS : ESP_TABLE_POSITIONS;
      guint32 n;
      const EspIx *order = esp_organization_get_order (self->organization, rows, &n);

      for (guint32 i = 0; i < n; i++)
        {
          guint32 node = order[i] + (table == 0 ? 0 : self->n_units);

          if (self->is_done[node] || esp_organization_get (self->organization, rows, order[i], 0) == ESP_STR_NONE)
            continue;
          if (!write_tree (self, node, error))
            return FALSE;
        }
    }

  return flush (self, 0, error);
}

static gboolean
write_outline (EspOrganization  *organization,
               EspOutlineKind    kind,
               GOutputStream    *stream,
               GCancellable     *cancellable,
               GError          **error)
{
  Writer self = { .organization = organization, .stream = stream, .cancellable = cancellable };
  const char *name = esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME);
  gboolean is_written;

  self.by_units = kind == ESP_OUTLINE_STRUCTURE || (kind == ESP_OUTLINE_AUTOMATIC && has_unit_tree (organization));
  self.out = g_string_sized_new (BUFFER_SIZE * 2);
  make_forest (&self);
  if (name != NULL)
    {
      g_string_append (self.out, "# ");
      append_text (self.out, name);
      g_string_append (self.out, "\n\n");
    }
  is_written = write_forest (&self, error);

  g_free (self.parents);
  g_free (self.first);
  g_free (self.next);
  g_free (self.is_done);
  g_string_free (self.out, TRUE);

  return is_written;
}

/**
 * esp_io_write_outline:
 * @organization: what to write
 * @stream: where to
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes who hangs from whom as nested lists in Markdown, %ESP_OUTLINE_AUTOMATIC. Texts are escaped; an outline is not read back.
 *
 * Time: O(bytes). Memory: 13 bytes a row, and a buffer. Threads: any, while nobody edits @organization. Errors: those of @stream.
 *
 * Returns: %FALSE with @error set; then a part may be written
 */
gboolean
esp_io_write_outline (EspOrganization  *organization,
                      GOutputStream    *stream,
                      GCancellable     *cancellable,
                      GError          **error)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return write_outline (organization, ESP_OUTLINE_AUTOMATIC, stream, cancellable, error);
}

/**
 * esp_io_outline_to_bytes:
 * @organization: what to write
 * @kind: what hangs from what
 *
 * Returns: (transfer full): the outline, as esp_io_write_outline() writes it
 */
GBytes *
esp_io_outline_to_bytes (EspOrganization *organization,
                         EspOutlineKind   kind)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), NULL);

  write_outline (organization, kind, stream, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
