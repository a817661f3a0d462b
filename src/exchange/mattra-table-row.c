/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-row.h"

#include <stdlib.h>
#include <string.h>

#include "mattra-digits.h"
#include "mattra-items.h"
#include "mattra-text.h"

/**
 * mattra_row_is_signature:
 * @text: the first cell of a row
 *
 * Returns: %TRUE if signatures begin there: (ลงชื่อ), a role such as ผู้รายงาน, a name in parentheses, dots to sign on
 */
gboolean
mattra_row_is_signature (const char *text)
{
  static const char *const beginnings[] = { "ลงชื่อ", "(ลงชื่อ", "ลงนาม", "(ลงนาม", "(นาย", "(นาง", "(ว่าที่" };
  static const char *const roles[] = { "ผู้รายงาน", "ผู้จัดทำ", "ผู้เสนอ", "ผู้ตรวจสอบ", "ผู้รับรอง", "ผู้เห็นชอบ", "ผู้อนุมัติ" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (text, beginnings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (text, roles[i]) == 0)
      return TRUE;

  return strstr (text, ".....") != NULL || strstr (text, "……") != NULL || strstr (text, "_____") != NULL;
}

/**
 * mattra_row_is_page_furniture:
 * @text: a line
 *
 * Returns: %TRUE for what stands on a page only: its number between hyphens, the first words of the next page, lines of
 *   dashes
 */
gboolean
mattra_row_is_page_furniture (const char *text)
{
  const char *p = text;

  if (*text == '/' && text[1] != '\0')
    return TRUE;
  if (g_str_has_prefix (text, "หน้า") && strlen (text) < 60)
    p = text + strlen ("หน้า");
  while (*p != '\0')
    {
      gunichar c = mattra_text_next (&p);

      if (mattra_digit_value (c) < 0 && !mattra_text_is_dash (c) && !mattra_text_is_space (c) && c != '=' && c != '*')
        return FALSE;
    }

  return TRUE;
}

/**
 * mattra_row_is_number:
 * @text: a cell
 * @number: (out): the number
 *
 * Returns: %TRUE if the cell holds a number and nothing else: 1, ๑., (1), 1.1, of which the last part counts
 */
gboolean
mattra_row_is_number (const char *text,
                      int        *number)
{
  g_autofree char *folded = mattra_text_fold_compare (text);
  MattraMark mark;

  *number = 0;
  if (*folded != '\0' && strlen (folded) <= 4 && strspn (folded, "0123456789") == strlen (folded))
    {
      *number = atoi (folded);
      return TRUE;
    }
  if (strlen (folded) > 16 || !mattra_mark_parse (folded, &mark) || *mark.end != '\0')
    return FALSE;

  *number = mark.style == MATTRA_MARK_TWO_LEVELS ? mark.second : mark.number;
  return TRUE;
}

/**
 * mattra_row_is_total_word:
 * @text: the first cell of a row
 *
 * Returns: %TRUE if the row speaks of totals
 */
gboolean
mattra_row_is_total_word (const char *text)
{
  return g_str_has_prefix (text, "รวม") || g_str_has_prefix (text, "ยอดรวม") || g_str_has_prefix (text, "ผลรวม");
}
