package org.homeward.alert.police.formats;

import org.homeward.schema.cap.CapSignature;

/** Signs CAP messages with one key of this node. */
public interface SignMessage {

  /** The name of the key; another one makes other bytes of the same message. */
  String kid();

  /**
   * Signs a message.
   *
   * @param message whole, but for the signature
   */
  CapSignature sign(byte[] message);
}
