/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-fiscal.h"
#include "mattra-span-list.h"
#include "own-folder.h"
#include "session-fixture.h"

#define HEAD "นางสาวหัวหน้า กองหนึ่ง"

typedef struct
{
  SessionFixture base;
  MattraSpanList *spans;
  MattraMeasureList *rows;
} Fixture;

static void
settle (Fixture *self)
{
  mattra_session_wait (self->base.session);
  while (mattra_span_list_get_pending (self->spans) || mattra_measure_list_get_pending (self->rows))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const periods[][2] = {
    { "2", "ต.ค. - พ.ย." }, { "4", "1 ต.ค. - 15 มี.ค." }, { "6", "ก.พ." }, { "8", "ก.ย." }, { "12", "ภายใน 28 ก.พ." },
    { "14", "ทุกเดือน" },
  };

  session_fixture_init (&self->base);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      session_fixture_set (self->base.session, periods[i][0], "period_text", periods[i][1]);
      session_fixture_set (self->base.session, periods[i][0], "status", "in_progress");
    }
  self->spans = mattra_span_list_new (self->base.session);
  self->rows = mattra_measure_list_new (self->base.session);
  settle (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->spans);
  g_clear_object (&self->rows);
  session_fixture_clear (&self->base);
}

/* The measures of the bars are those of the table, and as many as the sidebar says. */
static void
assert_as_table (Fixture *self)
{
  GPtrArray *spans = mattra_span_list_get_spans (self->spans);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < spans->len; i++)
    {
      MattraSpan *span = g_ptr_array_index (spans, i);
      guint position;

      g_hash_table_add (seen, span->measure);
      g_assert_true (mattra_measure_list_find (self->rows, span->measure, &position));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  if (mattra_session_get_division (self->base.session) == NULL)
    g_assert_cmpuint (n, ==, mattra_session_get_list_count (self->base.session,
                                                            mattra_session_get_list (self->base.session)));
}

static void
test_as_table (Fixture       *self,
               gconstpointer  data)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->base.session));

  for (guint list = 0; list < MATTRA_N_SMART_LISTS; list++)
    for (guint i = 0; i <= mattra_division_list_get_size (divisions); i++)
      {
        mattra_session_set_division (self->base.session, i > 0 ? mattra_division_list_get (divisions, i - 1)->id : NULL);
        mattra_session_set_list (self->base.session, list);
        settle (self);
        assert_as_table (self);
      }
}

static gboolean
add_head (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (HEAD);
  g_autofree char *id = NULL;

  signer->division = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 1)->id);
  id = mattra_store_insert_signer (store, signer, error);
  return id != NULL;
}

/* Who follows one division sees its bars alone, as many as the lists say. */
static void
test_followed (Fixture       *self,
               gconstpointer  data)
{
  MattraSession *session = self->base.session;
  const char *own;

  mattra_session_act_async (session, "set", NULL, add_head, NULL, NULL, NULL, NULL);
  mattra_session_wait (session);
  g_assert_true (mattra_session_choose_actor (session, HEAD, NULL));
  own = mattra_session_get_own_division (session);
  g_assert_nonnull (own);
  for (guint list = 0; list < MATTRA_N_SMART_LISTS; list++)
    {
      GPtrArray *spans;

      mattra_session_set_division (session, NULL);
      mattra_session_set_list (session, list);
      settle (self);
      assert_as_table (self);
      spans = mattra_span_list_get_spans (self->spans);
      for (guint i = 0; i < spans->len; i++)
        g_assert_cmpstr (((const MattraSpan *) g_ptr_array_index (spans, i))->division, ==, own);
    }
  g_assert_true (mattra_session_choose_actor (session, NULL, NULL));
}

/* Divisions in the order of the plan, what has none last, each in the order of the register. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->base.session));
  GPtrArray *spans = mattra_span_list_get_spans (self->spans);
  int before = -1, number = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MattraSpan *span = g_ptr_array_index (spans, i);
      int place = *span->division != '\0' ? mattra_division_list_position (divisions, span->division) : G_MAXINT;

      g_assert_cmpint (place, >=, before);
      if (place == before)
        g_assert_cmpint (span->number, >, number);
      before = place;
      number = span->number;
    }
  g_assert_cmpint (before, ==, G_MAXINT);
  g_assert_cmpuint (mattra_span_list_get_milestones (self->spans)->len, >, 0);
}

static guint
count_late (Fixture *self)
{
  GPtrArray *spans = mattra_span_list_get_spans (self->spans);
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    n += ((const MattraSpan *) g_ptr_array_index (spans, i))->overdue;
  return n;
}

/* Whatever day it becomes, and also where the clock is set back, bars, table and counts say the same; what is late on a
 * day is late on all that follow. */
static void
test_turns_over (Fixture       *self,
                 gconstpointer  data)
{
  int year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->base.session));
  MattraDate start = mattra_fiscal_year_start (year);
  MattraDate end = mattra_fiscal_year_end (year);
  MattraDate february = mattra_date_add_days (mattra_date_add_months (start, 5), -1);
  const MattraDate days[] = { mattra_date_add_days (start, -1), start, february, mattra_date_add_days (february, 1),
                              mattra_date_add_days (end, -1), end, mattra_date_add_days (end, 1) };
  guint late[G_N_ELEMENTS (days)] = { 0 };

  mattra_session_set_list (self->base.session, MATTRA_LIST_OVERDUE);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      mattra_clock_set_fixed (mattra_session_get_clock (self->base.session), days[i]);
      settle (self);
      assert_as_table (self);
      late[i] = count_late (self);
      if (i > 0)
        g_assert_cmpuint (late[i], >=, late[i - 1]);
    }
  g_assert_cmpuint (late[0], ==, 0);
  g_assert_cmpuint (late[3], >, late[2]);
  g_assert_cmpuint (late[6], >, late[5]);
  for (guint i = G_N_ELEMENTS (days); i > 0; i--)
    {
      mattra_clock_set_fixed (mattra_session_get_clock (self->base.session), days[i - 1]);
      settle (self);
      g_assert_cmpuint (count_late (self), ==, late[i - 1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/session/spans/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("as-table", test_as_table);
  ADD ("followed", test_followed);
  ADD ("order", test_order);
  ADD ("turns-over", test_turns_over);

  result = g_test_run ();
  own_folder_remove (folder);
  return result;
}
