/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-evidence.h"
#include "mattra-session.h"

G_BEGIN_DECLS

void  mattra_evidence_open         (MattraSession         *session,
                                    GtkWindow             *parent,
                                    const MattraEvidence  *evidence);
void  mattra_evidence_save_as      (MattraSession         *session,
                                    GtkWindow             *parent,
                                    const MattraEvidence  *evidence);
char *mattra_evidence_open_folder  (MattraSession         *session,
                                    GError               **error);

G_END_DECLS
