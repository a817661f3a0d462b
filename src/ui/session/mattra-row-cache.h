/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-list.h"
#include "mattra-worker.h"

G_BEGIN_DECLS

struct _MattraMeasureRow
{
  GObject parent_instance;

  MattraMeasureKey key;
  MattraMeasure *measure;
  gboolean loading;
  gboolean stale; /* the register has it otherwise by now */
  GList link;     /* in the cache, the one used last first */
};

#define MATTRA_TYPE_ROW_CACHE (mattra_row_cache_get_type ())

/* The rows of a list that were made last, and how their measures are loaded. */
G_DECLARE_FINAL_TYPE (MattraRowCache, mattra_row_cache, MATTRA, ROW_CACHE, GObject)

/* Told that rows have got their measures; @hint is where the first was looked for. */
typedef void (*MattraRowsLoadedFunc) (GPtrArray *rows,
                                      guint      hint,
                                      gpointer   user_data);

MattraRowCache   *mattra_row_cache_new        (MattraSession          *session,
                                               MattraRowsLoadedFunc    func,
                                               gpointer                user_data);
void              mattra_row_cache_forget     (MattraRowCache         *self);
MattraMeasureRow *mattra_row_cache_ensure     (MattraRowCache         *self,
                                               const MattraMeasureKey *key);
MattraMeasureRow *mattra_row_cache_lookup     (MattraRowCache         *self,
                                               const char             *id);
void              mattra_row_cache_make_stale (MattraRowCache         *self);
void              mattra_row_cache_load       (MattraRowCache         *self,
                                               MattraWorkerKind        kind,
                                               const MattraMeasureKey *keys,
                                               guint                   n_keys,
                                               guint                   hint);
void              mattra_row_cache_reload     (MattraRowCache         *self,
                                               GPtrArray              *measures);

G_END_DECLS
