/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

#define FIXTURE_DEVICE "01ARZ3NDEKTSV4RRFFQ69G5FAV"
#define FIXTURE_OTHER_DEVICE "01BX5ZZKBKACTAV9WEVGEMMVRZ"

/* A folder of its own with a register in it. */
typedef struct
{
  char *folder;
  char *path;
  MattraPlan *plan;
  MattraStore *store; /* open for writing; NULL after fixture_close() */
} Fixture;

int            fixture_run_tests     (void);
void           fixture_init          (Fixture        *self);
void           fixture_clear         (Fixture        *self);
void           fixture_close         (Fixture        *self);
void           fixture_reopen        (Fixture        *self);
MattraMeasure *fixture_measure       (int             number,
                                      const char     *title);
MattraMeasure *fixture_add           (Fixture        *self,
                                      int             number,
                                      const char     *title);
char          *fixture_cell          (MattraStore    *store,
                                      MattraPlan     *plan,
                                      const char     *measure,
                                      MattraItemKind  kind,
                                      MattraRound     round);
void           fixture_set           (Fixture        *self,
                                      const char     *measure,
                                      MattraItemKind  kind,
                                      const char     *lines);
void           fixture_assert_sound  (Fixture        *self);
void           fixture_run_sql       (const char     *path,
                                      const char     *sql);
gpointer       fixture_hold          (const char     *path);
void           fixture_let_go        (gpointer        held);
void           fixture_make_version  (const char     *path,
                                      guint           version);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

G_END_DECLS
