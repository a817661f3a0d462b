/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"

G_BEGIN_DECLS

void mattra_import_note_list_set_up (GtkListView  *view,
                                     MattraDigits  digits);

G_END_DECLS
