/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-accept-import.h"

G_BEGIN_DECLS

/**
 * MattraReadingWish:
 * @bytes: (nullable): the table's text; %NULL where @path is read
 * @html: (nullable): the same as a web page, as other programs copy it; taken where it holds a table
 * @path: (nullable): the file to be read
 * @name: its name, for messages
 * @target: (nullable): the register that is to take it in; it need not exist
 * @person: who does it, for the history, where nobody was chosen, see mattra_whoami_load()
 * @today: the day for which the posts count of whom was chosen
 * @fiscal_year: what the user says, B.E.; 0 for what the document says
 * @round: what the user says; none for what the document says
 * @meanings: (nullable) (element-type MattraColumnMeaning): what the user says columns hold
 * @headless: whether the first row is a measure
 *
 * What is to be read, and how.
 */
typedef struct
{
  GBytes *bytes;
  GBytes *html;
  char *path;
  char *name;
  char *target;
  char *person;
  MattraDate today;
  int fiscal_year;
  MattraRound round;
  GArray *meanings;
  gboolean headless;
} MattraReadingWish;

MattraReadingWish *mattra_reading_wish_copy (const MattraReadingWish *self);
void               mattra_reading_wish_clear (MattraReadingWish      *self);
void               mattra_reading_wish_free (MattraReadingWish       *self);

/**
 * MattraReading:
 * @bytes: what was read: it is this that is accepted, whatever became of the file since
 * @import: what the document says; only to be looked at, as the acceptance has used it up
 * @notes: (element-type MattraImportNote): what must be confirmed, then what was adjusted
 * @n_questions: how many of the notes must be confirmed
 * @marks: (element-type MattraMeasure GHashTable): by measure: by field, what is remarkable about the cell
 * @acceptance: what accepting it would do; without measures where @refusal is there
 * @refusal: (nullable): why it can't be accepted as it is
 *
 * A document as it was read for a register.
 */
typedef struct
{
  GBytes *bytes;
  MattraImport *import;
  GListStore *notes;
  guint n_questions;
  GHashTable *marks;
  MattraAcceptance acceptance;
  GError *refusal;
} MattraReading;

void           mattra_reading_free         (MattraReading            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraReading, mattra_reading_free)

void           mattra_reading_read_async   (const MattraReadingWish  *wish,
                                            GCancellable             *cancellable,
                                            GAsyncReadyCallback       callback,
                                            gpointer                  user_data);
MattraReading *mattra_reading_read_finish  (GAsyncResult             *result,
                                            GError                  **error);
gboolean       mattra_reading_is_headless  (GAsyncResult             *result);
void           mattra_reading_accept_async (const MattraReadingWish  *wish,
                                            GAsyncReadyCallback       callback,
                                            gpointer                  user_data);
gboolean       mattra_reading_accept_finish (GAsyncResult            *result,
                                            guint                    *n_changes,
                                            GError                  **error);

G_END_DECLS
