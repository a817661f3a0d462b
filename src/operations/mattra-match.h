/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"

G_BEGIN_DECLS

/**
 * MattraMatchKind:
 * @MATTRA_MATCH_NEW: no measure of the register is the same.
 * @MATTRA_MATCH_TITLE: one has the same title.
 * @MATTRA_MATCH_NUMBER: one has the same number and a title much like it.
 * @MATTRA_MATCH_DOUBTFUL: one has the same number and another title; nobody but a person can say.
 *
 * How sure it is that a row of a document is a measure of the register.
 */
typedef enum
{
  MATTRA_MATCH_NEW,
  MATTRA_MATCH_TITLE,
  MATTRA_MATCH_NUMBER,
  MATTRA_MATCH_DOUBTFUL,
} MattraMatchKind;

/**
 * MattraMatch:
 * @kind: how sure it is.
 * @measure: (nullable): the measure of the register; of a doubtful match the one in question.
 *
 * What a row of a document was matched with.
 */
typedef struct
{
  MattraMatchKind kind;
  MattraMeasure *measure;
} MattraMatch;

GArray *mattra_match_measures (GPtrArray *imported,
                               GPtrArray *existing);

G_END_DECLS
