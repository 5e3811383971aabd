package org.homeward.intake.aftercare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.store.Incarnation;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.json.SaysCodec;

/**
 * Finds what a decision about whereabouts rests on: the case, the interviews, and whether its
 * children have other episodes.
 */
final class FindGrounds {

  private final LinkedEpisodes linked;
  private final Interviewed interviewed;
  private final Incarnation incarnation;
  private final DerivedIds ids;

  FindGrounds(
      LinkedEpisodes linked, Interviewed interviewed, Incarnation incarnation, DerivedIds ids) {
    this.linked = linked;
    this.interviewed = interviewed;
    this.incarnation = incarnation;
    this.ids = ids;
  }

  /**
   * @param seen the case as the person has looked at it
   */
  CaseGrounds of(LookAtCase.Seen seen) {
    return new CaseGrounds(
        seen,
        interviewed.spoken(seen.id()),
        links(seen),
        new GroundCodes(ids, seen.person()),
        incarnation());
  }

  /** How often the data was restored. */
  int incarnation() {
    return incarnation.number();
  }

  /** Of all children of the case: who knows of one often knows where the others are. */
  private LinkedEpisodes.Linked links(LookAtCase.Seen seen) {
    Set<EpisodeOf> others = new HashSet<>();
    Set<String> said = new HashSet<>();
    for (String child : seen.children().keySet()) {
      LinkedEpisodes.Linked of = linked.of(new EpisodeOf(seen.id(), child));
      others.addAll(of.others());
      said.addAll(of.said());
    }
    return new LinkedEpisodes.Linked(others, said);
  }

  /**
   * Names what reports say. What was changed and taken back is not what it was: each change leaves
   * its instant.
   */
  static String facts(List<KeptReport> reports) {
    StringBuilder all = new StringBuilder();
    for (KeptReport report : reports) {
      all.append(report.id()).append(report.amendments());
      all.append(SaysCodec.write(report.report().says()));
      new TreeMap<>(report.amended())
          .forEach((pointer, amended) -> all.append(pointer).append(amended.at()));
    }
    return Hashes.of(all.toString().getBytes(UTF_8));
  }
}
