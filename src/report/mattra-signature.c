/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-pdf-embed.h"
#include "mattra-pdf-revision.h"
#include "mattra-signature-field.h"
#include "mattra-signature-look.h"

#define DIGEST_SIZE 32
#define ID_DIGITS 32

/* Where a file's bytes that are signed begin and end is known last: room for it is left. */
#define RANGE_ROOM "                                        "
#define CONTENTS "/Contents "

/* A signature being made: the file, what is appended to it, and where. */
typedef struct
{
  MattraPdfFile           *file;
  MattraPdfUpdate         *update;
  MattraDigitalSigner            *signer;
  const MattraSignOptions *options;
  GPtrArray               *fields;
  MattraSignatureField    *field;       /* or NULL: a new one is made */
  char                    *name;
  guint                    object;
  guint                    signature;
  gsize                    position;    /* of the signature's object in the file */
} Signing;

static gboolean
refuse (GError     **error,
        const char  *format,
        const char  *what)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, format, what);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
is_wanted (const MattraSignatureField *field,
           const char                 *name)
{
  return g_strcmp0 (field->name, name) == 0 || g_strcmp0 (field->label, name) == 0;
}

/* A new field has a name that no other one has. */
static char *
make_name (GPtrArray *fields)
{
  for (guint n = fields->len + 1;; n++)
    {
      g_autofree char *name = g_strdup_printf ("Signature%u", n);
      gboolean taken = FALSE;

      for (guint i = 0; i < fields->len; i++)
        taken = taken || is_wanted (g_ptr_array_index (fields, i), name);
      if (!taken)
        return g_steal_pointer (&name);
    }
}

static gboolean
choose_field (Signing  *self,
              GError  **error)
{
  const char *wanted = self->options->field;
  gboolean taken = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      MattraSignatureField *field = g_ptr_array_index (self->fields, i);

      if (wanted != NULL && !is_wanted (field, wanted))
        continue;
      if (field->signature == 0)
        {
          self->field = field;
          self->object = field->object;
          self->name = g_strdup (field->name);
          return TRUE;
        }
      taken = TRUE;
    }
  if (wanted != NULL && taken)
    return refuse (error, _("“%s” is signed already."), wanted);
  if (wanted != NULL)
    return refuse (error, _("There is no place for a signature called “%s”."), wanted);
  self->object = mattra_pdf_update_reserve (self->update);
  self->name = make_name (self->fields);
  return TRUE;
}

static GString *
copy_object (Signing *self,
             guint    object)
{
  MattraPdfPart value = mattra_pdf_file_get_object (self->file, object);

  return g_string_new_len (value.start, value.end - value.start);
}

static void
append_item (Signing    *self,
             GString    *dict,
             const char *key,
             const char *item)
{
  MattraPdfPart whole = { dict->str, dict->str + dict->len };
  g_autoptr (GString) array = g_string_new (NULL);

  mattra_pdf_text_append (array, mattra_pdf_file_get (self->file, whole, key), item);
  mattra_pdf_text_set (dict, key, array->str);
}

/* What is seen of the signature, where the field is large enough to show anything. */
static gboolean
put_look (Signing  *self,
          GString  *widget,
          GError  **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MattraPdfFile) drawn = NULL;
  g_autofree char *value = NULL;
  guint number;

  if (self->options->typesetter == NULL || self->field->width < 1 || self->field->height < 1)
    return TRUE;
  bytes = mattra_signature_draw (self->signer, self->options, self->field->width, self->field->height, error);
  drawn = bytes != NULL ? mattra_pdf_file_new (bytes, error) : NULL;
  if (drawn == NULL)
    return FALSE;
  number = mattra_pdf_update_reserve (self->update);
  if (!mattra_pdf_embed_page (self->update, drawn, number))
    return refuse (error, _("The signature cannot be drawn: %s."), "PDF");
  value = g_strdup_printf ("<< /N %u 0 R >>", number);
  mattra_pdf_text_set (widget, "AP", value);
  return TRUE;
}

/* The field that was there, with its signature. */
static gboolean
put_widget (Signing  *self,
            GError  **error)
{
  g_autoptr (GString) widget = copy_object (self, self->object);
  g_autofree char *value = g_strdup_printf ("%u 0 R", self->signature);

  mattra_pdf_text_set (widget, "V", value);
  if (!put_look (self, widget, error))
    return FALSE;
  mattra_pdf_update_put (self->update, self->object, widget->str, widget->len);
  return TRUE;
}

