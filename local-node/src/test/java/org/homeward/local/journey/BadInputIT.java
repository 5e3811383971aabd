package org.homeward.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.local.ProjectFiles;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.topics.Topics;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What must be refused is refused as a problem, and nothing comes of it. */
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private final Hotline hotline;
  private Topics topics;
  private Scene scene;
  private Footprint before;

  BadInputIT(Hotline hotline) {
    this.hotline = hotline;
  }

  @BeforeAll
  void setTheScene() {
    topics = new Topics(hotline.node().broker());
    scene = new Scene(hotline);
    before = Footprint.of(hotline, topics, scene.desk);
  }

  static Stream<Row> rows() {
    return Stream.of(
            BadReports.byBytes(),
            BadReports.byForm(),
            BadReports.byFacts(),
            BadChanges.conditions(),
            BadChanges.contents(),
            BadChanges.strangers(),
            BadAccess.tokens(),
            BadAccess.roles(),
            BadAccess.feed())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isRefusedAndLeavesNothing(Row row) {
    Footprint sofar = Footprint.of(hotline, topics, scene.desk);

    Answer answer = hotline.http().send(row.request().apply(scene));

    assertThat(answer.status()).isEqualTo(row.status());
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(row.status());
    assertThat(answer.body()).doesNotContain(Row.MARK).doesNotContain("Zlatibor");
    assertThat(schemaErrors(answer.json())).isEmpty();
    assertThat(Footprint.of(hotline, topics, scene.desk)).isEqualTo(sofar);
  }

  /** What goes out late would have gone out before the report that follows all the others. */
  @AfterAll
  void nothingCameLater() {
    scene.releasedCase("FOLLOWS-ALL");
    Footprint after = Footprint.of(hotline, topics, scene.desk);
    topics.close();

    assertThat(after.cases()).hasSize(before.cases().size() + 1);
    assertThat(after.desks()).isEqualTo(before.desks());
    assertThat(position(after.feed())).isEqualTo(position(before.feed()) + 1);
  }

  @AfterAll
  void noLogRepeatsWhatWasRefused() {
    assertThat(SecretScan.of(Row.MARK, Row.HOSTILE).inFiles(hotline.node().logs())).isEmpty();
  }

  @Test
  void theTableIsLong() {
    assertThat(rows().map(Row::name).distinct().count())
        .isEqualTo(rows().count())
        .isGreaterThan(25);
  }

  private static long position(String cursor) {
    return Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
  }

  private static List<?> schemaErrors(JsonNode problem) {
    return ProjectFiles.conformance("messaging/problem-json/problem.schema.json")
        .map(file -> SCHEMAS.getSchema(read(file)).validate(problem))
        .orElse(List.of());
  }

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
