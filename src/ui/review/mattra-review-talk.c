/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-talk.h"

#include <glib/gi18n-lib.h>

#include "mattra-form-text-view.h"
#include "mattra-review-act.h"
#include "mattra-review-look.h"
#include "mattra-round-name.h"

struct _MattraReviewTalk
{
  GtkBox parent_instance;

  GtkWidget *entries;
  GtkTextView *text;
  GtkWidget *add;

  MattraSession *session;
  MattraMeasure *measure;
  MattraDigits digits;
  guint serial; /* of the newest question to the register */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MattraReviewTalk, mattra_review_talk, GTK_TYPE_BOX)

/* Entries */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
name_place (MattraReviewTalk *self,
            MattraRound       round,
            const char       *division)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));
  const MattraDivision *found = division ? mattra_division_list_find_id (divisions, division) : NULL;
  g_autofree char *name = round != MATTRA_ROUND_NONE ? mattra_round_name (round, self->digits) : g_strdup ("");

  if (found == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s%s%s", mattra_division_get_short_name (found), *name ? " · " : "", name);
}

static void
add_entry (MattraReviewTalk *self,
           const char       *person,
           const char       *at_utc,
           const char       *place,
           MattraReviewMark  mark,
           const char       *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *time = mattra_review_look_when (at_utc, self->digits);
  g_autofree char *when = *place ? g_strdup_printf ("%s · %s", time, place) : g_strdup (time);

  gtk_widget_add_css_class (box, "mattra-form-version");
  gtk_box_append (GTK_BOX (box), new_label (person ? person : _("Somebody"), "heading"));
  gtk_box_append (GTK_BOX (box), new_label (when, "mattra-form-when"));
  if (mark != MATTRA_REVIEW_MARK_NONE)
    {
      GtkWidget *pill = mattra_pill_label_new ();

      gtk_widget_set_halign (pill, GTK_ALIGN_START);
      mattra_review_look_show (MATTRA_PILL_LABEL (pill), mark);
      gtk_box_append (GTK_BOX (box), pill);
    }
  if (text)
    {
      GtkWidget *label = new_label (text, NULL);

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_focusable (label, FALSE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (self->entries), box);
}

static void
add_review (MattraReviewTalk   *self,
            const MattraReview *review)
{
  g_autofree char *place = name_place (self, review->round, review->division);

  if (review->verdict == MATTRA_VERDICT_WITHDRAWN)
    add_entry (self, review->person, review->at_utc, place, MATTRA_REVIEW_MARK_NONE,
               review->comment ? review->comment : _("Taken back"));
  else
    add_entry (self, review->person, review->at_utc, place, mattra_review_look_verdict (review->verdict),
               review->comment);
}

static void
add_comment (MattraReviewTalk    *self,
             const MattraComment *comment)
{
  g_autofree char *place = name_place (self, comment->round, comment->division);

  add_entry (self, comment->person, comment->at_utc, place, MATTRA_REVIEW_MARK_NONE, comment->text);
}

/* Both come the oldest first. */
static void
show_entries (MattraReviewTalk *self,
              GPtrArray        *reviews,
              GPtrArray        *comments)
{
  GtkWidget *child = NULL;
  guint i = 0;
  guint j = 0;

  while ((child = gtk_widget_get_first_child (self->entries)))
    gtk_box_remove (GTK_BOX (self->entries), child);
  while (i < reviews->len || j < comments->len)
    {
      const MattraReview *review = i < reviews->len ? g_ptr_array_index (reviews, i) : NULL;
      const MattraComment *comment = j < comments->len ? g_ptr_array_index (comments, j) : NULL;

      if (comment == NULL || (review && g_strcmp0 (review->at_utc, comment->at_utc) <= 0))
        add_review (self, g_ptr_array_index (reviews, i++));
      else
        add_comment (self, g_ptr_array_index (comments, j++));
    }
}

/* What the register has */

typedef struct
{
  guint serial;
  char *measure;
  GPtrArray *reviews;
  GPtrArray *comments;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->measure);
  g_clear_pointer (&job->reviews, g_ptr_array_unref);
  g_clear_pointer (&job->comments, g_ptr_array_unref);
  g_free (job);
}

static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  job->reviews = mattra_store_list_reviews (store, job->measure, error);
  if (job->reviews != NULL)
    job->comments = mattra_store_list_comments (store, job->measure, error);
  return job->comments != NULL;
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraReviewTalk) self = user_data;
  gpointer data = NULL;
  Job *job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    return;
  job = data;
  if (self->session && job->serial == self->serial)
    show_entries (self, job->reviews, job->comments);
  job_free (job);
}

