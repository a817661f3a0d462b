/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mattra_replace_text_markup (const char *text,
                                  const char *find,
                                  const char *replacement);

G_END_DECLS
