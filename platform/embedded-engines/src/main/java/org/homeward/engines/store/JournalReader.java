package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a journal from its beginning and tells a torn tail from a damaged middle. */
final class JournalReader {
  private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);
  private static final int WINDOW = 1 << 20;

  private final Path path;
  private final FileChannel file;

  JournalReader(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Applies every good record and returns where the last one ends.
   *
   * @throws IOException when a bad record has a good one behind it, or is in the snapshot
   */
  long replay(Replay replay) throws IOException {
    long good = 0;
    for (ByteBuffer body = bodyAt(0); body != null; body = bodyAt(good)) {
      Document entry = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(body.duplicate()));
      replay.apply(entry, body, good + JournalRecord.HEADER);
      good += JournalRecord.HEADER + body.limit();
    }
    if (good > 0 && !replay.isSnapshotWhole()) {
      throw refusedAt(good, "has lost a part of its snapshot");
    }
    long torn = file.size() - good;
    if (torn > 0) {
      if (good == 0) {
        throw refusedAt(good, "does not begin like a journal of this store");
      }
      if (goodRecordAfter(good)) {
        throw refusedAt(good, "is damaged, with good records behind the damage");
      }
      LOG.warn("the last write was torn, never acknowledged, and is cut: {} bytes", torn);
    }
    return good;
  }

  private @Nullable ByteBuffer bodyAt(long position) throws IOException {
    ByteBuffer header = bytesAt(position, JournalRecord.HEADER);
    if (header == null || header.getInt(0) != JournalRecord.MARK || header.getInt(4) < 0) {
      return null;
    }
    ByteBuffer body = bytesAt(position + JournalRecord.HEADER, header.getInt(4));
    return body != null && JournalRecord.crc(body.duplicate()) == header.getInt(8) ? body : null;
  }

  private boolean goodRecordAfter(long bad) throws IOException {
    for (long from = bad + 1; from < file.size(); from += WINDOW) {
      int length = (int) Math.min(WINDOW + Integer.BYTES - 1, file.size() - from);
      ByteBuffer window = bytesAt(from, length);
      for (int i = 0; window != null && i + Integer.BYTES <= length; i++) {
        if (window.getInt(i) == JournalRecord.MARK && bodyAt(from + i) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable ByteBuffer bytesAt(long position, int length) throws IOException {
    if (position + length > file.size()) {
      return null;
    }
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {}
    return bytes.hasRemaining() ? null : bytes.flip();
  }

  private IOException refusedAt(long position, String how) throws IOException {
    return new IOException(
        ("%s %s, at byte %d of %d. The store does not start, so that nothing is lost silently, and"
                + " has changed nothing. Put a backup of the directory in its place; or give up all"
                + " that was written from there on with: truncate -s %d '%s'")
            .formatted(path, how, position, file.size(), position, path));
  }
}
