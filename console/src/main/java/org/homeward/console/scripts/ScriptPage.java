package org.homeward.console.scripts;

import java.util.List;
import java.util.Optional;

/**
 * One text: what is in use, what is proposed, and what was used before.
 *
 * @param occasion when it is needed, in words
 * @param inUse absent when none is
 * @param proposed absent when nothing waits
 * @param mine whether the reader has written the proposal
 * @param earlier editions that were in use before
 * @param typed what stands in the form
 * @param seen the version that the page shows
 * @param wrong why the last press changed nothing, in words; empty when it did
 */
record ScriptPage(
    String id,
    String occasion,
    Optional<Edition> inUse,
    Optional<Edition> proposed,
    boolean mine,
    List<Edition> earlier,
    String typed,
    String seen,
    String key,
    boolean mayApprove,
    String told,
    String wrong) {

  ScriptPage {
    earlier = List.copyOf(earlier);
  }
}
