/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-roll-over.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-copy-answers.h"
#include "mattra-copy-assessment.h"
#include "mattra-next-plan.h"
#include "mattra-planned.h"

typedef struct
{
  MattraStore *store; /* that the new plan is written to */
  MattraPlan *from;
  MattraPlan *to;
  GHashTable *divisions;
  int years;
  gboolean with_cancelled;
  MattraRollOver *done;
} Rolling;

/**
 * mattra_roll_over_clear:
 * @self: what was done
 *
 * Frees what it holds.
 */
void
mattra_roll_over_clear (MattraRollOver *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->left_out, g_ptr_array_unref);
}

static void
begin (MattraRollOver *done,
       int             from,
       int             to)
{
  *done = (MattraRollOver) { .from = from, .to = to, .left_out = g_ptr_array_new_with_free_func (g_free) };
}

/* Whom nobody named the register may know. */
static gboolean
check_actor (MattraStore        *store,
             const MattraActor  *actor,
             int                 year,
             GError            **error)
{
  g_autofree char *place = g_strdup_printf (_("fiscal year %d"), year);
  MattraActor kept = { NULL };

  if (actor == NULL && mattra_store_get_actor (store, &kept.role, &kept.division))
    actor = &kept;
  return mattra_actor_check (actor, MATTRA_ACTION_ROLL_OVER, place, error);
}

static gboolean
check_years (MattraPlan  *from,
             int          to,
             GError     **error)
{
  if (!mattra_fiscal_year_is_valid (to))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%d is no fiscal year of the Buddhist Era"), to);
  else if (to <= mattra_plan_get_fiscal_year (from))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("Fiscal year %d does not come after %d; choose a later one"), to,
                 mattra_plan_get_fiscal_year (from));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_free (MattraStore  *store,
            int           to,
            GError      **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);

  if (years == NULL)
    return FALSE;
  if (!g_ptr_array_find (years, GINT_TO_POINTER (to), NULL))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s already holds a plan of fiscal year %d; nothing was changed. Choose another year, or start it in"
                 " a new file"), mattra_store_get_path (store), to);
  return FALSE;
}

/**
 * mattra_roll_over_choose_from:
 * @store: a register
 * @to: the year to be started, B.E.; 0 for the one after the newest
 * @from: (out): the year to go on from: the newest before @to
 * @error: %MATTRA_ERROR_NOT_FOUND where no plan comes before @to
 *
 * Returns: whether there is one
 */
gboolean
mattra_roll_over_choose_from (MattraStore  *store,
                              int           to,
                              int          *from,
                              GError      **error)
{
  g_autoptr (GPtrArray) years = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && from != NULL, FALSE);

  *from = 0;
  years = mattra_store_list_years (store, error);
  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (to == 0 || GPOINTER_TO_INT (g_ptr_array_index (years, i)) < to)
      *from = GPOINTER_TO_INT (g_ptr_array_index (years, i));
  if (*from != 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("%s holds no plan of a year before %d to go on from"), mattra_store_get_path (store), to);
  return FALSE;
}

/* Measures */

static MattraRound
round_of_unnamed (MattraPlan *plan)
{
  const char *text = mattra_plan_get_setting (plan, MATTRA_SETTING_ROUND);
  MattraRound round;

  return text != NULL && mattra_round_from_string (text, &round) ? round : MATTRA_ROUND_FULL_YEAR;
}

static gboolean
write_carried (MattraStore    *store,
               const char     *measure,
               guint           position,
               GPtrArray      *carried,
               MattraRollOver *done,
               GError        **error)
{
  for (guint i = 0; i < carried->len; i++)
    if (!mattra_store_insert_carried (store, measure, position + i, g_ptr_array_index (carried, i), error))
      return FALSE;
  done->n_carried += carried->len;
  return TRUE;
}

static void
count_period (MattraRollOver *done,
              MattraMeasure  *measure)
{
  const char *text = mattra_measure_get_period_text (measure);

  if (mattra_date_is_set (mattra_measure_get_period_start (measure))
      || mattra_date_is_set (mattra_measure_get_period_end (measure)))
    done->n_moved++;
  else if (text != NULL && *text != '\0')
    done->n_without_days++;
}

