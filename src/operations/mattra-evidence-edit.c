/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-edit.h"

#include <glib/gi18n-lib.h>

#include "mattra-evidence-file.h"
#include "mattra-media-type.h"

/* As the register keeps it. */
#define CAPTION_MAX 32768

static char *
describe (MattraMeasure *measure)
{
  return mattra_measure_get_number (measure) > 0
           ? g_strdup_printf (_("evidence of measure %d"), mattra_measure_get_number (measure))
           : g_strdup_printf (_("evidence of measure %s"), mattra_measure_get_id (measure));
}

static const MattraEvidence *
find (MattraMeasure  *measure,
      const char     *id,
      GError        **error)
{
  GPtrArray *all = mattra_measure_get_evidence (measure);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((MattraEvidence *) g_ptr_array_index (all, i))->id, id) == 0)
      return g_ptr_array_index (all, i);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("the evidence is no longer there; look at the measure again"));
  return NULL;
}

static gboolean
check_allowed (MattraPlan         *plan,
               MattraMeasure      *measure,
               const MattraActor  *actor,
               MattraRound         round,
               const char         *division,
               GError            **error)
{
  MattraReason reason = mattra_actor_ask (actor, plan, measure, MATTRA_ACTION_ADD_EVIDENCE, round, division);
  g_autofree char *place = describe (measure);

  if (reason == MATTRA_REASON_NONE)
    return TRUE;
  mattra_actor_refuse (reason, place, error);
  return FALSE;
}

/* The same proof twice is a slip of the hand, and would be numbered twice in the annex. */
static gboolean
check_new (MattraMeasure         *measure,
           const MattraEvidence  *evidence,
           GBytes                *bytes,
           GError               **error)
{
  g_autoptr (GPtrArray) present = mattra_evidence_of_answer (measure, evidence->round, evidence->division);
  g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  for (guint i = 0; i < present->len; i++)
    {
      const MattraEvidence *other = g_ptr_array_index (present, i);

      if (g_strcmp0 (other->item, evidence->item) != 0 || g_strcmp0 (other->url, evidence->url) != 0
          || g_strcmp0 (other->blob, hash) != 0)
        continue;
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("“%s” is there already, as “%s”"),
                   mattra_evidence_get_text (evidence), mattra_evidence_get_text (other));
      return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the caption without the spaces around it; %NULL for none */
static char *
clean_caption (const char *caption)
{
  g_autofree char *clean = caption != NULL ? g_strstrip (g_strdup (caption)) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static gboolean
check_caption (const char  *caption,
               GError     **error)
{
  if (caption == NULL || (g_utf8_validate (caption, -1, NULL) && g_utf8_strlen (caption, -1) <= CAPTION_MAX))
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       _("a caption is text in UTF-8 of at most 32768 characters; shorten it"));
  return FALSE;
}

/* @bytes: (nullable): what is in the file; %NULL for a link */
static MattraEvidence *
new_evidence (const MattraEvidenceEdit  *edit,
              GBytes                    *bytes,
              GError                   **error)
{
  g_autoptr (MattraEvidence) evidence = mattra_evidence_new (bytes != NULL ? MATTRA_EVIDENCE_FILE : MATTRA_EVIDENCE_LINK);

  evidence->measure = g_strdup (edit->measure);
  evidence->round = edit->round;
  evidence->division = g_strdup (edit->division);
  evidence->item = g_strdup (edit->item);
  evidence->caption = clean_caption (edit->caption);
  if (bytes == NULL)
    return mattra_evidence_check_link (edit->url, &evidence->url, error) ? g_steal_pointer (&evidence) : NULL;
  evidence->media_type = g_strdup (mattra_media_type_find (bytes, edit->file_name != NULL ? edit->file_name : "", error));
  if (evidence->media_type == NULL)
    return NULL;
  evidence->file_name = mattra_evidence_clean_name (edit->file_name, evidence->media_type);
  return g_steal_pointer (&evidence);
}

static gboolean
add (MattraStore               *store,
     MattraPlan                *plan,
     const MattraActor         *actor,
     MattraMeasure             *measure,
     const MattraEvidenceEdit  *edit,
     GError                   **error)
{
  g_autoptr (MattraEvidence) evidence = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *id = NULL;

  if (!check_allowed (plan, measure, actor, edit->round, edit->division, error)
      || !check_caption (edit->caption, error))
    return FALSE;
  if (edit->path != NULL)
    bytes = mattra_evidence_read (edit->path, error);
  else if (edit->bytes != NULL)
    bytes = g_bytes_ref (edit->bytes);
  if (edit->path != NULL && bytes == NULL)
    return FALSE;
  evidence = new_evidence (edit, bytes, error);
  if (evidence == NULL || !check_new (measure, evidence, bytes, error))
    return FALSE;
  id = mattra_store_insert_evidence (store, evidence, bytes, error);
  return id != NULL;
}

static gboolean
change (MattraStore               *store,
        MattraPlan                *plan,
        const MattraActor         *actor,
        MattraMeasure             *measure,
        const MattraEvidenceEdit  *edit,
        GError                   **error)
{
  const MattraEvidence *evidence = find (measure, edit->evidence, error);
  g_autofree char *caption = clean_caption (edit->caption);

  if (evidence == NULL || !check_allowed (plan, measure, actor, evidence->round, evidence->division, error)
      || !check_caption (edit->caption, error))
    return FALSE;
  if (edit->verb == MATTRA_EVIDENCE_CAPTION)
    return mattra_store_set_evidence_caption (store, evidence->id, caption, error);
  if (edit->verb == MATTRA_EVIDENCE_PROVE)
    return mattra_store_set_evidence_item (store, evidence->id, edit->item, error);
  if (edit->verb == MATTRA_EVIDENCE_MOVE)
    return g_strcmp0 (evidence->id, edit->after) == 0
           || mattra_store_move_evidence (store, evidence->id, edit->after, error);
  return mattra_store_remove_evidence (store, evidence->id, error);
}

/**
 * mattra_evidence_set:
 * @store: a register with an open act
 * @plan: a plan of it
 * @actor: (nullable): who does it; %NULL for the secretary
 * @edit: what is to happen
 * @error: why not: %MATTRA_ERROR_DENIED where the table of permissions refuses it, %MATTRA_ERROR_NOT_FOUND for what is
 *   gone, %MATTRA_ERROR_INVALID for a link or a file that is not taken or is there already
 *
 * Changes the evidence of an answer.
 *
 * Returns: whether it was done
 */
gboolean
mattra_evidence_set (MattraStore               *store,
                     MattraPlan                *plan,
                     const MattraActor         *actor,
                     const MattraEvidenceEdit  *edit,
                     GError                   **error)
{
  g_autoptr (MattraMeasure) measure = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (edit != NULL && edit->measure != NULL, FALSE);

  measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), edit->measure, error);
  if (measure == NULL)
    return FALSE;
  return edit->verb == MATTRA_EVIDENCE_ADD ? add (store, plan, actor, measure, edit, error)
                                           : change (store, plan, actor, measure, edit, error);
}

