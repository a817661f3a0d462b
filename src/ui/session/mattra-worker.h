/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

/* The thread that a register lives on. The store is opened, used and closed there and nowhere else;
 * what is pushed runs in order, and its end is told on the thread that pushed it. */
typedef struct _MattraWorker MattraWorker;

/**
 * MattraWorkerKind:
 * @MATTRA_WORKER_ACT: may change the register; runs in order with what is asked.
 * @MATTRA_WORKER_ASK: only looks.
 * @MATTRA_WORKER_IDLE: runs when nothing else waits, and not at all once the worker closes.
 *
 * What sort of work it is.
 */
typedef enum
{
  MATTRA_WORKER_ACT,
  MATTRA_WORKER_ASK,
  MATTRA_WORKER_IDLE,
} MattraWorkerKind;

/* Runs on the worker's thread; @data is its alone until then. */
typedef gboolean (*MattraWorkerFunc) (MattraStore  *store,
                                      gpointer      data,
                                      GError      **error);

/* Runs on the thread that pushed; @error is %NULL where the work succeeded. */
typedef void (*MattraWorkerDone) (gpointer      data,
                                  const GError *error);

/**
 * MattraNews:
 * @measures: (element-type utf8) (nullable): measures that were changed; %NULL: any may have been
 * @plan: whether the plan besides them was changed
 * @undo_name: (nullable): name of the act that can be undone
 * @undo_arguments: (nullable): what it was given
 * @redo_name: (nullable): name of the act that can be done again
 * @redo_arguments: (nullable): what it was given
 * @notice: (nullable): what the user must know about the file
 * @lost: whether the file is no longer where it was, or is another one
 * @error: (nullable): why the register can no longer be followed, the first time this is told
 *
 * What happened to a register, by whatever window or program.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount refs;
  /*< public >*/
  GPtrArray *measures;
  gboolean plan;
  char *undo_name;
  char *undo_arguments;
  char *redo_name;
  char *redo_arguments;
  char *notice;
  gboolean lost;
  GError *error;
} MattraNews;

typedef void (*MattraNewsFunc) (const MattraNews *news,
                                gpointer          user_data);

MattraWorker *mattra_worker_new        (const char       *path,
                                        gboolean          read_only);
MattraWorker *mattra_worker_ref        (MattraWorker     *self);
void          mattra_worker_unref      (MattraWorker     *self);
void          mattra_worker_push       (MattraWorker     *self,
                                        MattraWorkerKind  kind,
                                        MattraWorkerFunc  func,
                                        MattraWorkerDone  done,
                                        gpointer          data,
                                        GDestroyNotify    destroy);
char         *mattra_worker_dup_notice (MattraWorker     *self);
void          mattra_worker_look       (MattraWorker     *self);
guint         mattra_worker_watch      (MattraWorker     *self,
                                        MattraNewsFunc    func,
                                        gpointer          user_data);
void          mattra_worker_unwatch    (MattraWorker     *self,
                                        guint             watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraWorker, mattra_worker_unref)

G_END_DECLS
