/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-notifier.h"

#include <string.h>

#include "mattra-due.h"
#include "mattra-notice.h"
#include "mattra-reminder.h"
#include "mattra-word-digits.h"

#define KEY_ALLOWED "notifications"
#define KEY_LAST "last-notified"

/* Days are remembered for as many registers; those told of longest ago are forgotten. */
#define REMEMBERED 50

/* How often one looks whether it is time. */
#define LOOK_SECONDS 60

struct _MattraNotifier
{
  GObject parent_instance;

  MattraSession *session;
  GSettings *settings;
  MattraSmartList list; /* to which what was told leads */
  guint timeout;        /* until the time of the day at which one wants to be told */
};

G_DEFINE_FINAL_TYPE (MattraNotifier, mattra_notifier, G_TYPE_OBJECT)

enum
{
  SIGNAL_TELL,
  SIGNAL_TAKE_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
last_told (MattraNotifier *self)
{
  g_autoptr (GVariant) days = g_settings_get_value (self->settings, KEY_LAST);
  char *day = NULL;

  g_variant_lookup (days, mattra_session_get_path (self->session), "s", &day);
  return day;
}

typedef struct
{
  const char *path;
  const char *day;
} Told;

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return strcmp (((const Told *) b)->day, ((const Told *) a)->day);
}

static void
remember (MattraNotifier *self,
          const char     *today)
{
  g_autoptr (GVariant) days = g_settings_get_value (self->settings, KEY_LAST);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Told));
  const char *path = mattra_session_get_path (self->session);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  Told told = { path, today };

  g_array_append_val (all, told);
  g_variant_iter_init (&iter, days);
  while (g_variant_iter_next (&iter, "{&s&s}", &told.path, &told.day))
    if (!g_str_equal (told.path, path))
      g_array_append_val (all, told);
  g_array_sort (all, compare_days);
  for (guint i = 0; i < MIN (all->len, REMEMBERED); i++)
    g_variant_builder_add (&builder, "{ss}", g_array_index (all, Told, i).path, g_array_index (all, Told, i).day);
  g_settings_set_value (self->settings, KEY_LAST, g_variant_builder_end (&builder));
}

/* Counting what comes due within another time than the list of the sidebar, on the register's thread */

typedef struct
{
  int lead_days;
  MattraRound round;
  MattraDate day;
  char division[MATTRA_ULID_LENGTH + 1]; /* the only one, as for the lists of the sidebar; "" for all */
  guint n;
  gboolean found; /* in the measure that is looked at */
} Count;

static void
count_answer (const MattraDueAnswer *answer,
              gpointer               user_data)
{
  Count *count = user_data;
  MattraStatusFacts facts = answer->facts;

  facts.lead_days = count->lead_days;
  count->found |= mattra_status_compute (&facts, count->day) == MATTRA_STATUS_DUE_SOON;
}

static gboolean
count_due (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Count *count = data;
  const char *division = *count->division != '\0' ? count->division : NULL;
  g_autoptr (MattraMeasureSource) measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  g_autoptr (GError) local_error = NULL;

  while (measures != NULL)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_source_next (measures, &local_error);

      if (measure == NULL)
        break;
      count->found = FALSE;
      mattra_due_for_each_answer (plan, measure, count->round, division, count->day, count_answer, count);
      count->n += count->found;
    }
  if (local_error == NULL)
    return measures != NULL;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The time of the day */

static gboolean look_again (gpointer data);

/* A timeout counts time awake only: looking each minute bounds how late it is after a suspend. */
static gboolean
is_time (MattraNotifier       *self,
         const MattraReminder *reminder)
{
  MattraClock *clock = mattra_session_get_clock (self->session);

  if (!mattra_reminder_is_on (reminder, mattra_clock_get_today (clock)))
    return FALSE;
  if (mattra_clock_get_minute (clock) >= reminder->minute)
    return TRUE;
  if (self->timeout == 0)
    self->timeout = g_timeout_add_seconds (LOOK_SECONDS, look_again, self);
  return FALSE;
}

/* Who follows one division is told of that one alone. */
static GPtrArray *
list_late (MattraNotifier *self,
           MattraPlan     *plan)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  const char *own = mattra_session_get_own_division (self->session);
  GPtrArray *late = g_ptr_array_new ();

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const MattraDivision *division = mattra_division_list_get (divisions, i);
      MattraProgress progress = { 0 };

      mattra_session_get_progress (self->session, division->id, &progress);
      if (progress.overdue > 0 && (own == NULL || g_strcmp0 (own, division->id) == 0))
        g_ptr_array_add (late, (gpointer) mattra_division_get_short_name (division));
    }
  return late;
}

