/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (MattraEvidence, mattra_evidence, mattra_evidence_copy, mattra_evidence_free)

static const char *const kind_names[] = { "link", "file" };

/**
 * mattra_evidence_new:
 * @kind: link or file
 *
 * Returns: (transfer full): evidence of which nothing else is known
 */
MattraEvidence *
mattra_evidence_new (MattraEvidenceKind kind)
{
  MattraEvidence *self = g_new0 (MattraEvidence, 1);

  self->kind = kind;
  return self;
}

/**
 * mattra_evidence_copy:
 * @self: evidence
 *
 * Returns: (transfer full): a copy
 */
MattraEvidence *
mattra_evidence_copy (const MattraEvidence *self)
{
  MattraEvidence *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (MattraEvidence, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->measure = g_strdup (self->measure);
  copy->division = g_strdup (self->division);
  copy->item = g_strdup (self->item);
  copy->sort_key = g_strdup (self->sort_key);
  copy->caption = g_strdup (self->caption);
  copy->url = g_strdup (self->url);
  copy->file_name = g_strdup (self->file_name);
  copy->media_type = g_strdup (self->media_type);
  copy->blob = g_strdup (self->blob);
  return copy;
}

/**
 * mattra_evidence_free:
 * @self: (transfer full) (nullable): evidence
 *
 * Frees what is known of a piece of evidence.
 */
void
mattra_evidence_free (MattraEvidence *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->measure);
  g_free (self->division);
  g_free (self->item);
  g_free (self->sort_key);
  g_free (self->caption);
  g_free (self->url);
  g_free (self->file_name);
  g_free (self->media_type);
  g_free (self->blob);
  g_free (self);
}

/**
 * mattra_evidence_kind_to_string:
 * @kind: link or file
 *
 * Returns: (transfer none): its name in the register and in JSON
 */
const char *
mattra_evidence_kind_to_string (MattraEvidenceKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), "file");

  return kind_names[kind];
}

/**
 * mattra_evidence_kind_from_string:
 * @text: (nullable): a name
 * @kind: (out): the kind
 *
 * Returns: whether there is a kind of that name
 */
gboolean
mattra_evidence_kind_from_string (const char         *text,
                                  MattraEvidenceKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (text, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * mattra_evidence_get_text:
 * @self: evidence
 *
 * Returns: (transfer none): what a person knows it by: its caption, or the file's name, or the link
 */
const char *
mattra_evidence_get_text (const MattraEvidence *self)
{
  g_return_val_if_fail (self != NULL, "");

  if (self->caption != NULL && *self->caption != '\0')
    return self->caption;
  if (self->kind == MATTRA_EVIDENCE_LINK)
    return self->url != NULL ? self->url : "";
  return self->file_name != NULL ? self->file_name : "";
}

/**
 * mattra_evidence_find_item:
 * @self: evidence
 * @measure: its measure
 * @kind: (out): %MATTRA_ITEM_STEP or %MATTRA_ITEM_RESULT
 * @number: (out): its number among its like, from 1
 *
 * Finds the step or result that it proves.
 *
 * Returns: (transfer none) (nullable): the step or result, owned by @measure; %NULL for the answer as such
 */
const MattraItem *
mattra_evidence_find_item (const MattraEvidence *self,
                           MattraMeasure        *measure,
                           MattraItemKind       *kind,
                           guint                *number)
{
  MattraAnswer *answer;
  GPtrArray *lists[2];

  g_return_val_if_fail (self != NULL && MATTRA_IS_MEASURE (measure), NULL);
  g_return_val_if_fail (kind != NULL && number != NULL, NULL);

  answer = mattra_measure_find_answer (measure, self->round, self->division);
  lists[0] = mattra_measure_get_items (measure, MATTRA_ITEM_STEP);
  lists[1] = answer != NULL ? mattra_answer_get_items (answer, MATTRA_ITEM_RESULT) : NULL;
  for (guint l = 0; l < G_N_ELEMENTS (lists) && self->item != NULL; l++)
    for (guint i = 0; lists[l] != NULL && i < lists[l]->len; i++)
      if (g_strcmp0 (((MattraItem *) g_ptr_array_index (lists[l], i))->id, self->item) == 0)
        {
          *kind = l == 0 ? MATTRA_ITEM_STEP : MATTRA_ITEM_RESULT;
          *number = i + 1;
          return g_ptr_array_index (lists[l], i);
        }
  return NULL;
}

/**
 * mattra_evidence_describe_item:
 * @self: evidence
 * @measure: its measure
 *
 * Tells what it proves.
 *
 * Returns: (transfer full) (nullable): in words, as "step 2"; %NULL for the answer as such
 */
char *
mattra_evidence_describe_item (const MattraEvidence *self,
                               MattraMeasure        *measure)
{
  MattraItemKind kind;
  guint number;

  g_return_val_if_fail (self != NULL && MATTRA_IS_MEASURE (measure), NULL);

  if (mattra_evidence_find_item (self, measure, &kind, &number) == NULL)
    return NULL;
  return kind == MATTRA_ITEM_STEP ? g_strdup_printf (_("step %u"), number) : g_strdup_printf (_("result %u"), number);
}

/**
 * mattra_evidence_is_picture:
 * @self: evidence
 *
 * Returns: whether it is a file that can be shown and printed as a picture
 */
gboolean
mattra_evidence_is_picture (const MattraEvidence *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (self->media_type, "image/jpeg") == 0 || g_strcmp0 (self->media_type, "image/png") == 0;
}

/**
 * mattra_evidence_of_answer:
 * @measure: a measure
 * @round: a round
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 *
 * Finds what proves an answer, its steps and its results.
 *
 * Returns: (transfer container) (element-type MattraEvidence): the evidence in its order, owned by @measure
 */
GPtrArray *
mattra_evidence_of_answer (MattraMeasure *measure,
                           MattraRound    round,
                           const char    *division)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *all;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), found);

  all = mattra_measure_get_evidence (measure);
  for (guint i = 0; i < all->len; i++)
    {
      MattraEvidence *evidence = g_ptr_array_index (all, i);

      if (evidence->round == round && g_strcmp0 (evidence->division, division) == 0)
        g_ptr_array_add (found, evidence);
    }
  return found;
}

