package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.destinations.Terms;
import org.jspecify.annotations.Nullable;

/** A volunteer's standing wish to be told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Subscription.Unconfirmed.class, name = "UNCONFIRMED"),
  @JsonSubTypes.Type(value = Subscription.Confirmed.class, name = "CONFIRMED"),
  @JsonSubTypes.Type(value = Subscription.Left.class, name = "LEFT")
})
public sealed interface Subscription {

  /** The change by which somebody has left. */
  String LEFT = "subscription.left.v1";

  /** How often this address has joined: each time gets a number of its own. */
  int joined();

  /**
   * Somebody has typed this address; whether its owner wants it is not known.
   *
   * @param exercise gets exercises and nothing else
   */
  record Unconfirmed(String email, String country, boolean exercise, int joined, Asking asking)
      implements Subscription {

    public Unconfirmed {
      requireNonNull(email, "email");
      requireNonNull(country, "country");
      requireNonNull(asking, "asking");
    }

    @Override
    public String toString() {
      return "Unconfirmed[redacted]";
    }
  }

  /**
   * Its owner wants it.
   *
   * @param confirmedAt when its present wish was
   * @param confirmedBy the nonce of the link that did it: using it again changes nothing
   * @param asking a changed wish that waits for its confirmation
   * @param since the number in the log of destinations from which on the wish counts; 0 for the
   *     first one
   * @param earlier wishes before it, the newest first
   */
  record Confirmed(
      String email,
      String country,
      boolean exercise,
      int joined,
      SubscriptionWish wish,
      Instant confirmedAt,
      String confirmedBy,
      @Nullable Asking asking,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) long since,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Terms.Earlier> earlier)
      implements Subscription {

    /** How many earlier wishes are kept: no alert lives through more changes than these. */
    private static final int KEPT = 8;

    public Confirmed {
      requireNonNull(email, "email");
      requireNonNull(country, "country");
      requireNonNull(wish, "wish");
      requireNonNull(confirmedAt, "confirmedAt");
      requireNonNull(confirmedBy, "confirmedBy");
      earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    Confirmed(
        String email,
        String country,
        boolean exercise,
        int joined,
        SubscriptionWish wish,
        Instant confirmedAt,
        String confirmedBy,
        @Nullable Asking asking) {
      this(email, country, exercise, joined, wish, confirmedAt, confirmedBy, asking, 0, List.of());
    }

    Confirmed with(@Nullable Asking now) {
      return new Confirmed(
          email, country, exercise, joined, wish, confirmedAt, confirmedBy, now, since, earlier);
    }

    /** Wants the same at other hours. */
    Confirmed with(SubscriptionWish next) {
      return new Confirmed(
          email, country, exercise, joined, next, confirmedAt, confirmedBy, null, since, earlier);
    }

    /**
     * Wants something else from a number on.
     *
     * @param at when its owner said so
     * @param by the nonce of the link by which that was said
     */
    Confirmed wanting(SubscriptionWish next, long from, Instant at, String by) {
      var was = new Terms.Earlier(since, wish.regions(), wish.language().code());
      List<Terms.Earlier> all =
          Stream.concat(Stream.of(was), earlier.stream()).limit(KEPT).toList();
      return new Confirmed(email, country, exercise, joined, next, at, by, null, from, all);
    }

    /** The wish of its owner, as alerts ask for it. */
    public Terms terms() {
      return new Terms(wish.quiet(), since, earlier);
    }

    @Override
    public String toString() {
      return "Confirmed[redacted]";
    }
  }

  /**
   * A tombstone: it left, or was never confirmed. The address is gone.
   *
   * @param month when, no more precisely
   * @param quietUntil until then no mail goes there; null when that is over already
   */
  record Left(int joined, YearMonth month, @Nullable Instant quietUntil) implements Subscription {

    public Left {
      requireNonNull(month, "month");
    }
  }
}
