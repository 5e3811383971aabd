package org.homeward.trials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.homeward.trials.ProjectFiles;
import org.junit.jupiter.api.Test;

/** The one {@code Dockerfile}; its commands run on a machine with an engine only. */
class ImageTest {
  private final List<String> lines =
      ComposeFile.text("Dockerfile").replace("\\\n", " ").lines().map(String::strip).toList();

  @Test
  void itsBasesHaveVersionsOfOneJdk() {
    assertThat(starting("FROM "))
        .hasSize(3)
        .allMatch(line -> line.contains("${JAVA}") || line.contains("${MAVEN}"));
    assertThat(starting("ARG JAVA="))
        .singleElement()
        .satisfies(line -> assertThat(line).matches("ARG JAVA=25[.][0-9.]+_[0-9]+"));
    assertThat(starting("ARG MAVEN="))
        .singleElement()
        .satisfies(
            line -> assertThat(line).matches("ARG MAVEN=3[.]9[.][0-9]+-eclipse-temurin-25-.*"));
    assertThat(ComposeFile.text("pom.xml")).contains("<java.release>25</java.release>");
  }

  @Test
  void whatRunsIsANumberThatIsNotRootStartedWithoutAShell() {
    List<String> last = lines.subList(lines.lastIndexOf(starting("FROM ").getLast()), lines.size());

    assertThat(last).contains("USER 10001:10001");
    assertThat(last.subList(last.indexOf("USER 10001:10001"), last.size()))
        .noneMatch(line -> line.startsWith("RUN ") || line.startsWith("COPY "));
    assertThat(starting("ENTRYPOINT ")).singleElement().asString().contains("[\"java\",");
    assertThat(starting("HEALTHCHECK "))
        .singleElement()
        .asString()
        .endsWith("CMD [\"/usr/local/bin/healthy\"]");
    assertThat(ProjectFiles.root().resolve("deploy/image/healthy")).isExecutable();
    assertThat(starting("RUN install")).singleElement().asString().contains("/var/lib/homeward");
  }

  @Test
  void aServiceThatIsToldNoManagementPortIsAskedAtItsDefault() {
    String healthy = ComposeFile.text("deploy/image/healthy");

    assertThat(lines).contains("ENV SERVICE=${SERVICE}");
    for (String module : ComposeFile.OURS.values()) {
      var asked = Pattern.compile(Pattern.quote(module) + "\\) port=(\\d+)").matcher(healthy);
      assertThat(asked.find()).as(module).isTrue();
      assertThat(ComposeFile.text(module + "/src/main/resources/application.yml"))
          .contains("port: ${MANAGEMENT_SERVER_PORT:" + asked.group(1) + "}");
    }
  }

  @Test
  void theCacheThatIsUsedIsMadeWithTheOptionsOfTheProcess() {
    String trained = starting("RUN HOMEWARD_").getFirst();

    assertThat(trained)
        .contains("java @jvm.options ")
        .contains("-XX:AOTCacheOutput=application.aot")
        .contains("-Dspring.context.exit=onRefresh -jar application.jar");
    assertThat(starting("ENTRYPOINT ").getFirst())
        .contains("\"@jvm.options\"", "\"-XX:AOTMode=auto\"", "\"-XX:AOTCache=application.aot\"");
    assertThat(ComposeFile.text("deploy/image/jvm.options").lines())
        .as("full means dead")
        .contains("-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC")
        .noneMatch(option -> option.contains("TieredStopAtLevel"));
  }

  @Test
  void everyServiceOfTheComposeFileIsBuiltByIt() {
    var built = Pattern.compile("-pl ([a-z,-]+) -am").matcher(String.join("\n", lines));

    assertThat(built.find()).isTrue();
    assertThat(built.group(1).split(","))
        .containsAll(ComposeFile.OURS.values())
        .as("beside them the program behind verify-log")
        .contains("local-node")
        .hasSize(ComposeFile.OURS.size() + 1);
    ComposeFile.OURS.forEach(
        (service, module) ->
            assertThat(
                    ComposeFile.map(
                        ComposeFile.map(ComposeFile.read().service(service), "build"), "args"))
                .containsEntry("SERVICE", module));
  }

  @Test
  void secretsDoNotGetIntoABuild() {
    var ignored = ComposeFile.text(".dockerignore").lines().toList();

    assertThat(ignored)
        .contains(".env", ".env.*", "deploy/secrets", "deploy/registry", ".homeward");
    assertThat(lines).noneMatch(line -> line.matches("(ARG|ENV) .*(PASSWORD|SECRET|TOKEN|KEY).*"));
    assertThat(Arrays.asList(ComposeFile.text(".gitignore").split("\n")))
        .contains(".env", "deploy/secrets/", "deploy/registry/");
  }

  private List<String> starting(String word) {
    return lines.stream().filter(line -> line.startsWith(word)).toList();
  }
}
