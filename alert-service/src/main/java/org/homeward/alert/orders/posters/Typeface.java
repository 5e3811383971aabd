package org.homeward.alert.orders.posters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font that comes with us, never one of the machine: DejaVu Sans has all our scripts. */
final class Typeface implements AutoCloseable {

  private static final String PLACE = "/net/sf/jasperreports/fonts/dejavu/";

  private final TrueTypeFont font;
  private final CmapLookup letters;
  private final float unitsPerEm;

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.letters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static Typeface regular() {
    return open("DejaVuSans.ttf");
  }

  static Typeface bold() {
    return open("DejaVuSans-Bold.ttf");
  }

  private static Typeface open(String name) {
    try (InputStream in = Typeface.class.getResourceAsStream(PLACE + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font.setEnableGsub(false); // its widths are those of the letters as we shape them
      return new Typeface(font);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TrueTypeFont font() {
    return font;
  }

  /** Whether each of these letters has a shape; a letter without one would be an empty box. */
  boolean has(String shaped) {
    return shaped.codePoints().allMatch(letter -> letters.getGlyphId(letter) != 0);
  }

  /** In points. */
  float width(String shaped, float size) {
    long units = 0;
    for (int letter : shaped.codePoints().toArray()) {
      units += advance(letter);
    }
    return units * size / unitsPerEm;
  }

  private int advance(int letter) {
    try {
      return font.getAdvanceWidth(letters.getGlyphId(letter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The size, this one at most, in which a line is no wider than that. */
  float sizeFor(String shaped, float largest, float width) {
    float wide = width(shaped, largest);
    return wide <= width ? largest : largest * width / wide;
  }

  @Override
  public void close() {
    try {
      font.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
