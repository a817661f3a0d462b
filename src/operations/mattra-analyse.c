/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-analyse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-digits.h"
#include "mattra-error.h"
#include "mattra-report.h"
#include "mattra-text.h"

#define TOPIC_PREFIX "topic:"

/**
 * mattra_analyse_find:
 * @plan: a plan
 * @word: number of an indicator, or "topic:" and the number of a topic
 * @error: why not: %MATTRA_ERROR_NOT_FOUND where the assessment of the year has no such one
 *
 * Returns: (transfer none) (nullable): what the office reads in it
 */
const MattraAnalysis *
mattra_analyse_find (MattraPlan  *plan,
                     const char  *word,
                     GError     **error)
{
  gboolean topic;
  const char *cursor;
  const MattraAnalysis *analysis = NULL;
  int number = 0;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && word != NULL, NULL);

  topic = g_str_has_prefix (word, TOPIC_PREFIX);
  cursor = topic ? word + strlen (TOPIC_PREFIX) : word;
  if (mattra_digits_parse (&cursor, &number) && *cursor == '\0')
    analysis = mattra_plan_find_analysis (plan, topic, number);
  if (analysis == NULL && topic)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("“%s”: fiscal year %d asks for no such topic; topics are asked for since 2567"), word,
                 mattra_plan_get_fiscal_year (plan));
  else if (analysis == NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("“%s” is no indicator of the assessment of fiscal year %d; write its number, or topic:NUMBER"), word,
                 mattra_plan_get_analysed_year (plan));
  return analysis;
}

/**
 * mattra_analyse_check_score:
 * @value: points as a person writes them
 * @points: (out): them
 * @error: set to %MATTRA_ERROR_INVALID where they are none
 *
 * Returns: whether these are points of the assessment
 */
gboolean
mattra_analyse_check_score (const char  *value,
                            double      *points,
                            GError     **error)
{
  g_return_val_if_fail (value != NULL && points != NULL, FALSE);

  if (mattra_assessment_parse_points (value, points))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("“%s” is no score: write points from 0 to 100, such as 87.50"), value);
  return FALSE;
}

static gboolean
set_score (MattraStore           *store,
           MattraPlan            *plan,
           const MattraAnalysis  *analysis,
           int                    year,
           const char            *value,
           GError               **error)
{
  double points = -1;

  if (analysis->topic)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("A topic has no score; scores are of indicators"));
      return FALSE;
    }
  return (*value == '\0' || mattra_analyse_check_score (value, &points, error))
         && mattra_store_set_score (store, year, analysis->number, points, error);
}

static gboolean
set_name (MattraStore           *store,
          MattraPlan            *plan,
          const MattraAnalysis  *analysis,
          const char            *field,
          const char            *value,
          GError               **error)
{
  g_autofree char *number = g_strdup_printf ("%d", analysis->number);
  int year = analysis->topic ? mattra_plan_get_fiscal_year (plan) : mattra_plan_get_analysed_year (plan);

  return mattra_store_set_catalogue (store, analysis->topic ? MATTRA_CATALOGUE_TOPIC : MATTRA_CATALOGUE_INDICATOR, year,
                                     number, field, value, error);
}

/**
 * mattra_analyse_set:
 * @store: a register open for writing
 * @plan: the plan as loaded from it
 * @analysis: an indicator or topic of the plan
 * @field: "strength", "weakness", "cause", "remedy", "score", "before" (points of the year before), "name" or
 *   "instrument"
 * @value: what it is to be; empty for none
 * @error: why not: %MATTRA_ERROR_DENIED for whom it is not for, %MATTRA_ERROR_INVALID for what cannot be
 *
 * Writes down what the office reads in a score, the score itself, or what the assessment calls it.
 *
 * Returns: whether it was done
 */
gboolean
mattra_analyse_set (MattraStore           *store,
                    MattraPlan            *plan,
                    const MattraAnalysis  *analysis,
                    const char            *field,
                    const char            *value,
                    GError               **error)
{
  g_autofree char *squeezed = NULL;
  int year;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (analysis != NULL && field != NULL && value != NULL, FALSE);

  year = mattra_plan_get_analysed_year (plan);
  squeezed = mattra_text_squeeze (value);
  if (g_str_equal (field, "score"))
    return set_score (store, plan, analysis, year, squeezed, error);
  if (g_str_equal (field, "before"))
    return set_score (store, plan, analysis, year - 1, squeezed, error);
  if (g_str_equal (field, "name") || (g_str_equal (field, "instrument") && !analysis->topic))
    return set_name (store, plan, analysis, field, squeezed, error);
  return mattra_store_set_analysis (store, year, analysis->topic, analysis->number, field,
                                    *squeezed != '\0' ? value : NULL, error);
}

/**
 * mattra_analyse_answers:
 * @store: a register
 * @plan: a plan of it
 * @error: return location
 *
 * Tells which measures of the plan answer each indicator and topic, by number.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): a text for each of mattra_plan_get_analyses(), as "2, 5";
 *   empty for none
 */
GPtrArray *
mattra_analyse_answers (MattraStore  *store,
                        MattraPlan   *plan,
                        GError      **error)
{
  g_autoptr (MattraMeasureSource) measures = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  return measures != NULL ? mattra_report_list_answers (plan, measures, error) : NULL;
}
