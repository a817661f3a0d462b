/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-drafts.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-hold.h"
#include "mattra-ulid.h"

/* How long after a key what was typed is written: with the writing, within a second. */
#define WRITE_DELAY_MS 300

/* What could not be written, as on a full disk, is tried again so much later. */
#define RETRY_DELAY_MS 3000

/* More is not kept, and a larger file is none of ours. */
#define TEXT_MAX (1024 * 1024)
#define FILE_MAX (8 * 1024 * 1024)

#define NEW_SECONDS 60

struct _MattraDrafts
{
  GObject parent_instance;

  char *folder;
  char *key;          /* of the register */
  char *path;         /* of this window's file */
  char *hold_path;
  int hold;
  GHashTable *typed;  /* (element-type utf8 MattraTyped) */
  GPtrArray *adopted; /* (element-type utf8): files whose content is in @typed but not yet in this file */
  guint timeout;
  gboolean writing; /* until this thread heard the end of it */
  gboolean dirty;
  gboolean closed;

  GMutex mutex;     /* of what follows */
  GCond cond;
  gboolean at_work; /* the other thread writes */
};

G_DEFINE_FINAL_TYPE (MattraDrafts, mattra_drafts, G_TYPE_OBJECT)

/**
 * mattra_typed_free:
 * @self: (transfer full) (nullable): a text that was typed
 *
 * Frees it.
 */
void
mattra_typed_free (MattraTyped *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->field);
  g_free (self->division);
  g_free (self->text);
  g_free (self);
}

/**
 * mattra_typed_new:
 * @measure: what is typed into
 * @field: the field
 * @round: round of the answer
 * @division: (nullable): ULID of the division
 * @exactly: whether round and division are those of the answer itself
 * @text: (nullable): what is typed, now
 *
 * Returns: (transfer full): the text
 */
MattraTyped *
mattra_typed_new (const char  *measure,
                  const char  *field,
                  MattraRound  round,
                  const char  *division,
                  gboolean     exactly,
                  const char  *text)
{
  MattraTyped *typed = NULL;

  g_return_val_if_fail (measure != NULL && field != NULL, NULL);

  typed = g_new0 (MattraTyped, 1);
  typed->measure = g_strdup (measure);
  typed->field = g_strdup (field);
  typed->round = round;
  typed->division = g_strdup (division);
  typed->exactly = exactly;
  typed->text = g_strdup (text);
  typed->time = g_get_real_time () / G_USEC_PER_SEC;
  return typed;
}

/**
 * mattra_typed_copy:
 * @self: a text that was typed
 *
 * Returns: (transfer full): the same text
 */
MattraTyped *
mattra_typed_copy (const MattraTyped *self)
{
  MattraTyped *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_typed_new (self->measure, self->field, self->round, self->division, self->exactly, self->text);
  copy->time = self->time;
  return copy;
}

/**
 * mattra_typed_is_same_place:
 * @self: a text that was typed
 * @other: another one
 *
 * Returns: whether both were typed into the same field, round and division
 */
gboolean
mattra_typed_is_same_place (const MattraTyped *self,
                            const MattraTyped *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_str_equal (self->measure, other->measure) && g_str_equal (self->field, other->field)
         && self->round == other->round && self->exactly == other->exactly
         && g_strcmp0 (self->division, other->division) == 0;
}

static char *
place_key (const MattraTyped *place)
{
  return g_strdup_printf ("%s\t%s\t%d\t%s\t%d", place->measure, place->field, place->round,
                          place->division != NULL ? place->division : "", place->exactly);
}

/* The file: a group for each text */

static char *
to_text (GHashTable *all)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MattraTyped *typed = value;
      g_autofree char *group = g_strdup_printf ("typed %u", n++);

      g_key_file_set_string (file, group, "measure", typed->measure);
      g_key_file_set_string (file, group, "field", typed->field);
      g_key_file_set_integer (file, group, "round", typed->round);
      if (typed->division != NULL)
        g_key_file_set_string (file, group, "division", typed->division);
      g_key_file_set_boolean (file, group, "exactly", typed->exactly);
      g_key_file_set_string (file, group, "text", typed->text);
      g_key_file_set_int64 (file, group, "time", typed->time);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

