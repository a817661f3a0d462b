/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-background.h"
#include "mattra-recent.h"
#include "mattra-roll-over.h"
#include "picture.h"
#include "window-desk.h"

/* What the program tells without a window, and where a click on it leads. The desktop is played by the test. */

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

static const char interface_xml[] =
  "<node><interface name='" NAME "'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "</interface></node>";

typedef struct
{
  GDBusConnection *connection;
  guint n_told;
  char *title;
  char *body;
} Desktop;

static void
take_call (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Desktop *self = user_data;
  static const char *const abilities[] = { "actions", "body", NULL };

  if (g_str_equal (method, "Notify"))
    {
      g_free (self->title);
      g_free (self->body);
      g_variant_get_child (parameters, 3, "s", &self->title);
      g_variant_get_child (parameters, 4, "s", &self->body);
      self->n_told++;
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", self->n_told));
    }
  else if (g_str_equal (method, "GetCapabilities"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", abilities));
  else if (g_str_equal (method, "GetServerInformation"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(ssss)", "test", "test", "1", "1.2"));
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
desktop_start (Desktop *self)
{
  static const GDBusInterfaceVTable table = { .method_call = take_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  self->connection = g_dbus_connection_new_for_address_sync (address,
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                             | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->connection, PATH, node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", NAME, 4),
                                       G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
desktop_stop (Desktop *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->body, g_free);
}

/* As where somebody clicks on the newest. */
static void
desktop_click (Desktop *self)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, "ActionInvoked",
                                 g_variant_new ("(us)", self->n_told, "default"), &error);
  g_assert_no_error (error);
}

static gboolean
is_told (gpointer data)
{
  return ((const Desktop *) data)->n_told > 0;
}

static gboolean
shows_late (gpointer data)
{
  MattraSession *session = mattra_window_get_session (((Desk *) data)->window);

  return session != NULL && mattra_session_get_list (session) == MATTRA_LIST_OVERDUE;
}

static void
check_late_shown (Desk *self)
{
  g_autofree char *view = NULL;
  guint n;

  picture_wait (shows_late, self);
  desk_wait (self);
  g_assert_cmpstr (mattra_session_get_path (desk_session (self)), ==, self->path);
  g_object_get (mattra_window_get_page (self->window), "view", &view, NULL);
  g_assert_cmpstr (view, ==, "table");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (desk_grid (self))));
  n = mattra_session_get_list_count (desk_session (self), MATTRA_LIST_OVERDUE);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self)))), ==, n);
}

/* A register that no window shows is looked into and told of; a click opens it with the list that was told. */
static void
test_closed (Desk          *self,
             gconstpointer  data)
{
  GSettings *settings = mattra_application_get_settings (self->application);
  const char *const paths[] = { self->path, NULL };
  g_autoptr (MattraBackground) background = NULL;
  Desktop desktop = { NULL };

  desktop_start (&desktop);
  g_settings_reset (settings, "last-notified");
  background = mattra_background_new (G_APPLICATION (self->application), settings);
  mattra_background_start (background, paths);
  picture_wait (is_told, &desktop);
  g_assert_true (g_str_has_prefix (desktop.title, "Overdue: "));
  g_assert_null (mattra_window_get_session (self->window));
  desktop_click (&desktop);
  check_late_shown (self);
  desktop_stop (&desktop);
}

static void
open_list_of (Desk            *self,
              MattraSmartList  list,
              int              fiscal_year,
              int              round)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-list",
                                  g_variant_new ("(siii)", self->path, (int) list, fiscal_year, round));
}

static void
open_list (Desk            *self,
           MattraSmartList  list)
{
  open_list_of (self, list, 0, MATTRA_ROUND_NONE);
}

/* Whatever stands in the place of the table: the overview, the page of people, a filter. */
static void
test_open (Desk          *self,
           gconstpointer  data)
{
  const MattraFilter filter = { .division = (char *) "", .list = MATTRA_LIST_NO_RESULT };

  desk_open (self, FALSE);
  mattra_session_set_filter (desk_session (self), &filter);
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "view", g_variant_new_string ("overview"));
  desk_wait (self);
  open_list (self, MATTRA_LIST_OVERDUE);
  check_late_shown (self);
  g_assert_null (mattra_session_get_division (desk_session (self)));
  mattra_session_set_list (desk_session (self), MATTRA_LIST_ALL);
  mattra_window_show_people (self->window, TRUE);
  picture_settle ();
  open_list (self, MATTRA_LIST_OVERDUE);
  check_late_shown (self);
  g_assert_nonnull (g_action_map_lookup_action (G_ACTION_MAP (self->window), "new-measure"));
}

static gboolean
go_on (MattraStore  *store,
       MattraPlan   *plan,
       gpointer      data,
       GError      **error)
{
  g_auto (MattraRollOver) done = { 0 };

  return mattra_roll_over (store, plan, mattra_plan_get_fiscal_year (plan) + 1, FALSE, NULL, &done, error);
}

