/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-act.h"
#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_CELL (mattra_form_cell_get_type ())

/* A field of the form: its head with a button for the history, what one changes it with, and below that
 * a note. What is changed becomes an act of the session.
 *
 * Signals:
 *   draft (text)         text as typed; NULL when it is being committed or was given up
 *   settled ()           an act of the cell was committed
 *   kept (place, text)   a text was refused after the cell had turned to another place
 *   history (widget)     the history is asked for; widget is where it shall point to
 */
G_DECLARE_DERIVABLE_TYPE (MattraFormCell, mattra_form_cell, MATTRA, FORM_CELL, GtkBox)

/**
 * MattraFormCellClass:
 * @show: shows what the measure has; what is being typed stays
 * @set_read_only: (nullable): @why is %NULL where it can be changed
 * @commit: (nullable): commits what was typed
 * @put_draft: (nullable): shows a text as if it had just been typed
 * @dup_draft: (nullable): what was typed and not committed; %NULL for none
 * @settled: (nullable): an act of the cell is over; @error is why it was refused
 *
 * What fields do each in their own way.
 */
struct _MattraFormCellClass
{
  GtkBoxClass parent_class;

  void  (*show)          (MattraFormCell           *self,
                          const MattraTableContext *context,
                          MattraMeasure            *measure);
  void  (*set_read_only) (MattraFormCell           *self,
                          const char               *why);
  void  (*commit)        (MattraFormCell           *self);
  void  (*put_draft)     (MattraFormCell           *self,
                          const char               *text);
  char *(*dup_draft)     (MattraFormCell           *self);
  void  (*settled)       (MattraFormCell           *self,
                          const char               *text,
                          const GError             *error);
};

void        mattra_form_cell_show          (MattraFormCell           *self,
                                            const MattraTableContext *context,
                                            const MattraFormPlace    *place,
                                            MattraMeasure            *measure,
                                            const char               *whose);
void        mattra_form_cell_set_whose     (MattraFormCell           *self,
                                            const char               *whose);
void        mattra_form_cell_commit        (MattraFormCell           *self);
void        mattra_form_cell_put_draft     (MattraFormCell           *self,
                                            const char               *text);
char       *mattra_form_cell_dup_draft     (MattraFormCell           *self);
const MattraFormPlace *mattra_form_cell_get_place (MattraFormCell    *self);
const char *mattra_form_cell_get_why       (MattraFormCell           *self);
gboolean    mattra_form_cell_is_read_only  (MattraFormCell           *self);

/* For the kinds of cells */
void        mattra_form_cell_set_session   (MattraFormCell           *self,
                                            MattraSession            *session);
MattraSession *mattra_form_cell_get_session (MattraFormCell          *self);
void        mattra_form_cell_set_content   (MattraFormCell           *self,
                                            GtkWidget                *content,
                                            GtkWidget                *focus);
void        mattra_form_cell_add_tool      (MattraFormCell           *self,
                                            GtkWidget                *tool);
GtkWidget  *mattra_form_cell_get_focus     (MattraFormCell           *self);
const char *mattra_form_cell_get_title     (MattraFormCell           *self);
void        mattra_form_cell_set_note      (MattraFormCell           *self,
                                            const char               *note,
                                            const char               *style);
void        mattra_form_cell_act           (MattraFormCell           *self,
                                            const char               *text);
void        mattra_form_cell_tick          (MattraFormCell           *self,
                                            const char               *step,
                                            guint                     occurrence,
                                            gboolean                  done);
void        mattra_form_cell_draft         (MattraFormCell           *self,
                                            const char               *text);

G_END_DECLS
