/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraIcsEvent:
 * @uid: (not nullable): what the event is known by in every calendar, for ever.
 * @day: the whole day it takes.
 * @summary: (not nullable): its title.
 * @description: (nullable): what more there is to say; lines end in `\n`.
 * @category: (nullable): what it is listed under.
 * @lead_days: how many days before @day, at nine in the morning, the calendar reminds; negative for not at all.
 *
 * An event of a calendar.
 */
typedef struct
{
  const char *uid;
  MattraDate day;
  const char *summary;
  const char *description;
  const char *category;
  int lead_days;
} MattraIcsEvent;

/* Writes a calendar (RFC 5545) to a stream as its events come. */
typedef struct _MattraIcsWriter MattraIcsWriter;

MattraIcsWriter *mattra_ics_writer_new    (GOutputStream         *stream,
                                           const char            *name,
                                           const char            *changed_utc);
void             mattra_ics_writer_free   (MattraIcsWriter       *self);
gboolean         mattra_ics_writer_add    (MattraIcsWriter       *self,
                                           const MattraIcsEvent  *event,
                                           GError               **error);
gboolean         mattra_ics_writer_finish (MattraIcsWriter       *self,
                                           GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraIcsWriter, mattra_ics_writer_free)

G_END_DECLS
