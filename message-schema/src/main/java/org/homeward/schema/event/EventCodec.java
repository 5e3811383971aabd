package org.homeward.schema.event;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes events strictly, reads them tolerantly: CloudEvents 1.0, Kafka binary mode. */
public final class EventCodec {

  /** The largest snapshot that travels with its facts. */
  public static final int MAX_SNAPSHOT_BYTES = 256 * 1024;

  private final EventWriter writer;
  private final EventReader reader;

  /** The source of all events written is {@code /nodes/<node>/<service>}. */
  public EventCodec(String node, String service, Clock clock) {
    writer = new EventWriter("/nodes/" + node + "/" + service, clock);
    reader = new EventReader(clock);
  }

  /**
   * Renders an event; a snapshot over {@link #MAX_SNAPSHOT_BYTES} goes as ids and states.
   *
   * @param caseId the Kafka key, so that all about one case stays in order
   * @throws Unsendable when the envelope breaks the closed schema
   */
  public EncodedEvent write(String caseId, Envelope<?> envelope) {
    return writer.write(caseId, envelope);
  }

  /**
   * Whether an event would travel with its facts: its snapshot is not too large, and the envelope
   * fits the closed schema.
   */
  public boolean carries(Envelope<?> envelope) {
    return EventWriter.carries(envelope);
  }

  /**
   * Reads binary mode, and structured mode ({@code application/cloudevents+json}).
   *
   * @throws Undecodable when no later attempt could read it either
   */
  public Decoded read(@Nullable String key, List<EventHeader> headers, byte @Nullable [] value) {
    return reader.read(key, headers, value);
  }
}
