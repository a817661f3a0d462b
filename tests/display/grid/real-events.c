/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "real-events.h"

#include "picture.h"

#include <gdk/x11/gdkx.h>

/* The program that holds the clipboard. */
static GSubprocess *holder;

static const char *const tools[] = { "xdotool", "xclip", "setxkbmap" };

/* Returns whether they can be made here; says aloud what is missing. */
gboolean
real_events_are_there (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *path = g_find_program_in_path (tools[i]);

      if (path == NULL)
        {
          g_autofree char *why = g_strdup_printf ("%s is not installed", tools[i]);

          g_test_skip (why);
          return FALSE;
        }
    }
  return TRUE;
}

static void
on_ended (GObject      *process,
          GAsyncResult *result,
          gpointer      ended)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *) ended = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* The window lives on while the tool is at work, as it does under a person's hands. */
static void
run (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_ended, &ended);
  picture_wait (is_true, &ended);
  picture_settle ();
}

static char *
dup_window_id (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  return g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
}

/* Without a window manager nobody gives a window the keyboard. */
void
real_events_focus (GtkWidget *window)
{
  g_autofree char *id = dup_window_id (window);
  const char *const words[] = { "xdotool", "windowfocus", "--sync", id, NULL };

  run (words);
}

/* What the keyboard lacks xdotool lays on it for as long as the key is down: a window that is busy meanwhile sees a key
 * without a meaning. */
static void
assert_on_keyboard (guint       keyval,
                    const char *name)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n = 0;

  if (keyval == GDK_KEY_VoidSymbol || !gdk_display_map_keyval (gdk_display_get_default (), keyval, &keys, &n))
    g_error ("The keyboard that is laid has no key for %s", name);
}

static void
assert_letters (const char *text)
{
  for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      g_autofree char *name = g_strndup (letter, g_utf8_next_char (letter) - letter);

      assert_on_keyboard (*letter == '\t' ? GDK_KEY_Tab : gdk_unicode_to_keyval (g_utf8_get_char (letter)), name);
    }
}

static void
assert_keys (const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, "+", -1);
  const char *last = names[g_strv_length (names) - 1];

  assert_on_keyboard (gdk_keyval_from_name (last), last);
}

void
real_events_type (const char *text)
{
  const char *const words[] = { "xdotool", "type", "--delay", "30", "--", text, NULL };

  assert_letters (text);
  run (words);
}

/* As fast as keys can be sent, and then one key more. */
void
real_events_burst (const char *text,
                   const char *key)
{
  const char *const words[] = { "xdotool", "type", "--delay", "1", "--args", "1", text, "key", key, NULL };

  assert_letters (text);
  assert_keys (key);
  run (words);
}

/* One key with its modifiers: "ctrl+shift+Down". */
void
real_events_press (const char *keys)
{
  const char *const words[] = { "xdotool", "key", keys, NULL };

  assert_keys (keys);
  run (words);
}

/* A key by its place on the keyboard, as X counts them. */
void
real_events_press_code (int keycode)
{
  g_autofree char *code = g_strdup_printf ("%d", keycode);
  const char *const words[] = { "xdotool", "key", code, NULL };

  run (words);
}

void
real_events_hold (const char *key,
                  gboolean    down)
{
  const char *const words[] = { "xdotool", down ? "keydown" : "keyup", key, NULL };

  assert_keys (key);
  run (words);
}

/* Which letters the keyboard has; Scroll Lock composes those that have no key of their own. */
void
real_events_keyboard (const char *layout)
{
  const char *const words[] = { "setxkbmap", "-layout", layout, "-option", "compose:sclk", NULL };

  run (words);
}

/* The pointer to a point of a widget, which may lie outside of it. */
void
real_events_go (GtkWidget *widget,
                double     x,
                double     y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *id = dup_window_id (widget);
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;
  const char *words[] = { "xdotool", "mousemove", "--window", id, NULL, NULL, NULL };
  double left = 0, top = 0;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y));
  words[4] = across = g_strdup_printf ("%d", (int) (x + left));
  words[5] = down = g_strdup_printf ("%d", (int) (y + top));
  run (words);
}

/* "mousedown", "mouseup" or "click". */
void
real_events_mouse (const char *what,
                   int         button)
{
  g_autofree char *number = g_strdup_printf ("%d", button);
  const char *const words[] = { "xdotool", what, number, NULL };

  run (words);
}

void
real_events_mouse_twice (int button)
{
  g_autofree char *number = g_strdup_printf ("%d", button);
  const char *const words[] = { "xdotool", "click", "--repeat", "2", "--delay", "60", number, NULL };

  run (words);
}

static gboolean
is_foreign (gpointer target)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autofree char *formats = gdk_content_formats_to_string (gdk_clipboard_get_formats (clipboard));

  return !gdk_clipboard_is_local (clipboard) && strstr (formats, target) != NULL;
}

/* Another program copies @text, in one form only. */
void
real_events_offer (const char *target,
                   const char *text,
                   gssize      length)
{
  const char *const words[] = { "xclip", "-quiet", "-selection", "clipboard", "-target", target, NULL };
  g_autoptr (GError) error = NULL;
  GOutputStream *pipe = NULL;

  real_events_take_back ();
  holder = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  pipe = g_subprocess_get_stdin_pipe (holder);
  g_output_stream_write_all (pipe, text, length < 0 ? strlen (text) : (gsize) length, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (pipe, NULL, NULL);
  picture_wait (is_foreign, (gpointer) (g_str_equal (target, "UTF8_STRING") ? "text/plain" : target));
}

static gboolean
is_empty (gpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autofree char *formats = gdk_content_formats_to_string (gdk_clipboard_get_formats (clipboard));

  return *formats == '\0' || gdk_clipboard_is_local (clipboard);
}

/* That program ends, and its clipboard with it. */
void
real_events_take_back (void)
{
  if (holder == NULL)
    return;
  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, NULL);
  g_clear_object (&holder);
  picture_wait (is_empty, NULL);
}
