package org.homeward.intake.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.intake.carefiles.About;
import org.homeward.intake.carefiles.Leaving;
import org.homeward.intake.providers.FindProvider;
import org.homeward.intake.referrals.ReferralDecision.Move;
import org.homeward.intake.screening.Age;
import org.homeward.schema.people.SupportService;
import org.jspecify.annotations.Nullable;

/** Reads what a member says about a referral; what is wrong is left with its fields. */
final class ReferralBody {

  /** A sheet of its own has another address. */
  static final Set<Move> STEPS = EnumSet.complementOf(EnumSet.of(Move.REDRAFT));

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final int WORDS = 1_000;
  private static final Duration LATEST = Duration.ofDays(180);

  private ReferralBody() {}

  /** The provider, where it is in the directory. */
  static Optional<FindProvider.Found> provider(Fields fields, FindProvider directory) {
    String id = fields.requiredText("provider", ID);
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Optional<FindProvider.Found> found = directory.of(id);
    if (found.isEmpty()) {
      fields.wrong("provider", "unknown-provider");
    }
    return found;
  }

  /** The service that the provider is asked for; it has to offer it. */
  static SupportService service(Fields fields, Optional<FindProvider.Found> provider) {
    SupportService service =
        fields.requiredCode("service", EnumSet.complementOf(EnumSet.of(SupportService.OTHER)));
    if (fields.has("service")
        && provider.filter(found -> !found.services().contains(service)).isPresent()) {
      fields.wrong("service", "not-offered");
    }
    return service;
  }

  /** The sheet as the provider would get it. */
  static ReferralSheet sheet(Fields fields, String reference, SupportService service, About about) {
    Set<Share> shares = fields.codes("fields", EnumSet.allOf(Share.class));
    Set<Share> most = Share.mostFor(service);
    int at = 0;
    for (Share each : shares) {
      if (!most.contains(each)) {
        fields.wrong("fields/" + at, "not-for-this-service");
      }
      at++;
    }
    String words = fields.lines("words", WORDS);
    if (ReferralSheet.namesAnyway(about, shares, words)) {
      fields.wrong("words", "names-the-person");
    }
    return ReferralSheet.of(reference, service, about, shares, words);
  }

  /**
   * @param within what counts where nobody names a time
   */
  static Instant due(Fields fields, Duration within, Instant now) {
    Instant due = fields.instant("due");
    if (due == null) {
      return now.plus(within);
    }
    if (!due.isAfter(now)) {
      fields.wrong("due", "too-long-ago");
    } else if (due.isAfter(now.plus(LATEST))) {
      fields.wrong("due", "too-far-ahead");
    }
    return due;
  }

  /** A step, with the fields that it takes and no others. */
  static ReferralCommand step(
      Fields fields, Age age, boolean listed, Duration within, String by, Instant now) {
    Move move = fields.requiredCode("step", STEPS);
    return switch (move) {
      case CONSENT -> consent(fields, by);
      case SEND -> new ReferralCommand.Send(how(fields), age, listed, by);
      case SEE -> new ReferralCommand.See(note(fields), by);
      case ACCEPT -> new ReferralCommand.Accept(due(fields, within, now), note(fields), by);
      case REJECT ->
          new ReferralCommand.Reject(
              fields.requiredCode("reason", EnumSet.allOf(Step.Reason.class)), note(fields), by);
      case FINISH -> new ReferralCommand.Finish(note(fields), by);
      case REVOKE ->
          new ReferralCommand.Revoke(
              fields.code("how", EnumSet.allOf(Step.How.class)),
              fields.requiredLines("note", WORDS),
              by);
      case TAKE_OVER, REDRAFT -> new ReferralCommand.TakeOver(by);
    };
  }

  private static ReferralCommand.Consent consent(Fields fields, String by) {
    Leaving.Ground ground = fields.requiredCode("ground", EnumSet.allOf(Leaving.Ground.class));
    return switch (ground) {
      case CONSENT -> new ReferralCommand.Consent(ground, how(fields), note(fields), by);
      case CHILD_PROTECTION -> new ReferralCommand.Consent(ground, null, note(fields), by);
      case IMMINENT_DANGER ->
          new ReferralCommand.Consent(ground, null, fields.requiredLines("note", WORDS), by);
    };
  }

  private static Step.How how(Fields fields) {
    return fields.requiredCode("how", EnumSet.allOf(Step.How.class));
  }

  private static @Nullable String note(Fields fields) {
    return fields.lines("note", WORDS);
  }

  /** As the page offers them. */
  static List<Share> choices(SupportService service) {
    return Share.mostFor(service).stream().sorted().toList();
  }
}
