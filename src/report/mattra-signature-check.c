/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-pdf-revision.h"
#include "mattra-signature-field.h"
#include "mattra-signature-message.h"

/* A file being looked at, one revision after another. */
typedef struct
{
  MattraSignatureCheck *check;
  MattraPdfFile        *file;
  MattraTrust          *trust;
  gint64                time;
} Looking;

static void
report_free (gpointer data)
{
  MattraSignatureReport *self = data;

  g_free (self->field);
  g_free (self->label);
  g_free (self->name);
  g_free (self->issuer);
  g_free (self->claimed);
  g_free (self->valid_from);
  g_free (self->valid_to);
  g_free (self->how);
  g_free (self);
}

/**
 * mattra_signature_check_free:
 * @self: (transfer full) (nullable): what is known of a file's signatures
 *
 * Frees it.
 */
void
mattra_signature_check_free (MattraSignatureCheck *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_revisions; i++)
    g_free (self->changes[i]);
  g_free (self->changes);
  g_ptr_array_unref (self->signatures);
  g_free (self);
}

static MattraSignatureReport *
get_report (MattraSignatureCheck *check,
            guint                 index)
{
  return g_ptr_array_index (check->signatures, index);
}

/* "D:20261129…" as 2026-11-29. */
static char *
read_day (MattraPdfPart value)
{
  g_autofree char *text = mattra_pdf_part_dup_text (value);

  if (text == NULL || strlen (text) < 10 || !g_str_has_prefix (text, "D:"))
    return NULL;
  for (guint i = 2; i < 10; i++)
    if (!g_ascii_isdigit (text[i]))
      return NULL;
  return g_strdup_printf ("%.4s-%.2s-%.2s", text + 2, text + 6, text + 8);
}

/* The two ranges of bytes that are signed: from the first to the signature, and from there to the revision's end. */
static gboolean
read_ranges (MattraPdfFile *view,
             MattraPdfPart  value,
             MattraPdfPart  contents,
             MattraPdfPart *ranges)
{
  gsize length;
  const char *data = g_bytes_get_data (mattra_pdf_file_get_bytes (view), &length);
  MattraPdfPart range = mattra_pdf_file_get (view, value, "ByteRange");
  const char *cursor = NULL;
  gint64 numbers[4] = { -1, -1, -1, -1 };
  MattraPdfPart item;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!mattra_pdf_array_next (range, &cursor, &item) || !mattra_pdf_part_get_int (item, &numbers[i]))
      return FALSE;
  if (numbers[0] != 0 || numbers[1] != contents.start - data || numbers[2] != contents.end - data
      || numbers[3] != (gint64) length - numbers[2])
    return FALSE;
  ranges[0] = (MattraPdfPart) { data, contents.start };
  ranges[1] = (MattraPdfPart) { contents.end, data + length };
  return TRUE;
}

/* Digits in capitals or in small letters, not both, and nothing between them: one way to write the same signature. */
static gboolean
is_plain (MattraPdfPart contents)
{
  gboolean capitals = FALSE;
  gboolean small = FALSE;

  if (contents.start == NULL || *contents.start != '<')
    return FALSE;
  for (const char *p = contents.start + 1; p < contents.end - 1; p++)
    {
      if (!g_ascii_isxdigit (*p))
        return FALSE;
      capitals = capitals || g_ascii_isupper (*p);
      small = small || g_ascii_islower (*p);
    }
  return !capitals || !small;
}

static void
judge (Looking               *self,
       MattraPdfFile         *view,
       MattraSignatureReport *report,
       guint                  signature)
{
  MattraPdfPart value = mattra_pdf_file_get_object (view, signature);
  MattraPdfPart contents = mattra_pdf_dict_get (value, "Contents");
  MattraPdfPart kind = mattra_pdf_file_get (view, value, "SubFilter");
  gboolean cades = mattra_pdf_part_is_name (kind, "ETSI.CAdES.detached");
  MattraPdfPart ranges[2];
  gsize length = 0;
  g_autofree char *message = mattra_pdf_part_dup_bytes (contents, &length);
  g_autoptr (GHashTable) entries = mattra_pdf_dict_read (value);

  report->claimed = read_day (mattra_pdf_file_get (view, value, "M"));
  report->state = MATTRA_SIGNATURE_BROKEN;
  report->certificate = MATTRA_CERTIFICATE_UNKNOWN;
  if (!cades && !mattra_pdf_part_is_name (kind, "adbe.pkcs7.detached"))
    report->how = g_strdup (_("it is of a kind that is not read here"));
  else if (entries == NULL || message == NULL || !is_plain (contents))
    report->how = g_strdup (_("something else stands beside it"));
  else if (!read_ranges (view, value, contents, ranges))
    report->how = g_strdup (_("it does not cover the file as it was signed"));
  else
    {
      report->state = MATTRA_SIGNATURE_INTACT;
      mattra_signature_message_judge (report, (const guint8 *) message, length, ranges, cades, self->trust, self->time);
    }
}

