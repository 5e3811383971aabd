package org.homeward.intake.cases;

import org.homeward.durable.document.Command;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/**
 * A report inside its case.
 *
 * @param by the opaque id of the person who took it
 * @param command the request that made it, kept with it however many others follow
 * @param releaseReason why it was released against the proposal, in the words of whoever did
 */
public record KeptReport(
    Report report, Proposal proposal, String by, Command command, @Nullable String releaseReason) {

  public String id() {
    return report.id();
  }

  KeptReport with(Report changed) {
    return new KeptReport(changed, proposal, by, command, releaseReason);
  }

  KeptReport saying(Says says) {
    return with(
        new Report(report.id(), report.at(), report.channel(), report.policeRelease(), says));
  }

  KeptReport because(@Nullable String reason) {
    return new KeptReport(report, proposal, by, command, reason);
  }

  @Override
  public String toString() {
    return "KeptReport[" + report.id() + "]";
  }
}
