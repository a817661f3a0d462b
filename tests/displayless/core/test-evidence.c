/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence.h"

#include <string.h>

#include "mattra-error.h"
#include "mattra-review-event.h"

#define FIRST MATTRA_ROUND_FIRST_HALF
#define PDF "application/pdf"
#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *url; /* NULL: refused */
  } rows[] = {
    { "https://www.hintang.go.th/ita/2566?id=1&x=2#a", "https://www.hintang.go.th/ita/2566?id=1&x=2#a" },
    { "  http://hintang.go.th \n", "http://hintang.go.th" },
    { "HTTPS://hintang.go.th/ภาพ.jpg", "HTTPS://hintang.go.th/ภาพ.jpg" },
    { "https://เทศบาล.ไทย/ผลงาน", "https://เทศบาล.ไทย/ผลงาน" },
    { "https://drive.google.com/file/d/1aB_-/view?usp=sharing", "https://drive.google.com/file/d/1aB_-/view?usp=sharing" },
    { "https://[2001:db8::1]:8080/", "https://[2001:db8::1]:8080/" },
    { "javascript:alert(1)", NULL },
    { "JavaScript:alert(1)//https://hintang.go.th", NULL },
    { "java\tscript:alert(1)", NULL },
    { "data:text/html,<script>alert(1)</script>", NULL },
    { "vbscript:x", NULL },
    { "file:///etc/passwd", NULL },
    { "file://server/share/x.exe", NULL },
    { "smb://server/share", NULL },
    { "mailto:a@b.go.th", NULL },
    { "ftp://hintang.go.th/x", NULL },
    { "https://", NULL },
    { "https:///x", NULL },
    { "https:x", NULL },
    { "//hintang.go.th/x", NULL },
    { "www.hintang.go.th", NULL },
    { "หินตั้ง", NULL },
    { "", NULL },
    { "   ", NULL },
    { NULL, NULL },
    { "https://hintang.go.th/a b", NULL },
    { "https://hintang.go.th/\na", NULL },
    { "https://hintang.go.th/\x01", NULL },
    { "https://hintang.go.th/\xE2\x80\xAEgpj.exe", NULL },
    { "https://hintang.go.th/\xE2\x80\x8B", NULL },
    { "https://hintang.go.th@evil.example/", NULL },
    { "https://user:secret@hintang.go.th/", NULL },
    { "https://hintang.go.th/\xFF", NULL },
    { "https://hintang.go.th:99999/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *url = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (mattra_evidence_check_link (rows[i].text, &url, &error), ==, rows[i].url != NULL);
      g_assert_cmpstr (url, ==, rows[i].url);
      if (rows[i].url == NULL)
        g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
    }
}

