package org.homeward.schema.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON format of CloudEvents 1.0, where one document holds attributes and data. */
final class StructuredMode {

  private StructuredMode() {}

  static CloudEvent read(byte[] value) {
    try {
      JsonNode json = StrictJson.read(value);
      CloudEventBuilder event = CloudEventBuilder.v1();
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        set(event, member.getKey(), member.getValue());
      }
      require(json.path("specversion").asString("").equals("1.0"));
      byte[] data = data(json);
      return (data == null ? event : event.withData(data)).build();
    } catch (Malformed e) {
      throw new Undecodable(e.rule());
    } catch (Undecodable e) {
      throw e;
    } catch (RuntimeException e) {
      // The builder's exception would quote the value.
      throw new Undecodable("not-a-cloudevent");
    }
  }

  private static void set(CloudEventBuilder event, String name, JsonNode value) {
    switch (name) {
      case "specversion", "data", "data_base64" -> {}
      case "id" -> event.withId(text(value));
      case "type" -> event.withType(text(value));
      case "subject" -> event.withSubject(text(value));
      case "source" -> event.withSource(URI.create(text(value)));
      case "dataschema" -> event.withDataSchema(URI.create(text(value)));
      case "datacontenttype" -> event.withDataContentType(text(value));
      case "time" -> event.withTime(OffsetDateTime.parse(text(value)));
      default -> extension(event, name, value);
    }
  }

  private static void extension(CloudEventBuilder event, String name, JsonNode value) {
    if (value.isBoolean()) {
      event.withExtension(name, value.asBoolean());
    } else if (value.isInt()) {
      event.withExtension(name, value.asInt());
    } else {
      event.withExtension(name, text(value));
    }
  }

  private static byte @Nullable [] data(JsonNode json) {
    JsonNode data = json.path("data");
    JsonNode base64 = json.path("data_base64");
    require(data.isMissingNode() || base64.isMissingNode());
    if (base64.isString()) {
      return Base64.getDecoder().decode(base64.asString());
    }
    require(base64.isMissingNode());
    if (data.isMissingNode()) {
      return null;
    }
    boolean plainText = data.isString() && !isJson(json.path("datacontenttype").asString("json"));
    return (plainText ? data.asString() : data.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isJson(String contentType) {
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return mediaType.endsWith("json");
  }

  private static String text(JsonNode value) {
    require(value.isString() && Attributes.isText(value.asString()));
    return value.asString();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new Undecodable("not-a-cloudevent");
    }
  }
}
