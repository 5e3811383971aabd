package org.homeward.schema.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decodes a record of a topic. */
final class EventReader {

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final Pattern SUBJECT = Pattern.compile("([a-z-]+)/([^/]+)");
  private static final Pattern MAJOR = Pattern.compile(".*\\.v(\\d+)");

  private final Clock clock;

  EventReader(Clock clock) {
    this.clock = clock;
  }

  Decoded read(@Nullable String key, List<EventHeader> headers, byte @Nullable [] value) {
    CloudEvent event = CloudEvents.read(headers, value);
    Optional<EventSubject> subject = subject(event);
    if (subject.isEmpty()) {
      return new Decoded.NotOurs(Decoded.Why.UNKNOWN_SUBJECT, oddities(event));
    }
    if (!isOurMajor(event.getType())) {
      return new Decoded.NotOurs(Decoded.Why.UNKNOWN_MAJOR, oddities(event));
    }
    try {
      return read(event, subject.get(), key);
    } catch (Malformed e) {
      throw new Undecodable(e.rule());
    } catch (Invalid e) {
      throw new Undecodable("invalid", e.violations());
    }
  }

  private Decoded.Event read(CloudEvent event, EventSubject subject, @Nullable String key) {
    CloudEventData data = present(event.getData(), "no-data");
    Tolerant outer = Tolerant.read(SchemaName.ENVELOPE, StrictJson.read(data.toBytes()));
    JsonNode json = outer.json();
    Tolerant inner = Tolerant.read(SnapshotForm.schema(subject.kind()), json.path("snapshot"));
    Snapshot snapshot = SnapshotForm.read(subject.kind(), inner.json());
    Envelope<Snapshot> envelope = envelope(json, snapshot);

    require(EventSubject.of(snapshot).equals(subject), "subject-mismatch");
    require(event.getId().equals(subject.text() + "/" + envelope.version()), "id-mismatch");
    String mark = String.valueOf(event.getExtension("exercise"));
    boolean sameMark = mark.equals(String.valueOf(envelope.exercise()));
    require(sameMark, "exercise-mismatch"); // upholds 9
    String caseId = present(event.getExtension("partitionkey"), "key-mismatch").toString();
    require(key == null || key.equals(caseId), "key-mismatch");
    return new Decoded.Event(
        event.getId(),
        subject,
        caseId,
        envelope,
        outer.unknownFields() + inner.unknownFields(),
        unknown(envelope.changes()),
        oddities(event));
  }

  private static Envelope<Snapshot> envelope(JsonNode json, Snapshot snapshot) {
    List<Change> changes =
        json.path("changes").valueStream().map(c -> Binding.bind(Change.class, c)).toList();
    try {
      return new Envelope<>(
          json.path("schema").asInt(),
          json.path("home").asString(),
          json.path("exercise").asBoolean(),
          json.path("version").asLong(),
          changes,
          snapshot,
          json.path("truncated").asBoolean(false));
    } catch (IllegalArgumentException e) {
      throw new Undecodable("exercise-mismatch");
    }
  }

  private static Optional<EventSubject> subject(CloudEvent event) {
    String text = event.getSubject();
    Matcher parts = SUBJECT.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return SnapshotKind.of(parts.group(1)).map(kind -> new EventSubject(kind, parts.group(2)));
  }

  private static boolean isOurMajor(String type) {
    Matcher major = MAJOR.matcher(type);
    return major.matches() && major.group(1).equals("1");
  }

  private static List<String> unknown(List<Change> changes) {
    return changes.stream()
        .map(Change::type)
        .filter(type -> ChangeType.of(type).isEmpty())
        .toList();
  }

  /** Order is by version, so a wrong clock is only counted. */
  private Set<Decoded.Oddity> oddities(CloudEvent event) {
    boolean future =
        event.getTime() != null
            && event.getTime().toInstant().isAfter(clock.instant().plus(CLOCK_SKEW));
    return future ? Set.of(Decoded.Oddity.TIME_IN_FUTURE) : Set.of();
  }

  private static <T> T present(@Nullable T value, String reason) {
    if (value == null) {
      throw new Undecodable(reason);
    }
    return value;
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new Undecodable(reason);
    }
  }
}
