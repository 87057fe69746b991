/* esp-career-state.c — what the parts of the career view share: the rung looked at, where one is, and the ways to where one wants to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-state.h"

struct _EspCareerState
{
  GObject        parent_instance;

  EspCatalogue  *catalogue;
  EspPaths      *paths;
  EspSession    *session;
  GSignalGroup  *session_signals;
  GSignalGroup  *document_signals;
  const EspRung *goal;
  GPtrArray     *ways; /* EspPath */
  guint          lit;
};

enum
{
  RUNG_CHANGED,
  WAYS_CHANGED,
  COUNTS_CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspCareerState, esp_career_state, G_TYPE_OBJECT)

static void
find_ways (EspCareerState *self)
{
  const EspRung *from = esp_career_state_get_from (self);

  g_clear_pointer (&self->ways, g_ptr_array_unref);
  self->lit = 0;
  if (from != NULL && self->goal != NULL)
    self->ways = esp_paths_find (self->paths, from, self->goal, ESP_CAREER_MAX_WAYS);
  else
    self->ways = g_ptr_array_new ();
  g_signal_emit (self, signals[WAYS_CHANGED], 0);
}

static void
rung_changed_cb (EspCareerState *self)
{
  g_signal_emit (self, signals[RUNG_CHANGED], 0);
}

static void
counts_changed_cb (EspCareerState *self)
{
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

static void
selection_changed_cb (EspCareerState *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
document_cb (EspCareerState *self)
{
  g_signal_group_set_target (self->document_signals, self->session != NULL ? esp_session_get_document (self->session) : NULL);
  counts_changed_cb (self);
}

static void
esp_career_state_dispose (GObject *object)
{
  EspCareerState *self = ESP_CAREER_STATE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_career_state_parent_class)->dispose (object);
}

static void
esp_career_state_finalize (GObject *object)
{
  EspCareerState *self = ESP_CAREER_STATE (object);

  g_ptr_array_unref (self->ways);
  g_clear_pointer (&self->paths, esp_paths_free);
  g_object_unref (self->catalogue);

  G_OBJECT_CLASS (esp_career_state_parent_class)->finalize (object);
}

static void
esp_career_state_class_init (EspCareerStateClass *klass)
{
  const char *const names[] = { "rung-changed", "ways-changed", "counts-changed", "selection-changed" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = esp_career_state_dispose;
  object_class->finalize = esp_career_state_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
esp_career_state_init (EspCareerState *self)
{
  self->ways = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (ESP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::rung", G_CALLBACK (rung_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::from-rung", G_CALLBACK (find_ways), self);
  g_signal_group_connect_swapped (self->session_signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::document", G_CALLBACK (document_cb), self);
  self->document_signals = g_signal_group_new (ESP_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (counts_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::organization", G_CALLBACK (counts_changed_cb), self);
}

/**
 * esp_career_state_new:
 * @catalogue: the catalogue; a reference is kept
 *
 * Returns: (transfer full): a state without a session
 */
EspCareerState *
esp_career_state_new (EspCatalogue *catalogue)
{
  EspCareerState *self = g_object_new (ESP_TYPE_CAREER_STATE, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->paths = esp_paths_new (catalogue);
  return self;
}

EspCatalogue *
esp_career_state_get_catalogue (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->catalogue;
}

EspPaths *
esp_career_state_get_paths (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->paths;
}

EspSession *
esp_career_state_get_session (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->session;
}

/**
 * esp_career_state_set_session:
 * @self: a state
 * @session: (nullable): what the window looks at; a reference is kept
 */
void
esp_career_state_set_session (EspCareerState *self,
                              EspSession     *session)
{
  g_return_if_fail (ESP_IS_CAREER_STATE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  document_cb (self);
  find_ways (self);
  rung_changed_cb (self);
}

const EspRung *
esp_career_state_get_rung (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->session != NULL ? esp_catalogue_find_rung (self->catalogue, esp_session_get_rung (self->session)) : NULL;
}

void
esp_career_state_set_rung (EspCareerState *self,
                           const EspRung  *rung)
{
  g_return_if_fail (ESP_IS_CAREER_STATE (self));

  if (self->session != NULL)
    esp_session_set_rung (self->session, rung != NULL ? rung->id : NULL);
}

const EspRung *
esp_career_state_get_from (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->session != NULL ? esp_catalogue_find_rung (self->catalogue, esp_session_get_from_rung (self->session)) : NULL;
}

void
esp_career_state_set_from (EspCareerState *self,
                           const EspRung  *rung)
{
  g_return_if_fail (ESP_IS_CAREER_STATE (self));

  if (self->session != NULL)
    esp_session_set_from_rung (self->session, rung != NULL ? rung->id : NULL);
}

const EspRung *
esp_career_state_get_goal (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->goal;
}

void
esp_career_state_set_goal (EspCareerState *self,
                           const EspRung  *rung)
{
  g_return_if_fail (ESP_IS_CAREER_STATE (self));

  if (self->goal == rung)
    return;
  self->goal = rung;
  find_ways (self);
}

GPtrArray *
esp_career_state_get_ways (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->ways;
}

guint
esp_career_state_get_lit (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), 0);

  return self->lit;
}

/**
 * esp_career_state_set_lit:
 * @self: a state
 * @way: number of the way that is to be shown on the map
 */
void
esp_career_state_set_lit (EspCareerState *self,
                          guint           way)
{
  g_return_if_fail (ESP_IS_CAREER_STATE (self));
  g_return_if_fail (way < self->ways->len);

  if (self->lit == way)
    return;
  self->lit = way;
  g_signal_emit (self, signals[WAYS_CHANGED], 0);
}

/**
 * esp_career_state_get_way:
 * @self: a state
 *
 * Returns: (transfer none) (nullable): the way that is shown on the map
 */
const EspPath *
esp_career_state_get_way (EspCareerState *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), NULL);

  return self->lit < self->ways->len ? g_ptr_array_index (self->ways, self->lit) : NULL;
}

guint
esp_career_state_count (EspCareerState *self,
                        const EspRung  *rung)
{
  g_return_val_if_fail (ESP_IS_CAREER_STATE (self), 0);

  return self->session != NULL ? esp_session_count_positions_of_rung (self->session, rung->id) : 0;
}
