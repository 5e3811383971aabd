package org.homeward.durable.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/** States of every form that JSON has, and changes of them, from a seed. */
final class RandomStates {

  private static final List<String> NAMES =
      List.of("a", "b", "c", "1", "2", "with.point", "$sign", "reports");

  private final Random random;

  RandomStates(long seed) {
    this.random = new Random(seed);
  }

  Document state() {
    return document(3);
  }

  /** A state that shares much with this one. */
  Document after(Document before) {
    var after = new Document();
    before.forEach(
        (name, value) -> {
          if (random.nextInt(8) != 0) {
            after.append(name, random.nextInt(3) == 0 ? changed(value) : value);
          }
        });
    if (random.nextInt(3) == 0) {
      after.append(NAMES.get(random.nextInt(NAMES.size())), value(2));
    }
    return after;
  }

  private Object changed(Object before) {
    return switch (before) {
      case Document document -> after(document);
      case List<?> list -> changed(list);
      case null, default -> value(1);
    };
  }

  private List<Object> changed(List<?> before) {
    List<Object> after = new ArrayList<>(before);
    if (!after.isEmpty() && random.nextBoolean()) {
      int i = random.nextInt(after.size());
      after.set(i, changed(after.get(i)));
    }
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      after.add(value(1));
    }
    if (!after.isEmpty() && random.nextInt(6) == 0) {
      after.removeLast();
    }
    return after;
  }

  private Document document(int depth) {
    var document = new Document();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      document.append(NAMES.get(random.nextInt(NAMES.size())), value(depth - 1));
    }
    return document;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> "text " + random.nextInt(5);
      case 1 -> random.nextInt(5);
      case 2 -> random.nextBoolean();
      case 3 -> null;
      case 4, 5 -> document(depth);
      default -> {
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
          list.add(value(depth - 1));
        }
        yield list;
      }
    };
  }
}
