/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-edit.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mattra-edit.h"
#include "mattra-evidence-file.h"
#include "mattra-find.h"
#include "mattra-review.h"
#include "two-measures.h"

#define ROUND MATTRA_ROUND_FULL_YEAR
#define GIB ((off_t) 1024 * 1024 * 1024)
#define PDF "%PDF-1.7\n%%EOF\n"

typedef struct
{
  TwoMeasures *self;
  MattraPlan *plan;
  char *measure;
} Evidence;

static void
evidence_init (Evidence    *evidence,
               TwoMeasures *self)
{
  g_autoptr (MattraMeasure) measure = NULL;

  evidence->self = self;
  evidence->plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  measure = mattra_find_measure (self->store, evidence->plan, "1", NULL);
  evidence->measure = g_strdup (mattra_measure_get_id (measure));
}

static void
evidence_clear (Evidence *evidence)
{
  g_object_unref (evidence->plan);
  g_free (evidence->measure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Evidence, evidence_clear)

static MattraMeasure *
load (Evidence *evidence)
{
  return mattra_store_load_measure (evidence->self->store, mattra_plan_get_id (evidence->plan), evidence->measure, NULL);
}

static guint
count (Evidence *evidence)
{
  g_autoptr (MattraMeasure) measure = load (evidence);

  return mattra_measure_get_evidence (measure)->len;
}

/* Adds a file with the name, or a link. Returns the error's code, or -1. */
static int
add (Evidence           *evidence,
     const MattraActor  *actor,
     const char         *url,
     const char         *data,
     const char         *name)
{
  g_autoptr (GBytes) bytes = data != NULL ? g_bytes_new_static (data, strlen (data)) : NULL;
  MattraEvidenceEdit edit = { MATTRA_EVIDENCE_ADD, evidence->measure, NULL, ROUND, NULL, NULL, " ภาพ ", NULL, url, bytes,
                              name };
  g_autoptr (GError) error = NULL;

  return mattra_evidence_apply (evidence->self->store, evidence->plan, actor, &edit, 1, &error) ? -1 : error->code;
}

/* What cannot be evidence is refused before it is read, in words that name it; nothing hangs. */
static void
test_bad_files (TwoMeasures   *self,
                gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *content; /* NULL: made below */
    MattraError code;
    const char *words;
  } rows[] = {
    { "large.pdf", NULL, MATTRA_ERROR_INVALID, "larger than 50 MiB" },
    { "folder.pdf", NULL, MATTRA_ERROR_INVALID, "folder" },
    { "pipe.pdf", NULL, MATTRA_ERROR_INVALID, "pipe" },
    { "gone.pdf", NULL, MATTRA_ERROR_NOT_FOUND, "is not there" },
    { "dangling.pdf", NULL, MATTRA_ERROR_NOT_FOUND, "is not there" },
    { "empty.pdf", "", MATTRA_ERROR_INVALID, "is empty" },
    { "program.pdf", "\x7F" "ELF and more", MATTRA_ERROR_INVALID, "a program" },
    { "script.jpg", "#!/bin/sh\nrm -rf /\n", MATTRA_ERROR_INVALID, "unknown kind" },
    { "page.png", "<html><script>alert(1)</script>", MATTRA_ERROR_INVALID, "web page" },
    { "archive.docx", "PK\003\004 no archive", MATTRA_ERROR_INVALID, "damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, rows[i].name, NULL);
      g_autoptr (GError) error = NULL;

      if (rows[i].content != NULL)
        g_assert_true (g_file_set_contents (path, rows[i].content, -1, NULL));
      else if (i == 0)
        {
          int file = g_open (path, O_CREAT | O_WRONLY, 0600);

          g_assert_cmpint (ftruncate (file, GIB), ==, 0);
          close (file);
        }
      else if (i == 1)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      else if (i == 2)
        g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      else if (i == 4)
        g_assert_cmpint (symlink ("nowhere", path), ==, 0);
      g_test_message ("%s", rows[i].name);
      g_assert_null (mattra_evidence_read (path, &error));
      g_assert_error (error, MATTRA_ERROR, (int) rows[i].code);
      g_assert_nonnull (strstr (error->message, rows[i].words));
      g_assert_nonnull (strstr (error->message, rows[i].name));
    }
}

static void
test_links (TwoMeasures   *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *url;
    int code;
  } rows[] = {
    { "https://hintang.go.th/a", -1 },
    { "https://hintang.go.th/a", MATTRA_ERROR_INVALID }, /* twice */
    { "javascript:alert(1)", MATTRA_ERROR_INVALID },
    { "data:text/html,x", MATTRA_ERROR_INVALID },
    { "file:///etc/passwd", MATTRA_ERROR_INVALID },
    { "http://hintang.go.th/b", -1 },
  };
  g_auto (Evidence) evidence = { 0 };
  guint n = 0;

  evidence_init (&evidence, self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (add (&evidence, NULL, rows[i].url, NULL, NULL), ==, rows[i].code);
      n += rows[i].code == -1;
      g_assert_cmpuint (count (&evidence), ==, n);
    }
}

