package org.homeward.alert.subscribers.sms;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The alphabet that every phone has: GSM 03.38 (3GPP TS 23.038), basic table and extension. Its
 * letters have seven bits; those of the extension take two places.
 */
final class Gsm {

  private static final char ESCAPE = '\u001b';
  private static final byte ESCAPED = 0x1b;

  /** By code; the escape stands at its own place. */
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ"
          + ESCAPE
          + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
          + "abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final Map<Character, Byte> EXTENSION =
      Map.of(
          '\f', (byte) 0x0a,
          '^', (byte) 0x14,
          '{', (byte) 0x28,
          '}', (byte) 0x29,
          '\\', (byte) 0x2f,
          '[', (byte) 0x3c,
          '~', (byte) 0x3d,
          ']', (byte) 0x3e,
          '|', (byte) 0x40,
          '€', (byte) 0x65);

  private static final Map<Character, Byte> CODES = codes();

  private Gsm() {}

  private static Map<Character, Byte> codes() {
    Map<Character, Byte> codes = new HashMap<>();
    for (int code = 0; code < BASIC.length(); code++) {
      if (BASIC.charAt(code) != ESCAPE) {
        codes.put(BASIC.charAt(code), (byte) code);
      }
    }
    return codes;
  }

  static boolean has(char letter) {
    return CODES.containsKey(letter) || EXTENSION.containsKey(letter);
  }

  /** How many places of seven bits it takes. */
  static int places(char letter) {
    return EXTENSION.containsKey(letter) ? 2 : 1;
  }

  /** One byte for each place; empty when a letter is not in the alphabet. */
  static Optional<byte[]> encoded(String text) {
    var bytes = new ByteArrayOutputStream();
    for (char letter : text.toCharArray()) {
      Byte basic = CODES.get(letter);
      Byte extension = EXTENSION.get(letter);
      if (basic != null) {
        bytes.write(basic);
      } else if (extension != null) {
        bytes.write(ESCAPED);
        bytes.write(extension);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.toByteArray());
  }
}
