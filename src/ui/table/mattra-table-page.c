/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mattra-table-columns.h"
#include "mattra-table-delegate.h"
#include "mattra-table-empty.h"

/* Number and title. */
#define N_FROZEN 2

struct _MattraTablePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  GtkMenuButton *filter;
  GtkWidget *hits_line;
  GtkLabel *hits;
  GtkButton *clear;
  GtkWidget *table;
  GtkScrolledWindow *scrolled;
  AdwStatusPage *empty;
  GtkButton *next_step;
  GtkSpinner *spinner;

  MattraSession *session;
  GSettings *settings;
  MattraMeasureList *list;
  MattraTableDelegate *delegate;
  MattraGrid *grid;
  MattraTableFilter *filters;

  char *measure;       /* ULID of the measure the cursor stands on */
  char *field;
  char *wanted;        /* ULID of a measure to go to as soon as the list has it */
  char *wanted_field;
  char *wanted_text;   /* what the editor shall open with there */
  gboolean wants_edit;
  gboolean wants_focus;
  gboolean following;  /* the grid follows the list: not a movement of the user */
};

G_DEFINE_FINAL_TYPE (MattraTablePage, mattra_table_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SEARCH_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_MEASURE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraTablePage *self)
{
  return (MattraDigits) g_settings_get_enum (self->settings, "digits");
}

/* The cursor */

static void
take_string (char       **place,
             const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static void
note_cursor (MattraTablePage *self)
{
  guint row = 0;
  MattraGridColumn *column = NULL;
  const char *measure = NULL;

  if (self->following)
    return;
  if (mattra_grid_get_cursor (self->grid, &row, &column))
    measure = mattra_measure_list_get_id (self->list, row);
  if (column)
    take_string (&self->field, mattra_grid_column_get_id (column));
  if (g_strcmp0 (self->measure, measure) == 0)
    return;
  take_string (&self->measure, measure);
  g_signal_emit (self, signals[SIGNAL_MEASURE_CHANGED], 0);
}

static MattraGridColumn *
find_column (MattraTablePage *self,
             const char      *field)
{
  MattraGridColumn *column = field ? mattra_grid_find_column (self->grid, field) : NULL;

  return column ? column : mattra_grid_find_column (self->grid, "title");
}

static void
forget_wanted (MattraTablePage *self)
{
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->wanted_field, g_free);
  g_clear_pointer (&self->wanted_text, g_free);
  self->wants_edit = FALSE;
}

static gboolean
try_wanted (MattraTablePage *self)
{
  guint row = 0;
  MattraGridColumn *column = find_column (self, self->wanted_field);

  if (self->wanted == NULL || !mattra_measure_list_find (self->list, self->wanted, &row))
    return FALSE;
  mattra_grid_column_set_visible (column, TRUE);
  mattra_grid_set_cursor (self->grid, row, column);
  /* The jump may need rows that were not there: they are made in a layout of the whole window, or those
   * around the grid that are laid out in the same frame are left without one. */
  gtk_widget_queue_resize (GTK_WIDGET (self->grid));
  if (self->wants_edit)
    mattra_grid_edit (self->grid, row, column, self->wanted_text);
  else if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  forget_wanted (self);
  return TRUE;
}

/* After a sort, a filter or somebody else's change the cursor stands on the measure it stood on. */
static void
follow_measure (MattraTablePage *self)
{
  guint row = 0;
  guint now = 0;
  MattraGridColumn *column = NULL;

  if (try_wanted (self) || mattra_grid_is_editing (self->grid))
    return;
  if (self->measure == NULL || !mattra_measure_list_find (self->list, self->measure, &row))
    note_cursor (self);
  else if (!mattra_grid_get_cursor (self->grid, &now, &column) || now != row)
    mattra_grid_set_cursor (self->grid, row, column ? column : find_column (self, self->field));
}

/* What the page shows: the grid, or why there is nothing in it and what to do next. */

static gboolean
is_filtered (MattraTablePage *self)
{
  return *mattra_table_page_get_search (self) != '\0'
         || (self->filters
             && (mattra_table_filter_get_statuses (self->filters) != 0
                 || mattra_table_filter_get_indicator (self->filters) != 0));
}

