/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#define TITLE "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
#define PREFACE \
  "{หน่วยงาน} ได้นำผลการประเมิน ITA ปีงบประมาณ พ.ศ. {ปีที่วิเคราะห์} มาวิเคราะห์เป็นรายตัวชี้วัด " \
  "เพื่อกำหนดประเด็นที่ต้องรักษาระดับ พัฒนา และแก้ไข และนำไปกำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} ดังนี้"
#define FOLLOWED_BY "มาตรการที่ %s"
#define N_INDICATORS 32

/* Classes of scores and what follows from them, the highest first (domain.md 1.4); the office may have its own. */
#define CLASSES \
  "95 รักษาระดับ\n" \
  "85 พัฒนาให้ดีขึ้น\n" \
  "75 ต้องพัฒนา\n" \
  "0 แก้ไขโดยเร่งด่วน"

static const struct
{
  double least;
  const char *points;
} usual_points[] = {
  { 95, "รักษามาตรฐานการดำเนินการให้ต่อเนื่อง" },
  { 85, "พัฒนาการดำเนินการให้ดียิ่งขึ้น" },
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

/* The class that a score falls into. */
static char *
class_of (const char *classes,
          double      score)
{
  g_auto (GStrv) lines = g_strsplit (classes, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      char *name = NULL;
      double least = g_ascii_strtod (g_strstrip (lines[i]), &name);

      if (name != lines[i] && score >= least)
        return g_strdup (g_strstrip (name));
    }
  return g_strdup ("");
}

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
  const char *own;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), NULL);

  own = mattra_plan_get_setting (plan, MATTRA_SETTING_CLASSES);

  return class_of (own && *own != '\0' ? own : CLASSES, score);
}

const char *
mattra_report_propose_classes (void)
{
  return CLASSES;
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

static const char *
points_of (MattraReportBuild          *self,
           const MattraIndicatorScore *score)
{
  g_autofree char *name = g_strdup_printf (MATTRA_SETTING_POINTS "%d", score->indicator);
  const char *own = mattra_plan_get_setting (self->plan, name);

  return own && *own != '\0' ? own : mattra_report_propose_points (score->score);
}

/* The numbers of the measures that answer each indicator. */
typedef struct
{
  GString *numbers[N_INDICATORS];
} Answers;

static void
answers_clear (Answers *self)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    if (self->numbers[i])
      g_string_free (self->numbers[i], TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answers, answers_clear)

static gboolean
note_measure (MattraMeasure  *measure,
              gpointer        user_data,
              GError        **error)
{
  Answers *self = user_data;
  int indicator = mattra_measure_get_ita_indicator (measure);
  int number = mattra_measure_get_number (measure);

  if (indicator <= 0 || indicator >= N_INDICATORS || number <= 0)
    return TRUE;
  if (self->numbers[indicator] == NULL)
    self->numbers[indicator] = g_string_new (NULL);
  g_string_append_printf (self->numbers[indicator], "%s%d", self->numbers[indicator]->len > 0 ? ", " : "", number);
  return TRUE;
}

static void
add_cell (MattraReportBuild *self,
          MattraRow         *row,
          const char        *text)
{
  g_autofree char *printed = mattra_report_digits (self, text);

  mattra_row_begin_cell (row);
  if (*printed != '\0')
    mattra_row_add_paragraph (row, NULL, printed, -1);
}

static MattraRow *
row_of (MattraReportBuild          *self,
        const MattraIndicatorScore *score,
        const Answers              *answers)
{
  g_autofree char *name = g_strdup_printf ("%d. %s", score->indicator, score->name ? score->name : "");
  int hundredths = (int) (score->score * 100 + 0.5);
  g_autofree char *points = g_strdup_printf ("%d.%02d", hundredths / 100, hundredths % 100);
  g_autofree char *class = mattra_report_class_of_score (self->plan, score->score);
  gboolean answered = score->indicator > 0 && score->indicator < N_INDICATORS && answers->numbers[score->indicator];
  g_autofree char *measures = answered ? g_strdup_printf (FOLLOWED_BY, answers->numbers[score->indicator]->str)
                                       : g_strdup ("–");
  MattraRow *row = mattra_row_new ();

  add_cell (self, row, name);
  add_cell (self, row, points);
  add_cell (self, row, class);
  add_cell (self, row, points_of (self, score));
  add_cell (self, row, measures);
  return row;
}

static GPtrArray *
list_rows (MattraReportBuild *self,
           const Answers     *answers)
{
  GPtrArray *scores = mattra_plan_get_scores (self->plan);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->score >= 0)
        g_ptr_array_add (rows, row_of (self, score, answers));
    }
  return rows;
}

/* What last year's scores come to, indicator by indicator; nothing where none is known (domain.md 1.3 a). */
gboolean
mattra_report_add_analysis (MattraReportBuild  *self,
                            GError            **error)
{
  g_auto (Answers) answers = { { NULL } };
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *preface = NULL;
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;
  MattraTable *table;

  if (mattra_plan_get_scores (self->plan)->len == 0)
    return TRUE;
  if (!mattra_measure_source_for_each (self->measures, note_measure, &answers, error))
    return FALSE;
  rows = list_rows (self, &answers);
  if (rows->len == 0)
    return TRUE;
  preface = mattra_report_expand (self, PREFACE);
  year = g_strdup_printf (TITLE " ปีงบประมาณ พ.ศ. %d", mattra_plan_get_analysed_year (self->plan));
  title = mattra_report_digits (self, year);
  mattra_report_begin_section (self, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_heading (self->document, title, MATTRA_REPORT_HEADING_POINTS);
  mattra_report_add_line (self, preface, MATTRA_ALIGN_DISTRIBUTED, TRUE);
  table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS, mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mattra_table_add_column (table, columns[i].head, columns[i].width);
  return TRUE;
}
