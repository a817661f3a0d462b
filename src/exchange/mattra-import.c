/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import.h"

#include "mattra-import-private.h"
#include "mattra-table-reader.h"
#include "mattra-text-reader.h"

G_DEFINE_FINAL_TYPE (MattraImport, mattra_import, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  MattraImportColumn *column = data;

  g_free (column->label);
  g_free (column);
}

static void
head_free (gpointer data)
{
  MattraImportHead *head = data;

  g_free (head->label);
  g_free (head);
}

static void
mattra_import_finalize (GObject *object)
{
  MattraImport *self = MATTRA_IMPORT (object);

  g_free (self->document.title);
  g_free (self->document.organisation);
  g_free (self->document.district);
  g_free (self->document.province);
  g_free (self->document.website);
  g_free (self->document.round_text);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->measures);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->repairs);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->preface);
  g_ptr_array_unref (self->notes);

  G_OBJECT_CLASS (mattra_import_parent_class)->finalize (object);
}

static void
mattra_import_class_init (MattraImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_import_finalize;
}

static void
mattra_import_init (MattraImport *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->heads = g_ptr_array_new_with_free_func (head_free);
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (int));
  self->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_repair_free);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_question_free);
  self->preface = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
}

/* Adds a repair at @cell and returns it, for its further facts. */
MattraRepair *
mattra_import_add_repair (MattraImport     *self,
                          MattraRepairKind  kind,
                          const MattraCell *cell,
                          const char       *message)
{
  MattraRepair *repair = mattra_repair_new (kind, cell->line, cell->column, message);

  g_ptr_array_add (self->repairs, repair);

  return repair;
}

void
mattra_import_add_question (MattraImport     *self,
                            const MattraCell *cell,
                            const char       *field,
                            const char       *text,
                            const char       *message,
                            const char       *suggest)
{
  MattraQuestion *question = mattra_question_new (MATTRA_QUESTION_ASKED, cell->line, field, text, message, suggest);

  question->column = cell->column;
  g_ptr_array_add (self->questions, question);
}

void
mattra_import_add_column (MattraImport *self,
                          const char   *field,
                          const char   *label,
                          guint         position)
{
  MattraImportColumn *column = g_new0 (MattraImportColumn, 1);

  column->field = field;
  column->label = g_strdup (label);
  column->position = position;
  g_ptr_array_add (self->columns, column);
}

void
mattra_import_add_head (MattraImport *self,
                        MattraField   field,
                        const char   *label)
{
  MattraImportHead *head = g_new0 (MattraImportHead, 1);

  head->field = field;
  head->label = g_strdup (label);
  g_ptr_array_add (self->heads, head);
}

void
mattra_import_take_measure (MattraImport  *self,
                            MattraMeasure *measure,
                            int            line)
{
  g_ptr_array_add (self->measures, g_object_ref (measure));
  g_array_append_val (self->lines, line);
}

/**
 * mattra_import_read_bytes:
 * @bytes: a document's content
 * @name: its name, for messages and, where @options leave it open, its format
 * @options: (nullable): what the user said
 * @error: return location for an error
 *
 * Reads a document with a table of measures: text with tabs, TSV or CSV.
 *
 * Returns: (transfer full) (nullable): what it says; %NULL with %MATTRA_ERROR_INVALID, its message naming file,
 *   line, column and remedy
 */
