/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mattra_print_run (GtkPrintOperation *operation,
                       GtkWindow         *parent);

G_END_DECLS
