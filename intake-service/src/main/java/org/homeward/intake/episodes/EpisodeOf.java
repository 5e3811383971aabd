package org.homeward.intake.episodes;

import static java.util.Objects.requireNonNull;

/** One episode of a child: the child as one case knows it. */
public record EpisodeOf(String caseId, String child) {

  public EpisodeOf {
    requireNonNull(caseId, "caseId");
    requireNonNull(child, "child");
  }
}
