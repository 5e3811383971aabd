package org.homeward.schema.facts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts by field name, so that a rule for all facts holds for those to come. */
final class RecordFields {

  private RecordFields() {}

  /** What is there: neither null nor an empty collection. */
  static Map<String, Object> present(Record facts) {
    Map<String, Object> present = new LinkedHashMap<>();
    for (RecordComponent component : facts.getClass().getRecordComponents()) {
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
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments =
        Arrays.stream(components).map(component -> values.get(component.getName())).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be made: " + type.getSimpleName());
    }
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
