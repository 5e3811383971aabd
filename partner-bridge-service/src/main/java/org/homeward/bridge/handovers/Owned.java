package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.bridge.handovers.dialogue.CaseSeen;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Wish;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Brake;
import org.homeward.schema.bridge.Offer;
import org.homeward.schema.bridge.PartnerAnswer;
import org.homeward.schema.bridge.Proposal;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.facts.HandedSighting;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;
import org.jspecify.annotations.Nullable;

/**
 * A handover of a case of this node.
 *
 * @param offer as it went; null before, and after the case is erased
 * @param seen the newest of the case that it knows of
 * @param checked a person there has looked for a conflict
 * @param told what the partner knows; null when it knows no more than the offer
 * @param signalled which signals the partner has
 * @param heard what the partner's people have said
 * @param sightings the partner's, with this node's child ids
 */
public record Owned(
    String partner,
    String caseId,
    boolean exercise,
    HandoverStatus status,
    Wish wish,
    @Nullable Offer offer,
    Clocks clocks,
    CaseSeen seen,
    boolean checked,
    boolean braked,
    @Nullable Told told,
    Signalled signalled,
    @Nullable Withdrawal recall,
    @Nullable VitalInterest vital,
    Heard heard,
    List<HandedSighting> sightings,
    List<HandoverTask> open,
    List<ReceiptLine> receipts,
    @Nullable ReceiptProof proof,
    Exchange exchange)
    implements Handover {

  private static final Set<HandoverStatus> UNANSWERED =
      EnumSet.of(HandoverStatus.OFFERED, HandoverStatus.ACKNOWLEDGED);
  private static final Set<HandoverStatus> GIVEN =
      EnumSet.of(HandoverStatus.ACCEPTED, HandoverStatus.RELEASED);

  public Owned {
    requireNonNull(partner, "partner");
    requireNonNull(caseId, "caseId");
    requireNonNull(status, "status");
    signalled = signalled == null ? Signalled.NOTHING : signalled;
    heard = heard == null ? Heard.NOTHING : heard;
    sightings = sightings == null ? List.of() : List.copyOf(sightings);
    open = open == null ? List.of() : List.copyOf(open);
    receipts = receipts == null ? List.of() : List.copyOf(receipts);
    exchange = exchange == null ? Exchange.SILENT : exchange;
  }

  /**
   * What has been received over there, besides content.
   *
   * @param perhaps more than these data know, which are an earlier copy
   */
  public record Signalled(
      boolean offer,
      boolean freeze,
      boolean end,
      boolean recall,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean perhaps) {

    static final Signalled NOTHING = new Signalled(false, false, false, false, false);

    Signalled withOffer() {
      return new Signalled(true, freeze, end, recall, perhaps);
    }

    Signalled withFreeze(boolean frozen) {
      return new Signalled(offer, frozen, end, recall, perhaps);
    }

    Signalled withEnd() {
      return new Signalled(offer, freeze, true, recall, perhaps);
    }

    /** One that was on its way in an earlier copy was answered to what is lost: once more. */
    Signalled withRecall() {
      return new Signalled(offer, freeze, end, !perhaps, false);
    }

    Signalled withPerhaps() {
      return new Signalled(offer, freeze, end, false, true);
    }
  }

  /** Nobody over there can have heard of it. */
  boolean isUntold() {
    return exchange.isSilent() && !signalled.perhaps();
  }

  /**
   * The partner's words: codes and references for a person to read.
   *
   * @param answer to the offer, the newest
   * @param proposals the newest
   */
  public record Heard(
      @Nullable PartnerAnswer answer, @Nullable Brake brake, List<Proposal> proposals) {

    static final Heard NOTHING = new Heard(null, null, List.of());

    private static final int MAX_PROPOSALS = 20;

    public Heard {
      proposals = proposals == null ? List.of() : List.copyOf(proposals);
    }

    public Heard with(PartnerAnswer newest) {
      return new Heard(newest, brake, proposals);
    }

    public Heard with(Brake first) {
      return new Heard(answer, first, proposals);
    }

    public Heard with(Proposal newest) {
      List<Proposal> all = new ArrayList<>(proposals);
      all.add(newest);
      return new Heard(
          answer, brake, all.subList(Math.max(0, all.size() - MAX_PROPOSALS), all.size()));
    }
  }

  static Owned offered(
      String partner, String caseId, boolean exercise, Wish wish, CaseSeen seen, Instant now) {
    return new Owned(
        partner,
        caseId,
        exercise,
        HandoverStatus.OFFERED,
        wish,
        null,
        Clocks.of(wish.urgency(), now),
        seen,
        false,
        false,
        null,
        Signalled.NOTHING,
        null,
        null,
        Heard.NOTHING,
        List.of(),
        List.of(),
        List.of(),
        null,
        Exchange.SILENT);
  }

  /** What the partner may know: what it has said it has, or else what is on its way. */
  @Nullable Told mayKnow() {
    InFlight now = exchange.outgoing().inFlight();
    return told != null || now == null ? told : now.told();
  }

  boolean isUnanswered() {
    return UNANSWERED.contains(status);
  }

  /** Somebody over there has said that they want it. */
  boolean isGiven() {
    return GIVEN.contains(status);
  }

  boolean isLive() {
    return recall == null && !isOver();
  }

  /** Nothing with content goes any more, or for now. */
  boolean isStopped() {
    return !isLive() || seen.frozen() || seen.ended() || seen.erased() || braked;
  }

  @Override
  public Owned with(Exchange next) {
    return with().exchange(next).build();
  }

  public OwnedBuilder with() {
    return new OwnedBuilder(this);
  }

  @Override
  public String toString() {
    return "Owned[" + status + "]";
  }
}
