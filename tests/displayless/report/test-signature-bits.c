/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-check.h"
#include "signing-fixture.h"

/* Wherever a bit is turned, in what was signed or in the signature, it is found out, and nothing worse happens. */
static void
test_any_bit (SigningFixture *self,
              gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, TRUE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (MattraTrust) trust = signing_fixture_trust (self);
  g_autoptr (GRand) chance = g_rand_new_with_seed (4);
  gsize unsigned_length = g_bytes_get_size (pdf);
  gsize contents = (gsize) (signing_find_contents (signed_pdf) - (const char *) g_bytes_get_data (signed_pdf, NULL));
  const gsize starts[] = { 0, unsigned_length, contents, contents, contents };

  for (guint i = 0; i < 1000; i++)
    {
      gsize first = starts[i % G_N_ELEMENTS (starts)];
      gsize room = (first == contents ? contents + 4000 : g_bytes_get_size (signed_pdf)) - first;
      gsize at = first + (gsize) (g_rand_double (chance) * (double) room);
      g_autoptr (GBytes) attacked = signing_turn_bit (signed_pdf, at, (guint8) (1u << g_rand_int_range (chance, 0, 8)));
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraSignatureCheck) check = mattra_signature_verify (attacked, trust, SIGNING_NOW, &error);
      g_autofree char *how = NULL;
      gboolean follows = mattra_signature_follow (attacked, unsigned_length, &how);

      g_assert_true (check != NULL || error != NULL);
      if (check != NULL && mattra_signature_check_is_good (check))
        g_error ("a bit of byte %zu was turned", at);
      if (at >= unsigned_length && follows)
        g_error ("a bit of byte %zu was turned behind the version", at);
    }
}

/* What names the signer stands beside what is signed and is not signed itself, and libcrypto makes the bytes of what is
 * signed anew: no bit of either may be turned. */
static void
test_any_bit_of_signer (SigningFixture *self,
                      gconstpointer   data)
{
  /* Behind both stand 2048 bits of RSA. */
  const gsize behind = 260;
  const gsize before = 600;
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, TRUE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (MattraTrust) trust = signing_fixture_trust (self);
  const char *message = signing_find_contents (signed_pdf) + 1;
  gsize contents = (gsize) (message - (const char *) g_bytes_get_data (signed_pdf, NULL));
  gsize length = 4 + (gsize) g_ascii_xdigit_value (message[4]) * 4096 + (gsize) g_ascii_xdigit_value (message[5]) * 256
                 + (gsize) g_ascii_xdigit_value (message[6]) * 16 + (gsize) g_ascii_xdigit_value (message[7]);

  g_assert_true (g_str_has_prefix (message, "3082"));
  for (gsize at = contents + 2 * (length - before); at < contents + 2 * (length - behind); at++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autoptr (GBytes) attacked = signing_turn_bit (signed_pdf, at, (guint8) (1u << bit));
        g_autoptr (MattraSignatureCheck) check = mattra_signature_verify (attacked, trust, SIGNING_NOW, NULL);

        if (check != NULL && mattra_signature_check_is_good (check))
          g_error ("bit %u of digit %zu of %zu was turned", bit, at - contents, 2 * length);
      }
}

#define add(name) \
  g_test_add ("/report/signature-bits/" #name, SigningFixture, NULL, signing_fixture_set_up, test_##name, \
              signing_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add (any_bit);
  add (any_bit_of_signer);
  return g_test_run ();
}
