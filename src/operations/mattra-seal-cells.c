/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-cells.h"

#include "mattra-carried.h"
#include "mattra-cell.h"
#include "mattra-evidence.h"
#include "mattra-load-report.h"
#include "mattra-report.h"
#include "mattra-seal-cell.h"

static const char *const measure_fields[] = {
  "number",      "title", "section",    "period_text", "period_start", "period_end", "ita_indicator", "topic",
  "recurrence", "responsible", "steps", "indicators",  "follow_up",    "budget",     "note",
};

static const char *const answer_fields[] = { "status", "results", "obstacles", "recommendations", "evidence" };

/* These tell what is to be done, not what was done. */
static const char *const kinds_without_answers[] = { "measures", "announcement", "order", NULL };

typedef struct
{
  MattraPlan *plan;
  const MattraSealScope *scope;
  GString *json;
} Collector;

/**
 * mattra_seal_has_answers:
 * @kind: a kind of report, or several with commas between
 *
 * Returns: whether it tells what was answered in a round
 */
gboolean
mattra_seal_has_answers (const char *kind)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);

  names = g_strsplit (kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (kinds_without_answers, names[i]))
      return TRUE;
  return FALSE;
}

/* What one kind alone prints is a cell of that kind alone: what was confirmed of others before stays comparable. */
static gboolean
has_kind (const Collector *self,
          const char      *kind)
{
  g_auto (GStrv) names = g_strsplit (self->scope->kind, MATTRA_REPORT_KIND_SEPARATOR, -1);

  return g_strv_contains ((const char *const *) names, kind);
}

static void
add_cell (Collector  *self,
          const char *measure,
          const char *number,
          const char *field,
          const char *division,
          const char *text)
{
  const char *named = mattra_plan_find_division_name (self->plan, division);
  const MattraSealCell cell = { (char *) measure, (char *) number, (char *) field, (char *) (division ? division : ""),
                                (char *) (named ? named : ""), (char *) text };

  if (text != NULL && *text != '\0')
    mattra_seal_cell_append (&cell, self->json);
}

static void
add_plan_cell (Collector  *self,
               const char *target,
               const char *field,
               const char *text)
{
  g_autofree char *name = field ? g_strconcat (target, " ", field, NULL) : g_strdup (target);

  add_cell (self, "", "", name, NULL, text);
}

static void
add_organisation (Collector *self)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->plan);

  add_plan_cell (self, "organisation", "name", organisation->name);
  add_plan_cell (self, "organisation", "district", organisation->district);
  add_plan_cell (self, "organisation", "province", organisation->province);
  add_plan_cell (self, "organisation", "website", organisation->website);
  add_plan_cell (self, "organisation", "emblem", organisation->emblem);
  add_plan_cell (self, "organisation", "garuda", organisation->garuda);
}

static void
add_settings (Collector *self)
{
  g_autoptr (GList) names = mattra_plan_list_settings (self->plan);
  g_autofree char *year = g_strdup_printf ("%d", mattra_plan_get_analysed_year (self->plan));

  add_plan_cell (self, "plan", "analysed_year", year);
  for (GList *l = names; l != NULL; l = l->next)
    add_plan_cell (self, "plan", l->data, mattra_plan_get_setting (self->plan, l->data));
}

static void
add_scores (Collector *self)
{
  GPtrArray *scores = mattra_plan_get_scores (self->plan);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);
      g_autofree char *field = g_strdup_printf ("score:%d", score->indicator);
      char points[G_ASCII_DTOSTR_BUF_SIZE];

      if (score->score >= 0)
        add_plan_cell (self, "plan", field, g_ascii_formatd (points, sizeof points, "%.2f", score->score));
    }
}

static void
add_points (Collector  *self,
            const char *target,
            const char *field,
            double      points)
{
  g_autofree char *text = points >= 0 ? mattra_assessment_points (points) : NULL;

  if (text != NULL)
    add_plan_cell (self, target, field, text);
}

/* What is read in the scores, and what came back of last year's answers, print with them. */
static void
add_analyses (Collector *self)
{
  GPtrArray *analyses = mattra_plan_get_analyses (self->plan);
  GPtrArray *publications = mattra_plan_get_publications (self->plan);

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);
      g_autofree char *target = g_strdup_printf ("%s:%d", analysis->topic ? "topic" : "indicator", analysis->number);

      add_points (self, target, "before", analysis->before);
      add_plan_cell (self, target, "strength", analysis->strength);
      add_plan_cell (self, target, "weakness", analysis->weakness);
      add_plan_cell (self, target, "cause", analysis->cause);
      add_plan_cell (self, target, "remedy", analysis->remedy);
    }
  for (guint i = 0; i < publications->len; i++)
    {
      const MattraPublication *item = g_ptr_array_index (publications, i);
      g_autofree char *target = g_strdup_printf ("publication:%s", item->report);

      if (item->fiscal_year != mattra_plan_get_analysed_year (self->plan))
        continue;
      add_points (self, target, "score", item->score);
      add_plan_cell (self, target, "comment", item->comment);
    }
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_day (GString    *text,
            MattraDate  day)
{
  g_autofree char *iso = mattra_date_is_set (day) ? mattra_date_to_iso (day) : NULL;

  append_part (text, iso);
}

