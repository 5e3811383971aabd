package org.homeward.engines.store;

import io.netty.buffer.ByteBuf;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The write-ahead file of the store; a journal that cannot be written ends the process. */
final class Journal implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int EXIT_STATUS = 70;

  private final Path directory;
  private final boolean fsync;
  private final ReentrantLock syncing = new ReentrantLock();
  private FileChannel file; // replaced under the writers' lock and this one

  /** A second channel for reads, because an interrupt closes the channel it hits. */
  private volatile FileChannel reading;

  private volatile long snapshotSize;
  private final AtomicLong size = new AtomicLong();
  private final AtomicLong appended = new AtomicLong();
  private volatile long durable;

  Journal(Path directory, boolean fsync) throws IOException {
    this.directory = directory;
    this.fsync = fsync;
    Files.deleteIfExists(path("journal.new"));
    file = open(path("journal"));
    reading = FileChannel.open(path("journal"), StandardOpenOption.READ);
  }

  /** Takes the records of a snapshot. */
  interface Snapshot {
    /** Appends a record; returns its position. */
    long write(ByteBuf record);
  }

  /** The bytes of a document; not while the journal is replaced. */
  ByteBuffer read(Place place) {
    try {
      FileChannel from = reading;
      if (!from.isOpen()) {
        from = reopened();
      }
      var bytes = ByteBuffer.allocate(place.length());
      while (bytes.hasRemaining()) {
        if (from.read(bytes, place.offset() + bytes.position()) < 0) {
          throw new EOFException("the journal ends before a document does");
        }
      }
      return bytes.flip();
    } catch (IOException e) {
      throw new UnreadableDocument(e);
    }
  }

  private synchronized FileChannel reopened() throws IOException {
    if (!reading.isOpen()) {
      reading = FileChannel.open(path("journal"), StandardOpenOption.READ);
    }
    return reading;
  }

  long size() {
    return size.get();
  }

  long snapshotSize() {
    return snapshotSize;
  }

  /** Number of records written so far; the argument of {@link #awaitDurable}. */
  long appended() {
    return appended.get();
  }

  /** Applies the existing records and cuts a torn tail. It runs once, before the first append. */
  void replay(Replay replay) throws IOException {
    long good = new JournalReader(path("journal"), file).replay(replay);
    file.truncate(good);
    file.position(good);
    size.set(good);
  }

  /** Appends a record under the writers' lock; returns its position. */
  long append(ByteBuf record) {
    long begin = size.get();
    try {
      write(file, record);
    } catch (IOException e) {
      throw halt(e);
    }
    size.addAndGet(record.readableBytes());
    appended.incrementAndGet();
    return begin;
  }

  /** Returns when everything up to {@code number} is on the disk; at once without fsync. */
  void awaitDurable(long number) {
    if (!fsync || durable >= number) {
      return;
    }
    syncing.lock();
    try {
      if (durable < number) {
        long upTo = appended.get();
        file.force(false);
        durable = upTo;
      }
    } catch (IOException e) {
      throw halt(e);
    } finally {
      syncing.unlock();
    }
  }

  /**
   * Under the writers' lock: nothing is appended meanwhile. The old file counts until the move, and
   * stays when the snapshot throws.
   *
   * @param alone runs the change to the new file while nobody reads the old one
   */
  void replaceBy(Consumer<Snapshot> snapshot, Consumer<Runnable> alone) {
    syncing.lock();
    try {
      FileChannel fresh = written(snapshot);
      FileChannel freshReading = FileChannel.open(path("journal.new"), StandardOpenOption.READ);
      write(fresh, JournalRecord.snapshotEnd());
      fresh.force(true);
      Files.move(
          path("journal.new"),
          path("journal"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
        folder.force(true);
      }
      file.close();
      file = fresh;
      FileChannel oldReading = reading;
      alone.accept(() -> reading = freshReading);
      oldReading.close();
      snapshotSize = fresh.size();
      size.set(snapshotSize);
      durable = appended.get();
    } catch (IOException | UncheckedIOException e) {
      throw halt(e);
    } finally {
      syncing.unlock();
    }
  }

  private FileChannel written(Consumer<Snapshot> snapshot) throws IOException {
    FileChannel fresh = open(path("journal.new"));
    try {
      write(fresh, JournalRecord.head());
      snapshot.accept(record -> writeUnchecked(fresh, record));
      return fresh;
    } catch (RuntimeException e) {
      fresh.close();
      Files.delete(path("journal.new")); // a later, shorter one would end with its records
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    syncing.lock();
    try {
      file.force(true);
      file.close();
      reading.close();
      durable = appended.get();
    } finally {
      syncing.unlock();
    }
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static long writeUnchecked(FileChannel to, ByteBuf record) {
    try {
      long begin = to.position();
      write(to, record);
      return begin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(FileChannel to, ByteBuf record) throws IOException {
    ByteBuffer bytes = record.nioBuffer();
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Ends the process: to continue would acknowledge writes that are not kept. */
  private static IllegalStateException halt(Exception cause) {
    LOG.error("the journal cannot be written; the store ends its process", cause);
    System.err.println("the journal cannot be written; the store ends its process: " + cause);
    Runtime.getRuntime().halt(EXIT_STATUS);
    return new IllegalStateException(cause);
  }
}
