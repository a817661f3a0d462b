/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-worker.h"

#include <gio/gio.h>

/* How often one looks whether another program wrote. */
#define LOOK_INTERVAL (2 * G_TIME_SPAN_SECOND)

/* How often a copy may become due while the register is open. */
#define COPY_INTERVAL (10 * G_TIME_SPAN_MINUTE)

typedef struct
{
  MattraWorkerKind kind;
  MattraWorkerFunc func;
  MattraWorkerDone done;
  gpointer data;
  GDestroyNotify destroy;
  GError *error;
  GMainContext *context;
} Job;

/* @func is NULL once nobody watches any more; it is only read and written on the watcher's thread. */
typedef struct
{
  gatomicrefcount refs;
  guint id;
  MattraNewsFunc func;
  gpointer user_data;
  GMainContext *context;
} Watch;

typedef struct
{
  Watch *watch;
  MattraNews *news;
} Letter;

struct _MattraWorker
{
  gatomicrefcount refs;
  GThread *thread;
  char *path;
  gboolean read_only;

  GMutex mutex; /* of what follows */
  GCond cond;
  GQueue jobs;
  GQueue idle_jobs;
  GPtrArray *watches; /* (element-type Watch) */
  guint last_watch;
  gboolean look;
  gboolean closing;
  char *notice;

  /* The thread's own. */
  MattraStore *store;
  GError *open_error;
  gint64 seq;
  gint64 next_look;
  gint64 next_copy;
  gboolean lost; /* the file was moved or removed, and this was told */
  gboolean owing; /* news could not be read while somebody else held the file */
  char *reason;  /* why it can only be read */
};

/* Jobs */

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_error (&job->error);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
finish_job (gpointer data)
{
  Job *job = data;

  if (job->done != NULL)
    job->done (job->data, job->error);
  return G_SOURCE_REMOVE;
}

static void
post (GMainContext   *context,
      GSourceFunc     func,
      gpointer        data,
      GDestroyNotify  destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
}

/* News */

static void
news_unref (MattraNews *news)
{
  if (!g_atomic_ref_count_dec (&news->refs))
    return;
  g_clear_pointer (&news->measures, g_ptr_array_unref);
  g_free (news->undo_name);
  g_free (news->undo_arguments);
  g_free (news->redo_name);
  g_free (news->redo_arguments);
  g_free (news->notice);
  g_clear_error (&news->error);
  g_free (news);
}

static void
watch_unref (Watch *watch)
{
  if (!g_atomic_ref_count_dec (&watch->refs))
    return;
  g_main_context_unref (watch->context);
  g_free (watch);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  watch_unref (letter->watch);
  news_unref (letter->news);
  g_free (letter);
}

static gboolean
deliver (gpointer data)
{
  const Letter *letter = data;

  if (letter->watch->func != NULL)
    letter->watch->func (letter->news, letter->watch->user_data);
  return G_SOURCE_REMOVE;
}

/* Takes over @news. */
static void
broadcast (MattraWorker *self,
           MattraNews   *news)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->watches->len; i++)
    {
      Letter *letter = g_new (Letter, 1);

      letter->watch = g_ptr_array_index (self->watches, i);
      g_atomic_ref_count_inc (&letter->watch->refs);
      letter->news = news;
      g_atomic_ref_count_inc (&news->refs);
      post (letter->watch->context, deliver, letter, letter_free);
    }
  g_mutex_unlock (&self->mutex);
  news_unref (news);
}

static void
set_notice (MattraWorker *self,
            const char   *notice)
{
  g_mutex_lock (&self->mutex);
  g_free (self->notice);
  self->notice = g_strdup (notice);
  g_mutex_unlock (&self->mutex);
}

static MattraNews *
news_new (MattraWorker *self)
{
  MattraNews *news = g_new0 (MattraNews, 1);

  g_atomic_ref_count_init (&news->refs);
  news->notice = mattra_worker_dup_notice (self);
  news->lost = self->lost;
  return news;
}

/* Gathers what was changed since the last time. */
static gboolean
gather (MattraWorker  *self,
        MattraNews    *news,
        GError       **error)
{
  MattraTouched touched = { .seq = self->seq };
  gboolean done = mattra_store_load_touched (self->store, &touched, error)
                  && mattra_store_peek_undo (self->store, &news->undo_name, &news->undo_arguments, error)
                  && mattra_store_peek_redo (self->store, &news->redo_name, &news->redo_arguments, error);

  if (done)
    self->seq = touched.seq;
  news->measures = touched.measures;
  news->plan = touched.plan;
  return done;
}

