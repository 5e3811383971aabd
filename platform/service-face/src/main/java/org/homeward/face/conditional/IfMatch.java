package org.homeward.face.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;

/**
 * The versions that a change accepts, from If-Match as in RFC 9110; a controller takes it as an
 * argument and makes the change through {@link #first}.
 *
 * <p>Tags are compared strongly, so that a weak one, as some proxies make them, names no version of
 * ours: 412. A missing header is 428, one that is none 400; both only once the change is to be
 * made, so that a caller who must not know of the resource is told of neither.
 *
 * @param headers as they came
 */
public record IfMatch(List<String> headers) {

  private static final int MOST_TAGS = 20;
  private static final Pattern LISTED =
      Pattern.compile("[ \\t,]*(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(?:,|$))");
  private static final Pattern EMPTY_ELEMENTS = Pattern.compile("[ \\t,]*");
  private static final Pattern OURS = Pattern.compile("0|[1-9][0-9]{0,17}");

  public IfMatch {
    headers = List.copyOf(headers);
  }

  /** The versions that the caller would change, newest first; empty: whichever is there. */
  Optional<List<Long>> versions() {
    if (headers.isEmpty()) {
      throw FaceProblem.PRECONDITION_REQUIRED.exception();
    }
    String all = String.join(",", headers);
    return all.strip().equals("*") ? Optional.empty() : Optional.of(named(all));
  }

  private static List<Long> named(String list) {
    List<Long> named = new ArrayList<>();
    var tag = LISTED.matcher(list);
    int at = 0;
    int tags = 0;
    while (at < list.length() && tag.region(at, list.length()).lookingAt()) {
      at = tag.end();
      tags++;
      if (tag.group(1) == null && OURS.matcher(tag.group(2)).matches()) {
        named.add(Long.valueOf(tag.group(2)));
      }
    }
    if (tags == 0 || tags > MOST_TAGS || !EMPTY_ELEMENTS.matcher(list.substring(at)).matches()) {
      throw FaceProblem.MALFORMED.problem().with("header", "If-Match").exception();
    }
    return named.reversed();
  }

  /**
   * Makes the change against the first version that is the present one.
   *
   * @param change against this version, or whichever is there; it refuses with 412 when another one
   *     is
   * @throws ProblemException 412 when none is
   */
  public <T> T first(Function<OptionalLong, T> change) {
    Optional<List<Long>> versions = versions();
    if (versions.isEmpty()) {
      return change.apply(OptionalLong.empty());
    }
    ProblemException refusal = FaceProblem.PRECONDITION_FAILED.exception();
    for (long version : versions.get()) {
      try {
        return change.apply(OptionalLong.of(version));
      } catch (ProblemException stale) {
        if (stale.problem().kind().status() != FaceProblem.PRECONDITION_FAILED.status()) {
          throw stale;
        }
        refusal = stale;
      }
    }
    throw refusal;
  }
}
