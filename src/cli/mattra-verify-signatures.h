/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-command.h"

G_BEGIN_DECLS

MattraExit mattra_verify_signatures (const char  *path,
                                     const char  *trust_folder,
                                     MattraDate   date,
                                     GError     **error);

G_END_DECLS
