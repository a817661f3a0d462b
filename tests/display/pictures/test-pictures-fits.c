/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "mattra-bar.h"
#include "mattra-drafts.h"
#include "mattra-find-bar.h"
#include "pictures-fixture.h"
#include "seek.h"

/* With text of twice the size each part of the program asks for no more than a window of 640 pixels has. */

#define WIDTH 640
#define HEIGHT 720
#define TEXT 2.0

/* A tool of the window, an action that shows and hides it, or a window that an action opens. */
typedef struct
{
  const char *name;
  const char *action;
  void (*show) (PicturesFixture *self);
} Part;

static void
show_hits (PicturesFixture *self)
{
  GtkWidget *bar = NULL;

  pictures_act (self, "replace");
  bar = seek (GTK_WIDGET (self->window), MATTRA_TYPE_FIND_BAR, NULL);
  gtk_editable_set_text (GTK_EDITABLE (seek (bar, GTK_TYPE_SEARCH_ENTRY, NULL)), "จัดทำ");
  gtk_editable_set_text (GTK_EDITABLE (seek (bar, GTK_TYPE_ENTRY, NULL)), "จัดให้มี");
  picture_settle ();
  mattra_session_wait (mattra_window_get_session (self->window));
  pictures_act (self, "find-next");
}

static gboolean
is_ready (gpointer bar)
{
  return mattra_find_bar_is_ready (bar);
}

static gboolean
is_asked (gpointer data)
{
  return pictures_find_dialog (data) != NULL;
}

static void
show_replace (PicturesFixture *self)
{
  GtkWidget *bar = NULL;

  show_hits (self);
  bar = seek (GTK_WIDGET (self->window), MATTRA_TYPE_FIND_BAR, NULL);
  picture_wait (is_ready, bar);
  seek_click (bar, g_dgettext (GETTEXT_PACKAGE, "Replace _All…"));
  picture_wait (is_asked, self);
}

static void
show_search (PicturesFixture *self)
{
  MattraTablePage *table = mattra_register_page_get_table (mattra_window_get_page (self->window));

  mattra_table_page_set_search_shown (table, TRUE);
  mattra_table_page_set_search (table, "รายงาน");
}

static void
show_nothing (PicturesFixture *self)
{
  MattraTablePage *table = mattra_register_page_get_table (mattra_window_get_page (self->window));

  mattra_table_page_set_search (table, "ไม่มีคำนี้");
}

