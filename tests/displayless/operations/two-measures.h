/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

#define TWO_MEASURES_YEAR 2566

/* A register of two measures: one of a division that nobody knows, one of all. */
typedef struct
{
  char *folder;
  char *path;
  MattraStore *store;
} TwoMeasures;

void two_measures_set_up    (TwoMeasures   *self,
                             gconstpointer  data);
void two_measures_tear_down (TwoMeasures   *self,
                             gconstpointer  data);

G_END_DECLS
