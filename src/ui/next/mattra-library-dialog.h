/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_LIBRARY_DIALOG (mattra_library_dialog_get_type ())

/* Measures to start from: of another year, another register or the sample. Several are chosen and added as one act. */
G_DECLARE_FINAL_TYPE (MattraLibraryDialog, mattra_library_dialog, MATTRA, LIBRARY_DIALOG, AdwWindow)

MattraLibraryDialog *mattra_library_dialog_present (GtkWindow     *parent,
                                                    MattraSession *session);

G_END_DECLS
