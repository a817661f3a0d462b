/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sign.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-output-path.h"
#include "mattra-print.h"
#include "mattra-read-file.h"
#include "mattra-signature-field.h"
#include "mattra-signature.h"

#define PDF_BYTES (200 * 1024 * 1024)
#define PACKAGE_BYTES (1024 * 1024)
#define PASSPHRASE_BYTES 4096

/* Certificates are valid to the second, a signature has a day: the day's end, so that one may sign on the day on which
 * one got the certificate. */
static gint64
day_to_time (MattraDate date)
{
  g_autoptr (GDateTime) end = g_date_time_new_local (date.year, date.month, date.day, 23, 59, 59);

  return end != NULL ? g_date_time_to_unix (end) : 0;
}

/* The first line of a file, without its end. The caller wipes it; what was read besides is wiped here. */
static char *
read_passphrase (const MattraSignRequest  *request,
                 GError                  **error)
{
  GBytes *bytes;
  char *passphrase;
  char *data;
  gsize size = 0;
  gsize length = 0;

  if (request->passphrase == NULL)
    return g_strdup (request->secret ? request->secret : "");
  bytes = mattra_read_file (request->passphrase, PASSPHRASE_BYTES, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_unref_to_data (bytes, &size);
  while (length < size && data[length] != '\n' && data[length] != '\r' && data[length] != '\0')
    length++;
  passphrase = g_strndup (data, length);
  explicit_bzero (data, size);
  g_free (data);
  return passphrase;
}

static MattraDigitalSigner *
open_signer (const MattraSignRequest  *request,
             GError                  **error)
{
  g_autoptr (GBytes) package = mattra_read_file (request->package, PACKAGE_BYTES, error);
  char *passphrase = package != NULL ? read_passphrase (request, error) : NULL;
  MattraDigitalSigner *signer;

  if (passphrase == NULL)
    return NULL;
  signer = mattra_digital_signer_new_from_pkcs12 (package, passphrase, error);
  if (signer == NULL)
    g_prefix_error (error, "%s: ", request->package);
  explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
  return signer;
}

static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &failure))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _("“%s” cannot be written: %s. Free space or choose another folder."), path, failure->message);
  return FALSE;
}

/**
 * mattra_sign_place_free:
 * @self: (transfer full) (nullable): a place
 *
 * Frees a place.
 */
void
mattra_sign_place_free (MattraSignPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->label);
  g_free (self);
}

/**
 * mattra_sign_list_places:
 * @path: a PDF file
 * @error: return location
 *
 * Lists where a file is to be signed. One without any can be signed all the same: it gets a field that is not seen.
 *
 * Returns: (transfer full) (element-type MattraSignPlace) (nullable): the empty fields, in the order of the file
 */
GPtrArray *
mattra_sign_list_places (const char  *path,
                         GError     **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_sign_place_free);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (MattraPdfFile) file = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  pdf = mattra_read_file (path, PDF_BYTES, error);
  file = pdf != NULL ? mattra_pdf_file_new (pdf, error) : NULL;
  if (file == NULL)
    return NULL;
  fields = mattra_signature_field_list (file);
  for (guint i = 0; i < fields->len; i++)
    {
      const MattraSignatureField *field = g_ptr_array_index (fields, i);
      MattraSignPlace *place;

      if (field->signature != 0)
        continue;
      place = g_new0 (MattraSignPlace, 1);
      place->field = g_strdup (field->name);
      place->label = g_strdup (field->label);
      g_ptr_array_add (places, place);
    }
  return g_steal_pointer (&places);
}

/**
 * mattra_sign_file:
 * @request: what is signed, by whom, and where to
 * @field: (out) (transfer full): the field that was signed
 * @name: (out) (transfer full): the signer's name
 * @error: return location
 *
 * Signs a PDF file digitally. An earlier signature stays as it was.
 *
 * Returns: whether the signed file is on the disk
 */
gboolean
mattra_sign_file (const MattraSignRequest  *request,
                  char                    **field,
                  char                    **name,
                  GError                  **error)
{
  g_autoptr (MattraDigitalSigner) signer = NULL;
  g_autoptr (MattraTypesetter) typesetter = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  MattraSignOptions options = { request->field, request->post, request->date, NULL };

  g_return_val_if_fail (request != NULL && field != NULL && name != NULL, FALSE);

  if (!mattra_output_path_check (request->output, error))
    return FALSE;
  signer = open_signer (request, error);
  if (signer == NULL)
    return FALSE;
  if (!mattra_digital_signer_check_time (signer, day_to_time (request->date), error))
    {
      g_prefix_error (error, "%s: ", request->package);
      return FALSE;
    }
  pdf = mattra_read_file (request->pdf, PDF_BYTES, error);
  typesetter = pdf != NULL ? mattra_print_new_typesetter (error) : NULL;
  if (typesetter == NULL)
    return FALSE;
  options.typesetter = typesetter;
  signed_pdf = mattra_signature_sign (pdf, signer, &options, field, error);
  if (signed_pdf == NULL)
    {
      g_prefix_error (error, "%s: ", request->pdf);
      return FALSE;
    }
  if (!write_file (request->output, signed_pdf, error))
    return FALSE;
  *name = g_strdup (mattra_digital_signer_get_name (signer));
  return TRUE;
}

/**
 * mattra_sign_verify_file:
 * @path: a PDF file
 * @trust_folder: (nullable): a folder of certificates that are trusted; %NULL for none
 * @date: the day on which certificates must be valid
 * @error: return location
 *
 * Looks at the digital signatures of a file.
 *
 * Returns: (transfer full): what was found
 */
MattraSignatureCheck *
mattra_sign_verify_file (const char  *path,
                         const char  *trust_folder,
                         MattraDate   date,
                         GError     **error)
{
  g_autoptr (MattraTrust) trust = NULL;
  g_autoptr (GBytes) pdf = NULL;
  MattraSignatureCheck *check;

  g_return_val_if_fail (path != NULL, NULL);

  if (trust_folder != NULL)
    {
      trust = mattra_trust_new_from_folder (trust_folder, error);
      if (trust == NULL)
        return NULL;
    }
  pdf = mattra_read_file (path, PDF_BYTES, error);
  if (pdf == NULL)
    return NULL;
  check = mattra_signature_verify (pdf, trust, day_to_time (date), error);
  if (check == NULL)
    g_prefix_error (error, "%s: ", path);
  return check;
}
