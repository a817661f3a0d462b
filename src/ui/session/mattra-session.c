/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-session-private.h"

G_DEFINE_FINAL_TYPE (MattraSession, mattra_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PLAN,
  PROP_EXTRAS,
  PROP_ROUND,
  PROP_DIVISION,
  PROP_LIST,
  PROP_FILTER,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_BUSY,
  PROP_SAVED,
  PROP_NOTICE,
  PROP_ACTOR,
  PROP_OWN_DIVISION,
  N_PROPERTIES
};

enum
{
  CHANGED,
  PLAN_CHANGED,
  COUNTS_CHANGED,
  ACTED,
  FAILED,
  INDEX_READY,
  TYPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* Who only looks has nothing to take back, whatever others did from this account. */
static gboolean
writes (MattraSession *self)
{
  const MattraActor *actor = mattra_session_get_actor (self);

  return actor == NULL || actor->role != MATTRA_ROLE_VIEWER;
}

static void
mattra_session_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MattraSession *self = MATTRA_SESSION (object);

  switch (property)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_EXTRAS:
      g_value_set_boxed (value, self->extras);
      break;
    case PROP_ROUND:
      g_value_set_int (value, self->round);
      break;
    case PROP_DIVISION:
      g_value_set_string (value, self->filter.division);
      break;
    case PROP_LIST:
      g_value_set_int (value, self->filter.list);
      break;
    case PROP_FILTER:
      g_value_set_pointer (value, &self->filter);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_name != NULL && writes (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_name != NULL && writes (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, self->undo_name);
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, self->redo_name);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_acts + self->n_asks > 0);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->n_acts == 0);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_ACTOR:
      g_value_set_pointer (value, (gpointer) mattra_session_get_actor (self));
      break;
    case PROP_OWN_DIVISION:
      g_value_set_string (value, mattra_session_get_own_division (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
mattra_session_dispose (GObject *object)
{
  MattraSession *self = MATTRA_SESSION (object);

  mattra_session_close (self);
  g_clear_signal_handler (&self->day_changed, self->clock);
  g_clear_object (&self->clock);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (mattra_session_parent_class)->dispose (object);
}

static void
mattra_session_finalize (GObject *object)
{
  MattraSession *self = MATTRA_SESSION (object);

  g_clear_pointer (&self->index, mattra_index_unref);
  g_hash_table_unref (self->progress);
  g_strfreev (self->extras);
  g_array_unref (self->years);
  g_free (self->path);
  g_free (self->notice);
  g_free (self->person);
  g_clear_pointer (&self->whoami, mattra_whoami_free);
  mattra_filter_clear (&self->filter);
  g_free (self->undo_name);
  g_free (self->redo_name);

  G_OBJECT_CLASS (mattra_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, MATTRA_TYPE_PLAN, flags);
  properties[PROP_EXTRAS] = g_param_spec_boxed ("extras", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_ROUND] = g_param_spec_int ("round", NULL, NULL, 0, MATTRA_ROUND_FULL_YEAR, 0, flags);
  properties[PROP_DIVISION] = g_param_spec_string ("division", NULL, NULL, NULL, flags);
  properties[PROP_LIST] = g_param_spec_int ("list", NULL, NULL, 0, MATTRA_N_SMART_LISTS - 1, 0, flags);
  properties[PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  properties[PROP_OWN_DIVISION] = g_param_spec_string ("own-division", NULL, NULL, NULL, flags);
  properties[PROP_ACTOR] = g_param_spec_pointer ("actor", NULL, NULL, flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
}

static void
install_signals (GType type)
{
  /**
   * MattraSession::changed:
   * @self: the session
   * @measures: (element-type utf8) (nullable): ULIDs of the measures; %NULL: any may have changed
   *
   * Something was committed, by this window or by anybody else.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_PTR_ARRAY);

  /**
   * MattraSession::plan-changed:
   * @self: the session
   *
   * Divisions, people, rounds or settings changed: the plan property is a new object.
   */
  signals[PLAN_CHANGED] = g_signal_new ("plan-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  /**
   * MattraSession::counts-changed:
   * @self: the session
   *
   * The numbers beside lists and divisions are new.
   */
  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * MattraSession::acted:
   * @self: the session
   * @name: what was done, in the user's words
   * @undoable: whether undo takes back this
   *
   * An act of this window was committed.
   */
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * MattraSession::failed:
   * @self: the session
   * @error: why, for the user
   *
   * An act was refused and nothing was changed, or the register can no longer be followed.
   */
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);

  /* For the session's lists: an index that they asked for is there. */
  signals[INDEX_READY] = g_signal_new ("index-ready", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  /**
   * MattraSession::typed:
   * @self: the session
   * @place: what is typed into
   * @field: its field
   * @text: (nullable): what stands there; %NULL once it is kept or given up
   * @gone: whether nothing shows the text any more
   *
   * A text is being typed that is no act yet.
   */
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                 G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
mattra_session_class_init (MattraSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mattra_session_get_property;
  object_class->dispose = mattra_session_dispose;
  object_class->finalize = mattra_session_finalize;
  install_properties (object_class);
  install_signals (G_OBJECT_CLASS_TYPE (object_class));
}

static void
mattra_session_init (MattraSession *self)
{
  self->progress = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->extras = g_new0 (char *, 1);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
}

/* What is shown */

/* Sets a text of the session and notifies where it became another. */
void
mattra_session_set_text (MattraSession *self,
                         char         **field,
                         const char    *text,
                         const char    *property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  g_object_notify (G_OBJECT (self), property);
}

/**
 * mattra_session_get_path:
 * @self: a session
 *
 * Returns: (transfer none): the file, links resolved
 */
const char *
mattra_session_get_path (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->path;
}

/**
 * mattra_session_get_notice:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the user must know about the register: why it can only be read,
 *   or why no copy could be made
 */
const char *
mattra_session_get_notice (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->notice;
}

/**
 * mattra_session_get_read_only:
 * @self: a session
 *
 * Returns: whether nothing can be changed
 */
gboolean
mattra_session_get_read_only (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), TRUE);

  return self->read_only;
}

/**
 * mattra_session_get_lost:
 * @self: a session
 *
 * Returns: whether the file can no longer be followed, as MattraSession:notice says; it has to be opened again
 */
gboolean
mattra_session_get_lost (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), TRUE);

  return self->lost;
}

/**
 * mattra_session_get_clock:
 * @self: a session
 *
 * Returns: (transfer none): the clock by which statuses are computed
 */
MattraClock *
mattra_session_get_clock (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->clock;
}

/**
 * mattra_session_get_plan:
 * @self: a session
 *
 * Returns: (transfer none): the plan; not to be changed, and another object after plan-changed
 */
MattraPlan *
mattra_session_get_plan (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->plan;
}

/**
 * mattra_session_get_extras:
 * @self: a session
 *
 * Returns: (transfer none) (array zero-terminated=1): heads of the columns that only this office's table has;
 *   new ones come last
 */
const char *const *
mattra_session_get_extras (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return (const char *const *) self->extras;
}

/**
 * mattra_session_get_years:
 * @self: a session
 *
 * Returns: (transfer none) (element-type int): the fiscal years B.E. of the register's plans, ascending
 */
GArray *
mattra_session_get_years (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->years;
}

/**
 * mattra_session_set_year:
 * @self: a session
 * @fiscal_year: year B.E. of a plan of the register
 *
 * Shows another plan; it is there when the plan property says so.
 */
void
mattra_session_set_year (MattraSession *self,
                         int            fiscal_year)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));

  if (fiscal_year == self->year)
    return;
  self->year = fiscal_year;
  mattra_session_reload (self, fiscal_year, FALSE);
}

