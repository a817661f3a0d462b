/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"

G_BEGIN_DECLS

/**
 * MattraDraftMark:
 * @fingerprint: (array fixed-size=65): that of the document.
 * @kind: kind of report, or several with commas between; empty where the mark does not say.
 * @round: the round reported.
 * @division: (array fixed-size=17): start of the hash of the division's name; empty for the whole organisation.
 * @digits: the script of numbers.
 * @date: the date of the report.
 * @today: the day on which it was made; none where it does not matter.
 * @numbering: how the pages of several kinds are counted.
 * @tags: whether the file has tags.
 *
 * What the keywords of a file say about how it was made.
 */
typedef struct
{
  char fingerprint[65];
  char kind[160];
  MattraRound round;
  char division[MATTRA_REPORT_DIVISION_DIGITS + 1];
  MattraDigits digits;
  MattraDate date;
  MattraDate today;
  MattraReportNumbering numbering;
  gboolean tags;
} MattraDraftMark;

GArray     *mattra_draft_mark_find          (GBytes                 *pdf);
const char *mattra_draft_mark_find_division (const MattraDraftMark  *self,
                                             MattraPlan             *plan);

G_END_DECLS
