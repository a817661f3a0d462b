/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * mattra_comment_free:
 * @self: (transfer full) (nullable): a comment
 *
 * Frees a comment.
 */
void
mattra_comment_free (MattraComment *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->measure);
  g_free (self->division);
  g_free (self->person);
  g_free (self->at_utc);
  g_free (self->text);
  g_free (self);
}

/* Reading */

/* Returns: (transfer full): a row of the queries of reviews */
MattraReview *
mattra_store_read_review (const MattraValue *row)
{
  MattraReview *review = g_new0 (MattraReview, 1);

  mattra_value_copy_text (&review->id, &row[0]);
  mattra_value_copy_text (&review->measure, &row[1]);
  if (row[2].type == MATTRA_VALUE_TEXT)
    mattra_round_from_string (row[2].data, &review->round);
  mattra_value_copy_text (&review->division, &row[3]);
  mattra_review_verdict_from_string (mattra_value_get_text (&row[4]), &review->verdict);
  mattra_value_copy_text (&review->at_utc, &row[5]);
  mattra_value_copy_text (&review->person, &row[6]);
  mattra_value_copy_text (&review->post, &row[7]);
  mattra_value_copy_text (&review->comment, &row[8]);
  mattra_value_copy_text (&review->content, &row[9]);
  mattra_value_copy_text (&review->cells, &row[10]);
  return review;
}

static gboolean
take_review (const MattraValue *row,
             gpointer           user_data)
{
  g_ptr_array_add (user_data, mattra_store_read_review (row));
  return TRUE;
}

/**
 * mattra_store_list_reviews:
 * @self: a register
 * @measure: ULID of a measure
 * @error: why they could not be read
 *
 * Lists all that happened in the review of a measure's answers, the oldest first. The newest of each answer comes with
 * the measure, see mattra_measure_get_reviews().
 *
 * Returns: (transfer full) (element-type MattraReview) (nullable): the steps
 */
GPtrArray *
mattra_store_list_reviews (MattraStore  *self,
                           const char   *measure,
                           GError      **error)
{
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_review_free);
  MattraValue key = mattra_value_text (measure);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_LIST_REVIEWS, &key, 1, take_review, reviews, error))
    return NULL;
  return g_steal_pointer (&reviews);
}

static gboolean
take_comment (const MattraValue *row,
              gpointer           user_data)
{
  MattraComment *comment = g_new0 (MattraComment, 1);

  mattra_value_copy_text (&comment->id, &row[0]);
  mattra_value_copy_text (&comment->measure, &row[1]);
  if (row[2].type == MATTRA_VALUE_TEXT)
    mattra_round_from_string (row[2].data, &comment->round);
  mattra_value_copy_text (&comment->division, &row[3]);
  mattra_value_copy_text (&comment->person, &row[4]);
  mattra_value_copy_text (&comment->at_utc, &row[5]);
  mattra_value_copy_text (&comment->text, &row[6]);
  g_ptr_array_add (user_data, comment);
  return TRUE;
}

/**
 * mattra_store_list_comments:
 * @self: a register
 * @measure: ULID of a measure
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type MattraComment) (nullable): what was said about the measure, the oldest first
 */
GPtrArray *
mattra_store_list_comments (MattraStore  *self,
                            const char   *measure,
                            GError      **error)
{
  g_autoptr (GPtrArray) comments = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_comment_free);
  MattraValue key = mattra_value_text (measure);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_LIST_COMMENTS, &key, 1, take_comment, comments, error))
    return NULL;
  return g_steal_pointer (&comments);
}

/* Writing */

static gboolean
take_time (const MattraValue *row,
           gpointer           user_data)
{
  mattra_value_copy_text (user_data, &row[0]);
  return FALSE;
}

/* Returns: (transfer full): a millisecond after @at_utc */
static char *
time_after (const char *at_utc)
{
  g_autoptr (GDateTime) before = g_date_time_new_from_iso8601 (at_utc, NULL);

  return before == NULL ? g_strdup (at_utc)
                        : mattra_act_format_time (g_date_time_to_unix (before) * G_USEC_PER_SEC
                                                  + g_date_time_get_microsecond (before) / 1000 * 1000 + 1000);
}

/* The newest step counts: one made with the clock set back must not come before the step that it follows. */
static gboolean
make_time (MattraStore         *self,
           const MattraReview  *review,
           const char          *round,
           char               **at_utc,
           GError             **error)
{
  MattraValue values[] = { mattra_value_text (review->measure), mattra_value_text (round),
                           mattra_value_text (review->division) };
  g_autofree char *newest = NULL;

  if (!mattra_store_query (self, MATTRA_QUERY_NEWEST_REVIEW_TIME, values, G_N_ELEMENTS (values), take_time, &newest,
                           error))
    return FALSE;
  *at_utc = mattra_act_format_time (mattra_store_now (self));
  if (newest != NULL && strcmp (newest, *at_utc) >= 0)
    {
      g_free (*at_utc);
      *at_utc = time_after (newest);
    }
  return TRUE;
}

