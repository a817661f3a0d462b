/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-comment.h"

#include <glib/gi18n-lib.h>

#include "mattra-store-private.h"

static gboolean
write_comment (MattraStore  *self,
               const char   *comment,
               const char   *text,
               GError      **error)
{
  MattraValue gone = mattra_value_integer (1);
  MattraValue value = mattra_value_text (text);

  return text == NULL ? mattra_act_set_live (self, TABLE_COMMENT, comment, MATTRA_COLUMN_DELETED, &gone, error)
                      : mattra_act_set_live (self, TABLE_COMMENT, comment, COLUMN_COMMENT_TEXT, &value, error);
}

/**
 * mattra_store_set_comment:
 * @self: a register open for writing
 * @comment: ULID of a comment
 * @text: (nullable): what it says from now on; %NULL to take it away
 * @error: why not: %MATTRA_ERROR_DENIED where somebody else wrote it, %MATTRA_ERROR_INVALID for an empty text,
 *   %MATTRA_ERROR_NOT_FOUND for one that is not there any more
 *
 * Changes what somebody said about a measure. What it said before stays in the history.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_comment (MattraStore  *self,
                          const char   *comment,
                          const char   *text,
                          GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (comment != NULL, FALSE);

  if (text != NULL && *text == '\0')
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("a comment says something; this one is empty"));
      return FALSE;
    }
  if (!mattra_act_enter (self, text != NULL ? "set-comment" : "delete-comment", error))
    return FALSE;
  return mattra_act_leave (self, write_comment (self, comment, text, error), error);
}
