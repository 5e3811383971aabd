package org.homeward.intake.tips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.ErasureTrail;
import org.homeward.intake.tips.TipCommand.TipDecision;

/** Stores a tip, and carries out what people, cases and the time do to it. */
final class ChangeTip {

  /** Whoever gave it: strangers have no id. */
  static final String ANYBODY = "anybody";

  private static final String RECEIVED = "tip.received.v1";
  private static final String CHANGED = "tip.changed.v1";

  /** By order of a person, before its time. */
  static final String ERASED = "tip.erased.v1";

  /** Its picture is locked, so that a copy from before locks it too. */
  static final String LOCKED = "tip.picture-locked.v1";

  /** Its picture is gone, so that a copy from before loses it too. */
  static final String PICTURE_GONE = "tip.picture-gone.v1";

  /** Bytes of a picture are to be deleted that the tip does not need any more. */
  static final String BYTES_DUE = "bytes";

  static final String ORIGINAL_DUE = "original";

  /** Somebody looks then whether the case it was tied to had just ended or been erased. */
  static final String SETTLE_DUE = "settle";

  /** Longer than the write of an end can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final String RETENTION_DUE = "retention";

  private final GuardedDocuments<KeptTip> tips;
  private final ErasureTrail trail;
  private final TakeTipBack takeTipBack;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param kept how long a tip stays that belongs to no case, and one of a case after its end
   */
  ChangeTip(
      GuardedDocuments<KeptTip> tips,
      ErasureTrail trail,
      TakeTipBack takeTipBack,
      Duration kept,
      Clock clock) {
    this.tips = tips;
    this.trail = trail;
    this.takeTipBack = takeTipBack;
    this.kept = kept;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptTip, Boolean> receive(Tip tip, Command command) {
    return receive(UUID.randomUUID().toString(), tip, command);
  }

  /**
   * @param id a fresh one
   */
  WriteOutcome.OfCreating<KeptTip, Boolean> receive(String id, Tip tip, Command command) {
    String by = tip.takenBy() == null ? ANYBODY : tip.takenBy();
    boolean isTied = tip.tie().isPresent();
    String[] changes = isTied ? new String[] {RECEIVED, TieTipAgain.TIED} : new String[] {RECEIVED};
    Edit<KeptTip> edit = Edit.<KeptTip>of(tip, by, changes).withDues(dues(tip, isTied));
    return tips.create(id, edit, command, true);
  }

  /**
   * @param version that the person has read
   */
  WriteOutcome.OfRequest<KeptTip, TipDecision> change(
      LookAtTip.SeenTip seen, OptionalLong version, Command command, TipCommand wish) {
    List<Check<KeptTip, TipDecision>> checks = new ArrayList<>();
    checks.add(Check.refusal(state -> hidden(seen, state))); // upholds 6
    checks.addAll(Check.of(command, version));
    return tips.change(
        seen.id(),
        checks,
        read -> {
          TipCommand asked = knowing(read.state(), wish);
          TipDecision decided = TipCommand.decide(read.state(), asked, clock.instant());
          if (wish instanceof TipCommand.Erase erase
              && decided instanceof TipDecision.Erased(var _, String with)) {
            // First, because the tombstone does not say who erased the tip, nor of which case.
            trail.ordered(read.id(), command, seen.person(), with, erase.reason());
            takeTipBack.of(read, seen.person());
          }
          return decision(decided, wish, seen.person());
        });
  }

  /** Read after the tip: one that says the search is over finds a case that says who ended it. */
  private TipCommand knowing(KeptTip state, TipCommand wish) {
    return wish instanceof TipCommand.Erase erase
        ? erase.byWhoeverEnded(takeTipBack.isEndedBy(state, erase.by())) // upholds 7
        : wish;
  }

  /** It may have been tied since the look, or its case may be kept from this person. */
  private static Optional<TipDecision> hidden(LookAtTip.SeenTip seen, KeptTip state) {
    return seen.isStillFor(state)
        ? Optional.empty()
        : Optional.of(new TipDecision.Refused(TipCommand.Refusal.NO_SUCH_TIP));
  }

  /** For no request: whatever version the tip has. */
  WriteOutcome.OfChanging<KeptTip, TipDecision> change(String id, TipCommand wish, String by) {
    return tips.change(id, read -> decided(read, wish, by));
  }

  private Decision<KeptTip, TipDecision> decided(
      Guarded<KeptTip> read, TipCommand wish, String by) {
    return decision(TipCommand.decide(read.state(), wish, clock.instant()), wish, by);
  }

  /** People had erased it before a restore; its case may still be searched. */
  WriteOutcome.OfChanging<KeptTip, TipDecision> eraseAgain(String id, String by) {
    return tips.change(
        id,
        read -> {
          takeTipBack.of(read, by); // upholds 7
          return decided(read, new TipCommand.EraseAgain(), by);
        });
  }

  /** The partner whose person graded it takes it back; a copy from before loses it too. */
  WriteOutcome.OfChanging<KeptTip, TipDecision> withdrawn(String id, String by) {
    return tips.change(
        id,
        read -> {
          takeTipBack.of(read, by); // upholds 7
          TipDecision decided =
              TipCommand.decide(read.state(), new TipCommand.EraseAgain(), clock.instant());
          return decided instanceof TipDecision.Changed(GoneTip next)
              ? Decision.write(gone(next, by, ERASED), decided) // upholds 7
              : decision(decided, new TipCommand.EraseAgain(), by);
        });
  }

  /** The time erases a tip that nobody needs any more. */
  void expireIfDue(String id, String by) {
    change(id, new TipCommand.ExpireIfDue(kept), by);
  }

  private Decision<KeptTip, TipDecision> decision(TipDecision decided, TipCommand wish, String by) {
    return switch (decided) {
      case TipDecision.Changed(Tip next) -> Decision.write(edit(next, wish, by), decided);
      case TipDecision.Changed(GoneTip next) -> Decision.write(gone(next, by), decided);
      case TipDecision.Erased(GoneTip stone, var _) ->
          Decision.write(gone(stone, by, ERASED), decided);
      case TipDecision.Unchanged _, TipDecision.Refused _ -> Decision.keep(decided);
    };
  }

  /** Its case may be ending meanwhile, so somebody looks once more. */
  private Edit<KeptTip> edit(Tip next, TipCommand wish, String by) {
    boolean isTied = wish instanceof TipCommand.Tie;
    boolean isErased = wish instanceof TipCommand.EraseAgain; // but for its picture
    Map<String, Instant> dues = dues(next, isTied);
    if (isErased) {
      dues.put(KeptHistory.FORGET_DUE, clock.instant()); // upholds 8
    }
    Edit<KeptTip> edit =
        Edit.<KeptTip>of(next, by, isTied ? TieTipAgain.TIED : changeOf(next, wish)).withDues(dues);
    return wish instanceof TipCommand.OfPicture || isErased ? edit.asEssential() : edit;
  }

  private static String changeOf(Tip next, TipCommand wish) {
    if (!(wish instanceof TipCommand.OfPicture) || next.picture() == null) {
      return CHANGED;
    }
    return switch (next.picture().state()) {
      case LOCKED -> LOCKED;
      case DESTROYED, WITHDRAWN, TAKEN_OVER -> PICTURE_GONE; // upholds 7
      case UNSEEN, SEEN -> CHANGED;
    };
  }

  private Edit<KeptTip> gone(GoneTip next, String by, String... changes) {
    Instant now = clock.instant();
    Map<String, Instant> dues = new TreeMap<>(KeptHistory.goneDues(now, GoneTip.KEPT)); // upholds 8
    dues.put(BYTES_DUE, now); // upholds 8
    return Edit.<KeptTip>of(next, by, changes).withDues(dues).asEssential();
  }

  private Map<String, Instant> dues(Tip tip, boolean isToSettle) {
    Map<String, Instant> dues = new TreeMap<>();
    TipCommand.erasedAt(tip, kept).ifPresent(at -> dues.put(RETENTION_DUE, at)); // upholds 8
    if (isToSettle) {
      dues.put(SETTLE_DUE, clock.instant().plus(SETTLED));
    }
    TipPicture picture = tip.picture();
    if (picture != null && (picture.looked() != null || picture.originalUntil() == null)) {
      dues.put(BYTES_DUE, clock.instant());
    }
    if (picture != null && picture.originalUntil() != null) {
      dues.put(ORIGINAL_DUE, picture.originalUntil()); // upholds 8
    }
    return dues;
  }

  /** Removes the due of bytes that are deleted. */
  void deleted(Guarded<KeptTip> read) {
    Map<String, Instant> left = new TreeMap<>(read.dues());
    left.remove(BYTES_DUE);
    tips.note(read, read.state(), left);
  }

  /** Nothing had ended. */
  void settled(Guarded<KeptTip> read) {
    if (read.dues().containsKey(SETTLE_DUE) && read.state() instanceof Tip tip) {
      tips.note(read, tip, dues(tip, false));
    }
  }
}
