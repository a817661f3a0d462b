/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import.h"
#include "mattra-reading.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_IMPORT_NOTE (mattra_import_note_get_type ())

/* Something about a document that its reader should look at: a question, or an adjustment. Equal
 * questions are one note, which leads to the first place. */
G_DECLARE_FINAL_TYPE (MattraImportNote, mattra_import_note, MATTRA, IMPORT_NOTE, GObject)

gboolean       mattra_import_note_is_question (MattraImportNote *self);
const char    *mattra_import_note_get_message (MattraImportNote *self);
const char    *mattra_import_note_get_text    (MattraImportNote *self);
const char    *mattra_import_note_get_field   (MattraImportNote *self);
int            mattra_import_note_get_line    (MattraImportNote *self);
guint          mattra_import_note_get_count   (MattraImportNote *self);
MattraMeasure *mattra_import_note_get_measure (MattraImportNote *self);

void           mattra_import_note_collect     (MattraReading    *reading);

G_END_DECLS
