/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-next-plan.h"

#include <string.h>

#include "mattra-carried.h"
#include "mattra-period.h"
#include "mattra-report.h"
#include "mattra-text.h"

#define MONTHS 12

/* Settings that belong to one year: what was last read in, and days. Those of a kind of report have its name and a
 * slash before them. */
static const char *const yearly_settings[] = {
  MATTRA_SETTING_ROUND, MATTRA_SETTING_ROUND_TEXT, MATTRA_SETTING_REPORT_DATE, NULL
};

static MattraDate
move_day (MattraDate day,
          int        years)
{
  MattraDate moved = mattra_date_add_months (day, years * MONTHS);

  return mattra_date_compare (day, mattra_date_month_end (day)) == 0 ? mattra_date_month_end (moved) : moved;
}

/* Rounds are open, with the office's own days. */
static void
copy_round (MattraPlan  *from,
            MattraPlan  *to,
            MattraRound  round,
            int          years)
{
  const MattraPlanRound *before = mattra_plan_get_round (from, round);
  MattraPlanRound *after = mattra_plan_get_round (to, round);

  after->start = move_day (before->start, years);
  after->end = move_day (before->end, years);
  after->answers_due = mattra_date_is_set (before->answers_due) ? move_day (before->answers_due, years)
                                                                : MATTRA_DATE_NONE;
  after->open = TRUE;
}

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
copy_organisation (MattraPlan *from,
                   MattraPlan *to)
{
  const MattraOrganisation *before = mattra_plan_get_organisation (from);
  MattraOrganisation *after = mattra_plan_get_organisation (to);

  set_text (&after->name, before->name);
  set_text (&after->district, before->district);
  set_text (&after->province, before->province);
  set_text (&after->website, before->website);
  after->kind = before->kind;
}

static void
copy_divisions (MattraPlan *from,
                MattraPlan *to)
{
  g_autoptr (MattraDivisionList) divisions = mattra_division_list_copy (mattra_plan_get_divisions (from));

  mattra_plan_set_divisions (to, divisions);
}

static void
copy_members (MattraPlan *from,
              MattraPlan *to)
{
  GPtrArray *members = mattra_plan_get_members (from);

  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *before = g_ptr_array_index (members, i);
      MattraMember *after = mattra_member_new (before->role);

      after->sort_key = g_strdup (before->sort_key);
      after->name = g_strdup (before->name);
      after->post = g_strdup (before->post);
      g_ptr_array_add (mattra_plan_get_members (to), after);
    }
}

/* A text that names a year of the Buddhist Era is about last year; to count the year on would be to write what
 * nobody said. */
static gboolean
names_a_year (const char *text)
{
  g_autofree char *western = mattra_digits_to_western (text);

  for (const char *p = western; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if (n == 4 && mattra_fiscal_year_is_valid ((int) g_ascii_strtoll (p, NULL, 10)))
        return TRUE;
      p += n > 0 ? n : 1;
    }
  return FALSE;
}

static void
copy_settings (MattraPlan *from,
               MattraPlan *to,
               GPtrArray  *left_out)
{
  g_autoptr (GList) names = mattra_plan_list_settings (from);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data;
      const char *slash = strrchr (name, '/');
      const char *value = mattra_plan_get_setting (from, name);

      if (value == NULL || g_strv_contains (yearly_settings, slash != NULL ? slash + 1 : name))
        continue;
      if (!names_a_year (value))
        mattra_plan_set_setting (to, name, value);
      else if (left_out != NULL)
        g_ptr_array_add (left_out, g_strdup (name));
    }
}

/**
 * mattra_next_plan_new:
 * @from: a plan
 * @fiscal_year: the year of the new one, B.E.
 * @left_out: (nullable) (element-type utf8): gets the names of settings that were left out as they name a year
 *
 * Makes the plan of another year: the office, rounds with their days moved, divisions with their other names, the
 * committee and how reports look. The analysed year goes on with it. Scores, numbers of papers and days of reports
 * belong to their year, and people to the register: they are not in it.
 *
 * Returns: (transfer full): the plan; nothing in it has a key
 */
