package org.homeward.intake.episodes;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.Decided;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * Finds children of a case of whom another episode says that they are not missing any more. It is
 * for rules that keep people away from the child, and never for a reader: she may not open the
 * other episode.
 */
public final class FoundElsewhere {

  /** The ends of a search that say nothing of where the child is. */
  private static final Set<Outcome> NO_FIND =
      Collections.unmodifiableSet(EnumSet.of(Outcome.UNRESOLVED, Outcome.WRONG_CHILD));

  private final Function<Set<String>, List<KeptCase>> cases;
  private final LinkedEpisodes linked;

  FoundElsewhere(Function<Set<String>, List<KeptCase>> cases, LinkedEpisodes linked) {
    this.cases = cases;
    this.linked = linked;
  }

  /** By anybody's word; children of this case, by id. */
  public Set<String> of(LookAtCase.Seen seen) {
    return of(seen.id(), seen.children().keySet(), seen.openedAt());
  }

  Set<String> of(String caseId, Set<String> children, Instant openedAt) {
    Map<EpisodeOf, String> others = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (String child : children) {
      for (EpisodeOf other : linked.of(new EpisodeOf(caseId, child)).others()) {
        others.put(other, child);
        ids.add(other.caseId());
      }
    }
    Set<String> found = new HashSet<>();
    for (KeptCase each : ids.isEmpty() ? List.<KeptCase>of() : cases.apply(ids)) {
      if (each instanceof Case live) {
        live.children()
            .forEach(
                (child, state) -> {
                  String here = others.get(new EpisodeOf(live.id(), child));
                  if (here != null && isFoundSince(live, child, state, openedAt)) found.add(here);
                });
      }
    }
    return found;
  }

  /**
   * A word that nobody has verified or taken back counts whenever it was said. An end of before the
   * child was missing again does not; one of which nobody knows when it was does.
   */
  private static boolean isFoundSince(Case other, String child, KeptChild state, Instant since) {
    if (state.status().status() == ChildState.LOCATED_UNVERIFIED) {
      return true;
    }
    return state.hasEnded()
        && !saysNothing(state.status().outcome())
        && other.rulings().decided().stream()
            .filter(each -> each.kind() == Decided.Kind.ENDED && each.about().equals(child))
            .noneMatch(each -> each.at().isBefore(since));
  }

  private static boolean saysNothing(@Nullable Code<Outcome> outcome) {
    return outcome != null && NO_FIND.contains(outcome.value());
  }
}