/* The joint answer first, then the divisions in their order. */
static int
place_of (MattraPlan *plan,
          const char *division)
{
  int position = mattra_division_list_position (mattra_plan_get_divisions (plan), division);

  if (division == NULL)
    return 0;
  return position >= 0 ? position + 1 : G_MAXINT;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const MattraEvidence *one = *(const MattraEvidence *const *) a;
  const MattraEvidence *other = *(const MattraEvidence *const *) b;
  int order = place_of (user_data, one->division) - place_of (user_data, other->division);

  order = order != 0 ? order : g_strcmp0 (one->sort_key, other->sort_key);
  return order != 0 ? order : g_strcmp0 (one->id, other->id);
}

/**
 * mattra_evidence_of_round:
 * @measure: a measure
 * @plan: its plan
 * @round: a round
 *
 * Lists the evidence of a measure in a round as it is shown and numbered: that of the joint answer, then that of the
 * divisions in their order.
 *
 * Returns: (transfer container) (element-type MattraEvidence): the evidence, owned by @measure
 */
GPtrArray *
mattra_evidence_of_round (MattraMeasure *measure,
                          MattraPlan    *plan,
                          MattraRound    round)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *all;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure) && MATTRA_IS_PLAN (plan), list);

  all = mattra_measure_get_evidence (measure);
  for (guint i = 0; i < all->len; i++)
    if (((MattraEvidence *) g_ptr_array_index (all, i))->round == round)
      g_ptr_array_add (list, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (list, compare_places, plan);
  return list;
}

/* The cell of evidence may name what proves the answer without a file: "none" proves nothing. */
static gboolean
names_evidence (MattraAnswer *answer)
{
  GPtrArray *items = mattra_answer_get_items (answer, MATTRA_ITEM_EVIDENCE);

  for (guint i = 0; i < items->len; i++)
    if (!((MattraItem *) g_ptr_array_index (items, i))->none)
      return TRUE;
  return FALSE;
}

static gboolean
has_any (MattraMeasure *measure,
         MattraRound    round,
         const char    *division)
{
  g_autoptr (GPtrArray) found = mattra_evidence_of_answer (measure, round, division);

  return found->len > 0;
}

/**
 * mattra_evidence_is_lacking:
 * @measure: a measure
 * @round: a round
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 *
 * Tells whether an answer says that the measure is done and nothing proves it: neither a link or file of its own or of
 * the joint answer, nor words in the column of evidence.
 *
 * Returns: whether it is done without evidence
 */
gboolean
mattra_evidence_is_lacking (MattraMeasure *measure,
                            MattraRound    round,
                            const char    *division)
{
  MattraAnswer *answer;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), FALSE);

  answer = mattra_measure_find_answer (measure, round, division);
  if (answer == NULL || mattra_answer_get_stated (answer) != MATTRA_STATUS_DONE || names_evidence (answer))
    return FALSE;
  return !has_any (measure, round, division) && (division == NULL || !has_any (measure, round, NULL));
}
