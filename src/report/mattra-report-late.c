/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-due.h"

#define TITLE "บัญชีรายการที่ยังไม่รายงานผลหรือล่าช้ากว่ากำหนด"
#define SUBJECT "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"
#define NO_DIVISION "ยังไม่ระบุส่วนราชการ"
#define LATE "ล่าช้ากว่ากำหนด"
#define UNANSWERED "ยังไม่รายงานผล"
#define NONE "ไม่มีรายการที่ยังไม่รายงานผลหรือล่าช้ากว่ากำหนด"

static const struct
{
  const char *head;
  double width;
} columns[] = {
  { "ที่", 12 }, { "มาตรการ", 78 }, { "ระยะเวลาดำเนินการ", 36 }, { "กำหนดส่ง/สิ้นสุด", 34 },
  { "สถานะ", 36 }, { "ล่าช้า (วัน)", 18 }, { "เหตุผล/การแก้ไข", 43 },
};

/* What is late or unanswered, by division; the last list is that of measures without one. */
typedef struct
{
  MattraReportBuild *build;
  MattraDate day;
  GPtrArray *lists; /* of GPtrArray of MattraRow */
} Late;

static void
late_clear (Late *self)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Late, late_clear)

static void
add_cell (Late       *self,
          MattraRow  *row,
          const char *text)
{
  g_autofree char *printed = mattra_report_digits (self->build, text ? text : "");

  mattra_row_begin_cell (row);
  if (*printed != '\0')
    mattra_row_add_paragraph (row, NULL, printed, -1);
}

static void
add_number (Late      *self,
            MattraRow *row,
            int        number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", number) : NULL;

  add_cell (self, row, text);
}

static void
add_period (Late          *self,
            MattraRow     *row,
            MattraMeasure *measure)
{
  const char *typed = mattra_measure_get_period_text (measure);
  MattraDate start = mattra_measure_get_period_start (measure);
  MattraDate end = mattra_measure_get_period_end (measure);
  g_autofree char *days = NULL;

  if ((typed == NULL || *typed == '\0') && (mattra_date_is_set (start) || mattra_date_is_set (end)))
    days = mattra_date_format_range (start, end, MATTRA_DATE_SHORT, self->build->options.digits);
  add_cell (self, row, days ? days : typed);
}

static MattraRow *
row_of (Late                  *self,
        const MattraDueAnswer *answer)
{
  MattraRow *row = mattra_row_new ();
  MattraStatus stated = answer->facts.stated;
  g_autofree char *due = mattra_date_is_set (answer->deadline)
                           ? mattra_date_format (answer->deadline, MATTRA_DATE_SHORT, self->build->options.digits) : NULL;
  g_autofree char *name = g_strdup_printf (_("Measure %d"), mattra_measure_get_number (answer->measure));
  g_autofree char *status = NULL;

  if (mattra_due_is_unanswered (answer))
    status = g_strconcat (UNANSWERED, answer->overdue ? " " LATE : NULL, NULL);
  else
    status = g_strconcat (stated == MATTRA_STATUS_NONE ? LATE : mattra_status_to_thai (stated),
                          stated != MATTRA_STATUS_NONE && answer->overdue ? " " LATE : NULL, NULL);
  mattra_row_set_name (row, name);
  add_number (self, row, mattra_measure_get_number (answer->measure));
  add_cell (self, row, mattra_measure_get_title (answer->measure));
  add_period (self, row, answer->measure);
  add_cell (self, row, due);
  add_cell (self, row, status);
  add_number (self, row, answer->overdue ? mattra_date_days_between (answer->deadline, self->day) : 0);
  add_cell (self, row, NULL);
  return row;
}

/* Late is what is past its deadline; unanswered what is already going on and was said nothing of. */
static void
judge (const MattraDueAnswer *answer,
       gpointer               user_data)
{
  Late *self = user_data;

  if (answer->overdue || (!answer->answered && answer->status != MATTRA_STATUS_NOT_STARTED))
    g_ptr_array_add (g_ptr_array_index (self->lists, answer->place), row_of (self, answer));
}

static gboolean
collect (MattraMeasure  *measure,
         gpointer        user_data,
         GError        **error)
{
  Late *self = user_data;

  mattra_due_for_each_answer (self->build->plan, measure, self->build->options.round, self->build->options.division,
                              self->day, judge, self);
  return TRUE;
}

