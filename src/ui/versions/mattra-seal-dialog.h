/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SEAL_DIALOG (mattra_seal_dialog_get_type ())

/* Confirms a version of a report (ยืนยันฉบับ): shows what it will be and what that means, makes it, and hands it over.
 *
 * Signals:
 *   versions ()   the user wants to see all versions
 */
G_DECLARE_FINAL_TYPE (MattraSealDialog, mattra_seal_dialog, MATTRA, SEAL_DIALOG, AdwWindow)

MattraSealDialog *mattra_seal_dialog_present (GtkWindow               *parent,
                                              MattraSession           *session,
                                              const MattraPrintChoice *choice);

G_END_DECLS
