package org.homeward.alert.orders.claims;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Claims a case for an alert just before it is approved. All alerts of a case claim the same
 * document, so that of two approvals at one moment the second sees the first.
 */
public final class ClaimCase {

  private final GuardedDocuments<Claims> claims;

  ClaimCase(GuardedDocuments<Claims> claims) {
    this.claims = claims;
  }

  /** How an earlier claim relates to the present one. */
  public enum Standing {
    /** It is live, or about to be, for the same people. */
    IN_THE_WAY,
    /** It is live for others, or its being live is known to whoever approves. */
    APART,
    /** It is over, or its approval came to nothing. */
    GONE
  }

  /** Looks at another alert that has claimed the case. */
  @FunctionalInterface
  public interface Rivals {

    /**
     * @param version in which it was about to be approved
     */
    Standing of(String alert, long version);
  }

  /**
   * Safe to repeat. When a process dies between its claim and its approval, the draft blocks others
   * until somebody approves, rewrites or cancels it.
   *
   * @return the alert that is in the way; then nothing was claimed
   */
  public Optional<String> claim(String caseId, String alert, long version, Rivals rivals) {
    var outcome = claims.put(caseId, read -> decide(read, alert, version, rivals));
    return switch (outcome) {
      case WriteOutcome.Written(var _, Optional<String> nobody) -> nobody;
      case WriteOutcome.Kept(var _, Optional<String> other) -> other;
      case WriteOutcome.NotMade(Optional<String> other) -> other;
    };
  }

  private static Decision<Claims, Optional<String>> decide(
      Optional<Guarded<Claims>> read, String alert, long version, Rivals rivals) {
    Map<String, Long> next = new TreeMap<>();
    for (var other : read.map(found -> found.state().alerts()).orElse(Map.of()).entrySet()) {
      Standing standing =
          other.getKey().equals(alert)
              ? Standing.GONE
              : rivals.of(other.getKey(), other.getValue());
      switch (standing) {
        case IN_THE_WAY -> {
          return Decision.keep(Optional.of(other.getKey())); // upholds 3
        }
        case APART -> next.put(other.getKey(), other.getValue());
        case GONE -> {}
      }
    }
    next.put(alert, version);
    return Decision.write(Edit.of(new Claims(next), "alert").asEssential(), Optional.empty());
  }
}
