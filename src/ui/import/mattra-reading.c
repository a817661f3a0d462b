/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-reading.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-accept-plan.h"
#include "mattra-import-note.h"
#include "mattra-table-text.h"
#include "mattra-text-reader.h"
#include "mattra-whoami.h"

static GBytes *
ref_bytes (GBytes *bytes)
{
  return bytes ? g_bytes_ref (bytes) : NULL;
}

/* A copy for a thread of its own. */
MattraReadingWish *
mattra_reading_wish_copy (const MattraReadingWish *self)
{
  MattraReadingWish *copy = g_new0 (MattraReadingWish, 1);

  *copy = *self;
  copy->bytes = ref_bytes (self->bytes);
  copy->html = ref_bytes (self->html);
  copy->path = g_strdup (self->path);
  copy->name = g_strdup (self->name);
  copy->target = g_strdup (self->target);
  copy->person = g_strdup (self->person);
  copy->meanings = self->meanings ? g_array_copy (self->meanings) : NULL;

  return copy;
}

/* Forgets everything that is wished. */
void
mattra_reading_wish_clear (MattraReadingWish *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->meanings, g_array_unref);
  *self = (MattraReadingWish) { 0 };
}

void
mattra_reading_wish_free (MattraReadingWish *self)
{
  mattra_reading_wish_clear (self);
  g_free (self);
}

void
mattra_reading_free (MattraReading *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->import);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  mattra_acceptance_clear (&self->acceptance);
  g_clear_error (&self->refusal);
  g_free (self);
}

/* Tabs between cells, quotes round lines: what the reader of documents takes. */
static char *
to_tsv (const MattraTableText *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < cells->len; j++)
        {
          g_string_append (text, j > 0 ? "\t" : "");
          mattra_table_text_append_cell (text, g_ptr_array_index (cells, j));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A table copied from Word or a browser comes with its cells; as plain text it may have lost them. */
static GBytes *
take_html (GBytes *html)
{
  gsize length = 0;
  const char *data = html ? g_bytes_get_data (html, &length) : NULL;
  g_autoptr (MattraTableText) table = data ? mattra_table_text_parse_html (data, (gssize) length, NULL) : NULL;
  char *text;

  if (table == NULL || table->n_columns < 2)
    return NULL;
  text = to_tsv (table);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
load (const MattraReadingWish  *wish,
      GError                  **error)
{
  GBytes *bytes = take_html (wish->html);

  if (bytes != NULL)
    return bytes;
  return wish->bytes ? g_bytes_ref (wish->bytes) : mattra_text_reader_load (wish->path, error);
}

static gboolean
target_exists (const MattraReadingWish *wish)
{
  return wish->target && g_file_test (wish->target, G_FILE_TEST_EXISTS);
}

static MattraImport *
read_import (const MattraReadingWish  *wish,
             GBytes                   *bytes,
             GCancellable             *cancellable,
             GError                  **error)
{
  g_autoptr (MattraDivisionList) divisions = NULL;
  MattraImportOptions options = {
    .fiscal_year = wish->fiscal_year,
    .round = wish->round,
    .meanings = wish->meanings,
    .headless = wish->headless,
    .cancellable = cancellable,
  };

  if (target_exists (wish) && !mattra_read_divisions (wish->target, wish->fiscal_year, &divisions, error))
    return NULL;
  options.divisions = divisions;
  return mattra_import_read_bytes (bytes, wish->name, &options, error);
}

static gboolean
create_target (const MattraReadingWish  *wish,
               MattraImport             *import,
               GError                  **error)
{
  g_autoptr (MattraPlan) plan = mattra_accept_new_plan (import, wish->fiscal_year, error);

  return plan != NULL && mattra_store_create (wish->target, plan, error);
}

/* The register asks what whom this account was chosen to be may do, in the trial as well. */
static gboolean
enter (const MattraReadingWish  *wish,
       MattraStore              *store,
       GError                  **error)
{
  g_autoptr (MattraWhoami) whoami = mattra_whoami_load (mattra_store_get_organisation (store));
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, error);

  if (plan == NULL)
    return FALSE;
  mattra_whoami_enter (whoami, store, plan, wish->today);
  return TRUE;
}

static gboolean
accept_into_target (const MattraReadingWish  *wish,
                    MattraImport             *import,
                    gboolean                  dry_run,
                    MattraAcceptance         *acceptance,
                    GError                  **error)
{
  g_autoptr (MattraStore) store = mattra_store_open (wish->target, FALSE, error);

  if (store == NULL)
    return FALSE;
  mattra_store_set_person (store, wish->person);
  if (!enter (wish, store, error))
    return FALSE;
  return mattra_accept_import_into (store, import, wish->fiscal_year, dry_run, acceptance, error);
}

/* A register that does not get its first table is none. */
static gboolean
accept_import (const MattraReadingWish  *wish,
               MattraImport             *import,
               gboolean                  dry_run,
               MattraAcceptance         *acceptance,
               GError                  **error)
{
  if (target_exists (wish))
    return accept_into_target (wish, import, dry_run, acceptance, error);
  if (dry_run)
    return mattra_accept_import (wish->target ? wish->target : "", import, wish->fiscal_year, TRUE, acceptance, error);
  if (!create_target (wish, import, error))
    return FALSE;
  if (accept_into_target (wish, import, FALSE, acceptance, error))
    return TRUE;
  g_unlink (wish->target);
  return FALSE;
}

static void
free_marks (gpointer fields)
{
  g_hash_table_unref (fields);
}

/* A table without heads is no error of the file: whether this is one is tried, not asked of the message. */
static void
try_headless (MattraReadingWish *wish,
              GBytes            *bytes,
              GCancellable      *cancellable,
              const GError      *error)
{
  g_autoptr (MattraImport) import = NULL;

  if (wish->headless || bytes == NULL || !g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_INVALID))
    return;
  wish->headless = TRUE;
  import = read_import (wish, bytes, cancellable, NULL);
  wish->headless = import != NULL;
}

