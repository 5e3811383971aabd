package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A holder asks for a photo that the content of a handover lists.
 *
 * @param from the holder
 * @param to the owner
 * @param photo its id in the handover
 * @param held the holder has the bytes, and asks whether it still may
 */
public record PhotoRequest(
    int v, String from, String to, String handover, String photo, boolean held, Instant createdAt) {

  public PhotoRequest {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(handover, "handover");
    requireNonNull(photo, "photo");
    requireNonNull(createdAt, "createdAt");
  }
}
