/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-session-private.h"

static const char *
organisation_id (MattraSession *self)
{
  return mattra_plan_get_organisation (self->plan)->id;
}

static void
find_actor (MattraSession *self,
            MattraActor   *actor)
{
  if (!mattra_whoami_find_actor (self->whoami, self->plan, mattra_clock_get_today (self->clock), actor))
    *actor = (MattraActor) { NULL };
}

/* What the window shows follows who uses it. */
static void
tell (MattraSession     *self,
      const MattraActor *before,
      const char        *own_before)
{
  const char *own = mattra_session_get_own_division (self);
  gboolean moved = g_strcmp0 (own, own_before) != 0;

  if (!mattra_actor_is_same (before, &self->actor))
    {
      g_object_notify (G_OBJECT (self), "actor");
      g_object_notify (G_OBJECT (self), "can-undo");
      g_object_notify (G_OBJECT (self), "can-redo");
    }
  if (!moved)
    return;
  g_object_notify (G_OBJECT (self), "own-division");
  mattra_session_set_division (self, own);
  if (self->index != NULL)
    mattra_session_update_index (self, NULL);
}

/* Sets the plan, and what it says about who uses the window: the actor's texts are the plan's. */
void
mattra_session_set_plan (MattraSession *self,
                         MattraPlan    *plan)
{
  g_autoptr (MattraPlan) before_plan = self->plan;
  g_autofree char *own = g_strdup (mattra_session_get_own_division (self));
  MattraActor before = self->actor;

  self->plan = g_object_ref (plan);
  if (self->whoami == NULL)
    self->whoami = mattra_whoami_load (organisation_id (self));
  find_actor (self, &self->actor);
  tell (self, &before, own);
}

/* Takes over @whoami. */
static void
set_whoami (MattraSession *self,
            MattraWhoami  *whoami)
{
  g_autoptr (MattraWhoami) before_whoami = self->whoami;
  g_autofree char *own = g_strdup (mattra_session_get_own_division (self));
  MattraActor before = self->actor;

  self->whoami = whoami;
  find_actor (self, &self->actor);
  tell (self, &before, own);
  if (!mattra_actor_is_same (&before, &self->actor))
    mattra_session_reload_acts (self);
}

/* Another window or program of the account may have chosen. */
void
mattra_session_reload_whoami (MattraSession *self)
{
  set_whoami (self, mattra_whoami_load (organisation_id (self)));
}

/**
 * mattra_session_get_actor:
 * @self: a session
 *
 * Tells who uses the window, as was chosen for this account and register, with the role that the shown plan gives today.
 * MattraSession:actor notifies when this changes.
 *
 * Returns: (transfer none) (nullable): who, until that; %NULL where nobody was chosen: who keeps the register alone and
 *   may do all
 */
const MattraActor *
mattra_session_get_actor (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->actor.name != NULL ? &self->actor : NULL;
}

/**
 * mattra_session_may:
 * @self: a session
 * @action: something that is not done to an answer, see mattra_action_is_of_answer()
 *
 * Returns: whether the register can be written and the table of permissions lets the window's user do it
 */
gboolean
mattra_session_may (MattraSession *self,
                    MattraAction   action)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), FALSE);

  return !self->read_only && mattra_actor_can (mattra_session_get_actor (self), action, NULL);
}

/**
 * mattra_session_choose_actor:
 * @self: a session
 * @person: (nullable): ULID or name of somebody of the shown plan; %NULL for nobody
 * @error: as mattra_actor_find(), or %MATTRA_ERROR_IO where it cannot be kept
 *
 * Chooses who uses this register from this account, and keeps it for the next time. Where it cannot be kept it holds for
 * this window all the same.
 *
 * Returns: whether it is chosen and kept
 */
gboolean
mattra_session_choose_actor (MattraSession  *self,
                             const char     *person,
                             GError        **error)
{
  MattraActor actor;
  MattraWhoami *whoami;

  g_return_val_if_fail (MATTRA_IS_SESSION (self), FALSE);

  if (person != NULL && !mattra_actor_find (self->plan, person, mattra_clock_get_today (self->clock), &actor, error))
    return FALSE;
  whoami = mattra_whoami_new (person != NULL ? &actor : NULL);
  set_whoami (self, whoami);
  return mattra_whoami_save (whoami, organisation_id (self), error);
}

/**
 * mattra_session_get_own_division:
 * @self: a session
 *
 * Tells which division is followed: a division head sees the tables, lists and numbers of the own division, unless all
 * were asked for. MattraSession:own-division notifies when this changes.
 *
 * Returns: (transfer none) (nullable): ULID of the division; %NULL where all are shown
 */
const char *
mattra_session_get_own_division (MattraSession *self)
{
  const char *division;

  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  if (self->whoami == NULL || self->whoami->everything || self->actor.name == NULL
      || self->actor.role != MATTRA_ROLE_DIVISION_HEAD)
    return NULL;
  division = self->actor.division;
  return mattra_division_list_find_id (mattra_plan_get_divisions (self->plan), division) != NULL ? division : NULL;
}

/**
 * mattra_session_get_everything:
 * @self: a session
 *
 * Returns: whether a division head asked for all divisions
 */
gboolean
mattra_session_get_everything (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), TRUE);

  return self->whoami->everything;
}

/**
 * mattra_session_set_everything:
 * @self: a session
 * @everything: whether a division head sees all divisions rather than the own one
 *
 * Follows the own division, or all; it is kept for the next time.
 */
void
mattra_session_set_everything (MattraSession *self,
                               gboolean       everything)
{
  MattraWhoami *whoami;

  g_return_if_fail (MATTRA_IS_SESSION (self));

  if (self->whoami->everything == (everything != FALSE))
    return;
  whoami = mattra_whoami_copy (self->whoami);
  whoami->everything = everything != FALSE;
  set_whoami (self, whoami);
  /* Where it cannot be kept it holds for this window. */
  mattra_whoami_save (whoami, organisation_id (self), NULL);
}

/**
 * mattra_session_get_asked:
 * @self: a session
 *
 * Returns: whether this account was asked before who it is to this register
 */
gboolean
mattra_session_get_asked (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), TRUE);

  return self->whoami->asked;
}

/**
 * mattra_session_set_asked:
 * @self: a session
 *
 * Remembers that the question who one is was put, so that it is not put again.
 */
void
mattra_session_set_asked (MattraSession *self)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));

  if (self->whoami->asked)
    return;
  self->whoami->asked = TRUE;
  /* Where it cannot be kept the question comes again, which is no harm. */
  mattra_whoami_save (self->whoami, organisation_id (self), NULL);
}

/**
 * mattra_session_list_actors:
 * @self: a session
 *
 * Returns: (transfer full) (element-type MattraActor): those who can be chosen, with their roles; their texts are the
 *   shown plan's
 */
GPtrArray *
mattra_session_list_actors (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return mattra_actor_list (self->plan, mattra_clock_get_today (self->clock));
}
