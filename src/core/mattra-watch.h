/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Told of how much is done, from 0 to 1, on the thread that does it. */
typedef void (*MattraWatchFunc) (double   done,
                                 gpointer data);

/**
 * MattraWatch:
 * @cancellable: (nullable): stops the work.
 * @func: (nullable): told how far it is.
 * @data: given to @func.
 * @from: what is done when this part of the work begins, from 0 to 1.
 * @to: what is done when it ends.
 *
 * Who waits for a long piece of work, or for a part of it.
 */
typedef struct
{
  GCancellable *cancellable;
  MattraWatchFunc func;
  gpointer data;
  double from;
  double to;
} MattraWatch;

MattraWatch mattra_watch_part (const MattraWatch  *self,
                               double              from,
                               double              to);
gboolean    mattra_watch_tell (const MattraWatch  *self,
                               double              done,
                               GError            **error);

G_END_DECLS
