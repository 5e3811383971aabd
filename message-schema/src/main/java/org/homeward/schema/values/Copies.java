package org.homeward.schema.values;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collections of records are never null, never change and have one order. */
public final class Copies {

  private Copies() {}

  public static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  public static <V> Map<String, V> map(@Nullable Map<String, V> map) {
    return map == null || map.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  public static Set<String> set(@Nullable Set<String> set) {
    return set == null || set.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(new java.util.TreeSet<>(set));
  }

  public static Map<String, Set<Audience>> audiences(@Nullable Map<String, Set<Audience>> map) {
    Map<String, Set<Audience>> copy = new TreeMap<>(map(map));
    copy.replaceAll((field, set) -> audiences(set));
    return Collections.unmodifiableMap(copy);
  }

  public static Set<Audience> audiences(Set<Audience> set) {
    Set<Audience> copy = EnumSet.noneOf(Audience.class);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
