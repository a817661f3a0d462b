/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"
#include "mattra-permission.h"

G_BEGIN_DECLS

/**
 * MattraReviewVerdict:
 * @MATTRA_VERDICT_SUBMITTED: the answer was handed in.
 * @MATTRA_VERDICT_RETURNED: it was sent back.
 * @MATTRA_VERDICT_APPROVED: it was approved.
 * @MATTRA_VERDICT_WITHDRAWN: it was taken back by who handed it in.
 *
 * What happened to an answer.
 */
typedef enum
{
  MATTRA_VERDICT_SUBMITTED,
  MATTRA_VERDICT_RETURNED,
  MATTRA_VERDICT_APPROVED,
  MATTRA_VERDICT_WITHDRAWN,
} MattraReviewVerdict;

#define MATTRA_N_VERDICTS (MATTRA_VERDICT_WITHDRAWN + 1)

/**
 * MattraReview:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @measure: ULID of the measure.
 * @round: round of the answer; not %MATTRA_ROUND_NONE.
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one.
 * @verdict: what happened.
 * @at_utc: (nullable): when, as 2022-12-09T08:15:00.000Z.
 * @person: who did it, by the name as it was.
 * @post: (nullable): in which post.
 * @comment: (nullable): what was said with it.
 * @content: SHA-256 of the answer's content then, in hexadecimal.
 * @cells: (nullable): that content, see mattra_review_content_new(); kept of what was submitted or approved.
 *
 * A step in the review of an answer. It is never changed.
 */
typedef struct
{
  char *id;
  char *measure;
  MattraRound round;
  char *division;
  MattraReviewVerdict verdict;
  char *at_utc;
  char *person;
  char *post;
  char *comment;
  char *content;
  char *cells;
} MattraReview;

void              mattra_review_free                (MattraReview         *self);
MattraReviewState mattra_review_verdict_leads_to    (MattraReviewVerdict   verdict);
const char       *mattra_review_verdict_to_string   (MattraReviewVerdict   verdict);
gboolean          mattra_review_verdict_from_string (const char           *text,
                                                     MattraReviewVerdict  *verdict);
const char       *mattra_review_verdict_to_text     (MattraReviewVerdict   verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraReview, mattra_review_free)

const MattraReview *mattra_review_find             (MattraMeasure        *measure,
                                                     MattraRound           round,
                                                     const char           *division);

/* What is reviewed of an answer: mattra-review-content.c */
char             *mattra_review_content_new         (MattraMeasure        *measure,
                                                     MattraRound           round,
                                                     const char           *division);
char             *mattra_review_content_hash        (const char           *content);
char            **mattra_review_content_compare     (const char           *before,
                                                     const char           *after);
char             *mattra_review_content_get         (const char           *content,
                                                     const char           *field);
gboolean          mattra_review_is_changed          (MattraMeasure        *measure,
                                                     const MattraReview   *review,
                                                     char               ***fields);

G_END_DECLS
