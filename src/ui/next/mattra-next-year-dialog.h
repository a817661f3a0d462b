/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_NEXT_YEAR_DIALOG (mattra_next_year_dialog_get_type ())

/* Starts the next fiscal year from the one that is shown: in the same register, or in a new one.
 *
 * Signals:
 *   started (year, path)   it is there; path is NULL where it is in the same register
 */
G_DECLARE_FINAL_TYPE (MattraNextYearDialog, mattra_next_year_dialog, MATTRA, NEXT_YEAR_DIALOG, AdwWindow)

MattraNextYearDialog *mattra_next_year_dialog_present (GtkWindow     *parent,
                                                       MattraSession *session);

G_END_DECLS
