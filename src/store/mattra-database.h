/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

#include "mattra-error.h"

G_BEGIN_DECLS

/* Inside store/ only: the seven calls that a database must know, and the values that go through
 * them. No SQL leaves this room and no statement stays open after a call. */

typedef enum
{
  MATTRA_VALUE_NULL,
  MATTRA_VALUE_INTEGER,
  MATTRA_VALUE_TEXT,
  MATTRA_VALUE_BLOB,
} MattraValueType;

/* A value bound to a statement or read from a row. @data is borrowed; text in a row ends with NUL. */
typedef struct
{
  MattraValueType type;
  gint64 integer;
  const void *data;
  gsize length;
} MattraValue;

static inline MattraValue
mattra_value_null (void)
{
  return (MattraValue) { MATTRA_VALUE_NULL, 0, NULL, 0 };
}

static inline MattraValue
mattra_value_integer (gint64 integer)
{
  return (MattraValue) { MATTRA_VALUE_INTEGER, integer, NULL, 0 };
}

static inline MattraValue
mattra_value_text (const char *text)
{
  if (text == NULL)
    return mattra_value_null ();
  return (MattraValue) { MATTRA_VALUE_TEXT, 0, text, strlen (text) };
}

static inline MattraValue
mattra_value_blob (const void *data,
                   gsize       length)
{
  return (MattraValue) { MATTRA_VALUE_BLOB, 0, data, length };
}

static inline const char *
mattra_value_get_text (const MattraValue *value)
{
  return value->type == MATTRA_VALUE_TEXT ? value->data : NULL;
}

typedef struct _MattraDatabase MattraDatabase;

/* Called for each row; returns FALSE to stop reading. */
typedef gboolean (*MattraRowFunc) (const MattraValue *row,
                                   gpointer           user_data);

typedef struct
{
  gboolean (*exec)     (gpointer            connection,
                        const char         *sql,
                        const MattraValue  *values,
                        guint               n_values,
                        MattraRowFunc       func,
                        gpointer            user_data);
  gboolean (*begin)    (gpointer            connection);
  gboolean (*commit)   (gpointer            connection);
  gboolean (*rollback) (gpointer            connection);
  gboolean (*poll)     (gpointer            connection,
                        gint64             *version);
  void     (*close)    (gpointer            connection);
  void     (*error)    (gpointer            connection,
                        GError            **error);
} MattraDriver;

MattraDatabase *mattra_database_new      (const MattraDriver *driver,
                                          gpointer            connection);
void            mattra_database_free     (MattraDatabase     *self);
gpointer        mattra_database_get_connection (MattraDatabase *self);
gboolean        mattra_database_exec     (MattraDatabase     *self,
                                          const char         *sql,
                                          const MattraValue  *values,
                                          guint               n_values,
                                          MattraRowFunc       func,
                                          gpointer            user_data,
                                          GError            **error);
gboolean        mattra_database_run      (MattraDatabase     *self,
                                          const char         *sql,
                                          GError            **error);
gboolean        mattra_database_integer  (MattraDatabase     *self,
                                          const char         *sql,
                                          const MattraValue  *values,
                                          guint               n_values,
                                          gint64             *integer,
                                          GError            **error);
char           *mattra_database_text     (MattraDatabase     *self,
                                          const char         *sql,
                                          const MattraValue  *values,
                                          guint               n_values,
                                          GError            **error);
gboolean        mattra_database_begin    (MattraDatabase     *self,
                                          GError            **error);
gboolean        mattra_database_commit   (MattraDatabase     *self,
                                          GError            **error);
void            mattra_database_rollback (MattraDatabase     *self);
gboolean        mattra_database_poll     (MattraDatabase     *self,
                                          gint64             *version,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDatabase, mattra_database_free)

G_END_DECLS
