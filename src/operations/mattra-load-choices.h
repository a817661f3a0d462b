/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report-choices.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraReportText:
 * @setting: what it is, such as %MATTRA_SETTING_KIND_PREFACE
 * @name: the setting of the plan that keeps it
 * @own: (nullable): the office's own text
 * @proposed: what prints without one
 *
 * A text of a kind of report.
 */
typedef struct
{
  char *setting;
  char *name;
  char *own;
  char *proposed;
} MattraReportText;

/**
 * MattraReportChoices:
 * @kind: the kind
 * @plan: ULID of the plan
 * @parts: what there is to choose
 * @texts: (element-type MattraReportText): its texts
 * @columns: (element-type MattraReportColumnChoice): the columns of its table, those that print first
 * @own_columns: whether columns or widths were chosen for it
 *
 * What is chosen for a kind of report in a plan, and what could be.
 */
typedef struct
{
  char *kind;
  char *plan;
  MattraReportParts parts;
  GPtrArray *texts;
  GPtrArray *columns;
  gboolean own_columns;
} MattraReportChoices;

MattraReportChoices *mattra_load_choices         (MattraStore               *store,
                                                  MattraPlan                *plan,
                                                  const MattraReportOptions *options,
                                                  GError                   **error);
void                 mattra_report_choices_free  (MattraReportChoices       *self);
gboolean             mattra_keep_columns         (MattraStore               *store,
                                                  MattraPlan                *plan,
                                                  const char                *kind,
                                                  GPtrArray                 *columns,
                                                  GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraReportChoices, mattra_report_choices_free)

G_END_DECLS
