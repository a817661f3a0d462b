/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-replace.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraFindJob:
 * @find: what is looked for
 * @replacement: (nullable): what it becomes
 * @fold: whether it is also found in other digits, eras and spellings
 * @field: (nullable): the only column to look in
 * @measures: (nullable): ULIDs of the only measures to look in
 * @round: round whose answers are meant
 * @division: (nullable): division whose table is meant
 * @hits: (nullable) (element-type MattraReplaceHit): what was found
 * @n_replaced: how many places were replaced
 *
 * What to find and replace, and where: as in MattraReplaceOptions, but a job of its own that can be carried to
 * the session's thread.
 */
typedef struct
{
  char *find;
  char *replacement;
  gboolean fold;
  char *field;
  char **measures;
  MattraRound round;
  char *division;
  GPtrArray *hits;
  guint n_replaced;
} MattraFindJob;

/* With more cells than this, the rest is not counted; they are replaced all the same. */
#define MATTRA_FIND_LIMIT 20000

MattraFindJob *mattra_find_job_copy          (const MattraFindJob  *self);
void           mattra_find_job_free          (MattraFindJob        *self);
void           mattra_find_job_search_async  (MattraSession        *session,
                                              const MattraFindJob  *job,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void           mattra_find_job_replace_async (MattraSession        *session,
                                              const MattraFindJob  *job,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
MattraFindJob *mattra_find_job_finish        (MattraSession        *session,
                                              GAsyncResult         *result,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraFindJob, mattra_find_job_free)

G_END_DECLS
