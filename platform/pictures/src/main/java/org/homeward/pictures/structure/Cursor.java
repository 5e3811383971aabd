package org.homeward.pictures.structure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.homeward.pictures.Refusal;

/** A place in a file; what is asked for beyond its end makes the file cut off. */
final class Cursor {
  private final byte[] bytes;
  private final int end;
  private int at;

  Cursor(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Cursor(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  int at() {
    return at;
  }

  int left() {
    return end - at;
  }

  void skip(long count) throws Flaw {
    Flaw.unless(count >= 0 && count <= left(), Refusal.TRUNCATED);
    at += (int) count;
  }

  /** To a place that was passed. */
  void back(int earlier) {
    at = earlier;
  }

  /** The next bytes as a file of their own; this place moves behind them. */
  Cursor part(long length) throws Flaw {
    int from = at;
    skip(length);
    return new Cursor(bytes, from, at);
  }

  int peek() throws Flaw {
    Flaw.unless(left() > 0, Refusal.TRUNCATED);
    return bytes[at] & 0xFF;
  }

  int u8() throws Flaw {
    int value = peek();
    at++;
    return value;
  }

  int u16() throws Flaw {
    return u8() << 8 | u8();
  }

  long u32() throws Flaw {
    return (long) u16() << 16 | u16();
  }

  int littleU16() throws Flaw {
    return u8() | u8() << 8;
  }

  int littleU24() throws Flaw {
    return littleU16() | u8() << 16;
  }

  long littleU32() throws Flaw {
    return littleU16() | (long) littleU16() << 16;
  }

  String letters(int count) throws Flaw {
    int from = at;
    skip(count);
    return new String(bytes, from, count, ISO_8859_1);
  }

  /** Whether the bytes from here on are these; the place stays. */
  boolean beginsWith(String start) {
    byte[] wanted = start.getBytes(ISO_8859_1);
    return left() >= wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** The bytes that are left. */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, end);
  }
}