static void
run_reading (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  MattraReadingWish *wish = data;
  g_autoptr (MattraReading) reading = g_new0 (MattraReading, 1);
  GError *error = NULL;

  reading->bytes = load (wish, &error);
  reading->import = reading->bytes ? read_import (wish, reading->bytes, cancellable, &error) : NULL;
  if (reading->import == NULL)
    {
      try_headless (wish, reading->bytes, cancellable, error);
      g_task_return_error (task, error);
      return;
    }
  reading->notes = g_list_store_new (MATTRA_TYPE_IMPORT_NOTE);
  reading->marks = g_hash_table_new_full (NULL, NULL, NULL, free_marks);
  mattra_import_note_collect (reading);
  if (!g_task_return_error_if_cancelled (task))
    {
      accept_import (wish, reading->import, TRUE, &reading->acceptance, &reading->refusal);
      g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) mattra_reading_free);
    }
}

/**
 * mattra_reading_read_async:
 * @wish: what is to be read; only used during the call
 * @cancellable: (nullable): ends the reading
 * @callback: told when it is read
 * @user_data: data for @callback
 *
 * Reads a document on a thread of its own, and finds out what accepting it would do.
 */
void
mattra_reading_read_async (const MattraReadingWish  *wish,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (wish != NULL && wish->name != NULL);

  g_task_set_name (task, "mattra-reading");
  g_task_set_task_data (task, mattra_reading_wish_copy (wish), (GDestroyNotify) mattra_reading_wish_free);
  g_task_run_in_thread (task, run_reading);
}

/**
 * mattra_reading_read_finish:
 * @result: result of the asynchronous call
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was read
 */
MattraReading *
mattra_reading_read_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mattra_reading_is_headless:
 * @result: result of a reading that failed
 *
 * Returns: whether it would succeed if the first row were taken as a measure
 */
gboolean
mattra_reading_is_headless (GAsyncResult *result)
{
  const MattraReadingWish *wish = g_task_get_task_data (G_TASK (result));

  return wish->headless;
}

static void
run_acceptance (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const MattraReadingWish *wish = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MattraImport) import = NULL;
  g_auto (MattraAcceptance) acceptance = { 0 };
  GError *error = NULL;

  bytes = load (wish, &error);
  import = bytes ? read_import (wish, bytes, NULL, &error) : NULL;
  if (import && accept_import (wish, import, FALSE, &acceptance, &error))
    g_task_return_int (task, (gssize) acceptance.n_changes);
  else
    g_task_return_error (task, error);
}

/**
 * mattra_reading_accept_async:
 * @wish: what was read, with the register that takes it in
 * @callback: told when it is there
 * @user_data: data for @callback
 *
 * Takes a document into a register as one act, on a thread of its own. It is read once more for that:
 * finding out what accepting would do used up what was read. Once begun it can't be cancelled.
 */
void
mattra_reading_accept_async (const MattraReadingWish  *wish,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_return_if_fail (wish != NULL && wish->name != NULL && wish->target != NULL);

  g_task_set_name (task, "mattra-acceptance");
  g_task_set_task_data (task, mattra_reading_wish_copy (wish), (GDestroyNotify) mattra_reading_wish_free);
  g_task_run_in_thread (task, run_acceptance);
}

/**
 * mattra_reading_accept_finish:
 * @result: result of the asynchronous call
 * @n_changes: (out): how many cells changed
 * @error: return location for an error
 *
 * Returns: whether the register has it now
 */
gboolean
mattra_reading_accept_finish (GAsyncResult  *result,
                              guint         *n_changes,
                              GError       **error)
{
  gssize changed;

  g_return_val_if_fail (G_IS_TASK (result) && n_changes != NULL, FALSE);

  changed = g_task_propagate_int (G_TASK (result), error);
  *n_changes = (guint) MAX (changed, 0);
  return changed >= 0;
}
