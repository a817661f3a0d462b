/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-answer-before.h"
#include "mattra-answer-earlier.h"
#include "mattra-cell.h"
#include "mattra-error.h"
#include "mattra-evidence-view.h"
#include "mattra-form-history.h"
#include "mattra-form-layout.h"
#include "mattra-form-scroll.h"
#include "mattra-form-steps.h"
#include "mattra-session-measure.h"
#include "mattra-word-digits.h"

#define WIDTH_MAX 760

/* What people write who have nothing to tell. */
#define WORD_NONE "ไม่มี"

struct _MattraAnswerPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkWidget *page;
  GtkLabel *progress;
  GtkLabel *title;
  GtkLabel *period;
  GtkLabel *closed;
  MattraReviewBox *review;
  GtkWidget *evidence;
  GtkWidget *before;
  GtkWidget *earlier;
  GtkWidget *joint;
  GtkWidget *history;

  MattraSession *session;
  GSettings *settings;
  char *measure;          /* ULID of the one that is wanted */
  MattraRound round;
  char *division;
  MattraMeasure *loaded;
  guint serial;           /* of the newest question to the register */
  GPtrArray *cells;       /* MattraFormCell */
  GPtrArray *kept;        /* Kept: texts that were refused and wait until their measure is shown again */
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (MattraAnswerPage, mattra_answer_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_DRAFT,
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *field;
  gboolean none; /* that there is none can be said with a button */
} rows[] = {
  { "steps", FALSE },
  { "results", FALSE },
  { "obstacles", TRUE },
  { "recommendations", TRUE },
  { "evidence", FALSE },
  { "status", FALSE },
};

static MattraTableContext
get_context (MattraAnswerPage *self)
{
  return (MattraTableContext) {
    .plan = mattra_session_get_plan (self->session),
    .round = self->round,
    .division = NULL,
    .today = mattra_clock_get_today (mattra_session_get_clock (self->session)),
    .digits = (MattraDigits) g_settings_get_enum (self->settings, "digits"),
  };
}

/* Texts that are no act yet */

typedef struct
{
  MattraFormPlace place;
  char *text;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  mattra_form_place_clear (&kept->place);
  g_free (kept->text);
  g_free (kept);
}

static void
tell (MattraAnswerPage      *self,
      guint                  signal,
      const MattraFormPlace *place,
      const char            *text)
{
  g_signal_emit (self, signals[signal], 0, place->measure, place->field, (int) place->round, place->division, text);
}

static void
keep (MattraAnswerPage      *self,
      const MattraFormPlace *place,
      const char            *text)
{
  Kept *kept = g_new0 (Kept, 1);

  mattra_form_place_copy (&kept->place, place);
  kept->text = g_strdup (text);
  g_ptr_array_add (self->kept, kept);
  tell (self, SIGNAL_KEPT, place, text);
}

/* A text that could not be committed when its cell turns to something else waits until that is shown again. */
static void
keep_cell (MattraAnswerPage *self,
           MattraFormCell   *cell)
{
  g_autofree char *draft = mattra_form_cell_dup_draft (cell);

  if (draft)
    keep (self, mattra_form_cell_get_place (cell), draft);
}

/* The latest of them; those before it were typed over. */
static void
put_back (MattraAnswerPage *self,
          MattraFormCell   *cell)
{
  g_autofree char *latest = NULL;

  for (guint i = self->kept->len; i > 0; i--)
    {
      Kept *kept = g_ptr_array_index (self->kept, i - 1);

      if (!mattra_form_place_equal (&kept->place, mattra_form_cell_get_place (cell)))
        continue;
      if (latest == NULL)
        latest = g_strdup (kept->text);
      g_ptr_array_remove_index (self->kept, i - 1);
    }
  if (latest)
    mattra_form_cell_put_draft (cell, latest);
}

static void
draft_changed (MattraFormCell   *cell,
               const char       *text,
               MattraAnswerPage *self)
{
  tell (self, SIGNAL_DRAFT, mattra_form_cell_get_place (cell), text);
}

