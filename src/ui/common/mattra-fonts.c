/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-fonts.h"

#include <fontconfig/fontconfig.h>

#include "mattra-data.h"

static const char *const fonts[] = {
  "fonts/Sarabun-Regular.ttf",
  "fonts/Sarabun-Bold.ttf",
};

static void
add_font (const char *relative)
{
  g_autofree char *path = mattra_data_find (relative, NULL);

  if (path)
    FcConfigAppFontAddFile (FcConfigGetCurrent (), (const FcChar8 *) path);
}

/* libthai reads this when Pango first breaks a line; what the user set counts more. Not the longest
 * compounds: Pango would tear one that is wider than its column. */
static void
set_dictionary (void)
{
  g_autofree char *path = mattra_data_find ("dictionary/window/thbrk.tri", NULL);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;

  if (folder)
    g_setenv ("LIBTHAI_DICTDIR", folder, FALSE);
}

/**
 * mattra_fonts_set_up:
 *
 * Gives this process the program's own fonts and dictionary: a PC without a Thai font shows Thai, and
 * labels break between Thai words as paper does. To be called before GTK starts, while there is one
 * thread.
 */
void
mattra_fonts_set_up (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    add_font (fonts[i]);
  set_dictionary ();
}
