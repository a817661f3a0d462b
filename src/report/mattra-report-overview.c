/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-overview.h"

#define TITLE "สรุปภาพรวมผลการดำเนินการ"
#define SUBJECT "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"
#define NO_DIVISION "ยังไม่ระบุส่วนราชการ"
#define NO_INDICATOR "ไม่ระบุตัวชี้วัด"
#define ALL "ทั้งหน่วยงาน"
#define LEGEND \
  "แถบแสดงจำนวนมาตรการเรียงจากซ้ายไปขวา: แล้วเสร็จ (เข้ม) ระหว่างดำเนินการ (กลาง) เกินกำหนด (ลายขวาง) ยังไม่รายงาน (อ่อน)" \
  " และไม่ต้องรายงาน (ขาว)"

/* In millimetres; both tables are as wide as the text. */
typedef struct
{
  const char *head;
  double width;
} Column;

static const Column division_columns[] = {
  { "ส่วนราชการ", 39 },  { "ทั้งหมด", 15 }, { "แล้วเสร็จ", 17 }, { "ดำเนินการ", 20 }, { "เกินกำหนด", 20 },
  { "ค้างรายงาน", 20 }, { "แล้วเสร็จ (ร้อยละ)", 29 },
};
static const Column indicator_columns[] = {
  { "ตัวชี้วัด ITA", 56 }, { "คะแนน", 16 }, { "มาตรการ", 18 }, { "เกินกำหนด", 20 }, { "แล้วเสร็จ (ร้อยละ)", 50 },
};

G_STATIC_ASSERT (MATTRA_ROW_BAR_PARTS == MATTRA_N_GROUPS);

/* Rows */

static void
add_cell (MattraReportBuild *self,
          MattraRow         *row,
          const char        *text)
{
  g_autofree char *printed = mattra_report_digits (self, text ? text : "");

  mattra_row_begin_cell (row);
  if (*printed != '\0')
    mattra_row_add_paragraph (row, NULL, printed, -1);
}

static void
add_number (MattraReportBuild *self,
            MattraRow         *row,
            guint              number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  add_cell (self, row, text);
}

/* The share of what is done, and a bar of all groups. */
static void
add_share (MattraReportBuild *self,
           MattraRow         *row,
           const MattraTally *tally)
{
  guint awaited = tally->total - tally->groups[MATTRA_GROUP_NOT_AWAITED];
  g_autofree char *text = awaited > 0 ? g_strdup_printf ("%.0f", 100.0 * tally->groups[MATTRA_GROUP_DONE] / awaited)
                                      : g_strdup ("-");

  add_cell (self, row, text);
  if (tally->total > 0)
    mattra_row_set_bar (row, tally->groups);
}

static MattraRow *
division_row (MattraReportBuild *self,
              const char        *name,
              const MattraTally *tally)
{
  MattraRow *row = mattra_row_new ();

  mattra_row_set_name (row, name);
  add_cell (self, row, name);
  add_number (self, row, tally->total);
  add_number (self, row, tally->groups[MATTRA_GROUP_DONE]);
  add_number (self, row, tally->groups[MATTRA_GROUP_IN_PROGRESS]);
  add_number (self, row, tally->groups[MATTRA_GROUP_LATE]);
  add_number (self, row, tally->groups[MATTRA_GROUP_UNANSWERED]);
  add_share (self, row, tally);
  return row;
}

static MattraRow *
indicator_row (MattraReportBuild    *self,
               const MattraOverview *overview,
               guint                 i)
{
  const MattraOverviewIndicator *indicator = &overview->indicators[i];
  g_autofree char *name = i > 0 ? g_strdup_printf ("%u %s", i, mattra_indicator_get_name ((int) i))
                                : g_strdup (NO_INDICATOR);
  g_autofree char *score = i > 0 && indicator->score >= 0 ? g_strdup_printf ("%.2f", indicator->score) : g_strdup ("-");
  g_autofree char *weak = g_strdup_printf ("ต่ำกว่า %g และยังไม่มีมาตรการ", overview->weak_below);
  MattraRow *row = mattra_row_new ();

  mattra_row_set_name (row, name);
  add_cell (self, row, name);
  add_cell (self, row, score);
  add_number (self, row, indicator->tally.total);
  add_number (self, row, indicator->tally.groups[MATTRA_GROUP_LATE]);
  if (indicator->weak)
    add_cell (self, row, weak);
  else
    add_share (self, row, &indicator->tally);
  return row;
}

