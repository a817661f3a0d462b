/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraReviewMark:
 * @MATTRA_REVIEW_MARK_NONE: nothing was said and nothing handed in.
 * @MATTRA_REVIEW_MARK_DRAFT: something was said and not handed in.
 * @MATTRA_REVIEW_MARK_SUBMITTED: handed in, it waits for approval.
 * @MATTRA_REVIEW_MARK_RETURNED: sent back to be mended.
 * @MATTRA_REVIEW_MARK_CHANGED: approved, and changed since then (แก้ไขหลังเห็นชอบ).
 * @MATTRA_REVIEW_MARK_APPROVED: approved as it stands.
 *
 * How an answer is marked where it is looked at. Unlike %MattraReviewState it tells what was decided also when the round
 * is closed.
 */
typedef enum
{
  MATTRA_REVIEW_MARK_NONE,
  MATTRA_REVIEW_MARK_DRAFT,
  MATTRA_REVIEW_MARK_SUBMITTED,
  MATTRA_REVIEW_MARK_RETURNED,
  MATTRA_REVIEW_MARK_CHANGED,
  MATTRA_REVIEW_MARK_APPROVED,
} MattraReviewMark;

#define MATTRA_N_REVIEW_MARKS (MATTRA_REVIEW_MARK_APPROVED + 1)

MattraReviewMark mattra_review_mark            (MattraMeasure     *measure,
                                                MattraRound        round,
                                                const char        *division);
const char      *mattra_review_find_division   (MattraMeasure     *measure,
                                                MattraRound        round,
                                                const char        *division);
GPtrArray       *mattra_review_list_divisions  (MattraPlan        *plan,
                                                MattraMeasure     *measure,
                                                MattraRound        round,
                                                const char        *division);
MattraReviewMark mattra_review_mark_all        (MattraPlan        *plan,
                                                MattraMeasure     *measure,
                                                MattraRound        round,
                                                const char        *division,
                                                guint             *n_alike,
                                                guint             *n_answers);

G_END_DECLS
