/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraSeverity:
 * @MATTRA_SEVERITY_NOTICE: ข้อสังเกต.
 * @MATTRA_SEVERITY_REVIEW: ควรทบทวน.
 * @MATTRA_SEVERITY_FAULT: ต้องแก้ไข.
 *
 * How much a finding weighs before a report is handed up.
 */
typedef enum
{
  MATTRA_SEVERITY_NOTICE,
  MATTRA_SEVERITY_REVIEW,
  MATTRA_SEVERITY_FAULT,
} MattraSeverity;

/**
 * MattraFinding:
 * @check: name of the check, e.g. "no_result", "period_outside_year".
 * @severity: how much it weighs.
 * @number: number of the measure; 0 for the plan as a whole.
 * @measure: (nullable): ULID of the measure.
 * @field: (nullable): field as in JSON.
 * @message: what was found, translated.
 * @proposal: (nullable): what could be done, translated; for a misspelt name, the right text.
 * @title: (nullable): title of the measure.
 * @question: (nullable): ULID of the import's question that is open.
 *
 * A finding (ข้อที่ควรตรวจสอบ) with its place and a proposal.
 */
typedef struct
{
  const char *check;
  MattraSeverity severity;
  int number;
  char *measure;
  const char *field;
  char *message;
  char *proposal;
  char *title;
  char *question;
} MattraFinding;

void mattra_finding_free (MattraFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraFinding, mattra_finding_free)

GPtrArray *mattra_check_plan (MattraPlan           *plan,
                              MattraMeasureSource  *measures,
                              MattraRound           round,
                              MattraDate            day,
                              GError              **error);
void       mattra_check_add_question (GPtrArray            *findings,
                                      const MattraQuestion *question);

G_END_DECLS
