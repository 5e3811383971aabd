package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.snapshots.HandedSighting;
import org.jspecify.annotations.Nullable;

/**
 * An own offer, as the owner keeps it in every state.
 *
 * @param offer as it went; null before, and after the case is erased
 * @param seen the newest of the case that the handover knows of
 * @param signalled which signals the partner has
 * @param heard what the partner's people have said
 * @param sightings the partner's, with this node's child ids
 */
public record OwnOffer(
    HandoverWish wish,
    @Nullable Offer offer,
    Clocks clocks,
    OwnCase seen,
    Signalled signalled,
    @Nullable VitalInterest vital,
    Heard heard,
    List<HandedSighting> sightings) {

  public OwnOffer {
    requireNonNull(wish, "wish");
    requireNonNull(clocks, "clocks");
    requireNonNull(seen, "seen");
    signalled = signalled == null ? Signalled.NOTHING : signalled;
    heard = heard == null ? Heard.NOTHING : heard;
    sightings = sightings == null ? List.of() : List.copyOf(sightings);
  }

  static OwnOffer of(HandoverWish wish, Clocks clocks, OwnCase seen) {
    return new OwnOffer(
        wish, null, clocks, seen, Signalled.NOTHING, null, Heard.NOTHING, List.of());
  }

  OwnOffer with(Offer made) {
    return new OwnOffer(wish, made, clocks, seen, signalled, vital, heard, sightings);
  }

  OwnOffer with(OwnCase newest) {
    return new OwnOffer(wish, offer, clocks, newest, signalled, vital, heard, sightings);
  }

  OwnOffer with(Signalled next) {
    return new OwnOffer(wish, offer, clocks, seen, next, vital, heard, sightings);
  }

  OwnOffer with(VitalInterest said) {
    return new OwnOffer(wish, offer, clocks, seen, signalled, said, heard, sightings);
  }

  OwnOffer with(Heard next) {
    return new OwnOffer(wish, offer, clocks, seen, signalled, vital, next, sightings);
  }

  OwnOffer and(HandedSighting sighting) {
    List<HandedSighting> all = new ArrayList<>(sightings);
    all.add(sighting);
    return new OwnOffer(wish, offer, clocks, seen, signalled, vital, heard, all);
  }

  /** Nothing of this sighting stays. */
  OwnOffer without(String sighting) {
    List<HandedSighting> left =
        sightings.stream()
            .map(each -> each.id().equals(sighting) ? each.forgotten() : each)
            .toList();
    return new OwnOffer(wish, offer, clocks, seen, signalled, vital, heard, left);
  }

  /** Nothing of the case stays. */
  OwnOffer erased() {
    return new OwnOffer(wish, null, clocks, seen, signalled, vital, heard, List.of());
  }

  @Override
  public String toString() {
    return "OwnOffer[redacted]";
  }

  /**
   * The signals that the partner has receipted.
   *
   * @param perhaps more than these data know, which are an earlier copy
   * @param unknown the partner knows no such handover any more
   */
  public record Signalled(
      boolean offer,
      boolean freeze,
      boolean end,
      boolean recall,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean perhaps,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unknown) {

    static final Signalled NOTHING = new Signalled(false, false, false, false, false, false);

    Signalled withOffer() {
      return new Signalled(true, freeze, end, recall, perhaps, unknown);
    }

    Signalled withFreeze(boolean frozen) {
      return new Signalled(offer, frozen, end, recall, perhaps, unknown);
    }

    Signalled withEnd() {
      return new Signalled(offer, freeze, true, recall, perhaps, unknown);
    }

    /**
     * A recall under way in an earlier copy was answered to data that are lost, so it is sent once
     * more.
     */
    Signalled withRecall() {
      return new Signalled(offer, freeze, end, !perhaps, false, unknown);
    }

    Signalled withPerhaps() {
      return new Signalled(offer, freeze, end, false, true, unknown);
    }

    Signalled withUnknown(boolean there) {
      return new Signalled(offer, freeze, end, recall, perhaps, there);
    }
  }

  /**
   * The partner's words: codes and references for a person to read.
   *
   * @param answer to the offer, the newest
   * @param brake the newest
   * @param proposals the newest
   */
  public record Heard(
      @Nullable PartnerAnswer answer, @Nullable Brake brake, List<Proposal> proposals) {

    static final Heard NOTHING = new Heard(null, null, List.of());

    private static final int MAX_PROPOSALS = 20;

    public Heard {
      proposals = proposals == null ? List.of() : List.copyOf(proposals);
    }

    Heard with(PartnerAnswer newest) {
      return new Heard(newest, brake, proposals);
    }

    Heard with(Brake newest) {
      return new Heard(answer, newest, proposals);
    }

    Heard with(Proposal newest) {
      List<Proposal> all = new ArrayList<>(proposals);
      all.add(newest);
      return new Heard(
          answer, brake, all.subList(Math.max(0, all.size() - MAX_PROPOSALS), all.size()));
    }
  }

  /** A person's request to a partner, and the basis for telling it. */
  public record HandoverWish(
      OfferReason reason,
      List<Ask> asks,
      Purpose purpose,
      Basis basis,
      Urgency urgency,
      String by) {

    public HandoverWish {
      asks = asks == null ? List.of() : List.copyOf(asks);
    }
  }

  /**
   * The part of its own case that a handover has to know.
   *
   * @param version of the case
   * @param frozen nothing goes on: the case is frozen, or is no search any more
   * @param braked a partner's word holds the case: no partner gets more than it has
   * @param excluded the case is kept from the partner of this handover
   * @param brakes how many of the partner's brakes in this handover the case knows of
   */
  public record OwnCase(
      long version,
      boolean frozen,
      boolean ended,
      boolean erased,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean braked,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean excluded,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) long brakes) {

    /** A case that nobody has braked or keeps from the partner. */
    public OwnCase(long version, boolean frozen, boolean ended, boolean erased) {
      this(version, frozen, ended, erased, false, false, 0);
    }

    /** Whether the partner has to be told to stop for now. */
    public boolean stopsPartner() {
      return frozen || excluded;
    }

    /** Whether the case is frozen or braked, for whatever reason. */
    public boolean isHeld() {
      return frozen || braked;
    }
  }
}
