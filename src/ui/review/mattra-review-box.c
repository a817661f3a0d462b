/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-evidence.h"
#include "mattra-find.h"
#include "mattra-form-cell.h"
#include "mattra-review-look.h"
#include "mattra-table-columns.h"

struct _MattraReviewBox
{
  GtkBox parent_instance;

  MattraPillLabel *pill;
  GtkLabel *who;
  GtkLabel *comment;
  GtkExpander *changed;
  GtkWidget *cells_changed;

  MattraSession *session;
  MattraPlan *plan;
  MattraTableContext context;
  MattraMeasure *measure;  /* as it is shown */
  char *division;
  MattraReviewMark mark;
  GPtrArray *cells;        /* (nullable): MattraFormCell */
  GHashTable *touched;     /* fields that the user changed since all was written */
  gboolean taking;
};

G_DEFINE_FINAL_TYPE (MattraReviewBox, mattra_review_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_SHOWN,
  SIGNAL_TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* What was changed after an approval */

/* A tick is kept as the key of its step and which time it was. */
static char *
say_ticks (MattraReviewBox *self,
           const char      *value)
{
  GPtrArray *steps = mattra_measure_get_items (self->measure, MATTRA_ITEM_STEP);
  g_auto (GStrv) ticks = g_strsplit (value, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const MattraItem *step = g_ptr_array_index (steps, i);
      guint n = 0;

      for (guint j = 0; ticks[j]; j++)
        n += step->id && g_str_has_prefix (ticks[j], step->id) && ticks[j][strlen (step->id)] == '/';
      if (n > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", step->text);
      if (n > 1)
        g_string_append_printf (text, " (%u)", n);
    }
  return g_string_free (text, FALSE);
}

/* A file is kept as the hash of its bytes; of one that is gone the register tells the name no more. */
static const char *
name_attachment (GPtrArray  *evidence,
                 const char *key)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const MattraEvidence *one = g_ptr_array_index (evidence, i);

      if (one->blob && one->file_name && g_str_equal (one->blob, key))
        return one->file_name;
    }
  return strchr (key, ':') ? key : _("a file that is no longer there");
}

static char *
say_attachments (MattraReviewBox *self,
                 const char      *value)
{
  g_autoptr (GPtrArray) evidence = mattra_evidence_of_answer (self->measure, self->context.round, self->division);
  g_auto (GStrv) keys = g_strsplit (value, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; keys[i] && *keys[i]; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name_attachment (evidence, keys[i]));
  return g_string_free (text, FALSE);
}

static gboolean
is_attachments (const char *field)
{
  return g_str_equal (field, "attachments");
}

static char *
name_field (MattraPlan *plan,
            const char *field)
{
  return is_attachments (field) ? g_strdup (_("Links and files")) : mattra_table_field_dup_title (plan, field);
}

static char *
say_words (MattraReviewBox *self,
           const char      *field,
           const char      *value)
{
  if (is_attachments (field))
    return say_attachments (self, value);
  return g_str_equal (field, "steps") ? say_ticks (self, value)
                                      : mattra_table_cell_dup_words (&self->context, field, value);
}

static char *
say_value (MattraReviewBox *self,
           const char      *content,
           const char      *field)
{
  g_autofree char *value = mattra_review_content_get (content, field);
  g_autofree char *said = say_words (self, field, value);

  return g_strdup (*said ? said : _("(empty)"));
}

static void
add_line (GtkWidget  *grid,
          int         row,
          const char *head,
          const char *text,
          const char *style)
{
  GtkWidget *name = new_label (head, "mattra-form-when");
  GtkWidget *label = new_label (text, style);

  gtk_widget_set_hexpand (name, FALSE);
  gtk_label_set_wrap (GTK_LABEL (name), FALSE);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
}

static void
add_changed (MattraReviewBox    *self,
             const MattraReview *review,
             const char         *now,
             const char         *field)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *title = name_field (self->plan, field);
  g_autofree char *before = say_value (self, review->cells, field);
  g_autofree char *after = say_value (self, now, field);
  GtkWidget *head = new_label (title, "heading");

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_attach (GTK_GRID (grid), head, 0, 0, 2, 1);
  add_line (grid, 1, _("Was"), before, "mattra-dim");
  add_line (grid, 2, _("Now"), after, NULL);
  gtk_box_append (GTK_BOX (self->cells_changed), grid);
}

