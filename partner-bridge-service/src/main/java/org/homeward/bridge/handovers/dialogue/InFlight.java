package org.homeward.bridge.handovers.dialogue;

import java.util.List;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.facts.Basis;
import org.jspecify.annotations.Nullable;

/**
 * A message that has its number and its signature and is sent until it is answered.
 *
 * @param jws made once, repeated byte for byte
 * @param hash of its payload
 * @param body what goes beside it, as text; null when it has none, or must not go any more
 * @param fields names of what the body tells, for the register; empty when it tells nothing
 * @param told what the partner knows once it has this; null when it is no release or sync
 * @param reply id of the holder's word it brings
 */
public record InFlight(
    long seq,
    MessageType type,
    String jws,
    String hash,
    @Nullable String body,
    List<String> fields,
    @Nullable Basis basis,
    @Nullable Told told,
    @Nullable String reply) {

  public InFlight {
    fields = fields == null ? List.of() : List.copyOf(fields);
  }

  /** The message goes on with numbers and signature, without its body. */
  InFlight withoutBody() {
    return new InFlight(seq, type, jws, hash, null, fields, basis, told, reply);
  }

  @Override
  public String toString() {
    return "InFlight[" + type + " " + seq + "]";
  }
}
