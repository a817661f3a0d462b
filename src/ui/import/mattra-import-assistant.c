/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-assistant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-choose-file.h"
#include "mattra-clock.h"
#include "mattra-import-assistant-private.h"
#include "mattra-import-clipboard.h"
#include "mattra-settings.h"

/* Below this width the panel lies over the table. */
#define WIDTH_SIDE_BY_SIDE 860

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraImportAssistant, mattra_import_assistant, ADW_TYPE_WINDOW)

void
mattra_import_assistant_say_error (MattraImportAssistant *self,
           const char            *message)
{
  gtk_label_set_text (self->error_label, message ? message : "");
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

void
mattra_import_assistant_show_page (MattraImportAssistant *self,
           const char            *name)
{
  gboolean looks = g_str_equal (name, "look");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->reading_spinner, g_str_equal (name, "reading"));
  gtk_widget_set_visible (self->accept_button, looks);
  gtk_widget_set_visible (self->panel_button, looks);
  gtk_widget_set_visible (self->back_button, looks);
}

static void
stop_reading (MattraImportAssistant *self)
{
  if (self->reading_now)
    g_cancellable_cancel (self->reading_now);
  g_clear_object (&self->reading_now);
  gtk_spinner_stop (self->spinner);
}

static void
forget_document (MattraImportAssistant *self)
{
  g_clear_pointer (&self->wish.bytes, g_bytes_unref);
  g_clear_pointer (&self->wish.html, g_bytes_unref);
  g_clear_pointer (&self->wish.path, g_free);
  g_clear_pointer (&self->wish.name, g_free);
  g_clear_pointer (&self->wish.meanings, g_array_unref);
  self->wish.fiscal_year = 0;
  self->wish.round = MATTRA_ROUND_NONE;
  self->wish.headless = FALSE;
}

static void
drop_reading (MattraImportAssistant *self)
{
  mattra_import_table_set_reading (self->table, NULL);
  gtk_list_view_set_model (self->notes_view, NULL);
  g_clear_pointer (&self->reading, mattra_reading_free);
}

static void
begin_again (MattraImportAssistant *self)
{
  stop_reading (self);
  drop_reading (self);
  forget_document (self);
  mattra_import_assistant_say_error (self, NULL);
  adw_window_title_set_subtitle (self->title, "");
  mattra_import_assistant_show_page (self, "choose");
}

/* Whoever pasted a table knows which; that it is its first letter that is no table tells nobody anything. */
static const char *
skip_place (MattraImportAssistant *self,
            const char            *message)
{
  g_autofree char *place = g_strdup_printf ("%s:1:1: ", self->wish.name);

  return g_str_has_prefix (message, place) ? message + strlen (place) : message;
}

static void
show_failure (MattraImportAssistant *self,
              const GError          *error,
              gboolean               headless)
{
  g_autofree char *escaped = g_markup_escape_text (skip_place (self, error->message), -1);

  drop_reading (self);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->headless_button, headless && !self->wish.headless);
  mattra_import_assistant_show_page (self, "error");
}

/* What was read before stays in sight: the user changes back what can't be. */
static void
keep_reading (MattraImportAssistant *self,
              const GError          *error)
{
  gboolean restored = mattra_import_target_restore (self);

  mattra_import_assistant_say_error (self, error->message);
  gtk_widget_set_sensitive (self->accept_button, restored && self->reading->refusal == NULL
                                                   && mattra_import_look_year (self) != 0);
}

static void
reading_done (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MattraImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraReading) reading = mattra_reading_read_finish (result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  stop_reading (self);
  if (reading == NULL && self->reading != NULL)
    {
      keep_reading (self, error);
      return;
    }
  if (reading == NULL)
    {
      show_failure (self, error, mattra_reading_is_headless (result));
      return;
    }
  g_clear_pointer (&self->target_before, g_free);
  g_clear_pointer (&self->reading, mattra_reading_free);
  self->reading = g_steal_pointer (&reading);
  if (self->wish.bytes == NULL)
    self->wish.bytes = g_bytes_ref (self->reading->bytes);
  mattra_import_look_show (self);
}

