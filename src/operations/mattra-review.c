/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/**
 * mattra_review_changed_cells:
 * @measure: a measure as it is now
 * @round: a round
 * @division: (nullable): ULID of a division; %NULL for the joint answer
 *
 * Tells what was changed after an approval (แก้ไขหลังเห็นชอบ).
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the fields as in JSON; %NULL where the answer is not
 *   approved or says what was approved
 */
char **
mattra_review_changed_cells (MattraMeasure *measure,
                             MattraRound    round,
                             const char    *division)
{
  const MattraReview *review;
  g_auto (GStrv) fields = NULL;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), NULL);

  review = mattra_review_find (measure, round, division);
  if (review == NULL || review->verdict != MATTRA_VERDICT_APPROVED
      || !mattra_review_is_changed (measure, review, &fields))
    return NULL;
  return g_steal_pointer (&fields);
}

static MattraAction
action_of (MattraReviewVerdict verdict)
{
  static const MattraAction actions[MATTRA_N_VERDICTS] = { MATTRA_ACTION_SUBMIT, MATTRA_ACTION_RETURN,
                                                           MATTRA_ACTION_APPROVE, MATTRA_ACTION_WITHDRAW };

  return actions[verdict];
}

/* What the table cannot know: what the answer says, who submitted it, what is said with the step. */
static MattraReason
ask_rules (const MattraActor         *actor,
           MattraMeasure             *measure,
           const MattraReviewRequest *request)
{
  const MattraReview *last = mattra_review_find (measure, request->round, request->division);
  MattraAnswer *answer = mattra_measure_find_answer (measure, request->round, request->division);

  switch (request->verdict)
    {
    case MATTRA_VERDICT_SUBMITTED:
      if (answer == NULL || !mattra_answer_is_answered (answer))
        return MATTRA_REASON_NO_ANSWER;
      return last != NULL && last->verdict == MATTRA_VERDICT_APPROVED && !mattra_review_is_changed (measure, last, NULL)
               ? MATTRA_REASON_UNCHANGED : MATTRA_REASON_NONE;
    case MATTRA_VERDICT_RETURNED:
      return request->comment == NULL || *request->comment == '\0' ? MATTRA_REASON_NO_COMMENT : MATTRA_REASON_NONE;
    case MATTRA_VERDICT_WITHDRAWN:
      return last == NULL || g_strcmp0 (last->person, actor->name) != 0 ? MATTRA_REASON_NOT_SUBMITTER
                                                                        : MATTRA_REASON_NONE;
    case MATTRA_VERDICT_APPROVED:
    default:
      return MATTRA_REASON_NONE;
    }
}

/**
 * mattra_review_ask:
 * @plan: the plan of @measure
 * @actor: who wants to decide
 * @measure: a measure as it was loaded
 * @request: what is to happen
 *
 * Asks whether a step could be taken: the table of permissions, and what it cannot know.
 *
 * Returns: why not; %MATTRA_REASON_NONE where it can
 */
MattraReason
mattra_review_ask (MattraPlan                *plan,
                   const MattraActor         *actor,
                   MattraMeasure             *measure,
                   const MattraReviewRequest *request)
{
  MattraReason reason;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), MATTRA_REASON_ROLE);
  g_return_val_if_fail (actor != NULL && request != NULL, MATTRA_REASON_ROLE);

  reason = mattra_actor_ask (actor, plan, measure, action_of (request->verdict), request->round, request->division);
  return reason != MATTRA_REASON_NONE ? reason : ask_rules (actor, measure, request);
}

static char *
describe (MattraMeasure *measure)
{
  return mattra_measure_get_number (measure) > 0
           ? g_strdup_printf (_("answer to measure %d"), mattra_measure_get_number (measure))
           : g_strdup_printf (_("answer to measure %s"), mattra_measure_get_id (measure));
}

