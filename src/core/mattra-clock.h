/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mattra-date.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_CLOCK (mattra_clock_get_type ())

G_DECLARE_FINAL_TYPE (MattraClock, mattra_clock, MATTRA, CLOCK, GObject)

MattraClock *mattra_clock_new       (void);
MattraDate   mattra_clock_get_today (MattraClock *self);
gint64       mattra_clock_get_now   (MattraClock *self);
int          mattra_clock_get_minute (MattraClock *self);
void         mattra_clock_set_fixed (MattraClock *self,
                                     MattraDate   date);

G_END_DECLS
