/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *mattra_media_type_find (GBytes      *bytes,
                                    const char  *name,
                                    GError     **error);

G_END_DECLS
