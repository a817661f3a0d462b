/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "mattra-drafts.h"
#include "mattra-find-bar.h"
#include "mattra-form-cell.h"
#include "mattra-form-history.h"
#include "mattra-grid-hands.h"
#include "pictures-fixture.h"
#include "seek.h"

/* What comes up now and then: questions, menus of a place, a preview, and tools in large text. */

static void
take_sizes (PicturesFixture *self,
            const char      *screen)
{
  for (PicturesSize size = 0; size < PICTURES_N_SIZES; size++)
    {
      pictures_resize (self, GTK_WINDOW (self->window), size);
      pictures_take (self, GTK_WIDGET (self->window), screen, size);
    }
  pictures_resize (self, GTK_WINDOW (self->window), PICTURES_WIDE);
}

static gboolean
is_asked (gpointer data)
{
  return pictures_find_dialog (data) != NULL;
}

static gboolean
is_ready (gpointer data)
{
  return mattra_find_bar_is_ready (data);
}

/* Opens the bar with a search that finds. */
static GtkWidget *
seek_measures (PicturesFixture *self)
{
  GtkWidget *bar = NULL;

  g_assert_true (pictures_act (self, "replace"));
  bar = seek (GTK_WIDGET (self->window), MATTRA_TYPE_FIND_BAR, NULL);
  gtk_editable_set_text (GTK_EDITABLE (seek (bar, GTK_TYPE_SEARCH_ENTRY, NULL)), "จัดทำ");
  gtk_editable_set_text (GTK_EDITABLE (seek (bar, GTK_TYPE_ENTRY, NULL)), "จัดให้มี");
  picture_wait (is_ready, bar);
  mattra_session_wait (mattra_window_get_session (self->window));
  picture_settle ();
  return bar;
}

static void
test_replace (PicturesFixture *self)
{
  GtkWidget *bar = NULL;
  GtkWindow *preview = NULL;

  pictures_open_sample (self, FALSE);
  bar = seek_measures (self);
  pictures_act (self, "find-next");
  take_sizes (self, "find");
  seek_click (bar, g_dgettext (GETTEXT_PACKAGE, "Replace _All…"));
  picture_wait (is_asked, self);
  preview = pictures_find_dialog (self);
  mattra_session_wait (mattra_window_get_session (self->window));
  picture_settle ();
  pictures_take (self, GTK_WIDGET (preview), "replace-all", PICTURES_WIDE);
  gtk_window_destroy (preview);
}

static void
test_large_text (PicturesFixture *self)
{
  static const char *const tools[] = { "form", "checks" };

  pictures_open_sample (self, FALSE);
  picture_set_text (2.0);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *screen = g_strdup_printf ("200-%s", tools[i]);

      pictures_act (self, tools[i]);
      mattra_session_wait (mattra_window_get_session (self->window));
      take_sizes (self, screen);
      pictures_act (self, tools[i]);
    }
  seek_measures (self);
  pictures_take (self, GTK_WIDGET (self->window), "200-find", PICTURES_WIDE);
  picture_set_text (1.0);
}

/* Nothing lies below its end. */
static gboolean
is_whole (gpointer menu)
{
  int height = 0;

  gtk_widget_measure (menu, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return gtk_widget_get_height (menu) == height;
}

static void
test_row_menu (PicturesFixture *self)
{
  MattraGrid *grid = NULL;
  GtkWidget *menu = NULL;

  pictures_open_sample (self, FALSE);
  grid = mattra_table_page_get_grid (mattra_register_page_get_table (mattra_window_get_page (self->window)));
  mattra_grid_popup_menu (grid, NULL);
  picture_settle ();
  menu = pictures_find (GTK_WIDGET (grid), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  picture_wait (is_whole, menu);
  pictures_take (self, menu, "row-menu", PICTURES_WIDE);
  gtk_popover_popdown (GTK_POPOVER (menu));
  picture_settle ();
}

static void
test_history (PicturesFixture *self)
{
  GtkWidget *cell = NULL;
  GtkWidget *history = NULL;

  pictures_open_sample (self, FALSE);
  pictures_act (self, "form");
  cell = seek (GTK_WIDGET (self->window), MATTRA_TYPE_FORM_CELL, NULL);
  g_assert_true (gtk_widget_activate_action (cell, "form-cell.history", NULL));
  mattra_session_wait (mattra_window_get_session (self->window));
  picture_settle ();
  history = seek (GTK_WIDGET (self->window), MATTRA_TYPE_FORM_HISTORY, NULL);
  g_assert_nonnull (history);
  pictures_take (self, history, "history", PICTURES_WIDE);
  gtk_popover_popdown (GTK_POPOVER (history));
  picture_settle ();
  pictures_act (self, "form");
}

/* Another computer has the register open, on a shared folder. */
static void
test_opener (PicturesFixture *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *file = g_strdup_printf ("%s/.%s-01JZZZZZZZZZZZZZZZZZZZZZZZ.open", self->folder, name);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_set_string (keys, "open", "host", "กองคลัง-PC2");
  g_key_file_set_string (keys, "open", "user", "สมชาย");
  g_key_file_set_integer (keys, "open", "pid", 4321);
  g_key_file_set_string (keys, "open", "process", "x/4321");
  g_key_file_set_int64 (keys, "open", "since", 1795829400);
  g_assert_true (g_key_file_save_to_file (keys, file, &error));
  mattra_window_open (self->window, self->path, FALSE);
  picture_wait (is_asked, self);
  picture_settle ();
  pictures_take (self, GTK_WIDGET (pictures_find_dialog (self)), "opener", PICTURES_WIDE);
  gtk_window_close (pictures_find_dialog (self));
  picture_settle ();
}

static gboolean
offers_draft (gpointer data)
{
  PicturesFixture *self = data;

  return gtk_widget_get_mapped (
    GTK_WIDGET (mattra_register_page_get_draft_bar (mattra_window_get_page (self->window))));
}

/* The screen was lost while somebody typed. */
static void
test_draft (PicturesFixture *self)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (self->path);
  g_autoptr (MattraTyped) typed = NULL;
  const char *measure = NULL;

  pictures_open_sample (self, FALSE);
  measure = mattra_table_page_get_measure (mattra_register_page_get_table (mattra_window_get_page (self->window)));
  typed = mattra_typed_new (measure, "results", MATTRA_ROUND_FULL_YEAR, NULL, FALSE,
                            "มีทะเบียนคุมทรัพย์สินครบทุกกอง และรายงานผลต่อปลัดองค์การบริหารส่วนตำบลแล้วเมื่อวันที่ ๑๒ กันยายน");
  gtk_window_close (GTK_WINDOW (self->window));
  picture_settle ();
  mattra_drafts_keep (drafts, typed);
  mattra_drafts_flush (drafts);
  g_clear_object (&drafts);
  self->window = mattra_window_new (self->application);
  gtk_window_present (GTK_WINDOW (self->window));
  pictures_open_sample (self, FALSE);
  picture_wait (offers_draft, self);
  take_sizes (self, "draft");
}

int
main (int    argc,
      char **argv)
{
  static const PicturesTest tests[] = {
    { "replace", test_replace, NULL }, { "row-menu", test_row_menu, NULL },     { "history", test_history, NULL },
    { "opener", test_opener, NULL },   { "large-text", test_large_text, NULL }, { "draft", test_draft, NULL },
  };

  return pictures_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
