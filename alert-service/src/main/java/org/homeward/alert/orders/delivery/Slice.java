package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A block of an alert's destinations, by number; their addresses are not in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Slice.Open.class, name = "OPEN"),
  @JsonSubTypes.Type(value = Slice.Erased.class, name = "ERASED")
})
public sealed interface Slice {

  /** How many numbers one slice holds. */
  int SIZE = 400;

  String alert();

  /**
   * Somebody may still be told something.
   *
   * @param first number
   * @param deliveries by number; a destination that was never tried is absent
   * @param busyUntil when the present sender has ended at the latest; null when nobody sends
   * @param dead whether there are dead letters, so that they are found; read from the deliveries
   */
  record Open(
      String alert,
      String caseId,
      long first,
      Map<Long, Delivery> deliveries,
      @Nullable Instant busyUntil,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean dead)
      implements Slice {

    /** The field by which slices with dead letters are found. */
    static final String DEAD = "dead";

    public Open {
      requireNonNull(alert, "alert");
      requireNonNull(caseId, "caseId");
      deliveries =
          deliveries == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(deliveries));
      dead = deliveries.values().stream().anyMatch(DeadLetters::isDead);
    }

    private Open(
        String alert,
        String caseId,
        long first,
        Map<Long, Delivery> deliveries,
        @Nullable Instant busyUntil) {
      this(alert, caseId, first, deliveries, busyUntil, false);
    }

    static Open fresh(String alert, String caseId, int k) {
      return new Open(alert, caseId, (long) SIZE * (k - 1) + 1, Map.of(), null);
    }

    long last() {
      return first + SIZE - 1;
    }

    /** These attempts have not begun: their destinations stand where they stood. */
    Open without(List<Attempt> untried) {
      Map<Long, Delivery> all = new TreeMap<>(deliveries);
      for (Attempt attempt : untried) {
        Delivery before = attempt.before();
        if (before == null) {
          all.remove(attempt.number());
        } else {
          all.put(attempt.number(), before);
        }
      }
      return new Open(alert, caseId, first, all, busyUntil);
    }

    Open with(Map<Long, Delivery> changed, @Nullable Instant busy) {
      Map<Long, Delivery> all = new TreeMap<>(deliveries);
      all.putAll(changed);
      return new Open(alert, caseId, first, all, busy);
    }
  }

  /** A tombstone. */
  record Erased(String alert, String caseId, YearMonth month) implements Slice {

    public Erased {
      requireNonNull(alert, "alert");
      requireNonNull(caseId, "caseId");
      requireNonNull(month, "month");
    }
  }

  /** How many slices hold the numbers up to this one. */
  static int count(long watermark) {
    return (int) ((watermark + SIZE - 1) / SIZE);
  }
}