/* What stands there stays there while it is read in another way. */
void
mattra_import_assistant_read (MattraImportAssistant *self)
{
  stop_reading (self);
  mattra_import_assistant_say_error (self, NULL);
  if (self->reading == NULL)
    {
      adw_status_page_set_description (self->reading_page, NULL);
      mattra_import_assistant_show_page (self, "reading");
    }
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gtk_spinner_start (self->spinner);
  self->reading_now = g_cancellable_new ();
  mattra_reading_read_async (&self->wish, self->reading_now, reading_done, g_object_ref (self));
}

static void
year_chosen (MattraImportAssistant *self)
{
  guint selected = adw_combo_row_get_selected (self->year_row);

  if (self->filling || selected >= self->years->len)
    return;
  self->wish.fiscal_year = g_array_index (self->years, int, selected);
  mattra_import_assistant_read (self);
}

static void
round_chosen (MattraImportAssistant *self)
{
  guint selected = adw_combo_row_get_selected (self->round_row);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->wish.round = mattra_import_look_round (selected);
  mattra_import_assistant_read (self);
}

static void
columns_changed (MattraImportAssistant *self)
{
  g_clear_pointer (&self->wish.meanings, g_array_unref);
  self->wish.meanings = mattra_import_columns_dup_meanings (self->columns);
  mattra_import_assistant_read (self);
}

static void
read_headless (MattraImportAssistant *self)
{
  self->wish.headless = TRUE;
  mattra_import_assistant_read (self);
}

/* Files */

static const char *const table_patterns[] = { "*.txt", "*.tsv", "*.csv", "*.md", NULL };

static void
table_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MattraImportAssistant) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && !g_cancellable_is_cancelled (self->cancellable))
    mattra_import_assistant_read_file (self, file);
}

static void
choose_file (MattraImportAssistant *self)
{
  MattraFileWish wish = {
    .title = _("Table to Import"),
    .accept = _("_Open"),
    .filter = _("Tables as text"),
    .patterns = table_patterns,
  };

  mattra_choose_file_async (GTK_WINDOW (self), &wish, self->cancellable, table_chosen, g_object_ref (self));
}

/* Accepting */

static void
set_accepting (MattraImportAssistant *self,
               gboolean               accepting)
{
  self->accepting = accepting;
  gtk_spinner_set_spinning (self->spinner, accepting);
  gtk_widget_set_sensitive (self->accept_button, !accepting);
  gtk_widget_set_sensitive (self->back_button, !accepting);
  gtk_widget_set_sensitive (self->cancel_button, !accepting);
  gtk_widget_set_sensitive (self->panel, !accepting);
}

static void
accepted (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_accepting (self, FALSE);
  if (!mattra_reading_accept_finish (result, &n_changes, &error))
    {
      mattra_import_assistant_say_error (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, self->wish.target, n_changes, self->wish.fiscal_year,
                 (int) mattra_import_look_round (adw_combo_row_get_selected (self->round_row)));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept (MattraImportAssistant *self)
{
  if (mattra_import_target_is_taken (self))
    return;
  mattra_import_assistant_say_error (self, NULL);
  self->wish.fiscal_year = mattra_import_look_year (self);
  set_accepting (self, TRUE);
  mattra_reading_accept_async (&self->wish, accepted, g_object_ref (self));
}

/* Half a register is none: what was begun is finished first. */
static gboolean
mattra_import_assistant_close_request (GtkWindow *window)
{
  MattraImportAssistant *self = MATTRA_IMPORT_ASSISTANT (window);

  return self->accepting || GTK_WINDOW_CLASS (mattra_import_assistant_parent_class)->close_request (window);
}

/* The clipboard, and what is dropped */

static void
read_table (MattraImportAssistant      *self,
            const MattraClipboardTable *table)
{
  if (table->file)
    {
      mattra_import_assistant_read_file (self, table->file);
      return;
    }
  begin_again (self);
  self->wish.name = g_strdup (_("Copied table"));
  self->wish.html = table->html ? g_bytes_ref (table->html) : NULL;
  self->wish.bytes = table->text ? g_bytes_ref (table->text) : g_bytes_new_static ("", 0);
  mattra_import_assistant_read (self);
}

static void
clipboard_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MattraImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraClipboardTable) table = mattra_clipboard_table_read_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (table)
    read_table (self, table);
  else
    mattra_import_assistant_say_error (self, error->message);
}

