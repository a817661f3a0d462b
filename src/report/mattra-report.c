/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-fiscal.h"
#include "mattra-report-private.h"

/* What the code on a confirmed version says. */
#define CODE "MATTRA {fingerprint}"

static const MattraReportKind *const kinds[] = {
  &mattra_report_results,
  &mattra_report_measures,
  &mattra_report_division,
  &mattra_report_late,
  &mattra_report_overview,
  &mattra_report_memo,
  &mattra_report_request,
  &mattra_report_minutes_table,
  &mattra_report_signature_sheet,
  &mattra_report_announcement,
  &mattra_report_order,
  &mattra_report_annex,
};

const MattraReportKind *
mattra_report_find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];
  return NULL;
}

/**
 * mattra_report_has_kind:
 * @name: a word
 *
 * Returns: whether there is a kind of report of that name
 */
gboolean
mattra_report_has_kind (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return mattra_report_find_kind (name) != NULL;
}

/**
 * mattra_report_list_kinds:
 *
 * Lists the kinds of reports, those printed most first.
 *
 * Returns: (transfer container) (array zero-terminated=1): their names
 */
const char **
mattra_report_list_kinds (void)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (kinds) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = kinds[i]->name;
  return names;
}

/**
 * mattra_report_kind_title:
 * @name: name of a kind
 *
 * Returns: (nullable): what the kind is called in the user's language, %NULL if there is none of that name
 */
const char *
mattra_report_kind_title (const char *name)
{
  const MattraReportKind *kind;

  g_return_val_if_fail (name != NULL, NULL);

  kind = mattra_report_find_kind (name);
  return kind ? _(kind->title) : NULL;
}

/**
 * mattra_report_propose_preface:
 * @name: name of a kind
 *
 * Gets the text that is printed where the office has not written one of its own. It names data in braces
 * (mattra_report_list_placeholders()); what stands in square brackets is left out where data in it are not known.
 *
 * Returns: (nullable): the text, %NULL where the kind has none
 */
const char *
mattra_report_propose_preface (const char *name)
{
  const MattraReportKind *kind;

  g_return_val_if_fail (name != NULL, NULL);

  kind = mattra_report_find_kind (name);
  return kind ? kind->preface : NULL;
}

/**
 * mattra_report_own_date:
 * @plan: a plan
 * @options: what is printed
 *
 * Returns: the date that was chosen for this kind of report: that of @options, else that kept with the plan, else none
 */
MattraDate
mattra_report_own_date (MattraPlan                *plan,
                        const MattraReportOptions *options)
{
  g_autofree char *name = NULL;
  const char *iso = NULL;
  MattraDate date = MATTRA_DATE_NONE;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL, MATTRA_DATE_NONE);

  if (mattra_date_is_set (options->date) || options->kind == NULL)
    return options->date;
  name = mattra_report_setting_name (plan, options->kind, MATTRA_SETTING_KIND_DATE);
  iso = mattra_plan_get_setting (plan, name);
  if (iso == NULL || !mattra_date_parse_iso (iso, &date))
    return MATTRA_DATE_NONE;
  return date;
}

/**
 * mattra_report_date:
 * @plan: a plan
 * @options: what is printed
 *
 * Returns: the date of the report: that of @options, else that kept for the kind, else the plan's own, else none
 */
MattraDate
mattra_report_date (MattraPlan                *plan,
                    const MattraReportOptions *options)
{
  const char *iso = NULL;
  MattraDate date = MATTRA_DATE_NONE;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL, MATTRA_DATE_NONE);

  date = mattra_report_own_date (plan, options);
  if (mattra_date_is_set (date))
    return date;
  iso = mattra_plan_get_setting (plan, MATTRA_SETTING_REPORT_DATE);
  if (iso == NULL || !mattra_date_parse_iso (iso, &date))
    return MATTRA_DATE_NONE;
  return date;
}

/* A report without a date bears the last day of what it tells: else Cairo would write the clock's
 * time into the file, and the same data would give other bytes each time. */
static MattraDate
day_of_file (MattraReportBuild *self)
{
  MattraDate date = mattra_report_date (self->plan, &self->options);
  MattraPlanRound *round;

  if (mattra_date_is_set (date))
    return date;
  round = self->options.round == MATTRA_ROUND_NONE ? NULL : mattra_plan_get_round (self->plan, self->options.round);
  if (round != NULL && mattra_date_is_set (round->end))
    return round->end;
  return mattra_fiscal_year_end (mattra_plan_get_fiscal_year (self->plan));
}

/* A division is known by the hash of its name: keywords are ASCII, and keys would make the same data other bytes. */
static char *
division_mark (MattraReportBuild *self)
{
  const char *name = mattra_report_division_name (self);
  g_autofree char *sum = name ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1) : NULL;

  if (sum == NULL)
    return g_strdup (self->options.each_division ? MATTRA_REPORT_EACH_DIVISION : "-");
  return g_strndup (sum, MATTRA_REPORT_DIVISION_DIGITS);
}

static char *
day_mark (MattraDate day)
{
  return mattra_date_is_set (day) ? mattra_date_to_iso (day) : g_strdup ("-");
}

/**
 * mattra_report_is_of_today:
 * @kind_names: a kind of report, or several by commas
 *
 * Tells whether the day on which it is made belongs to it, because it tells how things stand on that day: others are the
 * same on any day.
 *
 * Returns: whether it does
 */
