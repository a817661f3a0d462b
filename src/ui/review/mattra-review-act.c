/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-act.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-whoami.h"

/* Steps */

/**
 * mattra_review_step_new:
 * @measure: the measure as the user sees it
 * @round: round of the answer
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 * @verdict: what is to happen
 * @comment: (nullable): what is said with it
 *
 * Returns: (transfer full): a step that is bound to what the answer says in @measure
 */
MattraReviewStep *
mattra_review_step_new (MattraMeasure       *measure,
                        MattraRound          round,
                        const char          *division,
                        MattraReviewVerdict  verdict,
                        const char          *comment)
{
  MattraReviewStep *self;
  g_autofree char *content = NULL;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure) && round != MATTRA_ROUND_NONE, NULL);

  content = mattra_review_content_new (measure, round, division);
  self = g_new0 (MattraReviewStep, 1);
  self->measure = g_strdup (mattra_measure_get_id (measure));
  self->number = mattra_measure_get_number (measure);
  self->round = round;
  self->division = g_strdup (division);
  self->verdict = verdict;
  self->comment = g_strdup (comment);
  self->content = mattra_review_content_hash (content);
  return self;
}

/**
 * mattra_review_step_free:
 * @self: (transfer full) (nullable): a step
 *
 * Frees a step.
 */
void
mattra_review_step_free (MattraReviewStep *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->division);
  g_free (self->comment);
  g_free (self->content);
  g_free (self);
}

/* Who decides */

/**
 * mattra_review_act_get_actor:
 * @session: a session
 * @actor: (out): who decides in its window, until it notifies actor
 *
 * Gets who was chosen; where nobody was, the one who keeps the register alone is its secretary.
 */
void
mattra_review_act_get_actor (MattraSession *session,
                             MattraActor   *actor)
{
  const MattraActor *chosen = mattra_session_get_actor (session);
  const char *person = mattra_session_get_person (session);

  *actor = chosen ? *chosen : (MattraActor) { .name = person ? person : "", .role = MATTRA_ROLE_SECRETARY };
}

/**
 * mattra_review_act_ask:
 * @session: a session
 * @measure: a measure of its plan
 * @round: round of the answer
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 * @verdict: what is to happen
 *
 * Asks whether the user may take a step; what is said with it is not looked at.
 *
 * Returns: why not; %MATTRA_REASON_NONE where it may be taken
 */
MattraReason
mattra_review_act_ask (MattraSession       *session,
                       MattraMeasure       *measure,
                       MattraRound          round,
                       const char          *division,
                       MattraReviewVerdict  verdict)
{
  MattraReviewRequest request = { mattra_measure_get_id (measure), round, division, verdict, "…", NULL };
  MattraActor actor;

  mattra_review_act_get_actor (session, &actor);
  return mattra_review_ask (mattra_session_get_plan (session), &actor, measure, &request);
}

/**
 * mattra_review_act_why:
 * @session: a session
 * @reason: why something is refused
 *
 * Returns: (transfer none) (nullable): the words, also where the register is only read; %NULL where nothing hinders
 */
const char *
mattra_review_act_why (MattraSession *session,
                       MattraReason   reason)
{
  if (mattra_session_get_read_only (session))
    return _("This register is open for reading only.");
  return reason != MATTRA_REASON_NONE ? mattra_reason_to_text (reason) : NULL;
}

/* Work on the store thread: nothing in it is shared with the window. */
typedef struct
{
  MattraWhoami *whoami;
  char *person;
  MattraDate today;
  GPtrArray *steps;    /* MattraReviewStep */
  GPtrArray *failures; /* messages, where there are several steps */
  guint n_done;
} Job;

static Job *
job_new (MattraSession *session,
         GPtrArray     *steps)
{
  Job *job = g_new0 (Job, 1);
  const MattraActor *actor = mattra_session_get_actor (session);

  job->whoami = mattra_whoami_new (actor);
  if (actor && job->whoami->person == NULL)
    job->whoami->person = g_strdup (actor->name);
  job->person = g_strdup (mattra_session_get_person (session));
  job->today = mattra_clock_get_today (mattra_session_get_clock (session));
  job->steps = steps;
  job->failures = g_ptr_array_new_with_free_func (g_free);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_whoami_free (job->whoami);
  g_free (job->person);
  g_ptr_array_unref (job->steps);
  g_ptr_array_unref (job->failures);
  g_free (job);
}

