/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-picture.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-print-job.h"
#include "mattra-register-name.h"
#include "mattra-settings.h"

/* The overview as a picture of the page that is its report: what a slide or a message takes. */

#define KIND "overview"

/* As the window shows it: its round, its division, its day and its digits. */
static MattraPrintChoice *
new_choice (MattraWindow *window)
{
  MattraSession *session = mattra_window_get_session (window);
  g_autoptr (GSettings) settings = mattra_settings_new ();
  const char *division = mattra_session_get_division (session);
  MattraPrintChoice *choice = mattra_print_choice_new (KIND, mattra_session_get_round (session),
                                                       division && *division ? division : NULL);

  choice->options.today = mattra_clock_get_today (mattra_session_get_clock (session));
  choice->options.digits = (MattraDigits) g_settings_get_enum (settings, "digits");
  return choice;
}

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mattra_print_export_finish (result, NULL, &error);
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;

  if (file)
    mattra_window_offer_file (window, file);
  else
    mattra_tell (GTK_WINDOW (window), _("The Picture Was Not Written"), error->message);
}

/* A name that says nothing of a picture gets the end of one. */
static char *
dup_path (GFile             *file,
          MattraPrintFormat *format)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || (mattra_print_format_of (path, format)
                       && (*format == MATTRA_PRINT_PNG || *format == MATTRA_PRINT_SVG)))
    return g_steal_pointer (&path);
  *format = MATTRA_PRINT_PNG;
  return g_strconcat (path, mattra_print_extension (MATTRA_PRINT_PNG), NULL);
}

/**
 * mattra_window_picture_write:
 * @window: a window that has a session
 * @file: where to; how its name ends says whether it is a PNG or an SVG
 *
 * Writes the overview of what the window shows as a picture, and says so.
 */
void
mattra_window_picture_write (MattraWindow *window,
                             GFile        *file)
{
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autofree char *path = NULL;
  MattraPrintFormat format;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window) && G_IS_FILE (file));

  path = dup_path (file, &format);
  if (path == NULL)
    {
      mattra_tell (GTK_WINDOW (window), _("The Picture Was Not Written"),
                   _("This place can only be reached through another program; choose a folder of this computer"));
      return;
    }
  choice = new_choice (window);
  g_object_unref (mattra_print_export_async (mattra_window_get_session (window), choice, format, path, NULL, written,
                                             g_object_ref (window)));
}

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraWindow) window = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && mattra_window_get_session (window))
    mattra_window_picture_write (window, file);
}

/**
 * mattra_window_picture_choose:
 * @window: a window that has a session
 *
 * Asks where the overview is to be written as a picture, and writes it.
 */
void
mattra_window_picture_choose (MattraWindow *window)
{
  static const char *const patterns[] = { "*.png", "*.svg", NULL };
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  choice = new_choice (window);
  base = mattra_print_choice_make_name (choice, mattra_session_get_plan (mattra_window_get_session (window)));
  name = g_strconcat (base, mattra_print_extension (MATTRA_PRINT_PNG), NULL);
  own = mattra_register_name_own_folder ();
  folder = g_file_new_for_path (own);
  mattra_choose_file_async (GTK_WINDOW (window),
                            &(const MattraFileWish) {
                              .title = _("Save Picture"), .accept = _("_Save"), .save = TRUE,
                              .filter = _("Pictures (PNG, SVG)"), .patterns = patterns, .name = name, .folder = folder,
                            },
                            NULL, chosen, g_object_ref (window));
}
