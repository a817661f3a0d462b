/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-database.h"
#include "mattra-log.h"
#include "mattra-query.h"
#include "mattra-record.h"
#include "mattra-review-event.h"
#include "mattra-store-evidence.h"
#include "mattra-store.h"
#include "mattra-ulid.h"

G_BEGIN_DECLS

/* The name of the act that makes a register: there is nothing before it to go back to. */
#define MATTRA_ACT_CREATE "create"

/* The assessment that scores, catalogues and answers are of. Registers are of local governments, which have this one
 * (ITA); the column is for the schemes of schools and hospitals, and for what replaces it. It is part of the keys that
 * follow from what a row is about: to be changed only with a new value for new rows. */
#define MATTRA_SCHEME "ita"

/* A change that is hashed and waits to be written together with others. */
typedef struct
{
  gint64 n;
  const char *table;
  const char *column;
  char row[MATTRA_ULID_LENGTH + 1];
  char *old_value;
  char *new_value;
  gsize new_length;
  guint8 hash[MATTRA_HASH_SIZE];
} MattraPending;

/* The act that is being written. */
typedef struct
{
  gboolean begun;
  gboolean implicit; /* begun by a setter for itself */
  guint depth;       /* setters that this setter has called and that have not returned */
  gboolean failed;   /* part of it could not be written: it can only be abandoned */
  gboolean recorded; /* its row is written, with the first change */
  MattraActKind kind;
  char *id;
  char *name;
  char *arguments;
  char *target;
  gint64 n; /* number of the device's newest change */
  guint n_changes;
  guint8 head[MATTRA_HASH_SIZE];
  guint8 digest[MATTRA_HASH_SIZE];
  MattraPending pending[MATTRA_BATCH_ROWS];
  guint n_pending;
  GHashTable *closed; /* (element-type utf8): ULIDs of rounds that take no change */
  GHashTable *divisions; /* (element-type utf8) (nullable): ULIDs of the divisions of */
  char *divisions_plan;  /* this plan, as last read */
  GPtrArray *cells;   /* (element-type MattraCell) (nullable): for who listens */
} MattraAct;

struct _MattraStore
{
  GObject parent_instance;

  char *path;
  char *device;
  char *person;
  gboolean has_actor; /* who writes is asked of the table of permissions */
  MattraRole actor_role;
  char *actor_division;
  char *organisation;
  char *notice;
  gboolean read_only;
  gboolean scratch; /* a copy to go back in, past closed rounds */
  gboolean is_copy; /* no copies are made of it */
  guint version;

  MattraDatabase *database;
  MattraStatements *statements;
  MattraHasher *hasher;
  MattraUlidGenerator ulids;
  GString *json; /* reused for each row that is logged */

  MattraClockFunc clock;
  gpointer clock_data;
  gint64 data_version;

  MattraAct act;
};

/* mattra-store.c */
gint64      mattra_store_now             (MattraStore       *self);
char       *mattra_store_new_id          (MattraStore       *self);
gboolean    mattra_store_query           (MattraStore       *self,
                                          MattraQuery        query,
                                          const MattraValue *values,
                                          guint              n_values,
                                          MattraRowFunc      func,
                                          gpointer           user_data,
                                          GError           **error);
char       *mattra_store_query_text      (MattraStore       *self,
                                          MattraQuery        query,
                                          const char        *value,
                                          GError           **error);
gboolean    mattra_store_check_whole     (MattraStore       *self,
                                          GError           **error);
MattraStore *mattra_store_open_copy      (const char        *path,
                                          GError           **error);
void        mattra_store_emit_changed    (MattraStore       *self,
                                          const char        *act,
                                          GPtrArray         *cells);
gboolean    mattra_store_has_listeners   (MattraStore       *self);

/* mattra-store-adopt.c */
gboolean    mattra_store_adopt_seals     (MattraStore       *self,
                                          MattraStore       *other,
                                          GError           **error);
gboolean    mattra_store_has_decisions   (MattraStore       *self);
gboolean    mattra_store_adopt_reviews   (MattraStore       *self,
                                          MattraStore       *other,
                                          GError           **error);

/* mattra-act.c: the only functions that write */
const char *mattra_act_kind_to_string    (MattraActKind      kind);
MattraActKind mattra_act_kind_from_string (const char       *text);
gboolean    mattra_act_enter             (MattraStore       *self,
                                          const char        *name,
                                          GError           **error);
