/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-meeting-bar.h"

#include <glib/gi18n-lib.h>

#include "mattra-drafts.h"
#include "mattra-minutes.h"
#include "mattra-status-look.h"
#include "mattra-text.h"

/* Behind the register's path, so that these drafts are not taken for those of its table. */
#define DRAFTS "#meeting"

/* What a decision can be. */
static const struct
{
  const char *field; /* NULL for a line of the minutes alone */
  gboolean append;
  const char *words;
  const char *hint;
} kinds[] = {
  { NULL, FALSE, N_("Minutes Only"), N_("What was decided") },
  { "status", FALSE, N_("Status"), N_("Words for the minutes, or nothing") },
  { "period_text", FALSE, N_("Period"), N_("The new period, as in the table") },
  { "recommendations", TRUE, N_("Recommendation"), N_("A further recommendation") },
  { "results", TRUE, N_("Result"), N_("A further result") },
  { "obstacles", TRUE, N_("Obstacle"), N_("A further obstacle") },
};

#define KIND_STATUS 1

static const MattraStatus statuses[] = {
  MATTRA_STATUS_NOT_STARTED, MATTRA_STATUS_IN_PROGRESS, MATTRA_STATUS_DONE, MATTRA_STATUS_CANCELLED,
};

struct _MattraMeetingBar
{
  AdwBin parent_instance;

  GtkDropDown *kind;
  GtkDropDown *status;
  GtkEntry *entry;
  GtkWidget *record;
  GtkLabel *note;

  MattraSession *session;
  MattraDrafts *drafts;
  GHashTable *typed;  /* (element-type utf8 MattraTyped): what waits, by measure */
  MattraDate meeting;
  char *measure;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (MattraMeetingBar, mattra_meeting_bar, ADW_TYPE_BIN)

static guint
get_kind (MattraMeetingBar *self)
{
  return MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1);
}

static char *
dup_text (MattraMeetingBar *self)
{
  return mattra_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
note (MattraMeetingBar *self,
      const char       *words,
      gboolean          is_error)
{
  gtk_label_set_text (self->note, words ? words : "");
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
}

static void
update (MattraMeetingBar *self)
{
  guint kind = get_kind (self);
  g_autofree char *text = dup_text (self);
  gboolean is_status = kind == KIND_STATUS;

  gtk_widget_set_visible (GTK_WIDGET (self->status), is_status);
  gtk_entry_set_placeholder_text (self->entry, _(kinds[kind].hint));
  gtk_widget_set_sensitive (self->record, self->measure != NULL && (is_status || *text != '\0'));
}

/* What is typed */

static MattraTyped *
place_new (const char *measure,
           guint       kind,
           const char *text)
{
  return mattra_typed_new (measure, kinds[kind].field ? kinds[kind].field : "minutes", MATTRA_ROUND_NONE, NULL, TRUE,
                           text);
}

static void
forget (MattraMeetingBar *self,
        const char       *measure)
{
  const MattraTyped *typed = g_hash_table_lookup (self->typed, measure);

  if (typed == NULL)
    return;
  mattra_drafts_drop (self->drafts, typed);
  g_hash_table_remove (self->typed, measure);
}

static void
text_changed (MattraMeetingBar *self)
{
  MattraTyped *typed = NULL;
  g_autofree char *text = dup_text (self);

  update (self);
  if (self->setting || self->measure == NULL)
    return;
  note (self, NULL, FALSE);
  forget (self, self->measure);
  if (*text == '\0')
    return;
  typed = place_new (self->measure, get_kind (self), text);
  mattra_drafts_keep (self->drafts, typed);
  g_hash_table_insert (self->typed, g_strdup (self->measure), typed);
}

static guint
kind_of (const MattraTyped *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].field, typed->field) == 0)
      return i;
  return 0;
}

