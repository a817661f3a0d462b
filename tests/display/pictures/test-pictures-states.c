/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pictures-fixture.h"

/* The window in rarer states: menus, filters, nothing to show, read-only, and large text. */

static void
take_popover (PicturesFixture *self,
              GtkWidget       *button,
              const char      *screen)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  picture_settle ();
  pictures_take (self, GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), screen, PICTURES_WIDE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  picture_settle ();
}

static GtkWidget *
find_primary (PicturesFixture *self)
{
  GtkWidget *header = pictures_find (GTK_WIDGET (mattra_window_get_page (self->window)), ADW_TYPE_HEADER_BAR);

  return pictures_find (header, GTK_TYPE_MENU_BUTTON);
}

static void
test_menus (PicturesFixture *self)
{
  MattraTablePage *table = NULL;

  pictures_open_sample (self, FALSE);
  table = mattra_register_page_get_table (mattra_window_get_page (self->window));
  take_popover (self, find_primary (self), "menu");
  mattra_table_page_set_search_shown (table, TRUE);
  picture_settle ();
  take_popover (self, pictures_find (GTK_WIDGET (table), GTK_TYPE_MENU_BUTTON), "filter");
}

static void
take_list (PicturesFixture *self,
           MattraSmartList  list,
           const char      *screen)
{
  mattra_session_set_list (mattra_window_get_session (self->window), list);
  mattra_session_wait (mattra_window_get_session (self->window));
  picture_settle ();
  for (PicturesSize size = 0; size < PICTURES_N_SIZES; size++)
    {
      pictures_resize (self, GTK_WINDOW (self->window), size);
      pictures_take (self, GTK_WIDGET (self->window), screen, size);
    }
}

static void
test_empty (PicturesFixture *self)
{
  MattraTablePage *table = NULL;

  pictures_open_sample (self, FALSE);
  table = mattra_register_page_get_table (mattra_window_get_page (self->window));
  take_list (self, MATTRA_LIST_DUE_SOON, "empty-list");
  mattra_table_page_set_search_shown (table, TRUE);
  mattra_table_page_set_search (table, "ไม่มีคำนี้");
  take_list (self, MATTRA_LIST_ALL, "empty-search");
}

static void
test_read_only (PicturesFixture *self)
{
  pictures_open_sample (self, TRUE);
  take_list (self, MATTRA_LIST_ALL, "read-only");
}

static void
test_large_text (PicturesFixture *self)
{
  pictures_open_sample (self, FALSE);
  picture_set_text (2.0);
  take_list (self, MATTRA_LIST_ALL, "200");
  picture_set_text (1.0);
}

int
main (int    argc,
      char **argv)
{
  static const PicturesTest tests[] = {
    { "menus", test_menus, NULL },
    { "empty", test_empty, NULL },
    { "read-only", test_read_only, NULL },
    { "large-text", test_large_text, NULL },
  };

  return pictures_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