gboolean
mattra_report_is_of_today (const char *kind_names)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (kind_names != NULL, FALSE);

  names = g_strsplit (kind_names, MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (guint i = 0; names[i]; i++)
    {
      const MattraReportKind *kind = mattra_report_find_kind (names[i]);

      if (kind && kind->of_today)
        return TRUE;
    }
  return FALSE;
}

/* What the report was made with, so that it can be made again from the file alone. */
static char *
describe_options (MattraReportBuild *self)
{
  const MattraReportOptions *options = &self->options;
  g_autofree char *division = division_mark (self);
  g_autofree char *date = day_mark (mattra_report_date (self->plan, options));
  g_autofree char *today = day_mark (mattra_report_is_of_today (options->kind) ? options->today : MATTRA_DATE_NONE);

  return g_strdup_printf ("%s %s %s %s %s %s %s", options->kind,
                          options->round != MATTRA_ROUND_NONE ? mattra_round_to_string (options->round) : "-",
                          division, options->digits == MATTRA_DIGITS_THAI ? "thai" : "western", date, today,
                          options->numbering == MATTRA_NUMBERING_CONTINUOUS ? "continuous" : "separate");
}

/* Drafts carry the word before the fingerprint; a confirmed version carries its name. */
static void
set_properties (MattraReportBuild *self)
{
  g_autofree char *iso = mattra_date_to_iso (day_of_file (self));
  g_autofree char *mark = describe_options (self);
  const char *version = self->options.version;

  mattra_document_set_author (self->document, mattra_plan_get_organisation (self->plan)->name);
  mattra_document_set_date (self->document, iso);
  mattra_document_set_version (self->document, version ? version : "ร่าง · รหัสตรวจสอบเอกสาร");
  mattra_document_set_code (self->document, version ? CODE : NULL);
  mattra_document_set_mark (self->document, mark);
  mattra_document_set_thai_digits (self->document, self->options.digits == MATTRA_DIGITS_THAI);
}

/* A kind may have nothing to say of a division that has a part in a measure. */
static gboolean
find_concerned (MattraReportBuild  *self,
                gboolean           *concerned,
                GError            **error)
{
  if (!mattra_report_has_measures (self, concerned, error))
    return FALSE;
  return !*concerned || self->kind->concerns == NULL || self->kind->concerns (self, concerned, error);
}

/* The kind for each division that has a part in a measure, each a paper of its own. */
static gboolean
add_each (MattraReportBuild  *whole,
          GError            **error)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (whole->plan);
  guint n_papers = 0;

  if (!mattra_report_need_measures (whole, error))
    return FALSE;
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      MattraReportBuild build = *whole;
      gboolean concerned;

      build.options.division = mattra_division_list_get (divisions, i)->id;
      build.only_own = build.one_of_several = TRUE;
      if (n_papers > 0)
        build.numbered_anew = whole->options.numbering == MATTRA_NUMBERING_SEPARATE;
      if (build.options.division == NULL)
        continue;
      if (!find_concerned (&build, &concerned, error))
        return FALSE;
      if (concerned && (n_papers++, !build.kind->build (&build, error)))
        return FALSE;
    }
  if (n_papers > 0)
    return TRUE;
  /* Where none has to be told anything, one paper says so. */
  if (whole->kind->concerns != NULL)
    return whole->kind->build (whole, error);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                       _("No division has a part in any measure; enter who is responsible."));
  return FALSE;
}

static gboolean
add_kind (MattraReportBuild  *whole,
          const char         *name,
          GError            **error)
{
  const MattraReportKind *kind = mattra_report_find_kind (name);
  MattraReportBuild build = *whole;

  if (kind == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("There is no report “%s”"), name);
      return FALSE;
    }
  build.kind = kind;
  build.options.kind = kind->name;
  if (mattra_report_division_name (&build) == NULL
      && (kind->for_division || (build.options.each_division && (kind->parts & MATTRA_REPORT_HAS_DIVISIONS))))
    return add_each (&build, error);
  return kind->build (&build, error);
}

/**
 * mattra_report_build:
 * @plan: the plan
 * @measures: its measures, or those of one division
 * @options: what is to be printed
 * @error: return location
 *
 * Makes the blocks of a report, or of several in one file, each with its own cover or letterhead. The document reads
 * @measures again for each pass of its layout; the same data and options give the same blocks on any day. Fails with
 * %MATTRA_ERROR_NOT_FOUND if there is no such kind, or no measure to print, with %MATTRA_ERROR_INVALID if an emblem is
 * no picture or a kind needs what is not chosen, and as @measures does.
 *
 * Returns: (transfer full): the document
 */
MattraDocument *
mattra_report_build (MattraPlan                 *plan,
                     MattraMeasureSource        *measures,
                     const MattraReportOptions  *options,
                     GError                    **error)
{
  MattraReportBuild build = { plan, measures };
  g_autoptr (MattraDocument) document = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE_SOURCE (measures), NULL);
  g_return_val_if_fail (options != NULL && options->kind != NULL, NULL);

  document = mattra_document_new ();
  build.options = *options;
  build.document = document;
  set_properties (&build);
  names = g_strsplit (options->kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (guint i = 0; names[i]; i++)
    {
      build.numbered_anew = i > 0 && options->numbering == MATTRA_NUMBERING_SEPARATE;
      if (!add_kind (&build, names[i], error))
        return NULL;
    }
  return g_steal_pointer (&document);
}
