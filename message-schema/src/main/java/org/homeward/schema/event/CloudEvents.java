package org.homeward.schema.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.homeward.schema.json.StrictJson;
import org.jspecify.annotations.Nullable;

/** The CloudEvents layer: any lawful event in either mode of the Kafka binding. */
final class CloudEvents {

  private static final String STRUCTURED = "application/cloudevents+json";

  private CloudEvents() {}

  /**
   * @throws Undecodable with a reason that repeats nothing of the record
   */
  static CloudEvent read(List<EventHeader> headers, byte @Nullable [] value) {
    if (value != null && value.length > StrictJson.MAX_BYTES) {
      throw new Undecodable("too-large");
    }
    RecordHeaders checked = check(headers);
    String contentType = contentType(headers);
    if (contentType.startsWith("application/cloudevents")) {
      return structured(contentType, value);
    }
    try {
      return KafkaMessageFactory.createReader(checked, value).toEvent();
    } catch (RuntimeException e) {
      // Its text quotes the record.
      throw new Undecodable("not-a-cloudevent");
    }
  }

  private static CloudEvent structured(String contentType, byte @Nullable [] value) {
    String mediaType = contentType.split(";", 2)[0].strip();
    if (!mediaType.equals(STRUCTURED) || value == null) {
      throw new Undecodable("not-a-cloudevent");
    }
    return StructuredMode.read(value);
  }

  /** Kafka allows repeated headers with any bytes, which two readers could read differently. */
  private static RecordHeaders check(List<EventHeader> headers) {
    RecordHeaders checked = new RecordHeaders();
    Set<String> names = new HashSet<>();
    for (EventHeader header : headers) {
      boolean ours = header.name().startsWith("ce_") || header.name().equals("content-type");
      if (!ours) {
        continue;
      }
      if (!names.add(header.name())) {
        throw new Undecodable("duplicate-header");
      }
      if (!Attributes.isText(utf8(header.value()))) {
        throw new Undecodable("bad-header");
      }
      checked.add(header.name(), header.value());
    }
    return checked;
  }

  private static String utf8(byte @Nullable [] value) {
    try {
      return value == null
          ? "\0"
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new Undecodable("bad-header");
    }
  }

  private static String contentType(List<EventHeader> headers) {
    return headers.stream()
        .filter(header -> header.name().equals("content-type"))
        .map(header -> header.text().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }
}
