package org.homeward.face.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * One problem as it goes out: type, errors, extension members and response headers; immutable.
 *
 * <p>It has no free text on purpose, so that typed text, an exception's message or an internal
 * address cannot get in by accident.
 */
public record Problem(
    ProblemType kind,
    List<Violation> errors,
    Map<String, Object> extensions,
    Map<String, String> headers) {

  private static final Set<String> RESERVED =
      Set.of("type", "title", "status", "detail", "instance", "errors");
  private static final String RETRY_AFTER_S = "5";

  public Problem {
    for (var name : extensions.keySet()) {
      if (RESERVED.contains(name)) {
        throw new IllegalArgumentException("extension " + name + " is a member of its own");
      }
    }
    errors = List.copyOf(errors);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    headers = withRetryAfter(kind, headers);
  }

  /** The bare problem of a type. */
  public static Problem of(ProblemType kind) {
    return new Problem(kind, List.of(), Map.of(), Map.of());
  }

  /** Adds these violations after the present ones. */
  public Problem errors(List<Violation> more) {
    var all = new ArrayList<>(errors);
    all.addAll(more);
    return new Problem(kind, all, extensions, headers);
  }

  /** With one violation more. */
  public Problem error(String pointer, String rule) {
    return errors(List.of(new Violation(pointer, rule)));
  }

  /** With an extension member: codes, ids and lists of codes only, as {@code allowed} moves. */
  public Problem with(String member, Object value) {
    var all = new LinkedHashMap<>(extensions);
    all.put(member, value);
    return new Problem(kind, errors, all, headers);
  }

  /** With a response header. */
  public Problem header(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(kind, errors, extensions, all);
  }

  /** This problem, ready to throw. */
  public ProblemException exception() {
    return new ProblemException(this);
  }

  /** A retry time is set even if the caller forgets it. */
  private static Map<String, String> withRetryAfter(ProblemType kind, Map<String, String> given) {
    var all = new LinkedHashMap<>(given);
    if (kind.status() == 503 || kind.status() == 429) {
      all.putIfAbsent(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
    }
    return Collections.unmodifiableMap(all);
  }
}
