/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-desk.h"

#include <locale.h>
#include <stdio.h>

#include "mattra-grid-row.h"
#include "mattra-start-up.h"

/* Who does less than this in a while is still. */
#define WHILE_MS 200
#define STILL_CPU_MS 3
#define STILL_WHILES 2

static gboolean
is_loaded (BigDesk *self)
{
  GtkWidget *grid = GTK_WIDGET (big_desk_grid (self));

  for (GtkWidget *row = gtk_widget_get_first_child (grid); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MATTRA_IS_GRID_ROW (row) && gtk_widget_get_child_visible (row)
        && mattra_measure_list_peek (big_desk_list (self), mattra_grid_row_get_index (MATTRA_GRID_ROW (row))) == NULL)
      return FALSE;
  return TRUE;
}

/* What is loaded when a frame is painted was so before the frame was laid out. */
static void
note_frame (GdkFrameClock *clock,
            BigDesk       *self)
{
  if (self->state != BIG_DESK_ANSWERED || !is_loaded (self))
    return;
  self->cost = loop_clock_read ();
  self->state = BIG_DESK_SHOWN;
}

/* A search that changes nothing draws no frame. */
static void
note_answer (BigDesk *self)
{
  if (self->state == BIG_DESK_SHOWN || mattra_measure_list_get_pending (big_desk_list (self)))
    return;
  self->cost = loop_clock_read ();
  self->state = BIG_DESK_ANSWERED;
}

/* Forgets what was shown: the next answer of the list and the frame that shows it are waited for. */
void
big_desk_begin (BigDesk *self)
{
  self->state = BIG_DESK_BEGUN;
  self->cost = (Cost) { 0 };
  loop_clock_begin ();
}

static gboolean
end_while (gpointer passed)
{
  *(gboolean *) passed = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_asking (BigDesk *self)
{
  MattraRegisterPage *page = mattra_window_get_page (self->window);

  gboolean busy = FALSE;

  if (page == NULL)
    return TRUE;
  g_object_get (mattra_window_get_session (self->window), "busy", &busy, NULL);
  return busy || mattra_measure_list_get_pending (big_desk_list (self));
}

/* Lets everything happen that a user would see happen, and what goes on behind it; returns what it had cost when
 * all was still. */
Cost
big_desk_still (BigDesk *self)
{
  guint whiles = 0;
  Cost cost = { 0 };

  while (whiles < STILL_WHILES)
    {
      Cost before = loop_clock_read ();
      gboolean passed = FALSE;

      g_timeout_add (WHILE_MS, end_while, &passed);
      while (!passed)
        g_main_context_iteration (NULL, TRUE);
      if (whiles == 0)
        cost = before;
      whiles = loop_clock_read ().whole - before.whole < STILL_CPU_MS && !is_asking (self) ? whiles + 1 : 0;
    }
  return cost;
}

/* In a process of its own, so that its memory is not this one's. */
static void
make_register (const char *program,
               const char *path,
               guint       n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  char *words[] = { (char *) program, (char *) "--make", (char *) path, count, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
}

/* As the program itself starts; a cursor that blinks would be taken for work. */
void
big_desk_init (BigDesk *self,
               char    *program,
               guint    n)
{
  g_autoptr (GError) error = NULL;

  self->n = n;
  self->folder = g_dir_make_tmp ("mattra-bench-XXXXXX", &error);
  if (self->folder == NULL)
    g_error ("%s", error->message);
  self->path = g_build_filename (self->folder, "office.mattra", NULL);
  make_register (program, self->path, n);
  mattra_start_up ();
  self->application = mattra_application_new ();
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  loop_clock_start ();
}

/* To the first frames, and until all is still. */
void
big_desk_open (BigDesk *self)
{
  self->window = mattra_window_new (self->application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (note_frame),
                    self);
  mattra_window_open (self->window, self->path, FALSE);
  while (mattra_window_get_page (self->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (big_desk_list (self), "notify::pending", G_CALLBACK (note_answer), self);
}

/* Takes what is searched for to be the question, not only what the list asks. */
void
big_desk_follow_search (BigDesk *self)
{
  GtkWidget *entry = gtk_window_get_focus (GTK_WINDOW (self->window));

  while (entry != NULL && !GTK_IS_SEARCH_ENTRY (entry))
    entry = gtk_widget_get_parent (entry);
  if (entry == NULL)
    g_error ("The search has no focus");
  g_signal_connect_data (entry, "search-changed", G_CALLBACK (note_answer), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
big_desk_clear (BigDesk *self)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", self->folder);

  g_signal_handlers_disconnect_by_data (big_desk_list (self), self);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->application);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->path);
}

MattraTablePage *
big_desk_table (BigDesk *self)
{
  return mattra_register_page_get_table (mattra_window_get_page (self->window));
}

MattraMeasureList *
big_desk_list (BigDesk *self)
{
  return mattra_table_page_get_list (big_desk_table (self));
}

MattraGrid *
big_desk_grid (BigDesk *self)
{
  return mattra_table_page_get_grid (big_desk_table (self));
}

/* Resident memory of this process in MB. */
double
big_desk_memory (void)
{
  g_autofree char *text = NULL;
  gint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*s %" G_GINT64_FORMAT, &pages);
  return (double) pages * 4096 / (1024 * 1024);
}
