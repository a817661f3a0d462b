/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-read-file.h"
#include "mattra-scores.h"

/* Ten indicators of many years are some kilobytes. */
#define MOST_BYTES (16 * 1024 * 1024)

static char *
points_text (double points)
{
  return points >= 0 ? g_strdup_printf ("%.2f", points) : g_strdup ("-");
}

static void
print_row (const MattraScoreRow *row)
{
  g_autofree char *before = points_text (row->before);
  g_autofree char *score = points_text (row->score);
  g_autofree char *difference = row->score >= 0 && row->before >= 0
                                  ? g_strdup_printf ("%+.2f", row->score - row->before) : g_strdup ("-");

  mattra_output_line ("%2d  %-4s %7s %7s %8s  %s%s%s", row->indicator, row->instrument ? row->instrument : "", before,
                      score, difference, row->name, row->class ? " · " : "", row->class ? row->class : "");
}

static void
print_scores (GPtrArray *rows,
              int        year)
{
  guint n = 0;

  mattra_output_line (_("ITA scores of fiscal year %d: number, instrument, points of %d and of %d, difference, name, class"),
                      year, year - 1, year);
  for (guint i = 0; i < rows->len; i++)
    {
      const MattraScoreRow *row = g_ptr_array_index (rows, i);

      print_row (row);
      n += row->score >= 0;
    }
  mattra_output_line (_("%u of %u indicators have a score"), n, rows->len);
}

static gboolean
show_scores (MattraInvocation  *self,
             int                year,
             GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (plan == NULL)
    return FALSE;
  year = year != 0 ? year : mattra_plan_get_analysed_year (plan);
  rows = mattra_scores_load (store, plan, year, error);
  if (rows == NULL)
    return FALSE;
  print_scores (rows, year);
  return TRUE;
}

static gboolean
import_scores (MattraInvocation  *self,
               int                year,
               GError           **error)
{
  const char *path = self->operands[2];
  g_autoptr (GBytes) bytes = mattra_read_file (path, MOST_BYTES, error);
  g_autoptr (MattraStore) store = bytes ? mattra_open_writer (self, self->operands[0], error) : NULL;
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autofree char *name = g_path_get_basename (path);
  guint n_scores = 0;
  guint n_changes = 0;

  if (plan == NULL)
    return FALSE;
  year = year != 0 ? year : mattra_plan_get_analysed_year (plan);
  if (!mattra_scores_import (store, bytes, name, year, &n_scores, &n_changes, error))
    return FALSE;
  mattra_output_line (n_changes > 0 ? _("%s: %u scores read, the register has changed")
                                    : _("%s: %u scores read, nothing to change"), name, n_scores);
  return TRUE;
}

static gboolean
check_words (MattraInvocation  *self,
             gboolean          *import,
             GError           **error)
{
  static const MattraChoice choices[] = { { "import", TRUE }, { "show", FALSE }, { NULL, 0 } };
  int chosen = FALSE;

  if (!mattra_argument_choice ("scores", self->operands[1], choices, &chosen, error))
    return FALSE;
  *import = chosen;
  if (self->n_operands == (chosen ? 3 : 2))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               chosen ? _("scores FILE import needs the table to read") : _("scores FILE show takes no more words"));
  return FALSE;
}

static MattraExit
run_scores (MattraInvocation  *self,
            GError           **error)
{
  g_autofree char *text = NULL;
  gboolean import = FALSE;
  int year = 0;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &text,
      N_("The fiscal year that was assessed (else the one that the plan analyses)"), N_("Y") },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error)
      || (text && !mattra_argument_year ("--year", text, &year, error)))
    return MATTRA_EXIT_DONE;
  if (!check_words (self, &import, error))
    return MATTRA_EXIT_USAGE;
  return (import ? import_scores (self, year, error) : show_scores (self, year, error)) ? MATTRA_EXIT_DONE
                                                                                         : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_scores = {
  .name = "scores",
  .operands = N_("FILE import TABLE | FILE show"),
  .summary = N_("Take in the scores of the assessment, or show them beside the year before"),
  .description = N_("TABLE is CSV or divided by tabs, as pasted from a sheet: an indicator a row, by number or name; a\n"
                    "column of scores, with a column of years or without, or a column for each year; with a head in\n"
                    "Thai or English or without, in digits of either kind. A year that the table does not name is\n"
                    "that of --year. All is taken in as one act; of a table with a fault, nothing is."),
  .min_operands = 2,
  .max_operands = 3,
  .writes = TRUE,
  .run = run_scores,
};
