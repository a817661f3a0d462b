/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-new.h"
#include "mattra-people-page.h"
#include "mattra-store.h"
#include "pictures-fixture.h"
#include "seek.h"

/* The screens with which a year is followed, over the sample and over a register that was just made. With a register as
 * argument, over that one: `test-display-pictures-year FILE`. */

#define OFFICE "องค์การบริหารส่วนตำบลหินตั้ง"
#define YEAR 2569

static const char *given_path;

typedef struct
{
  const char *name;
  GtkWidget *(*show) (PicturesFixture *self);
  void (*hide) (PicturesFixture *self, GtkWidget *window);
} Screen;

static MattraSession *
get_session (PicturesFixture *self)
{
  return mattra_window_get_session (self->window);
}

/* What is asked is answered, and what is answered is shown; a picture waits for its frames. */
static void
finish (PicturesFixture *self)
{
  for (guint i = 0; i < 3; i++)
    {
      mattra_session_wait (get_session (self));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* Without waiting as pictures_act() does. */
static gboolean
act (PicturesFixture *self,
     const char      *action)
{
  GActionGroup *groups[] = { G_ACTION_GROUP (self->window), G_ACTION_GROUP (self->application) };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_action_group_has_action (groups[i], action))
      {
        g_action_group_activate_action (groups[i], action, NULL);
        finish (self);
        return TRUE;
      }
  return FALSE;
}

static void
choose_view (PicturesFixture *self,
             const char      *view)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
  finish (self);
}

static GtkWidget *
show_overview (PicturesFixture *self)
{
  choose_view (self, MATTRA_VIEW_OVERVIEW);
  return GTK_WIDGET (self->window);
}

static GtkWidget *
show_timeline (PicturesFixture *self)
{
  choose_view (self, MATTRA_VIEW_TIMELINE);
  return GTK_WIDGET (self->window);
}

static void
hide_view (PicturesFixture *self,
           GtkWidget       *window)
{
  choose_view (self, MATTRA_VIEW_TABLE);
}

static GtkWidget *
show_form (PicturesFixture *self)
{
  act (self, "form");
  finish (self);
  return GTK_WIDGET (self->window);
}

/* What has been answered, proved and said of a measure stands at the end of its form. */
static GtkWidget *
show_form_end (PicturesFixture *self)
{
  GtkWidget *form = NULL;
  g_autoptr (GPtrArray) all = NULL;

  act (self, "form");
  finish (self);
  form = mattra_register_side_get_panel (mattra_register_page_get_side (mattra_window_get_page (self->window)),
                                         MATTRA_SIDE_FORM);
  all = seek_all (form, GTK_TYPE_SCROLLED_WINDOW, NULL);
  for (guint i = 0; i < all->len; i++)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (g_ptr_array_index (all, i)), G_MAXINT);
  return GTK_WIDGET (self->window);
}

static void
hide_form (PicturesFixture *self,
           GtkWidget       *window)
{
  act (self, "form");
}

static GtkWidget *
show_answer (PicturesFixture *self)
{
  g_assert_true (act (self, "answer"));
  finish (self);
  return GTK_WIDGET (self->window);
}

static GtkWidget *
show_assessment (PicturesFixture *self,
                 const char      *name)
{
  GtkWidget *people = NULL;

  g_assert_true (act (self, "assessment"));
  people = pictures_find (GTK_WIDGET (self->window), MATTRA_TYPE_PEOPLE_PAGE);
  g_assert_nonnull (people);
  gtk_stack_set_visible_child_name (GTK_STACK (pictures_find (people, GTK_TYPE_STACK)), name);
  finish (self);
  return GTK_WIDGET (self->window);
}

static GtkWidget *
show_scores (PicturesFixture *self)
{
  return show_assessment (self, "indicators");
}

static GtkWidget *
show_topics (PicturesFixture *self)
{
  return show_assessment (self, "topics");
}

static GtkWidget *
show_publications (PicturesFixture *self)
{
  return show_assessment (self, "publications");
}

static GtkWidget *
show_collecting (PicturesFixture *self)
{
  return show_assessment (self, "collecting");
}

static GtkWidget *
show_requests (PicturesFixture *self)
{
  return show_assessment (self, "requests");
}

static void
hide_people (PicturesFixture *self,
             GtkWidget       *window)
{
  mattra_window_show_people (self->window, FALSE);
}

static GtkWidget *
show_dialog (PicturesFixture *self,
             const char      *action)
{
  g_assert_true (act (self, action));
  return GTK_WIDGET (pictures_find_dialog (self));
}

static GtkWidget *
show_next_year (PicturesFixture *self)
{
  return show_dialog (self, "next-year");
}

