/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"
#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ANSWER_EARLIER (mattra_answer_earlier_get_type ())

/* What was answered in the same round of the year that a measure came from. It is not there where nothing was. */
G_DECLARE_FINAL_TYPE (MattraAnswerEarlier, mattra_answer_earlier, MATTRA, ANSWER_EARLIER, AdwBin)

GtkWidget *mattra_answer_earlier_new  (MattraSession            *session);
void       mattra_answer_earlier_show (MattraAnswerEarlier      *self,
                                       const MattraTableContext *context,
                                       const char               *measure,
                                       const char               *division);

G_END_DECLS
