/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraNoticeFacts:
 * @organisation: whose register it is
 * @overdue: measures that are late
 * @due_soon: measures that will be
 * @no_result: measures without a result, shortly before results are due
 * @returned: measures with an answer that was sent back
 * @late_divisions: (element-type utf8): names of the divisions that owe late answers
 *
 * What there is to be told of a register.
 */
typedef struct
{
  const char *organisation;
  guint overdue;
  guint due_soon;
  guint no_result;
  guint returned;
  GPtrArray *late_divisions;
} MattraNoticeFacts;

/**
 * MattraNotice:
 *
 * What the user is told.
 */
typedef struct
{
  char *title;
  char *body;
} MattraNotice;

MattraNotice *mattra_notice_new     (const MattraNoticeFacts *facts,
                                     MattraDate               today,
                                     const char              *last_told,
                                     MattraDigits             digits);
void          mattra_notice_free    (MattraNotice            *self);
gboolean      mattra_notice_is_over (const MattraNoticeFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraNotice, mattra_notice_free)

G_END_DECLS
