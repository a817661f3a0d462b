/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-look.h"

#include <glib/gi18n-lib.h>

#include "mattra-date.h"
#include "mattra-word-digits.h"

static const struct
{
  const char *word;
  MattraCellShape shape;
  MattraCellTone tone;
} looks[MATTRA_N_REVIEW_MARKS] = {
  [MATTRA_REVIEW_MARK_NONE] = { "", MATTRA_SHAPE_NONE, MATTRA_TONE_PLAIN },
  [MATTRA_REVIEW_MARK_DRAFT] = { N_("Not submitted yet"), MATTRA_SHAPE_RING, MATTRA_TONE_DIM },
  [MATTRA_REVIEW_MARK_SUBMITTED] = { N_("Submitted"), MATTRA_SHAPE_HALF, MATTRA_TONE_PLAIN },
  [MATTRA_REVIEW_MARK_RETURNED] = { N_("Returned"), MATTRA_SHAPE_TRIANGLE, MATTRA_TONE_WARNING },
  [MATTRA_REVIEW_MARK_CHANGED] = { N_("Changed after approval"), MATTRA_SHAPE_DOTS, MATTRA_TONE_WARNING },
  [MATTRA_REVIEW_MARK_APPROVED] = { N_("Approved"), MATTRA_SHAPE_FULL, MATTRA_TONE_GOOD },
};

/**
 * mattra_review_look_word:
 * @mark: how an answer is marked
 *
 * Returns: (transfer none): its word in the language of the window; empty for %MATTRA_REVIEW_MARK_NONE
 */
const char *
mattra_review_look_word (MattraReviewMark mark)
{
  g_return_val_if_fail ((guint) mark < MATTRA_N_REVIEW_MARKS, "");

  return *looks[mark].word != '\0' ? _(looks[mark].word) : "";
}

/**
 * mattra_review_look_shape:
 * @mark: how an answer is marked
 *
 * Returns: the shape that tells it from others where there is no colour
 */
MattraCellShape
mattra_review_look_shape (MattraReviewMark mark)
{
  g_return_val_if_fail ((guint) mark < MATTRA_N_REVIEW_MARKS, MATTRA_SHAPE_NONE);

  return looks[mark].shape;
}

/**
 * mattra_review_look_tone:
 * @mark: how an answer is marked
 *
 * Returns: how it is meant
 */
MattraCellTone
mattra_review_look_tone (MattraReviewMark mark)
{
  g_return_val_if_fail ((guint) mark < MATTRA_N_REVIEW_MARKS, MATTRA_TONE_PLAIN);

  return looks[mark].tone;
}

/**
 * mattra_review_look_count:
 * @mark: how answers are marked
 * @n_alike: how many of them
 * @n_answers: how many there are
 * @digits: the script of numbers
 *
 * Returns: (transfer full): the word, with the numbers where not all are marked so
 */
char *
mattra_review_look_count (MattraReviewMark mark,
                          guint            n_alike,
                          guint            n_answers,
                          MattraDigits     digits)
{
  const char *word = mark != MATTRA_REVIEW_MARK_NONE ? mattra_review_look_word (mark) : _("No answer yet");
  g_autofree char *alike = mattra_digits_format ((int) n_alike, mattra_word_digits (digits));
  g_autofree char *all = mattra_digits_format ((int) n_answers, mattra_word_digits (digits));

  if (n_alike == n_answers)
    return g_strdup (mattra_review_look_word (mark));
  /* TRANSLATORS: "Submitted: 2 of 5" */
  return g_strdup_printf (_("%s: %s of %s"), word, alike, all);
}

/**
 * mattra_review_look_show:
 * @label: a label
 * @mark: how an answer is marked
 *
 * Shows the word as a pill.
 */
void
mattra_review_look_show (MattraPillLabel  *label,
                         MattraReviewMark  mark)
{
  static const char *const classes[] = {
    [MATTRA_TONE_PLAIN] = NULL,         [MATTRA_TONE_DIM] = "mattra-dim", [MATTRA_TONE_GOOD] = "success",
    [MATTRA_TONE_WARNING] = "warning", [MATTRA_TONE_ERROR] = "error",
  };
  MattraWordMark word_mark = { mattra_review_look_shape (mark), NULL };
  const char *tone = classes[mattra_review_look_tone (mark)];

  g_return_if_fail (MATTRA_IS_PILL_LABEL (label));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
  if (tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), tone);
  mattra_pill_label_set_text (label, mattra_review_look_word (mark),
                              word_mark.shape != MATTRA_SHAPE_NONE ? &word_mark : NULL);
}

/**
 * mattra_review_look_when:
 * @at_utc: (nullable): when, as 2022-12-09T08:15:00.000Z
 * @digits: the script of numbers
 *
 * Returns: (transfer full): day and time by the clock on the wall
 */
char *
mattra_review_look_when (const char   *at_utc,
                         MattraDigits  digits)
{
  g_autoptr (GDateTime) utc = at_utc != NULL ? g_date_time_new_from_iso8601 (at_utc, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *both = NULL;

  if (local == NULL)
    return g_strdup (at_utc != NULL ? at_utc : "");
  day = mattra_date_format (mattra_date_make (g_date_time_get_year (local), g_date_time_get_month (local),
                                              g_date_time_get_day_of_month (local)),
                            MATTRA_DATE_SHORT, mattra_word_digits (digits));
  clock = g_date_time_format (local, "%H:%M");
  both = g_strdup_printf ("%s · %s", day, clock);
  return mattra_digits_apply (both, mattra_word_digits (digits));
}

/**
 * mattra_review_look_verdict:
 * @verdict: what happened to an answer
 *
 * Returns: how it was marked since
 */
MattraReviewMark
mattra_review_look_verdict (MattraReviewVerdict verdict)
{
  static const MattraReviewMark marks[MATTRA_N_VERDICTS] = { MATTRA_REVIEW_MARK_SUBMITTED, MATTRA_REVIEW_MARK_RETURNED,
                                                             MATTRA_REVIEW_MARK_APPROVED, MATTRA_REVIEW_MARK_DRAFT };

  g_return_val_if_fail ((guint) verdict < MATTRA_N_VERDICTS, MATTRA_REVIEW_MARK_NONE);

  return marks[verdict];
}
