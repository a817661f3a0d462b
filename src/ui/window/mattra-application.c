/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-application.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-autostart.h"
#include "mattra-background.h"
#include "mattra-choose-file.h"
#include "mattra-help-actions.h"
#include "mattra-locale.h"
#include "mattra-import-assistant.h"
#include "mattra-keys.h"
#include "mattra-new-register.h"
#include "mattra-preferences.h"
#include "mattra-recent.h"
#include "mattra-settings.h"
#include "mattra-window-actions.h"

#define OPTION_NEW "new-register"

struct _MattraApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  MattraBackground *background;
};

G_DEFINE_FINAL_TYPE (MattraApplication, mattra_application, ADW_TYPE_APPLICATION)

static MattraWindow *
get_window (MattraApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window && !MATTRA_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window ? MATTRA_WINDOW (window) : mattra_window_new (self);
}

/* Registers: one that is open already is shown, not opened twice. */

static gboolean
is_same_file (const char *one,
              const char *other)
{
  g_autofree char *first = g_canonicalize_filename (one, NULL);
  g_autofree char *second = g_canonicalize_filename (other, NULL);

  return g_str_equal (first, second);
}

static MattraWindow *
find_window (MattraApplication *self,
             const char        *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *at = windows; at; at = at->next)
    if (MATTRA_IS_WINDOW (at->data) && mattra_window_get_path (at->data)
        && is_same_file (mattra_window_get_path (at->data), path))
      return at->data;
  return NULL;
}

/* Whoever clicks twice, or once more while a question stands open, means the same. */
static gboolean
is_arriving (MattraWindow *window,
             const char   *path)
{
  const char *arriving = mattra_window_get_arriving (window);

  return arriving && is_same_file (arriving, path);
}

static MattraWindow *
show_register (MattraApplication *self,
               const char        *path)
{
  MattraWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = get_window (self);
      if (mattra_window_get_session (window))
        window = mattra_window_new (self);
      if (!is_arriving (window, path))
        mattra_window_open (window, path, FALSE);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * mattra_application_open_register:
 * @self: the program
 * @path: a register
 *
 * Shows the window in which it is open; else opens it in a window that shows none.
 */
void
mattra_application_open_register (MattraApplication *self,
                                  const char        *path)
{
  g_return_if_fail (MATTRA_IS_APPLICATION (self) && path != NULL);

  show_register (self, path);
}

/* What lies behind another program's door has no path, and SQLite opens paths. */
static void
open_file (MattraApplication *self,
           GFile             *file)
{
  GtkWindow *window = NULL;

  if (g_file_peek_path (file))
    {
      mattra_application_open_register (self, g_file_peek_path (file));
      return;
    }
  window = GTK_WINDOW (get_window (self));
  gtk_window_present (window);
  mattra_tell (window, _("The register could not be opened"),
               _("Only a file on this computer can be read. Copy it here first."));
}

static void
open_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MattraApplication) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file)
    open_file (self, file);
}

/* Actions */

static void
open (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  static const char *const patterns[] = { "*" MATTRA_REGISTER_SUFFIX, NULL };
  MattraFileWish wish = {
    .title = _("Open a Register"),
    .accept = _("_Open"),
    .filter = _("Registers of measures (.mattra)"),
    .patterns = patterns,
  };

  mattra_choose_file_async (GTK_WINDOW (get_window (user_data)), &wish, NULL, open_chosen,
                            g_object_ref (user_data));
}

static void
open_recent (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mattra_application_open_register (user_data, g_variant_get_string (parameter, NULL));
}

/* What a notification tells of. Whatever other programs ask for, a list or round that is none is passed over. */
static void
open_list (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  const char *path = NULL;
  MattraWindow *window = NULL;
  int list = MATTRA_LIST_ALL;
  int fiscal_year = 0;
  int round = MATTRA_ROUND_NONE;

  g_variant_get (parameter, "(&siii)", &path, &list, &fiscal_year, &round);
  window = show_register (user_data, path);
  if (round < 0 || round >= MATTRA_N_ROUNDS)
    round = MATTRA_ROUND_NONE;
  if (list >= 0 && list < MATTRA_N_SMART_LISTS)
    mattra_window_show_list (window, (MattraSmartList) list, fiscal_year, (MattraRound) round);
}

