/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-page-private.h"

#include "mattra-table-act.h"
#include "mattra-table-columns.h"
#include "mattra-table-empty.h"

/* Number and title. */
#define N_FROZEN 2

/* The store is seen to be at work when it takes longer than this. */
#define BUSY_MS 400

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
  SIGNAL_RAISE,
  SIGNAL_CHANGE_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_thai (MattraTablePage *self)
{
  return g_settings_get_enum (self->settings, "digits") == MATTRA_DIGITS_THAI;
}

/* What the page shows: the grid, or why there is nothing in it and what to do next. */

static void
show_spinner (MattraTablePage *self)
{
  gboolean none = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  gboolean shown = self->busy || (none && mattra_measure_list_get_pending (self->list));

  gtk_spinner_set_spinning (self->spinner, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), shown);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The keyboard goes from the one to the other. */
static void
show_empty (MattraTablePage *self,
            gboolean         empty)
{
  gboolean from_table = empty && has_focus (self->table);
  gboolean from_empty = !empty && has_focus (GTK_WIDGET (self->empty));

  gtk_widget_set_visible (self->table, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty);
  if (from_table)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_step));
  if (from_empty)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
show_state (MattraTablePage *self)
{
  gboolean none = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  gboolean pending = mattra_measure_list_get_pending (self->list);

  if (none && !pending)
    mattra_table_empty_explain (self->empty, self->next_step, self->other_step,
                                mattra_table_page_is_filtered (self),
                                mattra_session_get_list (self->session),
                                mattra_session_get_division (self->session) != NULL,
                                !mattra_session_may (self->session, MATTRA_ACTION_EDIT_PLAN));
  show_spinner (self);
  if (!none || !pending)
    show_empty (self, none);
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
  mattra_table_page_show_hits (self);
  mattra_table_page_follow_measure (self);
  if ((self->goal.flags & MATTRA_TABLE_GOAL_MADE) && !mattra_measure_list_get_pending (self->list)
      && !mattra_measure_list_find (self->list, self->goal.measure, &(guint) { 0 }))
    mattra_table_page_widen_to_goal (self);
  if ((self->goal.flags & MATTRA_TABLE_GOAL_PASSING) && !mattra_measure_list_get_pending (self->list))
    mattra_table_goal_clear (&self->goal);
}

static void
show_row_actions (MattraTablePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "table.own-order", mattra_measure_list_get_sorted (self->list));
  gtk_widget_action_set_enabled (widget, "table.renumber", mattra_session_may (self->session, MATTRA_ACTION_EDIT_PLAN));
  gtk_widget_action_set_enabled (widget, "table.approve", mattra_table_page_may_approve (self));
}

static void
sort_changed (MattraTablePage *self,
              const char      *field,
              gboolean         descending)
{
  guint row = 0;
  MattraGridColumn *column = NULL;

  /* Rows that were selected together will not stand together. */
  if (mattra_grid_get_cursor (self->grid, &row, &column))
    mattra_grid_set_cursor (self->grid, row, column);
  mattra_measure_list_set_sort (self->list, field && *field ? field : NULL, descending);
  show_row_actions (self);
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

/* One blank measure is made to be written in. What was pasted or moved the grid selects itself. */
static void
rows_done (MattraTablePage *self,
           GPtrArray       *measures,
           MattraTableRows  what)
{
  MattraTableGoalFlags flags = MATTRA_TABLE_GOAL_MADE;

  if (what == MATTRA_TABLE_ROWS_MOVED)
    return;
  if (what == MATTRA_TABLE_ROWS_PASTED && !mattra_measure_list_get_sorted (self->list))
    flags |= MATTRA_TABLE_GOAL_STAY;
  if (what == MATTRA_TABLE_ROWS_NEW && measures->len == 1)
    mattra_table_goal_set (&self->goal, g_ptr_array_index (measures, 0), NULL, NULL,
                           flags | MATTRA_TABLE_GOAL_EDIT);
  else
    mattra_table_goal_set_rows (&self->goal, measures, flags);
  mattra_table_page_reach_goal (self);
}

static void
change_refused (MattraTablePage *self,
                const char      *measure,
                const char      *field,
                const char      *text)
{
  mattra_table_page_want (self, measure, field, text, MATTRA_TABLE_GOAL_EDIT);
  g_signal_emit (self, signals[SIGNAL_CHANGE_REFUSED], 0, measure, field, text);
}

/* The order of the register */

static void
show_own_order (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (widget);

  mattra_grid_set_sort (self->grid, NULL, FALSE);
  sort_changed (self, NULL, FALSE);
}

static void
renumber (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  mattra_table_act_renumber (MATTRA_TABLE_PAGE (widget)->session);
}

static void
approve (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mattra_table_page_approve (MATTRA_TABLE_PAGE (widget));
}

static void
new_measure (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  mattra_table_page_new_measure (MATTRA_TABLE_PAGE (widget));
}

/* While there is no row, the grid that could take the key is hidden. */
static void
paste (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->empty)))
    gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.paste", NULL);
}

