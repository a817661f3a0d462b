/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *mattra_picture_print_new (GBytes  *bytes,
                                  double   width,
                                  double   height,
                                  GError **error);

G_END_DECLS