/**
 * mattra_session_get_round:
 * @self: a session
 *
 * Returns: the round whose answers are shown
 */
MattraRound
mattra_session_get_round (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), MATTRA_ROUND_NONE);

  return self->round;
}

/**
 * mattra_session_set_round:
 * @self: a session
 * @round: a round; %MATTRA_ROUND_NONE for answers of which nobody said which
 *
 * Shows the answers of another round.
 */
void
mattra_session_set_round (MattraSession *self,
                          MattraRound    round)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));
  g_return_if_fail ((guint) round < MATTRA_N_ROUNDS);

  if (self->round == round)
    return;
  self->round = round;
  g_object_notify (G_OBJECT (self), "round");
  mattra_session_update_index (self, NULL);
}

/**
 * mattra_session_get_division:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): ULID of the division whose measures are shown; "" for those of no
 *   division; %NULL for all
 */
const char *
mattra_session_get_division (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->filter.division;
}

/**
 * mattra_session_set_division:
 * @self: a session
 * @division: (nullable): ULID of a division; "" for no division; %NULL for all
 *
 * Shows the measures of a division; those of the own one where that is followed, see
 * mattra_session_get_own_division().
 */
void
mattra_session_set_division (MattraSession *self,
                             const char    *division)
{
  MattraFilter filter;

  g_return_if_fail (MATTRA_IS_SESSION (self));

  filter = self->filter;
  filter.division = (char *) division;
  mattra_session_set_filter (self, &filter);
}

/**
 * mattra_session_get_list:
 * @self: a session
 *
 * Returns: which of the division's measures are shown
 */
MattraSmartList
mattra_session_get_list (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), MATTRA_LIST_ALL);

  return self->filter.list;
}

/**
 * mattra_session_set_list:
 * @self: a session
 * @list: a smart list
 *
 * Shows one smart list of the division's measures.
 */
void
mattra_session_set_list (MattraSession   *self,
                         MattraSmartList  list)
{
  MattraFilter filter;

  g_return_if_fail (MATTRA_IS_SESSION (self));
  g_return_if_fail ((guint) list < MATTRA_N_SMART_LISTS);

  filter = self->filter;
  filter.list = list;
  mattra_session_set_filter (self, &filter);
}

