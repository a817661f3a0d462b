/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-actor.h"
#include "mattra-clock.h"
#include "mattra-filter.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraProgress:
 * @n_measures: measures in the list
 * @expected: answers expected in the session's round
 * @answered: those that are there
 * @overdue: those that are late
 */
typedef struct
{
  guint n_measures;
  guint expected;
  guint answered;
  guint overdue;
} MattraProgress;

/**
 * MattraSessionFunc:
 * @store: the register; this runs on the session's store thread, the only one that may touch it
 * @plan: the session's plan as the register has it at this moment; this function's alone
 * @data: what was given
 * @error: return location
 *
 * Work on the register. What it finds it leaves in @data.
 *
 * Returns: whether it succeeded
 */
typedef gboolean (*MattraSessionFunc) (MattraStore  *store,
                                       MattraPlan   *plan,
                                       gpointer      data,
                                       GError      **error);

#define MATTRA_TYPE_SESSION (mattra_session_get_type ())

/* The one state object of a window: register, plan, round, division, smart list, undo. It is handed
 * down as a property. All store calls run in order on one thread of its own; callbacks and signals
 * come on the thread that made it.
 *
 * Properties (all notify): plan, extras, round, division, list, filter, read-only, can-undo, can-redo, undo-name,
 * redo-name, busy, saved (nothing is waiting to be written), notice, actor (a pointer: who uses the window, or NULL),
 * own-division (of a division head who follows the own division alone)
 * Signals:
 *   changed (measures)     committed, here or by somebody else; GPtrArray of ULIDs, NULL: anything may have
 *   plan-changed ()        divisions, people, settings, rounds; the plan property is a new object
 *   counts-changed ()      the numbers beside lists and divisions
 *   acted (name, undoable) an act of this window was committed: its name in the user's words, for a toast
 *   failed (error)         GError boxed: an act was refused; nothing was changed
 *   typed (place, field, text, gone)  a text is being typed that is no act yet; see mattra_session_tell_typed()
 */
G_DECLARE_FINAL_TYPE (MattraSession, mattra_session, MATTRA, SESSION, GObject)

void            mattra_session_open_async      (const char           *path,
                                                gboolean              read_only,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
MattraSession  *mattra_session_open_finish     (GAsyncResult         *result,
                                                GError              **error);
MattraSession  *mattra_session_new_beside      (MattraSession        *self);
void            mattra_session_close           (MattraSession        *self);
void            mattra_session_look            (MattraSession        *self);

const char     *mattra_session_get_path        (MattraSession        *self);
const char     *mattra_session_get_notice      (MattraSession        *self);
gboolean        mattra_session_get_read_only   (MattraSession        *self);
gboolean        mattra_session_get_lost        (MattraSession        *self);
MattraClock    *mattra_session_get_clock       (MattraSession        *self);
MattraPlan     *mattra_session_get_plan        (MattraSession        *self);
const char *const *mattra_session_get_extras   (MattraSession        *self);
GArray         *mattra_session_get_years       (MattraSession        *self);
void            mattra_session_set_year        (MattraSession        *self,
                                                int                   fiscal_year);
MattraRound     mattra_session_get_round       (MattraSession        *self);
void            mattra_session_set_round       (MattraSession        *self,
                                                MattraRound           round);
const char     *mattra_session_get_division    (MattraSession        *self);
void            mattra_session_set_division    (MattraSession        *self,
                                                const char           *division);
MattraSmartList mattra_session_get_list        (MattraSession        *self);
void            mattra_session_set_list        (MattraSession        *self,
                                                MattraSmartList       list);
const MattraFilter *mattra_session_get_filter  (MattraSession        *self);
void            mattra_session_set_filter      (MattraSession        *self,
                                                const MattraFilter   *filter);
guint           mattra_session_get_list_count  (MattraSession        *self,
                                                MattraSmartList       list);
void            mattra_session_get_progress    (MattraSession        *self,
                                                const char           *division,
                                                MattraProgress       *progress);
void            mattra_session_set_person      (MattraSession        *self,
                                                const char           *person);
const char     *mattra_session_get_person      (MattraSession        *self);
void            mattra_session_tell_acted      (MattraSession        *self,
                                                const char           *name);
void            mattra_session_tell_failed     (MattraSession        *self,
                                                const GError         *error);

/* Who uses the window: mattra-session-actor.c */
const MattraActor *mattra_session_get_actor    (MattraSession        *self);
gboolean        mattra_session_may             (MattraSession        *self,
                                                MattraAction          action);
gboolean        mattra_session_choose_actor    (MattraSession        *self,
                                                const char           *person,
                                                GError              **error);
const char     *mattra_session_get_own_division (MattraSession       *self);
gboolean        mattra_session_get_everything  (MattraSession        *self);
void            mattra_session_set_everything  (MattraSession        *self,
                                                gboolean              everything);
gboolean        mattra_session_get_asked       (MattraSession        *self);
void            mattra_session_set_asked       (MattraSession        *self);
GPtrArray      *mattra_session_list_actors     (MattraSession        *self);

void            mattra_session_tell_typed       (MattraSession        *self,
                                                const char           *place,
                                                const char           *field,
                                                const char           *text,
                                                gboolean              gone);

/* Work on the store thread */
void            mattra_session_act_async       (MattraSession        *self,
                                                const char           *name,
                                                const char           *arguments,
                                                MattraSessionFunc     func,
                                                gpointer              data,
                                                GDestroyNotify        destroy,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void            mattra_session_write_async     (MattraSession        *self,
                                                MattraSessionFunc     func,
                                                gpointer              data,
                                                GDestroyNotify        destroy,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void            mattra_session_query_async     (MattraSession        *self,
                                                MattraSessionFunc     func,
                                                gpointer              data,
                                                GDestroyNotify        destroy,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        mattra_session_finish          (MattraSession        *self,
                                                GAsyncResult         *result,
                                                gpointer             *data,
                                                GError              **error);
void            mattra_session_end_task        (GObject              *source,
                                                GAsyncResult         *result,
                                                gpointer              user_data);
void            mattra_session_undo            (MattraSession        *self);
void            mattra_session_redo            (MattraSession        *self);
const char     *mattra_session_get_undo_name   (MattraSession        *self);
const char     *mattra_session_get_redo_name   (MattraSession        *self);
void            mattra_session_wait            (MattraSession        *self);

G_END_DECLS
