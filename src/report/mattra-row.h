/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest key of a row, a ULID. */
#define MATTRA_ROW_KEY 26

/* What stands before a choice in place of a number. They are drawn, as the font lacks them. */
#define MATTRA_ROW_BOX        "☐"
#define MATTRA_ROW_BOX_TICKED "☑"

/* A bar has so many parts: from dark to light, the third hatched, the last blank. */
#define MATTRA_ROW_BAR_PARTS 5

/**
 * MattraRow:
 *
 * One row of a printed table: cells, each a list of paragraphs that may carry a number. A row is a reusable buffer: a
 * source clears and fills the same one again and again.
 */
typedef struct _MattraRow MattraRow;

MattraRow  *mattra_row_new           (void);
MattraRow  *mattra_row_copy          (const MattraRow  *self);
void        mattra_row_free          (MattraRow        *self);
void        mattra_row_clear         (MattraRow        *self);
void        mattra_row_begin_cell    (MattraRow        *self);
void        mattra_row_add_paragraph (MattraRow        *self,
                                      const char       *number,
                                      const char       *text,
                                      gssize            length);
void        mattra_row_add_choice    (MattraRow        *self,
                                      const char       *text,
                                      gboolean          ticked);
void        mattra_row_set_bar       (MattraRow        *self,
                                      const guint      *parts);
const guint *mattra_row_get_bar      (const MattraRow  *self,
                                      guint             cell);
void        mattra_row_set_section   (MattraRow        *self,
                                      gboolean          section);
gboolean    mattra_row_is_section    (const MattraRow  *self);
void        mattra_row_set_continued (MattraRow        *self,
                                      const char       *text);
const char *mattra_row_get_continued (const MattraRow  *self);
void        mattra_row_set_name      (MattraRow        *self,
                                      const char       *name);
const char *mattra_row_get_name      (const MattraRow  *self);
guint       mattra_row_get_n_paragraphs
                                     (const MattraRow  *self,
                                      guint             cell);
const char *mattra_row_get_paragraph (const MattraRow  *self,
                                      guint             cell,
                                      guint             paragraph,
                                      gsize            *length,
                                      const char      **number);
void        mattra_row_set_key       (MattraRow        *self,
                                      const char       *key);
const char *mattra_row_get_key       (const MattraRow  *self);
gsize       mattra_row_get_size      (const MattraRow  *self);
void        mattra_row_hash          (const MattraRow  *self,
                                      GChecksum        *checksum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRow, mattra_row_free)

/**
 * MattraRowSourceFuncs:
 * @rewind: goes back to before the first row
 * @next: clears @row and fills it with the next one; at the end returns %FALSE without an error
 * @free: (nullable): frees the data
 * @tell: (nullable): a place to which @seek can go back, where the next row begins
 * @seek: (nullable): goes to a place; returns %FALSE without an error if it cannot
 *
 * Where a table's rows come from: a query, an array, a file. The same rows must come in the same order each time.
 */
typedef struct
{
  gboolean (*rewind) (gpointer    data,
                      GError    **error);
  gboolean (*next)   (gpointer    data,
                      MattraRow  *row,
                      GError    **error);
  void     (*free)   (gpointer    data);
  gsize    (*tell)   (gpointer    data);
  gboolean (*seek)   (gpointer    data,
                      gsize       place,
                      GError    **error);
} MattraRowSourceFuncs;

/**
 * MattraRowSource:
 *
 * Gives rows one by one, as often as wanted.
 */
typedef struct _MattraRowSource MattraRowSource;

MattraRowSource *mattra_row_source_new          (const MattraRowSourceFuncs *funcs,
                                                 gpointer                    data);
MattraRowSource *mattra_row_source_new_for_rows (GPtrArray                  *rows);
void             mattra_row_source_free         (MattraRowSource            *self);
gboolean         mattra_row_source_rewind       (MattraRowSource            *self,
                                                 GError                    **error);
gboolean         mattra_row_source_next         (MattraRowSource            *self,
                                                 MattraRow                  *row,
                                                 GError                    **error);
gsize            mattra_row_source_tell         (MattraRowSource            *self);
gboolean         mattra_row_source_seek         (MattraRowSource            *self,
                                                 gsize                       place,
                                                 GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRowSource, mattra_row_source_free)

G_END_DECLS
