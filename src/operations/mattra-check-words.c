/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define QUOTE "“"
#define END_OF_QUOTE "”"

/**
 * mattra_check_severity_text:
 * @severity: how much a finding weighs
 *
 * Returns: (transfer none): the same in the user's language
 */
const char *
mattra_check_severity_text (MattraSeverity severity)
{
  static const char *const texts[] = {
    [MATTRA_SEVERITY_NOTICE] = N_("notice"),
    [MATTRA_SEVERITY_REVIEW] = N_("to be reviewed"),
    [MATTRA_SEVERITY_FAULT] = N_("to be mended"),
  };

  return (guint) severity < G_N_ELEMENTS (texts) ? _(texts[severity]) : "";
}

static const struct
{
  const char *check;
  const char *text;
} kinds[] = {
  { "empty_title", N_("Measures without a title") },
  { "no_number", N_("Measures without a number") },
  { "duplicate_number", N_("Numbers used twice") },
  { "no_result", N_("No result for the round") },
  { "done_without_evidence", N_("Done without evidence") },
  { "period_outside_year", N_("Periods outside the fiscal year") },
  { "period_outside_round", N_("Periods beyond the round") },
  { "missing_period", N_("Measures without a period") },
  { "period_unread", N_("Periods that give no dates") },
  { "missing_party", N_("Nobody responsible") },
  { "unknown_party", N_("Responsible parties not in the list") },
  { "question_open", N_("Questions of the import") },
  { "last_year_date", N_("Dates of another year") },
  { "misspelt_organisation", N_("Name of the office mistyped") },
  { "split_sara_am", N_("Letter ำ in two pieces") },
  { "unanswered_recommendation", N_("Earlier recommendations that wait for an answer") },
  { "copied_recommendation", N_("The same recommendation in many measures") },
  { "missing_number", N_("Numbers left out") },
  { "indicator_without_measure", N_("ITA indicators without a measure") },
  { "missing_steps", N_("Measures without steps") },
  { "missing_follow_up", N_("Measures without follow-up") },
  { "result_is_step", N_("Results that copy the step") },
  { "result_not_concrete", N_("Results that do not say what was done") },
};

/**
 * mattra_check_kind_text:
 * @check: name of a check
 *
 * Returns: (transfer none): what it finds, in the user's language; the name itself where there are no words
 */
const char *
mattra_check_kind_text (const char *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].check, check))
      return _(kinds[i].text);
  return check;
}

static void
append_in_digits (GString      *said,
                  const char   *text,
                  gsize         length,
                  MattraDigits  digits)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *shown = mattra_digits_apply (part, digits);

  g_string_append (said, shown);
}

/**
 * mattra_check_say:
 * @message: message or proposal of a finding
 * @digits: script that the user wants numbers in
 *
 * Writes the numbers of a message in the user's digits; what it quotes stays as somebody wrote it, so that
 * it can be found.
 *
 * Returns: (transfer full): the message
 */
char *
mattra_check_say (const char   *message,
                  MattraDigits  digits)
{
  GString *said;
  const char *from = message;

  g_return_val_if_fail (message != NULL, NULL);

  said = g_string_new (NULL);
  while (*from != '\0')
    {
      const char *quote = strstr (from, QUOTE);
      const char *end = quote != NULL ? strstr (quote, END_OF_QUOTE) : NULL;

      append_in_digits (said, from, quote != NULL ? (gsize) (quote - from) : strlen (from), digits);
      if (quote == NULL)
        break;
      end = end != NULL ? end + strlen (END_OF_QUOTE) : quote + strlen (quote);
      g_string_append_len (said, quote, end - quote);
      from = end;
    }
  return g_string_free (said, FALSE);
}
