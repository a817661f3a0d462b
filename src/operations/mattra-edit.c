/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-edit-private.h"
#include "mattra-error.h"
#include "mattra-find.h"
#include "mattra-items.h"
#include "mattra-read-date.h"
#include "mattra-rematch.h"
#include "mattra-ulid.h"

#define PERSON_PREFIX "person:"
#define DIVISION_PREFIX "division:"
#define PAPER_PREFIX "paper:"
#define MEMBER_PREFIX "member:"

/* Edits whose measures are read at once. */
#define AHEAD 64

/* Splits a value into the lines of a cell; blank lines are none. */
char **
mattra_edit_lines (const char *value)
{
  g_auto (GStrv) raw = g_strsplit (value, "\n", -1);
  GStrvBuilder *lines = g_strv_builder_new ();
  char **result;

  for (guint i = 0; raw[i]; i++)
    if (*g_strstrip (raw[i]) != '\0')
      g_strv_builder_add (lines, raw[i]);
  result = g_strv_builder_end (lines);
  g_strv_builder_unref (lines);
  return result;
}

/* A cell whose only line is a word for nothing was answered with "none": the line is that word. */
const char *
mattra_edit_none (char **lines)
{
  return lines[0] && lines[1] == NULL && mattra_items_is_none (lines[0]) ? lines[0] : NULL;
}

/* Reads a day, or nothing, as ISO; an empty value gives %NULL. */
gboolean
mattra_edit_date (const MattraEdit  *edit,
                  char             **iso,
                  GError           **error)
{
  MattraDate date = MATTRA_DATE_NONE;

  *iso = NULL;
  if (*edit->value == '\0')
    return TRUE;
  if (!mattra_read_date (edit->value, &date))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s: “%s” is no day; write it like 2023-04-10 or ๑๐ เม.ย. ๒๕๖๖"),
                   edit->field, edit->value);
      return FALSE;
    }
  *iso = mattra_date_to_iso (date);
  return TRUE;
}

/* Reads a whole number within bounds, or nothing, as western digits. */
gboolean
mattra_edit_number (const MattraEdit  *edit,
                    int                first,
                    int                last,
                    char             **text,
                    GError           **error)
{
  const char *cursor = edit->value;
  int number = 0;

  *text = NULL;
  if (*edit->value == '\0')
    return TRUE;
  if (!mattra_digits_parse (&cursor, &number) || *cursor != '\0' || number < first || number > last)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s: “%s” is no whole number from %d to %d"), edit->field, edit->value, first, last);
      return FALSE;
    }
  *text = mattra_digits_format (number, MATTRA_DIGITS_WESTERN);
  return TRUE;
}

/* Sets the error for a field that the target does not have. */
void
mattra_edit_unknown (const MattraEdit  *edit,
                     const char *const *fields,
                     GError           **error)
{
  g_autofree char *names = g_strjoinv (", ", (char **) fields);

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("There is no field “%s” of %s; there are: %s"), edit->field, edit->target, names);
}

static gboolean
is_measure (const char *target)
{
  return !g_str_equal (target, "organisation") && !g_str_equal (target, "plan")
         && !g_str_has_prefix (target, PERSON_PREFIX) && !g_str_has_prefix (target, DIVISION_PREFIX)
         && !g_str_has_prefix (target, PAPER_PREFIX) && !g_str_has_prefix (target, MEMBER_PREFIX);
}

/* What it is to change a target that is no measure. */
static MattraAction
action_of (const char *target)
{
  return g_str_has_prefix (target, PERSON_PREFIX) || g_str_has_prefix (target, DIVISION_PREFIX)
             || g_str_has_prefix (target, MEMBER_PREFIX)
           ? MATTRA_ACTION_EDIT_PEOPLE : MATTRA_ACTION_SETTINGS;
}

static char *
describe (const MattraEdit *edit,
          MattraMeasure    *measure)
{
  if (measure == NULL)
    return g_strdup_printf (_("%s of %s"), edit->field, edit->target);
  if (mattra_measure_get_number (measure) > 0)
    return g_strdup_printf (_("%s of measure %d"), edit->field, mattra_measure_get_number (measure));
  return g_strdup_printf (_("%s of measure %s"), edit->field, mattra_measure_get_id (measure));
}

/* Asks the table of permissions inside the act: nobody else decides on the answer meanwhile. The store asks it as well,
 * of each row; here the cell has a name, and is refused before its value is read. */
