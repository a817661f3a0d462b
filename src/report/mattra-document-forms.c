/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-document-private.h"

/* The blocks that memos, orders and announcements need besides those of a report. */

static void
letterhead_clear (gpointer block)
{
  MattraLetterhead *letterhead = block;

  g_clear_pointer (&letterhead->picture, g_bytes_unref);
  g_free (letterhead->title);
  g_free (letterhead->says);
}

static void
field_free (MattraField *field)
{
  g_free (field->label);
  g_free (field->value);
  g_free (field);
}

static void
fields_clear (gpointer block)
{
  g_ptr_array_unref (((MattraFields *) block)->fields);
}

static void
choices_clear (gpointer block)
{
  g_strfreev (((MattraChoices *) block)->texts);
}

static void
gap_hash (gconstpointer  block,
          GChecksum     *checksum)
{
  mattra_checksum_add_number (checksum, ((const MattraGap *) block)->size);
}

static void
letterhead_hash (gconstpointer  block,
                 GChecksum     *checksum)
{
  const MattraLetterhead *letterhead = block;

  mattra_checksum_add_text (checksum, letterhead->title);
  mattra_checksum_add_number (checksum, letterhead->points);
  mattra_checksum_add_number (checksum, letterhead->height);
  if (letterhead->picture)
    mattra_checksum_add_bytes (checksum, letterhead->picture);
}

static void
fields_hash (gconstpointer  block,
             GChecksum     *checksum)
{
  const MattraFields *fields = block;

  mattra_checksum_add_number (checksum, fields->label_points);
  mattra_checksum_add_number (checksum, fields->label_bold);
  mattra_checksum_add_number (checksum, fields->points);
  for (guint i = 0; i < fields->fields->len; i++)
    {
      const MattraField *field = g_ptr_array_index (fields->fields, i);

      mattra_checksum_add_text (checksum, field->label);
      mattra_checksum_add_text (checksum, field->value);
      mattra_checksum_add_number (checksum, field->start);
      mattra_checksum_add_number (checksum, field->n_lines);
    }
}

static void
choices_hash (gconstpointer  block,
              GChecksum     *checksum)
{
  const MattraChoices *choices = block;

  mattra_checksum_add_number (checksum, choices->points);
  for (guint i = 0; choices->texts[i] != NULL; i++)
    mattra_checksum_add_text (checksum, choices->texts[i]);
}

const MattraBlockClass mattra_space_class = { sizeof (MattraGap), NULL, gap_hash };
const MattraBlockClass mattra_letterhead_class = { sizeof (MattraLetterhead), letterhead_clear, letterhead_hash };
const MattraBlockClass mattra_fields_class = { sizeof (MattraFields), fields_clear, fields_hash };
const MattraBlockClass mattra_choices_class = { sizeof (MattraChoices), choices_clear, choices_hash };

/**
 * mattra_document_keep_paragraph:
 * @self: a document whose last block is a paragraph
 *
 * Keeps the paragraph on the page where what follows it begins, as one that ends "ดังต่อไปนี้".
 */
void
mattra_document_keep_paragraph (MattraDocument *self)
{
  MattraBlock *last;

  g_return_if_fail (self != NULL && self->blocks->len > 0);

  last = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  g_return_if_fail (last->kind == MATTRA_BLOCK_PARAGRAPH);
  ((MattraText *) last)->kept = TRUE;
}

/**
 * mattra_document_add_subheading:
 * @self: a document
 * @text: the heading
 * @points: its size in points of TH Sarabun
 *
 * Adds a bold heading at the left margin. It stands in the outline and never ends a page.
 */
void
mattra_document_add_subheading (MattraDocument *self,
                                const char     *text,
                                double          points)
{
  g_return_if_fail (self != NULL && text != NULL && points > 0);

  mattra_document_add_text (self, MATTRA_BLOCK_HEADING, text, points, MATTRA_ALIGN_LEFT, FALSE);
}

/**
 * mattra_document_add_space:
 * @self: a document
 * @points: its height in points
 *
 * Leaves room. It is not left at the head of a page.
 */
void
mattra_document_add_space (MattraDocument *self,
                           double          points)
{
  g_return_if_fail (self != NULL && points > 0);

  ((MattraGap *) mattra_document_add_block (self, MATTRA_BLOCK_SPACE))->size = points;
}

/**
 * mattra_document_add_divider:
 * @self: a document
 * @width: its width in millimetres
 *
 * Adds the short rule in the middle that parts the heads of an order or an announcement from its text.
 */
void
mattra_document_add_divider (MattraDocument *self,
                             double          width)
{
  g_return_if_fail (self != NULL && width > 0);

  ((MattraGap *) mattra_document_add_block (self, MATTRA_BLOCK_DIVIDER))->size = width;
}

/**
 * mattra_document_add_letterhead:
 * @self: a document
 * @picture: (nullable): the emblem, as a picture file
 * @height: its height in millimetres: 30 for letters, 15 for memos (domain.md 2.2)
 * @title: (nullable): what the paper is called, "บันทึกข้อความ"; %NULL puts the emblem alone in the middle
 * @points: the title's size in points of TH Sarabun
 *
 * Adds what an official paper begins with. With a title the emblem stands at the left margin and the title in the
 * middle beside it.
 */
