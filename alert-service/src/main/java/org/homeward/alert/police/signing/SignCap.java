package org.homeward.alert.police.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.police.formats.SignMessage;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.cap.CapSignature;

/**
 * Signs CAP messages with the newest key. Each signature by ECDSA is another one; the last ones are
 * remembered, so that the same message has the same bytes while it is read again and again.
 */
public final class SignCap {

  private static final int REMEMBERED = 2_000;

  private final CapKeys keys;
  private final Map<String, CapSignature> made = // guarded by itself
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CapSignature> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignCap(CapKeys keys) {
    this.keys = keys;
  }

  /** The key that signs now; empty while this node has none. */
  public Optional<SignMessage> now() {
    return keys.signing().map(With::new);
  }

  private final class With implements SignMessage {

    private final HeldKey key;

    private With(HeldKey key) {
      this.key = key;
    }

    @Override
    public String kid() {
      return key.kid();
    }

    @Override
    public CapSignature sign(byte[] message) {
      String name = key.kid() + " " + hash(message);
      synchronized (made) {
        CapSignature known = made.get(name);
        if (known != null) {
          return known;
        }
      }
      CapSignature fresh = CapSignature.sign(message, key);
      synchronized (made) {
        CapSignature first = made.putIfAbsent(name, fresh);
        return first == null ? fresh : first;
      }
    }
  }

  /** A hash stands for the message: nothing that is remembered holds content. */
  private static String hash(byte[] message) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