static void
text_kept (MattraFormCell        *cell,
           const MattraFormPlace *place,
           const char            *text,
           MattraAnswerPage      *self)
{
  keep (self, place, text);
}

/* What the measure is */

static void
show_head (MattraAnswerPage *self)
{
  MattraTableContext context = get_context (self);
  const char *title = mattra_measure_get_title (self->loaded);
  int number = mattra_measure_get_number (self->loaded);
  g_autofree char *figure = mattra_digits_format (number, context.digits);
  g_autofree char *name = number > 0 ? g_strdup_printf ("%s. %s", figure, title ? title : "") : g_strdup (title);
  g_autofree char *period = mattra_table_cell_dup_shown (&context, self->loaded, "period_text");
  g_autofree char *why = NULL;

  gtk_label_set_text (self->title, name ? name : "");
  gtk_label_set_text (self->period, period ? period : "");
  gtk_widget_set_visible (GTK_WIDGET (self->period), period && *period);
  mattra_cell_is_open (context.plan, "results", self->round, &why);
  gtk_label_set_text (self->closed, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), why != NULL);
}

static MattraFormPlace
get_place (MattraAnswerPage *self,
           const char       *field)
{
  return (MattraFormPlace) {
    .measure = (char *) mattra_measure_get_id (self->loaded),
    .number = mattra_measure_get_number (self->loaded),
    .round = self->round,
    .division = self->division,
    .field = (char *) field,
  };
}

static void
show_cell (MattraAnswerPage *self,
           MattraFormCell   *cell)
{
  MattraTableContext context = get_context (self);
  const char *field = gtk_widget_get_name (GTK_WIDGET (cell));
  MattraFormPlace place = get_place (self, field);
  gboolean steps = g_str_equal (field, "steps");

  if (!mattra_form_place_equal (&place, mattra_form_cell_get_place (cell)))
    keep_cell (self, cell);
  mattra_form_cell_show (cell, &context, &place, self->loaded, NULL);
  if (steps)
    mattra_form_steps_show (cell, &context, self->loaded);
  gtk_widget_set_visible (GTK_WIDGET (cell),
                          !steps || mattra_measure_get_items (self->loaded, MATTRA_ITEM_STEP)->len > 0);
  put_back (self, cell);
}

static void
show (MattraAnswerPage *self)
{
  MattraTableContext context = get_context (self);
  MattraRound before = self->round == MATTRA_ROUND_FULL_YEAR ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_NONE;

  if (self->loaded == NULL || g_strcmp0 (mattra_measure_get_id (self->loaded), self->measure) != 0)
    return;
  show_head (self);
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, g_ptr_array_index (self->cells, i));
  mattra_review_box_show (self->review, &context, self->loaded, self->division);
  mattra_evidence_view_show (MATTRA_EVIDENCE_VIEW (self->evidence), self->loaded, self->round, self->division);
  mattra_answer_before_show (MATTRA_ANSWER_BEFORE (self->before), &context, self->loaded, before, self->division);
  mattra_answer_earlier_show (MATTRA_ANSWER_EARLIER (self->earlier), &context, self->measure, self->division);
  mattra_answer_before_show (MATTRA_ANSWER_BEFORE (self->joint), &context, self->loaded,
                             self->division ? self->round : MATTRA_ROUND_NONE, NULL);
  gtk_widget_set_visible (self->page, TRUE);
  if (self->wants_focus)
    mattra_answer_page_focus_field (self, mattra_measure_get_items (self->loaded, MATTRA_ITEM_STEP)->len > 0
                                            ? "steps" : "results");
}

/* What the register has. A measure that is no longer there leaves the list, which is told elsewhere. */

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraAnswerPage) self = user_data;
  g_autoptr (MattraMeasure) measure = NULL;
  guint serial = 0;

  if (!mattra_session_load_measure_finish (MATTRA_SESSION (source), result, &serial, &measure, NULL)
      || self->session == NULL || serial != self->serial || measure == NULL)
    return;
  g_set_object (&self->loaded, measure);
  show (self);
}

