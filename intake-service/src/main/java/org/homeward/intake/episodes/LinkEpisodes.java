package org.homeward.intake.episodes;

/** Links a child with the case in which it is missing again. */
@FunctionalInterface
public interface LinkEpisodes {

  /**
   * Safe to repeat; what a person has said about these two since stands.
   *
   * @param by opaque id of the person who took the report
   */
  void again(EpisodeOf before, EpisodeOf now, boolean exercise, String by);
}
