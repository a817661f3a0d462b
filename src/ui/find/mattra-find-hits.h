/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-find-job.h"

G_BEGIN_DECLS

/* The cells in which something was found, and where among them one stands. One stands on a hit where the
 * cursor stands on its cell; the next hit is the next after the cursor. */
typedef struct _MattraFindHits MattraFindHits;

MattraFindHits         *mattra_find_hits_new         (void);
void                    mattra_find_hits_free        (MattraFindHits *self);
void                    mattra_find_hits_take        (MattraFindHits *self,
                                                      MattraFindJob  *job);
const MattraFindJob    *mattra_find_hits_get_job     (MattraFindHits *self);
gboolean                mattra_find_hits_is_for      (MattraFindHits *self,
                                                      const char     *text);
guint                   mattra_find_hits_get_n       (MattraFindHits *self);
int                     mattra_find_hits_get_at      (MattraFindHits *self);
const MattraReplaceHit *mattra_find_hits_get_current (MattraFindHits *self);
void                    mattra_find_hits_set_cursor  (MattraFindHits *self,
                                                      const char     *measure,
                                                      const char     *field);
void                    mattra_find_hits_leave       (MattraFindHits *self);
void                    mattra_find_hits_step        (MattraFindHits *self,
                                                      gboolean        backwards);
void                    mattra_find_hits_go_on       (MattraFindHits *self,
                                                      guint           from);

G_END_DECLS
