/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-column.h"

#include <glib/gi18n-lib.h>

#include "mattra-carried.h"

#define TITLE "ระเบียบวาระการประชุมคณะทำงานจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
#define TITLE_OF_MINUTES "รายงานการประชุมคณะทำงานจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
#define MEETING_ON "ครั้งที่ ............/..................  วันที่ %s  เวลา ...................... น."
#define MEETING "ครั้งที่ ............/..................  วันที่ .........................................  เวลา ...................... น."
#define PLACE "ณ ................................................................................................................"
#define SUBJECT "ติดตามผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ({รอบ})]"
#define LEAST_LINES 3

/* The agenda as meetings of offices have it; the measures come under the fourth item. */
#define MEASURES_ITEM 3

/* Decisions that are about no measure stand under the last item. */
#define OTHER_ITEM 4

/* Rows above the first measure: a head and room for each item, and the head of its own. */
#define FIRST_MEASURE (2 * MEASURES_ITEM + 1)

static const char *const agenda[] = {
  "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
  "เรื่องรับรองรายงานการประชุม",
  "เรื่องเสนอให้ที่ประชุมทราบ",
  "เรื่องเสนอให้ที่ประชุมพิจารณา",
  "เรื่องอื่น ๆ",
};

static const struct
{
  const char *head;
  double width;
} columns[] = {
  { "วาระ", 14 }, { "เรื่อง/มาตรการ", 68 }, { "ผลการดำเนินการ/สถานะ", 95 }, { "มติที่ประชุม", 80 },
};

/* Reads the agenda: each item is a head and room below it, or the measures. */
typedef struct
{
  MattraReportBuild build;
  guint item;
  gboolean headed;   /* whether the item's head is read */
  guint n_measures;  /* how many are read */
} Agenda;

static void
add_cell (Agenda     *self,
          MattraRow  *row,
          const char *text)
{
  g_autofree char *printed = mattra_report_digits (&self->build, text ? text : "");

  mattra_row_begin_cell (row);
  if (*printed != '\0')
    mattra_row_add_paragraph (row, NULL, printed, -1);
}

static void
fill_head (Agenda    *self,
           MattraRow *row)
{
  g_autofree char *name = g_strdup_printf ("ระเบียบวาระที่ %u", self->item + 1);
  g_autofree char *subject = self->item == MEASURES_ITEM ? mattra_report_expand (&self->build, SUBJECT) : NULL;
  g_autofree char *text = g_strjoin ("  ", name, agenda[self->item], subject, NULL);

  mattra_row_set_section (row, TRUE);
  add_cell (self, row, text);
}

/* What the meeting decided about a measure, or about the plan where there is none; a line each. */
static void
add_decisions (Agenda     *self,
               MattraRow  *row,
               const char *measure)
{
  GPtrArray *minutes = mattra_plan_get_minutes (self->build.plan);

  mattra_row_begin_cell (row);
  for (guint i = 0; i < minutes->len; i++)
    {
      const MattraMinute *minute = g_ptr_array_index (minutes, i);
      g_autofree char *printed = NULL;

      if (g_strcmp0 (minute->measure, measure) != 0)
        continue;
      printed = mattra_report_digits (&self->build, minute->text);
      mattra_row_add_paragraph (row, NULL, printed, -1);
    }
}

static void
fill_room (Agenda    *self,
           MattraRow *row)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (columns); i++)
    add_cell (self, row, NULL);
  if (self->item == OTHER_ITEM)
    add_decisions (self, row, NULL);
  else
    add_cell (self, row, NULL);
}

/* What was recommended before, and what was done about it: the meeting asks after it. */
static void
add_carried (Agenda        *self,
             MattraMeasure *measure,
             MattraRow     *row)
{
  GPtrArray *carried = mattra_measure_get_carried (measure);

  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);
      g_autofree char *text = g_strdup_printf ("ข้อเสนอแนะปี %d: %s – %s", one->fiscal_year, one->text,
                                               mattra_carried_waits (one) ? "ยังไม่ได้รายงานการดำเนินการ" : one->answer);
      g_autofree char *printed = mattra_report_digits (&self->build, text);

      mattra_row_add_paragraph (row, NULL, printed, -1);
    }
}

