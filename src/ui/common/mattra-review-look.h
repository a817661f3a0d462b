/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-grid-delegate.h"
#include "mattra-pill-label.h"
#include "mattra-review-event.h"
#include "mattra-review-mark.h"

G_BEGIN_DECLS

const char      *mattra_review_look_word     (MattraReviewMark  mark);
MattraCellShape  mattra_review_look_shape    (MattraReviewMark  mark);
MattraCellTone   mattra_review_look_tone     (MattraReviewMark  mark);
char            *mattra_review_look_count    (MattraReviewMark  mark,
                                              guint             n_alike,
                                              guint             n_answers,
                                              MattraDigits      digits);
void             mattra_review_look_show     (MattraPillLabel  *label,
                                              MattraReviewMark  mark);
char            *mattra_review_look_when     (const char       *at_utc,
                                              MattraDigits      digits);
MattraReviewMark mattra_review_look_verdict  (MattraReviewVerdict verdict);

G_END_DECLS
