package org.homeward.alert.orders.alerts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.alert.orders.preview.Preview;
import org.jspecify.annotations.Nullable;

/** An authorised message about a case to volunteers or to everybody in an area for a time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Alert.Draft.class, name = "DRAFT"),
  @JsonSubTypes.Type(value = Alert.Active.class, name = "ACTIVE"),
  @JsonSubTypes.Type(value = Alert.Frozen.class, name = "FROZEN"),
  @JsonSubTypes.Type(value = Alert.Over.class, name = "OVER"),
  @JsonSubTypes.Type(value = Alert.Erased.class, name = "ERASED")
})
public sealed interface Alert {

  String caseId();

  /** Slug of the node that owns the case. */
  String home();

  boolean exercise();

  /** The newest subscription that gets it; 0 when nothing of it goes out. */
  default long watermark() {
    return switch (this) {
      case Draft _, Erased _ -> 0;
      case Active active -> active.issue().order().watermark();
      case Frozen frozen -> frozen.issue().order().watermark();
      case Over over -> over.order().watermark();
    };
  }

  /** The children of whom something of it goes out, or is to. */
  default Set<String> childrenNow() {
    return switch (this) {
      case Draft draft -> draft.proposal().preview().read().children();
      case Active active -> active.issue().childrenNow();
      case Frozen frozen -> frozen.issue().childrenNow();
      case Over _, Erased _ -> Set.of();
    };
  }

  /** The reason why an alert is over; nobody outside is told it, but of a wrong child. */
  enum Ending {
    CANCELLED,
    /** It was about the wrong child: whoever has it deletes it. */
    WRONG_CHILD,
    EXPIRED,
    ENDED
  }

  /** A draft; nothing of it has gone out. */
  record Draft(String caseId, String home, boolean exercise, Proposal proposal) implements Alert {

    public Draft {
      requireNonNull(caseId, "caseId");
      requireNonNull(home, "home");
      requireNonNull(proposal, "proposal");
    }
  }

  /**
   * An active alert.
   *
   * @param next an update that waits for its approval
   */
  record Active(String caseId, String home, boolean exercise, Issue issue, @Nullable Proposal next)
      implements Alert {

    public Active {
      requireNonNull(caseId, "caseId");
      requireNonNull(home, "home");
      requireNonNull(issue, "issue");
    }
  }

  /**
   * A frozen alert: nothing new goes out, for these reasons.
   *
   * @param next an update that waits for its approval, once nothing but that is missing
   */
  record Frozen(
      String caseId,
      String home,
      boolean exercise,
      Issue issue,
      Set<Hold> holds,
      @Nullable Proposal next)
      implements Alert {

    public Frozen {
      requireNonNull(caseId, "caseId");
      requireNonNull(home, "home");
      requireNonNull(issue, "issue");
      holds = holds == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(holds));
    }

    /** Whether a new approval is all that it needs to go out again. */
    boolean waitsForApproval() {
      return holds.equals(Set.of(Hold.APPROVAL_VOID));
    }
  }

  /**
   * It has ended; every destination that may have received something gets the end.
   *
   * @param ends what is said, by language
   * @param preview what went out; null once its time is over
   * @param erase a tombstone as soon as the ends are out
   */
  record Over(
      String caseId,
      String home,
      boolean exercise,
      Ending how,
      Instant at,
      int edition,
      AlertOrder order,
      Map<String, EndText> ends,
      @Nullable Preview preview,
      boolean erase)
      implements Alert {

    public Over {
      requireNonNull(caseId, "caseId");
      requireNonNull(home, "home");
      requireNonNull(how, "how");
      requireNonNull(at, "at");
      requireNonNull(order, "order");
      ends = ends == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(ends));
    }
  }

  /** A tombstone: ids and the month. */
  record Erased(String caseId, String home, boolean exercise, YearMonth month) implements Alert {

    public Erased {
      requireNonNull(caseId, "caseId");
      requireNonNull(home, "home");
      requireNonNull(month, "month");
    }
  }
}
