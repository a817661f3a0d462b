/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mattra-date.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_CLOCK (mattra_clock_get_type ())

G_DECLARE_FINAL_TYPE (MattraClock, mattra_clock, MATTRA, CLOCK, GObject)

/**
 * MattraTimeFunc:
 * @user_data: what was given with it
 *
 * Tells the time on the wall, as g_get_real_time().
 *
 * Returns: microseconds since 1970 in UTC
 */
typedef gint64 (*MattraTimeFunc) (gpointer user_data);

MattraClock *mattra_clock_new        (void);
MattraDate   mattra_clock_get_today  (MattraClock    *self);
gint64       mattra_clock_get_now    (MattraClock    *self);
int          mattra_clock_get_minute (MattraClock    *self);
void         mattra_clock_look       (MattraClock    *self);
void         mattra_clock_set_fixed  (MattraClock    *self,
                                      MattraDate      date);
void         mattra_clock_set_source (MattraClock    *self,
                                      MattraTimeFunc  func,
                                      gpointer        user_data);

G_END_DECLS
