package org.homeward.schema.json;

import org.homeward.schema.values.Code;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A {@link Code} is one string. */
@SuppressWarnings({"rawtypes", "unchecked"}) // the list is known only when the field is
final class CodeForm {

  private CodeForm() {}

  static final class Writer extends StdSerializer<Code> {

    Writer() {
      super(Code.class);
    }

    @Override
    public void serialize(Code value, JsonGenerator json, SerializationContext context) {
      boolean ownOnly = context.getAttribute(Json.OWN_CODES_ONLY) != null;
      json.writeString(ownOnly ? value.value().name() : value.text());
    }
  }

  static final class Reader extends StdDeserializer<Code> {

    private final Class<? extends Enum> list;

    Reader() {
      this(Enum.class);
    }

    private Reader(Class<? extends Enum> list) {
      super(Code.class);
      this.list = list;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new Reader(
          (Class<? extends Enum>)
              context.getContextualType().containedType(0).getRawClass().asSubclass(Enum.class));
    }

    @Override
    public Code deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(Code.class, "not a code");
      }
      return Code.read(list, json.getString());
    }
  }
}
