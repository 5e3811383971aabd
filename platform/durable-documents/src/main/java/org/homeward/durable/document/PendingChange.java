package org.homeward.durable.document;

import java.time.Instant;

/**
 * A change of a document that is not published yet; it holds no content.
 *
 * @param n the document's version that this change made
 * @param type dotted and versioned, such as {@code case.frozen.v1}
 * @param by the opaque id of the person or process that did it
 */
public record PendingChange(long n, String type, Instant at, String by) {}