static MattraReportOptions
options_of (const MattraSealScope *scope)
{
  return (MattraReportOptions) { .kind = scope->kind, .round = scope->round, .division = scope->division,
                                 .date = scope->date, .today = scope->today };
}

/* Only those whose block the report prints: others come and go without changing it. */
static void
add_signers (Collector *self)
{
  const MattraReportOptions options = options_of (self->scope);
  GPtrArray *signers = mattra_plan_get_signers (self->plan);

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *target = g_strconcat ("person:", signer->name, NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      if (!mattra_report_is_signer (self->plan, &options, signer))
        continue;
      append_part (text, signer->role);
      append_part (text, signer->rank);
      append_part (text, signer->post);
      append_part (text, signer->acting);
      add_plan_cell (self, target, NULL, text->str);
    }
}

static void
add_papers (Collector *self)
{
  GPtrArray *papers = mattra_plan_get_papers (self->plan);
  GPtrArray *members = mattra_plan_get_members (self->plan);

  for (guint i = 0; i < papers->len; i++)
    {
      const MattraPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *target = g_strdup_printf ("paper:%s%s%s", paper->kind, paper->round ? " " : "",
                                                 paper->round ? mattra_round_to_string (paper->round) : "");
      g_autoptr (GString) text = g_string_new (NULL);

      append_part (text, paper->number);
      append_day (text, paper->day);
      append_part (text, paper->subject);
      add_cell (self, "", "", target, paper->division, text->str);
    }
  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);
      g_autofree char *target = g_strconcat ("member:", member->name ? member->name : member->post, NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      append_part (text, member->role);
      append_part (text, member->post);
      add_plan_cell (self, target, NULL, text->str);
    }
}

static void
add_divisions (Collector *self)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const MattraDivision *division = mattra_division_list_get (divisions, i);
      g_autoptr (GString) text = g_string_new (division->name);

      append_part (text, division->short_name);
      add_cell (self, "", "", "division", division->id, text->str);
    }
}

static void
add_answer (Collector     *self,
            MattraMeasure *measure,
            const char    *number,
            MattraAnswer  *answer)
{
  const char *division = mattra_answer_get_division (answer);

  for (guint i = 0; i < G_N_ELEMENTS (answer_fields); i++)
    {
      g_autofree char *text = mattra_cell_dup_exactly (self->plan, measure, answer_fields[i], self->scope->round,
                                                       division);

      add_cell (self, mattra_measure_get_id (measure), number, answer_fields[i], division, text);
    }
}

/* The answers that the report tells: those of its round, and of its division and the joint ones. */
static void
add_answers (Collector     *self,
             MattraMeasure *measure,
             const char    *number)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      const char *division = mattra_answer_get_division (answer);

      if (mattra_answer_get_round (answer) == self->scope->round
          && (division == NULL || self->scope->division == NULL || g_str_equal (division, self->scope->division)))
        add_answer (self, measure, number, answer);
    }
}

/* What the annex prints of a piece of evidence, a line. */
static char *
describe_evidence (const MattraEvidence *evidence,
                   MattraMeasure        *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *hash = evidence->blob ? g_strndup (evidence->blob, MATTRA_EVIDENCE_HASH_DIGITS) : NULL;
  MattraItemKind kind;
  guint number;
  const MattraItem *item = mattra_evidence_find_item (evidence, measure, &kind, &number);

  append_part (text, evidence->caption);
  append_part (text, evidence->url);
  append_part (text, evidence->file_name);
  append_part (text, hash);
  append_part (text, item ? item->text : NULL);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A cell for the joint answer and for each division, of those that the report shows. */
static void
add_evidence (Collector     *self,
              MattraMeasure *measure,
              const char    *number)
{
  g_autoptr (GPtrArray) list = mattra_evidence_of_round (measure, self->plan, self->scope->round);

  for (guint i = 0, end; i < list->len; i = end)
    {
      const char *division = ((const MattraEvidence *) g_ptr_array_index (list, i))->division;
      g_autoptr (GString) lines = g_string_new (NULL);

      for (end = i; end < list->len; end++)
        {
          const MattraEvidence *evidence = g_ptr_array_index (list, end);
          g_autofree char *line = describe_evidence (evidence, measure);

          if (g_strcmp0 (evidence->division, division) != 0)
            break;
          g_string_append_printf (lines, "%s%s", end > i ? "\n" : "", line);
        }
      if (division == NULL || self->scope->division == NULL || g_str_equal (division, self->scope->division))
        add_cell (self, mattra_measure_get_id (measure), number, "attachments", division, lines->str);
    }
}

static void
add_extras (Collector     *self,
            MattraMeasure *measure,
            const char    *number)
{
  g_autoptr (GPtrArray) fields = mattra_cell_list_extras (measure);

  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);
      g_autofree char *text = mattra_cell_dup_text (self->plan, measure, field, self->scope->round, NULL);

      add_cell (self, mattra_measure_get_id (measure), number, field, NULL, text);
    }
}

