/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-drawing.h"

/* On a PC without a graphics processor, and on a display far away, GL is done by the processor: GTK would take
 * it nevertheless, and a frame would cost three to four times what it costs when Cairo draws it. */

static gboolean
has_render_node (const char *devices)
{
  g_autofree char *path = g_build_filename (devices, "dri", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder && (name = g_dir_read_name (folder)))
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

static gboolean
has_other_node (const char *devices)
{
  static const char *const names[] = { "nvidiactl", "dxg", "mali0", "kgsl-3d0" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (devices, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* A display of X is a host's, "host:10"; without one before the colon it is this PC's. */
static gboolean
is_display_far (void)
{
  const char *wayland = g_getenv ("WAYLAND_DISPLAY");
  const char *display = g_getenv ("DISPLAY");

  if ((wayland && *wayland) || !display || !*display)
    return FALSE;
  return *display != ':' && *display != '/' && !g_str_has_prefix (display, "unix:");
}

static gboolean
is_software_asked_for (void)
{
  const char *always = g_getenv ("LIBGL_ALWAYS_SOFTWARE");

  return always && (g_str_equal (always, "1") || g_ascii_strcasecmp (always, "true") == 0);
}

/**
 * mattra_drawing_is_software:
 * @devices: the folder of devices, "/dev"
 *
 * Returns: whether the processor itself would have to do what GL asks of a graphics processor
 */
gboolean
mattra_drawing_is_software (const char *devices)
{
  g_return_val_if_fail (devices != NULL, FALSE);

  return is_software_asked_for () || is_display_far () || !(has_render_node (devices) || has_other_node (devices));
}

/**
 * mattra_drawing_set_up:
 *
 * Has Cairo draw the window where GL would be slower, and leaves GL alone then, which costs time and memory
 * even when it is only looked for. What the user set counts more. To be called before GTK starts, while there
 * is one thread.
 */
void
mattra_drawing_set_up (void)
{
  if (g_getenv ("GSK_RENDERER") || !mattra_drawing_is_software ("/dev"))
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}
