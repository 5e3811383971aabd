package org.homeward.bridge.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.ChildIds;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.FreshCases;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.values.Audience;

/** Decides, at each request, whether a holder may have a photo of what it was told. */
public final class GivePhoto {

  private final PartnerGate gate;
  private final GuardedDocuments<CaseCopy> copies;
  private final FreshCases fresh;
  private final ChildIds childIds;
  private final Clock clock;

  GivePhoto(
      PartnerGate gate,
      GuardedDocuments<CaseCopy> copies,
      FreshCases fresh,
      ChildIds childIds,
      Clock clock) {
    this.gate = gate;
    this.copies = copies;
    this.fresh = fresh;
    this.childIds = childIds;
    this.clock = clock;
  }

  /** How a holder stands to a photo. */
  public sealed interface Standing {

    /**
     * Only {@link #recorded} lets it leave.
     *
     * @param digest SHA-256, hex, of the bytes to hand out
     */
    record May(String handover, Owned owned, CaseSnapshot snapshot, String photo, String digest)
        implements Standing {

      @Override
      public String toString() {
        return "May[redacted]";
      }
    }

    /** It may not have it any more. */
    record Gone() implements Standing {}

    /**
     * @param why a code, for this node
     */
    record NotNow(String why) implements Standing {}
  }

  /** The size in which holders get photos. */
  public static String size() {
    return MessageBodies.HANDED_SIZE;
  }

  /**
   * @param photo as the holder knows it
   */
  public Standing standing(Guarded<Handover> found, String photo) {
    if (gate.isQuarantined()) return new Standing.NotNow("quarantined"); // upholds 4
    if (!(found.state() instanceof Owned owned)) {
      return new Standing.NotNow("not-the-owner");
    }
    Instant now = clock.instant();
    Told told = owned.share().told();
    boolean over =
        !(owned instanceof Owned.Live)
            || owned.offer().seen().ended()
            || owned.offer().seen().erased()
            || (told != null && told.isOver(now));
    if (over) return new Standing.Gone(); // upholds 4
    if (!(owned instanceof Owned.Released) || told == null || told.scope() != Scope.FULL) {
      return new Standing.NotNow("not-released");
    }
    if (!fresh.of(owned.caseId())) return new Standing.NotNow("case-reader-behind"); // upholds 6
    Optional<Guarded<CaseCopy>> copy = copies.find(owned.caseId());
    return KnownCase.of(copy)
        .map(snapshot -> standing(found.id(), owned, snapshot, photo, now))
        .orElseGet(() -> new Standing.NotNow(KnownCase.whyNot(copy)));
  }

  private Standing standing(
      String handover, Owned owned, CaseSnapshot snapshot, String photo, Instant now) {
    if (snapshot.status() == CaseStatus.ENDED) {
      return new Standing.Gone();
    }
    Optional<CasePhoto> listed =
        snapshot.photos().stream()
            .filter(each -> childIds.photoThere(handover, each.id()).equals(photo))
            .filter(each -> each.isFor(Audience.PARTNER)) // upholds 6
            .findFirst();
    if (listed.isEmpty()) {
      return new Standing.Gone(); // upholds 4
    }
    if (owned.isStopped() || snapshot.frozen() || snapshot.braked()) {
      return new Standing.NotNow("stopped"); // upholds 4
    }
    String id = listed.get().id();
    String digest = listed.get().digests().getOrDefault(size(), "");
    return gate.against(handover, id, owned, snapshot, false, now)
        .<Standing>map(Standing.NotNow::new)
        .orElseGet(() -> new Standing.May(handover, owned, snapshot, id, digest));
  }

  /** Whether its look is recorded, so that its bytes may leave. */
  public boolean recorded(Standing.May may) {
    return gate.against(
            may.handover(), may.photo(), may.owned(), may.snapshot(), true, clock.instant())
        .isEmpty();
  }
}
