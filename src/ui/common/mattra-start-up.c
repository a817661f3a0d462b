/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-start-up.h"

#include <gtk/gtk.h>
#include <libintl.h>

#include "mattra-drawing.h"
#include "mattra-fonts.h"
#include "mattra-locale.h"
#include "mattra-settings.h"

static const char *const languages[] = {
  [MATTRA_LANGUAGE_THAI] = "th",
  [MATTRA_LANGUAGE_ENGLISH] = "en",
};

/**
 * mattra_start_up:
 *
 * Everything of the window that has to stand before GTK is initialized: what draws it, fonts, dictionary,
 * and the language, which is the user's choice or else the system's.
 */
void
mattra_start_up (void)
{
  g_autoptr (GSettings) settings = NULL;
  int language;

  mattra_drawing_set_up ();
  mattra_fonts_set_up ();
  mattra_locale_set_up ();
  settings = mattra_settings_new ();
  language = g_settings_get_enum (settings, "language");
  if (language != MATTRA_LANGUAGE_SYSTEM)
    mattra_locale_use_language (languages[language]);
  textdomain (GETTEXT_PACKAGE);
  /* GTK would warn of a locale that is not there, and take back the one for the messages. */
  gtk_disable_setlocale ();
}