/**
 * mattra_answer_page_reload:
 * @self: a page
 *
 * Shows what the register has by now.
 */
void
mattra_answer_page_reload (MattraAnswerPage *self)
{
  g_return_if_fail (MATTRA_IS_ANSWER_PAGE (self));

  if (self->measure != NULL && self->session != NULL)
    mattra_session_load_measure_async (self->session, self->measure, ++self->serial, loaded, g_object_ref (self));
}

/**
 * mattra_answer_page_commit:
 * @self: a page
 *
 * Commits what was typed.
 */
void
mattra_answer_page_commit (MattraAnswerPage *self)
{
  g_return_if_fail (MATTRA_IS_ANSWER_PAGE (self));

  for (guint i = 0; i < self->cells->len; i++)
    mattra_form_cell_commit (g_ptr_array_index (self->cells, i));
  mattra_evidence_view_commit (MATTRA_EVIDENCE_VIEW (self->evidence));
}

/**
 * mattra_answer_page_set_answer:
 * @self: a page
 * @measure: ULID of a measure
 * @round: round of the answer
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 *
 * Shows another answer, from its beginning; what was typed for the one before is committed.
 */
void
mattra_answer_page_set_answer (MattraAnswerPage *self,
                               const char       *measure,
                               MattraRound       round,
                               const char       *division)
{
  char *measure_copy = NULL;
  char *division_copy = NULL;

  g_return_if_fail (MATTRA_IS_ANSWER_PAGE (self) && measure != NULL && round != MATTRA_ROUND_NONE);

  if (g_strcmp0 (self->measure, measure) == 0 && self->round == round && g_strcmp0 (self->division, division) == 0)
    return;
  mattra_answer_page_commit (self);
  measure_copy = g_strdup (measure);
  division_copy = g_strdup (division);
  g_free (self->measure);
  g_free (self->division);
  self->measure = measure_copy;
  self->division = division_copy;
  self->round = round;
  self->wants_focus = TRUE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  mattra_answer_page_reload (self);
}

/**
 * mattra_answer_page_set_progress:
 * @self: a page
 * @text: which of how many answers it is
 *
 * Says how far one has come.
 */
void
mattra_answer_page_set_progress (MattraAnswerPage *self,
                                 const char       *text)
{
  g_return_if_fail (MATTRA_IS_ANSWER_PAGE (self) && text != NULL);

  gtk_label_set_text (self->progress, text);
}

/**
 * mattra_answer_page_get_review:
 * @self: a page
 *
 * Returns: (transfer none): what shows how far the answer has come and takes its steps
 */
MattraReviewBox *
mattra_answer_page_get_review (MattraAnswerPage *self)
{
  g_return_val_if_fail (MATTRA_IS_ANSWER_PAGE (self), NULL);

  return self->review;
}

/**
 * mattra_answer_page_focus_field:
 * @self: a page
 * @field: a field
 *
 * Puts the focus into the field. The top of the page stays in view if it can.
 */
void
mattra_answer_page_focus_field (MattraAnswerPage *self,
                                const char       *field)
{
  g_return_if_fail (MATTRA_IS_ANSWER_PAGE (self) && field != NULL);

  self->wants_focus = FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (self->cells, i)), field))
      gtk_widget_child_focus (g_ptr_array_index (self->cells, i), GTK_DIR_TAB_FORWARD);
}

/* Building */

static void
drop_history (MattraAnswerPage *self)
{
  if (self->history && gtk_widget_get_parent (self->history) == GTK_WIDGET (self))
    gtk_widget_unparent (self->history);
  g_clear_object (&self->history);
}

static void
open_history (MattraFormCell   *cell,
              GtkWidget        *anchor,
              MattraAnswerPage *self)
{
  MattraTableContext context = get_context (self);

  mattra_form_cell_commit (cell);
  drop_history (self);
  self->history = g_object_ref (mattra_form_history_open (self->session, &context, mattra_form_cell_get_place (cell),
                                                          mattra_form_cell_get_title (cell), GTK_WIDGET (self),
                                                          anchor));
}

