package org.homeward.schema.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.Schemas;
import org.homeward.schema.json.Violation;
import org.homeward.schema.snapshots.SnapshotKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders an envelope as a CloudEvent, once it has passed the closed schema. */
final class EventWriter {

  private final URI source;
  private final Clock clock;

  EventWriter(String source, Clock clock) {
    this.source = URI.create(source);
    this.clock = clock;
  }

  EncodedEvent write(String caseId, Envelope<?> envelope) {
    EventSubject subject = EventSubject.of(envelope.snapshot());
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId(subject.text() + "/" + envelope.version())
            .withSource(source)
            .withType(type(envelope))
            .withSubject(subject.text())
            .withTime(time(envelope).atOffset(ZoneOffset.UTC))
            .withExtension("exercise", envelope.exercise())
            .withExtension("partitionkey", caseId)
            .withData("application/json", value(envelope))
            .build();
    ProducerRecord<String, byte[]> rendered =
        KafkaMessageFactory.createWriter("any", caseId).writeBinary(event);
    List<EventHeader> headers = new ArrayList<>();
    rendered
        .headers()
        .forEach(header -> headers.add(new EventHeader(header.key(), header.value())));
    return new EncodedEvent(caseId, List.copyOf(headers), rendered.value());
  }

  /** For people: readers go by subject kind, major version and content. */
  private static String type(Envelope<?> envelope) {
    return envelope.changes().isEmpty()
        ? envelope.snapshot().kind().word() + ".snapshot.v1"
        : envelope.changes().getLast().type();
  }

  private Instant time(Envelope<?> envelope) {
    Instant time =
        envelope.changes().isEmpty() ? clock.instant() : envelope.changes().getLast().at();
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether an event would travel with its facts. */
  static boolean carries(Envelope<?> envelope) {
    ObjectNode json = render(envelope);
    return bytes(json.path("snapshot")).length <= EventCodec.MAX_SNAPSHOT_BYTES
        && violations(json, envelope.snapshot().kind()).isEmpty();
  }

  private static byte[] value(Envelope<?> envelope) {
    ObjectNode json = render(envelope);
    byte[] whole = bytes(json);
    if (whole.length > EventCodec.MAX_SNAPSHOT_BYTES
        && bytes(json.path("snapshot")).length > EventCodec.MAX_SNAPSHOT_BYTES) {
      json = render(envelope.withoutFacts());
      whole = bytes(json);
    }
    List<Violation> violations = violations(json, envelope.snapshot().kind());
    if (!violations.isEmpty()) {
      throw new Unsendable(violations);
    }
    return whole;
  }

  private static ObjectNode render(Envelope<?> envelope) {
    ObjectNode json =
        Json.wire()
            .createObjectNode()
            .put("schema", envelope.schema())
            .put("home", envelope.home())
            .put("exercise", envelope.exercise())
            .put("version", envelope.version());
    json.set("changes", Json.wire().valueToTree(envelope.changes()));
    json.set("snapshot", SnapshotForm.write(envelope.snapshot()));
    return envelope.truncated() ? json.put("truncated", true) : json;
  }

  private static List<Violation> violations(ObjectNode json, SnapshotKind kind) {
    List<Violation> violations = new ArrayList<>(Schemas.validate(SchemaName.ENVELOPE, json));
    Schemas.validate(SnapshotForm.schema(kind), json.path("snapshot")).stream()
        .map(violation -> violation.under("/snapshot"))
        .forEach(violations::add);
    return violations;
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