/* A draft of an earlier run is taken over: it waits with its measure. */
static void
load_drafts (MattraMeetingBar *self)
{
  g_autoptr (GPtrArray) drafts = mattra_drafts_list (self->drafts);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      MattraTyped *typed = mattra_typed_copy (g_ptr_array_index (drafts, i));

      g_hash_table_replace (self->typed, g_strdup (typed->measure), typed);
    }
}

static void
show_typed (MattraMeetingBar *self)
{
  const MattraTyped *typed = self->measure ? g_hash_table_lookup (self->typed, self->measure) : NULL;

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->kind, typed ? kind_of (typed) : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed ? typed->text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
  note (self, typed ? _("Typed and not written down yet") : NULL, FALSE);
  update (self);
}

/* Writing it down, on the session's thread */

typedef struct
{
  MattraMeetingBar *bar;
  guint kind;
  MattraRound round;
  char *division;
  char *measure;
  char *value;
  char *text;
  char *person;
  MattraRole role;
  gboolean has_actor;
  MattraDate meeting;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->division);
  g_free (job->measure);
  g_free (job->value);
  g_free (job->text);
  g_free (job->person);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  const Job *job = data;
  const MattraActor actor = { .name = job->person, .role = job->role };
  const MattraEdit edit = { job->measure, kinds[job->kind].field, job->value, job->round, job->division };
  g_autofree char *words = NULL;
  MattraDecision decision = { .meeting = job->meeting, .measure = job->measure, .person = job->person,
                              .append = kinds[job->kind].append, .text = job->text };

  if (edit.field != NULL)
    decision.edit = &edit;
  return mattra_decide (store, plan, &decision, job->has_actor ? &actor : NULL, error);
}

typedef struct
{
  MattraMeetingBar *bar;
  char *measure;
} Waiting;

static void
recorded (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr (MattraMeetingBar) self = waiting->bar;
  g_autofree char *measure = waiting->measure;
  g_autoptr (GError) error = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error);

  if (self->session == NULL)
    return;
  if (done)
    forget (self, measure);
  if (g_strcmp0 (self->measure, measure) != 0)
    return;
  if (done)
    {
      show_typed (self);
      note (self, _("Written down"), FALSE);
    }
  else
    {
      note (self, error->message, TRUE);
      update (self);
    }
}

static void
record (MattraMeetingBar *self)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);
  guint kind = get_kind (self);
  g_autofree char *text = dup_text (self);
  Job *job = NULL;
  Waiting *waiting = NULL;

  if (self->measure == NULL || (*text == '\0' && kind != KIND_STATUS))
    return;
  job = g_new0 (Job, 1);
  job->kind = kind;
  job->round = mattra_session_get_round (self->session);
  job->division = g_strdup (mattra_session_get_division (self->session));
  job->measure = g_strdup (self->measure);
  job->meeting = self->meeting;
  job->has_actor = actor != NULL;
  job->role = actor != NULL ? actor->role : MATTRA_ROLE_SECRETARY;
  job->person = actor != NULL ? g_strdup (actor->name) : NULL;
  if (kind == KIND_STATUS)
    {
      guint status = MIN (gtk_drop_down_get_selected (self->status), G_N_ELEMENTS (statuses) - 1);

      job->value = g_strdup (mattra_status_to_string (statuses[status]));
      job->text = *text != '\0' ? g_strdup (text) : NULL;
    }
  else if (kinds[kind].field != NULL)
    job->value = g_strdup (text);
  else
    job->text = g_strdup (text);
  waiting = g_new0 (Waiting, 1);
  waiting->bar = g_object_ref (self);
  waiting->measure = g_strdup (self->measure);
  gtk_widget_set_sensitive (self->record, FALSE);
  mattra_session_act_async (self->session, "decide", NULL, run_job, job, job_free, recorded, waiting);
}

/* The object */

static GtkDropDown *
new_kinds (void)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, _(kinds[i].words));
  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL));
}

