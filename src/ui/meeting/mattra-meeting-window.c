/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-meeting-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-meeting-bar.h"
#include "mattra-meeting-minutes.h"
#include "mattra-meeting-page.h"
#include "mattra-session-measure.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"


struct _MattraMeetingWindow
{
  AdwWindow parent_instance;

  GtkLabel *place_label;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *show_minutes;
  AdwFlap *flap;
  GtkStack *stack;
  AdwStatusPage *empty;
  MattraMeetingPage *page;
  MattraMeetingBar *bar;
  MattraMeetingMinutes *minutes;

  MattraSession *session;
  GSettings *settings;
  GArray *keys;         /* (element-type MattraMeasureKey) */
  guint place;
  char *wanted;         /* ULID of the measure to begin with */
  guint serial;
  MattraMeasure *shown;
};

G_DEFINE_FINAL_TYPE (MattraMeetingWindow, mattra_meeting_window, ADW_TYPE_WINDOW)

static const char *
get_id (MattraMeetingWindow *self)
{
  return self->place < self->keys->len ? g_array_index (self->keys, MattraMeasureKey, self->place).id : NULL;
}

static MattraTableContext
get_context (MattraMeetingWindow *self)
{
  return (MattraTableContext) {
    .plan = mattra_session_get_plan (self->session),
    .round = mattra_session_get_round (self->session),
    .division = mattra_session_get_division (self->session),
    .today = mattra_clock_get_today (mattra_session_get_clock (self->session)),
    .digits = (MattraDigits) g_settings_get_enum (self->settings, "digits"),
  };
}

/* Showing a measure */

static void
show_place (MattraMeetingWindow *self)
{
  g_autofree char *words = g_strdup_printf (_("Measure %u of %u"), self->place + 1, self->keys->len);
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autofree char *shown = mattra_digits_apply (words, digits);

  gtk_label_set_text (self->place_label, self->keys->len > 0 ? shown : _("Meeting"));
  gtk_widget_set_sensitive (self->previous, self->place > 0);
  gtk_widget_set_sensitive (self->next, self->place + 1 < self->keys->len);
}

static void
show_measure (MattraMeetingWindow *self)
{
  MattraTableContext context = get_context (self);

  mattra_meeting_page_show (self->page, &context, self->shown);
  mattra_meeting_bar_set_measure (self->bar, mattra_measure_get_id (self->shown));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraMeetingWindow) self = user_data;
  g_autoptr (MattraMeasure) measure = NULL;
  guint serial = 0;
  gboolean is_other;

  if (!mattra_session_load_measure_finish (MATTRA_SESSION (source), result, &serial, &measure, NULL)
      || self->stack == NULL || serial != self->serial || measure == NULL)
    return;
  is_other = self->shown == NULL
             || g_strcmp0 (mattra_measure_get_id (self->shown), mattra_measure_get_id (measure)) != 0;
  g_set_object (&self->shown, measure);
  show_measure (self);
  if (is_other)
    mattra_meeting_page_scroll (self->page, 0);
}

/* A question that was asked before counts no more, also where there is none to ask. */
static void
show_empty (MattraMeetingWindow *self)
{
  adw_status_page_set_description (self->empty,
                                   mattra_session_get_division (self->session) != NULL
                                     ? _("Choose a list with measures in the table first.")
                                     : _("What is decided can be written down all the same; write measures in the table,"
                                         " or import them, and they are shown here."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
load (MattraMeetingWindow *self)
{
  self->serial++;
  show_place (self);
  if (get_id (self) == NULL)
    {
      show_empty (self);
      mattra_meeting_bar_set_measure (self->bar, NULL);
      return;
    }
  mattra_session_load_measure_async (self->session, get_id (self), self->serial, loaded, g_object_ref (self));
}

/* Which measures there are */

typedef struct
{
  char *division;
  GArray *keys;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->division);
  g_array_unref (listing->keys);
  g_free (listing);
}

static gboolean
run_listing (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Listing *listing = data;

  return mattra_store_list_keys (store, mattra_plan_get_id (plan), listing->division, listing->keys, error);
}

static void
find_place (MattraMeetingWindow *self,
            const char          *id)
{
  for (guint i = 0; id != NULL && i < self->keys->len; i++)
    if (g_str_equal (g_array_index (self->keys, MattraMeasureKey, i).id, id))
      self->place = i;
  if (self->keys->len > 0)
    self->place = MIN (self->place, self->keys->len - 1);
}

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraMeetingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  Listing *listing = data;

  if (done && self->stack != NULL)
    {
      g_autofree char *id = self->wanted ? g_steal_pointer (&self->wanted) : g_strdup (get_id (self));

      g_array_unref (self->keys);
      self->keys = g_array_ref (listing->keys);
      find_place (self, id);
      load (self);
    }
  g_clear_pointer (&data, listing_free);
}

/* Measures come and go while one looks at them; the one that is shown stays. */
static void
list (MattraMeetingWindow *self)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->division = g_strdup (mattra_session_get_division (self->session));
  listing->keys = g_array_new (FALSE, TRUE, sizeof (MattraMeasureKey));
  mattra_session_query_async (self->session, run_listing, listing, listing_free, listed, g_object_ref (self));
}

