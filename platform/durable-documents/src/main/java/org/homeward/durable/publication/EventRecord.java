package org.homeward.durable.publication;

import java.util.Map;

/**
 * A rendered event.
 *
 * @param key the case id, so that everything about one case keeps its order
 */
public record EventRecord(String key, Map<String, byte[]> headers, byte[] value) {}
