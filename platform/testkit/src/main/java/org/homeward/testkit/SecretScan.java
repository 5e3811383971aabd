package org.homeward.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Searches for planted names and secrets: plain, percent-encoded and escaped as in ASCII JSON, also
 * in binary files.
 */
public final class SecretScan {
  private final List<Set<String>> planted;

  private SecretScan(List<Set<String>> planted) {
    this.planted = planted;
  }

  public static SecretScan of(String... secrets) {
    return new SecretScan(Stream.of(secrets).map(SecretScan::spellings).toList());
  }

  /**
   * A place where a secret stands; never the secret itself.
   *
   * @param secret its place in the arguments of {@link #of}, from 1
   * @param place path or name, colon, line
   */
  public record Finding(int secret, String place) {
    @Override
    public String toString() {
      return "secret " + secret + " at " + place;
    }
  }

  /** Reads files, and every file below directories. */
  public List<Finding> inFiles(Path... paths) {
    List<Finding> findings = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          findings.addAll(search(file.toString(), Files.readAllBytes(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return findings;
  }

  /** Reads one text, such as a response or a list of topic names. */
  public List<Finding> inText(String name, String text) {
    return search(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Finding> search(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1); // one char per byte
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < planted.size(); i++) {
      for (String spelling : planted.get(i)) {
        for (int at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
          long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
          findings.add(new Finding(i + 1, name + ":" + line));
        }
      }
    }
    return findings;
  }

  private static Set<String> spellings(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("a blank secret is found everywhere");
    }
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(secret);
    spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    spellings.add(escaped(secret, "\\u%04x"));
    spellings.add(escaped(secret, "\\u%04X"));
    return spellings.stream()
        .map(s -> new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        .collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  private static String escaped(String secret, String format) {
    var escaped = new StringBuilder();
    for (char c : secret.toCharArray()) {
      escaped.append(c < 128 ? String.valueOf(c) : format.formatted((int) c));
    }
    return escaped.toString();
  }
}
