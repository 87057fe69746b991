/* esp-lens.c — what the colours of the chart stand for: placement, or another property sorted into a few classes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-lens.h"

#include "core/esp-i18n.h"
#include "scene/esp-card-private.h"
#include "scene/esp-scene-private.h"

#define N_MEMOS  256 /* a power of two */
#define SUM_STEP 64  /* shown nodes between two sums */

typedef struct
{
  EspColor    color;
  EspGlyph    glyph;
  const char *name; /* NULL: of levels, see esp_lens_get_name() */
} LensClass;

#define SCALE(name_1, name_2, name_3, name_4, name_5, name_6) \
  { { ESP_COLOR_SCALE_1, ESP_GLYPH_NONE, name_1 }, { ESP_COLOR_SCALE_2, ESP_GLYPH_NONE, name_2 }, { ESP_COLOR_SCALE_3, ESP_GLYPH_NONE, name_3 }, \
    { ESP_COLOR_SCALE_4, ESP_GLYPH_NONE, name_4 }, { ESP_COLOR_SCALE_5, ESP_GLYPH_NONE, name_5 }, { ESP_COLOR_SCALE_6, ESP_GLYPH_NONE, name_6 } }

/* No colour twice in a lens: who dims by colour dims by class. A row without a name ends the list, but for levels. */
static const LensClass classes[ESP_N_LENSES][ESP_LENS_MAX_CLASSES] = {
  [ESP_LENS_PLACEMENT] = { { ESP_COLOR_PMO, ESP_GLYPH_PMO, N_("In a PMO") },
                           { ESP_COLOR_COE, ESP_GLYPH_COE, N_("In a Center of Excellence") },
                           { ESP_COLOR_PROGRAM, ESP_GLYPH_PROGRAM, N_("In a program") },
                           { ESP_COLOR_DEPARTMENT, ESP_GLYPH_DEPARTMENT, N_("In a department") },
                           { ESP_COLOR_COMPANY, ESP_GLYPH_COMPANY, N_("Elsewhere") } },
  [ESP_LENS_UNIT_KIND] = { { ESP_COLOR_COMPANY, ESP_GLYPH_COMPANY, N_("Company or division") },
                           { ESP_COLOR_DEPARTMENT, ESP_GLYPH_DEPARTMENT, N_("Department or team") },
                           { ESP_COLOR_PMO, ESP_GLYPH_PMO, N_("PMO") },
                           { ESP_COLOR_COE, ESP_GLYPH_COE, N_("Center of Excellence") },
                           { ESP_COLOR_PROGRAM, ESP_GLYPH_PROGRAM, N_("Program") } },
  [ESP_LENS_FUNCTION] = { { ESP_COLOR_DEPARTMENT, ESP_GLYPH_ENGINEERING, N_("Technology") },
                          { ESP_COLOR_PROGRAM, ESP_GLYPH_PRODUCT, N_("Product") },
                          { ESP_COLOR_PMO, ESP_GLYPH_SERVICES, N_("Clients") },
                          { ESP_COLOR_COE, ESP_GLYPH_OPERATIONS, N_("House") },
                          { ESP_COLOR_COMPANY, ESP_GLYPH_DEPARTMENT, N_("No function") } },
  [ESP_LENS_SCOPE] = { { ESP_COLOR_COE, ESP_GLYPH_INTERNAL, N_("Internal") },
                       { ESP_COLOR_PMO, ESP_GLYPH_EXTERNAL, N_("External") },
                       { ESP_COLOR_COMPANY, ESP_GLYPH_USUAL, N_("Only usual for the role") } },
  [ESP_LENS_ROLE_FAMILY] = { { ESP_COLOR_PROGRAM, ESP_GLYPH_NONE, N_("Program management") },
                             { ESP_COLOR_DEPARTMENT, ESP_GLYPH_NONE, N_("Project management") },
                             { ESP_COLOR_COE, ESP_GLYPH_NONE, N_("Product management") },
                             { ESP_COLOR_COMPANY, ESP_GLYPH_NONE, N_("Delivery management") },
                             { ESP_COLOR_PMO, ESP_GLYPH_NONE, N_("Project office") } },
  [ESP_LENS_LEVEL] = SCALE (NULL, NULL, NULL, NULL, NULL, NULL),
  [ESP_LENS_SPAN] = SCALE (N_("1–3 direct reports"), N_("4–6 direct reports"), N_("7–9 direct reports"), N_("10–14 direct reports"),
                           N_("15–24 direct reports"), N_("25 or more direct reports")),
  [ESP_LENS_VACANCY] = { { ESP_COLOR_COMPANY, ESP_GLYPH_NONE, N_("Filled") },
                         { ESP_COLOR_PMO, ESP_GLYPH_NONE, N_("Vacant") },
                         { ESP_COLOR_PROGRAM, ESP_GLYPH_NONE, N_("Frozen or eliminated") },
                         { ESP_COLOR_COE, ESP_GLYPH_NONE, N_("Name not published") } },
};

