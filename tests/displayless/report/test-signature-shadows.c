/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-pdf-update.h"
#include "mattra-signature-check.h"
#include "mattra-signature-field.h"
#include "mattra-signature.h"
#include "signing-fixture.h"

/* What somebody does who has a certificate of their own: the signature that they add is valid, and besides it their
 * update tries to change what other programs show of the file. */

/* An update being forged. */
typedef struct
{
  MattraPdfFile   *file;
  MattraPdfUpdate *update;
  guint            object;      /* the field that is signed */
  GString         *field;       /* its text; none where @change has put it */
  guint            signature;
  guint            page;
  const char      *trailer;     /* what the trailer says besides */
  const char      *contents;    /* what stands before the signature's own bytes */
  guint            gap;         /* bytes behind them that are not signed either */
} Forgery;

typedef struct
{
  const char *name;
  void      (*change) (Forgery *self);      /* what is put besides the signature */
  void      (*mend)   (GString *text,
                       Forgery *self);      /* what is written in another way, before it is signed */
  const char *prepared;                     /* a further entry of the first page before anybody signed */
  const char *expected;                     /* NULL where it is only a signature */
} Shadow;

#define ROOM 8000

/* An object that the report does not have. */
#define MISSING 999

static char *
dup_object (MattraPdfFile *file,
            guint          object)
{
  MattraPdfPart value = mattra_pdf_file_get_object (file, object);

  return g_strndup (value.start, (gsize) (value.end - value.start));
}

static void
put (Forgery    *self,
     guint       object,
     const char *value)
{
  mattra_pdf_update_put (self->update, object, value, strlen (value));
}

/* A dictionary with more at its end. */
static char *
extend (const char *dict,
        const char *more)
{
  return g_strdup_printf ("%.*s %s >>", (int) (strlen (dict) - 2), dict, more);
}

static void
put_extended (Forgery    *self,
              guint       object,
              const char *more)
{
  g_autofree char *value = dup_object (self->file, object);
  g_autofree char *longer = extend (value, more);

  put (self, object, longer);
}

/* A stream that can be shown in place of a page. */
static guint
put_stream (Forgery *self)
{
  static const char stream[] = "1 0 0 rg 0 0 400 400 re f";
  guint number = mattra_pdf_update_reserve (self->update);

  mattra_pdf_update_put_stream (self->update, number, "", stream, strlen (stream));
  return number;
}

static guint
get_root (Forgery *self)
{
  guint root = 0;

  g_assert_true (mattra_pdf_file_get_root (self->file, &root));
  return root;
}

static guint
get_form (Forgery *self)
{
  guint form = 0;

  g_assert_true (mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_object (self->file, get_root (self)),
                                                               "AcroForm"), &form));
  return form;
}

static void
rewrite_page (Forgery *self)
{
  put_extended (self, self->page, "");
}

static void
add_contents (Forgery *self)
{
  g_autofree char *more = g_strdup_printf ("/Contents %u 0 R", put_stream (self));

  put_extended (self, self->page, more);
}

/* A key is missing before the last value: some programs stop there, others go on. */
static void
add_contents_behind_junk (Forgery *self)
{
  g_autofree char *more = g_strdup_printf ("5 /Contents %u 0 R", put_stream (self));

  put_extended (self, self->page, more);
}

static void
add_contents_in_code (Forgery *self)
{
  g_autofree char *more = g_strdup_printf ("/#43ontents %u 0 R", put_stream (self));

  put_extended (self, self->page, more);
}

static void
add_key_without_value (Forgery *self)
{
  put_extended (self, self->page, "/Rotate");
}

static void
add_action (Forgery *self)
{
  put_extended (self, get_root (self), "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>");
}

static void
add_form_entry (Forgery *self)
{
  put_extended (self, get_form (self), "/NeedAppearances true");
}

/* An annotation that is no field, over the page. */
static void
add_stamp (Forgery *self)
{
  guint stamp = mattra_pdf_update_reserve (self->update);
  g_autofree char *value = g_strdup_printf ("<< /Type /Annot /Subtype /Stamp /Rect [ 0 0 400 400 ] /AP << /N %u 0 R >>"
                                            " >>", put_stream (self));
  g_autofree char *page = dup_object (self->file, self->page);
  g_autofree char *item = g_strdup_printf ("%u 0 R", stamp);
  g_autoptr (GString) text = g_string_new (page);
  g_autoptr (GString) list = g_string_new (NULL);

  put (self, stamp, value);
  mattra_pdf_text_append (list, mattra_pdf_file_get (self->file, mattra_pdf_file_get_object (self->file, self->page),
                                                     "Annots"), item);
  mattra_pdf_text_set (text, "Annots", list->str);
  put (self, self->page, text->str);
}