/* A file comes out as it went in, under a name that leads nowhere else, and over nothing that is there. */
static void
test_extract (TwoMeasures   *self,
              gconstpointer  data)
{
  g_auto (Evidence) evidence = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *expected = g_build_filename (self->folder, "passwd.pdf", NULL);
  g_autofree char *written = NULL;
  g_autofree char *content = NULL;
  g_autofree char *aim = g_build_filename (self->folder, "elsewhere.pdf", NULL);
  g_autofree char *link = g_build_filename (self->folder, "link.pdf", NULL);
  g_autoptr (GError) error = NULL;
  MattraEvidence *file;

  evidence_init (&evidence, self);
  g_assert_cmpint (add (&evidence, NULL, NULL, PDF, "../../etc/passwd"), ==, -1);
  g_assert_cmpint (add (&evidence, NULL, NULL, PDF, "other.pdf"), ==, MATTRA_ERROR_INVALID);
  measure = load (&evidence);
  file = g_ptr_array_index (mattra_measure_get_evidence (measure), 0);
  g_assert_cmpstr (file->file_name, ==, "passwd.pdf");
  g_assert_cmpstr (file->media_type, ==, "application/pdf");
  g_assert_cmpstr (file->caption, ==, "ภาพ");
  g_assert_true (mattra_evidence_extract (self->store, file, self->folder, FALSE, &written, &error));
  g_assert_cmpstr (written, ==, expected);
  g_assert_true (g_file_get_contents (expected, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, PDF);
  g_assert_true (g_file_set_contents (expected, "mine", -1, NULL));
  g_assert_false (mattra_evidence_extract (self->store, file, self->folder, FALSE, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (mattra_evidence_extract (self->store, file, self->folder, TRUE, NULL, &error));
  /* A link to where nothing is yet is not followed. */
  g_assert_cmpint (symlink (aim, link), ==, 0);
  g_assert_false (mattra_evidence_extract (self->store, file, link, FALSE, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (g_file_test (aim, G_FILE_TEST_EXISTS));
  /* A register that another program wrote: its name does not lead out of the folder either. */
  g_free (file->file_name);
  file->file_name = g_strdup ("../../../tmp/mattra-escaped.pdf");
  g_clear_pointer (&written, g_free);
  g_assert_true (mattra_evidence_extract (self->store, file, self->folder, FALSE, &written, &error));
  g_assert_true (g_str_has_prefix (written, self->folder));
  g_assert_true (g_str_has_suffix (written, "/mattra-escaped.pdf"));
  /* Nor over a register. */
  g_assert_false (mattra_evidence_extract (self->store, file, self->path, TRUE, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
}

/* Store, window and command line ask one table: each role and state gets its answer. */
static void
test_permission (TwoMeasures   *self,
                 gconstpointer  data)
{
  g_auto (Evidence) evidence = { 0 };
  MattraEdit result = { "1", "results", "ทำแล้ว", ROUND, NULL };
  MattraReviewRequest request = { .round = ROUND, .verdict = MATTRA_VERDICT_SUBMITTED };
  MattraActor secretary = { "เลขา", NULL, MATTRA_ROLE_SECRETARY, NULL };
  guint n = 0;

  evidence_init (&evidence, self);
  g_assert_true (mattra_edit_apply (self->store, evidence.plan, &result, NULL, NULL));
  request.measure = evidence.measure;
  for (guint submitted = 0; submitted < 2; submitted++)
    {
      if (submitted)
        g_assert_true (mattra_review_apply (self->store, evidence.plan, &secretary, &request, NULL));
      for (MattraRole role = 0; role < MATTRA_N_ROLES; role++)
        {
          MattraActor actor = { "ผู้ทำ", NULL, role, NULL };
          MattraReviewState state = submitted ? MATTRA_REVIEW_SUBMITTED : MATTRA_REVIEW_DRAFT;
          gboolean allowed = mattra_permission_ask (role, MATTRA_ACTION_ADD_EVIDENCE, FALSE, state) == MATTRA_REASON_NONE;
          g_autofree char *url = g_strdup_printf ("https://a.go.th/%u/%u", submitted, role);

          g_assert_cmpint (add (&evidence, &actor, url, NULL, NULL), ==, allowed ? -1 : MATTRA_ERROR_DENIED);
          n += allowed;
          g_assert_cmpuint (count (&evidence), ==, n);
        }
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Several files are one act: all are there, or none, and one undo takes them away. */
static void
test_several (TwoMeasures   *self,
              gconstpointer  data)
{
  g_auto (Evidence) evidence = { 0 };
  g_autoptr (GBytes) one = g_bytes_new_static (PDF, strlen (PDF));
  g_autoptr (GBytes) two = g_bytes_new_static (PDF "2", strlen (PDF "2"));
  g_autoptr (GBytes) bad = g_bytes_new_static ("MZ", 2);
  g_autoptr (GError) error = NULL;
  MattraEvidenceEdit edits[2];

  evidence_init (&evidence, self);
  for (guint i = 0; i < 2; i++)
    edits[i] = (MattraEvidenceEdit) { .measure = evidence.measure, .round = ROUND, .file_name = "a.pdf",
                                      .bytes = i == 0 ? one : bad };
  g_assert_false (mattra_evidence_apply (self->store, evidence.plan, NULL, edits, 2, &error));
  g_assert_cmpuint (count (&evidence), ==, 0);
  edits[1].bytes = two;
  g_clear_error (&error);
  g_assert_true (mattra_evidence_apply (self->store, evidence.plan, NULL, edits, 2, &error));
  g_assert_cmpuint (count (&evidence), ==, 2);
  g_assert_true (mattra_store_undo (self->store, NULL, &error));
  g_assert_cmpuint (count (&evidence), ==, 0);
}

/* Another program at work on a file. */
typedef struct
{
  const char *path;
  gint ended; /* atomic */
} Writer;

static gpointer
append_on_and_on (gpointer data)
{
  Writer *writer = data;
  int file = g_open (writer->path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);

  g_assert_cmpint (file, >=, 0);
  while (!g_atomic_int_get (&writer->ended))
    {
      g_assert_cmpint (write (file, ".", 1), ==, 1);
      g_usleep (100);
    }
  close (file);
  return NULL;
}

/* What is read while it grows is refused, never taken in part. */
static void
test_growing (TwoMeasures   *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "growing.pdf", NULL);
  Writer writer = { path, FALSE };
  GThread *thread = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) error = NULL;
  gboolean refused = FALSE;

  g_assert_true (g_file_set_contents (path, PDF, -1, NULL));
  g_assert_cmpint (truncate (path, 16 * 1024 * 1024), ==, 0);
  thread = g_thread_new ("writer", append_on_and_on, &writer);
  for (gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; !refused && g_get_monotonic_time () < end;)
    {
      g_autoptr (GBytes) bytes = mattra_evidence_read (path, &error);

      refused = bytes == NULL;
    }
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, path));
  g_atomic_int_set (&writer.ended, TRUE);
  g_thread_join (thread);
  g_clear_error (&error);
  whole = mattra_evidence_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), >, 16 * 1024 * 1024);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/operations/evidence/bad-files", TwoMeasures, NULL, two_measures_set_up, test_bad_files,
              two_measures_tear_down);
  g_test_add ("/operations/evidence/growing", TwoMeasures, NULL, two_measures_set_up, test_growing,
              two_measures_tear_down);
  g_test_add ("/operations/evidence/links", TwoMeasures, NULL, two_measures_set_up, test_links, two_measures_tear_down);
  g_test_add ("/operations/evidence/extract", TwoMeasures, NULL, two_measures_set_up, test_extract,
              two_measures_tear_down);
  g_test_add ("/operations/evidence/permission", TwoMeasures, NULL, two_measures_set_up, test_permission,
              two_measures_tear_down);
  g_test_add ("/operations/evidence/several", TwoMeasures, NULL, two_measures_set_up, test_several,
              two_measures_tear_down);
  return g_test_run ();
}
