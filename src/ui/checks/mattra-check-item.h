/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-check.h"

G_BEGIN_DECLS

/**
 * MattraCheckLevel:
 * @MATTRA_CHECK_SEVERITY: the head of all findings of a severity.
 * @MATTRA_CHECK_KIND: the head of all findings of a kind, which opens and closes.
 * @MATTRA_CHECK_FINDING: a finding.
 *
 * What a row of the list is.
 */
typedef enum
{
  MATTRA_CHECK_SEVERITY,
  MATTRA_CHECK_KIND,
  MATTRA_CHECK_FINDING,
} MattraCheckLevel;

#define MATTRA_TYPE_CHECK_ITEM (mattra_check_item_get_type ())

/* A row of the list of findings.
 *
 * Signals:
 *   changed ()    count, open or chosen is another
 */
G_DECLARE_FINAL_TYPE (MattraCheckItem, mattra_check_item, MATTRA, CHECK_ITEM, GObject)

struct _MattraCheckItem
{
  GObject parent_instance;

  MattraCheckLevel level;
  MattraSeverity severity;
  const char *check; /* NULL for a severity */
  guint count;       /* of a head */
  gboolean open;     /* of a kind */
  gboolean chosen;   /* of a finding: the cursor was led to it */
  char *text;
  char *place;       /* title of the measure; NULL for none */
  char *detail;      /* what could be done; NULL where the head says it */
  char *measure;     /* ULID; NULL for the plan as a whole */
  char *field;       /* id of the column */
  char *setting;     /* of the plan, for what is about the report; NULL for all else */
  char *question;    /* ULID of an open question of the import */
  char *key;         /* the same for the same row of another check */
};

MattraCheckItem *mattra_check_item_new        (MattraCheckLevel  level,
                                               MattraSeverity    severity,
                                               const char       *check,
                                               const char       *text);
void             mattra_check_item_make_key   (MattraCheckItem  *self);
void             mattra_check_item_set_count  (MattraCheckItem  *self,
                                               guint             count);
void             mattra_check_item_set_open   (MattraCheckItem  *self,
                                               gboolean          open);
void             mattra_check_item_set_chosen (MattraCheckItem  *self,
                                               gboolean          chosen);

G_END_DECLS
