/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-answer-page.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ANSWER_VIEW (mattra_answer_view_get_type ())

/* Answering many measures, one after the other: those of one's division that are open in the session's round. Who
 * answers on behalf of others chooses the division.
 *
 * Properties (notify): subtitle
 * Signals:
 *   draft, kept     as of MattraAnswerPage
 */
G_DECLARE_FINAL_TYPE (MattraAnswerView, mattra_answer_view, MATTRA, ANSWER_VIEW, GtkWidget)

GtkWidget        *mattra_answer_view_new      (MattraSession    *session,
                                               GSettings        *settings);
const char       *mattra_answer_view_get_measure (MattraAnswerView *self);
void              mattra_answer_view_open     (MattraAnswerView *self);
void              mattra_answer_view_commit   (MattraAnswerView *self);

G_END_DECLS