static MattraTyped *
read_group (GKeyFile   *file,
            const char *group)
{
  g_autofree char *measure = g_key_file_get_string (file, group, "measure", NULL);
  g_autofree char *field = g_key_file_get_string (file, group, "field", NULL);
  g_autofree char *division = g_key_file_get_string (file, group, "division", NULL);
  g_autofree char *text = g_key_file_get_string (file, group, "text", NULL);
  int round = g_key_file_get_integer (file, group, "round", NULL);
  gboolean exactly = g_key_file_get_boolean (file, group, "exactly", NULL);
  MattraTyped *typed = NULL;

  if (measure == NULL || field == NULL || text == NULL || round < MATTRA_ROUND_NONE
      || round > MATTRA_ROUND_FULL_YEAR)
    return NULL;
  typed = mattra_typed_new (measure, field, round, division, exactly, text);
  typed->time = g_key_file_get_int64 (file, group, "time", NULL);
  return typed;
}

/* Returns: whether the file is sound; what it holds is added to @typed, the later of two for a place. */
static gboolean
read_file (const char *path,
           GHashTable *all)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size > FILE_MAX
      || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      MattraTyped *typed = read_group (file, groups[i]);
      g_autofree char *place = NULL;
      const MattraTyped *present;

      if (typed == NULL)
        return FALSE;
      place = place_key (typed);
      present = g_hash_table_lookup (all, place);
      if (present != NULL && present->time >= typed->time)
        mattra_typed_free (typed);
      else
        g_hash_table_replace (all, g_steal_pointer (&place), typed);
    }
  return TRUE;
}

/* Writing */

typedef struct
{
  char *path;
  char *text; /* NULL to remove the file */
  GPtrArray *adopted;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_free (writing->text);
  g_ptr_array_unref (writing->adopted);
  g_free (writing);
}

/* A text is in one file at least at any moment. */
static gboolean
do_write (const Writing *writing)
{
  if (writing->text == NULL)
    g_unlink (writing->path);
  else if (!g_file_set_contents_full (writing->path, writing->text, -1,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL))
    return FALSE;
  for (guint i = 0; i < writing->adopted->len; i++)
    g_unlink (g_ptr_array_index (writing->adopted, i));
  return TRUE;
}

static void
set_at_work (MattraDrafts *self,
             gboolean      at_work)
{
  g_mutex_lock (&self->mutex);
  self->at_work = at_work;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
run_write (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  gboolean done = do_write (data);

  set_at_work (source, FALSE);
  g_task_return_boolean (task, done);
}

static Writing *
writing_new (MattraDrafts *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->path = g_strdup (self->path);
  writing->text = g_hash_table_size (self->typed) > 0 ? to_text (self->typed) : NULL;
  writing->adopted = g_steal_pointer (&self->adopted);
  self->adopted = g_ptr_array_new_with_free_func (g_free);
  self->dirty = FALSE;
  return writing;
}

static void start_write (MattraDrafts *self);

static gboolean
timeout_cb (gpointer data)
{
  MattraDrafts *self = data;

  self->timeout = 0;
  start_write (self);
  return G_SOURCE_REMOVE;
}

/* Files whose texts could not be taken over stay the place of these. */
static void
write_again (MattraDrafts  *self,
             const Writing *writing)
{
  for (guint i = 0; i < writing->adopted->len; i++)
    g_ptr_array_add (self->adopted, g_strdup (g_ptr_array_index (writing->adopted, i)));
  self->dirty = TRUE;
  if (self->timeout == 0 && !self->closed)
    self->timeout = g_timeout_add (RETRY_DELAY_MS, timeout_cb, self);
}

static void
write_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MattraDrafts *self = MATTRA_DRAFTS (source);

  self->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    write_again (self, g_task_get_task_data (G_TASK (result)));
  else if (self->dirty && self->timeout == 0 && !self->closed)
    start_write (self);
}

