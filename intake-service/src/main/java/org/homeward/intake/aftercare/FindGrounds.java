package org.homeward.intake.aftercare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.store.Incarnation;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.facts.Says;

/**
 * Finds what a decision about whereabouts rests on: the case, the interviews, and other episodes of
 * the same child. A danger that only another case knows keeps the child hidden too.
 */
final class FindGrounds {

  private final GuardedDocuments<KeptCase> cases;
  private final LinkedEpisodes linked;
  private final Interviewed interviewed;
  private final Incarnation incarnation;

  FindGrounds(
      GuardedDocuments<KeptCase> cases,
      LinkedEpisodes linked,
      Interviewed interviewed,
      Incarnation incarnation) {
    this.cases = cases;
    this.linked = linked;
    this.interviewed = interviewed;
    this.incarnation = incarnation;
  }

  /**
   * @param seen the case as the person has looked at it
   * @param children of it who are decided about
   */
  CaseGrounds of(LookAtCase.Seen seen, Set<String> children) {
    Map<String, Elsewhere> elsewhere = new HashMap<>();
    children.forEach(child -> elsewhere.put(child, elsewhere(new EpisodeOf(seen.id(), child))));
    return new CaseGrounds(seen, interviewed.spoken(seen.id()), elsewhere, incarnation.number());
  }

  private Elsewhere elsewhere(EpisodeOf episode) {
    LinkedEpisodes.Linked others = linked.of(episode);
    Set<String> states = new TreeSet<>(others.said());
    List<Says> says = new ArrayList<>();
    List<String> ids = others.others().stream().map(EpisodeOf::caseId).distinct().toList();
    for (Guarded<KeptCase> found : cases.find(ids)) {
      if (found.state() instanceof Case live) {
        live.reports().forEach(report -> says.add(report.report().says()));
        states.add(found.id() + "/" + facts(live.reports()));
      }
    }
    return new Elsewhere(says, Hashes.of(String.join(" ", states).getBytes(UTF_8)));
  }

  /** Each report and each amendment is one more; nothing makes it fewer. */
  static int facts(List<KeptReport> reports) {
    return reports.stream().mapToInt(report -> 1 + report.amendments()).sum();
  }
}
