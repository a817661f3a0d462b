/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-analyse.h"
#include "mattra-error.h"
#include "mattra-report.h"
#include "mattra-text.h"

/* What the office reads in the scores of the analysed year: the indicators with their scores, and the topics that the
 * plan's year asks for. */

static const MattraPeopleColumn indicator_columns[] = {
  { "name", N_("Indicator"), MATTRA_CELL_TEXT, 210 },
  { "instrument", N_("Instrument"), MATTRA_CELL_TEXT, 100 },
  { "before", N_("Year Before"), MATTRA_CELL_TEXT, 75 },
  { "score", N_("Score"), MATTRA_CELL_TEXT, 75 },
  { "difference", N_("Difference"), MATTRA_CELL_READ_ONLY, 95 },
  { "class", N_("Class"), MATTRA_CELL_READ_ONLY, 110 },
  { "measures", N_("Measures"), MATTRA_CELL_READ_ONLY, 95 },
  { "weakness", N_("Weakness"), MATTRA_CELL_TEXT, 220 },
  { "cause", N_("Cause"), MATTRA_CELL_TEXT, 220 },
  { "strength", N_("Strength"), MATTRA_CELL_TEXT, 220 },
  { "remedy", N_("Way forward"), MATTRA_CELL_TEXT, 220 },
  { NULL },
};

static const MattraPeopleColumn topic_columns[] = {
  { "name", N_("Topic"), MATTRA_CELL_TEXT, 260 },
  { "measures", N_("Measures"), MATTRA_CELL_READ_ONLY, 95 },
  { "weakness", N_("Weakness"), MATTRA_CELL_TEXT, 230 },
  { "cause", N_("Cause"), MATTRA_CELL_TEXT, 230 },
  { "strength", N_("Strength"), MATTRA_CELL_TEXT, 230 },
  { "remedy", N_("Way forward"), MATTRA_CELL_TEXT, 230 },
  { NULL },
};

static const MattraAnalysis *
analysis_at (MattraPlan *plan,
             gboolean    topic,
             guint       row)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (analysis->topic == topic && row-- == 0)
        return analysis;
    }
  return NULL;
}

static guint
count (MattraPlan *plan,
       gboolean    topic)
{
  guint n = 0;

  while (analysis_at (plan, topic, n) != NULL)
    n++;
  return n;
}

static guint
n_indicators (MattraPlan *plan)
{
  return count (plan, FALSE);
}

static guint
n_topics (MattraPlan *plan)
{
  return count (plan, TRUE);
}

static const char *
get_indicator_id (MattraPlan *plan,
                  guint       row)
{
  return analysis_at (plan, FALSE, row)->id;
}

static const char *
get_topic_id (MattraPlan *plan,
              guint       row)
{
  return analysis_at (plan, TRUE, row)->id;
}

static char *
text_of (MattraPlan           *plan,
         const MattraAnalysis *analysis,
         const char           *field)
{
  if (g_str_equal (field, "name"))
    return g_strdup_printf ("%d. %s", analysis->number, analysis->name);
  if (g_str_equal (field, "instrument"))
    return g_strdup (analysis->instrument);
  if (g_str_equal (field, "score"))
    return mattra_assessment_points (analysis->score);
  if (g_str_equal (field, "before"))
    return mattra_assessment_points (analysis->before);
  if (g_str_equal (field, "difference"))
    return mattra_assessment_signed (analysis->score, analysis->before);
  if (g_str_equal (field, "class"))
    return analysis->score >= 0 ? mattra_report_class_of_score (plan, analysis->score) : NULL;
  if (g_str_equal (field, "weakness"))
    return g_strdup (analysis->weakness);
  if (g_str_equal (field, "cause"))
    return g_strdup (analysis->cause);
  if (g_str_equal (field, "strength"))
    return g_strdup (analysis->strength);
  return g_str_equal (field, "remedy") ? g_strdup (analysis->remedy) : NULL;
}

static char *
dup_indicator_text (MattraPlan *plan,
                    guint       row,
                    const char *field)
{
  return text_of (plan, analysis_at (plan, FALSE, row), field);
}

static char *
dup_topic_text (MattraPlan *plan,
                guint       row,
                const char *field)
{
  return text_of (plan, analysis_at (plan, TRUE, row), field);
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *squeezed = mattra_text_squeeze (text);
  double points = -1;

  *valid = TRUE;
  if ((g_str_equal (field, "name") || g_str_equal (field, "instrument")) && *squeezed == '\0')
    {
      *valid = FALSE;
      return g_strdup (_("This cannot be empty"));
    }
  if (*squeezed == '\0' || (!g_str_equal (field, "score") && !g_str_equal (field, "before")))
    return NULL;
  *valid = mattra_assessment_parse_points (squeezed, &points);
  return *valid ? mattra_assessment_points (points) : g_strdup (_("Points from 0 to 100, such as 87.50"));
}

