/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-analyse.h"
#include "mattra-argument.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-report.h"

/* How a text of several lines goes on below its label. */
#define NEXT_LINE "\n        "

static char *
or_dash (char *text)
{
  if (*text != '\0')
    return text;
  g_free (text);
  return g_strdup ("-");
}

static void
print_text (const char *label,
            const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  if (text == NULL || *text == '\0')
    return;
  lines = g_strsplit (text, "\n", -1);
  joined = g_strjoinv (NEXT_LINE, lines);
  mattra_output_line ("      %s: %s", label, joined);
}

static void
print_texts (const MattraAnalysis *analysis,
             const char           *measures)
{
  print_text (_("Strength"), analysis->strength);
  print_text (_("Weakness"), analysis->weakness);
  print_text (_("Cause"), analysis->cause);
  print_text (_("Way forward"), analysis->remedy);
  print_text (_("Measures"), *measures != '\0' ? measures : _("none"));
}

static void
print_analysis (MattraPlan           *plan,
                const MattraAnalysis *analysis,
                const char           *measures)
{
  g_autofree char *before = or_dash (mattra_assessment_points (analysis->before));
  g_autofree char *score = or_dash (mattra_assessment_points (analysis->score));
  g_autofree char *difference = or_dash (mattra_assessment_signed (analysis->score, analysis->before));
  g_autofree char *class = analysis->score >= 0 ? mattra_report_class_of_score (plan, analysis->score) : NULL;

  if (analysis->topic)
    mattra_output_line ("%2d  %s", analysis->number, analysis->name);
  else
    mattra_output_line ("%2d  %-4s %7s %7s %8s  %s%s%s", analysis->number, analysis->instrument, before, score,
                        difference, analysis->name, class ? " · " : "", class ? class : "");
  print_texts (analysis, measures);
}

static void
print_sum (const char *name,
           int         weight,
           double      score,
           double      before)
{
  g_autofree char *score_text = or_dash (mattra_assessment_points (score));
  g_autofree char *before_text = or_dash (mattra_assessment_points (before));
  g_autofree char *difference = or_dash (mattra_assessment_signed (score, before));

  mattra_output_line ("    %-4s %7s %7s %8s  %3d%%", name, before_text, score_text, difference, weight);
}

static void
print_totals (MattraPlan *plan)
{
  MattraTotals totals;
  const char *rating;

  mattra_assessment_total (mattra_plan_get_analyses (plan), mattra_plan_get_setting (plan, MATTRA_SETTING_WEIGHTS),
                           &totals);
  for (guint i = 0; i < totals.n_instruments; i++)
    print_sum (totals.instruments[i].name, totals.instruments[i].weight, totals.instruments[i].score,
               totals.instruments[i].before);
  print_sum ("ITA", 100, totals.score, totals.before);
  rating = mattra_assessment_rate (mattra_plan_get_analysed_year (plan), &totals);
  if (rating != NULL)
    mattra_output_line (_("The assessment calls this: %s"), rating);
}

/* What the assessment said of last year's answers belongs to what is analysed. */
static void
print_last_comments (MattraPlan *plan)
{
  GPtrArray *publications = mattra_plan_get_publications (plan);

  for (guint i = 0; i < publications->len; i++)
    {
      const MattraPublication *publication = g_ptr_array_index (publications, i);
      g_autofree char *points = or_dash (mattra_assessment_points (publication->score));

      if (publication->fiscal_year != mattra_plan_get_analysed_year (plan)
          || (publication->score < 0 && publication->comment == NULL))
        continue;
      mattra_output_line (_("Item %s of fiscal year %d: %s points"), publication->number, publication->fiscal_year,
                          points);
      print_text (_("Comment"), publication->comment);
    }
}

static void
print_all (MattraPlan *plan,
           GPtrArray  *measures)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);
  int year = mattra_plan_get_analysed_year (plan);
  gboolean topics = FALSE;

  mattra_output_line (_("ITA scores of fiscal year %d: number, instrument, points of %d and of %d, difference, name, class"),
                      year, year - 1, year);
  for (guint i = 0; i < analyses->len && !mattra_output_failed (); i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (analysis->topic && !topics)
        mattra_output_line (_("Topics that fiscal year %d asks for:"), mattra_plan_get_fiscal_year (plan));
      topics |= analysis->topic;
      print_analysis (plan, analysis, g_ptr_array_index (measures, i));
    }
  mattra_output_line (_("Instruments, with their weights, and what they come to:"));
  print_totals (plan);
  print_last_comments (plan);
}

/* JSON */

static void
write_points (MattraJsonWriter *writer,
              const char       *key,
              double            points)
{
  if (points >= 0)
    mattra_json_writer_add_hundredths (writer, key, (gint64) (points * 100 + 0.5));
  else
    mattra_json_writer_add_null (writer, key);
}

