/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-delegate.h"
#include "mattra-people-kind.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/* What is written about the rows of a table, on the session's thread as one act. */
typedef struct
{
  const MattraPeopleKind *kind;
  char *new_name;
  GPtrArray *ids;    /* rows that exist, in their order */
  GPtrArray *cells;  /* MattraGridCellText, whose rows are places in @ids and beyond */
  GPtrArray *fields; /* what the columns of @cells are called */
  char *before;
  guint n_new;
  char *added;
} MattraPeopleJob;

MattraPeopleJob *mattra_people_job_new    (const MattraPeopleKind  *kind,
                                           MattraSession           *session);
void             mattra_people_job_free   (gpointer                 job);
gboolean         mattra_people_job_insert (MattraStore             *store,
                                           MattraPlan              *plan,
                                           gpointer                 data,
                                           GError                 **error);
gboolean         mattra_people_job_set    (MattraStore             *store,
                                           MattraPlan              *plan,
                                           gpointer                 data,
                                           GError                 **error);
gboolean         mattra_people_job_move   (MattraStore             *store,
                                           MattraPlan              *plan,
                                           gpointer                 data,
                                           GError                 **error);
gboolean         mattra_people_job_delete (MattraStore             *store,
                                           MattraPlan              *plan,
                                           gpointer                 data,
                                           GError                 **error);

G_END_DECLS
