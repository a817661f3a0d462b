/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-error.h"

G_DEFINE_QUARK (mattra-error-quark, mattra_error)
