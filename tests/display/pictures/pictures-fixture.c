/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pictures-fixture.h"

#include "own-folder.h"
#include "seek.h"

#define DAY_OF_PICTURES "2026-09-15"
#define WIDTH_FOLDED 720
#define THAI_DIGITS "Thai ๐๑๒๓"

/* A test: the program, of which there is one on a bus, and the language of its pictures. */
typedef struct
{
  MattraApplication *application;
  const char *language;
  const PicturesTest *test;
} Given;

static const struct
{
  const char *name;
  int width;
  int height;
} sizes[PICTURES_N_SIZES] = {
  [PICTURES_WIDE] = { "", 1366, 768 },
  [PICTURES_NARROW] = { "-narrow", 640, 720 },
};

static gboolean
has_session (gpointer data)
{
  return mattra_window_get_session (data) != NULL;
}

static void
set_up (PicturesFixture *self,
        gconstpointer    data)
{
  const Given *given = data;

  picture_set_language (given->language);
  self->folder = own_folder_new ();
  self->path = own_folder_copy_sample (self->folder, "ดอนตะวัน-2569.mattra");
  self->application = given->application;
  self->language = given->language;
  self->window = mattra_window_new (given->application);
  gtk_window_present (GTK_WINDOW (self->window));
  pictures_resize (self, GTK_WINDOW (self->window), PICTURES_WIDE);
}

static void
run (PicturesFixture *self,
     gconstpointer    data)
{
  ((const Given *) data)->test->run (self);
}

static void
tear_down (PicturesFixture *self,
           gconstpointer    data)
{
  gtk_window_close (GTK_WINDOW (self->window));
  picture_settle ();
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Opens a register in the window, and makes it the day of the pictures. */
void
pictures_open (PicturesFixture *self,
               const char      *path,
               gboolean         read_only)
{
  MattraDate day = MATTRA_DATE_NONE;
  MattraSession *session = NULL;

  mattra_window_open (self->window, path, read_only);
  picture_wait (has_session, self->window);
  session = mattra_window_get_session (self->window);
  mattra_date_parse_iso (DAY_OF_PICTURES, &day);
  mattra_clock_set_fixed (mattra_session_get_clock (session), day);
  mattra_session_wait (session);
  picture_settle ();
}

/* The sample. */
void
pictures_open_sample (PicturesFixture *self,
                      gboolean         read_only)
{
  pictures_open (self, self->path, read_only);
}

void
pictures_show_division (PicturesFixture *self,
                        guint            place)
{
  MattraSession *session = mattra_window_get_session (self->window);
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));

  mattra_session_set_division (session, mattra_division_list_get (divisions, place)->id);
  mattra_session_wait (session);
  picture_settle ();
}

/* What has folded may not ask for more than the small screen has. */
static void
assert_fits (GtkWindow *window)
{
  int width = 0;
  int height = 0;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, sizes[PICTURES_NARROW].width, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, sizes[PICTURES_NARROW].width);
  g_assert_cmpint (height, <=, sizes[PICTURES_NARROW].height);
}

void
pictures_resize (PicturesFixture *self,
                 GtkWindow       *window,
                 PicturesSize     size)
{
  int tries = 0;

  /* A window folds at a width above the smallest, after a frame: on its way there, as under a hand. */
  do
    {
      gtk_window_set_default_size (window, MAX (sizes[size].width, WIDTH_FOLDED), sizes[size].height);
      picture_settle ();
      gtk_window_set_default_size (window, sizes[size].width, sizes[size].height);
      picture_settle ();
    }
  while (gtk_widget_get_width (GTK_WIDGET (window)) > sizes[size].width && ++tries < 5);
  if (size == PICTURES_NARROW)
    assert_fits (window);
}

static gboolean
has_character (const char *text,
               gunichar    first,
               gunichar    last)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) >= first && g_utf8_get_char (text) <= last)
      return TRUE;
  return FALSE;
}

/* The program's own English has no Thai digits; what is quoted from the register may, and the choice of digits shows
 * them. */
static void
assert_words (GtkWidget *below)
{
  const char *text = GTK_IS_LABEL (below) ? gtk_label_get_text (GTK_LABEL (below)) : "";

  if (has_character (text, 'a', 'z') && has_character (text, 0x0E50, 0x0E59)
      && !has_character (text, 0x0E01, 0x0E4F) && !g_str_equal (text, THAI_DIGITS))
    g_error ("Thai digits in “%s”", text);
  for (GtkWidget *child = gtk_widget_get_first_child (below); child; child = gtk_widget_get_next_sibling (child))
    assert_words (child);
}

/* Saves LANGUAGE-SCREEN, light and dark. */
void
pictures_take (PicturesFixture *self,
               GtkWidget       *window,
               const char      *screen,
               PicturesSize     size)
{
  g_autofree char *name = g_strconcat (self->language, "-", screen, sizes[size].name, NULL);

  picture_save_both (window, name);
  if (g_str_equal (self->language, "en"))
    assert_words (window);
}

/* Saves LANGUAGE-SCREEN as the window stands, light or dark. */
void
pictures_take_one (PicturesFixture *self,
                   GtkWidget       *window,
                   const char      *screen,
                   PicturesSize     size)
{
  const char *dark = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "-dark" : "";
  g_autofree char *name = g_strconcat (self->language, "-", screen, sizes[size].name, dark, NULL);

  picture_save (window, name);
  if (g_str_equal (self->language, "en"))
    assert_words (window);
}

/* Activates an action of the window or the program; returns %FALSE if there is none. */
gboolean
pictures_act (PicturesFixture *self,
              const char      *action)
{
  GActionGroup *groups[] = { G_ACTION_GROUP (self->window), G_ACTION_GROUP (self->application) };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_action_group_has_action (groups[i], action))
      {
        g_action_group_activate_action (groups[i], action, NULL);
        picture_settle ();
        return TRUE;
      }
  return FALSE;
}

/* The window that lies above the program's own. */
GtkWindow *
pictures_find_dialog (PicturesFixture *self)
{
  return seek_dialog (self->window);
}

/* The first widget of a type below another. */
GtkWidget *
pictures_find (GtkWidget *below,
               GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (below, type))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pictures_find (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static MattraApplication *
start_program (void)
{
  MattraApplication *application = mattra_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

/* Runs each test in its language or in both, as /pictures/LANGUAGE/NAME. */
int
pictures_run (int                 *argc,
              char              ***argv,
              const PicturesTest  *tests,
              guint                n_tests)
{
  static const char *const languages[] = { "th", "en" };
  g_autoptr (MattraApplication) application = NULL;
  g_autofree Given *given = g_new0 (Given, n_tests * G_N_ELEMENTS (languages));

  picture_init (argc, argv);
  application = start_program ();
  for (guint i = 0; i < n_tests * G_N_ELEMENTS (languages); i++)
    {
      const PicturesTest *test = &tests[i % n_tests];
      const char *language = languages[i / n_tests];
      g_autofree char *path = g_strdup_printf ("/pictures/%s/%s", language, test->name);

      if (test->language != NULL && !g_str_equal (test->language, language))
        continue;
      given[i] = (Given) { application, language, test };
      g_test_add (path, PicturesFixture, &given[i], set_up, run, tear_down);
    }
  return g_test_run ();
}
