/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-meeting-minutes.h"

#include <glib/gi18n-lib.h>

#include "mattra-minute-words.h"
#include "mattra-minutes.h"
#include "mattra-read-date.h"
#include "mattra-settings.h"
#include "mattra-text.h"
#include "mattra-word-digits.h"

struct _MattraMeetingMinutes
{
  AdwBin parent_instance;

  GtkEditable *day_entry;
  GtkListBox *list;
  GtkWidget *copy;
  GtkWidget *refusal;

  MattraSession *session;
  GSettings *settings;
  MattraDate day;
  GPtrArray *minutes;
  guint serial;
  gboolean setting;
  gboolean correcting; /* a line is open, and what is typed there must stay */
  gboolean outdated;   /* others came meanwhile */
};

G_DEFINE_FINAL_TYPE (MattraMeetingMinutes, mattra_meeting_minutes, ADW_TYPE_BIN)

enum
{
  SIGNAL_DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraMeetingMinutes *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static void
refuse (MattraMeetingMinutes *self,
        const char           *why)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), why ? why : "");
  gtk_widget_set_visible (self->refusal, why != NULL);
}

/* Correcting, on the session's thread */

typedef struct
{
  char *id;
  char *text; /* NULL to remove the line */
  MattraRole role;
  gboolean has_actor;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->id);
  g_free (job->text);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  const Job *job = data;
  const MattraActor actor = { .role = job->role };

  return mattra_minutes_check_actor (job->has_actor ? &actor : NULL, error)
         && mattra_store_set_minute_text (store, job->id, job->text, error);
}

static void load (MattraMeetingMinutes *self);

static void
corrected (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MattraMeetingMinutes) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error);

  if (self->session == NULL)
    return;
  refuse (self, done ? NULL : error->message);
  load (self);
}

static void
correct (MattraMeetingMinutes *self,
         const char           *id,
         const char           *text)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);
  Job *job = g_new0 (Job, 1);

  job->id = g_strdup (id);
  job->text = g_strdup (text);
  job->has_actor = actor != NULL;
  job->role = actor != NULL ? actor->role : MATTRA_ROLE_SECRETARY;
  mattra_session_act_async (self->session, text != NULL ? "set-minute" : "delete-minute", NULL, run_job, job, job_free,
                            corrected, g_object_ref (self));
}

/* The lines */

static const char *
id_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "minute");
}

static void
entry_activated (GtkEntry             *entry,
                 MattraMeetingMinutes *self)
{
  g_autofree char *text = mattra_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);

  correct (self, id_of (GTK_WIDGET (entry)), text);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
remove_clicked (GtkWidget            *button,
                MattraMeetingMinutes *self)
{
  correct (self, id_of (button), NULL);
}

static void
mark (GtkWidget          *widget,
      const MattraMinute *minute)
{
  g_object_set_data_full (G_OBJECT (widget), "minute", g_strdup (minute->id), g_free);
}

static void
corrector_shown (MattraMeetingMinutes *self)
{
  self->correcting = TRUE;
}

static void
corrector_closed (MattraMeetingMinutes *self)
{
  self->correcting = FALSE;
  if (self->outdated)
    load (self);
}

static GtkWidget *
new_corrector (MattraMeetingMinutes *self,
               const MattraMinute   *minute)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  mark (entry, minute);
  gtk_editable_set_text (GTK_EDITABLE (entry), minute->text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 36);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Line of the Minutes"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated), self, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (corrector_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (corrector_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_widget_set_tooltip_text (button, _("Correct"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_remover (MattraMeetingMinutes *self,
             const MattraMinute   *minute)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  mark (button, minute);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked), self, 0);
  return button;
}

static void
add_line (MattraMeetingMinutes *self,
          const MattraMinute   *minute)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *line = mattra_minute_words_line (minute, get_digits (self));

  gtk_label_set_text (GTK_LABEL (label), line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (!mattra_session_get_read_only (self->session))
    {
      gtk_box_append (GTK_BOX (box), new_corrector (self, minute));
      gtk_box_append (GTK_BOX (box), new_remover (self, minute));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
}

static void
show_minutes (MattraMeetingMinutes *self)
{
  GtkWidget *row = NULL;

  self->outdated = self->correcting;
  if (self->outdated)
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->minutes->len; i++)
    add_line (self, g_ptr_array_index (self->minutes, i));
  gtk_widget_set_sensitive (self->copy, self->minutes->len > 0);
}