static void
write_analysis (MattraJsonWriter     *writer,
                MattraPlan           *plan,
                const MattraAnalysis *analysis,
                const char           *measures)
{
  g_autofree char *class = analysis->score >= 0 ? mattra_report_class_of_score (plan, analysis->score) : NULL;

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "kind", analysis->topic ? "topic" : "indicator");
  mattra_json_writer_add_int (writer, "number", analysis->number);
  mattra_json_writer_add_string (writer, "name", analysis->name);
  mattra_json_writer_add_string (writer, "instrument", analysis->instrument);
  write_points (writer, "score", analysis->score);
  write_points (writer, "before", analysis->before);
  mattra_json_writer_add_string (writer, "class", class);
  mattra_json_writer_add_string (writer, "strength", analysis->strength);
  mattra_json_writer_add_string (writer, "weakness", analysis->weakness);
  mattra_json_writer_add_string (writer, "cause", analysis->cause);
  mattra_json_writer_add_string (writer, "remedy", analysis->remedy);
  mattra_json_writer_add_string (writer, "measures", measures);
  mattra_json_writer_end_object (writer);
}

static void
write_totals (MattraJsonWriter *writer,
              MattraPlan       *plan)
{
  MattraTotals totals;

  mattra_assessment_total (mattra_plan_get_analyses (plan), mattra_plan_get_setting (plan, MATTRA_SETTING_WEIGHTS),
                           &totals);
  write_points (writer, "total", totals.score);
  write_points (writer, "total_before", totals.before);
  mattra_json_writer_add_string (writer, "rating",
                                 mattra_assessment_rate (mattra_plan_get_analysed_year (plan), &totals));
  mattra_json_writer_begin_array (writer, "instruments");
  for (guint i = 0; i < totals.n_instruments; i++)
    {
      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_add_string (writer, "name", totals.instruments[i].name);
      mattra_json_writer_add_int (writer, "weight", totals.instruments[i].weight);
      write_points (writer, "score", totals.instruments[i].score);
      write_points (writer, "before", totals.instruments[i].before);
      mattra_json_writer_end_object (writer);
    }
  mattra_json_writer_end_array (writer);
}

static gboolean
write_all (MattraPlan  *plan,
           GPtrArray   *measures,
           GError     **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);
  GPtrArray *analyses = mattra_plan_get_analyses (plan);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "fiscal_year_be", mattra_plan_get_fiscal_year (plan));
  mattra_json_writer_add_int (writer, "analysed_year_be", mattra_plan_get_analysed_year (plan));
  write_totals (writer, plan);
  mattra_json_writer_begin_array (writer, "analyses");
  for (guint i = 0; i < analyses->len; i++)
    write_analysis (writer, plan, g_ptr_array_index (analyses, i), g_ptr_array_index (measures, i));
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
show (MattraInvocation  *self,
      gboolean           json,
      GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (GPtrArray) measures = plan ? mattra_analyse_answers (store, plan, error) : NULL;

  if (measures == NULL)
    return FALSE;
  if (json)
    return write_all (plan, measures, error);
  print_all (plan, measures);
  return TRUE;
}

static gboolean
set (MattraInvocation  *self,
     GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  const MattraAnalysis *analysis = plan ? mattra_analyse_find (plan, self->operands[2], error) : NULL;

  if (analysis == NULL || !mattra_analyse_set (store, plan, analysis, self->operands[3], self->operands[4], error))
    return FALSE;
  mattra_output_line (_("Changed: %s of %s"), self->operands[3], self->operands[2]);
  return TRUE;
}

static MattraExit
run_analysis (MattraInvocation  *self,
              GError           **error)
{
  static const MattraChoice choices[] = { { "set", TRUE }, { "show", FALSE }, { NULL, 0 } };
  gboolean json = FALSE;
  int chosen = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, for scripts"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error)
      || !mattra_argument_choice ("analysis", self->operands[1], choices, &chosen, error))
    return MATTRA_EXIT_DONE;
  if (self->n_operands != (chosen ? 5 : 2) || (chosen && json))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("Write analysis FILE show, or analysis FILE set NUMBER FIELD VALUE"));
      return MATTRA_EXIT_USAGE;
    }
  return (chosen ? set (self, error) : show (self, json, error)) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_analysis = {
  .name = "analysis",
  .operands = N_("FILE show | FILE set NUMBER FIELD VALUE"),
  .summary = N_("Show or write what last year's scores mean, by indicator and topic"),
  .description = N_("NUMBER is that of an ITA indicator, or topic:NUMBER for one of the topics that assessments ask for since\n"
                    "2567. FIELD is strength, weakness, cause or remedy (how the analysis is put into practice); of an\n"
                    "indicator also score, before (points of the year before) and instrument; and name. An empty VALUE\n"
                    "empties it. Instruments score the mean of their indicators, the total is their sum by weight:\n"
                    "“set FILE plan measures/weights” changes the weights, measures/classes the classes.\n"
                    "JSON: fiscal_year_be, analysed_year_be, total, total_before, rating, instruments (name, weight,\n"
                    "score, before), and analyses, a list of: kind (indicator, topic), number, name, instrument, score,\n"
                    "before, class, strength, weakness, cause, remedy, measures (their numbers)."),
  .min_operands = 2,
  .max_operands = 5,
  .writes = TRUE,
  .run = run_analysis,
};
