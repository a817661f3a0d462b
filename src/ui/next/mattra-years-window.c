/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-years-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-compare-view.h"
#include "mattra-compare-years.h"
#include "mattra-error.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

struct _MattraYearsWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkDropDown *years;
  GtkWidget *years_box;
  MattraCompareView *view;
  AdwStatusPage *empty;

  MattraSession *session;
  GSettings *settings;
  GArray *known; /* (element-type int): years of the drop-down */
  int from;      /* 0 for the one that the register proposes */
  guint serial;
};

G_DEFINE_FINAL_TYPE (MattraYearsWindow, mattra_years_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraYearsWindow *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static int
get_to (MattraYearsWindow *self)
{
  return mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));
}

/* Comparing, on the session's thread */

typedef struct
{
  guint serial;
  int from;
  int to;
  GPtrArray *differences;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->differences, g_ptr_array_unref);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;

  if (!mattra_compare_years_choose (store, &job->from, &job->to, error))
    return FALSE;
  job->differences = mattra_compare_years (store, job->from, job->to, error);
  return job->differences != NULL;
}

static guint
count (GPtrArray            *differences,
       MattraDifferenceKind  kind)
{
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < differences->len; i++)
    {
      const MattraDifference *one = g_ptr_array_index (differences, i);

      if (one->kind == kind)
        g_hash_table_add (measures, one->measure);
    }
  return g_hash_table_size (measures);
}

static char *
summarise (MattraYearsWindow *self,
           const Job         *job)
{
  g_autofree char *words =
    g_strdup_printf (_("Fiscal year %d → %d: %u new, %u changed, %u dropped"), job->from, job->to,
                     count (job->differences, MATTRA_DIFFERENCE_NEW),
                     count (job->differences, MATTRA_DIFFERENCE_CHANGED),
                     count (job->differences, MATTRA_DIFFERENCE_GONE));

  return mattra_digits_apply (words, get_digits (self));
}

static void
show_empty (MattraYearsWindow *self,
            const char        *title,
            const char        *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, escaped);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_nothing_before (MattraYearsWindow *self)
{
  g_autofree char *year = mattra_digits_format (get_to (self), get_digits (self));
  g_autofree char *text =
    g_strdup_printf (_("The register has no year before %s. What is new, changed and dropped stands here as soon as the"
                       " next year is started, or the measures of the year before are read in."), year);

  show_empty (self, _("Nothing to Compare With"), text);
}

static void
compared (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraYearsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  gpointer data = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  Job *job = data;

  if (self->stack == NULL || (job != NULL && job->serial != self->serial))
    {
      g_clear_pointer (&data, job_free);
      return;
    }
  if (g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    show_nothing_before (self);
  else if (!done)
    show_empty (self, _("Nothing to Compare With"), error->message);
  else if (job->differences->len == 0)
    {
      summary = summarise (self, job);
      show_empty (self, _("Both Years Plan the Same"), summary);
    }
  else
    {
      summary = summarise (self, job);
      mattra_compare_view_show (self->view, summary, job->differences, mattra_session_get_plan (self->session),
                                get_digits (self));
      gtk_stack_set_visible_child_name (self->stack, "view");
    }
  g_clear_pointer (&data, job_free);
}

static void
compare (MattraYearsWindow *self)
{
  Job *job = g_new0 (Job, 1);

  job->serial = ++self->serial;
  job->from = self->from;
  job->to = get_to (self);
  mattra_session_query_async (self->session, run_job, job, job_free, compared, g_object_ref (self));
}

/* The years */

static void
year_chosen (MattraYearsWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->years);

  self->from = selected < self->known->len ? g_array_index (self->known, int, selected) : 0;
  compare (self);
}

/* Earlier years of the register; with fewer than two there is nothing to choose. */
static void
fill_years (MattraYearsWindow *self)
{
  GArray *years = mattra_session_get_years (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_signal_handlers_block_by_func (self->years, year_chosen, self);
  g_array_set_size (self->known, 0);
  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autofree char *number = mattra_digits_format (year, get_digits (self));

      if (year >= get_to (self))
        continue;
      g_array_append_val (self->known, year);
      gtk_string_list_append (names, number);
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->years_box, self->known->len > 1);
  self->from = 0;
  g_signal_handlers_unblock_by_func (self->years, year_chosen, self);
}

static void
plan_changed (MattraYearsWindow *self)
{
  fill_years (self);
  compare (self);
}

static void
go_to (MattraYearsWindow *self,
       const char        *measure,
       const char        *field)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, measure, field);
}

/* The window */

static GtkWidget *
new_header (MattraYearsWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Compare _With"));

  self->years_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->years = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->years));
  gtk_box_append (GTK_BOX (self->years_box), label);
  gtk_box_append (GTK_BOX (self->years_box), GTK_WIDGET (self->years));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->years_box);
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (year_chosen), self, G_CONNECT_SWAPPED);
  return header;
}

static void
mattra_years_window_dispose (GObject *object)
{
  MattraYearsWindow *self = MATTRA_YEARS_WINDOW (object);

  self->stack = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->known, g_array_unref);
  G_OBJECT_CLASS (mattra_years_window_parent_class)->dispose (object);
}

static void
mattra_years_window_class_init (MattraYearsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_years_window_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_YEARS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_years_window_init (MattraYearsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->settings = mattra_settings_new ();
  self->known = g_array_new (FALSE, FALSE, sizeof (int));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = MATTRA_COMPARE_VIEW (mattra_compare_view_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "view");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("What Is New This Year"));
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 620);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, -1);
  g_signal_connect_object (self->view, "go-to", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_years_window_present:
 * @parent: the window
 * @session: its register, showing the later year
 *
 * Shows what is new, changed and dropped in the shown year. It follows the register.
 *
 * Returns: (transfer none): the window
 */
MattraYearsWindow *
mattra_years_window_present (GtkWindow     *parent,
                             MattraSession *session)
{
  MattraYearsWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_YEARS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (plan_changed), self, G_CONNECT_SWAPPED);
  plan_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