/**
 * mattra_session_get_filter:
 * @self: a session
 *
 * Returns: (transfer none): which measures are shown
 */
const MattraFilter *
mattra_session_get_filter (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return &self->filter;
}

/**
 * mattra_session_set_filter:
 * @self: a session
 * @filter: which measures
 *
 * Shows these measures, and no others; those of the own division where that is followed, see
 * mattra_session_get_own_division(). The properties division and list say so where they become others.
 */
void
mattra_session_set_filter (MattraSession      *self,
                           const MattraFilter *filter)
{
  g_auto (MattraFilter) before = { NULL };
  MattraFilter wanted;
  const char *own;

  g_return_if_fail (MATTRA_IS_SESSION (self) && filter != NULL);

  before = self->filter;
  own = mattra_session_get_own_division (self);
  wanted = *filter;
  if (own != NULL)
    wanted.division = (char *) own;
  mattra_filter_copy (&self->filter, &wanted);
  if (mattra_filter_is_equal (&before, &self->filter))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (before.division, self->filter.division) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIVISION]);
  if (before.list != self->filter.list)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mattra_session_get_list_count:
 * @self: a session
 * @list: a smart list
 *
 * Returns: how many measures of the plan it holds, or of the own division where that is followed; 0 until
 *   counts-changed said that they are counted
 */
guint
mattra_session_get_list_count (MattraSession   *self,
                               MattraSmartList  list)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), 0);
  g_return_val_if_fail ((guint) list < MATTRA_N_SMART_LISTS, 0);

  return self->counts[list];
}

/**
 * mattra_session_get_progress:
 * @self: a session
 * @division: (nullable): ULID of a division; "" for no division; %NULL for all
 * @progress: (out caller-allocates): how far its answers of the round are
 *
 * Tells how far a division is; for all that is the own one where that is followed. Until counts-changed said that they
 * are counted, all are 0.
 */
void
mattra_session_get_progress (MattraSession  *self,
                             const char     *division,
                             MattraProgress *progress)
{
  const MattraProgress *counted;

  g_return_if_fail (MATTRA_IS_SESSION (self));
  g_return_if_fail (progress != NULL);

  if (division == NULL)
    division = mattra_session_get_own_division (self);
  counted = g_hash_table_lookup (self->progress, division != NULL ? division : MATTRA_PROGRESS_ALL);
  *progress = counted != NULL ? *counted : (MattraProgress) { 0 };
}

/**
 * mattra_session_set_person:
 * @self: a session
 * @person: (nullable): who makes the changes of this window, as the history shows it
 *
 * Names the person whose acts follow, where nobody was chosen with mattra_session_choose_actor().
 */
void
mattra_session_set_person (MattraSession *self,
                           const char    *person)
{
  char *copy = g_strdup (person);

  g_return_if_fail (MATTRA_IS_SESSION (self));

  g_free (self->person);
  self->person = copy;
}

/**
 * mattra_session_get_person:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): by which name the history knows who acts in this window
 */
const char *
mattra_session_get_person (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->actor.name != NULL ? self->actor.name : self->person;
}

/**
 * mattra_session_tell_acted:
 * @self: a session
 * @name: what was done, in the user's words
 *
 * Tells of an act that was done with mattra_session_write_async() and that undo does not take back.
 */
void
mattra_session_tell_acted (MattraSession *self,
                           const char    *name)
{
  g_return_if_fail (MATTRA_IS_SESSION (self) && name != NULL);

  g_signal_emit_by_name (self, "acted", name, FALSE);
}

/**
 * mattra_session_tell_failed:
 * @self: a session
 * @error: why
 *
 * Tells that such an act was refused.
 */
void
mattra_session_tell_failed (MattraSession *self,
                            const GError  *error)
{
  g_return_if_fail (MATTRA_IS_SESSION (self) && error != NULL);

  g_signal_emit_by_name (self, "failed", error);
}

/**
 * mattra_session_look:
 * @self: a session
 *
 * Looks whether somebody else wrote, now rather than within two seconds, whether another window of this account chose
 * who one is, and whether it is another day: for a window that is looked at again.
 */
void
mattra_session_look (MattraSession *self)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));

  mattra_session_reload_whoami (self);
  mattra_clock_look (self->clock);
  if (self->worker != NULL)
    mattra_worker_look (self->worker);
}

/**
 * mattra_session_tell_typed:
 * @self: the session
 * @place: what is typed into, as drafts name it
 * @field: its field
 * @text: (nullable): what stands there; %NULL once it is kept or given up
 * @gone: whether nothing shows the text any more
 *
 * Tells those who keep drafts of a text that is no act yet, whichever window it is typed in.
 */
void
mattra_session_tell_typed (MattraSession *self,
                           const char    *place,
                           const char    *field,
                           const char    *text,
                           gboolean       gone)
{
  g_return_if_fail (MATTRA_IS_SESSION (self) && place != NULL && field != NULL);

  g_signal_emit (self, signals[TYPED], 0, place, field, text, gone);
}
