package org.homeward.pictures.structure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Set;
import org.homeward.pictures.Refusal;

/**
 * Walks through a file before anything decodes it: decoders accept files that are cut off or whose
 * lengths are wrong, and allocate what a header asks for.
 */
public final class Structures {
  public static final int MOST_BYTES = 16 << 20;
  public static final long MOST_PIXELS = 50_000_000;

  static final byte[] NOTHING = {};

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final int BRAND_END = 12;

  private Structures() {}

  /** Decides by the content alone; nobody asks for a name or a type. */
  public static Walk walk(byte[] file) {
    try {
      return sound(file);
    } catch (Flaw flaw) {
      return new Walk.Flawed(flaw.rule());
    }
  }

  private static Walk.Sound sound(byte[] file) throws Flaw {
    Flaw.unless(file.length > 0, Refusal.EMPTY);
    Flaw.unless(file.length <= MOST_BYTES, Refusal.TOO_LARGE);
    Walk.Sound sound = byFormat(file);
    Flaw.unless(sound.width() > 0 && sound.height() > 0, Refusal.NO_PIXELS);
    Flaw.unless((long) sound.width() * sound.height() <= MOST_PIXELS, Refusal.TOO_MANY_PIXELS);
    return sound;
  }

  private static Walk.Sound byFormat(byte[] file) throws Flaw {
    if (beginsWith(file, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
      return new JpegWalk(file).walk();
    }
    if (beginsWith(file, PNG)) {
      return new PngWalk(file).walk();
    }
    String head = new String(file, 0, Math.min(file.length, BRAND_END), ISO_8859_1);
    if (head.matches("(?s)RIFF....WEBP")) {
      return new WebpWalk(file).walk();
    }
    if (head.matches("(?s)....ftyp....") && HEIC.contains(head.substring(8))) {
      return new HeicWalk(file).walk();
    }
    throw new Flaw(Refusal.NOT_A_PICTURE);
  }

  private static boolean beginsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }
}
