/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-report.h"

G_BEGIN_DECLS

/**
 * MattraReportParts:
 * @MATTRA_REPORT_HAS_TITLE: a title
 * @MATTRA_REPORT_HAS_SUBJECT: a subject
 * @MATTRA_REPORT_HAS_OFFICE: the office that writes, after ส่วนราชการ
 * @MATTRA_REPORT_HAS_PREFACE: a text
 * @MATTRA_REPORT_HAS_COVER: a cover
 * @MATTRA_REPORT_HAS_COLUMNS: a table of measures whose columns can be chosen
 * @MATTRA_REPORT_HAS_SIGNERS: people who sign it, or are asked for their opinion in turn
 * @MATTRA_REPORT_HAS_PAIRS: signature blocks that can stand one or two side by side
 * @MATTRA_REPORT_HAS_DUTIES: the duties of the committee
 * @MATTRA_REPORT_HAS_ANALYSIS: the analysis of last year's scores
 * @MATTRA_REPORT_HAS_DIVISIONS: it can be made of each division
 *
 * What can be chosen for a kind of report.
 */
typedef enum
{
  MATTRA_REPORT_HAS_TITLE     = 1 << 0,
  MATTRA_REPORT_HAS_SUBJECT   = 1 << 1,
  MATTRA_REPORT_HAS_OFFICE    = 1 << 2,
  MATTRA_REPORT_HAS_PREFACE   = 1 << 3,
  MATTRA_REPORT_HAS_COVER     = 1 << 4,
  MATTRA_REPORT_HAS_COLUMNS   = 1 << 5,
  MATTRA_REPORT_HAS_SIGNERS   = 1 << 6,
  MATTRA_REPORT_HAS_PAIRS     = 1 << 7,
  MATTRA_REPORT_HAS_DUTIES    = 1 << 8,
  MATTRA_REPORT_HAS_ANALYSIS  = 1 << 9,
  MATTRA_REPORT_HAS_DIVISIONS = 1 << 10,
} MattraReportParts;

/**
 * MattraReportColumnChoice:
 * @field: what the column holds, as in JSON.
 * @head: what stands above it; the heads of the office's own columns by commas.
 * @shown: whether it prints.
 * @width: its width in millimetres; 0 where it has what it needs.
 * @n_columns: how many columns of the paper it is: 1, or those that are the office's own.
 *
 * A column that a paper can have.
 */
typedef struct
{
  char *field;
  char *head;
  gboolean shown;
  double width;
  guint n_columns;
} MattraReportColumnChoice;

void                  mattra_report_column_choice_free (MattraReportColumnChoice   *self);

MattraReportParts     mattra_report_get_parts          (const char                 *kind);
gboolean              mattra_report_is_for_division    (const char                 *kind);
gboolean              mattra_report_has_column         (const char                 *field);
char                 *mattra_report_setting_name       (MattraPlan                 *plan,
                                                        const char                 *kind,
                                                        const char                 *setting);
MattraDigits          mattra_report_kept_digits        (MattraPlan                 *plan,
                                                        const char                 *kind);
MattraReportNumbering mattra_report_kept_numbering     (MattraPlan                 *plan,
                                                        const char                 *kind);
char                 *mattra_report_propose            (MattraPlan                 *plan,
                                                        const MattraReportOptions  *options,
                                                        const char                 *setting);
GPtrArray            *mattra_report_dup_signers        (MattraPlan                 *plan,
                                                        const MattraReportOptions  *options);
char                 *mattra_report_check_text         (const char                 *text);
GPtrArray            *mattra_report_list_columns       (MattraPlan                 *plan,
                                                        MattraMeasureSource        *measures,
                                                        const MattraReportOptions  *options,
                                                        GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraReportColumnChoice, mattra_report_column_choice_free)

G_END_DECLS
