package org.homeward.frame.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.RecordHandler;
import org.homeward.durable.reader.Unreadable;
import org.homeward.face.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The effects of a record belong to the trace of its change. */
final class TracedReading implements RecordHandler {

  private static final Logger LOG = LoggerFactory.getLogger("org.homeward.frame.records");

  private final RecordHandler handler;

  TracedReading(RecordHandler handler) {
    this.handler = handler;
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> received) throws Unreadable {
    try (var _ = Trace.following(traceparent(received)).open()) {
      handler.read(received);
      // Its place only: the rest of a record is whatever its writer put there.
      LOG.info("read {}-{}@{}", received.topic(), received.partition(), received.offset());
    }
  }

  private static @Nullable String traceparent(ConsumerRecord<?, ?> received) {
    Header header = received.headers().lastHeader(EventTopic.TRACE_HEADER);
    return header == null || header.value() == null ? null : new String(header.value(), ISO_8859_1);
  }
}
