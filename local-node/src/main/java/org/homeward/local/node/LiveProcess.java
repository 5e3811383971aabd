package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** A process of this machine that was seen alive. */
public record LiveProcess(ProcessHandle handle) {

  public long pid() {
    return handle.pid();
  }

  /** The start time as the system reports it; {@link Instant#EPOCH} when it does not. */
  public Instant started() {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }

  /** False also for a zombie, whose parent never collects it. */
  public boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /** Whether it was started from this jar. */
  public boolean isFrom(Path jar) {
    return handle
        .info()
        .arguments()
        .map(arguments -> Stream.of(arguments).anyMatch(jar.toString()::equals))
        .orElse(true);
  }

  /** Resident memory; 0 when the system does not tell. */
  public long residentMegabytes() {
    try {
      return Files.exists(proc("status")) ? ofProc() : ofPs();
    } catch (IOException gone) {
      return 0;
    }
  }

  /** The first thread may end before the others, which still hold the ports. */
  private boolean isZombie() {
    try (Stream<Path> threads = Files.list(proc("task"))) {
      String stat = Files.readString(proc("stat"), StandardCharsets.ISO_8859_1);
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z' && threads.count() <= 1;
    } catch (IOException | UncheckedIOException goneOrNoProc) {
      return false;
    }
  }

  private long ofProc() throws IOException {
    return Files.readAllLines(proc("status"), StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private long ofPs() throws IOException {
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid())).start();
    String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return kilobytes.isBlank() ? 0 : Long.parseLong(kilobytes.strip()) / 1024;
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(pid()), file);
  }
}
