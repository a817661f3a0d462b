/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-fiscal.h"
#include "mattra-item.h"
#include "mattra-status.h"

G_BEGIN_DECLS

/**
 * MattraField:
 * @MATTRA_FIELD_NONE: a column without head and without use.
 * @MATTRA_FIELD_NUMBER: number of the measure.
 * @MATTRA_FIELD_TITLE: the measure itself.
 * @MATTRA_FIELD_SECTION: head of the section the measure stands in.
 * @MATTRA_FIELD_ITA_INDICATOR: ITA indicator, 1-10.
 * @MATTRA_FIELD_TOPIC: one of the seven topics of the analysis.
 * @MATTRA_FIELD_STEPS: items of steps.
 * @MATTRA_FIELD_INDICATORS: items that show success (KPI).
 * @MATTRA_FIELD_INDICATOR_EITHER: ตัวชี้วัด: its cells decide between the two kinds.
 * @MATTRA_FIELD_RESPONSIBLE: responsible parties.
 * @MATTRA_FIELD_PERIOD: the period as text.
 * @MATTRA_FIELD_PERIOD_START: where the period begins, in a column of its own.
 * @MATTRA_FIELD_PERIOD_END: where the period ends, in a column of its own.
 * @MATTRA_FIELD_PERIOD_TICK: a month or quarter with ticks.
 * @MATTRA_FIELD_RESULTS: items of results.
 * @MATTRA_FIELD_OBSTACLES: items of obstacles.
 * @MATTRA_FIELD_RECOMMENDATIONS: items of recommendations.
 * @MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS: one column for both.
 * @MATTRA_FIELD_FOLLOW_UP: items of follow-up.
 * @MATTRA_FIELD_BUDGET: items of budget.
 * @MATTRA_FIELD_EVIDENCE: items of evidence.
 * @MATTRA_FIELD_NOTE: items of notes.
 * @MATTRA_FIELD_STATUS: stated status as words.
 * @MATTRA_FIELD_STATUS_TICK: a status with ticks.
 * @MATTRA_FIELD_EXTRA: a column Mattra has no word for.
 *
 * What a column of a table of measures holds.
 */
typedef enum
{
  MATTRA_FIELD_NONE,
  MATTRA_FIELD_NUMBER,
  MATTRA_FIELD_TITLE,
  MATTRA_FIELD_SECTION,
  MATTRA_FIELD_ITA_INDICATOR,
  MATTRA_FIELD_TOPIC,
  MATTRA_FIELD_STEPS,
  MATTRA_FIELD_INDICATORS,
  MATTRA_FIELD_INDICATOR_EITHER,
  MATTRA_FIELD_RESPONSIBLE,
  MATTRA_FIELD_PERIOD,
  MATTRA_FIELD_PERIOD_START,
  MATTRA_FIELD_PERIOD_END,
  MATTRA_FIELD_PERIOD_TICK,
  MATTRA_FIELD_RESULTS,
  MATTRA_FIELD_OBSTACLES,
  MATTRA_FIELD_RECOMMENDATIONS,
  MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS,
  MATTRA_FIELD_FOLLOW_UP,
  MATTRA_FIELD_BUDGET,
  MATTRA_FIELD_EVIDENCE,
  MATTRA_FIELD_NOTE,
  MATTRA_FIELD_STATUS,
  MATTRA_FIELD_STATUS_TICK,
  MATTRA_FIELD_EXTRA,
} MattraField;

#define MATTRA_N_FIELDS (MATTRA_FIELD_EXTRA + 1)

/**
 * MattraFieldName:
 * @field: what the column holds.
 * @alternative: what it holds where another column is surer of @field.
 * @sure: whether the head alone says what the column holds.
 * @exact: whether the whole head is known, not only its beginning.
 * @status: for columns of ticks: the status they state.
 *
 * What the head of a column says.
 */
typedef struct
{
  MattraField field;
  MattraField alternative;
  gboolean sure;
  gboolean exact;
  MattraStatus status;
} MattraFieldName;

gboolean     mattra_field_from_head      (const char      *head,
                                          gboolean         is_report,
                                          MattraFieldName *name);
const char  *mattra_field_to_string      (MattraField      field);
const char  *mattra_field_to_label       (MattraField      field);
gboolean     mattra_field_from_string    (const char      *text,
                                          MattraField     *field);
gboolean     mattra_field_to_item_kind   (MattraField      field,
                                          MattraItemKind  *kind);
gboolean     mattra_field_may_repeat     (MattraField      field);
MattraStatus mattra_field_status_of_word (const char      *text);

G_END_DECLS
