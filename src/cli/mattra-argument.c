/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-argument.h"

#include <glib/gi18n-lib.h>

#include "mattra-read-date.h"
#include "mattra-report.h"

/**
 * mattra_argument_refuse:
 * @error: return location
 * @message: what is wrong with the words of the command, and what to write
 *
 * Refuses how a command was written.
 *
 * Returns: %FALSE
 */
gboolean
mattra_argument_refuse (GError     **error,
                        const char  *message)
{
  g_return_val_if_fail (message != NULL, FALSE);

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
  return FALSE;
}

/**
 * mattra_argument_year:
 * @option: the option, for the message
 * @text: a fiscal year, B.E., in Thai or western digits
 * @year: (out): the year
 * @error: return location
 *
 * Returns: whether @text is a year; else a usage error
 */
gboolean
mattra_argument_year (const char  *option,
                      const char  *text,
                      int         *year,
                      GError     **error)
{
  const char *end = text;

  g_return_val_if_fail (option != NULL && text != NULL && year != NULL, FALSE);

  if (mattra_digits_parse (&end, year) && *end == '\0' && mattra_fiscal_year_is_valid (*year))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("%s: “%s” is no year of the Buddhist era; write it like 2566"), option, text);
  return FALSE;
}

/**
 * mattra_argument_date:
 * @option: the option, for the message
 * @text: a day as ISO (2023-04-10) or as Thai offices write it (๑๐ เม.ย. ๒๕๖๖)
 * @date: (out): the day
 * @error: return location
 *
 * Returns: whether @text is one day; else a usage error
 */
gboolean
mattra_argument_date (const char  *option,
                      const char  *text,
                      MattraDate  *date,
                      GError     **error)
{
  g_return_val_if_fail (option != NULL && text != NULL && date != NULL, FALSE);

  if (mattra_read_date (text, date))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("%s: “%s” is no day; write it like 2023-04-10 or ๑๐ เม.ย. ๒๕๖๖"), option, text);
  return FALSE;
}

/**
 * mattra_argument_round:
 * @text: (nullable): first-half or full-year
 * @round: (inout): the round; unchanged where @text is %NULL
 * @error: return location
 *
 * Returns: whether @text names a round; else a usage error
 */
gboolean
mattra_argument_round (const char   *text,
                       MattraRound  *round,
                       GError      **error)
{
  g_return_val_if_fail (round != NULL, FALSE);

  if (text == NULL || mattra_round_from_string (text, round))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--round: “%s” is none of: %s"), text,
               "first-half, full-year");
  return FALSE;
}

/**
 * mattra_argument_choice:
 * @option: the option, for the message
 * @text: what was written
 * @choices: the words it takes
 * @value: (out): the value of the word
 * @error: return location
 *
 * Returns: whether @text is one of the words; else a usage error that lists them
 */
gboolean
mattra_argument_choice (const char          *option,
                        const char          *text,
                        const MattraChoice  *choices,
                        int                 *value,
                        GError             **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (option != NULL && text != NULL && choices != NULL && value != NULL, FALSE);

  for (guint i = 0; choices[i].word; i++)
    {
      if (g_str_equal (choices[i].word, text))
        {
          *value = choices[i].value;
          return TRUE;
        }
      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", choices[i].word);
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: “%s” is none of: %s"),
               option, text, words->str);
  return FALSE;
}

static gboolean
is_list_of_kinds (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, MATTRA_REPORT_KIND_SEPARATOR, -1);

  for (guint i = 0; names[i]; i++)
    if (!mattra_report_has_kind (names[i]))
      return FALSE;
  return names[0] != NULL;
}

/**
 * mattra_argument_kind:
 * @text: (nullable): a kind of report, or several by commas for one file, else results
 * @kind: (out) (transfer none): the kind, or the list of them
 * @error: return location
 *
 * Returns: whether there are such kinds; else a usage error that lists those there are
 */
gboolean
mattra_argument_kind (const char  *text,
                      const char **kind,
                      GError     **error)
{
  g_autofree const char **names = mattra_report_list_kinds ();
  g_autofree char *list = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);

  *kind = text ? text : "results";
  if (is_list_of_kinds (*kind))
    return TRUE;
  list = g_strjoinv (", ", (char **) names);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--kind: “%s” is none of: %s"), text, list);
  return FALSE;
}

/**
 * mattra_argument_numbering:
 * @text: (nullable): separate or continuous, else separate
 * @numbering: (out): how the pages of several kinds are numbered
 * @error: return location
 *
 * Returns: whether @text names a way of numbering; else a usage error
 */
gboolean
mattra_argument_numbering (const char             *text,
                           MattraReportNumbering  *numbering,
                           GError                **error)
{
  static const MattraChoice choices[] = {
    { "separate", MATTRA_NUMBERING_SEPARATE }, { "continuous", MATTRA_NUMBERING_CONTINUOUS }, { NULL, 0 },
  };
  int chosen = MATTRA_NUMBERING_SEPARATE;

  g_return_val_if_fail (numbering != NULL, FALSE);

  if (text && !mattra_argument_choice ("--numbering", text, choices, &chosen, error))
    return FALSE;
  *numbering = (MattraReportNumbering) chosen;
  return TRUE;
}

/**
 * mattra_argument_digits:
 * @text: (nullable): thai or western, else thai
 * @digits: (out): the script
 * @error: return location
 *
 * Returns: whether @text names a script of numbers; else a usage error
 */
gboolean
mattra_argument_digits (const char    *text,
                        MattraDigits  *digits,
                        GError       **error)
{
  static const MattraChoice choices[] = {
    { "thai", MATTRA_DIGITS_THAI }, { "western", MATTRA_DIGITS_WESTERN }, { NULL, 0 },
  };
  int chosen = MATTRA_DIGITS_THAI;

  g_return_val_if_fail (digits != NULL, FALSE);

  if (text && !mattra_argument_choice ("--digits", text, choices, &chosen, error))
    return FALSE;
  *digits = (MattraDigits) chosen;
  return TRUE;
}

/**
 * mattra_argument_version:
 * @text: a whole number from 1, in Thai or western digits
 * @number: (out): the number
 * @error: return location
 *
 * Returns: whether @text is the number of a version; else a usage error
 */
gboolean
mattra_argument_version (const char  *text,
                         int         *number,
                         GError     **error)
{
  const char *end = text;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  if (mattra_digits_parse (&end, number) && *end == '\0' && *number > 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is no number of a version; write it like 1"), text);
  return FALSE;
}

/**
 * mattra_argument_round_text:
 * @round: a round
 *
 * Returns: (transfer none): what a user calls it, translated
 */
const char *
mattra_argument_round_text (MattraRound round)
{
  static const char *const texts[] = {
    [MATTRA_ROUND_NONE] = N_("not named"),
    [MATTRA_ROUND_FIRST_HALF] = N_("first six months"),
    [MATTRA_ROUND_FULL_YEAR] = N_("full year"),
  };

  g_return_val_if_fail ((guint) round < G_N_ELEMENTS (texts), "");

  return _(texts[round]);
}
