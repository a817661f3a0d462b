/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "mattra-pdf-profile.h"
#include "mattra-picture-print.h"
#include "mattra-signature.h"
#include "signing-fixture.h"

/* What ISO 19005-2 demands for PDF/A-2b, as far as files of this program can break it: clause by clause, since no
 * validator is to be had here. */
typedef struct
{
  GBytes        *bytes;
  MattraPdfFile *file;
  MattraPdfPart  catalog;
} Judged;

static MattraPdfPart
get (Judged        *self,
     MattraPdfPart  dict,
     const char    *key)
{
  return mattra_pdf_file_get (self->file, dict, key);
}

static gboolean
has (MattraPdfPart  dict,
     const char    *key)
{
  return mattra_pdf_dict_get (dict, key).start != NULL;
}

static gint64
number (MattraPdfPart part)
{
  gint64 value = -1;

  return mattra_pdf_part_get_int (part, &value) ? value : -1;
}

static char *
dup_part (MattraPdfPart part)
{
  return part.start != NULL ? g_strndup (part.start, (gsize) (part.end - part.start)) : g_strdup ("");
}

static void
check_header (Judged *self)
{
  const guint8 *data = g_bytes_get_data (self->bytes, NULL);

  g_assert_cmpmem (data, 7, "%PDF-1.", 7);
  g_assert_cmpint (data[9], ==, '%');
  for (guint i = 10; i < 14; i++)
    g_assert_cmpint (data[i], >, 127);
}

static void
check_trailer (Judged *self)
{
  MattraPdfPart trailer = mattra_pdf_file_get_trailer (self->file);
  guint last = mattra_pdf_file_get_n_revisions (self->file) - 1;
  const char *cursor = NULL;
  MattraPdfPart id;
  guint n = 0;

  g_assert_false (has (trailer, "Encrypt"));
  while (mattra_pdf_array_next (mattra_pdf_dict_get (trailer, "ID"), &cursor, &id))
    {
      g_assert_cmpint (id.end - id.start, ==, 34);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (mattra_pdf_file_get_end (self->file, last), ==, g_bytes_get_size (self->bytes));
}

static void
check_catalog (Judged *self)
{
  static const char *const forbidden[] = { "AA", "OpenAction", "Requirements", "OCProperties", "NeedsRendering" };
  g_autofree char *language = mattra_pdf_part_dup_text (get (self, self->catalog, "Lang"));
  MattraPdfPart preferences = get (self, self->catalog, "ViewerPreferences");

  g_autofree char *shown = dup_part (get (self, preferences, "DisplayDocTitle"));

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_false (has (self->catalog, forbidden[i]));
  g_assert_cmpstr (language, ==, "th-TH");
  g_assert_cmpstr (shown, ==, "true");
}

static void
check_output_intent (Judged *self)
{
  MattraPdfPart intents = get (self, self->catalog, "OutputIntents");
  const char *cursor = NULL;
  MattraPdfPart intent;
  MattraPdfStream profile;
  g_autoptr (GByteArray) expected = mattra_pdf_profile_new_srgb ();
  guint object;

  g_assert_true (mattra_pdf_array_next (intents, &cursor, &intent));
  g_assert_true (mattra_pdf_part_is_name (get (self, intent, "S"), "GTS_PDFA1"));
  g_assert_true (has (intent, "OutputConditionIdentifier"));
  g_assert_true (mattra_pdf_part_get_ref (mattra_pdf_dict_get (intent, "DestOutputProfile"), &object));
  g_assert_true (mattra_pdf_file_get_stream (self->file, object, &profile));
  g_assert_cmpint (number (get (self, profile.dict, "N")), ==, 3);
  g_assert_cmpmem (profile.data, profile.length, expected->data, expected->len);
}

static void
keep_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  g_string_append_printf (data, "%s=%.*s;", g_markup_parse_context_get_element (context), (int) length, text);
}

