/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-act.h"

#include "mattra-evidence-edit.h"

/* What an act needs on the store thread: nothing in it is shared with the window. */
typedef struct
{
  MattraEvidenceVerb verb;
  char *measure;
  char *evidence;
  MattraRound round;
  char *division;
  char *item;
  char *caption;
  char *after;
  GPtrArray *drafts;
} Job;

/**
 * mattra_evidence_draft_free:
 * @self: (transfer full) (nullable): a draft
 *
 * Frees what somebody wanted to add.
 */
void
mattra_evidence_draft_free (MattraEvidenceDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->url);
  g_free (self->file_name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->measure);
  g_free (job->evidence);
  g_free (job->division);
  g_free (job->item);
  g_free (job->caption);
  g_free (job->after);
  g_clear_pointer (&job->drafts, g_ptr_array_unref);
  g_free (job);
}

/* The table of permissions is asked by the register itself, for whoever uses the window. */
static gboolean
change (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  const Job *job = data;
  const MattraEvidenceEdit edit = { .verb = job->verb, .measure = job->measure, .evidence = job->evidence,
                                    .item = job->item, .caption = job->caption, .after = job->after };

  return mattra_evidence_set (store, plan, NULL, &edit, error);
}

static gboolean
add (MattraStore  *store,
     MattraPlan   *plan,
     gpointer      data,
     GError      **error)
{
  const Job *job = data;

  for (guint i = 0; i < job->drafts->len; i++)
    {
      const MattraEvidenceDraft *draft = g_ptr_array_index (job->drafts, i);
      const MattraEvidenceEdit edit = { .verb = MATTRA_EVIDENCE_ADD, .measure = job->measure, .round = job->round,
                                        .division = job->division, .url = draft->url, .bytes = draft->bytes,
                                        .file_name = draft->file_name };

      if (!mattra_evidence_set (store, plan, NULL, &edit, error))
        return FALSE;
    }
  return TRUE;
}

static Job *
job_new (MattraEvidenceVerb    verb,
         MattraMeasure        *measure,
         const MattraEvidence *evidence)
{
  Job *job = g_new0 (Job, 1);

  job->verb = verb;
  job->measure = g_strdup (mattra_measure_get_id (measure));
  job->evidence = evidence != NULL ? g_strdup (evidence->id) : NULL;
  return job;
}

static void
push (MattraSession       *session,
      MattraMeasure       *measure,
      Job                 *job,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_autofree char *arguments = mattra_evidence_act_arguments (measure);

  mattra_session_act_async (session, mattra_evidence_act_name (job->verb), arguments,
                            job->verb == MATTRA_EVIDENCE_ADD ? add : change, job, job_free, callback, user_data);
}

/**
 * mattra_evidence_act_add:
 * @session: the session
 * @measure: a measure
 * @round: round of the answer
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 * @drafts: (element-type MattraEvidenceDraft): what is added; not changed afterwards
 * @callback: (nullable): told when it is committed or refused
 * @user_data: for @callback
 *
 * Adds links and files to an answer as one act.
 */
void
mattra_evidence_act_add (MattraSession       *session,
                         MattraMeasure       *measure,
                         MattraRound          round,
                         const char          *division,
                         GPtrArray           *drafts,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE (measure) && drafts != NULL);

  job = job_new (MATTRA_EVIDENCE_ADD, measure, NULL);
  job->round = round;
  job->division = g_strdup (division);
  job->drafts = g_ptr_array_ref (drafts);
  push (session, measure, job, callback, user_data);
}

/**
 * mattra_evidence_act_caption:
 * @session: the session
 * @measure: a measure
 * @evidence: a piece of its evidence
 * @caption: what it shows
 * @callback: (nullable): told when it is committed or refused
 * @user_data: for @callback
 *
 * Says in words what a piece of evidence shows.
 */
void
mattra_evidence_act_caption (MattraSession        *session,
                             MattraMeasure        *measure,
                             const MattraEvidence *evidence,
                             const char           *caption,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE (measure) && evidence != NULL);

  job = job_new (MATTRA_EVIDENCE_CAPTION, measure, evidence);
  job->caption = g_strdup (caption);
  push (session, measure, job, callback, user_data);
}

/**
 * mattra_evidence_act_prove:
 * @session: the session
 * @measure: a measure
 * @evidence: a piece of its evidence
 * @item: (nullable): ULID of the step or result that it proves; %NULL for the answer as such
 *
 * Says what a piece of evidence proves.
 */
void
mattra_evidence_act_prove (MattraSession        *session,
                           MattraMeasure        *measure,
                           const MattraEvidence *evidence,
                           const char           *item)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE (measure) && evidence != NULL);

  job = job_new (MATTRA_EVIDENCE_PROVE, measure, evidence);
  job->item = g_strdup (item);
  push (session, measure, job, NULL, NULL);
}

/**
 * mattra_evidence_act_move:
 * @session: the session
 * @measure: a measure
 * @evidence: a piece of its evidence
 * @after: (nullable): ULID of the one behind which it is to stand; %NULL to stand first
 *
 * Puts a piece of evidence in another place.
 */
void
mattra_evidence_act_move (MattraSession        *session,
                          MattraMeasure        *measure,
                          const MattraEvidence *evidence,
                          const char           *after)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE (measure) && evidence != NULL);

  job = job_new (MATTRA_EVIDENCE_MOVE, measure, evidence);
  job->after = g_strdup (after);
  push (session, measure, job, NULL, NULL);
}

/**
 * mattra_evidence_act_remove:
 * @session: the session
 * @measure: a measure
 * @evidence: a piece of its evidence
 *
 * Takes a piece of evidence away; undo brings it back.
 */
void
mattra_evidence_act_remove (MattraSession        *session,
                            MattraMeasure        *measure,
                            const MattraEvidence *evidence)
{
  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE (measure) && evidence != NULL);

  push (session, measure, job_new (MATTRA_EVIDENCE_REMOVE, measure, evidence), NULL, NULL);
}
