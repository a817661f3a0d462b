/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A message says in the user's words what is wrong and what to do. What a library or the system said about it,
 * in English and for whoever helps, is kept beside it. */

void        mattra_error_set_detail (GError       **error,
                                     const char    *detail);
const char *mattra_error_get_detail (const GError  *error);

G_END_DECLS
