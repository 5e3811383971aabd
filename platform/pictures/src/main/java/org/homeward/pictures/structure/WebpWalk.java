package org.homeward.pictures.structure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;

/** Walks through the chunks of a WebP; what follows its stated length is dropped. */
final class WebpWalk {
  private static final int HEAD = 8;
  private static final int MOVES = 0x02;
  private static final int ALPHA = 0x10;
  private static final int PROFILE = 0x20;
  private static final int LOSSLESS_MARK = 0x2F;
  private static final int SIDE_BITS = 14;
  private static final int SIDE = (1 << SIDE_BITS) - 1;
  private static final int MOST_EXIF = 256 << 10;
  private static final String EXIF = "Exif\0\0";

  private final byte[] file;
  private final ByteArrayOutputStream kept;
  private byte[] exif = Structures.NOTHING;
  private boolean extended;
  private int canvasWidth;
  private int canvasHeight;
  private int width = -1;
  private int height = -1;

  WebpWalk(byte[] file) {
    this.file = file;
    kept = new ByteArrayOutputStream(file.length);
  }

  Walk.Sound walk() throws Flaw {
    var in = new Cursor(file);
    in.skip(4);
    Cursor chunks = in.part(in.littleU32());
    chunks.skip(4); // WEBP
    while (chunks.left() > 0) {
      chunk(chunks);
    }
    Flaw.unless(width > 0, Refusal.DAMAGED);
    boolean fits = !extended || (width == canvasWidth && height == canvasHeight);
    Flaw.unless(fits, Refusal.DAMAGED);
    return new Walk.Sound(PictureFormat.WEBP, width, height, whole(), exif);
  }

  private void chunk(Cursor chunks) throws Flaw {
    int begin = chunks.at();
    String name = chunks.letters(4);
    long length = chunks.littleU32();
    Cursor content = chunks.part(length);
    boolean padded = length % 2 != 0 && chunks.left() > 0; // some writers leave out the last one
    if (padded) {
      chunks.skip(1);
    }
    switch (name) {
      case "VP8X" -> extension(content);
      case "VP8 " -> {
        lossy(content);
        keep(begin, length);
      }
      case "VP8L" -> {
        lossless(content);
        keep(begin, length);
      }
      case "ALPH", "ICCP" -> keep(begin, length);
      case "ANIM", "ANMF" -> throw new Flaw(Refusal.ANIMATED);
      case "EXIF" -> {
        if (content.beginsWith(EXIF)) {
          content.skip(EXIF.length());
        }
        exif = content.left() <= MOST_EXIF ? content.rest() : Structures.NOTHING;
      }
      default -> {} // makes no pixels
    }
  }

  private void extension(Cursor content) throws Flaw {
    Flaw.unless(!extended && kept.size() == 0, Refusal.DAMAGED);
    int flags = content.u8();
    Flaw.unless((flags & MOVES) == 0, Refusal.ANIMATED);
    content.skip(3);
    int lastColumn = content.littleU24();
    int lastRow = content.littleU24();
    extended = true;
    canvasWidth = lastColumn + 1;
    canvasHeight = lastRow + 1;
    ByteBuffer plain = ByteBuffer.allocate(HEAD + 10).order(ByteOrder.LITTLE_ENDIAN);
    plain.put("VP8X".getBytes(ISO_8859_1)).putInt(10).putInt(flags & (ALPHA | PROFILE));
    putU24(plain, lastColumn);
    putU24(plain, lastRow);
    kept.writeBytes(plain.array());
  }

  private void lossy(Cursor content) throws Flaw {
    Flaw.unless(width < 0, Refusal.DAMAGED);
    int tag = content.littleU24();
    Flaw.unless((tag & 1) == 0, Refusal.DAMAGED); // only a key frame stands alone
    Flaw.unless(content.letters(3).equals("\u009D\u0001*"), Refusal.DAMAGED);
    width = content.littleU16() & SIDE;
    height = content.littleU16() & SIDE;
    Flaw.unless(width > 0 && height > 0, Refusal.NO_PIXELS);
    Flaw.unless(tag >> 5 <= content.left(), Refusal.TRUNCATED);
  }

  private void lossless(Cursor content) throws Flaw {
    Flaw.unless(width < 0 && content.u8() == LOSSLESS_MARK, Refusal.DAMAGED);
    long head = content.littleU32();
    width = (int) (head & SIDE) + 1;
    height = (int) (head >> SIDE_BITS & SIDE) + 1;
  }

  private byte[] whole() {
    return ByteBuffer.allocate(HEAD + 4 + kept.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(ISO_8859_1))
        .putInt(4 + kept.size())
        .put("WEBP".getBytes(ISO_8859_1))
        .put(kept.toByteArray())
        .array();
  }

  private void keep(int begin, long length) {
    kept.write(file, begin, (int) length + HEAD);
    if (length % 2 != 0) {
      kept.write(0);
    }
  }

  private static void putU24(ByteBuffer bytes, int value) {
    bytes.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }
}
