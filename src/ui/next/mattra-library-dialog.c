/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-library-dialog.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-library.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* Where measures come from, in the drop-down: a year of this register, the sample, another register. */
typedef struct
{
  int year;
  char *path;
} Source;

struct _MattraLibraryDialog
{
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkDropDown *from;
  GtkSearchEntry *search;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkCustomFilter *filter;
  GListStore *all;       /* of MattraMeasure */

  MattraSession *session;
  GSettings *settings;
  GArray *sources;       /* of Source */
  GtkStringList *names;
  MattraLibrary *library;
  GHashTable *chosen;    /* (element-type MattraMeasure) */
  guint serial;
};

G_DEFINE_FINAL_TYPE (MattraLibraryDialog, mattra_library_dialog, ADW_TYPE_WINDOW)

static void
source_clear (gpointer data)
{
  Source *source = data;

  g_free (source->path);
}

static MattraDigits
get_digits (MattraLibraryDialog *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static gboolean
is_closed (MattraLibraryDialog *self)
{
  return self->stack == NULL;
}

static void
update (MattraLibraryDialog *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *words = g_strdup_printf (ngettext ("_Add %u Measure", "_Add %u Measures", n), n);
  g_autofree char *shown = mattra_digits_apply (words, get_digits (self));

  gtk_button_set_label (GTK_BUTTON (self->accept), n > 0 ? shown : _("_Add"));
  gtk_widget_set_sensitive (self->accept, n > 0 && !mattra_session_get_read_only (self->session));
}

/* The list */

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  MattraLibraryDialog *self = user_data;

  return is_closed (self) || mattra_library_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
toggled (GtkCheckButton *check,
         GtkListItem    *item)
{
  MattraLibraryDialog *self = g_object_get_data (G_OBJECT (item), "dialog");
  MattraMeasure *measure = gtk_list_item_get_item (item);

  if (measure == NULL || is_closed (self))
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, measure);
  else
    g_hash_table_remove (self->chosen, measure);
  update (self);
}

static void
set_up_row (MattraLibraryDialog *self,
            GtkListItem         *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data (G_OBJECT (item), "dialog", self);
  gtk_list_item_set_child (item, check);
  gtk_list_item_set_activatable (item, FALSE);
}

static char *
dup_detail (MattraMeasure *measure)
{
  GPtrArray *steps = mattra_measure_get_items (measure, MATTRA_ITEM_STEP);
  const char *section = mattra_measure_get_section (measure);
  g_autoptr (GString) text = g_string_new (section ? section : "");

  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                            ((const MattraItem *) g_ptr_array_index (steps, i))->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
bind_row (MattraLibraryDialog *self,
          GtkListItem         *item)
{
  MattraMeasure *measure = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_check_button_get_child (GTK_CHECK_BUTTON (check)));
  g_autofree char *number = mattra_digits_format (mattra_measure_get_number (measure), get_digits (self));
  g_autofree char *name = g_strdup_printf ("%s. %s", number, mattra_measure_get_title (measure));
  g_autofree char *detail = dup_detail (measure);

  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, measure));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled), item);
}

static void
unbind_row (MattraLibraryDialog *self,
            GtkListItem         *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_child (item), toggled, item);
}

static void
search_changed (MattraLibraryDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Reading measures, on the session's thread */

typedef struct
{
  guint serial;
  int year;
  int except_year;
  char *path;
  MattraLibrary *library;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_object (&job->library);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;

  job->library = mattra_library_open (store, job->path, job->year, job->except_year, error);
  return job->library != NULL;
}

static void
show_library (MattraLibraryDialog *self,
              MattraLibrary       *library)
{
  GPtrArray *measures = mattra_library_get_measures (library);

  g_hash_table_remove_all (self->chosen);
  g_set_object (&self->library, library);
  g_list_store_splice (self->all, 0, g_list_model_get_n_items (G_LIST_MODEL (self->all)), measures->pdata, measures->len);
  adw_status_page_set_title (self->empty, _("No Measures Here"));
  adw_status_page_set_description (self->empty, _("Choose another year or register above."));
  gtk_stack_set_visible_child_name (self->stack, measures->len > 0 ? "list" : "empty");
  update (self);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraLibraryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  Job *job = data;

  if (!is_closed (self) && job != NULL && job->serial == self->serial)
    {
      if (done)
        show_library (self, job->library);
      else
        {
          g_autofree char *escaped = g_markup_escape_text (error->message, -1);

          adw_status_page_set_title (self->empty, _("The Measures Could Not Be Read"));
          adw_status_page_set_description (self->empty, escaped);
          gtk_stack_set_visible_child_name (self->stack, "empty");
        }
    }
  g_clear_pointer (&data, job_free);
}

static void
read_source (MattraLibraryDialog *self,
             const Source        *source)
{
  Job *job = g_new0 (Job, 1);

  job->serial = ++self->serial;
  job->year = source->year;
  job->except_year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));
  job->path = g_strdup (source->path);
  mattra_session_query_async (self->session, run_job, job, job_free, opened, g_object_ref (self));
}

/* Where they come from */

