/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-draft-mark.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraDraft:
 * @found: whether the register says, or lately said, what the file does.
 * @today: whether it says so today.
 * @fiscal_year: year of the plan.
 * @pdf: (nullable): the file made once more.
 * @differences: (element-type MattraDifference) (nullable): the cells that say something else today.
 *
 * What is known of the data that a draft was made of.
 */
typedef struct
{
  gboolean found;
  gboolean today;
  int fiscal_year;
  GBytes *pdf;
  GPtrArray *differences;
} MattraDraft;

void     mattra_draft_clear  (MattraDraft            *self);
gboolean mattra_draft_search (MattraStore            *store,
                              GBytes                 *file,
                              const MattraDraftMark  *mark,
                              guint                   seconds,
                              MattraDraft            *draft,
                              GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraDraft, mattra_draft_clear)

G_END_DECLS