static void
test_long_link (void)
{
  g_autoptr (GString) text = g_string_new ("https://a.go.th/");
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < 2000)
    g_string_append_c (text, 'x');
  g_assert_true (mattra_evidence_check_link (text->str, &url, NULL));
  g_clear_pointer (&url, g_free);
  g_string_append_c (text, 'x');
  g_assert_false (mattra_evidence_check_link (text->str, &url, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

/* A message is text, wherever the link that it quotes was cut off. */
static void
test_long_refusals (void)
{
  for (guint n = 0; n < 4; n++)
    {
      g_autoptr (GString) text = g_string_new ("javascript:");
      g_autofree char *url = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_c (text, 'x');
      for (guint i = 0; i < 300; i++)
        g_string_append (text, "ก");
      g_assert_false (mattra_evidence_check_link (text->str, &url, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, "กก…”"));
      g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 400);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *media_type;
    const char *clean;
  } rows[] = {
    { "ภาพกิจกรรม.jpg", "image/jpeg", "ภาพกิจกรรม.jpg" },
    { "a.JPEG", "image/jpeg", "a.jpeg" },
    { "../../etc/passwd", PDF, "passwd.pdf" },
    { "..\\..\\autorun.inf", PDF, "autorun.inf.pdf" },
    { "/root/.bashrc", PDF, "bashrc.pdf" },
    { "..", PDF, "evidence.pdf" },
    { "", PDF, "evidence.pdf" },
    { NULL, PDF, "evidence.pdf" },
    { ".pdf", PDF, "pdf.pdf" },
    { "photo.jpg.exe", "image/jpeg", "photo.jpg.exe.jpg" },
    { "report.exe", DOCX, "report.exe.docx" },
    { "con.pdf", PDF, "evidence-con.pdf" },
    { "COM1", PDF, "evidence-COM1.pdf" },
    { "a:b*c?d\"e<f>g|h.pdf", PDF, "a_b_c_d_e_f_g_h.pdf" },
    { "รายงาน\xE2\x80\xAE" "fdp.pdf", PDF, "รายงานfdp.pdf" },
    { "a\nb\x01.pdf", PDF, "ab.pdf" },
    { "name. . .pdf", PDF, "name.pdf" },
    { "bad\xFFname.pdf", PDF, "bad\xEF\xBF\xBDname.pdf" },
    { "report.exe", "application/x-msdownload", "report.exe.bin" },
    { "page.html", "text/html", "page.html.bin" },
    { "start.desktop", NULL, "start.desktop.bin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = mattra_evidence_clean_name (rows[i].name, rows[i].media_type);
      g_autofree char *again = mattra_evidence_clean_name (clean, rows[i].media_type);

      g_assert_cmpstr (clean, ==, rows[i].clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_long_name (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (name, "ก");
  g_string_append (name, ".pdf");
  clean = mattra_evidence_clean_name (name->str, PDF);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_cmpuint (strlen (clean), <=, 255);
  g_assert_true (g_str_has_suffix (clean, "ก.pdf"));
}

static MattraEvidence *
attach (MattraMeasure *measure,
        const char    *division,
        const char    *url)
{
  MattraEvidence *evidence = mattra_evidence_new (MATTRA_EVIDENCE_LINK);

  evidence->round = FIRST;
  evidence->division = g_strdup (division);
  evidence->url = g_strdup (url);
  g_ptr_array_add (mattra_measure_get_evidence (measure), evidence);
  return evidence;
}

/* "Done" needs proof: a link or file of the answer or the joint one, or words in the column of evidence. */
static void
test_lacking (void)
{
  static const struct
  {
    MattraStatus stated;
    const char *words;
    const char *attached_to; /* "-": the joint answer */
    gboolean lacking;
  } rows[] = {
    { MATTRA_STATUS_DONE, NULL, NULL, TRUE },
    { MATTRA_STATUS_DONE, "ภาพถ่าย", NULL, FALSE },
    { MATTRA_STATUS_DONE, "none", NULL, TRUE },
    { MATTRA_STATUS_DONE, NULL, "D", FALSE },
    { MATTRA_STATUS_DONE, NULL, "-", FALSE },
    { MATTRA_STATUS_DONE, NULL, "E", TRUE },
    { MATTRA_STATUS_IN_PROGRESS, NULL, NULL, FALSE },
    { MATTRA_STATUS_CANCELLED, NULL, NULL, FALSE },
    { MATTRA_STATUS_NONE, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_new ();
      MattraAnswer *answer = mattra_measure_ensure_answer (measure, FIRST, "D");

      mattra_answer_set_stated (answer, rows[i].stated);
      if (g_strcmp0 (rows[i].words, "none") == 0)
        mattra_answer_take_item (answer, MATTRA_ITEM_EVIDENCE, mattra_item_new_none ("ไม่มี"));
      else if (rows[i].words != NULL)
        mattra_answer_take_item (answer, MATTRA_ITEM_EVIDENCE, mattra_item_new (rows[i].words));
      if (rows[i].attached_to != NULL)
        attach (measure, g_str_equal (rows[i].attached_to, "-") ? NULL : rows[i].attached_to, "https://a.go.th");
      g_test_message ("%u", i);
      g_assert_cmpint (mattra_evidence_is_lacking (measure, FIRST, "D"), ==, rows[i].lacking);
      g_assert_false (mattra_evidence_is_lacking (measure, MATTRA_ROUND_FULL_YEAR, "D"));
    }
}

/* What is approved is approved with its proof: another file shows, another caption does not. */
static void
test_content (void)
{
  g_autoptr (MattraMeasure) measure = mattra_measure_new ();
  g_autofree char *before = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *other = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) fields = NULL;
  MattraEvidence *file = mattra_evidence_new (MATTRA_EVIDENCE_FILE);

  file->round = FIRST;
  file->division = g_strdup ("D");
  file->blob = g_strdup ("00ff");
  g_ptr_array_add (mattra_measure_get_evidence (measure), file);
  attach (measure, "D", "https://a.go.th");
  attach (measure, "E", "https://b.go.th");
  before = mattra_review_content_new (measure, FIRST, "D");
  g_assert_cmpstr (before, ==, "{\"attachments\":[\"00ff\",\"https://a.go.th\"]}");
  file->caption = g_strdup ("ภาพ");
  renamed = mattra_review_content_new (measure, FIRST, "D");
  g_assert_cmpstr (renamed, ==, before);
  g_free (file->blob);
  file->blob = g_strdup ("11ff");
  other = mattra_review_content_new (measure, FIRST, "D");
  g_assert_cmpstr (other, !=, before);
  fields = mattra_review_content_compare (before, other);
  content = g_strjoinv (" ", fields);
  g_assert_cmpstr (content, ==, "attachments");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/links", test_links);
  g_test_add_func ("/evidence/long-link", test_long_link);
  g_test_add_func ("/evidence/long-refusals", test_long_refusals);
  g_test_add_func ("/evidence/names", test_names);
  g_test_add_func ("/evidence/long-name", test_long_name);
  g_test_add_func ("/evidence/lacking", test_lacking);
  g_test_add_func ("/evidence/content", test_content);
  return g_test_run ();
}
