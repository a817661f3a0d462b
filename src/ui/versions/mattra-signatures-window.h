/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SIGNATURES_WINDOW (mattra_signatures_window_get_type ())

/* What the digital signatures of a PDF are worth: who signed, who attests them, what became of the file since. */
G_DECLARE_FINAL_TYPE (MattraSignaturesWindow, mattra_signatures_window, MATTRA, SIGNATURES_WINDOW, AdwWindow)

MattraSignaturesWindow *mattra_signatures_window_present    (GtkWindow              *parent,
                                                             MattraSession          *session);
void                    mattra_signatures_window_set_file   (MattraSignaturesWindow *self,
                                                             GFile                  *file);
void                    mattra_signatures_window_set_folder (MattraSignaturesWindow *self,
                                                             GFile                  *folder);

G_END_DECLS
