/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-permission.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraGround:
 * @MATTRA_GROUND_NONE: nothing that the register says of the person gives a role.
 * @MATTRA_GROUND_COMMITTEE: the working committee calls the person a secretary.
 * @MATTRA_GROUND_POST: the post is that of the chief executive.
 * @MATTRA_GROUND_ACTING: the person acts for the chief executive.
 * @MATTRA_GROUND_DIVISION: the person belongs to a division.
 * @MATTRA_GROUND_NOT_TODAY: the post is not held today.
 * @MATTRA_GROUND_GONE: the person is not in the register any more.
 *
 * Why somebody has a role.
 */
typedef enum
{
  MATTRA_GROUND_NONE,
  MATTRA_GROUND_COMMITTEE,
  MATTRA_GROUND_POST,
  MATTRA_GROUND_ACTING,
  MATTRA_GROUND_DIVISION,
  MATTRA_GROUND_NOT_TODAY,
  MATTRA_GROUND_GONE,
} MattraGround;

#define MATTRA_N_GROUNDS (MATTRA_GROUND_GONE + 1)

/**
 * MattraActor:
 * @name: the person's name.
 * @post: (nullable): the post held, with how it is acted for another.
 * @role: what the person is to the register.
 * @division: (nullable): ULID of the division that the person belongs to.
 * @id: (nullable): ULID of the person, or of the member of the committee.
 * @ground: why the role is @role.
 * @detail: (nullable): what the register says that gives the role: a role in the committee, a post, or how it is acted.
 *
 * Who does something with a register. The texts belong to the plan it was found in.
 */
typedef struct
{
  const char *name;
  const char *post;
  MattraRole role;
  const char *division;
  const char *id;
  MattraGround ground;
  const char *detail;
} MattraActor;

gboolean     mattra_actor_find       (MattraPlan         *plan,
                                      const char         *word,
                                      MattraDate          today,
                                      MattraActor        *actor,
                                      GError            **error);
gboolean     mattra_actor_is_same    (const MattraActor  *self,
                                      const MattraActor  *other);
char        *mattra_actor_explain    (const MattraActor  *self,
                                      MattraPlan         *plan);
GPtrArray   *mattra_actor_list       (MattraPlan         *plan,
                                      MattraDate          today);
void         mattra_actor_enter      (const MattraActor  *self,
                                      MattraStore        *store);
gboolean     mattra_actor_can_edit   (const MattraActor  *self,
                                      MattraPlan         *plan,
                                      MattraMeasure      *measure,
                                      const char         *field,
                                      MattraRound         round,
                                      const char         *division,
                                      char              **why);
gboolean     mattra_actor_can_answer (const MattraActor  *self,
                                      MattraPlan         *plan,
                                      MattraMeasure      *measure,
                                      MattraRound         round,
                                      const char         *division,
                                      char              **why);
gboolean     mattra_actor_can        (const MattraActor  *self,
                                      MattraAction        action,
                                      char              **why);
gboolean     mattra_actor_check      (const MattraActor  *self,
                                      MattraAction        action,
                                      const char         *place,
                                      GError            **error);
gboolean     mattra_actor_owns       (const MattraActor  *self,
                                      MattraPlan         *plan,
                                      MattraMeasure      *measure,
                                      const char         *division);
const char  *mattra_actor_answers_as (const MattraActor  *self,
                                      MattraPlan         *plan,
                                      MattraMeasure      *measure,
                                      MattraRound         round);
MattraReason mattra_actor_ask        (const MattraActor  *self,
                                      MattraPlan         *plan,
                                      MattraMeasure      *measure,
                                      MattraAction        action,
                                      MattraRound         round,
                                      const char         *division);
void         mattra_actor_refuse     (MattraReason        reason,
                                      const char         *place,
                                      GError            **error);

G_END_DECLS
