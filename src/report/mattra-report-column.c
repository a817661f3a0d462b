/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-column.h"

#include <string.h>

#include "mattra-digits.h"

static void
add_text (const MattraReportBuild *build,
          MattraRow  *row,
          const char *number,
          const char *text)
{
  g_autofree char *printed = mattra_report_digits (build, text);

  mattra_row_add_paragraph (row, number, printed, -1);
}

/* A number as it stands before a line: "๑." */
char *
mattra_report_enumerator (const MattraReportBuild *build,
            int         number)
{
  g_autofree char *digits = mattra_digits_format (number, build->options.digits);

  return g_strconcat (digits, ".", NULL);
}

static void
fill_number (const MattraReportBuild *build,
             const MattraReportColumn *column,
             MattraMeasure *measure,
             MattraRow     *row)
{
  g_autofree char *number = NULL;

  if (mattra_measure_get_number (measure) <= 0)
    return;
  number = mattra_digits_format (mattra_measure_get_number (measure), build->options.digits);
  mattra_row_add_paragraph (row, NULL, number, -1);
}

static void
fill_title (const MattraReportBuild *build,
            const MattraReportColumn *column,
            MattraMeasure *measure,
            MattraRow     *row)
{
  const char *title = mattra_measure_get_title (measure);
  g_autofree char *number = NULL;

  if (column->numbered && mattra_measure_get_number (measure) > 0)
    number = mattra_report_enumerator (build, mattra_measure_get_number (measure));
  add_text (build, row, number, title ? title : "");
}

static void
fill_parties (const MattraReportBuild *build,
              const MattraReportColumn *column,
              MattraMeasure *measure,
              MattraRow     *row)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);

  for (guint i = 0; i < parties->len; i++)
    add_text (build, row, NULL, ((const MattraParty *) g_ptr_array_index (parties, i))->text);
}

/* As typed; days that were set without a text are written as offices write them. */
static void
fill_period (const MattraReportBuild *build,
             const MattraReportColumn *column,
             MattraMeasure *measure,
             MattraRow     *row)
{
  const char *text = mattra_measure_get_period_text (measure);
  MattraDate start = mattra_measure_get_period_start (measure);
  MattraDate end = mattra_measure_get_period_end (measure);
  g_autofree char *range = NULL;

  if (text && *text != '\0')
    add_text (build, row, NULL, text);
  else if (mattra_date_is_set (start) || mattra_date_is_set (end))
    {
      range = mattra_date_format_range (start, end, MATTRA_DATE_SHORT, build->options.digits);
      mattra_row_add_paragraph (row, NULL, range, -1);
    }
}

#define INDICATOR "ตัวชี้วัดที่ "

static void
fill_indicator (const MattraReportBuild *build,
                const MattraReportColumn *column,
                MattraMeasure *measure,
                MattraRow     *row)
{
  int indicator = mattra_measure_get_ita_indicator (measure);
  g_autofree char *text = NULL;

  if (indicator <= 0)
    return;
  text = g_strdup_printf (INDICATOR "%d", indicator);
  add_text (build, row, NULL, text);
}

/* Whether the row above the measures of an indicator names it already. */
static gboolean
is_in_section (MattraMeasure *measure)
{
  const char *section = mattra_measure_get_section (measure);
  const char *found = section ? strstr (section, INDICATOR) : NULL;
  const char *cursor = found ? found + strlen (INDICATOR) : NULL;
  int number = 0;

  return cursor && mattra_digits_parse (&cursor, &number) && number == mattra_measure_get_ita_indicator (measure);
}

static gboolean
has_indicator (const MattraReportBuild *build,
               MattraMeasure           *measure)
{
  return mattra_measure_get_ita_indicator (measure) > 0 && !is_in_section (measure);
}

static void
fill_status (const MattraReportBuild *build,
             const MattraReportColumn *column,
             MattraMeasure *measure,
             MattraRow     *row)
{
  MattraStatus status = mattra_plan_stated_status (build->plan, measure, build->options.round);
  const char *text = status == MATTRA_STATUS_NONE ? NULL : mattra_status_to_thai (status);

  if (text)
    mattra_row_add_paragraph (row, NULL, text, -1);
}

