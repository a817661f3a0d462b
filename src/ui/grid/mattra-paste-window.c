/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-paste-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-grid-hands.h"
#include "mattra-paste-plan.h"

/* Enough to see whether everything is where it belongs. */
#define SHOWN_ROWS 30
#define SHOWN_COLUMNS 10
#define TEXT_CHARS 28
#define TEXT_LINES 3
#define SPACE 12

typedef struct
{
  MattraGrid *grid;
  MattraPasteTarget target;
  MattraTableText *block;
  MattraTableText *joined;
  MattraPasteFunc agreed;
  GtkWindow *window;
  GtkWidget *notes;
  GtkWidget *scroller;
  GtkWidget *paste;
  gboolean as_one;
} Preview;

static void
preview_free (gpointer  data,
              GObject  *window)
{
  Preview *preview = data;

  g_clear_pointer (&preview->block, mattra_table_text_free);
  mattra_grid_block_unref (preview->target.cells);
  g_clear_pointer (&preview->joined, mattra_table_text_free);
  g_object_unref (preview->grid);
  g_free (preview);
}

static MattraTableText *
get_block (Preview *preview)
{
  return preview->as_one ? preview->joined : preview->block;
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
attach (GtkWidget  *table,
        const char *text,
        const char *css_class,
        int         column,
        int         row)
{
  GtkWidget *label = new_label (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? -1 : TEXT_CHARS / 2);
  gtk_label_set_lines (GTK_LABEL (label), TEXT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_grid_attach (GTK_GRID (table), label, column, row, 1, 1);
}

static char *
dup_row_name (MattraGrid *grid,
              guint       row)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (grid->delegate);
  g_autoptr (GObject) item = NULL;

  if (row >= mattra_grid_n_rows (grid))
    return g_strdup (_ ("New row"));
  item = g_list_model_get_item (grid->model, row);
  if (iface->dup_row_name != NULL && item != NULL)
    return iface->dup_row_name (grid->delegate, item, row);
  return g_strdup_printf ("%u", row + 1);
}

/* What falls away is told by words, not by its colour alone. */
static void
attach_cell (Preview               *preview,
             const MattraPastePlan *plan,
             GtkWidget             *table,
             guint                  row,
             guint                  place,
             int                    y)
{
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  const char *css_class = "dim-label";
  int x = (int) (place - plan->area.left) + 1;

  switch (mattra_paste_plan_find (preview->grid, &preview->target, plan, get_block (preview), row, place, &text))
    {
    case MATTRA_PASTE_READ_ONLY:
      told = g_strdup_printf (_ ("(read-only) %s"), text);
      break;
    case MATTRA_PASTE_NOT_UNDERSTOOD:
      told = *text != '\0' ? g_strdup_printf (_ ("(not understood) %s"), text) : g_strdup (_ ("(can’t be blank)"));
      css_class = "warning";
      break;
    case MATTRA_PASTE_TAKEN:
      told = g_strdup (text);
      css_class = NULL;
      break;
    case MATTRA_PASTE_NOTHING:
    default:
      return;
    }
  attach (table, told, css_class, x, y);
}

static void
attach_row (Preview               *preview,
            const MattraPastePlan *plan,
            GtkWidget             *table,
            guint                  row,
            int                    y)
{
  guint right = MIN (plan->area.right, plan->area.left + SHOWN_COLUMNS - 1);
  g_autofree char *name = dup_row_name (preview->grid, row);

  attach (table, name, "dim-label", 0, y);
  for (guint place = plan->area.left; place <= right; place++)
    attach_cell (preview, plan, table, row, place, y);
}

/* The first rows, and below them those from which something is left out. */
static GtkWidget *
new_table (Preview               *preview,
           const MattraPastePlan *plan)
{
  GtkWidget *table = gtk_grid_new ();
  guint bottom = MIN (plan->area.bottom, plan->area.top + SHOWN_ROWS - 1);
  guint right = MIN (plan->area.right, plan->area.left + SHOWN_COLUMNS - 1);
  int y = 1;

  gtk_grid_set_column_spacing (GTK_GRID (table), 2 * SPACE);
  gtk_grid_set_row_spacing (GTK_GRID (table), SPACE / 2);
  for (guint place = plan->area.left; place <= right; place++)
    attach (table, mattra_grid_column_get_title (mattra_grid_shown_column (preview->grid, place)),
            "heading", (int) (place - plan->area.left) + 1, 0);
  for (guint row = plan->area.top; row <= bottom; row++)
    attach_row (preview, plan, table, row, y++);
  for (guint i = 0; i < plan->rows_left_out->len && y <= 2 * SHOWN_ROWS; i++)
    if (g_array_index (plan->rows_left_out, guint, i) > bottom)
      attach_row (preview, plan, table, g_array_index (plan->rows_left_out, guint, i), y++);
  return table;
}

/* Takes the note; one about nothing is dropped. */
static void
add_note (GString *notes,
          guint    n,
          char    *note)
{
  g_autofree char *owned = note;

  if (n == 0)
    return;
  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  g_string_append (notes, owned);
}

static void
add_left_out (GString               *notes,
              const MattraPastePlan *plan)
{
  guint n = plan->n_cut_columns;

  add_note (notes, n, g_strdup_printf (ngettext ("%u copied column has no place here and is left out.",
                                                 "%u copied columns have no place here and are left out.",
                                                 n), n));
  n = plan->n_cut_rows;
  add_note (notes, n, g_strdup_printf (ngettext ("%u copied row has no place here and is left out.",
                                                 "%u copied rows have no place here and are left out.",
                                                 n), n));
  n = plan->n_read_only;
  add_note (notes, n, g_strdup_printf (ngettext ("%u text is left out because its cell is read-only.",
                                                 "%u texts are left out because their cells are read-only.",
                                                 n), n));
  n = plan->n_not_understood;
  add_note (notes, n, g_strdup_printf (ngettext ("%u text is left out because it is not understood in its "
                                                 "column.",
                                                 "%u texts are left out because they are not understood in "
                                                 "their columns.",
                                                 n), n));
}

static gboolean
has_far_row (const MattraPastePlan *plan)
{
  guint n = plan->rows_left_out->len;

  return n > 0 && g_array_index (plan->rows_left_out, guint, n - 1) >= plan->area.top + SHOWN_ROWS;
}

static char *
dup_notes (const MattraPastePlan *plan)
{
  GString *notes = g_string_new (plan->cells->len == 0 ? _ ("There is nothing to change here.") : NULL);
  guint n = plan->cells->len;
  guint n_rows = plan->area.bottom - plan->area.top + 1;

  add_note (notes, n, g_strdup_printf (ngettext ("%u cell will be changed.", "%u cells will be changed.",
                                                 n), n));
  n = plan->n_appended;
  add_note (notes, n, g_strdup_printf (ngettext ("%u row will be added at the end.",
                                                 "%u rows will be added at the end.", n), n));
  add_left_out (notes, plan);
  add_note (notes, plan->has_more, g_strdup (_ ("Text outside the copied tables is left out.")));
  add_note (notes, n_rows > SHOWN_ROWS,
            g_strdup_printf (has_far_row (plan)
                               ? _ ("The first %d rows are shown, and those from which a text is left out.")
                               : _ ("The first %d rows are shown."), SHOWN_ROWS));
  return g_string_free (notes, FALSE);
}

static void
update (Preview *preview)
{
  g_autoptr (MattraPastePlan) plan = mattra_paste_plan_new (preview->grid, &preview->target, get_block (preview));
  g_autofree char *notes = dup_notes (plan);

  gtk_label_set_text (GTK_LABEL (preview->notes), notes);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (preview->scroller), new_table (preview, plan));
  gtk_widget_set_sensitive (preview->paste, plan->cells->len > 0);
}

