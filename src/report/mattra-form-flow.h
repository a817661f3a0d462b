/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

void     mattra_flow_place_space      (MattraFlow             *self,
                                       const MattraGap        *space);
void     mattra_flow_place_divider    (MattraFlow             *self,
                                       const MattraGap        *divider);
gboolean mattra_flow_place_letterhead (MattraFlow             *self,
                                       const MattraLetterhead *letterhead,
                                       const char             *picture,
                                       GError                **error);
gboolean mattra_flow_place_fields     (MattraFlow             *self,
                                       const MattraFields     *fields,
                                       int                     follower,
                                       GError                **error);
gboolean mattra_flow_place_choices    (MattraFlow             *self,
                                       const MattraChoices    *choices,
                                       int                     follower,
                                       GError                **error);
int      mattra_flow_measure_fields   (MattraFlow             *self,
                                       const MattraFields     *fields,
                                       GError                **error);
int      mattra_flow_measure_choices  (MattraFlow             *self,
                                       const MattraChoices    *choices,
                                       GError                **error);

G_END_DECLS
