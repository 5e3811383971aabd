package org.homeward.intake.finding;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.Households;
import org.homeward.schema.values.Audience;

/** Finds by the index who lives with a child. */
final class FindHousehold implements Households {

  /** A home for children may be the home of many. */
  private static final int MOST = 40;

  private final CaseIndex cases;
  private final ChildIndex children;

  FindHousehold(CaseIndex cases, ChildIndex children) {
    this.cases = cases;
    this.children = children;
  }

  @Override
  public Optional<List<Member>> with(Set<EpisodeOf> child, boolean exercise, Viewer viewer) {
    if (!cases.isBuilt()) {
      return Optional.empty();
    }
    Set<String> ids = child.stream().map(EpisodeOf::caseId).collect(Collectors.toSet());
    Map<EpisodeOf, Set<By>> found = new LinkedHashMap<>();
    for (KnownChild own : children.of(ids)) {
      if (child.contains(episode(own)) && isShown(own, viewer)) {
        for (String key : own.household()) {
          for (KnownChild other : children.sharing(key)) {
            if (!isShown(other, viewer)) continue; // upholds 6
            if (other.isExercise() != exercise) continue; // upholds 9
            if (!ids.contains(other.caseId())) {
              found
                  .computeIfAbsent(episode(other), _ -> EnumSet.noneOf(By.class))
                  .add(HouseholdKeys.by(key));
            }
          }
        }
      }
    }
    return Optional.of(
        found.entrySet().stream()
            .limit(MOST)
            .map(each -> new Member(each.getKey(), List.copyOf(each.getValue())))
            .toList());
  }

  private static EpisodeOf episode(KnownChild known) {
    return new EpisodeOf(known.caseId(), known.childId());
  }

  private static boolean isShown(KnownChild known, Viewer viewer) {
    return known.isShownTo(viewer.person(), viewer.circles().contains(Audience.CONFIDANT));
  }
}
