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
 * Returns: %TRUE if the cell holds a number and nothing else: 1, ๑., (1), 1.1, of which the last part counts; "(ต่อ)"
 *   may follow it
 */
gboolean
mattra_row_is_number (const char *text,
                      int        *number)
{
  g_autofree char *folded = mattra_text_fold_compare (text);
  MattraMark mark;

  *number = 0;
  if (g_str_has_suffix (folded, "(ต่อ)"))
    folded[strlen (folded) - strlen ("(ต่อ)")] = '\0';
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

/**
 * mattra_row_is_total_label:
 * @text: a cell
 *
 * Returns: %TRUE if the cell says "total" and nothing else, as it may at any place of a row
 */
gboolean
mattra_row_is_total_label (const char *text)
{
  static const char *const labels[] = { "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมเงิน", "รวมเป็นเงิน", "รวมเป็นเงินทั้งสิ้น", "ยอดรวม",
                                        "ผลรวม", "รวมงบประมาณ", "รวมงบประมาณทั้งสิ้น" };
  g_autofree char *folded = NULL;

  if (!mattra_row_is_total_word (text) || strlen (text) > 120)
    return FALSE;

  folded = mattra_text_fold_compare (text);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (folded, labels[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * mattra_row_is_rule:
 * @table: a text cut into rows
 * @row: a row of it
 *
 * Returns: %TRUE if the row is a line drawn with hyphens across several cells, as below the heads of a Markdown table
 */
gboolean
mattra_row_is_rule (const MattraTable *table,
                    guint              row)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  guint n_filled = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = mattra_table_get_cell (table, row, i)->text;

      if (*text == '\0')
        continue;
      if (strlen (text) < 3 || strspn (text, "-:=_ ") != strlen (text))
        return FALSE;
      n_filled++;
    }

  return n_filled > 1;
}

/**
 * mattra_row_holds_figures:
 * @table: a text cut into rows
 * @row: a row of it
 *
 * Returns: %TRUE if all cells behind the first filled one hold figures, as in a row of totals
 */
gboolean
mattra_row_holds_figures (const MattraTable *table,
                          guint              row)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  gboolean first = TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (table, row, i);
      g_autofree char *folded = NULL;

      if (*cell->text == '\0')
        continue;
      folded = first ? NULL : mattra_text_fold_compare (cell->text);
      if (!first && (strlen (folded) > 60 || strpbrk (folded, "0123456789-") == NULL))
        return FALSE;
      first = FALSE;
    }

  return TRUE;
}

/**
 * mattra_row_numbers_columns:
 * @table: a text cut into rows
 * @row: a row of it
 *
 * Returns: %TRUE if the row numbers the columns: (1) (2) (3)
 */
gboolean
mattra_row_numbers_columns (const MattraTable *table,
                            guint              row)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  int expected = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = mattra_table_get_cell (table, row, i)->text;
      int number;

      if (*text == '\0')
        continue;
      if (!mattra_row_is_number (text, &number) || number != ++expected)
        return FALSE;
    }

  return expected >= 3;
}

/**
 * mattra_row_repeats_first:
 * @table: a text cut into rows
 * @row: a row of it
 *
 * Returns: %TRUE if each cell repeats the first: some programs write a cell that spans the row into each of its columns
 */
gboolean
mattra_row_repeats_first (const MattraTable *table,
                          guint              row)
{
  guint n_cells = mattra_table_get_row (table, row)->n_cells;
  const char *first = mattra_table_get_cell (table, row, 0)->text;

  if (n_cells < 3 || mattra_items_is_none (first))
    return FALSE;
  for (guint i = 1; i < n_cells; i++)
    if (strcmp (mattra_table_get_cell (table, row, i)->text, first) != 0)
      return FALSE;

  return TRUE;
}
