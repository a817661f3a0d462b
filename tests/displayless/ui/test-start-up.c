/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <pango/pangocairo.h>

#include "mattra-drawing.h"
#include "mattra-settings.h"
#include "mattra-start-up.h"

#define ENGLISH "Register of measures"
#define THAI "ทะเบียนมาตรการ"

/* What a PC's environment says, the user's choice, and what is then read. No Thai locale is asked
 * for that this machine would need to have. */
static const struct
{
  const char *name;
  const char *lang;
  const char *lc_all;
  const char *language;
  const char *choice;
  const char *text;
} pcs[] = {
  { "thai", "th_TH.UTF-8", NULL, NULL, "system", THAI },
  { "thai-first", "C.UTF-8", NULL, "th:en", "system", THAI },
  { "thai-in-all", NULL, "th_TH.UTF-8", NULL, "system", THAI },
  { "none", NULL, NULL, NULL, "system", ENGLISH },
  { "none-choice", NULL, NULL, NULL, "th", THAI },
  { "c-choice", NULL, "C", NULL, "th", THAI },
  { "american", "en_US.UTF-8", NULL, NULL, "system", ENGLISH },
  { "american-choice", "en_US.UTF-8", NULL, NULL, "th", THAI },
  { "english-over-thai", "th_TH.UTF-8", NULL, NULL, "en", ENGLISH },
  { "english-over-list", "th_TH.UTF-8", NULL, "th", "en", ENGLISH },
};

static void
set_or_unset (const char *name,
              const char *value)
{
  if (value)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
start_as (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      g_autoptr (GSettings) settings = mattra_settings_new ();

      g_settings_set_string (settings, "language", pcs[i].choice);
      mattra_start_up ();
      g_assert_cmpstr (dgettext (GETTEXT_PACKAGE, ENGLISH), ==, pcs[i].text);
      return;
    }
  set_or_unset ("LANG", pcs[i].lang);
  set_or_unset ("LC_ALL", pcs[i].lc_all);
  set_or_unset ("LANGUAGE", pcs[i].language);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Where gettext would not translate in C.UTF-8, the borrowed locale is all there is; it leaves nothing
 * behind. */
static void
test_borrowed (void)
{
  if (g_test_subprocess ())
    {
      mattra_start_up ();
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      g_assert_null (g_getenv ("LOCPATH"));
      return;
    }
  set_or_unset ("LC_ALL", NULL);
  g_setenv ("LANG", "th_TH.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "th", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static PangoLayout *
lay_out (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);
  return layout;
}

static guint
count_breaks (PangoLayout *layout)
{
  int n = 0;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n);
  guint breaks = 0;

  for (int i = 1; i < n - 1; i++)
    breaks += attributes[i].is_line_break;
  return breaks;
}

/* A PC whose fontconfig has no font at all shows Thai, and breaks it between words of its own list. */
static void
test_no_fonts (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (g_test_subprocess ())
    {
      PangoLayout *words, *word;

      mattra_start_up ();
      words = lay_out ("รายงานผลการดำเนินการตามมาตรการ");
      word = lay_out ("ตัวชี้วัด");
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (words), ==, 0);
      g_assert_cmpuint (count_breaks (words), >=, 3);
      g_assert_cmpuint (count_breaks (word), ==, 0);
      g_object_unref (words);
      g_object_unref (word);
      return;
    }
  folder = g_dir_make_tmp ("mattra-fonts-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "fonts.conf", NULL);
  g_file_set_contents (path, "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'urn:fontconfig:fonts.dtd'>"
                             "<fontconfig></fontconfig>", -1, &error);
  g_assert_no_error (error);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  g_unsetenv ("LIBTHAI_DICTDIR");
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_unsetenv ("FONTCONFIG_FILE");
  g_remove (path);
  g_rmdir (folder);
}

/* What a PC has among its devices and says of its display, and whether GL would be slower there than Cairo. */
static const struct
{
  const char *name;
  const char *device;
  const char *display;
  const char *wayland;
  const char *software;
  gboolean is_software;
} graphics[] = {
  { "none", NULL, ":0", NULL, NULL, TRUE },
  { "card-that-only-shows", "dri/card0", ":0", NULL, NULL, TRUE },
  { "processor", "dri/renderD128", ":0", NULL, NULL, FALSE },
  { "processor-wayland", "dri/renderD128", NULL, "wayland-0", NULL, FALSE },
  { "nvidia", "nvidiactl", ":0", NULL, NULL, FALSE },
  { "far-display", "dri/renderD128", "localhost:10.0", NULL, NULL, TRUE },
  { "wayland-beside-far", "dri/renderD128", "localhost:10.0", "wayland-0", NULL, FALSE },
  { "asked-for", "dri/renderD128", ":0", NULL, "1", TRUE },
  { "not-asked-for", "dri/renderD128", ":0", NULL, "0", FALSE },
};

static void
test_graphics (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (graphics); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("mattra-devices-XXXXXX", NULL);
      g_autofree char *device = graphics[i].device ? g_build_filename (folder, graphics[i].device, NULL) : NULL;
      g_autofree char *dri = g_build_filename (folder, "dri", NULL);

      g_test_message ("%s", graphics[i].name);
      g_assert_cmpint (g_mkdir (dri, 0700), ==, 0);
      if (device)
        g_assert_true (g_file_set_contents (device, "", 0, NULL));
      set_or_unset ("DISPLAY", graphics[i].display);
      set_or_unset ("WAYLAND_DISPLAY", graphics[i].wayland);
      set_or_unset ("LIBGL_ALWAYS_SOFTWARE", graphics[i].software);
      g_assert_cmpint (mattra_drawing_is_software (folder), ==, graphics[i].is_software);
      if (device)
        g_remove (device);
      g_rmdir (dri);
      g_rmdir (folder);
    }
}

/* What the user says of drawing is left as it is; else the two go together. */
static void
test_drawing (void)
{
  if (g_test_subprocess ())
    {
      gboolean chosen = g_getenv ("GSK_RENDERER") != NULL;

      mattra_start_up ();
      if (chosen)
        {
          g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "ngl");
          g_assert_null (g_getenv ("GDK_DEBUG"));
          return;
        }
      g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
      g_assert_cmpstr (g_getenv ("GDK_DEBUG"), ==, "gl-disable");
      return;
    }
  g_unsetenv ("GDK_DEBUG");
  g_setenv ("LIBGL_ALWAYS_SOFTWARE", "1", TRUE);
  g_unsetenv ("GSK_RENDERER");
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_setenv ("GSK_RENDERER", "ngl", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pcs); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/start-up/language/", pcs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), start_as);
    }
  g_test_add_func ("/ui/start-up/borrowed", test_borrowed);
  g_test_add_func ("/ui/start-up/no-fonts", test_no_fonts);
  g_test_add_func ("/ui/start-up/graphics", test_graphics);
  g_test_add_func ("/ui/start-up/drawing", test_drawing);
  return g_test_run ();
}