/* What the meeting asks after: recommendations of earlier years and their answers, a line each. */
static void
add_carried (Collector     *self,
             MattraMeasure *measure,
             const char    *number)
{
  GPtrArray *carried = mattra_measure_get_carried (measure);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);

      g_string_append_printf (lines, "%s%d · %s", i > 0 ? "\n" : "", one->fiscal_year, one->text);
      append_part (lines, one->answer);
    }
  add_cell (self, mattra_measure_get_id (measure), number, "carried", NULL, lines->str);
}

/* What the meeting decided about a measure, or about the plan where there is none; a line each. */
static void
add_minutes (Collector     *self,
             MattraMeasure *measure,
             const char    *number)
{
  GPtrArray *minutes = mattra_plan_get_minutes (self->plan);
  const char *id = measure ? mattra_measure_get_id (measure) : NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < minutes->len; i++)
    {
      const MattraMinute *minute = g_ptr_array_index (minutes, i);

      if (g_strcmp0 (minute->measure, id) == 0)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", minute->text);
    }
  add_cell (self, id ? id : "", number, "minutes", NULL, lines->str);
}

static void
add_measure (Collector     *self,
             MattraMeasure *measure)
{
  g_autofree char *number = mattra_cell_dup_text (self->plan, measure, "number", MATTRA_ROUND_NONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (measure_fields); i++)
    {
      g_autofree char *text = mattra_cell_dup_text (self->plan, measure, measure_fields[i], MATTRA_ROUND_NONE, NULL);

      add_cell (self, mattra_measure_get_id (measure), number, measure_fields[i], NULL, text);
    }
  add_extras (self, measure, number);
  if (mattra_seal_has_answers (self->scope->kind))
    add_answers (self, measure, number);
  if (has_kind (self, "annex"))
    add_evidence (self, measure, number);
  if (has_kind (self, "minutes-table"))
    {
      add_carried (self, measure, number);
      add_minutes (self, measure, number);
    }
}

static gboolean
add_measures (Collector    *self,
              MattraStore  *store,
              GError      **error)
{
  g_autoptr (MattraMeasureSource) measures = mattra_store_list_measures (store, mattra_plan_get_id (self->plan),
                                                                         self->scope->division, error);
  g_autoptr (GError) failure = NULL;
  MattraMeasure *measure;

  if (measures == NULL || !mattra_measure_source_rewind (measures, error))
    return FALSE;
  while ((measure = mattra_measure_source_next (measures, &failure)) != NULL)
    {
      add_measure (self, measure);
      g_object_unref (measure);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
load_minutes (MattraStore            *store,
              MattraPlan             *plan,
              const MattraSealScope  *scope,
              GError                **error)
{
  const MattraReportOptions options = options_of (scope);

  return mattra_load_report_minutes (store, plan, &options, error);
}

/**
 * mattra_seal_collect_cells:
 * @store: a register
 * @scope: what the report is made of
 * @error: return location
 *
 * Collects everything that a report is made of as it is now: the office, the plan's settings, the people who sign,
 * each cell of each measure, and the evidence or the minutes where the report tells them.
 *
 * Returns: (transfer full) (nullable): the cells as canonical JSON; the same data gives the same bytes
 */
GBytes *
mattra_seal_collect_cells (MattraStore            *store,
                           const MattraSealScope  *scope,
                           GError                **error)
{
  /* A plan of its own: that of a report has got a title from the catalogue. */
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GString) json = NULL;
  Collector self = { NULL, scope, NULL };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && scope != NULL && scope->kind != NULL, NULL);

  plan = mattra_store_load_plan (store, scope->fiscal_year, error);
  if (plan == NULL || !load_minutes (store, plan, scope, error))
    return NULL;
  mattra_load_report_leave_out (plan, scope->left_out);
  json = mattra_seal_cells_begin ();
  self.plan = plan;
  self.json = json;
  add_organisation (&self);
  add_settings (&self);
  add_scores (&self);
  add_analyses (&self);
  add_signers (&self);
  add_papers (&self);
  add_divisions (&self);
  if (has_kind (&self, "minutes-table"))
    add_minutes (&self, NULL, "");
  if (!add_measures (&self, store, error))
    return NULL;
  return mattra_seal_cells_end (g_steal_pointer (&json));
}
