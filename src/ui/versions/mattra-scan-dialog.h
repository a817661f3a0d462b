/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SCAN_DIALOG (mattra_scan_dialog_get_type ())

/* Attaches the scan of a signed paper to its version: the file, who signed and when.
 *
 * Signals:
 *   attached ()   the scan is in the register
 */
G_DECLARE_FINAL_TYPE (MattraScanDialog, mattra_scan_dialog, MATTRA, SCAN_DIALOG, AdwWindow)

MattraScanDialog *mattra_scan_dialog_present (GtkWindow        *parent,
                                              MattraSession    *session,
                                              const MattraSeal *seal,
                                              GFile            *file);

G_END_DECLS
