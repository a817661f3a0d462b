/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-export-calendar.h"

#include "mattra-ics.h"
#include "mattra-load-due.h"
#include "mattra-output-file.h"

/* From the first day of the fiscal year on: far enough for every period that a plan can hold. */
#define ALL_DAYS 36500

/* What calendars show is Thai, as paper is. */
#define NAME "กำหนดการตามมาตรการ ปีงบประมาณ พ.ศ. %d %s"
#define MEASURE "มาตรการที่ %d"
#define MEASURE_WITHOUT_NUMBER "มาตรการ"
#define ANSWER "รายงานผล %s (%s): %s"
#define WORK "ครบกำหนด %s: %s"
#define STEP "%s ครั้งที่ %u จาก %u: %s"
#define DEADLINE "กำหนด: %s"
#define DIVISION "ส่วนราชการ: %s"
#define TITLE "มาตรการ: %s"
#define OFFICE "%s ปีงบประมาณ พ.ศ. %d"
#define CATEGORY "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"
#define CATEGORY_ASSESSMENT "ปฏิทินการประเมิน ITA"

typedef struct
{
  MattraPlan *plan;
  const MattraCalendarOptions *options;
  GPtrArray *due;
  char *changed_utc;
} Calendar;

static void
calendar_clear (Calendar *self)
{
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->changed_utc, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calendar, calendar_clear)

static const char *
round_words (MattraRound round)
{
  return round == MATTRA_ROUND_FIRST_HALF ? "รอบ ๖ เดือนแรก" : "รอบทั้งปี";
}

static const MattraDivision *
find_division (Calendar   *self,
               const char *id)
{
  return id != NULL ? mattra_division_list_find_id (mattra_plan_get_divisions (self->plan), id) : NULL;
}

/* A deadline keeps its event when the answer comes and the day becomes that of the work, a step when the next time is
 * awaited: a calendar that takes the file again moves the event. */
static char *
uid_of (Calendar        *self,
        const MattraDue *due)
{
  const char *kind = due->kind == MATTRA_DUE_STEP ? "step" : "measure";

  if (due->kind == MATTRA_DUE_MILESTONE)
    return g_strdup_printf ("milestone-%s-%d@mattra", due->id, mattra_plan_get_fiscal_year (self->plan));
  return g_strdup_printf ("%s-%s-%s-%s@mattra", kind, due->id, mattra_round_to_string (due->round),
                          due->division ? due->division : "joint");
}

static char *
summary_of (const MattraDue *due)
{
  g_autofree char *measure = due->number > 0 ? g_strdup_printf (MEASURE, due->number)
                                             : g_strdup (MEASURE_WITHOUT_NUMBER);
  g_autofree char *text = NULL;

  switch (due->kind)
    {
    case MATTRA_DUE_ANSWER:
      text = g_strdup_printf (ANSWER, measure, round_words (due->round), due->title);
      break;
    case MATTRA_DUE_WORK:
      text = g_strdup_printf (WORK, measure, due->title);
      break;
    case MATTRA_DUE_STEP:
      text = g_strdup_printf (STEP, measure, due->occurrence, due->n_times, due->step);
      break;
    case MATTRA_DUE_MILESTONE:
    default:
      text = g_strdup (due->title);
      break;
    }
  return mattra_digits_to_thai (text);
}

static char *
description_of (Calendar        *self,
                const MattraDue *due)
{
  const MattraDivision *division = find_division (self, due->division);
  g_autofree char *day = mattra_date_format (due->deadline, MATTRA_DATE_LONG, MATTRA_DIGITS_THAI);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, DEADLINE "\n", day);
  if (due->kind != MATTRA_DUE_MILESTONE)
    g_string_append_printf (text, TITLE "\n", due->title);
  if (division != NULL)
    g_string_append_printf (text, DIVISION "\n", division->name);
  g_string_append_printf (text, OFFICE, mattra_plan_get_organisation (self->plan)->name,
                          mattra_plan_get_fiscal_year (self->plan));
  return mattra_digits_to_thai (text->str);
}

static gboolean
write_event (Calendar         *self,
             MattraIcsWriter  *writer,
             const MattraDue  *due,
             GError          **error)
{
  gboolean milestone = due->kind == MATTRA_DUE_MILESTONE;
  g_autofree char *uid = uid_of (self, due);
  g_autofree char *summary = summary_of (due);
  g_autofree char *description = description_of (self, due);
  const MattraIcsEvent event = {
    uid, due->deadline, summary, description, milestone ? CATEGORY_ASSESSMENT : CATEGORY, self->options->lead_days,
  };

  return mattra_ics_writer_add (writer, &event, error);
}

static gboolean
write_calendar (GOutputStream  *stream,
                gpointer        user_data,
                GError        **error)
{
  Calendar *self = user_data;
  const MattraDivision *division = find_division (self, self->options->division);
  g_autofree char *name = g_strdup_printf (NAME, mattra_plan_get_fiscal_year (self->plan),
                                           division ? division->name
                                                    : mattra_plan_get_organisation (self->plan)->name);
  g_autofree char *printed = mattra_digits_to_thai (name);
  g_autoptr (MattraIcsWriter) writer = mattra_ics_writer_new (stream, printed, self->changed_utc);

  for (guint i = 0; i < self->due->len; i++)
    if (!write_event (self, writer, g_ptr_array_index (self->due, i), error))
      return FALSE;
  return mattra_ics_writer_finish (writer, error);
}

/* When the newest act was done. */
static char *
dup_changed_utc (MattraStore  *store,
                 GError      **error)
{
  g_autoptr (GPtrArray) changes = mattra_store_load_history (store, NULL, 0, 1, error);

  if (changes == NULL)
    return NULL;
  return g_strdup (changes->len > 0 ? ((const MattraChange *) g_ptr_array_index (changes, 0))->at_utc
                                    : "1970-01-01T00:00:00.000Z");
}

/**
 * mattra_export_calendar:
 * @store: a register
 * @plan: one of its plans
 * @options: what the calendar holds
 * @path: the file, replaced only when the new one is whole
 * @error: return location
 *
 * Writes the deadlines of a plan as a calendar (RFC 5545) of whole days: what mattra_load_due() finds of the whole year,
 * whatever day it is, so the same data give the same bytes. What is done is not in it.
 *
 * Returns: whether the file is written
 */
gboolean
mattra_export_calendar (MattraStore                  *store,
                        MattraPlan                   *plan,
                        const MattraCalendarOptions  *options,
                        const char                   *path,
                        GError                      **error)
{
  g_auto (Calendar) calendar = { plan, options, NULL, NULL };
  MattraDueOptions due = { MATTRA_ROUND_NONE, NULL, MATTRA_DATE_NONE, ALL_DAYS };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (options != NULL && path != NULL, FALSE);

  due.round = options->round;
  due.division = options->division;
  due.day = mattra_fiscal_year_start (mattra_plan_get_fiscal_year (plan));
  calendar.changed_utc = dup_changed_utc (store, error);
  if (calendar.changed_utc == NULL)
    return FALSE;
  calendar.due = mattra_load_due (store, plan, &due, error);

  return calendar.due != NULL && mattra_output_file_replace (path, write_calendar, &calendar, error);
}
