/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-review-act.h"
#include "mattra-review-mark.h"
#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REVIEW_BOX (mattra_review_box_get_type ())

/* How far one answer has come: who decided what and when, what was said, and what was changed after an approval. It
 * takes the next step too, once what is typed in the fields of the answer is written.
 *
 * Signals:
 *   shown ()           it shows something else, so that other steps may be possible
 *   taken (verdict)    a step was taken
 */
G_DECLARE_FINAL_TYPE (MattraReviewBox, mattra_review_box, MATTRA, REVIEW_BOX, GtkBox)

GtkWidget    *mattra_review_box_new       (MattraSession            *session);
void          mattra_review_box_set_cells (MattraReviewBox          *self,
                                           GPtrArray                *cells);
void          mattra_review_box_show      (MattraReviewBox          *self,
                                           const MattraTableContext *context,
                                           MattraMeasure            *measure,
                                           const char               *division);
const char   *mattra_review_box_get_measure (MattraReviewBox        *self);
void          mattra_review_box_tell_typed (MattraReviewBox         *self,
                                           const char               *measure,
                                           const char               *text,
                                           gboolean                  gone);
MattraReviewMark mattra_review_box_get_mark (MattraReviewBox        *self);
MattraReason  mattra_review_box_ask       (MattraReviewBox          *self,
                                           MattraReviewVerdict       verdict);
const char   *mattra_review_box_get_why   (MattraReviewBox          *self,
                                           MattraReviewVerdict       verdict);
void          mattra_review_box_take      (MattraReviewBox          *self,
                                           MattraReviewVerdict       verdict,
                                           const char               *comment);

G_END_DECLS