static void
add_report (Looking                    *self,
            MattraPdfFile              *view,
            const MattraSignatureField *field,
            guint                       revision)
{
  MattraSignatureReport *report = g_new0 (MattraSignatureReport, 1);

  report->field = g_strdup (field->name);
  report->label = g_strdup (field->label);
  report->object = field->object;
  report->revision = revision;
  judge (self, view, report, field->signature);
  g_ptr_array_add (self->check->signatures, report);
}

static void
set_changed (MattraSignatureReport *report,
             const char            *how)
{
  if (report->cover == MATTRA_COVERS_OTHER)
    return;
  report->cover = MATTRA_COVERS_OTHER;
  if (report->state == MATTRA_SIGNATURE_INTACT)
    report->how = g_strdup (how);
}

/* What a later revision means for the signatures that were there. */
static void
compare_with_earlier (Looking    *self,
                      guint       n_earlier,
                      GPtrArray  *fields,
                      const char *how)
{
  for (guint i = 0; i < n_earlier; i++)
    {
      MattraSignatureReport *report = get_report (self->check, i);
      MattraSignatureField *field = mattra_signature_field_find (fields, report->object);

      if (how != NULL)
        set_changed (report, how);
      else if (report->cover == MATTRA_COVERS_ALL)
        report->cover = MATTRA_COVERS_BEFORE;
      if (field == NULL || field->signature == 0)
        report->state = MATTRA_SIGNATURE_REMOVED;
    }
}

static void
look_at (Looking       *self,
         MattraPdfFile *before,
         MattraPdfFile *view,
         guint          revision)
{
  g_autoptr (GPtrArray) fields = mattra_signature_field_list (view);
  g_autoptr (GPtrArray) old_fields = before != NULL ? mattra_signature_field_list (before) : NULL;
  guint n_earlier = self->check->signatures->len;

  for (guint i = 0; i < fields->len; i++)
    {
      const MattraSignatureField *field = g_ptr_array_index (fields, i);
      const MattraSignatureField *old = old_fields != NULL ? mattra_signature_field_find (old_fields, field->object)
                                                           : NULL;

      if (field->signature != 0 && (old == NULL || old->signature != field->signature))
        add_report (self, view, field, revision);
    }
  if (before != NULL)
    self->check->changes[revision] = mattra_pdf_revision_describe (before, view);
  for (guint i = n_earlier; i < self->check->signatures->len; i++)
    if (self->check->changes[revision] == NULL && get_report (self->check, i)->state != MATTRA_SIGNATURE_INTACT)
      self->check->changes[revision] = g_strdup (_("a later signature is not valid"));
  compare_with_earlier (self, n_earlier, fields, self->check->changes[revision]);
  self->check->n_empty = 0;
  for (guint i = 0; i < fields->len; i++)
    self->check->n_empty += ((MattraSignatureField *) g_ptr_array_index (fields, i))->signature == 0;
}

static gboolean
look_at_all (Looking  *self,
             GError  **error)
{
  g_autoptr (MattraPdfFile) before = NULL;

  for (guint i = 0; i < self->check->n_revisions; i++)
    {
      g_autoptr (MattraPdfFile) view = mattra_pdf_file_new_revision (self->file, i, error);

      if (view == NULL)
        return FALSE;
      if (mattra_pdf_file_get_n_revisions (view) != i + 1)
        {
          g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("The PDF file was put together of several."));
          return FALSE;
        }
      look_at (self, before, view, i);
      g_clear_pointer (&before, mattra_pdf_file_free);
      before = g_steal_pointer (&view);
    }
  return TRUE;
}