/* A register that is locked for a moment is looked at again; one that is gone is told once, and for as long
 * as it is. */
static void
tell_error (MattraWorker *self,
            GError       *error)
{
  MattraNews *news;

  if (g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_BUSY) || self->lost)
    {
      g_error_free (error);
      return;
    }
  self->lost = TRUE;
  set_notice (self, error->message);
  news = news_new (self);
  news->measures = g_ptr_array_new ();
  news->error = error;
  broadcast (self, news);
}

static void
tell_news (MattraWorker *self)
{
  g_autoptr (GError) error = NULL;
  MattraNews *news = news_new (self);

  self->owing = !gather (self, news, &error);
  if (!self->owing)
    {
      broadcast (self, news);
      return;
    }
  news_unref (news);
  tell_error (self, g_steal_pointer (&error));
}

/* As when the drive that it lies on was away. */
static void
find_again (MattraWorker *self)
{
  self->lost = FALSE;
  set_notice (self, self->reason);
}

static void
look_around (MattraWorker *self)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  self->next_look = g_get_monotonic_time () + LOOK_INTERVAL;
  if (self->store == NULL)
    return;
  if (!mattra_store_poll (self->store, &changed, &error))
    tell_error (self, g_steal_pointer (&error));
  else if (changed || self->lost || self->owing)
    {
      if (self->lost)
        find_again (self);
      tell_news (self);
    }
}

/* A copy that cannot be made is told, but keeps nobody from working. */
static void
copy_if_due (MattraWorker *self)
{
  g_autoptr (GError) error = NULL;

  if (g_get_monotonic_time () < self->next_copy || self->store == NULL || self->lost
      || mattra_store_get_read_only (self->store))
    return;
  self->next_copy = g_get_monotonic_time () + COPY_INTERVAL;
  set_notice (self, mattra_store_back_up_if_due (self->store, &error) ? self->reason : error->message);
}

/* The thread */

static void
run_job (MattraWorker *self,
         Job          *job)
{
  if (self->store == NULL)
    job->error = g_error_copy (self->open_error);
  else
    {
      if (job->kind == MATTRA_WORKER_ACT)
        copy_if_due (self);
      job->func (self->store, job->data, &job->error);
      if (job->kind == MATTRA_WORKER_ACT)
        tell_news (self);
    }
  post (job->context, finish_job, job, (GDestroyNotify) job_free);
}

/* What may only be read is shown with the reason why. */
static void
open_to_look (MattraWorker *self)
{
  g_autoptr (GError) why = g_steal_pointer (&self->open_error);

  self->store = mattra_store_open (self->path, TRUE, &self->open_error);
  if (self->store != NULL)
    self->reason = g_strdup (why->message);
}

static void
open_store (MattraWorker *self)
{
  MattraTouched touched = { 0 };

  self->store = mattra_store_open (self->path, self->read_only, &self->open_error);
  if (self->store == NULL && !self->read_only
      && (g_error_matches (self->open_error, MATTRA_ERROR, MATTRA_ERROR_TOO_NEW)
          || g_error_matches (self->open_error, MATTRA_ERROR, MATTRA_ERROR_DENIED)))
    open_to_look (self);
  if (self->store == NULL)
    return;
  if (self->reason == NULL)
    self->reason = g_strdup (mattra_store_get_notice (self->store));
  set_notice (self, self->reason);
  mattra_store_load_touched (self->store, &touched, NULL);
  self->seq = touched.seq;
  g_clear_pointer (&touched.measures, g_ptr_array_unref);
  self->next_look = g_get_monotonic_time () + LOOK_INTERVAL;
}

/* Returns: (transfer full) (nullable): what to do next; NULL with @look where it is time to look, NULL
 * without where all is done and the worker closes. */
static Job *
wait_for_job (MattraWorker *self,
              gboolean     *look)
{
  Job *job = NULL;

  *look = FALSE;
  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      *look = self->look || g_get_monotonic_time () >= self->next_look;
      self->look = FALSE;
      if (*look && !self->closing)
        break;
      job = g_queue_pop_head (&self->jobs);
      if (job == NULL && !self->closing)
        job = g_queue_pop_head (&self->idle_jobs);
      if (job != NULL || self->closing)
        break;
      g_cond_wait_until (&self->cond, &self->mutex, self->next_look);
    }
  *look = *look && !self->closing;
  g_mutex_unlock (&self->mutex);
  return job;
}

static gpointer
work (gpointer data)
{
  MattraWorker *self = data;

  open_store (self);
  while (TRUE)
    {
      gboolean look;
      Job *job = wait_for_job (self, &look);

      if (look)
        look_around (self);
      else if (job != NULL)
        run_job (self, job);
      else
        break;
    }
  g_clear_object (&self->store);
  return NULL;
}

