/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-live.h"

struct _MattraPeopleLive
{
  GObject parent_instance;

  MattraSession *session;
  const MattraPeopleKind *kind;
  GHashTable *texts; /* (element-type utf8 utf8): by "ID/FIELD" */
  gboolean loading;  /* they are being read */
  gboolean stale;    /* and are old by now */
  gboolean watched;  /* somebody looks at them */
};

G_DEFINE_FINAL_TYPE (MattraPeopleLive, mattra_people_live, G_TYPE_OBJECT)

enum
{
  SIGNAL_READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is read on the store's thread. */
typedef struct
{
  const MattraPeopleKind *kind;
  MattraDate day;
  GHashTable *texts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_hash_table_unref (job->texts);
  g_free (job);
}

static gboolean
read_texts (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  Job *job = data;

  return job->kind->load_live (store, plan, job->day, job->texts, error);
}

static void load (MattraPeopleLive *self);

static void
texts_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MattraPeopleLive) self = user_data;
  gpointer data = NULL;

  self->loading = FALSE;
  if (mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    {
      g_hash_table_unref (self->texts);
      self->texts = g_hash_table_ref (((Job *) data)->texts);
      job_free (data);
      g_signal_emit (self, signals[SIGNAL_READ], 0);
    }
  if (self->stale)
    load (self);
}

/* Not again before it was read. */
static void
load (MattraPeopleLive *self)
{
  Job *job;

  self->stale = self->loading && self->watched;
  if (self->loading || !self->watched)
    return;
  job = g_new0 (Job, 1);
  job->kind = self->kind;
  job->day = mattra_clock_get_today (mattra_session_get_clock (self->session));
  job->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->loading = TRUE;
  mattra_session_query_async (self->session, read_texts, job, job_free, texts_read, g_object_ref (self));
}

static void
mattra_people_live_finalize (GObject *object)
{
  MattraPeopleLive *self = MATTRA_PEOPLE_LIVE (object);

  g_clear_object (&self->session);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (mattra_people_live_parent_class)->finalize (object);
}

static void
mattra_people_live_class_init (MattraPeopleLiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_people_live_finalize;

  signals[SIGNAL_READ] = g_signal_new ("read", MATTRA_TYPE_PEOPLE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
mattra_people_live_init (MattraPeopleLive *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * mattra_people_live_new:
 * @session: a session
 * @kind: what the rows are; one that has something to read
 *
 * Returns: (transfer full): what depends on the measures, read once somebody looks
 */
MattraPeopleLive *
mattra_people_live_new (MattraSession          *session,
                        const MattraPeopleKind *kind)
{
  MattraPeopleLive *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && kind != NULL && kind->load_live != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_PEOPLE_LIVE, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "counts-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mattra_people_live_lookup:
 * @self: what was read
 * @id: a row
 * @field: a field of it
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL where it does not depend on the measures
 */
const char *
mattra_people_live_lookup (MattraPeopleLive *self,
                           const char       *id,
                           const char       *field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (MATTRA_IS_PEOPLE_LIVE (self) && id != NULL && field != NULL, NULL);

  key = g_strconcat (id, "/", field, NULL);
  return g_hash_table_lookup (self->texts, key);
}

/**
 * mattra_people_live_watch:
 * @self: what is read
 * @watched: whether somebody looks at it
 *
 * Reads it anew whenever it changes, from now on or no longer.
 */
void
mattra_people_live_watch (MattraPeopleLive *self,
                          gboolean          watched)
{
  g_return_if_fail (MATTRA_IS_PEOPLE_LIVE (self));

  self->watched = watched;
  load (self);
}
