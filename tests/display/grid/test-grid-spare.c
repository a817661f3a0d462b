/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-fixture.h"
#include "mattra-grid-hands.h"
#include "picture.h"

static gboolean
write_label (GtkWidget     *label,
             GdkFrameClock *clock,
             gpointer       data)
{
  gtk_label_set_label (GTK_LABEL (label), data);
  return G_SOURCE_REMOVE;
}

/* A jump to where more rows fit into the view, in a frame in which something beside the grid is laid out again
 * and what is around the grid keeps its place: everything keeps a layout, or GTK would warn, which ends the test. */
static void
test_jump_beside_change (void)
{
  static const char *const texts[] = { "other words", "x" };
  g_autoptr (GridFixture) f = grid_fixture_new (400, 900, 700);
  g_autoptr (GtkWidget) scroller = g_object_ref (gtk_window_get_child (GTK_WINDOW (f->window)));
  GtkWidget *pane = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *side = gtk_label_new ("x");

  for (guint i = 50; i < 400; i++)
    {
      g_autoptr (GridFixtureRow) row = g_list_model_get_item (G_LIST_MODEL (f->rows), i);

      for (int column = 1; column < GRID_FIXTURE_COLUMNS; column++)
        grid_fixture_row_set (row, column, "x");
    }
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  gtk_box_append (GTK_BOX (box), side);
  gtk_box_append (GTK_BOX (box), pane);
  gtk_widget_set_vexpand (pane, TRUE);
  gtk_paned_set_start_child (GTK_PANED (pane), scroller);
  gtk_paned_set_end_child (GTK_PANED (pane), gtk_label_new ("x"));
  grid_fixture_frame (f);
  for (int i = 0; i < 6; i++)
    {
      guint n_before = f->grid->rows->len;

      mattra_grid_set_cursor (f->grid, i % 2 == 0 ? 300 : 0, NULL);
      gtk_widget_add_tick_callback (side, write_label, (gpointer) texts[i % 2], NULL);
      grid_fixture_frame (f);
      g_assert_true ((f->grid->rows->len > n_before) == (i % 2 == 0));
      grid_fixture_frame (f);
    }
}

/* Whatever has the grid alone laid out, that layout makes no widgets and takes none apart. */
static guint
count_rows (GridFixture *f)
{
  return f->grid->rows->len + f->grid->spare_rows->len;
}

static void
test_makes_rows_before (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (400, 900, 700);

  for (guint i = 0; i < 60; i++)
    {
      guint stocked = 0;

      if (i % 2 == 0)
        mattra_grid_set_cursor (f->grid, i * 7919 % 400, NULL);
      else
        gtk_adjustment_set_value (f->vertical, gtk_adjustment_get_value (f->vertical)
                                                 + g_test_rand_int_range (-600, 600));
      stocked = count_rows (f);
      grid_fixture_frame (f);
      g_assert_cmpuint (count_rows (f), ==, stocked);
    }
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/spare/jump-beside-change", test_jump_beside_change);
  g_test_add_func ("/grid/spare/makes-rows-before", test_makes_rows_before);
  return g_test_run ();
}
