/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-replace-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-replace-text.h"
#include "mattra-settings.h"
#include "mattra-table-columns.h"
#include "mattra-word-digits.h"

struct _MattraReplaceWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *accept;
  GtkLabel *summary;
  GtkListView *view;

  MattraSession *session;
  GSettings *settings;
  MattraFindJob *job;
  GListStore *rows;
  gboolean ready;   /* what is shown is what would be done */
  gboolean looking;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (MattraReplaceWindow, mattra_replace_window, ADW_TYPE_WINDOW)

/* A hit as an object of the list. */

#define MATTRA_TYPE_REPLACE_ROW (mattra_replace_row_get_type ())

G_DECLARE_FINAL_TYPE (MattraReplaceRow, mattra_replace_row, MATTRA, REPLACE_ROW, GObject)

struct _MattraReplaceRow
{
  GObject parent_instance;

  const MattraReplaceHit *hit; /* the job's */
};

G_DEFINE_FINAL_TYPE (MattraReplaceRow, mattra_replace_row, G_TYPE_OBJECT)

static void
mattra_replace_row_class_init (MattraReplaceRowClass *klass)
{
}

static void
mattra_replace_row_init (MattraReplaceRow *self)
{
}

static MattraDigits
get_digits (MattraReplaceWindow *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static gboolean
will_change (const MattraReplaceHit *hit)
{
  return hit->after != NULL && hit->why == NULL;
}

static const char *
find_reason (const MattraReplaceHit *hit)
{
  if (hit->why)
    return hit->why;
  return hit->after == NULL ? _("Stands here in other letters: it is found but not replaced") : NULL;
}

/* The rows: where, what becomes what, and why not */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *name,
           const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (box), name, label);
  return label;
}

static void
set_up_row (MattraReplaceWindow *self,
            GtkListItem         *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (add_label (box, "place", "caption"), "dim-label");
  add_label (box, "change", NULL);
  gtk_widget_add_css_class (add_label (box, "reason", "caption"), "mattra-replace-reason");
  gtk_widget_add_css_class (box, "mattra-replace-row");
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static char *
describe_place (MattraReplaceWindow    *self,
                const MattraReplaceHit *hit)
{
  g_autofree char *column = mattra_table_field_dup_title (mattra_session_get_plan (self->session), hit->field);
  g_autofree char *number = g_strdup_printf (_("Measure %d"), hit->number);
  g_autofree char *shown = mattra_digits_apply (number, get_digits (self));

  return hit->number > 0 ? g_strdup_printf ("%s · %s", shown, column) : g_strdup (column);
}

static void
describe_row (GtkWidget  *box,
              const char *place,
              const char *change,
              const char *reason)
{
  g_autofree char *words = g_strjoin (", ", place, change, reason, NULL);
  GtkWidget *row = gtk_widget_get_parent (box);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row ? row : box), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* What stays is told in two lines. */
static char *
write_plain (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  return g_markup_escape_text (line, -1);
}

static void
bind_row (MattraReplaceWindow *self,
          GtkListItem         *item)
{
  const MattraReplaceHit *hit = MATTRA_REPLACE_ROW (gtk_list_item_get_item (item))->hit;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkLabel *change = g_object_get_data (G_OBJECT (box), "change");
  GtkWidget *reason_label = g_object_get_data (G_OBJECT (box), "reason");
  const char *replacement = will_change (hit) ? self->job->replacement : "";
  const char *reason = find_reason (hit);
  g_autofree char *place = describe_place (self, hit);
  g_autofree char *markup = mattra_replace_text_markup (hit->before, self->job->find, replacement);
  g_autofree char *plain = write_plain (hit->before);

  gtk_label_set_text (g_object_get_data (G_OBJECT (box), "place"), place);
  gtk_label_set_markup (change, will_change (hit) ? markup : plain);
  gtk_label_set_lines (change, will_change (hit) ? -1 : 2);
  gtk_label_set_ellipsize (change, will_change (hit) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_text (GTK_LABEL (reason_label), reason ? reason : "");
  gtk_widget_set_visible (reason_label, reason != NULL);
  describe_row (box, place, will_change (hit) ? hit->after : hit->before, reason);
}

static void
build_list (MattraReplaceWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

/* What it is about */

static void
show_title (MattraReplaceWindow *self)
{
  g_autofree char *words = *self->job->replacement
                           ? g_strdup_printf (_("“%s” becomes “%s”"), self->job->find, self->job->replacement)
                           : g_strdup_printf (_("“%s” is taken away"), self->job->find);

  adw_window_title_set_subtitle (self->title, words);
}

static char *
count_cells (guint n)
{
  return g_strdup_printf (ngettext ("%u cell", "%u cells", n), n);
}

static char *
count_words (MattraReplaceWindow *self)
{
  GPtrArray *hits = self->job->hits;
  g_autofree char *places = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *staying = NULL;
  guint n_cells = 0;
  guint n_places = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const MattraReplaceHit *hit = g_ptr_array_index (hits, i);

      n_cells += will_change (hit) ? 1 : 0;
      n_places += will_change (hit) ? hit->n : 0;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), n_cells > 0);
  places = g_strdup_printf (ngettext ("%u place", "%u places", n_places), n_places);
  cells = count_cells (n_cells);
  if (n_cells == hits->len)
    return g_strdup_printf (_("To be replaced: %s in %s, as one step that can be undone."), places, cells);
  staying = count_cells (hits->len - n_cells);
  return g_strdup_printf (_("To be replaced: %s in %s, as one step that can be undone. To stay as it is: %s."), places,
                          cells, staying);
}

static void
show_summary (MattraReplaceWindow *self)
{
  g_autofree char *words = count_words (self);
  g_autofree char *shown = mattra_digits_apply (words, get_digits (self));

  gtk_label_set_text (self->summary, shown);
}

static void
add_rows (MattraReplaceWindow *self,
          gboolean             changing)
{
  for (guint i = 0; i < self->job->hits->len; i++)
    {
      const MattraReplaceHit *hit = g_ptr_array_index (self->job->hits, i);
      g_autoptr (MattraReplaceRow) row = NULL;

      if (will_change (hit) != changing)
        continue;
      row = g_object_new (MATTRA_TYPE_REPLACE_ROW, NULL);
      row->hit = hit;
      g_list_store_append (self->rows, row);
    }
}

/* Takes over @job. The rows show what is the job's. */
static void
take_job (MattraReplaceWindow *self,
          MattraFindJob       *job)
{
  g_list_store_remove_all (self->rows);
  mattra_find_job_free (self->job);
  self->job = job;
  show_summary (self);
  add_rows (self, TRUE);
  add_rows (self, FALSE);
}

static void look (MattraReplaceWindow *self);

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraReplaceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraFindJob) job = mattra_find_job_finish (MATTRA_SESSION (source), result, &error);

  self->looking = FALSE;
  if (self->rows == NULL || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  if (self->stale)
    {
      look (self);
      return;
    }
  self->ready = TRUE;
  if (job)
    take_job (self, g_steal_pointer (&job));
  else
    gtk_label_set_text (self->summary, error->message);
}

