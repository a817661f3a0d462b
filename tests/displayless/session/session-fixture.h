/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-list.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/* A register of 40 measures in a folder of its own, opened as a window does. Measure i (from 1) belongs to
 * division i % 4 of the plan, every tenth to all divisions and every seventh to none; the odd ones are
 * answered jointly for the first half. */
typedef struct
{
  char *folder;
  char *path;
  MattraSession *session;
  GString *log; /* what items-changed said since it was last emptied: "position-removed+added " */
} SessionFixture;

#define SESSION_FIXTURE_MEASURES 40

void           session_fixture_init    (SessionFixture    *self);
void           session_fixture_clear   (SessionFixture    *self);
MattraSession *session_fixture_open    (const char        *path,
                                        gboolean           read_only,
                                        GError           **error);
void           session_fixture_set     (MattraSession     *session,
                                        const char        *measure,
                                        const char        *field,
                                        const char        *value);
void           session_fixture_copy_all (MattraSession    *session);
void           session_fixture_log     (SessionFixture    *self,
                                        MattraMeasureList *list);
char          *session_fixture_numbers (MattraSession     *session,
                                        MattraMeasureList *list);
void           session_fixture_spin    (guint              milliseconds);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SessionFixture, session_fixture_clear)

G_END_DECLS
