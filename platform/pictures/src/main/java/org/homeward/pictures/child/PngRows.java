package org.homeward.pictures.child;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Counts the packed rows of a PNG: the decoder shows a picture whose rows end early, half black.
 */
final class PngRows {
  private static final int SIGNATURE = 8;
  private static final int HEAD = 8;
  private static final int SUM = 4;
  private static final int DEPTH = 24;

  /** Of the seven passes: first column and row, and the steps to the next ones. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private PngRows() {}

  /** Whether all rows are there. */
  static boolean areWhole(byte[] png, int width, int height) {
    long expected = expected(ByteBuffer.wrap(png), width, height);
    byte[] unpacked = new byte[1 << 16];
    long count = 0;
    var inflater = new Inflater();
    try {
      int at = SIGNATURE;
      while (at + HEAD + SUM <= png.length && count < expected) {
        int length = ByteBuffer.wrap(png).getInt(at);
        if (new String(png, at + 4, 4, StandardCharsets.ISO_8859_1).equals("IDAT")) {
          inflater.setInput(png, at + HEAD, length);
          int step = 1;
          while (step > 0 && count < expected) {
            step = inflater.inflate(unpacked);
            count += step;
          }
        }
        at += HEAD + length + SUM;
      }
    } catch (DataFormatException damaged) {
      return false;
    } finally {
      inflater.end();
    }
    return count >= expected;
  }

  private static long expected(ByteBuffer png, int width, int height) {
    int depth = png.get(DEPTH);
    int samples =
        switch (png.get(DEPTH + 1)) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    boolean interlaced = png.get(DEPTH + 4) == 1;
    if (!interlaced) {
      return rows(width, height, depth * samples);
    }
    long all = 0;
    for (int[] pass : PASSES) {
      int columns = (width - pass[0] + pass[2] - 1) / pass[2];
      int lines = (height - pass[1] + pass[3] - 1) / pass[3];
      all += columns > 0 && lines > 0 ? rows(columns, lines, depth * samples) : 0;
    }
    return all;
  }

  private static long rows(long width, long height, int bits) {
    return height * (1 + (width * bits + 7) / 8);
  }
}
