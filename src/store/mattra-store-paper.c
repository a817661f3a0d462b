/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include "mattra-committee.h"
#include "mattra-sort-key.h"

/* Numbers and dates of papers, and the working committee. */

static gboolean
take_paper (const MattraValue *row,
            gpointer           user_data)
{
  MattraPaper *paper = mattra_paper_new (mattra_value_get_text (&row[1]));

  mattra_value_copy_text (&paper->id, &row[0]);
  if (row[2].type == MATTRA_VALUE_TEXT)
    mattra_round_from_string (row[2].data, &paper->round);
  mattra_value_copy_text (&paper->division, &row[3]);
  mattra_value_copy_text (&paper->number, &row[4]);
  paper->day = mattra_value_get_date (&row[5]);
  mattra_value_copy_text (&paper->subject, &row[6]);
  g_ptr_array_add (user_data, paper);
  return TRUE;
}

static gboolean
take_member (const MattraValue *row,
             gpointer           user_data)
{
  MattraMember *member = mattra_member_new (mattra_value_get_text (&row[4]));

  mattra_value_copy_text (&member->id, &row[0]);
  mattra_value_copy_text (&member->sort_key, &row[1]);
  mattra_value_copy_text (&member->name, &row[2]);
  mattra_value_copy_text (&member->post, &row[3]);
  g_ptr_array_add (user_data, member);
  return TRUE;
}

gboolean
mattra_store_load_papers (MattraStore  *self,
                          MattraPlan   *plan,
                          GError      **error)
{
  MattraValue key = mattra_value_text (mattra_plan_get_id (plan));

  if (!mattra_store_query (self, MATTRA_QUERY_LOAD_PAPERS, &key, 1, take_paper, mattra_plan_get_papers (plan), error)
      || !mattra_store_query (self, MATTRA_QUERY_LOAD_MEMBERS, &key, 1, take_member, mattra_plan_get_members (plan),
                              error))
    return FALSE;
  return mattra_plan_get_members (plan)->len > 0
         || mattra_store_query (self, MATTRA_QUERY_LOAD_FORMER_MEMBERS, &key, 1, take_member,
                                mattra_plan_get_former_members (plan), error);
}

/* Within an act: those of a plan that have no key yet. */
gboolean
mattra_store_write_papers (MattraStore  *self,
                           MattraPlan   *plan,
                           GError      **error)
{
  GPtrArray *papers = mattra_plan_get_papers (plan);
  GPtrArray *members = mattra_plan_get_members (plan);

  for (guint i = 0; i < papers->len; i++)
    {
      MattraPaper *paper = g_ptr_array_index (papers, i);

      if (paper->id == NULL)
        paper->id = mattra_store_insert_paper (self, mattra_plan_get_id (plan), paper, error);
      if (paper->id == NULL)
        return FALSE;
    }
  for (guint i = 0; i < members->len; i++)
    {
      MattraMember *member = g_ptr_array_index (members, i);

      if (member->id == NULL)
        member->id = mattra_store_insert_member (self, mattra_plan_get_id (plan), member, error);
      if (member->id == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_paper (MattraStore        *self,
             const char         *id,
             const char         *plan,
             const MattraPaper  *paper,
             GError            **error)
{
  g_autofree char *round = mattra_store_round_id (plan, paper->round);
  g_autofree char *day = mattra_date_is_set (paper->day) ? mattra_date_to_iso (paper->day) : NULL;
  MattraValue values[N_COLUMNS_DOCUMENT];

  values[COLUMN_DOCUMENT_ID] = mattra_value_text (id);
  values[COLUMN_DOCUMENT_DELETED] = mattra_value_integer (0);
  values[COLUMN_DOCUMENT_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_DOCUMENT_PLAN] = mattra_value_text (plan);
  values[COLUMN_DOCUMENT_KIND] = mattra_value_text (paper->kind);
  values[COLUMN_DOCUMENT_ROUND] = mattra_value_text (round);
  values[COLUMN_DOCUMENT_DIVISION] = mattra_value_text (paper->division);
  values[COLUMN_DOCUMENT_NUMBER] = mattra_value_text (paper->number);
  values[COLUMN_DOCUMENT_DAY] = mattra_value_text (day);
  values[COLUMN_DOCUMENT_SUBJECT] = mattra_value_text (paper->subject);
  return mattra_act_insert (self, TABLE_DOCUMENT, values, error);
}

/**
 * mattra_store_insert_paper:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @paper: number, date and subject of an order, an announcement or a memo; the key is not looked at
 * @error: why not
 *
 * Adds a paper to those of the plan's year. The newest of a kind is the one that is cited.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_paper (MattraStore        *self,
                           const char         *plan,
                           const MattraPaper  *paper,
                           GError            **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && paper != NULL, NULL);

  if (!mattra_act_enter (self, "insert-paper", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_paper (self, id, plan, paper, error), error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
write_member (MattraStore         *self,
              const char          *id,
              const char          *plan,
              const MattraMember  *member,
              GError             **error)
{
  g_autofree char *last = mattra_store_query_text (self, MATTRA_QUERY_LAST_MEMBER_KEY, plan, NULL);
  g_autofree char *sort_key = member->sort_key != NULL ? g_strdup (member->sort_key)
                                                       : mattra_sort_key_between (last, NULL);
  MattraValue values[N_COLUMNS_COMMITTEE_MEMBER];

  values[COLUMN_COMMITTEE_MEMBER_ID] = mattra_value_text (id);
  values[COLUMN_COMMITTEE_MEMBER_DELETED] = mattra_value_integer (0);
  values[COLUMN_COMMITTEE_MEMBER_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_COMMITTEE_MEMBER_PLAN] = mattra_value_text (plan);
  values[COLUMN_COMMITTEE_MEMBER_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_COMMITTEE_MEMBER_NAME] = mattra_value_text (member->name);
  values[COLUMN_COMMITTEE_MEMBER_POST] = mattra_value_text (member->post);
  values[COLUMN_COMMITTEE_MEMBER_ROLE] = mattra_value_text (member->role);
  return mattra_act_insert (self, TABLE_COMMITTEE_MEMBER, values, error);
}

/**
 * mattra_store_insert_member:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @member: a member of the working committee; the key is not looked at
 * @error: why not
 *
 * Adds a member to the committee of the plan's year, behind the others unless @member has a sort key.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_member (MattraStore         *self,
                            const char          *plan,
                            const MattraMember  *member,
                            GError             **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && member != NULL, NULL);

  if (!mattra_act_enter (self, "insert-member", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_member (self, id, plan, member, error), error))
    return NULL;
  return g_steal_pointer (&id);
}
