/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-act-text.h"
#include "mattra-check-register.h"
#include "mattra-check-words.h"
#include "mattra-error.h"
#include "mattra-new.h"
#include "own-folder.h"

typedef struct
{
  char *folder;
  char *path;
  MattraStore *store;
  MattraPlan *plan;
} Fixture;

static void
add_measure (Fixture    *self,
             const char *title,
             const char *question)
{
  g_autoptr (MattraMeasure) measure = mattra_measure_new ();
  g_autoptr (GError) error = NULL;

  mattra_measure_set_number (measure, 1);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "พ.ย. และ ก.พ.");
  mattra_measure_take_question (measure, mattra_question_new (MATTRA_QUESTION_ASKED, 1, "period", question, NULL,
                                                              NULL));
  g_assert_true (mattra_store_begin_act (self->store, "import", NULL, MATTRA_ACT_IMPORT, &error));
  mattra_store_insert_measure (self->store, mattra_plan_get_id (self->plan), measure, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_commit_act (self->store, &error));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_new_plan ("องค์การบริหารส่วนตำบลทดสอบ", 2566);
  g_autoptr (GError) error = NULL;

  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "r.mattra", NULL);
  g_assert_true (mattra_store_create (self->path, plan, &error));
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  self->plan = mattra_store_load_plan (self->store, 2566, &error);
  g_assert_no_error (error);
  add_measure (self, "การใช้งบประมาณ", "พ.ย. และ ก.พ.");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static GPtrArray *
check (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = mattra_check_register_plan (self->store, self->plan, MATTRA_ROUND_FULL_YEAR,
                                                    mattra_date_make (2023, 10, 15), &error);

  g_assert_no_error (error);
  return findings;
}

/* The finding about the question; NULL where it is settled. */
static const MattraFinding *
find_question (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const MattraFinding *) g_ptr_array_index (findings, i))->question)
      return g_ptr_array_index (findings, i);
  return NULL;
}

static gboolean
settle (Fixture              *self,
        const MattraFinding  *finding,
        GError              **error)
{
  if (!mattra_store_begin_act (self->store, "settle", NULL, MATTRA_ACT_EDIT, error))
    return FALSE;
  if (mattra_check_settle (self->store, self->plan, finding->measure, finding->question, error))
    return mattra_store_commit_act (self->store, error);
  mattra_store_abandon_act (self->store);
  return FALSE;
}

static void
test_settle (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) before = check (self);
  g_autoptr (GPtrArray) settled = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError) error = NULL;
  const MattraFinding *finding = find_question (before);

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->title, ==, "การใช้งบประมาณ");
  g_assert_true (settle (self, finding, &error));
  g_assert_no_error (error);
  settled = check (self);
  g_assert_null (find_question (settled));

  g_assert_false (settle (self, finding, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (mattra_store_undo (self->store, NULL, &error));
  g_assert_no_error (error);
  undone = check (self);
  g_assert_nonnull (find_question (undone));
  g_assert_cmpstr (find_question (undone)->question, ==, finding->question);
}

static void
ask (Fixture    *self,
     const char *field,
     const char *text)
{
  g_autoptr (MattraQuestion) question = mattra_question_new (MATTRA_QUESTION_ASKED, 4, field, text,
                                                             "Is this a title?", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_store_begin_act (self->store, "import", NULL, MATTRA_ACT_IMPORT, &error));
  g_assert_true (mattra_store_insert_question (self->store, mattra_plan_get_id (self->plan), NULL, question, &error));
  g_assert_true (mattra_store_commit_act (self->store, &error));
}

static const MattraFinding *
find_of_document (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MattraFinding *finding = g_ptr_array_index (findings, i);

      if (finding->question != NULL && finding->measure == NULL)
        return finding;
    }
  return NULL;
}

/* What the import asked about the document is found and settled as what it asked about a measure. */
static void
test_document (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) settled = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError) error = NULL;
  const MattraFinding *finding;

  ask (self, "title", "ด้านการจัดซื้อจัดจ้าง");
  before = check (self);
  finding = find_of_document (before);
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->check, ==, "question_open");
  g_assert_cmpstr (finding->message, ==,
                   "A question of the import about the document is open: “ด้านการจัดซื้อจัดจ้าง”.");
  g_assert_cmpstr (finding->proposal, ==, "Is this a title?");

  g_assert_true (settle (self, finding, &error));
  g_assert_no_error (error);
  settled = check (self);
  g_assert_null (find_of_document (settled));
  g_assert_nonnull (find_question (settled));
  g_assert_false (settle (self, finding, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (mattra_store_undo (self->store, NULL, &error));
  undone = check (self);
  g_assert_nonnull (find_of_document (undone));
}

/* A year and an office the plan has by now; a round only where the import was told. */
static void
test_answered (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) answered = NULL;
  g_autoptr (GPtrArray) open = NULL;

  ask (self, "fiscal_year", "");
  ask (self, "organisation", "");
  answered = check (self);
  g_assert_null (find_of_document (answered));
  ask (self, "round", "");
  open = check (self);
  g_assert_cmpstr (find_of_document (open)->message, ==, "A question of the import about the document is open.");
}

/* A report of the measures alone shows no results: nobody has to wait for them. */
static void
test_faults (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) findings = check (self);

  g_assert_true (mattra_check_has_fault (findings));
  g_assert_cmpuint (mattra_check_count_faults (findings, TRUE), ==, 1);
  g_assert_cmpuint (mattra_check_count_faults (findings, FALSE), ==, 0);
}

static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *message;
    MattraDigits digits;
    const char *said;
  } rows[] = {
    { "Measure 3 has no result.", MATTRA_DIGITS_THAI, "Measure ๓ has no result." },
    { "Measure 3 has no result.", MATTRA_DIGITS_WESTERN, "Measure 3 has no result." },
    { "“2566” in measure 12 is “๒๕๖๕”.", MATTRA_DIGITS_THAI, "“2566” in measure ๑๒ is “๒๕๖๕”." },
    { "“2566” in measure 12 is “๒๕๖๕”.", MATTRA_DIGITS_WESTERN, "“2566” in measure 12 is “๒๕๖๕”." },
    { "Measure 3: “not closed 4", MATTRA_DIGITS_THAI, "Measure ๓: “not closed 4" },
    { "", MATTRA_DIGITS_THAI, "" },
  };
  g_autoptr (GPtrArray) findings = check (self);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = mattra_check_say (rows[i].message, rows[i].digits);

      g_assert_cmpstr (said, ==, rows[i].said);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const MattraFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (mattra_check_kind_text (finding->check), !=, finding->check);
    }
}

/* What replacing is called; the texts are quoted only so far. */
static void
test_act_names (Fixture       *self,
                gconstpointer  data)
{
  static const struct
  {
    const char *arguments;
    const char *name;
  } rows[] = {
    { NULL, "Replace text" },
    { "old\tnew", "Replace “old” by “new”" },
    { "old\t", "Replace “old” by nothing" },
    { "1234567890123456789012345\tnew", "Replace “123456789012345678901234…” by “new”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = mattra_act_describe ("replace", rows[i].arguments);

      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/operations/check/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("settle", test_settle);
  ADD ("document", test_document);
  ADD ("answered", test_answered);
  ADD ("faults", test_faults);
  ADD ("words", test_words);
  ADD ("act-names", test_act_names);

  return g_test_run ();
}