static gboolean
apply (MattraStore             *store,
       MattraPlan              *plan,
       const Job               *job,
       const MattraReviewStep  *step,
       GError                 **error)
{
  MattraReviewRequest request = { step->measure, step->round, step->division, step->verdict, step->comment,
                                  step->content };
  MattraActor actor;

  if (!mattra_whoami_find_actor (job->whoami, plan, job->today, &actor))
    actor = (MattraActor) { .name = job->person ? job->person : "", .role = MATTRA_ROLE_SECRETARY };
  return mattra_review_apply (store, plan, &actor, &request, error);
}

static gboolean
take (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  return apply (store, plan, job, g_ptr_array_index (job->steps, 0), error);
}

static gboolean
take_all (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  Job *job = data;

  for (guint i = 0; i < job->steps->len; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (apply (store, plan, job, g_ptr_array_index (job->steps, i), &local_error))
        job->n_done++;
      else
        g_ptr_array_add (job->failures, g_strdup (local_error->message));
    }
  return TRUE;
}

/**
 * mattra_review_act_take:
 * @session: a session
 * @step: (transfer full): a step
 * @callback: (nullable): told when it is taken or refused
 * @user_data: for @callback
 *
 * Takes a step, see mattra_review_apply(). The callback ends it with mattra_session_finish().
 */
void
mattra_review_act_take (MattraSession       *session,
                        MattraReviewStep    *step,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_review_step_free);

  g_return_if_fail (MATTRA_IS_SESSION (session) && step != NULL);

  g_ptr_array_add (steps, step);
  mattra_session_write_async (session, take, job_new (session, steps), job_free, callback, user_data);
}

/**
 * mattra_review_act_take_all:
 * @session: a session
 * @steps: (transfer full) (element-type MattraReviewStep): steps, with mattra_review_step_free() as free function
 * @callback: told when all are taken or refused
 * @user_data: for @callback
 *
 * Takes several steps, each for itself: where one is refused the others are taken all the same.
 */
void
mattra_review_act_take_all (MattraSession       *session,
                            GPtrArray           *steps,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (MATTRA_IS_SESSION (session) && steps != NULL);

  mattra_session_write_async (session, take_all, job_new (session, steps), job_free, callback, user_data);
}

/**
 * mattra_review_act_take_all_finish:
 * @session: a session
 * @result: what the callback was given
 * @n_done: (out): how many were taken
 * @error: why nothing could be done
 *
 * Returns: (transfer full) (element-type utf8) (nullable): why others were refused
 */
GPtrArray *
mattra_review_act_take_all_finish (MattraSession  *session,
                                   GAsyncResult   *result,
                                   guint          *n_done,
                                   GError        **error)
{
  gpointer data = NULL;
  GPtrArray *failures;

  if (!mattra_session_finish (session, result, &data, error))
    return NULL;
  *n_done = ((Job *) data)->n_done;
  failures = g_ptr_array_ref (((Job *) data)->failures);
  job_free (data);
  return failures;
}

/* Comments */

static void
comment_free (gpointer data)
{
  mattra_comment_free (data);
}

static gboolean
insert_comment (MattraStore  *store,
                MattraPlan   *plan,
                gpointer      data,
                GError      **error)
{
  g_autofree char *id = mattra_store_insert_comment (store, data, error);

  return id != NULL;
}

/**
 * mattra_review_act_comment:
 * @session: a session
 * @measure: a measure
 * @text: what is said about it
 * @callback: (nullable): told when it is kept or refused
 * @user_data: for @callback
 *
 * Writes a comment as one act.
 */
void
mattra_review_act_comment (MattraSession       *session,
                           MattraMeasure       *measure,
                           const char          *text,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  MattraComment *comment;
  g_autofree char *arguments = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE (measure) && text != NULL);

  comment = g_new0 (MattraComment, 1);
  comment->measure = g_strdup (mattra_measure_get_id (measure));
  comment->round = mattra_session_get_round (session);
  comment->person = g_strdup (mattra_session_get_person (session));
  comment->text = g_strdup (text);
  arguments = mattra_measure_get_number (measure) > 0
                ? g_strdup_printf ("%d\tcomment", mattra_measure_get_number (measure))
                : g_strdup_printf ("%s\tcomment", mattra_measure_get_id (measure));
  mattra_session_act_async (session, "comment", arguments, insert_comment, comment, comment_free, callback, user_data);
}