/* What was said last counts. */
static gboolean
is_cancelled (MattraPlan    *plan,
              MattraMeasure *measure)
{
  for (int round = MATTRA_ROUND_FULL_YEAR; round >= MATTRA_ROUND_FIRST_HALF; round--)
    {
      MattraStatus stated = mattra_plan_stated_status (plan, measure, round);

      if (stated == MATTRA_STATUS_NONE && round_of_unnamed (plan) == (MattraRound) round)
        stated = mattra_plan_stated_status (plan, measure, MATTRA_ROUND_NONE);
      if (stated != MATTRA_STATUS_NONE)
        return stated == MATTRA_STATUS_CANCELLED;
    }
  return FALSE;
}

static gboolean
roll_measure (Rolling        *self,
              MattraMeasure  *measure,
              GError        **error)
{
  int year = mattra_plan_get_fiscal_year (self->from);
  g_autoptr (MattraMeasure) next = mattra_next_measure_new (measure, year, self->years, self->divisions);
  g_autoptr (GPtrArray) carried =
    mattra_next_measure_list_carried (measure, year, MATTRA_ROUND_FULL_YEAR, round_of_unnamed (self->from),
                                      self->divisions);
  g_autofree char *content = mattra_planned_new (self->to, next);
  MattraOrigin origin = { .origin = (char *) mattra_measure_get_id (measure), .fiscal_year = year,
                          .content = content };

  if (!mattra_store_insert_measure (self->store, mattra_plan_get_id (self->to), next, error))
    return FALSE;
  origin.measure = (char *) mattra_measure_get_id (next);
  self->done->n_measures++;
  count_period (self->done, next);
  return mattra_store_insert_origin (self->store, &origin, error)
         && write_carried (self->store, origin.measure, 0, carried, self->done, error);
}

static gboolean
roll_unless_cancelled (MattraMeasure  *measure,
                       gpointer        user_data,
                       GError        **error)
{
  Rolling *self = user_data;

  if (self->with_cancelled || !is_cancelled (self->from, measure))
    return roll_measure (self, measure, error);
  self->done->n_cancelled++;
  return TRUE;
}

/* @source holds the old plan; the new one is in the register that is written. */
static gboolean
roll_measures (Rolling      *self,
               MattraStore  *source,
               GError      **error)
{
  g_autoptr (MattraMeasureSource) measures =
    mattra_store_list_measures (source, mattra_plan_get_id (self->from), NULL, error);

  self->divisions = mattra_next_plan_map_divisions (self->from, self->to);
  return measures != NULL && mattra_measure_source_for_each (measures, roll_unless_cancelled, self, error);
}

static gboolean
begin_act (MattraStore  *store,
           int           from,
           int           to,
           GError      **error)
{
  g_autofree char *arguments = g_strdup_printf ("%d\t%d", from, to);

  return mattra_store_begin_act (store, "roll-over", arguments, MATTRA_ACT_EDIT, error);
}

static gboolean
end_act (MattraStore  *store,
         gboolean      done,
         GError      **error)
{
  if (done)
    return mattra_store_commit_act (store, error);
  mattra_store_abandon_act (store);
  return FALSE;
}

/**
 * mattra_roll_over:
 * @store: a register open for writing, with no act begun
 * @from: the plan to go on from, as loaded from it
 * @to: the year to start, B.E.
 * @with_cancelled: whether measures that were cancelled go on as well
 * @actor: (nullable): who does it; %NULL for whom @store knows, see mattra_store_set_actor(), else who keeps it
 * @done: (out caller-allocates): what was done, to be cleared in any case
 * @error: why not: %MATTRA_ERROR_INVALID for a year that is there or comes before, %MATTRA_ERROR_DENIED
 *
 * Starts the next fiscal year as one act: all that was planned goes on with its periods moved, what was recommended
 * waits to be answered, and nothing that was answered, ticked, proven or decided is taken along. Measures that were
 * cancelled stay behind unless they are asked for.
 *
 * Returns: whether it was done
 */
