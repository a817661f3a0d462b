/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-thumbnail.h"

#include "mattra-picture-within.h"

/* Those that were made last are kept with the session: some kilobytes each. */
#define CACHE_KEY "mattra-evidence-thumbnails"
#define MOST_KEPT 200

static GHashTable *
ensure_cache (MattraSession *session)
{
  GHashTable *cache = g_object_get_data (G_OBJECT (session), CACHE_KEY);

  if (cache == NULL)
    {
      cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (session), CACHE_KEY, cache, (GDestroyNotify) g_hash_table_unref);
    }
  return cache;
}

typedef struct
{
  MattraSession *session;
  char *sha256;
  GBytes *bytes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->session);
  g_free (job->sha256);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

/* What the store's thread works on, apart from the task. */
typedef struct
{
  char *sha256;
  GBytes *bytes;
} Blob;

static void
blob_free (gpointer data)
{
  Blob *blob = data;

  g_free (blob->sha256);
  g_clear_pointer (&blob->bytes, g_bytes_unref);
  g_free (blob);
}

static gboolean
load_blob (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Blob *blob = data;

  blob->bytes = mattra_store_load_blob (store, blob->sha256, error);
  return blob->bytes != NULL;
}

/* Off the store's thread: others wait for that one. */
static void
decode (GTask        *task,
        gpointer      object,
        gpointer      data,
        GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GdkPixbuf *pixbuf = mattra_picture_load_within (job->bytes, 2 * MATTRA_EVIDENCE_THUMBNAIL, 2 * MATTRA_EVIDENCE_THUMBNAIL,
                                                  &error);

  g_clear_pointer (&job->bytes, g_bytes_unref);
  if (pixbuf != NULL)
    g_task_return_pointer (task, pixbuf, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
blob_loaded (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer data = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->bytes = g_bytes_ref (((Blob *) data)->bytes);
  blob_free (data);
  g_task_run_in_thread (task, decode);
}

/**
 * mattra_evidence_thumbnail_load_async:
 * @session: the session
 * @sha256: a picture that the register keeps
 * @callback: told when it is made
 * @user_data: for @callback
 *
 * Makes a small picture of a large one; what was made lately is at hand.
 */
void
mattra_evidence_thumbnail_load_async (MattraSession       *session,
                                      const char          *sha256,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GTask *task;
  Job *job;
  Blob *blob;
  GdkTexture *kept;

  g_return_if_fail (MATTRA_IS_SESSION (session) && sha256 != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  job = g_new0 (Job, 1);
  job->session = g_object_ref (session);
  job->sha256 = g_strdup (sha256);
  g_task_set_task_data (task, job, job_free);
  kept = g_hash_table_lookup (ensure_cache (session), sha256);
  if (kept != NULL)
    {
      g_task_return_pointer (task, g_object_ref (kept), g_object_unref);
      g_object_unref (task);
      return;
    }
  blob = g_new0 (Blob, 1);
  blob->sha256 = g_strdup (sha256);
  mattra_session_query_async (session, load_blob, blob, blob_free, blob_loaded, task);
}

/**
 * mattra_evidence_thumbnail_load_finish:
 * @result: what the callback was given
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the small picture
 */
GdkTexture *
mattra_evidence_thumbnail_load_finish (GAsyncResult  *result,
                                       GError       **error)
{
  Job *job;
  g_autoptr (MattraSession) session = NULL;
  g_autoptr (GObject) made = NULL;
  GHashTable *cache;
  GdkTexture *texture;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  job = g_task_get_task_data (G_TASK (result));
  /* Let go of here: the task may be freed on the thread that decoded, and the session lives on this one. */
  session = g_steal_pointer (&job->session);
  made = g_task_propagate_pointer (G_TASK (result), error);
  if (made == NULL || GDK_IS_TEXTURE (made))
    return (GdkTexture *) g_steal_pointer (&made);
  texture = gdk_texture_new_for_pixbuf (GDK_PIXBUF (made));
  cache = ensure_cache (session);
  if (g_hash_table_size (cache) >= MOST_KEPT)
    g_hash_table_remove_all (cache);
  g_hash_table_replace (cache, g_strdup (job->sha256), g_object_ref (texture));
  return texture;
}
