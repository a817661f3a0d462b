/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-update.h"

G_BEGIN_DECLS

gboolean mattra_pdf_embed_page (MattraPdfUpdate *update,
                                MattraPdfFile   *drawn,
                                guint            number);

G_END_DECLS
