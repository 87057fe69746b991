/* esp-cli-list.c — “list”: what is built in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-cli"

#include "cli/esp-cli-private.h"

#include <stdio.h>

#include "catalogue/esp-catalogue.h"
#include "core/esp-i18n.h"

typedef struct
{
  JsonBuilder *builder; /* or NULL: lines of text */
} Output;

/* Prints one entry; with JSON the object stays open for more members. */
static void
begin_entry (Output     *output,
             const char *id,
             const char *name)
{
  if (output->builder == NULL)
    {
      printf ("%s\t%s\n", id, name);
      return;
    }
  json_builder_begin_object (output->builder);
  esp_cli_add_text (output->builder, "id", id);
  esp_cli_add_text (output->builder, "name", name);
}

static void
add_member (Output     *output,
            const char *name,
            const char *text)
{
  if (output->builder != NULL)
    esp_cli_add_text (output->builder, name, text);
}

static void
end_entry (Output *output)
{
  if (output->builder != NULL)
    json_builder_end_object (output->builder);
}

static void
list_roles (Output       *output,
            EspCatalogue *catalogue)
{
  GPtrArray *roles = esp_catalogue_get_roles (catalogue);

  for (guint i = 0; i < roles->len; i++)
    {
      const EspRole *role = g_ptr_array_index (roles, i);

      begin_entry (output, role->id, role->name);
      add_member (output, "ladder", role->ladder);
      add_member (output, "summary", role->summary);
      end_entry (output);
    }
}

static void
list_skills (Output       *output,
             EspCatalogue *catalogue)
{
  GPtrArray *skills = esp_catalogue_get_skills (catalogue);

  for (guint i = 0; i < skills->len; i++)
    {
      const EspSkill *skill = g_ptr_array_index (skills, i);

      begin_entry (output, skill->id, skill->name);
      add_member (output, "group", skill->group->id);
      end_entry (output);
    }
}

static void
list_ladders (Output       *output,
              EspCatalogue *catalogue)
{
  GPtrArray *ladders = esp_catalogue_get_ladders (catalogue);

  for (guint i = 0; i < ladders->len; i++)
    {
      const EspLadder *ladder = g_ptr_array_index (ladders, i);

      begin_entry (output, ladder->id, ladder->name);
      end_entry (output);
    }
}

static void
list_rungs (Output       *output,
            EspCatalogue *catalogue)
{
  GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);

  for (guint i = 0; i < rungs->len; i++)
    {
      const EspRung *rung = g_ptr_array_index (rungs, i);

      begin_entry (output, rung->id, rung->name);
      add_member (output, "ladder", rung->ladder->id);
      add_member (output, "level", rung->level->id);
      end_entry (output);
    }
}

static const char *
get_kind_name (EspMoveKind kind)
{
  static const char *const names[] = { "promotion", "lateral", "entry", "down-level" };

  return names[kind];
}

static void
list_moves (Output       *output,
            EspCatalogue *catalogue)
{
  GPtrArray *moves = esp_catalogue_get_moves (catalogue);

  for (guint i = 0; i < moves->len; i++)
    {
      const EspMove *move = g_ptr_array_index (moves, i);
      g_autofree char *id = g_strdup_printf ("%s>%s", move->from->id, move->to->id);
      g_autofree char *name = g_strdup_printf ("%s → %s", move->from->name, move->to->name);

      begin_entry (output, id, name);
      add_member (output, "from", move->from->id);
      add_member (output, "to", move->to->id);
      add_member (output, "kind", get_kind_name (move->kind));
      end_entry (output);
    }
}

static void
list_settings (Output       *output,
               EspCatalogue *catalogue)
{
  GPtrArray *settings = esp_catalogue_get_settings (catalogue);

  for (guint i = 0; i < settings->len; i++)
    {
      const EspSetting *setting = g_ptr_array_index (settings, i);

      begin_entry (output, setting->id, setting->name);
      end_entry (output);
    }
}

static void
list_organizations (Output       *output,
                    EspCatalogue *catalogue)
{
  GPtrArray *samples = esp_catalogue_get_samples (catalogue);

  for (guint i = 0; i < samples->len; i++)
    {
      const EspSample *sample = g_ptr_array_index (samples, i);

      begin_entry (output, sample->id, sample->name);
      add_member (output, "text", sample->text);
      end_entry (output);
    }
}

/**
 * esp_cli_list:
 * @options: one argument: the kind
 *
 * Returns: the exit code
 */
int
esp_cli_list (const EspCliOptions *options)
{
  static const struct
  {
    const char *kind;
    void (*list) (Output       *output,
                  EspCatalogue *catalogue);
  } kinds[] = {
    { "roles", list_roles },
    { "skills", list_skills },
    { "ladders", list_ladders },
    { "rungs", list_rungs },
    { "moves", list_moves },
    { "settings", list_settings },
    { "organizations", list_organizations },
  };
  const char *kind = g_ptr_array_index (options->arguments, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        g_autoptr (JsonBuilder) builder = options->json ? json_builder_new () : NULL;
        Output output = { builder };

        if (builder != NULL)
          json_builder_begin_array (builder);
        kinds[i].list (&output, esp_catalogue_get_default ());
        if (builder == NULL)
          return ESP_EXIT_DONE;
        json_builder_end_array (builder);
        return esp_cli_print_json (builder, ESP_EXIT_DONE);
      }
  return esp_cli_fail (_("There is no list of “%s”."), kind);
}