static GPtrArray *
join_lists (Late *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->build->plan);

  for (guint i = 0; i < self->lists->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (self->lists, i);
      MattraRow *head;

      if (list->len == 0)
        continue;
      head = mattra_row_new ();
      mattra_row_set_section (head, TRUE);
      add_cell (self, head, i + 1 < self->lists->len ? mattra_division_list_get (divisions, i)->name : NO_DIVISION);
      g_ptr_array_add (rows, head);
      for (guint k = 0; k < list->len; k++)
        g_ptr_array_add (rows, mattra_row_copy (g_ptr_array_index (list, k)));
    }
  return rows;
}

static guint
count (Late *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lists->len; i++)
    n += ((GPtrArray *) g_ptr_array_index (self->lists, i))->len;
  return n;
}

static void
add_heads (Late *self)
{
  g_autofree char *title = mattra_report_title (self->build);
  g_autofree char *subject = mattra_report_expand (self->build, SUBJECT);
  g_autofree char *day = mattra_date_format (self->day, MATTRA_DATE_LONG, self->build->options.digits);
  g_autofree char *day_line = g_strdup_printf ("ข้อมูล ณ วันที่ %s  รวม %u รายการ", day, count (self));
  g_autofree char *printed = mattra_report_digits (self->build, title);

  mattra_report_set_title (self->build, title);
  mattra_report_begin_section (self->build, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (self->build->document, printed, MATTRA_REPORT_HEADING_POINTS);
  mattra_report_add_line (self->build, subject, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_line (self->build, day_line, MATTRA_ALIGN_CENTRE, FALSE);
}

static void
add_rows (Late *self)
{
  g_autoptr (GPtrArray) rows = join_lists (self);
  MattraTable *table;

  if (rows->len == 0)
    {
      mattra_report_add_line (self->build, NONE, MATTRA_ALIGN_CENTRE, FALSE);
      return;
    }
  table = mattra_document_add_table (self->build->document, MATTRA_REPORT_TABLE_POINTS,
                                     mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mattra_table_add_column (table, columns[i].head, columns[i].width);
  mattra_table_set_lead (table, 1);
}

/* The day to judge by: today, else the report's date, else the last of the round. */
MattraDate
mattra_report_day (MattraReportBuild *self)
{
  MattraDate date = mattra_report_date (self->plan, &self->options);
  MattraDate start, end;

  if (mattra_date_is_set (self->options.today))
    return self->options.today;
  if (mattra_date_is_set (date))
    return date;
  if (mattra_round_bounds (self->options.round, mattra_plan_get_fiscal_year (self->plan), &start, &end))
    return end;
  return mattra_fiscal_year_end (mattra_plan_get_fiscal_year (self->plan));
}

static gboolean
collect_all (Late               *self,
             MattraReportBuild  *build,
             GError            **error)
{
  guint n_divisions = mattra_division_list_get_size (mattra_plan_get_divisions (build->plan));

  *self = (Late) { build, mattra_report_day (build),
                   g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref) };
  for (guint i = 0; i <= n_divisions; i++)
    g_ptr_array_add (self->lists, g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free));
  return mattra_report_need_measures (build, error)
         && mattra_measure_source_for_each (build->measures, collect, self, error);
}

/* A division that owes nothing is handed nothing. */
static gboolean
concerns_late (MattraReportBuild  *self,
               gboolean           *concerned,
               GError            **error)
{
  g_auto (Late) late = { NULL };

  if (!collect_all (&late, self, error))
    return FALSE;
  *concerned = count (&late) > 0;
  return TRUE;
}

static gboolean
build_late (MattraReportBuild  *self,
            GError            **error)
{
  g_auto (Late) late = { NULL };

  if (!collect_all (&late, self, error))
    return FALSE;
  add_heads (&late);
  add_rows (&late);
  return TRUE;
}

const MattraReportKind mattra_report_late = {
  .name = "late",
  .title = N_("List of what is late or unanswered"),
  .parts = MATTRA_REPORT_HAS_TITLE | MATTRA_REPORT_HAS_DIVISIONS,
  .head = TITLE,
  .of_today = TRUE,
  .concerns = concerns_late,
  .build = build_late,
};
