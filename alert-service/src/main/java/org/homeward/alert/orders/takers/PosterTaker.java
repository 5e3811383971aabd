package org.homeward.alert.orders.takers;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took posters of an alert to hang them; paper is empty only when it is taken down.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PosterTaker.Known.class, name = "KNOWN"),
  @JsonSubTypes.Type(value = PosterTaker.Forgotten.class, name = "FORGOTTEN")
})
sealed interface PosterTaker {

  String alert();

  /**
   * As it was written down.
   *
   * @param code of the alert's page, which is on the paper
   * @param withdrawn children who were not on it any more
   * @param places where it hangs, in the taker's words
   * @param until the end of the alert, as it is known so far
   * @param calls to have it taken down, oldest first
   */
  record Known(
      String alert,
      String caseId,
      boolean exercise,
      String code,
      Set<String> withdrawn,
      Contact contact,
      int copies,
      String places,
      String by,
      Instant at,
      Instant until,
      List<Call> calls)
      implements PosterTaker {

    /** The newest are kept. */
    private static final int MOST_CALLS = 30;

    public Known {
      requireNonNull(alert, "alert");
      requireNonNull(caseId, "caseId");
      requireNonNull(code, "code");
      requireNonNull(contact, "contact");
      requireNonNull(places, "places");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(until, "until");
      withdrawn = withdrawn == null ? Set.of() : Set.copyOf(withdrawn);
      calls = calls == null ? List.of() : List.copyOf(calls);
    }

    /** Whether somebody has said that none hangs any more. */
    boolean isTakenDown() {
      return !calls.isEmpty() && calls.getLast().outcome() == Outcome.TAKEN_DOWN;
    }

    Known called(Call call) {
      List<Call> more = new ArrayList<>(calls);
      more.add(call);
      return with(
          until,
          more.size() > MOST_CALLS ? more.subList(more.size() - MOST_CALLS, more.size()) : more);
    }

    Known until(Instant end) {
      return with(end, calls);
    }

    private Known with(Instant end, List<Call> made) {
      return new Known(
          alert, caseId, exercise, code, withdrawn, contact, copies, places, by, at, end, made);
    }

    @Override
    public String toString() {
      return "Known[redacted]";
    }
  }

  /** A tombstone. */
  record Forgotten(String alert, YearMonth month) implements PosterTaker {

    public Forgotten {
      requireNonNull(alert, "alert");
      requireNonNull(month, "month");
    }
  }

  /**
   * The person or organisation to call; one of the names is there.
   *
   * @param name of the person
   */
  record Contact(@Nullable String name, @Nullable String organisation, PhoneNumber phone) {

    public Contact {
      requireNonNull(phone, "phone");
      if (name == null && organisation == null) {
        throw new IllegalArgumentException("nobody to ask for");
      }
    }

    @Override
    public String toString() {
      return "Contact[redacted]";
    }
  }

  /** A call by one of us. */
  record Call(Instant at, String by, Outcome outcome) {

    public Call {
      requireNonNull(at, "at");
      requireNonNull(by, "by");
      requireNonNull(outcome, "outcome");
    }
  }

  /** How a call ended. */
  enum Outcome {
    NOT_REACHED,
    /** They know, and some of it may still hang. */
    PROMISED,
    TAKEN_DOWN
  }
}