/* The other threads */

/**
 * mattra_worker_new:
 * @path: a register
 * @read_only: whether only to look
 *
 * Starts a thread, which opens the register: what is pushed fails where that does. A register that this
 * account may not write, or that a newer version made, is opened to look, with a notice.
 *
 * Returns: (transfer full): the worker
 */
MattraWorker *
mattra_worker_new (const char *path,
                   gboolean    read_only)
{
  MattraWorker *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (MattraWorker, 1);
  g_atomic_ref_count_init (&self->refs);
  self->path = g_strdup (path);
  self->read_only = read_only;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->jobs);
  g_queue_init (&self->idle_jobs);
  self->watches = g_ptr_array_new_with_free_func ((GDestroyNotify) watch_unref);
  self->thread = g_thread_new ("register", work, self);
  return self;
}

/**
 * mattra_worker_ref:
 * @self: a worker
 *
 * Returns: (transfer full): @self, for a second window over the same register
 */
MattraWorker *
mattra_worker_ref (MattraWorker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * mattra_worker_unref:
 * @self: (transfer full): a worker; not from its own thread
 *
 * Gives a worker up. The last who does so waits until all acts that were pushed are written.
 */
void
mattra_worker_unref (MattraWorker *self)
{
  Job *job;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  while ((job = g_queue_pop_head (&self->idle_jobs)) != NULL)
    job_free (job);
  g_ptr_array_unref (self->watches);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_error (&self->open_error);
  g_free (self->reason);
  g_free (self->notice);
  g_free (self->path);
  g_free (self);
}

/**
 * mattra_worker_push:
 * @self: a worker
 * @kind: what sort of work it is
 * @func: the work
 * @done: (nullable): told on this thread, in its default main context, when it is over
 * @data: given to both
 * @destroy: (nullable): frees @data on this thread afterwards
 *
 * Has work done on the register. News of an act come before its @done.
 */
void
mattra_worker_push (MattraWorker     *self,
                    MattraWorkerKind  kind,
                    MattraWorkerFunc  func,
                    MattraWorkerDone  done,
                    gpointer          data,
                    GDestroyNotify    destroy)
{
  Job *job;

  g_return_if_fail (self != NULL && func != NULL);

  job = g_new0 (Job, 1);
  *job = (Job) { kind, func, done, data, destroy, NULL, g_main_context_ref_thread_default () };
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (kind == MATTRA_WORKER_IDLE ? &self->idle_jobs : &self->jobs, job);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * mattra_worker_dup_notice:
 * @self: a worker
 *
 * Returns: (transfer full) (nullable): what the user must know about the register, once something was done
 *   with it
 */
char *
mattra_worker_dup_notice (MattraWorker *self)
{
  char *notice;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  notice = g_strdup (self->notice);
  g_mutex_unlock (&self->mutex);
  return notice;
}

/**
 * mattra_worker_look:
 * @self: a worker
 *
 * Looks soon whether another program wrote, not only when it is time.
 */
void
mattra_worker_look (MattraWorker *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->look = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * mattra_worker_watch:
 * @self: a worker
 * @func: told of news on this thread, in its default main context
 * @user_data: given to @func
 *
 * Returns: the number by which to stop it
 */
guint
mattra_worker_watch (MattraWorker   *self,
                     MattraNewsFunc  func,
                     gpointer        user_data)
{
  Watch *watch;
  guint id;

  g_return_val_if_fail (self != NULL && func != NULL, 0);

  watch = g_new0 (Watch, 1);
  g_atomic_ref_count_init (&watch->refs);
  watch->func = func;
  watch->user_data = user_data;
  watch->context = g_main_context_ref_thread_default ();
  g_mutex_lock (&self->mutex);
  id = ++self->last_watch;
  watch->id = id;
  g_ptr_array_add (self->watches, watch);
  g_mutex_unlock (&self->mutex);
  return id;
}

/**
 * mattra_worker_unwatch:
 * @self: a worker
 * @watch: number of a watch of this thread
 *
 * Stops telling; news that are under way are not told either.
 */
void
mattra_worker_unwatch (MattraWorker *self,
                       guint         watch)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->watches->len; i++)
    {
      Watch *present = g_ptr_array_index (self->watches, i);

      if (present->id != watch)
        continue;
      present->func = NULL;
      g_ptr_array_remove_index (self->watches, i);
      break;
    }
  g_mutex_unlock (&self->mutex);
}