/* The first rank, and the first number of direct reports, of each class */
static const int level_starts[ESP_LENS_MAX_CLASSES] = { G_MININT, 15, 30, 40, 50, 60 };
static const guint span_starts[ESP_LENS_MAX_CLASSES] = { 1, 4, 7, 10, 15, 25 };

/* The classes of all positions, and how many of each are before every 64th shown node */
struct _EspLensState
{
  guint8  *classes;                         /* by slot of positions */
  guint32 *spans;                           /* by slot of positions: direct reports; only for that lens */
  guint32 (*sums)[ESP_LENS_MAX_CLASSES];    /* NULL: to be summed again */
};

/* Bytes of its arrays */
gsize
_esp_lens_get_size (EspScene *scene)
{
  const EspLensState *self = scene->lens;
  gsize n_slots = esp_organization_get_n_slots (scene->organization, ESP_TABLE_POSITIONS);
  gsize size;

  if (self == NULL)
    return 0;
  size = sizeof *self + n_slots * sizeof *self->classes;
  if (self->spans != NULL)
    size += n_slots * sizeof *self->spans;
  if (self->sums != NULL)
    size += (scene->shown->tree.n / SUM_STEP + 1) * sizeof *self->sums;
  return size;
}

void
_esp_lens_forget (EspScene *scene,
                  gboolean  has_new_rows)
{
  EspLensState *self = scene->lens;

  if (self == NULL)
    return;
  g_clear_pointer (&self->sums, g_free);
  if (!has_new_rows)
    return;
  g_free (self->classes);
  g_free (self->spans);
  g_clear_pointer (&scene->lens, g_free);
}

static guint8
find_class (EspLens  lens,
            EspColor color)
{
  for (guint i = 0; i < esp_lens_get_n_classes (lens); i++)
    if (classes[lens][i].color == color)
      return i;
  return ESP_LENS_NO_CLASS;
}

static guint8
classify_function (EspScene *scene,
                   EspStr    id)
{
  static const char * const families[] = { "technology", "product", "clients", "house" };
  const EspPlace *function = esp_catalogue_find_function (scene->catalogue, esp_organization_get_string (scene->organization, id));

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (function != NULL && g_strcmp0 (function->family, families[i]) == 0)
      return i;
  return G_N_ELEMENTS (families);
}

static guint8
classify_scope (EspServes serves)
{
  switch (serves)
    {
    case ESP_SERVES_INTERNAL:
      return 0;
    case ESP_SERVES_EXTERNAL:
      return 1;
    case ESP_SERVES_USUALLY_INTERNAL:
    case ESP_SERVES_USUALLY_EXTERNAL:
    case ESP_SERVES_USUALLY_EITHER:
      return 2;
    case ESP_SERVES_UNKNOWN:
    default:
      return ESP_LENS_NO_CLASS;
    }
}

static guint8
classify_state (EspState state)
{
  switch (state)
    {
    case ESP_STATE_VACANT:
      return 1;
    case ESP_STATE_FROZEN:
    case ESP_STATE_ELIMINATED:
      return 2;
    case ESP_STATE_UNDISCLOSED:
      return 3;
    case ESP_STATE_FILLED:
    case ESP_STATE_DEFAULT:
    default:
      return 0;
    }
}

static guint8
classify_rank (int rank)
{
  guint8 nth = 0;

  if (rank < 0)
    return ESP_LENS_NO_CLASS;
  while (nth + 1 < ESP_LENS_MAX_CLASSES && rank >= level_starts[nth + 1])
    nth++;
  return nth;
}

static guint8
classify_span (guint32 n_reports)
{
  guint8 nth = 0;

  if (n_reports == 0)
    return ESP_LENS_NO_CLASS;
  while (nth + 1 < ESP_LENS_MAX_CLASSES && n_reports >= span_starts[nth + 1])
    nth++;
  return nth;
}