static void
show_state (MattraTablePage *self)
{
  gboolean none = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  gboolean pending = mattra_measure_list_get_pending (self->list);

  if (none && !pending)
    mattra_table_empty_explain (self->empty, self->next_step, is_filtered (self),
                                mattra_session_get_list (self->session),
                                mattra_session_get_division (self->session) != NULL);
  gtk_spinner_set_spinning (self->spinner, none && pending);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), none && pending);
  gtk_widget_set_visible (self->table, !none || pending);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), none && !pending);
}

static guint
count_all (MattraTablePage *self)
{
  MattraProgress progress = { 0 };
  const char *division = mattra_session_get_division (self->session);
  MattraSmartList list = mattra_session_get_list (self->session);

  if (division == NULL)
    return mattra_session_get_list_count (self->session, list);
  mattra_session_get_progress (self->session, division, &progress);
  return progress.n_measures;
}

static void
show_hits (MattraTablePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *shown = mattra_digits_format ((int) n, get_digits (self));
  g_autofree char *all = mattra_digits_format ((int) MAX (count_all (self), n), get_digits (self));
  g_autofree char *filters = self->filters ? mattra_table_filter_describe (self->filters) : NULL;
  g_autofree char *count = g_strdup_printf (_("%s of %s measures"), shown, all);
  g_autofree char *words = g_strjoin (" · ", count, filters, NULL);

  gtk_label_set_text (self->hits, words);
  gtk_widget_set_visible (self->hits_line, is_filtered (self));
}

static void
list_will_change (MattraTablePage *self)
{
  self->following = TRUE;
}

static void
list_changed (MattraTablePage *self)
{
  self->following = FALSE;
  show_state (self);
  show_hits (self);
  follow_measure (self);
}

/* Search and filters */

static void
search_changed (MattraTablePage *self)
{
  mattra_measure_list_set_search (self->list, mattra_table_page_get_search (self));
  show_hits (self);
}

static void
filters_changed (MattraTablePage *self)
{
  mattra_measure_list_set_status (self->list, mattra_table_filter_get_statuses (self->filters));
  mattra_measure_list_set_indicator (self->list, mattra_table_filter_get_indicator (self->filters));
  show_hits (self);
}

static void
ensure_filters (MattraTablePage *self)
{
  if (self->filters)
    return;
  self->filters = MATTRA_TABLE_FILTER (mattra_table_filter_new (get_digits (self)));
  g_signal_connect_object (self->filters, "notify", G_CALLBACK (filters_changed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->filter, GTK_WIDGET (self->filters));
}

static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  ensure_filters (MATTRA_TABLE_PAGE (user_data));
}

static void
stop_search (MattraTablePage *self)
{
  mattra_table_page_set_search (self, "");
  mattra_table_page_set_search_shown (self, FALSE);
}

static void
search_to_grid (MattraTablePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
search_mode_changed (MattraTablePage *self)
{
  gboolean shown = gtk_search_bar_get_search_mode (self->search_bar);

  if (!shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_SHOWN]);
}

static void
sort_changed (MattraTablePage *self,
              const char      *field,
              gboolean         descending)
{
  mattra_measure_list_set_sort (self->list, field && *field ? field : NULL, descending);
}

static void
show_all (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (widget);

  mattra_table_page_clear_filters (self);
  mattra_session_set_list (self->session, MATTRA_LIST_ALL);
  mattra_session_set_division (self->session, NULL);
}

static void
clear_filters (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  mattra_table_page_clear_filters (MATTRA_TABLE_PAGE (widget));
}

/* What the delegate says of acts */

static void
want (MattraTablePage *self,
      const char      *measure,
      const char      *field,
      const char      *text,
      gboolean         edit)
{
  take_string (&self->wanted, measure);
  take_string (&self->wanted_field, field);
  take_string (&self->wanted_text, text);
  self->wants_edit = edit;
  self->wants_focus = TRUE;
  try_wanted (self);
}

/* A measure that nobody could see would be made again. */
static void
measure_created (MattraTablePage *self,
                 const char      *measure)
{
  if (is_filtered (self))
    mattra_table_page_clear_filters (self);
  mattra_session_set_list (self->session, MATTRA_LIST_ALL);
  want (self, measure, "title", NULL, TRUE);
}