/* Whether the division alone has a part in the measure: what was answered jointly is then its answer. */
static gboolean
is_alone (const MattraReportBuild *build,
          MattraMeasure           *measure)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (build->plan);
  guint n = 0;

  for (guint i = 0; i < mattra_division_list_get_size (divisions) && n < 2; i++)
    n += mattra_measure_involves (measure, mattra_division_list_get (divisions, i)->id);
  return n < 2;
}

/* What a division's own report says is the division's answer, and the joint one where it gave none. Its sheet, which it
 * is to fill in, does not say what others answered. */
static GPtrArray *
division_items (const MattraReportBuild *build,
                MattraMeasure           *measure,
                MattraItemKind           kind)
{
  MattraRound round = build->options.round;
  MattraAnswer *own = mattra_measure_find_answer (measure, round, build->options.division);
  MattraAnswer *joint = mattra_measure_find_answer (measure, round, NULL);

  if (own && mattra_answer_get_items (own, kind)->len > 0)
    return mattra_answer_get_items (own, kind);
  if (build->sheet && !is_alone (build, measure))
    return NULL;
  return joint ? mattra_answer_get_items (joint, kind) : NULL;
}

static void
add_line (GPtrArray  *lines,
          const char *text,
          const char *divisions)
{
  MattraComposedItem *line = g_new0 (MattraComposedItem, 1);

  line->text = text;
  line->divisions = g_strdup (divisions);
  g_ptr_array_add (lines, line);
}

static void
line_free (MattraComposedItem *line)
{
  g_free (line->divisions);
  g_free (line);
}

static GPtrArray *
compose (const MattraReportBuild *build,
         MattraMeasure           *measure,
         MattraItemKind           kind)
{
  GPtrArray *items;
  GPtrArray *lines;

  if (build->options.division == NULL || !mattra_item_kind_is_answer (kind))
    return mattra_plan_compose (build->plan, measure, kind, build->options.round);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  items = division_items (build, measure, kind);
  for (guint i = 0; items && i < items->len; i++)
    add_line (lines, ((const MattraItem *) g_ptr_array_index (items, i))->text, NULL);
  return lines;
}

static guint
group_end (GPtrArray *lines,
           guint      start)
{
  const MattraComposedItem *first = g_ptr_array_index (lines, start);
  guint end = start + 1;

  while (end < lines->len
         && g_strcmp0 (((const MattraComposedItem *) g_ptr_array_index (lines, end))->divisions,
                       first->divisions) == 0)
    end++;
  return end;
}

/* A single line carries no number; several are numbered anew under each division's name. */
static void
add_lines (const MattraReportBuild *build,
           MattraRow  *row,
           GPtrArray  *lines)
{
  for (guint start = 0, end; start < lines->len; start = end)
    {
      const MattraComposedItem *first = g_ptr_array_index (lines, start);

      end = group_end (lines, start);
      if (first->divisions)
        add_text (build, row, NULL, first->divisions);
      for (guint i = start; i < end; i++)
        {
          const MattraComposedItem *line = g_ptr_array_index (lines, i);
          g_autofree char *number = end - start > 1 ? mattra_report_enumerator (build, (int) (i - start) + 1) : NULL;

          add_text (build, row, number, line->text);
        }
    }
}

/* Writes the lines of a kind that a measure has, as a table of results prints them. */
void
mattra_report_fill_items (const MattraReportBuild *build,
                          MattraItemKind           kind,
                          MattraMeasure           *measure,
                          MattraRow               *row)
{
  g_autoptr (GPtrArray) lines = compose (build, measure, kind);

  add_lines (build, row, lines);
}

static void
fill_items (const MattraReportBuild *build,
            const MattraReportColumn *column,
            MattraMeasure *measure,
            MattraRow     *row)
{
  mattra_report_fill_items (build, column->type->kind, measure, row);
}

static void
fill_extra (const MattraReportBuild *build,
            const MattraReportColumn *column,
            MattraMeasure *measure,
            MattraRow     *row)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->label, column->label) == 0)
        add_line (lines, item->text, NULL);
    }
  add_lines (build, row, lines);
}