static void
check_metadata (Judged *self)
{
  const GMarkupParser parser = { .text = keep_text };
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, texts, NULL);
  g_autoptr (GError) error = NULL;
  MattraPdfStream stream;
  guint object;

  g_assert_true (mattra_pdf_part_get_ref (mattra_pdf_dict_get (self->catalog, "Metadata"), &object));
  g_assert_true (mattra_pdf_file_get_stream (self->file, object, &stream));
  g_assert_true (mattra_pdf_part_is_name (get (self, stream.dict, "Subtype"), "XML"));
  g_assert_false (has (stream.dict, "Filter"));
  g_markup_parse_context_parse (context, stream.data, (gssize) stream.length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (texts->str, "pdfaid:part=2;"));
  g_assert_nonnull (strstr (texts->str, "pdfaid:conformance=B;"));
  g_assert_nonnull (strstr (texts->str, "rdf:li=รายงานผล <ทดสอบ> & “ตัวอย่าง”;"));
  g_assert_nonnull (strstr (texts->str, "rdf:li=องค์การบริหารส่วนตำบลดอนตะวัน;"));
  g_assert_nonnull (strstr (texts->str, "xmp:CreateDate=2023-03-31T00:00:00+07:00;"));
}

static void
check_info (Judged *self)
{
  MattraPdfPart info = get (self, mattra_pdf_file_get_trailer (self->file), "Info");
  g_autofree char *date = mattra_pdf_part_dup_text (get (self, info, "CreationDate"));

  g_assert_cmpstr (date, ==, "D:20230331000000+07'00'");
}

static void
check_font (Judged        *self,
            MattraPdfPart  font)
{
  MattraPdfPart descriptor = get (self, font, "FontDescriptor");
  MattraPdfPart subtype = get (self, font, "Subtype");
  gint64 flags = number (get (self, descriptor, "Flags"));

  g_assert_false (mattra_pdf_part_is_name (subtype, "Type3"));
  if (mattra_pdf_part_is_name (subtype, "Type0"))
    {
      g_assert_true (mattra_pdf_part_is_name (get (self, font, "Encoding"), "Identity-H"));
      return;
    }
  g_assert_true (has (descriptor, "FontFile2"));
  if (mattra_pdf_part_is_name (subtype, "CIDFontType2"))
    g_assert_true (mattra_pdf_part_is_name (get (self, font, "CIDToGIDMap"), "Identity"));
  else
    {
      g_assert_true (mattra_pdf_part_is_name (subtype, "TrueType"));
      g_assert_true (mattra_pdf_part_is_name (get (self, font, "Encoding"), "WinAnsiEncoding"));
      g_assert_cmpint (flags & 32, ==, 32);
      g_assert_cmpint (flags & 4, ==, 0);
    }
}

static void
check_annotation (Judged        *self,
                  MattraPdfPart  annotation)
{
  gint64 flags = number (get (self, annotation, "F"));
  MattraPdfPart action = get (self, annotation, "A");

  /* Print, and neither invisible nor hidden, kept from view nor shown at the mouse alone. */
  g_assert_cmpint (flags & (4 | 1 | 2 | 32 | 256), ==, 4);
  g_assert_false (has (annotation, "AA"));
  if (mattra_pdf_part_is_name (get (self, annotation, "Subtype"), "Widget"))
    {
      MattraPdfStream stream;
      guint object;

      g_assert_null (action.start);
      g_assert_true (mattra_pdf_part_is_name (get (self, annotation, "FT"), "Sig"));
      g_assert_true (mattra_pdf_part_get_ref (mattra_pdf_dict_get (get (self, annotation, "AP"), "N"), &object));
      g_assert_true (mattra_pdf_file_get_stream (self->file, object, &stream));
      return;
    }
  g_assert_true (mattra_pdf_part_is_name (get (self, annotation, "Subtype"), "Link"));
  g_assert_true (mattra_pdf_part_is_name (get (self, action, "S"), "URI"));
  g_assert_true (has (annotation, "Contents"));
}

static void
check_stream (Judged        *self,
              MattraPdfPart  dict)
{
  MattraPdfPart filter = get (self, dict, "Filter");

  g_assert_false (has (dict, "F"));
  g_assert_true (filter.start == NULL || mattra_pdf_part_is_name (filter, "FlateDecode")
                 || mattra_pdf_part_is_name (filter, "DCTDecode"));
  if (mattra_pdf_part_is_name (get (self, dict, "Subtype"), "Image"))
    {
      g_autofree char *interpolate = dup_part (get (self, dict, "Interpolate"));

      g_assert_cmpstr (interpolate, !=, "true");
      g_assert_false (has (dict, "Alternates"));
      g_assert_false (has (dict, "OPI"));
    }
  g_assert_false (has (dict, "PS"));
  g_assert_false (has (dict, "Ref"));
}

