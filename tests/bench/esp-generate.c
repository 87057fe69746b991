/* esp-generate.c — makes organizations of any size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-bench"

#include "esp-generate.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

/* A position heads a unit of its own if at least so many are below it. */
#define UNIT_SIZE_MIN 24

static const char *const first_names[] = {
  "Ada", "Bo", "Chidi", "Dana", "Emre", "Farah", "Goran", "Hana", "Ines", "Jamal", "Kira", "Luca", "Mina", "Nils", "Oana", "Pavel",
  "Quinn", "Rosa", "Sami", "Tove", "Umar", "Vera", "Wei", "Ximena", "Yara", "Zoë", "Aïcha", "Björn", "Çelik", "Dörte", "Élodie", "Åsa",
};
static const char *const last_names[] = {
  "Alder", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gage", "Hazel", "Ilex", "Juniper", "Kapok", "Larch", "Maple", "Nutmeg", "Olive",
  "Pine", "Quince", "Rowan", "Spruce", "Teak", "Ulmus", "Vine", "Willow", "Yew", "Ash", "Beech", "Cherry", "Dogwood", "Ebony", "Fig",
};

typedef struct
{
  const char *title;
  const char *role;
  const char *level;
} Seat;

static const Seat seats[] = {
  { "Technical Program Manager", "technical-program-manager", "mid" },
  { "Senior Technical Program Manager", "technical-program-manager", "senior" },
  { "Infrastructure TPM", "infrastructure-tpm", "senior" },
  { "Program Manager", "program-manager", "mid" },
  { "Product Manager", "product-manager", "mid" },
  { "Senior Product Manager", "product-manager", "senior" },
  { "Project Manager", "project-manager", "mid" },
  { "PMO Analyst", "pmo-analyst", "associate" },
  { "Support Program Manager", "support-program-manager", "mid" },
  { "Services Program Manager", "services-program-manager", "senior" },
};
static const Seat others[] = {
  { "Software Engineer", NULL, NULL },
  { "Senior Software Engineer", NULL, NULL },
  { "Site Reliability Engineer", NULL, NULL },
  { "Quality Engineer", NULL, NULL },
  { "Data Analyst", NULL, NULL },
  { "User Experience Designer", NULL, NULL },
  { "Account Manager", NULL, NULL },
  { "Support Specialist", NULL, NULL },
  { "Recruiter", NULL, NULL },
  { "Financial Controller", NULL, NULL },
  { "Marketing Specialist for Partners and Communities", NULL, NULL },
  { "Legal Counsel", NULL, NULL },
};
static const char *const functions[] = { "it", "engineering", "infrastructure", "product", "services", "support",
                                         "sales", "legal", "marketing", "hr", "finance", "operations" };
static const char *const line_kinds[] = { "dotted", "functional", "program", "second", "vendor" };

typedef struct
{
  EspOrganization *organization;
  GRand           *rand;
  const EspTree   *tree;
  guint32         *below; /* by node: nodes below it */
  EspStr          *ids;   /* by node: the id of the position */
  EspStr          *units; /* by node: the id of the unit it sits in */
} Generator;

#define PICK(self, array) ((array)[g_rand_int_range ((self)->rand, 0, G_N_ELEMENTS (array))])

static EspStr
intern (Generator  *self,
        const char *text)
{
  return esp_organization_intern (self->organization, text);
}

static void
set (Generator  *self,
     EspTable    table,
     EspIx       ix,
     EspField    field,
     const char *text)
{
  esp_organization_load (self->organization, table, ix, field, intern (self, text));
}

static void
count_below (Generator *self)
{
  for (guint32 i = self->tree->n; i-- > 1;)
    if (self->tree->parent[i] != ESP_NODE_NONE)
      self->below[self->tree->parent[i]] += self->below[i] + 1;
}

static guint
get_depth (Generator *self,
           EspNodeIx  node,
           guint      max)
{
  guint depth = 0;

  while (depth < max && self->tree->parent[node] != ESP_NODE_NONE)
    {
      node = self->tree->parent[node];
      depth++;
    }
  return depth;
}

/* The unit that the node heads, as a part of the one it would sit in otherwise */
static EspStr
add_unit (Generator *self,
          EspNodeIx  node,
          EspStr     parent)
{
  static const char *const kinds[] = { "company", "division", "department", "team" };
  EspIx unit = esp_organization_append (self->organization, UNITS);
  guint depth = get_depth (self, node, 3);
  gboolean is_office = depth >= 2 && g_rand_int_range (self->rand, 0, 20) == 0;
  const char *function = PICK (self, functions);
  g_autofree char *id = g_strdup_printf ("u%u", node + 1);
  g_autofree char *name = depth == 0   ? g_strdup ("Orchard")
                          : is_office ? g_strdup_printf ("Project Management Office %u", node + 1)
                                      : g_strdup_printf ("%c%s %u", g_ascii_toupper (function[0]), function + 1, node + 1);

  set (self, UNITS, unit, ESP_UNIT_ID, id);
  set (self, UNITS, unit, ESP_UNIT_NAME, name);
  if (is_office)
    set (self, UNITS, unit, ESP_UNIT_KIND, g_rand_boolean (self->rand) ? "pmo" : "coe");
  else if (depth != 2)
    set (self, UNITS, unit, ESP_UNIT_KIND, kinds[depth]);
  if (depth >= 2 && !is_office)
    set (self, UNITS, unit, ESP_UNIT_FUNCTION, function);
  esp_organization_load (self->organization, UNITS, unit, ESP_UNIT_PARENT, parent);
  esp_organization_load (self->organization, UNITS, unit, ESP_UNIT_HEAD, self->ids[node]);
  return esp_organization_get (self->organization, UNITS, unit, ESP_UNIT_ID);
}