void
mattra_document_add_letterhead (MattraDocument *self,
                                GBytes         *picture,
                                double          height,
                                const char     *title,
                                double          points)
{
  MattraLetterhead *letterhead;

  g_return_if_fail (self != NULL && height > 0);
  g_return_if_fail (title == NULL || points > 0);

  letterhead = mattra_document_add_block (self, MATTRA_BLOCK_LETTERHEAD);
  letterhead->picture = picture ? g_bytes_ref (picture) : NULL;
  letterhead->height = height;
  letterhead->title = g_strdup (title);
  letterhead->points = points;
}

/**
 * mattra_document_add_picture:
 * @self: a document
 * @picture: a picture file
 * @height: its greatest height in millimetres
 * @points: the size of the text around it in points of TH Sarabun
 * @says: what it shows, for who cannot see it
 *
 * Adds a picture in the middle, as wide as the text at most.
 */
void
mattra_document_add_picture (MattraDocument *self,
                             GBytes         *picture,
                             double          height,
                             double          points,
                             const char     *says)
{
  MattraLetterhead *letterhead;

  g_return_if_fail (self != NULL && picture != NULL && height > 0 && says != NULL);

  letterhead = mattra_document_add_block (self, MATTRA_BLOCK_LETTERHEAD);
  letterhead->picture = g_bytes_ref (picture);
  letterhead->height = height;
  letterhead->points = points;
  letterhead->says = g_strdup (says);
}

/**
 * mattra_document_add_fields:
 * @self: a document
 * @label_points: the size of the labels in points of TH Sarabun
 * @label_bold: whether they are bold
 * @points: the size of the values
 *
 * Adds a line of labels with what is written behind them; what stays empty is a dotted line.
 *
 * Returns: (transfer none): the line, to be filled
 */
MattraFields *
mattra_document_add_fields (MattraDocument *self,
                            double          label_points,
                            gboolean        label_bold,
                            double          points)
{
  MattraFields *fields;

  g_return_val_if_fail (self != NULL && label_points > 0 && points > 0, NULL);

  fields = mattra_document_add_block (self, MATTRA_BLOCK_FIELDS);
  fields->label_points = label_points;
  fields->label_bold = label_bold;
  fields->points = points;
  fields->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  return fields;
}

/**
 * mattra_fields_add:
 * @self: a line of fields
 * @label: the label; may be empty
 * @value: (nullable): what is written behind it
 * @start: where it begins, as a part of the line from 0 to 1; it ends where the next one begins
 * @n_lines: how many lines it has at least; those without writing are dotted
 *
 * Adds a field behind those already there.
 */
void
mattra_fields_add (MattraFields *self,
                   const char   *label,
                   const char   *value,
                   double        start,
                   guint         n_lines)
{
  MattraField *field;

  g_return_if_fail (self != NULL && label != NULL);
  g_return_if_fail (start >= 0 && start < 1);

  field = g_new0 (MattraField, 1);
  field->label = g_strdup (label);
  field->value = g_strdup (value ? value : "");
  field->start = start;
  field->n_lines = MAX (n_lines, 1);
  g_ptr_array_add (self->fields, field);
}

/**
 * mattra_document_add_choices:
 * @self: a document
 * @texts: (array zero-terminated=1): what can be ticked; an empty text is a box before a dotted line
 * @points: their size in points of TH Sarabun
 *
 * Adds boxes to be ticked by hand, side by side as long as there is room.
 */
void
mattra_document_add_choices (MattraDocument    *self,
                             const char *const *texts,
                             double             points)
{
  MattraChoices *choices;

  g_return_if_fail (self != NULL && texts != NULL && points > 0);

  choices = mattra_document_add_block (self, MATTRA_BLOCK_CHOICES);
  choices->texts = g_strdupv ((char **) texts);
  choices->points = points;
}

/**
 * mattra_table_set_least_lines:
 * @self: a table
 * @least_lines: how many lines high each row is at least
 *
 * Leaves room in each row to write in by hand. Rows that are no higher than that are not parted by a page's end.
 */
void
mattra_table_set_least_lines (MattraTable *self,
                              guint        least_lines)
{
  g_return_if_fail (self != NULL);

  self->least_lines = least_lines;
}

/**
 * mattra_table_set_main:
 * @self: a table
 * @first: the place of the first of these rows, as mattra_row_source_tell() gives it
 * @numbered: whether each says the how many it is, so that it is another one where one is added before it
 *
 * Says that the table's rows are what the document is about, one each in their order, so that mattra_layout_update() can
 * follow a change of some. Nothing is seen of it.
 */
void
mattra_table_set_main (MattraTable *self,
                       gsize        first,
                       gboolean     numbered)
{
  g_return_if_fail (self != NULL);

  self->main = TRUE;
  self->first = first;
  self->numbered = numbered;
}

/**
 * mattra_table_set_plain:
 * @self: a table
 * @plain: whether it is printed without rules and heads
 *
 * Makes the table a list whose columns stand below one another, as the members of a committee in an order.
 */
void
mattra_table_set_plain (MattraTable *self,
                        gboolean     plain)
{
  g_return_if_fail (self != NULL);

  self->plain = plain;
}
