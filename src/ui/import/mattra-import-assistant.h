/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_IMPORT_ASSISTANT (mattra_import_assistant_get_type ())

/* The window that takes a table in: choose, drop or paste it; look at what was read; accept it as one
 * act. Until then nothing is written.
 *
 * Signals:
 *   accepted (path, changes, year, round)   the register at path has the table now, as results of a round of a
 *                                           fiscal year, with so many changed cells; the window closes itself
 */
G_DECLARE_FINAL_TYPE (MattraImportAssistant, mattra_import_assistant, MATTRA, IMPORT_ASSISTANT, AdwWindow)

GtkWidget *mattra_import_assistant_new         (GtkWindow             *parent,
                                                const char            *register_path);
void       mattra_import_assistant_read_file   (MattraImportAssistant *self,
                                                GFile                 *file);
void       mattra_import_assistant_read_bytes  (MattraImportAssistant *self,
                                                GBytes                *bytes,
                                                const char            *name);
void       mattra_import_assistant_paste       (MattraImportAssistant *self);

G_END_DECLS
