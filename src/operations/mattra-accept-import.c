/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-accept-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-accept-plan.h"
#include "mattra-match.h"
#include "mattra-merge.h"

typedef struct
{
  const char *path;
  MattraImport *import;
  MattraStore *store;
  MattraPlan *plan;
  MattraAcceptance *acceptance;
} Accept;

static void
accepted_free (MattraAcceptedMeasure *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/**
 * mattra_acceptance_clear:
 * @self: an acceptance
 *
 * Frees what the acceptance holds.
 */
void
mattra_acceptance_clear (MattraAcceptance *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
}

static void
acceptance_init (MattraAcceptance *self)
{
  *self = (MattraAcceptance) { 0 };
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify) accepted_free);
  self->notices = g_ptr_array_new_with_free_func (g_free);
}

static void
note_measure (Accept             *accept,
              MattraAcceptedKind  kind,
              MattraMeasure      *measure,
              const char         *detail)
{
  MattraAcceptedMeasure *accepted = g_new0 (MattraAcceptedMeasure, 1);

  accepted->kind = kind;
  accepted->number = mattra_measure_get_number (measure);
  accepted->title = g_strdup (mattra_measure_get_title (measure));
  accepted->detail = g_strdup (detail);
  g_ptr_array_add (accept->acceptance->measures, accepted);
}

/* The reader matched parties with divisions that had no keys yet. */
static void
match_parties (MattraPlan    *plan,
               MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);

  for (guint i = 0; i < parties->len; i++)
    {
      MattraParty *party = g_ptr_array_index (parties, i);

      if (party->corrected)
        continue;
      g_clear_pointer (&party->divisions, g_ptr_array_unref);
      party->divisions = mattra_division_list_match (mattra_plan_get_divisions (plan), party->text);
    }
}

static GPtrArray *
load_measures (MattraStore  *store,
               MattraPlan   *plan,
               GError      **error)
{
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  MattraMeasure *measure;

  source = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (source == NULL || !mattra_measure_source_rewind (source, error))
    return NULL;
  while ((measure = mattra_measure_source_next (source, &failure)))
    g_ptr_array_add (measures, measure);
  if (failure == NULL)
    return g_steal_pointer (&measures);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
add_measure (Accept             *accept,
             MattraMeasure      *measure,
             const MattraMatch  *match,
             GError            **error)
{
  gboolean doubtful = match->kind == MATTRA_MATCH_DOUBTFUL;
  g_autoptr (MattraQuestion) question = NULL;

  if (doubtful)
    {
      const char *title = mattra_measure_get_title (match->measure);

      question = mattra_question_new (MATTRA_QUESTION_ASKED, 0, "title", mattra_measure_get_title (measure),
                                      N_("The register has another measure under this number. Is this its new "
                                         "title, or another measure?"), title);
      mattra_measure_take_question (measure, g_steal_pointer (&question));
      note_measure (accept, MATTRA_ACCEPTED_DOUBTFUL, measure, title);
    }
  else
    note_measure (accept, MATTRA_ACCEPTED_ADDED, measure, NULL);
  return mattra_store_insert_measure (accept->store, mattra_plan_get_id (accept->plan), measure, error);
}

static gboolean
change_measure (Accept         *accept,
                MattraMeasure  *existing,
                MattraMeasure  *imported,
                GError        **error)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  if (!mattra_merge_measure (accept->store, accept->plan, existing, imported, fields, error))
    return FALSE;
  if (fields->len > 0)
    note_measure (accept, MATTRA_ACCEPTED_CHANGED, imported, fields->str);
  return TRUE;
}

static void
note_missing (Accept    *accept,
              GPtrArray *existing,
              GArray    *matches)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const MattraMatch *match = &g_array_index (matches, MattraMatch, i);

      if (match->kind == MATTRA_MATCH_TITLE || match->kind == MATTRA_MATCH_NUMBER)
        g_hash_table_add (met, match->measure);
    }
  for (guint i = 0; i < existing->len; i++)
    if (!g_hash_table_contains (met, g_ptr_array_index (existing, i)))
      note_measure (accept, MATTRA_ACCEPTED_MISSING, g_ptr_array_index (existing, i), NULL);
}

static gboolean
accept_measures (Accept  *accept,
                 GError **error)
{
  GPtrArray *imported = mattra_import_get_measures (accept->import);
  g_autoptr (GPtrArray) existing = load_measures (accept->store, accept->plan, error);
  g_autoptr (GArray) matches = NULL;

  if (existing == NULL)
    return FALSE;
  matches = mattra_match_measures (imported, existing);
  for (guint i = 0; i < imported->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (imported, i);
      const MattraMatch *match = &g_array_index (matches, MattraMatch, i);
      gboolean is_new = match->kind == MATTRA_MATCH_NEW || match->kind == MATTRA_MATCH_DOUBTFUL;

      match_parties (accept->plan, measure);
      if (!(is_new ? add_measure (accept, measure, match, error)
                   : change_measure (accept, match->measure, measure, error)))
        return FALSE;
    }
  note_missing (accept, existing, matches);
  return TRUE;
}

