/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-file.h"

G_BEGIN_DECLS

char *mattra_pdf_revision_describe (MattraPdfFile *before,
                                    MattraPdfFile *after);

G_END_DECLS
