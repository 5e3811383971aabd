package org.homeward.intake.episodes;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.durable.store.Incarnation;

/**
 * After a restore, undoes links that were undone before it, and erases those of a case that was
 * erased and that the copy does not have. What people linked again after the copy was made stays
 * undone until they say so once more.
 */
public final class UndoLinkAgain {

  /** The kind of a line about a link. */
  public static final String KIND = "link";

  private static final String UNDONE_LINE = "undone";

  private final ChangeLink changeLink;
  private final Predicate<Guarded<?>> isOfTheCopy;

  /**
   * @param incarnation what was written in an earlier one is of the copy
   */
  UndoLinkAgain(ChangeLink changeLink, Incarnation incarnation) {
    this.changeLink = changeLink;
    this.isOfTheCopy = read -> read.version() < incarnation.after(0);
  }

  /** The line of an undone link for the ends log. */
  static List<EndsLine> line(Guarded<KeptLink> document, PendingChange change) {
    return change.type().equals(ChangeLink.UNDONE)
        ? List.of(
            new EndsLine(
                change.at(), KIND + "/" + document.id(), change.n(), UNDONE_LINE, Map.of()))
        : List.of();
  }

  /** Applies a line about a link; safe to repeat. */
  public Replayed replay(EndsLine line) {
    if (!line.what().equals(UNDONE_LINE)) {
      return Replayed.MISSING;
    }
    return changeLink.unlinkAgain(line.id(), line.version(), isOfTheCopy)
        ? Replayed.DONE
        : Replayed.KNOWN;
  }

  /** A case that the copy has tells its links itself that it is erased. */
  public void caseIsMissing(String caseId) {
    changeLink.eraseOf(caseId); // upholds 7
  }
}
