/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-options.h"

#include <string.h>

#define LEFT_OUT_SEPARATOR ","

/**
 * mattra_seal_options_write:
 * @report: what is printed, with the version's name
 * @signature_fields: whether lines to sign on have a field for a digital signature
 * @left_out: (nullable) (array zero-terminated=1): ULIDs of people whose blocks are left out
 *
 * Writes down what a version is made with. The same options give the same text; none of the words needs escaping.
 *
 * Returns: (transfer full): a JSON object
 */
char *
mattra_seal_options_write (const MattraReportOptions *report,
                           gboolean                   signature_fields,
                           const char *const         *left_out)
{
  g_autofree char *date = NULL;
  g_autofree char *today = NULL;
  g_autofree char *people = NULL;

  g_return_val_if_fail (report != NULL && report->kind != NULL, NULL);

  date = mattra_date_is_set (report->date) ? mattra_date_to_iso (report->date) : NULL;
  today = mattra_report_is_of_today (report->kind) && mattra_date_is_set (report->today)
            ? mattra_date_to_iso (report->today) : NULL;
  people = left_out ? g_strjoinv (LEFT_OUT_SEPARATOR, (char **) left_out) : NULL;
  return g_strdup_printf ("{\"kind\":\"%s\",\"round\":\"%s\",\"division\":\"%s\",\"digits\":\"%s\",\"date\":\"%s\","
                          "\"today\":\"%s\",\"numbering\":\"%s\",\"each_division\":%s,\"signature_fields\":%s,\"left_out\":\"%s\",\"version\":\"%s\"}",
                          report->kind, report->round != MATTRA_ROUND_NONE ? mattra_round_to_string (report->round) : "",
                          report->division ? report->division : "",
                          report->digits == MATTRA_DIGITS_THAI ? "thai" : "western", date ? date : "",
                          today ? today : "",
                          report->numbering == MATTRA_NUMBERING_CONTINUOUS ? "continuous" : "separate",
                          report->each_division ? "true" : "false", signature_fields ? "true" : "false", people ? people : "",
                          report->version ? report->version : "");
}

/* Returns: (nullable): the words of an option; %NULL where a version was made before there was such an option. */
static char *
dup_option (const MattraSeal *seal,
            const char       *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":\"", name);
  const char *start = seal->options ? strstr (seal->options, key) : NULL;
  const char *end = start ? strchr (start + strlen (key), '"') : NULL;

  return end ? g_strndup (start + strlen (key), (gsize) (end - start) - strlen (key)) : NULL;
}

static MattraDate
read_day (const MattraSeal *seal,
          const char       *name)
{
  g_autofree char *iso = dup_option (seal, name);
  MattraDate day = MATTRA_DATE_NONE;

  if (iso == NULL || !mattra_date_parse_iso (iso, &day))
    return MATTRA_DATE_NONE;
  return day;
}

/**
 * mattra_seal_options_get_date:
 * @seal: a confirmed version
 *
 * Returns: the date that was chosen for it; none where it had that of the register
 */
MattraDate
mattra_seal_options_get_date (const MattraSeal *seal)
{
  g_return_val_if_fail (seal != NULL, MATTRA_DATE_NONE);

  return read_day (seal, "date");
}

/**
 * mattra_seal_options_get_today:
 * @seal: a confirmed version
 *
 * Returns: the day as of which it tells what is late; none where it tells nothing of that sort, or where it was made
 *   before the day was kept
 */
MattraDate
mattra_seal_options_get_today (const MattraSeal *seal)
{
  g_return_val_if_fail (seal != NULL, MATTRA_DATE_NONE);

  return read_day (seal, "today");
}

/**
 * mattra_seal_options_get_each_division:
 * @seal: a confirmed version
 *
 * Returns: whether it has a paper of each division
 */
gboolean
mattra_seal_options_get_each_division (const MattraSeal *seal)
{
  g_return_val_if_fail (seal != NULL, FALSE);

  return seal->options != NULL && strstr (seal->options, "\"each_division\":true") != NULL;
}

/**
 * mattra_seal_options_dup_left_out:
 * @seal: a confirmed version
 *
 * Returns: (transfer full) (array zero-terminated=1): ULIDs of the people whose blocks were left out
 */
char **
mattra_seal_options_dup_left_out (const MattraSeal *seal)
{
  g_autofree char *people = NULL;

  g_return_val_if_fail (seal != NULL, NULL);

  people = dup_option (seal, "left_out");
  return g_strsplit (people ? people : "", LEFT_OUT_SEPARATOR, -1);
}