/* @key: what get_keys() gives for the lens */
static guint8
classify (EspScene *scene,
          guint32   key)
{
  EspOrganization *organization = scene->organization;
  EspIx unit;

  switch (scene->options.color_by)
    {
    case ESP_LENS_UNIT_KIND:
      unit = key != ESP_STR_NONE ? esp_organization_find (organization, ESP_TABLE_UNITS, key) : ESP_IX_NONE;
      return unit != ESP_IX_NONE ? find_class (ESP_LENS_UNIT_KIND, esp_color_of_unit_kind (esp_unit_get_kind (organization, unit))) : ESP_LENS_NO_CLASS;
    case ESP_LENS_FUNCTION:
      return classify_function (scene, key);
    case ESP_LENS_SCOPE:
      return classify_scope (key);
    case ESP_LENS_ROLE_FAMILY:
      return key < ESP_ROLE_FAMILY_OTHER ? key : ESP_LENS_NO_CLASS;
    case ESP_LENS_LEVEL:
      return classify_rank (esp_catalogue_get_level_rank (scene->catalogue, esp_organization_get_string (organization, key)));
    case ESP_LENS_SPAN:
      return classify_span (key);
    case ESP_LENS_VACANCY:
      return classify_state (key);
    case ESP_LENS_PLACEMENT:
    case ESP_N_LENSES:
    default:
      g_return_val_if_reached (ESP_LENS_NO_CLASS);
    }
}

static void
widen (const guint8 *bytes,
       guint32      *keys,
       guint32       n)
{
  for (guint32 i = 0; i < n; i++)
    keys[i] = bytes[i];
}

/* What decides the class of each position; dead slots have any value. */
static guint32 *
get_keys (EspScene *scene,
          guint32   n)
{
  EspOrganization *organization = scene->organization;
  guint32 *keys = g_new0 (guint32, MAX (n, 1));
  g_autofree guint8 *bytes = g_new0 (guint8, MAX (n, 1));
  EspLens lens = scene->options.color_by;

  if (lens == ESP_LENS_FUNCTION)
    {
      esp_placements_fill (scene->placements, &(EspPlacementArrays){ .functions = keys });
    }
  else if (lens == ESP_LENS_SCOPE)
    {
      esp_placements_fill (scene->placements, &(EspPlacementArrays){ .serves = bytes });
      widen (bytes, keys, n);
    }
  else if (lens == ESP_LENS_ROLE_FAMILY)
    {
      esp_placements_fill (scene->placements, &(EspPlacementArrays){ .families = bytes });
      widen (bytes, keys, n);
    }
  else
    {
      for (EspIx i = 0; i < n; i++)
        {
          EspIx manager;

          if (!esp_organization_is_live (organization, ESP_TABLE_POSITIONS, i))
            continue;
          if (lens == ESP_LENS_UNIT_KIND)
            keys[i] = esp_organization_get (organization, ESP_TABLE_POSITIONS, i, ESP_POSITION_UNIT);
          else if (lens == ESP_LENS_LEVEL)
            keys[i] = esp_organization_get (organization, ESP_TABLE_POSITIONS, i, ESP_POSITION_LEVEL);
          else if (lens == ESP_LENS_VACANCY)
            keys[i] = esp_position_get_state (organization, i);
          else if ((manager = esp_position_get_manager (organization, i)) != ESP_IX_NONE && manager != i)
            keys[manager]++;
        }
    }
  return keys;
}

/* Few keys are different, so most classes are remembered rather than looked up by text. */
static EspLensState *
get_state (EspScene *scene)
{
  EspLensState *self = scene->lens;
  struct
  {
    guint32 key;
    guint8  nth;
    guint8  is_set;
  } memos[N_MEMOS] = { 0 };
  g_autofree guint32 *keys = NULL;
  guint32 n;

  if (self != NULL)
    return self;
  n = esp_organization_get_n_slots (scene->organization, ESP_TABLE_POSITIONS);
  self = scene->lens = g_new0 (EspLensState, 1);
  self->classes = g_new (guint8, MAX (n, 1));
  keys = get_keys (scene, n);
  for (guint32 i = 0; i < n; i++)
    {
      guint slot = keys[i] % N_MEMOS;

      if (!memos[slot].is_set || memos[slot].key != keys[i])
        {
          memos[slot].key = keys[i];
          memos[slot].nth = classify (scene, keys[i]);
          memos[slot].is_set = TRUE;
        }
      self->classes[i] = memos[slot].nth;
    }
  if (scene->options.color_by == ESP_LENS_SPAN)
    self->spans = g_steal_pointer (&keys);
  return self;
}

