/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

void mattra_table_empty_explain (AdwStatusPage   *page,
                                 GtkButton       *next_step,
                                 GtkButton       *other_step,
                                 gboolean         filtered,
                                 MattraSmartList  list,
                                 gboolean         of_division,
                                 gboolean         read_only);

G_END_DECLS
