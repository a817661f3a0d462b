/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-data.h"
#include "mattra-pdf.h"

void
paper_set_up_bare (PaperFixture *self,
                   gconstpointer  data)
{
  MattraOrganisation *organisation;

  self->plan = mattra_plan_new (2566);
  organisation = mattra_plan_get_organisation (self->plan);
  g_free (organisation->name);
  organisation->name = g_strdup (OFFICE);
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  self->folder = g_dir_make_tmp ("mattra-kinds-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "paper.pdf", NULL);
}

void
paper_tear_down (PaperFixture *self,
                 gconstpointer  data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->measures);
  g_object_unref (self->plan);
}

void
paper_set_divisions (PaperFixture *self,
                     const char *const *names)
{
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; names[i]; i++)
    {
      MattraDivision *division = mattra_division_new (names[i]);

      g_free (division->id);
      division->id = g_strdup_printf ("division-%u", i);
      g_ptr_array_add (divisions, division);
    }
  list = mattra_division_list_new (divisions);
  mattra_plan_set_divisions (self->plan, list);
}

MattraMeasure *
paper_add_measure (PaperFixture *self,
                   const char *title,
                   const char *division)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party = mattra_party_new (division ? division : "ผู้ดูแลเว็บไซต์");

  mattra_measure_set_number (measure, (int) self->measures->len + 1);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค. 65 - มี.ค. 66");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("ประกาศแผน"));
  if (division)
    g_ptr_array_add (party->divisions, g_strdup (division));
  mattra_measure_take_party (measure, party);
  g_ptr_array_add (self->measures, measure);
  return measure;
}

void
paper_add_signer (PaperFixture *self,
                  const char *name,
                  const char *role,
                  const char *post,
                  const char *acting)
{
  MattraSigner *signer = mattra_signer_new (name);

  signer->id = g_strdup_printf ("signer-%u", mattra_plan_get_signers (self->plan)->len);
  signer->role = g_strdup (role);
  signer->post = g_strdup (post);
  signer->acting = g_strdup (acting);
  g_ptr_array_add (mattra_plan_get_signers (self->plan), signer);
}

MattraPaper *
paper_add_record (PaperFixture *self,
                  const char *kind,
                  const char *number,
                  MattraDate  day)
{
  MattraPaper *paper = mattra_paper_new (kind);

  paper->number = g_strdup (number);
  paper->day = day;
  g_ptr_array_add (mattra_plan_get_papers (self->plan), paper);
  return paper;
}

static void
add_people (PaperFixture *self)
{
  paper_add_signer (self, CLERK, "ผู้รายงาน", "นิติกรชำนาญการ", NULL);
  paper_add_signer (self, "นายเดช กล้าหาญ", "ผู้ตรวจสอบ", "ผู้อำนวยการกองคลัง", "รักษาราชการแทน ปลัด" OFFICE);
  paper_add_signer (self, "นายสมชาย ใจกล้า", "ผู้อนุมัติ", CHIEF, NULL);
}

void
paper_set_up (PaperFixture *self,
              gconstpointer  data)
{
  MattraMeasure *answered;
  MattraAnswer *answer;

  paper_set_up_bare (self, data);
  paper_set_divisions (self, (const char *const[]) { "สำนักปลัด", "กองคลัง", "หน่วยตรวจสอบภายใน", NULL });
  answered = paper_add_measure (self, "การใช้งบประมาณ", "division-1");
  paper_add_measure (self, "การใช้ทรัพย์สินของราชการ", "division-1");
  paper_add_measure (self, "การประชาสัมพันธ์", "division-0");
  paper_add_measure (self, "การปรับปรุงเว็บไซต์", NULL);
  mattra_measure_set_ita_indicator (answered, 2);
  answer = mattra_measure_ensure_answer (answered, MATTRA_ROUND_FIRST_HALF, "division-1");
  mattra_answer_set_stated (answer, MATTRA_STATUS_DONE);
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("รายงานครบ 2 ไตรมาส"));
  add_people (self);
  mattra_plan_get_round (self->plan, MATTRA_ROUND_FIRST_HALF)->answers_due = mattra_date_make (2023, 3, 15);
}

MattraReportOptions
paper_options (const char *kind)
{
  MattraReportOptions options = { kind, MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DIGITS_THAI };

  options.today = mattra_date_make (2023, 4, 5);
  return options;
}

MattraDocument *
paper_build (PaperFixture *self,
             const MattraReportOptions  *options,
             GError                    **error)
{
  g_autoptr (MattraMeasureSource) source = mattra_measure_array_new (self->measures);

  return mattra_report_build (self->plan, source, options, error);
}

MattraLayout *
paper_lay_out (MattraDocument  *document,
               GError         **error)
{
  g_autofree char *fonts = mattra_data_find ("fonts", NULL);
  g_autofree char *dictionary = mattra_data_find ("dictionary", NULL);
  g_autoptr (MattraTypesetter) typesetter = mattra_typesetter_new (fonts, dictionary, NULL);

  return mattra_layout_new (document, typesetter, error);
}

/* Prints to the fixture's path and gives the number of pages. */
guint
paper_print_document (PaperFixture *self,
                      MattraDocument *document)
{
  const MattraPdfOptions pdf_options = { .tags = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = paper_lay_out (document, &error);

  g_assert_no_error (error);
  mattra_pdf_write (layout, self->path, &pdf_options, &error);
  g_assert_no_error (error);
  return mattra_layout_get_n_pages (layout);
}

guint
paper_print (PaperFixture *self,
             const MattraReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = paper_build (self, options, &error);

  g_assert_no_error (error);
  return paper_print_document (self, document);
}

/* What a program says; %NULL, said aloud, where it is not installed. */
char *
paper_ask (const char *program,
           ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *found = g_find_program_in_path (program);
  char *output = NULL;
  va_list rest;

  if (found == NULL)
    {
      g_test_skip_printf ("%s is not installed", program);
      return NULL;
    }
  g_ptr_array_add (words, found);
  va_start (rest, program);
  for (char *word = va_arg (rest, char *); word; word = va_arg (rest, char *))
    g_ptr_array_add (words, word);
  va_end (rest);
  g_ptr_array_add (words, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                               NULL, NULL, NULL));
  return output;
}

/* A text without the spaces and line ends, at which lines part words. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);

  return g_strjoinv ("", words);
}

char *
paper_text (PaperFixture *self)
{
  g_autofree char *text = paper_ask ("pdftotext", "-raw", self->path, "-", NULL);

  return text ? squeeze (text) : NULL;
}

guint
paper_count (const char *text,
             const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)); p += strlen (part))
    n++;
  return n;
}

void
paper_assert_says (const char *said,
                   const char *words,
                   gboolean    wanted)
{
  g_autofree char *text = squeeze (said);
  g_autofree char *part = squeeze (words);

  if ((paper_count (text, part) > 0) != wanted)
    g_error ("“%s” %s in: %s", part, wanted ? "is not" : "is", text);
}
