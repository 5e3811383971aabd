package org.homeward.intake.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.intake.carefiles.LookAtCareFile;

/**
 * Carries out what members write down about support; rings each day while a plan waits for its
 * review. A support goes with its file.
 */
final class ChangeSupport implements AlarmHandler, LookAtCareFile.ErasedBesideFile {

  private static final String BY = "intake";
  private static final String REVIEW_DUE = "review";
  private static final String SETTLE_DUE = "settle";

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** A file may be erased where nobody knew this room. */
  private static final Duration EVERY = Duration.ofDays(1);

  private final GuardedDocuments<KeptSupport> supports;
  private final LookAtCareFile lookAtCareFile;
  private final Consumer<String> bell;
  private final Clock clock;

  /**
   * @param bell rings for the file of this id
   */
  ChangeSupport(
      GuardedDocuments<KeptSupport> supports,
      LookAtCareFile lookAtCareFile,
      Consumer<String> bell,
      Clock clock) {
    this.supports = supports;
    this.lookAtCareFile = lookAtCareFile;
    this.bell = bell;
    this.clock = clock;
  }

  /** Empty where nobody has written anything down. */
  Support of(LookAtCareFile.SeenFile seen) {
    return supports
        .find(seen.id())
        .map(read -> read.state() instanceof Support it ? it : Support.EMPTY)
        .orElse(Support.EMPTY);
  }

  /** The plans of all files that the person may open, what is due first; the look is recorded. */
  Map<String, Plan> plans(Caller caller) {
    Map<String, Plan> all = plans();
    Set<String> mayOpen = lookAtCareFile.among(all.keySet(), caller);
    lookAtCareFile.record(mayOpen, caller); // upholds 10
    Map<String, Plan> shown = new LinkedHashMap<>();
    all.entrySet().stream()
        .filter(each -> mayOpen.contains(each.getKey())) // upholds 6
        .sorted(Comparator.comparing(each -> each.getValue().reviewBy()))
        .forEach(each -> shown.put(each.getKey(), each.getValue()));
    return shown;
  }

  /** The plans of all files, by file, whoever may open them. */
  Map<String, Plan> plans() {
    Map<String, Plan> all = new TreeMap<>();
    supports
        .each(KeptSupport.KEPT, KeptSupport.SUPPORT)
        .forEach(
            read -> {
              if (read.state() instanceof Support it && it.plan() != null) {
                all.put(read.id(), it.plan());
              }
            });
    return all;
  }

  WriteOutcome.OfPuttingOnce<KeptSupport, SupportDecision> change(
      LookAtCareFile.SeenFile seen, Command command, SupportCommand wish) {
    return supports.put(seen.id(), command, read -> decided(read, wish, seen.person()));
  }

  private Decision<KeptSupport, SupportDecision> decided(
      Optional<Guarded<KeptSupport>> read, SupportCommand wish, String by) {
    KeptSupport state = read.map(Guarded::state).orElse(Support.EMPTY);
    Instant now = clock.instant();
    SupportDecision decided = SupportDecisions.decide(state, wish, now);
    return switch (decided) {
      case SupportDecision.Changed(Support next) ->
          Decision.write(Edit.<KeptSupport>of(next, by).withDues(dues(next)), decided);
      case SupportDecision.Gone() ->
          Decision.write(
              Edit.<KeptSupport>of(GoneSupport.GONE, by)
                  .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
                  .asEssential(),
              decided);
      case SupportDecision.Unchanged _, SupportDecision.Refused _ -> Decision.keep(decided);
    };
  }

  private Map<String, Instant> dues(Support support) {
    Map<String, Instant> dues = new TreeMap<>();
    dues.put(SETTLE_DUE, clock.instant().plus(SETTLED));
    if (support.plan() != null) {
      dues.put(REVIEW_DUE, support.plan().reviewBy()); // upholds 11
    }
    return dues;
  }

  /** The mark is written where there was nothing too: somebody may be writing the first need. */
  @Override
  public void fileErased(String file) {
    WriteOutcome<KeptSupport, SupportDecision> _ =
        supports.put(file, read -> decided(read, new SupportCommand.Erase(), BY)); // upholds 7
  }

  @Override
  public void due(String id) {
    Instant now = clock.instant();
    supports
        .find(id)
        .filter(
            read -> read.dueAt(now).contains(REVIEW_DUE) || read.dueAt(now).contains(SETTLE_DUE))
        .ifPresent(read -> due(read, now));
  }

  private void due(Guarded<KeptSupport> read, Instant now) {
    if (!(read.state() instanceof Support support)) {
      return;
    }
    if (!lookAtCareFile.isThere(read.id())) {
      fileErased(read.id());
      return;
    }
    boolean rings =
        support.plan() != null
            && support.plan().isOverdue(now)
            && read.dueAt(now).contains(REVIEW_DUE);
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(SETTLE_DUE, now.plus(EVERY));
    if (rings) {
      dues.put(REVIEW_DUE, now.plus(EVERY));
    }
    if (supports.note(read, support, dues) && rings) {
      bell.accept(read.id()); // upholds 11
    }
  }

  /** How many plans wait for their review, whoever may open them. */
  long overdue() {
    Instant now = clock.instant();
    return supports
        .each(KeptSupport.KEPT, KeptSupport.SUPPORT)
        .filter(
            read ->
                read.state() instanceof Support it && it.plan() != null && it.plan().isOverdue(now))
        .count();
  }
}
