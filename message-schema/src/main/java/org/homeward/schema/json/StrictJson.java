package org.homeward.schema.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Reads JSON from strangers: one reading only, nothing guessed, nothing unbounded. */
public final class StrictJson {

  public static final int MAX_BYTES = 1024 * 1024;
  public static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 100;

  /** Looser than our own limits, so that ours answer first and with a name. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * Reads up to {@link #MAX_BYTES}.
   *
   * @throws Malformed with one of the rules {@code not-json}, {@code duplicate-key}, {@code
   *     trailing-content}, {@code not-utf-8}, {@code byte-order-mark}, {@code lone-surrogate},
   *     {@code nul}, {@code too-deep}, {@code too-large}, {@code number-too-large}
   */
  public static JsonNode read(byte[] bytes) {
    return read(bytes, MAX_BYTES);
  }

  /**
   * Reads up to a limit of the caller's own.
   *
   * @param maxBytes larger documents are refused unread
   * @throws Malformed as {@link #read(byte[])} does
   */
  public static JsonNode read(byte[] bytes, int maxBytes) {
    if (bytes.length > maxBytes) {
      throw new Malformed(maxBytes, "too-large");
    }
    String text = decode(bytes);
    check(text);
    return Json.mapper().readTree(text);
  }

  /** Strictly UTF-8, without a mark at its start. */
  private static String decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      if (text.startsWith("\uFEFF")) {
        throw new Malformed(0, "byte-order-mark");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new Malformed(buffer.position(), "not-utf-8");
    }
  }

  private static void check(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Walk walk = new Walk(parser);
      try {
        walk.toTheEnd();
      } catch (JacksonException e) {
        // Its text quotes the document, therefore it is not even a cause.
        throw new Malformed(walk.offset(), walk.rootRead ? "trailing-content" : "not-json");
      }
    }
  }

  /** One pass over all tokens with everything the parser itself lets through. */
  private static final class Walk {

    private final JsonParser parser;
    private final Deque<Set<String>> open = new ArrayDeque<>();
    private boolean rootRead;

    Walk(JsonParser parser) {
      this.parser = parser;
    }

    void toTheEnd() {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        require(!rootRead, "trailing-content");
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            require(open.size() < MAX_DEPTH, "too-deep");
            open.push(new HashSet<>());
          }
          case END_OBJECT, END_ARRAY -> open.pop();
          case PROPERTY_NAME -> {
            text(parser.currentName());
            require(open.element().add(parser.currentName()), "duplicate-key");
          }
          case VALUE_STRING -> text(parser.getString());
          case VALUE_NUMBER_INT ->
              require(
                  parser.getStringLength() <= 20
                      && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER,
                  "number-too-large");
          case VALUE_NUMBER_FLOAT ->
              require(
                  parser.getStringLength() <= MAX_NUMBER
                      && Double.isFinite(parser.getDoubleValue()),
                  "number-too-large");
          case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
          case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
              throw new IllegalStateException("not a token of text");
        }
        rootRead = open.isEmpty();
      }
      require(rootRead, "not-json");
    }

    private void text(String text) {
      require(text.indexOf('\0') < 0, "nul");
      require(Unicode.isWellFormed(text), "lone-surrogate");
    }

    private void require(boolean holds, String rule) {
      if (!holds) {
        throw new Malformed(offset(), rule);
      }
    }

    long offset() {
      return parser.currentLocation().getCharOffset();
    }
  }
}
