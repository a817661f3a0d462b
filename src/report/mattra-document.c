/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-document-private.h"

#include <string.h>

static void
cover_line_free (MattraCoverLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
column_free (MattraColumn *column)
{
  g_free (column->head);
  g_free (column->name);
  g_free (column);
}

static void
signature_block_free (MattraSignatureBlock *signer)
{
  g_free (signer->label);
  g_free (signer->rank);
  g_free (signer->role);
  g_free (signer->name);
  g_strfreev (signer->posts);
  g_free (signer->date);
  g_free (signer);
}

static void
cover_clear (gpointer block)
{
  MattraCover *cover = block;

  g_ptr_array_unref (cover->lines);
  g_clear_pointer (&cover->emblem, g_bytes_unref);
}

static void
text_clear (gpointer block)
{
  g_free (((MattraText *) block)->text);
}

static void
table_clear (gpointer block)
{
  MattraTable *table = block;

  g_ptr_array_unref (table->columns);
  mattra_row_source_free (table->rows);
}

static void
signatures_clear (gpointer block)
{
  g_ptr_array_unref (((MattraSignatures *) block)->signers);
}

static const MattraBlockClass *find_class (MattraBlockKind kind);

static void
block_free (MattraBlock *block)
{
  const MattraBlockClass *class = find_class (block->kind);

  if (class->clear)
    class->clear (block);
  g_free (block);
}

/**
 * mattra_document_new:
 *
 * Returns: (transfer full): a document without blocks; its digits are Thai
 */
MattraDocument *
mattra_document_new (void)
{
  MattraDocument *self = g_new0 (MattraDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->thai_digits = TRUE;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  return self;
}

/**
 * mattra_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
MattraDocument *
mattra_document_ref (MattraDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mattra_document_unref:
 * @self: (transfer full): a document
 *
 * Gives up one reference.
 */
void
mattra_document_unref (MattraDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->date);
  g_free (self->version);
  g_free (self->mark);
  g_free (self->code);
  g_free (self);
}

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/**
 * mattra_document_set_title:
 * @self: a document
 * @title: (nullable): the title shown by readers of the file
 *
 * Sets the title.
 */
void
mattra_document_set_title (MattraDocument *self,
                           const char     *title)
{
  g_return_if_fail (self != NULL);

  set_text (&self->title, title);
}

/**
 * mattra_document_has_title:
 * @self: a document
 *
 * Returns: whether it has a title
 */
gboolean
mattra_document_has_title (MattraDocument *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->title != NULL;
}

/**
 * mattra_document_set_author:
 * @self: a document
 * @author: (nullable): who made the report: the organisation
 *
 * Sets the author.
 */
void
mattra_document_set_author (MattraDocument *self,
                            const char     *author)
{
  g_return_if_fail (self != NULL);

  set_text (&self->author, author);
}

/**
 * mattra_document_set_subject:
 * @self: a document
 * @subject: (nullable): what the report is about: year and round
 *
 * Sets the subject.
 */
void
mattra_document_set_subject (MattraDocument *self,
                             const char     *subject)
{
  g_return_if_fail (self != NULL);

  set_text (&self->subject, subject);
}

/**
 * mattra_document_set_date:
 * @self: a document
 * @date: (nullable): the report's date as "2023-03-31"; %NULL leaves the file without one
 *
 * Sets the date that stands in the file as its day of making. It comes from the data, never from the clock.
 */
void
mattra_document_set_date (MattraDocument *self,
                          const char     *date)
{
  g_return_if_fail (self != NULL);

  set_text (&self->date, date);
}

/**
 * mattra_document_set_version:
 * @self: a document
 * @version: (nullable): "ร่าง" or the version's name; %NULL leaves the small line at the bottom out
 *
 * Sets what stands before the fingerprint in the small line at the bottom of each page.
 */
void
mattra_document_set_version (MattraDocument *self,
                             const char     *version)
{
  g_return_if_fail (self != NULL);

  set_text (&self->version, version);
}

/**
 * mattra_document_set_mark:
 * @self: a document
 * @mark: (nullable): what the document was made with, in ASCII
 *
 * Sets what stands behind the fingerprint among the file's keywords, by which the file is known again. It is not
 * printed.
 */
void
mattra_document_set_mark (MattraDocument *self,
                          const char     *mark)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (mark == NULL || g_str_is_ascii (mark));

  set_text (&self->mark, mark);
}

