package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an index is in the order that is asked for, forwards or backwards.
 *
 * @param fields so many of its first fields decide it, those with one value included
 */
record IndexOrder(boolean serves, int fields, boolean isReversed) {

  /**
   * @param equal so many of the index's fields have one value, so their place in the order says
   *     nothing
   */
  static IndexOrder of(List<KeyField> index, int equal, @Nullable Document order) {
    int next = equal;
    boolean forwards = true;
    boolean backwards = true;
    for (Map.Entry<String, Object> wanted : (order == null ? new Document() : order).entrySet()) {
      if (index.stream().limit(equal).anyMatch(f -> f.name().equals(wanted.getKey()))) {
        continue;
      }
      if (next == index.size()
          || !index.get(next).name().equals(wanted.getKey())
          || !(wanted.getValue() instanceof Number direction)) {
        return new IndexOrder(false, equal, false);
      }
      boolean same = index.get(next).ascending() == direction.intValue() > 0;
      forwards &= same;
      backwards &= !same;
      next++;
    }
    return forwards || backwards
        ? new IndexOrder(true, next, !forwards)
        : new IndexOrder(false, equal, false);
  }
}
