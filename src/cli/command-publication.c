/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-check-register.h"
#include "mattra-check-words.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-publish.h"

typedef enum
{
  DO_LIST,
  DO_SET,
  DO_CHECK,
} What;

static void
print_text (const char *label,
            const char *text)
{
  if (text != NULL && *text != '\0')
    mattra_output_line ("  %s: %s", label, text);
}

static char *
day_text (MattraDate day)
{
  return mattra_date_format (day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
}

static void
print_item (MattraPlan              *plan,
            const MattraPublication *item)
{
  g_autofree char *posted = day_text (item->posted_on);
  g_autofree char *approved = day_text (item->approved_on);
  g_autofree char *version = item->version > 0 ? g_strdup_printf ("%d", item->version) : NULL;
  g_autofree char *points = mattra_assessment_points (item->score);
  g_autofree char *explanation = mattra_publish_explain (plan, item);

  mattra_output_line ("%s/%d  %s %s%s%s%s", item->report, item->fiscal_year, item->number, item->name,
                      item->sure ? "" : " (", item->sure ? "" : _("not certain"), item->sure ? "" : ")");
  print_text (_("Version"), version);
  print_text (_("File"), item->file_name);
  print_text (_("Address"), item->url);
  print_text (_("Menus"), item->menu_path);
  print_text (_("Posted on"), posted);
  print_text (_("Approved by"), item->approved_by);
  print_text (_("Approved on"), approved);
  print_text (_("Score"), points);
  print_text (_("Comment"), item->comment);
  print_text (_("Explanation"), explanation);
}

static void
write_item (MattraJsonWriter        *writer,
            MattraPlan              *plan,
            const MattraPublication *item)
{
  g_autofree char *explanation = mattra_publish_explain (plan, item);

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "fiscal_year_be", item->fiscal_year);
  mattra_json_writer_add_string (writer, "report", item->report);
  mattra_json_writer_add_string (writer, "number", item->number);
  mattra_json_writer_add_string (writer, "name", item->name);
  mattra_json_writer_add_boolean (writer, "certain", item->sure);
  if (item->version > 0)
    mattra_json_writer_add_int (writer, "version", item->version);
  else
    mattra_json_writer_add_null (writer, "version");
  mattra_json_writer_add_string (writer, "file", item->file_name);
  mattra_json_writer_add_string (writer, "url", item->url);
  mattra_json_writer_add_string (writer, "menu_path", item->menu_path);
  mattra_json_writer_add_date (writer, "posted_on", item->posted_on);
  mattra_json_writer_add_string (writer, "approved_by", item->approved_by);
  mattra_json_writer_add_date (writer, "approved_on", item->approved_on);
  if (item->score >= 0)
    mattra_json_writer_add_hundredths (writer, "score", (gint64) (item->score * 100 + 0.5));
  else
    mattra_json_writer_add_null (writer, "score");
  mattra_json_writer_add_string (writer, "comment", item->comment);
  mattra_json_writer_add_string (writer, "explanation", explanation);
  mattra_json_writer_end_object (writer);
}

static gboolean
list (MattraPlan        *plan,
      MattraJsonWriter  *writer)
{
  GPtrArray *items = mattra_plan_get_publications (plan);

  for (guint i = 0; i < items->len; i++)
    if (writer != NULL)
      write_item (writer, plan, g_ptr_array_index (items, i));
    else
      print_item (plan, g_ptr_array_index (items, i));
  return TRUE;
}

/* Checking */

static void
print_findings (const MattraPublication *item,
                GPtrArray               *findings)
{
  mattra_output_line ("%s  %s %s: %u", item->report, item->number, item->name, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const MattraFinding *finding = g_ptr_array_index (findings, i);

      mattra_output_line ("  %s: %s", mattra_check_severity_text (finding->severity), finding->message);
      if (finding->proposal != NULL)
        mattra_output_line ("     %s", finding->proposal);
    }
}

static void
write_findings (MattraJsonWriter        *writer,
                const MattraPublication *item,
                GPtrArray               *findings)
{
  static const char *const severities[] = { "notice", "review", "fault" };

  for (guint i = 0; i < findings->len; i++)
    {
      const MattraFinding *finding = g_ptr_array_index (findings, i);

      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_add_string (writer, "report", item->report);
      mattra_json_writer_add_string (writer, "item", item->number);
      mattra_json_writer_add_string (writer, "check", finding->check);
      mattra_json_writer_add_string (writer, "severity", severities[finding->severity]);
      if (finding->number > 0)
        mattra_json_writer_add_int (writer, "measure", finding->number);
      else
        mattra_json_writer_add_null (writer, "measure");
      mattra_json_writer_add_string (writer, "measure_id", finding->measure);
      mattra_json_writer_add_string (writer, "field", finding->field);
      mattra_json_writer_add_string (writer, "message", finding->message);
      mattra_json_writer_end_object (writer);
    }
}

