/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document.h"
#include "mattra-typesetter.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

gboolean mattra_docx_write (MattraDocument    *document,
                            MattraTypesetter  *typesetter,
                            gsize              n_rows,
                            const char        *path,
                            const MattraWatch *watch,
                            GError           **error);

G_END_DECLS
