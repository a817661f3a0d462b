/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-desk.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mattra-cell.h"
#include "own-folder.h"
#include "picture.h"
#include "seek.h"

static MattraApplication *program;
static char *own_path;

/* Each process is a program of its own: windows of others on the same bus are none of it. */
void
desk_init (int    *argc,
           char ***argv)
{
  g_autoptr (GError) error = NULL;

  own_path = (*argv)[0];
  picture_init (argc, argv);
  picture_set_language ("en");
  program = mattra_application_new ();
  g_application_set_flags (G_APPLICATION (program), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (program), NULL, &error);
  g_assert_no_error (error);
}

MattraApplication *
desk_get_program (void)
{
  return program;
}

/* A register of its own, in a folder of its own. */
void
desk_copy_sample (Desk *self)
{
  self->folder = own_folder_new ();
  self->path = own_folder_copy_sample (self->folder, "ทะเบียน ๒๕๖๙.mattra");
}

static void
forget_window (Desk *self)
{
  self->window = NULL;
}

void
desk_new_window (Desk *self)
{
  self->window = mattra_window_new (program);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (forget_window), self);
}

void
desk_set_up (Desk          *self,
             gconstpointer  data)
{
  self->application = program;
  desk_copy_sample (self);
  desk_new_window (self);
}

static gboolean
is_closed (gpointer data)
{
  return ((Desk *) data)->window == NULL;
}

void
desk_close (Desk *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  picture_wait (is_closed, self);
}

void
desk_remove (Desk *self)
{
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
desk_tear_down (Desk          *self,
                gconstpointer  data)
{
  if (self->window)
    desk_close (self);
  picture_settle ();
  desk_remove (self);
}

/* Runs each test with a window and a register of its own, as PATH/NAME. */
int
desk_run (const char     *path,
          const DeskTest *tests,
          guint           n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    {
      g_autofree char *whole = g_strconcat (path, "/", tests[i].name, NULL);

      g_test_add (whole, Desk, NULL, desk_set_up, tests[i].run, desk_tear_down);
    }
  return g_test_run ();
}

static gboolean
has_session (gpointer data)
{
  return mattra_window_get_session (data) != NULL;
}

/* Lets what was begun be written, and what it says arrive. */
void
desk_wait (Desk *self)
{
  mattra_session_wait (desk_session (self));
  picture_settle ();
}

void
desk_open (Desk     *self,
           gboolean  read_only)
{
  mattra_window_open (self->window, self->path, read_only);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_wait (has_session, self->window);
  desk_wait (self);
}

MattraSession *
desk_session (Desk *self)
{
  return mattra_window_get_session (self->window);
}

MattraTablePage *
desk_table (Desk *self)
{
  return mattra_register_page_get_table (mattra_window_get_page (self->window));
}

MattraGrid *
desk_grid (Desk *self)
{
  return mattra_table_page_get_grid (desk_table (self));
}

char *
desk_dup_id (Desk  *self,
             guint  row)
{
  return g_strdup (mattra_measure_list_get_id (mattra_table_page_get_list (desk_table (self)), row));
}

/* What stands in a cell as the register's other door would read it. */
char *
desk_dup_text (Desk       *self,
               guint       row,
               const char *field)
{
  g_autoptr (MattraMeasureRow) item = NULL;
  MattraMeasure *measure = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self))), row);
  measure = mattra_measure_row_get_measure (item);
  g_assert_nonnull (measure);
  return mattra_cell_dup_text (mattra_session_get_plan (desk_session (self)), measure, field,
                               mattra_session_get_round (desk_session (self)),
                               mattra_session_get_division (desk_session (self)));
}

/* Leaves the editor open with the text in it. */
void
desk_type (Desk       *self,
           guint       row,
           const char *field,
           const char *text)
{
  g_assert_true (mattra_grid_edit (desk_grid (self), row, mattra_grid_find_column (desk_grid (self), field),
                                   text));
}

GtkWindow *
desk_find_dialog (Desk *self)
{
  return seek_dialog (self->window);
}

void
desk_act (Desk       *self,
          const char *action)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
  picture_settle ();
}

/* What others write */

