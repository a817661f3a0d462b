/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-metadata.h"

/* Days of reports begin at midnight in Thailand. */
#define MIDNIGHT "T00:00:00+07:00"

static void
add (GString    *xmp,
     const char *before,
     const char *value,
     const char *after)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xmp, "%s%s%s\n", before, escaped, after);
}

static void
add_date (GString    *xmp,
          const char *name,
          const char *date)
{
  if (date != NULL)
    g_string_append_printf (xmp, "<xmp:%s>%s" MIDNIGHT "</xmp:%s>\n", name, date, name);
}

/**
 * mattra_pdf_metadata_to_xmp:
 * @self: what a file says of itself
 *
 * Writes it as PDF/A wants it, and that the file is PDF/A-2b.
 *
 * Returns: (transfer full): XMP
 */
char *
mattra_pdf_metadata_to_xmp (const MattraPdfMetadata *self)
{
  GString *xmp = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\"\n"
                               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                               " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                               "<pdfaid:part>2</pdfaid:part>\n"
                               "<pdfaid:conformance>B</pdfaid:conformance>\n");

  add (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", self->title, "</rdf:li></rdf:Alt></dc:title>");
  add (xmp, "<dc:creator><rdf:Seq><rdf:li>", self->author, "</rdf:li></rdf:Seq></dc:creator>");
  add (xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", self->subject,
       "</rdf:li></rdf:Alt></dc:description>");
  add_date (xmp, "CreateDate", self->date);
  add_date (xmp, "ModifyDate", self->date);
  add (xmp, "<xmp:CreatorTool>", "Mattra", "</xmp:CreatorTool>");
  add (xmp, "<pdf:Keywords>", self->keywords, "</pdf:Keywords>");
  add (xmp, "<pdf:Producer>", self->producer, "</pdf:Producer>");
  g_string_append (xmp, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return g_string_free (xmp, FALSE);
}

/**
 * mattra_pdf_metadata_to_date:
 * @date: a day, as 2023-03-31
 *
 * Returns: (transfer full): the day's beginning in Thailand as a PDF text
 */
char *
mattra_pdf_metadata_to_date (const char *date)
{
  return g_strdup_printf ("(D:%.4s%.2s%.2s000000+07'00')", date, date + 5, date + 8);
}
