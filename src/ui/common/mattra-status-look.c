/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-status-look.h"

#include <glib/gi18n-lib.h>

#include "mattra-field.h"

static const struct
{
  const char *word;
  MattraCellShape shape;
  MattraCellTone tone;
} looks[] = {
  [MATTRA_STATUS_NONE] = { "", MATTRA_SHAPE_NONE, MATTRA_TONE_PLAIN },
  [MATTRA_STATUS_NOT_STARTED] = { N_("Not yet due to start"), MATTRA_SHAPE_RING, MATTRA_TONE_DIM },
  [MATTRA_STATUS_IN_PROGRESS] = { N_("In progress"), MATTRA_SHAPE_HALF, MATTRA_TONE_PLAIN },
  [MATTRA_STATUS_DUE_SOON] = { N_("Due soon"), MATTRA_SHAPE_CLOCK, MATTRA_TONE_WARNING },
  [MATTRA_STATUS_OVERDUE] = { N_("Overdue"), MATTRA_SHAPE_TRIANGLE, MATTRA_TONE_ERROR },
  [MATTRA_STATUS_AWAITING_CLOSE] = { N_("To be closed"), MATTRA_SHAPE_DOTS, MATTRA_TONE_PLAIN },
  [MATTRA_STATUS_DONE] = { N_("Done"), MATTRA_SHAPE_FULL, MATTRA_TONE_GOOD },
  [MATTRA_STATUS_CANCELLED] = { N_("Cancelled"), MATTRA_SHAPE_DASH, MATTRA_TONE_DIM },
};

/**
 * mattra_status_look_word:
 * @status: a status
 *
 * Returns: (transfer none): its word in the language of the window; empty for %MATTRA_STATUS_NONE
 */
const char *
mattra_status_look_word (MattraStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (looks), NULL);

  return *looks[status].word ? _(looks[status].word) : "";
}

/**
 * mattra_status_look_stated_word:
 * @status: a status that can be stated
 *
 * A measure that somebody says has not been started is another thing than one whose time has not come, which is
 * only computed.
 *
 * Returns: (transfer none): the word to choose it by
 */
const char *
mattra_status_look_stated_word (MattraStatus status)
{
  return status == MATTRA_STATUS_NOT_STARTED ? _("Not started") : mattra_status_look_word (status);
}

/**
 * mattra_status_look_shape:
 * @status: a status
 *
 * Returns: the shape that tells it from others where there is no colour
 */
MattraCellShape
mattra_status_look_shape (MattraStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (looks), MATTRA_SHAPE_NONE);

  return looks[status].shape;
}

/**
 * mattra_status_look_tone:
 * @status: a status
 *
 * Returns: how it is meant
 */
MattraCellTone
mattra_status_look_tone (MattraStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (looks), MATTRA_TONE_PLAIN);

  return looks[status].tone;
}

/**
 * mattra_status_look_find:
 * @word: a word as the window or paper writes it, as JSON does, or as offices do in their tables
 * @status: (out): the status
 *
 * Returns: whether @word is one
 */
gboolean
mattra_status_look_find (const char   *word,
                         MattraStatus *status)
{
  g_return_val_if_fail (word != NULL && status != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (mattra_status_look_word (i), word)
        || g_str_equal (mattra_status_look_stated_word (i), word)
        || g_str_equal (mattra_status_to_thai (i), word))
      {
        *status = i;
        return TRUE;
      }
  if (mattra_status_from_string (word, status))
    return TRUE;
  *status = mattra_field_status_of_word (word);
  return *status != MATTRA_STATUS_NONE;
}

/**
 * mattra_group_look_word:
 * @group: a group of progress
 *
 * Returns: (transfer none): what it is called
 */
const char *
mattra_group_look_word (MattraGroup group)
{
  static const char *const words[] = {
    [MATTRA_GROUP_DONE] = NC_("progress", "Done"),
    [MATTRA_GROUP_IN_PROGRESS] = NC_("progress", "In progress"),
    [MATTRA_GROUP_LATE] = NC_("progress", "Late"),
    [MATTRA_GROUP_UNANSWERED] = NC_("progress", "No answer"),
    [MATTRA_GROUP_NOT_AWAITED] = NC_("progress", "Not awaited"),
  };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (words), "");

  return g_dpgettext2 (NULL, "progress", words[group]);
}

/**
 * mattra_year_mark_look_word:
 * @mark: what a measure is against the year before
 *
 * Returns: (transfer none): what it is called; "" for one that is the same
 */
const char *
mattra_year_mark_look_word (MattraYearMark mark)
{
  switch (mark)
    {
    case MATTRA_YEAR_MARK_NEW:
      return C_("against last year", "New");
    case MATTRA_YEAR_MARK_CHANGED:
      return C_("against last year", "Changed");
    case MATTRA_YEAR_MARK_NONE:
    case MATTRA_YEAR_MARK_SAME:
    default:
      return "";
    }
}
