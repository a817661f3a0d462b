/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "mattra-store-private.h"

#define FIRST MATTRA_ROUND_FIRST_HALF
#define YEAR MATTRA_ROUND_FULL_YEAR
#define PART (1024 * 1024)

static char *
add_link (Fixture     *fixture,
          const char  *measure,
          MattraRound  round,
          const char  *url,
          GError     **error)
{
  MattraEvidence evidence = { .measure = (char *) measure, .round = round, .kind = MATTRA_EVIDENCE_LINK,
                              .url = (char *) url, .caption = (char *) "หน้าเว็บ" };

  return mattra_store_insert_evidence (fixture->store, &evidence, NULL, error);
}

static char *
add_file (Fixture     *fixture,
          const char  *measure,
          const char  *item,
          GBytes      *bytes,
          GError     **error)
{
  MattraEvidence evidence = { .measure = (char *) measure, .round = FIRST, .kind = MATTRA_EVIDENCE_FILE,
                              .item = (char *) item, .file_name = (char *) "ภาพ.jpg", .media_type = (char *) "image/jpeg" };

  return mattra_store_insert_evidence (fixture->store, &evidence, bytes, error);
}

/* "url url": the evidence of a measure in its order, by what a person knows it. */
static char *
tell (Fixture    *fixture,
      const char *measure)
{
  g_autoptr (MattraMeasure) loaded = mattra_store_load_measure (fixture->store, mattra_plan_get_id (fixture->plan), measure,
                                                                NULL);
  GPtrArray *all = mattra_measure_get_evidence (loaded);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MattraEvidence *evidence = g_ptr_array_index (all, i);

      g_string_append_printf (told, "%s%s", i > 0 ? " " : "", evidence->url ? evidence->url : evidence->file_name);
    }
  return g_string_free (told, FALSE);
}

static void
assert_told (Fixture    *fixture,
             const char *measure,
             const char *expected)
{
  g_autofree char *told = tell (fixture, measure);

  g_assert_cmpstr (told, ==, expected);
}

static GBytes *
make_bytes (gsize  length,
            guint8 fill)
{
  guint8 *data = g_malloc (length);

  memset (data, fill, length);
  return g_bytes_new_take (data, length);
}

static gint64
count_parts (Fixture *fixture)
{
  gint64 n = 0;

  g_assert_true (mattra_database_integer (fixture->store->database, "SELECT count (*) FROM blob", NULL, 0, &n, NULL));
  return n;
}

/* Both ways of reading a measure bring its evidence, with all that is known of it. */
static void
test_read (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (MattraMeasure) other = NULL;
  g_autoptr (MattraMeasureSource) all = NULL;
  g_autoptr (GBytes) bytes = make_bytes (2 * PART + 7, 1);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link = NULL;
  g_autofree char *file = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  other = fixture_add (&fixture, 2, "ข");
  link = add_link (&fixture, mattra_measure_get_id (measure), YEAR, "https://a.go.th", &error);
  g_assert_no_error (error);
  file = add_file (&fixture, mattra_measure_get_id (measure), NULL, bytes, &error);
  g_assert_no_error (error);
  all = mattra_store_list_measures (fixture.store, mattra_plan_get_id (fixture.plan), NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MattraMeasure) loaded = i == 0 ? mattra_measure_source_next (all, NULL)
                                                : mattra_store_load_measure (fixture.store,
                                                                             mattra_plan_get_id (fixture.plan), "1", NULL);
      GPtrArray *evidence = mattra_measure_get_evidence (loaded);
      const MattraEvidence *first = g_ptr_array_index (evidence, 0);
      const MattraEvidence *second = g_ptr_array_index (evidence, 1);

      g_assert_cmpuint (evidence->len, ==, 2);
      g_assert_cmpstr (first->id, ==, file);
      g_assert_cmpint (first->round, ==, FIRST);
      g_assert_cmpint (first->kind, ==, MATTRA_EVIDENCE_FILE);
      g_assert_cmpstr (first->file_name, ==, "ภาพ.jpg");
      g_assert_cmpstr (first->media_type, ==, "image/jpeg");
      g_assert_cmpint (first->length, ==, 2 * PART + 7);
      g_clear_pointer (&back, g_bytes_unref);
      back = mattra_store_load_blob (fixture.store, first->blob, NULL);
      g_assert_true (g_bytes_equal (bytes, back));
      g_assert_cmpstr (second->url, ==, "https://a.go.th");
      g_assert_cmpstr (second->caption, ==, "หน้าเว็บ");
      g_assert_cmpint (second->round, ==, YEAR);
    }
  assert_told (&fixture, mattra_measure_get_id (other), "");
  fixture_assert_sound (&fixture);
}

