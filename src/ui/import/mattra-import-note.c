/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-note.h"

#include <glib/gi18n-lib.h>

struct _MattraImportNote
{
  GObject parent_instance;

  gboolean question;
  char *message;
  char *text;
  char *field;
  int line;
  guint count;
  MattraMeasure *measure;
};

G_DEFINE_FINAL_TYPE (MattraImportNote, mattra_import_note, G_TYPE_OBJECT)

/* The notes of a reading while they are gathered. */
typedef struct
{
  MattraReading *reading;
  GPtrArray *questions;
  GPtrArray *repairs;
  GHashTable *seen; /* question -> its note */
} Collector;

static void
mattra_import_note_finalize (GObject *object)
{
  MattraImportNote *self = MATTRA_IMPORT_NOTE (object);

  g_free (self->message);
  g_free (self->text);
  g_free (self->field);
  g_clear_object (&self->measure);

  G_OBJECT_CLASS (mattra_import_note_parent_class)->finalize (object);
}

static void
mattra_import_note_class_init (MattraImportNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_import_note_finalize;
}

static void
mattra_import_note_init (MattraImportNote *self)
{
  self->count = 1;
}

/* The measure whose rows hold @line: the last one that begins at or above it. */
static MattraMeasure *
measure_at (MattraImport *import,
            int           line)
{
  GPtrArray *measures = mattra_import_get_measures (import);
  guint from = 0, to = measures->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (mattra_import_get_line (import, middle) <= line)
        from = middle + 1;
      else
        to = middle;
    }

  return from > 0 && line > 0 ? g_ptr_array_index (measures, from - 1) : NULL;
}

static void
mark (Collector     *self,
      MattraMeasure *measure,
      const char    *field,
      const char    *message)
{
  GHashTable *fields = g_hash_table_lookup (self->reading->marks, measure);
  const char *before;

  if (fields == NULL)
    {
      fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->reading->marks, measure, fields);
    }
  before = g_hash_table_lookup (fields, field);
  g_hash_table_insert (fields, g_strdup (field), before ? g_strconcat (before, "\n", message, NULL)
                                                        : g_strdup (message));
}

static MattraImportNote *
note_new (Collector     *self,
          MattraMeasure *measure,
          const char    *field,
          char          *message,
          const char    *text,
          int            line)
{
  MattraImportNote *note = g_object_new (MATTRA_TYPE_IMPORT_NOTE, NULL);

  note->measure = measure ? g_object_ref (measure) : NULL;
  note->field = g_strdup (field ? field : "title");
  note->message = message;
  note->text = g_strdup (text ? text : "");
  note->line = line;

  return note;
}

static void
add_question (Collector            *self,
              MattraMeasure        *measure,
              const MattraQuestion *question)
{
  char *said = mattra_question_say (question->message ? question->message : "", question->text);
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", question->field, question->text, said);
  MattraImportNote *note = g_hash_table_lookup (self->seen, key);

  if (measure)
    mark (self, measure, question->field, said);
  if (note)
    {
      note->count++;
      g_free (said);
      return;
    }
  note = note_new (self, measure, question->field, said, question->text, question->line);
  note->question = TRUE;
  g_ptr_array_add (self->questions, note);
  g_hash_table_insert (self->seen, g_steal_pointer (&key), note);
}

static void
add_repair (Collector          *self,
            const MattraRepair *repair)
{
  MattraMeasure *measure = measure_at (self->reading->import, repair->line);
  MattraImportNote *note = note_new (self, measure, repair->field, g_strdup (repair->message), repair->before,
                                     repair->line);

  /* What was passed over between two measures is none of the one above it. */
  if (measure && (repair->kind == MATTRA_REPAIR_JOINED_ROW || repair->kind == MATTRA_REPAIR_DOUBLED_CELL
                  || repair->kind == MATTRA_REPAIR_NUMBER))
    mark (self, measure, note->field, note->message);
  g_ptr_array_add (self->repairs, note);
}

static void
add_questions (Collector     *self,
               MattraMeasure *measure,
               GPtrArray     *questions)
{
  for (guint i = 0; i < questions->len; i++)
    add_question (self, measure, g_ptr_array_index (questions, i));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const MattraImportNote *one = *(MattraImportNote *const *) a;
  const MattraImportNote *other = *(MattraImportNote *const *) b;

  return (one->line > other->line) - (one->line < other->line);
}

/* Gathers what a reading's import asks and says, before accepting it adds questions of its own. */
void
mattra_import_note_collect (MattraReading *reading)
{
  Collector self = { reading, g_ptr_array_new_with_free_func (g_object_unref),
                     g_ptr_array_new_with_free_func (g_object_unref),
                     g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  GPtrArray *measures = mattra_import_get_measures (reading->import);
  GPtrArray *repairs = mattra_import_get_repairs (reading->import);

  add_questions (&self, NULL, mattra_import_get_questions (reading->import));
  for (guint i = 0; i < measures->len; i++)
    add_questions (&self, g_ptr_array_index (measures, i),
                   mattra_measure_get_questions (g_ptr_array_index (measures, i)));
  for (guint i = 0; i < repairs->len; i++)
    add_repair (&self, g_ptr_array_index (repairs, i));
  g_ptr_array_sort (self.repairs, compare_lines);
  reading->n_questions = self.questions->len;
  g_list_store_splice (reading->notes, 0, 0, self.questions->pdata, self.questions->len);
  g_list_store_splice (reading->notes, self.questions->len, 0, self.repairs->pdata, self.repairs->len);
  g_hash_table_unref (self.seen);
  g_ptr_array_unref (self.questions);
  g_ptr_array_unref (self.repairs);
}

/* Whether it must be confirmed; else it tells what was adjusted. */
gboolean
mattra_import_note_is_question (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), FALSE);

  return self->question;
}

const char *
mattra_import_note_get_message (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), NULL);

  return self->message;
}

/* The text of the document that is meant; empty where none is. */
const char *
mattra_import_note_get_text (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), NULL);

  return self->text;
}

/* The field as in JSON; the title where no cell is meant. */
const char *
mattra_import_note_get_field (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), NULL);

  return self->field;
}

/* Line of the document, from 1; 0 for the document as a whole. */
int
mattra_import_note_get_line (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), 0);

  return self->line;
}

/* In how many places the same is asked. */
guint
mattra_import_note_get_count (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), 0);

  return self->count;
}

/* The measure it is about; %NULL for the document as a whole. */
MattraMeasure *
mattra_import_note_get_measure (MattraImportNote *self)
{
  g_return_val_if_fail (MATTRA_IS_IMPORT_NOTE (self), NULL);

  return self->measure;
}
