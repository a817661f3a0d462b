/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "permission-office.h"

#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-review.h"

const char *const office_people[MATTRA_N_ROLES] = { "นางวรรณา เลขา", "นางสาวหัวหน้า กองหนึ่ง", "นายประเสริฐ ดีงาม",
                                                   "นายดู อย่างเดียว" };

const int office_numbers[2][MATTRA_N_REVIEW_STATES] = { { 2, 6, 18, 22, 26 }, { 1, 5, 9, 13, 17 } };

static void
add_person (MattraStore *store,
            MattraPlan  *plan,
            MattraRole   role,
            const char  *division)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (office_people[role]);
  g_autoptr (MattraMember) member = mattra_member_new ("เลขานุการ");
  g_autofree char *id = NULL;

  if (role == MATTRA_ROLE_SECRETARY)
    {
      member->name = g_strdup (office_people[role]);
      id = mattra_store_insert_member (store, mattra_plan_get_id (plan), member, NULL);
    }
  else
    {
      signer->post = g_strdup (role == MATTRA_ROLE_CHIEF_EXECUTIVE ? "นายกเทศมนตรี" : "เจ้าหน้าที่");
      signer->division = g_strdup (role == MATTRA_ROLE_DIVISION_HEAD ? division : NULL);
      id = mattra_store_insert_signer (store, signer, NULL);
    }
  g_assert_nonnull (id);
}

static void
decide (MattraStore         *store,
        MattraPlan          *plan,
        const char          *measure,
        const char          *division,
        MattraRole           by,
        MattraReviewVerdict  verdict)
{
  const MattraActor actor = { office_people[by], NULL, MATTRA_ROLE_SECRETARY, NULL };
  const MattraReviewRequest request = { measure, OFFICE_OPEN, division, verdict, "แก้", NULL };
  g_autoptr (GError) error = NULL;

  mattra_review_apply (store, plan, &actor, &request, &error);
  g_assert_no_error (error);
}

static void
answer (MattraStore *store,
        MattraPlan  *plan,
        const char  *number,
        MattraRound  round,
        const char  *division,
        const char  *text)
{
  const MattraEdit edit = { number, "results", text, round, division };
  g_autoptr (GError) error = NULL;

  mattra_edit_apply (store, plan, &edit, NULL, &error);
  g_assert_no_error (error);
}

/* The head submits the own division's answers, the secretary the other's; what is approved was changed since. */
static void
bring_to (MattraStore       *store,
          MattraPlan        *plan,
          gboolean           own,
          MattraReviewState  state,
          const char        *division)
{
  g_autofree char *number = g_strdup_printf ("%d", office_numbers[own][state]);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, NULL);
  const char *id = mattra_measure_get_id (measure);
  MattraRole by = own ? MATTRA_ROLE_DIVISION_HEAD : MATTRA_ROLE_SECRETARY;

  answer (store, plan, number, state == MATTRA_REVIEW_CLOSED ? OFFICE_SHUT : OFFICE_OPEN, division, "ทำแล้ว");
  if (state == MATTRA_REVIEW_DRAFT || state == MATTRA_REVIEW_CLOSED)
    return;
  decide (store, plan, id, division, by, MATTRA_VERDICT_SUBMITTED);
  if (state == MATTRA_REVIEW_RETURNED)
    decide (store, plan, id, division, MATTRA_ROLE_SECRETARY, MATTRA_VERDICT_RETURNED);
  if (state != MATTRA_REVIEW_APPROVED)
    return;
  decide (store, plan, id, division, MATTRA_ROLE_SECRETARY, MATTRA_VERDICT_APPROVED);
  answer (store, plan, number, OFFICE_OPEN, division, "ทำแล้ว แก้ภายหลัง");
}

static void
copy_register (const char *from,
               const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

void
office_copy (Office *self)
{
  copy_register (self->path, self->copy);
}

void
office_make (Office         *self,
             SessionFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MattraDivisionList *divisions;

  session_fixture_init (fixture);
  self->path = fixture->path;
  self->folder = fixture->folder;
  self->copy = g_build_filename (self->folder, "copy.mattra", NULL);
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  mattra_store_set_person (self->store, "ผู้ทดสอบ");
  self->plan = mattra_store_load_plan (self->store, 0, &error);
  divisions = mattra_plan_get_divisions (self->plan);
  for (guint own = 0; own < 2; own++)
    {
      self->divisions[own] = g_strdup (mattra_division_list_get (divisions, 2 - own)->id);
      self->names[own] = mattra_division_list_get (divisions, 2 - own)->name;
    }
  for (guint role = 0; role < MATTRA_N_ROLES; role++)
    add_person (self->store, self->plan, role, self->divisions[TRUE]);
  for (guint own = 0; own < 2; own++)
    for (guint state = 0; state < MATTRA_N_REVIEW_STATES; state++)
      bring_to (self->store, self->plan, own, state, self->divisions[own]);
  g_assert_true (mattra_store_set_round_field (self->store, mattra_plan_get_id (self->plan), OFFICE_SHUT, "state", "closed",
                                               &error));
  office_copy (self);
}

void
office_close_window (Office *self)
{
  if (self->session == NULL)
    return;
  mattra_session_close (self->session);
  session_fixture_spin (0);
  g_clear_object (&self->session);
}

void
office_clear (Office *self)
{
  office_close_window (self);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
  g_free (self->copy);
  g_free (self->divisions[0]);
  g_free (self->divisions[1]);
}

/* A window is opened anew only where an answer was moved on: most questions are refused. */
MattraSession *
office_window (Office *self)
{
  g_autofree char *name = g_strdup_printf ("window-%u.mattra", self->n_windows);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (self->session != NULL)
    return self->session;
  self->n_windows++;
  copy_register (self->path, path);
  self->session = session_fixture_open (path, FALSE, &error);
  g_assert_no_error (error);
  return self->session;
}