static void
on_as_one_toggled (GtkCheckButton *button,
                   Preview        *preview)
{
  preview->as_one = gtk_check_button_get_active (button);
  update (preview);
}

static void
on_paste_clicked (GtkButton *button,
                  Preview   *preview)
{
  MattraTableText **block = preview->as_one ? &preview->joined : &preview->block;

  preview->agreed (preview->grid, &preview->target, g_steal_pointer (block));
  gtk_window_destroy (preview->window);
}

static MattraTableText *
new_joined (const MattraTableText *block)
{
  MattraTableText *joined = mattra_table_text_new ();

  mattra_table_text_begin_row (joined);
  mattra_table_text_take_cell (joined, mattra_table_text_join (block), NULL);
  return joined;
}

static void
add_choice (Preview   *preview,
            GtkWidget *box)
{
  GtkWidget *rows = gtk_check_button_new_with_mnemonic (_ ("Each line into a _row of its own"));
  GtkWidget *one = gtk_check_button_new_with_mnemonic (_ ("All lines into _one cell"));

  preview->joined = new_joined (preview->block);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (one), GTK_CHECK_BUTTON (rows));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (rows), TRUE);
  g_signal_connect (one, "toggled", G_CALLBACK (on_as_one_toggled), preview);
  gtk_box_append (GTK_BOX (box), rows);
  gtk_box_append (GTK_BOX (box), one);
}