/* The form of the file gets the field; a file without one gets a form. */
static void
put_form (Signing *self,
          guint    root)
{
  MattraPdfPart catalog = mattra_pdf_file_get_object (self->file, root);
  g_autofree char *item = g_strdup_printf ("%u 0 R", self->object);
  g_autoptr (GString) text = NULL;
  guint form;

  if (mattra_pdf_part_get_ref (mattra_pdf_dict_get (catalog, "AcroForm"), &form))
    text = copy_object (self, form);
  else
    {
      g_autoptr (GString) changed = copy_object (self, root);
      g_autofree char *value = NULL;

      form = mattra_pdf_update_reserve (self->update);
      value = g_strdup_printf ("%u 0 R", form);
      mattra_pdf_text_set (changed, "AcroForm", value);
      mattra_pdf_update_put (self->update, root, changed->str, changed->len);
      text = g_string_new ("<< /SigFlags 3\n>>");
    }
  append_item (self, text, "Fields", item);
  mattra_pdf_update_put (self->update, form, text->str, text->len);
}

/* A field of which nothing is seen, on the first page. */
static gboolean
put_new_field (Signing  *self,
               GError  **error)
{
  g_autofree char *item = g_strdup_printf ("%u 0 R", self->object);
  g_autofree char *text = NULL;
  g_autoptr (GString) page_text = NULL;
  guint root, page;

  if (!mattra_pdf_file_get_root (self->file, &root) || !mattra_pdf_file_find_page (self->file, 0, &page))
    return refuse (error, "%s", _("The PDF file has no pages."));
  text = g_strdup_printf ("<< /Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (%s)\n/F 132\n/P %u 0 R\n"
                          "/Rect [ 0 0 0 0 ]\n/V %u 0 R\n>>", self->name, page, self->signature);
  mattra_pdf_update_put (self->update, self->object, text, strlen (text));
  page_text = copy_object (self, page);
  append_item (self, page_text, "Annots", item);
  mattra_pdf_update_put (self->update, page, page_text->str, page_text->len);
  put_form (self, root);
  return TRUE;
}

static char *
format_time (MattraDate date)
{
  g_autofree char *iso = mattra_date_to_iso (date);

  return g_strdup_printf ("(D:%.4s%.2s%.2s000000+07'00')", iso, iso + 5, iso + 8);
}

static void
put_signature (Signing *self)
{
  g_autoptr (GString) text = g_string_new ("<< /Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/Name ");
  g_autofree char *time = format_time (self->options->date);
  gsize room = 2 * mattra_digital_signer_get_size (self->signer);
  gsize start;

  mattra_pdf_text_add_string (text, mattra_digital_signer_get_name (self->signer));
  g_string_append_printf (text, "\n/M %s\n/ByteRange [ 0%s ]\n" CONTENTS "<", time, RANGE_ROOM);
  start = text->len;
  g_string_set_size (text, start + room);
  memset (text->str + start, '0', room);
  g_string_append (text, ">\n>>");
  self->position = mattra_pdf_update_get_position (self->update);
  mattra_pdf_update_put (self->update, self->signature, text->str, text->len);
}

/* The file keeps its first identifier; the second is new for each state, and the same for the same. */
static char *
make_id (Signing *self)
{
  MattraPdfPart old = mattra_pdf_dict_get (mattra_pdf_file_get_trailer (self->file), "ID");
  g_autoptr (GString) content = g_string_new_len (old.start, old.start != NULL ? old.end - old.start : 0);
  g_autofree char *hash = NULL;
  const char *cursor = NULL;
  MattraPdfPart first;

  g_string_append (content, self->name);
  g_string_append (content, mattra_digital_signer_get_name (self->signer));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content->str, (gssize) content->len);
  if (mattra_pdf_array_next (old, &cursor, &first))
    return g_strdup_printf ("/ID [ %.*s <%.*s> ]", (int) (first.end - first.start), first.start, ID_DIGITS, hash);
  return g_strdup_printf ("/ID [ <%.*s> <%.*s> ]", ID_DIGITS, hash, ID_DIGITS, hash);
}

/* Writes which bytes are signed: all but the signature itself. Gives where that begins in the text. */
static gsize
fill_range (Signing *self,
            GString *text,
            gsize    base,
            gsize   *end)
{
  char *object = text->str + (self->position - base);
  char *range = strstr (object, "/ByteRange [ 0") + strlen ("/ByteRange [ 0");
  char *contents = strstr (object, CONTENTS) + strlen (CONTENTS);
  gsize start = (gsize) (contents - text->str);
  g_autofree char *numbers = NULL;

  *end = start + 2 * mattra_digital_signer_get_size (self->signer) + 2;
  numbers = g_strdup_printf (" %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, base + start, base + *end,
                             text->len - *end);
  g_assert (strlen (numbers) <= strlen (RANGE_ROOM));
  memcpy (range, numbers, strlen (numbers));
  return start;
}

