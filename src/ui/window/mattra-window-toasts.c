/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-toasts.h"

#include <glib/gi18n-lib.h>

#include "mattra-error-detail.h"

/* Seconds that a toast about an act stays; one about an error stays until it is closed, or until something is done
 * once there was time to read it. */
#define ACT_SECONDS 4
#define FAILURE_SECONDS 5

/* Milliseconds in which a toast has come in. libadwaita 1.2 may not be told to take one away before: it frees what its
 * own movement still writes to. */
#define COMING_MS 700

/* An error's lines: the narrowest window has room for them. */
#define FAILURE_CHARS 44

typedef struct
{
  AdwToast *toast; /* NULL once it went */
  gint64 since;    /* when it came, by the monotonic clock */
} Shown;

struct _MattraWindowToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  Shown act;     /* the last one about an act: the next takes its place */
  Shown failure; /* the last one about an error: the same */
};

G_DEFINE_FINAL_TYPE (MattraWindowToasts, mattra_window_toasts, G_TYPE_OBJECT)

static gboolean
is_older (const Shown *shown,
          gint64       ms)
{
  return g_get_monotonic_time () - shown->since > ms * G_TIME_SPAN_MILLISECOND;
}

static gboolean
is_coming (const Shown *shown)
{
  return shown->toast != NULL && !is_older (shown, COMING_MS);
}

static void
forget_act (MattraWindowToasts *self)
{
  g_clear_object (&self->act.toast);
}

/* What an error hid comes again now. */
static void
forget_failure (MattraWindowToasts *self)
{
  g_clear_object (&self->failure.toast);
  self->act.since = g_get_monotonic_time ();
}

static void
dismiss (Shown *shown)
{
  if (shown->toast != NULL)
    adw_toast_dismiss (shown->toast);
}

static void
show (MattraWindowToasts *self,
      Shown              *shown,
      AdwToast           *toast,
      GCallback           forget)
{
  dismiss (shown);
  shown->toast = toast;
  shown->since = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", forget, self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (toast));
}

/**
 * mattra_window_toasts_say:
 * @self: the toasts of a window
 * @text: what was done
 * @undoable: whether it is the act that undo takes back
 *
 * Says it for a few seconds, in place of what was said before.
 */
void
mattra_window_toasts_say (MattraWindowToasts *self,
                          const char         *text,
                          gboolean            undoable)
{
  g_autofree char *title = NULL;
  AdwToast *toast = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW_TOASTS (self) && text != NULL);

  title = g_markup_escape_text (text, -1);
  /* A refusal stays for whoever looks away, but not over what follows once there was time to read it. */
  if (is_older (&self->failure, FAILURE_SECONDS * 1000))
    dismiss (&self->failure);
  toast = is_coming (&self->act) ? self->act.toast : adw_toast_new ("");
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, undoable ? _("_Undo") : NULL);
  adw_toast_set_action_name (toast, undoable ? "win.undo" : NULL);
  if (toast == self->act.toast)
    return;
  adw_toast_set_timeout (toast, ACT_SECONDS);
  show (self, &self->act, toast, G_CALLBACK (forget_act));
}

/**
 * mattra_window_toasts_dup_sentence:
 * @message: an error's message
 *
 * Errors are told in mid-sentence where a command says them.
 *
 * Returns: (transfer full): the message where it stands alone
 */
char *
mattra_window_toasts_dup_sentence (const char *message)
{
  char *sentence = NULL;

  g_return_val_if_fail (message != NULL, NULL);

  sentence = g_strdup (message);
  sentence[0] = g_ascii_toupper (sentence[0]);
  return sentence;
}

/* Of a title that is too long a toast shows the beginning only: what to do comes last. */
static GtkWidget *
new_whole_title (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FAILURE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/**
 * mattra_window_toasts_fail:
 * @self: the toasts of a window
 * @error: why something was not done
 *
 * Says it until it is closed. One at a time: whoever types on a full disk has each cell refused.
 */
void
mattra_window_toasts_fail (MattraWindowToasts *self,
                           const GError       *error)
{
  g_autofree char *text = NULL;
  AdwToast *toast = NULL;
  GtkWidget *title = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW_TOASTS (self) && error != NULL);

  text = mattra_window_toasts_dup_sentence (error->message);
  toast = is_coming (&self->failure) ? self->failure.toast : adw_toast_new ("");
  title = toast == self->failure.toast ? adw_toast_get_custom_title (toast) : new_whole_title ();
  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_widget_set_tooltip_text (title, mattra_error_get_detail (error));
  if (toast == self->failure.toast)
    return;
  adw_toast_set_custom_title (toast, title);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (self, &self->failure, toast, G_CALLBACK (forget_failure));
}

/**
 * mattra_window_toasts_offer_file:
 * @self: the toasts of a window
 * @file: what was written
 *
 * Says that a file was written, and offers to open it.
 */
void
mattra_window_toasts_offer_file (MattraWindowToasts *self,
                                 GFile              *file)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *uri = NULL;
  AdwToast *toast = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW_TOASTS (self) && G_IS_FILE (file));

  name = g_file_get_basename (file);
  text = g_strdup_printf (_("Written: %s"), name);
  title = g_markup_escape_text (text, -1);
  uri = g_file_get_uri (file);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
mattra_window_toasts_dispose (GObject *object)
{
  MattraWindowToasts *self = MATTRA_WINDOW_TOASTS (object);

  g_clear_object (&self->act.toast);
  g_clear_object (&self->failure.toast);
  g_clear_object (&self->overlay);
  G_OBJECT_CLASS (mattra_window_toasts_parent_class)->dispose (object);
}

static void
mattra_window_toasts_class_init (MattraWindowToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_window_toasts_dispose;
}

static void
mattra_window_toasts_init (MattraWindowToasts *self)
{
}

/**
 * mattra_window_toasts_new:
 * @overlay: where they are shown
 *
 * Returns: (transfer full): the toasts of a window
 */
MattraWindowToasts *
mattra_window_toasts_new (AdwToastOverlay *overlay)
{
  MattraWindowToasts *self = NULL;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (MATTRA_TYPE_WINDOW_TOASTS, NULL);
  self->overlay = g_object_ref (overlay);
  return self;
}
