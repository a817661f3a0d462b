/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-people-kind.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PEOPLE_LIVE (mattra_people_live_get_type ())

/* What the cells of a kind show that depends on the measures. It is read only while somebody looks.
 *
 * Signals:
 *   read ()   the texts are others than before
 */
G_DECLARE_FINAL_TYPE (MattraPeopleLive, mattra_people_live, MATTRA, PEOPLE_LIVE, GObject)

MattraPeopleLive *mattra_people_live_new    (MattraSession          *session,
                                             const MattraPeopleKind *kind);
const char       *mattra_people_live_lookup (MattraPeopleLive       *self,
                                             const char             *id,
                                             const char             *field);
void              mattra_people_live_watch  (MattraPeopleLive       *self,
                                             gboolean                watched);

G_END_DECLS
