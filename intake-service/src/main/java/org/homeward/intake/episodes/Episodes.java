package org.homeward.intake.episodes;

import java.util.List;
import java.util.Set;
import org.homeward.durable.document.Guarded;

/**
 * The episodes of one child as one person sees them: those whose cases she may see, by links both
 * of whose cases she may see.
 *
 * @param start the one that was asked for
 * @param all with the start
 * @param links those between them, also those that were undone
 */
public record Episodes(EpisodeOf start, Set<EpisodeOf> all, List<Guarded<Link>> links) {

  public Episodes {
    all = Set.copyOf(all);
    links = List.copyOf(links);
  }
}
