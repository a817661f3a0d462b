/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-overview.h"

G_BEGIN_DECLS

gboolean mattra_overview_json_write (MattraPlan            *plan,
                                     const MattraOverview  *overview,
                                     GOutputStream         *stream,
                                     GError               **error);

G_END_DECLS
