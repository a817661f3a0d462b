/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-import-assistant.h"
#include "mattra-import-columns.h"
#include "mattra-import-effect.h"
#include "mattra-import-table.h"
#include "mattra-reading.h"

G_BEGIN_DECLS

/* For the files of the assistant only. */
struct _MattraImportAssistant
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *accept_button;
  GtkWidget *panel_button;
  GtkSpinner *spinner;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  GtkStack *stack;
  GtkWidget *paste_button;
  AdwStatusPage *reading_page;
  GtkSpinner *reading_spinner;
  AdwStatusPage *error_page;
  GtkWidget *headless_button;
  AdwFlap *flap;
  AdwBin *table_bin;
  AdwActionRow *document_row;
  AdwComboRow *year_row;
  AdwComboRow *round_row;
  AdwActionRow *target_row;
  GtkWidget *new_target_row;
  GtkWidget *old_target_row;
  MattraImportEffect *effect;
  MattraImportColumns *columns;
  GtkStackPage *notes_page;
  GtkStack *notes_stack;
  GtkListView *notes_view;
  GtkWidget *panel;
  MattraImportTable *table;

  MattraDigits digits;
  int this_year;
  MattraReadingWish wish;
  MattraReading *reading;
  GArray *years;          /* int: what the row of years offers; 0: not said */
  gboolean target_given;  /* by whoever opened the assistant */
  gboolean target_is_new; /* it must not exist yet */
  gboolean target_chosen;
  char *target_before;    /* while another one is tried */
  gboolean filling;
  gboolean accepting;
  gboolean narrow;
  GCancellable *reading_now;
  GCancellable *cancellable;
};

/* mattra-import-assistant.c */
void        mattra_import_assistant_say_error (MattraImportAssistant *self,
                                               const char            *message);
void        mattra_import_assistant_show_page (MattraImportAssistant *self,
                                               const char            *name);
void        mattra_import_assistant_read      (MattraImportAssistant *self);

/* mattra-import-look.c */
MattraRound mattra_import_look_round          (guint                  place);
int         mattra_import_look_year           (MattraImportAssistant *self);
void        mattra_import_look_set_up         (MattraImportAssistant *self);
void        mattra_import_look_show           (MattraImportAssistant *self);

/* mattra-import-target.c */
gboolean    mattra_import_target_is_taken     (MattraImportAssistant *self);
gboolean    mattra_import_target_restore      (MattraImportAssistant *self);
void        mattra_import_target_show         (MattraImportAssistant *self);
void        mattra_import_target_choose_new   (MattraImportAssistant *self);
void        mattra_import_target_choose_old   (MattraImportAssistant *self);

G_END_DECLS
