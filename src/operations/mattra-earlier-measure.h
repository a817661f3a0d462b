/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraEarlierMeasure:
 * @plan: the plan of an earlier year.
 * @measure: its measure.
 * @division: (nullable): ULID in @plan of the division that was asked for; %NULL where it had none such.
 *
 * What a measure was in the year that it came from.
 */
typedef struct
{
  MattraPlan *plan;
  MattraMeasure *measure;
  char *division;
} MattraEarlierMeasure;

void     mattra_earlier_measure_free (MattraEarlierMeasure  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraEarlierMeasure, mattra_earlier_measure_free)

gboolean mattra_load_earlier_measure (MattraStore           *store,
                                      MattraPlan            *plan,
                                      const char            *measure,
                                      const char            *division,
                                      MattraEarlierMeasure **earlier,
                                      GError               **error);

G_END_DECLS
