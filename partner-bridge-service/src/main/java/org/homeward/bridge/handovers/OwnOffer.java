package org.homeward.bridge.handovers;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.HandoverWish;
import org.homeward.bridge.handovers.dialogue.OwnCase;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.Offer;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Proposal;
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
}