static void
new_register (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWidget *dialog = mattra_new_register_new (GTK_WINDOW (get_window (user_data)));

  g_signal_connect_object (dialog, "created", G_CALLBACK (mattra_application_open_register), user_data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The table is shown, whatever was before. */
static void
show_imported (MattraWindow *window,
               guint         n_changes,
               int           fiscal_year,
               MattraRound   round)
{
  MattraSession *session = mattra_window_get_session (window);

  mattra_session_set_list (session, MATTRA_LIST_ALL);
  mattra_session_set_division (session, NULL);
  mattra_window_go_to_round (window, fiscal_year, round);
  mattra_session_look (session);
  mattra_window_say (window, n_changes > 0 ? _("The table is in the register")
                                           : _("The register said all this already"), n_changes > 0);
}

static void
imported (MattraApplication *self,
          const char        *path,
          guint              n_changes,
          int                fiscal_year,
          int                round)
{
  MattraWindow *window = find_window (self, path);

  mattra_application_open_register (self, path);
  if (window)
    show_imported (window, n_changes, fiscal_year, (MattraRound) round);
}

/* An empty name: the user chooses a file in the assistant, or pastes a table. */
static void
import_file (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  const char *path = parameter ? g_variant_get_string (parameter, NULL) : "";
  MattraWindow *window = get_window (user_data);
  GtkWidget *assistant = mattra_import_assistant_new (GTK_WINDOW (window), mattra_window_get_path (window));

  g_signal_connect_object (assistant, "accepted", G_CALLBACK (imported), user_data, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
  if (*path)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      mattra_import_assistant_read_file (MATTRA_IMPORT_ASSISTANT (assistant), file);
    }
}

static void
preferences (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mattra_preferences_present (GTK_WINDOW (get_window (user_data)));
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *at = windows; at; at = at->next)
    gtk_window_close (GTK_WINDOW (at->data));
}

static const GActionEntry actions[] = {
  { "new-register", new_register, NULL, NULL, NULL, { 0 } },
  { "open", open, NULL, NULL, NULL, { 0 } },
  { "open-recent", open_recent, "s", NULL, NULL, { 0 } },
  { "open-list", open_list, "(siii)", NULL, NULL, { 0 } },
  { "import", import_file, NULL, NULL, NULL, { 0 } },
  { "import-file", import_file, "s", NULL, NULL, { 0 } },
  { "preferences", preferences, NULL, NULL, NULL, { 0 } },
  { "quit", quit, NULL, NULL, NULL, { 0 } },
};

static const struct
{
  const char *action;
  const char *keys[3];
} application_keys[] = {
  { "app.new-register", { "<Primary>n", NULL } },
  { "app.open", { "<Primary>o", NULL } },
  { "app.preferences", { "<Primary>comma", NULL } },
  { "app.shortcuts", { "<Primary>question", "<Primary>slash", NULL } },
  { "app.help", { "F1", NULL } },
  { "app.quit", { "<Primary>q", NULL } },
};

/* The object */

static void
mattra_application_startup (GApplication *application)
{
  MattraApplication *self = MATTRA_APPLICATION (application);

  G_APPLICATION_CLASS (mattra_application_parent_class)->startup (application);
  mattra_locale_add_library ("libadwaita");
  self->settings = mattra_settings_new ();
  mattra_preferences_apply_theme ();
  mattra_help_add_actions (GTK_APPLICATION (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (application_keys); i++)
    mattra_keys_set (GTK_APPLICATION (application), application_keys[i].action, application_keys[i].keys);
  mattra_window_actions_set_keys (GTK_APPLICATION (application));
  self->background = mattra_background_new (application, self->settings);
}

static void
mattra_application_shutdown (GApplication *application)
{
  g_clear_object (&MATTRA_APPLICATION (application)->background);
  G_APPLICATION_CLASS (mattra_application_parent_class)->shutdown (application);
}

static void
mattra_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (MATTRA_APPLICATION (application))));
}

static void
mattra_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (MATTRA_APPLICATION (application), files[i]);
}

/* Without a window: as a service the program is not activated, and ends where nothing holds it. One that runs already
 * tells by itself. */
static int
start_in_background (GApplication *application)
{
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_IS_SERVICE);
  return g_application_register (application, NULL, NULL) ? -1 : 0;
}

/* What the menu of the desktop offers beside the program itself. */
static int
mattra_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  if (g_variant_dict_contains (options, MATTRA_OPTION_BACKGROUND))
    return start_in_background (application);
  if (!g_variant_dict_contains (options, OPTION_NEW) || !g_application_register (application, NULL, NULL))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-register", NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
mattra_application_finalize (GObject *object)
{
  g_clear_object (&MATTRA_APPLICATION (object)->settings);
  G_OBJECT_CLASS (mattra_application_parent_class)->finalize (object);
}

static void
mattra_application_class_init (MattraApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mattra_application_finalize;
  application_class->startup = mattra_application_startup;
  application_class->shutdown = mattra_application_shutdown;
  application_class->activate = mattra_application_activate;
  application_class->open = mattra_application_open;
  application_class->handle_local_options = mattra_application_handle_local_options;
}

static void
mattra_application_init (MattraApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), OPTION_NEW, 0, 0, G_OPTION_ARG_NONE,
                                 _("Begin a new register"), NULL);
  g_application_add_main_option (G_APPLICATION (self), MATTRA_OPTION_BACKGROUND, 0, 0, G_OPTION_ARG_NONE,
                                 _("Tell what is due without a window"), NULL);
}

/**
 * mattra_application_new:
 *
 * Returns: (transfer full): the program, ready to be run
 */
MattraApplication *
mattra_application_new (void)
{
  return g_object_new (MATTRA_TYPE_APPLICATION,
                       "application-id", MATTRA_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * mattra_application_get_settings:
 * @self: the program, started
 *
 * Returns: (transfer none): the user's settings, the same for all windows
 */
GSettings *
mattra_application_get_settings (MattraApplication *self)
{
  g_return_val_if_fail (MATTRA_IS_APPLICATION (self), NULL);

  return self->settings;
}