static GMenuModel *
new_row_menu (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/mattra/Mattra/ui/mattra-menu.ui");

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, "measure-rows")));
}

/* The plan and what the user prefers */

static void
show_plan (MattraTablePage *self)
{
  mattra_table_name_columns (self->grid, mattra_session_get_plan (self->session));
  mattra_grid_invalidate (self->grid);
}

/* Years are compared only while somebody looks at it. */
static void
follow_year_column (MattraTablePage  *self,
                    GParamSpec       *property,
                    MattraGridColumn *column)
{
  mattra_measure_list_set_marked (self->list, mattra_grid_column_get_visible (column));
}

static void
watch_year_column (MattraTablePage *self)
{
  MattraGridColumn *column = mattra_grid_find_column (self->grid, MATTRA_TABLE_YEAR);

  g_signal_connect_object (column, "notify::visible", G_CALLBACK (follow_year_column), self, G_CONNECT_SWAPPED);
  follow_year_column (self, NULL, column);
}

static void
show_extras (MattraTablePage *self)
{
  guint row = 0;
  gboolean gone = FALSE;

  self->following = TRUE;
  gone = mattra_table_set_extras (self->grid, mattra_session_get_plan (self->session),
                                  mattra_session_get_extras (self->session));
  self->following = FALSE;
  if (gone)
    watch_year_column (self);
  if (gone && mattra_grid_get_cursor (self->grid, &row, NULL))
    mattra_grid_set_cursor (self->grid, row, mattra_table_page_find_column (self, self->field));
}

