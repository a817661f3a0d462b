/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ANSWER_BEFORE (mattra_answer_before_get_type ())

/* What was answered elsewhere, to look at: in the round or the year before, or for all jointly. It is not there where
 * nothing was. */
G_DECLARE_FINAL_TYPE (MattraAnswerBefore, mattra_answer_before, MATTRA, ANSWER_BEFORE, AdwBin)

GtkWidget *mattra_answer_before_new       (const char               *title);
void       mattra_answer_before_set_title (MattraAnswerBefore       *self,
                                           const char               *title);
gboolean   mattra_answer_before_show      (MattraAnswerBefore       *self,
                                           const MattraTableContext *context,
                                           MattraMeasure            *measure,
                                           MattraRound               round,
                                           const char               *division);

G_END_DECLS
