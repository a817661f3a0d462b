/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"

G_BEGIN_DECLS

/**
 * MattraReportWords:
 * @output: the file to write
 * @kind: which report
 * @numbering: how the pages of several are numbered
 * @round: of which round
 * @division: of which division
 * @digits: in which digits
 * @date: its date
 *
 * What a command is told of a report, word by word; %NULL for what is not said.
 */
typedef struct
{
  char *output;
  char *kind;
  char *numbering;
  char *round;
  char *division;
  char *digits;
  char *date;
} MattraReportWords;

/* The entries of a command's options that say the same in each. */
#define MATTRA_REPORT_WORDS_ENTRIES(words) \
  { "numbering", 0, 0, G_OPTION_ARG_FILENAME, &(words)->numbering, \
    N_("Pages of several papers: separate or continuous (else as kept for the kind, or separate)"), N_("N") }, \
  { "round", 0, 0, G_OPTION_ARG_FILENAME, &(words)->round, \
    N_("first-half or full-year (else that of the last import)"), N_("R") }, \
  { "digits", 0, 0, G_OPTION_ARG_FILENAME, &(words)->digits, \
    N_("thai or western (else as kept for the kind, or thai)"), N_("S") }, \
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &(words)->date, N_("The date of the report (else that of the register)"), \
    N_("DATE") }

void     mattra_report_words_clear    (MattraReportWords        *self);
gboolean mattra_report_words_read     (const MattraReportWords  *self,
                                       MattraReportOptions      *options,
                                       GError                  **error);
gboolean mattra_report_words_complete (const MattraReportWords  *self,
                                       MattraPlan               *plan,
                                       MattraReportOptions      *options,
                                       GError                  **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraReportWords, mattra_report_words_clear)

G_END_DECLS
