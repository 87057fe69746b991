/* esp-window-private.h — the window's own state, shared by its source files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/esp-error-page.h"
#include "app/esp-loading-page.h"
#include "app/esp-notice.h"
#include "app/esp-organization-page.h"
#include "app/esp-view-options.h"
#include "app/esp-window.h"
#include "widgets/esp-narrow-bin.h"

G_BEGIN_DECLS

struct _EspWindow
{
  AdwApplicationWindow  parent_instance;

  /* template widgets */
  AdwToastOverlay      *toast_overlay;
  EspNarrowBin         *narrow_bin;
  GtkWidget            *back_button;
  GtkWidget            *outline_button;
  EspViewOptions       *view_options;
  AdwSplitButton       *open_button;
  GtkWidget            *places_box;
  GtkWidget            *go_back_button;
  GtkWidget            *go_forward_button;
  GtkWidget            *undo_box;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkLabel             *name_label;
  GtkStack             *title_stack;
  AdwViewSwitcher      *view_switcher;
  AdwWindowTitle       *window_title;
  GtkWidget            *main_button;
  GMenu                *main_menu;
  GMenu                *narrow_menu;
  GtkWidget            *search_button;
  GtkWidget            *inspector_button;
  GtkWidget            *options_button;
  EspNotice            *notice;
  GtkStack             *page_stack;
  AdwViewStack         *view_stack;
  AdwViewSwitcherBar   *switcher_bar;
  EspLoadingPage       *loading_page;
  EspErrorPage         *error_page;
  EspOrganizationPage  *organization_page;

  EspSession           *session;   /* NULL until the first document is asked for */
  GSignalGroup         *document_signals;
  GtkFileChooserNative *chooser;   /* while a file is being chosen */

  /* what is being read: esp-window-open.c */
  EspDocument          *loading;
  GCancellable         *load_cancellable;
  guint                 loading_id; /* shows the loading page when reading takes longer */
  guint                 has_document : 1; /* the session has one, not the empty one it begins with */
  GtkWindow            *doctor;        /* weak: lists what is wrong with the document */
  GtkWindow            *import_dialog; /* while it is asked what the columns of a foreign table are */
  guint                 has_failed : 1;
  guint                 is_welcome : 1;

  /* what need not be said again: esp-window-notice.c */
  guint                 has_dismissed_disk : 1;
  guint                 has_dismissed_set_aside : 1;
  guint                 has_dismissed_unprotected : 1;

  guint                 has_narrow_menu : 1;
  guint                 was_edited : 1; /* undo and redo stand in the header bar from the first edit on */
  guint                 is_closing : 1; /* as soon as the file is written */
  guint                 may_close : 1;  /* the question about unsaved changes was answered */
  GtkApplication       *inhibited;      /* NULL: logging out need not wait for us */
  guint                 inhibit_cookie;
};

void _esp_window_create_session   (EspWindow   *self);
void _esp_window_set_document     (EspWindow   *self,
                                   EspDocument *document);
void _esp_window_update_page      (EspWindow   *self);
void _esp_window_update_title     (EspWindow   *self);
void _esp_window_set_enabled      (EspWindow  *self,
                                   const char *action,
                                   gboolean    enabled);

void _esp_window_set_tooltip      (GtkWidget  *button,
                                   const char *text);

/* esp-window-layout.c */
void _esp_window_init_layout      (EspWindow *self);
void _esp_window_update_layout    (EspWindow *self);

/* esp-window-find.c */
void _esp_window_init_find        (EspWindow *self);

/* esp-window-open.c */
void _esp_window_init_open        (EspWindow *self);
void _esp_window_cancel_load      (EspWindow *self);
void _esp_window_reload           (EspWindow *self);

void _esp_window_start_reading    (EspWindow   *self,
                                   EspDocument *document);
void _esp_window_stop_loading     (EspWindow   *self);

/* esp-window-import.c */
void _esp_window_init_import      (EspWindow   *self);
void _esp_window_look             (EspWindow   *self,
                                   EspDocument *document);
void _esp_window_choose_chart     (EspWindow   *self);
gboolean _esp_window_open_text    (EspWindow   *self,
                                   const char  *text);

/* esp-window-export.c */
void _esp_window_init_export      (EspWindow *self);

/* esp-window-save.c */
void _esp_window_init_save        (EspWindow *self);
void _esp_window_ask_before_close (EspWindow *self);
void _esp_window_close_soon       (EspWindow *self);
void _esp_window_save_and_close   (EspWindow *self);
void _esp_window_discard_and_close (EspWindow *self);

/* esp-window-notice.c */
void _esp_window_init_notice      (EspWindow *self);
void _esp_window_update_notice    (EspWindow *self);
void _esp_window_reset_notice     (EspWindow *self);
void _esp_window_disk_changed     (EspWindow *self);
void _esp_window_compare          (EspWindow *self);

G_END_DECLS
