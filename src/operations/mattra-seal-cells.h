/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraSealScope:
 * @fiscal_year: year of the plan.
 * @kind: kind of report, or several by commas.
 * @round: the round reported.
 * @division: (nullable): ULID of the division whose report it is.
 * @date: the date of the report; none where the plan's own holds.
 * @left_out: (nullable) (array zero-terminated=1): ULIDs of people whose blocks are left out.
 * @today: the day on which it is made; none where that does not belong to it.
 *
 * What a report is made of.
 */
typedef struct
{
  int fiscal_year;
  const char *kind;
  MattraRound round;
  const char *division;
  MattraDate date;
  const char *const *left_out;
  MattraDate today;
} MattraSealScope;

gboolean   mattra_seal_has_answers   (const char             *kind);
GBytes    *mattra_seal_collect_cells (MattraStore            *store,
                                      const MattraSealScope  *scope,
                                      GError                **error);

G_END_DECLS
