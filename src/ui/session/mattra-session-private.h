/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-index.h"
#include "mattra-whoami.h"
#include "mattra-worker.h"

G_BEGIN_DECLS

/* The session lives on the thread that made it. What it asks of the register runs on the worker's thread and
 * comes back as a job's end. The plan of the property is read here alone; the worker has one of its own, in
 * the index, because a plan remembers what it has read. */

#define MATTRA_PROGRESS_ALL "*"

struct _MattraSession
{
  GObject parent_instance;

  MattraWorker *worker; /* NULL once closed */
  guint watch;
  guint n_jobs;         /* that were pushed and have not come back */
  guint n_acts;         /* of them those that may write */
  guint n_asks;         /* of them those that somebody outside asked for */

  char *path;
  char *notice;
  char *person;
  MattraWhoami *whoami;
  MattraActor actor; /* of the plan; no name where nobody was chosen */
  gboolean read_only;
  gboolean lost; /* the file was moved, removed or replaced */
  MattraClock *clock;
  gulong day_changed;
  GArray *years; /* (element-type int) */
  MattraPlan *plan;
  int year;      /* the plan's, or that of the one that is on its way */
  char **extras;
  MattraRound round;
  MattraFilter filter;
  char *undo_name;
  char *redo_name;

  MattraIndex *index; /* the worker's */
  gboolean building;
  guint counts[MATTRA_N_SMART_LISTS];
  GHashTable *progress; /* (element-type utf8 MattraProgress): by division, "" for none, MATTRA_PROGRESS_ALL */
};

/* mattra-session.c */
void         mattra_session_set_text  (MattraSession    *self,
                                       char            **field,
                                       const char       *text,
                                       const char       *property);

/* mattra-session-actor.c */
void         mattra_session_reload_whoami (MattraSession *self);
void         mattra_session_set_plan  (MattraSession    *self,
                                       MattraPlan       *plan);

/* mattra-session-open.c */
void         mattra_session_reload    (MattraSession    *self,
                                       int               fiscal_year,
                                       gboolean          new_day);
void         mattra_session_reload_acts (MattraSession  *self);

/* mattra-session-index.c */
void         mattra_session_start_index (MattraSession  *self,
                                       MattraIndex      *index,
                                       MattraRound       round);
void         mattra_session_take_extras (MattraSession  *self,
                                       char            **extras);
void         mattra_session_update_index (MattraSession *self,
                                       GPtrArray        *measures);
gboolean     mattra_session_push      (MattraSession    *self,
                                       MattraWorkerKind  kind,
                                       MattraWorkerFunc  func,
                                       MattraWorkerDone  done,
                                       gpointer          data,
                                       GDestroyNotify    destroy);
MattraIndex *mattra_session_get_index (MattraSession    *self);
gboolean     mattra_session_need      (MattraSession    *self,
                                       guint             facets,
                                       const MattraView *view);

G_END_DECLS
