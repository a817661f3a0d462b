/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-digits.h"
#include "mattra-reading.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_IMPORT_TABLE (mattra_import_table_get_type ())

/* What was read of a document, as the table it will be: nothing can be changed in it, and the cells to
 * look at are marked. */
G_DECLARE_FINAL_TYPE (MattraImportTable, mattra_import_table, MATTRA, IMPORT_TABLE, AdwBin)

GtkWidget *mattra_import_table_new         (MattraDigits             digits);
void       mattra_import_table_set_reading (MattraImportTable       *self,
                                            const MattraReading     *reading);
void       mattra_import_table_go_to       (MattraImportTable       *self,
                                            MattraMeasure           *measure,
                                            const char              *field);

G_END_DECLS