static gboolean
write_review (MattraStore         *self,
              const char          *id,
              const MattraReview  *review,
              GError             **error)
{
  g_autofree char *plan = mattra_store_find_plan (self, review->measure, error);
  g_autofree char *round = plan != NULL ? mattra_store_round_id (plan, review->round) : NULL;
  g_autofree char *at_utc = NULL;
  MattraValue values[N_COLUMNS_REVIEW];

  if (plan == NULL || !make_time (self, review, round, &at_utc, error))
    return FALSE;
  values[COLUMN_REVIEW_ID] = mattra_value_text (id);
  values[COLUMN_REVIEW_DELETED] = mattra_value_integer (0);
  values[COLUMN_REVIEW_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_REVIEW_MEASURE] = mattra_value_text (review->measure);
  values[COLUMN_REVIEW_ROUND] = mattra_value_text (round);
  values[COLUMN_REVIEW_DIVISION] = mattra_value_text (review->division);
  values[COLUMN_REVIEW_VERDICT] = mattra_value_text (mattra_review_verdict_to_string (review->verdict));
  values[COLUMN_REVIEW_AT_UTC] = mattra_value_text (at_utc);
  values[COLUMN_REVIEW_PERSON] = mattra_value_text (review->person);
  values[COLUMN_REVIEW_POST] = mattra_value_text (review->post);
  values[COLUMN_REVIEW_COMMENT] = mattra_value_text (review->comment);
  values[COLUMN_REVIEW_CONTENT] = mattra_value_text (review->content);
  values[COLUMN_REVIEW_CELLS] = mattra_value_text (review->cells);
  return mattra_act_insert (self, TABLE_REVIEW, values, error);
}

/**
 * mattra_store_insert_review:
 * @self: a register with an open act of the kind %MATTRA_ACT_REVIEW
 * @review: measure, round, division, verdict, person, post, comment, content and cells
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round, %MATTRA_ERROR_NOT_FOUND for an unknown measure
 *
 * Adds a step to the review of an answer, for good. The time is set here; it is always after that of the step before,
 * also where the clock was set back.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_review (MattraStore         *self,
                            const MattraReview  *review,
                            GError             **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (self->act.begun && self->act.kind == MATTRA_ACT_REVIEW, NULL);
  g_return_val_if_fail (review != NULL && review->measure != NULL && review->round != MATTRA_ROUND_NONE, NULL);

  if (!mattra_act_enter (self, "review", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_review (self, id, review, error), error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
write_comment (MattraStore          *self,
               const char           *id,
               const MattraComment  *comment,
               GError              **error)
{
  g_autofree char *plan = mattra_store_find_plan (self, comment->measure, error);
  g_autofree char *round = NULL;
  g_autofree char *at_utc = mattra_act_format_time (mattra_store_now (self));
  MattraValue values[N_COLUMNS_COMMENT];

  if (plan == NULL)
    return FALSE;
  round = mattra_store_round_id (plan, comment->round);
  values[COLUMN_COMMENT_ID] = mattra_value_text (id);
  values[COLUMN_COMMENT_DELETED] = mattra_value_integer (0);
  values[COLUMN_COMMENT_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_COMMENT_MEASURE] = mattra_value_text (comment->measure);
  values[COLUMN_COMMENT_ROUND] = mattra_value_text (round);
  values[COLUMN_COMMENT_DIVISION] = mattra_value_text (comment->division);
  values[COLUMN_COMMENT_PERSON] = mattra_value_text (comment->person != NULL ? comment->person : self->person);
  values[COLUMN_COMMENT_AT_UTC] = mattra_value_text (at_utc);
  values[COLUMN_COMMENT_TEXT] = mattra_value_text (comment->text);
  return mattra_act_insert (self, TABLE_COMMENT, values, error);
}

/**
 * mattra_store_insert_comment:
 * @self: a register open for writing
 * @comment: measure, round, division, person and text; time and key are set here
 * @error: why not: %MATTRA_ERROR_INVALID for an empty text or one of more than 32768 characters,
 *   %MATTRA_ERROR_NOT_FOUND for an unknown measure
 *
 * Keeps what somebody says about a measure. A closed round does not hinder it.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_comment (MattraStore          *self,
                             const MattraComment  *comment,
                             GError              **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (comment != NULL && comment->measure != NULL && comment->text != NULL, NULL);

  if (*comment->text == '\0')
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("a comment says something; this one is empty"));
      return NULL;
    }
  if (!mattra_act_enter (self, "comment", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_comment (self, id, comment, error), error))
    return NULL;
  return g_steal_pointer (&id);
}
