/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-rematch.h"
#include "two-measures.h"

static guint
n_divisions (TwoMeasures *self,
             const char  *measure)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  g_autoptr (MattraMeasure) found = mattra_store_load_measure (self->store, mattra_plan_get_id (plan), measure, NULL);

  return ((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (found), 0))->divisions->len;
}

static void
rematch (TwoMeasures *self,
         const char  *name)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  g_autoptr (MattraDivision) division = mattra_division_new (name);
  g_autofree char *id = NULL;

  g_assert_true (mattra_store_begin_act (self->store, "insert-division", NULL, MATTRA_ACT_EDIT, NULL));
  id = mattra_store_insert_division (self->store, mattra_plan_get_id (plan), division, NULL);
  g_assert_nonnull (id);
  g_assert_true (mattra_rematch_parties (self->store, TWO_MEASURES_YEAR, NULL));
  g_assert_true (mattra_store_commit_act (self->store, NULL));
}

/* A party that nobody knew finds its new division; the collective name means it too; undo takes all back. */
static void
test_new_division (TwoMeasures   *self,
                   gconstpointer  data)
{
  guint all = n_divisions (self, "2");

  g_assert_cmpuint (n_divisions (self, "1"), ==, 0);
  rematch (self, "หน่วยพิเศษ");
  g_assert_cmpuint (n_divisions (self, "1"), ==, 1);
  g_assert_cmpuint (n_divisions (self, "2"), ==, all + 1);
  g_assert_true (mattra_store_undo (self->store, NULL, NULL));
  g_assert_cmpuint (n_divisions (self, "1"), ==, 0);
  g_assert_cmpuint (n_divisions (self, "2"), ==, all);
}

/* Where nothing matches otherwise than before, nothing is written. */
static void
test_nothing (TwoMeasures   *self,
              gconstpointer  data)
{
  g_assert_true (mattra_store_begin_act (self->store, "set-aliases", NULL, MATTRA_ACT_EDIT, NULL));
  g_assert_true (mattra_rematch_parties (self->store, TWO_MEASURES_YEAR, NULL));
  g_assert_cmpuint (mattra_store_count_changes (self->store), ==, 0);
  mattra_store_abandon_act (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/operations/rematch/new-division", TwoMeasures, NULL, two_measures_set_up, test_new_division, two_measures_tear_down);
  g_test_add ("/operations/rematch/nothing", TwoMeasures, NULL, two_measures_set_up, test_nothing, two_measures_tear_down);
  return g_test_run ();
}
