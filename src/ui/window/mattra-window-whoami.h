/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-register-page.h"

G_BEGIN_DECLS

void mattra_window_whoami_offer (MattraSession      *session,
                                 MattraRegisterPage *page);

G_END_DECLS