static void
fill_contents (GString *text,
               gsize    start,
               GBytes  *signature)
{
  static const char digits[] = "0123456789abcdef";
  gsize length;
  const guint8 *data = g_bytes_get_data (signature, &length);

  for (gsize i = 0; i < length; i++)
    {
      text->str[start + 1 + 2 * i] = digits[data[i] >> 4];
      text->str[start + 2 + 2 * i] = digits[data[i] & 15];
    }
}

static GBytes *
finish (Signing  *self,
        GError  **error)
{
  GString *text = mattra_pdf_update_get_text (self->update);
  gsize base;
  const guint8 *data = g_bytes_get_data (mattra_pdf_file_get_bytes (self->file), &base);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GBytes) signature = NULL;
  g_autofree char *id = make_id (self);
  guint8 digest[DIGEST_SIZE];
  gsize size = sizeof digest;
  gsize start, end;
  GByteArray *whole;

  mattra_pdf_update_finish (self->update, id);
  start = fill_range (self, text, base, &end);
  g_checksum_update (checksum, data, (gssize) base);
  g_checksum_update (checksum, (const guint8 *) text->str, (gssize) start);
  g_checksum_update (checksum, (const guint8 *) text->str + end, (gssize) (text->len - end));
  g_checksum_get_digest (checksum, digest, &size);
  signature = mattra_digital_signer_sign (self->signer, digest, error);
  if (signature == NULL)
    return NULL;
  if (2 * g_bytes_get_size (signature) > end - start - 2)
    {
      refuse (error, "%s", _("The signature is larger than it may be."));
      return NULL;
    }
  fill_contents (text, start, signature);
  whole = g_byte_array_sized_new ((guint) (base + text->len));
  g_byte_array_append (whole, data, (guint) base);
  g_byte_array_append (whole, (const guint8 *) text->str, (guint) text->len);
  return g_byte_array_free_to_bytes (whole);
}

static gboolean
check_end (MattraPdfFile  *file,
           GError        **error)
{
  gsize end = mattra_pdf_file_get_end (file, mattra_pdf_file_get_n_revisions (file) - 1);

  if (end == g_bytes_get_size (mattra_pdf_file_get_bytes (file)))
    return TRUE;
  return refuse (error, "%s", _("Bytes were appended to the PDF file that are no part of it. Sign the file as it was made."));
}

/* A file that another program made may have its form where we do not look for it: what we add would take something
 * away, perhaps a signature. */
static gboolean
check_added (MattraPdfFile  *file,
             GBytes         *signed_pdf,
             GError        **error)
{
  g_autoptr (MattraPdfFile) after = mattra_pdf_file_new (signed_pdf, error);
  g_autofree char *how = after != NULL ? mattra_pdf_revision_describe (file, after) : NULL;

  if (how == NULL)
    return after != NULL;
  return refuse (error, _("The PDF file is built in a way in which it cannot be signed here: %s."), how);
}

/**
 * mattra_signature_sign:
 * @pdf: a file that this program made, signed or not
 * @signer: who signs
 * @options: how
 * @field: (out) (transfer full) (optional): the name of the field that was signed
 * @error: return location for an error
 *
 * Signs a file as PAdES B-B: behind its last byte comes an update with the signature, over all bytes but its own. The
 * bytes that were there stay as they are, so that earlier signatures hold. Where there is no empty field, a new one is
 * made of which nothing is seen. The same file, signer and day give the same bytes where the key is RSA.
 *
 * Returns: (transfer full): the signed file, or %NULL with an error
 */
GBytes *
mattra_signature_sign (GBytes                   *pdf,
                       MattraDigitalSigner             *signer,
                       const MattraSignOptions  *options,
                       char                    **field,
                       GError                  **error)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, error);
  g_autoptr (MattraPdfUpdate) update = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *name = NULL;
  GBytes *signed_pdf = NULL;
  Signing self = { .file = file, .signer = signer, .options = options };

  if (file == NULL || !check_end (file, error))
    return NULL;
  self.update = update = mattra_pdf_update_new (file, NULL, NULL);
  self.fields = fields = mattra_signature_field_list (file);
  if (choose_field (&self, error))
    {
      self.signature = mattra_pdf_update_reserve (update);
      if (self.field != NULL ? put_widget (&self, error) : put_new_field (&self, error))
        {
          put_signature (&self);
          signed_pdf = finish (&self, error);
        }
    }
  if (signed_pdf != NULL && !check_added (file, signed_pdf, error))
    g_clear_pointer (&signed_pdf, g_bytes_unref);
  name = self.name;
  if (signed_pdf != NULL && field != NULL)
    *field = g_steal_pointer (&name);
  return signed_pdf;
}
