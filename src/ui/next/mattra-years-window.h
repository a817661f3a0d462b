/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_YEARS_WINDOW (mattra_years_window_get_type ())

/* Two fiscal years held against each other: which measures are new, changed and dropped.
 *
 * Signals:
 *   go-to (measure, field)   a cell of the shown year was chosen
 */
G_DECLARE_FINAL_TYPE (MattraYearsWindow, mattra_years_window, MATTRA, YEARS_WINDOW, AdwWindow)

MattraYearsWindow *mattra_years_window_present (GtkWindow     *parent,
                                                MattraSession *session);

G_END_DECLS
