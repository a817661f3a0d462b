/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-date.h"

G_BEGIN_DECLS

/* Writes JSON to a stream as it comes, whatever its length; nothing is built in memory. */
typedef struct _MattraJsonWriter MattraJsonWriter;

MattraJsonWriter *mattra_json_writer_new          (GOutputStream     *stream);
void              mattra_json_writer_free         (MattraJsonWriter  *self);
void              mattra_json_writer_begin_object (MattraJsonWriter  *self,
                                                   const char        *key);
void              mattra_json_writer_end_object   (MattraJsonWriter  *self);
void              mattra_json_writer_begin_array  (MattraJsonWriter  *self,
                                                   const char        *key);
void              mattra_json_writer_end_array    (MattraJsonWriter  *self);
void              mattra_json_writer_add_string   (MattraJsonWriter  *self,
                                                   const char        *key,
                                                   const char        *value);
void              mattra_json_writer_add_int      (MattraJsonWriter  *self,
                                                   const char        *key,
                                                   int                value);
void              mattra_json_writer_add_hundredths (MattraJsonWriter *self,
                                                   const char        *key,
                                                   gint64             hundredths);
void              mattra_json_writer_add_date     (MattraJsonWriter  *self,
                                                   const char        *key,
                                                   MattraDate         date);
void              mattra_json_writer_add_boolean  (MattraJsonWriter  *self,
                                                   const char        *key,
                                                   gboolean           value);
void              mattra_json_writer_add_null     (MattraJsonWriter  *self,
                                                   const char        *key);
gboolean          mattra_json_writer_flush        (MattraJsonWriter  *self,
                                                   gboolean           whole,
                                                   GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraJsonWriter, mattra_json_writer_free)

G_END_DECLS
