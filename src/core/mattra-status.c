/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-status.h"

static const struct
{
  const char *name;
  const char *thai;
  gboolean stated;
} statuses[] = {
  [MATTRA_STATUS_NONE] = { "none", "", TRUE },
  [MATTRA_STATUS_NOT_STARTED] = { "not_started", "ยังไม่ได้ดำเนินการ", TRUE },
  [MATTRA_STATUS_IN_PROGRESS] = { "in_progress", "อยู่ระหว่างดำเนินการ", TRUE },
  [MATTRA_STATUS_DUE_SOON] = { "due_soon", "ใกล้ครบกำหนด", FALSE },
  [MATTRA_STATUS_OVERDUE] = { "overdue", "เกินกำหนด", FALSE },
  [MATTRA_STATUS_AWAITING_CLOSE] = { "awaiting_close", "รอสรุปผล", FALSE },
  [MATTRA_STATUS_DONE] = { "done", "ดำเนินการแล้วเสร็จ", TRUE },
  [MATTRA_STATUS_CANCELLED] = { "cancelled", "ยกเลิก", TRUE },
};

/* The day on which the work itself should be over. */
static MattraDate
work_end (const MattraStatusFacts *facts)
{
  return mattra_date_is_set (facts->end) ? facts->end : facts->round_end;
}

/**
 * mattra_status_deadline:
 * @facts: what is known of an answer
 *
 * Gets the day after which an answer is late. Where nobody has answered at all, the office waits for the answer until
 * the day it asked for.
 *
 * Returns: the day; none where nothing is awaited
 */
MattraDate
mattra_status_deadline (const MattraStatusFacts *facts)
{
  gboolean answered;

  g_return_val_if_fail (facts != NULL, MATTRA_DATE_NONE);

  answered = facts->has_results || facts->stated != MATTRA_STATUS_NONE;
  if (!answered && mattra_date_is_set (facts->answers_due))
    return facts->answers_due;

  return work_end (facts);
}

static gboolean
is_after (MattraDate day,
          MattraDate limit)
{
  return mattra_date_is_set (limit) && mattra_date_compare (day, limit) > 0;
}

static gboolean
is_due_soon (const MattraStatusFacts *facts,
             MattraDate               day)
{
  MattraDate end = work_end (facts);

  return mattra_date_is_set (end) && mattra_date_days_between (day, end) <= facts->lead_days;
}

/**
 * mattra_status_compute:
 * @facts: what is known of an answer
 * @day: the day to judge by
 *
 * Computes the status of an answer. The first that holds: cancelled and done as stated; with results,
 * awaiting close; overdue after the deadline; not started before the period's start; due soon within
 * the lead time of the period's end, else the round's; else in progress.
 *
 * The deadline is the period's end, else the round's. Where nothing is answered yet (neither a status
 * nor a result) it is the day answers are due, if that is set. Rule: data model, "Status".
 *
 * Returns: the status, never %MATTRA_STATUS_NONE
 */
MattraStatus
mattra_status_compute (const MattraStatusFacts *facts,
                       MattraDate               day)
{
  g_return_val_if_fail (facts != NULL, MATTRA_STATUS_NONE);
  g_return_val_if_fail (mattra_date_is_set (day), MATTRA_STATUS_NONE);

  if (facts->stated == MATTRA_STATUS_CANCELLED || facts->stated == MATTRA_STATUS_DONE)
    return facts->stated;
  if (facts->has_results)
    return MATTRA_STATUS_AWAITING_CLOSE;
  if (is_after (day, mattra_status_deadline (facts)))
    return MATTRA_STATUS_OVERDUE;
  if (is_after (facts->start, day))
    return MATTRA_STATUS_NOT_STARTED;
  if (is_due_soon (facts, day))
    return MATTRA_STATUS_DUE_SOON;

  return MATTRA_STATUS_IN_PROGRESS;
}

/**
 * mattra_status_is_overdue:
 * @facts: what is known of an answer
 * @day: the day to judge by
 *
 * Whether the mark "overdue" stands beside the status. It does where the computed status is overdue,
 * and also where the work was stated as not started or in progress and @day is after the deadline,
 * results or not; never beside done or cancelled.
 *
 * Returns: whether the answer is late
 */
gboolean
mattra_status_is_overdue (const MattraStatusFacts *facts,
                          MattraDate               day)
{
  g_return_val_if_fail (facts != NULL, FALSE);
  g_return_val_if_fail (mattra_date_is_set (day), FALSE);

  if (facts->stated == MATTRA_STATUS_NOT_STARTED || facts->stated == MATTRA_STATUS_IN_PROGRESS)
    return is_after (day, mattra_status_deadline (facts));

  return mattra_status_compute (facts, day) == MATTRA_STATUS_OVERDUE;
}

/**
 * mattra_status_to_string:
 * @status: a status
 *
 * The name of @status in JSON, in the register and on the command line.
 *
 * Returns: (transfer none): the name, e.g. "in_progress"
 */
const char *
mattra_status_to_string (MattraStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status].name;
}

/**
 * mattra_status_from_string:
 * @text: (nullable): a name as mattra_status_to_string() gives it
 * @status: (out) (optional): the status
 *
 * Reads the name of a status.
 *
 * Returns: whether @text is the name of a status
 */
gboolean
mattra_status_from_string (const char   *text,
                           MattraStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (statuses[i].name, text) == 0)
      {
        if (status != NULL)
          *status = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mattra_status_to_thai:
 * @status: a status
 *
 * The Thai words for @status, for paper.
 *
 * Returns: (transfer none): the words; empty for %MATTRA_STATUS_NONE
 */
const char *
mattra_status_to_thai (MattraStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status].thai;
}

/**
 * mattra_status_can_be_stated:
 * @status: a status
 *
 * Whether a person or an import may state @status; the others are only ever computed.
 * %MATTRA_STATUS_NONE can be: it takes a statement back.
 *
 * Returns: whether @status can be stated
 */
gboolean
mattra_status_can_be_stated (MattraStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), FALSE);

  return statuses[status].stated;
}
