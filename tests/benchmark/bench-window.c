/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-window [N [ACT]]: what large acts cost in the program's window over N measures, on the main thread and in the
 * whole process, and how long the window then cannot answer. The reference is a cell that is typed. Nothing is
 * asserted: times belong to machines. */

#include <stdlib.h>

#include "big-desk.h"
#include "big-register.h"
#include "mattra-find-job.h"

#define PASTED_ROWS 2000

typedef void (*Act) (BigDesk *self);

/* Part of the name of the only act that is wanted; NULL for all. */
static const char *wanted;

static void
measure (BigDesk    *self,
         const char *what,
         Act         act)
{
  Cost cost;

  if (wanted != NULL && self->window != NULL && strstr (what, wanted) == NULL)
    return;
  big_desk_begin (self);
  act (self);
  cost = big_desk_still (self);
  loop_clock_tell_one (what, cost);
  g_print ("  %-46s %14.0f MB\n", "", big_desk_memory ());
}

static void
activate (BigDesk    *self,
          const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (big_desk_grid (self)), action, NULL))
    g_error ("%s is not there", action);
}

static MattraGridColumn *
column (BigDesk    *self,
        const char *field)
{
  return mattra_grid_find_column (big_desk_grid (self), field);
}

static void
type_cell (BigDesk *self)
{
  mattra_grid_edit (big_desk_grid (self), 3, column (self, "results"), "มีทะเบียนคุมครบทุกกอง");
  mattra_grid_commit_edit (big_desk_grid (self));
}

static void
find_all (BigDesk *self)
{
  MattraFindJob job = { .find = (char *) "การ" };

  mattra_find_job_search_async (mattra_window_get_session (self->window), &job, NULL, NULL);
}

static void
replace_all (BigDesk *self)
{
  MattraFindJob job = { .find = (char *) "การ", .replacement = (char *) "งาน" };

  mattra_find_job_replace_async (mattra_window_get_session (self->window), &job, NULL, NULL);
}

static void
undo (BigDesk *self)
{
  mattra_session_undo (mattra_window_get_session (self->window));
}

static void
clear_column (BigDesk *self)
{
  mattra_grid_set_cursor (big_desk_grid (self), 0, column (self, "steps"));
  activate (self, "grid.select-columns");
  activate (self, "grid.clear");
}

static void
clear_answers (BigDesk *self)
{
  mattra_grid_set_cursor (big_desk_grid (self), 0, column (self, "results"));
  activate (self, "grid.select-columns");
  activate (self, "grid.clear");
}

static void
copy_all (BigDesk *self)
{
  activate (self, "grid.select-all");
  activate (self, "grid.copy");
}

static void
paste (BigDesk *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= PASTED_ROWS; i++)
    g_string_append_printf (text, "มาตรการที่วาง %u\tวิธีที่วาง %u\tกองคลัง\tต.ค. ๖๘ - ม.ค. ๖๙\tอยู่ระหว่างดำเนินการ\n", i, i);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), text->str);
  mattra_grid_set_cursor (big_desk_grid (self), 0, column (self, "title"));
  activate (self, "grid.paste");
}

static void
sort (BigDesk *self)
{
  mattra_measure_list_set_sort (big_desk_list (self), "title", FALSE);
}

static void
to_end (BigDesk *self)
{
  mattra_grid_set_cursor (big_desk_grid (self), self->n - 1, column (self, "title"));
}

static void
bench (BigDesk *self)
{
  measure (self, "opening, until all is still", big_desk_open);
  measure (self, "reference: one cell typed", type_cell);
  measure (self, "its undo", undo);
  measure (self, "to the last row", to_end);
  measure (self, "sorting by title", sort);
  measure (self, "finding a text everywhere", find_all);
  measure (self, "replacing it everywhere", replace_all);
  measure (self, "its undo", undo);
  measure (self, "pasting 2 000 rows of 5 columns", paste);
  measure (self, "its undo", undo);
  measure (self, "clearing a column, steps", clear_column);
  measure (self, "its undo", undo);
  measure (self, "clearing a column, results", clear_answers);
  measure (self, "its undo", undo);
  measure (self, "copying everything", copy_all);
}

int
main (int    argc,
      char **argv)
{
  BigDesk desk = { 0 };

  if (argc == 4 && g_str_equal (argv[1], "--make"))
    {
      big_register_make (argv[2], (guint) atoi (argv[3]));
      return 0;
    }
  wanted = argc > 2 ? argv[2] : NULL;
  big_desk_init (&desk, argv[0], argc > 1 ? (guint) atoi (argv[1]) : 12000);
  g_print ("%u measures, %.0f MB before the window\n", desk.n, big_desk_memory ());
  g_print ("  %-46s %14s %14s %14s %14s\n", "ms", "main CPU", "process CPU", "wall", "longest gap");
  bench (&desk);
  big_desk_clear (&desk);
  return 0;
}