static void
append_to_list (Forgery    *self,
                guint       object,
                const char *key,
                const char *item)
{
  g_autofree char *value = dup_object (self->file, object);
  g_autoptr (GString) text = g_string_new (value);
  g_autoptr (GString) list = g_string_new (NULL);

  mattra_pdf_text_append (list, mattra_pdf_file_get (self->file, mattra_pdf_file_get_object (self->file, object), key),
                          item);
  mattra_pdf_text_set (text, key, list->str);
  put (self, object, text->str);
}

/* A field that was not there is signed in place of one that was. */
static void
add_field (Forgery    *self,
           const char *rectangle,
           const char *more)
{
  g_autofree char *item = NULL;
  g_autofree char *value = NULL;

  self->object = mattra_pdf_update_reserve (self->update);
  item = g_strdup_printf ("%u 0 R", self->object);
  value = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature77) /F 132 /P %u 0 R /Rect %s /V %u 0"
                           " R %s >>", self->page, rectangle, self->signature, more);
  put (self, self->object, value);
  append_to_list (self, self->page, "Annots", item);
  append_to_list (self, get_form (self), "Fields", item);
  g_string_free (self->field, TRUE);
  self->field = NULL;
}

static void
add_unseen_field (Forgery *self)
{
  add_field (self, "[ 0 0 0 0 ]", "");
}

static void
add_long_field (Forgery *self)
{
  add_field (self, "[ 0 0 0000000000000000000000400 0000000000000000000000400 ]", "");
}

static void
add_field_of_two_sizes (Forgery *self)
{
  add_field (self, "[ 0 0 0 0 ]", "/Rect [ 0 0 400 400 ]");
}

static void
add_painted_field (Forgery *self)
{
  add_field (self, "[ 0 0 0 0 ]", "/MK << /BG [ 1 0 0 ] /CA (ไม่อนุมัติ) >>");
}

static void
add_other_annotation (Forgery *self)
{
  add_field (self, "[ 0 0 0 0 ]", "/Subtype /Line /L [ 0 0 400 400 ]");
}

static void
add_field_with_action (Forgery *self)
{
  add_field (self, "[ 0 0 0 0 ]", "/AA << /PO << /S /JavaScript /JS (this.closeDoc\\(\\)) >> >>");
}

/* Another catalog, for readers that take the last of two. */
static void
name_other_root (Forgery *self)
{
  guint page = mattra_pdf_update_reserve (self->update);
  guint pages = mattra_pdf_update_reserve (self->update);
  guint root = mattra_pdf_update_reserve (self->update);
  g_autofree char *trailer = g_strdup_printf ("/Root %u 0 R", root);
  char *texts[] = {
    g_strdup_printf ("<< /Type /Page /Parent %u 0 R /MediaBox [ 0 0 400 400 ] /Contents %u 0 R >>", pages,
                     put_stream (self)),
    g_strdup_printf ("<< /Type /Pages /Count 1 /Kids [ %u 0 R ] >>", page),
    g_strdup_printf ("<< /Type /Catalog /Pages %u 0 R >>", pages),
  };

  put (self, page, texts[0]);
  put (self, pages, texts[1]);
  put (self, root, texts[2]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  self->trailer = g_intern_string (trailer);
}

static void
name_encryption (Forgery *self)
{
  self->trailer = "/#45ncrypt << /Filter /Standard >>";
}

static void
name_other_table (Forgery *self)
{
  self->trailer = "/#58RefStm 20";
}

/* What the page names already, and was not there when it was signed. */
static void
fill_in (Forgery *self)
{
  static const char stream[] = "1 0 0 rg 0 0 400 400 re f";

  while (mattra_pdf_update_reserve (self->update) < MISSING)
    ;
  mattra_pdf_update_put_stream (self->update, MISSING, "", stream, strlen (stream));
}

static void
write_contents_twice (Forgery *self)
{
  self->contents = "/Contents <00> ";
}

static void
leave_gap (Forgery *self)
{
  self->gap = 4;
}

static void
replace_text (GString    *text,
              const char *old,
              const char *now)
{
  g_assert_cmpuint (g_string_replace (text, old, now, 1), ==, 1);
}

/* Other programs look for the number right behind the word; where they do not find it, they rebuild the file from all
 * that looks like an object. */
static void
comment_address (GString *text,
                 Forgery *self)
{
  replace_text (text, "startxref\n", "startxref\n%\n");
}

static void
comment_end (GString *text,
             Forgery *self)
{
  replace_text (text, "\nstartxref\n", "\n%%EOF\nstartxref\n");
}

static void
shrink_size (GString *text,
             Forgery *self)
{
  replace_text (text, "trailer\n<< /Size ", "trailer\n<< /Size 5 /Was ");
}

static void
leave_out_size (GString *text,
                Forgery *self)
{
  replace_text (text, "trailer\n<< /Size ", "trailer\n<< /Was ");
}

static void
understate_size (GString *text,
                 Forgery *self)
{
  char *size = strstr (text->str, "trailer\n<< /Size ") + strlen ("trailer\n<< /Size ");

  for (; g_ascii_isdigit (*size); size++)
    *size = g_ascii_isdigit (size[1]) ? '0' : '5';
}

static gsize
get_contents_offset (Forgery *self,
                     guint   *object)
{
  g_assert_true (mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_object (self->file, self->page),
                                                               "Contents"), object));
  return mattra_pdf_file_get_offset (self->file, *object);
}

