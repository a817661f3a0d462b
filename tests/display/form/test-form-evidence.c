/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-evidence-open.h"
#include "mattra-evidence-row.h"
#include "mattra-evidence-view.h"
#include "picture.h"
#include "seek.h"

#define FIRST MATTRA_ROUND_FIRST_HALF
#define PDF "%PDF-1.7\n%%EOF\n"

static MattraEvidenceView *
find_view (Form  *self,
           guint  nth)
{
  g_autoptr (GPtrArray) views = seek_all (GTK_WIDGET (self->form), MATTRA_TYPE_EVIDENCE_VIEW, NULL);

  g_assert_cmpuint (nth, <, views->len);
  return g_ptr_array_index (views, nth);
}

static MattraEvidenceRow *
find_row (Form  *self,
          guint  nth)
{
  g_autoptr (GPtrArray) rows = seek_all (GTK_WIDGET (self->form), MATTRA_TYPE_EVIDENCE_ROW, NULL);

  g_assert_cmpuint (nth, <, rows->len);
  return g_ptr_array_index (rows, nth);
}

static GtkEntry *
find_caption (Form  *self,
              guint  nth)
{
  return GTK_ENTRY (seek (GTK_WIDGET (find_row (self, nth)), GTK_TYPE_ENTRY, NULL));
}

static gboolean
is_read (gpointer data)
{
  return !gtk_widget_get_visible (seek (data, GTK_TYPE_SPINNER, NULL));
}

static void
finish (Form  *self,
        guint  nth)
{
  picture_wait (is_read, find_view (self, nth));
  form_finish (self);
}

/* "caption|url caption|file": what the register has of a measure. */
static char *
tell (Form  *self,
      guint  place)
{
  g_autoptr (MattraMeasure) measure = form_load (self, place);
  GPtrArray *all = mattra_measure_get_evidence (measure);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MattraEvidence *evidence = g_ptr_array_index (all, i);

      g_string_append_printf (told, "%s%s|%s", i > 0 ? " " : "", evidence->caption ? evidence->caption : "",
                              evidence->url ? evidence->url : evidence->file_name);
    }
  return g_string_free (told, FALSE);
}

static void
assert_told (Form       *self,
             guint       place,
             const char *expected)
{
  g_autofree char *told = tell (self, place);

  g_assert_cmpstr (told, ==, expected);
}

static char *
find_refusals (Form  *self,
               guint  nth)
{
  g_autoptr (GPtrArray) labels = seek_all (GTK_WIDGET (find_view (self, nth)), GTK_TYPE_LABEL, NULL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (labels, i), "error"))
      return g_strdup (gtk_label_get_text (g_ptr_array_index (labels, i)));
  return g_strdup ("");
}

static char *
write_picture (Form       *self,
               const char *name,
               int         width,
               int         height)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, g_str_has_suffix (name, ".png") ? "png" : "jpeg", NULL, NULL));
  return path;
}

static void
take (Form        *self,
      guint        nth,
      const char **paths)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (; *paths != NULL; paths++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (*paths);

      g_list_store_append (files, file);
    }
  mattra_evidence_view_take_files (find_view (self, nth), G_LIST_MODEL (files));
  finish (self, nth);
}

