/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

/* What stands for the name of whoever will hold a post that nobody holds: in lists of posts, never in a block. */
#define MATTRA_SIGNER_VACANT "(ว่าง)"

gboolean           mattra_signer_is_vacant_name     (const char         *name);
gboolean           mattra_signer_is_vacant          (const MattraSigner *self);
const char *const *mattra_signer_list_acting_words  (void);
char              *mattra_signer_split_acting       (const char         *acting,
                                                     const char        **post);

G_END_DECLS