/* The page's text is where it was, but no reference leads there. */
static void
age_contents (GString *text,
              Forgery *self)
{
  guint object;
  gsize offset = get_contents_offset (self, &object);
  g_autofree char *section = g_strdup_printf ("\nxref\n%u 1\n%010u 00007 n \n", object, (guint) offset);

  replace_text (text, "\nxref\n", section);
}

static void
free_contents (GString *text,
               Forgery *self)
{
  guint object;
  g_autofree char *section = NULL;

  get_contents_offset (self, &object);
  section = g_strdup_printf ("\nxref\n%u 1\n0000000000 00001 f \n", object);
  replace_text (text, "\nxref\n", section);
}

/* The page's text stands twice in one table: where it was, and a byte before. */
static void
name_contents_twice (GString *text,
                     Forgery *self)
{
  guint object;
  gsize offset = get_contents_offset (self, &object);
  g_autofree char *section = g_strdup_printf ("\nxref\n%u 1\n%010u 00000 n \n%u 1\n%010u 00000 n \n", object,
                                              (guint) offset, object, (guint) offset - 1);

  replace_text (text, "\nxref\n", section);
}

/* Some programs take a table that begins so to begin with object 0, and all its objects for others. */
static void
shift_table (GString *text,
             Forgery *self)
{
  replace_text (text, "\nxref\n", "\nxref\n1 1\n0000000000 65535 f \n");
}

/* The table goes on from the first one: what was signed in between is no part of the file any more. */
static void
skip_revisions (GString *text,
                Forgery *self)
{
  g_autoptr (MattraPdfFile) first = mattra_pdf_file_new_revision (self->file, 0, NULL);
  g_autofree char *old = g_strdup_printf ("/Prev %zu ", mattra_pdf_file_get_xref (self->file));
  g_autofree char *now = g_strdup_printf ("/Prev %zu ", mattra_pdf_file_get_xref (first));

  replace_text (text, old, now);
}

/* As if there had been nothing before. */
static void
forget_revisions (GString *text,
                  Forgery *self)
{
  replace_text (text, "/Prev ", "/Was ");
}

