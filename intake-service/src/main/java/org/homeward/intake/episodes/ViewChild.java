package org.homeward.intake.episodes;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;

/** Shows a child over all cases to the team; each look is recorded before its answer leaves. */
final class ViewChild {

  private final FindEpisodes findEpisodes;
  private final ViewCases viewCases;
  private final Households households;

  ViewChild(FindEpisodes findEpisodes, ViewCases viewCases, Households households) {
    this.findEpisodes = findEpisodes;
    this.viewCases = viewCases;
    this.households = households;
  }

  /**
   * @param seen a case of the child, as the person has looked at it
   */
  ChildView of(LookAtCase.Seen seen, String child, Viewer viewer) {
    var start = new EpisodeOf(seen.id(), child);
    Episodes episodes = findEpisodes.of(start, viewer);
    Optional<List<Households.Member>> household =
        households.with(episodes.all(), seen.exercise(), viewer);
    Set<String> ids = new LinkedHashSet<>();
    episodes.all().forEach(each -> ids.add(each.caseId()));
    household.ifPresent(all -> all.forEach(each -> ids.add(each.of().caseId())));
    Map<String, ViewCases.View> views = new LinkedHashMap<>();
    viewCases
        .found(List.copyOf(ids), seen.id(), viewer)
        .forEach(view -> views.put(view.state().id(), view));
    return new ChildView(
        start,
        seen.exercise(),
        ShownEpisode.of(episodes.all(), views),
        episodes.links(),
        siblings(episodes.all(), views, viewer),
        household.map(all -> housemates(all, views)));
  }

  /** Other children of these cases; those whom somebody has linked are one. */
  private List<ChildView.Sibling> siblings(
      Set<EpisodeOf> child, Map<String, ViewCases.View> views, Viewer viewer) {
    Set<EpisodeOf> others = new LinkedHashSet<>();
    for (EpisodeOf each : child) {
      ViewCases.View view = views.get(each.caseId());
      if (view != null) {
        view.state()
            .children()
            .keySet()
            .forEach(other -> others.add(new EpisodeOf(each.caseId(), other)));
      }
    }
    others.removeAll(child);
    List<ChildView.Sibling> siblings = new ArrayList<>();
    while (!others.isEmpty()) {
      Set<EpisodeOf> one = linked(others.iterator().next(), others, viewer);
      others.removeAll(one);
      siblings.add(new ChildView.Sibling(ShownEpisode.of(one, views)));
    }
    siblings.sort(comparing(each -> each.in().getFirst(), ShownEpisode.NEWEST_FIRST));
    return siblings;
  }

  /** Both ends of each link are shown in any case, so that it tells nothing else. */
  private Set<EpisodeOf> linked(EpisodeOf start, Set<EpisodeOf> among, Viewer viewer) {
    Set<EpisodeOf> one = new LinkedHashSet<>(Set.of(start));
    List<EpisodeOf> further = List.of(start);
    while (!further.isEmpty()) {
      List<EpisodeOf> next = new ArrayList<>();
      for (EpisodeOf from : further) {
        for (Guarded<Link> link : findEpisodes.of(Link.CHILDREN, from.child())) {
          if (link.state().isKeptFrom(viewer.person())) continue; // upholds 6
          EpisodeOf other = link.state().besides(from);
          if (link.state().isLinked() && among.contains(other) && one.add(other)) {
            next.add(other);
          }
        }
      }
      further = next;
    }
    return one;
  }

  private static List<ChildView.Housemate> housemates(
      List<Households.Member> all, Map<String, ViewCases.View> views) {
    List<ChildView.Housemate> housemates = new ArrayList<>();
    for (Households.Member each : all) {
      for (ShownEpisode shown : ShownEpisode.of(List.of(each.of()), views)) {
        housemates.add(new ChildView.Housemate(shown, each.by()));
      }
    }
    return housemates;
  }
}
