package org.homeward.intake.episodes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.cases.Viewer;

/** Knows which children live together. */
@FunctionalInterface
public interface Households {

  /** The fact by which children live together. */
  enum By {
    /** The same home. */
    HOME,
    /** The same parent or guardian has called. */
    CAREGIVER
  }

  /** A child of another case who lives where one of these lives. */
  record Member(EpisodeOf of, List<By> by) {

    public Member {
      by = List.copyOf(by);
    }
  }

  /**
   * Those of other cases who live with one of these, as far as this person may know; empty while
   * this process has not read all cases.
   */
  Optional<List<Member>> with(Set<EpisodeOf> child, boolean exercise, Viewer viewer);
}
