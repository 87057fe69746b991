/* small-catalogue.h — the smallest catalogue that has one of everything, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"

#define HEAD "{ \"format\": \"espalier-catalogue\", \"version\": 1, "

static const struct
{
  const char *name;
  const char *text;
} small_catalogue[] = {
  { "topics.json", HEAD
    "\"stakeholders\": [ { \"id\": \"sponsor\", \"name\": \"Sponsor\" }, { \"id\": \"vendor\", \"name\": \"Vendor\" } ],"
    "\"responsibilities\": [ { \"id\": \"plan\", \"name\": \"Plan\" } ],"
    "\"challenges\": [ { \"id\": \"drift\", \"name\": \"Drift\" } ],"
    "\"interests\": [ { \"id\": \"order\", \"name\": \"Order\" } ] }" },
  { "skills.json", HEAD
    "\"levels\": [ { \"level\": 1, \"name\": \"Aware\", \"text\": \"Knows of it.\" },"
    " { \"level\": 2, \"name\": \"Able\", \"text\": \"Does it.\" },"
    " { \"level\": 3, \"name\": \"Strong\", \"text\": \"Does it well.\" },"
    " { \"level\": 4, \"name\": \"Leading\", \"text\": \"Teaches it.\" } ],"
    "\"groups\": [ { \"id\": \"craft\", \"name\": \"Craft\", \"text\": \"The trade.\" } ],"
    "\"skills\": [ { \"id\": \"planning\", \"group\": \"craft\", \"name\": \"Planning\", \"text\": \"What comes when.\" },"
    " { \"id\": \"networks\", \"group\": \"craft\", \"name\": \"Networks\", \"text\": \"How machines talk.\" } ] }" },
  { "places.json", HEAD
    "\"kinds\": [ { \"id\": \"pmo\", \"name\": \"PMO\", \"text\": \"An office.\" },"
    " { \"id\": \"department\", \"name\": \"Department\", \"text\": \"A part.\" } ],"
    "\"functions\": [ { \"id\": \"it\", \"name\": \"IT\", \"family\": \"technology\", \"text\": \"Keeps things running.\" } ] }" },
  { "sources.json", HEAD
    "\"sources\": [ { \"id\": \"survey\", \"name\": \"A survey\", \"date\": \"2015\", \"confidence\": \"B\" } ],"
    "\"facts\": [ { \"id\": \"many\", \"text\": \"There are many.\", \"sources\": [ \"survey\" ],"
    " \"about\": [ \"role:program-manager\", \"general\" ] } ] }" },
  { "ladders.json", HEAD
    "\"levels\": [ { \"id\": \"senior\", \"name\": \"Senior\", \"rank\": 30, \"text\": \"Works alone.\" },"
    " { \"id\": \"junior\", \"name\": \"Junior\", \"rank\": 15, \"text\": \"Works with help.\" } ],"
    "\"ladders\": [ { \"id\": \"program\", \"name\": \"Program\", \"text\": \"The long way.\", \"rungs\": ["
    " { \"level\": \"senior\", \"name\": \"Senior Program Manager\", \"summary\": \"Several teams.\", \"scope\": \"A division.\","
    "   \"skills\": [ { \"skill\": \"planning\", \"level\": 3 } ], \"sources\": [ \"survey\" ] },"
    " { \"level\": \"junior\", \"name\": \"Junior Program Manager\", \"summary\": \"One team.\", \"scope\": \"A project.\","
    "   \"skills\": [ { \"skill\": \"planning\", \"level\": 1 } ] } ] } ] }" },
  { "moves.json", HEAD
    "\"moves\": [ { \"from\": \"program/junior\", \"to\": \"program/senior\", \"kind\": \"promotion\", \"text\": \"Lead a plan.\","
    " \"build\": [ { \"skill\": \"networks\", \"level\": 2 } ] } ] }" },
  { "roles.json", HEAD
    "\"roles\": [ { \"id\": \"program-manager\", \"name\": \"Program Manager\", \"short\": \"PM\", \"family\": \"program\","
    " \"scope\": \"internal\", \"ladder\": \"program\", \"level\": \"senior\", \"summary\": \"Holds it together.\","
    " \"aliases\": [ \"Programme Manager\" ],"
    " \"stakeholders\": [ { \"topic\": \"sponsor\", \"weight\": 3, \"text\": \"Pays.\" } ],"
    " \"responsibilities\": [ { \"topic\": \"plan\", \"weight\": 2, \"text\": \"Writes it.\" } ],"
    " \"challenges\": [], \"interests\": [ { \"topic\": \"order\", \"weight\": 1, \"text\": \"Likes it.\" } ],"
    " \"skills\": [ { \"skill\": \"planning\", \"level\": 3 } ],"
    " \"places\": [ { \"kind\": \"department\", \"function\": \"it\", \"text\": \"Close to the work.\" } ],"
    " \"path\": [ \"Coordinator\", \"Manager\" ], \"sources\": [ \"survey\" ], \"covers\": [ \"X1\" ] } ] }" },
  { "settings.json", HEAD
    "\"aspects\": [ { \"id\": \"pace\", \"name\": \"Pace\" } ],"
    "\"settings\": [ { \"id\": \"startup\", \"name\": \"Startup\", \"summary\": \"Few people.\","
    " \"aspects\": [ { \"aspect\": \"pace\", \"text\": \"Fast.\" } ] } ] }" },
  { "glossary.json", HEAD "\"terms\": [ { \"id\": \"pmo\", \"term\": \"PMO\", \"text\": \"A project office.\" } ] }" },
  { "samples.json", HEAD
    "\"samples\": [ { \"id\": \"tiny\", \"name\": \"Tiny\", \"text\": \"Three people.\", \"file\": \"organizations/tiny.json\" } ] }" },
};

/* The files of the small catalogue; in @file, if not NULL, the first @find is replaced by @replace. */
static inline GHashTable *
small_catalogue_files (const char *file,
                       const char *find,
                       const char *replace)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (small_catalogue); i++)
    {
      g_autoptr (GString) text = g_string_new (small_catalogue[i].text);

      if (g_strcmp0 (file, small_catalogue[i].name) == 0)
        g_assert_cmpuint (g_string_replace (text, find, replace, 1), ==, 1);
      g_hash_table_insert (files, (gpointer) small_catalogue[i].name, g_bytes_new (text->str, text->len));
    }
  return files;
}
