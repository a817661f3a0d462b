/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraStatus:
 * @MATTRA_STATUS_NONE: nothing stated.
 * @MATTRA_STATUS_NOT_STARTED: ยังไม่ได้ดำเนินการ, or not yet due to start when computed.
 * @MATTRA_STATUS_IN_PROGRESS: อยู่ระหว่างดำเนินการ.
 * @MATTRA_STATUS_DUE_SOON: ใกล้ครบกำหนด; only ever computed.
 * @MATTRA_STATUS_OVERDUE: เกินกำหนด; only ever computed.
 * @MATTRA_STATUS_AWAITING_CLOSE: รอสรุปผล, results are there but nobody said done; only computed.
 * @MATTRA_STATUS_DONE: ดำเนินการแล้วเสร็จ; only ever stated by a person or an import.
 * @MATTRA_STATUS_CANCELLED: ยกเลิก; only ever stated.
 */
typedef enum
{
  MATTRA_STATUS_NONE,
  MATTRA_STATUS_NOT_STARTED,
  MATTRA_STATUS_IN_PROGRESS,
  MATTRA_STATUS_DUE_SOON,
  MATTRA_STATUS_OVERDUE,
  MATTRA_STATUS_AWAITING_CLOSE,
  MATTRA_STATUS_DONE,
  MATTRA_STATUS_CANCELLED,
} MattraStatus;

/* Days before a period's end from which it counts as due soon (domain.md section 6: 30). */
#define MATTRA_STATUS_LEAD_DAYS 30

/**
 * MattraStatusFacts:
 * @stated: what a person or an import stated.
 * @has_results: whether the answer holds at least one result.
 * @start: start of the measure's period; none where open.
 * @end: end of the measure's period; none where open.
 * @round_end: last day of the round.
 * @answers_due: the day on which answers of the round are due; none where not set.
 * @lead_days: how many days before the end count as due soon.
 *
 * All that a status depends on, besides the day.
 */
typedef struct
{
  MattraStatus stated;
  gboolean has_results;
  MattraDate start;
  MattraDate end;
  MattraDate round_end;
  MattraDate answers_due;
  int lead_days;
} MattraStatusFacts;

MattraStatus mattra_status_compute     (const MattraStatusFacts *facts,
                                        MattraDate               day);
gboolean     mattra_status_is_overdue  (const MattraStatusFacts *facts,
                                        MattraDate               day);
MattraDate   mattra_status_deadline    (const MattraStatusFacts *facts);
const char  *mattra_status_to_string   (MattraStatus             status);
gboolean     mattra_status_from_string (const char              *text,
                                        MattraStatus            *status);
const char  *mattra_status_to_thai     (MattraStatus             status);
gboolean     mattra_status_can_be_stated (MattraStatus           status);

G_END_DECLS