MattraPlan *
mattra_next_plan_new (MattraPlan *from,
                      int         fiscal_year,
                      GPtrArray  *left_out)
{
  MattraPlan *to = NULL;
  int years;

  g_return_val_if_fail (MATTRA_IS_PLAN (from) && mattra_fiscal_year_is_valid (fiscal_year), NULL);

  to = mattra_plan_new (fiscal_year);
  years = fiscal_year - mattra_plan_get_fiscal_year (from);
  if (mattra_plan_get_analysed_year (from) > 0)
    mattra_plan_set_analysed_year (to, mattra_plan_get_analysed_year (from) + years);
  copy_round (from, to, MATTRA_ROUND_FIRST_HALF, years);
  copy_round (from, to, MATTRA_ROUND_FULL_YEAR, years);
  copy_organisation (from, to);
  copy_divisions (from, to);
  copy_members (from, to);
  copy_settings (from, to, left_out);
  return to;
}

/**
 * mattra_next_plan_map_divisions:
 * @from: a plan with its keys
 * @to: another one with its keys
 *
 * Tells which division of @to is which of @from, by its place and name, or else by any of its names.
 *
 * Returns: (transfer full) (element-type utf8 utf8): ULIDs in @to by those in @from; both belong to the plans
 */
GHashTable *
mattra_next_plan_map_divisions (MattraPlan *from,
                                MattraPlan *to)
{
  GHashTable *map = NULL;
  MattraDivisionList *before;
  MattraDivisionList *after;

  g_return_val_if_fail (MATTRA_IS_PLAN (from) && MATTRA_IS_PLAN (to), NULL);

  map = g_hash_table_new (g_str_hash, g_str_equal);
  after = mattra_plan_get_divisions (to);
  before = mattra_plan_get_divisions (from);
  for (guint i = 0; i < mattra_division_list_get_size (before); i++)
    {
      const MattraDivision *division = mattra_division_list_get (before, i);
      const MattraDivision *same = NULL;

      if (i < mattra_division_list_get_size (after))
        same = mattra_division_list_get (after, i);
      if (same == NULL || !g_str_equal (same->name, division->name))
        same = mattra_division_list_find_name (after, division->name);
      if (same != NULL)
        g_hash_table_insert (map, division->id, same->id);
    }
  return map;
}

/* Measures */

static MattraParty *
copy_party (const MattraParty *from,
            GHashTable        *divisions)
{
  MattraParty *party = mattra_party_new (from->text);

  party->corrected = from->corrected;
  for (guint i = 0; i < from->divisions->len; i++)
    {
      const char *division = g_hash_table_lookup (divisions, g_ptr_array_index (from->divisions, i));

      if (division != NULL)
        g_ptr_array_add (party->divisions, g_strdup (division));
    }
  return party;
}

static void
copy_items (MattraMeasure *from,
            MattraMeasure *to)
{
  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    {
      GPtrArray *items = mattra_measure_get_items (from, kind);

      for (guint i = 0; i < items->len; i++)
        {
          MattraItem *item = mattra_item_copy (g_ptr_array_index (items, i));

          g_clear_pointer (&item->id, g_free);
          mattra_measure_take_item (to, kind, item);
        }
    }
}

static void
copy_period (MattraMeasure *from,
             MattraMeasure *to,
             int            fiscal_year,
             int            years)
{
  MattraDate start = mattra_measure_get_period_start (from);
  MattraDate end = mattra_measure_get_period_end (from);
  g_autofree char *text = mattra_period_move (mattra_measure_get_period_text (from), fiscal_year, years, &start, &end);

  mattra_measure_set_period_text (to, text);
  mattra_measure_set_period_start (to, start);
  mattra_measure_set_period_end (to, end);
}

/**
 * mattra_next_measure_new:
 * @from: a measure
 * @fiscal_year: year of its plan, B.E.
 * @years: how many years on it goes
 * @divisions: (element-type utf8 utf8): as from mattra_next_plan_map_divisions()
 *
 * Makes the measure of another year: all that is planned, its period moved. What was answered, ticked and asked is
 * not in it.
 *
 * Returns: (transfer full): the measure, without keys
 */
MattraMeasure *
mattra_next_measure_new (MattraMeasure *from,
                         int            fiscal_year,
                         int            years,
                         GHashTable    *divisions)
{
  MattraMeasure *to = NULL;
  GPtrArray *parties;

  g_return_val_if_fail (MATTRA_IS_MEASURE (from) && divisions != NULL, NULL);

  to = mattra_measure_new ();
  mattra_measure_set_sort_key (to, mattra_measure_get_sort_key (from));
  mattra_measure_set_number (to, mattra_measure_get_number (from));
  mattra_measure_set_title (to, mattra_measure_get_title (from));
  mattra_measure_set_section (to, mattra_measure_get_section (from));
  mattra_measure_set_ita_indicator (to, mattra_measure_get_ita_indicator (from));
  mattra_measure_set_topic (to, mattra_measure_get_topic (from));
  mattra_measure_set_recurrence (to, mattra_measure_get_recurrence (from));
  copy_period (from, to, fiscal_year, years);
  copy_items (from, to);
  parties = mattra_measure_get_parties (from);
  for (guint i = 0; i < parties->len; i++)
    mattra_measure_take_party (to, copy_party (g_ptr_array_index (parties, i), divisions));
  return to;
}

