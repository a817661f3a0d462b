/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-sort-key.h"

/* A date as a column holds it; the text lives in @buffer. */
static MattraValue
date_value (MattraDate   date,
            char       **buffer)
{
  *buffer = mattra_date_is_set (date) ? mattra_date_to_iso (date) : NULL;
  return mattra_value_text (*buffer);
}

static MattraValue
year_value (int year)
{
  return year > 0 ? mattra_value_integer (year) : mattra_value_null ();
}

/* Returns: (transfer full) (nullable): the key of a plan's round, which follows from both. */
char *
mattra_store_round_id (const char  *plan,
                       MattraRound  round)
{
  return round != MATTRA_ROUND_NONE ? mattra_ulid_derive (plan, "round", mattra_round_to_string (round)) : NULL;
}

/* Writing */

gboolean
mattra_store_write_organisation (MattraStore         *self,
                                 MattraOrganisation  *organisation,
                                 GError             **error)
{
  MattraValue values[N_COLUMNS_ORGANISATION];

  g_free (organisation->id);
  organisation->id = mattra_store_new_id (self);
  g_free (self->organisation);
  self->organisation = g_strdup (organisation->id);
  values[COLUMN_ORGANISATION_ID] = mattra_value_text (organisation->id);
  values[COLUMN_ORGANISATION_DELETED] = mattra_value_integer (0);
  values[COLUMN_ORGANISATION_NAME] = mattra_value_text (organisation->name);
  values[COLUMN_ORGANISATION_KIND] = mattra_value_text (mattra_organisation_kind_to_string (organisation->kind));
  values[COLUMN_ORGANISATION_DISTRICT] = mattra_value_text (organisation->district);
  values[COLUMN_ORGANISATION_PROVINCE] = mattra_value_text (organisation->province);
  values[COLUMN_ORGANISATION_WEBSITE] = mattra_value_text (organisation->website);
  /* Pictures come with mattra_store_set_picture(): a name alone would lead to no bytes. */
  values[COLUMN_ORGANISATION_EMBLEM] = mattra_value_null ();
  values[COLUMN_ORGANISATION_GARUDA] = mattra_value_null ();
  return mattra_act_insert (self, TABLE_ORGANISATION, values, error);
}

static gboolean
write_round (MattraStore      *self,
             const char       *plan,
             MattraPlanRound  *round,
             GError          **error)
{
  MattraValue values[N_COLUMNS_ROUND];
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *due = NULL;

  g_free (round->id);
  round->id = mattra_store_round_id (plan, round->round);
  values[COLUMN_ROUND_ID] = mattra_value_text (round->id);
  values[COLUMN_ROUND_DELETED] = mattra_value_integer (0);
  values[COLUMN_ROUND_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_ROUND_PLAN] = mattra_value_text (plan);
  values[COLUMN_ROUND_KIND] = mattra_value_text (mattra_round_to_string (round->round));
  values[COLUMN_ROUND_FIRST_DAY] = date_value (round->start, &start);
  values[COLUMN_ROUND_LAST_DAY] = date_value (round->end, &end);
  values[COLUMN_ROUND_ANSWERS_DUE] = date_value (round->answers_due, &due);
  values[COLUMN_ROUND_STATE] = mattra_value_text (round->open ? "open" : "closed");
  return mattra_act_insert (self, TABLE_ROUND, values, error);
}

static gboolean
write_alias (MattraStore  *self,
             const char   *division,
             const char   *name,
             GError      **error)
{
  g_autofree char *id = mattra_ulid_derive (division, "alias", name);
  MattraValue values[N_COLUMNS_DIVISION_ALIAS];

  values[COLUMN_DIVISION_ALIAS_ID] = mattra_value_text (id);
  values[COLUMN_DIVISION_ALIAS_DELETED] = mattra_value_integer (0);
  values[COLUMN_DIVISION_ALIAS_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_DIVISION_ALIAS_DIVISION] = mattra_value_text (division);
  values[COLUMN_DIVISION_ALIAS_NAME] = mattra_value_text (name);
  return mattra_act_revive (self, TABLE_DIVISION_ALIAS, values, error);
}

