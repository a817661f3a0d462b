/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-next.h"

#include "mattra-application.h"
#include "mattra-library-dialog.h"
#include "mattra-meeting-window.h"
#include "mattra-next-year-dialog.h"
#include "mattra-years-window.h"

/* Returns: (transfer none) (nullable): the window's own of a type. */
static GtkWindow *
find_window (MattraWindow *window,
             GType         type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (other, type) && gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return other;
    }
  return NULL;
}

/* What is typed belongs to the register before another window reads it. */
static gboolean
is_ready (MattraWindow *window,
          GType         type)
{
  GtkWindow *present = find_window (window, type);

  if (present != NULL)
    gtk_window_present (present);
  else
    mattra_register_page_commit (mattra_window_get_page (window));
  return present == NULL;
}

static void
started (MattraWindow *window,
         int           year,
         const char   *path)
{
  if (mattra_window_get_session (window) == NULL)
    return;
  if (path == NULL)
    mattra_session_set_year (mattra_window_get_session (window), year);
  else
    mattra_application_open_register (MATTRA_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), path);
}

/**
 * mattra_window_next_year:
 * @window: a window in which a register is open
 *
 * Has the user start the next fiscal year.
 */
void
mattra_window_next_year (MattraWindow *window)
{
  MattraNextYearDialog *dialog = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  if (!is_ready (window, MATTRA_TYPE_NEXT_YEAR_DIALOG))
    return;
  dialog = mattra_next_year_dialog_present (GTK_WINDOW (window), mattra_window_get_session (window));
  g_signal_connect_object (dialog, "started", G_CALLBACK (started), window, G_CONNECT_SWAPPED);
}

/**
 * mattra_window_next_go_to:
 * @window: a window in which a register is open
 * @measure: ULID of a measure
 * @field: a column's id
 *
 * Leads to a cell of the table, which may be hidden by the page of people.
 */
void
mattra_window_next_go_to (MattraWindow *window,
                          const char   *measure,
                          const char   *field)
{
  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window) && measure != NULL);

  mattra_window_show_people (window, FALSE);
  mattra_table_page_go_to (mattra_register_page_get_table (mattra_window_get_page (window)), measure, field);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * mattra_window_compare_years:
 * @window: a window in which a register is open
 *
 * Shows what is new, changed and dropped in the shown year.
 */
void
mattra_window_compare_years (MattraWindow *window)
{
  MattraYearsWindow *years = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  if (!is_ready (window, MATTRA_TYPE_YEARS_WINDOW))
    return;
  years = mattra_years_window_present (GTK_WINDOW (window), mattra_window_get_session (window));
  g_signal_connect_object (years, "go-to", G_CALLBACK (mattra_window_next_go_to), window, G_CONNECT_SWAPPED);
}

/**
 * mattra_window_library:
 * @window: a window in which a register is open
 *
 * Has the user choose measures to start from.
 */
void
mattra_window_library (MattraWindow *window)
{
  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  if (is_ready (window, MATTRA_TYPE_LIBRARY_DIALOG))
    mattra_library_dialog_present (GTK_WINDOW (window), mattra_window_get_session (window));
}

/**
 * mattra_window_meeting:
 * @window: a window in which a register is open
 *
 * Shows the measures to a meeting, beginning with the one that one stands on.
 */
void
mattra_window_meeting (MattraWindow *window)
{
  MattraTablePage *table = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  if (!is_ready (window, MATTRA_TYPE_MEETING_WINDOW))
    return;
  table = mattra_register_page_get_table (mattra_window_get_page (window));
  mattra_meeting_window_present (GTK_WINDOW (window), mattra_window_get_session (window),
                                 mattra_table_page_get_measure (table));
}

/**
 * mattra_window_next_close:
 * @window: a window whose register is closed
 *
 * Closes what belongs to that register.
 */
void
mattra_window_next_close (MattraWindow *window)
{
  const GType types[] = { MATTRA_TYPE_NEXT_YEAR_DIALOG, MATTRA_TYPE_YEARS_WINDOW, MATTRA_TYPE_LIBRARY_DIALOG,
                          MATTRA_TYPE_MEETING_WINDOW };

  g_return_if_fail (MATTRA_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWindow *other = NULL;

      while ((other = find_window (window, types[i])))
        gtk_window_destroy (other);
    }
}