static void
change_refused (MattraTablePage *self,
                const char      *measure,
                const char      *field,
                const char      *text)
{
  want (self, measure, field, text, TRUE);
}

/* The plan and what the user prefers */

static void
show_plan (MattraTablePage *self)
{
  mattra_table_name_columns (self->grid, mattra_session_get_plan (self->session));
  mattra_grid_invalidate (self->grid);
}

static void
show_read_only (MattraTablePage *self)
{
  mattra_grid_set_read_only (self->grid, mattra_session_get_read_only (self->session));
}

static void
show_digits (MattraTablePage *self)
{
  g_object_set (self->grid, "thai-digits", get_digits (self) == MATTRA_DIGITS_THAI, NULL);
  mattra_grid_invalidate (self->grid);
  show_hits (self);
}

/* The object */

static void
mattra_table_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (object);

  if (property_id == PROP_SEARCH_SHOWN)
    g_value_set_boolean (value, mattra_table_page_get_search_shown (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mattra_table_page_dispose (GObject *object)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_TABLE_PAGE);
  g_clear_object (&self->delegate);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_table_page_parent_class)->dispose (object);
}

static void
mattra_table_page_finalize (GObject *object)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (object);

  forget_wanted (self);
  g_free (self->measure);
  g_free (self->field);
  G_OBJECT_CLASS (mattra_table_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, box);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, search);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, filter);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, hits_line);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, hits);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, clear);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, table);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, empty);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, next_step);
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, spinner);
}

static void
mattra_table_page_class_init (MattraTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_table_page_get_property;
  object_class->dispose = mattra_table_page_dispose;
  object_class->finalize = mattra_table_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "table.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "table.clear-filters", NULL, clear_filters);

  properties[PROP_SEARCH_SHOWN] = g_param_spec_boolean ("search-shown", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_MEASURE_CHANGED] = g_signal_new ("measure-changed", MATTRA_TYPE_TABLE_PAGE,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mattra_table_page_init (MattraTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  gtk_menu_button_set_create_popup_func (self->filter, make_popover, self, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "table.clear-filters");
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_to_grid), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_changed), self, G_CONNECT_SWAPPED);
}

/* The list's signals come before the grid's own handlers and after them: what moves in between is not
 * the user's doing. */
static void
build_grid (MattraTablePage *self)
{
  static const char *const no_extras[] = { NULL };

  self->list = mattra_measure_list_new (self->session);
  self->delegate = mattra_table_delegate_new (self->session, self->list, self->settings);
  self->grid = MATTRA_GRID (mattra_grid_new (MATTRA_GRID_DELEGATE (self->delegate)));
  g_object_set (self->grid, "thai-digits", get_digits (self) == MATTRA_DIGITS_THAI, NULL);
  mattra_table_fill_columns (self->grid, mattra_session_get_plan (self->session), no_extras);
  mattra_grid_set_n_frozen (self->grid, N_FROZEN);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_will_change), self,
                           G_CONNECT_SWAPPED);
  mattra_grid_set_model (self->grid, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::pending", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cursor-changed", G_CALLBACK (note_cursor), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "sort-changed", G_CALLBACK (sort_changed), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->grid));
}

