package org.homeward.durable.shape;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A state that is stored as its JSON, equal to the wire format. */
public final class JsonStateCodec<S> implements StateCodec<S> {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectMapper mapper;
  private final Class<S> type;
  private final Shapes shapes;

  public JsonStateCodec(ObjectMapper mapper, Class<S> type, Shapes shapes) {
    this.mapper = mapper;
    this.type = type;
    this.shapes = shapes;
  }

  @Override
  public int schema() {
    return shapes.written();
  }

  @Override
  public int newest() {
    return shapes.newest();
  }

  @Override
  public Document write(S state) {
    if (mapper.valueToTree(state) instanceof ObjectNode object) {
      return document(shapes.toWritten(object));
    }
    throw new IllegalArgumentException(type.getSimpleName() + " is not a JSON object");
  }

  @Override
  public S read(Document stored, int storedSchema) {
    if (storedSchema > newest()) {
      throw new StoreFailure.NewerSchema(type.getSimpleName(), storedSchema, newest()); // upholds 1
    }
    return mapper.treeToValue(shapes.toNewest(object(stored), storedSchema), type);
  }

  private static Document document(ObjectNode object) {
    var document = new Document();
    object.properties().forEach(e -> document.append(e.getKey(), value(e.getValue())));
    return document;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> document((ObjectNode) node);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(value(element)));
        yield list;
      }
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static Object number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToInt() ? (Object) node.intValue() : (Object) node.longValue();
    }
    return node.isBigDecimal() ? new Decimal128(node.decimalValue()) : node.doubleValue();
  }

  private static ObjectNode object(Document document) {
    ObjectNode object = NODES.objectNode();
    document.forEach((name, value) -> object.set(name, node(value)));
    return object;
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Document d -> object(d);
      case List<?> list -> {
        ArrayNode array = NODES.arrayNode(list.size());
        list.forEach(element -> array.add(node(element)));
        yield array;
      }
      case String s -> NODES.stringNode(s);
      case Boolean b -> NODES.booleanNode(b);
      case Integer i -> NODES.numberNode(i);
      case Long l -> NODES.numberNode(l);
      case Double d -> NODES.numberNode(d);
      case Decimal128 d -> NODES.numberNode(d.bigDecimalValue());
      default -> throw new IllegalStateException("unexpected in a state: " + value.getClass());
    };
  }
}
