/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-notifier.h"
#include "mattra-recent.h"
#include "mattra-start-page.h"
#include "mattra-verify-file.h"
#include "mattra-window-actions.h"
#include "mattra-window-answer.h"
#include "mattra-window-copy.h"
#include "mattra-window-drafts.h"
#include "mattra-window-entry.h"
#include "mattra-window-headed.h"
#include "mattra-window-people.h"
#include "mattra-window-next.h"
#include "mattra-window-toasts.h"
#include "mattra-window-versions.h"
#include "mattra-window-whoami.h"

/* A list, with the counts that somebody was told of. */
typedef struct
{
  int list;        /* MattraSmartList; -1 for what was shown last */
  int fiscal_year; /* 0 for the one that is shown */
  MattraRound round;
} Wanted;

struct _MattraWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;

  GSettings *settings;
  GtkWidget *start;
  GtkWidget *opening;
  GtkWidget *people;
  GtkWidget *answer;
  MattraRegisterPage *page;
  MattraSession *session;
  MattraRegisterLock *lock;
  MattraWindowPlace *place;
  MattraWindowDrafts *drafts;
  MattraWindowCopy *copy;
  MattraNotifier *notifier;
  GCancellable *cancellable;
  char *arriving;           /* path of the register that is being opened */
  Wanted wanted;            /* what it is to show then */
  gboolean closing;         /* what was typed is being written */
  MattraWindowToasts *said;
};

G_DEFINE_FINAL_TYPE (MattraWindow, mattra_window, ADW_TYPE_APPLICATION_WINDOW)

/* Toasts */

/**
 * mattra_window_say:
 * @self: a window
 * @text: what was done
 * @undoable: whether it is the act that undo takes back
 *
 * Says it for a few seconds, in place of what was said before.
 */
void
mattra_window_say (MattraWindow *self,
                   const char   *text,
                   gboolean      undoable)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && text != NULL);

  mattra_window_toasts_say (self->said, text, undoable);
}

/**
 * mattra_window_offer_file:
 * @self: a window
 * @file: what was written
 *
 * Says that a file was written, and offers to open it.
 */
void
mattra_window_offer_file (MattraWindow *self,
                          GFile        *file)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && G_IS_FILE (file));

  mattra_window_toasts_offer_file (self->said, file);
}

static void
say_acted (MattraWindow *self,
           const char   *name,
           gboolean      undoable)
{
  mattra_window_say (self, name, undoable);
}

/* What the bar says already is not said twice. */
static void
say_failed (MattraWindow *self,
            const GError *error)
{
  if (!mattra_session_get_lost (self->session)
      || g_strcmp0 (error->message, mattra_session_get_notice (self->session)) != 0)
    mattra_window_toasts_fail (self->said, error);
}

/* Pages: the start page, the register, and a sign of life between them */

static void
show_page (MattraWindow *self,
           GtkWidget    *page)
{
  if (gtk_widget_get_parent (page) == NULL)
    gtk_stack_add_child (self->pages, page);
  gtk_stack_set_visible_child (self->pages, page);
}

static void
open_from_start (MattraWindow *self,
                 const char   *path)
{
  GActionGroup *application = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self)));

  if (path)
    mattra_window_open (self, path, FALSE);
  else
    g_action_group_activate_action (application, "open", NULL);
}

static void
import_from_start (MattraWindow *self,
                   const char   *path)
{
  GActionGroup *application = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self)));

  g_action_group_activate_action (application, "import-file", g_variant_new_string (path ? path : ""));
}

static void
new_from_start (MattraWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                  "new-register", NULL);
}

static void
show_start (MattraWindow *self)
{
  GtkWidget *page = NULL;

  if (self->start == NULL)
    {
      page = mattra_start_page_new ();
      g_signal_connect_object (page, "new", G_CALLBACK (new_from_start), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "open", G_CALLBACK (open_from_start), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "import", G_CALLBACK (import_from_start), self, G_CONNECT_SWAPPED);
      self->start = mattra_window_headed_new (page);
    }
  gtk_window_set_title (GTK_WINDOW (self), "Mattra");
  show_page (self, self->start);
}

static void
show_opening (MattraWindow *self)
{
  GtkWidget *spinner = NULL;

  if (self->opening == NULL)
    {
      spinner = gtk_spinner_new ();
      gtk_widget_set_size_request (spinner, 32, 32);
      gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
      /* One that turns unseen has the window draw frame after frame for ever. */
      g_signal_connect (spinner, "map", G_CALLBACK (gtk_spinner_start), NULL);
      g_signal_connect (spinner, "unmap", G_CALLBACK (gtk_spinner_stop), NULL);
      self->opening = mattra_window_headed_new (spinner);
    }
  show_page (self, self->opening);
}

