package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.homeward.bridge.disclosure.PartnerGate.Passage;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.keys.Jwk;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be sent to a partner: a signal, content that the gate lets pass now, or a
 * message without its body.
 */
final class Parcel {

  private final byte[] sealed;

  private Parcel(InFlight message, @Nullable String body, Jwk key, Instant now) {
    byte[] words = body == null ? null : body.getBytes(UTF_8);
    sealed = Seal.seal(SignedMessage.stored(message.jws()), words, key, now);
  }

  static Parcel content(Passage.Open passage, Jwk key, Instant now) {
    return new Parcel(passage.message(), passage.message().body(), key, now);
  }

  /** A signal as it is; anything else without its words. */
  static Parcel signal(InFlight message, Jwk key, Instant now) {
    boolean content = message.type().isContent();
    return new Parcel(message, content ? null : message.body(), key, now);
  }

  byte[] sealed() {
    return sealed.clone();
  }
}
