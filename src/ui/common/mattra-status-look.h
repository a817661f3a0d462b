/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-delegate.h"
#include "mattra-standing.h"

G_BEGIN_DECLS

const char      *mattra_status_look_word        (MattraStatus  status);
const char      *mattra_status_look_stated_word (MattraStatus  status);
MattraCellShape  mattra_status_look_shape       (MattraStatus  status);
MattraCellTone   mattra_status_look_tone        (MattraStatus  status);
const char      *mattra_group_look_word         (MattraGroup   group);
const char      *mattra_year_mark_look_word     (MattraYearMark mark);
gboolean         mattra_status_look_find        (const char   *word,
                                                 MattraStatus *status);

G_END_DECLS
