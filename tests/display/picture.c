/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-fonts.h"
#include "mattra-locale.h"

#define WAIT_SECONDS 30

/* A test may leave nothing of the main loop's time for frames and idle work. */
#define FRAMES_MS 2000
#define IDLE_TURNS 100

/* GNU gettext looks for another language only when this moves. */
extern int _nl_msg_cat_cntr;

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/mattra/Mattra/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/mattra/Mattra/icons");
}

/* The program's icons are not installed where tests run. */
static void
load_icons (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "icons", NULL);

  gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), folder);
}

static void
take_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  _nl_msg_cat_cntr++;
}

/* GLib asks once, of the first message, whether the program's own texts are in the user's language, and leaves all
 * libraries untranslated if not: it is asked in Thai, and English is taken after that. */
static void
load_translations (void)
{
  mattra_locale_set_up ();
  mattra_locale_use_language ("th");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "cancelled"), !=, "cancelled");
  take_language ("en");
}

/* Begins a test program: no warning passes, and nothing moves that a picture would catch half-way. */
void
picture_init (int    *argc,
              char ***argv)
{
  mattra_fonts_set_up ();
  load_translations ();
  g_test_init (argc, argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-xft-hinting", 1, "gtk-xft-hintstyle", "hintslight", "gtk-xft-antialias", 1, NULL);
  load_style ();
  load_icons ();
}

/* Widgets made from now on speak this language: "en" or "th". */
void
picture_set_language (const char *language)
{
  take_language (language);
  mattra_locale_add_library ("libadwaita");
}

/* The size of text that the user chose in the system: 1.0, or 2.0 for 200 %. */
void
picture_set_text (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

static gboolean
give_up (gpointer data)
{
  g_error ("What a test waited for did not come within %d s", WAIT_SECONDS);
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @condition holds. */
void
picture_wait (PictureCondition condition,
              gpointer         data)
{
  guint guard = g_timeout_add_seconds (WAIT_SECONDS, give_up, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static gboolean
note_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A frame that was asked for here, and one for what the first has brought about. */
typedef struct
{
  GdkFrameClock *clock;
  gulong painted;
  int left;
} Frames;

static void
count_frame (GdkFrameClock *clock,
             Frames        *frames)
{
  if (--frames->left > 0)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static void
free_frames (gpointer data)
{
  Frames *frames = data;

  g_signal_handler_disconnect (frames->clock, frames->painted);
  g_object_unref (frames->clock);
  g_free (frames);
}

static GPtrArray *
ask_for_frames (void)
{
  GPtrArray *asked = g_ptr_array_new_with_free_func (free_frames);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      Frames *frames = NULL;

      if (!gtk_widget_get_mapped (window))
        continue;
      frames = g_new0 (Frames, 1);
      frames->clock = g_object_ref (gtk_widget_get_frame_clock (window));
      frames->left = 2;
      frames->painted = g_signal_connect (frames->clock, "after-paint", G_CALLBACK (count_frame), frames);
      gdk_frame_clock_request_phase (frames->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_ptr_array_add (asked, frames);
    }
  return asked;
}

typedef struct
{
  gboolean passed;
  gboolean in_vain;
  GPtrArray *frames;
} Settling;

/* A window that went meanwhile draws no more. */
static gboolean
has_drawn (gpointer data)
{
  const Settling *settling = data;
  GListModel *windows = gtk_window_get_toplevels ();

  if (!settling->passed || settling->in_vain)
    return settling->in_vain;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      for (guint k = 0; gtk_widget_get_mapped (window) && k < settling->frames->len; k++)
        {
          const Frames *frames = settling->frames->pdata[k];

          if (frames->left > 0 && frames->clock == gtk_widget_get_frame_clock (window))
            return FALSE;
        }
    }
  return TRUE;
}

/* Lets frames be drawn, however long a busy machine takes for them, and idle work be done. */
void
picture_settle (void)
{
  g_autoptr (GPtrArray) frames = ask_for_frames ();
  Settling settling = { FALSE, FALSE, frames };
  gboolean idle = FALSE;
  guint source = g_timeout_add (FRAMES_MS, note_time, &settling.in_vain);

  g_timeout_add (120, note_time, &settling.passed);
  picture_wait (has_drawn, &settling);
  if (!settling.in_vain)
    g_source_remove (source);
  source = g_idle_add_full (G_PRIORITY_LOW, note_time, &idle, NULL);
  for (guint i = 0; !idle && i < IDLE_TURNS; i++)
    g_main_context_iteration (NULL, TRUE);
  if (!idle)
    g_source_remove (source);
}

static char *
picture_path (const char *name)
{
  const char *folder = g_getenv ("MATTRA_PICTURES_DIR");
  g_autofree char *file = g_strconcat (name, ".png", NULL);

  if (folder == NULL)
    folder = g_get_tmp_dir ();
  g_mkdir_with_parents (folder, 0755);
  return g_build_filename (folder, file, NULL);
}

typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Shot;

/* A window that is being laid out anew shows nothing. */
static gboolean
shoot (gpointer data)
{
  Shot *shot = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (shot->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (shot->window),
                          gtk_widget_get_height (shot->window));
  shot->node = gtk_snapshot_free_to_node (snapshot);
  return shot->node != NULL;
}

/* Saves what the window shows as NAME.png in $MATTRA_PICTURES_DIR. */
void
picture_save (GtkWidget  *window,
              const char *name)
{
  g_autofree char *path = picture_path (name);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  Shot shot = { window, NULL };

  picture_settle ();
  gtk_widget_queue_draw (window);
  picture_wait (shoot, &shot);
  node = shot.node;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_test_message ("%s", path);
}

/* The same in light and, as NAME-dark.png, in dark. */
void
picture_save_both (GtkWidget  *window,
                   const char *name)
{
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  picture_save (window, name);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  picture_save (window, dark);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
}