static void
show_changed (MattraReviewBox    *self,
              const MattraReview *review)
{
  g_autofree char *now = mattra_review_content_new (self->measure, self->context.round, self->division);
  g_auto (GStrv) fields = NULL;
  GtkWidget *child = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *label = NULL;

  while ((child = gtk_widget_get_first_child (self->cells_changed)))
    gtk_box_remove (GTK_BOX (self->cells_changed), child);
  gtk_widget_set_visible (GTK_WIDGET (self->changed), self->mark == MATTRA_REVIEW_MARK_CHANGED && review->cells);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->changed)))
    return;
  fields = mattra_review_content_compare (review->cells, now);
  for (guint i = 0; fields[i]; i++)
    {
      g_autofree char *title = name_field (self->plan, fields[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", title);
      add_changed (self, review, now, fields[i]);
    }
  label = g_strdup_printf (_("Changed: %s"), names->str);
  gtk_expander_set_label (self->changed, label);
}

/* The step before */

static char *
say_who (MattraReviewBox    *self,
         const MattraReview *review)
{
  g_autofree char *when = mattra_review_look_when (review->at_utc, self->context.digits);
  g_autofree char *who = review->post ? g_strdup_printf ("%s (%s)", review->person, review->post)
                                      : g_strdup (review->person);

  if (review->verdict == MATTRA_VERDICT_WITHDRAWN)
    return g_strdup_printf (_("Taken back by %s · %s"), who, when);
  return g_strdup_printf ("%s · %s", who, when);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_answer (MattraReviewBox *self)
{
  const MattraReview *review = mattra_review_find (self->measure, self->context.round, self->division);
  g_autofree char *who = review ? say_who (self, review) : NULL;

  self->mark = mattra_review_mark (self->measure, self->context.round, self->division);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), self->mark != MATTRA_REVIEW_MARK_NONE);
  mattra_review_look_show (self->pill, self->mark);
  set_text (self->who, who);
  set_text (self->comment, review ? review->comment : NULL);
  show_changed (self, review);
}

static gboolean
is_saved (MattraReviewBox *self)
{
  gboolean saved = FALSE;

  g_object_get (self->session, "saved", &saved, NULL);
  return saved;
}

static void
touch (MattraReviewBox *self,
       MattraFormCell  *cell)
{
  g_hash_table_add (self->touched, g_strdup (gtk_widget_get_name (GTK_WIDGET (cell))));
}

/* Whether a text stands in a field that the register does not have. */
static gboolean
has_typed (MattraReviewBox *self)
{
  gboolean typed = FALSE;

  for (guint i = 0; self->cells && i < self->cells->len; i++)
    {
      g_autofree char *draft = mattra_form_cell_dup_draft (g_ptr_array_index (self->cells, i));

      if (draft)
        touch (self, g_ptr_array_index (self->cells, i));
      typed = typed || draft;
    }
  return typed;
}

/**
 * mattra_review_box_show:
 * @self: a box
 * @context: under what it is looked at
 * @measure: the measure as the register has it
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 *
 * Shows how far the answer of the context's round has come.
 */
void
mattra_review_box_show (MattraReviewBox          *self,
                        const MattraTableContext *context,
                        MattraMeasure            *measure,
                        const char               *division)
{
  char *copy = NULL;

  g_return_if_fail (MATTRA_IS_REVIEW_BOX (self) && MATTRA_IS_MEASURE (measure));

  copy = g_strdup (division);
  g_free (self->division);
  self->division = copy;
  g_set_object (&self->plan, context->plan);
  g_set_object (&self->measure, measure);
  self->context = *context;
  self->context.plan = self->plan;
  self->context.division = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), context->round != MATTRA_ROUND_NONE);
  if (is_saved (self))
    g_hash_table_remove_all (self->touched);
  if (context->round != MATTRA_ROUND_NONE)
    show_answer (self);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

/* The fields of the answer */

static void
draft_changed (MattraFormCell  *cell,
               const char      *text,
               MattraReviewBox *self)
{
  if (text)
    touch (self, cell);
}

/**
 * mattra_review_box_set_cells:
 * @self: a box
 * @cells: (element-type MattraFormCell): the fields in which the answer is changed; the array is kept
 *
 * Has what is typed in the fields written before a step is taken.
 */
void
mattra_review_box_set_cells (MattraReviewBox *self,
                             GPtrArray       *cells)
{
  g_return_if_fail (MATTRA_IS_REVIEW_BOX (self) && cells != NULL && self->cells == NULL);

  self->cells = g_ptr_array_ref (cells);
  for (guint i = 0; i < cells->len; i++)
    g_signal_connect_object (g_ptr_array_index (cells, i), "draft", G_CALLBACK (draft_changed), self, 0);
}

/* Taking a step: what is typed is written, the answer is read anew, and where nobody else changed it the step is
 * bound to what it says. */

