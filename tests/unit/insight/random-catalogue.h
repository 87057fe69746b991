/* random-catalogue.h — catalogues made at random, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"

#define N_RANDOM_SKILLS 6
#define N_RANDOM_TOPICS 4

/* What varies; the rest of the files is the same for all. */
typedef struct
{
  guint n_rungs;
  guint n_moves;
  guint n_roles;
} RandomShape;

static inline void
random_skills (GString *text,
               GRand   *rand)
{
  const char *comma = "";

  g_string_append_c (text, '[');
  for (guint i = 0; i < N_RANDOM_SKILLS; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      {
        g_string_append_printf (text, "%s{\"skill\":\"s%u\",\"level\":%d}", comma, i, g_rand_int_range (rand, 1, 5));
        comma = ",";
      }
  g_string_append_c (text, ']');
}

static inline void
random_file (GHashTable *files,
             const char *name,
             GString    *body)
{
  g_string_prepend (body, "{\"format\":\"espalier-catalogue\",\"version\":1,");
  g_string_append_c (body, '}');
  g_hash_table_insert (files, (gpointer) name, g_string_free_to_bytes (body));
}

/* Rungs at levels l0, l1 … of two ladders */
static inline void
random_ladders (GHashTable *files,
                guint       n_rungs,
                GRand      *rand)
{
  GString *text = g_string_new ("\"levels\":[");

  for (guint i = 0; i < n_rungs; i++)
    g_string_append_printf (text, "%s{\"id\":\"l%u\",\"name\":\"L%u\",\"rank\":%d,\"text\":\"T\"}", i > 0 ? "," : "", i, i,
                            g_rand_int_range (rand, 0, 50));
  g_string_append (text, "],\"ladders\":[");
  for (guint half = 0; half < 2; half++)
    {
      const char *comma = "";

      g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"A%u\",\"text\":\"T\",\"rungs\":[", half > 0 ? "," : "", half, half);
      for (guint i = half; i < n_rungs; i += 2)
        {
          g_string_append_printf (text, "%s{\"level\":\"l%u\",\"name\":\"R%u\",\"summary\":\"Sum %u\",\"scope\":\"S\",\"skills\":", comma, i, i, i);
          random_skills (text, rand);
          g_string_append_c (text, '}');
          comma = ",";
        }
      g_string_append (text, "]}");
    }
  g_string_append_c (text, ']');
  random_file (files, "ladders.json", text);
}

static inline void
random_moves (GHashTable        *files,
              const RandomShape *shape,
              GRand             *rand)
{
  static const char *const kinds[] = { "promotion", "lateral", "entry", "down-level" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new ("\"moves\":[");
  const char *comma = "";

  for (guint i = 0; i < shape->n_moves; i++)
    {
      guint from = g_rand_int_range (rand, 0, shape->n_rungs);
      guint to = g_rand_int_range (rand, 0, shape->n_rungs);
      g_autofree char *move = g_strdup_printf ("\"from\":\"a%u/l%u\",\"to\":\"a%u/l%u\",\"kind\":\"%s\"", from % 2, from, to % 2, to,
                                               kinds[g_rand_int_range (rand, 0, 4)]);

      if (from == to || g_hash_table_contains (seen, move))
        continue;
      g_string_append_printf (text, "%s{%s,\"text\":\"T\",\"build\":", comma, move);
      random_skills (text, rand);
      g_string_append_c (text, '}');
      comma = ",";
      g_hash_table_add (seen, g_steal_pointer (&move));
    }
  g_string_append_c (text, ']');
  random_file (files, "moves.json", text);
}

static inline void
random_topics (GString    *text,
               const char *member,
               GRand      *rand)
{
  const char *comma = "";

  g_string_append_printf (text, ",\"%s\":[", member);
  for (guint i = 0; i < N_RANDOM_TOPICS; i++)
    if (g_rand_boolean (rand))
      {
        g_string_append_printf (text, "%s{\"topic\":\"t%u\",\"weight\":%d,\"text\":\"W%d\"}", comma, i, g_rand_int_range (rand, 1, 4),
                                g_rand_int_range (rand, 0, 100));
        comma = ",";
      }
  g_string_append_c (text, ']');
}

static inline void
random_roles (GHashTable        *files,
              const RandomShape *shape,
              GRand             *rand)
{
  static const char *const families[] = { "program", "project", "product", "delivery", "pmo-office", "other" };
  static const char *const scopes[] = { "internal", "external", "either" };
  static const char *const members[] = { "stakeholders", "responsibilities", "challenges", "interests" };
  GString *text = g_string_new ("\"roles\":[");

  for (guint i = 0; i < shape->n_roles; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"r%u\",\"name\":\"R%u\",\"family\":\"%s\",\"scope\":\"%s\",\"summary\":\"Sum %u\"", i > 0 ? "," : "",
                              i, i, families[g_rand_int_range (rand, 0, 6)], scopes[g_rand_int_range (rand, 0, 3)], i);
      if (g_rand_boolean (rand))
        g_string_append_printf (text, ",\"ladder\":\"a%d\"", g_rand_int_range (rand, 0, 2));
      g_string_append_printf (text, ",\"aliases\":[\"X%d\"],\"path\":[\"P%d\",\"P%d\"]", g_rand_int_range (rand, 0, 3),
                              g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 3));
      for (guint k = 0; k < G_N_ELEMENTS (members); k++)
        random_topics (text, members[k], rand);
      g_string_append (text, ",\"skills\":");
      random_skills (text, rand);
      g_string_append_printf (text, ",\"places\":[{\"kind\":\"%s\",\"text\":\"W%u\"}", g_rand_boolean (rand) ? "pmo" : "coe", i);
      if (g_rand_boolean (rand))
        g_string_append_printf (text, ",{\"kind\":\"department\",\"function\":\"it\",\"text\":\"D%u\"}", i);
      g_string_append (text, "]}");
    }
  g_string_append_c (text, ']');
  random_file (files, "roles.json", text);
}

