/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure.h"

G_DEFINE_BOXED_TYPE (MattraParty, mattra_party, mattra_party_copy, mattra_party_free)
G_DEFINE_BOXED_TYPE (MattraQuestion, mattra_question, mattra_question_copy, mattra_question_free)

/**
 * mattra_party_new:
 * @text: the party as written
 *
 * Makes a responsible party that stands for no division yet.
 *
 * Returns: (transfer full): the party
 */
MattraParty *
mattra_party_new (const char *text)
{
  MattraParty *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MattraParty, 1);
  self->text = g_strdup (text);
  self->divisions = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * mattra_party_copy:
 * @self: a party
 *
 * Copies a party with its ULID and divisions.
 *
 * Returns: (transfer full): the copy
 */
MattraParty *
mattra_party_copy (const MattraParty *self)
{
  MattraParty *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_party_new (self->text);
  copy->id = g_strdup (self->id);
  copy->corrected = self->corrected;
  for (guint i = 0; i < self->divisions->len; i++)
    g_ptr_array_add (copy->divisions, g_strdup (g_ptr_array_index (self->divisions, i)));

  return copy;
}

/**
 * mattra_party_free:
 * @self: (transfer full): a party
 *
 * Frees a party.
 */
void
mattra_party_free (MattraParty *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->text);
  g_ptr_array_unref (self->divisions);
  g_free (self);
}

/**
 * mattra_question_new:
 * @kind: what is open
 * @line: line of the document, from 1; 0 where unknown
 * @field: field as in JSON
 * @text: the text in question, as it stood
 * @message: (nullable): the question to the user, in English
 * @suggest: (nullable): proposed answer
 *
 * Makes an open question.
 *
 * Returns: (transfer full): the question
 */
MattraQuestion *
mattra_question_new (MattraQuestionKind  kind,
                     int                 line,
                     const char         *field,
                     const char         *text,
                     const char         *message,
                     const char         *suggest)
{
  MattraQuestion *self;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MattraQuestion, 1);
  self->kind = kind;
  self->line = line;
  self->field = g_strdup (field);
  self->text = g_strdup (text);
  self->message = g_strdup (message);
  self->suggest = g_strdup (suggest);

  return self;
}

/**
 * mattra_question_copy:
 * @self: a question
 *
 * Copies a question with its ULID.
 *
 * Returns: (transfer full): the copy
 */
MattraQuestion *
mattra_question_copy (const MattraQuestion *self)
{
  MattraQuestion *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_question_new (self->kind, self->line, self->field, self->text, self->message,
                              self->suggest);
  copy->id = g_strdup (self->id);

  return copy;
}

/**
 * mattra_question_free:
 * @self: (transfer full): a question
 *
 * Frees a question.
 */
void
mattra_question_free (MattraQuestion *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->field);
  g_free (self->text);
  g_free (self->message);
  g_free (self->suggest);
  g_free (self);
}