static void
check_state (Judged        *self,
             MattraPdfPart  resources)
{
  MattraPdfPart states = get (self, resources, "ExtGState");
  const char *cursor = NULL;
  MattraPdfPart key, value;

  while (mattra_pdf_dict_next (states, &cursor, &key, &value))
    {
      MattraPdfPart state = mattra_pdf_file_resolve (self->file, value);
      MattraPdfPart mode = get (self, state, "BM");

      g_assert_false (has (state, "TR"));
      g_assert_false (has (state, "HTP"));
      g_assert_true (mode.start == NULL || mattra_pdf_part_is_name (mode, "Normal"));
    }
}

/* A group's colours are explained by the output intent: RGB, grey, or those of the page. */
static void
check_group (Judged        *self,
             MattraPdfPart  object)
{
  MattraPdfPart group = get (self, object, "Group");
  MattraPdfPart space = get (self, group, "CS");

  g_assert_true (space.start == NULL || mattra_pdf_part_is_name (space, "DeviceRGB")
                 || mattra_pdf_part_is_name (space, "DeviceGray"));
}

static void
check_object (Judged *self,
              guint   object)
{
  MattraPdfPart value = mattra_pdf_file_get_object (self->file, object);
  MattraPdfPart type = get (self, value, "Type");
  const char *at = value.end;

  if (value.start == NULL)
    return;
  at = mattra_pdf_skip_space (at, at + 8);
  if (strncmp (at, "stream", 6) == 0)
    {
      MattraPdfStream stream;

      g_assert_true (mattra_pdf_file_get_stream (self->file, object, &stream));
      check_stream (self, value);
    }
  g_assert_false (has (value, "EF"));
  check_group (self, value);
  check_state (self, value);
  check_state (self, get (self, value, "Resources"));
  if (mattra_pdf_part_is_name (type, "Font"))
    check_font (self, value);
  else if (mattra_pdf_part_is_name (type, "Annot"))
    check_annotation (self, value);
}

static void
check_all (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (bytes, &error);
  Judged judged = { bytes, file, MATTRA_PDF_NO_PART };
  guint root;

  g_assert_no_error (error);
  g_assert_true (mattra_pdf_file_get_root (file, &root));
  judged.catalog = mattra_pdf_file_get_object (file, root);
  check_header (&judged);
  check_trailer (&judged);
  check_catalog (&judged);
  check_output_intent (&judged);
  check_metadata (&judged);
  check_info (&judged);
  for (guint i = 1; i < mattra_pdf_file_get_n_objects (file); i++)
    check_object (&judged, i);
}

static void
test_clauses (PdfFixture    *self,
              gconstpointer  data)
{
  for (int i = 0; i < 4; i++)
    {
      const MattraPdfOptions options = { .tags = i % 2 == 0, .signature_fields = i >= 2 };
      g_autoptr (GBytes) bytes = pdf_fixture_write (self, &options);

      check_all (bytes);
    }
}

static GBytes *
make_picture (const char *type,
              gboolean    has_alpha,
              int         width,
              int         height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *printed;
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, 0x80402080);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, NULL));
  bytes = g_bytes_new_take (data, length);
  printed = mattra_picture_print_new (bytes, 150, 95, &error);
  g_assert_no_error (error);
  return printed;
}

/* Pictures of an annex: a JPEG with its own bytes, one made smaller, a half transparent PNG. */
static void
test_clauses_of_pictures (PdfFixture    *self,
                          gconstpointer  data)
{
  const MattraPdfOptions options = { .tags = TRUE };
  GBytes *pictures[] = { make_picture ("jpeg", FALSE, 400, 300), make_picture ("jpeg", FALSE, 4000, 3000),
                         make_picture ("png", TRUE, 300, 300) };
  g_autoptr (MattraDocument) document = pdf_fixture_new_document ();
  g_autoptr (MattraTypesetter) typesetter = pdf_fixture_new_typesetter ();
  g_autoptr (MattraLayout) layout = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  char *pdf = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      mattra_document_add_letterhead (document, pictures[i], 95, NULL, 16);
      g_bytes_unref (pictures[i]);
    }
  layout = mattra_layout_new (document, typesetter, &error);
  g_assert_no_error (error);
  mattra_pdf_write (layout, self->path, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &pdf, &length, NULL));
  bytes = g_bytes_new_take (pdf, length);
  check_all (bytes);
  g_assert_nonnull (memmem (pdf, length, "/DCTDecode", 10));
}

