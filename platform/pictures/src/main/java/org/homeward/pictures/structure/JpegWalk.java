package org.homeward.pictures.structure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;

/**
 * Walks through the segments of a JPEG up to its end; what follows the end is dropped, as are all
 * segments that make no pixels: comments, thumbnails, whatever applications add.
 */
final class JpegWalk {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTISATION = 0xDB;
  private static final int HUFFMAN = 0xC4;
  private static final int RESTARTS = 0xDD;
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int PROGRESSIVE = 0xC2;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;

  private static final String JFIF = "JFIF\0";
  private static final String EXIF = "Exif\0\0";
  private static final String PROFILE = "ICC_PROFILE\0";
  private static final String ADOBE = "Adobe";

  /** Version 1.2, no density, no thumbnail. */
  private static final byte[] PLAIN_JFIF =
      "\u00FF\u00E0\0\u0010JFIF\0\1\2\0\0\1\0\1\0\0".getBytes(ISO_8859_1);

  /** Cameras write one scan, progressive files about ten; each one is a pass over all pixels. */
  private static final int MOST_SCANS = 64;

  /** The decoder keeps two bytes for each sample of a picture with several scans. */
  private static final long MOST_COEFFICIENT_BYTES = 160L << 20;

  private final byte[] file;
  private final Cursor in;
  private final ByteArrayOutputStream kept;
  private byte[] exif = Structures.NOTHING;
  private int width = -1;
  private int height = -1;
  private long samples;
  private boolean progressive;
  private int scans;

  JpegWalk(byte[] file) {
    this.file = file;
    in = new Cursor(file);
    kept = new ByteArrayOutputStream(file.length);
  }

  Walk.Sound walk() throws Flaw {
    in.skip(2);
    keepMarker(START);
    for (int marker = marker(); marker != END; marker = marker()) {
      segment(marker);
    }
    Flaw.unless(scans > 0, Refusal.DAMAGED);
    boolean several = progressive || scans > 1;
    Flaw.unless(!several || 2 * samples <= MOST_COEFFICIENT_BYTES, Refusal.TOO_MUCH_MEMORY);
    keepMarker(END);
    return new Walk.Sound(PictureFormat.JPEG, width, height, kept.toByteArray(), exif);
  }

  private int marker() throws Flaw {
    Flaw.unless(in.u8() == 0xFF, Refusal.DAMAGED);
    int marker = in.u8();
    while (marker == 0xFF) {
      marker = in.u8();
    }
    return marker;
  }

  private void segment(int marker) throws Flaw {
    Flaw.unless(marker >= BASELINE && (marker & 0xF8) != 0xD0, Refusal.DAMAGED);
    Flaw.unless(marker != START, Refusal.DAMAGED);
    int begin = in.at();
    int length = in.u16();
    Flaw.unless(length >= 2, Refusal.DAMAGED);
    Cursor content = in.part(length - 2);
    switch (marker) {
      case QUANTISATION, HUFFMAN, RESTARTS -> keep(marker, begin);
      case BASELINE, EXTENDED, PROGRESSIVE -> {
        frame(content);
        progressive = marker == PROGRESSIVE;
        keep(marker, begin);
      }
      case SCAN -> {
        scans++;
        Flaw.unless(width > 0 && scans <= MOST_SCANS, Refusal.DAMAGED);
        throughScan();
        keep(marker, begin);
      }
      case APP0 -> {
        if (content.beginsWith(JFIF)) {
          kept.writeBytes(PLAIN_JFIF);
        }
      }
      case APP1 -> {
        if (content.beginsWith(EXIF) && exif.length == 0) {
          content.skip(EXIF.length());
          exif = content.rest();
        }
      }
      case APP2 -> {
        if (content.beginsWith(PROFILE)) {
          keep(marker, begin);
        }
      }
      case APP14 -> {
        if (content.beginsWith(ADOBE)) {
          keep(marker, begin);
        }
      }
      default -> Flaw.unless(marker >= APP0, Refusal.UNREADABLE); // another way of coding
    }
  }

  private void frame(Cursor content) throws Flaw {
    Flaw.unless(width < 0, Refusal.DAMAGED);
    Flaw.unless(content.u8() == 8, Refusal.UNREADABLE);
    height = content.u16();
    width = content.u16();
    Flaw.unless(width > 0 && height > 0, Refusal.NO_PIXELS);
    Flaw.unless((long) width * height <= Structures.MOST_PIXELS, Refusal.TOO_MANY_PIXELS);
    int components = content.u8();
    Flaw.unless(components == 1 || components == 3 || components == 4, Refusal.UNREADABLE);
    Flaw.unless(content.left() == 3 * components, Refusal.DAMAGED);
    int widest = 1;
    int highest = 1;
    long shares = 0;
    for (int component = 0; component < components; component++) {
      content.skip(1);
      int factors = content.u8();
      content.skip(1);
      int across = factors >> 4;
      int down = factors & 0xF;
      Flaw.unless(across >= 1 && across <= 4 && down >= 1 && down <= 4, Refusal.DAMAGED);
      widest = Math.max(widest, across);
      highest = Math.max(highest, down);
      shares += (long) across * down;
    }
    samples = (long) width * height * shares / ((long) widest * highest);
  }

  /** To the marker after the coded pixels. */
  private void throughScan() throws Flaw {
    while (true) {
      int from = in.at();
      if (in.u8() == 0xFF) {
        int next = in.peek();
        if (next == 0 || (next >= 0xD0 && next <= 0xD7)) {
          in.skip(1);
        } else if (next != 0xFF) {
          in.back(from);
          return;
        }
      }
    }
  }

  private void keepMarker(int marker) {
    kept.write(0xFF);
    kept.write(marker);
  }

  private void keep(int marker, int begin) {
    keepMarker(marker);
    kept.write(file, begin, in.at() - begin);
  }
}
