/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

GdkPixbuf *mattra_picture_load_within (GBytes  *bytes,
                                       int      width,
                                       int      height,
                                       GError **error);

G_END_DECLS