/* Recommendations that are carried on */

/* Whether a later answer of the same division says what is recommended by now: an office that writes "none" for the
 * full year has done with the first half's. */
static gboolean
is_superseded (MattraMeasure *measure,
               MattraAnswer  *answer,
               MattraRound    last_round)
{
  MattraAnswer *later;

  if (mattra_answer_get_round (answer) != MATTRA_ROUND_FIRST_HALF || last_round != MATTRA_ROUND_FULL_YEAR)
    return FALSE;
  later = mattra_measure_find_answer (measure, MATTRA_ROUND_FULL_YEAR, mattra_answer_get_division (answer));
  return later != NULL && mattra_answer_get_items (later, MATTRA_ITEM_RECOMMENDATION)->len > 0;
}

static gboolean
is_there (GPtrArray           *carried,
          const MattraCarried *other)
{
  g_autofree char *folded = mattra_text_fold_compare (other->text);

  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);
      g_autofree char *text = mattra_text_fold_compare (one->text);

      if (g_strcmp0 (one->division, other->division) == 0 && g_str_equal (text, folded))
        return TRUE;
    }
  return FALSE;
}

static void
take_carried (GPtrArray     *carried,
              MattraCarried *one)
{
  if (is_there (carried, one))
    mattra_carried_free (one);
  else
    g_ptr_array_add (carried, one);
}

static const char *
map_division (GHashTable *divisions,
              const char *division)
{
  if (division == NULL || divisions == NULL)
    return division;
  return g_hash_table_lookup (divisions, division);
}

static void
carry_answer (GPtrArray    *carried,
              MattraAnswer *answer,
              int           fiscal_year,
              MattraRound   round,
              GHashTable   *divisions)
{
  GPtrArray *items = mattra_answer_get_items (answer, MATTRA_ITEM_RECOMMENDATION);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (!item->none && *item->text != '\0')
        take_carried (carried, mattra_carried_new (fiscal_year, round,
                                                   map_division (divisions, mattra_answer_get_division (answer)),
                                                   item->text));
    }
}

/**
 * mattra_next_measure_list_carried:
 * @from: a measure with its answers
 * @fiscal_year: year of its plan, B.E.
 * @last_round: %MATTRA_ROUND_FULL_YEAR for all of the year, %MATTRA_ROUND_FIRST_HALF for its first half alone
 * @unnamed_round: the round to which answers without one belong
 * @divisions: (nullable) (element-type utf8 utf8): as from mattra_next_plan_map_divisions(); %NULL for the same plan
 *
 * Lists the recommendations that have to be answered after a round or year: what was recommended last by each
 * division, and what came from earlier years and still waits. The same text of one division comes once.
 *
 * Returns: (transfer full) (element-type MattraCarried): they
 */
GPtrArray *
mattra_next_measure_list_carried (MattraMeasure *from,
                                  int            fiscal_year,
                                  MattraRound    last_round,
                                  MattraRound    unnamed_round,
                                  GHashTable    *divisions)
{
  GPtrArray *carried = NULL;
  GPtrArray *earlier;
  GPtrArray *answers;

  g_return_val_if_fail (MATTRA_IS_MEASURE (from), NULL);

  carried = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_carried_free);
  earlier = mattra_measure_get_carried (from);
  for (guint i = 0; divisions != NULL && i < earlier->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (earlier, i);

      if (mattra_carried_waits (one))
        take_carried (carried, mattra_carried_new (one->fiscal_year, one->round, map_division (divisions, one->division),
                                                   one->text));
    }
  answers = mattra_measure_get_answers (from);
  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      MattraRound round = mattra_answer_get_round (answer);

      round = round != MATTRA_ROUND_NONE ? round : unnamed_round;
      if (round <= last_round && !is_superseded (from, answer, last_round))
        carry_answer (carried, answer, fiscal_year, round, divisions);
    }
  return carried;
}