static inline GString *
random_topic_list (const char *comma,
                   const char *member,
                   GString    *text)
{
  g_string_append_printf (text, "%s\"%s\":[", comma, member);
  for (guint i = 0; i < N_RANDOM_TOPICS; i++)
    g_string_append_printf (text, "%s{\"id\":\"t%u\",\"name\":\"T%u\"}", i > 0 ? "," : "", i, i);
  g_string_append_c (text, ']');
  return text;
}

static inline void
random_vocabularies (GHashTable *files)
{
  GString *topics = g_string_new (NULL);
  GString *skills = g_string_new ("\"levels\":[");

  random_topic_list ("", "stakeholders", topics);
  random_topic_list (",", "responsibilities", topics);
  random_topic_list (",", "challenges", topics);
  random_topic_list (",", "interests", topics);
  random_file (files, "topics.json", topics);

  for (guint i = 1; i <= 4; i++)
    g_string_append_printf (skills, "%s{\"level\":%u,\"name\":\"N%u\",\"text\":\"T\"}", i > 1 ? "," : "", i, i);
  g_string_append (skills, "],\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"text\":\"T\"}],\"skills\":[");
  for (guint i = 0; i < N_RANDOM_SKILLS; i++)
    g_string_append_printf (skills, "%s{\"id\":\"s%u\",\"group\":\"g\",\"name\":\"S%u\",\"text\":\"T\"}", i > 0 ? "," : "", i, i);
  g_string_append_c (skills, ']');
  random_file (files, "skills.json", skills);

  random_file (files, "places.json",
               g_string_new ("\"kinds\":[{\"id\":\"pmo\",\"name\":\"PMO\",\"text\":\"T\"},{\"id\":\"coe\",\"name\":\"COE\",\"text\":\"T\"},"
                             "{\"id\":\"department\",\"name\":\"Department\",\"text\":\"T\"}],"
                             "\"functions\":[{\"id\":\"it\",\"name\":\"IT\",\"family\":\"technology\",\"text\":\"T\"}]"));
  random_file (files, "sources.json", g_string_new ("\"sources\":[],\"facts\":[]"));
  random_file (files, "settings.json", g_string_new ("\"aspects\":[],\"settings\":[]"));
  random_file (files, "glossary.json", g_string_new ("\"terms\":[]"));
  random_file (files, "samples.json", g_string_new ("\"samples\":[]"));
}

static inline EspCatalogue *
random_catalogue (const RandomShape *shape,
                  GRand             *rand)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  EspCatalogue *catalogue;

  random_vocabularies (files);
  random_ladders (files, shape->n_rungs, rand);
  random_moves (files, shape, rand);
  random_roles (files, shape, rand);
  catalogue = esp_catalogue_new_from_bytes (files, &error);
  g_assert_no_error (error);
  return catalogue;
}
