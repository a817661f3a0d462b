/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-words.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-error.h"
#include "mattra-find.h"
#include "mattra-report-choices.h"
#include "mattra-show.h"

/**
 * mattra_report_words_clear:
 * @self: words
 *
 * Frees them.
 */
void
mattra_report_words_clear (MattraReportWords *self)
{
  g_free (self->output);
  g_free (self->kind);
  g_free (self->numbering);
  g_free (self->round);
  g_free (self->division);
  g_free (self->digits);
  g_free (self->date);
}

/**
 * mattra_report_words_read:
 * @self: words
 * @options: (inout): what they say, as far as that is known without the register; points into @self
 * @error: return location
 *
 * Returns: whether they can be understood; else %FALSE with a usage error
 */
gboolean
mattra_report_words_read (const MattraReportWords  *self,
                          MattraReportOptions      *options,
                          GError                  **error)
{
  if (g_strcmp0 (self->kind, MATTRA_REPORT_SET) == 0)
    options->kind = self->kind;
  else if (!mattra_argument_kind (self->kind, &options->kind, error))
    return FALSE;
  return mattra_argument_digits (self->digits, &options->digits, error)
         && mattra_argument_numbering (self->numbering, &options->numbering, error)
         && mattra_argument_round (self->round, &options->round, error)
         && (self->date == NULL || mattra_argument_date ("--date", self->date, &options->date, error));
}

/* The papers that the register keeps as those that go into one file. */
static gboolean
read_set (MattraPlan           *plan,
          MattraReportOptions  *options,
          GError              **error)
{
  if (!g_str_equal (options->kind, MATTRA_REPORT_SET))
    return TRUE;
  options->kind = mattra_plan_get_setting (plan, MATTRA_SETTING_SET_KINDS);
  if (options->kind && *options->kind != '\0')
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                       _("The register keeps no set of papers for this year; name them: --kind memo,results"));
  return FALSE;
}

/**
 * mattra_report_words_complete:
 * @self: words
 * @plan: the plan
 * @options: (inout): what mattra_report_words_read() gave; then with all that is as the register keeps it for this kind
 *   of report, where nothing else is said
 * @error: return location
 *
 * Returns: whether there are such papers and such a division
 */
gboolean
mattra_report_words_complete (const MattraReportWords  *self,
                              MattraPlan               *plan,
                              MattraReportOptions      *options,
                              GError                  **error)
{
  if (options->round == MATTRA_ROUND_NONE)
    options->round = mattra_show_default_round (plan);
  if (!read_set (plan, options, error))
    return FALSE;
  if (self->digits == NULL)
    options->digits = mattra_report_kept_digits (plan, options->kind);
  if (self->numbering == NULL)
    options->numbering = mattra_report_kept_numbering (plan, options->kind);
  return self->division == NULL || options->each_division
         || mattra_find_division (plan, self->division, &options->division, error);
}
