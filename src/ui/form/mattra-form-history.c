/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-history.h"

#include <glib/gi18n-lib.h>

#include "mattra-act-text.h"
#include "mattra-cell.h"
#include "mattra-review-look.h"

#define WIDTH 300
#define HEIGHT_MAX 420

struct _MattraFormHistory
{
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget *list;
  GtkLabel *empty;

  MattraSession *session;
  MattraPlan *plan;
  MattraTableContext context;
  MattraFormPlace place;
};

G_DEFINE_FINAL_TYPE (MattraFormHistory, mattra_form_history, GTK_TYPE_POPOVER)

/* Words */

static char *
say_act (const MattraCellVersion *version)
{
  g_autofree char *act = mattra_act_describe (version->name, version->arguments);

  if (version->kind == MATTRA_ACT_UNDO)
    return g_strdup_printf (_("Undone: %s"), act);
  if (version->kind == MATTRA_ACT_REDO)
    return g_strdup_printf (_("Done again: %s"), act);
  return version->undone ? g_strdup_printf (_("%s (taken back)"), act) : g_steal_pointer (&act);
}

static char *
say_value (MattraFormHistory *self,
           const char        *value)
{
  return *value ? mattra_table_cell_dup_words (&self->context, self->place.field, value) : g_strdup (_("(empty)"));
}

/* Entries */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_value (MattraFormHistory *self,
           GtkWidget         *grid,
           int                row,
           const char        *name,
           const char        *value)
{
  g_autofree char *text = say_value (self, value);
  GtkWidget *head = new_label (name, "mattra-form-when");
  GtkWidget *label = new_label (text, *value && row > 0 ? NULL : "mattra-dim");

  gtk_widget_set_hexpand (head, FALSE);
  gtk_label_set_wrap (GTK_LABEL (head), FALSE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_grid_attach (GTK_GRID (grid), head, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
}

static void
put_back (GtkWidget         *button,
          MattraFormHistory *self)
{
  const char *text = g_object_get_data (G_OBJECT (button), "text");

  mattra_form_act_set (self->session, "put-back", &self->place, text, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
new_put_back (MattraFormHistory *self,
              const char        *text)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Put This Back"));
  g_autofree char *words = say_value (self, text);
  g_autofree char *name = g_strdup_printf (_("Put back: %s"), words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (put_back), self, 0);
  return button;
}

static void
add_tick (GtkWidget               *box,
          const MattraCellVersion *version)
{
  g_autofree char *text = g_strdup_printf (version->done ? _("Ticked: %s") : _("Tick taken away: %s"), version->step);

  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
}

static void
add_values (MattraFormHistory       *self,
            GtkWidget               *box,
            const MattraCellVersion *version)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  add_value (self, grid, 0, _("Was"), version->before);
  add_value (self, grid, 1, _("Now"), version->after);
  gtk_box_append (GTK_BOX (box), grid);
}

static void
add_version (MattraFormHistory       *self,
             const MattraCellVersion *version,
             const char              *now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *act = say_act (version);
  g_autofree char *time = mattra_review_look_when (version->at_utc, self->context.digits);
  g_autofree char *when = g_strjoin (" · ", time, version->person, NULL);

  gtk_widget_add_css_class (box, "mattra-form-version");
  gtk_box_append (GTK_BOX (box), new_label (act, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (when, "mattra-form-when"));
  if (version->step)
    add_tick (box, version);
  if (!g_str_equal (version->before, version->after))
    {
      add_values (self, box, version);
      if (!g_str_equal (version->after, now) && !mattra_session_get_read_only (self->session))
        gtk_box_append (GTK_BOX (box), new_put_back (self, version->after));
    }
  gtk_box_append (GTK_BOX (self->list), box);
}

/* A step in the review of the answer that the cell belongs to. */
static void
add_review (MattraFormHistory  *self,
            const MattraReview *review)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *time = mattra_review_look_when (review->at_utc, self->context.digits);
  g_autofree char *when = g_strjoin (" · ", time, review->person, review->post, NULL);
  MattraReviewMark mark = mattra_review_look_verdict (review->verdict);
  const char *word = review->verdict == MATTRA_VERDICT_WITHDRAWN ? _("Taken back") : mattra_review_look_word (mark);

  gtk_widget_add_css_class (box, "mattra-form-version");
  gtk_box_append (GTK_BOX (box), new_label (word, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (when, "mattra-form-when"));
  if (review->comment)
    gtk_box_append (GTK_BOX (box), new_label (review->comment, NULL));
  gtk_box_append (GTK_BOX (self->list), box);
}

static gboolean
is_of_place (MattraFormHistory  *self,
             const MattraReview *review)
{
  return mattra_cell_is_answer (self->place.field) && review->round == self->place.round
         && g_strcmp0 (review->division, self->place.division) == 0;
}

/* What the register has */

typedef struct
{
  MattraFormPlace place;
  GPtrArray *versions; /* the newest first */
  GPtrArray *reviews;  /* the oldest first */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_form_place_clear (&job->place);
  g_clear_pointer (&job->versions, g_ptr_array_unref);
  g_clear_pointer (&job->reviews, g_ptr_array_unref);
  g_free (job);
}

static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  job->versions = mattra_store_load_cell_versions (store, job->place.measure, job->place.field, job->place.round,
                                                   job->place.division, error);
  if (job->versions != NULL)
    job->reviews = mattra_store_list_reviews (store, job->place.measure, error);
  return job->reviews != NULL;
}

/* As high as its texts in their width, up to a limit. */
static void
fit (MattraFormHistory *self)
{
  int height = 0;

  gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->scrolled, MIN (height, HEIGHT_MAX));
}

/* The newest first. */
static void
show_versions (MattraFormHistory *self,
               GPtrArray         *versions,
               GPtrArray         *reviews)
{
  const MattraCellVersion *newest = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;
  guint j = reviews->len;

  for (guint i = 0; i <= versions->len; i++)
    {
      const MattraCellVersion *version = i < versions->len ? g_ptr_array_index (versions, i) : NULL;

      for (; j > 0; j--)
        {
          const MattraReview *review = g_ptr_array_index (reviews, j - 1);

          if (version && g_strcmp0 (review->at_utc, version->at_utc) < 0)
            break;
          if (is_of_place (self, review))
            add_review (self, review);
        }
      if (version)
        add_version (self, version, newest->after);
    }
  fit (self);
  gtk_stack_set_visible_child (self->stack, gtk_widget_get_first_child (self->list) ? GTK_WIDGET (self->scrolled)
                                                                                   : GTK_WIDGET (self->empty));
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraFormHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &job, &error))
    {
      gtk_label_set_text (self->empty, error->message);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
      return;
    }
  if (gtk_widget_get_parent (GTK_WIDGET (self)))
    show_versions (self, ((Job *) job)->versions, ((Job *) job)->reviews);
  job_free (job);
}

