package org.homeward.durable.recovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.publication.Drain;

/**
 * Freezes, stops, ends, recalls, revocations and erasures, in a file outside the store, because an
 * earlier copy of the store does not know them. It is only ever appended to; a hotline's thousands
 * of cases make a megabyte a year.
 */
public final class EndsLog {

  private final Path file;

  public EndsLog(Path file) {
    this.file = file;
  }

  /** The readable lines, in order. */
  public record Content(List<EndsLine> lines, int unreadable) {}

  /**
   * Must be the first drain of a publication, because it must not wait for an unreachable broker.
   * When the file cannot be written the change stays pending, and the other drains are called.
   *
   * @param lines what one pending change took away; mostly nothing
   */
  public <S> Drain<S> drain(Lines<S> lines) {
    return document -> {
      List<EndsLine> all = new ArrayList<>();
      document.pending().forEach(change -> all.addAll(lines.of(document, change)));
      append(all);
    };
  }

  /** The lines for an ending change of a document. */
  @FunctionalInterface
  public interface Lines<S> {
    List<EndsLine> of(Guarded<S> document, PendingChange change);
  }

  /** Returns when they are on the disk. The same may be there twice. */
  public synchronized void append(List<EndsLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var text = new StringBuilder(endsWithinLine() ? "\n" : "");
      lines.forEach(line -> text.append(line.text()).append('\n'));
      try (var channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer bytes = US_ASCII.encode(text.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process crashed while it wrote the last line: that line is lost, the next must not be. */
  private boolean endsWithinLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var last = ByteBuffer.allocate(1);
      return channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }
  }

  public Content read() {
    List<EndsLine> lines = new ArrayList<>();
    int unreadable = 0;
    try (var reader = Files.newBufferedReader(file, US_ASCII)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Optional<EndsLine> read = EndsLine.parse(line);
        read.ifPresent(lines::add);
        unreadable += read.isPresent() ? 0 : 1;
      }
    } catch (NoSuchFileException nothingEnded) {
      return new Content(List.of(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Content(lines, unreadable);
  }
}
