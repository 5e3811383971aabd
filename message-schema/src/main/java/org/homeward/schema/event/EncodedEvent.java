package org.homeward.schema.event;

import java.util.List;

/** A record ready to be sent, with its bytes as the client takes them. */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedEvent(String key, List<EventHeader> headers, byte[] value) {}
