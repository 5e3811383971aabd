package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The owner's answer to one request for a photo.
 *
 * @param from the owner
 * @param to the holder
 * @param request hash of the request's payload
 * @param body hash of the bytes that come with it; absent where none do
 */
public record PhotoAnswer(
    int v,
    String from,
    String to,
    String request,
    PhotoResult result,
    @Nullable String body,
    Instant at) {

  public PhotoAnswer {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(request, "request");
    requireNonNull(result, "result");
    requireNonNull(at, "at");
    if (body != null && result != PhotoResult.HERE) {
      throw new IllegalArgumentException("only a photo that may be had comes with bytes");
    }
  }
}
