package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The codes of the last hour, of the whole node. One document holds them: of two that are wanted at
 * once, the second one is decided after the first. There are ceilings, to one number and by the
 * node: messages that others make a node send cost money, and some earn it.
 *
 * @param given the newest last
 */
record CodeTurns(List<Turn> given) {

  static final CodeTurns NONE = new CodeTurns(List.of());

  static final int PER_NUMBER = 3;

  static final Duration HOUR = Duration.ofHours(1);

  /** By how much the clocks of instances may differ. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /**
   * A code that was begun.
   *
   * @param number sealed: only this node can tell whose it is
   */
  record Turn(String number, Instant at) {

    Turn {
      requireNonNull(number, "number");
      requireNonNull(at, "at");
    }
  }

  CodeTurns {
    given = given == null ? List.of() : List.copyOf(given); // an empty list is not stored
  }

  /**
   * With one more turn for this number; empty when there were too many.
   *
   * @param perHour codes of the whole node
   */
  Optional<CodeTurns> next(int perHour, String number, Instant now) {
    List<Turn> counted = given.stream().filter(turn -> isCounted(turn, now)).toList();
    long ofNumber = counted.stream().filter(turn -> turn.number().equals(number)).count();
    return ofNumber < PER_NUMBER && counted.size() < perHour
        ? Optional.of(
            new CodeTurns(
                Stream.concat(counted.stream(), Stream.of(new Turn(number, now))).toList()))
        : Optional.empty();
  }

  /**
   * A turn that was given later than now comes from a clock that was ahead: nobody waits for it.
   */
  private static boolean isCounted(Turn turn, Instant now) {
    return turn.at().isAfter(now.minus(HOUR)) && !turn.at().isAfter(now.plus(SKEW));
  }
}
