/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A question shows this much of the text, which may be a whole cell. */
#define MAX_SHOWN 80

G_DEFINE_BOXED_TYPE (MattraQuestion, mattra_question, mattra_question_copy, mattra_question_free)

/**
 * mattra_question_new:
 * @kind: what is open
 * @line: line of the document, from 1; 0 where unknown
 * @field: field as in JSON
 * @text: the text in question, as it stood
 * @message: (nullable): the question to the user, as for mattra_question_say()
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
  copy->column = self->column;

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

static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_SHOWN * 4));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_SHOWN)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

/**
 * mattra_question_say:
 * @message: the question in English; “%s” in it stands for @text
 * @text: the text in question
 *
 * Says a question in the user's language. Registers keep questions in English, so that each of
 * their users reads them in his own language.
 *
 * Returns: (transfer full): the question, with the beginning of a long @text
 */
char *
mattra_question_say (const char *message,
                     const char *text)
{
  g_autofree char *shown = NULL;
  const char *said;
  const char *place;

  g_return_val_if_fail (message != NULL && text != NULL, NULL);

  said = *message != '\0' ? _(message) : "";
  /* What a file says is never a format. */
  place = strstr (said, "%s");
  if (place == NULL)
    return g_strdup (said);
  shown = shorten (text);
  return g_strdup_printf ("%.*s%s%s", (int) (place - said), said, shown, place + strlen ("%s"));
}
