/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"
#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REVIEW_TALK (mattra_review_talk_get_type ())

/* What was said about a measure and decided on its answers, the oldest first, with a field to say more. */
G_DECLARE_FINAL_TYPE (MattraReviewTalk, mattra_review_talk, MATTRA, REVIEW_TALK, GtkBox)

GtkWidget *mattra_review_talk_new  (MattraSession            *session);
void       mattra_review_talk_show (MattraReviewTalk         *self,
                                    const MattraTableContext *context,
                                    MattraMeasure            *measure);

G_END_DECLS
