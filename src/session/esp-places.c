/* esp-places.c — where one has been in a window, to go back to and forth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-places.h"

#include "session/esp-session-private.h"

#include "core/esp-i18n.h"

#define MAX_PLACES 100

typedef struct
{
  const char *view;     /* interned */
  EspChartKind chart;
  EspRowKey   selected; /* ESP_ROW_KEY_NONE: nothing */
  EspRowKey   top;      /* ESP_ROW_KEY_NONE: nothing is isolated */
  EspFilter  *filter;   /* NULL: none */
  EspCamera   camera;   /* as it was left */
  gboolean    is_passing; /* was come to by typing: the next key may lead elsewhere */
} Place;

struct _EspPlaces
{
  GObject     parent_instance;

  EspSession *session; /* borrowed; NULL once it is gone */
  GPtrArray  *places;  /* Place */
  guint       at;      /* which of them one is at */
  guint       depth;   /* of moves within moves */
  gboolean    is_travelling; /* going to a place that is known */
  gboolean    is_arriving;   /* …whose chart is still being made */
  gboolean    is_typing;
};

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_BACK_NAME,
  PROP_FORWARD_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspPlaces, esp_places, G_TYPE_OBJECT)

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->filter, esp_filter_unref);
  g_free (place);
}

static void
notify_all (EspPlaces *self)
{
  for (guint prop = 1; prop < N_PROPS; prop++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/* Where one is now; what is seen of it is noted on leaving. */
static Place *
describe_here (EspPlaces *self)
{
  EspSession *session = self->session;
  EspNodeIx top = session->scene != NULL ? esp_scene_get_top (session->scene) : ESP_NODE_NONE;
  Place *place = g_new0 (Place, 1);
  EspTable table;
  EspIx ix;

  place->view = session->view;
  place->chart = session->options.chart;
  place->selected = session->selected_ix != ESP_IX_NONE ? ESP_ROW_KEY (session->selected_table, session->selected_ix) : ESP_ROW_KEY_NONE;
  place->top = ESP_ROW_KEY_NONE;
  if (top != ESP_NODE_NONE)
    {
      ix = esp_scene_get_row (session->scene, ESP_ITEM (top), &table);
      place->top = ESP_ROW_KEY (table, ix);
    }
  place->filter = session->filter != NULL ? esp_filter_ref (session->filter) : NULL;
  place->is_passing = self->is_typing;
  return place;
}

/* Losing the selection is no move. */
static gboolean
is_same (const Place *a,
         const Place *b)
{
  return a->view == b->view && a->chart == b->chart && a->top == b->top && esp_filter_equal (a->filter, b->filter) &&
         (a->selected == b->selected || b->selected == ESP_ROW_KEY_NONE);
}

static Place *
get_place (EspPlaces *self,
           guint      at)
{
  return at < self->places->len ? g_ptr_array_index (self->places, at) : NULL;
}

static gboolean
is_live (EspPlaces *self,
         EspRowKey  key)
{
  EspOrganization *organization = esp_session_get_organization (self->session);

  return key != ESP_ROW_KEY_NONE && organization != NULL && esp_organization_is_live (organization, ESP_ROW_TABLE (key), ESP_ROW_IX (key));
}

static const char *
name_row (EspPlaces *self,
          EspRowKey  key)
{
  EspOrganization *organization = esp_session_get_organization (self->session);

  return ESP_ROW_TABLE (key) == ESP_TABLE_UNITS ? esp_unit_get_name (organization, ESP_ROW_IX (key))
                                                : esp_position_get_title (organization, ESP_ROW_IX (key));
}

static char *
name_place (EspPlaces   *self,
            const Place *place)
{
  if (place == NULL || self->session == NULL)
    return NULL;
  if (g_str_equal (place->view, "compare"))
    return g_strdup (_("Compare"));
  if (g_str_equal (place->view, "career"))
    return g_strdup (_("Career"));
  if (is_live (self, place->selected))
    return g_strdup (name_row (self, place->selected));
  if (is_live (self, place->top))
    return g_strdup (name_row (self, place->top));
  return g_strdup (_("Organization"));
}

/* The chart of the place is there: shows the branch, the card and the part of it. */
static void
arrive (EspPlaces *self)
{
  EspSession *session = self->session;
  const Place *place = get_place (self, self->at);
  EspItem top = ESP_ITEM_NONE;

  self->is_arriving = FALSE;
  if (session->scene == NULL || place == NULL)
    return;
  /* what is selected may be outside of the branch */
  if (is_live (self, place->selected))
    _esp_session_open_way (session, ESP_ROW_TABLE (place->selected), ESP_ROW_IX (place->selected));
  if (is_live (self, place->top))
    top = esp_scene_find (session->scene, ESP_ROW_TABLE (place->top), ESP_ROW_IX (place->top));
  esp_session_isolate (session, top != ESP_ITEM_NONE ? ESP_ITEM_NODE (top) : ESP_NODE_NONE);
  _esp_session_emit_camera (session, ESP_SESSION_CAMERA_SHOWN, (EspCamera *) &place->camera);
}

static void
go_to (EspPlaces *self,
       guint      at)
{
  EspSession *session = self->session;
  Place *here = get_place (self, self->at);
  const Place *place = get_place (self, at);

  if (session == NULL || place == NULL || here == NULL)
    return;
  _esp_session_emit_camera (session, ESP_SESSION_CAMERA_ASKED, &here->camera);
  self->at = at;
  self->is_travelling = TRUE;
  esp_session_set_view (session, place->view);
  if (session->options.chart != place->chart)
    {
      EspSceneOptions options = session->options;

      options.chart = place->chart;
      _esp_session_apply_options (session, &options);
      _esp_session_notify (session, ESP_SESSION_PROP_CHART);
    }
  esp_session_set_filter (session, place->filter);
  if (is_live (self, place->selected))
    esp_session_select (session, ESP_ROW_TABLE (place->selected), ESP_ROW_IX (place->selected));
  else
    esp_session_clear_selection (session);
  if (esp_session_get_building (session))
    self->is_arriving = TRUE;
  else
    arrive (self);
  self->is_travelling = FALSE;
  notify_all (self);
}

static void
esp_places_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  EspPlaces *self = ESP_PLACES (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, esp_places_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, esp_places_get_can_go_forward (self));
      break;
    case PROP_BACK_NAME:
      g_value_take_string (value, esp_places_get_back_name (self));
      break;
    case PROP_FORWARD_NAME:
      g_value_take_string (value, esp_places_get_forward_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_places_finalize (GObject *object)
{
  g_ptr_array_unref (ESP_PLACES (object)->places);

  G_OBJECT_CLASS (esp_places_parent_class)->finalize (object);
}

static void
esp_places_class_init (EspPlacesClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = esp_places_get_property;
  object_class->finalize = esp_places_finalize;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  properties[PROP_BACK_NAME] = g_param_spec_string ("back-name", NULL, NULL, NULL, flags);
  properties[PROP_FORWARD_NAME] = g_param_spec_string ("forward-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
esp_places_init (EspPlaces *self)
{
  self->places = g_ptr_array_new_with_free_func (place_free);
}

/* Inside the session */

EspPlaces *
_esp_places_new (EspSession *session)
{
  EspPlaces *self = g_object_new (ESP_TYPE_PLACES, NULL);

  self->session = session;
  return self;
}

void
_esp_places_drop_session (EspPlaces *self)
{
  self->session = NULL;
}

/* There is another organization: nobody has been anywhere in it. */
void
_esp_places_reset (EspPlaces *self)
{
  g_ptr_array_set_size (self->places, 0);
  self->at = 0;
  self->is_arriving = FALSE;
  notify_all (self);
}

/* A move begins: what is seen of the place that is left is noted. Moves may contain moves. */
void
_esp_places_begin (EspPlaces *self)
{
  Place *here;

  if (self->is_travelling || self->depth++ > 0)
    return;
  if (self->places->len == 0)
    g_ptr_array_add (self->places, describe_here (self));
  here = get_place (self, self->at);
  if (!self->is_arriving)
    _esp_session_emit_camera (self->session, ESP_SESSION_CAMERA_ASKED, &here->camera);
}

/* A move ends: if it led elsewhere, that is a new place. What was before the way back is forgotten. */
void
_esp_places_end (EspPlaces *self)
{
  Place *here, *there;

  if (self->is_travelling || --self->depth > 0)
    return;
  self->is_arriving = FALSE;
  here = get_place (self, self->at);
  there = describe_here (self);
  if (is_same (here, there))
    {
      here->is_passing &= there->is_passing;
      place_free (there);
      return;
    }
  if (self->at + 1 < self->places->len)
    g_ptr_array_set_size (self->places, self->at + 1);
  if (here->is_passing && there->is_passing)
    g_ptr_array_set_size (self->places, self->at);
  g_ptr_array_add (self->places, there);
  if (self->places->len > MAX_PLACES)
    g_ptr_array_remove_index (self->places, 0);
  self->at = self->places->len - 1;
  notify_all (self);
}

/* What is found while a search is typed is a place in passing. */
void
_esp_places_set_typing (EspPlaces *self,
                        gboolean   is_typing)
{
  self->is_typing = is_typing;
}

/* There is a new scene. */
void
_esp_places_scene_taken (EspPlaces *self)
{
  if (!self->is_arriving || self->session->is_stale)
    return;
  self->is_travelling = TRUE;
  arrive (self);
  self->is_travelling = FALSE;
}

/* Public */

gboolean
esp_places_get_can_go_back (EspPlaces *self)
{
  g_return_val_if_fail (ESP_IS_PLACES (self), FALSE);

  return self->at > 0;
}

gboolean
esp_places_get_can_go_forward (EspPlaces *self)
{
  g_return_val_if_fail (ESP_IS_PLACES (self), FALSE);

  return self->at + 1 < self->places->len;
}

char *
esp_places_get_back_name (EspPlaces *self)
{
  g_return_val_if_fail (ESP_IS_PLACES (self), NULL);

  return self->at > 0 ? name_place (self, get_place (self, self->at - 1)) : NULL;
}

char *
esp_places_get_forward_name (EspPlaces *self)
{
  g_return_val_if_fail (ESP_IS_PLACES (self), NULL);

  return name_place (self, get_place (self, self->at + 1));
}

/**
 * esp_places_go_back:
 * @self: places
 *
 * Goes to the place before: view, chart, filter, branch, selection and what was seen. What does not exist any more is left out.
 */
void
esp_places_go_back (EspPlaces *self)
{
  g_return_if_fail (ESP_IS_PLACES (self));

  if (self->at > 0)
    go_to (self, self->at - 1);
}

/**
 * esp_places_go_forward:
 * @self: places
 *
 * Goes to the place that one went back from.
 */
void
esp_places_go_forward (EspPlaces *self)
{
  g_return_if_fail (ESP_IS_PLACES (self));

  go_to (self, self->at + 1);
}
