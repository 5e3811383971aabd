package org.homeward.intake.episodes;

import java.util.Set;

/**
 * Knows the other episodes of a child whoever may see them: for a rule that keeps a child hidden,
 * and never for a reader.
 */
@FunctionalInterface
public interface LinkedEpisodes {

  /** The others, from link to link. */
  Linked of(EpisodeOf start);

  /**
   * The others of one child.
   *
   * @param said changes with every statement about a link on the way, one that undoes it too
   */
  record Linked(Set<EpisodeOf> others, Set<String> said) {

    public Linked {
      others = Set.copyOf(others);
      said = Set.copyOf(said);
    }
  }
}