static void
start_write (MattraDrafts *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->writing)
    return;
  self->writing = TRUE;
  set_at_work (self, TRUE);
  task = g_task_new (self, NULL, write_cb, NULL);
  g_task_set_task_data (task, writing_new (self), writing_free);
  g_task_run_in_thread (task, run_write);
}

/* Written a moment after the first key that is not written yet, not after the last: one who types on and on is
 * kept as well. */
static void
mark_dirty (MattraDrafts *self)
{
  self->dirty = TRUE;
  if (self->timeout == 0 && !self->writing)
    self->timeout = g_timeout_add (WRITE_DELAY_MS, timeout_cb, self);
}

/* The object */

static void
mattra_drafts_dispose (GObject *object)
{
  mattra_drafts_close (MATTRA_DRAFTS (object));

  G_OBJECT_CLASS (mattra_drafts_parent_class)->dispose (object);
}

static void
mattra_drafts_finalize (GObject *object)
{
  MattraDrafts *self = MATTRA_DRAFTS (object);

  g_hash_table_unref (self->typed);
  g_ptr_array_unref (self->adopted);
  g_free (self->folder);
  g_free (self->key);
  g_free (self->path);
  g_free (self->hold_path);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (mattra_drafts_parent_class)->finalize (object);
}

static void
mattra_drafts_class_init (MattraDraftsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mattra_drafts_dispose;
  object_class->finalize = mattra_drafts_finalize;
}

static void
mattra_drafts_init (MattraDrafts *self)
{
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mattra_typed_free);
  self->adopted = g_ptr_array_new_with_free_func (g_free);
  self->hold = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

/**
 * mattra_drafts_new:
 * @register_path: the register that is open
 *
 * Makes a place for what is typed in a window. Each window has its own.
 *
 * Returns: (transfer full): the drafts
 */
MattraDrafts *
mattra_drafts_new (const char *register_path)
{
  MattraDrafts *self;
  MattraUlidGenerator generator = { 0 };
  g_autofree char *mark = NULL;

  g_return_val_if_fail (register_path != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_DRAFTS, NULL);
  mark = mattra_ulid_new (&generator, g_get_real_time () / 1000);
  self->folder = mattra_state_folder ("drafts");
  self->key = mattra_state_key (register_path);
  self->path = g_strdup_printf ("%s/%s-%s.draft", self->folder, self->key, mark);
  self->hold_path = g_strdup_printf ("%s/%s-%s.hold", self->folder, self->key, mark);
  self->hold = mattra_hold_take (self->hold_path, NULL);
  return self;
}

/**
 * mattra_drafts_keep:
 * @self: the drafts of a window
 * @typed: what an editor holds; what is longer than 1 MiB is not kept
 *
 * Keeps the text of an open editor. Within a second it is on the disk, and nobody waits for that.
 */
void
mattra_drafts_keep (MattraDrafts      *self,
                    const MattraTyped *typed)
{
  g_return_if_fail (MATTRA_IS_DRAFTS (self));
  g_return_if_fail (typed != NULL && typed->text != NULL);

  if (strlen (typed->text) > TEXT_MAX || !g_utf8_validate (typed->text, -1, NULL))
    return;
  g_hash_table_replace (self->typed, place_key (typed), mattra_typed_copy (typed));
  mark_dirty (self);
}

/**
 * mattra_drafts_drop:
 * @self: the drafts of a window
 * @place: where a text was typed
 *
 * Forgets a text: it was committed, or given up.
 */
void
mattra_drafts_drop (MattraDrafts      *self,
                    const MattraTyped *place)
{
  g_autofree char *key = NULL;

  g_return_if_fail (MATTRA_IS_DRAFTS (self));
  g_return_if_fail (place != NULL);

  key = place_key (place);
  if (g_hash_table_remove (self->typed, key))
    mark_dirty (self);
}

