/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-import.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_IMPORT_COLUMNS (mattra_import_columns_get_type ())

/* The columns of a document, each with a choice of what it holds.
 *
 * Signals:
 *   changed ()    the user said something else; mattra_import_columns_dup_meanings() says what
 */
G_DECLARE_FINAL_TYPE (MattraImportColumns, mattra_import_columns, MATTRA, IMPORT_COLUMNS, AdwPreferencesGroup)

void    mattra_import_columns_set_import   (MattraImportColumns *self,
                                            MattraImport        *import);
GArray *mattra_import_columns_dup_meanings (MattraImportColumns *self);

G_END_DECLS
