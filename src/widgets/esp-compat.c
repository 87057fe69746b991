/* esp-compat.c — what newer GTK has and the oldest we build on has not, or the other way round
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-compat.h"

/**
 * esp_compat_announce:
 * @widget: where it happened
 * @message: what a screen reader is to say
 *
 * Says something that no widget shows. Before GTK 4.14 there is no way to: callers change a name or a description too.
 */
void
esp_compat_announce (GtkWidget  *widget,
                     const char *message)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/**
 * esp_compat_get_color:
 * @widget: a widget
 * @color: (out): the colour of its text
 *
 * What gtk_widget_get_color() says since GTK 4.10.
 */
void
esp_compat_get_color (GtkWidget *widget,
                      GdkRGBA   *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_widget_get_color (widget, color);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/**
 * esp_compat_lookup_color:
 * @widget: a widget
 * @name: of a colour of the style sheets
 * @color: (out): the colour; opaque magenta if there is none of that name
 *
 * Returns: whether there is such a colour
 */
gboolean
esp_compat_lookup_color (GtkWidget  *widget,
                         const char *name,
                         GdkRGBA    *color)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color))
    return TRUE;
  G_GNUC_END_IGNORE_DEPRECATIONS
  *color = (GdkRGBA) { 1, 0, 1, 1 };
  return FALSE;
}

/**
 * esp_compat_scroll_to:
 * @list: a #GtkListView or #GtkColumnView
 * @position: of a row of its model
 *
 * Brings a row into view, as gtk_list_view_scroll_to() does since GTK 4.12.
 */
void
esp_compat_scroll_to (GtkWidget *list,
                      guint      position)
{
  GtkWidget *rows = list;

  g_return_if_fail (GTK_IS_LIST_VIEW (list) || GTK_IS_COLUMN_VIEW (list));

  if (GTK_IS_COLUMN_VIEW (list))
    for (rows = gtk_widget_get_first_child (list); rows != NULL && !GTK_IS_LIST_VIEW (rows);)
      rows = gtk_widget_get_next_sibling (rows);
  if (rows != NULL)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}
