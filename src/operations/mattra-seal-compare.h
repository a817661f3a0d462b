/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraDifferenceKind:
 * @MATTRA_DIFFERENCE_CHANGED: a cell says something else.
 * @MATTRA_DIFFERENCE_GONE: a measure is not there any more; @before is its title.
 * @MATTRA_DIFFERENCE_NEW: a measure was not there; @after is its title.
 */
typedef enum
{
  MATTRA_DIFFERENCE_CHANGED,
  MATTRA_DIFFERENCE_GONE,
  MATTRA_DIFFERENCE_NEW,
} MattraDifferenceKind;

/**
 * MattraDifference:
 * @kind: what differs.
 * @measure: ULID of the measure; empty for what belongs to the plan as a whole.
 * @number: number of the measure, in western digits.
 * @field: field of the cell, as in MattraSealCell.
 * @division_name: name of the division that answers; empty for a joint answer.
 * @before: what stood there.
 * @after: what stands there.
 *
 * A cell in which two versions differ.
 */
typedef struct
{
  MattraDifferenceKind kind;
  char *measure;
  char *number;
  char *field;
  char *division_name;
  char *before;
  char *after;
} MattraDifference;

void       mattra_difference_free     (MattraDifference  *self);
char      *mattra_difference_describe (const MattraDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDifference, mattra_difference_free)

MattraSeal *mattra_seal_find          (GPtrArray         *seals,
                                       int                number,
                                       GError           **error);
GPtrArray *mattra_seal_compare_bytes  (GBytes            *before,
                                       GBytes            *after,
                                       GError           **error);
GPtrArray *mattra_seal_compare        (MattraStore       *store,
                                       int                fiscal_year,
                                       const MattraSeal  *before,
                                       const MattraSeal  *after,
                                       GError           **error);

G_END_DECLS