/**
 * mattra_document_set_code:
 * @self: a document
 * @code: (nullable): what the code on the last page says; “{fingerprint}” in it stands for the fingerprint
 *
 * Has a QR code drawn in the bottom margin of the last page, by which a signed paper is found again. It is told from
 * what is printed and has no part in the fingerprint.
 */
void
mattra_document_set_code (MattraDocument *self,
                          const char     *code)
{
  g_return_if_fail (self != NULL);

  set_text (&self->code, code);
}

/**
 * mattra_document_set_thai_digits:
 * @self: a document
 * @thai_digits: whether page numbers are printed in Thai digits
 *
 * Chooses the digits of what the layout itself writes.
 */
void
mattra_document_set_thai_digits (MattraDocument *self,
                                 gboolean        thai_digits)
{
  g_return_if_fail (self != NULL);

  self->thai_digits = thai_digits;
}

gpointer
mattra_document_add_block (MattraDocument  *self,
                           MattraBlockKind  kind)
{
  MattraBlock *block = g_malloc0 (find_class (kind)->size);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * mattra_document_begin_section:
 * @self: a document
 * @style: the paper
 *
 * Begins a new page; this and the pages behind it have that paper.
 */
void
mattra_document_begin_section (MattraDocument  *self,
                               MattraPageStyle  style)
{
  MattraSection *section;

  g_return_if_fail (self != NULL);
  g_return_if_fail (style.width > style.left + style.right);
  g_return_if_fail (style.height > style.top + style.bottom);

  section = mattra_document_add_block (self, MATTRA_BLOCK_SECTION);
  section->style = style;
}

/**
 * mattra_document_add_cover:
 * @self: a document
 *
 * Adds a cover: a page of its own without number.
 *
 * Returns: (transfer none): the cover, to be filled
 */
MattraCover *
mattra_document_add_cover (MattraDocument *self)
{
  MattraCover *cover;

  g_return_val_if_fail (self != NULL, NULL);

  cover = mattra_document_add_block (self, MATTRA_BLOCK_COVER);
  cover->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cover_line_free);
  return cover;
}

void
mattra_document_add_text (MattraDocument  *self,
                          MattraBlockKind  kind,
                          const char      *text,
                          double           points,
                          MattraAlignment  alignment,
                          gboolean         indent)
{
  MattraText *block = mattra_document_add_block (self, kind);

  block->text = g_strdup (text);
  block->points = points;
  block->alignment = alignment;
  block->indent = indent;
}

/**
 * mattra_document_add_heading:
 * @self: a document
 * @text: the heading
 * @points: its size in points of TH Sarabun
 *
 * Adds a centred bold heading. It stands in the outline and never ends a page.
 */
void
mattra_document_add_heading (MattraDocument *self,
                             const char     *text,
                             double          points)
{
  g_return_if_fail (self != NULL && text != NULL && points > 0);

  mattra_document_add_text (self, MATTRA_BLOCK_HEADING, text, points, MATTRA_ALIGN_CENTRE, FALSE);
}

/**
 * mattra_document_add_paragraph:
 * @self: a document
 * @text: the text
 * @points: its size in points of TH Sarabun
 * @alignment: how its lines stand
 * @indent: whether its first line is indented by 2.5 cm
 *
 * Adds a paragraph, with 6 points of room above it.
 */
void
mattra_document_add_paragraph (MattraDocument  *self,
                               const char      *text,
                               double           points,
                               MattraAlignment  alignment,
                               gboolean         indent)
{
  g_return_if_fail (self != NULL && text != NULL && points > 0);

  mattra_document_add_text (self, MATTRA_BLOCK_PARAGRAPH, text, points, alignment, indent);
}

