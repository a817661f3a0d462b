/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#define APPLICATION_ICON "io.github.mattra.Mattra"

/* What others made, in the program's own folder. */
static const struct
{
  const char *title;
  const char *copyright;
  const char *licence;
} parts[] = {
  { N_("Font of the Reports: Sarabun"), "© 2018 The Sarabun Project Authors",
    N_("Under the SIL Open Font License, version 1.1.") },
  { N_("Thai Dictionary"), "© 2001–2021 Theppitak Karoonboonyanan and the other authors of libthai",
    N_("The words of libthai, under the GNU Lesser General Public License, version 2.1 or later, with words of local "
       "government added.") },
};

/* What somebody needs who is told of a fault; nothing of the user's and no name of a file. */
static char *
describe_system (void)
{
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *languages = g_strjoinv (" ", (char **) g_get_language_names ());
  GdkDisplay *display = gdk_display_get_default ();

  return g_strdup_printf ("Mattra %s\nGLib %u.%u.%u\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\n%s\n%s\n%s\nLC_MESSAGES %s\n",
                          MATTRA_VERSION, glib_major_version, glib_minor_version, glib_micro_version,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          os ? os : "", display ? G_OBJECT_TYPE_NAME (display) : "", languages,
                          setlocale (LC_MESSAGES, NULL));
}

/**
 * mattra_about_present:
 * @parent: (nullable): the window that asks
 *
 * Says what the program is, by whom, and under which licences.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
mattra_about_present (GtkWindow *parent)
{
  g_autofree char *debug_info = describe_system ();
  GtkWidget *about = NULL;

  about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                        "transient-for", parent,
                        "modal", TRUE,
                        "application-name", "Mattra",
                        "application-icon", APPLICATION_ICON,
                        "version", MATTRA_VERSION,
                        "developer-name", _("The Mattra authors"),
                        "copyright", "© 2026 The Mattra authors",
                        "license-type", GTK_LICENSE_GPL_3_0,
                        "website", "https://mattra.github.io",
                        "comments", _("The register of your office’s integrity measures: who does what, until when, "
                                      "with what result"),
                        "debug-info", debug_info,
                        "debug-info-filename", "mattra.txt",
                        NULL);
  /* Translators: your name, to be shown as the translator */
  adw_about_window_set_translator_credits (ADW_ABOUT_WINDOW (about), _("translator-credits"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n%s", parts[i].copyright, _(parts[i].licence));

      adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _(parts[i].title), NULL, GTK_LICENSE_CUSTOM, text);
    }
  gtk_window_present (GTK_WINDOW (about));
  return GTK_WINDOW (about);
}