static GtkWidget *
new_header (Preview *preview)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  preview->paste = gtk_button_new_with_mnemonic (_ ("_Paste"));
  gtk_widget_add_css_class (preview->paste, "suggested-action");
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);

  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), preview->paste);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), preview->window);
  g_signal_connect (preview->paste, "clicked", G_CALLBACK (on_paste_clicked), preview);
  return header;
}

static GtkWidget *
new_content (Preview *preview,
             gboolean splits)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  gtk_widget_set_margin_top (box, SPACE);
  gtk_widget_set_margin_bottom (box, SPACE);
  gtk_widget_set_margin_start (box, SPACE);
  gtk_widget_set_margin_end (box, SPACE);
  preview->notes = new_label ("", NULL);
  preview->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (preview->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), preview->notes);
  if (splits)
    add_choice (preview, box);
  gtk_box_append (GTK_BOX (box), preview->scroller);
  return box;
}

static gboolean
close_on_escape (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static GtkWindow *
new_window (MattraGrid *grid,
            const char *title)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_on_escape, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), shortcuts);
  gtk_window_set_title (window, title);
  gtk_window_set_modal (window, TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
  return window;
}

/**
 * mattra_paste_window_present:
 * @grid: where to
 * @target: which cells
 * @block: (transfer full): what is to be pasted
 * @splits: whether its lines could also be one text
 * @agreed: called when the user wants it
 *
 * Shows what goes where before it is pasted.
 */
void
mattra_paste_window_present (MattraGrid              *grid,
                             const MattraPasteTarget *target,
                             MattraTableText         *block,
                             gboolean                 splits,
                             MattraPasteFunc          agreed)
{
  Preview *preview = g_new0 (Preview, 1);

  preview->grid = g_object_ref (grid);
  preview->target = (MattraPasteTarget) { target->selection, mattra_grid_block_ref (target->cells) };
  preview->block = block;
  preview->agreed = agreed;
  preview->window = new_window (grid, _ ("Paste"));
  gtk_window_set_default_size (preview->window, 720, 480);
  gtk_window_set_titlebar (preview->window, new_header (preview));
  gtk_window_set_child (preview->window, new_content (preview, splits));
  gtk_window_set_default_widget (preview->window, preview->paste);
  g_object_weak_ref (G_OBJECT (preview->window), preview_free, preview);
  update (preview);
  gtk_window_present (preview->window);
}

/**
 * mattra_paste_window_tell:
 * @grid: where it could not be pasted
 * @message: why
 */
void
mattra_paste_window_tell (MattraGrid *grid,
                          const char *message)
{
  GtkWindow *window = new_window (grid, _ ("Nothing Was Pasted"));
  GtkWidget *label = new_label (message, NULL);

  gtk_widget_set_margin_top (label, 2 * SPACE);
  gtk_widget_set_margin_bottom (label, 2 * SPACE);
  gtk_widget_set_margin_start (label, 2 * SPACE);
  gtk_widget_set_margin_end (label, 2 * SPACE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * TEXT_CHARS);
  gtk_window_set_child (window, label);
  gtk_window_present (window);
}