/* The list that a click leads to: the most urgent of those that are told. */
static MattraSmartList
choose_list (const MattraNoticeFacts *facts)
{
  if (facts->overdue > 0)
    return MATTRA_LIST_OVERDUE;
  if (facts->due_soon > 0)
    return MATTRA_LIST_DUE_SOON;
  return facts->returned > 0 ? MATTRA_LIST_RETURNED : MATTRA_LIST_NO_RESULT;
}

static void
collect (MattraNotifier       *self,
         const MattraReminder *reminder,
         guint                 due_soon,
         MattraNoticeFacts    *facts)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  MattraDate today = mattra_clock_get_today (mattra_session_get_clock (self->session));
  const MattraPlanRound *round = mattra_plan_get_round (plan, mattra_session_get_round (self->session));

  facts->organisation = mattra_plan_get_organisation (plan)->name;
  if (reminder->overdue)
    facts->overdue = mattra_session_get_list_count (self->session, MATTRA_LIST_OVERDUE);
  if (reminder->due_soon)
    facts->due_soon = due_soon;
  if (reminder->no_result && round != NULL && mattra_reminder_is_near (today, round->answers_due, reminder->answer_days))
    facts->no_result = mattra_session_get_list_count (self->session, MATTRA_LIST_NO_RESULT);
  if (reminder->returned)
    facts->returned = mattra_session_get_list_count (self->session, MATTRA_LIST_RETURNED);
  if (facts->overdue > 0)
    facts->late_divisions = list_late (self, plan);
}

static void
tell (MattraNotifier *self,
      guint           due_soon)
{
  MattraDate today = mattra_clock_get_today (mattra_session_get_clock (self->session));
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autoptr (MattraNotice) notice = NULL;
  g_autofree char *day = mattra_date_to_iso (today);
  g_autofree char *told = last_told (self);
  MattraNoticeFacts facts = { 0 };
  MattraReminder reminder;

  mattra_reminder_read (&reminder, self->settings);
  collect (self, &reminder, due_soon, &facts);
  if (mattra_notice_is_over (&facts) && told)
    g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0);
  if (is_time (self, &reminder))
    notice = mattra_notice_new (&facts, today, told, digits);
  if (notice != NULL)
    {
      remember (self, day);
      self->list = choose_list (&facts);
      g_signal_emit (self, signals[SIGNAL_TELL], 0, notice->title, notice->body);
    }
  g_clear_pointer (&facts.late_divisions, g_ptr_array_unref);
}

static void
counted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraNotifier) self = user_data;
  Count *count = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, (gpointer *) &count, NULL))
    return;
  if (self->session != NULL && g_settings_get_boolean (self->settings, KEY_ALLOWED))
    tell (self, count->n);
  g_free (count);
}

/* The list of the sidebar looks as far ahead as the status; for another time one counts anew. */
static void
look (MattraNotifier *self)
{
  MattraReminder reminder;

  if (mattra_session_get_plan (self->session) == NULL || !g_settings_get_boolean (self->settings, KEY_ALLOWED))
    return;
  mattra_reminder_read (&reminder, self->settings);
  if (reminder.due_soon && reminder.due_days != MATTRA_STATUS_LEAD_DAYS)
    {
      const char *own = mattra_session_get_own_division (self->session);
      Count *count = g_new0 (Count, 1);

      g_strlcpy (count->division, own != NULL ? own : "", sizeof count->division);
      count->lead_days = reminder.due_days;
      count->round = mattra_session_get_round (self->session);
      count->day = mattra_clock_get_today (mattra_session_get_clock (self->session));
      mattra_session_query_async (self->session, count_due, count, g_free, counted, g_object_ref (self));
      return;
    }
  tell (self, mattra_session_get_list_count (self->session, MATTRA_LIST_DUE_SOON));
}

static gboolean
look_again (gpointer data)
{
  MattraNotifier *self = data;

  self->timeout = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* What was told goes when the user wants to be told nothing. */
static void
follow_wish (MattraNotifier *self)
{
  if (g_settings_get_boolean (self->settings, KEY_ALLOWED))
    look (self);
  else
    g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0);
}

/* Another time, or another list: what was not told yet may be now. */
static void
follow_reminder (MattraNotifier *self,
                 const char     *key)
{
  if (g_str_has_prefix (key, "remind-"))
    look (self);
}

