/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import-private.h"

G_BEGIN_DECLS

gboolean mattra_table_reader_read (const MattraTable          *table,
                                   const char                 *name,
                                   const MattraImportOptions  *options,
                                   MattraImport               *import,
                                   GError                    **error);

G_END_DECLS
