/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-grid-column.h"
#include "mattra-permission.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraPeopleColumn:
 * @field: id of the column, and the store's name of the field
 * @title: its head, to be translated
 * @kind: which editor it has
 * @width: in pixels
 * @words: whether its texts are the program's own words, whose numbers are written as its language does
 */
typedef struct
{
  const char *field;
  const char *title;
  MattraCellKind kind;
  int width;
  gboolean words;
} MattraPeopleColumn;

/* Behind the field of a text that is read of the measures: where it comes from, "MEASURE\tFIELD" of a measure or
 * "PAGE\tFIELD" of a page of these tables. */
#define MATTRA_PEOPLE_LEADS_TO "/leads-to"

/* What parts the two. */
#define MATTRA_PEOPLE_LEADS_SEPARATOR "\t"

/**
 * MattraPeopleKind:
 * @place: what a place in it is called among drafts
 * @page: name of its page
 * @title: what the page is called, to be translated, as the next two
 * @purpose: what the table is for, in a sentence
 * @add_label: the words of the button that adds a row; of no matter where @fixed
 * @columns: its columns, up to one without a field
 * @name_field: the field that a row cannot be without
 * @new_name: (nullable): what a row is called until it has a name; %NULL for the day on which it is made, as ISO
 * @insert_act: name of the act that adds rows
 * @set_act: name of the act that changes fields
 * @move_act: name of the act that moves rows
 * @delete_act: name of the act that deletes rows
 * @fixed: whether rows are what they are: none is added, moved or deleted
 * @asks: whether who uses the window must be allowed @action to write in it
 * @action: what it is to write in it
 * @dup_gone: says that a field, by its title, is one of a row that is no longer there
 * @n_rows: how many rows a plan has
 * @get_id: ULID of a row
 * @dup_text: text of a cell
 * @dup_choices: (nullable): words that a cell is completed from
 * @understand: (nullable): what is understood of a text, and whether it may stand there
 * @refuse: (nullable): why a cell of a row cannot be filled, in the user's words
 * @set: sets a field, inside an act
 * @insert: adds a row at the end, inside an act; gives its ULID
 * @move: (nullable): moves a row before another, inside an act; without it rows keep the order of their making
 * @remove: deletes a row, inside an act
 * @settle: (nullable): what follows from the changes of an act, at its end
 * @load_live: (nullable): reads what cells show that depends on the measures, on a day: texts by "ID/FIELD"
 * @dup_summary: (nullable): what the rows come to, in a line; %NULL from it for nothing
 *
 * What a table of rows of a plan, such as its people or divisions, shows and does. @set to @load_live run on the
 * store's thread.
 */
typedef struct
{
  const char *place;
  const char *page;
  const char *title;
  const char *purpose;
  const char *add_label;
  const MattraPeopleColumn *columns;
  const char *name_field;
  const char *new_name;
  const char *insert_act;
  const char *set_act;
  const char *move_act;
  const char *delete_act;
  gboolean fixed;
  gboolean asks;
  MattraAction action;

  char       *(*dup_gone)    (const char    *title);
  guint       (*n_rows)      (MattraPlan    *plan);
  const char *(*get_id)      (MattraPlan    *plan,
                              guint          row);
  char       *(*dup_text)    (MattraPlan    *plan,
                              guint          row,
                              const char    *field);
  char      **(*dup_choices) (MattraPlan    *plan,
                              const char    *field);
  char       *(*understand)  (MattraPlan    *plan,
                              const char    *field,
                              const char    *text,
                              gboolean      *valid);
  char       *(*refuse)      (MattraPlan    *plan,
                              guint          row,
                              const char    *field);
  gboolean    (*set)         (MattraStore   *store,
                              MattraPlan    *plan,
                              const char    *id,
                              const char    *field,
                              const char    *text,
                              GError       **error);
  char       *(*insert)      (MattraStore   *store,
                              MattraPlan    *plan,
                              const char    *name,
                              GError       **error);
  gboolean    (*move)        (MattraStore   *store,
                              MattraPlan    *plan,
                              const char    *id,
                              const char    *before,
                              GError       **error);
  gboolean    (*remove)      (MattraStore   *store,
                              const char    *id,
                              GError       **error);
  gboolean    (*settle)      (MattraStore   *store,
                              int            fiscal_year,
                              GError       **error);
  gboolean    (*load_live)   (MattraStore   *store,
                              MattraPlan    *plan,
                              MattraDate     day,
                              GHashTable    *texts,
                              GError       **error);
  char       *(*dup_summary) (MattraPlan    *plan);
} MattraPeopleKind;

extern const MattraPeopleKind mattra_people_divisions;
extern const MattraPeopleKind mattra_people_signers;
extern const MattraPeopleKind mattra_people_members;
extern const MattraPeopleKind mattra_people_papers;

extern const MattraPeopleKind mattra_people_indicators;
extern const MattraPeopleKind mattra_people_topics;
extern const MattraPeopleKind mattra_people_publications;
extern const MattraPeopleKind mattra_people_collecting;
extern const MattraPeopleKind mattra_people_requests;

#define MATTRA_N_PEOPLE_KINDS 9

/* The first of those about the assessment; those before it are about the office. */
#define MATTRA_FIRST_ASSESSMENT_KIND 4

/* All kinds, in the order of their pages. */
extern const MattraPeopleKind *const mattra_people_kinds[MATTRA_N_PEOPLE_KINDS];

G_END_DECLS