/* Tables */

static void
add_table (MattraReportBuild *self,
           const Column      *columns,
           guint              n_columns,
           GPtrArray         *rows)
{
  MattraTable *table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS,
                                                  mattra_row_source_new_for_rows (rows));

  for (guint i = 0; i < n_columns; i++)
    mattra_table_add_column (table, columns[i].head, columns[i].width);
  mattra_table_set_lead (table, 0);
}

static void
add_divisions (MattraReportBuild    *self,
               const MattraOverview *overview)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);

  for (guint i = 0; i < overview->divisions->len; i++)
    {
      const MattraOverviewDivision *division = &g_array_index (overview->divisions, MattraOverviewDivision, i);
      gboolean is_meant = overview->division == NULL || g_str_equal (overview->division, division->id);

      /* Those of no division only where there are. */
      if (is_meant && (division->name != NULL || division->tally.total > 0))
        g_ptr_array_add (rows, division_row (self, division->name ? division->name : NO_DIVISION, &division->tally));
    }
  if (overview->division == NULL)
    g_ptr_array_add (rows, division_row (self, ALL, &overview->all));
  add_table (self, division_columns, G_N_ELEMENTS (division_columns), rows);
}

static void
add_indicators (MattraReportBuild    *self,
                const MattraOverview *overview)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  g_autofree char *head = g_strdup_printf ("ตามตัวชี้วัด ITA และคะแนนประจำปีงบประมาณ พ.ศ. %d", overview->score_year);

  mattra_report_add_line (self, head, MATTRA_ALIGN_LEFT, FALSE);
  for (guint i = 1; i <= MATTRA_N_INDICATORS; i++)
    g_ptr_array_add (rows, indicator_row (self, overview, i));
  if (overview->indicators[0].n_measures > 0)
    g_ptr_array_add (rows, indicator_row (self, overview, 0));
  add_table (self, indicator_columns, G_N_ELEMENTS (indicator_columns), rows);
}

/* The paper */

static char *
say_days_left (const MattraOverview *overview)
{
  if (overview->days_left < 0)
    return g_strdup_printf ("พ้นกำหนดรายงานมาแล้ว %d วัน", -overview->days_left);
  return g_strdup_printf ("เหลืออีก %d วันถึงกำหนดรายงาน", overview->days_left);
}

static void
add_heads (MattraReportBuild    *self,
           const MattraOverview *overview)
{
  g_autofree char *title = mattra_report_title (self);
  g_autofree char *printed = mattra_report_digits (self, title);
  g_autofree char *subject = mattra_report_expand (self, SUBJECT);
  g_autofree char *day = mattra_date_format (overview->day, MATTRA_DATE_LONG, self->options.digits);
  g_autofree char *left = say_days_left (overview);
  g_autofree char *first = g_strdup_printf ("ข้อมูล ณ วันที่ %s  %s", day, left);
  g_autofree char *second = g_strdup_printf ("เกินกำหนด %u มาตรการ  ครบกำหนดใน %d วัน %u มาตรการ", overview->n_late,
                                             MATTRA_STATUS_LEAD_DAYS, overview->n_soon);

  mattra_report_set_title (self, title);
  mattra_report_begin_section (self, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_heading (self->document, printed, MATTRA_REPORT_HEADING_POINTS);
  mattra_report_add_line (self, subject, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_line (self, first, MATTRA_ALIGN_CENTRE, FALSE);
  mattra_report_add_line (self, second, MATTRA_ALIGN_CENTRE, FALSE);
}

static gboolean
build_overview (MattraReportBuild  *self,
                GError            **error)
{
  g_autoptr (MattraOverview) overview =
    mattra_overview_new (self->plan, self->options.round, self->options.division, mattra_report_day (self));

  if (!mattra_report_need_measures (self, error) || !mattra_overview_count (overview, self->plan, self->measures, error))
    return FALSE;
  add_heads (self, overview);
  add_divisions (self, overview);
  mattra_document_add_paragraph (self->document, LEGEND, MATTRA_REPORT_TABLE_POINTS, MATTRA_ALIGN_LEFT, FALSE);
  add_indicators (self, overview);
  return TRUE;
}

const MattraReportKind mattra_report_overview = {
  .name = "overview",
  .title = N_("Overview of the year"),
  .parts = MATTRA_REPORT_HAS_TITLE,
  .head = TITLE,
  .of_today = TRUE,
  .build = build_overview,
};