/* The object */

static void
mattra_form_history_dispose (GObject *object)
{
  MattraFormHistory *self = MATTRA_FORM_HISTORY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (mattra_form_history_parent_class)->dispose (object);
}

static void
mattra_form_history_finalize (GObject *object)
{
  mattra_form_place_clear (&MATTRA_FORM_HISTORY (object)->place);
  G_OBJECT_CLASS (mattra_form_history_parent_class)->finalize (object);
}

static void
mattra_form_history_class_init (MattraFormHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_form_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_form_history_finalize;
}

static void
build_list (MattraFormHistory *self)
{
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->list, WIDTH, -1);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, self->list);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->scrolled));
}

static void
mattra_form_history_init (MattraFormHistory *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), WIDTH, 48);
  gtk_stack_add_child (self->stack, spinner);
  gtk_spinner_start (GTK_SPINNER (spinner));
  build_list (self);
  self->empty = GTK_LABEL (new_label (_("Nobody has changed this yet."), "mattra-dim"));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->empty));
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-form-history");
}

static GtkWidget *
new_content (MattraFormHistory *self,
             const char        *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *text = g_strdup_printf (_("History: %s"), title);

  gtk_box_append (GTK_BOX (box), new_label (text, "title-4"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return box;
}

/* The press of a button in it must have been heard before it goes. */
static gboolean
unparent (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data))
    gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

static void
closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

/* An anchor that is scrolled out of view may lie outside of any monitor. */
static void
point_to (MattraFormHistory *self,
          GtkWidget         *parent,
          GtkWidget         *anchor)
{
  graphene_rect_t bounds;
  GdkRectangle place = { 0 };

  if (!gtk_widget_compute_bounds (anchor, parent, &bounds))
    return;
  place.width = (int) bounds.size.width;
  place.height = (int) bounds.size.height;
  place.x = CLAMP ((int) bounds.origin.x, 0, MAX (0, gtk_widget_get_width (parent) - place.width));
  place.y = CLAMP ((int) bounds.origin.y, 0, MAX (0, gtk_widget_get_height (parent) - place.height));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

/**
 * mattra_form_history_open:
 * @session: the session
 * @context: under what values are put into words
 * @place: the cell
 * @title: what it is called
 * @parent: a widget that stays and can have it; it unparents it when it goes
 * @anchor: what it points to, somewhere in @parent
 *
 * Shows the history of a cell, until it is closed.
 *
 * Returns: (transfer none): what shows it
 */
GtkWidget *
mattra_form_history_open (MattraSession            *session,
                          const MattraTableContext *context,
                          const MattraFormPlace    *place,
                          const char               *title,
                          GtkWidget                *parent,
                          GtkWidget                *anchor)
{
  MattraFormHistory *self = NULL;
  Job *job = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && place->measure != NULL && GTK_IS_WIDGET (anchor), NULL);

  self = g_object_new (MATTRA_TYPE_FORM_HISTORY, NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (context->plan);
  self->context = *context;
  self->context.division = NULL;
  mattra_form_place_copy (&self->place, place);
  gtk_popover_set_child (GTK_POPOVER (self), new_content (self, title));
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  point_to (self, parent, anchor);
  g_signal_connect (self, "closed", G_CALLBACK (closed), NULL);
  job = g_new0 (Job, 1);
  mattra_form_place_copy (&job->place, place);
  mattra_session_query_async (session, load, job, job_free, loaded, g_object_ref (self));
  gtk_popover_popup (GTK_POPOVER (self));
  return GTK_WIDGET (self);
}
