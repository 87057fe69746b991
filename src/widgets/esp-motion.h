/* esp-motion.h — how a viewport moves by itself: coasting after a flick, and flights to a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "widgets/esp-viewport.h"

G_BEGIN_DECLS

/**
 * EspFling:
 * @velocity_x: view px per second
 * @velocity_y: view px per second
 *
 * Coasting. All zero: at rest.
 */
typedef struct
{
  double velocity_x;
  double velocity_y;
} EspFling;

void     esp_fling_start     (EspFling          *self,
                              double             velocity_x,
                              double             velocity_y);
gboolean esp_fling_step      (EspFling          *self,
                              double             seconds,
                              EspViewport       *viewport);

/**
 * EspFlight:
 * @from: where it began
 * @to: where it ends
 * @seconds: how long it takes; 0: there is none
 * @elapsed: seconds since it began
 */
typedef struct
{
  EspViewport from;
  EspViewport to;
  double      seconds;
  double      elapsed;
} EspFlight;

void     esp_flight_start    (EspFlight         *self,
                              const EspViewport *from,
                              const EspViewport *to,
                              double             seconds);
gboolean esp_flight_step     (EspFlight         *self,
                              double             seconds,
                              EspViewport       *viewport);
double   esp_flight_distance (const EspViewport *from,
                              const EspViewport *to);

double   esp_ease_out        (double             t);

G_END_DECLS
