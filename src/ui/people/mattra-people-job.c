/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-job.h"

#include <glib/gi18n-lib.h>

/**
 * mattra_people_job_new:
 * @kind: what the rows are
 * @session: of the register
 *
 * Returns: (transfer full): a job without rows
 */
MattraPeopleJob *
mattra_people_job_new (const MattraPeopleKind *kind,
                       MattraSession          *session)
{
  MattraPeopleJob *job = NULL;

  g_return_val_if_fail (kind != NULL && MATTRA_IS_SESSION (session), NULL);

  job = g_new0 (MattraPeopleJob, 1);
  job->kind = kind;
  job->new_name = kind->new_name != NULL ? g_strdup (_(kind->new_name))
                                         : mattra_date_to_iso (mattra_clock_get_today (mattra_session_get_clock (session)));
  job->ids = g_ptr_array_new_with_free_func (g_free);
  return job;
}

/**
 * mattra_people_job_free:
 * @data: (transfer full): a job
 *
 * Frees it.
 */
void
mattra_people_job_free (gpointer data)
{
  MattraPeopleJob *job = data;

  g_free (job->new_name);
  g_clear_pointer (&job->ids, g_ptr_array_unref);
  g_clear_pointer (&job->cells, g_ptr_array_unref);
  g_clear_pointer (&job->fields, g_ptr_array_unref);
  g_free (job->before);
  g_free (job->added);
  g_free (job);
}

/* Sort keys are read anew before each row: those of the rows moved before it count. */
static gboolean
move_row (MattraPeopleJob  *job,
          MattraStore      *store,
          MattraPlan       *plan,
          const char       *id,
          GError          **error)
{
  g_autoptr (MattraPlan) now = mattra_store_load_plan (store, mattra_plan_get_fiscal_year (plan), error);

  return now != NULL && job->kind->move (store, now, id, job->before, error);
}

static gboolean
settle (MattraPeopleJob  *job,
        MattraStore      *store,
        MattraPlan       *plan,
        GError          **error)
{
  return job->kind->settle == NULL || job->kind->settle (store, mattra_plan_get_fiscal_year (plan), error);
}

/**
 * mattra_people_job_insert:
 * @store: the register
 * @plan: its plan
 * @data: a job
 * @error: why not
 *
 * Adds rows, before another one where the kind can move them.
 *
 * Returns: whether it was done
 */
gboolean
mattra_people_job_insert (MattraStore  *store,
                          MattraPlan   *plan,
                          gpointer      data,
                          GError      **error)
{
  MattraPeopleJob *job = data;

  for (guint i = 0; i < job->n_new; i++)
    {
      g_autofree char *id = job->kind->insert (store, plan, job->new_name, error);

      if (id == NULL || (job->before && job->kind->move && !move_row (job, store, plan, id, error)))
        return FALSE;
      g_free (job->added);
      job->added = g_steal_pointer (&id);
    }
  return settle (job, store, plan, error);
}

/**
 * mattra_people_job_set:
 * @store: the register
 * @plan: its plan
 * @data: a job
 * @error: why not
 *
 * Writes cells, into new rows where they lie beyond the last.
 *
 * Returns: whether it was done
 */
gboolean
mattra_people_job_set (MattraStore  *store,
                       MattraPlan   *plan,
                       gpointer      data,
                       GError      **error)
{
  MattraPeopleJob *job = data;

  for (guint i = 0; i < job->cells->len; i++)
    {
      const MattraGridCellText *cell = g_ptr_array_index (job->cells, i);

      while (cell->row >= job->ids->len)
        {
          char *id = job->kind->insert (store, plan, job->new_name, error);

          if (id == NULL)
            return FALSE;
          g_ptr_array_add (job->ids, id);
        }
      if (!job->kind->set (store, plan, g_ptr_array_index (job->ids, cell->row), g_ptr_array_index (job->fields, i),
                           cell->text, error))
        return FALSE;
    }
  return settle (job, store, plan, error);
}

/**
 * mattra_people_job_move:
 * @store: the register
 * @plan: its plan
 * @data: a job
 * @error: why not
 *
 * Moves rows before another one.
 *
 * Returns: whether it was done
 */
gboolean
mattra_people_job_move (MattraStore  *store,
                        MattraPlan   *plan,
                        gpointer      data,
                        GError      **error)
{
  MattraPeopleJob *job = data;

  for (guint i = 0; i < job->ids->len; i++)
    if (!move_row (job, store, plan, g_ptr_array_index (job->ids, i), error))
      return FALSE;
  return TRUE;
}

/**
 * mattra_people_job_delete:
 * @store: the register
 * @plan: its plan
 * @data: a job
 * @error: why not
 *
 * Deletes rows.
 *
 * Returns: whether it was done
 */
gboolean
mattra_people_job_delete (MattraStore  *store,
                          MattraPlan   *plan,
                          gpointer      data,
                          GError      **error)
{
  MattraPeopleJob *job = data;

  for (guint i = 0; i < job->ids->len; i++)
    if (!job->kind->remove (store, g_ptr_array_index (job->ids, i), error))
      return FALSE;
  return settle (job, store, plan, error);
}
