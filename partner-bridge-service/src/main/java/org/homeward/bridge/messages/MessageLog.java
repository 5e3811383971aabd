package org.homeward.bridge.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of messages: numbers, codes, hashes and names of fields, never a word of the
 * content. Appending is safe to repeat.
 */
interface MessageLog {

  /**
   * One disclosure of the register.
   *
   * @param seq of the message; 0 of a photo, which is none
   * @param type of the message, or {@link #PHOTO}
   * @param fields names of what was told
   */
  record RegisterEntry(
      String handover,
      String partner,
      long seq,
      String type,
      Instant at,
      @Nullable Scope scope,
      List<String> fields,
      @Nullable Basis basis,
      @Nullable Instant leaseUntil) {}

  /** A photo that a holder fetched. */
  String PHOTO = "PHOTO";

  /** Before it leaves. */
  void disclosing(RegisterEntry disclosed);

  /**
   * Before a photo leaves.
   *
   * @param request hash of the request for it
   */
  void handing(String handover, String partner, String request, @Nullable Basis basis, Instant at);

  /** All disclosures of a handover, oldest first. */
  List<RegisterEntry> register(String handover);

  /** A message of ours and how it was answered. */
  void answered(String handover, String partner, long seq, String hash, String result);

  /**
   * A message of a partner with the receipt it got.
   *
   * @param hash of its payload
   */
  void receipted(String handover, String partner, long seq, String hash, String receipt);

  /** The receipt that a payload got before. */
  Optional<String> receipt(String partner, String hash);
}
