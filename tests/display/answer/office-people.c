/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "office-people.h"

#include "mattra-find.h"
#include "mattra-signer.h"

static const struct
{
  const char *name;
  const char *post;
  const char *division;
  const char *member; /* role in the committee */
} people[] = {
  { OFFICE_HEAD, "ผู้อำนวยการกองคลัง", "กองคลัง", NULL },
  { OFFICE_OTHER_HEAD, "ผู้อำนวยการกองช่าง", "กองช่าง", NULL },
  { OFFICE_SECRETARY, "นักวิเคราะห์นโยบายและแผน", NULL, "คณะทำงานและเลขานุการ" },
  { OFFICE_CHIEF, "นายกองค์การบริหารส่วนตำบล", NULL, NULL },
  { OFFICE_VIEWER, "นิติกร", NULL, NULL },
};

static const char *
find_division (MattraPlan *plan,
               const char *name)
{
  const MattraDivision *division = mattra_division_list_find_name (mattra_plan_get_divisions (plan), name);

  g_assert_nonnull (division);
  return division->id;
}

static gboolean
add_person (MattraStore  *store,
            MattraPlan   *plan,
            guint         i,
            GError      **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (people[i].name);
  g_autoptr (MattraMember) member = people[i].member ? mattra_member_new (people[i].member) : NULL;
  g_autofree char *id = NULL;
  g_autofree char *member_id = NULL;

  signer->post = g_strdup (people[i].post);
  signer->division = g_strdup (people[i].division ? find_division (plan, people[i].division) : NULL);
  id = mattra_store_insert_signer (store, signer, error);
  if (id == NULL || member == NULL)
    return id != NULL;
  member->name = g_strdup (people[i].name);
  member_id = mattra_store_insert_member (store, mattra_plan_get_id (plan), member, error);
  return member_id != NULL;
}

static gboolean
add_people (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (!add_person (store, plan, i, error))
      return FALSE;
  return TRUE;
}

void
office_people_add (RegisterFixture *self)
{
  mattra_session_act_async (self->session, "insert-person", NULL, add_people, NULL, NULL, NULL, NULL);
  register_fixture_finish (self);
}

/* From now on this person uses the window. */
void
office_people_be (RegisterFixture *self,
                  const char      *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_session_choose_actor (self->session, name, &error));
  g_assert_no_error (error);
  register_fixture_finish (self);
}

const char *
office_people_division (RegisterFixture *self,
                        const char      *name)
{
  return find_division (mattra_session_get_plan (self->session), name);
}

typedef struct
{
  const char *measure;
  MattraMeasure *found;
} Job;

static gboolean
find (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  job->found = mattra_find_measure (store, plan, job->measure, error);
  return job->found != NULL;
}

/* A measure as the register has it, by its number. */
MattraMeasure *
office_people_load (RegisterFixture *self,
                    const char      *measure)
{
  Job job = { measure, NULL };

  mattra_session_query_async (self->session, find, &job, NULL, NULL, NULL);
  mattra_session_wait (self->session);
  g_assert_nonnull (job.found);
  return job.found;
}

static gboolean
close_round (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), GPOINTER_TO_INT (data), "state", "closed",
                                       error);
}

void
office_people_close_round (RegisterFixture *self,
                           MattraRound      round)
{
  mattra_session_act_async (self->session, "set-round", NULL, close_round, GINT_TO_POINTER (round), NULL, NULL, NULL);
  register_fixture_finish (self);
}