/* Reading them, on the session's thread */

typedef struct
{
  guint serial;
  MattraDate day;
  GPtrArray *minutes;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->minutes, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
run_reading (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Reading *reading = data;

  reading->minutes = mattra_store_list_minutes (store, mattra_plan_get_id (plan), reading->day, error);
  return reading->minutes != NULL;
}

static void
read_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MattraMeetingMinutes) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  Reading *reading = data;

  if (self->session != NULL && done && reading->serial == self->serial)
    {
      g_clear_pointer (&self->minutes, g_ptr_array_unref);
      self->minutes = g_steal_pointer (&reading->minutes);
      show_minutes (self);
    }
  g_clear_pointer (&data, reading_free);
}

static void
load (MattraMeetingMinutes *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->serial = ++self->serial;
  reading->day = self->day;
  mattra_session_query_async (self->session, run_reading, reading, reading_free, read_done, g_object_ref (self));
}

/* Whatever is copied can be put into a letter. */
static void
copy (MattraMeetingMinutes *self)
{
  g_autofree char *text = mattra_minutes_dup_text (self->minutes, get_digits (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The day */

static void
show_day (MattraMeetingMinutes *self)
{
  g_autofree char *day = mattra_date_format (self->day, MATTRA_DATE_LONG, get_digits (self));

  self->setting = TRUE;
  gtk_editable_set_text (self->day_entry, day);
  self->setting = FALSE;
}

static void
day_typed (MattraMeetingMinutes *self)
{
  MattraDate day;
  gboolean readable = mattra_read_date (gtk_editable_get_text (self->day_entry), &day) && mattra_date_is_set (day);

  if (self->setting)
    return;
  if (readable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
  if (!readable || mattra_date_compare (day, self->day) == 0)
    return;
  self->day = day;
  load (self);
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

/* The object */

static void
mattra_meeting_minutes_dispose (GObject *object)
{
  MattraMeetingMinutes *self = MATTRA_MEETING_MINUTES (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->minutes, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_meeting_minutes_parent_class)->dispose (object);
}

static void
mattra_meeting_minutes_class_init (MattraMeetingMinutesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_meeting_minutes_dispose;
  signals[SIGNAL_DAY_CHANGED] = g_signal_new ("day-changed", MATTRA_TYPE_MEETING_MINUTES, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *label = gtk_label_new (_("Nothing has been written down at this meeting yet."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}

static void
mattra_meeting_minutes_init (MattraMeetingMinutes *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_label_new_with_mnemonic (_("Meeting _On"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->settings = mattra_settings_new ();
  self->day_entry = GTK_EDITABLE (gtk_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->copy = gtk_button_new_with_mnemonic (_("_Copy the Minutes"));
  self->refusal = gtk_label_new (NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (head), GTK_WIDGET (self->day_entry));
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_widget_add_css_class (self->refusal, "error");
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, new_empty ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day_entry));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->refusal);
  gtk_box_append (GTK_BOX (box), self->copy);
  gtk_widget_add_css_class (box, "mattra-meeting-minutes");
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->day_entry, "changed", G_CALLBACK (day_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_meeting_minutes_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): the minutes of a meeting of today
 */
GtkWidget *
mattra_meeting_minutes_new (MattraSession *session)
{
  MattraMeetingMinutes *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_MEETING_MINUTES, NULL);
  self->session = g_object_ref (session);
  self->minutes = g_ptr_array_new ();
  self->day = mattra_clock_get_today (mattra_session_get_clock (session));
  gtk_widget_set_sensitive (self->copy, FALSE);
  show_day (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_meeting_minutes_get_day:
 * @self: minutes
 *
 * Returns: day of the meeting
 */
MattraDate
mattra_meeting_minutes_get_day (MattraMeetingMinutes *self)
{
  g_return_val_if_fail (MATTRA_IS_MEETING_MINUTES (self), MATTRA_DATE_NONE);

  return self->day;
}
