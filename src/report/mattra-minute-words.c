/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-minute-words.h"

/* Fields of a measure that meetings change, and how their minutes tell it. */
static const struct
{
  const char *field;
  const char *before;
  const char *after; /* where the value stands in quotes */
} fields[] = {
  { "status", "ให้ปรับสถานะการดำเนินการเป็น “", "”" },
  { "period_text", "ให้ปรับระยะเวลาดำเนินการเป็น “", "”" },
  { "responsible", "ให้ปรับผู้รับผิดชอบเป็น “", "”" },
  { "title", "ให้ปรับชื่อมาตรการเป็น “", "”" },
  { "recommendations", "มีข้อเสนอแนะ: ", "" },
  { "obstacles", "รับทราบปัญหา/อุปสรรค: ", "" },
  { "results", "รับทราบผลการดำเนินการ: ", "" },
  { "steps", "ให้ปรับวิธีการดำเนินการ: ", "" },
};

/* Lines of a cell stand in one line of minutes. */
static char *
on_one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("; ", lines);
}

/**
 * mattra_minute_words:
 * @field: field of a measure that a meeting changed
 * @value: what it became, in the words of paper
 *
 * Returns: (transfer full): the decision as a line of minutes
 */
char *
mattra_minute_words (const char *field,
                     const char *value)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  line = on_one_line (value);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return g_strconcat (fields[i].before, line, fields[i].after, NULL);
  return g_strconcat ("มติ: ", line, NULL);
}

/**
 * mattra_minute_words_head:
 * @meeting: day of a meeting
 * @digits: the script of numbers
 *
 * Returns: (transfer full): what stands above its lines
 */
char *
mattra_minute_words_head (MattraDate   meeting,
                          MattraDigits digits)
{
  g_autofree char *day = mattra_date_format (meeting, MATTRA_DATE_LONG, digits);

  return g_strconcat ("การประชุมเมื่อวันที่ ", day, NULL);
}

/**
 * mattra_minute_words_line:
 * @minute: a line of minutes
 * @digits: the script of numbers
 *
 * Returns: (transfer full): it, with the number of its measure
 */
char *
mattra_minute_words_line (const MattraMinute *minute,
                          MattraDigits        digits)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (minute != NULL, NULL);

  if (minute->number <= 0)
    return g_strdup (minute->text);
  number = mattra_digits_format (minute->number, digits);
  return g_strdup_printf ("มาตรการที่ %s: %s", number, minute->text);
}
