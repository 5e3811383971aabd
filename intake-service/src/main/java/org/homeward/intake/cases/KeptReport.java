package org.homeward.intake.cases;

import java.time.Instant;
import java.util.List;
import org.homeward.durable.document.Command;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.proposals.ReleaseProposals;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/**
 * A report inside its case.
 *
 * @param newChildren ids of the children it brought, in the order in which it named them
 * @param by the opaque id of the person who took it
 * @param command the request that made it, kept with it however many others follow
 * @param releaseReason why it was released against the proposal, in the words of whoever did
 */
public record KeptReport(
    Report report,
    List<String> newChildren,
    Proposal proposal,
    String by,
    Command command,
    @Nullable String releaseReason) {

  public KeptReport {
    newChildren = newChildren == null ? List.of() : List.copyOf(newChildren);
  }

  /**
   * A report that was just taken. Every report starts held: a person decides whether the police may
   * know it.
   *
   * @param known what the case says already; it tells with the report how soon to review
   */
  public static KeptReport held(
      String id,
      Channel channel,
      HoldReason why,
      Says says,
      List<String> newChildren,
      Says known,
      Command command,
      String by,
      Instant now) {
    Says all = CaseFacts.fold(List.of(known, says));
    var held = new PoliceRelease.Held(Code.of(why), HoldReviews.next(all, now));
    var report = new Report(id, now, Code.of(channel), held, says);
    return new KeptReport(report, newChildren, proposed(says), by, command, null);
  }

  public String id() {
    return report.id();
  }

  /** The same under another release. */
  KeptReport releasedAs(PoliceRelease release) {
    var changed = new Report(report.id(), report.at(), report.channel(), release, report.says());
    return new KeptReport(changed, newChildren, proposal, by, command, releaseReason);
  }

  /** Its own facts decide its proposal, until {@link #beside} other reports stand. */
  public KeptReport saying(Says says) {
    var amended =
        new Report(report.id(), report.at(), report.channel(), report.policeRelease(), says);
    return new KeptReport(amended, newChildren, proposed(says), by, command, releaseReason);
  }

  /**
   * With what is proposed for it by all that the case says.
   *
   * @param all what every report says, this one included, in their order
   */
  KeptReport beside(List<Says> all) {
    Proposal now = ReleaseProposals.propose(report.says(), all).proposal();
    return new KeptReport(report, newChildren, now, by, command, releaseReason);
  }

  private static Proposal proposed(Says says) {
    return ReleaseProposals.propose(says, List.of(says)).proposal();
  }

  public KeptReport withNewChildren(List<String> brought) {
    return new KeptReport(report, brought, proposal, by, command, releaseReason);
  }

  KeptReport because(@Nullable String reason) {
    return new KeptReport(report, newChildren, proposal, by, command, reason);
  }

  @Override
  public String toString() {
    return "KeptReport[" + report.id() + "]";
  }
}
