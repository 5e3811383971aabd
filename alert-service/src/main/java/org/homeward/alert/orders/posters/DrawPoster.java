package org.homeward.alert.orders.posters;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.homeward.alert.orders.posters.LayOut.Box;
import org.homeward.alert.orders.posters.LayOut.Laid;
import org.homeward.alert.orders.posters.LayOut.Row;

/** Draws posters as PDF, with the letters that are on them and no others. */
final class DrawPoster {

  /** The side of the square, in points; drawn at twice as many dots. */
  static final float SQUARE = 540;

  private static final Color BAND = new Color(0x8c1515);
  private static final Color INK = Color.BLACK;
  private static final Color PAPER = Color.WHITE;
  private static final float QR = 140;
  private static final float FOOT = 11;
  private static final float RULE = 34;

  private final Typeface regular;
  private final Typeface bold;

  DrawPoster(Typeface regular, Typeface bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /**
   * How much taller than wide a picture is.
   *
   * @return empty when nobody can draw it
   */
  static Optional<Float> tall(byte[] jpeg) {
    try (var document = new PDDocument()) {
      PDImageXObject picture = JPEGFactory.createFromByteArray(document, jpeg);
      return picture.getWidth() < 1 || picture.getHeight() < 1
          ? Optional.empty()
          : Optional.of((float) picture.getHeight() / picture.getWidth());
    } catch (IOException | RuntimeException notOurJpeg) {
      return Optional.empty();
    }
  }

  /** A4, a page for each sheet. */
  byte[] paper(Poster poster, List<Laid> sheets) {
    try (var document = new PDDocument()) {
      var pen = new Pen(document);
      for (Laid sheet : sheets) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          pen.sheet(content, poster, sheet);
        }
      }
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of a page and the way there, for networks that nobody empties: no face, no name. */
  byte[] square(Poster poster) {
    try (var document = new PDDocument()) {
      var page = new PDPage(new PDRectangle(SQUARE, SQUARE));
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        new Pen(document).square(content, poster);
      }
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** Draws on the pages of one document. */
  private final class Pen {

    private final PDDocument document;
    private final PDFont light;
    private final PDFont heavy;

    /** Each is in the document once. */
    private final Map<String, PDImageXObject> faces = new HashMap<>();

    Pen(PDDocument document) throws IOException {
      this.document = document;
      this.light = PDType0Font.load(document, regular.font(), true);
      this.heavy = PDType0Font.load(document, bold.font(), true);
    }

    void sheet(PDPageContentStream content, Poster poster, Laid laid) throws IOException {
      fill(content, BAND, 0, laid.band(), LayOut.WIDTH, LayOut.HEIGHT - laid.band());
      rows(content, PAPER, laid.title());
      for (var face : laid.faces().entrySet()) {
        Box box = face.getValue();
        PDImageXObject picture = picture(poster, face.getKey());
        content.drawImage(picture, box.x(), box.y(), box.width(), box.height());
      }
      rows(content, INK, laid.rows());
      below(content, poster, laid.sheet());
    }

    private PDImageXObject picture(Poster poster, String child) throws IOException {
      PDImageXObject known = faces.get(child);
      if (known != null) {
        return known;
      }
      byte[] jpeg = requireNonNull(poster.faces().get(child), "laid out without a picture");
      PDImageXObject made = JPEGFactory.createFromByteArray(document, jpeg);
      faces.put(child, made);
      return made;
    }

    /** The number, the code, and what to do with the paper. */
    private void below(PDPageContentStream content, Poster poster, Sheet sheet) throws IOException {
      float right = LayOut.WIDTH - LayOut.MARGIN;
      float left = LayOut.MARGIN;
      float wide = right - left - QR - 24;
      qr(content, poster, right - QR, RULE + 34, QR);
      line(content, poster.phone(), bold, bold.sizeFor(poster.phone(), 64, wide), left, 128);
      line(content, poster.code(), bold, bold.sizeFor(poster.code(), 30, wide), left, 88);
      String link = poster.link().toString().replaceFirst("^https?://", "");
      line(content, link, regular, regular.sizeFor(link, 15, wide), left, 64);
      fill(content, INK, left, RULE + 16, right - left, 1);
      String foot = shaped(sheet.foot());
      line(content, foot, regular, regular.sizeFor(foot, FOOT, right - left), left, RULE);
    }

    void square(PDPageContentStream content, Poster poster) throws IOException {
      fill(content, PAPER, 0, 0, SQUARE, SQUARE);
      float width = SQUARE - 80;
      qr(content, poster, (SQUARE - 360) / 2, 130, 360);
      centred(content, poster.code(), bold.sizeFor(poster.code(), 56, width), 62);
      if (!poster.exercise().isEmpty()) {
        String marked = shaped(poster.exercise());
        centred(content, marked, bold.sizeFor(marked, 32, width), SQUARE - 40);
      }
    }

    private void centred(PDPageContentStream content, String shaped, float size, float y)
        throws IOException {
      line(content, shaped, bold, size, (SQUARE - bold.width(shaped, size)) / 2, y);
    }

    private static String shaped(String typed) {
      String plain = Shaping.plain(typed);
      return Shaping.line(plain, Shaping.isFromRight(plain));
    }

    private void rows(PDPageContentStream content, Color colour, List<Row> rows)
        throws IOException {
      content.setNonStrokingColor(colour);
      for (Row row : rows) {
        show(content, row.shaped(), row.bold() ? heavy : light, row.size(), row.x(), row.y());
      }
    }

    private void line(
        PDPageContentStream content, String shaped, Typeface typeface, float size, float x, float y)
        throws IOException {
      content.setNonStrokingColor(INK);
      show(content, shaped, typeface.equals(bold) ? heavy : light, size, x, y);
    }

    private static void show(
        PDPageContentStream content, String shaped, PDFont font, float size, float x, float y)
        throws IOException {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, y);
      content.showText(shaped);
      content.endText();
    }

    private static void fill(
        PDPageContentStream content, Color colour, float x, float y, float width, float height)
        throws IOException {
      content.setNonStrokingColor(colour);
      content.addRect(x, y, width, height);
      content.fill();
    }

    private static void qr(PDPageContentStream content, Poster poster, float x, float y, float side)
        throws IOException {
      QrCode code = QrCode.of(poster.link());
      float module = side / (code.size() + 2 * QrCode.QUIET);
      fill(content, PAPER, x, y, side, side);
      content.setNonStrokingColor(INK);
      for (int row = 0; row < code.size(); row++) {
        for (int column = 0; column < code.size(); column++) {
          if (code.isDark(column, row)) {
            content.addRect(
                x + (column + QrCode.QUIET) * module,
                y + side - (row + 1 + QrCode.QUIET) * module,
                module,
                module);
          }
        }
      }
      content.fill(); // as one shape, so that no line shows between modules
    }
  }
}
