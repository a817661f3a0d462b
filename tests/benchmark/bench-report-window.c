/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-report-window [N]: what the report beside the table costs over N measures: from an edit to the frame that shows its
 * page, work of the register's thread included, and how long the window cannot answer while the other pages are laid
 * out behind it, while one scrolls, zooms or types. The limits that the program sets itself are 100 ms of the whole
 * process at 12 measures and 300 ms at 12 000 to the page, and 50 ms for the longest gap. Nothing is asserted: times
 * belong to machines. */

#include <stdlib.h>

#include "big-desk.h"
#include "big-register.h"
#include "mattra-report-panel.h"

#define EDITS 15
#define STEP_MS 16
#define STEPS 120
#define WHEEL 120
#define ZOOM_EVERY 12
#define TYPE_EVERY 4
#define PAGE_WAIT_S 60

typedef enum
{
  PAGE_OLD,
  PAGE_LAID_OUT,
  PAGE_DRAWN,
  PAGE_SHOWN,
} PageState;

typedef struct
{
  BigDesk desk;
  GtkWidget *panel;
  PageState state;
  Cost cost;    /* up to the frame that shows the page */
  guint steps;
} Bench;

static GtkWidget *
find_panel (GtkWidget *widget)
{
  GtkWidget *found = MATTRA_IS_REPORT_PANEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_panel (child);
  return found;
}

static MattraPageView *
find_view (Bench *self)
{
  return mattra_report_panel_get_view (MATTRA_REPORT_PANEL (self->panel));
}

static MattraReportPages *
find_pages (Bench *self)
{
  return mattra_page_view_get_pages (find_view (self));
}

/* The page in view goes through these in turn: other pages are there, its picture is there, a frame shows it. */

static void
note_laid_out (Bench *self)
{
  if (self->state == PAGE_OLD)
    self->state = PAGE_LAID_OUT;
}

static void
note_drawn (Bench *self)
{
  if (self->state == PAGE_LAID_OUT)
    self->state = PAGE_DRAWN;
}

static void
note_frame (Bench *self)
{
  if (self->state != PAGE_DRAWN)
    return;
  self->cost = loop_clock_read ();
  self->state = PAGE_SHOWN;
}

static void
begin (Bench *self)
{
  self->state = PAGE_OLD;
  self->cost = (Cost) { 0 };
  big_desk_begin (&self->desk);
}

static gboolean
give_up (gpointer what)
{
  g_error ("%s was never shown", (const char *) what);
  return G_SOURCE_REMOVE;
}

static void
wait_for_page (Bench      *self,
               const char *what)
{
  guint timeout = g_timeout_add_seconds (PAGE_WAIT_S, give_up, (gpointer) what);

  while (self->state != PAGE_SHOWN)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
wait_for_all (Bench *self)
{
  while (!mattra_report_pages_is_done (find_pages (self)))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_report (Bench *self)
{
  GtkWidget *window = GTK_WIDGET (self->desk.window);
  Cost cost;

  begin (self);
  gtk_widget_activate_action (window, "win.report", NULL);
  self->panel = find_panel (window);
  g_signal_connect_swapped (find_pages (self), "changed", G_CALLBACK (note_laid_out), self);
  g_signal_connect_swapped (find_pages (self), "drawn", G_CALLBACK (note_drawn), self);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (note_frame), self);
  wait_for_page (self, "the first page");
  loop_clock_tell_one ("opening the report, to its first page", self->cost);
  wait_for_all (self);
  cost = big_desk_still (&self->desk);
  loop_clock_tell_one ("all its pages", cost);
}

static MattraGridColumn *
results (Bench *self)
{
  return mattra_grid_find_column (big_desk_grid (&self->desk), "results");
}

/* Every other text takes a line more, so that what follows moves. */
static void
edit (Bench *self,
      guint  row,
      guint  n)
{
  g_autofree char *text = g_strdup_printf ("มีทะเบียนคุมครบทุกกอง ครั้งที่ %u%s", n, n % 2 ? "\nและรายงานผู้บริหารแล้ว" : "");

  mattra_grid_edit (big_desk_grid (&self->desk), row, results (self), text);
  mattra_grid_commit_edit (big_desk_grid (&self->desk));
}

static void
measure_edits (Bench      *self,
               const char *what,
               guint       first_row,
               guint       page)
{
  g_autoptr (GArray) shown = loop_clock_costs_new ();
  g_autoptr (GArray) still = loop_clock_costs_new ();
  g_autofree char *whole = g_strconcat (what, ", until all is still", NULL);

  mattra_grid_set_cursor (big_desk_grid (&self->desk), first_row, results (self));
  mattra_page_view_show_page (find_view (self), page);
  big_desk_still (&self->desk);
  for (guint i = 0; i < EDITS; i++)
    {
      Cost cost;

      begin (self);
      edit (self, first_row + i % 3, i);
      wait_for_page (self, what);
      g_array_append_val (shown, self->cost);
      wait_for_all (self);
      cost = big_desk_still (&self->desk);
      g_array_append_val (still, cost);
    }
  loop_clock_tell (what, shown);
  loop_clock_tell (whole, still);
}

/* What a hand does meanwhile, a step a frame. */
typedef void (*Step) (Bench *self);

static void
step_nothing (Bench *self)
{
}

static void
step_scroll (Bench *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (self)));
  double delta = self->steps / (STEPS / 2) % 2 ? -WHEEL : WHEEL;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta);
}