gboolean    mattra_act_leave             (MattraStore       *self,
                                          gboolean           done,
                                          GError           **error);
gboolean    mattra_act_insert            (MattraStore       *self,
                                          MattraTableId      table,
                                          const MattraValue *values,
                                          GError           **error);
gboolean    mattra_act_insert_rows       (MattraStore       *self,
                                          MattraTableId      table,
                                          const MattraValue *values,
                                          guint              n_rows,
                                          GError           **error);
gboolean    mattra_act_set               (MattraStore       *self,
                                          MattraTableId      table,
                                          const char        *row,
                                          guint              column,
                                          const MattraValue *value,
                                          GError           **error);
gboolean    mattra_act_set_live          (MattraStore       *self,
                                          MattraTableId      table,
                                          const char        *row,
                                          guint              column,
                                          const MattraValue *value,
                                          GError           **error);
gboolean    mattra_act_revive            (MattraStore       *self,
                                          MattraTableId      table,
                                          const MattraValue *values,
                                          GError           **error);
gboolean    mattra_act_get               (MattraStore       *self,
                                          MattraTableId      table,
                                          const char        *row,
                                          MattraRecord         *values,
                                          gboolean          *found,
                                          GError           **error);

char       *mattra_act_format_time       (gint64             now);

/* mattra-act-guard.c */
gboolean    mattra_act_check_insert      (MattraStore       *self,
                                          MattraTableId      table,
                                          const MattraValue *values,
                                          GError           **error);
gboolean    mattra_act_check_set         (MattraStore       *self,
                                          MattraTableId      table,
                                          const char        *row,
                                          guint              column,
                                          GError           **error);

/* mattra-store-blob.c */
gboolean    mattra_act_put_blob          (MattraStore       *self,
                                          GBytes            *bytes,
                                          char             **sha256,
                                          GError           **error);

/* mattra-store-evidence.c */
MattraEvidence *mattra_store_read_evidence (const MattraValue *row);

/* mattra-store-review.c */
MattraReview *mattra_store_read_review   (const MattraValue *row);

/* mattra-store-carried.c */
MattraCarried *mattra_store_read_carried (const MattraValue *row);

/* mattra-history.c */
char       *mattra_store_describe_cell   (MattraStore       *self,
                                          MattraTableId      table,
                                          const char        *row,
                                          const char        *column);

/* mattra-store-plan.c */
char       *mattra_store_round_id        (const char        *plan,
                                          MattraRound        round);
gboolean    mattra_store_write_plan      (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);
gboolean    mattra_store_write_organisation (MattraStore    *self,
                                          MattraOrganisation *organisation,
                                          GError           **error);
gboolean    mattra_store_set_field       (MattraStore       *self,
                                          const char        *act,
                                          MattraTableId      table,
                                          const char        *row,
                                          guint              column,
                                          const char        *value,
                                          GError           **error);

/* mattra-store-people.c */
gboolean    mattra_store_load_signers    (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);

/* mattra-store-paper.c */
gboolean    mattra_store_load_papers     (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);
gboolean    mattra_store_write_papers    (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);

/* mattra-catalogue.c */
gboolean    mattra_store_write_catalogue (MattraStore       *self,
                                          GError           **error);
gboolean    mattra_store_load_scores     (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);

/* mattra-store-field.c */
gboolean    mattra_store_set_row_field   (MattraStore       *self,
                                          MattraTableId      table,
                                          const char        *row,
                                          const char        *field,
                                          const char        *value,
                                          GError           **error);

/* mattra-store-assessment.c */
gboolean    mattra_store_load_assessment (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);

/* mattra-store-request.c */
gboolean    mattra_store_load_requests   (MattraStore       *self,
                                          MattraPlan        *plan,
                                          GError           **error);

/* mattra-store-cell.c */
char       *mattra_store_find_plan       (MattraStore       *self,
                                          const char        *measure,
                                          GError           **error);
gboolean    mattra_store_ensure_answer   (MattraStore       *self,
                                          const char        *measure,
                                          MattraRound        round,
                                          const char        *division,
                                          char             **answer,
                                          GError           **error);
gboolean    mattra_store_find_answer_id  (MattraStore       *self,
                                          const char        *measure,
                                          MattraRound        round,
                                          const char        *division,
                                          char             **answer,
                                          GError           **error);
char       *mattra_store_answer_id       (const char        *measure,
                                          const char        *round,
                                          const char        *division);

G_END_DECLS
