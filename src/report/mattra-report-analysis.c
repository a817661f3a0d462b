/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#define TITLE "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
#define PREFACE \
  "{หน่วยงาน} ได้นำผลการประเมิน ITA ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} มาวิเคราะห์เป็นรายตัวชี้วัด " \
  "เพื่อกำหนดประเด็นที่ต้องรักษาระดับ พัฒนา และแก้ไข และนำไปกำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} ดังนี้"
#define FOLLOWED_BY "มาตรการที่ %s"

/* What is usually to be developed in an indicator, by the usual classes (domain.md 1.4). */
static const struct
{
  double least;
  const char *points;
} usual_points[] = {
  { 95, "รักษามาตรฐานการดำเนินการให้ต่อเนื่อง" },
  { MATTRA_ASSESSMENT_TARGET, "พัฒนาการดำเนินการให้ดียิ่งขึ้น" },
  { 75, "เป็นจุดที่ต้องพัฒนา ให้กำหนดมาตรการและติดตามผลทุกรอบการรายงาน" },
  { 0, "เป็นข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน ให้กำหนดผู้รับผิดชอบและระยะเวลาที่ชัดเจน" },
};

static const struct
{
  const char *head;
  double width;
} columns[] = {
  { "ตัวชี้วัด", 41 }, { "คะแนน", 15 }, { "ผลการวิเคราะห์", 27 }, { "ประเด็นที่ต้องพัฒนา", 47 }, { "มาตรการที่กำหนด", 30 },
};

/* With what the scores were a year before. */
static const double narrow_widths[] = { 36, 14, 25, 43, 26 };
#define DIFFERENCE "เปลี่ยนแปลง"
#define DIFFERENCE_WIDTH 16

/**
 * mattra_report_class_of_score:
 * @plan: a plan
 * @score: points of an indicator
 *
 * Tells the class that a score falls into, by the bounds that the office has set for the plan, else by the usual ones.
 *
 * Returns: (transfer full): the name of the class, in Thai; empty where the office's own bounds have none for it
 */
char *
mattra_report_class_of_score (MattraPlan *plan,
                              double      score)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan), NULL);

  return mattra_assessment_find_class (mattra_plan_get_setting (plan, MATTRA_SETTING_CLASSES), score);
}

const char *
mattra_report_propose_classes (void)
{
  return MATTRA_ASSESSMENT_CLASSES;
}

/* What is usually to be developed in an indicator with a score. */
const char *
mattra_report_propose_points (double score)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual_points); i++)
    if (score >= usual_points[i].least)
      return usual_points[i].points;
  return "";
}

static void
add_part (GString    *text,
          const char *before,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", before, part);
}

/* What the office read in a score, a line for each part of it. */
static char *
texts_of (const MattraAnalysis *analysis)
{
  GString *text = g_string_new (NULL);

  add_part (text, "", analysis->weakness);
  add_part (text, "สาเหตุ: ", analysis->cause);
  add_part (text, "จุดแข็ง: ", analysis->strength);
  add_part (text, "แนวทาง: ", analysis->remedy);
  return g_string_free (text, FALSE);
}

/* What the office wrote for this report counts before its analysis, and that before what is usual. */
static char *
points_of (MattraReportBuild          *self,
           const MattraIndicatorScore *score)
{
  const MattraAnalysis *analysis = mattra_plan_find_analysis (self->plan, FALSE, score->indicator);
  g_autofree char *name = g_strdup_printf (MATTRA_SETTING_POINTS "%d", score->indicator);
  const char *own = mattra_plan_get_setting (self->plan, name);

  if (own && *own != '\0')
    return g_strdup (own);
  return analysis != NULL && !mattra_analysis_is_empty (analysis) ? texts_of (analysis)
                                                                  : g_strdup (mattra_report_propose_points (score->score));
}

static void
add_cell (MattraReportBuild *self,
          MattraRow         *row,
          const char        *text)
{
  g_autofree char *printed = mattra_report_digits (self, text);
  g_auto (GStrv) lines = g_strsplit (printed, "\n", -1);

  mattra_row_begin_cell (row);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      mattra_row_add_paragraph (row, NULL, lines[i], -1);
}

static char *
difference_of (MattraReportBuild          *self,
               const MattraIndicatorScore *score)
{
  const MattraAnalysis *analysis = mattra_plan_find_analysis (self->plan, FALSE, score->indicator);
  g_autofree char *text = analysis != NULL ? mattra_assessment_signed (score->score, analysis->before) : NULL;

  return g_strdup (text != NULL && *text != '\0' ? text : "–");
}