static void
reload (MattraReviewTalk *self)
{
  Job *job = g_new0 (Job, 1);

  job->serial = ++self->serial;
  job->measure = g_strdup (mattra_measure_get_id (self->measure));
  mattra_session_query_async (self->session, load, job, job_free, loaded, g_object_ref (self));
}

/* Saying something */

static const char *
get_why (MattraReviewTalk *self)
{
  MattraActor actor;

  if (self->measure == NULL)
    return NULL;
  mattra_review_act_get_actor (self->session, &actor);
  return mattra_review_act_why (self->session,
                                mattra_actor_ask (&actor, mattra_session_get_plan (self->session), self->measure,
                                                  MATTRA_ACTION_COMMENT, MATTRA_ROUND_NONE, NULL));
}

static void
show_add (MattraReviewTalk *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->text);
  const char *why = get_why (self);

  gtk_text_view_set_editable (self->text, why == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), why);
  gtk_widget_set_sensitive (self->add, why == NULL && *g_strstrip (text) != '\0');
}

/* What is not said yet is kept by those who keep drafts. */
static void
tell_typed (MattraReviewTalk *self,
            gboolean          gone)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->text);

  if (self->measure && self->session)
    mattra_session_tell_typed (self->session, mattra_measure_get_id (self->measure), MATTRA_DRAFT_COMMENT,
                               *g_strstrip (text) != '\0' ? text : NULL, gone);
}

static void
text_changed (MattraReviewTalk *self)
{
  show_add (self);
  if (!self->updating)
    tell_typed (self, FALSE);
}

static gboolean
has_text (MattraReviewTalk *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->text);

  return *g_strstrip (text) != '\0';
}

/* Another measure is looked at: what was typed about the one before is offered by the window. */
static void
leave (MattraReviewTalk *self)
{
  if (self->measure && has_text (self))
    tell_typed (self, TRUE);
  self->updating = TRUE;
  mattra_form_text_view_set_text (self->text, "");
  self->updating = FALSE;
}

/* The text stays until the register has it. */
static void
added (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr (MattraReviewTalk) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->session && mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error))
    {
      mattra_form_text_view_set_text (self->text, "");
      reload (self);
    }
}

static void
add (MattraReviewTalk *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->text);

  if (self->measure && *g_strstrip (text) != '\0' && get_why (self) == NULL)
    mattra_review_act_comment (self->session, self->measure, text, added, g_object_ref (self));
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraReviewTalk      *self)
{
  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || state != GDK_CONTROL_MASK)
    return FALSE;
  add (self);
  return TRUE;
}

/**
 * mattra_review_talk_show:
 * @self: what was said
 * @context: under what it is looked at
 * @measure: the measure as the register has it
 *
 * Shows what was said about the measure; what is being typed stays while it is the same one.
 */
void
mattra_review_talk_show (MattraReviewTalk         *self,
                         const MattraTableContext *context,
                         MattraMeasure            *measure)
{
  gboolean other = FALSE;

  g_return_if_fail (MATTRA_IS_REVIEW_TALK (self) && MATTRA_IS_MEASURE (measure));

  other = self->measure == NULL
          || g_strcmp0 (mattra_measure_get_id (self->measure), mattra_measure_get_id (measure)) != 0;
  if (other)
    leave (self);
  g_set_object (&self->measure, measure);
  self->digits = context->digits;
  show_add (self);
  reload (self);
}

/* The object */

static void
mattra_review_talk_dispose (GObject *object)
{
  MattraReviewTalk *self = MATTRA_REVIEW_TALK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->measure);
  G_OBJECT_CLASS (mattra_review_talk_parent_class)->dispose (object);
}

static void
mattra_review_talk_class_init (MattraReviewTalkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_review_talk_dispose;
}

static void
mattra_review_talk_init (MattraReviewTalk *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->text = mattra_form_text_view_new (MATTRA_FORM_LINES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Comment on the measure"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  self->add = gtk_button_new_with_mnemonic (_("Add Co_mment"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_END);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (text_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->entries);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self), self->add);
}

/**
 * mattra_review_talk_new:
 * @session: the session
 *
 * Returns: (transfer floating): what was said about no measure yet
 */
GtkWidget *
mattra_review_talk_new (MattraSession *session)
{
  MattraReviewTalk *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_REVIEW_TALK, NULL);
  self->session = g_object_ref (session);
  show_add (self);
  return GTK_WIDGET (self);
}
