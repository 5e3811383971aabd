package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.snapshots.CaseSnapshot;

/**
 * A call in which police were told of a report. The feed does not repeat the words of the call.
 *
 * @param ref the reference that the desk gave; {@code none} when it gave none
 */
public record ToldByPhone(Instant at, String ref) {

  public ToldByPhone {
    requireNonNull(at, "at");
    requireNonNull(ref, "ref");
  }

  /** The calls about a case, the newest first. */
  static List<ToldByPhone> of(CaseSnapshot told) {
    return told.reports().stream()
        .map(Report::policeRelease)
        .filter(PoliceRelease.ByPhone.class::isInstance)
        .map(PoliceRelease.ByPhone.class::cast)
        .map(call -> new ToldByPhone(call.at(), call.ref()))
        .sorted(Comparator.comparing(ToldByPhone::at).reversed())
        .toList();
  }
}
