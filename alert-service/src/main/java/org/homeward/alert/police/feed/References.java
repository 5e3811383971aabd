package org.homeward.alert.police.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeward.durable.command.DerivedIds;

/**
 * The short names of notices for the telephone, such as {@code RS-7KQ2}: without letters and digits
 * that are mistaken for others, one notice each in the whole node, and telling nobody which notice
 * came before which.
 */
final class References {

  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int BITS_OF_A_LETTER = 5;
  private static final int SHORTEST = 4;
  private static final int MOST = 12;
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

  /** The number behind a name; empty where no number has it. */
  OptionalLong number(String name) {
    if (!name.startsWith(prefix) || name.length() < prefix.length() + SHORTEST) {
      return OptionalLong.empty();
    }
    String letters = name.substring(prefix.length());
    long mixed = 0;
    for (int i = letters.length() - 1; i >= 0; i--) {
      int letter = LETTERS.indexOf(letters.charAt(i));
      if (letter < 0 || letters.length() > MOST) {
        return OptionalLong.empty();
      }
      mixed = mixed << BITS_OF_A_LETTER | letter;
    }
    long number = unmixed(mixed, letters.length() * BITS_OF_A_LETTER);
    return of(number).equals(name) ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** Each step of {@link #mixed} undone, the last one first. */
  private long unmixed(long mixed, int bits) {
    long mask = (1L << bits) - 1;
    long number = mixed;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      long high = number;
      for (int known = bits / 2; known < bits; known += bits / 2) {
        number = high ^ number >>> bits / 2;
      }
      number = (number - terms[round]) * inverse(factors[round]) & mask;
    }
    return number;
  }

  /** Of an odd number, modulo 2 to the 64th: each step of Newton's doubles the bits that fit. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
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
