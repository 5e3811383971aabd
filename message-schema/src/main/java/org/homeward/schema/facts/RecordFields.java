package org.homeward.schema.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Access to facts by field name, so that a rule for all facts also holds for future ones. */
final class RecordFields {

  /** The JVM makes them anew for whoever asks, and they are asked for with each fold. */
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.of(type.getRecordComponents());
        }
      };

  private static final ClassValue<Constructor<?>> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          Class<?>[] types =
              COMPONENTS.get(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
          try {
            return type.getDeclaredConstructor(types);
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no record: " + type.getSimpleName());
          }
        }
      };

  private RecordFields() {}

  /** Whether a value is present: neither null nor an empty collection. */
  static Map<String, Object> present(Record facts) {
    Map<String, Object> present = new LinkedHashMap<>();
    for (RecordComponent component : COMPONENTS.get(facts.getClass())) {
      try {
        Object value = component.getAccessor().invoke(facts);
        if (value != null && !isEmpty(value)) {
          present.put(component.getName(), value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record without accessor: " + component.getName());
      }
    }
    return present;
  }

  static <R extends Record> R make(Class<R> type, Map<String, ?> values) {
    Object[] arguments =
        COMPONENTS.get(type).stream().map(field -> values.get(field.getName())).toArray();
    try {
      return type.cast(CONSTRUCTORS.get(type).newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be made: " + type.getSimpleName());
    }
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
