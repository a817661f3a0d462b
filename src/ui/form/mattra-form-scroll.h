/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-cell.h"

G_BEGIN_DECLS

void mattra_form_scroll_follow (MattraFormCell    *cell,
                                GtkScrolledWindow *scrolled);

G_END_DECLS
