/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"
#include "mattra-schema.h"

G_BEGIN_DECLS

/* Inside store/ only: a row as the log keeps it. Canonical JSON is one object with the columns in
 * the order of the table, no spaces, no nulls, integers bare, and in texts only ", \ and control
 * characters escaped. */

typedef struct
{
  MattraValue values[MATTRA_MAX_COLUMNS];
  char *texts[MATTRA_MAX_COLUMNS]; /* what the values point to */
} MattraRecord;

void        mattra_record_clear       (MattraRecord         *self);
void        mattra_record_take_copy   (MattraRecord         *self,
                                    guint              column,
                                    const MattraValue *value);
void        mattra_record_append_json (GString           *json,
                                    MattraTableId      table,
                                    const MattraValue *values);
gboolean    mattra_record_parse_json  (MattraRecord         *self,
                                    MattraTableId      table,
                                    const char        *json);
gboolean    mattra_value_equal     (const MattraValue *a,
                                    const MattraValue *b);
char       *mattra_value_to_log    (const MattraValue *value);
MattraValue mattra_value_from_log  (MattraTableId      table,
                                    guint              column,
                                    const char        *text);

MattraDate  mattra_value_get_date  (const MattraValue *value);
void        mattra_value_copy_text (char             **target,
                                    const MattraValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraRecord, mattra_record_clear)

G_END_DECLS
