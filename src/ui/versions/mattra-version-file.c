/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-version-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-error.h"
#include "mattra-register-name.h"
#include "mattra-seal.h"
#include "mattra-settings.h"
#include "mattra-show-file.h"

/* What was written to be looked at is taken away after so many seconds, when the next is. */
#define SHOWN_SECONDS (24 * 60 * 60)

typedef struct
{
  char *sha256;
  char *path;
} Put;

static void
put_free (gpointer data)
{
  Put *put = data;

  g_free (put->sha256);
  g_free (put->path);
  g_free (put);
}

static gboolean
run_put (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  const Put *put = data;

  return mattra_seal_write_kept (store, put->sha256, put->path, error);
}

/**
 * mattra_version_file_put_async:
 * @session: a session
 * @sha256: a file that is kept in the register
 * @path: where it is written to, replaced only when the new one is whole
 * @callback: called when it is written
 * @user_data: data for @callback
 *
 * Writes a kept file byte by byte as it is.
 */
void
mattra_version_file_put_async (MattraSession       *session,
                               const char          *sha256,
                               const char          *path,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = NULL;
  Put *put = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && sha256 != NULL && path != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, mattra_version_file_put_async);
  put = g_new0 (Put, 1);
  put->sha256 = g_strdup (sha256);
  put->path = g_strdup (path);
  mattra_session_query_async (session, run_put, put, put_free, mattra_session_end_task, task);
}

/**
 * mattra_version_file_put_finish:
 * @result: what the callback was given
 * @error: why it was not written
 *
 * Returns: whether it is on the disk
 */
gboolean
mattra_version_file_put_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mattra_version_file_put_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Writing for the user */

typedef struct
{
  GtkWindow *parent;
  MattraSession *session;
  char *sha256;
  GFile *file;
  gboolean show;
} Wish;

static Wish *
wish_new (GtkWindow     *parent,
          MattraSession *session,
          const char    *sha256)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->parent = g_object_ref (parent);
  wish->session = g_object_ref (session);
  wish->sha256 = g_strdup (sha256);
  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->parent);
  g_object_unref (wish->session);
  g_free (wish->sha256);
  g_clear_object (&wish->file);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
remember_folder (GFile *file)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri)
    g_settings_set_string (settings, "report-folder", uri);
}

/* The window may be closed by now; then nobody wants to know. */
static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = mattra_version_file_put_finish (result, &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (wish->parent)))
    return;
  if (!done)
    mattra_tell (wish->parent, _("The File Was Not Written"), error->message);
  else if (wish->show)
    mattra_show_file (wish->parent, wish->file);
  else
    remember_folder (wish->file);
}

static void
place_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (file == NULL || !gtk_widget_get_mapped (GTK_WIDGET (wish->parent)))
    return;
  if (path == NULL)
    {
      mattra_tell (wish->parent, _("The File Was Not Written"),
                   _("This place can only be reached through another program; choose a folder of this computer"));
      return;
    }
  wish->file = g_steal_pointer (&file);
  mattra_version_file_put_async (wish->session, wish->sha256, path, written, g_steal_pointer (&wish));
}

/**
 * mattra_version_file_save:
 * @parent: the window that asks
 * @session: a session
 * @sha256: a file that is kept in the register
 * @name: what it is to be called
 *
 * Asks where to, and writes the file there.
 */
void
mattra_version_file_save (GtkWindow     *parent,
                          MattraSession *session,
                          const char    *sha256,
                          const char    *name)
{
  const char *suffix = NULL;
  const char *patterns[] = { "*.pdf", NULL };
  g_autoptr (GSettings) settings = mattra_settings_new ();
  g_autofree char *uri = g_settings_get_string (settings, "report-folder");
  g_autofree char *own = mattra_register_name_own_folder ();
  g_autoptr (GFile) folder = *uri ? g_file_new_for_uri (uri) : g_file_new_for_path (own);
  MattraFileWish wish = { .title = _("Save the File"), .accept = _("_Save"), .save = TRUE, .filter = _("PDF Documents"),
                          .patterns = patterns, .name = name, .folder = folder };

  g_return_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session) && sha256 != NULL && name != NULL);

  suffix = strrchr (name, '.');
  if (g_strcmp0 (suffix, ".jpg") == 0)
    {
      patterns[0] = "*.jpg";
      wish.filter = _("JPEG Pictures");
    }
  mattra_choose_file_async (parent, &wish, NULL, place_chosen, wish_new (parent, session, sha256));
}

/* What was looked at a day ago is not needed any more. */
static void
tidy (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf state;

      if (g_lstat (path, &state) == 0 && S_ISREG (state.st_mode) && now - state.st_mtime > SHOWN_SECONDS)
        g_unlink (path);
    }
}

/**
 * mattra_version_file_own_path:
 * @name: name of a file
 *
 * Returns: (transfer full) (nullable): a place of the program's own for a file that another program is to show;
 *   %NULL where there is none
 */
char *
mattra_version_file_own_path (const char *name)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folder = g_build_filename (g_get_user_cache_dir (), "mattra", "shown", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return NULL;
  tidy (folder);
  return g_build_filename (folder, name, NULL);
}

/**
 * mattra_version_file_open:
 * @parent: the window that asks
 * @session: a session
 * @sha256: a file that is kept in the register
 * @name: what it is called
 *
 * Shows a copy of the file with the program that the user has for it.
 */
void
mattra_version_file_open (GtkWindow     *parent,
                          MattraSession *session,
                          const char    *sha256,
                          const char    *name)
{
  g_autofree char *path = NULL;
  Wish *wish = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session) && sha256 != NULL && name != NULL);

  path = mattra_version_file_own_path (name);
  if (path == NULL)
    {
      mattra_tell (parent, _("The File Was Not Written"), g_strerror (errno));
      return;
    }
  wish = wish_new (parent, session, sha256);
  wish->file = g_file_new_for_path (path);
  wish->show = TRUE;
  mattra_version_file_put_async (session, sha256, path, written, wish);
}
