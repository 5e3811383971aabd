package org.homeward.durable.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a stored state that a write changes, by their path below the state, with their old
 * values.
 *
 * @param set the new values
 * @param unset the parts that are gone
 * @param was the old value of each of them; without a value for a part that was not there
 */
record StateDifference(Map<String, Object> set, Set<String> unset, List<Document> was) {

  static StateDifference between(Document before, Document after) {
    var found =
        new StateDifference(new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
    found.documents("", before, after);
    return found;
  }

  /** A document of which most parts change is one part itself. */
  private void documents(String path, Document before, Document after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    long changed = names.stream().filter(name -> !same(before, after, name)).count();
    boolean whole = changed * 2 > names.size() || !names.stream().allMatch(StateDifference::isPart);
    if (whole && !path.isEmpty()) {
      replace(path, before, after);
      return;
    }
    for (String name : names) {
      if (!same(before, after, name)) {
        String part = path.isEmpty() ? name : path + "." + name;
        if (after.containsKey(name)) {
          parts(part, before.get(name), before.containsKey(name), after.get(name));
        } else {
          unset.add(part);
          was.add(old(part, before.get(name)));
        }
      }
    }
  }

  private void parts(
      String path, @Nullable Object before, boolean wasThere, @Nullable Object after) {
    if (before instanceof Document old && after instanceof Document now) {
      documents(path, old, now);
    } else if (before instanceof List<?> old && after instanceof List<?> now) {
      lists(path, old, now);
    } else if (wasThere) {
      replace(path, before, after);
    } else {
      add(path, after);
    }
  }

  /** A list that has lost something is one part; what is added to one costs what is added. */
  private void lists(String path, List<?> before, List<?> after) {
    if (after.size() < before.size() || before.isEmpty()) {
      replace(path, before, after);
      return;
    }
    for (int i = 0; i < after.size(); i++) {
      if (i >= before.size()) {
        add(path + "." + i, after.get(i));
      } else if (!Objects.equals(before.get(i), after.get(i))) {
        parts(path + "." + i, before.get(i), true, after.get(i));
      }
    }
  }

  private void add(String path, @Nullable Object after) {
    set.put(path, after);
    was.add(new Document("part", path));
  }

  private void replace(String path, @Nullable Object before, @Nullable Object after) {
    set.put(path, after);
    was.add(old(path, before));
  }

  private static Document old(String path, @Nullable Object before) {
    return new Document("part", path).append("value", before);
  }

  private static boolean same(Document before, Document after, String name) {
    return before.containsKey(name) == after.containsKey(name)
        && Objects.equals(before.get(name), after.get(name));
  }

  /** Whether a name can stand in a path of the store. */
  private static boolean isPart(String name) {
    return !name.isEmpty() && name.indexOf('.') < 0 && name.charAt(0) != '$';
  }

  /** Whether every part can be named; otherwise the state is written whole. */
  static boolean isPossible(Document before, Document after) {
    return before.keySet().stream().allMatch(StateDifference::isPart)
        && after.keySet().stream().allMatch(StateDifference::isPart);
  }
}