static const Shadow shadows[] = {
  { "nothing", NULL, NULL, NULL, NULL },
  { "same-page", rewrite_page, NULL, NULL, NULL },
  { "unseen-field", add_unseen_field, NULL, NULL, NULL },
  { "contents", add_contents, NULL, NULL, "a page was changed" },
  { "contents-behind-junk", add_contents_behind_junk, NULL, NULL, "a page was changed" },
  { "contents-in-code", add_contents_in_code, NULL, NULL, "a page was changed" },
  { "key-without-value", add_key_without_value, NULL, NULL, "a page was changed" },
  { "action", add_action, NULL, NULL, "something other" },
  { "form-entry", add_form_entry, NULL, NULL, "something other" },
  { "stamp", add_stamp, NULL, NULL, "a page was changed" },
  { "long-field", add_long_field, NULL, NULL, "a page was changed" },
  { "field-of-two-sizes", add_field_of_two_sizes, NULL, NULL, "a page was changed" },
  { "painted-field", add_painted_field, NULL, NULL, "a page was changed" },
  { "other-annotation", add_other_annotation, NULL, NULL, "a page was changed" },
  { "field-with-action", add_field_with_action, NULL, NULL, "a page was changed" },
  { "other-root", name_other_root, NULL, NULL, "appended that are no signature" },
  { "encryption", name_encryption, NULL, NULL, "appended that are no signature" },
  { "other-table", name_other_table, NULL, NULL, "appended that are no signature" },
  { "filled-in", fill_in, NULL, "/Overlay +999 0 R", "named before" },
  { "contents-twice", write_contents_twice, NULL, NULL, "not valid" },
  { "gap", leave_gap, NULL, NULL, "not valid" },
  { "comment-in-address", NULL, comment_address, NULL, "appended that are no signature" },
  { "comment-before-end", NULL, comment_end, NULL, "appended that are no signature" },
  { "size-too-small", NULL, shrink_size, NULL, "appended that are no signature" },
  { "size-missing", NULL, leave_out_size, NULL, "appended that are no signature" },
  { "size-understated", NULL, understate_size, NULL, "appended that are no signature" },
  { "aged-contents", NULL, age_contents, NULL, "appended that are no signature" },
  { "freed-contents", NULL, free_contents, NULL, "something other" },
  { "contents-named-twice", NULL, name_contents_twice, NULL, "appended that are no signature" },
  { "skipped-revisions", NULL, skip_revisions, NULL, "no signature" },
  { "forgotten-revisions", NULL, forget_revisions, NULL, "no signature" },
  { "shifted-table", NULL, shift_table, NULL, "appended that are no signature" },
};

/* The first field that is empty, with the signature. */
static void
choose_field (Forgery *self)
{
  g_autoptr (GPtrArray) fields = mattra_signature_field_list (self->file);
  g_autofree char *value = g_strdup_printf ("%u 0 R", self->signature);
  g_autofree char *text = NULL;

  for (guint i = 0; i < fields->len && self->object == 0; i++)
    {
      const MattraSignatureField *field = g_ptr_array_index (fields, i);

      if (field->signature == 0)
        self->object = field->object;
    }
  g_assert_cmpuint (self->object, >, 0);
  text = dup_object (self->file, self->object);
  self->field = g_string_new (text);
  mattra_pdf_text_set (self->field, "V", value);
}

static void
put_signature (Forgery *self)
{
  g_autofree char *room = g_strnfill (2 * ROOM, '0');
  g_autofree char *text = g_strdup_printf ("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
                                           " /ByteRange [ 0 %40s ] %s/Contents <%s> >>", "", self->contents, room);

  if (self->field != NULL)
    put (self, self->object, self->field->str);
  put (self, self->signature, text);
}

/* Says which bytes are signed, and signs them. */
static void
sign (Forgery             *self,
      GString             *whole,
      MattraDigitalSigner *signer)
{
  const char *update = whole->str + g_bytes_get_size (mattra_pdf_file_get_bytes (self->file));
  char *range = strstr (update, "/ByteRange [ 0 ") + strlen ("/ByteRange [ 0 ");
  gsize start = (gsize) (strstr (update, "/Contents <0000") + strlen ("/Contents ") - whole->str);
  gsize end = start + 2 * ROOM + 2;
  gsize rest = end + self->gap;
  g_autofree char *numbers = g_strdup_printf ("%zu %zu %zu", start, rest, whole->len - rest);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GError) error = NULL;
  guint8 digest[32];
  gsize size = sizeof digest;

  memcpy (range, numbers, strlen (numbers));
  g_checksum_update (checksum, (const guint8 *) whole->str, (gssize) start);
  g_checksum_update (checksum, (const guint8 *) whole->str + rest, (gssize) (whole->len - rest));
  g_checksum_get_digest (checksum, digest, &size);
  message = mattra_digital_signer_sign (signer, digest, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < g_bytes_get_size (message); i++)
    {
      char digits[3];

      g_snprintf (digits, sizeof digits, "%02x", ((const guint8 *) g_bytes_get_data (message, NULL))[i]);
      memcpy (whole->str + start + 1 + 2 * i, digits, 2);
    }
}

