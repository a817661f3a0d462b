/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

/* What goes with the address of a file where an item of the assessment is answered (domain.md 1.3). */

#define POSTED " ได้เผยแพร่ "
#define MEASURES_HAVE \
  "มีรายละเอียดประกอบด้วย (1) การวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. %d%s " \
  "และ (2) มาตรการที่กำหนดจากผลการวิเคราะห์ โดยมีผู้รับผิดชอบ ขั้นตอนหรือวิธีการดำเนินการ ระยะเวลา " \
  "และแนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล"
#define BY_TOPICS " เป็นรายประเด็นครบทั้ง %u ประเด็น"
#define RESULTS_HAVE \
  "มีรายละเอียดผลการดำเนินการที่เป็นรูปธรรมครบทุกมาตรการตามมาตรการที่กำหนดไว้ " \
  "พร้อมปัญหา อุปสรรค และข้อเสนอแนะ เป็นการดำเนินการในปีงบประมาณ พ.ศ. %d"

static guint
count_topics (MattraPlan *plan)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);
  guint n = 0;

  for (guint i = 0; i < analyses->len; i++)
    n += ((const MattraAnalysis *) g_ptr_array_index (analyses, i))->topic;
  return n;
}

/* Words are set in Thai digits; what has to be found or typed as it is, is not. */
static void
append_words (GString    *text,
              const char *words)
{
  g_autofree char *thai = mattra_digits_to_thai (words);

  g_string_append (text, thai);
}

static void
append_as_is (GString    *text,
              const char *before,
              const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", before, part);
}

static void
append_where (GString                 *text,
              const MattraPublication *item)
{
  if (mattra_date_is_set (item->posted_on))
    {
      g_autofree char *day = mattra_date_format (item->posted_on, MATTRA_DATE_LONG, MATTRA_DIGITS_THAI);

      append_as_is (text, " เมื่อวันที่ ", day);
    }
  append_as_is (text, " ที่เมนู ", item->menu_path);
  append_as_is (text, " ไฟล์ ", item->file_name);
}

/* What the file has in it. */
static char *
describe (MattraPlan              *plan,
          const MattraPublication *item,
          int                      year)
{
  g_autofree char *topics = count_topics (plan) > 0 ? g_strdup_printf (BY_TOPICS, count_topics (plan)) : g_strdup ("");

  if (g_str_equal (item->report, MATTRA_PUBLICATION_MEASURES))
    return g_strdup_printf (MEASURES_HAVE, mattra_plan_get_analysed_year (plan), topics);
  return g_strdup_printf (RESULTS_HAVE, year);
}

/**
 * mattra_report_propose_explanation:
 * @plan: the plan whose year is assessed
 * @item: how the item is answered
 * @year: fiscal year of the measures or results, B.E.
 *
 * Proposes what is said beside the address of a file, of what is known.
 *
 * Returns: (transfer full): the text, in Thai with Thai digits but for the address, the menus and the name of the file,
 *   which are found by how they are written
 */
char *
mattra_report_propose_explanation (MattraPlan              *plan,
                                   const MattraPublication *item,
                                   int                      year)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *head = NULL;
  g_autofree char *content = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && item != NULL, NULL);

  text = g_string_new (NULL);
  head = g_strdup_printf ("%s" POSTED "%s ประจำปีงบประมาณ พ.ศ. %d บนเว็บไซต์ของหน่วยงาน",
                          mattra_plan_get_organisation (plan)->name, item->name != NULL ? item->name : "", year);
  append_words (text, head);
  append_where (text, item);
  g_string_append_c (text, '\n');
  content = describe (plan, item, year);
  append_words (text, content);
  append_as_is (text, "\n", item->url);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
