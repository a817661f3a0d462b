/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraPdfPart:
 * @start: where it begins; %NULL for none
 * @end: where it ends
 *
 * A value of a PDF file as it is written there: a dictionary, an array, a name, a text, a number, a reference. It is
 * only looked at, never copied, so nothing that a file says can make the reader take memory.
 */
typedef struct
{
  const char *start;
  const char *end;
} MattraPdfPart;

#define MATTRA_PDF_NO_PART ((MattraPdfPart) { NULL, NULL })

gboolean      mattra_pdf_part_read       (const char          **at,
                                          const char           *end,
                                          MattraPdfPart        *part);
const char   *mattra_pdf_skip_space      (const char           *at,
                                          const char           *end);
gboolean      mattra_pdf_part_is_dict    (MattraPdfPart         part);
gboolean      mattra_pdf_part_is_array   (MattraPdfPart         part);
gboolean      mattra_pdf_part_is_name    (MattraPdfPart         part,
                                          const char           *name);
gboolean      mattra_pdf_part_equal      (MattraPdfPart         a,
                                          MattraPdfPart         b);
gboolean      mattra_pdf_part_get_int    (MattraPdfPart         part,
                                          gint64               *number);
gboolean      mattra_pdf_part_get_ref    (MattraPdfPart         part,
                                          guint                *number);
gboolean      mattra_pdf_part_next_ref   (MattraPdfPart         part,
                                          const char          **cursor,
                                          guint                *number);
char         *mattra_pdf_part_dup_bytes  (MattraPdfPart         part,
                                          gsize                *length);
char         *mattra_pdf_part_dup_text   (MattraPdfPart         part);

MattraPdfPart mattra_pdf_dict_get        (MattraPdfPart         dict,
                                          const char           *key);
gboolean      mattra_pdf_dict_next       (MattraPdfPart         dict,
                                          const char          **cursor,
                                          MattraPdfPart        *key,
                                          MattraPdfPart        *value);
GHashTable   *mattra_pdf_dict_read       (MattraPdfPart         dict);
gboolean      mattra_pdf_array_next      (MattraPdfPart         array,
                                          const char          **cursor,
                                          MattraPdfPart        *item);

void          mattra_pdf_text_set        (GString              *dict,
                                          const char           *key,
                                          const char           *value);
void          mattra_pdf_text_append     (GString              *text,
                                          MattraPdfPart         array,
                                          const char           *item);
void          mattra_pdf_text_add_string (GString              *text,
                                          const char           *utf8);

G_END_DECLS
