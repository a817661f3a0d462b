/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include "mattra-text.h"

/* The analysis by topics, which assessments ask for since 2567 (domain.md 1.3), and what came back of the answers to the
 * year before. */

#define TITLE "การวิเคราะห์เป็นรายประเด็น"
#define CAUSE "สาเหตุ: "
#define NOTE "ข้อสังเกตจากผลการประเมิน ปีงบประมาณ พ.ศ. %d ข้อ %s %s%s%s%s"

static const struct
{
  const char *head;
  double width;
} columns[] = {
  { "ประเด็น", 36 },
  { "ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไข", 41 },
  { "สิ่งที่ต้องพัฒนาหรือรักษาระดับ", 35 },
  { "แนวทางการนำไปสู่การปฏิบัติ", 32 },
  { "มาตรการที่", 16 },
};

/* A paragraph for each line that says something. */
static void
add_lines (MattraReportBuild *self,
           MattraRow         *row,
           const char        *before,
           const char        *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        g_autofree char *whole = g_strconcat (before, lines[i], NULL);
        g_autofree char *printed = mattra_report_digits (self, whole);

        mattra_row_add_paragraph (row, NULL, printed, -1);
        before = "";
      }
}

static MattraRow *
row_of (MattraReportBuild         *self,
        const MattraAnalysis      *analysis,
        const MattraReportAnswers *answers)
{
  const char *numbers = mattra_report_find_answers (answers, TRUE, analysis->number);
  g_autofree char *name = g_strdup_printf ("%d. %s", analysis->number, analysis->name);
  MattraRow *row = mattra_row_new ();

  mattra_row_begin_cell (row);
  add_lines (self, row, "", name);
  mattra_row_begin_cell (row);
  add_lines (self, row, "", analysis->weakness);
  add_lines (self, row, CAUSE, analysis->cause);
  mattra_row_begin_cell (row);
  add_lines (self, row, "", analysis->strength);
  mattra_row_begin_cell (row);
  add_lines (self, row, "", analysis->remedy);
  mattra_row_begin_cell (row);
  add_lines (self, row, "", numbers != NULL ? numbers : "–");
  return row;
}

static void
add_heading_line (MattraReportBuild *self,
                  const char        *text)
{
  g_autofree char *printed = mattra_report_digits (self, text);

  mattra_report_add_line (self, printed, MATTRA_ALIGN_LEFT, FALSE);
}

/* The table of the topics, where the office wrote anything about one. */
void
mattra_report_add_topics (MattraReportBuild         *self,
                          const MattraReportAnswers *answers)
{
  GPtrArray *analyses = mattra_plan_get_analyses (self->plan);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  gboolean written = FALSE;
  MattraTable *table;

  for (guint i = 0; i < analyses->len; i++)
    {
      const MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      written |= analysis->topic && !mattra_analysis_is_empty (analysis);
    }
  if (!written)
    return;
  for (guint i = 0; i < analyses->len; i++)
    if (((const MattraAnalysis *) g_ptr_array_index (analyses, i))->topic)
      g_ptr_array_add (rows, row_of (self, g_ptr_array_index (analyses, i), answers));
  add_heading_line (self, TITLE);
  table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS, mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mattra_table_add_column (table, columns[i].head, columns[i].width);
}

static char *
note_of (const MattraPublication *publication)
{
  g_autofree char *points = mattra_assessment_points (publication->score);
  g_autofree char *score = publication->score >= 0 ? g_strdup_printf (" ได้ %s คะแนน", points) : g_strdup ("");

  return g_strdup_printf (NOTE, publication->fiscal_year, publication->number, publication->name, score,
                          mattra_text_is_blank (publication->comment) ? "" : ": ",
                          mattra_text_is_blank (publication->comment) ? "" : publication->comment);
}

/* What the assessment said of last year's answers, where it said anything. */
void
mattra_report_add_last_comments (MattraReportBuild *self)
{
  GPtrArray *publications = mattra_plan_get_publications (self->plan);
  int year = mattra_plan_get_analysed_year (self->plan);

  for (guint i = 0; i < publications->len; i++)
    {
      const MattraPublication *publication = g_ptr_array_index (publications, i);
      g_autofree char *note = note_of (publication);
      g_autofree char *printed = mattra_report_digits (self, note);

      if (publication->fiscal_year == year && (publication->score >= 0 || !mattra_text_is_blank (publication->comment)))
        mattra_report_add_line (self, printed, MATTRA_ALIGN_LEFT, TRUE);
    }
}