/* A node counts as its position, or as the head docked to its plate. */
static void
add_node (const EspLensState *self,
          const EspForest    *forest,
          EspNodeIx           node,
          guint32             sums[ESP_LENS_MAX_CLASSES])
{
  EspIx position = esp_forest_is_unit (forest, node) ? esp_forest_get_head (forest, node) : esp_forest_get_row (forest, node);

  if (position != ESP_IX_NONE && self->classes[position] != ESP_LENS_NO_CLASS)
    sums[self->classes[position]]++;
}

/* How many positions of each class are in a run of shown nodes; not for placement, which the layout itself sums. O(1) after the first time. */
void
_esp_lens_sum (EspScene       *scene,
               const EspShown *shown,
               guint32         first,
               guint32         n,
               guint32        *sums)
{
  EspLensState *self = get_state (scene);
  guint32 ends[2][ESP_LENS_MAX_CLASSES] = { 0 };
  const guint32 at[2] = { first, first + n };

  if (self->sums == NULL)
    {
      guint32 all[ESP_LENS_MAX_CLASSES] = { 0 };

      self->sums = g_malloc0_n (shown->tree.n / SUM_STEP + 1, sizeof all);
      for (guint32 i = 0; i < shown->tree.n; i++)
        {
          if (i % SUM_STEP == 0)
            memcpy (self->sums[i / SUM_STEP], all, sizeof all);
          add_node (self, scene->forest, esp_shown_get_node (shown, i), all);
        }
    }
  for (guint e = 0; e < 2; e++)
    {
      guint32 step = MIN (at[e], shown->tree.n - 1) / SUM_STEP;

      memcpy (ends[e], self->sums[step], sizeof ends[e]);
      for (guint32 i = step * SUM_STEP; i < at[e]; i++)
        add_node (self, scene->forest, esp_shown_get_node (shown, i), ends[e]);
    }
  for (guint i = 0; i < ESP_LENS_MAX_CLASSES; i++)
    sums[i] = ends[1][i] - ends[0][i];
}

/* The colour that most of a run have, and how many have it */
EspColor
_esp_lens_pick (EspScene       *scene,
                const EspShown *shown,
                guint32         first,
                guint32         n,
                guint32        *count)
{
  guint32 sums[ESP_LENS_MAX_CLASSES];
  guint best = 0;

  _esp_lens_sum (scene, shown, first, n, sums);
  for (guint i = 1; i < ESP_LENS_MAX_CLASSES; i++)
    if (sums[i] > sums[best])
      best = i;
  *count = sums[best];
  return sums[best] > 0 ? classes[scene->options.color_by][best].color : ESP_COLOR_WIRE;
}

/**
 * esp_lens_get_n_classes:
 * @lens: a lens
 *
 * Returns: how many classes it sorts into, 1 … %ESP_LENS_MAX_CLASSES
 */
guint
esp_lens_get_n_classes (EspLens lens)
{
  guint n = 0;

  g_return_val_if_fail (lens < ESP_N_LENSES, 0);

  while (n < ESP_LENS_MAX_CLASSES && (classes[lens][n].name != NULL || lens == ESP_LENS_LEVEL))
    n++;
  return n;
}

/**
 * esp_lens_get_color:
 * @lens: a lens
 * @nth: one of its classes
 *
 * Returns: its colour; no other class of the lens has it
 */
EspColor
esp_lens_get_color (EspLens lens,
                    guint   nth)
{
  g_return_val_if_fail (lens < ESP_N_LENSES && nth < ESP_LENS_MAX_CLASSES, ESP_COLOR_WIRE);

  return classes[lens][nth].color;
}

/**
 * esp_lens_get_glyph:
 * @lens: a lens
 * @nth: one of its classes
 *
 * Returns: what stands for it besides the colour; %ESP_GLYPH_NONE if its word or number does
 */
EspGlyph
esp_lens_get_glyph (EspLens lens,
                    guint   nth)
{
  g_return_val_if_fail (lens < ESP_N_LENSES && nth < ESP_LENS_MAX_CLASSES, ESP_GLYPH_NONE);

  return classes[lens][nth].glyph;
}

/* “4 · Staff, Manager”, “6 · Director … Vice president” */
static char *
get_level_names (guint         nth,
                 EspCatalogue *catalogue)
{
  GPtrArray *levels = esp_catalogue_get_levels (catalogue);
  const char *first = NULL, *last = NULL;
  guint n = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      const EspEntry *level = g_ptr_array_index (levels, i);

      if (classify_rank (esp_catalogue_get_level_rank (catalogue, level->id)) != nth)
        continue;
      if (n++ == 0)
        first = level->name;
      last = level->name;
    }
  if (n < 2)
    return n == 0 ? g_strdup_printf ("%u", nth + 1) : g_strdup_printf ("%u · %s", nth + 1, first);
  return n == 2 ? g_strdup_printf ("%u · %s, %s", nth + 1, first, last) : g_strdup_printf ("%u · %s … %s", nth + 1, first, last);
}

