package org.homeward.schema.disclosure;

import java.util.EnumSet;
import java.util.Set;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides the part of a report that may go to the topic of cases, where every service of the node
 * can read it.
 */
public final class TopicFilter {

  private static final Set<Audience> INSIDE_INTAKE =
      EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT, Audience.SEALED);

  /**
   * A report's limit on a field is published even if its value is not. Otherwise another report's
   * value of the field would reach readers from whom this report keeps it.
   */
  private static final FactFilter FILTER =
      new FactFilter(
          TopicFilter::isKnownOutside, field -> isKnownOutside(field.largest()), kept -> {});

  private TopicFilter() {}

  /** Held reports as id and release; of others, nothing that stays inside intake. */
  public static Report forReaders(Report report) {
    if (report.isHeld()) {
      return Report.withoutContent(report.id(), report.policeRelease()); // upholds 12
    }
    ObjectNode says = SaysCodec.write(report.says());
    FILTER.apply(says); // upholds 8
    return new Report(
        report.id(),
        report.at(),
        report.channel(),
        forReaders(report.policeRelease()),
        Binding.bind(Says.class, says));
  }

  /** The name of an officer stays with the case team. */
  private static PoliceRelease forReaders(PoliceRelease release) {
    if (release instanceof PoliceRelease.ByPhone told) return told.withoutOfficer(); // upholds 8
    return release;
  }

  private static boolean isKnownOutside(Set<Audience> audiences) {
    return !INSIDE_INTAKE.containsAll(audiences);
  }
}
