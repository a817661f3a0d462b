/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraScoreEntry:
 * @fiscal_year: year of the assessment, B.E.
 * @indicator: ITA indicator, 1-10.
 * @score: points, 0-100.
 * @line: line of the document, from 1.
 * @column: character of the line where the score stands, from 1.
 *
 * A score read from a table.
 */
typedef struct
{
  int fiscal_year;
  int indicator;
  double score;
  int line;
  int column;
} MattraScoreEntry;

GArray *mattra_score_table_read (GBytes      *bytes,
                                 const char  *name,
                                 int          fiscal_year,
                                 GError     **error);

G_END_DECLS