/* The table stands where it stood, unless something before it changed. */
static GBytes *
forge (const Shadow        *shadow,
       GBytes              *pdf,
       MattraDigitalSigner *signer)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autoptr (MattraPdfUpdate) update = mattra_pdf_update_new (file, NULL, NULL);
  Forgery self = { .file = file, .update = update, .trailer = "", .contents = "" };
  GString *whole = g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  g_autoptr (GString) text = NULL;

  g_assert_true (mattra_pdf_file_find_page (file, 0, &self.page));
  self.signature = mattra_pdf_update_reserve (update);
  choose_field (&self);
  if (shadow->change != NULL)
    shadow->change (&self);
  put_signature (&self);
  mattra_pdf_update_finish (update, self.trailer);
  text = g_string_new_len (mattra_pdf_update_get_text (update)->str, (gssize) mattra_pdf_update_get_text (update)->len);
  if (shadow->mend != NULL)
    shadow->mend (text, &self);
  g_string_append_len (whole, text->str, (gssize) text->len);
  if (self.field != NULL)
    g_string_free (self.field, TRUE);
  sign (&self, whole, signer);
  return g_string_free_to_bytes (whole);
}

/* A file whose first page says something more, as somebody may have made it who had it signed. */
static GBytes *
prepare (GBytes     *pdf,
         const char *more)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autoptr (MattraPdfUpdate) update = mattra_pdf_update_new (file, NULL, NULL);
  GByteArray *whole = g_byte_array_new ();
  g_autofree char *value = NULL;
  g_autofree char *longer = NULL;
  guint page;

  g_assert_true (mattra_pdf_file_find_page (file, 0, &page));
  value = dup_object (file, page);
  longer = extend (value, more);
  mattra_pdf_update_put (update, page, longer, strlen (longer));
  mattra_pdf_update_finish (update, "");
  g_byte_array_append (whole, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (whole, (const guint8 *) mattra_pdf_update_get_text (update)->str,
                       (guint) mattra_pdf_update_get_text (update)->len);
  return g_byte_array_free_to_bytes (whole);
}

static void
assert_found_out (SigningFixture *self,
                  const Shadow   *shadow,
                  GBytes         *forged,
                  gsize           length)
{
  g_autoptr (MattraTrust) trust = signing_fixture_trust (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraSignatureCheck) check = mattra_signature_verify (forged, trust, SIGNING_NOW, &error);
  g_autofree char *how = NULL;
  gboolean follows = mattra_signature_follow (forged, length, &how);

  if (g_getenv ("MATTRA_PICTURES_DIR") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.pdf", g_getenv ("MATTRA_PICTURES_DIR"), shadow->name);

      g_file_set_contents (path, g_bytes_get_data (forged, NULL), (gssize) g_bytes_get_size (forged), NULL);
    }
  if (shadow->expected == NULL)
    {
      g_assert_cmpstr (how, ==, NULL);
      g_assert_true (follows && mattra_signature_check_is_good (check));
      return;
    }
  g_assert_false (follows);
  if (how == NULL || strstr (how, shadow->expected) == NULL)
    g_error ("“%s” is not in “%s”", shadow->expected, how);
  /* Who signs alone vouches for all of the file, as it is then. */
  g_assert_false (check != NULL && check->signatures->len > 1 && mattra_signature_check_is_good (check));
}

static void
test_shadow (SigningFixture *self,
             gconstpointer   data)
{
  const Shadow *shadow = data;
  g_auto (SigningIdentity) identity = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) package = signing_identity_pack (&identity, self);
  g_autoptr (MattraDigitalSigner) signer = mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, NULL);
  g_autoptr (GBytes) report = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) pdf = shadow->prepared != NULL ? prepare (report, shadow->prepared) : g_bytes_ref (report);
  g_autoptr (GBytes) alone = forge (shadow, pdf, signer);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &identity, pdf, NULL);
  g_autoptr (GBytes) behind = forge (shadow, signed_pdf, signer);

  assert_found_out (self, shadow, alone, g_bytes_get_size (pdf));
  assert_found_out (self, shadow, behind, g_bytes_get_size (signed_pdf));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shadows); i++)
    {
      g_autofree char *path = g_strconcat ("/report/signature-shadows/", shadows[i].name, NULL);

      g_test_add (path, SigningFixture, &shadows[i], signing_fixture_set_up, test_shadow, signing_fixture_tear_down);
    }
  return g_test_run ();
}
