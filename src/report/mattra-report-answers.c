/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

static void
note_number (GString **numbers,
             int       about,
             int       number)
{
  if (about <= 0 || about >= MATTRA_REPORT_MOST_ANSWERED || number <= 0)
    return;
  if (numbers[about] == NULL)
    numbers[about] = g_string_new (NULL);
  g_string_append_printf (numbers[about], "%s%d", numbers[about]->len > 0 ? ", " : "", number);
}

static gboolean
note_measure (MattraMeasure  *measure,
              gpointer        user_data,
              GError        **error)
{
  MattraReportAnswers *self = user_data;
  int number = mattra_measure_get_number (measure);

  note_number (self->indicators, mattra_measure_get_ita_indicator (measure), number);
  note_number (self->topics, mattra_measure_get_topic (measure), number);
  return TRUE;
}

/* Gathers the numbers of the measures that answer each indicator and topic. */
gboolean
mattra_report_gather_answers (MattraReportAnswers  *self,
                              MattraMeasureSource  *measures,
                              GError              **error)
{
  return mattra_measure_source_for_each (measures, note_measure, self, error);
}

void
mattra_report_answers_clear (MattraReportAnswers *self)
{
  for (guint i = 0; i < MATTRA_REPORT_MOST_ANSWERED; i++)
    {
      if (self->indicators[i] != NULL)
        g_string_free (self->indicators[i], TRUE);
      if (self->topics[i] != NULL)
        g_string_free (self->topics[i], TRUE);
    }
}

/* Returns: (nullable): the numbers of the measures that answer it, as "2, 5" */
const char *
mattra_report_find_answers (const MattraReportAnswers *self,
                            gboolean                   topic,
                            int                        number)
{
  GString *const *numbers = topic ? self->topics : self->indicators;

  return number > 0 && number < MATTRA_REPORT_MOST_ANSWERED && numbers[number] != NULL ? numbers[number]->str : NULL;
}

/**
 * mattra_report_list_answers:
 * @plan: a plan
 * @measures: its measures
 * @error: return location
 *
 * Tells which measures answer each indicator and topic of the analysis.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the numbers of the measures for each of
 *   mattra_plan_get_analyses(), as "2, 5"; empty for none
 */
GPtrArray *
mattra_report_list_answers (MattraPlan           *plan,
                            MattraMeasureSource  *measures,
                            GError              **error)
{
  g_auto (MattraReportAnswers) answers = { { NULL } };
  GPtrArray *analyses;
  GPtrArray *texts;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE_SOURCE (measures), NULL);

  if (!mattra_report_gather_answers (&answers, measures, error))
    return NULL;
  analyses = mattra_plan_get_analyses (plan);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);
      const char *numbers = mattra_report_find_answers (&answers, analysis->topic, analysis->number);

      g_ptr_array_add (texts, g_strdup (numbers != NULL ? numbers : ""));
    }
  return texts;
}