/* Questions about the document as a whole come with its first taking in. */
static gboolean
accept_questions (Accept  *accept,
                  GError **error)
{
  GPtrArray *questions = mattra_import_get_questions (accept->import);

  if (mattra_store_count_changes (accept->store) == 0)
    return TRUE;
  for (guint i = 0; i < questions->len; i++)
    if (!mattra_store_insert_question (accept->store, mattra_plan_get_id (accept->plan), NULL,
                                       g_ptr_array_index (questions, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
accept_all (Accept  *accept,
            int      fiscal_year,
            GError **error)
{
  accept->plan = mattra_accept_plan (accept->store, accept->import, fiscal_year, accept->acceptance, error);
  return accept->plan != NULL
         && accept_measures (accept, error)
         && mattra_accept_settings (accept->store, accept->plan, accept->import, accept->acceptance, error)
         && accept_questions (accept, error);
}

static gboolean
run_act (Accept    *accept,
         int        fiscal_year,
         gboolean   dry_run,
         GError   **error)
{
  gboolean accepted;

  if (!mattra_store_begin_act (accept->store, "import", NULL, MATTRA_ACT_IMPORT, error))
    return FALSE;
  accepted = accept_all (accept, fiscal_year, error);
  g_clear_object (&accept->plan);
  if (accepted)
    accept->acceptance->n_changes = mattra_store_count_changes (accept->store);
  if (accepted && !dry_run)
    return mattra_store_commit_act (accept->store, error);
  mattra_store_abandon_act (accept->store);
  return accepted;
}

/* A dry run on a file that does not exist yet needs none: all is new. */
static gboolean
describe_new (Accept  *accept,
              GError **error)
{
  GPtrArray *imported = mattra_import_get_measures (accept->import);

  for (guint i = 0; i < imported->len; i++)
    note_measure (accept, MATTRA_ACCEPTED_ADDED, g_ptr_array_index (imported, i), NULL);
  accept->acceptance->n_changes = imported->len;
  accept->acceptance->created_plan = TRUE;
  return TRUE;
}

static gboolean
accept_into_new (Accept    *accept,
                 int        fiscal_year,
                 gboolean   dry_run,
                 GError   **error)
{
  g_autoptr (MattraPlan) plan = mattra_accept_new_plan (accept->import, fiscal_year, error);
  gboolean accepted;

  if (plan == NULL)
    return FALSE;
  accept->acceptance->created_file = TRUE;
  accept->acceptance->fiscal_year = mattra_plan_get_fiscal_year (plan);
  if (dry_run)
    return describe_new (accept, error);
  if (!mattra_store_create (accept->path, plan, error))
    return FALSE;
  accept->store = mattra_store_open (accept->path, FALSE, error);
  if (accept->store)
    mattra_store_set_person (accept->store, g_get_user_name ());
  accepted = accept->store != NULL && run_act (accept, accept->acceptance->fiscal_year, FALSE, error);
  g_clear_object (&accept->store);
  accept->acceptance->created_plan = TRUE;
  if (!accepted)
    g_unlink (accept->path);
  return accepted;
}

static gboolean
has_measures (MattraStore  *store,
              gboolean     *found,
              GError      **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);

  *found = FALSE;
  for (guint i = 0; years && i < years->len && !*found; i++)
    {
      g_autoptr (MattraPlan) plan = NULL;
      guint count = 0;

      plan = mattra_store_load_plan (store, GPOINTER_TO_INT (g_ptr_array_index (years, i)), error);
      if (plan == NULL || !mattra_store_count_measures (store, mattra_plan_get_id (plan), &count, error))
        return FALSE;
      *found = count > 0;
    }
  return years != NULL;
}

static gboolean
back_up (MattraStore  *store,
         GError      **error)
{
  g_autofree char *copy = NULL;
  gboolean worth_it = FALSE;

  if (!has_measures (store, &worth_it, error))
    return FALSE;
  if (!worth_it)
    return TRUE;
  copy = mattra_store_back_up (store, error);
  return copy != NULL;
}

static gboolean
accept_into_existing (Accept    *accept,
                      int        fiscal_year,
                      gboolean   dry_run,
                      GError   **error)
{
  g_autoptr (MattraStore) store = mattra_store_open (accept->path, FALSE, error);

  if (store == NULL)
    return FALSE;
  mattra_store_set_person (store, g_get_user_name ());
  mattra_acceptance_clear (accept->acceptance);
  return mattra_accept_import_into (store, accept->import, fiscal_year, dry_run, accept->acceptance, error);
}

/**
 * mattra_accept_import_into:
 * @store: a register open for writing, with no act begun
 * @import: what a document says; it is used up, even by a dry run
 * @fiscal_year: the plan that is to take it in, B.E.; 0 for the document's own year, else the register's last
 * @dry_run: only find out what would change
 * @acceptance: (out caller-allocates): what was done, to be cleared in any case
 * @error: return location
 *
 * Takes a document into a register that is open, as mattra_accept_import() does. A register that holds
 * measures is copied before a document changes them.
 *
 * Returns: whether the register now says what the document says
 */
gboolean
mattra_accept_import_into (MattraStore       *store,
                           MattraImport      *import,
                           int                fiscal_year,
                           gboolean           dry_run,
                           MattraAcceptance  *acceptance,
                           GError           **error)
{
  Accept accept = { NULL, import, store, NULL, acceptance };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_IMPORT (import) && acceptance != NULL, FALSE);

  acceptance_init (acceptance);
  if (!dry_run && !back_up (store, error))
    return FALSE;
  return run_act (&accept, fiscal_year, dry_run, error);
}

/**
 * mattra_accept_import:
 * @path: the register, which is made where it does not exist
 * @import: what a document says
 * @fiscal_year: the plan that is to take it in, B.E.; 0 for the document's own year
 * @dry_run: only find out what would change
 * @acceptance: (out caller-allocates): what was done, to be cleared in any case
 * @error: return location
 *
 * Takes a document into a register as one act. Measures are matched by title, then by number; what the
 * document lacks is kept; the same document twice changes nothing. A register that holds measures is
 * copied first. Fails with %MATTRA_ERROR_INVALID where no fiscal year is known, and as the store does.
 *
 * Returns: whether the register now says what the document says
 */
gboolean
mattra_accept_import (const char        *path,
                      MattraImport      *import,
                      int                fiscal_year,
                      gboolean           dry_run,
                      MattraAcceptance  *acceptance,
                      GError           **error)
{
  Accept accept = { path, import, NULL, NULL, acceptance };

  g_return_val_if_fail (path != NULL && MATTRA_IS_IMPORT (import) && acceptance != NULL, FALSE);

  acceptance_init (acceptance);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return accept_into_existing (&accept, fiscal_year, dry_run, error);
  return accept_into_new (&accept, fiscal_year, dry_run, error);
}

/**
 * mattra_read_divisions:
 * @path: a register
 * @fiscal_year: the plan whose divisions are meant, B.E.; its last one where it has none of that year
 * @divisions: (out) (transfer full): the divisions
 * @error: return location
 *
 * Reads the divisions that a document for the register is to be matched with.
 *
 * Returns: whether they could be read
 */
gboolean
mattra_read_divisions (const char           *path,
                       int                   fiscal_year,
                       MattraDivisionList  **divisions,
                       GError              **error)
{
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  int year = 0;

  g_return_val_if_fail (path != NULL && divisions != NULL, FALSE);

  store = mattra_store_open (path, TRUE, error);
  years = store ? mattra_store_list_years (store, error) : NULL;
  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < years->len && (year == 0 || year != fiscal_year); i++)
    year = GPOINTER_TO_INT (g_ptr_array_index (years, i));
  plan = year > 0 ? mattra_store_load_plan (store, year, error) : NULL;
  if (plan == NULL)
    return FALSE;
  *divisions = g_object_ref (mattra_plan_get_divisions (plan));
  return TRUE;
}

/**
 * mattra_read_import:
 * @document: the document
 * @path: the register that is to take it in; it need not exist
 * @fiscal_year: fiscal year of the document, B.E.; 0 where the document says it
 * @import: (out): what the document says
 * @error: return location
 *
 * Reads a document for a register: with the divisions that the register knows.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_read_import (const char    *document,
                    const char    *path,
                    int            fiscal_year,
                    MattraImport **import,
                    GError       **error)
{
  g_autoptr (MattraDivisionList) divisions = NULL;
  MattraImportOptions options = { 0 };

  g_return_val_if_fail (document != NULL && path != NULL && import != NULL, FALSE);

  *import = NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !mattra_read_divisions (path, fiscal_year, &divisions, error))
    return FALSE;
  options.fiscal_year = fiscal_year;
  options.divisions = divisions;
  *import = mattra_import_read_file (document, &options, error);
  return *import != NULL;
}