/* What was stated of the measure, else what its dates and answers come to. */
static const char *
status_of (Agenda        *self,
           MattraMeasure *measure)
{
  MattraStatus status = mattra_plan_stated_status (self->build.plan, measure, self->build.options.round);

  if (status == MATTRA_STATUS_NONE && mattra_date_is_set (self->build.options.today))
    status = mattra_plan_compute_status (self->build.plan, measure, self->build.options.round, self->build.options.today);
  return status == MATTRA_STATUS_NONE ? NULL : mattra_status_to_thai (status);
}

static void
fill_measure (Agenda        *self,
              MattraMeasure *measure,
              MattraRow     *row)
{
  const char *status = status_of (self, measure);
  g_autofree char *number = g_strdup_printf ("%d.%u", MEASURES_ITEM + 1, ++self->n_measures);
  g_autofree char *status_line = status ? g_strdup_printf ("สถานะ: %s", status) : NULL;
  g_autofree char *printed = status_line ? mattra_report_digits (&self->build, status_line) : NULL;
  g_autofree char *continued = g_strdup_printf ("%s (ต่อ)", number);
  g_autofree char *continued_printed = mattra_report_digits (&self->build, continued);
  g_autofree char *name = g_strdup_printf (_("Measure %d"), mattra_measure_get_number (measure));

  add_cell (self, row, number);
  add_cell (self, row, mattra_measure_get_title (measure));
  mattra_row_begin_cell (row);
  if (printed)
    mattra_row_add_paragraph (row, NULL, printed, -1);
  mattra_report_fill_items (&self->build, MATTRA_ITEM_RESULT, measure, row);
  add_carried (self, measure, row);
  add_decisions (self, row, mattra_measure_get_id (measure));
  mattra_row_set_continued (row, continued_printed);
  mattra_row_set_name (row, name);
  mattra_row_set_key (row, mattra_measure_get_id (measure));
}

static gboolean
agenda_rewind (gpointer   data,
               GError   **error)
{
  Agenda *self = data;

  self->item = 0;
  self->headed = FALSE;
  self->n_measures = 0;
  return mattra_measure_source_rewind (self->build.measures, error);
}

static void
next_item (Agenda *self)
{
  self->item++;
  self->headed = FALSE;
}

static gboolean
agenda_next (gpointer    data,
             MattraRow  *row,
             GError    **error)
{
  Agenda *self = data;
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) failure = NULL;

  mattra_row_clear (row);
  if (self->headed && self->item == MEASURES_ITEM)
    {
      measure = mattra_report_next_measure (&self->build, &failure);
      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (measure == NULL)
        next_item (self);
    }
  if (self->item >= G_N_ELEMENTS (agenda))
    return FALSE;
  if (measure)
    fill_measure (self, measure, row);
  else if (!self->headed)
    {
      fill_head (self, row);
      self->headed = TRUE;
    }
  else
    {
      fill_room (self, row);
      next_item (self);
    }
  return TRUE;
}

/* How many rows come before. */
static gsize
agenda_tell (gpointer data)
{
  const Agenda *self = data;

  if (self->item < MEASURES_ITEM || !self->headed)
    return 2 * self->item + self->headed + (self->item > MEASURES_ITEM ? self->n_measures - 1 : 0);
  return FIRST_MEASURE + self->n_measures + (self->item > MEASURES_ITEM ? 2 * (self->item - MEASURES_ITEM) - 1 : 0);
}