static void
add_holder (Generator *self,
            EspIx      ix)
{
  EspHolder holder = { 0 };
  g_autofree char *name = g_strdup_printf ("%s %c. %s", PICK (self, first_names), 'A' + g_rand_int_range (self->rand, 0, 26),
                                           PICK (self, last_names));

  if (g_rand_int_range (self->rand, 0, 25) == 0)
    return; /* vacant */
  holder.name = intern (self, name);
  esp_organization_load (self->organization, POSITIONS, ix, ESP_POSITION_HOLDERS,
                         esp_organization_add_list (self->organization, (const guint32 *) &holder, ESP_HOLDER_WORDS));
}

static void
add_position (Generator *self,
              EspNodeIx  node)
{
  EspIx ix = esp_organization_append (self->organization, POSITIONS);
  gboolean is_seat = g_rand_int_range (self->rand, 0, 12) == 0;
  EspNodeIx parent = self->tree->parent[node];

  esp_organization_load (self->organization, POSITIONS, ix, ESP_POSITION_ID, self->ids[node]);
  esp_organization_load (self->organization, POSITIONS, ix, ESP_POSITION_UNIT, self->units[node]);
  if (parent != ESP_NODE_NONE)
    esp_organization_load (self->organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, self->ids[parent]);
  if (self->tree->n_children[node] > 0 && !is_seat)
    {
      static const char *const titles[] = { "Head", "Vice President", "Director", "Manager", "Team Lead" };

      set (self, POSITIONS, ix, ESP_POSITION_TITLE, titles[get_depth (self, node, G_N_ELEMENTS (titles) - 1)]);
    }
  else
    {
      const Seat *seat = is_seat ? &PICK (self, seats) : &PICK (self, others);

      set (self, POSITIONS, ix, ESP_POSITION_TITLE, seat->title);
      set (self, POSITIONS, ix, ESP_POSITION_ROLE, seat->role);
      set (self, POSITIONS, ix, ESP_POSITION_LEVEL, seat->level);
    }
  if (is_seat)
    esp_organization_load (self->organization, POSITIONS, ix, ESP_POSITION_SCOPE,
                           g_rand_int_range (self->rand, 0, 4) == 0 ? ESP_SCOPE_EXTERNAL : ESP_SCOPE_INTERNAL);
  add_holder (self, ix);
}

static void
add_lines (Generator *self,
           guint32    n_lines)
{
  guint32 n = self->tree->n;

  for (guint32 i = 0; i < n_lines && n > 1; i++)
    {
      EspIx from = g_rand_int_range (self->rand, 1, n);
      guint32 list = esp_organization_get (self->organization, POSITIONS, from, ESP_POSITION_LINES);
      guint32 n_words;
      const guint32 *words = esp_organization_get_list (self->organization, list, &n_words);
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EspLine));
      EspLine line = { .to = self->ids[g_rand_int_range (self->rand, 0, n)], .kind = intern (self, PICK (self, line_kinds)) };

      g_array_append_vals (lines, words, n_words / ESP_LINE_WORDS);
      g_array_append_val (lines, line);
      esp_organization_load (self->organization, POSITIONS, from, ESP_POSITION_LINES,
                             esp_organization_add_list (self->organization, (const guint32 *) (gpointer) lines->data,
                                                        lines->len * ESP_LINE_WORDS));
    }
}

/**
 * esp_generate_organization:
 * @shape: of the solid lines
 * @n_positions: how many
 * @n_lines: secondary lines, between positions picked at random
 * @seed: the same numbers give the same organization
 *
 * Returns: (transfer full): an organization
 */
EspOrganization *
esp_generate_organization (EspShape shape,
                           guint32  n_positions,
                           guint32  n_lines,
                           guint32  seed)
{
  EspShapeForest forest;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Generator self = { .organization = esp_organization_new (), .rand = rand, .tree = &forest.tree };
  EspIx document;

  esp_shape_forest_init (&forest, shape, n_positions, seed);
  self.below = g_new0 (guint32, n_positions + 1);
  self.ids = g_new0 (EspStr, n_positions + 1);
  self.units = g_new0 (EspStr, n_positions + 1);
  count_below (&self);

  esp_organization_begin_load (self.organization, n_positions);
  document = esp_organization_get_order (self.organization, ESP_TABLE_DOCUMENT, NULL)[0];
  set (&self, ESP_TABLE_DOCUMENT, document, ESP_DOCUMENT_NAME, "Orchard");
  for (guint32 i = 0; i < n_positions; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i + 1);
      EspNodeIx parent = forest.tree.parent[i];

      self.ids[i] = intern (&self, id);
      self.units[i] = parent != ESP_NODE_NONE ? self.units[parent] : ESP_STR_NONE;
      if (parent == ESP_NODE_NONE || (shape == ESP_SHAPE_ORG && self.below[i] >= UNIT_SIZE_MIN))
        self.units[i] = add_unit (&self, i, self.units[i]);
    }
  for (guint32 i = 0; i < n_positions; i++)
    add_position (&self, i);
  add_lines (&self, n_lines);
  esp_organization_end_load (self.organization);

  esp_shape_forest_clear (&forest);
  g_free (self.below);
  g_free (self.ids);
  g_free (self.units);
  return self.organization;
}
