package org.homeward.bench.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Profiles the processor time of a process of a node, by JDK Flight Recorder. */
public final class Profile {
  private static final int SHOWN = 8;

  /** Beginnings of class names, and what is done there; the topmost frame that fits counts. */
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("com.networknt", "check against the schema");
    PLACES.put("org.homeward.engines.store", "store");
    PLACES.put("de.bwaldvogel", "store");
    PLACES.put("org.homeward.durable", "durable documents");
    PLACES.put("org.homeward", "own code");
    PLACES.put("com.nimbusds", "tokens");
    PLACES.put("org.springframework.security", "access");
    PLACES.put("com.mongodb", "store's driver");
    PLACES.put("org.bson", "store's driver");
    PLACES.put("org.apache.kafka", "Kafka");
    PLACES.put("kafka.", "Kafka");
    PLACES.put("tools.jackson", "JSON");
    PLACES.put("com.fasterxml", "JSON");
    PLACES.put("org.apache.hc", "HTTP client");
    PLACES.put("org.apache.", "HTTP server");
    PLACES.put("io.micrometer", "metrics and traces");
    PLACES.put("io.opentelemetry", "metrics and traces");
    PLACES.put("org.springframework", "Spring MVC");
    PLACES.put("io.netty", "network of the store");
    PLACES.put("jakarta.mail", "mail");
    PLACES.put("org.eclipse.angus", "mail");
  }

  private final long pid;
  private final Path file;

  private Profile(long pid, Path file) {
    this.pid = pid;
    this.file = file;
  }

  /** Records until {@link #end}. */
  public static Profile start(ProcessHandle process, Path directory) throws IOException {
    Path file = directory.resolve("profile-" + process.pid() + ".jfr").toAbsolutePath();
    command(process.pid(), "JFR.start", "name=bench", "settings=profile");
    return new Profile(process.pid(), file);
  }

  /** Ends it; shares of what was seen at work, in words, the largest first. */
  public String end() throws IOException {
    command(pid, "JFR.stop", "name=bench", "filename=" + file);
    Map<String, Integer> seen = new TreeMap<>();
    int all = 0;
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")
            && event.getStackTrace() != null) {
          seen.merge(place(event.getStackTrace().getFrames()), 1, Integer::sum);
          all++;
        }
      }
    } finally {
      keepOrDelete();
    }
    int total = Math.max(1, all);
    return seen.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(e -> "%s %d %%".formatted(e.getKey(), Math.round(100.0 * e.getValue() / total)))
        .collect(Collectors.joining(", ", "", " (of " + all + " samples)"));
  }

  /** {@code -Dhomeward.profiles=} a directory keeps what was recorded. */
  private void keepOrDelete() throws IOException {
    String kept = System.getProperty("homeward.profiles");
    if (kept == null) {
      Files.deleteIfExists(file);
    } else {
      Path directory = Files.createDirectories(Path.of(kept));
      Files.move(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String place(List<RecordedFrame> frames) {
    for (RecordedFrame frame : frames) {
      String type = frame.getMethod().getType().getName();
      for (Map.Entry<String, String> place : PLACES.entrySet()) {
        if (type.startsWith(place.getKey())) {
          return place.getValue();
        }
      }
    }
    return "JDK alone";
  }

  /** The answer of {@code jcmd}. */
  static String command(long pid, String... words) throws IOException {
    List<String> all = new java.util.ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    all.add(Long.toString(pid));
    all.addAll(List.of(words));
    Process asked = new ProcessBuilder(all).redirectErrorStream(true).start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
