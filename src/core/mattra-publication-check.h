/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-check.h"

G_BEGIN_DECLS

/**
 * MattraPublicationCheck:
 * @plan: the plan whose measures or results the item asks for.
 * @publication: how the item is answered.
 * @round: of results, the round that they are of.
 * @day: the day on which it is.
 * @closes: the last day on which the assessment takes answers; none where not known.
 * @published: (nullable) (element-type utf8 utf8): ULIDs and titles of the measures of the confirmed version of the
 *   document; %NULL where there is none to compare with.
 *
 * What is looked at before an item is answered.
 */
typedef struct
{
  MattraPlan *plan;
  const MattraPublication *publication;
  MattraRound round;
  MattraDate day;
  MattraDate closes;
  GHashTable *published;
} MattraPublicationCheck;

GPtrArray *mattra_publication_check (const MattraPublicationCheck  *self,
                                     MattraMeasureSource           *measures,
                                     GError                       **error);

G_END_DECLS
