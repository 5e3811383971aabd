package org.homeward.schema.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.Examples;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.testkit.asyncapi.AsyncApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of the topics and the code say the same. */
class AsyncApiTest {
  private static final AsyncApi API = AsyncApi.document();
  private static final String CASE = "7f0c1d5a-3b7e-4a0e-9d61-2f6f8e1f0a11";
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Map<SnapshotKind, String> SERVICES =
      Map.of(SnapshotKind.CASE, "intake", SnapshotKind.HANDOVER, "bridge");

  @Test
  void keepsTheSchemaOfAsyncApi() throws IOException {
    byte[] schema =
        AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0-without-id.json").readAllBytes();

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(new String(schema, StandardCharsets.UTF_8))
                .validate(API.root()))
        .isEmpty();
  }

  @Test
  void hasEachKindOfSubjectInOneChannelAndNoOther() {
    List<String> described = new ArrayList<>();
    API.messages().forEach((channel, names) -> described.addAll(names));

    List<String> known = new ArrayList<>(List.of("unreadable"));
    Arrays.stream(SnapshotKind.values()).map(SnapshotKind::word).forEach(known::add);
    assertThat(described).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @EnumSource
  void hasEachChangeTypeOfAKindAndNoOther(SnapshotKind kind) {
    Set<String> known = new TreeSet<>();
    for (ChangeType type : ChangeType.values()) {
      if (type.text().startsWith(kind.word() + ".")) {
        known.add(type.text());
      }
    }

    assertThat(changes(kind)).containsExactlyInAnyOrderElementsOf(known);
  }

  /** Also the one that only comes from outside. */
  @Test
  void hasEachHeaderThatIsWrittenAndNoOther() {
    JsonNode headers = API.root().at("/components/schemas/EventHeaders");
    Set<String> written =
        headers(event(SnapshotKind.STOP, firstExample(SnapshotKind.STOP))).keySet();
    Set<String> required = new HashSet<>();
    headers.path("required").forEach(name -> required.add(name.asString()));

    assertThat(required).isEqualTo(written);
    Set<String> all = new HashSet<>(written);
    all.add("ce_traceparent");
    assertThat(headers.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @EnumSource
  void listsEveryGoldenExampleOfAKindAndEachIsThatMessage(SnapshotKind kind) {
    Set<String> listed = new TreeSet<>();
    message(kind).path("x-examples").forEach(path -> listed.add(name(path.asString())));
    List<Path> files = Examples.of("valid", SnapshotForm.schema(kind));

    assertThat(listed)
        .containsExactlyElementsOf(files.stream().map(f -> f.getFileName().toString()).toList());
    for (Path file : files) {
      assertThat(problems(topic(kind), event(kind, Examples.read(file))))
          .as(file.toString())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNotKeptByWhatTheSchemaRefuses(SnapshotKind kind) {
    for (Path file : Examples.of("invalid", SnapshotForm.schema(kind))) {
      EncodedEvent event = event(kind, firstExample(kind));
      var payload = (ObjectNode) JsonMapper.shared().readTree(event.value());
      payload.set("snapshot", Examples.read(file).path("document"));
      var sent = new EncodedEvent(event.key(), event.headers(), bytes(payload));

      assertThat(problems(topic(kind), sent)).as(file.toString()).isNotEmpty();
    }
  }

  @Test
  void isNotKeptByWhatItDoesNotSay() {
    EncodedEvent event = event(SnapshotKind.CASE, firstExample(SnapshotKind.CASE));
    assertThat(problems("rs.cases", event)).isEmpty();

    assertThat(problems("rs.alerts", event)).isNotEmpty();
    assertThat(problems("rs.others", event)).isNotEmpty();
    assertThat(problems("rs.cases", with(event, "ce_more", "x"))).isNotEmpty();
    assertThat(problems("rs.cases", with(event, "ce_type", "case.told.v1"))).isNotEmpty();
    assertThat(problems("rs.cases", with(event, "ce_source", "/nodes/rs/alert"))).isNotEmpty();
    assertThat(problems("rs.cases", with(event, "content-type", "text/plain"))).isNotEmpty();
    assertThat(API.problems("rs.cases", null, headers(event), event.value())).isNotEmpty();
    assertThat(API.problems("rs.cases", CASE, headers(event), new byte[] {'{'})).isNotEmpty();
    assertThat(API.problems("rs.poison", CASE, headers(event), event.value())).isNotEmpty();
  }

  private static List<String> problems(String topic, EncodedEvent event) {
    return API.problems(topic, event.key(), headers(event), event.value());
  }

  private static EncodedEvent with(EncodedEvent event, String header, String value) {
    List<EventHeader> headers = new ArrayList<>(event.headers());
    headers.removeIf(each -> each.name().equals(header));
    headers.add(new EventHeader(header, value.getBytes(StandardCharsets.UTF_8)));
    return new EncodedEvent(event.key(), headers, event.value());
  }

  /** A snapshot as its service would send it, with one change. */
  private static EncodedEvent event(SnapshotKind kind, JsonNode example) {
    Snapshot snapshot = SnapshotForm.read(kind, example);
    var codec = new EventCodec("rs", SERVICES.getOrDefault(kind, "alert"), Clock.systemUTC());
    var change = new Change(3, changes(kind).getFirst(), NOW, "ana");
    return codec.write(CASE, Envelope.of("rs", 3, List.of(change), snapshot));
  }

  private static JsonNode firstExample(SnapshotKind kind) {
    return Examples.read(Examples.of("valid", SnapshotForm.schema(kind)).getFirst());
  }

  private static Map<String, String> headers(EncodedEvent event) {
    Map<String, String> all = new HashMap<>();
    event.headers().forEach(header -> all.put(header.name(), header.text()));
    return all;
  }

  private static String topic(SnapshotKind kind) {
    return API.messages().entrySet().stream()
        .filter(channel -> channel.getValue().contains(kind.word()))
        .map(channel -> "rs." + channel.getKey())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode message(SnapshotKind kind) {
    return API.root().path("components").path("messages").path(kind.word());
  }

  private static List<String> changes(SnapshotKind kind) {
    JsonNode headers = API.resolved(message(kind).path("headers"));
    JsonNode types = headers.at("/allOf/1/properties/ce_type/anyOf/0");
    return API.resolved(types).path("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
