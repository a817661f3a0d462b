/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-json-writer.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

char *mattra_comments_find  (MattraStore       *store,
                             const char        *measure,
                             const char        *word,
                             GError           **error);
void  mattra_comments_write (GPtrArray         *comments,
                             MattraPlan        *plan,
                             MattraJsonWriter  *writer);

G_END_DECLS
