package org.homeward.intake.carefiles;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.durable.store.Incarnation;

/**
 * After a restore, erases a care file that an earlier copy of the data still has, takes out members
 * who were taken out since, and keeps it from people again. A copy as new as the line is left
 * alone; a member who was taken out and named again after the copy was made is named once more by a
 * person.
 */
public final class CareFileAgain {

  /** The kind of a line about a care file. */
  public static final String KIND = "care-file";

  private static final CareFileCommand ERASE = new CareFileCommand.EraseAgain();

  private final ChangeCareFile changeCareFile;
  private final Predicate<Guarded<?>> isOfTheCopy;

  /** Members by file, from the lines read so far: a replay reads all of them, from the first. */
  private final Map<String, Members> members = new HashMap<>();

  /**
   * The members of a file.
   *
   * @param version of the file that had them
   */
  private record Members(long version, Set<String> people) {}

  /**
   * @param incarnation what was written in an earlier one is of the copy
   */
  CareFileAgain(ChangeCareFile changeCareFile, Incarnation incarnation) {
    this.changeCareFile = changeCareFile;
    this.isOfTheCopy = read -> read.version() < incarnation.after(0);
  }

  /** Applies a line about a file; safe to repeat. */
  public synchronized Replayed replay(EndsLine line) {
    Set<String> people = new TreeSet<>(line.codes().values());
    return switch (line.what()) {
      case CareFileEnds.ERASED -> outcome(changeCareFile.change(line.id(), ERASE, Replay.BY));
      case CareFileEnds.IN -> {
        remember(line.id(), line.version(), people);
        yield Replayed.KNOWN;
      }
      case CareFileEnds.OUT -> shared(line, people, Set.of());
      case CareFileEnds.KEPT -> shared(line, Set.of(), people);
      default -> Replayed.MISSING;
    };
  }

  /** Nobody reads a file by such a line alone, unless nobody would be left. */
  private void remember(String id, long version, Set<String> people) {
    Members now = members.get(id);
    Set<String> all = new TreeSet<>(people);
    if (now != null && now.version() == version) {
      all.addAll(now.people());
    }
    members.put(id, new Members(version, all));
  }

  private Replayed shared(EndsLine line, Set<String> out, Set<String> notTo) {
    Members then = members.get(line.id());
    var wish = new CareFileCommand.ShareAgain(out, notTo, then == null ? Set.of() : then.people());
    WriteOutcome.OfChanging<KeptCareFile, CareFileDecision> outcome =
        changeCareFile.shareAgain(
            line.id(), wish, read -> isOfTheCopy.test(read) && read.version() >= line.version());
    return outcome instanceof WriteOutcome.Absent<KeptCareFile, CareFileDecision>
        ? Replayed.MISSING
        : outcome(outcome);
  }

  private static Replayed outcome(WriteOutcome.OfChanging<KeptCareFile, CareFileDecision> it) {
    return it instanceof WriteOutcome.Written<KeptCareFile, CareFileDecision>
        ? Replayed.DONE // upholds 7
        : Replayed.KNOWN;
  }
}