/**
 * mattra_document_add_table:
 * @self: a document
 * @points: the size of its text in points of TH Sarabun
 * @rows: (transfer full): where its rows come from
 *
 * Adds a table, whose head is repeated on each page.
 *
 * Returns: (transfer none): the table, to be given columns
 */
MattraTable *
mattra_document_add_table (MattraDocument  *self,
                           double           points,
                           MattraRowSource *rows)
{
  MattraTable *table;

  g_return_val_if_fail (self != NULL && rows != NULL && points > 0, NULL);

  table = mattra_document_add_block (self, MATTRA_BLOCK_TABLE);
  table->points = points;
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->rows = rows;
  return table;
}

/**
 * mattra_document_add_signatures:
 * @self: a document
 * @points: the size of its text in points of TH Sarabun
 * @per_row: how many blocks stand side by side, 1 or 2
 *
 * Adds signature blocks. None is parted by a page's end, and behind a table they never stand on a page without one of
 * its rows.
 *
 * Returns: (transfer none): the blocks, to be filled
 */
MattraSignatures *
mattra_document_add_signatures (MattraDocument *self,
                                double          points,
                                guint           per_row)
{
  MattraSignatures *signatures;

  g_return_val_if_fail (self != NULL && points > 0, NULL);
  g_return_val_if_fail (per_row == 1 || per_row == 2, NULL);

  signatures = mattra_document_add_block (self, MATTRA_BLOCK_SIGNATURES);
  signatures->points = points;
  signatures->per_row = per_row;
  signatures->signers = g_ptr_array_new_with_free_func ((GDestroyNotify) signature_block_free);
  return signatures;
}

/**
 * mattra_cover_add_line:
 * @self: a cover
 * @place: where the line stands
 * @text: the line; a web address becomes a link
 * @points: its size in points of TH Sarabun
 * @bold: whether it is bold
 *
 * Adds a centred line below those already there.
 */
void
mattra_cover_add_line (MattraCover      *self,
                       MattraCoverPlace  place,
                       const char       *text,
                       double            points,
                       gboolean          bold)
{
  MattraCoverLine *line;

  g_return_if_fail (self != NULL && text != NULL && points > 0);

  line = g_new0 (MattraCoverLine, 1);
  line->place = place;
  line->text = g_strdup (text);
  line->points = points;
  line->bold = bold;
  g_ptr_array_add (self->lines, line);
}

/**
 * mattra_cover_set_emblem:
 * @self: a cover
 * @png: a picture as PNG
 * @height: its height in millimetres
 *
 * Sets the organisation's emblem, centred at the top.
 */
void
mattra_cover_set_emblem (MattraCover *self,
                         GBytes      *png,
                         double       height)
{
  g_return_if_fail (self != NULL && png != NULL && height > 0);

  g_clear_pointer (&self->emblem, g_bytes_unref);
  self->emblem = g_bytes_ref (png);
  self->emblem_height = height;
}

/**
 * mattra_table_add_column:
 * @self: a table
 * @head: the column's head
 * @width: its width in millimetres, or 0 to have it chosen so that the table needs the fewest pages
 *
 * Adds a column. Widths that do not fill the page together are stretched to it in proportion.
 */
void
mattra_table_add_column (MattraTable *self,
                         const char  *head,
                         double       width)
{
  MattraColumn *column;

  g_return_if_fail (self != NULL && head != NULL && width >= 0);

  column = g_new0 (MattraColumn, 1);
  column->head = g_strdup (head);
  column->width = width;
  g_ptr_array_add (self->columns, column);
}

/**
 * mattra_table_name_column:
 * @self: a table
 * @column: a column's index
 * @name: what the column holds, as its field in JSON
 *
 * Remembers which data a column shows, so that a place on a page leads there. It is not printed.
 */
void
mattra_table_name_column (MattraTable *self,
                          guint        column,
                          const char  *name)
{
  MattraColumn *found;

  g_return_if_fail (self != NULL && column < self->columns->len);

  found = g_ptr_array_index (self->columns, column);
  g_free (found->name);
  found->name = g_strdup (name);
}