/* A signed file is still PDF/A: what is seen of the signature has its fonts with it. */
static void
test_clauses_when_signed (SigningFixture *self,
                          gconstpointer   data)
{
  const MattraPdfOptions pdf_options = { .tags = TRUE, .signature_fields = TRUE };
  g_autoptr (GBytes) pdf = pdf_fixture_write (&self->pdf, &pdf_options);
  g_auto (SigningIdentity) identity = signing_identity_new ("นายสมชาย", NULL, &self->middle, FALSE, FALSE, SIGNING_NOW,
                                                            SIGNING_NOW + SIGNING_YEAR);
  g_autoptr (GBytes) package = signing_identity_pack (&identity, self);
  g_autoptr (MattraDigitalSigner) signer = mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, NULL);
  g_autoptr (MattraTypesetter) typesetter = pdf_fixture_new_typesetter ();
  const MattraSignOptions options = { .date = { 2026, 11, 29 }, .typesetter = typesetter };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) signed_pdf = mattra_signature_sign (pdf, signer, &options, NULL, &error);

  g_assert_no_error (error);
  check_all (signed_pdf);
}

/* Everything before the update is what Cairo wrote. */
static void
test_appended (PdfFixture    *self,
               gconstpointer  data)
{
  const MattraPdfOptions plain = { .tags = TRUE, .plain = TRUE };
  const MattraPdfOptions options = { .tags = TRUE };
  g_autoptr (GBytes) before = pdf_fixture_write (self, &plain);
  g_autoptr (GBytes) after = pdf_fixture_write (self, &options);
  gsize length = g_bytes_get_size (before);

  g_assert_cmpuint (g_bytes_get_size (after), >, length);
  g_assert_cmpmem (g_bytes_get_data (before, NULL), length, g_bytes_get_data (after, NULL), length);
}

static void
test_same_bytes (PdfFixture    *self,
                 gconstpointer  data)
{
  const MattraPdfOptions options = { .tags = TRUE, .signature_fields = TRUE };
  g_autoptr (GBytes) first = pdf_fixture_write (self, &options);
  g_autoptr (GBytes) again = pdf_fixture_write (self, &options);

  g_assert_true (g_bytes_equal (first, again));
}

typedef struct
{
  GCancellable *cancellable;
  double last;
  gboolean back;
} Wait;

/* Behind what is drawn. */
static void
stop_late (double   done,
           gpointer data)
{
  Wait *wait = data;

  wait->back = wait->back || done < wait->last;
  wait->last = done;
  if (done > 0.9)
    g_cancellable_cancel (wait->cancellable);
}

