package org.homeward.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.local.node.NodePlan;

/**
 * A copy of one node: the store's journal as it was at one moment, and the node's files.
 *
 * <p>The broker's records are not in it: after a restore its readers begin again, with the records
 * of the broker that is there.
 */
public final class NodeCopy {

  private static final String JOURNAL = "journal";
  private static final String DATA = "data";

  /**
   * The key that signs the demo's tokens; after a restore the issuer makes a new one and old tokens
   * are refused.
   */
  private static final String ISSUER_KEY = "issuer-key.json";

  private static final String INCARNATION = "incarnation";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final NodePlan node;
  private final Path copy;

  public NodeCopy(NodePlan node, Path copy) {
    this.node = node;
    this.copy = copy;
  }

  /** The size and the names of the copied files. */
  public record Made(long journalBytes, List<String> files) {}

  /** The result of a restore: the directory with the earlier files, empty when there were none. */
  public record Restored(int incarnation, List<String> filesTaken, String before) {}

  private Path store() {
    return node.directory().resolve("engines").resolve("store");
  }

  private Path journal() {
    return store().resolve(JOURNAL);
  }

  public boolean isThere() {
    return Files.exists(copy.resolve(JOURNAL));
  }

  public boolean nodeHasData() {
    return Files.exists(journal());
  }

  /**
   * The node may run, because its journal only grows; when it is replaced, the opened file stays
   * readable.
   */
  public Made make() throws IOException {
    createDirectory(copy);
    createDirectory(copy.resolve(DATA));
    Path part = copy.resolve(JOURNAL + ".part");
    long bytes = copyPrefix(journal(), part);
    // After the journal: what ended meanwhile is in the files, and is done again after a restore.
    List<String> names = new ArrayList<>();
    for (Path file : filesOf(node.data())) {
      String name = String.valueOf(file.getFileName());
      if (!name.equals(ISSUER_KEY) && !name.endsWith(".lock") && !name.contains(".new")) {
        copyFile(file, copy.resolve(DATA).resolve(name));
        names.add(name);
      }
    }
    PhotoFiles.copy(node.data(), copy.resolve(DATA));
    // Last: a copy without a journal is none.
    Files.move(part, copy.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
    return new Made(bytes, names);
  }

  /**
   * Replaces the node's data by the copy, and keeps the earlier data beside it. The node must be
   * down.
   */
  public Restored restore(Instant now) throws IOException {
    Path incarnation = node.data().resolve(INCARNATION);
    int copied = incarnation(copy.resolve(DATA).resolve(INCARNATION));
    int own = incarnation(incarnation);
    // First: whoever dies here has raised it for nothing, which does no harm.
    int raised = Math.max(own, copied) + 1;
    Files.createDirectories(node.data());
    Path higher = node.data().resolve(INCARNATION + ".restored");
    Files.deleteIfExists(higher);
    try (FileChannel file = fresh(higher)) {
      file.write(UTF_8.encode(raised + "\n"));
      file.force(true);
    }
    Files.move(
        higher, incarnation, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    List<String> taken = new ArrayList<>();
    for (Path file : filesOf(copy.resolve(DATA))) {
      String name = String.valueOf(file.getFileName());
      Path place = node.data().resolve(name);
      if (Files.notExists(place)) {
        copyFile(file, place);
        taken.add(name);
      }
    }
    PhotoFiles.copy(copy.resolve(DATA), node.data());
    Path store = store();
    Files.createDirectories(store);
    Path fresh = store.resolve(JOURNAL + ".restored");
    Files.deleteIfExists(fresh);
    copyPrefix(copy.resolve(JOURNAL), fresh);
    String before = "";
    if (Files.exists(journal())) {
      Path kept = store.resolve(JOURNAL + ".before-" + STAMP.format(now));
      Files.deleteIfExists(kept);
      Files.createLink(kept, journal());
      before = kept.toString();
    }
    Files.move(
        fresh, journal(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new Restored(raised, taken, before);
  }

  private static int incarnation(Path file) throws IOException {
    return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
  }

  /** Copies the bytes that were there when it was opened. */
  private static long copyPrefix(Path from, Path to) throws IOException {
    try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel target = fresh(to)) {
      long size = source.size();
      long done = 0;
      while (done < size) {
        long moved = source.transferTo(done, size - done, target);
        if (moved <= 0) {
          throw new IOException(from + " became shorter while it was copied; repeat this");
        }
        done += moved;
      }
      target.force(true);
      return size;
    }
  }

  static void copyFile(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    try (InputStream source = Files.newInputStream(from);
        FileChannel target = fresh(to)) {
      source.transferTo(Channels.newOutputStream(target));
      target.force(true);
    }
  }

  private static FileChannel fresh(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  static void createDirectory(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** A line for a person who finds the copy later. */
  public void describe(Instant now) throws IOException {
    Files.writeString(
        copy.resolve("README"),
        "A copy of node "
            + node.name()
            + ", "
            + now
            + ". It holds personal data and private keys: keep it closed, delete it after 35"
            + " days. ./homeward restore "
            + node.name()
            + " <this directory>\n",
        UTF_8);
  }
}