/* Names the first measure anew, through a connection of its own. */
void
desk_write_elsewhere (Desk        *self,
                      MattraStore *store,
                      const char  *title)
{
  g_autofree char *id = desk_dup_id (self, 0);
  g_autoptr (GError) error = NULL;

  mattra_store_set_measure_field (store, id, "title", title, &error);
  g_assert_no_error (error);
}

typedef struct
{
  Desk *desk;
  const char *title;
} Awaited;

static gboolean
is_named (gpointer data)
{
  Awaited *awaited = data;
  g_autofree char *text = desk_dup_text (awaited->desk, 0, "title");

  return g_str_equal (text, awaited->title);
}

/* Until the window calls the first measure so. */
void
desk_wait_for_title (Desk       *self,
                     const char *title)
{
  Awaited awaited = { self, title };

  picture_wait (is_named, &awaited);
}

/* The bar that offers what was typed */

MattraBar *
desk_bar (Desk *self)
{
  return mattra_register_page_get_draft_bar (mattra_window_get_page (self->window));
}

/* What it offers; empty for nothing. */
const char *
desk_words (Desk *self)
{
  GtkWidget *label = seek (GTK_WIDGET (desk_bar (self)), GTK_TYPE_LABEL, NULL);

  return gtk_widget_get_mapped (GTK_WIDGET (desk_bar (self))) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

gboolean
desk_offers (gpointer data)
{
  return *desk_words (data) != '\0';
}

gboolean
desk_offers_nothing (gpointer data)
{
  return *desk_words (data) == '\0';
}

static char *
draft_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "mattra", "drafts", NULL);
}

/* Whether the text is in a file of drafts. */
gboolean
desk_is_on_disk (const char *text)
{
  g_autofree char *folder = draft_folder ();
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (files && (name = g_dir_read_name (files)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;

      if (g_str_has_suffix (name, ".draft") && g_file_get_contents (path, &content, NULL, NULL)
          && strstr (content, text))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const char *text;
  gboolean there;
} OnDisk;

static gboolean
is_as_awaited (gpointer data)
{
  const OnDisk *awaited = data;

  return desk_is_on_disk (awaited->text) == awaited->there;
}

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Files tell nobody that they change: one looks often. */
void
desk_wait_on_disk (const char *text,
                   gboolean    there)
{
  OnDisk awaited = { text, there };
  guint ticks = g_timeout_add (20, tick, NULL);

  picture_wait (is_as_awaited, &awaited);
  g_source_remove (ticks);
}

static gboolean
pass (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
has_passed (gpointer data)
{
  return *(gboolean *) data;
}

void
desk_let_pass (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, pass, &passed);
  picture_wait (has_passed, &passed);
}

/* This program once more, which does as the option says; it tells of it by a mark. */

GPid
desk_start_other (Desk       *self,
                   const char *option,
                   const char *display)
{
  char *arguments[] = { own_path, (char *) option, self->path, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int output = -1;
  char told = '\0';
  GPid pid = 0;

  if (display)
    environment = g_environ_setenv (environment, "DISPLAY", display, TRUE);
  g_spawn_async_with_pipes (NULL, arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                            &output, NULL, &error);
  g_assert_no_error (error);
  while (read (output, &told, 1) == 1 && told != '!')
    ;
  g_assert_cmpint (told, ==, '!');
  close (output);
  return pid;
}

/* In the other program: tells that it has come so far, and lives on until somebody ends it. */
void
desk_stand_still (void)
{
  if (write (STDOUT_FILENO, "!", 1) != 1)
    exit (1);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full): the name of the screen. */
char *
desk_start_screen (DeskScreen *self)
{
  const char *arguments[] = { "Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", NULL };
  g_autoptr (GError) error = NULL;
  char number[16] = "";

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL,
                            G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                            NULL, &self->server, NULL, &self->output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (self->output, number, sizeof number - 1), >, 0);
  return g_strdup_printf (":%s", g_strstrip (number));
}

/* Takes the screen away from a program that runs there, which ends. */
void
desk_lose_screen (DeskScreen *self,
                  GPid        other)
{
  kill (self->server, SIGKILL);
  waitpid (self->server, NULL, 0);
  waitpid (other, NULL, 0);
  close (self->output);
}
