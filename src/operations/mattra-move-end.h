/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraMoveEnd:
 * @measure: ULID of the measure
 * @was: its last day when it was taken hold of
 * @end: the last day that it shall have
 * @script: the digits of its text, where that has none
 *
 * Another last day for the period of a measure.
 */
typedef struct
{
  const char *measure;
  MattraDate was;
  MattraDate end;
  MattraDigits script;
} MattraMoveEnd;

gboolean mattra_move_end (MattraStore          *store,
                          MattraPlan           *plan,
                          const MattraMoveEnd  *move,
                          GError              **error);

G_END_DECLS
