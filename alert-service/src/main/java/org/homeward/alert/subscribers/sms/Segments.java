package org.homeward.alert.subscribers.sms;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces in which a text travels: one of 160 letters of the GSM alphabet or 70 of UCS-2, or
 * several of 153 or 67, each with a header that says which piece of how many it is (3GPP TS
 * 23.040). A letter is never cut in two.
 */
public final class Segments {

  /** How the bytes of a segment are read (SMPP 3.4, 5.2.19). */
  static final byte GSM = 0;

  static final byte UCS_2 = 8;

  static final int MOST = 255;

  private static final int GSM_ALONE = 160;
  private static final int GSM_EACH = 153;
  private static final int UCS_2_ALONE = 70;
  private static final int UCS_2_EACH = 67;
  private static final byte HEADER_LENGTH = 5;
  private static final byte HEADER_OF_8_BITS = 0;
  private static final byte HEADER_REST = 3;
  private static final int HEADER_BYTES = 6;

  private Segments() {}

  /**
   * One of them.
   *
   * @param coding of its bytes
   * @param headed whether they begin with a header
   */
  record Segment(byte coding, boolean headed, byte[] bytes) {}

  /** How many messages of a phone a text takes, as providers count them. */
  public static int count(String text) {
    return pieces(text).size();
  }

  /**
   * The same bytes for every repetition.
   *
   * @param id of the message, from which its segments have their common number
   */
  static List<Segment> of(String text, String id) {
    List<String> pieces = pieces(text);
    if (pieces.size() > MOST) {
      throw new IllegalArgumentException("a text of more than 255 segments");
    }
    boolean gsm = isGsm(text);
    List<Segment> segments = new ArrayList<>();
    for (String piece : pieces) {
      byte[] body = gsm ? Gsm.encoded(piece).orElseThrow() : piece.getBytes(UTF_16BE);
      segments.add(
          pieces.size() == 1
              ? new Segment(gsm ? GSM : UCS_2, false, body)
              : new Segment(
                  gsm ? GSM : UCS_2,
                  true,
                  headed(body, (byte) id.hashCode(), pieces.size(), segments.size() + 1)));
    }
    return segments;
  }

  private static byte[] headed(byte[] body, byte number, int of, int nth) {
    return ByteBuffer.allocate(HEADER_BYTES + body.length)
        .put(HEADER_LENGTH)
        .put(HEADER_OF_8_BITS)
        .put(HEADER_REST)
        .put(number)
        .put((byte) of)
        .put((byte) nth)
        .put(body)
        .array();
  }

  private static boolean isGsm(String text) {
    return text.chars().allMatch(letter -> Gsm.has((char) letter));
  }

  private static List<String> pieces(String text) {
    boolean gsm = isGsm(text);
    int alone = gsm ? GSM_ALONE : UCS_2_ALONE;
    int each = gsm ? GSM_EACH : UCS_2_EACH;
    int whole = 0;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      whole += places(text, at, gsm);
    }
    if (whole <= alone) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int used = 0;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      int places = places(text, at, gsm);
      if (used + places > each) {
        pieces.add(text.substring(from, at));
        from = at;
        used = 0;
      }
      used += places;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int next(String text, int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  private static int places(String text, int at, boolean gsm) {
    return gsm ? Gsm.places(text.charAt(at)) : next(text, at) - at;
  }
}
