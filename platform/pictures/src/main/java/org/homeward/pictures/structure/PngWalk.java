package org.homeward.pictures.structure;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;

/**
 * Walks through the chunks of a PNG up to its end; what follows the end is dropped, as are texts,
 * profiles and the further pictures of a moving one.
 */
final class PngWalk {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int HEADER = 13;
  private static final int PALETTE_COLOUR = 3;
  private static final int MOST_PALETTE = 3 * 256;
  private static final int MOST_EXIF = 256 << 10;

  private final byte[] file;
  private final Cursor in;
  private final ByteArrayOutputStream kept;
  private byte[] exif = Structures.NOTHING;
  private int width;
  private int height;
  private int colour = -1;
  private boolean palette;
  private boolean pixels;

  PngWalk(byte[] file) {
    this.file = file;
    in = new Cursor(file);
    kept = new ByteArrayOutputStream(file.length);
  }

  Walk.Sound walk() throws Flaw {
    in.skip(SIGNATURE);
    kept.write(file, 0, SIGNATURE);
    while (chunk()) {}
    Flaw.unless(pixels, Refusal.DAMAGED);
    Flaw.unless(palette || colour != PALETTE_COLOUR, Refusal.DAMAGED);
    return new Walk.Sound(PictureFormat.PNG, width, height, kept.toByteArray(), exif);
  }

  /** Whether another chunk follows. */
  private boolean chunk() throws Flaw {
    int begin = in.at();
    long length = in.u32();
    String name = in.letters(4);
    Flaw.unless(name.matches("[A-Za-z]{4}"), Refusal.DAMAGED);
    Flaw.unless(colour >= 0 || name.equals("IHDR"), Refusal.DAMAGED);
    Cursor content = in.part(length);
    long sum = in.u32();
    switch (name) {
      case "IHDR" -> header(content);
      case "PLTE" -> {
        Flaw.unless(length <= MOST_PALETTE && length % 3 == 0, Refusal.DAMAGED);
        palette = true;
      }
      case "IDAT" -> pixels = true;
      case "tRNS" -> Flaw.unless(length <= 256, Refusal.DAMAGED);
      case "IEND" -> Flaw.unless(length == 0, Refusal.DAMAGED);
      case "eXIf" -> {
        if (length <= MOST_EXIF) {
          exif = content.rest();
        }
        return true;
      }
      default -> {
        Flaw.unless(Character.isLowerCase(name.charAt(0)), Refusal.UNREADABLE);
        return true;
      }
    }
    Flaw.unless(sum == sum(begin + 4, (int) length + 4), Refusal.DAMAGED);
    kept.write(file, begin, (int) length + AROUND);
    return !name.equals("IEND");
  }

  private void header(Cursor content) throws Flaw {
    Flaw.unless(colour < 0 && content.left() == HEADER, Refusal.DAMAGED);
    width = side(content.u32());
    height = side(content.u32());
    int depth = content.u8();
    colour = content.u8();
    boolean known =
        switch (colour) {
          case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
          case PALETTE_COLOUR -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
          case 2, 4, 6 -> depth == 8 || depth == 16;
          default -> false;
        };
    Flaw.unless(known, Refusal.DAMAGED);
    int compression = content.u8();
    int filter = content.u8();
    int interlaced = content.u8();
    Flaw.unless(compression == 0 && filter == 0 && interlaced <= 1, Refusal.DAMAGED);
  }

  private static int side(long length) throws Flaw {
    Flaw.unless(length > 0, Refusal.NO_PIXELS);
    Flaw.unless(length <= Structures.MOST_PIXELS, Refusal.TOO_MANY_PIXELS);
    return (int) length;
  }

  private long sum(int from, int length) {
    var sum = new CRC32();
    sum.update(file, from, length);
    return sum.getValue();
  }
}
