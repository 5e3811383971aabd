package org.homeward.bridge.handovers;

import org.homeward.bridge.handovers.Dialogue.Brakes;
import org.homeward.bridge.quarantine.KeepQuarantine;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * Applies freezes, ends and recalls again that an earlier copy does not know, and quarantines the
 * bridge. None of it can be undone, so that it needs no look at versions.
 */
final class ReplayHandoverEnds implements Replay {

  private final ChangeHandover changeHandover;
  private final KeepQuarantine quarantine;

  ReplayHandoverEnds(ChangeHandover changeHandover, KeepQuarantine quarantine) {
    this.changeHandover = changeHandover;
    this.quarantine = quarantine;
  }

  @Override
  public Replayed replay(EndsLine line) {
    if (!line.kind().equals("handover")) {
      return Replayed.MISSING;
    }
    return changeHandover
        .find(line.id())
        .map(
            found ->
                switch (found.state()) {
                  case Owned owned -> owned(line, owned, found.version());
                  case Held _ -> held(line);
                })
        .orElse(Replayed.MISSING);
  }

  private Replayed owned(EndsLine line, Owned owned, long version) {
    String reason = line.codes().getOrDefault(HandoverEnds.REASON, "");
    return switch (line.what()) {
      case HandoverEnds.RECALL ->
          owned(line, new OwnerEvent.RecallIt(Code.read(RecallReason.class, reason).value()));
      case HandoverEnds.BRAKE -> braked(line, owned, reason);
      // The partner knows more than this copy says: a person has to recall it.
      case HandoverEnds.TOLD -> {
        Replayed _ = owned(line, new OwnerEvent.Recovered());
        yield version < line.version() && owned instanceof Owned.Live
            ? Replayed.MISSING
            : Replayed.KNOWN;
      }
      default -> Replayed.KNOWN;
    };
  }

  /** Each brake counts once. A line of an earlier build has no count, and its brake froze. */
  private Replayed braked(EndsLine line, Owned owned, String reason) {
    String counted = line.codes().get(HandoverEnds.COUNT);
    Brakes known = owned.dialogue().brakes();
    boolean isKnown = counted == null ? known.stand() : known.count() >= Long.parseLong(counted);
    if (isKnown) {
      return Replayed.KNOWN;
    }
    // A copy that does not know of the acceptance must not take the brake for a stranger's word.
    boolean referenced =
        owned instanceof Owned.Waiting
            || !"false".equals(line.codes().get(HandoverEnds.REFERENCED));
    var words = new Brake(Code.read(BrakeReason.class, reason), null, line.at());
    return owned(line, new OwnerEvent.Braked(words, referenced));
  }

  private Replayed owned(EndsLine line, OwnerEvent event) {
    return done(changeHandover.owned(line.id(), BY, event));
  }

  private Replayed held(EndsLine line) {
    @Nullable HolderEvent event =
        switch (line.what()) {
          case HandoverEnds.FREEZE -> new HolderEvent.Frozen();
          case HandoverEnds.END -> new HolderEvent.Ended();
          case HandoverEnds.RECALL -> recalled(line);
          default -> null;
        };
    return event == null ? Replayed.KNOWN : done(changeHandover.held(line.id(), BY, event));
  }

  /** The end of a lease comes from its own alarm. */
  private static @Nullable HolderEvent recalled(EndsLine line) {
    String hash = line.codes().get(HandoverEnds.HASH);
    String reason = line.codes().getOrDefault(HandoverEnds.REASON, "");
    return hash == null
        ? null
        : new HolderEvent.Recalled(Code.read(RecallReason.class, reason).value(), hash);
  }

  private static <H extends Handover> Replayed done(
      WriteOutcome.OfChanging<Handover, HandoverDecision<H>> outcome) {
    return outcome instanceof WriteOutcome.Written<Handover, HandoverDecision<H>>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }

  @Override
  public void quarantine() {
    quarantine.begin();
  }

  @Override
  public boolean isQuarantined() {
    return quarantine.stands();
  }

  @Override
  public String howToOpen() {
    return "POST /api/v1/quarantine/open, once each.";
  }
}