typedef struct
{
  MattraReviewBox *box;
  char *measure;
  MattraRound round;
  char *division;
  MattraReviewVerdict verdict;
  char *comment;
  char *seen;        /* content as it was shown */
  gboolean writing;  /* acts of this window were on their way then */
  MattraMeasure *now;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  g_clear_object (&attempt->box);
  g_clear_object (&attempt->now);
  g_free (attempt->measure);
  g_free (attempt->division);
  g_free (attempt->comment);
  g_free (attempt->seen);
  g_free (attempt);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_free)

/* A window that was closed meanwhile says nothing. */
static void
fail (MattraReviewBox *self,
      const GError    *error)
{
  self->taking = FALSE;
  if (self->session == NULL)
    return;
  mattra_session_tell_failed (self->session, error);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
step_taken (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  MattraReviewBox *self = attempt->box;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error))
    {
      fail (self, error);
      return;
    }
  self->taking = FALSE;
  said = g_strdup_printf (_("Answer to measure %d: %s"), mattra_measure_get_number (attempt->now),
                          mattra_review_verdict_to_text (attempt->verdict));
  mattra_session_tell_acted (MATTRA_SESSION (source), said);
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, attempt->verdict);
}

/* Ticks and states are written as they are chosen: those on their way are the user's own. */
static char *
list_foreign (MattraReviewBox *self,
              const Attempt   *attempt,
              const char      *now)
{
  g_auto (GStrv) fields = mattra_review_content_compare (attempt->seen, now);
  GString *names = g_string_new (NULL);

  for (guint i = 0; fields[i]; i++)
    {
      gboolean chosen = g_str_equal (fields[i], "steps") || g_str_equal (fields[i], "status")
                        || is_attachments (fields[i]);
      g_autofree char *title = NULL;

      if (g_hash_table_contains (self->touched, fields[i]) || (chosen && attempt->writing))
        continue;
      title = name_field (mattra_session_get_plan (self->session), fields[i]);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", title);
    }
  return g_string_free (names, FALSE);
}

static gboolean
may_go_on (MattraReviewBox *self,
           const Attempt   *attempt,
           GError         **error)
{
  g_autofree char *now = mattra_review_content_new (attempt->now, attempt->round, attempt->division);
  g_autofree char *foreign = NULL;

  if (has_typed (self))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("What you typed could not be written. Look at the fields that are marked, then try again"));
      return FALSE;
    }
  foreign = list_foreign (self, attempt, now);
  if (*foreign == '\0')
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
               _("Somebody else changed this answer since you looked at it (%s). Read it again before you decide"), foreign);
  return FALSE;
}

static void
answer_read (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MattraReviewBox *self = NULL;
  Attempt *attempt = NULL;
  g_autoptr (MattraReviewBox) kept = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  self = kept;
  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      fail (self, error);
      return;
    }
  attempt = data;
  if (self->session == NULL || !may_go_on (self, attempt, &error))
    {
      attempt_free (attempt);
      fail (self, error);
      return;
    }
  mattra_review_act_take (MATTRA_SESSION (source),
                          mattra_review_step_new (attempt->now, attempt->round, attempt->division, attempt->verdict,
                                                  attempt->comment),
                          step_taken, attempt);
}

static gboolean
read_answer (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Attempt *attempt = data;

  attempt->now = mattra_find_measure (store, plan, attempt->measure, error);
  return attempt->now != NULL;
}

/**
 * mattra_review_box_take:
 * @self: a box that shows an answer
 * @verdict: what is to happen
 * @comment: (nullable): what is said with it
 *
 * Writes what is typed, then takes the step. What comes of it is told by the session.
 */
void
mattra_review_box_take (MattraReviewBox     *self,
                        MattraReviewVerdict  verdict,
                        const char          *comment)
{
  Attempt *attempt = NULL;

  g_return_if_fail (MATTRA_IS_REVIEW_BOX (self));

  if (self->measure == NULL || self->taking || self->context.round == MATTRA_ROUND_NONE)
    return;
  self->taking = TRUE;
  attempt = g_new0 (Attempt, 1);
  attempt->box = g_object_ref (self);
  attempt->measure = g_strdup (mattra_measure_get_id (self->measure));
  attempt->round = self->context.round;
  attempt->division = g_strdup (self->division);
  attempt->verdict = verdict;
  attempt->comment = g_strdup (comment);
  attempt->seen = mattra_review_content_new (self->measure, self->context.round, self->division);
  has_typed (self);
  for (guint i = 0; self->cells && i < self->cells->len; i++)
    mattra_form_cell_commit (g_ptr_array_index (self->cells, i));
  attempt->writing = !is_saved (self);
  mattra_session_query_async (self->session, read_answer, attempt, attempt_free, answer_read, g_object_ref (self));
}

