package org.homeward.trials.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.trials.ProjectFiles;
import org.junit.jupiter.api.Test;

/** Each part of health has a line that says what to do, and each reason has words on the page. */
class HealthWordsTest {

  private static final Pattern PART = Pattern.compile("HealthIndicator (\\w+)HealthIndicator\\(");
  private static final Pattern CODE =
      Pattern.compile(
          "withDetail\\((?:CODE|\"code\"), \"([a-z-]+)\"\\)|down\\(\\s*\"([a-z-]+)\",\\s*[\"N]");
  private static final Pattern DETAIL = Pattern.compile("withDetail\\(\\s*\"([a-zA-Z]+)\"");

  /** They are shown in another way. */
  private static final Set<String> SHOWN_APART = Set.of("code", "topic", "whatToDo");

  private static final List<String> MODULES =
      List.of(
          "intake-service",
          "alert-service",
          "partner-bridge-service",
          "console",
          "gateway",
          "platform/service-frame");

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> all =
          Files.walk(ProjectFiles.root().resolve(module).resolve("src/main/java"))) {
        for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
          pattern
              .matcher(Files.readString(file))
              .results()
              .forEach(hit -> found.add(hit.group(hit.group(1) == null ? hit.groupCount() : 1)));
        }
      }
    }
    return found;
  }

  @Test
  void eachPartHasAnEntryThatSaysWhatToDo() throws IOException {
    String page = Monitoring.operations();
    String entries =
        page.substring(page.indexOf("## What to do when"), page.indexOf("## Stop every alert now"));
    Set<String> parts = found(PART);

    assertThat(parts).contains("store", "broker", "audit", "upstreams").hasSizeGreaterThan(12);
    assertThat(parts)
        .allSatisfy(
            part ->
                assertThat(entries.lines())
                    .as(part)
                    .anyMatch(
                        line ->
                            line.startsWith("- ")
                                && line.contains("**")
                                && line.contains(
                                    part.equals("reader") ? "reader is" : "`" + part + "`")));
  }

  @Test
  void eachReasonHasWords() throws IOException {
    Set<String> reasons = found(CODE);
    Set<String> details = found(DETAIL);
    details.removeAll(SHOWN_APART);

    assertThat(reasons).contains("start-store", "audit-forged", "index-full", "disk-full");
    assertThat(details).contains("cause", "failing", "entry");
    for (String language : List.of("en", "sr-Latn", "el")) {
      String health = words("health", language);
      String codes = words("codes", language);
      assertThat(reasons).allSatisfy(code -> assertThat(health).contains("\ntodo." + code + "="));
      assertThat(details)
          .allSatisfy(name -> assertThat(codes).contains("\ncode.because." + name + "="));
    }
  }

  private static String words(String room, String language) throws IOException {
    String file = "console/src/main/resources/words/" + room + "." + language + ".properties";
    return Files.readString(ProjectFiles.root().resolve(file));
  }
}
