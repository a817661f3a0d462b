/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"

G_BEGIN_DECLS

MattraDigits mattra_word_digits (MattraDigits chosen);

G_END_DECLS
