/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PRINT_DIALOG (mattra_print_dialog_get_type ())

/* Asks which report is wanted, and prints it or writes it as PDF.
 *
 * Signals:
 *   exported (GFile *file)   the report was written; the window may offer to open it
 */
G_DECLARE_FINAL_TYPE (MattraPrintDialog, mattra_print_dialog, MATTRA, PRINT_DIALOG, AdwWindow)

MattraPrintDialog *mattra_print_dialog_present (GtkWindow         *parent,
                                                MattraSession     *session,
                                                gboolean           export);
void               mattra_print_dialog_choose  (MattraPrintDialog *self,
                                                const char        *kind,
                                                const char        *division);
void               mattra_print_dialog_write   (MattraPrintDialog *self,
                                                GFile             *file);

G_END_DECLS