MattraImport *
mattra_import_read_bytes (GBytes                     *bytes,
                          const char                 *name,
                          const MattraImportOptions  *options,
                          GError                    **error)
{
  static const MattraImportOptions no_options = { 0 };
  g_autoptr (MattraImport) self = NULL;
  g_autoptr (MattraTable) table = NULL;
  gsize length = 0;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (options == NULL)
    options = &no_options;

  self = g_object_new (MATTRA_TYPE_IMPORT, NULL);
  text = mattra_text_reader_decode (bytes, name, self->repairs, &length, error);
  if (text == NULL)
    return NULL;

  table = mattra_table_new (text, length, name, options->format, error);
  if (table == NULL || !mattra_table_reader_read (table, name, options, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * mattra_import_read_file:
 * @path: name of a file
 * @options: (nullable): what the user said
 * @error: return location for an error
 *
 * Reads a file as mattra_import_read_bytes() does.
 *
 * Returns: (transfer full) (nullable): what it says; %NULL with %MATTRA_ERROR_INVALID,
 *   %MATTRA_ERROR_NOT_FOUND or %MATTRA_ERROR_IO
 */
MattraImport *
mattra_import_read_file (const char                 *path,
                         const MattraImportOptions  *options,
                         GError                    **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = mattra_text_reader_load (path, error);
  if (bytes == NULL)
    return NULL;

  name = g_filename_display_name (path);
  return mattra_import_read_bytes (bytes, name, options, error);
}

/**
 * mattra_import_get_document:
 * @self: an import
 *
 * Returns: (transfer none): what heading and preface say
 */
const MattraImportDocument *
mattra_import_get_document (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return &self->document;
}

/**
 * mattra_import_get_columns:
 * @self: an import
 *
 * Returns: (transfer none) (element-type MattraImportColumn): the columns of the first table, from left to
 *   right; a column for obstacles and recommendations stands twice
 */
GPtrArray *
mattra_import_get_columns (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->columns;
}

/**
 * mattra_import_get_heads:
 * @self: an import
 *
 * Returns: (transfer none) (element-type MattraImportHead): every column of the first table, from left to right
 */
GPtrArray *
mattra_import_get_heads (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->heads;
}

/**
 * mattra_import_get_line:
 * @self: an import
 * @measure: place among its measures
 *
 * Returns: line of the document where the measure begins, from 1
 */
int
mattra_import_get_line (MattraImport *self,
                        guint         measure)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), 0);
  g_return_val_if_fail (measure < self->lines->len, 0);

  return g_array_index (self->lines, int, measure);
}

/**
 * mattra_import_get_measures:
 * @self: an import
 *
 * Returns: (transfer none) (element-type MattraMeasure): the measures in the document's order, without ids;
 *   their answers are joint ones for the document's round, %MATTRA_ROUND_NONE where it is not known
 */
GPtrArray *
mattra_import_get_measures (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->measures;
}

/**
 * mattra_import_get_repairs:
 * @self: an import
 *
 * Returns: (transfer none) (element-type MattraRepair): what was done besides reading, in the order in which
 *   it was done
 */
GPtrArray *
mattra_import_get_repairs (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->repairs;
}

/**
 * mattra_import_get_questions:
 * @self: an import
 *
 * Returns: (transfer none) (element-type MattraQuestion): what must be asked about the document as a whole;
 *   measures have questions of their own
 */
GPtrArray *
mattra_import_get_questions (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->questions;
}

/**
 * mattra_import_get_preface:
 * @self: an import
 *
 * Returns: (transfer none) (element-type utf8): the paragraphs before the table
 */
GPtrArray *
mattra_import_get_preface (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->preface;
}

/**
 * mattra_import_get_notes:
 * @self: an import
 *
 * Returns: (transfer none) (element-type utf8): lines beside and after the table, signatures among them
 */
GPtrArray *
mattra_import_get_notes (MattraImport *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  return self->notes;
}

static void
add_unless_equal (GPtrArray            *list,
                  GHashTable           *seen,
                  const MattraQuestion *question)
{
  char *key = g_strdup_printf ("%s\n%s\n%s", question->field, question->text,
                               question->message != NULL ? question->message : "");

  if (g_hash_table_add (seen, key))
    g_ptr_array_add (list, mattra_question_copy (question));
}

/**
 * mattra_import_list_questions:
 * @self: an import
 *
 * Lists all that must be asked, of the document and of its measures, equal questions once.
 *
 * Returns: (transfer full) (element-type MattraQuestion): the questions
 */
GPtrArray *
mattra_import_list_questions (MattraImport *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list;

  g_return_val_if_fail (MATTRA_IS_IMPORT (self), NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_question_free);
  for (guint i = 0; i < self->questions->len; i++)
    add_unless_equal (list, seen, g_ptr_array_index (self->questions, i));
  for (guint i = 0; i < self->measures->len; i++)
    {
      GPtrArray *questions = mattra_measure_get_questions (g_ptr_array_index (self->measures, i));

      for (guint j = 0; j < questions->len; j++)
        add_unless_equal (list, seen, g_ptr_array_index (questions, j));
    }

  return list;
}
