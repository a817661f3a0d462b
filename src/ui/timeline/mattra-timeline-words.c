/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-words.h"

#include <glib/gi18n-lib.h>

#include "mattra-status-look.h"
#include "mattra-word-digits.h"

static const char *
division_name (MattraTimeline *self,
               const char     *id)
{
  const char *name = mattra_plan_find_division_name (mattra_session_get_plan (self->session), id);

  return name != NULL ? name : _("No division");
}

static char *
name_span (MattraTimeline   *self,
           const MattraSpan *span)
{
  const char *title = span->title != NULL && *span->title != '\0' ? span->title : _("(without a name)");
  g_autofree char *number = span->number > 0 ? mattra_digits_format (span->number, self->digits) : NULL;

  return number != NULL ? g_strdup_printf ("%s. %s", number, title) : g_strdup (title);
}

/**
 * mattra_timeline_dup_name:
 * @self: a timeline
 * @row: a row
 *
 * Returns: (transfer full): what stands at the left of it
 */
char *
mattra_timeline_dup_name (MattraTimeline *self,
                          guint           row)
{
  const MattraTimeRow *what = mattra_time_rows_get (self->rows, row);

  if (what->kind == MATTRA_TIME_ROW_MILESTONE)
    return g_strdup (mattra_timeline_get_milestone (self, row)->title);
  if (what->kind == MATTRA_TIME_ROW_SPAN)
    return name_span (self, mattra_timeline_get_span (self, row));
  if (what->of_milestones)
    return g_strdup (_("Calendar of the assessment"));
  return g_strdup (division_name (self, ((const MattraSpan *) g_ptr_array_index (self->spans, what->index))->division));
}

/**
 * mattra_timeline_dup_count:
 * @self: a timeline
 * @row: the row of a group
 *
 * Returns: (transfer full): how many rows it has
 */
char *
mattra_timeline_dup_count (MattraTimeline *self,
                           guint           row)
{
  return mattra_digits_format ((int) mattra_time_rows_get (self->rows, row)->n, mattra_word_digits (self->digits));
}

char *
mattra_timeline_dup_period (MattraTimeline *self,
                            MattraDate      start,
                            MattraDate      end)
{
  return mattra_date_format_range (start, end, MATTRA_DATE_SHORT, self->digits);
}

/**
 * mattra_timeline_dup_unread:
 * @self: a timeline
 * @row: the row of a measure without days
 *
 * Returns: (transfer full): why it has no bar
 */
char *
mattra_timeline_dup_unread (MattraTimeline *self,
                            guint           row)
{
  const char *text = mattra_timeline_get_span (self, row)->period_text;

  if (text == NULL || *text == '\0')
    return g_strdup (_("No period"));
  /* Translators: %s is a period as it was typed. */
  return g_strdup_printf (_("No days are read from “%s”"), text);
}

/* The status, and that it is late where it does not say so. */
char *
mattra_timeline_dup_status (MattraTimeline *self,
                            guint           row)
{
  const MattraSpan *span = mattra_timeline_get_span (self, row);
  const char *word = mattra_status_look_word (span->status);
  const char *late = mattra_status_look_word (MATTRA_STATUS_OVERDUE);

  if (!span->overdue || span->status == MATTRA_STATUS_OVERDUE)
    return g_strdup (word);
  return *word != '\0' ? g_strdup_printf ("%s · %s", word, late) : g_strdup (late);
}

char *
mattra_timeline_describe_day (MattraTimeline *self,
                              MattraDate      day)
{
  return mattra_date_format (day, MATTRA_DATE_LONG, self->digits);
}

static char *
describe_span (MattraTimeline *self,
               guint           row,
               const char     *separator)
{
  const MattraSpan *span = mattra_timeline_get_span (self, row);
  gboolean dated = mattra_date_is_set (span->start) || mattra_date_is_set (span->end);
  g_autofree char *name = name_span (self, span);
  g_autofree char *period = dated ? mattra_timeline_dup_period (self, span->start, span->end)
                                  : mattra_timeline_dup_unread (self, row);
  g_autofree char *status = mattra_timeline_dup_status (self, row);

  return g_strjoin (separator, name, division_name (self, span->division), period, *status ? status : NULL, NULL);
}

/**
 * mattra_timeline_describe:
 * @self: a timeline
 * @row: a row
 * @separator: what stands between its parts
 *
 * Returns: (transfer full): all that the row says, in words
 */
char *
mattra_timeline_describe (MattraTimeline *self,
                          guint           row,
                          const char     *separator)
{
  const MattraTimeRow *what = mattra_time_rows_get (self->rows, row);
  g_autofree char *name = mattra_timeline_dup_name (self, row);
  g_autofree char *more = NULL;

  if (what->kind == MATTRA_TIME_ROW_SPAN)
    return describe_span (self, row, separator);
  more = what->kind == MATTRA_TIME_ROW_GROUP
           ? mattra_timeline_dup_count (self, row)
           : mattra_timeline_describe_day (self, mattra_timeline_get_milestone (self, row)->deadline);
  return g_strjoin (separator, name, more, NULL);
}
