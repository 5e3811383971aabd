package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/** The connections that have logged in; others may only send the handshake and the login. */
final class Logins {
  private static final AttributeKey<Boolean> LOGGED_IN = AttributeKey.valueOf("homeward.logged-in");
  private static final String MECHANISM = "PLAIN"; // the secret stays on this machine's loopback

  private final @Nullable StoreLogin login;

  /**
   * @param login null: everybody may do everything
   */
  Logins(@Nullable StoreLogin login) {
    this.login = login;
  }

  void check(Channel channel, CommandKind kind) {
    boolean open = kind == CommandKind.HELLO || kind == CommandKind.LOGIN;
    if (login != null && !open && !Boolean.TRUE.equals(channel.attr(LOGGED_IN).get())) {
      throw new MongoServerError(13, "Unauthorized", "log in first");
    }
  }

  /** {@code saslStart}; PLAIN is one message, so there is nothing to continue. */
  Document answer(Channel channel, String name, Document command) {
    if (!CommandKind.plain(name).equals("saslstart")) {
      throw new MongoServerError(17, "ProtocolError", "no login is under way");
    }
    if (login == null || !MECHANISM.equals(command.get("mechanism"))) {
      throw new MongoServerError(334, "MechanismUnavailable", "the store takes PLAIN, or no login");
    }
    channel.attr(LOGGED_IN).set(false); // whoever tries again and fails is nobody
    if (!(command.get("payload") instanceof BinData said) || !login.isSaidBy(said.getData())) {
      throw new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }
    channel.attr(LOGGED_IN).set(true);
    return new Document("conversationId", 1)
        .append("done", true)
        .append("payload", new BinData(new byte[0]))
        .append("ok", 1.0);
  }
}