/**
 * mattra_table_set_lead:
 * @self: a table
 * @column: a column's index
 *
 * Chooses the column that says (ต่อ) where a row goes on upon a new page: the title's. It is the first if not chosen.
 */
void
mattra_table_set_lead (MattraTable *self,
                       guint        column)
{
  g_return_if_fail (self != NULL);

  self->lead = column;
}

/**
 * mattra_signatures_add:
 * @self: signature blocks
 * @signature: the block; copied
 *
 * Adds a block behind those already there.
 */
void
mattra_signatures_add (MattraSignatures      *self,
                       const MattraSignature *signature)
{
  MattraSignatureBlock *signer;

  g_return_if_fail (self != NULL && signature != NULL);

  signer = g_new0 (MattraSignatureBlock, 1);
  signer->label = g_strdup (signature->label);
  signer->rank = g_strdup (signature->rank);
  signer->role = g_strdup (signature->role);
  signer->name = g_strdup (signature->name);
  signer->posts = g_strdupv ((char **) signature->posts);
  signer->date = g_strdup (signature->date);
  signer->blank = signature->blank;
  g_ptr_array_add (self->signers, signer);
}

void
mattra_checksum_add_text (GChecksum  *checksum,
                          const char *text)
{
  if (text == NULL)
    text = "";
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

/* Numbers go in as thousandths, so that no locale and no rounding of a printed number has a say. */
void
mattra_checksum_add_number (GChecksum *checksum,
                            double     number)
{
  gint64 thousandths = GINT64_TO_LE ((gint64) (number * 1000 + (number < 0 ? -0.5 : 0.5)));

  g_checksum_update (checksum, (const guchar *) &thousandths, sizeof thousandths);
}

void
mattra_checksum_add_bytes (GChecksum *checksum,
                           GBytes    *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, (gssize) size);
}

static void
hash_section (gconstpointer  block,
              GChecksum     *checksum)
{
  const MattraSection *section = block;

  mattra_checksum_add_number (checksum, section->style.width);
  mattra_checksum_add_number (checksum, section->style.height);
  mattra_checksum_add_number (checksum, section->style.top);
  mattra_checksum_add_number (checksum, section->style.right);
  mattra_checksum_add_number (checksum, section->style.bottom);
  mattra_checksum_add_number (checksum, section->style.left);
  mattra_checksum_add_number (checksum, section->style.first_top);
  mattra_checksum_add_number (checksum, section->style.numbered_anew);
}

static void
hash_cover (gconstpointer  block,
            GChecksum     *checksum)
{
  const MattraCover *cover = block;

  for (guint i = 0; i < cover->lines->len; i++)
    {
      const MattraCoverLine *line = g_ptr_array_index (cover->lines, i);

      mattra_checksum_add_number (checksum, line->place);
      mattra_checksum_add_text (checksum, line->text);
      mattra_checksum_add_number (checksum, line->points);
      mattra_checksum_add_number (checksum, line->bold);
    }
  if (cover->emblem != NULL)
    {
      mattra_checksum_add_number (checksum, cover->emblem_height);
      mattra_checksum_add_bytes (checksum, cover->emblem);
    }
}

static void
hash_words (gconstpointer  block,
            GChecksum     *checksum)
{
  const MattraText *text = block;

  mattra_checksum_add_text (checksum, text->text);
  mattra_checksum_add_number (checksum, text->points);
  mattra_checksum_add_number (checksum, text->alignment);
  mattra_checksum_add_number (checksum, text->indent);
  mattra_checksum_add_number (checksum, text->kept);
}

static void
hash_table (gconstpointer  block,
            GChecksum     *checksum)
{
  const MattraTable *table = block;

  mattra_checksum_add_number (checksum, table->points);
  mattra_checksum_add_number (checksum, table->lead);
  mattra_checksum_add_number (checksum, table->least_lines);
  mattra_checksum_add_number (checksum, table->plain);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MattraColumn *column = g_ptr_array_index (table->columns, i);

      mattra_checksum_add_text (checksum, column->head);
    }
}

