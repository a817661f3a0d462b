/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ASN.1 in DER, as much of it as a signature needs. */

#define MATTRA_DER_OCTETS 0x04
#define MATTRA_DER_OID 0x06
#define MATTRA_DER_SEQUENCE 0x30
#define MATTRA_DER_SET 0x31
#define MATTRA_DER_CONTEXT 0xa0

GByteArray *mattra_der_new   (guint8        tag,
                              const guint8 *data,
                              gsize         length);
GByteArray *mattra_der_wrap  (guint8        tag,
                              ...) G_GNUC_NULL_TERMINATED;
GByteArray *mattra_der_sort  (guint8        tag,
                              GPtrArray    *items);

G_END_DECLS
