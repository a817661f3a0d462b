/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-layout.h"

G_BEGIN_DECLS

GtkPrintOperation *mattra_print_operation_new (MattraLayout *layout,
                                               const char   *name);

G_END_DECLS