/* The same bytes are kept once; what was taken away comes back with undo, bytes and all. */
static void
test_undo (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GBytes) bytes = make_bytes (100, 1);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  one = add_file (&fixture, id, NULL, bytes, &error);
  two = add_file (&fixture, id, NULL, bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_parts (&fixture), ==, 1);
  g_assert_true (mattra_store_remove_evidence (fixture.store, one, &error));
  g_assert_true (mattra_store_remove_evidence (fixture.store, two, &error));
  assert_told (&fixture, id, "");
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  assert_told (&fixture, id, "ภาพ.jpg");
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  assert_told (&fixture, id, "ภาพ.jpg ภาพ.jpg");
  back = mattra_store_load_blob (fixture.store, hash, &error);
  g_assert_true (g_bytes_equal (bytes, back));
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  assert_told (&fixture, id, "");
  g_assert_true (mattra_store_redo (fixture.store, NULL, &error));
  assert_told (&fixture, id, "ภาพ.jpg");
  fixture_assert_sound (&fixture);
}

static void
test_order (void)
{
  static const struct
  {
    guint moved;
    int after; /* -1: first */
    const char *told;
  } rows[] = {
    { 2, -1, "https://c https://a https://b" },
    { 2, 1, "https://a https://b https://c" },
    { 0, 1, "https://b https://a https://c" },
    { 0, 2, "https://b https://c https://a" },
    { 1, 2, "https://c https://b https://a" },
    { 1, 2, "https://c https://b https://a" },
  };
  static const char *const urls[] = { "https://a", "https://b", "https://c" };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  char *ids[3];

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  for (guint i = 0; i < 3; i++)
    ids[i] = add_link (&fixture, mattra_measure_get_id (measure), FIRST, urls[i], &error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (mattra_store_move_evidence (fixture.store, ids[rows[i].moved],
                                                 rows[i].after >= 0 ? ids[rows[i].after] : NULL, &error));
      assert_told (&fixture, mattra_measure_get_id (measure), rows[i].told);
    }
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_false (mattra_store_move_evidence (fixture.store, ids[0], FIXTURE_DEVICE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  fixture_assert_sound (&fixture);
  for (guint i = 0; i < 3; i++)
    g_free (ids[i]);
}

static void
test_caption (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (MattraMeasure) loaded = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const MattraChange *change;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = add_link (&fixture, mattra_measure_get_id (measure), FIRST, "https://a", &error);
  g_assert_true (mattra_store_set_evidence_caption (fixture.store, id, "ประชุม", &error));
  loaded = mattra_store_load_measure (fixture.store, mattra_plan_get_id (fixture.plan), "1", NULL);
  g_assert_cmpstr (mattra_evidence_get_text (g_ptr_array_index (mattra_measure_get_evidence (loaded), 0)), ==, "ประชุม");
  history = mattra_store_load_history (fixture.store, mattra_measure_get_id (measure), 0, 10, &error);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpstr (change->field, ==, "attachments");
  g_assert_cmpint (change->number, ==, 1);
  g_assert_cmpstr (change->old_value, ==, "หน้าเว็บ");
  g_assert_cmpstr (change->new_value, ==, "ประชุม");
  change = g_ptr_array_index (history, 1);
  g_assert_cmpstr (change->text, ==, "หน้าเว็บ");
  g_assert_false (mattra_store_set_evidence_caption (fixture.store, FIXTURE_DEVICE, "x", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

/* What is written about something that another window took away would be seen by nobody. */
static void
test_gone (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = add_link (&fixture, mattra_measure_get_id (measure), FIRST, "https://a", &error);
  g_assert_true (mattra_store_remove_evidence (fixture.store, id, &error));
  g_assert_false (mattra_store_set_evidence_caption (fixture.store, id, "ประชุม", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_evidence_item (fixture.store, id, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (mattra_store_remove_evidence (fixture.store, id, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_assert_true (mattra_store_undo (fixture.store, NULL, NULL));
  assert_told (&fixture, mattra_measure_get_id (measure), "https://a");
  g_assert_true (mattra_store_set_evidence_caption (fixture.store, id, "ประชุม", NULL));
  fixture_assert_sound (&fixture);
}

/* Whatever is tried in a closed round, also by undo, is refused with its place. */
static void
test_closed (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GBytes) bytes = make_bytes (10, 1);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  one = add_link (&fixture, id, FIRST, "https://a", NULL);
  two = add_link (&fixture, id, FIRST, "https://b", NULL);
  g_assert_true (mattra_store_set_round_field (fixture.store, mattra_plan_get_id (fixture.plan), FIRST, "state", "closed",
                                               NULL));
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *added = i == 0 ? add_link (&fixture, id, FIRST, "https://c", &error)
                               : i == 1 ? add_file (&fixture, id, NULL, bytes, &error) : NULL;

      g_assert_null (added);
      if (i == 2)
        g_assert_false (mattra_store_set_evidence_caption (fixture.store, one, "x", &error));
      else if (i == 3)
        g_assert_false (mattra_store_move_evidence (fixture.store, two, NULL, &error));
      else if (i == 4)
        g_assert_false (mattra_store_remove_evidence (fixture.store, one, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
      g_assert_nonnull (strstr (error->message, i < 2 ? "round is closed" : "attachments of measure 1"));
    }
  assert_told (&fixture, id, "https://a https://b");
  g_assert_cmpint (count_parts (&fixture), ==, 0);
  fixture_assert_sound (&fixture);
}

static void
test_refused (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) large = make_bytes (MATTRA_EVIDENCE_MAX + 1, 1);
  g_autoptr (GBytes) small = make_bytes (5, 1);
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  g_assert_null (add_link (&fixture, FIXTURE_DEVICE, FIRST, "https://a", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (add_file (&fixture, mattra_measure_get_id (measure), FIXTURE_DEVICE, small, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (add_file (&fixture, mattra_measure_get_id (measure), NULL, empty, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (add_file (&fixture, mattra_measure_get_id (measure), NULL, large, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_assert_cmpint (count_parts (&fixture), ==, 0);
  assert_told (&fixture, mattra_measure_get_id (measure), "");
  fixture_assert_sound (&fixture);
}

/* A byte changed, a file taken out: the check of the register tells, and extracting refuses. */
static void
test_damaged (void)
{
  static const char *const damages[] = {
    "UPDATE blob SET data = x'0102030405'", "DELETE FROM blob", "UPDATE evidence SET blob_length = 4",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (MattraMeasure) measure = NULL;
      g_autoptr (GBytes) bytes = make_bytes (5, 1);
      g_autoptr (GPtrArray) faults = NULL;
      g_autofree char *id = NULL;
      gboolean found = FALSE;

      fixture_init (&fixture);
      measure = fixture_add (&fixture, 1, "ก");
      id = add_file (&fixture, mattra_measure_get_id (measure), NULL, bytes, NULL);
      fixture_close (&fixture);
      fixture_run_sql (fixture.path, damages[i]);
      fixture_reopen (&fixture);
      faults = mattra_store_verify (fixture.store, NULL);
      for (guint k = 0; k < faults->len; k++)
        {
          const MattraFault *fault = g_ptr_array_index (faults, k);

          found = found || (g_strcmp0 (fault->table, "evidence") == 0 && g_strcmp0 (fault->row, id) == 0);
        }
      g_test_message ("%s", damages[i]);
      g_assert_true (found);
    }
}

/* A copy of the register holds the files too, and putting it in place brings them back. */
static void
test_copy (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GBytes) bytes = make_bytes (PART + 1, 3);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *copy = NULL;
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = add_file (&fixture, mattra_measure_get_id (measure), NULL, bytes, &error);
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_remove_evidence (fixture.store, id, &error));
  fixture_close (&fixture);
  g_assert_true (mattra_backup_restore (fixture.path, copy, g_get_real_time (), &error));
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  assert_told (&fixture, mattra_measure_get_id (measure), "ภาพ.jpg");
  back = mattra_store_load_blob (fixture.store, hash, &error);
  g_assert_true (g_bytes_equal (bytes, back));
  fixture_assert_sound (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/read", test_read);
  g_test_add_func ("/evidence/undo", test_undo);
  g_test_add_func ("/evidence/order", test_order);
  g_test_add_func ("/evidence/caption", test_caption);
  g_test_add_func ("/evidence/gone", test_gone);
  g_test_add_func ("/evidence/closed", test_closed);
  g_test_add_func ("/evidence/refused", test_refused);
  g_test_add_func ("/evidence/damaged", test_damaged);
  g_test_add_func ("/evidence/copy", test_copy);
  return fixture_run_tests ();
}
