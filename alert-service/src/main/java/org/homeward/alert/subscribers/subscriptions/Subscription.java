package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
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
   */
  record Confirmed(
      String email,
      String country,
      boolean exercise,
      int joined,
      SubscriptionWish wish,
      Instant confirmedAt,
      String confirmedBy,
      @Nullable Asking asking)
      implements Subscription {

    public Confirmed {
      requireNonNull(email, "email");
      requireNonNull(country, "country");
      requireNonNull(wish, "wish");
      requireNonNull(confirmedAt, "confirmedAt");
      requireNonNull(confirmedBy, "confirmedBy");
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