/* Registers */

static void
show_register (MattraWindow *self)
{
  show_page (self, GTK_WIDGET (self->page));
  mattra_register_page_focus (self->page);
}

static void
show_window_title (MattraWindow *self)
{
  const char *name = mattra_plan_get_organisation (mattra_session_get_plan (self->session))->name;
  g_autofree char *title = g_strdup_printf ("%s — Mattra", name);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
open_again (MattraWindow *self)
{
  g_autofree char *path = g_strdup (mattra_session_get_path (self->session));

  mattra_window_open (self, path, FALSE);
}

static void
commit (MattraWindow *self)
{
  mattra_register_page_commit (self->page);
  if (self->people)
    mattra_window_people_commit (self->people);
  if (self->answer)
    mattra_answer_view_commit (mattra_window_answer_get_view (self->answer));
}

/* What is typed goes to the register, which writes it before it is given up; then nobody else is told
 * any more that it is open here. */
static void
close_register (MattraWindow *self)
{
  if (self->session == NULL)
    return;
  commit (self);
  mattra_window_place_save (self->place);
  mattra_window_drafts_finish (self->drafts);
  g_clear_object (&self->drafts); /* before the widgets that tell it of typing */
  mattra_window_actions_remove (self);
  mattra_window_versions_close (self);
  mattra_window_next_close (self);
  if (self->people)
    gtk_stack_remove (self->pages, g_steal_pointer (&self->people));
  if (self->answer)
    gtk_stack_remove (self->pages, g_steal_pointer (&self->answer));
  gtk_stack_remove (self->pages, GTK_WIDGET (self->page));
  self->page = NULL;
  g_signal_handlers_disconnect_by_data (self->session, self);
  mattra_session_close (self->session);
  g_clear_object (&self->copy);
  g_clear_object (&self->place);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lock, mattra_register_lock_release);
}

/* By this name the history knows who did what. */
static void
name_person (MattraWindow *self)
{
  g_autofree char *person = g_settings_get_string (self->settings, "person");

  if (self->session)
    mattra_session_set_person (self->session, *person ? person : g_get_user_name ());
}

static void
keep_register (MattraWindow *self)
{
  mattra_window_place_take (self->place, GTK_WINDOW (self), self->page);
  self->drafts = mattra_window_drafts_new (self->session, self->page, self->settings);
  self->copy = mattra_window_copy_new (self->session, self->page, self->place, self->settings);
  mattra_window_whoami_offer (self->session, self->page);
}

/* In the table, whatever took its place. */
static void
show_wanted (MattraWindow *self)
{
  const Wanted wanted = self->wanted;
  const MattraFilter filter = { .list = (MattraSmartList) wanted.list };

  if (wanted.list < 0)
    return;
  self->wanted.list = -1;
  g_object_set (self->page, "view", "table", NULL);
  mattra_window_go_to_round (self, wanted.fiscal_year, wanted.round);
  mattra_session_set_filter (self->session, &filter);
}

static void
take_entry (MattraWindow      *self,
            MattraWindowEntry *entry)
{
  MattraSession *session = entry->session;

  close_register (self);
  self->session = g_steal_pointer (&entry->session);
  self->lock = g_steal_pointer (&entry->lock);
  self->place = g_steal_pointer (&entry->place);
  name_person (self);
  self->notifier = mattra_notifier_new (session, self->settings);
  mattra_notifier_attach (self->notifier, G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                          "app.open-list");
  self->page = MATTRA_REGISTER_PAGE (mattra_register_page_new (session, self->settings));
  g_signal_connect_object (self->page, "open-again", G_CALLBACK (open_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "acted", G_CALLBACK (say_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (say_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (show_window_title), self,
                           G_CONNECT_SWAPPED);
  mattra_window_actions_add (self);
  mattra_verify_take_drops (GTK_WIDGET (self->page), session);
  keep_register (self);
  show_window_title (self);
  show_register (self);
  show_wanted (self);
  mattra_recent_add (mattra_session_get_path (session));
}

static void
show_last (MattraWindow *self)
{
  if (self->page)
    show_page (self, GTK_WIDGET (self->page));
  else
    show_start (self);
}

static void
entered (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraWindow) self = user_data;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraWindowEntry) entry = NULL;

  cancellable = g_object_ref (g_task_get_cancellable (G_TASK (result)));
  entry = mattra_window_enter_finish (result, &error);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_pointer (&self->arriving, g_free);
  if (entry)
    take_entry (self, entry);
  else
    show_last (self);
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *why = mattra_window_toasts_dup_sentence (error->message);

      mattra_tell (GTK_WINDOW (self), _("The register could not be opened"), why);
    }
}