static void
add_source (MattraLibraryDialog *self,
            guint                place,
            int                  year,
            const char          *path,
            const char          *name)
{
  const Source source = { year, g_strdup (path) };
  const char *const names[] = { name, NULL };

  g_array_insert_val (self->sources, place, source);
  gtk_string_list_splice (self->names, place, 0, names);
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MattraLibraryDialog) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;

  if (is_closed (self))
    return;
  if (path == NULL)
    {
      gtk_drop_down_set_selected (self->from, 0);
      return;
    }
  name = g_path_get_basename (path);
  add_source (self, 0, 0, path, name);
  gtk_drop_down_set_selected (self->from, 0);
}

static void
choose_file (MattraLibraryDialog *self)
{
  static const char *const patterns[] = { "*.mattra", NULL };
  const MattraFileWish wish = { .title = _("Take Measures From a Register"), .accept = _("_Choose"),
                                .filter = _("Registers of measures"), .patterns = patterns };

  mattra_choose_file_async (GTK_WINDOW (self), &wish, NULL, file_chosen, g_object_ref (self));
}

/* The last one has no path and no year: it asks for a file. */
static void
source_chosen (MattraLibraryDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->from);
  const Source *source = NULL;

  if (selected >= self->sources->len)
    return;
  source = &g_array_index (self->sources, Source, selected);
  if (source->year == 0 && source->path == NULL)
    choose_file (self);
  else
    read_source (self, source);
}

static void
fill_sources (MattraLibraryDialog *self)
{
  GArray *years = mattra_session_get_years (self->session);
  int own = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));

  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autofree char *number = mattra_digits_format (year, get_digits (self));
      g_autofree char *name = g_strdup_printf (_("Fiscal year %s"), number);

      if (year != own)
        add_source (self, self->sources->len, year, NULL, name);
    }
  add_source (self, self->sources->len, 0, MATTRA_LIBRARY_SAMPLE, _("The sample that comes with Mattra"));
  add_source (self, self->sources->len, 0, NULL, _("Another register…"));
}

/* Adding */

typedef struct
{
  MattraLibrary *library;
  GPtrArray *measures;
  MattraActor actor;
  gboolean has_actor;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->library);
  g_ptr_array_unref (taking->measures);
  g_free (taking);
}

static gboolean
run_taking (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  const Taking *taking = data;

  return mattra_library_take (taking->library, store, plan, taking->measures, taking->has_actor ? &taking->actor : NULL,
                              error);
}

static void
taken (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr (MattraLibraryDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error))
    {
      if (!is_closed (self))
        gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!is_closed (self))
    {
      mattra_tell (GTK_WINDOW (self), _("The Measures Were Not Added"), error->message);
      update (self);
    }
}

/* In the order of the list, whatever the order in which they were chosen. */
static void
take (MattraLibraryDialog *self)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);
  GPtrArray *measures = mattra_library_get_measures (self->library);
  Taking *taking = g_new0 (Taking, 1);

  taking->library = g_object_ref (self->library);
  taking->measures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < measures->len; i++)
    if (g_hash_table_contains (self->chosen, g_ptr_array_index (measures, i)))
      g_ptr_array_add (taking->measures, g_object_ref (g_ptr_array_index (measures, i)));
  taking->has_actor = actor != NULL;
  taking->actor = (MattraActor) { .role = actor != NULL ? actor->role : MATTRA_ROLE_SECRETARY };
  gtk_widget_set_sensitive (self->accept, FALSE);
  mattra_session_act_async (self->session, "take-measures", NULL, run_taking, taking, taking_free, taken,
                            g_object_ref (self));
}

/* The window */

static GtkWidget *
new_header (MattraLibraryDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (_("_Add"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  return header;
}

static GtkWidget *
new_list (MattraLibraryDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *shown = NULL;
  GtkWidget *list = NULL;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->all = g_list_store_new (MATTRA_TYPE_MEASURE);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->all)), g_object_ref (GTK_FILTER (self->filter)));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (set_up_row), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_row), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_row), self);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static GtkWidget *
new_tools (MattraLibraryDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->names = gtk_string_list_new (NULL);
  self->from = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)), NULL));
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->from), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where Measures Come From"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Measures"), -1);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed), self, G_CONNECT_SWAPPED);
  return box;
}

static void
mattra_library_dialog_dispose (GObject *object)
{
  MattraLibraryDialog *self = MATTRA_LIBRARY_DIALOG (object);

  self->stack = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->library);
  g_clear_object (&self->names);
  g_clear_object (&self->filter);
  g_clear_object (&self->all);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  G_OBJECT_CLASS (mattra_library_dialog_parent_class)->dispose (object);
}

static void
mattra_library_dialog_class_init (MattraLibraryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_library_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_library_dialog_init (MattraLibraryDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->settings = mattra_settings_new ();
  self->sources = g_array_new (FALSE, TRUE, sizeof (Source));
  g_array_set_clear_func (self->sources, source_clear);
  self->chosen = g_hash_table_new (NULL, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), new_tools (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Measures to Start From"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 600);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, -1);
}

/**
 * mattra_library_dialog_present:
 * @parent: the window
 * @session: its register, showing the year that takes the measures
 *
 * Has the user choose measures to start from and adds them to the shown year.
 *
 * Returns: (transfer none): the dialog
 */
MattraLibraryDialog *
mattra_library_dialog_present (GtkWindow     *parent,
                               MattraSession *session)
{
  MattraLibraryDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_LIBRARY_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  fill_sources (self);
  g_signal_connect_object (self->from, "notify::selected", G_CALLBACK (source_chosen), self, G_CONNECT_SWAPPED);
  update (self);
  source_chosen (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
