/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Waits for a moment by the clock on the wall. On Linux it goes on counting while the computer sleeps, and wakes as well
 * when somebody sets the clock; elsewhere it never wakes, and whoever waits looks now and then. */
typedef struct _MattraWake MattraWake;

/**
 * MattraWakeFunc:
 * @user_data: what was given with it
 *
 * Called in the default main context.
 */
typedef void (*MattraWakeFunc) (gpointer user_data);

MattraWake *mattra_wake_new  (MattraWakeFunc  func,
                              gpointer        user_data);
void        mattra_wake_set  (MattraWake     *self,
                              gint64          microseconds);
void        mattra_wake_free (MattraWake     *self);

G_END_DECLS
