package org.homeward.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes up what a report says. Every free string holds the path of its field between two marks, so
 * that a test can see in any output which fields got there.
 */
public final class RandomFacts {

  private final Random random;
  private final List<String> childIds;

  public RandomFacts(Random random) {
    this.random = random;
    this.childIds = List.of(id(1), id(2), id(3));
  }

  /** Runs a property; a failure names the seed with which it comes again. */
  public static void times(int tries, Consumer<RandomFacts> property) {
    Random seeds = new Random(116_000);
    for (int i = 0; i < tries; i++) {
      long seed = seeds.nextLong();
      try {
        property.accept(new RandomFacts(new Random(seed)));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  public Audience audience() {
    return oneOf(Audience.values());
  }

  public Says says() {
    return (Says) record(Says.class, "");
  }

  /** A patch of what the first says, with values of the other. */
  public ObjectNode patch(Says says, Says other) {
    return new RandomPatches(random).patch(says, other);
  }

  public Set<Audience> audiences() {
    Set<Audience> set = EnumSet.noneOf(Audience.class);
    for (Audience audience : Audience.values()) {
      if (random.nextBoolean()) {
        set.add(audience);
      }
    }
    return set;
  }

  /** The mark of a field, as it is found in free strings. */
  public static String mark(String path) {
    return "«" + path + "»";
  }

  private static String id(int n) {
    return new UUID(0x4000L | n, 0x8000000000000000L | n).toString();
  }

  private Object record(Class<?> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    boolean holder = type == Says.class || type == ChildFacts.class;
    List<String> absent = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      boolean sibling = Set.of("answers", "audiences", "children").contains(name);
      boolean optional =
          components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)
              || components[i].getType() == List.class;
      if (holder && !sibling) {
        names.add(name);
      }
      if (optional && random.nextInt(3) == 0) {
        values[i] = components[i].getType() == List.class ? List.of() : null;
        absent.add(name);
      } else {
        values[i] = sibling ? null : value(components[i].getGenericType(), path, name);
      }
    }
    for (int i = 0; i < components.length; i++) {
      switch (components[i].getName()) {
        case "answers" -> values[i] = answers(absent);
        case "audiences" -> values[i] = limits(names);
        case "children" -> values[i] = children();
        default -> {}
      }
    }
    return make(type, components, values);
  }

  private Map<String, ChildFacts> children() {
    Map<String, ChildFacts> children = new TreeMap<>();
    for (String id : childIds) {
      if (random.nextBoolean()) {
        children.put(id, (ChildFacts) record(ChildFacts.class, "child"));
      }
    }
    return children;
  }

  private Map<String, Answer> answers(List<String> absent) {
    Map<String, Answer> answers = new TreeMap<>();
    absent.stream()
        .filter(field -> random.nextBoolean())
        .forEach(field -> answers.put(field, oneOf(Answer.values())));
    return answers;
  }

  private Map<String, Set<Audience>> limits(List<String> fields) {
    Map<String, Set<Audience>> limits = new TreeMap<>();
    fields.stream()
        .filter(field -> random.nextInt(4) == 0)
        .forEach(field -> limits.put(field, audiences()));
    return limits;
  }

  private Object value(Type type, String path, String name) {
    String here = path.isEmpty() ? name : path + "." + name;
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Code.class) {
        return code((Class<?>) argument);
      }
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(2); i >= 0; i--) {
        list.add(value(argument, path, name));
      }
      return list;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return string(here, name);
    } else if (plain == PartialDate.class) {
      return PartialDate.parse("20%02d-0%d".formatted(random.nextInt(20), 1 + random.nextInt(9)));
    } else if (plain == PhoneNumber.class) {
      return new PhoneNumber("+3816" + (1_000_000 + random.nextInt(9_000_000)));
    } else if (plain == NumberRange.class) {
      return new NumberRange(20 + random.nextInt(10), 40 + random.nextInt(10));
    } else if (plain == Boolean.class) {
      return random.nextBoolean();
    } else if (plain == Integer.class) {
      return random.nextInt(700);
    } else if (plain == Double.class) {
      return random.nextInt(90) + 0.5;
    } else if (plain == Instant.class) {
      return Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt());
    }
    return record(plain, here);
  }

  private String string(String path, String name) {
    return switch (name) {
      case "country", "nationalities" -> oneOf("RS", "GR", "BE");
      case "region" -> oneOf("RS-06", "RS-VO", "GR-B");
      case "language", "languages" -> oneOf("sr-Cyrl", "el", "en");
      case "script" -> oneOf("Cyrl", "Grek", "Latn");
      case "zone" -> "Europe/Belgrade";
      case "plate" -> oneOf("BG 1", "NS 2");
      case "from", "to" -> oneOf("07:30", "22:00");
      default -> mark(path) + " Ђ 🧒 " + random.nextInt(1000);
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object code(Class<?> list) {
    Enum[] values = (Enum[]) list.getEnumConstants();
    return Code.of(values[random.nextInt(values.length)]);
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
