/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-permission.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraActor:
 * @name: the person's name.
 * @post: (nullable): the post held, with how it is acted for another.
 * @role: what the person is to the register.
 * @division: (nullable): ULID of the division that the person belongs to.
 *
 * Who does something with a register. All but @role belongs to the plan it was found in.
 */
typedef struct
{
  const char *name;
  const char *post;
  MattraRole role;
  const char *division;
} MattraActor;

gboolean     mattra_actor_find       (MattraPlan         *plan,
                                      const char         *word,
                                      MattraDate          today,
                                      MattraActor        *actor,
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