/**
 * mattra_window_open:
 * @self: a window
 * @path: a register
 * @read_only: whether only to look at it
 *
 * Opens the register in this window, in place of what it shows. Where somebody else has it open the
 * user is asked; what cannot be opened is told.
 */
void
mattra_window_open (MattraWindow *self,
                    const char   *path,
                    gboolean      read_only)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && path != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->arriving);
  self->arriving = g_strdup (path);
  self->wanted.list = -1;
  if (self->page)
    commit (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    mattra_window_place_show_size (GTK_WINDOW (self), path);
  show_opening (self);
  mattra_window_enter_async (GTK_WINDOW (self), path, read_only, self->settings, self->cancellable, entered,
                             g_object_ref (self));
}

/* The object */

/* GTK keeps the default size apart from that of a window that is maximized or tiled. */
static void
save_size (MattraWindow *self)
{
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width <= 0 || height <= 0)
    return;
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static void
restore_size (MattraWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* A window that is shown without a register begins with the start page; one that opens a register at once
 * needs none. */
static void
mattra_window_realize (GtkWidget *widget)
{
  MattraWindow *self = MATTRA_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->pages) == NULL)
    show_start (self);
  GTK_WIDGET_CLASS (mattra_window_parent_class)->realize (widget);
}

static gboolean
is_saved (MattraWindow *self)
{
  gboolean saved = TRUE;

  g_object_get (self->session, "saved", &saved, NULL);
  return saved;
}

static gboolean
close_again (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* Not before whoever acted was told how it ended. */
static void
close_when_saved (MattraWindow *self)
{
  if (self->session && is_saved (self))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_again, g_object_ref (self), g_object_unref);
}

/* What is typed is written first. Where it is refused the window closes all the same, and the text is
 * offered the next time. */
static gboolean
waits_for_write (MattraWindow *self)
{
  if (self->session == NULL || self->closing)
    return self->session && !is_saved (self);
  commit (self);
  if (is_saved (self))
    return FALSE;
  self->closing = TRUE;
  g_signal_connect_object (self->session, "notify::saved", G_CALLBACK (close_when_saved), self,
                           G_CONNECT_SWAPPED);
  return TRUE;
}

static gboolean
mattra_window_close_request (GtkWindow *window)
{
  MattraWindow *self = MATTRA_WINDOW (window);

  g_cancellable_cancel (self->cancellable);
  if (waits_for_write (self))
    return GDK_EVENT_STOP;
  save_size (self);
  close_register (self);
  return GTK_WINDOW_CLASS (mattra_window_parent_class)->close_request (window);
}

static void
mattra_window_dispose (GObject *object)
{
  MattraWindow *self = MATTRA_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  close_register (self);
  g_clear_object (&self->said);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->arriving, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_WINDOW);
  G_OBJECT_CLASS (mattra_window_parent_class)->dispose (object);
}

static void
mattra_window_class_init (MattraWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mattra_window_close_request;
  widget_class->realize = mattra_window_realize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MattraWindow, pages);
}

/* Somebody else may have written while one was away. */
static void
look_again (MattraWindow *self)
{
  if (self->session && gtk_window_is_active (GTK_WINDOW (self)))
    mattra_session_look (self->session);
}

static void
mattra_window_init (MattraWindow *self)
{
  self->wanted.list = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->said = mattra_window_toasts_new (self->toasts);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (look_again), NULL);
}

/**
 * mattra_window_new:
 * @application: the program it belongs to
 *
 * Returns: (transfer none): a window that begins with the start page unless a register is opened in it
 */
