/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-due.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraSpan:
 * @measure: ULID of the measure
 * @division: ULID of the division that answers for it; "" where it names none
 * @number: the measure's number; 0 for none
 * @title: (nullable): its title
 * @period_text: (nullable): its period as typed
 * @start: first day; none where open or not read
 * @end: last day; none where open or not read
 * @status: computed status of the division's answer in the session's round
 * @overdue: whether that is late
 *
 * A measure of a division over time.
 */
typedef struct
{
  char measure[MATTRA_ULID_LENGTH + 1];
  char division[MATTRA_ULID_LENGTH + 1];
  int number;
  char *title;
  char *period_text;
  MattraDate start;
  MattraDate end;
  MattraStatus status;
  gboolean overdue;
} MattraSpan;

#define MATTRA_TYPE_SPAN_LIST (mattra_span_list_get_type ())

/* The measures of a session's division and smart list over time, by division: those that the table shows, each once
 * for each division that answers for it. It follows the session, a new day too.
 *
 * Properties (notify): pending
 * Signals:
 *   changed ()   the spans or the milestones are others
 */
G_DECLARE_FINAL_TYPE (MattraSpanList, mattra_span_list, MATTRA, SPAN_LIST, GObject)

MattraSpanList *mattra_span_list_new            (MattraSession  *session);
GPtrArray      *mattra_span_list_get_spans      (MattraSpanList *self);
GPtrArray      *mattra_span_list_get_milestones (MattraSpanList *self);
gboolean        mattra_span_list_get_pending    (MattraSpanList *self);

G_END_DECLS
