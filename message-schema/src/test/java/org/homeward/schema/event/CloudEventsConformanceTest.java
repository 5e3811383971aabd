package org.homeward.schema.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.homeward.schema.Conformance;
import org.homeward.schema.json.Json;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every case of the CloudEvents material: first as CloudEvent, then as what it means for us. */
class CloudEventsConformanceTest {

  private final EventCodec codec =
      new EventCodec("rs", "intake", SettableClock.at("2026-06-01T12:00:00Z"));

  @TestFactory
  Stream<DynamicTest> kafkaBinding() {
    return cases("kafka-cases.json", 16, this::kafka);
  }

  @TestFactory
  Stream<DynamicTest> jsonFormat() {
    return cases("json-format-cases.json", 13, this::structured);
  }

  private void kafka(JsonNode c) {
    List<EventHeader> headers = headers(c.path("headers"));
    byte[] payload = payload(c.path("payload"));
    String key = c.path("key").isNull() ? null : c.path("key").asString();
    switch (c.path("expect").asString()) {
      case "reject-to-dlq", "rejected-by-broker-or-dlq" -> refused(key, headers, payload);
      case "ignore" ->
          assertThat(codec.read(key, headers, payload))
              .isEqualTo(new Decoded.NotOurs(Decoded.Why.UNKNOWN_SUBJECT, Set.of()));
      case "accept-with-warning" ->
          assertThat(codec.read(key, headers, payload))
              .isEqualTo(
                  new Decoded.NotOurs(
                      Decoded.Why.UNKNOWN_SUBJECT, Set.of(Decoded.Oddity.TIME_IN_FUTURE)));
      case "accept" -> {
        assertThat(codec.read(key, headers, payload)).isInstanceOf(Decoded.NotOurs.class);
        CloudEvent event = CloudEvents.read(headers, payload);
        if (!c.path("attributes").isNull()) {
          assertThat(attributes(event)).isEqualTo(strings(c.path("attributes")));
        }
        if (payload == null) {
          assertThat(event.getData()).isNull();
        } else {
          assertThat(Json.mapper().readTree(event.getData().toBytes()).path("message").asString())
              .isEqualTo("Hello World!");
        }
        if (key != null) {
          assertThat(event.getExtension("partitionkey")).isEqualTo(key);
        }
      }
      default -> throw new AssertionError("an expectation this test does not know");
    }
  }

  private void structured(JsonNode c) {
    JsonNode document = c.path("event");
    List<EventHeader> headers = List.of(header("content-type", "application/cloudevents+json"));
    // The material holds a lone surrogate, which no UTF-8 can: it travels escaped.
    byte[] payload =
        document.toString().replace("\ud800", "\\ud800").getBytes(StandardCharsets.UTF_8);
    if (c.path("expect").asString().equals("reject")) {
      refused(null, headers, payload);
      return;
    }
    assertThat(codec.read(null, headers, payload)).isInstanceOf(Decoded.NotOurs.class);
    CloudEvent event = CloudEvents.read(headers, payload);
    Map<String, String> expected = strings(document);
    expected.keySet().removeAll(Set.of("data", "data_base64"));
    assertThat(attributes(event)).isEqualTo(expected);
    assertThat(event.getData().toBytes()).isEqualTo(data(document));
  }

  private void refused(String key, List<EventHeader> headers, byte[] payload) {
    assertThatThrownBy(() -> codec.read(key, headers, payload))
        .isInstanceOf(Undecodable.class)
        .hasNoCause();
  }

  private static Stream<DynamicTest> cases(String file, int count, Consumer<JsonNode> check) {
    return Conformance.tests(
        "messaging/cloudevents/" + file,
        path -> {
          // Not the strict reader: the material itself has what the strict reader refuses.
          JsonNode cases = Json.mapper().readTree(Conformance.bytes(path));
          assertThat(cases).hasSize(count);
          return cases
              .valueStream()
              .map(c -> DynamicTest.dynamicTest(c.path("id").asString(), () -> check.accept(c)));
        });
  }

  private static List<EventHeader> headers(JsonNode headers) {
    List<EventHeader> list = new ArrayList<>();
    headers
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (entry.getKey().equals("__dup")) {
                list.add(header(value.path(0).asString(), value.path(1).asString()));
              } else if (value.asString().startsWith("base64:")) {
                byte[] bytes = Base64.getDecoder().decode(value.asString().substring(7));
                list.add(new EventHeader(entry.getKey(), bytes));
              } else {
                list.add(header(entry.getKey(), value.asString()));
              }
            });
    return list;
  }

  private static EventHeader header(String name, String value) {
    return new EventHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] payload(JsonNode payload) {
    if (payload.isNull()) {
      return null;
    }
    String text = payload.asString();
    return (text.equals("x(1048577)") ? "x".repeat(1048577) : text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] data(JsonNode document) {
    if (document.has("data_base64")) {
      return Base64.getDecoder().decode(document.path("data_base64").asString());
    }
    JsonNode data = document.path("data");
    return (data.isString() ? data.asString() : data.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new TreeMap<>();
    object
        .properties()
        .forEach(e -> strings.put(e.getKey(), e.getValue().asString(e.getValue().toString())));
    return strings;
  }

  private static Map<String, String> attributes(CloudEvent event) {
    Map<String, String> attributes = new TreeMap<>();
    for (String name : event.getAttributeNames()) {
      if (event.getAttribute(name) != null) {
        attributes.put(name, event.getAttribute(name).toString());
      }
    }
    for (String name : event.getExtensionNames()) {
      attributes.put(name, event.getExtension(name).toString());
    }
    return attributes;
  }
}