/* The statuses that a person can state, to be ticked by hand; what the division stated already is ticked. */
static void
fill_choices (const MattraReportBuild *build,
              const MattraReportColumn *column,
              MattraMeasure *measure,
              MattraRow     *row)
{
  static const MattraStatus statuses[] = {
    MATTRA_STATUS_DONE, MATTRA_STATUS_IN_PROGRESS, MATTRA_STATUS_NOT_STARTED, MATTRA_STATUS_CANCELLED,
  };
  MattraAnswer *own = mattra_measure_find_answer (measure, build->options.round, build->options.division);
  MattraAnswer *joint = is_alone (build, measure) ? mattra_measure_find_answer (measure, build->options.round, NULL) : NULL;
  MattraStatus stated = own ? mattra_answer_get_stated (own) : MATTRA_STATUS_NONE;

  if (stated == MATTRA_STATUS_NONE && joint)
    stated = mattra_answer_get_stated (joint);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    mattra_row_add_choice (row, mattra_status_to_thai (statuses[i]), statuses[i] == stated);
}

const MattraColumnType mattra_column_types[] = {
  { "number", "ที่", MATTRA_COLUMN_ASKED, MATTRA_COLUMN_ASKED, fill_number },
  { "title", "มาตรการ", MATTRA_COLUMN_ALWAYS, MATTRA_COLUMN_ALWAYS, fill_title },
  { "ita_indicator", "ตัวชี้วัด ITA", MATTRA_COLUMN_ASKED, MATTRA_COLUMN_FILLED, fill_indicator, has_indicator },
  { "steps", "วิธีการดำเนินการ", MATTRA_COLUMN_ALWAYS, MATTRA_COLUMN_ALWAYS, fill_items, NULL, MATTRA_ITEM_STEP },
  { "indicators", "ตัวชี้วัดความสำเร็จ", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_FILLED, fill_items, NULL, MATTRA_ITEM_KPI },
  { "responsible", "ผู้รับผิดชอบ", MATTRA_COLUMN_ALWAYS, MATTRA_COLUMN_ALWAYS, fill_parties },
  { "period", "ระยะเวลาดำเนินการ", MATTRA_COLUMN_ALWAYS, MATTRA_COLUMN_ALWAYS, fill_period },
  { "budget", "งบประมาณ", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_FILLED, fill_items, NULL, MATTRA_ITEM_BUDGET },
  { "follow_up", "การกำกับติดตาม", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_FILLED, fill_items, NULL, MATTRA_ITEM_FOLLOW_UP },
  { "status", "สถานะการดำเนินการ", MATTRA_COLUMN_ASKED, MATTRA_COLUMN_NEVER, fill_status },
  { "results", "ผลการดำเนินการ", MATTRA_COLUMN_ALWAYS, MATTRA_COLUMN_NEVER, fill_items, NULL, MATTRA_ITEM_RESULT },
  { "obstacles", "ปัญหา/อุปสรรค", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_NEVER, fill_items, NULL, MATTRA_ITEM_OBSTACLE },
  { "recommendations", "ข้อเสนอแนะ", MATTRA_COLUMN_ALWAYS, MATTRA_COLUMN_NEVER, fill_items, NULL, MATTRA_ITEM_RECOMMENDATION },
  { "evidence", "เอกสาร/หลักฐานประกอบ", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_NEVER, fill_items, NULL, MATTRA_ITEM_EVIDENCE },
  { MATTRA_REPORT_EXTRA, "", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_FILLED, fill_extra, NULL, MATTRA_ITEM_EXTRA },
  { "note", "หมายเหตุ", MATTRA_COLUMN_FILLED, MATTRA_COLUMN_FILLED, fill_items, NULL, MATTRA_ITEM_NOTE },
  { "choices", "สถานะการดำเนินการ", MATTRA_COLUMN_NEVER, MATTRA_COLUMN_NEVER, fill_choices },
};

G_STATIC_ASSERT (G_N_ELEMENTS (mattra_column_types) == MATTRA_N_COLUMN_TYPES);

gboolean
mattra_column_is_field (const MattraReportColumn *column,
                        const char               *field)
{
  return g_str_equal (column->type->field, field);
}

/* Whether a measure has something to print in a column of this type. */
gboolean
mattra_column_type_filled (const MattraColumnType  *type,
                           const MattraReportBuild *build,
                           MattraMeasure           *measure)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (type->is_filled)
    return type->is_filled (build, measure);
  if (type->fill != fill_items)
    return FALSE;
  lines = compose (build, measure, type->kind);
  return lines->len > 0;
}
