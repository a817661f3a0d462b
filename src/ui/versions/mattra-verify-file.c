/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-verify-file.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-difference-words.h"
#include "mattra-read-file.h"
#include "mattra-settings.h"
#include "mattra-signature-check.h"
#include "mattra-verdict-text.h"
#include "mattra-word-digits.h"

/* Whether a PDF equals the register (ตรวจสอบว่าตรงกับทะเบียน): chosen by name or dropped on the window. */

#define PDF_BYTES (200 * 1024 * 1024)
/* Edits wait meanwhile. */
#define SEARCH_SECONDS 3
/* A longer list would leave the screen. */
#define MAX_SHOWN 8
#define MAX_LENGTH 160

typedef struct
{
  char *path;
  MattraVerdict *verdict;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  mattra_verdict_free (job->verdict);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;
  g_autoptr (GBytes) pdf = mattra_read_file (job->path, PDF_BYTES, error);

  job->verdict = pdf ? mattra_seal_verify_within (store, pdf, mattra_signature_follow, SEARCH_SECONDS,
                                                error) : NULL;
  return job->verdict != NULL;
}

static char *
shorten (const char *line)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_LENGTH)
    return g_strdup (line);
  start = g_utf8_substring (line, 0, MAX_LENGTH);
  return g_strconcat (start, "…", NULL);
}

/* Who signed a version is told elsewhere; here only that nothing else follows it. */
static char *
join_signed (const MattraVerdict *verdict,
             const char          *differences)
{
  gboolean is_signed = verdict->kind == MATTRA_VERDICT_VERSION && verdict->n_appended > 0;

  if (!is_signed)
    return g_strdup (differences);
  return g_strjoin ("\n", _("Valid signatures follow it, and nothing else"), differences, NULL);
}

/* The cells that say something else today, the first of many. */
static char *
list_differences (const MattraVerdict *verdict,
                  MattraPlan          *plan)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (settings, "digits"));
  g_autofree char *head = mattra_verdict_say_differences (verdict);
  g_autoptr (GString) text = NULL;
  guint n;

  if (head == NULL)
    return NULL;
  text = g_string_new (head);
  n = verdict->differences->len;
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    {
      g_autofree char *line = mattra_difference_words_line (g_ptr_array_index (verdict->differences, i), plan, digits);
      g_autofree char *shown = shorten (line);

      g_string_append_printf (text, "\n%s", shown);
    }
  if (n > MAX_SHOWN)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - MAX_SHOWN), n - MAX_SHOWN);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_verdict (GtkWindow     *parent,
              MattraSession *session,
              const Job     *job)
{
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *heading = mattra_verdict_say (job->verdict, name);
  g_autofree char *differences = list_differences (job->verdict, mattra_session_get_plan (session));
  g_autofree char *body = join_signed (job->verdict, differences);

  mattra_tell (parent, heading, body);
}

/* The window may be closed by now; then nobody wants to know. */
static void
job_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, &job, &error);

  if (gtk_widget_get_mapped (GTK_WIDGET (parent)) && done)
    show_verdict (parent, MATTRA_SESSION (source), job);
  else if (gtk_widget_get_mapped (GTK_WIDGET (parent)))
    mattra_tell (parent, _("The File Could Not Be Checked"), error->message);
  if (job)
    job_free (job);
}

/**
 * mattra_verify_file:
 * @parent: the window that asks
 * @session: a session
 * @file: a file on this computer
 *
 * Tells the user whether a PDF is a version that was confirmed, a draft of what stands there, or was altered, and
 * which cells say something else today.
 */
void
mattra_verify_file (GtkWindow     *parent,
                    MattraSession *session,
                    GFile         *file)
{
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session) && G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      mattra_tell (parent, _("The File Could Not Be Checked"), _("It is not on this computer. Copy it here first."));
      return;
    }
  job = g_new0 (Job, 1);
  job->path = g_file_get_path (file);
  mattra_session_query_async (session, run_job, job, job_free, job_done, g_object_ref (parent));
}

typedef struct
{
  GtkWindow *parent;
  MattraSession *session;
} Wish;

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autofree Wish *wish = user_data;
  g_autoptr (GtkWindow) parent = wish->parent;
  g_autoptr (MattraSession) session = wish->session;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    mattra_verify_file (parent, session, file);
}

/**
 * mattra_verify_choose_file:
 * @parent: the window that asks
 * @session: a session
 *
 * Lets the user choose the file for mattra_verify_file().
 */
void
mattra_verify_choose_file (GtkWindow     *parent,
                           MattraSession *session)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", NULL };
  const MattraFileWish wish = {
    .title = _("Compare a PDF With the Register"),
    .accept = _("_Compare"),
    .filter = _("PDF files"),
    .patterns = patterns,
  };
  Wish *later;

  g_return_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session));

  later = g_new (Wish, 1);
  *later = (Wish) { g_object_ref (parent), g_object_ref (session) };
  mattra_choose_file_async (parent, &wish, NULL, chosen, later);
}

/* Returns: (transfer none) (nullable): the one PDF that is dropped. */
static GFile *
single_pdf (const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *name = files && files->next == NULL ? g_file_get_basename (files->data) : NULL;
  g_autofree char *folded = name ? g_ascii_strdown (name, -1) : NULL;

  return folded && g_str_has_suffix (folded, ".pdf") ? files->data : NULL;
}

static gboolean
take_drop (GtkDropTarget *target,
           const GValue  *value,
           double         x,
           double         y,
           gpointer       user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GFile *file = single_pdf (value);

  if (file == NULL)
    return FALSE;
  mattra_verify_file (GTK_WINDOW (gtk_widget_get_root (widget)), user_data, file);
  return TRUE;
}

/**
 * mattra_verify_take_drops:
 * @widget: where a PDF may be dropped
 * @session: a session
 *
 * Compares a PDF that is dropped on @widget with the register.
 */
void
mattra_verify_take_drops (GtkWidget     *widget,
                          MattraSession *session)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget) && MATTRA_IS_SESSION (session));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (take_drop), session, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
