package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Neighbours;
import org.homeward.schema.bridge.Receipt;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.Seal;
import org.homeward.testkit.SecretScan;
import org.homeward.trials.ProjectFiles;
import org.homeward.trials.topics.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What must be refused is refused as a problem, and nothing comes of it; the first journey, because
 * each row looks at every case of the node.
 */
@Order(1)
@ExtendWith(SharedNodes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private final Hotline hotline;

  /** Looks after each row; its exchanges are compared with the documents elsewhere. */
  private final Hotline uncompared;

  private final Neighbours nodes;
  private final Documented documented;
  private Topics topics;
  private Topics abroad;
  private Store store;
  private Targets targets;
  private Footprint before;
  private Footprint sofar;

  BadInputIT(Hotline hotline, Neighbours nodes, Documented documented) {
    this.hotline = hotline;
    this.uncompared = new Hotline(hotline.node());
    this.nodes = nodes;
    this.documented = documented;
  }

  @BeforeAll
  void setTheScene() {
    topics = new Topics(hotline.node().broker());
    abroad = new Topics(nodes.gr().plan().broker());
    store = new Store(hotline.node());
    targets = new Targets(hotline, nodes);
    before = footprint();
    sofar = before;
  }

  static Stream<Row> rows() {
    return Stream.of(
            BadReports.byBytes(),
            BadReports.byForm(),
            BadReports.byFacts(),
            BadReports.byOrders(),
            BadChanges.conditions(),
            BadChanges.contents(),
            BadChanges.strangers(),
            BadAccess.tokens(),
            BadAccess.roles(),
            BadAccess.feed(),
            BadCalls.calls(),
            BadCalls.work(),
            BadTips.tips(),
            BadAssessments.assessments(),
            BadEndings.endings(),
            BadCareFiles.files(),
            BadLinks.links(),
            BadAttachments.uploads(),
            BadAttachments.changes(),
            BadAttachments.ofPublic(),
            BadImports.uploads(),
            BadImports.moves(),
            BadAlerts.drafts(),
            BadAlerts.approvals(),
            BadAlerts.stops(),
            BadAlerts.subscriptions(),
            BadHandovers.offers(),
            BadHandovers.moves(),
            BadHandovers.foreignCases(),
            BadMessages.atTheDoor(),
            BadMessages.ofNobody(),
            BadMessages.ofPartners())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isRefusedAndLeavesNothing(Row row) {
    HttpRequest request = row.request().apply(targets);

    Answer answer = hotline.http().send(request);

    assertThat(answer.status()).as(answer.body()).isEqualTo(row.status());
    assertThat(answer.body()).doesNotContain(Row.MARK).doesNotContain("Zlatibor");
    if (row.isSignedRefusal()) {
      assertThat(answer.header("Content-Type")).isEqualTo(Seal.CONTENT_TYPE);
      Receipt receipt = Receipts.stored(answer.body());
      assertThat(receipt.result()).isEqualTo(ReceiptResult.REFUSED);
      assertThat(receipt.cause()).hasToString(row.says());
    } else {
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().path("status").asInt()).isEqualTo(row.status());
      assertThat(answer.text("type")).endsWith(row.says());
      assertThat(schemaErrors(answer.json())).isEmpty();
    }
    Footprint was = sofar;
    sofar = footprint();
    assertThat(sofar).usingRecursiveComparison().isEqualTo(was);
  }

  @ParameterizedTest
  @MethodSource("ofPartners")
  void whatAPartnerIsRefusedIsAudited(Row row) {
    HttpRequest request = row.request().apply(targets);
    long sofar = store.audited("bridge");

    assertThat(hotline.http().send(request).status()).isEqualTo(row.status());

    assertThat(store.audited("bridge")).isGreaterThan(sofar);
  }

  static List<Row> ofPartners() {
    return BadMessages.ofPartners();
  }

  /** Of each kind at most once in a minute, or anybody could fill the audit trail. */
  @Test
  void eachKindOfMessageOfNobodyIsAudited() {
    for (Row row : BadMessages.ofNobody()) {
      assertThat(hotline.http().send(row.request().apply(targets)).status())
          .isEqualTo(row.status());
    }
    assertThat(store.causes("bridge"))
        .containsAll(
            BadMessages.ofNobody().stream()
                .map(Row::says)
                .filter(says -> !says.isEmpty())
                .toList());
  }

  /** What goes out late would have gone out before the report that follows all the others. */
  @AfterAll
  void nothingCameLater() {
    targets.releasedCase("FOLLOWS-ALL");
    Footprint after = footprint();
    topics.close();
    abroad.close();
    store.close();

    assertThat(after.cases()).hasSize(before.cases().size() + 1);
    assertThat(after.desks()).isEqualTo(before.desks());
    assertThat(position(after.feed())).isEqualTo(position(before.feed()) + 1);
  }

  @AfterAll
  void noLogRepeatsWhatWasRefused() {
    assertThat(SecretScan.of(Row.MARK, Row.HOSTILE).inFiles(hotline.node().logs())).isEmpty();
  }

  @AfterAll
  void everyExchangeIsAsDocumented() {
    assertThat(documented.complaints()).isEmpty();
  }

  private Footprint footprint() {
    return Footprint.of(uncompared, store, topics, abroad, targets.desk);
  }

  @Test
  void theTableIsLong() {
    assertThat(rows().map(Row::name).distinct().count())
        .isEqualTo(rows().count())
        .isGreaterThan(170);
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
