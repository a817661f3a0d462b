/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-digits.h"
#include "mattra-open-answers.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ANSWER_LIST (mattra_answer_list_get_type ())

/* The answers that one goes through, each with how far it has come.
 *
 * Signals:
 *   chosen (measure)    the user wants to answer this one
 */
G_DECLARE_FINAL_TYPE (MattraAnswerList, mattra_answer_list, MATTRA, ANSWER_LIST, AdwBin)

GtkWidget *mattra_answer_list_new  (void);
void       mattra_answer_list_show (MattraAnswerList *self,
                                    GPtrArray        *answers,
                                    const char       *current,
                                    MattraDigits      digits);

G_END_DECLS
