package org.homeward.pictures.papers;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** One layer of packing of a part of a PDF, and what is packed again within it. */
final class PdfLayer implements AutoCloseable {

  /** Packed more often it is no paper of anybody. */
  static final int MOST_LAYERS = 4;

  private static final int PIECE = 64 << 10;
  private static final int ZLIB = 31;
  private static final int DEFLATE = 8;

  private final Inflater inflater = new Inflater();
  private final byte[] piece = new byte[PIECE];
  private final PdfNames names;
  private final Bound bound;
  private final int depth;
  private @Nullable PdfLayer within;
  private boolean begun;
  private boolean packedAgain;
  private boolean broken;

  PdfLayer(PdfNames names, Bound bound) {
    this(names, bound, 1);
  }

  private PdfLayer(PdfNames names, Bound bound, int depth) {
    this.names = names;
    this.bound = bound;
    this.depth = depth;
  }

  /** Counts what is unpacked, of all layers of all parts together. */
  @FunctionalInterface
  interface Bound {
    /** Whether more may be unpacked. */
    boolean take(int unpacked);
  }

  static boolean isPacked(byte[] bytes, int at, int end) {
    return at + 1 < end
        && (bytes[at] & 0xF) == DEFLATE
        && ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF) % ZLIB == 0;
  }

  /**
   * Unpacks one part.
   *
   * @return whether it was whole, to its innermost layer
   */
  boolean readPart(byte[] packed, int from) {
    begin();
    read(packed, from, packed.length - from);
    return end();
  }

  /** How many bytes of the part were packed ones. */
  long packed() {
    return inflater.getBytesRead();
  }

  private void begin() {
    inflater.reset();
    begun = false;
    packedAgain = false;
    broken = false;
  }

  private boolean end() {
    names.end();
    boolean isWhole = inflater.finished() && !broken;
    return packedAgain && within != null ? within.end() && isWhole : isWhole;
  }

  private void read(byte[] packed, int from, int length) {
    inflater.setInput(packed, from, length);
    try {
      while (!inflater.finished() && !broken) {
        int read = inflater.inflate(piece);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return;
        }
        names.read(piece, 0, read);
        broken = !bound.take(read);
        inwards(read);
      }
    } catch (DataFormatException e) {
      broken = true;
    }
  }

  private void inwards(int read) {
    if (!begun && read > 0) {
      begun = true;
      packedAgain = isPacked(piece, 0, read);
      broken |= read == 1 && !inflater.finished(); // its head is cut in two
      if (packedAgain) {
        beginWithin();
      }
    }
    if (packedAgain && within != null) {
      within.read(piece, 0, read);
    }
  }

  private void beginWithin() {
    if (depth == MOST_LAYERS) {
      broken = true;
      return;
    }
    if (within == null) {
      within = new PdfLayer(names.beside(), bound, depth + 1);
    }
    within.begin();
  }

  @Override
  public void close() {
    inflater.end();
    if (within != null) {
      within.close();
    }
  }
}