static void
say_none (MattraFormText *cell)
{
  mattra_form_text_type (cell, WORD_NONE);
  mattra_form_cell_commit (MATTRA_FORM_CELL (cell));
}

static GtkWidget *
new_none_button (MattraFormText *cell)
{
  GtkWidget *button = gtk_button_new_with_label (_("There Is None"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mattra-answer-none");
  g_signal_connect_object (button, "clicked", G_CALLBACK (say_none), cell, G_CONNECT_SWAPPED);
  return button;
}

static void
add_cell (MattraAnswerPage *self,
          const char       *field,
          gboolean          none)
{
  GtkWidget *cell = NULL;

  if (g_str_equal (field, "steps"))
    {
      cell = mattra_form_steps_new_field (self->session, FALSE);
      gtk_widget_set_name (cell, field);
    }
  else
    cell = mattra_form_layout_new_cell (self->session, field);
  if (none)
    mattra_form_cell_add_tool (MATTRA_FORM_CELL (cell), new_none_button (MATTRA_FORM_TEXT (cell)));
  g_ptr_array_add (self->cells, cell);
  gtk_box_append (GTK_BOX (self->page), cell);
  g_signal_connect_object (cell, "draft", G_CALLBACK (draft_changed), self, 0);
  g_signal_connect_object (cell, "kept", G_CALLBACK (text_kept), self, 0);
  g_signal_connect_object (cell, "settled", G_CALLBACK (mattra_answer_page_reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "history", G_CALLBACK (open_history), self, 0);
  mattra_form_scroll_follow (MATTRA_FORM_CELL (cell), self->scrolled);
}

static GtkLabel *
add_label (MattraAnswerPage *self,
           const char       *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->page), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add (MattraAnswerPage *self,
     GtkWidget        *widget)
{
  gtk_box_append (GTK_BOX (self->page), widget);
  return widget;
}

static void
build (MattraAnswerPage *self)
{
  self->progress = add_label (self, "mattra-answer-progress");
  self->title = add_label (self, "title-2");
  self->period = add_label (self, "dim-label");
  self->closed = add_label (self, "warning");
  self->review = MATTRA_REVIEW_BOX (add (self, mattra_review_box_new (self->session)));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_cell (self, rows[i].field, rows[i].none);
  mattra_review_box_set_cells (self->review, self->cells);
  self->evidence = add (self, mattra_evidence_view_new (self->session));
  self->before = add (self, mattra_answer_before_new (_("Answer of the Round Before")));
  self->earlier = add (self, mattra_answer_earlier_new (self->session));
  self->joint = add (self, mattra_answer_before_new (_("What Was Answered for All Jointly")));
  gtk_widget_set_visible (self->page, FALSE);
}

static void
mattra_answer_page_dispose (GObject *object)
{
  MattraAnswerPage *self = MATTRA_ANSWER_PAGE (object);

  drop_history (self);
  g_clear_object (&self->loaded);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_answer_page_parent_class)->dispose (object);
}

static void
mattra_answer_page_finalize (GObject *object)
{
  MattraAnswerPage *self = MATTRA_ANSWER_PAGE (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->kept);
  g_free (self->measure);
  g_free (self->division);
  G_OBJECT_CLASS (mattra_answer_page_parent_class)->finalize (object);
}

static void
mattra_answer_page_class_init (MattraAnswerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_answer_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_answer_page_finalize;

  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_ANSWER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING,
                                        G_TYPE_STRING);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_ANSWER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING,
                                       G_TYPE_STRING);
}

static void
mattra_answer_page_init (MattraAnswerPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->cells = g_ptr_array_new ();
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->page, "mattra-answer-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_MAX);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), clamp);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, viewport);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

/**
 * mattra_answer_page_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): a page that shows no answer yet
 */
GtkWidget *
mattra_answer_page_new (MattraSession *session,
                        GSettings     *settings)
{
  MattraAnswerPage *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_ANSWER_PAGE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  build (self);
  g_signal_connect_object (settings, "changed::digits", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mattra_session_get_clock (session), "day-changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
