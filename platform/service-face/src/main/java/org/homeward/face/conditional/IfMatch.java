package org.homeward.face.conditional;

import java.util.List;
import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;

/**
 * The version a change was made against, from If-Match; a controller takes it as an argument.
 *
 * <p>One strong tag of ours and nothing else: a list, {@code *} or a weak tag would say "whatever
 * is there", and a change must say what it has seen. Missing is 428, anything else 400.
 */
public record IfMatch(long version) {

  private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  static IfMatch parse(List<String> headers) {
    if (headers.isEmpty()) {
      throw FaceProblem.PRECONDITION_REQUIRED.exception();
    }
    var tag = STRONG.matcher(headers.getFirst());
    if (headers.size() > 1 || !tag.matches()) {
      throw FaceProblem.MALFORMED.problem().with("header", "If-Match").exception();
    }
    return new IfMatch(Long.parseLong(tag.group(1)));
  }
}