static gboolean
write_division (MattraStore           *self,
                const char            *plan,
                const MattraDivision  *division,
                GError               **error)
{
  MattraValue values[N_COLUMNS_DIVISION];

  values[COLUMN_DIVISION_ID] = mattra_value_text (division->id);
  values[COLUMN_DIVISION_DELETED] = mattra_value_integer (0);
  values[COLUMN_DIVISION_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_DIVISION_PLAN] = mattra_value_text (plan);
  values[COLUMN_DIVISION_SORT_KEY] = mattra_value_text (division->sort_key);
  values[COLUMN_DIVISION_NAME] = mattra_value_text (division->name);
  values[COLUMN_DIVISION_SHORT_NAME] = mattra_value_text (division->short_name);
  if (!mattra_act_insert (self, TABLE_DIVISION, values, error))
    return FALSE;
  for (guint i = 0; division->aliases != NULL && i < division->aliases->len; i++)
    if (!write_alias (self, division->id, g_ptr_array_index (division->aliases, i), error))
      return FALSE;
  return TRUE;
}

/* The list cannot be changed, so the plan gets one whose divisions have their keys. */
static gboolean
write_divisions (MattraStore  *self,
                 MattraPlan   *plan,
                 GError      **error)
{
  MattraDivisionList *list = mattra_plan_get_divisions (plan);
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  g_autoptr (MattraDivisionList) written = NULL;

  for (guint i = 0; i < mattra_division_list_get_size (list); i++)
    {
      MattraDivision *division = mattra_division_copy (mattra_division_list_get (list, i));

      g_ptr_array_add (divisions, division);
      g_free (division->id);
      division->id = mattra_store_new_id (self);
      g_free (division->sort_key);
      division->sort_key = mattra_sort_key_nth (i);
      if (!write_division (self, mattra_plan_get_id (plan), division, error))
        return FALSE;
    }
  written = mattra_division_list_new (divisions);
  mattra_plan_set_divisions (plan, written);
  return TRUE;
}

