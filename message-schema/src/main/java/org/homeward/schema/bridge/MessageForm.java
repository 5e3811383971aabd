package org.homeward.schema.bridge;

import java.util.Optional;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Tolerant;
import tools.jackson.databind.JsonNode;

/** The payload of a message, as far as this release knows it. */
final class MessageForm {

  private final JsonNode json;
  private final Heading heading;

  private MessageForm(JsonNode json, Heading heading) {
    this.json = json;
    this.heading = heading;
  }

  /**
   * Reads what a receipt needs.
   *
   * @throws Unopened UNREADABLE, when not even that is there
   */
  static MessageForm read(byte[] payload) {
    try {
      JsonNode json = StrictJson.read(payload);
      JsonNode heading = Tolerant.read(SchemaName.HEADING, json).json();
      return new MessageForm(json, Binding.bind(Heading.class, heading));
    } catch (Malformed | Invalid e) {
      throw new Unopened(TransportRefusal.UNREADABLE);
    }
  }

  Heading heading() {
    return heading;
  }

  Optional<MessageType> type() {
    return MessageType.of(json.path("type").asString(""));
  }

  /**
   * All of it.
   *
   * @throws Invalid when it breaks the schema by more than unknown fields
   */
  Read message() {
    Tolerant known = Tolerant.read(SchemaName.MESSAGE, json);
    return new Read(Binding.bind(Message.class, known.json()), known.unknownFields());
  }

  /** A message and how many fields of a newer program were ignored. */
  record Read(Message message, int unknownFields) {}
}
