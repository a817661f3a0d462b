/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-fixture.h"
#include "picture.h"

static gboolean
is_closed (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0;
}

/* The fixture's table in a window of its own, until that is closed: for those who look from outside. */
int
main (int    argc,
      char **argv)
{
  GridFixture *f = NULL;

  picture_init (&argc, &argv);
  f = grid_fixture_new (300, 1200, 600);
  mattra_grid_set_n_frozen (f->grid, 2);
  mattra_grid_set_read_only (f->grid, TRUE);
  gtk_window_set_title (GTK_WINDOW (f->window), "Table");
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  for (; !is_closed (NULL);)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
