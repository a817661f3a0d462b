/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void mattra_locale_set_up       (void);
void mattra_locale_use_language (const char *language);
void mattra_locale_add_library  (const char *domain);

G_END_DECLS
