package org.homeward.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of this machine. Without one each test is skipped by name; where {@code CI} is set, a
 * missing browser fails instead, because a skipped test proves nothing.
 */
public final class Chromium implements ExecutionCondition {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

  /** The program; {@code HOMEWARD_CHROMIUM} names another one. */
  static Optional<Path> program() {
    return Stream.concat(Stream.ofNullable(System.getenv("HOMEWARD_CHROMIUM")), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (program().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a chromium");
    }
    String what = context.getDisplayName() + ": this machine has no chromium";
    if (System.getenv("CI") != null) {
      throw new IllegalStateException(what + "; install Debian's package chromium");
    }
    return ConditionEvaluationResult.disabled(what);
  }
}
