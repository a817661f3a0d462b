/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Preloaded into a program with a window: prints what CPU time the whole process took, from exec on, until the first
 * frame was painted that shows a widget of the type in FIRST_FRAME_OF, and ends the process there. Nothing of this is
 * in the program itself, and its dynamic linking is counted. */

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

typedef int (*Run) (GApplication  *application,
                    int            argc,
                    char         **argv);

static guint n_frames;

static double
ms (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static gboolean
shows (GtkWidget  *widget,
       const char *type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (shows (child, type))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_view (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (shows (window, type))
        return TRUE;
    }
  return FALSE;
}

static gboolean
painted (GSignalInvocationHint *hint,
         guint                  n_values,
         const GValue          *values,
         gpointer               user_data)
{
  struct rusage usage;

  n_frames++;
  if (!is_in_view (g_getenv ("FIRST_FRAME_OF")))
    return TRUE;
  getrusage (RUSAGE_SELF, &usage);
  printf ("cpu %.1f ms user %.1f ms frames %u memory %.1f MB\n", ms (usage.ru_utime) + ms (usage.ru_stime),
          ms (usage.ru_utime), n_frames, (double) usage.ru_maxrss / 1024);
  fflush (stdout);
  _exit (0);
}

int
g_application_run (GApplication  *application,
                   int            argc,
                   char         **argv)
{
  Run run = (Run) dlsym (RTLD_NEXT, "g_application_run");

  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted, NULL, NULL);
  return run (application, argc, argv);
}
