package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** PDFs for tests, with something planted that must not be found where they are kept. */
final class Papers {

  /** In the text of the page. */
  static final String PLANTED = "planted-in-the-order";

  private Papers() {}

  static byte[] pdf() {
    return with("");
  }

  static byte[] withForm() {
    return with("/AcroForm 6 0 R /OpenAction [3 0 R /Fit]");
  }

  static byte[] withScript() {
    return with("/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>");
  }

  private static byte[] with(String catalog) {
    String page = "BT (" + PLANTED + ") Tj ET";
    return """
        %%PDF-1.7
        1 0 obj <</Type /Catalog /Pages 2 0 R %s>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R>> endobj
        4 0 obj <</Length %d>>
        stream
        %s
        endstream endobj
        trailer <</Root 1 0 R /Size 5>>
        startxref
        0
        %%%%EOF
        """
        .formatted(catalog, page.length(), page)
        .getBytes(ISO_8859_1);
  }
}
