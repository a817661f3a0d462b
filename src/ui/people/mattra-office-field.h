/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

typedef struct _MattraOfficeField MattraOfficeField;

/**
 * MattraOfficeKind:
 * @act: what a change is called in the history
 * @dup_text: what the plan has in the field
 * @is_valid: whether a text can stand there
 * @set: keeps a text, inside an act
 * @lines: whether the text may have several lines
 *
 * What the fields of a group have in common.
 */
typedef struct
{
  const char *act;
  char     *(*dup_text) (MattraPlan              *plan,
                         const MattraOfficeField *field,
                         MattraDigits             digits);
  gboolean  (*is_valid) (const char              *text);
  gboolean  (*set)      (MattraStore             *store,
                         MattraPlan              *plan,
                         const MattraOfficeField *field,
                         const char              *text,
                         GError                 **error);
  gboolean lines;
} MattraOfficeKind;

/**
 * MattraOfficeField:
 * @kind: what it is
 * @name: of the store
 * @number: a round or an indicator; 0 for neither
 *
 * A field of the office, of the papers, rounds or scores of a plan.
 */
struct _MattraOfficeField
{
  const MattraOfficeKind *kind;
  const char *name;
  int number;
};

gboolean mattra_office_field_init      (MattraOfficeField       *self,
                                        const char              *name,
                                        int                      number);
gboolean mattra_office_field_read      (MattraOfficeField       *self,
                                        const char              *key);
char    *mattra_office_field_dup_key   (const MattraOfficeField *self);
char    *mattra_office_field_dup_title (const MattraOfficeField *self,
                                        MattraPlan              *plan,
                                        MattraDigits             digits);
char    *mattra_office_field_dup_words (const MattraOfficeField *self,
                                        MattraPlan              *plan,
                                        MattraDigits             digits);

G_END_DECLS
