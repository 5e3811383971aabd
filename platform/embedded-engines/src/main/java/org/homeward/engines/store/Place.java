package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The position of one document's bytes in the journal, and their CRC-32C. */
record Place(long offset, int length, int crc) {
  private static final int DOUBLE = 0x01;
  private static final int STRING = 0x02;
  private static final int DOCUMENT = 0x03;
  private static final int ARRAY = 0x04;
  private static final int BINARY = 0x05;
  private static final int UNDEFINED = 0x06;
  private static final int OBJECT_ID = 0x07;
  private static final int BOOLEAN = 0x08;
  private static final int DATE = 0x09;
  private static final int NULL = 0x0A;
  private static final int REGEX = 0x0B;
  private static final int INT32 = 0x10;
  private static final int TIMESTAMP = 0x11;
  private static final int INT64 = 0x12;
  private static final int DECIMAL = 0x13;
  private static final int MAX_KEY = 0x7F;
  private static final int MIN_KEY = 0xFF;

  /** Whether an entry of the journal holds whole documents. */
  static boolean hasDocuments(Document command) {
    return command.get("insert") != null && command.get("documents") instanceof List<?>;
  }

  /**
   * The documents of an insert, in their order.
   *
   * @param body an entry of the journal: {@code {…, command: {…, documents: […]}}}
   * @param at where the body lies
   */
  static List<Place> ofDocuments(ByteBuffer body, long at) {
    ByteBuffer bytes = body.slice().order(ByteOrder.LITTLE_ENDIAN);
    seek(bytes, "command");
    seek(bytes, "documents");
    int end = bytes.position() + bytes.getInt(bytes.position());
    bytes.position(bytes.position() + Integer.BYTES);
    List<Place> places = new ArrayList<>();
    for (int type = bytes.get(); bytes.position() < end; type = bytes.get()) {
      text(bytes);
      int start = bytes.position();
      skip(bytes, type);
      int length = bytes.position() - start;
      places.add(new Place(at + start, length, JournalRecord.crc(bytes.slice(start, length))));
    }
    return places;
  }

  /** From the beginning of a document to the beginning of the value of one of its fields. */
  private static void seek(ByteBuffer bytes, String field) {
    bytes.position(bytes.position() + Integer.BYTES);
    for (int type = bytes.get(); !text(bytes).equals(field); type = bytes.get()) {
      if (type == 0) {
        throw new IllegalArgumentException("no field " + field);
      }
      skip(bytes, type);
    }
  }

  private static String text(ByteBuffer bytes) {
    int start = bytes.position();
    while (bytes.get() != 0) {}
    byte[] name = new byte[bytes.position() - start - 1];
    bytes.get(start, name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private static void skip(ByteBuffer bytes, int type) {
    int next = bytes.position();
    int length =
        switch (type & 0xFF) {
          case DOUBLE, DATE, TIMESTAMP, INT64 -> Long.BYTES;
          case STRING -> Integer.BYTES + bytes.getInt(next);
          case DOCUMENT, ARRAY -> bytes.getInt(next);
          case BINARY -> Integer.BYTES + 1 + bytes.getInt(next);
          case UNDEFINED, NULL, MAX_KEY, MIN_KEY -> 0;
          case OBJECT_ID -> 12;
          case BOOLEAN -> 1;
          case REGEX -> {
            text(bytes);
            text(bytes);
            yield bytes.position() - next;
          }
          case INT32 -> Integer.BYTES;
          case DECIMAL -> 16;
          default -> throw new IllegalArgumentException("type " + type);
        };
    bytes.position(next + length);
  }
}
