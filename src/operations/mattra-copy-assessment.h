/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

gboolean mattra_copy_assessment (MattraStore  *from,
                                 MattraPlan   *plan,
                                 MattraStore  *to,
                                 int           fiscal_year,
                                 GError      **error);

G_END_DECLS
