/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Values of the keys "language", "digits" and "color-scheme". */
typedef enum
{
  MATTRA_LANGUAGE_SYSTEM,
  MATTRA_LANGUAGE_THAI,
  MATTRA_LANGUAGE_ENGLISH,
} MattraLanguage;

typedef enum
{
  MATTRA_SCHEME_SYSTEM,
  MATTRA_SCHEME_LIGHT,
  MATTRA_SCHEME_DARK,
} MattraScheme;

GSettings *mattra_settings_new (void);

G_END_DECLS