/* The view alone, as it stands elsewhere too, in both languages. */
static void
save_pictures (Form       *self,
               const char *name)
{
  static const char *const languages[] = { "th", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *file = g_strconcat (name, "-", languages[i], NULL);
      GtkWidget *window = gtk_window_new ();
      GtkWidget *view = NULL;

      picture_set_language (languages[i]);
      view = mattra_evidence_view_new (self->session);
      gtk_widget_set_margin_start (view, 12);
      gtk_widget_set_margin_end (view, 12);
      gtk_window_set_child (GTK_WINDOW (window), view);
      gtk_window_set_default_size (GTK_WINDOW (window), 400, 320);
      mattra_evidence_view_set_answer (MATTRA_EVIDENCE_VIEW (view), self->ids[0], FIRST, NULL);
      gtk_window_present (GTK_WINDOW (window));
      form_finish (self);
      if (i == 0)
        {
          mattra_evidence_view_take_links (MATTRA_EVIDENCE_VIEW (view), "javascript:alert(1)");
          picture_wait (is_read, view);
        }
      picture_settle ();
      picture_save_both (window, file);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  picture_set_language ("en");
}

/* Of several files the good ones are added as one act; each bad one is named with what is wrong with it. */
static void
test_files (Form          *self,
            gconstpointer  data)
{
  g_autofree char *photo = write_picture (self, "ภาพกิจกรรม.jpg", 640, 480);
  g_autofree char *fake = g_build_filename (self->folder, "ปลอม.jpg", NULL);
  g_autofree char *letter = g_build_filename (self->folder, "หนังสือ.pdf", NULL);
  g_autofree char *refusals = NULL;
  const char *paths[] = { photo, fake, self->folder, letter, NULL };

  g_assert_true (g_file_set_contents (fake, "MZ a program", -1, NULL));
  g_assert_true (g_file_set_contents (letter, PDF, -1, NULL));
  form_show (self, 0);
  take (self, 0, paths);
  assert_told (self, 0, "|ภาพกิจกรรม.jpg |หนังสือ.pdf");
  refusals = find_refusals (self, 0);
  g_assert_nonnull (strstr (refusals, "ปลอม.jpg"));
  g_assert_nonnull (strstr (refusals, "folder"));
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Add evidence");
  mattra_evidence_view_take_links (find_view (self, 0), "https://www.hintang.go.th/public/list/data/detail/id/1234/menu/1196");
  finish (self, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_caption (self, 0)), "การประชุมคณะทำงานส่งเสริมคุณธรรม ครั้งที่ ๑/๒๕๖๗");
  g_signal_emit_by_name (find_caption (self, 0), "activate");
  form_finish (self);
  save_pictures (self, "form-evidence");
  mattra_session_undo (self->session);
  mattra_session_undo (self->session);
  mattra_session_undo (self->session);
  form_finish (self);
  assert_told (self, 0, "");
}

static void
note_failed (MattraSession *session,
             const GError  *error,
             GString       *failed)
{
  g_string_append_printf (failed, "%s;", error->message);
}

/* What cannot be evidence is told beside the list; what the register refuses, once and by the window. */
static void
test_links (Form          *self,
            gconstpointer  data)
{
  g_autofree char *refusals = NULL;
  g_autoptr (GString) failed = g_string_new (NULL);

  form_show (self, 0);
  g_signal_connect (self->session, "failed", G_CALLBACK (note_failed), failed);
  mattra_evidence_view_take_links (find_view (self, 0), "https://hintang.go.th/ita\njavascript:alert(1)\n");
  finish (self, 0);
  assert_told (self, 0, "|https://hintang.go.th/ita");
  refusals = find_refusals (self, 0);
  g_assert_nonnull (strstr (refusals, "javascript:alert(1)"));
  mattra_evidence_view_take_links (find_view (self, 0), "https://hintang.go.th/ita");
  finish (self, 0);
  assert_told (self, 0, "|https://hintang.go.th/ita");
  g_free (refusals);
  refusals = find_refusals (self, 0);
  g_assert_cmpstr (refusals, ==, "");
  g_assert_nonnull (strstr (failed->str, "is there already"));
  g_assert_true (strchr (failed->str, ';') == failed->str + failed->len - 1);
}

/* File managers give files as text too, with whatever stands beside them; nothing of it is left out unsaid. */
static void
test_mixed (Form          *self,
            gconstpointer  data)
{
  g_autofree char *letter = g_build_filename (self->folder, "หนังสือ.pdf", NULL);
  g_autofree char *uri = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *refusals = NULL;
  g_autofree char *told = NULL;

  g_assert_true (g_file_set_contents (letter, PDF, -1, NULL));
  uri = g_filename_to_uri (letter, NULL, NULL);
  form_show (self, 0);
  g_string_printf (text, "https://a.go.th\n%s\njavascript:alert(1)\n", uri);
  mattra_evidence_view_take_links (find_view (self, 0), text->str);
  finish (self, 0);
  assert_told (self, 0, "|https://a.go.th |หนังสือ.pdf");
  refusals = find_refusals (self, 0);
  g_assert_nonnull (strstr (refusals, "javascript:alert(1)"));
  mattra_session_undo (self->session);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 21; i++)
    g_string_append_printf (text, "https://%u.go.th\n\n", i);
  mattra_evidence_view_take_links (find_view (self, 0), text->str);
  finish (self, 0);
  told = tell (self, 0);
  g_assert_nonnull (strstr (told, "|https://19.go.th"));
  g_assert_null (strstr (told, "|https://20.go.th"));
  g_free (refusals);
  refusals = find_refusals (self, 0);
  g_assert_nonnull (strstr (refusals, "Only the first 20"));
}