/**
 * mattra_import_assistant_paste:
 * @self: the assistant
 *
 * Reads what another program copied.
 */
void
mattra_import_assistant_paste (MattraImportAssistant *self)
{
  g_return_if_fail (MATTRA_IS_IMPORT_ASSISTANT (self));

  mattra_clipboard_table_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, clipboard_read,
                                     g_object_ref (self));
}

/* Ctrl+V where nothing else takes it: there is one thing that can be pasted. */
static gboolean
paste_key (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  MattraImportAssistant *self = MATTRA_IMPORT_ASSISTANT (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") != 0)
    return FALSE;
  mattra_import_assistant_paste (self);
  return TRUE;
}

static gboolean
take_drop (GtkDropTarget         *target,
           const GValue          *value,
           double                 x,
           double                 y,
           MattraImportAssistant *self)
{
  GSList *files;

  if (self->accepting)
    return FALSE;
  if (G_VALUE_HOLDS_STRING (value))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (g_value_get_string (value), strlen (g_value_get_string (value)));

      mattra_import_assistant_read_bytes (self, bytes, _("Dropped table"));
      return TRUE;
    }
  files = g_value_get_boxed (value);
  if (files == NULL)
    return FALSE;
  mattra_import_assistant_read_file (self, files->data);
  return TRUE;
}

static void
add_drop_target (MattraImportAssistant *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (take_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The window */

static gboolean
fold (gpointer data)
{
  MattraImportAssistant *self = data;

  if (self->flap == NULL)
    return G_SOURCE_REMOVE;
  adw_flap_set_fold_policy (self->flap, self->narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !self->narrow);
  return G_SOURCE_REMOVE;
}

static void
mattra_import_assistant_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  MattraImportAssistant *self = MATTRA_IMPORT_ASSISTANT (widget);
  gboolean narrow = width < WIDTH_SIDE_BY_SIDE;

  GTK_WIDGET_CLASS (mattra_import_assistant_parent_class)->size_allocate (widget, width, height, baseline);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  g_idle_add_full (G_PRIORITY_DEFAULT, fold, g_object_ref (self), g_object_unref);
}

static void
mattra_import_assistant_dispose (GObject *object)
{
  MattraImportAssistant *self = MATTRA_IMPORT_ASSISTANT (object);

  g_cancellable_cancel (self->cancellable);
  if (self->reading_now)
    g_cancellable_cancel (self->reading_now);
  g_clear_object (&self->reading_now);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_IMPORT_ASSISTANT);

  G_OBJECT_CLASS (mattra_import_assistant_parent_class)->dispose (object);
}

