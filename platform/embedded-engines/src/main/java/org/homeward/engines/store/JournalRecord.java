package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32C;

/** One entry of the journal on disk: mark, length, CRC-32C, BSON. */
final class JournalRecord {
  static final int MARK = 0x484A4E4C;
  static final int HEADER = 12;
  private static final int FORMAT = 1;

  private JournalRecord() {}

  /** The first record of every journal, so that a foreign file is not taken for a torn journal. */
  static ByteBuf head() {
    return encode(new Document("format", FORMAT));
  }

  /** Ends the snapshot; the move into place is atomic, so a journal without it lost a part. */
  static ByteBuf snapshotEnd() {
    return encode(new Document("snapshotEnd", true));
  }

  static ByteBuf of(String database, Document command) {
    return encode(new Document("database", database).append("command", command));
  }

  /**
   * A command that makes documents which live at the time of a rewrite.
   *
   * @param held indexes of those that have changed since they were made
   */
  static ByteBuf live(String database, Document command, List<Integer> held) {
    return encode(
        new Document("database", database)
            .append("command", command)
            .append("live", true)
            .append("held", held));
  }

  /** The entry without its header, which is on disk in front of it. */
  static ByteBuffer body(ByteBuf record) {
    return record.nioBuffer(HEADER, record.writerIndex() - HEADER);
  }

  static Collection<?> held(Document entry) {
    return entry.get("held") instanceof Collection<?> held ? held : List.of();
  }

  static boolean isLive(Document entry) {
    return entry.containsKey("live");
  }

  static boolean isSnapshotEnd(Document entry) {
    return entry.containsKey("snapshotEnd");
  }

  static String database(Document entry) {
    return Fields.text(entry, "database");
  }

  static Document command(Document entry) {
    return Fields.part(entry, "command");
  }

  static void checkHead(Document entry) throws IOException {
    if (!Integer.valueOf(FORMAT).equals(entry.get("format"))) {
      throw new IOException(
          "the journal has a format that this version does not know; start the version that wrote"
              + " it");
    }
  }

  static int crc(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static ByteBuf encode(Document entry) {
    ByteBuf record = Unpooled.buffer(1024).writeZero(HEADER);
    BsonEncoder.encodeDocument(entry, record);
    int length = record.readableBytes() - HEADER;
    record.setInt(0, MARK).setInt(4, length).setInt(8, crc(record.nioBuffer(HEADER, length)));
    return record;
  }
}