static gboolean
check_allowed (MattraStore       *store,
               MattraPlan        *plan,
               const MattraEdit  *edit,
               MattraMeasure     *measure,
               GError           **error)
{
  g_autofree char *place = NULL;
  MattraActor actor = { NULL };
  MattraReason reason;

  /* Who answers a recommendation of an earlier year is for the store alone to say. */
  if (!mattra_store_get_actor (store, &actor.role, &actor.division)
      || (measure != NULL && g_str_has_prefix (edit->field, MATTRA_CELL_CARRIED)))
    return TRUE;
  if (measure != NULL && mattra_cell_is_answer (edit->field))
    reason = mattra_actor_ask (&actor, plan, measure, MATTRA_ACTION_EDIT_ANSWER, edit->round, edit->division);
  else
    reason = mattra_permission_ask (actor.role, measure != NULL ? MATTRA_ACTION_EDIT_PLAN : action_of (edit->target),
                                    FALSE, MATTRA_REVIEW_DRAFT);
  if (reason == MATTRA_REASON_NONE)
    return TRUE;
  place = describe (edit, measure);
  mattra_actor_refuse (reason, place, error);
  return FALSE;
}

static gboolean
apply_besides (MattraStore       *store,
               MattraPlan        *plan,
               const MattraEdit  *edit,
               GError           **error)
{
  const char *target = edit->target;

  if (g_str_equal (target, "organisation"))
    return mattra_edit_organisation (store, plan, edit, error);
  if (g_str_equal (target, "plan"))
    return mattra_edit_plan (store, plan, edit, error);
  if (g_str_has_prefix (target, PERSON_PREFIX))
    return mattra_edit_person (store, plan, target + strlen (PERSON_PREFIX), edit, error);
  if (g_str_has_prefix (target, DIVISION_PREFIX))
    return mattra_edit_division (store, plan, target + strlen (DIVISION_PREFIX), edit, error)
           && mattra_rematch_parties (store, mattra_plan_get_fiscal_year (plan), error);
  if (g_str_has_prefix (target, PAPER_PREFIX))
    return mattra_edit_paper (store, plan, target + strlen (PAPER_PREFIX), edit, error);
  return mattra_edit_member (store, plan, target + strlen (MEMBER_PREFIX), edit, error);
}

/* @known is the measure that is the target, where it was read already. */
static gboolean
apply (MattraStore       *store,
       MattraPlan        *plan,
       const MattraEdit  *edit,
       MattraMeasure     *known,
       GError           **error)
{
  g_autoptr (MattraMeasure) measure = NULL;

  if (!is_measure (edit->target))
    return check_allowed (store, plan, edit, NULL, error) && apply_besides (store, plan, edit, error);
  measure = known != NULL ? g_object_ref (known) : mattra_find_measure (store, plan, edit->target, error);
  return measure != NULL && check_allowed (store, plan, edit, measure, error)
         && mattra_edit_measure (store, plan, edit, measure, error);
}

/**
 * mattra_edit_apply:
 * @store: a register open for writing
 * @plan: the plan as loaded from it
 * @edit: what to change
 * @n_changes: (out) (optional): how many cells of the tables the act changed; 0 where the value stood
 *   there already
 * @error: return location
 *
 * Changes one cell as one act. Fails with %MATTRA_ERROR_INVALID for a value that cannot be, with
 * %MATTRA_ERROR_NOT_FOUND for an unknown target or field, with %MATTRA_ERROR_DENIED and the reason where the table of
 * permissions does not let the store's actor do it, and as the store does.
 *
 * Returns: whether the value now stands in the register
 */
gboolean
mattra_edit_apply (MattraStore       *store,
                   MattraPlan        *plan,
                   const MattraEdit  *edit,
                   guint             *n_changes,
                   GError           **error)
{
  g_autofree char *arguments = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && edit != NULL, FALSE);

  arguments = g_strdup_printf ("%s\t%s", edit->target, edit->field);
  if (!mattra_store_begin_act (store, "set", arguments, MATTRA_ACT_EDIT, error))
    return FALSE;
  if (!apply (store, plan, edit, NULL, error))
    {
      mattra_store_abandon_act (store);
      return FALSE;
    }
  if (n_changes)
    *n_changes = mattra_store_count_changes (store);
  return mattra_store_commit_act (store, error);
}

/**
 * mattra_edit_apply_as:
 * @store: a register open for writing
 * @plan: the plan as loaded from it
 * @edit: what to change
 * @actor: (nullable): who changes it; %NULL for who keeps the register
 * @n_changes: (out) (optional): how many cells of the tables the act changed; 0 where the value stood
 *   there already
 * @error: return location
 *
 * Changes one cell as mattra_edit_apply() in the name and with the rights of @actor, who writes from then on.
 *
 * Returns: whether the value now stands in the register
 */
gboolean
mattra_edit_apply_as (MattraStore        *store,
                      MattraPlan         *plan,
                      const MattraEdit   *edit,
                      const MattraActor  *actor,
                      guint              *n_changes,
                      GError            **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && edit != NULL, FALSE);

  mattra_actor_enter (actor, store);
  return mattra_edit_apply (store, plan, edit, n_changes, error);
}

