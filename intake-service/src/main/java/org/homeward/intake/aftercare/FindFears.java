package org.homeward.intake.aftercare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.schema.facts.Feared;

/**
 * Finds whom a child fears, whoever said it: reports, hearings and interviews of its case and of
 * its other episodes. It is for rules that keep people away from the child, and never for a reader.
 */
public final class FindFears {

  private final Function<Set<String>, List<KeptCase>> cases;
  private final LinkedEpisodes linked;
  private final Function<String, Aftercare> aftercare;
  private final Interviewed interviewed;

  FindFears(
      Function<Set<String>, List<KeptCase>> cases,
      LinkedEpisodes linked,
      Function<String, Aftercare> aftercare,
      Interviewed interviewed) {
    this.cases = cases;
    this.linked = linked;
    this.aftercare = aftercare;
    this.interviewed = interviewed;
  }

  /** Empty where nobody has answered the question. */
  public Set<Feared> of(String caseId, String child) {
    Set<String> ids =
        linked.of(new EpisodeOf(caseId, child)).others().stream()
            .map(EpisodeOf::caseId)
            .collect(Collectors.toCollection(HashSet::new));
    ids.add(caseId);
    return Fears.named(
        cases.apply(ids).stream()
            .flatMap(each -> each instanceof Case live ? live.reports().stream() : Stream.of())
            .map(each -> each.report().says()),
        ids.stream().flatMap(id -> interviewed.spoken(id).feared().stream()),
        ids.stream().map(aftercare));
  }
}
