package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;

/** Applies what the journal holds to an empty engine. */
final class Replay {
  /** Runs one command on the engine. */
  interface Commands {
    Document run(String database, Document command);
  }

  private final Commands commands;
  private boolean headed;
  private boolean snapshotWhole;

  Replay(Commands commands) {
    this.commands = commands;
  }

  boolean isSnapshotWhole() {
    return snapshotWhole;
  }

  void apply(Document entry) throws IOException {
    if (!headed) {
      JournalRecord.checkHead(entry);
      headed = true;
    } else if (JournalRecord.isSnapshotEnd(entry)) {
      snapshotWhole = true;
    } else if (JournalRecord.isLive(entry)) {
      applyLive(entry);
    } else {
      applyAgain(entry);
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
