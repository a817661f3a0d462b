/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-timeline [N]: CPU milliseconds of the whole process until the bars of N measures stand in the window, p50 and
 * p95 of a frame while the timeline scrolls 120 px a frame, and of a jump to a far place; at each zoom. The frames are
 * those of bench-grid and of the shared benches' columnview.c, so that the figures stand beside one another. Nothing is
 * asserted: times belong to machines. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "big-register.h"
#include "mattra-settings.h"
#include "mattra-timeline-page.h"

#define SCROLL_FRAMES 200
#define JUMPS 30
#define STEP_PX 120

typedef struct
{
  GtkWidget *timeline;
  GtkAdjustment *position;
  GMainLoop *loop;
  double frame_start;
  int frame;
  GArray *scroll_ms;
  GArray *jump_ms;
} Bench;

static double
cpu_ms (void)
{
  struct rusage use;

  getrusage (RUSAGE_SELF, &use);
  return (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1e3 + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e3;
}

static int
by_value (gconstpointer a,
          gconstpointer b)
{
  double x = *(const double *) a, z = *(const double *) b;

  return (x > z) - (x < z);
}

static double
quantile (GArray *values,
          double  q)
{
  g_array_sort (values, by_value);
  return g_array_index (values, double, (guint) (q * (values->len - 1)));
}

static void
before_paint (GdkFrameClock *clock,
              Bench         *self)
{
  double upper = gtk_adjustment_get_upper (self->position);

  self->frame_start = cpu_ms ();
  if (self->frame < SCROLL_FRAMES)
    gtk_adjustment_set_value (self->position, gtk_adjustment_get_value (self->position) + STEP_PX);
  else
    gtk_adjustment_set_value (self->position, upper * ((self->frame * 7919) % 1000) / 1000.);
}

static void
after_paint (GdkFrameClock *clock,
             Bench         *self)
{
  double cost = cpu_ms () - self->frame_start;

  g_array_append_val (self->frame < SCROLL_FRAMES ? self->scroll_ms : self->jump_ms, cost);
  if (++self->frame < SCROLL_FRAMES + JUMPS)
    gtk_widget_queue_draw (self->timeline);
  else
    g_main_loop_quit (self->loop);
}

static void
scroll (GtkWidget  *window,
        GtkWidget  *timeline,
        const char *zoom)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Bench self = { .timeline = timeline, .position = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (timeline)) };

  self.loop = g_main_loop_new (NULL, FALSE);
  self.scroll_ms = g_array_new (FALSE, FALSE, sizeof (double));
  self.jump_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_adjustment_set_value (self.position, 0);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), &self);
  gtk_widget_queue_draw (timeline);
  g_main_loop_run (self.loop);
  g_signal_handlers_disconnect_by_data (clock, &self);
  g_print ("%s: scroll p50 %.1f p95 %.1f ms, jump p50 %.1f p95 %.1f ms\n", zoom, quantile (self.scroll_ms, .5),
           quantile (self.scroll_ms, .95), quantile (self.jump_ms, .5), quantile (self.jump_ms, .95));
  g_array_unref (self.scroll_ms);
  g_array_unref (self.jump_ms);
  g_main_loop_unref (self.loop);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static MattraSession *
open_register (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MattraSession *session;

  mattra_session_open_async (path, FALSE, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  session = mattra_session_open_finish (result, &error);
  if (session == NULL)
    g_error ("%s", error->message);
  return session;
}

static GtkWidget *
show (GtkWidget *page)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
bench (const char *path)
{
  static const char *const zooms[MATTRA_N_TIME_ZOOMS] = { "year", "quarter", "month" };
  MattraSession *session = open_register (path);
  g_autoptr (GSettings) settings = mattra_settings_new ();
  double from = cpu_ms ();
  GtkWidget *page = mattra_timeline_page_new (session, settings);
  MattraTimeline *timeline = mattra_timeline_page_get_timeline (MATTRA_TIMELINE_PAGE (page));
  GtkWidget *window = show (page);
  guint n_measures, n_unread;

  while (mattra_timeline_get_pending (timeline))
    g_main_context_iteration (NULL, TRUE);
  mattra_session_wait (session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  mattra_timeline_count (timeline, &n_measures, &n_unread);
  g_print ("%u measures, %u without days: %.0f ms until they are there, the index included\n", n_measures, n_unread,
           cpu_ms () - from);
  for (int zoom = 0; zoom < MATTRA_N_TIME_ZOOMS; zoom++)
    {
      mattra_timeline_set_zoom (timeline, zoom);
      scroll (window, GTK_WIDGET (timeline), zooms[zoom]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  mattra_session_close (session);
  g_object_unref (session);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("mattra-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "big.mattra", NULL);

  adw_init ();
  big_register_make (path, argc > 1 ? (guint) atoi (argv[1]) : 2000);
  bench (path);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