static char *
say_appended (gsize n)
{
  return g_strdup_printf (ngettext ("%u byte was appended that is no signature",
                                    "%u bytes were appended that are no signature", (gulong) n), (guint) n);
}

/**
 * mattra_signature_verify:
 * @pdf: a file
 * @trust: (nullable): certificates that are trusted; %NULL for none
 * @time: when certificates must be valid, in seconds since 1970
 * @error: return location for an error
 *
 * Looks at each signature of a file: whether the bytes are those that were signed, who signed, whether the certificate
 * leads to one that is trusted, and what was done to the file later. Whether a certificate was revoked is not asked:
 * that would need the network.
 *
 * Returns: (transfer full): what was found, or %NULL with #MATTRA_ERROR_INVALID if it is no PDF file that can be read
 */
MattraSignatureCheck *
mattra_signature_verify (GBytes       *pdf,
                         MattraTrust  *trust,
                         gint64        time,
                         GError      **error)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, error);
  g_autoptr (MattraSignatureCheck) check = NULL;
  g_autoptr (MattraTrust) nobody = mattra_trust_new ();
  Looking looking;

  if (file == NULL)
    return NULL;
  check = g_new0 (MattraSignatureCheck, 1);
  check->signatures = g_ptr_array_new_with_free_func (report_free);
  check->n_revisions = mattra_pdf_file_get_n_revisions (file);
  check->changes = g_new0 (char *, check->n_revisions);
  check->appended = g_bytes_get_size (pdf) - mattra_pdf_file_get_end (file, check->n_revisions - 1);
  looking = (Looking) { check, file, trust != NULL ? trust : nobody, time };
  if (!look_at_all (&looking, error))
    return NULL;
  if (check->appended > 0)
    {
      g_autofree char *how = say_appended (check->appended);

      for (guint i = 0; i < check->signatures->len; i++)
        set_changed (get_report (check, i), how);
    }
  return g_steal_pointer (&check);
}

/**
 * mattra_signature_check_is_good:
 * @self: what is known of a file's signatures
 *
 * Returns: whether there are signatures, all of them hold, all signers are trusted, and nothing else was done to the file
 */
gboolean
mattra_signature_check_is_good (const MattraSignatureCheck *self)
{
  for (guint i = 0; i < self->signatures->len; i++)
    {
      const MattraSignatureReport *report = g_ptr_array_index (self->signatures, i);

      if (report->state != MATTRA_SIGNATURE_INTACT || report->cover == MATTRA_COVERS_OTHER
          || report->certificate != MATTRA_CERTIFICATE_TRUSTED)
        return FALSE;
    }
  return self->signatures->len > 0 && self->appended == 0;
}

static guint
find_revision (MattraPdfFile *file,
               gsize          length)
{
  guint n = mattra_pdf_file_get_n_revisions (file);
  guint i = 0;

  while (i < n && mattra_pdf_file_get_end (file, i) != length)
    i++;
  return i;
}

/* The first thing behind a revision that is no good signature. */
static char *
find_fault (MattraSignatureCheck *check,
            guint                 revision)
{
  for (guint i = revision + 1; i < check->n_revisions; i++)
    if (check->changes[i] != NULL)
      return g_strdup (check->changes[i]);
  return check->appended > 0 ? say_appended (check->appended) : NULL;
}

/**
 * mattra_signature_follow:
 * @pdf: a file that begins with a whole PDF
 * @length: how many bytes that has
 * @how: (out) (transfer full): what is wrong with what follows, for the user
 *
 * Tells whether what follows a whole PDF are valid signatures and nothing else. Who signed, and whether anyone trusts
 * them, is not asked.
 *
 * Returns: whether it is so; also where nothing follows
 */
gboolean
mattra_signature_follow (GBytes  *pdf,
                         gsize    length,
                         char   **how)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, &error);
  g_autoptr (MattraSignatureCheck) check = file != NULL ? mattra_signature_verify (pdf, NULL, 0, &error) : NULL;
  guint revision;

  *how = NULL;
  if (check == NULL)
    {
      *how = g_strdup (error->message);
      return FALSE;
    }
  revision = find_revision (file, length);
  if (revision == check->n_revisions)
    *how = g_strdup (_("something was appended that is no signature"));
  else
    *how = find_fault (check, revision);
  return *how == NULL;
}