/* Going from one to the next */

static void
go_to (MattraMeetingWindow *self,
       guint                place)
{
  if (place >= self->keys->len || place == self->place)
    return;
  self->place = place;
  load (self);
}

static void
go_by (MattraMeetingWindow *self,
       int                  delta)
{
  if (delta < 0 && self->place == 0)
    return;
  go_to (self, (guint) ((int) self->place + delta));
}

static void
go_previous (MattraMeetingWindow *self)
{
  go_by (self, -1);
}

static void
go_next (MattraMeetingWindow *self)
{
  go_by (self, 1);
}

static gboolean
is_typing (MattraMeetingWindow *self)
{
  return GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (self)));
}

/* Escape first leaves the text, then the meeting. */
static void
leave (MattraMeetingWindow *self)
{
  if (is_typing (self))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
toggle_fullscreen (MattraMeetingWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
start_typing (MattraMeetingWindow *self)
{
  mattra_meeting_bar_focus (self->bar);
}

static void
scroll_up (MattraMeetingWindow *self)
{
  mattra_meeting_page_scroll (self->page, -1);
}

static void
scroll_down (MattraMeetingWindow *self)
{
  mattra_meeting_page_scroll (self->page, 1);
}

static void
go_first (MattraMeetingWindow *self)
{
  go_to (self, 0);
}

static void
go_last (MattraMeetingWindow *self)
{
  if (self->keys->len > 0)
    go_to (self, self->keys->len - 1);
}

/* Remote controls of presenters send Page Up and Page Down, some also F5 and Escape. The first keys work while one
 * types too; the others then belong to the text. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  gboolean typing;
  void (*run) (MattraMeetingWindow *self);
} keys[] = {
  { GDK_KEY_Page_Down, 0, TRUE, go_next },      { GDK_KEY_KP_Page_Down, 0, TRUE, go_next },
  { GDK_KEY_Page_Up, 0, TRUE, go_previous },    { GDK_KEY_KP_Page_Up, 0, TRUE, go_previous },
  { GDK_KEY_Escape, 0, TRUE, leave },           { GDK_KEY_F11, 0, TRUE, toggle_fullscreen },
  { GDK_KEY_F5, 0, TRUE, toggle_fullscreen },   { GDK_KEY_space, 0, FALSE, go_next },
  { GDK_KEY_Right, 0, FALSE, go_next },         { GDK_KEY_KP_Right, 0, FALSE, go_next },
  { GDK_KEY_space, GDK_SHIFT_MASK, FALSE, go_previous }, { GDK_KEY_BackSpace, 0, FALSE, go_previous },
  { GDK_KEY_Left, 0, FALSE, go_previous },      { GDK_KEY_KP_Left, 0, FALSE, go_previous },
  { GDK_KEY_Up, 0, FALSE, scroll_up },          { GDK_KEY_Down, 0, FALSE, scroll_down },
  { GDK_KEY_Home, 0, FALSE, go_first },         { GDK_KEY_End, 0, FALSE, go_last },
  { GDK_KEY_Return, 0, FALSE, start_typing },   { GDK_KEY_KP_Enter, 0, FALSE, start_typing },
};

/* A choice that is open, or a button that has the focus, keeps its own keys. */
static gboolean
belongs_to_control (MattraMeetingWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (GTK_IS_BUTTON (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)
                           || gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN));
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraMeetingWindow   *self)
{
  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval != keyval || keys[i].modifiers != state)
        continue;
      if (!keys[i].typing && (is_typing (self) || belongs_to_control (self)))
        return FALSE;
      keys[i].run (self);
      return TRUE;
    }
  return FALSE;
}