/* Items of the analysed year are over. */
static gboolean
check (MattraInvocation  *self,
       MattraStore       *store,
       MattraPlan        *plan,
       MattraJsonWriter  *writer,
       gboolean          *faults,
       GError           **error)
{
  GPtrArray *items = mattra_plan_get_publications (plan);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraPublication *item = g_ptr_array_index (items, i);
      g_autoptr (GPtrArray) findings = NULL;

      if (item->fiscal_year != mattra_plan_get_fiscal_year (plan))
        continue;
      findings = mattra_publish_check (store, plan, item, self->today, error);
      if (findings == NULL)
        return FALSE;
      *faults |= mattra_check_has_fault (findings);
      if (writer != NULL)
        write_findings (writer, item, findings);
      else
        print_findings (item, findings);
    }
  return TRUE;
}

static gboolean
look (MattraInvocation  *self,
      What               what,
      gboolean           json,
      gboolean          *faults,
      GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (GOutputStream) stream = json ? g_unix_output_stream_new (STDOUT_FILENO, FALSE) : NULL;
  g_autoptr (MattraJsonWriter) writer = json ? mattra_json_writer_new (stream) : NULL;

  if (plan == NULL)
    return FALSE;
  fflush (stdout);
  if (writer != NULL)
    {
      mattra_json_writer_begin_object (writer, NULL);
      mattra_json_writer_begin_array (writer, what == DO_CHECK ? "findings" : "items");
    }
  if (!(what == DO_CHECK ? check (self, store, plan, writer, faults, error) : list (plan, writer)))
    return FALSE;
  if (writer == NULL)
    return TRUE;
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
set (MattraInvocation  *self,
     GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  const MattraPublication *item = plan ? mattra_publish_find (plan, self->operands[2], error) : NULL;

  if (item == NULL || !mattra_publish_set (store, plan, item, self->operands[3], self->operands[4], error))
    return FALSE;
  mattra_output_line (_("Changed: %s of %s"), self->operands[3], self->operands[2]);
  return TRUE;
}

static MattraExit
run_publication (MattraInvocation  *self,
                 GError           **error)
{
  static const MattraChoice choices[] = { { "list", DO_LIST }, { "set", DO_SET }, { "check", DO_CHECK }, { NULL, 0 } };
  gboolean json = FALSE;
  gboolean faults = FALSE;
  int chosen = DO_LIST;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, for scripts"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error)
      || !mattra_argument_choice ("publication", self->operands[1], choices, &chosen, error))
    return MATTRA_EXIT_DONE;
  if (self->n_operands != (chosen == DO_SET ? 5 : 2) || (chosen == DO_SET && json))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("Write publication FILE list, publication FILE check, or publication FILE set ITEM FIELD VALUE"));
      return MATTRA_EXIT_USAGE;
    }
  if (!(chosen == DO_SET ? set (self, error) : look (self, (What) chosen, json, &faults, error)))
    return MATTRA_EXIT_FAILED;
  return faults ? MATTRA_EXIT_FAILED : MATTRA_EXIT_DONE;
}

const MattraCommand mattra_command_publication = {
  .name = "publication",
  .operands = N_("FILE list | FILE check | FILE set ITEM FIELD VALUE"),
  .summary = N_("Keep how the items of the assessment are answered, and check what they must have"),
  .description = N_("ITEM is measures or results: the item of the plan's year that asks for that report; measures/YEAR and\n"
                    "results/YEAR are those of the analysed year. FIELD is number or name (what the year calls the item),\n"
                    "version (number of the confirmed version that is posted), file, url (https or http), menu_path,\n"
                    "posted_on, explanation, approved_by, approved_on, score and comment (what came back, for next year's\n"
                    "analysis). An empty VALUE empties it; without an explanation one is proposed.\n"
                    "check fails where something must be mended: measures need who is responsible, steps and follow-up,\n"
                    "and an analysis, by topic since 2567; results are concrete and no copies of steps, and of the very\n"
                    "measures of the confirmed document. “set FILE plan results_year” says whose results are asked for.\n"
                    "JSON of list: items, each with fiscal_year_be, report, number, name, certain, version, file, url,\n"
                    "menu_path, posted_on, approved_by, approved_on, score, comment, explanation. JSON of check: findings,\n"
                    "each with report, item, check, severity, measure, measure_id, field, message."),
  .min_operands = 2,
  .max_operands = 5,
  .writes = TRUE,
  .run = run_publication,
};