static GtkDropDown *
new_statuses (void)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_string_list_append (words, mattra_status_look_stated_word (statuses[i]));
  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL));
}

static void
mattra_meeting_bar_dispose (GObject *object)
{
  MattraMeetingBar *self = MATTRA_MEETING_BAR (object);

  mattra_meeting_bar_close (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->typed, g_hash_table_unref);
  g_clear_pointer (&self->measure, g_free);
  G_OBJECT_CLASS (mattra_meeting_bar_parent_class)->dispose (object);
}

static void
mattra_meeting_bar_class_init (MattraMeetingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_meeting_bar_dispose;
}

static void
mattra_meeting_bar_init (MattraMeetingBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mattra_typed_free);
  self->kind = new_kinds ();
  self->status = new_statuses ();
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->record = gtk_button_new_with_mnemonic (_("_Write Down"));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_focus_on_click (self->record, FALSE);
  gtk_widget_add_css_class (self->record, "suggested-action");
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What Was Decided On"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Decision"), -1);
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), self->record);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "mattra-meeting-bar");
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "clicked", G_CALLBACK (record), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_meeting_bar_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): a bar that is about no measure yet
 */
GtkWidget *
mattra_meeting_bar_new (MattraSession *session)
{
  MattraMeetingBar *self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_MEETING_BAR, NULL);
  self->session = g_object_ref (session);
  path = g_strconcat (mattra_session_get_path (session), DRAFTS, NULL);
  self->drafts = mattra_drafts_new (path);
  load_drafts (self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_meeting_bar_set_meeting:
 * @self: a bar
 * @meeting: day of the meeting
 *
 * Says whose minutes the decisions go to.
 */
void
mattra_meeting_bar_set_meeting (MattraMeetingBar *self,
                                MattraDate        meeting)
{
  g_return_if_fail (MATTRA_IS_MEETING_BAR (self) && mattra_date_is_set (meeting));

  self->meeting = meeting;
}

/**
 * mattra_meeting_bar_set_measure:
 * @self: a bar
 * @measure: (nullable): ULID of the measure that is talked about
 *
 * Turns to another measure; what was typed about the one before waits there.
 */
void
mattra_meeting_bar_set_measure (MattraMeetingBar *self,
                                const char       *measure)
{
  char *copy = NULL;

  g_return_if_fail (MATTRA_IS_MEETING_BAR (self));

  if (g_strcmp0 (measure, self->measure) == 0)
    return;
  copy = g_strdup (measure);
  g_free (self->measure);
  self->measure = copy;
  show_typed (self);
}

/**
 * mattra_meeting_bar_dup_drafted:
 * @self: a bar
 *
 * Returns: (transfer full) (nullable): ULID of a measure about which something was typed and not written down: the
 *   latest of them
 */
char *
mattra_meeting_bar_dup_drafted (MattraMeetingBar *self)
{
  GHashTableIter iter;
  gpointer value;
  const MattraTyped *latest = NULL;

  g_return_val_if_fail (MATTRA_IS_MEETING_BAR (self), NULL);

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (latest == NULL || ((const MattraTyped *) value)->time > latest->time)
      latest = value;
  return latest ? g_strdup (latest->measure) : NULL;
}

/**
 * mattra_meeting_bar_focus:
 * @self: a bar
 *
 * Puts the keyboard into the text.
 */
void
mattra_meeting_bar_focus (MattraMeetingBar *self)
{
  g_return_if_fail (MATTRA_IS_MEETING_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * mattra_meeting_bar_close:
 * @self: a bar
 *
 * Writes what waits to the disk, for the next time.
 */
void
mattra_meeting_bar_close (MattraMeetingBar *self)
{
  g_return_if_fail (MATTRA_IS_MEETING_BAR (self));

  if (self->drafts == NULL)
    return;
  mattra_drafts_close (self->drafts);
  g_clear_object (&self->drafts);
}
