package org.homeward.schema.bridge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.event.Unsendable;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.Schemas;
import org.homeward.schema.json.Violation;
import tools.jackson.databind.JsonNode;

/** Writes messages that pass the closed schema, and signs the exact bytes. */
public final class MessageSigner {

  private MessageSigner() {}

  /**
   * Signs a message.
   *
   * @throws Unsendable when it breaks the schema; a bug, never a refusal
   */
  public static SignedMessage sign(Message message, HeldKey key) {
    byte[] payload = write(SchemaName.MESSAGE, message);
    return new SignedMessage(Jws.sign(payload, Jws.MESSAGE, key), payload, Hashes.of(payload));
  }

  /** Signs the answer to a message. */
  public static String sign(Receipt receipt, HeldKey key) {
    return Jws.sign(write(SchemaName.RECEIPT, receipt), Jws.RECEIPT, key);
  }

  /** The bytes of a body, whose hash goes into its message. */
  public static byte[] write(MessageType type, Body body) {
    if (!type.body().isInstance(body)) {
      throw new IllegalArgumentException("not the body of " + type);
    }
    return write(type.schema(), body);
  }

  static byte[] write(SchemaName schema, Object document) {
    JsonNode json = Json.wire().valueToTree(document);
    List<Violation> violations = Schemas.validate(schema, json);
    if (!violations.isEmpty()) {
      throw new Unsendable(violations);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
