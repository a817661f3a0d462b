/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"

G_BEGIN_DECLS

/**
 * MattraWhoami:
 * @person: (nullable): ULID of a person of the register; %NULL for nobody, who keeps the register alone.
 * @name: (nullable): the person's name when it was chosen.
 * @asked: whether the question who one is was answered or put aside.
 * @everything: whether a division head wants to see all divisions rather than the own one.
 *
 * Who uses a register from this account of this computer. It is kept in the account's folder of settings, not in the
 * register: the register may lie where several share it.
 */
typedef struct
{
  char *person;
  char *name;
  gboolean asked;
  gboolean everything;
} MattraWhoami;

MattraWhoami *mattra_whoami_new        (const MattraActor   *actor);
MattraWhoami *mattra_whoami_copy       (const MattraWhoami  *self);
void          mattra_whoami_free       (MattraWhoami        *self);
MattraWhoami *mattra_whoami_load       (const char          *organisation);
gboolean      mattra_whoami_save       (const MattraWhoami  *self,
                                        const char          *organisation,
                                        GError             **error);
gboolean      mattra_whoami_find_actor (const MattraWhoami  *self,
                                        MattraPlan          *plan,
                                        MattraDate           today,
                                        MattraActor         *actor);
void          mattra_whoami_enter      (const MattraWhoami  *self,
                                        MattraStore         *store,
                                        MattraPlan          *plan,
                                        MattraDate           today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraWhoami, mattra_whoami_free)

G_END_DECLS