/* A name is shown with its number, which is no part of it. */
static const char *
skip_number (const char *text)
{
  const char *cursor = text;
  int number = 0;

  while (*cursor == ' ')
    cursor++;
  if (!mattra_digits_parse (&cursor, &number) || *cursor != '.')
    return text;
  for (cursor++; *cursor == ' '; cursor++)
    ;
  return cursor;
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     const char   *id,
     const char   *field,
     const char   *text,
     GError      **error)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (g_str_equal (analysis->id, id))
        return mattra_analyse_set (store, plan, analysis, field,
                                   g_str_equal (field, "name") ? skip_number (text) : text, error);
    }
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT, _("The year that is analysed is another by now"));
  return FALSE;
}

static gboolean
load_live (MattraStore  *store,
           MattraPlan   *plan,
           MattraDate    day,
           GHashTable   *texts,
           GError      **error)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);
  g_autoptr (GPtrArray) answers = mattra_analyse_answers (store, plan, error);

  for (guint i = 0; answers != NULL && i < analyses->len; i++)
    {
      const char *numbers = g_ptr_array_index (answers, i);

      g_hash_table_insert (texts, g_strconcat (((const MattraAnalysis *) g_ptr_array_index (analyses, i))->id, "/measures",
                                               NULL),
                           g_strdup (*numbers != '\0' ? numbers : "–"));
    }
  return answers != NULL;
}

static void
append_total (GString    *text,
              const char *name,
              double      score,
              double      before)
{
  g_autofree char *points = mattra_assessment_points (score);
  g_autofree char *difference = mattra_assessment_signed (score, before);

  if (score < 0)
    return;
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", name, points);
  if (*difference != '\0')
    g_string_append_printf (text, " (%s)", difference);
}

static char *
dup_indicator_summary (MattraPlan *plan)
{
  GString *text = g_string_new (NULL);
  int year = mattra_plan_get_analysed_year (plan);
  g_autofree char *head = NULL;
  const char *rating;
  MattraTotals totals;

  mattra_assessment_total (mattra_plan_get_analyses (plan), mattra_plan_get_setting (plan, MATTRA_SETTING_WEIGHTS),
                           &totals);
  append_total (text, _("Total"), totals.score, totals.before);
  rating = mattra_assessment_rate (year, &totals);
  if (rating != NULL)
    g_string_append_printf (text, " · %s", rating);
  for (guint i = 0; i < totals.n_instruments; i++)
    append_total (text, totals.instruments[i].name, totals.instruments[i].score, totals.instruments[i].before);
  if (text->len == 0)
    g_string_append (text, _("The total is shown when all scores are there."));
  head = g_strdup_printf (_("Fiscal year %d: "), year);
  g_string_prepend (text, head);
  return g_string_free (text, FALSE);
}

static char *
dup_topic_summary (MattraPlan *plan)
{
  return n_topics (plan) > 0 ? NULL
                             : g_strdup_printf (_("Fiscal year %d asks for no topics; assessments do since 2567."),
                                                mattra_plan_get_fiscal_year (plan));
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s in the analysis of another year"), title);
}

const MattraPeopleKind mattra_people_indicators = {
  .place = "analysis",
  .page = "indicators",
  .title = N_("Scores"),
  .purpose = N_("What last year’s scores mean. A column of scores can be pasted from a sheet. The analysis prints with the "
                "document of measures."),
  .columns = indicator_columns,
  .name_field = "name",
  .set_act = "set-analysis",
  .fixed = TRUE,
  .asks = TRUE,
  .action = MATTRA_ACTION_EDIT_PLAN,
  .dup_gone = dup_gone,
  .n_rows = n_indicators,
  .get_id = get_indicator_id,
  .dup_text = dup_indicator_text,
  .understand = understand,
  .set = set,
  .load_live = load_live,
  .dup_summary = dup_indicator_summary,
};

const MattraPeopleKind mattra_people_topics = {
  .place = "topic",
  .page = "topics",
  .title = N_("Topics"),
  .purpose = N_("The analysis by the topics that the assessment names. It prints with the document of measures once "
                "something is written."),
  .columns = topic_columns,
  .name_field = "name",
  .set_act = "set-analysis",
  .fixed = TRUE,
  .asks = TRUE,
  .action = MATTRA_ACTION_EDIT_PLAN,
  .dup_gone = dup_gone,
  .n_rows = n_topics,
  .get_id = get_topic_id,
  .dup_text = dup_topic_text,
  .understand = understand,
  .set = set,
  .load_live = load_live,
  .dup_summary = dup_topic_summary,
};
