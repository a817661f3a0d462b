/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-fiscal.h"
#include "mattra-item.h"
#include "mattra-status.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ANSWER (mattra_answer_get_type ())

/* What one division (or all jointly) answered to a measure in one round. */
G_DECLARE_FINAL_TYPE (MattraAnswer, mattra_answer, MATTRA, ANSWER, GObject)

MattraAnswer *mattra_answer_new          (MattraRound     round,
                                          const char     *division);

const char   *mattra_answer_get_id       (MattraAnswer   *self);
void          mattra_answer_set_id       (MattraAnswer   *self,
                                          const char     *id);
MattraRound   mattra_answer_get_round    (MattraAnswer   *self);
void          mattra_answer_set_round    (MattraAnswer   *self,
                                          MattraRound     round);
const char   *mattra_answer_get_division (MattraAnswer   *self);
MattraStatus  mattra_answer_get_stated   (MattraAnswer   *self);
void          mattra_answer_set_stated   (MattraAnswer   *self,
                                          MattraStatus    stated);
GPtrArray    *mattra_answer_get_items    (MattraAnswer   *self,
                                          MattraItemKind  kind);
void          mattra_answer_take_item    (MattraAnswer   *self,
                                          MattraItemKind  kind,
                                          MattraItem     *item);
gboolean      mattra_answer_has_results  (MattraAnswer   *self);
gboolean      mattra_answer_is_answered  (MattraAnswer   *self);

G_END_DECLS
