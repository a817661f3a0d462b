/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-comments.h"

#include <glib/gi18n-lib.h>

#include "mattra-digits.h"
#include "mattra-error.h"

/**
 * mattra_comments_find:
 * @store: a register
 * @measure: ULID of a measure
 * @word: the comment's ULID, or its number in the list, from 1
 * @error: %MATTRA_ERROR_NOT_FOUND where there is none
 *
 * Finds what somebody said about a measure.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_comments_find (MattraStore  *store,
                      const char   *measure,
                      const char   *word,
                      GError      **error)
{
  g_autoptr (GPtrArray) comments = NULL;
  const char *cursor = word;
  int number = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && measure != NULL && word != NULL, NULL);

  comments = mattra_store_list_comments (store, measure, error);
  if (comments == NULL)
    return NULL;
  if (!mattra_digits_parse (&cursor, &number) || *cursor != '\0')
    number = 0;
  for (guint i = 0; i < comments->len; i++)
    {
      const MattraComment *comment = g_ptr_array_index (comments, i);

      if (g_str_equal (comment->id, word) || (number > 0 && i + 1 == (guint) number))
        return g_strdup (comment->id);
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("There is no comment “%s” on the measure; “comment FILE MEASURE” lists those there are"), word);
  return NULL;
}

/**
 * mattra_comments_write:
 * @comments: (element-type MattraComment): what was said about a measure, the oldest first
 * @plan: the plan of the measure
 * @writer: where an object is open
 *
 * Writes the comments as the member "comments" of the object.
 */
void
mattra_comments_write (GPtrArray        *comments,
                       MattraPlan       *plan,
                       MattraJsonWriter *writer)
{
  g_return_if_fail (comments != NULL && MATTRA_IS_PLAN (plan) && writer != NULL);

  mattra_json_writer_begin_array (writer, "comments");
  for (guint i = 0; i < comments->len; i++)
    {
      const MattraComment *comment = g_ptr_array_index (comments, i);
      const char *division = mattra_plan_find_division_name (plan, comment->division);

      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_add_string (writer, "id", comment->id);
      mattra_json_writer_add_string (writer, "at", comment->at_utc);
      mattra_json_writer_add_string (writer, "person", comment->person);
      mattra_json_writer_add_string (writer, "division", division != NULL ? division : comment->division);
      mattra_json_writer_add_string (writer, "round", comment->round != MATTRA_ROUND_NONE
                                                        ? mattra_round_to_string (comment->round) : NULL);
      mattra_json_writer_add_string (writer, "text", comment->text);
      mattra_json_writer_end_object (writer);
    }
  mattra_json_writer_end_array (writer);
}
