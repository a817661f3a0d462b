/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sample.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-data.h"
#include "mattra-error.h"
#include "mattra-error-detail.h"

#define SAMPLE "dontawan-2569.mattra"

/* As registers are named, in whatever language the window speaks: there is one copy. */
#define COPY "ตัวอย่าง อบต.ดอนตะวัน 2569.mattra"

/* Whoever tried something in the sample finds it again: a copy that is there is never replaced. */
static gboolean
copy_to (const char  *target,
         GError     **error)
{
  g_autofree char *source_path = NULL;
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) copy = g_file_new_for_path (target);
  g_autoptr (GError) failure = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  source_path = mattra_data_find ("samples/" SAMPLE, error);
  if (source_path == NULL)
    return FALSE;
  source = g_file_new_for_path (source_path);
  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_copy (source, copy, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &failure))
    {
      /* Installed files may be read-only. */
      g_chmod (target, 0600);
      return TRUE;
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _("The sample could not be copied to “%s”. Look whether the disk is full or write-protected."), target);
  mattra_error_set_detail (error, failure ? failure->message : g_strerror (errno));
  return FALSE;
}

static void
copy (GTask        *task,
      gpointer      source_object,
      gpointer      task_data,
      GCancellable *cancellable)
{
  g_autofree char *target = g_build_filename (g_get_user_data_dir (), "mattra", "samples", COPY, NULL);
  GError *error = NULL;

  if (copy_to (target, &error))
    g_task_return_pointer (task, g_steal_pointer (&target), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * mattra_sample_copy_async:
 * @cancellable: (nullable): forgets the copy
 * @callback: called when it is there
 * @user_data: data for @callback
 *
 * Makes the user a copy of the sample register, in the folder of the user's data. The one that was
 * installed is never opened; a copy that is there already stays as it was left.
 */
void
mattra_sample_copy_async (GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_name (task, "mattra-sample-copy");
  g_task_run_in_thread (task, copy);
}

/**
 * mattra_sample_copy_finish:
 * @result: result of the asynchronous call
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): path of the copy
 */
char *
mattra_sample_copy_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
