/* esp-compare-facts.h — what is known of the roles from elsewhere, and how far it can be trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "insight/esp-comparison.h"

G_BEGIN_DECLS

GtkWidget *esp_compare_facts_new_row (EspCatalogue        *catalogue,
                                      const EspComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
