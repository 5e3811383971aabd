package org.homeward.intake.episodes;

/** Hears that another episode of a child is erased, while it is still known which. */
@FunctionalInterface
public interface EpisodeErased {

  /**
   * Safe to repeat.
   *
   * @param left the episode that was linked with the erased one
   */
  void erasedBeside(EpisodeOf left);
}