/* Turns a cell of a table into the answer that it shows. */
static gboolean
find_shown (MattraPlan     *plan,
            MattraMeasure  *measure,
            MattraEdit     *edit,
            GError        **error)
{
  g_autofree char *why = NULL;

  if (!mattra_cell_is_editable (plan, measure, edit->field, edit->round, edit->division, &why))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_DENIED, why);
      return FALSE;
    }
  edit->division = mattra_cell_get_division (plan, measure, edit->field, edit->round, edit->division);
  return TRUE;
}

static gboolean
set_shown (MattraStore       *store,
           MattraPlan        *plan,
           const MattraEdit  *edit,
           MattraMeasure     *known,
           GError           **error)
{
  MattraEdit shown = *edit;
  g_autoptr (MattraMeasure) measure = known != NULL ? g_object_ref (known) : NULL;

  if (!is_measure (edit->target) || !mattra_cell_is_answer (edit->field))
    return apply (store, plan, edit, known, error);
  if (measure == NULL)
    measure = mattra_find_measure (store, plan, edit->target, error);
  return measure != NULL && find_shown (plan, measure, &shown, error)
         && apply (store, plan, &shown, measure, error);
}

/**
 * mattra_edit_set:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @edit: what to change
 * @error: return location
 *
 * Changes one cell as part of the act that is open. It is the cell that a table shows, see
 * mattra_cell_get_division(): one that several divisions answered fails with %MATTRA_ERROR_DENIED; else as
 * mattra_edit_apply(). When it fails, the act can only be abandoned.
 *
 * Returns: whether the value now stands in the register
 */
gboolean
mattra_edit_set (MattraStore       *store,
                 MattraPlan        *plan,
                 const MattraEdit  *edit,
                 GError           **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && edit != NULL, FALSE);

  return set_shown (store, plan, edit, NULL, error);
}

/* Reads the measures of the next edits at once: read one by one they are what most of the time is for. */
static gboolean
read_ahead (MattraStore       *store,
            MattraPlan        *plan,
            const MattraEdit  *edits,
            guint              n_edits,
            GHashTable        *ahead,
            GError           **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (MattraMeasureKey));
  g_autoptr (GPtrArray) measures = NULL;

  for (guint i = 0; i < n_edits; i++)
    {
      MattraMeasureKey key = { 0 };

      if (!mattra_ulid_is_valid (edits[i].target))
        continue;
      g_strlcpy (key.id, edits[i].target, sizeof key.id);
      g_array_append_val (keys, key);
    }
  measures = mattra_store_load_measures (store, mattra_plan_get_id (plan),
                                         (const MattraMeasureKey *) (const void *) keys->data, keys->len, error);
  if (measures == NULL)
    return FALSE;
  g_hash_table_remove_all (ahead);
  for (guint i = 0; i < measures->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (measures, i);

      g_hash_table_replace (ahead, (gpointer) mattra_measure_get_id (measure), g_object_ref (measure));
    }
  return TRUE;
}

/**
 * mattra_edit_set_all:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @edits: (array length=n_edits): what to change, in this order
 * @n_edits: how many cells
 * @error: return location
 *
 * Changes cells as mattra_edit_set() does one after the other, only sooner.
 *
 * Returns: whether all values now stand in the register
 */
gboolean
mattra_edit_set_all (MattraStore       *store,
                     MattraPlan        *plan,
                     const MattraEdit  *edits,
                     guint              n_edits,
                     GError           **error)
{
  g_autoptr (GHashTable) ahead = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (MattraMeasure) measure = NULL;

      if (i % AHEAD == 0 && !read_ahead (store, plan, &edits[i], MIN (AHEAD, n_edits - i), ahead, error))
        return FALSE;
      /* What was changed once is read anew; a division that is changed may change any. */
      if (is_measure (edits[i].target))
        g_hash_table_steal_extended (ahead, edits[i].target, NULL, (gpointer *) &measure);
      else
        g_hash_table_remove_all (ahead);
      if (!set_shown (store, plan, &edits[i], measure, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_edit_set_exactly:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @edit: what to change
 * @error: return location
 *
 * Changes one cell as part of the act that is open, as mattra_edit_set(); an answer is that of the division
 * named, or the joint one, whatever a table would show in its place. When it fails, the act can only be
 * abandoned.
 *
 * Returns: whether the value now stands in the register
 */
gboolean
mattra_edit_set_exactly (MattraStore       *store,
                         MattraPlan        *plan,
                         const MattraEdit  *edit,
                         GError           **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && edit != NULL, FALSE);

  return apply (store, plan, edit, NULL, error);
}
