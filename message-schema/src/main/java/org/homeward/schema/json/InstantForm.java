package org.homeward.schema.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Instants as {@code 2026-03-01T12:00:00.123Z}. */
final class InstantForm {

  private InstantForm() {}

  static final class Writer extends StdSerializer<Instant> {

    Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.truncatedTo(ChronoUnit.MILLIS).toString());
    }
  }

  static final class Reader extends StdDeserializer<Instant> {

    Reader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
      String text = json.getString();
      try {
        if (text != null && text.endsWith("Z")) {
          return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        }
      } catch (DateTimeException e) {
        // Answered below, without the text.
      }
      return context.reportInputMismatch(Instant.class, "not an instant");
    }
  }
}