/* What was copied is pasted: links, a file, a picture; of anything else it is said. */
static void
test_paste (Form          *self,
            gconstpointer  data)
{
  GdkClipboard *clipboard = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 30, 20);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *photo = write_picture (self, "a.png", 10, 10);
  g_autoptr (GFile) file = g_file_new_for_path (photo);
  g_autofree char *told = NULL;
  GValue value = G_VALUE_INIT;

  form_show (self, 0);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (find_view (self, 0)));
  gdk_clipboard_set_text (clipboard, "https://a.go.th");
  gtk_widget_activate_action (GTK_WIDGET (find_view (self, 0)), "evidence.paste", NULL);
  finish (self, 0);
  assert_told (self, 0, "|https://a.go.th");
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&(GSList) { file, NULL }));
  gdk_clipboard_set_value (clipboard, &value);
  g_value_unset (&value);
  mattra_evidence_view_paste (find_view (self, 0));
  finish (self, 0);
  assert_told (self, 0, "|https://a.go.th |a.png");
  gdk_pixbuf_fill (pixbuf, 0x808080ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  gdk_clipboard_set_texture (clipboard, texture);
  mattra_evidence_view_paste (find_view (self, 0));
  finish (self, 0);
  told = tell (self, 0);
  g_assert_nonnull (strstr (told, "|picture-"));
  gdk_clipboard_set_content (clipboard, NULL);
  mattra_evidence_view_paste (find_view (self, 0));
  finish (self, 0);
  g_free (told);
  told = find_refusals (self, 0);
  g_assert_nonnull (strstr (told, "copy a file, a picture or a link"));
}

/* A caption is committed by Enter or by leaving it, and Escape puts back what the register has. */
static void
test_caption (Form          *self,
              gconstpointer  data)
{
  form_show (self, 0);
  mattra_evidence_view_take_links (find_view (self, 0), "https://a.go.th");
  finish (self, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_caption (self, 0)), "ประชุม");
  g_signal_emit_by_name (find_caption (self, 0), "activate");
  form_finish (self);
  assert_told (self, 0, "ประชุม|https://a.go.th");
  gtk_widget_grab_focus (GTK_WIDGET (find_caption (self, 0)));
  gtk_editable_set_text (GTK_EDITABLE (find_caption (self, 0)), "ผิด");
  g_assert_true (form_press (GTK_WIDGET (find_caption (self, 0)), GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_caption (self, 0))), ==, "ประชุม");
  g_assert_cmpuint (self->closed, ==, 0);
  /* What somebody types stays when another window changes the measure. */
  gtk_editable_set_text (GTK_EDITABLE (find_caption (self, 0)), "กำลังพิมพ์");
  form_set_other (self, 0, "title", NULL, "ชื่ออื่น");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_caption (self, 0))), ==, "กำลังพิมพ์");
  form_leave (self);
  assert_told (self, 0, "กำลังพิมพ์|https://a.go.th");
}

static void
test_order (Form          *self,
            gconstpointer  data)
{
  form_show (self, 0);
  mattra_evidence_view_take_links (find_view (self, 0), "https://a.go.th\nhttps://b.go.th\nhttps://c.go.th");
  finish (self, 0);
  gtk_widget_activate_action (GTK_WIDGET (find_row (self, 2)), "evidence.up", NULL);
  form_finish (self);
  assert_told (self, 0, "|https://a.go.th |https://c.go.th |https://b.go.th");
  gtk_widget_activate_action (GTK_WIDGET (find_row (self, 0)), "evidence.down", NULL);
  form_finish (self);
  assert_told (self, 0, "|https://c.go.th |https://a.go.th |https://b.go.th");
  gtk_widget_activate_action (GTK_WIDGET (find_row (self, 1)), "evidence.up", NULL);
  form_finish (self);
  assert_told (self, 0, "|https://a.go.th |https://c.go.th |https://b.go.th");
  gtk_widget_activate_action (GTK_WIDGET (find_row (self, 1)), "evidence.remove", NULL);
  form_finish (self);
  assert_told (self, 0, "|https://a.go.th |https://b.go.th");
  mattra_session_undo (self->session);
  form_finish (self);
  assert_told (self, 0, "|https://a.go.th |https://c.go.th |https://b.go.th");
}

