package org.homeward.intake.carefiles;

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
import java.util.function.Predicate;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.carefiles.CareFileDecision.Changed;
import org.homeward.intake.carefiles.CareFileDecision.Erased;
import org.homeward.intake.carefiles.CareFileDecision.Gone;
import org.homeward.intake.carefiles.CareFileDecision.Refused;
import org.homeward.intake.carefiles.CareFileDecision.Shared;
import org.homeward.intake.carefiles.CareFileDecision.Unchanged;
import org.homeward.intake.cases.ErasureTrail;

/** Opens care files, and carries out what people and the time do to them. */
final class ChangeCareFile {

  /** The changes that leave the document, for the ends log. */
  static final String ERASED = "care-file.erased.v1";

  static final String SHARED = "care-file.shared.v1";

  static final String LINKS_DUE = "links";

  private static final String BY = "intake";
  private static final String RETENTION_DUE = "retention";
  private static final String GLASS_DUE = "glass";

  private final GuardedDocuments<KeptCareFile> files;
  private final ErasureTrail trail;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param kept how long a file stays after a member last changed it
   */
  ChangeCareFile(
      GuardedDocuments<KeptCareFile> files, ErasureTrail trail, Duration kept, Clock clock) {
    this.files = files;
    this.trail = trail;
    this.kept = kept;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptCareFile, Boolean> open(CareFile file, Command command) {
    Edit<KeptCareFile> edit = Edit.<KeptCareFile>of(file, file.openedBy()).withDues(dues(file));
    return files.create(UUID.randomUUID().toString(), edit, command, true);
  }

  /**
   * @param version that the person has read
   */
  WriteOutcome.OfRequest<KeptCareFile, CareFileDecision> change(
      LookAtCareFile.SeenFile seen, OptionalLong version, Command command, CareFileCommand wish) {
    List<Check<KeptCareFile, CareFileDecision>> checks = new ArrayList<>();
    checks.add(Check.refusal(state -> hidden(seen, state))); // upholds 6
    checks.addAll(Check.of(command, version));
    return files.change(
        seen.id(),
        checks,
        read -> {
          CareFileDecision decided = CareFileDecisions.decide(read.state(), wish, clock.instant());
          if (decided instanceof Erased(var _, String with, var reason)) {
            // First, because the tombstone does not say who erased the file.
            trail.ordered(read.id(), command, seen.person(), with, reason);
          }
          return decision(decided, seen.person());
        });
  }

  /** The membership may have ended since the look. */
  private static Optional<CareFileDecision> hidden(
      LookAtCareFile.SeenFile seen, KeptCareFile state) {
    return seen.isStillFor(state)
        ? Optional.empty()
        : Optional.of(new Refused(CareFileDecision.Refusal.NO_SUCH_FILE));
  }

  /** The officer's word about an opening; the answer tells whether there was something to do. */
  WriteOutcome.OfRequest<KeptCareFile, Boolean> ask(
      String id, Command command, CareFileCommand.Ask wish) {
    return files.change(
        id,
        List.of(Check.once(command)),
        read ->
            switch (decision(
                CareFileDecisions.decide(read.state(), wish, clock.instant()), wish.by())) {
              case Decision.Write<KeptCareFile, CareFileDecision>(var edit, var _) ->
                  Decision.write(edit, true);
              case Decision.Keep<KeptCareFile, CareFileDecision> _ -> Decision.keep(false);
            });
  }

  /** For no request: whatever version the file has. */
  WriteOutcome.OfChanging<KeptCareFile, CareFileDecision> change(
      String id, CareFileCommand wish, String by) {
    return files.change(
        id, read -> decision(CareFileDecisions.decide(read.state(), wish, clock.instant()), by));
  }

  /**
   * After a restore.
   *
   * @param knows whether the copy is as new as what is to be done again
   */
  WriteOutcome.OfChanging<KeptCareFile, CareFileDecision> shareAgain(
      String id, CareFileCommand.ShareAgain wish, Predicate<Guarded<?>> knows) {
    return files.change(
        id,
        read ->
            knows.test(read)
                ? Decision.keep(new Unchanged())
                : decision(
                    CareFileDecisions.decide(read.state(), wish, clock.instant()), Replay.BY));
  }

  /** Closes what a break-glass had opened, and erases what nobody needs any more. */
  void settle(String id) {
    change(id, new CareFileCommand.CloseGlass(), BY);
    change(id, new CareFileCommand.ExpireIfDue(kept), BY);
  }

  private Decision<KeptCareFile, CareFileDecision> decision(CareFileDecision decided, String by) {
    return switch (decided) {
      case Changed(CareFile next) ->
          Decision.write(
              Edit.<KeptCareFile>of(next, by).withDues(dues(next)).asEssential(), decided);
      case Shared(CareFile next) ->
          Decision.write(
              Edit.<KeptCareFile>of(next, by, SHARED).withDues(dues(next)).asEssential(), decided);
      case Gone(GoneCareFile stone) -> Decision.write(gone(stone, by), decided);
      case Erased(GoneCareFile stone, var _, var _) ->
          Decision.write(gone(stone, by, ERASED), decided); // upholds 7
      case Unchanged _, Refused _ -> Decision.keep(decided);
    };
  }

  private Edit<KeptCareFile> gone(GoneCareFile stone, String by, String... changes) {
    Instant now = clock.instant();
    Map<String, Instant> dues =
        new TreeMap<>(KeptHistory.goneDues(now, GoneCareFile.KEPT_FOR)); // upholds 8
    dues.put(LINKS_DUE, now); // upholds 7
    return Edit.<KeptCareFile>of(stone, by, changes).withDues(dues).asEssential();
  }

  private Map<String, Instant> dues(CareFile file) {
    Map<String, Instant> dues = new TreeMap<>();
    dues.put(RETENTION_DUE, file.touchedAt().plus(kept)); // upholds 8
    file.glassUntil(clock.instant()).ifPresent(until -> dues.put(GLASS_DUE, until));
    return dues;
  }

  /** Its links are gone too. */
  void unlinked(Guarded<KeptCareFile> read) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    if (dues.remove(LINKS_DUE) != null) {
      files.note(read, read.state(), dues);
    }
  }
}