static MattraRow *
row_of (MattraReportBuild          *self,
        const MattraIndicatorScore *score,
        const MattraReportAnswers  *answers,
        gboolean                    compared)
{
  const char *numbers = mattra_report_find_answers (answers, FALSE, score->indicator);
  g_autofree char *name = g_strdup_printf ("%d. %s", score->indicator, score->name ? score->name : "");
  g_autofree char *points = mattra_assessment_points (score->score);
  g_autofree char *difference = difference_of (self, score);
  g_autofree char *class = mattra_report_class_of_score (self->plan, score->score);
  g_autofree char *developed = points_of (self, score);
  g_autofree char *measures = numbers ? g_strdup_printf (FOLLOWED_BY, numbers) : g_strdup ("–");
  MattraRow *row = mattra_row_new ();

  add_cell (self, row, name);
  add_cell (self, row, points);
  if (compared)
    add_cell (self, row, difference);
  add_cell (self, row, class);
  add_cell (self, row, developed);
  add_cell (self, row, measures);
  return row;
}

static GPtrArray *
list_rows (MattraReportBuild         *self,
           const MattraReportAnswers *answers,
           gboolean                   compared)
{
  GPtrArray *scores = mattra_plan_get_scores (self->plan);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->score >= 0)
        g_ptr_array_add (rows, row_of (self, score, answers, compared));
    }
  return rows;
}

/* Whether any score can be set against that of the year before. */
static gboolean
has_before (MattraPlan *plan)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (!analysis->topic && analysis->score >= 0 && analysis->before >= 0)
        return TRUE;
    }
  return FALSE;
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
  g_string_append_printf (text, "%s%s %s คะแนน", text->len > 0 ? "  " : "", name, points);
  if (*difference != '\0')
    g_string_append_printf (text, " (%s)", difference);
}

/* What the scores come to, by instrument and in all; nothing where no instrument is known whole. */
static void
add_totals (MattraReportBuild *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *printed = NULL;
  MattraTotals totals;
  const char *rating;

  mattra_assessment_total (mattra_plan_get_analyses (self->plan),
                           mattra_plan_get_setting (self->plan, MATTRA_SETTING_WEIGHTS), &totals);
  append_total (text, "คะแนนรวม", totals.score, totals.before);
  rating = mattra_assessment_rate (mattra_plan_get_analysed_year (self->plan), &totals);
  if (rating != NULL)
    g_string_append_printf (text, " ระดับ %s", rating);
  for (guint i = 0; i < totals.n_instruments; i++)
    append_total (text, totals.instruments[i].name, totals.instruments[i].score, totals.instruments[i].before);
  if (text->len == 0)
    return;
  printed = mattra_report_digits (self, text->str);
  mattra_report_add_line (self, printed, MATTRA_ALIGN_LEFT, TRUE);
}

static void
add_scores (MattraReportBuild *self,
            GPtrArray         *rows,
            gboolean           compared)
{
  MattraTable *table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS,
                                                  mattra_row_source_new_for_rows (rows));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (compared && i == 2)
        mattra_table_add_column (table, DIFFERENCE, DIFFERENCE_WIDTH);
      mattra_table_add_column (table, columns[i].head, compared ? narrow_widths[i] : columns[i].width);
    }
}

/* What last year's scores come to, indicator by indicator; nothing where none is known (domain.md 1.3 a). */
gboolean
mattra_report_add_analysis (MattraReportBuild  *self,
                            GError            **error)
{
  g_auto (MattraReportAnswers) answers = { { NULL } };
  gboolean compared = has_before (self->plan);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *preface = NULL;
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;

  if (mattra_plan_get_scores (self->plan)->len == 0)
    return TRUE;
  if (!mattra_report_gather_answers (&answers, self->measures, error))
    return FALSE;
  rows = list_rows (self, &answers, compared);
  if (rows->len == 0)
    return TRUE;
  preface = mattra_report_expand (self, PREFACE);
  year = g_strdup_printf (TITLE " ปีงบประมาณ พ.ศ. %d", mattra_plan_get_analysed_year (self->plan));
  title = mattra_report_digits (self, year);
  mattra_report_begin_section (self, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_heading (self->document, title, MATTRA_REPORT_HEADING_POINTS);
  mattra_report_add_line (self, preface, MATTRA_ALIGN_DISTRIBUTED, TRUE);
  add_totals (self);
  add_scores (self, rows, compared);
  mattra_report_add_topics (self, &answers);
  mattra_report_add_last_comments (self);
  return TRUE;
}
