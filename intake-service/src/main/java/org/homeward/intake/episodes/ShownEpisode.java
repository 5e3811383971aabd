package org.homeward.intake.episodes;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.homeward.intake.cases.ViewCases;

/** An episode of a child, with its case as a list shows it to a person. */
public record ShownEpisode(EpisodeOf of, ViewCases.View view) {

  static final Comparator<ShownEpisode> NEWEST_FIRST =
      comparing((ShownEpisode each) -> each.view().state().openedAt())
          .reversed()
          .thenComparing(each -> each.of().child());

  /**
   * Those of these episodes that are shown, the newest first.
   *
   * @param views by id of the case
   */
  public static List<ShownEpisode> of(
      Collection<EpisodeOf> all, Map<String, ViewCases.View> views) {
    List<ShownEpisode> shown = new ArrayList<>();
    for (EpisodeOf each : all) {
      ViewCases.View view = views.get(each.caseId());
      if (view != null) {
        shown.add(new ShownEpisode(each, view));
      }
    }
    shown.sort(NEWEST_FIRST);
    return shown;
  }
}