/* What takes so long that one could think that nothing happens. */
static gboolean
show_busy (gpointer user_data)
{
  MattraTablePage *self = user_data;

  self->busy_timer = 0;
  self->busy = TRUE;
  show_spinner (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_busy (MattraTablePage *self)
{
  gboolean busy = FALSE;

  g_object_get (self->session, "busy", &busy, NULL);
  return busy;
}

/* What is done in parts is done when no other part follows. */
static gboolean
end_busy (gpointer user_data)
{
  MattraTablePage *self = user_data;

  self->busy_idle = 0;
  if (is_busy (self))
    return G_SOURCE_REMOVE;
  g_clear_handle_id (&self->busy_timer, g_source_remove);
  self->busy = FALSE;
  show_spinner (self);
  return G_SOURCE_REMOVE;
}

static void
watch_busy (MattraTablePage *self)
{
  if (!is_busy (self))
    self->busy_idle = self->busy_idle > 0 ? self->busy_idle : g_idle_add (end_busy, self);
  else if (self->busy_timer == 0 && !self->busy)
    self->busy_timer = g_timeout_add (BUSY_MS, show_busy, self);
}

static void
show_read_only (MattraTablePage *self)
{
  mattra_grid_set_read_only (self->grid, mattra_session_get_read_only (self->session));
  show_row_actions (self);
}

/* What cells are closed follows who uses the window. */
static void
show_actor (MattraTablePage *self)
{
  mattra_grid_invalidate (self->grid);
  show_row_actions (self);
  show_state (self);
}

static void
show_digits (MattraTablePage *self)
{
  g_object_set (self->grid, "thai-digits", is_thai (self), NULL);
  mattra_grid_invalidate (self->grid);
  mattra_table_page_show_hits (self);
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

/* What goes away with the page may say so, and there is nothing to show it any more. */
static void
stop_listening (MattraTablePage *self)
{
  gpointer heard[] = { self->filters, self->list, self->session, self->settings };

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    if (heard[i])
      g_signal_handlers_disconnect_by_data (heard[i], self);
}

static void
mattra_table_page_dispose (GObject *object)
{
  MattraTablePage *self = MATTRA_TABLE_PAGE (object);

  g_clear_handle_id (&self->busy_timer, g_source_remove);
  g_clear_handle_id (&self->busy_idle, g_source_remove);
  stop_listening (self);
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

  mattra_table_goal_clear (&self->goal);
  g_free (self->measure);
  g_free (self->far);
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
  gtk_widget_class_bind_template_child (widget_class, MattraTablePage, other_step);
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
  gtk_widget_class_install_action (widget_class, "table.own-order", NULL, show_own_order);
  gtk_widget_class_install_action (widget_class, "table.renumber", NULL, renumber);
  gtk_widget_class_install_action (widget_class, "table.approve", NULL, approve);
  gtk_widget_class_install_action (widget_class, "table.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "table.new-measure", NULL, new_measure);

  properties[PROP_SEARCH_SHOWN] = g_param_spec_boolean ("search-shown", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_MEASURE_CHANGED] = g_signal_new ("measure-changed", MATTRA_TYPE_TABLE_PAGE,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RAISE] = g_signal_new ("raise", MATTRA_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGE_REFUSED] = g_signal_new ("change-refused", MATTRA_TYPE_TABLE_PAGE,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
add_keys (MattraTablePage *self)
{
  static const guint keys[] = { GDK_KEY_v, GDK_KEY_Thai_oang };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("table.paste")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
mattra_table_page_init (MattraTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mattra_table_page_init_search (self);
  add_keys (self);
}

/* Before the list's signals reach the grid and after: what moves in between is not the user's doing. */
static void
build_grid (MattraTablePage *self)
{
  g_autoptr (GMenuModel) row_menu = new_row_menu ();

  self->list = mattra_measure_list_new (self->session);
  self->delegate = mattra_table_delegate_new (self->session, self->list, self->settings);
  self->grid = MATTRA_GRID (mattra_grid_new (MATTRA_GRID_DELEGATE (self->delegate)));
  g_object_set (self->grid, "thai-digits", is_thai (self), NULL);
  mattra_table_fill_columns (self->grid, mattra_session_get_plan (self->session),
                             mattra_session_get_extras (self->session));
  mattra_grid_set_n_frozen (self->grid, N_FROZEN);
  mattra_grid_set_row_menu (self->grid, row_menu);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_will_change), self,
                           G_CONNECT_SWAPPED);
  mattra_grid_set_model (self->grid, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::pending", G_CALLBACK (list_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cursor-changed", G_CALLBACK (mattra_table_page_note_cursor), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "sort-changed", G_CALLBACK (sort_changed), self, G_CONNECT_SWAPPED);
  watch_year_column (self);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->grid));
}

static void
follow_session (MattraTablePage *self)
{
  g_signal_connect_object (self->session, "notify::plan", G_CALLBACK (show_plan), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::extras", G_CALLBACK (show_extras), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::filter", G_CALLBACK (mattra_table_page_take_filter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (watch_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::read-only", G_CALLBACK (show_read_only), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::actor", G_CALLBACK (show_actor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "counts-changed", G_CALLBACK (mattra_table_page_show_hits), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delegate, "rows-done", G_CALLBACK (rows_done), self, G_CONNECT_SWAPPED);
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
 * mattra_table_page_raise:
 * @self: a table of measures
 *
 * Asks whoever shows something in its place to show the table again.
 */
void
mattra_table_page_raise (MattraTablePage *self)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_RAISE], 0);
}

/**
 * mattra_table_page_new_measure:
 * @self: a table of measures
 *
 * Makes a measure behind the last one and opens its name to be written; in a division's table it is this
 * division's.
 */
void
mattra_table_page_new_measure (MattraTablePage *self)
{
  guint n = 0;

  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  if (!mattra_session_may (self->session, MATTRA_ACTION_EDIT_PLAN)
      || (mattra_grid_is_editing (self->grid) && !mattra_grid_commit_edit (self->grid)))
    return;
  mattra_table_page_raise (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate)->insert_rows (MATTRA_GRID_DELEGATE (self->delegate), n, 1);
}