static void
step_jump (Bench *self)
{
  guint n = mattra_report_pages_get_n_pages (find_pages (self));

  if (n > 0 && self->steps % TYPE_EVERY == 0)
    mattra_page_view_show_page (find_view (self), (guint) g_random_int_range (0, (gint32) n));
}

static void
step_zoom (Bench *self)
{
  if (self->steps % ZOOM_EVERY == 0)
    mattra_page_view_zoom (find_view (self), self->steps / ZOOM_EVERY % 2 ? -1 : 1);
}

static void
step_type (Bench *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->desk.window));

  if (self->steps % TYPE_EVERY == 0 && focus != NULL && (GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus)))
    g_signal_emit_by_name (focus, "insert-at-cursor", "ก");
}

static gboolean
end_step (gpointer passed)
{
  *(gboolean *) passed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
measure_hand (Bench      *self,
              const char *what,
              Step        step)
{
  g_autofree char *behind = g_strdup_printf ("%s, pages laid out behind", what);

  for (guint i = 0; i < 2; i++)
    {
      begin (self);
      if (i == 1)
        g_signal_emit_by_name (mattra_window_get_session (self->desk.window), "plan-changed");
      for (self->steps = 0; self->steps < STEPS; self->steps++)
        {
          gboolean passed = FALSE;

          g_timeout_add (STEP_MS, end_step, &passed);
          step (self);
          while (!passed)
            g_main_context_iteration (NULL, TRUE);
        }
      loop_clock_tell_one (i == 0 ? what : behind, loop_clock_read ());
      wait_for_all (self);
      big_desk_still (&self->desk);
    }
}

static void
bench (Bench *self)
{
  guint n_pages;

  open_report (self);
  n_pages = mattra_report_pages_get_n_pages (find_pages (self));
  g_print ("  %u pages, %.0f MB\n", n_pages, big_desk_memory ());
  loop_clock_tell_head ();
  measure_edits (self, "edit to its page, first measures", 0, 1);
  measure_edits (self, "edit to its page, in the middle", self->desk.n / 2, n_pages / 2);
  measure_edits (self, "edit to its page, last measures", self->desk.n - 3, n_pages - 2);
  g_print ("  %-46s %14s %14s %14s %14s\n", "ms", "main CPU", "process CPU", "wall", "longest gap");
  mattra_page_view_show_page (find_view (self), 1);
  big_desk_still (&self->desk);
  measure_hand (self, "2 s of nothing", step_nothing);
  measure_hand (self, "2 s of scrolling", step_scroll);
  measure_hand (self, "2 s of jumping to pages", step_jump);
  measure_hand (self, "2 s of zooming", step_zoom);
  mattra_grid_edit (big_desk_grid (&self->desk), 0, results (self), "");
  measure_hand (self, "2 s of typing in a cell", step_type);
  mattra_grid_commit_edit (big_desk_grid (&self->desk));
  big_desk_still (&self->desk);
  g_print ("  %.0f MB in the end\n", big_desk_memory ());
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };

  if (argc == 4 && g_str_equal (argv[1], "--make"))
    {
      big_register_make (argv[2], (guint) atoi (argv[3]));
      return 0;
    }
  big_desk_init (&self.desk, argv[0], argc > 1 ? (guint) atoi (argv[1]) : 12000);
  big_desk_open (&self.desk);
  big_desk_still (&self.desk);
  g_print ("%u measures, %.0f MB before the report\n", self.desk.n, big_desk_memory ());
  g_print ("  %-46s %14s %14s %14s %14s\n", "ms", "main CPU", "process CPU", "wall", "longest gap");
  bench (&self);
  g_signal_handlers_disconnect_by_data (find_pages (&self), &self);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (self.desk.window)), &self);
  big_desk_clear (&self.desk);
  return 0;
}