static gboolean
write_settings (MattraStore  *self,
                MattraPlan   *plan,
                GError      **error)
{
  g_autoptr (GList) names = mattra_plan_list_settings (plan);

  for (GList *l = names; l != NULL; l = l->next)
    if (!mattra_store_set_setting (self, mattra_plan_get_id (plan), l->data,
                                   mattra_plan_get_setting (plan, l->data), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_signers (MattraStore  *self,
               MattraPlan   *plan,
               GError      **error)
{
  GPtrArray *signers = mattra_plan_get_signers (plan);

  for (guint i = 0; i < signers->len; i++)
    {
      MattraSigner *signer = g_ptr_array_index (signers, i);

      if (signer->id != NULL)
        continue;
      signer->id = mattra_store_insert_signer (self, signer, error);
      if (signer->id == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_scores (MattraStore  *self,
              MattraPlan   *plan,
              GError      **error)
{
  GPtrArray *scores = mattra_plan_get_scores (plan);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->score >= 0
          && !mattra_store_set_score (self, mattra_plan_get_analysed_year (plan), score->indicator,
                                      score->score, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_rounds (MattraStore  *self,
              MattraPlan   *plan,
              GError      **error)
{
  const char *id = mattra_plan_get_id (plan);

  return write_round (self, id, mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF), error)
         && write_round (self, id, mattra_plan_get_round (plan, MATTRA_ROUND_FULL_YEAR), error);
}

/* Within an act. */
gboolean
mattra_store_write_plan (MattraStore  *self,
                         MattraPlan   *plan,
                         GError      **error)
{
  g_autofree char *id = mattra_store_new_id (self);
  MattraValue values[N_COLUMNS_PLAN];

  mattra_plan_set_id (plan, id);
  values[COLUMN_PLAN_ID] = mattra_value_text (id);
  values[COLUMN_PLAN_DELETED] = mattra_value_integer (0);
  values[COLUMN_PLAN_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_PLAN_FISCAL_YEAR] = mattra_value_integer (mattra_plan_get_fiscal_year (plan));
  values[COLUMN_PLAN_ANALYSED_YEAR] = year_value (mattra_plan_get_analysed_year (plan));
  return mattra_act_insert (self, TABLE_PLAN, values, error)
         && write_rounds (self, plan, error)
         && write_divisions (self, plan, error)
         && write_signers (self, plan, error)
         && mattra_store_write_papers (self, plan, error)
         && write_scores (self, plan, error)
         && write_settings (self, plan, error);
}

static gboolean
find_plan (MattraStore    *self,
           int             fiscal_year,
           MattraRowFunc   func,
           gpointer        user_data,
           GError        **error)
{
  MattraValue year = mattra_value_integer (fiscal_year);

  return mattra_store_query (self, MATTRA_QUERY_FIND_PLAN, &year, 1, func, user_data, error);
}

static gboolean
take_found (const MattraValue *row,
            gpointer           user_data)
{
  *(gboolean *) user_data = TRUE;
  return FALSE;
}

static gboolean
insert_plan (MattraStore  *self,
             MattraPlan   *plan,
             GError      **error)
{
  gboolean found = FALSE;

  if (!find_plan (self, mattra_plan_get_fiscal_year (plan), take_found, &found, error))
    return FALSE;
  if (!found)
    return mattra_store_write_plan (self, plan, error);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("%s already holds a plan of fiscal year %d"),
               self->path, mattra_plan_get_fiscal_year (plan));
  return FALSE;
}

/**
 * mattra_store_insert_plan:
 * @self: a register open for writing
 * @plan: a plan of a fiscal year that the register does not hold
 * @error: why not: %MATTRA_ERROR_INVALID where the year is there already
 *
 * Adds a plan with its rounds, divisions, settings, scores, and the signers, papers and members that have no
 * key yet. All are given their keys. The organisation is the register's; that of @plan is left alone.
 *
 * Returns: whether it was added
 */
gboolean
mattra_store_insert_plan (MattraStore  *self,
                          MattraPlan   *plan,
                          GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (MATTRA_IS_PLAN (plan), FALSE);

  if (!mattra_act_enter (self, "insert-plan", error))
    return FALSE;
  return mattra_act_leave (self, insert_plan (self, plan, error), error);
}

/* Reading */

static gboolean
take_year (const MattraValue *row,
           gpointer           user_data)
{
  g_ptr_array_add (user_data, GINT_TO_POINTER ((int) row[0].integer));
  return TRUE;
}

/**
 * mattra_store_list_years:
 * @self: a register
 * @error: why it could not be read
 *
 * Lists the fiscal years of the plans, ascending.
 *
 * Returns: (transfer container) (element-type gint) (nullable): years B.E. as GINT_TO_POINTER()
 */
GPtrArray *
mattra_store_list_years (MattraStore  *self,
                         GError      **error)
{
  g_autoptr (GPtrArray) years = g_ptr_array_new ();

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_LIST_PLANS, NULL, 0, take_year, years, error))
    return NULL;
  return g_steal_pointer (&years);
}

static gboolean
take_plan (const MattraValue *row,
           gpointer           user_data)
{
  MattraPlan **plan = user_data;

  *plan = mattra_plan_new (row[1].integer);
  mattra_plan_set_id (*plan, mattra_value_get_text (&row[0]));
  mattra_plan_set_analysed_year (*plan, row[2].integer);
  return FALSE;
}

static MattraOrganisationKind
organisation_kind (const char *name)
{
  MattraOrganisationKind kind = MATTRA_ORGANISATION_OTHER;

  while (kind < MATTRA_ORGANISATION_PROVINCE && g_strcmp0 (name, mattra_organisation_kind_to_string (kind)) != 0)
    kind++;
  return kind;
}

static gboolean
take_organisation (const MattraValue *row,
                   gpointer           user_data)
{
  MattraOrganisation *organisation = mattra_plan_get_organisation (user_data);

  mattra_value_copy_text (&organisation->id, &row[0]);
  mattra_value_copy_text (&organisation->name, &row[1]);
  organisation->kind = organisation_kind (mattra_value_get_text (&row[2]));
  mattra_value_copy_text (&organisation->district, &row[3]);
  mattra_value_copy_text (&organisation->province, &row[4]);
  mattra_value_copy_text (&organisation->website, &row[5]);
  mattra_value_copy_text (&organisation->emblem, &row[6]);
  mattra_value_copy_text (&organisation->garuda, &row[7]);
  return FALSE;
}

static gboolean
take_round (const MattraValue *row,
            gpointer           user_data)
{
  MattraPlanRound *round;
  MattraRound which;

  if (!mattra_round_from_string (mattra_value_get_text (&row[1]), &which))
    return TRUE;
  round = mattra_plan_get_round (user_data, which);
  mattra_value_copy_text (&round->id, &row[0]);
  round->start = mattra_value_get_date (&row[2]);
  round->end = mattra_value_get_date (&row[3]);
  round->answers_due = mattra_value_get_date (&row[4]);
  round->open = g_strcmp0 (mattra_value_get_text (&row[5]), "open") == 0;
  return TRUE;
}

static gboolean
take_division (const MattraValue *row,
               gpointer           user_data)
{
  MattraDivision *division = mattra_division_new (mattra_value_get_text (&row[2]));

  mattra_value_copy_text (&division->id, &row[0]);
  mattra_value_copy_text (&division->sort_key, &row[1]);
  mattra_value_copy_text (&division->short_name, &row[3]);
  g_ptr_array_add (user_data, division);
  return TRUE;
}

static gboolean
take_alias (const MattraValue *row,
            gpointer           user_data)
{
  GPtrArray *divisions = user_data;

  for (guint i = 0; i < divisions->len; i++)
    {
      MattraDivision *division = g_ptr_array_index (divisions, i);

      if (g_strcmp0 (division->id, mattra_value_get_text (&row[0])) == 0)
        g_ptr_array_add (division->aliases, g_strdup (mattra_value_get_text (&row[1])));
    }
  return TRUE;
}

static gboolean
load_divisions (MattraStore  *self,
                MattraPlan   *plan,
                GError      **error)
{
  MattraValue key = mattra_value_text (mattra_plan_get_id (plan));
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  g_autoptr (MattraDivisionList) list = NULL;

  if (!mattra_store_query (self, MATTRA_QUERY_LOAD_DIVISIONS, &key, 1, take_division, divisions, error)
      || !mattra_store_query (self, MATTRA_QUERY_LOAD_ALIASES, &key, 1, take_alias, divisions, error))
    return FALSE;
  list = mattra_division_list_new (divisions);
  mattra_plan_set_divisions (plan, list);
  return TRUE;
}

static gboolean
take_setting (const MattraValue *row,
              gpointer           user_data)
{
  const char *kind = mattra_value_get_text (&row[0]);
  const char *name = mattra_value_get_text (&row[1]);
  g_autofree char *whole = *kind != '\0' ? g_strconcat (kind, "/", name, NULL) : g_strdup (name);

  mattra_plan_set_setting (user_data, whole, mattra_value_get_text (&row[2]));
  return TRUE;
}

static gboolean
load_parts (MattraStore  *self,
            MattraPlan   *plan,
            GError      **error)
{
  MattraValue key = mattra_value_text (mattra_plan_get_id (plan));
  MattraValue organisation = mattra_value_text (self->organisation);

  return mattra_store_query (self, MATTRA_QUERY_LOAD_ORGANISATION, &organisation, 1, take_organisation, plan, error)
         && mattra_store_query (self, MATTRA_QUERY_LOAD_ROUNDS, &key, 1, take_round, plan, error)
         && mattra_store_query (self, MATTRA_QUERY_LOAD_SETTINGS, &key, 1, take_setting, plan, error)
         && load_divisions (self, plan, error)
         && mattra_store_load_signers (self, plan, error)
         && mattra_store_load_papers (self, plan, error)
         && mattra_store_load_scores (self, plan, error)
         && mattra_store_load_assessment (self, plan, error)
         && mattra_store_load_requests (self, plan, error);
}

/* Returns: the year to load: the one asked for, or the only one there is; 0 with an error. */
static int
choose_year (MattraStore  *self,
             int           fiscal_year,
             GError      **error)
{
  g_autoptr (GPtrArray) years = NULL;

  if (fiscal_year != 0)
    return fiscal_year;
  years = mattra_store_list_years (self, error);
  if (years == NULL)
    return 0;
  if (years->len == 1)
    return GPOINTER_TO_INT (g_ptr_array_index (years, 0));
  if (years->len == 0)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("%s holds no plan yet"), self->path);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _ ("%s holds plans of several fiscal years; say which one (%d … %d)"), self->path,
                 GPOINTER_TO_INT (g_ptr_array_index (years, 0)),
                 GPOINTER_TO_INT (g_ptr_array_index (years, years->len - 1)));
  return 0;
}

/**
 * mattra_store_load_plan:
 * @self: a register
 * @fiscal_year: year B.E., or 0 for the only plan
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, or %MATTRA_ERROR_INVALID where 0 does not say which
 *
 * Reads a plan without its measures.
 *
 * Returns: (transfer full) (nullable): the plan
 */
MattraPlan *
mattra_store_load_plan (MattraStore  *self,
                        int           fiscal_year,
                        GError      **error)
{
  g_autoptr (MattraPlan) plan = NULL;
  int year;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  year = choose_year (self, fiscal_year, error);
  if (year == 0 || !find_plan (self, year, take_plan, &plan, error))
    return NULL;
  if (plan == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("%s holds no plan of fiscal year %d"),
                   self->path, year);
      return NULL;
    }
  return load_parts (self, plan, error) ? g_steal_pointer (&plan) : NULL;
}

/* Changing */

/**
 * mattra_store_insert_division:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @division: the division; its key and place are not looked at
 * @error: why not
 *
 * Adds a division after the others of the plan.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_division (MattraStore           *self,
                              const char            *plan,
                              const MattraDivision  *division,
                              GError               **error)
{
  g_autoptr (MattraDivision) copy = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && division != NULL, NULL);

  if (!mattra_act_enter (self, "insert-division", error))
    return NULL;
  last = mattra_store_query_text (self, MATTRA_QUERY_LAST_DIVISION_KEY, plan, NULL);
  copy = mattra_division_copy (division);
  g_free (copy->id);
  copy->id = mattra_store_new_id (self);
  g_free (copy->sort_key);
  copy->sort_key = mattra_sort_key_between (last, NULL);
  if (!mattra_act_leave (self, write_division (self, plan, copy, error), error))
    return NULL;
  return g_steal_pointer (&copy->id);
}

static gboolean
take_alias_row (const MattraValue *row,
                gpointer           user_data)
{
  if (row[2].integer == 0)
    g_hash_table_insert (user_data, g_strdup (mattra_value_get_text (&row[1])),
                         g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

static gboolean
replace_aliases (MattraStore        *self,
                 const char         *division,
                 const char *const  *names,
                 GError            **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  MattraValue key = mattra_value_text (division);
  MattraValue gone = mattra_value_integer (1);
  GHashTableIter iter;
  gpointer name;
  gpointer id;

  if (!mattra_store_query (self, MATTRA_QUERY_ALIASES_OF_DIVISION, &key, 1, take_alias_row, present, error))
    return FALSE;
  for (; *names != NULL; names++)
    if (!g_hash_table_remove (present, *names) && !write_alias (self, division, *names, error))
      return FALSE;
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, &id))
    if (!mattra_act_set (self, TABLE_DIVISION_ALIAS, id, MATTRA_COLUMN_DELETED, &gone, error))
      return FALSE;
  return TRUE;
}

/**
 * mattra_store_set_aliases:
 * @self: a register open for writing
 * @division: ULID of a division
 * @names: (array zero-terminated=1): all its other names
 * @error: why not
 *
 * Sets the other names that mean a division.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_aliases (MattraStore        *self,
                          const char         *division,
                          const char *const  *names,
                          GError            **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (division != NULL && names != NULL, FALSE);

  if (!mattra_act_enter (self, "set-aliases", error))
    return FALSE;
  return mattra_act_leave (self, replace_aliases (self, division, names, error), error);
}

/* The kind of report that a setting called "KIND/NAME" is for; 0 where it is one of all of them, as that which
 * names the head of a column with a stroke in it. */
static gsize
kind_length (const char *name)
{
  gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyz-");

  return name[length] == '/' ? length : 0;
}

/**
 * mattra_store_set_setting:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @name: name of a setting, as mattra_plan_get_setting(); that of one kind of report is called "KIND/NAME"
 * @value: (nullable): its value; %NULL takes it away
 * @error: why not
 *
 * Sets what reports of a plan print besides its measures.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_setting (MattraStore  *self,
                          const char   *plan,
                          const char   *name,
                          const char   *value,
                          GError      **error)
{
  g_autofree char *id = NULL;
  g_autofree char *kind = NULL;
  MattraValue values[N_COLUMNS_REPORT_SETTINGS];

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && name != NULL, FALSE);

  id = mattra_ulid_derive (plan, "setting", name);
  kind = g_strndup (name, kind_length (name));
  values[COLUMN_REPORT_SETTINGS_ID] = mattra_value_text (id);
  values[COLUMN_REPORT_SETTINGS_DELETED] = mattra_value_integer (value == NULL);
  values[COLUMN_REPORT_SETTINGS_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_REPORT_SETTINGS_PLAN] = mattra_value_text (plan);
  values[COLUMN_REPORT_SETTINGS_KIND] = mattra_value_text (kind);
  values[COLUMN_REPORT_SETTINGS_NAME] = mattra_value_text (*kind != '\0' ? name + strlen (kind) + 1 : name);
  values[COLUMN_REPORT_SETTINGS_VALUE] = mattra_value_text (value);
  if (!mattra_act_enter (self, "set-setting", error))
    return FALSE;
  return mattra_act_leave (self, mattra_act_revive (self, TABLE_REPORT_SETTINGS, values, error), error);
}
