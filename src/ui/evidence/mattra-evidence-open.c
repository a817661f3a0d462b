/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-open.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-evidence-file.h"
#include "mattra-show-file.h"

/* Copies that were opened lie in a folder that nobody else may read, as long as the register is open. */
#define FOLDER_KEY "mattra-evidence-folder"

/* One level: each copy has a folder of its own in it, as two files may have one name. */
static void
remove_tree (const char *folder,
             guint       depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (depth > 0 && g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path, depth - 1);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
folder_free (gpointer folder)
{
  remove_tree (folder, 1);
  g_free (folder);
}

/**
 * mattra_evidence_open_folder:
 * @session: the session
 * @error: why there is none
 *
 * Makes a new folder for a copy that is to be opened. It goes with the session.
 *
 * Returns: (transfer full) (nullable): the folder
 */
char *
mattra_evidence_open_folder (MattraSession  *session,
                             GError        **error)
{
  const char *folder;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  folder = g_object_get_data (G_OBJECT (session), FOLDER_KEY);
  if (folder == NULL)
    {
      char *made = g_dir_make_tmp ("mattra-evidence-XXXXXX", error);

      if (made == NULL)
        return NULL;
      g_object_set_data_full (G_OBJECT (session), FOLDER_KEY, made, folder_free);
      folder = made;
    }
  pattern = g_build_filename (folder, "XXXXXX", NULL);
  if (g_mkdtemp (pattern) != NULL)
    return g_steal_pointer (&pattern);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: no folder can be made there; free space on the disk"), folder);
  return NULL;
}

typedef struct
{
  MattraEvidence *evidence;
  char *path;
  gboolean show;
  char *written;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_evidence_free (job->evidence);
  g_free (job->path);
  g_free (job->written);
  g_free (job);
}

/* A copy to look at is not to be written to: what is changed in it is not kept. */
static gboolean
extract (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;

  if (!mattra_evidence_extract (store, job->evidence, job->path, !job->show, &job->written, error))
    return FALSE;
  if (job->show)
    g_chmod (job->written, 0400);
  return TRUE;
}

/* Kept beside the job, which is the work's where it fails. */
typedef struct
{
  GtkWindow *parent;
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_weak_pointer (&asked->parent);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
extracted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Job *job;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      if (asked->parent != NULL)
        mattra_tell (asked->parent, _("The file was not written"), error->message);
      return;
    }
  job = data;
  if (job->show)
    {
      g_autoptr (GFile) file = g_file_new_for_path (job->written);

      mattra_show_file (asked->parent, file);
    }
  job_free (job);
}

static void
push (MattraSession        *session,
      GtkWindow            *parent,
      const MattraEvidence *evidence,
      const char           *path,
      gboolean              show)
{
  Job *job = g_new0 (Job, 1);
  Asked *asked = g_new0 (Asked, 1);

  job->evidence = mattra_evidence_copy (evidence);
  job->path = g_strdup (path);
  job->show = show;
  g_set_weak_pointer (&asked->parent, parent);
  mattra_session_query_async (session, extract, job, job_free, extracted, asked);
}

/**
 * mattra_evidence_open:
 * @session: the session
 * @parent: (nullable): the window that asks
 * @evidence: evidence
 *
 * Shows a link in the browser, and a copy of a file in the program that the user has for it. What is in the register is
 * not opened in place; what is changed in the copy is not kept.
 */
void
mattra_evidence_open (MattraSession        *session,
                      GtkWindow            *parent,
                      const MattraEvidence *evidence)
{
  g_autofree char *url = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && evidence != NULL);

  if (evidence->kind == MATTRA_EVIDENCE_LINK)
    {
      /* Looked at again: another program may have written the register. */
      if (mattra_evidence_check_link (evidence->url, &url, &error))
        gtk_show_uri (parent, url, GDK_CURRENT_TIME);
      else
        mattra_tell (parent, _("The link was not opened"), error->message);
      return;
    }
  folder = mattra_evidence_open_folder (session, &error);
  if (folder != NULL)
    push (session, parent, evidence, folder, TRUE);
  else
    mattra_tell (parent, _("The file was not opened"), error->message);
}

/* Saving a copy */

typedef struct
{
  MattraSession *session;
  MattraEvidence *evidence;
} Saving;

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    push (saving->session, GTK_IS_WINDOW (source) ? GTK_WINDOW (source) : NULL, saving->evidence, path, FALSE);
  g_object_unref (saving->session);
  mattra_evidence_free (saving->evidence);
  g_free (saving);
}

/**
 * mattra_evidence_save_as:
 * @session: the session
 * @parent: (nullable): the window that asks
 * @evidence: a file
 *
 * Asks where a copy of a file is to be written, and writes it there.
 */
void
mattra_evidence_save_as (MattraSession        *session,
                         GtkWindow            *parent,
                         const MattraEvidence *evidence)
{
  g_autofree char *name = NULL;
  MattraFileWish wish = { .title = _("Save a Copy"), .accept = _("_Save"), .save = TRUE };
  Saving *saving;

  g_return_if_fail (MATTRA_IS_SESSION (session) && evidence != NULL);

  name = mattra_evidence_clean_name (evidence->file_name, evidence->media_type);
  wish.name = name;
  saving = g_new0 (Saving, 1);
  saving->session = g_object_ref (session);
  saving->evidence = mattra_evidence_copy (evidence);
  mattra_choose_file_async (parent, &wish, NULL, chosen, saving);
}
