/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-score-table.h"

#include <string.h>

#include "mattra-error.h"

#define YEAR 2565

static GArray *
read_text (const char  *text,
           const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mattra_score_table_read (bytes, name, YEAR, error);
}

/* What is read of a table, as YEAR/INDICATOR=HUNDREDTHS. */
static const struct
{
  const char *text;
  const char *read;
} tables[] = {
  /* Bare, by number or name, in either digits. */
  { "1\t86.25\n2\t90\n", "2565/1=8625 2565/2=9000" },
  { "๑\t๘๖.๒๕\n๒\t๙๐\n", "2565/1=8625 2565/2=9000" },
  { "การปฏิบัติหน้าที่\t86.25\nการใช้งบประมาณ\t100\n", "2565/1=8625 2565/2=10000" },
  { "1\tIIT\tการปฏิบัติหน้าที่\t0\n", "2565/1=0" },
  { "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่\t86.25\n", "2565/1=8625" },
  { "1. การปฏิบัติหน้าที่\t86.25 %\n", "2565/1=8625" },
  { "I1\t86.25\nIndicator 2\t90\n", "2565/1=8625 2565/2=9000" },
  { "10\t86,25\n", "2565/10=8625" },
  { "1\tร้อยละ 86.25\n2\t๙๐.๕ คะแนน\n", "2565/1=8625 2565/2=9050" },
  { "2566\t1\t86.25\n2564\t1\t80\n", "2566/1=8625 2564/1=8000" },
  /* With a head. */
  { "ที่\tตัวชี้วัด\tคะแนน\n1\tการปฏิบัติหน้าที่\t86.25\n", "2565/1=8625" },
  { "ตัวชี้วัด\tคะแนน (ร้อยละ)\nการใช้อำนาจ\t86.25\n", "2565/3=8625" },
  { "ตัวชี้วัด\tคะแนนเต็ม\tคะแนนที่ได้\nการใช้อำนาจ\t100\t86.25\n", "2565/3=8625" },
  { "Indicator,Score\n3,86.25\n", "2565/3=8625" },
  { "Indicator;Score\n3;86,25\n", "2565/3=8625" },
  { "No.\tInstrument\tIndicator\tScore\n3\tIIT\tการใช้อำนาจ\t86.25\n", "2565/3=8625" },
  { "คะแนน\tตัวชี้วัด\n86.25\tการใช้อำนาจ\n", "2565/3=8625" },
  /* A column for each year, or one of years; a year above; of the other era. */
  { "ตัวชี้วัด\t2564\t2565\n1\t80\t86.25\n2\t\t90\n", "2564/1=8000 2565/1=8625 2565/2=9000" },
  { "ตัวชี้วัด\tปี ๒๕๖๔\tปี ๒๕๖๕\tผลต่าง\n1\t80\t86.25\t+6.25\n", "2564/1=8000 2565/1=8625" },
  { "ตัวชี้วัด\tปี 64\tปี 65\n1\t80\t86.25\n", "2564/1=8000 2565/1=8625" },
  { "Indicator\tFY2021\t2022\n1\t80\t86.25\n", "2564/1=8000 2565/1=8625" },
  { "ตัวชี้วัด\tปีงบประมาณ\tคะแนน\n1\t2564\t80\n1\t๒๕๖๕\t86.25\n", "2564/1=8000 2565/1=8625" },
  { "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๓\nตัวชี้วัด\tคะแนน\n1\t80\n", "2563/1=8000" },
  /* Sums, groups and blanks are passed over. */
  { "ตัวชี้วัด\tคะแนน\nเครื่องมือ IIT\t84.20\n1\t80\n2\t-\n3\t\nคะแนนเฉลี่ย\t80\nรวม\t80\n", "2565/1=8000" },
  { "\xef\xbb\xbfตัวชี้วัด\tคะแนน\r\n1\t80\r\n\r\n2\t81\r\n", "2565/1=8000 2565/2=8100" },
  /* Numbers change with the years, names do not. */
  { "ที่\tตัวชี้วัด\tคะแนน\n1\tการใช้งบประมาณ\t80\n", "2565/2=8000" },
};

static char *
describe (GArray *scores)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraScoreEntry *score = &g_array_index (scores, MattraScoreEntry, i);

      g_string_append_printf (text, "%s%d/%d=%d", i > 0 ? " " : "", score->fiscal_year, score->indicator,
                              (int) (score->score * 100 + 0.5));
    }
  return g_string_free (text, FALSE);
}

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) scores = read_text (tables[i].text, "scores.txt", &error);
      g_autofree char *read = NULL;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      read = describe (scores);
      g_assert_cmpstr (read, ==, tables[i].read);
    }
}

/* The place of the fault and its words. */
static const struct
{
  const char *text;
  const char *place;
  const char *word;
} faults[] = {
  { "1\t86.25\n2\t101\n", "scores.txt, line 2, column 3: ", "“101”" },
  { "1\t-1\n", "scores.txt, line 1, column 3: ", "“-1”" },
  { "1\t–1\n", "scores.txt, line 1, column 3: ", "“–1”" },
  { "1\t100.01\n", "scores.txt, line 1, column 3: ", "“100.01”" },
  { "1\tดีมาก\n", "scores.txt, line 1, column 3: ", "“ดีมาก”" },
  { "1\t8,625\n", "scores.txt, line 1, column 3: ", "“8,625”" },
  { "1\t1e1\n", "scores.txt, line 1, column 3: ", "“1e1”" },
  { "1\tnan\n", "scores.txt, line 1, column 3: ", "“nan”" },
  { "ตัวชี้วัด\tคะแนน\n1\t80\n\n๑๑\t๘๐\n", "scores.txt, line 4, column 1: ", "“๑๑”" },
  { "ตัวชี้วัด\tคะแนน\nการทำบุญ\t80\n", "scores.txt, line 2, column 1: ", "“การทำบุญ”" },
  { "ที่\tตัวชี้วัด\tคะแนน\n\tการทำบุญ\t80\n", "scores.txt, line 2, column ", "“การทำบุญ”" },
  { "ตัวชี้วัด\tคะแนน\n\t80\n", "scores.txt, line 2, column ", "“”" },
  { "0\t80\n", "scores.txt, line 1, column 1: ", "“0”" },
  { "1\t80\nการปฏิบัติหน้าที่\t81\n", "scores.txt, line 2, column 19: ", "first in line 1" },
  { "ตัวชี้วัด\t2565\t2565\n1\t80\t81\n", "scores.txt, line 2, column 6: ", "first in line 2" },
  { "ตัวชี้วัด\tปี\tคะแนน\n1\tเมื่อวาน\t80\n", "scores.txt, line 2, column 3: ", "“เมื่อวาน”" },
  { "ตัวชี้วัด\tคะแนน\n", "scores.txt: ", "no score" },
  { "เรียน นายก\n", "scores.txt: ", "no score" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) scores = read_text (faults[i].text, "scores.txt", &error);

      g_test_message ("case %u: %s", i, error ? error->message : "");
      g_assert_null (scores);
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, faults[i].place));
      g_assert_nonnull (strstr (error->message, faults[i].word));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/score-table/tables", test_tables);
  g_test_add_func ("/exchange/score-table/faults", test_faults);

  return g_test_run ();
}
