package org.homeward.schema.event;

import java.nio.charset.StandardCharsets;

/** A header of a Kafka record, with its bytes as the client takes them. */
@SuppressWarnings("ArrayRecordComponent")
public record EventHeader(String name, byte[] value) {

  public String text() {
    return new String(value, StandardCharsets.UTF_8);
  }
}
