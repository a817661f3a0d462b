/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/* The order of divisions, people and members, and taking them away, each as part of the act that is open. */

gboolean mattra_arrange_move_division   (MattraStore  *store,
                                         MattraPlan   *plan,
                                         const char   *division,
                                         const char   *before,
                                         GError      **error);
gboolean mattra_arrange_move_person     (MattraStore  *store,
                                         MattraPlan   *plan,
                                         const char   *person,
                                         const char   *before,
                                         GError      **error);
gboolean mattra_arrange_move_member     (MattraStore  *store,
                                         MattraPlan   *plan,
                                         const char   *member,
                                         const char   *before,
                                         GError      **error);
gboolean mattra_arrange_delete_division (MattraStore  *store,
                                         const char   *division,
                                         GError      **error);
gboolean mattra_arrange_delete_person   (MattraStore  *store,
                                         const char   *person,
                                         GError      **error);

G_END_DECLS
