package org.homeward.intake.episodes;

import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;

/**
 * A child as one person may see her, over all cases.
 *
 * @param episodes the newest first
 * @param links between them, also those that were undone
 * @param siblings those who were missing with her, or ever with one who is the same child
 * @param household those who live where she lives; empty while this process cannot tell
 */
record ChildView(
    EpisodeOf start,
    boolean exercise,
    List<ShownEpisode> episodes,
    List<Guarded<Link>> links,
    List<Sibling> siblings,
    Optional<List<Housemate>> household) {

  ChildView {
    episodes = List.copyOf(episodes);
    links = List.copyOf(links);
    siblings = List.copyOf(siblings);
  }

  /** Another child, in those of these cases that are about her. */
  record Sibling(List<ShownEpisode> in) {

    Sibling {
      in = List.copyOf(in);
    }
  }

  /**
   * A child of another case.
   *
   * @param by the facts by which they live together
   */
  record Housemate(ShownEpisode in, List<Households.By> by) {

    Housemate {
      by = List.copyOf(by);
    }
  }
}