static int
get_minimum (GtkWidget *widget)
{
  int width = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* The widest part on the way down to what asks for all of it, for the log. */
static void
tell (GtkWidget *widget)
{
  int width = get_minimum (widget);

  g_test_message ("%s %s: %d px", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_css_name (widget), width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && get_minimum (child) > WIDTH)
      tell (child);
}

static gboolean
check (PicturesFixture *self,
       GtkWindow       *window,
       const char      *name)
{
  g_autofree char *picture = g_strdup_printf ("%s-fits-%s", self->language, name);
  int width = 0;
  int tries = 0;

  /* It folds after a frame, on its way there, and only then can become as narrow. */
  do
    {
      gtk_window_set_default_size (window, WIDTH + 100, HEIGHT);
      picture_settle ();
      gtk_window_set_default_size (window, WIDTH, HEIGHT);
      picture_settle ();
      width = get_minimum (GTK_WIDGET (window));
    }
  while (width > WIDTH && ++tries < 10);
  g_test_message ("%s: %d px", name, width);
  if (width > WIDTH)
    {
      tell (GTK_WIDGET (window));
      picture_save (GTK_WIDGET (window), picture);
    }
  return width <= WIDTH;
}

static gboolean
check_part (PicturesFixture *self,
            const Part      *part)
{
  GtkWindow *dialog = NULL;
  gboolean fits = FALSE;

  if (part->action != NULL && !pictures_act (self, part->action))
    g_error ("There is no action “%s”", part->action);
  if (part->show != NULL)
    part->show (self);
  mattra_session_wait (mattra_window_get_session (self->window));
  picture_settle ();
  dialog = pictures_find_dialog (self);
  fits = check (self, dialog ? dialog : GTK_WINDOW (self->window), part->name);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
  else if (part->action != NULL && part->show == NULL)
    pictures_act (self, part->action);
  picture_settle ();
  return fits;
}

static void
run (PicturesFixture *self,
     const Part      *parts,
     guint            n_parts)
{
  gboolean fit = TRUE;

  picture_set_text (TEXT);
  pictures_open_sample (self, FALSE);
  for (guint i = 0; i < n_parts; i++)
    fit = check_part (self, &parts[i]) && fit;
  picture_set_text (1.0);
  g_assert_true (fit);
}

static void
test_start (PicturesFixture *self)
{
  gboolean fits = FALSE;

  picture_set_text (TEXT);
  fits = check (self, GTK_WINDOW (self->window), "start");
  picture_set_text (1.0);
  g_assert_true (fits);
}

static void
test_window (PicturesFixture *self)
{
  static const Part parts[] = {
    { "table", NULL, NULL },          { "form", "form", NULL },          { "checks", "checks", NULL },
    { "find", NULL, show_hits },      { "replace", NULL, show_replace }, { "search", NULL, show_search },
    { "nothing", NULL, show_nothing },
  };

  run (self, parts, G_N_ELEMENTS (parts));
}

static void
test_people (PicturesFixture *self)
{
  static const Part parts[] = { { "people", "people", NULL } };

  run (self, parts, G_N_ELEMENTS (parts));
}

static void
test_dialogs (PicturesFixture *self)
{
  static const Part parts[] = {
    { "new-register", "new-register", NULL }, { "import", "import", NULL }, { "preferences", "preferences", NULL },
    { "print", "print", NULL },               { "export", "export", NULL }, { "help", "help", NULL },
    { "seal", "seal", NULL },                 { "versions", "versions", NULL }, { "sign", "sign", NULL },
    { "signatures", "signatures", NULL },
  };

  run (self, parts, G_N_ELEMENTS (parts));
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
lose_screen (PicturesFixture *self)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (self->path);
  g_autoptr (MattraTyped) typed = NULL;
  MattraTablePage *table = NULL;

  pictures_open_sample (self, FALSE);
  table = mattra_register_page_get_table (mattra_window_get_page (self->window));
  typed = mattra_typed_new (mattra_table_page_get_measure (table), "results", MATTRA_ROUND_FULL_YEAR, NULL, FALSE,
                            "มีทะเบียนคุมทรัพย์สินครบทุกกอง และรายงานผลต่อปลัดแล้ว");
  gtk_window_close (GTK_WINDOW (self->window));
  picture_settle ();
  mattra_drafts_keep (drafts, typed);
  mattra_drafts_flush (drafts);
  g_clear_object (&drafts);
  self->window = mattra_window_new (self->application);
  gtk_window_present (GTK_WINDOW (self->window));
  pictures_open_sample (self, FALSE);
  picture_wait (offers_draft, self);
}

static void
test_bars (PicturesFixture *self)
{
  MattraRegisterPage *page = NULL;
  gboolean fit = FALSE;

  picture_set_text (TEXT);
  lose_screen (self);
  page = mattra_window_get_page (self->window);
  fit = check (self, GTK_WINDOW (self->window), "draft");
  mattra_bar_set_text (mattra_register_page_get_copy_bar (page),
                       "The 12 months have no results yet; the first 6 months have those of 120 measures.");
  fit = check (self, GTK_WINDOW (self->window), "copy") && fit;
  picture_set_text (1.0);
  g_assert_true (fit);
}

int
main (int    argc,
      char **argv)
{
  static const PicturesTest tests[] = {
    { "fits-start", test_start, NULL },
    { "fits-window", test_window, NULL },
    { "fits-people", test_people, NULL },
    { "fits-dialogs", test_dialogs, NULL },
    { "fits-bars", test_bars, NULL },
  };

  return pictures_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
