/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"
#include "mattra-layout.h"
#include "mattra-table-flow.h"

G_BEGIN_DECLS

/* What was laid out behind a checkpoint before the data changed: it is used again from the first row on that comes to
 * stand as it stood. */
typedef struct
{
  GArray     *pages;        /* of MattraPage, from that of the checkpoint on */
  GArray     *bookmarks;
  GArray     *checkpoints;  /* from the one returned to on */
  GArray     *spans;        /* of these checkpoints */
  GByteArray *digests;      /* of the rows from the checkpoint on */
  GArray     *tables;       /* of MattraTablePlace, behind that of the checkpoint */
  GPtrArray  *widths;       /* of that of the checkpoint and those behind it */
  gboolean    whole;        /* all pages were laid out */
  guint       next;         /* the checkpoint that is compared next */
  gsize       clean;        /* from this place on the rows are the same as before */
  gssize      shift;        /* how much further a row's place is now */
} MattraRest;

void mattra_rest_free (MattraRest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRest, mattra_rest_free)

/* The pages as the painter reads them. Nobody outside this room includes this file. */
struct _MattraLayout
{
  MattraDocument  *document;
  MattraFlow      *flow;
  guint            block;       /* the one that comes next, or whose table is under way */
  MattraTableFlow *table;       /* the table under way */
  gboolean         done;
  guint8           head[MATTRA_DIGEST_SIZE];    /* of everything but the rows */
  char             fingerprint[2 * MATTRA_DIGEST_SIZE + 1];
  MattraRest      *rest;
};

const MattraBlock *mattra_layout_get_block (MattraDocument   *document,
                                            guint             index);
int         mattra_layout_height_below     (MattraLayout     *self,
                                            guint             index,
                                            GError          **error);
void        mattra_layout_hash_head        (MattraDocument   *document,
                                            MattraTypesetter *typesetter,
                                            guint8           *digest);

MattraRest *mattra_rest_take     (MattraFlow   *flow,
                                  guint         checkpoint,
                                  guint         n_tables);
gboolean    mattra_rest_fits     (MattraRest   *self,
                                  MattraFlow   *flow);
gboolean    mattra_rest_meets    (MattraRest   *self,
                                  MattraFlow   *flow);
void        mattra_rest_put_back (MattraRest   *self,
                                  MattraFlow   *flow);

G_END_DECLS