/* What can be done */

/**
 * mattra_review_box_get_measure:
 * @self: a box
 *
 * Returns: (transfer none) (nullable): ULID of the measure whose answer it shows
 */
const char *
mattra_review_box_get_measure (MattraReviewBox *self)
{
  g_return_val_if_fail (MATTRA_IS_REVIEW_BOX (self), NULL);

  return self->measure ? mattra_measure_get_id (self->measure) : NULL;
}

/**
 * mattra_review_box_tell_typed:
 * @self: a box
 * @measure: ULID of the measure that it is about
 * @text: (nullable): what is to be mended, as far as it is typed; %NULL for nothing
 * @gone: whether nothing shows the text any more
 *
 * Tells those who keep drafts why an answer is going to be returned.
 */
void
mattra_review_box_tell_typed (MattraReviewBox *self,
                              const char      *measure,
                              const char      *text,
                              gboolean         gone)
{
  g_return_if_fail (MATTRA_IS_REVIEW_BOX (self) && measure != NULL);

  if (self->session)
    mattra_session_tell_typed (self->session, measure, MATTRA_DRAFT_REASON, text, gone);
}

/**
 * mattra_review_box_get_mark:
 * @self: a box
 *
 * Returns: how the answer is marked that it shows
 */
MattraReviewMark
mattra_review_box_get_mark (MattraReviewBox *self)
{
  g_return_val_if_fail (MATTRA_IS_REVIEW_BOX (self), MATTRA_REVIEW_MARK_NONE);

  return self->mark;
}

/**
 * mattra_review_box_ask:
 * @self: a box
 * @verdict: what is to happen
 *
 * Returns: why the user can't take the step; %MATTRA_REASON_NONE where it can be taken
 */
MattraReason
mattra_review_box_ask (MattraReviewBox     *self,
                       MattraReviewVerdict  verdict)
{
  MattraReason reason = MATTRA_REASON_NONE;

  g_return_val_if_fail (MATTRA_IS_REVIEW_BOX (self), MATTRA_REASON_ROLE);

  if (self->measure == NULL || self->context.round == MATTRA_ROUND_NONE)
    return MATTRA_REASON_NO_ANSWER;
  reason = mattra_review_act_ask (self->session, self->measure, self->context.round, self->division, verdict);
  return (reason == MATTRA_REASON_NO_ANSWER || reason == MATTRA_REASON_UNCHANGED) && has_typed (self)
           ? MATTRA_REASON_NONE : reason;
}

/**
 * mattra_review_box_get_why:
 * @self: a box
 * @verdict: what is to happen
 *
 * Returns: (transfer none) (nullable): the same in words; %NULL where it can be taken
 */
const char *
mattra_review_box_get_why (MattraReviewBox     *self,
                           MattraReviewVerdict  verdict)
{
  g_return_val_if_fail (MATTRA_IS_REVIEW_BOX (self), NULL);

  return mattra_review_act_why (self->session, mattra_review_box_ask (self, verdict));
}

/* The object */

static void
mattra_review_box_dispose (GObject *object)
{
  MattraReviewBox *self = MATTRA_REVIEW_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_object (&self->measure);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_review_box_parent_class)->dispose (object);
}

static void
mattra_review_box_finalize (GObject *object)
{
  MattraReviewBox *self = MATTRA_REVIEW_BOX (object);

  g_free (self->division);
  g_hash_table_unref (self->touched);
  G_OBJECT_CLASS (mattra_review_box_parent_class)->finalize (object);
}

static void
mattra_review_box_class_init (MattraReviewBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_review_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_review_box_finalize;

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", MATTRA_TYPE_REVIEW_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", MATTRA_TYPE_REVIEW_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mattra_review_box_init (MattraReviewBox *self)
{
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pill = MATTRA_PILL_LABEL (mattra_pill_label_new ());
  self->who = GTK_LABEL (new_label (NULL, "mattra-form-when"));
  self->comment = GTK_LABEL (new_label (NULL, "mattra-review-comment"));
  self->changed = GTK_EXPANDER (gtk_expander_new (NULL));
  self->cells_changed = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-review");
  gtk_widget_set_halign (GTK_WIDGET (self->pill), GTK_ALIGN_START);
  gtk_label_set_selectable (self->comment, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->comment), FALSE);
  gtk_expander_set_child (self->changed, self->cells_changed);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->pill));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->who));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->comment));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->changed));
}

/**
 * mattra_review_box_new:
 * @session: the session
 *
 * Returns: (transfer floating): a box that shows no answer yet
 */
GtkWidget *
mattra_review_box_new (MattraSession *session)
{
  MattraReviewBox *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_REVIEW_BOX, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