/* It can be stopped as long as the file has no name, also while it is made PDF/A; what stood there stays. */
static void
test_stopped (PdfFixture    *self,
              gconstpointer  data)
{
  g_autoptr (MattraDocument) document = pdf_fixture_new_document ();
  g_autoptr (MattraTypesetter) typesetter = pdf_fixture_new_typesetter ();
  g_autoptr (MattraLayout) layout = mattra_layout_new (document, typesetter, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { cancellable, 0, FALSE };
  const MattraWatch watch = { cancellable, stop_late, &wait, 0, 1 };
  const MattraPdfOptions options = { .tags = TRUE, .signature_fields = TRUE, .watch = &watch };
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  g_assert_false (mattra_pdf_write (layout, self->path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (wait.back);
  g_assert_cmpfloat (wait.last, >, 0.9);
  g_assert_cmpfloat (wait.last, <, 1);
  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");
  folder = g_dir_open (self->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "report.pdf");
  g_assert_null (g_dir_read_name (folder));
}

static guint
count_in (const char *text,
          const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
test_tags (PdfFixture    *self,
           gconstpointer  data)
{
  const MattraPdfOptions options = { .tags = TRUE, .signature_fields = TRUE };
  g_autoptr (GBytes) bytes = pdf_fixture_write (self, &options);
  int status;
  g_autofree char *tags = pdf_fixture_run (&status, "pdfinfo", "-struct", self->path, NULL);

  if (tags == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_cmpint (status, ==, 0);
  /* Two columns on each page of the table, one section. */
  g_assert_cmpuint (count_in (tags, "/Scope /Column"), ==, 2 * count_in (tags, "Table"));
  g_assert_cmpuint (count_in (tags, "/Scope /Row"), ==, 1);
  g_assert_cmpuint (count_in (tags, "TH"), ==, count_in (tags, "/Scope"));
  g_assert_cmpuint (count_in (tags, "Form"), ==, 2);
}

static void
test_readers (PdfFixture    *self,
              gconstpointer  data)
{
  for (int tags = 0; tags <= 1; tags++)
    {
      const MattraPdfOptions options = { .tags = tags, .signature_fields = TRUE };
      g_autoptr (GBytes) bytes = pdf_fixture_write (self, &options);
      int status = 0;
      g_autofree char *checked = pdf_fixture_run (&status, "qpdf", "--check", self->path, NULL);
      g_autofree char *drawn = NULL;

      g_assert_true (checked == NULL || strstr (checked, "No syntax or stream encoding errors found") != NULL);
      g_assert_cmpint (status, ==, 0);
      drawn = pdf_fixture_run (&status, "mutool", "draw", "-q", "-F", "txt", self->path, NULL);
      g_assert_true (drawn == NULL || strstr (drawn, "วิธีการและพื้นที่ จำนวน น้ำ") != NULL);
      g_assert_cmpint (status, ==, 0);
    }
}

/* A field stands above its line, inside the page's margins, one for each signer and in their order. */
static void
test_fields (PdfFixture    *self,
             gconstpointer  data)
{
  g_autoptr (MattraTypesetter) typesetter = pdf_fixture_new_typesetter ();
  g_autoptr (MattraDocument) document = pdf_fixture_new_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = mattra_layout_new (document, typesetter, &error);
  g_autoptr (GArray) found = NULL;
  const MattraSignatureBox *boxes;
  double width, height;

  g_assert_no_error (error);
  found = mattra_layout_dup_signature_boxes (layout);
  g_assert_cmpuint (found->len, ==, 2);
  boxes = &g_array_index (found, MattraSignatureBox, 0);
  for (guint i = 0; i < 2; i++)
    {
      mattra_layout_get_page_size (layout, boxes[i].page, &width, &height);
      g_assert_cmpuint (boxes[i].page, ==, mattra_layout_get_n_pages (layout) - 1);
      g_assert_cmpfloat (boxes[i].x, >, 56);
      g_assert_cmpfloat (boxes[i].x + boxes[i].width, <, width - 56);
      g_assert_cmpfloat (boxes[i].width, >, 100);
      g_assert_cmpfloat (boxes[i].height, >, 40);
      g_assert_cmpfloat (boxes[i].y + boxes[i].height, <, height - 56);
    }
  g_assert_cmpfloat (boxes[1].y, >=, boxes[0].y + boxes[0].height);
  g_assert_cmpstr (boxes[0].label, ==, "นางสาวสมหญิง ใจดี");
  g_assert_cmpstr (boxes[1].label, ==, "นายสมชาย รักไทย");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/pdf-archive/clauses", PdfFixture, NULL, pdf_fixture_set_up, test_clauses,
              pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/clauses-of-pictures", PdfFixture, NULL, pdf_fixture_set_up, test_clauses_of_pictures,
              pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/clauses-when-signed", SigningFixture, NULL, signing_fixture_set_up,
              test_clauses_when_signed, signing_fixture_tear_down);
  g_test_add ("/report/pdf-archive/appended", PdfFixture, NULL, pdf_fixture_set_up, test_appended,
              pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/same-bytes", PdfFixture, NULL, pdf_fixture_set_up, test_same_bytes,
              pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/stopped", PdfFixture, NULL, pdf_fixture_set_up, test_stopped, pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/tags", PdfFixture, NULL, pdf_fixture_set_up, test_tags, pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/readers", PdfFixture, NULL, pdf_fixture_set_up, test_readers,
              pdf_fixture_tear_down);
  g_test_add ("/report/pdf-archive/fields", PdfFixture, NULL, pdf_fixture_set_up, test_fields, pdf_fixture_tear_down);
  return g_test_run ();
}