/**
 * mattra_evidence_act_name:
 * @verb: what is to happen
 *
 * Returns: (transfer none): the name of the act that does it
 */
const char *
mattra_evidence_act_name (MattraEvidenceVerb verb)
{
  static const char *const names[] = { "add-evidence", "change-evidence", "change-evidence", "move-evidence", "remove-evidence" };

  g_return_val_if_fail ((guint) verb < G_N_ELEMENTS (names), names[0]);

  return names[verb];
}

/**
 * mattra_evidence_act_arguments:
 * @measure: a measure
 *
 * Returns: (transfer full): the arguments of an act on its evidence: what was changed, by which the history tells it
 */
char *
mattra_evidence_act_arguments (MattraMeasure *measure)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), NULL);

  return mattra_measure_get_number (measure) > 0
           ? g_strdup_printf ("%d\tattachments", mattra_measure_get_number (measure))
           : g_strdup_printf ("%s\tattachments", mattra_measure_get_id (measure));
}

/**
 * mattra_evidence_apply:
 * @store: a register open for writing, without an open act
 * @plan: a plan of it
 * @actor: (nullable): who does it; %NULL for the secretary
 * @edits: (array length=n_edits): what is to happen, all of the same verb
 * @n_edits: how many; at least one
 * @error: as mattra_evidence_set()
 *
 * Changes evidence as one act: all of it, or nothing.
 *
 * Returns: whether it was done
 */
gboolean
mattra_evidence_apply (MattraStore               *store,
                       MattraPlan                *plan,
                       const MattraActor         *actor,
                       const MattraEvidenceEdit  *edits,
                       guint                      n_edits,
                       GError                   **error)
{
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *arguments = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (edits != NULL && n_edits > 0, FALSE);

  measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), edits[0].measure, error);
  if (measure == NULL)
    return FALSE;
  arguments = mattra_evidence_act_arguments (measure);
  if (!mattra_store_begin_act (store, mattra_evidence_act_name (edits[0].verb), arguments, MATTRA_ACT_EDIT, error))
    return FALSE;
  for (guint i = 0; i < n_edits; i++)
    if (!mattra_evidence_set (store, plan, actor, &edits[i], error))
      {
        mattra_store_abandon_act (store);
        return FALSE;
      }
  return mattra_store_commit_act (store, error);
}
