/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-evidence-act.h"
#include "mattra-evidence-file.h"

/* So many files or links at once: more are a slip of the hand, and would fill the memory before they are kept. */
#define MOST_AT_ONCE 20

/**
 * mattra_evidence_input_free:
 * @self: (transfer full) (nullable): what was read
 *
 * Frees what was read.
 */
void
mattra_evidence_input_free (MattraEvidenceInput *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->refusals);
  g_free (self);
}

static MattraEvidenceInput *
input_new (void)
{
  MattraEvidenceInput *input = g_new0 (MattraEvidenceInput, 1);

  input->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_evidence_draft_free);
  input->refusals = g_ptr_array_new_with_free_func (g_free);
  return input;
}

/* What is read, in a thread of its own: a file may lie on a slow disk. */
typedef struct
{
  GPtrArray *paths;
  GdkTexture *texture;
  MattraEvidenceInput *input; /* what is read already, and why something cannot be */
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_ptr_array_unref (source->paths);
  g_clear_object (&source->texture);
  mattra_evidence_input_free (source->input);
  g_free (source);
}

static Source *
source_new (void)
{
  Source *source = g_new0 (Source, 1);

  source->paths = g_ptr_array_new_with_free_func (g_free);
  source->input = input_new ();
  return source;
}

static MattraEvidenceDraft *
add_draft (MattraEvidenceInput *input)
{
  MattraEvidenceDraft *draft = g_new0 (MattraEvidenceDraft, 1);

  g_ptr_array_add (input->drafts, draft);
  return draft;
}

static void
read_path (MattraEvidenceInput *input,
           const char          *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mattra_evidence_read (path, &error);
  MattraEvidenceDraft *draft;

  if (bytes == NULL)
    {
      g_ptr_array_add (input->refusals, g_strdup (error->message));
      return;
    }
  draft = add_draft (input);
  draft->bytes = bytes;
  draft->file_name = g_filename_display_basename (path);
}

/* A picture that was copied has neither file nor name. */
static void
read_texture (MattraEvidenceInput *input,
              GdkTexture          *texture)
{
  MattraEvidenceDraft *draft = add_draft (input);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  draft->bytes = gdk_texture_save_to_png_bytes (texture);
  draft->file_name = g_strdup_printf ("picture-%s.png", time);
}

static void
read_source (GTask        *task,
             gpointer      object,
             gpointer      data,
             GCancellable *cancellable)
{
  Source *source = data;
  MattraEvidenceInput *input = g_steal_pointer (&source->input);

  for (guint i = 0; i < source->paths->len; i++)
    read_path (input, g_ptr_array_index (source->paths, i));
  if (source->texture != NULL)
    read_texture (input, source->texture);
  g_task_return_pointer (task, input, (GDestroyNotify) mattra_evidence_input_free);
}

static void
run (GTask  *task,
     Source *source)
{
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, read_source);
}

static void
add_file (Source *source,
          GFile  *file)
{
  g_autofree char *name = NULL;
  char *path = g_file_get_path (file);

  if (path != NULL)
    {
      g_ptr_array_add (source->paths, path);
      return;
    }
  name = g_file_get_parse_name (file);
  g_ptr_array_add (source->input->refusals, g_strdup_printf (_("%s: is not on this computer; copy it here first"), name));
}

/* What is left out is told. */
static void
note_left (Source *source,
           guint   n)
{
  if (n > MOST_AT_ONCE)
    g_ptr_array_add (source->input->refusals,
                     g_strdup_printf (_("Only the first %d were taken; add the others afterwards."), MOST_AT_ONCE));
}

/**
 * mattra_evidence_input_read_files:
 * @files: (element-type GFile): files
 * @cancellable: (nullable): ends it
 * @callback: told when they are read
 * @user_data: for @callback
 *
 * Reads files that were dropped or chosen.
 */
void
mattra_evidence_input_read_files (GListModel          *files,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Source *source = NULL;
  guint n;

  g_return_if_fail (G_IS_LIST_MODEL (files));

  source = source_new ();
  n = g_list_model_get_n_items (files);
  for (guint i = 0; i < MIN (n, MOST_AT_ONCE); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_file (source, file);
    }
  note_left (source, n);
  run (task, source);
}

/* Each line of a text is a link; a file manager may give files so. */
static void
read_line (Source     *source,
           const char *line)
{
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_str_has_prefix (line, "file:///") ? g_filename_from_uri (line, NULL, NULL) : NULL;

  if (path != NULL)
    g_ptr_array_add (source->paths, g_steal_pointer (&path));
  else if (mattra_evidence_check_link (line, &url, &error))
    add_draft (source->input)->url = g_steal_pointer (&url);
  else
    g_ptr_array_add (source->input->refusals, g_strdup (error->message));
}

static void
read_lines (GTask      *task,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Source *source = source_new ();
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && *lines[i] != '#' && n++ < MOST_AT_ONCE)
      read_line (source, lines[i]);
  note_left (source, n);
  run (task, source);
}

/**
 * mattra_evidence_input_read_text:
 * @text: links, one each line
 * @cancellable: (nullable): ends it
 * @callback: told when they are read
 * @user_data: for @callback
 *
 * Reads links that were typed, dropped or pasted.
 */
void
mattra_evidence_input_read_text (const char          *text,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (text != NULL);

  read_lines (task, text);
}

/* The clipboard */

static void
fail (GTask  *task,
      GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                             _("Nothing was copied that can be evidence: copy a file, a picture or a link first."));
}

static void
texture_pasted (GObject      *clipboard,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, &error);
  Source *source;

  if (texture == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }
  source = source_new ();
  source->texture = g_steal_pointer (&texture);
  run (task, source);
}

static void
text_pasted (GObject      *clipboard,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (text != NULL)
    read_lines (task, text);
  else
    fail (task, g_steal_pointer (&error));
}

static void
files_pasted (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_autoptr (GSList) files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;
  Source *source;
  guint n = 0;

  if (files == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }
  source = source_new ();
  for (GSList *file = files; file != NULL && n++ < MOST_AT_ONCE; file = file->next)
    add_file (source, file->data);
  note_left (source, g_slist_length (files));
  run (task, source);
}

/**
 * mattra_evidence_input_read_clipboard:
 * @clipboard: a clipboard
 * @cancellable: (nullable): ends it
 * @callback: told when it is read
 * @user_data: for @callback
 *
 * Reads what was copied: files, a picture, or links.
 */
void
mattra_evidence_input_read_clipboard (GdkClipboard        *clipboard,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GdkContentFormats *formats;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  formats = gdk_clipboard_get_formats (clipboard);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_pasted,
                                    g_steal_pointer (&task));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE)
           || gdk_content_formats_contain_mime_type (formats, "image/png")
           || gdk_content_formats_contain_mime_type (formats, "image/jpeg"))
    gdk_clipboard_read_texture_async (clipboard, cancellable, texture_pasted, g_steal_pointer (&task));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           || gdk_content_formats_contain_mime_type (formats, "text/plain")
           || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"))
    gdk_clipboard_read_text_async (clipboard, cancellable, text_pasted, g_steal_pointer (&task));
  else
    fail (task, NULL);
}

/**
 * mattra_evidence_input_finish:
 * @result: what the callback was given
 * @error: why nothing was read
 *
 * Returns: (transfer full) (nullable): what was read
 */
MattraEvidenceInput *
mattra_evidence_input_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
