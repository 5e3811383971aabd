package org.homeward.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two scripts at the root. */
class ScriptTest {
  private static final Path ROOT = ProjectFiles.root();

  @TempDir Path elsewhere;

  @Test
  void theWrapperPicksItsJdkBeforeItTurnsGlobbingOff() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("mvnw"));

    int jdk = indexOf(lines, ". \"$(dirname \"$0\")/.mvn/select-jdk.sh\"");
    int strict = indexOf(lines, "set -euf");

    assertThat(jdk).isNotNegative().isLessThan(strict);
  }

  @Test
  void theScriptPicksItsJdkBeforeItTurnsStrict() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("homeward"));

    int jdk = indexOf(lines, ". \"$root/.mvn/select-jdk.sh\"");
    int strict = indexOf(lines, "set -eu");

    assertThat(jdk).isNotNegative().isLessThan(strict);
  }

  @Test
  void bothScriptsAreExecutable() {
    assertThat(ROOT.resolve("mvnw")).isExecutable();
    assertThat(ROOT.resolve("homeward")).isExecutable();
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    Ran help = run(ROOT.resolve("homeward"), "help");

    assertThat(help.status()).isZero();
    assertThat(help.output())
        .contains("up", "story", "status", "logs", "down", "reset", "test", "soak")
        .contains("stop-alerts", "verify-receipt", "mutate", "contract-diff", "bench");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheUsage() throws Exception {
    Ran unknown = run(ROOT.resolve("homeward"), "launch");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.output()).contains("usage: ./homeward <command>");
  }

  @Test
  void worksFromElsewhereThroughALinkWithSpacesInThePath() throws Exception {
    aProject();
    Path link = elsewhere.resolve("hw link");
    Files.createSymbolicLink(link, Path.of("a path with spaces", "homeward"));

    Ran status = run(link, "status");

    assertThat(status.output()).contains("Nothing was ever started here");
    assertThat(status.status()).isEqualTo(1);
  }

  @Test
  void nothingIsDeletedWithoutAYes() throws Exception {
    Ran reset = run(aProject(), "reset");

    assertThat(reset.status()).isEqualTo(2);
    assertThat(reset.output()).contains("./homeward reset --yes");
  }

  @Test
  void alertsThatWereNotStoppedAreNotSaidToBe() throws Exception {
    Ran stop = run(aProject(), "stop-alerts", "--yes");

    assertThat(stop.status()).isEqualTo(1);
    assertThat(stop.output()).contains("Nothing was ever started here");
  }

  @Test
  void everyModuleWhoseJarItTakesIsBuilt() throws IOException {
    String script = Files.readString(ROOT.resolve("homeward"));
    Matcher modules = Pattern.compile("^modules='(.*)'$", Pattern.MULTILINE).matcher(script);

    assertThat(modules.find()).isTrue();
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains(
            Stream.of(modules.group(1).split(" "))
                .map(module -> "<module>" + module + "</module>")
                .toList());
  }

  private record Ran(int status, String output) {}

  /** The script where nothing was ever built or started. */
  private Path aProject() throws IOException {
    Path project = Files.createDirectory(elsewhere.resolve("a path with spaces"));
    Files.createDirectory(project.resolve(".mvn"));
    for (String file : List.of("homeward", ".mvn/select-jdk.sh")) {
      Files.copy(ROOT.resolve(file), project.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return project.resolve("homeward");
  }

  private Ran run(Path script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  private static int indexOf(List<String> lines, String wanted) {
    return lines.indexOf(wanted);
  }
}
