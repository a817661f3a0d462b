/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-act.h"
#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_HISTORY (mattra_form_history_get_type ())

/* Who changed a cell, when and what, the newest first; an older text can be put back. */
G_DECLARE_FINAL_TYPE (MattraFormHistory, mattra_form_history, MATTRA, FORM_HISTORY, GtkPopover)

GtkWidget *mattra_form_history_open (MattraSession            *session,
                                     const MattraTableContext *context,
                                     const MattraFormPlace    *place,
                                     const char               *title,
                                     GtkWidget                *parent,
                                     GtkWidget                *anchor);

G_END_DECLS
