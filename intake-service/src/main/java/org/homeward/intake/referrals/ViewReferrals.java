package org.homeward.intake.referrals;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.access.Caller;
import org.homeward.intake.carefiles.LookAtCareFile;

/** Lists referrals: those of one file, and what is to be done over all that a person may open. */
final class ViewReferrals {

  private final GuardedDocuments<KeptReferral> referrals;
  private final LookAtCareFile lookAtCareFile;
  private final Clock clock;

  ViewReferrals(
      GuardedDocuments<KeptReferral> referrals, LookAtCareFile lookAtCareFile, Clock clock) {
    this.referrals = referrals;
    this.lookAtCareFile = lookAtCareFile;
    this.clock = clock;
  }

  /** Which of those that are open. */
  enum Which {
    ALL,
    /** The next step is the reader's own. */
    WITH_ME,
    /** A provider or a colleague is next. */
    WITH_OTHERS,
    OVERDUE;

    boolean takes(Referral referral, String reader, Instant now) {
      boolean mine = referral.stage().isOurs() && referral.owner().equals(reader);
      return switch (this) {
        case ALL -> true;
        case WITH_ME -> mine;
        case WITH_OTHERS -> !mine;
        case OVERDUE -> referral.isOverdue(now);
      };
    }
  }

  /** One that is no tombstone. */
  record Known(String id, long version, Referral referral) {}

  /** Those of a file that the person has looked at, the newest deadline first. */
  List<Known> of(LookAtCareFile.SeenFile seen) {
    return known(referrals.each(KeptReferral.FILE, seen.id()))
        .sorted(Comparator.comparing((Known each) -> each.referral().due()).reversed())
        .toList();
  }

  /** One of them. */
  Optional<Known> one(LookAtCareFile.SeenFile seen, String id) {
    return known(referrals.find(id).stream())
        .filter(each -> each.referral().file().equals(seen.id())) // upholds 6
        .findFirst();
  }

  /** Referrals by due time, over all files that the person may open; the look is recorded. */
  List<Known> open(Which which, int limit, Caller caller) {
    Instant now = clock.instant();
    List<Known> all =
        open().stream().filter(each -> which.takes(each.referral(), caller.person(), now)).toList();
    Set<String> mayOpen = lookAtCareFile.among(files(all), caller);
    List<Known> shown =
        all.stream()
            .filter(each -> mayOpen.contains(each.referral().file())) // upholds 6
            .sorted(Comparator.comparing((Known each) -> each.referral().due()))
            .limit(limit)
            .toList();
    lookAtCareFile.record(files(shown), caller); // upholds 10
    return shown;
  }

  /** All that are open, whoever may open their files. */
  List<Known> open() {
    return known(referrals.each(KeptReferral.STANDING, Referral.Standing.OPEN.name())).toList();
  }

  private static Set<String> files(List<Known> some) {
    return some.stream().map(each -> each.referral().file()).collect(Collectors.toSet());
  }

  private static Stream<Known> known(Stream<Guarded<KeptReferral>> found) {
    return found.flatMap(
        read ->
            read.state() instanceof Referral live
                ? Stream.of(new Known(read.id(), read.version(), live))
                : Stream.empty());
  }

  /** How many are overdue, whoever may open them. */
  long overdue() {
    Instant now = clock.instant();
    return open().stream().filter(each -> each.referral().isOverdue(now)).count();
  }
}