static void
test_proves (Form          *self,
             gconstpointer  data)
{
  g_autoptr (MattraMeasure) before = NULL;
  g_autoptr (MattraMeasure) after = NULL;
  const MattraItem *step;

  form_show (self, 0);
  mattra_evidence_view_take_links (find_view (self, 0), "https://a.go.th");
  finish (self, 0);
  before = form_load (self, 0);
  step = g_ptr_array_index (mattra_measure_get_items (before, MATTRA_ITEM_STEP), 1);
  gtk_widget_activate_action (GTK_WIDGET (find_row (self, 0)), "evidence.prove", "s", step->id);
  form_finish (self);
  after = form_load (self, 0);
  g_assert_cmpstr (((MattraEvidence *) g_ptr_array_index (mattra_measure_get_evidence (after), 0))->item, ==, step->id);
  g_assert_nonnull (seek (GTK_WIDGET (find_row (self, 0)), GTK_TYPE_LABEL, "step 2 · https://a.go.th"));
}

/* Each division has evidence of its own. */
static void
test_divisions (Form          *self,
                gconstpointer  data)
{
  g_autoptr (MattraMeasure) measure = NULL;

  form_show (self, 3);
  mattra_evidence_view_take_links (find_view (self, 0), "https://a.go.th");
  finish (self, 0);
  mattra_evidence_view_take_links (find_view (self, 1), "https://b.go.th");
  finish (self, 1);
  measure = form_load (self, 3);
  for (guint i = 0; i < 2; i++)
    {
      const MattraEvidence *evidence = g_ptr_array_index (mattra_measure_get_evidence (measure), i);

      g_assert_cmpstr (evidence->division, ==, g_str_equal (evidence->url, "https://a.go.th") ? self->first : self->second);
    }
}

/* A copy that is opened lies where nobody else reads it, and goes with the register. */
static void
test_folder (Form          *self,
             gconstpointer  data)
{
  g_autofree char *one = mattra_evidence_open_folder (self->session, NULL);
  g_autofree char *two = mattra_evidence_open_folder (self->session, NULL);
  g_autofree char *parent = g_path_get_dirname (one);
  g_autofree char *file = g_build_filename (one, "x.pdf", NULL);
  GStatBuf info;

  g_assert_cmpstr (one, !=, two);
  g_assert_true (g_file_set_contents (file, PDF, -1, NULL));
  g_assert_cmpint (g_stat (parent, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_object_set_data (G_OBJECT (self->session), "mattra-evidence-folder", NULL);
  g_assert_false (g_file_test (parent, G_FILE_TEST_EXISTS));
}

static void
test_read_only (Form          *self,
                gconstpointer  data)
{
  form_show (self, 0);
  g_assert_false (gtk_widget_get_mapped (seek (GTK_WIDGET (find_view (self, 0)), GTK_TYPE_BUTTON, "Paste")));
  mattra_evidence_view_take_links (find_view (self, 0), "https://a.go.th");
  form_finish (self);
  assert_told (self, 0, "");
}

/* Done, and nothing proves it: it is said until something does. */
static void
test_lacking (Form          *self,
              gconstpointer  data)
{
  GtkWidget *label = NULL;

  form_set_other (self, 0, "status", NULL, "done");
  form_show (self, 0);
  label = seek (GTK_WIDGET (find_view (self, 0)), GTK_TYPE_LABEL, "It is done, and nothing proves it yet.");
  g_assert_true (gtk_widget_get_visible (label));
  mattra_evidence_view_take_links (find_view (self, 0), "https://a.go.th");
  finish (self, 0);
  g_assert_false (gtk_widget_get_visible (label));
}

int
main (int    argc,
      char **argv)
{
  static const FormTest tests[] = {
    { "files", test_files, NULL },       { "links", test_links, NULL },       { "mixed", test_mixed, NULL },
    { "paste", test_paste, NULL },
    { "caption", test_caption, NULL },   { "order", test_order, NULL },       { "proves", test_proves, NULL },
    { "divisions", test_divisions, NULL }, { "folder", test_folder, NULL },
    { "read-only", test_read_only, "read-only" }, { "lacking", test_lacking, NULL },
  };

  return form_run (&argc, &argv, "/form/evidence", tests, G_N_ELEMENTS (tests));
}
