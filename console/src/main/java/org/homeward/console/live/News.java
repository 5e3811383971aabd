package org.homeward.console.live;

import tools.jackson.databind.JsonNode;

/** The answer of a part of the node. */
sealed interface News {

  Part part();

  /**
   * It has said what changed.
   *
   * @param changes kinds, ids and versions
   * @param anew whether the browser was too far behind, so that it reads everything again
   * @param next where to go on
   */
  record Read(Part part, JsonNode changes, boolean anew, String next) implements News {}

  /** It does not answer; others do. */
  record Away(Part part) implements News {}

  /** It refuses this person's token. */
  record Over(Part part) implements News {}
}
