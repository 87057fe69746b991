/* esp-compare-section.h — a part of the comparison that can be closed: a heading and its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESP_TYPE_COMPARE_SECTION (esp_compare_section_get_type ())
G_DECLARE_FINAL_TYPE (EspCompareSection, esp_compare_section, ESP, COMPARE_SECTION, GtkBox)

GtkWidget  *esp_compare_section_new                  (const char        *title) G_GNUC_WARN_UNUSED_RESULT;

const char *esp_compare_section_get_title            (EspCompareSection *self);
GtkListBox *esp_compare_section_get_list             (EspCompareSection *self);
gboolean    esp_compare_section_get_expanded         (EspCompareSection *self);
void        esp_compare_section_set_expanded         (EspCompareSection *self,
                                                      gboolean           expanded);
void        esp_compare_section_set_banner           (EspCompareSection *self,
                                                      GtkWidget         *banner);
void        esp_compare_section_clear                (EspCompareSection *self);
void        esp_compare_section_add                  (EspCompareSection *self,
                                                      GtkWidget         *row);
void        esp_compare_section_set_differences_only (EspCompareSection *self,
                                                      gboolean           differences_only);
guint       esp_compare_section_get_n_shown          (EspCompareSection *self);
void        esp_compare_section_grab_heading         (EspCompareSection *self);

G_END_DECLS
