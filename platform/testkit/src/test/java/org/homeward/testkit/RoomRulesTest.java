package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomRulesTest {
  private static final String ROOT = "org.homeward.testkit.plantedrooms";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);
  private static final String DRAWN =
      """
      alerts
      desks
      reports → desks\
      """;

  @TempDir private Path directory;

  @Test
  void useCaseThatKnowsTechnologyIsNamedAndAdaptersAndStartAreNot() {
    assertThat(breaches(RoomRules.onlyAdaptersKnowTechnology()))
        .isNotEmpty()
        .allMatch(breach -> breach.contains("SubmitReport"));
  }

  @Test
  void settingsThatKnowMoreThanTheirKeysAreNamed() {
    assertThat(breaches(RoomRules.settingsKnowOnlyTheirKeys()))
        .isNotEmpty()
        .allMatch(breach -> breach.contains("ReportSettings"));
  }

  @Test
  void useCaseThatKnowsAnAdapterIsNamed() {
    assertThat(breaches(RoomRules.noDomainKnowsAnAdapter(ROOT)))
        .isNotEmpty()
        .allMatch(breach -> breach.contains("AmendReport") || breach.contains("SendAlert"))
        .anyMatch(breach -> breach.contains("AmendReport"));
  }

  @Test
  void roomThatKnowsTheProcessStartIsNamed() {
    assertThat(breaches(RoomRules.noRoomKnowsTheStart(ROOT)))
        .isNotEmpty()
        .allMatch(breach -> breach.contains("SendAlert"));
  }

  @Test
  void arrowsAreThoseOfTheCode() {
    assertThat(rooms().drawn()).isEqualTo(DRAWN);
  }

  @Test
  void arrowThatIsNotDrawnIsNamedWithTheBlockToPaste() throws IOException {
    Path document = document(DRAWN.replace("reports → desks", "reports"));

    assertThatThrownBy(() -> rooms().assertDrawnIn(document, "planted-service"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("### planted-service")
        .hasMessageContaining(DRAWN);
  }

  @Test
  void arrowThatIsDrawnAndNotThereIsNamedToo() throws IOException {
    Path document = document(DRAWN.replace("alerts", "alerts  → desks"));

    assertThatThrownBy(() -> rooms().assertDrawnIn(document, "planted-service"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void arrowsAsDrawnPass() throws IOException {
    Path document = document(DRAWN);

    assertThatCode(() -> rooms().assertDrawnIn(document, "planted-service"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> rooms().assertDrawnIn(document, "other-service"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void roomsInACircleAreNamed() {
    assertThatThrownBy(
            () ->
                ArchitectureRules.noCycles("org.homeward.testkit.planted")
                    .check(new ClassFileImporter().importPackages("org.homeward.testkit.planted")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle");
  }

  @Test
  void packageWithTooManyTypesAndRoomWithTwoWiringsAreNamed() {
    assertThatThrownBy(() -> rooms().assertSmall(5))
        .hasMessageContaining("\"reports\" has 6 types")
        .hasMessageContaining("MoreReportsConfiguration, ReportsConfiguration");
    assertThatThrownBy(() -> rooms().assertSmall(6))
        .hasMessageNotContaining("types")
        .hasMessageContaining("\"reports\" is wired in");
  }

  private static Rooms rooms() {
    return Rooms.of(PLANTED, ROOT);
  }

  private static List<String> breaches(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }

  private Path document(String block) throws IOException {
    return Files.writeString(
        directory.resolve("architecture.md"),
        "# A\n\n### planted-service\n\n```\n" + block + "\n```\n\n### other-service\n");
  }
}