static GtkWidget *
show_library (PicturesFixture *self)
{
  return show_dialog (self, "library");
}

static GtkWidget *
show_years (PicturesFixture *self)
{
  return show_dialog (self, "compare-years");
}

static GtkWidget *
show_meeting (PicturesFixture *self)
{
  return show_dialog (self, "meeting");
}

static GtkWidget *
show_minutes (PicturesFixture *self)
{
  GtkWidget *window = show_dialog (self, "meeting");
  GtkWidget *switch_on = seek (window, GTK_TYPE_TOGGLE_BUTTON, NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (switch_on), TRUE);
  finish (self);
  return window;
}

static GtkWidget *
show_whoami (PicturesFixture *self)
{
  return show_dialog (self, "whoami");
}

static GtkWidget *
show_preferences (PicturesFixture *self)
{
  return show_dialog (self, "preferences");
}

static GtkWidget *
show_shortcuts (PicturesFixture *self)
{
  GtkWidget *window = show_dialog (self, "shortcuts");

  g_object_set (window, "section-name", "window", NULL);
  return window;
}

static void
hide_dialog (PicturesFixture *self,
             GtkWidget       *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static const Screen screens[] = {
  { "overview", show_overview, hide_view },
  { "timeline", show_timeline, hide_view },
  { "form", show_form, hide_form },
  { "form-end", show_form_end, hide_form },
  { "answer", show_answer, hide_people },
  { "scores", show_scores, hide_people },
  { "topics", show_topics, hide_people },
  { "publications", show_publications, hide_people },
  { "collecting", show_collecting, hide_people },
  { "requests", show_requests, hide_people },
  { "next-year", show_next_year, hide_dialog },
  { "library", show_library, hide_dialog },
  { "years", show_years, hide_dialog },
  { "meeting", show_meeting, hide_dialog },
  { "minutes", show_minutes, hide_dialog },
  { "whoami", show_whoami, hide_dialog },
  { "reminders", show_preferences, hide_dialog },
  { "shortcuts", show_shortcuts, hide_dialog },
};

/* Without a window manager only a window that is not mapped leaves the whole screen. */
static void
leave_fullscreen (GtkWindow *window)
{
  if (!gtk_window_is_fullscreen (window))
    return;
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_unfullscreen (window);
  gtk_window_present (window);
  picture_settle ();
}

static void
take_screen (PicturesFixture *self,
             const Screen    *screen,
             const char      *given,
             PicturesSize     size)
{
  g_autofree char *name = g_strjoin ("-", given, screen->name, NULL);
  GtkWidget *window = screen->show (self);

  g_assert_nonnull (window);
  if (window != GTK_WIDGET (self->window) && size == PICTURES_NARROW && gtk_window_get_resizable (GTK_WINDOW (window)))
    {
      leave_fullscreen (GTK_WINDOW (window));
      pictures_resize (self, GTK_WINDOW (window), size);
    }
  pictures_take_one (self, window, name, size);
  screen->hide (self, window);
}

static void
take_all (PicturesFixture *self,
          const char      *given,
          PicturesSize     size,
          gboolean         dark)
{
  pictures_resize (self, GTK_WINDOW (self->window), size);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    take_screen (self, &screens[i], given, size);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_thai (PicturesFixture *self)
{
  pictures_open_sample (self, FALSE);
  take_all (self, "year", PICTURES_WIDE, FALSE);
  take_all (self, "year", PICTURES_NARROW, TRUE);
}

static void
test_english (PicturesFixture *self)
{
  pictures_open_sample (self, FALSE);
  take_all (self, "year", PICTURES_WIDE, TRUE);
}

static void
test_empty (PicturesFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "ใหม่.mattra", NULL);
  g_autoptr (MattraPlan) plan = mattra_new_plan (OFFICE, YEAR);
  g_autoptr (GError) error = NULL;

  mattra_store_create (path, plan, &error);
  g_assert_no_error (error);
  pictures_open (self, path, FALSE);
  take_all (self, "empty", PICTURES_WIDE, FALSE);
}

static void
test_given (PicturesFixture *self)
{
  pictures_open (self, given_path, FALSE);
  take_all (self, "given", PICTURES_WIDE, FALSE);
  take_all (self, "given", PICTURES_NARROW, TRUE);
}

int
main (int    argc,
      char **argv)
{
  static const PicturesTest tests[] = {
    { "year", test_thai, "th" },
    { "year", test_english, "en" },
    { "year-empty", test_empty, "th" },
  };
  static const PicturesTest given[] = { { "given", test_given, NULL } };

  if (argc == 2 && g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      given_path = argv[1];
      argc = 1;
      return pictures_run (&argc, &argv, given, G_N_ELEMENTS (given));
    }
  return pictures_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