static gboolean
check (MattraPlan                 *plan,
       const MattraActor          *actor,
       MattraMeasure              *measure,
       const MattraReviewRequest  *request,
       const char                 *hash,
       GError                    **error)
{
  MattraReason reason = mattra_review_ask (plan, actor, measure, request);
  g_autofree char *place = describe (measure);

  if (reason != MATTRA_REASON_NONE)
    {
      mattra_actor_refuse (reason, place, error);
      return FALSE;
    }
  if (request->content == NULL || g_str_equal (request->content, hash))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
               _("%s was changed since you looked at it; read it again before you decide"), place);
  return FALSE;
}

/* Inside the act: nobody else writes between the look and the step. */
static gboolean
take_step (MattraStore                *store,
           MattraPlan                 *plan,
           const MattraActor          *actor,
           const MattraReviewRequest  *request,
           GError                    **error)
{
  g_autoptr (MattraMeasure) measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), request->measure, error);
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *id = NULL;
  gboolean keeps = request->verdict == MATTRA_VERDICT_SUBMITTED || request->verdict == MATTRA_VERDICT_APPROVED;
  MattraReview step;

  if (measure == NULL)
    return FALSE;
  content = mattra_review_content_new (measure, request->round, request->division);
  hash = mattra_review_content_hash (content);
  if (!check (plan, actor, measure, request, hash, error))
    return FALSE;
  step = (MattraReview) {
    .measure = (char *) request->measure,
    .round = request->round,
    .division = (char *) request->division,
    .verdict = request->verdict,
    .person = (char *) actor->name,
    .post = (char *) actor->post,
    .comment = (char *) (request->comment != NULL && *request->comment != '\0' ? request->comment : NULL),
    .content = hash,
    .cells = keeps ? content : NULL,
  };
  id = mattra_store_insert_review (store, &step, error);
  return id != NULL;
}

/* The act is told by the measure's number, where it has one. */
static char *
make_arguments (MattraStore                *store,
                MattraPlan                 *plan,
                const MattraReviewRequest  *request,
                GError                    **error)
{
  g_autoptr (MattraMeasure) measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), request->measure, error);
  const char *verdict = mattra_review_verdict_to_string (request->verdict);

  if (measure == NULL)
    return NULL;
  if (mattra_measure_get_number (measure) > 0)
    return g_strdup_printf ("%d\t%s", mattra_measure_get_number (measure), verdict);
  return g_strdup_printf ("%s\t%s", request->measure, verdict);
}

/**
 * mattra_review_apply:
 * @store: a register open for writing, without an open act
 * @plan: a plan of it
 * @actor: who decides
 * @request: what is to happen
 * @error: return location
 *
 * Submits, returns, approves or withdraws an answer, as one act that is never undone. Fails with %MATTRA_ERROR_DENIED
 * where the table of permissions or a rule refuses it: what is submitted must say something, what is returned needs a
 * comment, only what is submitted is approved, and who submitted withdraws; with %MATTRA_ERROR_CONFLICT where the answer
 * is not the one that was seen; with %MATTRA_ERROR_NOT_FOUND for a measure that is gone.
 *
 * Returns: whether it was done
 */
gboolean
mattra_review_apply (MattraStore                *store,
                     MattraPlan                 *plan,
                     const MattraActor          *actor,
                     const MattraReviewRequest  *request,
                     GError                    **error)
{
  g_autofree char *arguments = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (actor != NULL && request != NULL && request->measure != NULL, FALSE);
  g_return_val_if_fail (request->round != MATTRA_ROUND_NONE, FALSE);

  arguments = make_arguments (store, plan, request, error);
  if (arguments == NULL || !mattra_store_begin_act (store, "review", arguments, MATTRA_ACT_REVIEW, error))
    return FALSE;
  if (take_step (store, plan, actor, request, error))
    return mattra_store_commit_act (store, error);
  mattra_store_abandon_act (store);
  return FALSE;
}
