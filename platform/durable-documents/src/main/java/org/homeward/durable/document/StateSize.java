package org.homeward.durable.document;

import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** The stored size of a part of a document, in bytes. */
final class StateSize {

  private static final int OF_A_VALUE = 12;
  private static final int BYTES_OF_A_CHAR = 3;

  private StateSize() {}

  /** Right for ASCII, up to three times too low for other scripts; costs little. */
  static long about(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> document -> {
        long sum = OF_A_VALUE;
        for (Map.Entry<?, ?> each : document.entrySet()) {
          sum += ((String) each.getKey()).length() + about(each.getValue());
        }
        yield sum;
      }
      case List<?> list -> {
        long sum = OF_A_VALUE;
        for (Object each : list) {
          sum += about(each);
        }
        yield sum;
      }
      case String text -> OF_A_VALUE + text.length();
      case null, default -> OF_A_VALUE;
    };
  }

  /** Whether it takes more; counted exactly only where that is not plain. */
  static boolean isOver(Document state, long limit) {
    return about(state) * BYTES_OF_A_CHAR > limit && exactly(state) > limit;
  }

  static long exactly(Document document) {
    try (var buffer = new BasicOutputBuffer();
        var writer = new BsonBinaryWriter(buffer)) {
      new DocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return buffer.getSize();
    }
  }
}