/* A file that nobody's window keeps any more: what it holds becomes this window's. One that cannot be read is
 * set aside, for whoever wants to look at it. */
static void
adopt (MattraDrafts *self,
       const char   *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".draft"));
  g_autofree char *hold_path = g_strconcat (stem, ".hold", NULL);
  int hold = mattra_hold_take (hold_path, NULL);

  if (hold < 0)
    return;
  if (read_file (path, self->typed))
    g_ptr_array_add (self->adopted, g_steal_pointer (&path));
  else
    {
      g_autofree char *aside = g_strconcat (stem, ".broken", NULL);

      g_rename (path, aside);
    }
  mattra_hold_release (hold, hold_path);
}

/* What a window that kept nothing leaves when it is killed. A new one may just be taken. */
static void
tidy (MattraDrafts *self,
      const char   *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".hold"));
  g_autofree char *draft = g_strconcat (stem, ".draft", NULL);
  GStatBuf status;
  int hold;

  if (g_stat (path, &status) != 0 || g_get_real_time () / G_USEC_PER_SEC - status.st_mtime < NEW_SECONDS
      || g_file_test (draft, G_FILE_TEST_EXISTS))
    return;
  hold = mattra_hold_take (path, NULL);
  if (hold >= 0)
    mattra_hold_release (hold, path);
}

static int
compare_time (gconstpointer a,
              gconstpointer b)
{
  const MattraTyped *one = *(const MattraTyped *const *) a;
  const MattraTyped *other = *(const MattraTyped *const *) b;

  return one->time < other->time ? -1 : one->time > other->time;
}

/**
 * mattra_drafts_list:
 * @self: the drafts of a window that has just been opened
 *
 * Finds what was typed into this register in windows that are no more, and did not get to the register. It is
 * this window's from now on, until mattra_drafts_drop() is called for each text.
 *
 * Returns: (transfer full) (element-type MattraTyped): the texts, the oldest first
 */
GPtrArray *
mattra_drafts_list (MattraDrafts *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_typed_free);
  g_autoptr (GDir) folder = NULL;
  g_autofree char *own = NULL;
  const char *name;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (MATTRA_IS_DRAFTS (self), all);

  own = g_path_get_basename (self->path);
  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, self->key) && g_str_has_suffix (name, ".draft") && !g_str_equal (name, own))
      adopt (self, name);
    else if (g_str_has_prefix (name, self->key) && g_str_has_suffix (name, ".hold"))
      tidy (self, name);
  if (self->adopted->len > 0)
    mattra_drafts_flush (self);
  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MattraTyped *typed = value;

      g_ptr_array_add (all, mattra_typed_copy (typed));
    }
  g_ptr_array_sort (all, compare_time);
  return all;
}

/**
 * mattra_drafts_flush:
 * @self: the drafts of a window
 *
 * Writes at once what is not written yet, and waits for it; nothing else goes on meanwhile.
 */
void
mattra_drafts_flush (MattraDrafts *self)
{
  Writing *writing;

  g_return_if_fail (MATTRA_IS_DRAFTS (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_mutex_lock (&self->mutex);
  while (self->at_work)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  writing = writing_new (self);
  if (!do_write (writing))
    write_again (self, writing);
  writing_free (writing);
}

/**
 * mattra_drafts_close:
 * @self: the drafts of a window
 *
 * Writes what is not written yet, and leaves what is kept to the window that is opened next. That need not wait
 * until a thread that wrote has let go of @self.
 */
void
mattra_drafts_close (MattraDrafts *self)
{
  g_return_if_fail (MATTRA_IS_DRAFTS (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  if (self->dirty || self->timeout != 0)
    mattra_drafts_flush (self);
  if (self->hold >= 0)
    mattra_hold_release (self->hold, self->hold_path);
  self->hold = -1;
}
