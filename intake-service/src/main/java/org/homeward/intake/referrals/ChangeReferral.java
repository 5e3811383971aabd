package org.homeward.intake.referrals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.carefiles.LookAtCareFile;

/**
 * Writes referrals down and carries out what members do about them; rings each day while a step is
 * overdue. A referral goes with its file.
 */
final class ChangeReferral implements AlarmHandler, LookAtCareFile.ErasedBesideFile {

  private static final String BY = "intake";
  private static final String RING_DUE = "ring";
  private static final String SETTLE_DUE = "settle";

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** A file may be erased where nobody knew this room. */
  private static final Duration EVERY = Duration.ofDays(1);

  private final GuardedDocuments<KeptReferral> referrals;
  private final Predicate<String> isFile;
  private final Consumer<String> bell;
  private final Clock clock;

  /**
   * @param isFile whether there is such a care file
   * @param bell rings for the referral of this id
   */
  ChangeReferral(
      GuardedDocuments<KeptReferral> referrals,
      Predicate<String> isFile,
      Consumer<String> bell,
      Clock clock) {
    this.referrals = referrals;
    this.isFile = isFile;
    this.bell = bell;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptReferral, Boolean> draft(Referral referral, Command command) {
    Edit<KeptReferral> edit =
        Edit.<KeptReferral>of(referral, referral.owner()).withDues(dues(referral));
    return referrals.create(UUID.randomUUID().toString(), edit, command, true);
  }

  /**
   * @param version that the person has read
   */
  WriteOutcome.OfRequest<KeptReferral, ReferralDecision> change(
      String id, OptionalLong version, Command command, ReferralCommand wish, String by) {
    return referrals.change(
        id,
        Check.of(command, version),
        read -> decision(ReferralDecisions.decide(read.state(), wish, clock.instant()), by));
  }

  private Decision<KeptReferral, ReferralDecision> decision(ReferralDecision decided, String by) {
    return switch (decided) {
      case ReferralDecision.Changed(Referral next) ->
          Decision.write(
              Edit.<KeptReferral>of(next, by).withDues(dues(next)).asEssential(), decided);
      case ReferralDecision.Gone() ->
          Decision.write(
              Edit.<KeptReferral>of(GoneReferral.GONE, by)
                  .withDues(
                      KeptHistory.goneDues(clock.instant(), GoneReferral.KEPT_FOR)) // upholds 8
                  .asEssential(),
              decided);
      case ReferralDecision.Unchanged _, ReferralDecision.Refused _, ReferralDecision.NotNow _ ->
          Decision.keep(decided);
    };
  }

  private Map<String, Instant> dues(Referral referral) {
    Map<String, Instant> dues = new TreeMap<>();
    dues.put(SETTLE_DUE, clock.instant().plus(SETTLED));
    if (referral.isOpen()) {
      dues.put(RING_DUE, referral.due()); // upholds 11
    }
    return dues;
  }

  @Override
  public void fileErased(String file) {
    List<String> ids = referrals.each(KeptReferral.FILE, file).map(Guarded::id).toList();
    ids.forEach(this::erase); // upholds 7
  }

  private void erase(String id) {
    WriteOutcome.OfChanging<KeptReferral, ReferralDecision> _ =
        referrals.change(
            id,
            read ->
                decision(
                    ReferralDecisions.decide(
                        read.state(), new ReferralCommand.Erase(), clock.instant()),
                    BY));
  }

  @Override
  public void due(String id) {
    Instant now = clock.instant();
    referrals
        .find(id)
        .filter(read -> read.dueAt(now).contains(RING_DUE) || read.dueAt(now).contains(SETTLE_DUE))
        .ifPresent(read -> due(read, now));
  }

  private void due(Guarded<KeptReferral> read, Instant now) {
    if (!(read.state() instanceof Referral referral)) {
      return;
    }
    if (!isFile.test(referral.file())) {
      erase(read.id()); // upholds 7
      return;
    }
    boolean rings = referral.isOverdue(now) && read.dueAt(now).contains(RING_DUE);
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(SETTLE_DUE, now.plus(EVERY));
    if (rings) {
      dues.put(RING_DUE, now.plus(EVERY));
    }
    if (referrals.note(read, referral, dues) && rings) {
      bell.accept(read.id()); // upholds 11
    }
  }
}
