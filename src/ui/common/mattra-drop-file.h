/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MattraDropFileFunc:
 * @widget: where it was dropped
 * @file: the file
 *
 * Takes a file that was dropped.
 *
 * Returns: whether it was taken
 */
typedef gboolean (*MattraDropFileFunc) (GtkWidget *widget,
                                        GFile     *file);

void mattra_drop_file_connect (GtkWidget          *widget,
                               MattraDropFileFunc  func);

G_END_DECLS