static void
hash_signatures (gconstpointer  block,
                 GChecksum     *checksum)
{
  const MattraSignatures *signatures = block;

  mattra_checksum_add_number (checksum, signatures->points);
  mattra_checksum_add_number (checksum, signatures->per_row);
  for (guint i = 0; i < signatures->signers->len; i++)
    {
      const MattraSignatureBlock *signer = g_ptr_array_index (signatures->signers, i);

      mattra_checksum_add_text (checksum, signer->label);
      mattra_checksum_add_text (checksum, signer->rank);
      mattra_checksum_add_text (checksum, signer->role);
      mattra_checksum_add_text (checksum, signer->name);
      for (guint k = 0; signer->posts != NULL && signer->posts[k] != NULL; k++)
        mattra_checksum_add_text (checksum, signer->posts[k]);
      mattra_checksum_add_text (checksum, signer->date);
      mattra_checksum_add_number (checksum, signer->blank);
    }
}

static const MattraBlockClass section_class = { sizeof (MattraSection), NULL, hash_section };
static const MattraBlockClass cover_class = { sizeof (MattraCover), cover_clear, hash_cover };
static const MattraBlockClass text_class = { sizeof (MattraText), text_clear, hash_words };
static const MattraBlockClass table_class = { sizeof (MattraTable), table_clear, hash_table };
static const MattraBlockClass signatures_class = { sizeof (MattraSignatures), signatures_clear, hash_signatures };

static const MattraBlockClass *
find_class (MattraBlockKind kind)
{
  static const MattraBlockClass *const classes[MATTRA_N_BLOCKS] = {
    [MATTRA_BLOCK_SECTION] = &section_class,
    [MATTRA_BLOCK_COVER] = &cover_class,
    [MATTRA_BLOCK_HEADING] = &text_class,
    [MATTRA_BLOCK_PARAGRAPH] = &text_class,
    [MATTRA_BLOCK_TABLE] = &table_class,
    [MATTRA_BLOCK_SIGNATURES] = &signatures_class,
    [MATTRA_BLOCK_SPACE] = &mattra_space_class,
    [MATTRA_BLOCK_DIVIDER] = &mattra_space_class,
    [MATTRA_BLOCK_LETTERHEAD] = &mattra_letterhead_class,
    [MATTRA_BLOCK_FIELDS] = &mattra_fields_class,
    [MATTRA_BLOCK_CHOICES] = &mattra_choices_class,
  };

  return classes[kind];
}

static void
hash_block (const MattraBlock *block,
            GChecksum         *checksum)
{
  mattra_checksum_add_number (checksum, block->kind);
  find_class (block->kind)->hash (block, checksum);
}

/*< private >
 * mattra_block_get_picture:
 * @block: a block
 *
 * Returns: (transfer none) (nullable): the picture it shows
 */
GBytes *
mattra_block_get_picture (const MattraBlock *block)
{
  if (block->kind == MATTRA_BLOCK_COVER)
    return ((const MattraCover *) block)->emblem;
  if (block->kind == MATTRA_BLOCK_LETTERHEAD)
    return ((const MattraLetterhead *) block)->picture;
  return NULL;
}

/*< private >
 * mattra_document_hash:
 * @self: a document
 * @checksum: a checksum
 *
 * Adds everything that is printed to the checksum, except what is known when tables are laid out: their rows and the
 * widths of their columns.
 */
void
mattra_document_hash (MattraDocument *self,
                      GChecksum      *checksum)
{
  mattra_checksum_add_text (checksum, self->title);
  mattra_checksum_add_text (checksum, self->author);
  mattra_checksum_add_text (checksum, self->subject);
  mattra_checksum_add_text (checksum, self->version);
  mattra_checksum_add_number (checksum, self->thai_digits);
  for (guint i = 0; i < self->blocks->len; i++)
    hash_block (g_ptr_array_index (self->blocks, i), checksum);
}
