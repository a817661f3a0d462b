/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside store/ only: how the log is hashed. */

#define MATTRA_HASH_SIZE 32

/* Everything of an act that its changes vouch for. */
typedef struct
{
  const char *id;
  const char *device;
  gint64 seq;
  const char *at_utc;
  const char *person;
  const char *name;
  const char *arguments;
  const char *kind;
  const char *target;
} MattraActFields;

/* A change as it is hashed: lengths are given for the long ones, which are measured anyway. */
typedef struct
{
  const char *device;
  gint64 n;
  const char *table;
  const char *row;
  const char *column;
  const char *old_value;
  gsize old_length;
  const char *new_value;
  gsize new_length;
} MattraChangeFields;

typedef struct _MattraHasher MattraHasher;

MattraHasher *mattra_hasher_new         (void);
void          mattra_hasher_free        (MattraHasher             *self);
void          mattra_hasher_hash_act    (MattraHasher             *self,
                                         const MattraActFields    *act,
                                         guint8                    digest[MATTRA_HASH_SIZE]);
void          mattra_hasher_hash_change (MattraHasher             *self,
                                         const guint8              act_digest[MATTRA_HASH_SIZE],
                                         const MattraChangeFields *change,
                                         guint8                    head[MATTRA_HASH_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraHasher, mattra_hasher_free)

G_END_DECLS
