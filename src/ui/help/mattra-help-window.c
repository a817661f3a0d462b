/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-help-window.h"

#include "mattra-help-text.h"

#define FOLDER "/io/github/mattra/Mattra/help"

struct _MattraHelpWindow
{
  AdwWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkWidget *content;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (MattraHelpWindow, mattra_help_window, ADW_TYPE_WINDOW)

static const char *const pages[] = {
  "first", "keys", "answer", "import", "people", "assessment", "print", "versions", "next",
  "sharing", "trouble",
};

static const struct
{
  const char *style;
  int above;
} looks[] = {
  [MATTRA_HELP_TITLE] = { "title-1", 6 },
  [MATTRA_HELP_HEADING] = { "title-4", 18 },
  [MATTRA_HELP_TEXT] = { "body", 6 },
  [MATTRA_HELP_BULLET] = { "body", 4 },
  [MATTRA_HELP_NUMBER] = { "body", 4 },
  [MATTRA_HELP_ROW] = { "body", 4 },
};

static GBytes *
find_page (const char *language,
           const char *page)
{
  g_autofree char *path = g_strdup_printf ("%s/%s/%s.txt", FOLDER, language, page);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* In the first of the user's languages that there is, else in English. */
static char *
load_page (const char *page)
{
  const char *const *languages = g_get_language_names ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; languages[i] && bytes == NULL; i++)
    bytes = find_page (languages[i], page);
  if (bytes == NULL)
    bytes = find_page ("en", page);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GtkWidget *
new_words (const char *markup,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "hexpand", TRUE,
                                   "selectable", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_item (const MattraHelpPiece *piece)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *number = g_strdup_printf ("%d.", piece->number);
  GtkWidget *mark = gtk_label_new (piece->kind == MATTRA_HELP_NUMBER ? number : "•");

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_size_request (mark, 18, -1);
  gtk_label_set_xalign (GTK_LABEL (mark), 1.0);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_add_css_class (mark, "mattra-number");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), new_words (piece->markup, "body"));
  return box;
}

static GtkWidget *
new_row (const MattraHelpPiece *piece,
         GtkSizeGroup          *terms)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *term = new_words (piece->term, "body");

  gtk_label_set_max_width_chars (GTK_LABEL (term), 24);
  gtk_widget_set_hexpand (term, FALSE);
  gtk_widget_set_valign (term, GTK_ALIGN_START);
  gtk_size_group_add_widget (terms, term);
  gtk_box_append (GTK_BOX (box), term);
  gtk_box_append (GTK_BOX (box), new_words (piece->markup, "body"));
  return box;
}

static GtkWidget *
new_piece (const MattraHelpPiece *piece,
           GtkSizeGroup          *terms)
{
  switch (piece->kind)
    {
    case MATTRA_HELP_BULLET:
    case MATTRA_HELP_NUMBER:
      return new_item (piece);
    case MATTRA_HELP_ROW:
      return new_row (piece, terms);
    case MATTRA_HELP_TITLE:
    case MATTRA_HELP_HEADING:
    case MATTRA_HELP_TEXT:
    default:
      return new_words (piece->markup, looks[piece->kind].style);
    }
}

static GtkWidget *
new_page (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) pieces = mattra_help_read (text);
  g_autoptr (GtkSizeGroup) terms = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MattraHelpPiece *piece = g_ptr_array_index (pieces, i);
      GtkWidget *widget = new_piece (piece, terms);

      gtk_widget_set_margin_top (widget, looks[piece->kind].above);
      gtk_box_append (GTK_BOX (box), widget);
    }
  return box;
}

static void
show_row (MattraHelpWindow *self,
          GtkListBoxRow    *row)
{
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  text = load_page (pages[gtk_list_box_row_get_index (row)]);
  adw_clamp_set_child (ADW_CLAMP (self->content), new_page (text));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
open_row (MattraHelpWindow *self,
          GtkListBoxRow    *row)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
go_back (MattraHelpWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* The list takes a page's title, which is its first piece. */
static void
fill_list (MattraHelpWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = load_page (pages[i]);
      g_autoptr (GPtrArray) pieces = mattra_help_read (text);
      const MattraHelpPiece *first = g_ptr_array_index (pieces, 0);
      GtkWidget *label = new_words (first->markup, "body");

      gtk_label_set_selectable (GTK_LABEL (label), FALSE);
      gtk_widget_set_margin_top (label, 6);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_list_box_append (self->list, label);
    }
}

static void
mattra_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MATTRA_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (mattra_help_window_parent_class)->dispose (object);
}

static void
mattra_help_window_class_init (MattraHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_help_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MattraHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MattraHelpWindow, content);
  gtk_widget_class_bind_template_child (widget_class, MattraHelpWindow, scroller);
  gtk_widget_class_bind_template_callback (widget_class, show_row);
  gtk_widget_class_bind_template_callback (widget_class, open_row);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_help_window_init (MattraHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_list (self);
  mattra_help_window_show (self, pages[0]);
}

/**
 * mattra_help_window_new:
 *
 * Returns: (transfer none): the help, at its first page
 */
MattraHelpWindow *
mattra_help_window_new (void)
{
  return g_object_new (MATTRA_TYPE_HELP_WINDOW, NULL);
}

/**
 * mattra_help_window_show:
 * @self: the help
 * @page: name of a page: first, keys, import, people, assessment, print, versions, next, sharing, trouble
 *
 * Goes to a page.
 */
void
mattra_help_window_show (MattraHelpWindow *self,
                         const char       *page)
{
  g_return_if_fail (MATTRA_IS_HELP_WINDOW (self) && page != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i], page))
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

        gtk_list_box_select_row (self->list, row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

/**
 * mattra_help_present:
 * @parent: (nullable): the window that asks
 * @page: (nullable): name of a page; %NULL for the first
 *
 * Opens the help beside the window.
 */
void
mattra_help_present (GtkWindow  *parent,
                     const char *page)
{
  MattraHelpWindow *self = mattra_help_window_new ();

  if (parent)
    {
      gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
      gtk_window_set_transient_for (GTK_WINDOW (self), parent);
    }
  if (page)
    mattra_help_window_show (self, page);
  gtk_window_present (GTK_WINDOW (self));
}
