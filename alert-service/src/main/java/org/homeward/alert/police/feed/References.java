package org.homeward.alert.police.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.durable.document.DerivedIds;

/**
 * The short names of notices for the telephone, such as {@code RS-7KQ2}: without letters and digits
 * that are mistaken for others, one notice each in the whole node, and telling nobody which notice
 * came before which.
 */
final class References {

  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int BITS_OF_A_LETTER = 5;
  private static final int SHORTEST = 4;
  private static final int ROUNDS = 3;

  private final String prefix;
  private final NoticeNumbers numbers;
  private final long[] factors = new long[ROUNDS];
  private final long[] terms = new long[ROUNDS];

  /**
   * @param node slug, the first part of each name
   * @param ids only the node can tell a number from a name
   */
  References(String node, NoticeNumbers numbers, DerivedIds ids) {
    this.prefix = node.toUpperCase(Locale.ROOT) + "-";
    this.numbers = numbers;
    for (int round = 0; round < ROUNDS; round++) {
      UUID random = UUID.fromString(ids.of("notice-reference", node, round));
      factors[round] = random.getLeastSignificantBits() | 1;
      terms[round] = random.getMostSignificantBits();
    }
  }

  /** By notice. */
  Map<String, String> of(Collection<String> notices) {
    Map<String, String> references = new HashMap<>();
    numbers.of(notices).forEach((notice, number) -> references.put(notice, of(number)));
    return references;
  }

  /** Half of the names of a length are used: a misheard one mostly names nothing. */
  String of(long number) {
    int letters = SHORTEST;
    while (number >= 1L << (letters * BITS_OF_A_LETTER - 1)) {
      letters++;
    }
    long left = mixed(number, letters * BITS_OF_A_LETTER);
    var text = new StringBuilder(prefix);
    for (int i = 0; i < letters; i++) {
      text.append(LETTERS.charAt((int) (left & (LETTERS.length() - 1))));
      left >>>= BITS_OF_A_LETTER;
    }
    return text.toString();
  }

  /** Another number of as many bits for each: each of the steps can be undone. */
  private long mixed(long number, int bits) {
    long mask = (1L << bits) - 1;
    long mixed = number;
    for (int round = 0; round < ROUNDS; round++) {
      mixed = mixed * factors[round] + terms[round] & mask;
      mixed ^= mixed >>> bits / 2;
    }
    return mixed;
  }
}
