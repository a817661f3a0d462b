/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-version-words.h"

#include <glib/gi18n-lib.h>

#include "mattra-print-choice.h"
#include "mattra-round-name.h"


/**
 * mattra_version_words_number:
 * @seal: a confirmed version
 * @digits: the script of its number
 *
 * Returns: (transfer full): what the version is called
 */
char *
mattra_version_words_number (const MattraSeal *seal,
                             MattraDigits      digits)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (seal != NULL, NULL);

  number = mattra_digits_format (seal->number, digits);
  return g_strdup_printf (_("Version %s"), number);
}

/**
 * mattra_version_words_kinds:
 * @kind: a kind of report, or several by commas
 *
 * Returns: (transfer full): what they are called in the user's language
 */
char *
mattra_version_words_kinds (const char *kind)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (kind != NULL, NULL);

  names = g_strsplit (kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (guint i = 0; names[i]; i++)
    {
      const char *title = mattra_report_kind_title (names[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? " + " : "", title ? title : names[i]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * mattra_version_words_report:
 * @plan: the plan
 * @kind: a kind of report, or several by commas
 * @round: the round it tells of; %MATTRA_ROUND_NONE for none
 * @division: (nullable): ULID of the division whose report it is
 * @digits: the script of numbers
 *
 * Returns: (transfer full): what the report is, on one line
 */
char *
mattra_version_words_report (MattraPlan   *plan,
                             const char   *kind,
                             MattraRound   round,
                             const char   *division,
                             MattraDigits  digits)
{
  g_autofree char *kinds = NULL;
  g_autofree char *round_words = NULL;
  const char *named = NULL;
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && kind != NULL, NULL);

  kinds = mattra_version_words_kinds (kind);
  round_words = round != MATTRA_ROUND_NONE ? mattra_round_name (round, digits) : NULL;
  named = mattra_plan_find_division_name (plan, division);
  words = g_string_new (kinds);
  if (round_words)
    g_string_append_printf (words, " · %s", round_words);
  if (division)
    g_string_append_printf (words, " · %s", named ? named : division);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * mattra_version_words_time:
 * @at_utc: a time as the register keeps it
 * @digits: the script of numbers
 *
 * Returns: (transfer full): the day and the time by the clock on the wall
 */
char *
mattra_version_words_time (const char   *at_utc,
                           MattraDigits  digits)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at_utc, NULL);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *shown = NULL;

  if (local == NULL)
    return g_strdup (at_utc);
  day = mattra_date_format (mattra_date_make (g_date_time_get_year (local), g_date_time_get_month (local),
                                              g_date_time_get_day_of_month (local)),
                            MATTRA_DATE_SHORT, digits);
  clock = g_date_time_format (local, "%H:%M");
  shown = mattra_digits_apply (clock, digits);
  return g_strdup_printf ("%s %s", day, shown);
}

/**
 * mattra_version_words_scan:
 * @scan: a scan of a signed version
 * @digits: the script of numbers
 *
 * Returns: (transfer full): who signed and when, as far as that was said
 */
char *
mattra_version_words_scan (const MattraScan *scan,
                           MattraDigits      digits)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (scan != NULL, NULL);

  if (mattra_date_is_set (scan->signed_on))
    day = mattra_date_format (scan->signed_on, MATTRA_DATE_SHORT, digits);
  if (scan->signed_by && *scan->signed_by && day)
    return g_strdup_printf (_("Signed by %s on %s"), scan->signed_by, day);
  if (scan->signed_by && *scan->signed_by)
    return g_strdup_printf (_("Signed by %s"), scan->signed_by);
  return day ? g_strdup_printf (_("Signed on %s"), day) : g_strdup (_("Signed paper"));
}

/**
 * mattra_version_words_file_name:
 * @plan: the plan
 * @seal: a confirmed version of it
 *
 * Returns: (transfer full): a name for its file, without a suffix
 */
char *
mattra_version_words_file_name (MattraPlan       *plan,
                                const MattraSeal *seal)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && seal != NULL, NULL);

  names = g_strsplit (seal->kind, MATTRA_REPORT_KIND_SEPARATOR, 2);
  choice = mattra_print_choice_new (names[0] ? names[0] : "results", seal->round, seal->division);
  base = mattra_print_choice_make_name (choice, plan);
  return g_strdup_printf ("%s ฉบับที่ %d", base, seal->number);
}
