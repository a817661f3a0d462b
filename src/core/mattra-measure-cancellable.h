/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-measure-source.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEASURE_CANCELLABLE (mattra_measure_cancellable_get_type ())

/* Measures of another source, until nobody waits for them any more. */
G_DECLARE_FINAL_TYPE (MattraMeasureCancellable, mattra_measure_cancellable, MATTRA, MEASURE_CANCELLABLE, GObject)

MattraMeasureSource *mattra_measure_cancellable_new (MattraMeasureSource *source,
                                                     GCancellable        *cancellable);

G_END_DECLS