gboolean
mattra_roll_over (MattraStore        *store,
                  MattraPlan         *from,
                  int                 to,
                  gboolean            with_cancelled,
                  const MattraActor  *actor,
                  MattraRollOver     *done,
                  GError            **error)
{
  Rolling rolling = { .store = store, .from = from, .with_cancelled = with_cancelled, .done = done };
  gboolean rolled;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (from) && done != NULL, FALSE);

  begin (done, mattra_plan_get_fiscal_year (from), to);
  if (!check_actor (store, actor, to, error) || !check_years (from, to, error)
      || !begin_act (store, done->from, to, error))
    return FALSE;
  rolling.years = to - done->from;
  rolling.to = mattra_next_plan_new (from, to, done->left_out);
  rolled = check_free (store, to, error) && mattra_store_insert_plan (store, rolling.to, error)
           && roll_measures (&rolling, store, error);
  g_clear_object (&rolling.to);
  g_clear_pointer (&rolling.divisions, g_hash_table_unref);
  return end_act (store, rolled, error);
}

/* A new register */

static gboolean
copy_signers (Rolling  *self,
              GError  **error)
{
  GPtrArray *signers = mattra_plan_get_signers (self->from);

  for (guint i = 0; i < signers->len; i++)
    {
      MattraSigner signer = *(const MattraSigner *) g_ptr_array_index (signers, i);
      g_autofree char *id = NULL;

      if (signer.division != NULL)
        signer.division = g_hash_table_lookup (self->divisions, signer.division);
      id = mattra_store_insert_signer (self->store, &signer, error);
      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_picture (Rolling      *self,
              MattraStore  *source,
              const char   *name,
              const char   *sha256,
              GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (sha256 == NULL)
    return TRUE;
  bytes = mattra_store_load_blob (source, sha256, error);
  return bytes != NULL && mattra_store_set_picture (self->store, name, bytes, error);
}

static gboolean
fill_new (Rolling      *self,
          MattraStore  *source,
          GError      **error)
{
  const MattraOrganisation *organisation = mattra_plan_get_organisation (self->from);

  return roll_measures (self, source, error)
         && copy_signers (self, error)
         && mattra_copy_assessment (source, self->from, self->store, self->done->to, error)
         && copy_picture (self, source, "emblem", organisation->emblem, error)
         && copy_picture (self, source, "garuda", organisation->garuda, error);
}

static gboolean
write_new (Rolling      *self,
           MattraStore  *source,
           const char   *path,
           const char   *person,
           GError      **error)
{
  gboolean filled;

  self->store = mattra_store_open (path, FALSE, error);
  if (self->store == NULL)
    return FALSE;
  mattra_store_set_person (self->store, person != NULL ? person : g_get_user_name ());
  filled = begin_act (self->store, self->done->from, self->done->to, error)
           && end_act (self->store, fill_new (self, source, error), error);
  g_clear_object (&self->store);
  return filled;
}

/**
 * mattra_roll_over_into:
 * @store: a register
 * @from: the plan to go on from, as loaded from it
 * @to: the year to start, B.E.
 * @path: where the new register is to be; nothing may be there
 * @with_cancelled: whether measures that were cancelled go on as well
 * @actor: (nullable): who does it; %NULL for whom @store knows, see mattra_store_set_actor(), else who keeps it
 * @done: (out caller-allocates): what was done, to be cleared in any case
 * @error: why not
 *
 * Starts the next fiscal year in a new register, as mattra_roll_over() does: with the office and its pictures, the
 * people, and what the year needs of the assessment, see mattra_copy_assessment(). @store is only read.
 *
 * Returns: whether it was done; else no file is left behind
 */
gboolean
mattra_roll_over_into (MattraStore        *store,
                       MattraPlan         *from,
                       int                 to,
                       const char         *path,
                       gboolean            with_cancelled,
                       const MattraActor  *actor,
                       MattraRollOver     *done,
                       GError            **error)
{
  Rolling rolling = { .from = from, .with_cancelled = with_cancelled, .done = done };
  gboolean rolled;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (from) && path != NULL && done != NULL, FALSE);

  begin (done, mattra_plan_get_fiscal_year (from), to);
  if (!check_actor (store, actor, to, error) || !check_years (from, to, error))
    return FALSE;
  rolling.years = to - done->from;
  rolling.to = mattra_next_plan_new (from, to, done->left_out);
  rolled = mattra_store_create (path, rolling.to, error);
  if (rolled && !write_new (&rolling, store, path, actor != NULL ? actor->name : NULL, error))
    {
      g_unlink (path);
      rolled = FALSE;
    }
  g_clear_object (&rolling.to);
  g_clear_pointer (&rolling.divisions, g_hash_table_unref);
  return rolled;
}

/* The next round */

static gboolean
is_carried (MattraMeasure       *measure,
            const MattraCarried *other)
{
  GPtrArray *carried = mattra_measure_get_carried (measure);

  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);

      if (one->fiscal_year == other->fiscal_year && g_strcmp0 (one->division, other->division) == 0
          && g_str_equal (one->text, other->text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
carry_on (MattraMeasure  *measure,
          gpointer        user_data,
          GError        **error)
{
  Rolling *self = user_data;
  g_autoptr (GPtrArray) carried =
    mattra_next_measure_list_carried (measure, self->done->from, MATTRA_ROUND_FIRST_HALF,
                                      round_of_unnamed (self->from), NULL);

  for (guint i = carried->len; i > 0; i--)
    if (is_carried (measure, g_ptr_array_index (carried, i - 1)))
      g_ptr_array_remove_index (carried, i - 1);
  self->done->n_measures++;
  return write_carried (self->store, mattra_measure_get_id (measure), mattra_measure_get_carried (measure)->len, carried,
                        self->done, error);
}

static gboolean
roll_round (Rolling   *self,
            gboolean   copy,
            GError   **error)
{
  const char *plan = mattra_plan_get_id (self->from);
  g_autoptr (MattraMeasureSource) measures = mattra_store_list_measures (self->store, plan, NULL, error);

  return measures != NULL && mattra_measure_source_for_each (measures, carry_on, self, error)
         && (!copy || mattra_copy_answers (self->store, self->from, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR,
                                           &self->done->n_copied, error))
         && mattra_store_set_setting (self->store, plan, MATTRA_SETTING_ROUND,
                                      mattra_round_to_string (MATTRA_ROUND_FULL_YEAR), error)
         && mattra_store_set_setting (self->store, plan, MATTRA_SETTING_ROUND_TEXT, NULL, error);
}

/**
 * mattra_roll_over_round:
 * @store: a register open for writing, with no act begun
 * @plan: a plan as loaded from it
 * @copy: whether results of the first half are copied to the full year as well
 * @actor: (nullable): who does it; %NULL for whom @store knows, see mattra_store_set_actor(), else who keeps it
 * @done: (out caller-allocates): what was done, to be cleared in any case
 * @error: why not: %MATTRA_ERROR_DENIED where the full year is closed
 *
 * Goes on from the first half to the full year as one act: what was recommended in the first half waits to be
 * answered. Done twice it carries nothing twice.
 *
 * Returns: whether it was done
 */
gboolean
mattra_roll_over_round (MattraStore        *store,
                        MattraPlan         *plan,
                        gboolean            copy,
                        const MattraActor  *actor,
                        MattraRollOver     *done,
                        GError            **error)
{
  Rolling rolling = { .store = store, .from = plan, .done = done };
  int year;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && done != NULL, FALSE);

  year = mattra_plan_get_fiscal_year (plan);
  begin (done, year, year);
  if (!check_actor (store, actor, year, error))
    return FALSE;
  if (!mattra_plan_get_round (plan, MATTRA_ROUND_FULL_YEAR)->open)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                   _("The full year of fiscal year %d is closed; open the round first"), year);
      return FALSE;
    }
  return begin_act (store, year, year, error) && end_act (store, roll_round (&rolling, copy, error), error);
}
