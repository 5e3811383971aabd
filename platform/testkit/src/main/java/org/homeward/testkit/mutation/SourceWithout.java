package org.homeward.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A source without one of its lines. The number of lines stays. */
final class SourceWithout {
  private static final Pattern CONDITION =
      Pattern.compile(
          "([\\w<>,= ]+ -> |.*\\(\\) -> |return |yield |boolean \\w+ = |case .* -> |).+([;,])");
  private static final Pattern ONE_CASE = Pattern.compile("(case .* -> ).+;");
  private static final String LITERAL = "\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])+'";

  private final List<String> lines;
  private final int at;

  SourceWithout(List<String> lines, int at) {
    this.lines = lines;
    this.at = at;
  }

  List<String> line() {
    return with(at, "");
  }

  /**
   * Where the line cannot be missed alone: without the statement, block or case that begins there,
   * without the call or operand that ends there, with the other branch in the place of a branch, or
   * with a case that does nothing.
   */
  List<String> itsPart() {
    String code = code(at);
    if (code.startsWith("? ") && at + 1 < lines.size() && code(at + 1).startsWith(": ")) {
      return with(
          at, "? " + code(at + 1).substring(2, code(at + 1).length() - rest(at + 1).length()));
    }
    if (code.startsWith(": ") && code(at - 1).startsWith("? ")) {
      return with(at, ": " + code(at - 1).substring(2) + rest(at));
    }
    var oneCase = ONE_CASE.matcher(code);
    if (oneCase.matches()) {
      return with(at, oneCase.group(1) + "{}");
    }
    List<String> left = with(at, rest(at));
    int open = opened(code);
    boolean isExpression = open == 0 && code.startsWith("case ");
    boolean goesOn = open > 0 || isExpression;
    for (int next = at + 1; goesOn && next < lines.size(); next++) {
      open += opened(code(next)) - closed(code(next));
      goesOn = open > 0 || isExpression && !code(next).endsWith(";");
      left.set(next, "");
    }
    return left;
  }

  /** With a condition that always or never holds; empty when the line is no condition. */
  List<List<String>> itsConditions() {
    var condition = CONDITION.matcher(code(at));
    return condition.matches()
        ? List.of(
            with(at, condition.replaceFirst("$1true$2")),
            with(at, condition.replaceFirst("$1false$2")))
        : List.of();
  }

  private List<String> with(int number, String text) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(number, text);
    return changed;
  }

  private String code(int number) {
    return lines.get(number).replaceAll("\\s*//.*$", "").strip();
  }

  /** What closes or ends something that began before the line. */
  private String rest(int number) {
    String code = code(number);
    if (opened(code) > 0) {
      return "";
    }
    String end = code.endsWith(";") || code.endsWith(",") ? code.substring(code.length() - 1) : "";
    return ")".repeat(closed(code)) + end;
  }

  private static int opened(String code) {
    return depths(code)[1];
  }

  private static int closed(String code) {
    return depths(code)[0];
  }

  /** How many brackets the code closes that it did not open, and opens that it does not close. */
  private static int[] depths(String code) {
    int closed = 0;
    int open = 0;
    for (char each : code.replaceAll(LITERAL, "").toCharArray()) {
      if (each == '(' || each == '{') {
        open++;
      } else if ((each == ')' || each == '}') && open > 0) {
        open--;
      } else if (each == ')' || each == '}') {
        closed++;
      }
    }
    return new int[] {closed, open};
  }
}