static void
follow_session (MattraTablePage *self)
{
  g_signal_connect_object (self->session, "notify::plan", G_CALLBACK (show_plan), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::read-only", G_CALLBACK (show_read_only), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "counts-changed", G_CALLBACK (show_hits), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delegate, "created", G_CALLBACK (measure_created), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delegate, "refused", G_CALLBACK (change_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_digits), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mattra_table_page_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): the table of the session's measures
 */
GtkWidget *
mattra_table_page_new (MattraSession *session,
                       GSettings     *settings)
{
  MattraTablePage *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_TABLE_PAGE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  build_grid (self);
  follow_session (self);
  show_read_only (self);
  show_state (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_table_page_get_grid:
 * @self: a table of measures
 *
 * Returns: (transfer none): its grid
 */
MattraGrid *
mattra_table_page_get_grid (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return self->grid;
}

/**
 * mattra_table_page_get_list:
 * @self: a table of measures
 *
 * Returns: (transfer none): the list it shows
 */
MattraMeasureList *
mattra_table_page_get_list (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return self->list;
}

/**
 * mattra_table_page_get_filter:
 * @self: a table of measures
 *
 * Returns: (transfer none): the filter above it
 */
MattraTableFilter *
mattra_table_page_get_filter (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  ensure_filters (self);
  return self->filters;
}

/**
 * mattra_table_page_get_measure:
 * @self: a table of measures
 *
 * Returns: (transfer none) (nullable): ULID of the measure the cursor stands on
 */
const char *
mattra_table_page_get_measure (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return self->measure;
}

/**
 * mattra_table_page_get_field:
 * @self: a table of measures
 *
 * Returns: (transfer none) (nullable): id of the column the cursor stands in
 */
const char *
mattra_table_page_get_field (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return self->field;
}

/* A measure that the list does not hold is looked for among all. */
static void
widen (MattraTablePage *self,
       const char      *measure)
{
  guint row = 0;

  if (!mattra_measure_list_find (self->list, measure, &row))
    gtk_widget_activate_action (GTK_WIDGET (self), "table.show-all", NULL);
}

/**
 * mattra_table_page_go_to:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: (nullable): id of a column; else the title
 *
 * Puts the cursor there, as soon as the list has the measure; where search, filters or the division
 * leave it out, all measures are shown.
 */
void
mattra_table_page_go_to (MattraTablePage *self,
                         const char      *measure,
                         const char      *field)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL);

  widen (self, measure);
  want (self, measure, field, NULL, FALSE);
}

/**
 * mattra_table_page_show_cell:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: (nullable): id of a column; else the title
 *
 * Puts the cursor there as mattra_table_page_go_to() does, but leaves the focus where it is.
 */
void
mattra_table_page_show_cell (MattraTablePage *self,
                             const char      *measure,
                             const char      *field)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL);

  widen (self, measure);
  take_string (&self->wanted, measure);
  take_string (&self->wanted_field, field);
  g_clear_pointer (&self->wanted_text, g_free);
  self->wants_edit = FALSE;
  self->wants_focus = FALSE;
  try_wanted (self);
}

/**
 * mattra_table_page_edit:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: id of a column
 * @text: the text to go on with
 *
 * Goes there and opens the editor with a text that was not yet committed.
 */
void
mattra_table_page_edit (MattraTablePage *self,
                        const char      *measure,
                        const char      *field,
                        const char      *text)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL && field != NULL && text != NULL);

  widen (self, measure);
  want (self, measure, field, text, TRUE);
}

/**
 * mattra_table_page_step:
 * @self: a table of measures
 * @delta: how many measures down; negative: up
 *
 * Moves the cursor, as far as there are measures.
 */
void
mattra_table_page_step (MattraTablePage *self,
                        int              delta)
{
  guint row = 0;
  MattraGridColumn *column = NULL;
  gint64 n = 0;

  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n > 0 && mattra_grid_get_cursor (self->grid, &row, &column))
    mattra_grid_set_cursor (self->grid, (guint) CLAMP ((gint64) row + delta, 0, n - 1), column);
}

/**
 * mattra_table_page_get_search_shown:
 * @self: a table of measures
 *
 * Returns: whether one can search
 */
gboolean
mattra_table_page_get_search_shown (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), FALSE);

  return gtk_search_bar_get_search_mode (self->search_bar);
}

/**
 * mattra_table_page_set_search_shown:
 * @self: a table of measures
 * @shown: whether one can search
 *
 * Shows or hides the search; shown, it takes the focus.
 */
void
mattra_table_page_set_search_shown (MattraTablePage *self,
                                    gboolean         shown)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, shown);
  if (shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * mattra_table_page_get_search:
 * @self: a table of measures
 *
 * Returns: (transfer none): what is searched for
 */
const char *
mattra_table_page_get_search (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/**
 * mattra_table_page_set_search:
 * @self: a table of measures
 * @text: what is searched for; nothing shows all
 */
void
mattra_table_page_set_search (MattraTablePage *self,
                              const char      *text)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed (self);
}

/**
 * mattra_table_page_clear_filters:
 * @self: a table of measures
 *
 * Searches for nothing and lets everything through.
 */
void
mattra_table_page_clear_filters (MattraTablePage *self)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  mattra_table_page_set_search (self, "");
  if (self->filters)
    mattra_table_filter_set (self->filters, 0, 0);
}
