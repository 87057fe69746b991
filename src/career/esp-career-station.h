/* esp-career-station.h — a rung on the map: a button with its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/esp-catalogue.h"

G_BEGIN_DECLS

/* What the map says of a rung besides its name */
typedef enum
{
  ESP_STATION_SELECTED = 1 << 0,
  ESP_STATION_HERE     = 1 << 1, /* where one stands */
  ESP_STATION_GOAL     = 1 << 2, /* where one wants to be */
  ESP_STATION_ON_WAY   = 1 << 3, /* on the way that is lit */
  ESP_STATION_LINKED   = 1 << 4, /* a move joins it with the selected one */
} EspStationFlags;

/* Room at the start for what the map draws: the ring of the station */
#define ESP_STATION_RING_ROOM 30

#define ESP_TYPE_CAREER_STATION (esp_career_station_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerStation, esp_career_station, ESP, CAREER_STATION, GtkButton)

GtkWidget       *esp_career_station_new       (const EspRung    *rung) G_GNUC_WARN_UNUSED_RESULT;

const EspRung   *esp_career_station_get_rung  (EspCareerStation *self);
EspStationFlags  esp_career_station_get_flags (EspCareerStation *self);
void             esp_career_station_set_flags (EspCareerStation *self,
                                               EspStationFlags   flags);
guint            esp_career_station_get_count (EspCareerStation *self);
void             esp_career_station_set_count (EspCareerStation *self,
                                               guint             count);

G_END_DECLS