static void
mattra_notifier_dispose (GObject *object)
{
  MattraNotifier *self = MATTRA_NOTIFIER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_notifier_parent_class)->dispose (object);
}

static void
mattra_notifier_class_init (MattraNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_notifier_dispose;
  signals[SIGNAL_TELL] = g_signal_new ("tell", MATTRA_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_TAKE_BACK] = g_signal_new ("take-back", MATTRA_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mattra_notifier_init (MattraNotifier *self)
{
}

/**
 * mattra_notifier_new:
 * @session: what is told of
 * @settings: the user's settings
 *
 * Follows a session's counts, which are taken anew each day, until it is finalized. To be made before
 * the main loop runs again after the session was opened: what was counted before is not told.
 *
 * Returns: (transfer full): the notifier
 */
MattraNotifier *
mattra_notifier_new (MattraSession *session,
                     GSettings     *settings)
{
  MattraNotifier *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_NOTIFIER, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (session, "counts-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY_ALLOWED, G_CALLBACK (follow_wish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (follow_reminder), self, G_CONNECT_SWAPPED);
  return self;
}

/* Sending */

#define NOTIFICATIONS "org.freedesktop.Notifications"

typedef struct
{
  GApplication *application;
  char *action;
} Target;

static void
target_free (gpointer  data,
             GClosure *closure)
{
  Target *target = data;

  g_free (target->action);
  g_free (target);
}

static Target *
target_new (GApplication *application,
            const char   *action)
{
  Target *target = g_new0 (Target, 1);

  target->application = application;
  target->action = g_strdup (action);
  return target;
}

static char *
make_id (MattraNotifier *self)
{
  const char *path = mattra_session_get_path (self->session);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA1, path, -1);

  return g_strconcat ("due-", sum, NULL);
}

/* A desktop without notifications is nothing to warn of, as GLib would. Where there are some, they may
 * have to be started first. */
typedef struct
{
  GApplication *application;
  GNotification *notification;
  char *id;
  guint watch;
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_object_unref (letter->application);
  g_object_unref (letter->notification);
  g_free (letter->id);
  g_free (letter);
}

static void
deliver (GDBusConnection *connection,
         const char      *name,
         const char      *owner,
         gpointer         user_data)
{
  Letter *letter = user_data;

  g_application_send_notification (letter->application, letter->id, letter->notification);
  g_bus_unwatch_name (letter->watch);
}

static void
give_up (GDBusConnection *connection,
         const char      *name,
         gpointer         user_data)
{
  g_bus_unwatch_name (((Letter *) user_data)->watch);
}

static void
post (GApplication  *application,
      const char    *id,
      GNotification *notification)
{
  Letter *letter = NULL;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      g_application_send_notification (application, id, notification);
      return;
    }
  letter = g_new0 (Letter, 1);
  letter->application = g_object_ref (application);
  letter->notification = g_object_ref (notification);
  letter->id = g_strdup (id);
  letter->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, NOTIFICATIONS, G_BUS_NAME_WATCHER_FLAGS_AUTO_START, deliver,
                                    give_up, letter, letter_free);
}

static void
send (MattraNotifier *self,
      const char     *title,
      const char     *body,
      Target         *target)
{
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autofree char *id = make_id (self);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, target->action, "(siii)",
                                                mattra_session_get_path (self->session), (int) self->list,
                                                mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session)),
                                                (int) mattra_session_get_round (self->session));
  post (target->application, id, notification);
}

static void
withdraw (MattraNotifier *self,
          Target         *target)
{
  g_autofree char *id = make_id (self);

  if (g_application_get_dbus_connection (target->application))
    g_application_withdraw_notification (target->application, id);
}

/**
 * mattra_notifier_attach:
 * @self: a notifier
 * @application: the program, which outlives it
 * @action: an action of the program that shows a list of a register, as "app.open-list": it is given the path, the
 *   MattraSmartList, and the fiscal year and the MattraRound in which it was counted
 *
 * Sends what is to be told to the desktop.
 */
void
mattra_notifier_attach (MattraNotifier *self,
                        GApplication   *application,
                        const char     *action)
{
  g_return_if_fail (MATTRA_IS_NOTIFIER (self) && G_IS_APPLICATION (application) && action != NULL);

  g_signal_connect_data (self, "tell", G_CALLBACK (send), target_new (application, action), target_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect_data (self, "take-back", G_CALLBACK (withdraw), target_new (application, action), target_free,
                         G_CONNECT_DEFAULT);
}