static gboolean
pass_measures (Agenda   *self,
               gsize     n,
               GError  **error)
{
  g_autoptr (GError) failure = NULL;

  while (self->n_measures < n)
    {
      g_autoptr (MattraMeasure) measure = mattra_report_next_measure (&self->build, &failure);

      if (measure == NULL)
        break;
      self->n_measures++;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
agenda_seek (gpointer   data,
             gsize      place,
             GError   **error)
{
  Agenda *self = data;
  gsize behind = place > FIRST_MEASURE ? place - FIRST_MEASURE : 0;

  if (!agenda_rewind (self, error) || !pass_measures (self, behind, error))
    return FALSE;
  self->item = (guint) MIN (place / 2, MEASURES_ITEM);
  self->headed = place >= FIRST_MEASURE || place % 2 == 1;
  behind -= MIN (behind, self->n_measures);
  if (behind == 0)
    return TRUE;
  self->item = MEASURES_ITEM + 1 + (guint) behind / 2;
  self->headed = behind % 2 == 1;
  return TRUE;
}

static void
agenda_free (gpointer data)
{
  Agenda *self = data;

  g_object_unref (self->build.plan);
  g_object_unref (self->build.measures);
  g_free ((char *) self->build.options.division);
  g_free (self);
}

static MattraRowSource *
agenda_new (const MattraReportBuild *build)
{
  static const MattraRowSourceFuncs funcs = { agenda_rewind, agenda_next, agenda_free, agenda_tell, agenda_seek };
  Agenda *self = g_new0 (Agenda, 1);

  self->build = *build;
  self->build.document = NULL;
  g_object_ref (self->build.plan);
  g_object_ref (self->build.measures);
  self->build.options.division = g_strdup (build->options.division);
  return mattra_row_source_new (&funcs, self);
}

/* Once something was decided the paper is no agenda any more. */
static char *
choose_title (MattraReportBuild *self)
{
  if (mattra_plan_get_minutes (self->plan)->len == 0 || mattra_report_own (self, MATTRA_SETTING_KIND_TITLE) != NULL)
    return mattra_report_title (self);
  return g_strdup (TITLE_OF_MINUTES);
}

static void
add_meeting (MattraReportBuild *self)
{
  GPtrArray *minutes = mattra_plan_get_minutes (self->plan);
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (minutes->len == 0)
    {
      mattra_report_add_line (self, MEETING, MATTRA_ALIGN_CENTRE, FALSE);
      return;
    }
  day = mattra_date_format (((const MattraMinute *) g_ptr_array_index (minutes, 0))->meeting, MATTRA_DATE_LONG,
                            self->options.digits);
  line = g_strdup_printf (MEETING_ON, day);
  mattra_report_add_line (self, line, MATTRA_ALIGN_CENTRE, FALSE);
}

static void
add_heads (MattraReportBuild *self)
{
  g_autofree char *title = choose_title (self);
  g_autofree char *printed = mattra_report_digits (self, title);

  mattra_report_set_title (self, title);
  mattra_report_begin_section (self, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (self->document, printed, MATTRA_REPORT_HEADING_POINTS);
  add_meeting (self);
  mattra_report_add_line (self, PLACE, MATTRA_ALIGN_CENTRE, FALSE);
}

/* Who writes the minutes and who reads them over. */
static void
add_writers (MattraReportBuild *self)
{
  MattraSignatures *block = mattra_document_add_signatures (self->document, MATTRA_REPORT_BODY_POINTS, 2);

  mattra_report_add_signer (self, block, NULL, NULL, "ผู้จดรายงานการประชุม");
  mattra_report_add_signer (self, block, NULL, NULL, "ผู้ตรวจรายงานการประชุม");
}

static gboolean
build_minutes_table (MattraReportBuild  *self,
                     GError            **error)
{
  MattraTable *table;

  if (!mattra_report_need_measures (self, error))
    return FALSE;
  add_heads (self);
  table = mattra_document_add_table (self->document, MATTRA_REPORT_TABLE_POINTS, agenda_new (self));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mattra_table_add_column (table, columns[i].head, columns[i].width);
  mattra_table_set_lead (table, 1);
  mattra_table_set_least_lines (table, LEAST_LINES);
  mattra_table_set_main (table, FIRST_MEASURE, TRUE);
  add_writers (self);
  return TRUE;
}

/**
 * mattra_report_meeting:
 * @plan: a plan
 * @options: what is printed
 *
 * Tells which meeting's minutes a report tells, be it the only kind or one of several: that of the day chosen for the
 * paper, else that of today.
 *
 * Returns: its day; none where the report tells no meeting
 */
MattraDate
mattra_report_meeting (MattraPlan                *plan,
                       const MattraReportOptions *options)
{
  g_auto (GStrv) kinds = NULL;
  MattraReportOptions own;
  MattraDate day = MATTRA_DATE_NONE;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL, MATTRA_DATE_NONE);

  kinds = g_strsplit (options->kind != NULL ? options->kind : "", MATTRA_REPORT_KIND_SEPARATOR, -1);
  if (!g_strv_contains ((const char *const *) kinds, mattra_report_minutes_table.name))
    return MATTRA_DATE_NONE;
  own = *options;
  own.kind = mattra_report_minutes_table.name;
  day = mattra_report_own_date (plan, &own);
  return mattra_date_is_set (day) ? day : options->today;
}

const MattraReportKind mattra_report_minutes_table = {
  .name = "minutes-table",
  .title = N_("Agenda for the committee's meeting"),
  .parts = MATTRA_REPORT_HAS_TITLE,
  .head = TITLE,
  .of_today = TRUE,
  .build = build_minutes_table,
};