static void
mattra_import_assistant_finalize (GObject *object)
{
  MattraImportAssistant *self = MATTRA_IMPORT_ASSISTANT (object);

  g_clear_pointer (&self->reading, mattra_reading_free);
  g_clear_pointer (&self->years, g_array_unref);
  mattra_reading_wish_clear (&self->wish);
  g_free (self->target_before);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mattra_import_assistant_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MattraImportAssistant, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (title);
  BIND (cancel_button);
  BIND (back_button);
  BIND (accept_button);
  BIND (panel_button);
  BIND (spinner);
  BIND (error_revealer);
  BIND (error_label);
  BIND (stack);
  BIND (paste_button);
  BIND (reading_page);
  BIND (reading_spinner);
  BIND (error_page);
  BIND (headless_button);
  BIND (flap);
  BIND (table_bin);
  BIND (document_row);
  BIND (year_row);
  BIND (round_row);
  BIND (target_row);
  BIND (new_target_row);
  BIND (old_target_row);
  BIND (effect);
  BIND (columns);
  BIND (notes_page);
  BIND (notes_stack);
  BIND (notes_view);
  BIND (panel);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  CALL (accept);
  CALL (begin_again);
  CALL (choose_file);
  gtk_widget_class_bind_template_callback_full (widget_class, "choose_new_target",
                                                G_CALLBACK (mattra_import_target_choose_new));
  gtk_widget_class_bind_template_callback_full (widget_class, "choose_old_target",
                                                G_CALLBACK (mattra_import_target_choose_old));
  CALL (columns_changed);
  CALL (mattra_import_assistant_paste);
  CALL (read_headless);
  CALL (round_chosen);
  CALL (year_chosen);
}

static void
mattra_import_assistant_class_init (MattraImportAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_import_assistant_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_import_assistant_finalize;
  widget_class->size_allocate = mattra_import_assistant_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = mattra_import_assistant_close_request;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", MATTRA_TYPE_IMPORT_ASSISTANT, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_INT,
                                           G_TYPE_INT);

  g_type_ensure (MATTRA_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MATTRA_TYPE_IMPORT_EFFECT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-import-assistant.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key, NULL);
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
mattra_import_assistant_init (MattraImportAssistant *self)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  g_autoptr (MattraClock) clock = mattra_clock_new ();

  self->cancellable = g_cancellable_new ();
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->wish.today = mattra_clock_get_today (clock);
  self->this_year = mattra_fiscal_year_of (self->wish.today);
  self->digits = (MattraDigits) g_settings_get_enum (settings, "digits");
  self->wish.person = g_settings_get_string (settings, "person");
  if (*self->wish.person == '\0')
    {
      g_free (self->wish.person);
      self->wish.person = g_strdup (g_get_user_name ());
    }
  gtk_widget_init_template (GTK_WIDGET (self));
  mattra_import_look_set_up (self);
  add_drop_target (self);
  gtk_widget_grab_focus (self->paste_button);
}

/**
 * mattra_import_assistant_new:
 * @parent: (nullable): the window that asks
 * @register_path: (nullable): the register that takes the table in; %NULL where the user shall say it, a new
 *   one being proposed
 *
 * Returns: (transfer none): the assistant, to be presented
 */
GtkWidget *
mattra_import_assistant_new (GtkWindow  *parent,
                             const char *register_path)
{
  MattraImportAssistant *self = g_object_new (MATTRA_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);

  self->target_given = register_path != NULL;
  self->wish.target = g_strdup (register_path);

  return GTK_WIDGET (self);
}

/**
 * mattra_import_assistant_read_file:
 * @self: the assistant
 * @file: a file with a table
 *
 * Reads a file and shows what was read.
 */
void
mattra_import_assistant_read_file (MattraImportAssistant *self,
                                   GFile                 *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (MATTRA_IS_IMPORT_ASSISTANT (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      mattra_import_assistant_say_error (self, _("Only a file on this computer can be read. Copy it here first."));
      return;
    }
  begin_again (self);
  self->wish.name = g_filename_display_basename (path);
  self->wish.path = g_steal_pointer (&path);
  mattra_import_assistant_read (self);
}

/**
 * mattra_import_assistant_read_bytes:
 * @self: the assistant
 * @bytes: the text of a table
 * @name: what it is called, for messages
 *
 * Reads a text and shows what was read.
 */
void
mattra_import_assistant_read_bytes (MattraImportAssistant *self,
                                    GBytes                *bytes,
                                    const char            *name)
{
  g_return_if_fail (MATTRA_IS_IMPORT_ASSISTANT (self) && bytes != NULL && name != NULL);

  begin_again (self);
  self->wish.name = g_strdup (name);
  self->wish.bytes = g_bytes_ref (bytes);
  mattra_import_assistant_read (self);
}
