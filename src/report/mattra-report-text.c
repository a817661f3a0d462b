/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <string.h>

/* A cover line of this many letters fills the page at 26 points; a longer title is broken. */
#define LINE_LETTERS 44
#define BANGKOK "กรุงเทพ"

/* A text of the register or of this room as it prints. */
char *
mattra_report_digits (const MattraReportBuild *self,
                      const char              *text)
{
  return mattra_digits_apply (text, self->options.digits);
}

char *
mattra_report_year (int fiscal_year)
{
  return g_strdup_printf ("พ.ศ. %d", fiscal_year);
}

/* The first and last day of the round, or of the year where no round is known. */
char *
mattra_report_days (const MattraReportBuild *self)
{
  int year = mattra_plan_get_fiscal_year (self->plan);
  MattraPlanRound *round = mattra_plan_get_round (self->plan, self->options.round);
  MattraDate start = round ? round->start : mattra_fiscal_year_start (year);
  MattraDate end = round ? round->end : mattra_fiscal_year_end (year);

  return mattra_date_format_range (start, end, MATTRA_DATE_LONG, self->options.digits);
}

/* The words of the document are kept for the round they were written for. */
char *
mattra_report_round_words (const MattraReportBuild *self)
{
  const char *kept = mattra_plan_get_setting (self->plan, MATTRA_SETTING_ROUND_TEXT);
  const char *kept_for = mattra_plan_get_setting (self->plan, MATTRA_SETTING_ROUND);
  const char *name = mattra_round_to_string (self->options.round);
  g_autofree char *days = NULL;

  if (kept && g_strcmp0 (kept_for, name) == 0)
    return g_strdup (kept);
  if (self->options.round == MATTRA_ROUND_NONE)
    return NULL;
  days = mattra_report_days (self);
  return g_strdup_printf ("%s %s", mattra_report_round_name (self->options.round), days);
}

/* What a round is called on paper; %NULL for none. */
const char *
mattra_report_round_name (MattraRound round)
{
  if (round == MATTRA_ROUND_NONE)
    return NULL;
  return round == MATTRA_ROUND_FIRST_HALF ? "รอบ ๖ เดือนแรก" : "รอบ ๑๒ เดือน";
}

static void
append_named (GString    *text,
              const char *word,
              const char *name)
{
  if (name == NULL || *name == '\0')
    return;
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", word, name);
}

/* อำเภอ and จังหวัด; the capital has เขต and is no จังหวัด. */
char *
mattra_report_place (const MattraReportBuild *self)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->plan);
  gboolean bangkok = organisation->province && g_str_has_prefix (organisation->province, BANGKOK);
  GString *text = g_string_new (NULL);

  append_named (text, bangkok ? "เขต" : "อำเภอ", organisation->district);
  append_named (text, bangkok ? "" : "จังหวัด", organisation->province);
  return g_string_free (text, FALSE);
}

char *
mattra_report_one_line (const char *title)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);

  return g_strjoinv ("", lines);
}

static void
split_before (GPtrArray  *lines,
              const char *word)
{
  char *last = g_ptr_array_index (lines, lines->len - 1);
  const char *place = strstr (last, word);

  if (place == NULL || place == last)
    return;
  g_ptr_array_add (lines, g_strdup (place));
  last[place - last] = '\0';
  g_strchomp (last);
}

/* A title breaks where an official would break it: before what the report follows, and, where that is
 * still long, before the place it holds for. A title with line ends of its own keeps them. */
char **
mattra_report_title_lines (const char *title)
{
  static const char *const places[] = { "ตามมาตรการ", "ตามแผน", "เพื่อส่งเสริม" };
  GPtrArray *lines;

  if (strchr (title, '\n'))
    return g_strsplit (title, "\n", -1);
  lines = g_ptr_array_new ();
  g_ptr_array_add (lines, g_strdup (title));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    split_before (lines, places[i]);
  if (g_utf8_strlen (g_ptr_array_index (lines, lines->len - 1), -1) > LINE_LETTERS)
    split_before (lines, "ภายในหน่วยงาน");
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

/* Name of the division whose report it is. */
const char *
mattra_report_division_name (const MattraReportBuild *self)
{
  return mattra_plan_find_division_name (self->plan, self->options.division);
}

/* A setting of the kind of report. An empty text is none. */
const char *
mattra_report_own (const MattraReportBuild *self,
                   const char              *setting)
{
  g_autofree char *name = mattra_report_setting_name (self->plan, self->kind->name, setting);
  const char *value = mattra_plan_get_setting (self->plan, name);

  return value && *value != '\0' ? value : NULL;
}
