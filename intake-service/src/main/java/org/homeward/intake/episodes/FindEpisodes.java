package org.homeward.intake.episodes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;

/**
 * Finds the episodes of a child from link to link. One that must not be shown to the person is not
 * there, and neither is what only it leads to: her answer has the bytes of one where nobody had
 * linked it. Nothing is shown yet, so it is no look.
 */
public final class FindEpisodes implements LinkedEpisodes {

  /** More than the most that one child had in one year. */
  private static final int MOST = 200;

  private final GuardedDocuments<KeptLink> links;
  private final LookAtCase lookAtCase;

  FindEpisodes(GuardedDocuments<KeptLink> links, LookAtCase lookAtCase) {
    this.links = links;
    this.lookAtCase = lookAtCase;
  }

  /**
   * The episodes of a child, the one that is asked for included.
   *
   * @param start of a case that the person may see
   */
  public Episodes of(EpisodeOf start, Viewer viewer) {
    Set<EpisodeOf> all = new LinkedHashSet<>(Set.of(start));
    Map<String, Guarded<Link>> between = new LinkedHashMap<>();
    Set<EpisodeOf> further = Set.of(start);
    while (!further.isEmpty() && all.size() < MOST) {
      further = further(further, start, all, between, viewer);
    }
    return new Episodes(start, all, List.copyOf(between.values()));
  }

  @Override
  public Linked of(EpisodeOf start) {
    Set<EpisodeOf> all = new LinkedHashSet<>(Set.of(start));
    Set<String> said = new HashSet<>();
    Set<EpisodeOf> further = Set.of(start);
    while (!further.isEmpty() && all.size() < MOST) {
      Set<EpisodeOf> next = new LinkedHashSet<>();
      for (EpisodeOf each : further) {
        for (Guarded<Link> link : of(Link.CHILDREN, each.child())) {
          said.add(link.id() + "/" + link.version());
          if (link.state().isLinked()) next.add(link.state().besides(each));
        }
      }
      next.removeIf(each -> !all.add(each));
      further = next;
    }
    all.remove(start);
    return new Linked(all, said);
  }

  /** Those that are one link further. A hidden one costs the same commands as none. */
  private Set<EpisodeOf> further(
      Set<EpisodeOf> from,
      EpisodeOf start,
      Set<EpisodeOf> all,
      Map<String, Guarded<Link>> between,
      Viewer viewer) {
    List<Guarded<Link>> found = new ArrayList<>();
    from.forEach(each -> found.addAll(of(Link.CHILDREN, each.child())));
    Set<String> cases = new HashSet<>(Set.of(start.caseId()));
    found.forEach(link -> cases.addAll(link.state().cases()));
    Set<String> known = lookAtCase.known(cases, viewer);
    Set<EpisodeOf> next = new LinkedHashSet<>();
    for (Guarded<Link> link : found) {
      if (!known.containsAll(link.state().cases())) continue; // upholds 6
      if (link.state().isKeptFrom(viewer.person())) continue; // upholds 6
      between.put(link.id(), link);
      if (link.state().isLinked()) {
        next.add(link.state().one());
        next.add(link.state().other());
      }
    }
    next.removeIf(each -> !all.add(each));
    return next;
  }

  /**
   * The links of a child or of a case, for nobody to see yet; a few are one command, as none is.
   */
  List<Guarded<Link>> of(String field, String id) {
    List<Guarded<Link>> all = new ArrayList<>();
    links
        .each(field, id)
        .forEach(
            each -> {
              if (each.state() instanceof Link link) {
                all.add(
                    Guarded.unstored(
                        each.id(), each.version(), link, each.from(), each.pending(), each.dues()));
              }
            });
    return all;
  }
}
