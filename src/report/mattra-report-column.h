/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report-private.h"

G_BEGIN_DECLS

/* The field of the office's own columns that Mattra has no word for. */
#define MATTRA_REPORT_EXTRA "extra"

/**
 * MattraColumnUse:
 * @MATTRA_COLUMN_ALWAYS: printed in every report of the kind.
 * @MATTRA_COLUMN_ASKED: printed where the office's table has it.
 * @MATTRA_COLUMN_FILLED: printed where the office's table has it or any measure fills it.
 * @MATTRA_COLUMN_NEVER: not of this kind.
 *
 * When a column is printed.
 */
typedef enum
{
  MATTRA_COLUMN_ALWAYS,
  MATTRA_COLUMN_ASKED,
  MATTRA_COLUMN_FILLED,
  MATTRA_COLUMN_NEVER,
} MattraColumnUse;

typedef struct _MattraReportColumn MattraReportColumn;

typedef void (*MattraColumnFill) (const MattraReportBuild  *build,
                                  const MattraReportColumn *column,
                                  MattraMeasure            *measure,
                                  MattraRow                *row);

/**
 * MattraColumnType:
 * @field: field in JSON.
 * @head: the usual head.
 * @in_results: when it is printed in reports with answers.
 * @in_measures: when it is printed in plans.
 * @fill: writes a cell.
 * @is_filled: (nullable): whether a measure fills it; columns of items are looked at without.
 * @kind: of columns of items, their kind.
 *
 * A column that a report can have.
 */
typedef struct
{
  const char *field;
  const char *head;
  MattraColumnUse in_results;
  MattraColumnUse in_measures;
  MattraColumnFill fill;
  gboolean (*is_filled) (const MattraReportBuild *build,
                         MattraMeasure           *measure);
  MattraItemKind kind;
} MattraColumnType;

/**
 * MattraReportColumn:
 * @type: what it holds.
 * @label: (nullable): head of the office's own column.
 * @numbered: whether the title carries the measure's number.
 *
 * A column as printed.
 */
struct _MattraReportColumn
{
  const MattraColumnType *type;
  char *label;
  gboolean numbered;
};

extern const MattraColumnType mattra_column_types[];
#define MATTRA_N_COLUMN_TYPES 17

gboolean mattra_column_is_field     (const MattraReportColumn *column,
                                     const char               *field);
gboolean mattra_column_type_filled  (const MattraColumnType   *type,
                                     const MattraReportBuild  *build,
                                     MattraMeasure            *measure);
void     mattra_report_fill_items   (const MattraReportBuild  *build,
                                     MattraItemKind            kind,
                                     MattraMeasure            *measure,
                                     MattraRow                *row);
char    *mattra_report_enumerator   (const MattraReportBuild  *build,
                                     int                       number);

G_END_DECLS