MattraWindow *
mattra_window_new (MattraApplication *application)
{
  MattraWindow *self = NULL;

  g_return_val_if_fail (MATTRA_IS_APPLICATION (application), NULL);

  self = g_object_new (MATTRA_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (mattra_application_get_settings (application));
  g_signal_connect_object (self->settings, "changed::person", G_CALLBACK (name_person), self, G_CONNECT_SWAPPED);
  restore_size (self);
  return self;
}

/**
 * mattra_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): path of the register that is open in it
 */
const char *
mattra_window_get_path (MattraWindow *self)
{
  g_return_val_if_fail (MATTRA_IS_WINDOW (self), NULL);

  return self->session ? mattra_session_get_path (self->session) : NULL;
}

/**
 * mattra_window_get_arriving:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): path of the register that is being opened in it
 */
const char *
mattra_window_get_arriving (MattraWindow *self)
{
  g_return_val_if_fail (MATTRA_IS_WINDOW (self), NULL);

  return self->arriving;
}

/**
 * mattra_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the session of the register that is open in it
 */
MattraSession *
mattra_window_get_session (MattraWindow *self)
{
  g_return_val_if_fail (MATTRA_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * mattra_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page of the register that is open in it
 */
MattraRegisterPage *
mattra_window_get_page (MattraWindow *self)
{
  g_return_val_if_fail (MATTRA_IS_WINDOW (self), NULL);

  return self->page;
}

/**
 * mattra_window_show_people:
 * @self: a window in which a register is open
 * @show: whether the office, its divisions and people are shown in place of the measures
 */
void
mattra_window_show_people (MattraWindow *self,
                           gboolean      show)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && self->session != NULL);

  commit (self);
  mattra_window_actions_show_people (self, show);
  if (show && self->people == NULL)
    {
      self->people = mattra_window_people_new (self->session);
      mattra_window_drafts_follow_people (self->drafts, mattra_window_people_get_page (self->people));
    }
  if (!show)
    {
      show_register (self);
      return;
    }
  show_page (self, self->people);
  mattra_window_people_focus (self->people);
}

/**
 * mattra_window_show_answer:
 * @self: a window in which a register is open
 *
 * Shows what is to be answered, one measure after the other, in place of the table.
 */
void
mattra_window_show_answer (MattraWindow *self)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && self->session != NULL);

  commit (self);
  mattra_window_actions_show_people (self, TRUE);
  if (self->answer == NULL)
    {
      self->answer = mattra_window_answer_new (self->session, self->settings);
      mattra_window_drafts_follow_answer (self->drafts, mattra_window_answer_get_view (self->answer));
    }
  show_page (self, self->answer);
  mattra_answer_view_open (mattra_window_answer_get_view (self->answer));
}

/**
 * mattra_window_show_list:
 * @self: a window in which a register is open, or is being opened
 * @list: a list of measures
 * @fiscal_year: the plan, B.E.; 0 for the one that is shown
 * @round: a round of it; %MATTRA_ROUND_NONE for the one that is shown
 *
 * Shows the list in the table, in place of whatever is shown; of a register that is being opened once it is there.
 */
void
mattra_window_show_list (MattraWindow    *self,
                         MattraSmartList  list,
                         int              fiscal_year,
                         MattraRound      round)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && (guint) list < MATTRA_N_SMART_LISTS);

  self->wanted = (Wanted) { (int) list, fiscal_year, round };
  if (self->arriving != NULL || self->page == NULL)
    return;
  if (gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->page))
    mattra_window_show_people (self, FALSE);
  show_wanted (self);
}

/**
 * mattra_window_go_to_round:
 * @self: a window in which a register is open
 * @fiscal_year: a plan of it, B.E.; 0 for the one that is shown
 * @round: a round of it; %MATTRA_ROUND_NONE for the one that is shown
 *
 * Shows another year or round. A round that comes with another year is chosen by its plan.
 */
void
mattra_window_go_to_round (MattraWindow *self,
                           int           fiscal_year,
                           MattraRound   round)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && self->session != NULL);

  if (fiscal_year != 0 && fiscal_year != mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session)))
    mattra_session_set_year (self->session, fiscal_year);
  else if (round != MATTRA_ROUND_NONE)
    mattra_session_set_round (self->session, round);
}

/**
 * mattra_window_show_part:
 * @self: a window in which a register is open
 * @part: the office with its people, or the assessment
 *
 * Shows a part of what takes the place of the measures.
 */
void
mattra_window_show_part (MattraWindow     *self,
                         MattraPeoplePart  part)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && self->session != NULL);

  mattra_window_show_people (self, TRUE);
  mattra_people_page_show_part (mattra_window_people_get_page (self->people), part);
  mattra_window_people_focus (self->people);
}

/**
 * mattra_window_show_setting:
 * @self: a window in which a register is open
 * @name: a setting of the plan, as %MATTRA_SETTING_PREFACE
 *
 * Leads to the field of a setting, on the page of the office.
 */
void
mattra_window_show_setting (MattraWindow *self,
                            const char   *name)
{
  g_return_if_fail (MATTRA_IS_WINDOW (self) && self->session != NULL && name != NULL);

  mattra_window_show_people (self, TRUE);
  mattra_window_people_show_setting (self->people, name);
}
