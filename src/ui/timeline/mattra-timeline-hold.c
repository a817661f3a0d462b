/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-actor.h"
#include "mattra-move-end.h"
#include "mattra-timeline-words.h"

/* The act. It has its own copy of everything: it runs on the register's thread. */

typedef struct
{
  MattraTimelineHeld held;
  MattraDigits script;
  GWeakRef timeline;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->timeline);
  g_free (job);
}

static gboolean
move_end (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  const Job *job = data;
  const MattraMoveEnd move = { job->held.measure, job->held.was, job->held.end, job->script };

  return mattra_move_end (store, plan, &move, error);
}

/* The bar stays where it was left until the register has it so. */
static void
set_shown_end (MattraTimeline *self,
               const char     *measure,
               MattraDate      end)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      MattraSpan *span = g_ptr_array_index (self->spans, i);

      if (g_str_equal (span->measure, measure))
        span->end = end;
    }
  mattra_timeline_queue_rows (self);
}

/* The session tells of a refusal. */
static void
act_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (MattraTimeline) self = g_weak_ref_get (&job->timeline);

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL) && self != NULL)
    set_shown_end (self, job->held.measure, job->held.was);
  job_free (job);
}

static void
start (MattraTimeline *self)
{
  const MattraTimelineHeld *held = &self->held;
  g_autofree char *arguments = held->number > 0 ? g_strdup_printf ("%d\tperiod_text", held->number)
                                                : g_strdup_printf ("%s\tperiod_text", held->measure);
  Job *job = g_new0 (Job, 1);

  job->held = *held;
  job->script = self->digits;
  g_weak_ref_init (&job->timeline, self);
  set_shown_end (self, held->measure, held->end);
  mattra_session_act_async (self->session, "set", arguments, move_end, job, NULL, act_done, job);
}

/* The hand */

/**
 * mattra_timeline_say:
 * @self: a timeline
 * @row: beside which row
 * @text: (nullable): what is said there until something else happens; %NULL for nothing
 *
 * Says something beside a bar.
 */
void
mattra_timeline_say (MattraTimeline *self,
                     guint           row,
                     const char     *text)
{
  if (g_strcmp0 (self->bubble, text) == 0 && self->bubble_row == row)
    return;
  g_free (self->bubble);
  self->bubble = g_strdup (text);
  self->bubble_row = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static char *
find_refusal (MattraTimeline   *self,
              const MattraSpan *span)
{
  char *why = NULL;

  if (mattra_session_get_read_only (self->session))
    return g_strdup (_("This register is open for reading only."));
  if (!mattra_actor_can (mattra_session_get_actor (self->session), MATTRA_ACTION_EDIT_PLAN, &why))
    return why;
  if (!mattra_date_is_set (span->end))
    return g_strdup (_("This measure has no last day to move; type its period in the table."));
  return NULL;
}

gboolean
mattra_timeline_is_held (MattraTimeline *self,
                         const char     *measure)
{
  return *self->held.measure != '\0' && g_str_equal (self->held.measure, measure);
}

/**
 * mattra_timeline_hold:
 * @self: a timeline
 * @row: a row
 * @by_keys: whether keys move it
 *
 * Takes hold of the end of a bar, or says beside it why that can't be.
 *
 * Returns: whether it is held
 */
gboolean
mattra_timeline_hold (MattraTimeline *self,
                      guint           row,
                      gboolean        by_keys)
{
  const MattraSpan *span = mattra_timeline_get_span (self, row);
  g_autofree char *refusal = NULL;

  if (span == NULL)
    return FALSE;
  if (mattra_timeline_is_held (self, span->measure))
    return TRUE;
  refusal = find_refusal (self, span);
  mattra_timeline_say (self, row, refusal);
  if (refusal != NULL)
    return FALSE;
  g_strlcpy (self->held.measure, span->measure, sizeof self->held.measure);
  self->held.number = span->number;
  self->held.start = span->start;
  self->held.was = self->held.end = span->end;
  self->held.by_keys = by_keys;
  return TRUE;
}

/**
 * mattra_timeline_hold_move:
 * @self: a timeline whose user holds an end
 * @end: where it is to be; kept within the year, or where it was, and not before the period's start
 *
 * Shows the bar as it would be, and the day beside it.
 */
void
mattra_timeline_hold_move (MattraTimeline *self,
                           MattraDate      end)
{
  MattraDate last = mattra_date_add_days (self->axis.start, self->axis.n_days - 1);
  MattraDate first = mattra_date_is_set (self->held.start) ? self->held.start : self->axis.start;
  g_autofree char *day = NULL;

  if (mattra_date_compare (self->held.was, last) > 0)
    last = self->held.was;
  if (mattra_date_compare (end, last) > 0)
    end = last;
  if (mattra_date_compare (end, first) < 0)
    end = first;
  self->held.end = end;
  day = mattra_timeline_describe_day (self, end);
  mattra_timeline_say (self, self->cursor, day);
  mattra_timeline_queue_rows (self);
}

static void
let_go (MattraTimeline *self)
{
  memset (&self->held, 0, sizeof self->held);
  mattra_timeline_say (self, MATTRA_TIME_NO_ROW, NULL);
  mattra_timeline_queue_rows (self);
}

/**
 * mattra_timeline_hold_end:
 * @self: a timeline
 *
 * Does what was shown, as one act; nothing where the end is where it was.
 */
void
mattra_timeline_hold_end (MattraTimeline *self)
{
  if (*self->held.measure == '\0')
    return;
  if (mattra_date_compare (self->held.end, self->held.was) != 0)
    start (self);
  let_go (self);
}

void
mattra_timeline_hold_cancel (MattraTimeline *self)
{
  if (*self->held.measure != '\0' || self->bubble != NULL)
    let_go (self);
}