/* What others write meanwhile is replaced too: it is shown before it is accepted. */
static void
look (MattraReplaceWindow *self)
{
  self->stale = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  self->ready = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), FALSE);
  mattra_find_job_search_async (self->session, self->job, looked, g_object_ref (self));
}

static void
accept (MattraReplaceWindow *self)
{
  mattra_find_job_replace_async (self->session, self->job, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* The object */

static void
mattra_replace_window_dispose (GObject *object)
{
  MattraReplaceWindow *self = MATTRA_REPLACE_WINDOW (object);

  if (self->rows)
    g_list_store_remove_all (self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_REPLACE_WINDOW);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_replace_window_parent_class)->dispose (object);
}

static void
mattra_replace_window_finalize (GObject *object)
{
  mattra_find_job_free (MATTRA_REPLACE_WINDOW (object)->job);
  G_OBJECT_CLASS (mattra_replace_window_parent_class)->finalize (object);
}

static void
mattra_replace_window_class_init (MattraReplaceWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mattra_replace_window_dispose;
  object_class->finalize = mattra_replace_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-replace-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraReplaceWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MattraReplaceWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, MattraReplaceWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, MattraReplaceWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_replace_window_init (MattraReplaceWindow *self)
{
  self->settings = mattra_settings_new ();
  self->rows = g_list_store_new (MATTRA_TYPE_REPLACE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  build_list (self);
}

/**
 * mattra_replace_window_present:
 * @parent: (nullable): the window it belongs to
 * @session: a register's session
 * @job: what to replace by what, and where
 *
 * Shows what becomes what and asks whether it shall be.
 *
 * Returns: (transfer none): the window
 */
MattraReplaceWindow *
mattra_replace_window_present (GtkWindow           *parent,
                               MattraSession       *session,
                               const MattraFindJob *job)
{
  MattraReplaceWindow *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && job != NULL && job->replacement != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_REPLACE_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->job = mattra_find_job_copy (job);
  show_title (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  look (self);
  return self;
}

/**
 * mattra_replace_window_is_ready:
 * @self: the window
 *
 * Returns: whether it shows what would become what
 */
gboolean
mattra_replace_window_is_ready (MattraReplaceWindow *self)
{
  g_return_val_if_fail (MATTRA_IS_REPLACE_WINDOW (self), FALSE);

  return self->ready;
}
