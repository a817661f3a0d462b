/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

char *mattra_act_text        (const MattraChange *change);
char *mattra_act_text_target (const MattraChange *change);
char *mattra_act_text_place  (const MattraChange *change);
char *mattra_act_text_time   (const MattraChange *change);
char *mattra_act_describe    (const char         *name,
                              const char         *arguments);

G_END_DECLS