/**
 * esp_lens_get_name:
 * @lens: a lens
 * @nth: one of its classes
 * @catalogue: knows the names of levels
 *
 * Returns: (transfer full): the words of the class, translated
 */
char *
esp_lens_get_name (EspLens       lens,
                   guint         nth,
                   EspCatalogue *catalogue)
{
  g_return_val_if_fail (nth < esp_lens_get_n_classes (lens) && ESP_IS_CATALOGUE (catalogue), NULL);

  if (lens == ESP_LENS_LEVEL)
    return get_level_names (nth, catalogue);
  return g_strdup (_(classes[lens][nth].name));
}

/**
 * esp_scene_set_lens:
 * @self: a scene
 * @lens: what its colours stand for from now on
 *
 * Changes nothing but colours. The classes are worked out at the next question: O(positions) once, and again after each change of the organization.
 */
void
esp_scene_set_lens (EspScene *self,
                    EspLens   lens)
{
  g_return_if_fail (self != NULL && lens < ESP_N_LENSES);

  if (self->options.color_by == lens)
    return;
  self->options.color_by = lens;
  _esp_lens_forget (self, TRUE);
}

/**
 * esp_scene_get_class:
 * @self: a scene
 * @item: an item
 *
 * A unit's plate has a class where units have what the lens looks at: its kind, or its function.
 *
 * Time: O(1), but O(positions) the first time.
 *
 * Returns: the class it has under the lens of the scene; %ESP_LENS_NO_CLASS if it stays neutral
 */
guint
esp_scene_get_class (EspScene *self,
                     EspItem   item)
{
  EspTable table;
  EspIx ix;
  EspLens lens;

  g_return_val_if_fail (self != NULL, ESP_LENS_NO_CLASS);

  ix = esp_scene_get_row (self, item, &table);
  lens = self->options.color_by;
  if (table == ESP_TABLE_UNITS)
    {
      if (lens == ESP_LENS_FUNCTION)
        return classify (self, esp_placements_get_unit (self->placements, ix).function);
      if (lens == ESP_LENS_UNIT_KIND)
        return find_class (lens, esp_color_of_unit_kind (esp_unit_get_kind (self->organization, ix)));
      return ESP_LENS_NO_CLASS;
    }
  if (lens == ESP_LENS_PLACEMENT)
    {
      EspPlacement placement = esp_placements_get (self->placements, ix);

      return placement.is_seat ? find_class (lens, esp_forest_get_color (placement.kind)) : ESP_LENS_NO_CLASS;
    }
  return get_state (self)->classes[ix];
}

/**
 * esp_card_fill_with_lens:
 * @card: (out caller-allocates): a card
 * @scene: a scene
 * @item: an item of it
 *
 * As esp_card_fill(), but coloured by the lens of the scene: what has a class has the wide rail and the tint of a seat, in the colour of the class.
 * Under the lenses of level and span the pill says the number.
 */
void
esp_card_fill_with_lens (EspCard  *card,
                         EspScene *scene,
                         EspItem   item)
{
  EspTable table;
  EspLens lens;
  guint nth;

  g_return_if_fail (card != NULL && scene != NULL);

  esp_card_fill (card, scene, item);
  lens = scene->options.color_by;
  if (lens == ESP_LENS_PLACEMENT || esp_scene_get_n_more (scene, ESP_ITEM_NODE (item)) > 0)
    return;
  nth = esp_scene_get_class (scene, item);
  if (nth == ESP_LENS_NO_CLASS)
    {
      card->color = card->is_unit ? ESP_COLOR_COMPANY : ESP_COLOR_WIRE;
      card->is_seat = FALSE;
      return;
    }
  card->color = classes[lens][nth].color;
  card->is_seat = !card->is_unit;
  if (lens == ESP_LENS_LEVEL)
    {
      card->level_pill = _esp_card_put (card, "%u · %s", nth + 1, card->level_pill);
    }
  else if (lens == ESP_LENS_SPAN)
    {
      guint32 n = get_state (scene)->spans[esp_scene_get_row (scene, item, &table)];
      /* Translators: on a card, how many report to the position */
      g_autofree char *text = g_strdup_printf (ngettext ("%'u report", "%'u reports", n), n);

      card->level_pill = _esp_card_put (card, "%s", text);
    }
}