typedef struct
{
  Desk *desk;
  int year;
} Year;

static gboolean
shows_year (gpointer data)
{
  const Year *year = data;
  MattraSession *session = desk_session (year->desk);

  return mattra_plan_get_fiscal_year (mattra_session_get_plan (session)) == year->year;
}

/* What was counted is what is shown, also where the window was left in another round or year. */
static void
test_counted (Desk          *self,
              gconstpointer  data)
{
  Year year = { self, 0 };
  MattraRound round;
  MattraRound other;

  desk_open (self, FALSE);
  year.year = mattra_plan_get_fiscal_year (mattra_session_get_plan (desk_session (self)));
  round = mattra_session_get_round (desk_session (self));
  other = round == MATTRA_ROUND_FULL_YEAR ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_FULL_YEAR;
  mattra_session_set_round (desk_session (self), other);
  desk_wait (self);
  open_list_of (self, MATTRA_LIST_OVERDUE, year.year, (int) round);
  check_late_shown (self);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, round);
  open_list_of (self, MATTRA_LIST_OVERDUE, year.year, 99);
  desk_wait (self);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, round);
  mattra_session_write_async (desk_session (self), go_on, NULL, NULL, NULL, NULL);
  mattra_session_wait (desk_session (self));
  mattra_session_set_list (desk_session (self), MATTRA_LIST_ALL);
  year.year++;
  mattra_session_set_year (desk_session (self), year.year);
  picture_wait (shows_year, &year);
  year.year--;
  open_list_of (self, MATTRA_LIST_OVERDUE, year.year, (int) round);
  picture_wait (shows_year, &year);
  check_late_shown (self);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, round);
}

/* While it is being opened, and by who clicks twice; what is no list leads to the register all the same. */
static void
test_arriving (Desk          *self,
               gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
  open_list (self, MATTRA_LIST_DUE_SOON);
  open_list (self, MATTRA_LIST_OVERDUE);
  g_assert_null (mattra_window_get_session (self->window));
  check_late_shown (self);
  open_list (self, (MattraSmartList) 99);
  desk_wait (self);
  g_assert_cmpint (mattra_session_get_list (desk_session (self)), ==, MATTRA_LIST_OVERDUE);
}

static gint64
tell_time (gpointer user_data)
{
  return *(const gint64 *) user_data;
}

static gint64
moment (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

typedef struct
{
  guint n_looked;
  guint awaited;
} Looks;

static void
note_look (Looks *self)
{
  self->n_looked++;
}

static gboolean
have_looked (gpointer data)
{
  return ((const Looks *) data)->n_looked >= ((const Looks *) data)->awaited;
}

/* Once a day, not before the time one wants to be told at, on the days one wants; also where the clock is set back. 14
 * May 2027 is a Friday. */
static void
test_days (Desk          *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *time;
    guint n_looked;
  } moments[] = {
    { "2027-05-14T07:59:00", 0 }, { "2027-05-15T09:00:00", 0 }, { "2027-05-17T08:00:00", 1 },
    { "2027-05-17T18:00:00", 1 }, { "2027-05-18T08:30:00", 2 }, { "2027-05-22T09:00:00", 2 },
    { "2027-05-17T09:00:00", 3 },
  };
  GSettings *settings = mattra_application_get_settings (self->application);
  g_autoptr (MattraBackground) background = NULL;
  gint64 now = moment (moments[0].time);
  Looks looks = { 0 };

  gtk_window_present (GTK_WINDOW (self->window));
  mattra_recent_add (self->path);
  g_settings_set_int (settings, "remind-from", 8 * 60);
  g_settings_set_string (settings, "remind-on", "working-days");
  background = mattra_background_new (G_APPLICATION (self->application), settings);
  g_signal_connect_swapped (background, "looked", G_CALLBACK (note_look), &looks);
  mattra_clock_set_source (mattra_background_get_clock (background), tell_time, &now);
  g_settings_set_boolean (settings, "remind-in-background", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      now = moment (moments[i].time);
      mattra_clock_look (mattra_background_get_clock (background));
      looks.awaited = moments[i].n_looked;
      picture_wait (have_looked, &looks);
      picture_settle ();
      g_test_message ("%s", moments[i].time);
      g_assert_cmpuint (looks.n_looked, ==, moments[i].n_looked);
    }
  g_settings_reset (settings, "remind-in-background");
  g_settings_reset (settings, "remind-on");
  g_settings_reset (settings, "remind-from");
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "closed", test_closed }, { "open", test_open }, { "counted", test_counted }, { "arriving", test_arriving }, { "days", test_days },
  };

  desk_init (&argc, &argv);
  return desk_run ("/window/notice", tests, G_N_ELEMENTS (tests));
}