/* The window */

static void
follow_day (MattraMeetingWindow *self)
{
  mattra_meeting_bar_set_meeting (self->bar, mattra_meeting_minutes_get_day (self->minutes));
}

static GtkWidget *
new_button (MattraMeetingWindow  *self,
            const char           *icon,
            const char           *words,
            void                (*clicked) (MattraMeetingWindow *window))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_header (MattraMeetingWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->previous = new_button (self, "go-previous-symbolic", _("Previous Measure (Page Up)"), go_previous);
  self->next = new_button (self, "go-next-symbolic", _("Next Measure (Page Down)"), go_next);
  self->place_label = GTK_LABEL (gtk_label_new (NULL));
  self->show_minutes = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("_Minutes")));
  gtk_widget_set_focus_on_click (GTK_WIDGET (self->show_minutes), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->place_label), "numeric");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->previous);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->next);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->place_label));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_button (self, "view-fullscreen-symbolic",
                                                                _("Fill the Screen (F11)"), toggle_fullscreen));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->show_minutes));
  return header;
}

static GtkWidget *
new_stack (MattraMeetingWindow *self)
{
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "view-list-symbolic");
  adw_status_page_set_title (self->empty, _("No Measures Here"));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->page = MATTRA_MEETING_PAGE (mattra_meeting_page_new ());
  gtk_stack_add_named (self->stack, gtk_label_new (NULL), "waiting");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "page");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static void
build (MattraMeetingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *main_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = MATTRA_MEETING_BAR (mattra_meeting_bar_new (self->session));
  self->minutes = MATTRA_MEETING_MINUTES (mattra_meeting_minutes_new (self->session));
  self->flap = ADW_FLAP (adw_flap_new ());
  gtk_box_append (GTK_BOX (main_box), new_stack (self));
  gtk_box_append (GTK_BOX (main_box), GTK_WIDGET (self->bar));
  gtk_widget_set_hexpand (main_box, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->minutes), 300, -1);
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_flap_set_content (self->flap, main_box);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->minutes));
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_vexpand (GTK_WIDGET (self->flap), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->minutes), "background");
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->flap));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_object_bind_property (self->show_minutes, "active", self->flap, "reveal-flap", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->minutes, "day-changed", G_CALLBACK (follow_day), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !mattra_session_get_read_only (self->session));
  follow_day (self);
}

static void
mattra_meeting_window_dispose (GObject *object)
{
  MattraMeetingWindow *self = MATTRA_MEETING_WINDOW (object);

  self->stack = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (mattra_meeting_window_parent_class)->dispose (object);
}

static void
mattra_meeting_window_class_init (MattraMeetingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_meeting_window_dispose;
}

static void
mattra_meeting_window_init (MattraMeetingWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->settings = mattra_settings_new ();
  self->keys = g_array_new (FALSE, TRUE, sizeof (MattraMeasureKey));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-meeting");
  gtk_window_set_title (GTK_WINDOW (self), _("Meeting"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1200, 760);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, -1);
}

/* A measure about which something was typed and lost with the program comes first. */
static char *
choose_first (MattraMeetingWindow *self,
              const char          *measure)
{
  char *drafted = mattra_meeting_bar_dup_drafted (self->bar);

  return drafted != NULL ? drafted : g_strdup (measure);
}

/**
 * mattra_meeting_window_present:
 * @parent: the window
 * @session: its register; its year, round and division are shown
 * @measure: (nullable): ULID of the measure to begin with
 *
 * Shows the measures to a meeting, on the whole screen.
 *
 * Returns: (transfer none): the window
 */
MattraMeetingWindow *
mattra_meeting_window_present (GtkWindow     *parent,
                               MattraSession *session,
                               const char    *measure)
{
  MattraMeetingWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_MEETING_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  build (self);
  self->wanted = choose_first (self, measure);
  g_signal_connect_object (session, "changed", G_CALLBACK (list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::round", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  list (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return self;
}

/**
 * mattra_meeting_window_get_place:
 * @self: a window
 *
 * Returns: place of the measure that is shown, from 0
 */
guint
mattra_meeting_window_get_place (MattraMeetingWindow *self)
{
  g_return_val_if_fail (MATTRA_IS_MEETING_WINDOW (self), 0);

  return self->place;
}
