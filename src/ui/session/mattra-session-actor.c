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

/* Sets the plan, and what it says about who uses the window: the actor's texts are the plan's. */
void
mattra_session_set_plan (MattraSession *self,
                         MattraPlan    *plan)
{
  g_autoptr (MattraPlan) before_plan = self->plan;
  MattraActor before = self->actor;

  self->plan = g_object_ref (plan);
  if (self->whoami == NULL)
    self->whoami = mattra_whoami_load (organisation_id (self));
  find_actor (self, &self->actor);
  if (!mattra_actor_is_same (&before, &self->actor))
    g_object_notify (G_OBJECT (self), "actor");
}

/* Takes over @whoami. */
static void
set_whoami (MattraSession *self,
            MattraWhoami  *whoami)
{
  g_autoptr (MattraWhoami) before_whoami = self->whoami;
  MattraActor before = self->actor;

  self->whoami = whoami;
  find_actor (self, &self->actor);
  if (!mattra_actor_is_same (&before, &self->actor))
    g_object_notify (G_OBJECT (self), "actor");
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
