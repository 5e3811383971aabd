package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Applies the journal to an empty engine. */
final class Replay {
  /** Runs one command on the engine. */
  interface Commands {
    Document run(String database, Document command);
  }

  private final Commands commands;
  private final JournaledDocuments journaled;
  private boolean headed;
  private boolean snapshotWhole;

  Replay(Commands commands, JournaledDocuments journaled) {
    this.commands = commands;
    this.journaled = journaled;
  }

  boolean isSnapshotWhole() {
    return snapshotWhole;
  }

  /**
   * @param body the same, as it lies in the journal
   * @param at where it lies
   */
  void apply(Document entry, ByteBuffer body, long at) throws IOException {
    if (!headed) {
      JournalRecord.checkHead(entry);
      headed = true;
    } else if (JournalRecord.isSnapshotEnd(entry)) {
      snapshotWhole = true;
    } else {
      journaled.expect(JournalRecord.command(entry), body, at, JournalRecord.held(entry));
      if (JournalRecord.isLive(entry)) {
        applyLive(entry);
      } else {
        applyAgain(entry);
      }
      journaled.forget();
    }
  }

  /** A part of the snapshot must go in whole. */
  private void applyLive(Document entry) throws IOException {
    Document answer = commands.run(JournalRecord.database(entry), JournalRecord.command(entry));
    if (answer.containsKey("writeErrors")) {
      throw new IOException(
          "the journal's snapshot contradicts itself; put a backup of the directory in its place");
    }
  }

  /** A command that was refused when it was new is refused again, the same way. */
  private void applyAgain(Document entry) {
    try {
      commands.run(JournalRecord.database(entry), JournalRecord.command(entry));
    } catch (RuntimeException refusedThenToo) {
      // Journal first means that refused commands are in the journal.
    }
  }
}
