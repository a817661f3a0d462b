/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-database.h"

struct _MattraDatabase
{
  const MattraDriver *driver;
  gpointer connection;
};

MattraDatabase *
mattra_database_new (const MattraDriver *driver,
                     gpointer            connection)
{
  MattraDatabase *self = g_new0 (MattraDatabase, 1);

  self->driver = driver;
  self->connection = connection;
  return self;
}

void
mattra_database_free (MattraDatabase *self)
{
  if (self == NULL)
    return;
  self->driver->close (self->connection);
  g_free (self);
}

/* For the driver's own functions besides the seven calls. */
gpointer
mattra_database_get_connection (MattraDatabase *self)
{
  return self->connection;
}

static gboolean
told (MattraDatabase  *self,
      gboolean         done,
      GError         **error)
{
  if (!done)
    self->driver->error (self->connection, error);
  return done;
}

/* @sql must live as long as the database, at the same address: statements are kept by it. */
gboolean
mattra_database_exec (MattraDatabase     *self,
                      const char         *sql,
                      const MattraValue  *values,
                      guint               n_values,
                      MattraRowFunc       func,
                      gpointer            user_data,
                      GError            **error)
{
  return told (self,
               self->driver->exec (self->connection, sql, values, n_values, func, user_data),
               error);
}

gboolean
mattra_database_run (MattraDatabase  *self,
                     const char      *sql,
                     GError         **error)
{
  return mattra_database_exec (self, sql, NULL, 0, NULL, NULL, error);
}

static gboolean
take_integer (const MattraValue *row,
              gpointer           user_data)
{
  gint64 *integer = user_data;

  *integer = row[0].integer;
  return FALSE;
}

/* @integer keeps its value where there is no row, and becomes 0 where the row holds NULL. */
gboolean
mattra_database_integer (MattraDatabase     *self,
                         const char         *sql,
                         const MattraValue  *values,
                         guint               n_values,
                         gint64             *integer,
                         GError            **error)
{
  return mattra_database_exec (self, sql, values, n_values, take_integer, integer, error);
}

static gboolean
take_text (const MattraValue *row,
           gpointer           user_data)
{
  char **text = user_data;

  *text = g_strdup (mattra_value_get_text (&row[0]));
  return FALSE;
}

/* Returns NULL without an error where there is no row or the value is NULL. */
char *
mattra_database_text (MattraDatabase     *self,
                      const char         *sql,
                      const MattraValue  *values,
                      guint               n_values,
                      GError            **error)
{
  char *text = NULL;

  mattra_database_exec (self, sql, values, n_values, take_text, &text, error);
  return text;
}

gboolean
mattra_database_begin (MattraDatabase  *self,
                       GError         **error)
{
  return told (self, self->driver->begin (self->connection), error);
}

/* A commit that fails has been rolled back when this returns. */
gboolean
mattra_database_commit (MattraDatabase  *self,
                        GError         **error)
{
  if (told (self, self->driver->commit (self->connection), error))
    return TRUE;
  mattra_database_rollback (self);
  return FALSE;
}

void
mattra_database_rollback (MattraDatabase *self)
{
  self->driver->rollback (self->connection);
}

/* @version changes when another connection has committed. */
gboolean
mattra_database_poll (MattraDatabase  *self,
                      gint64          *version,
                      GError         **error)
{
  return told (self, self->driver->poll (self->connection, version), error);
}
