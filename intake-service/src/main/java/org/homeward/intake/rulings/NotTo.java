package org.homeward.intake.rulings;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets of entries of {@code notTo}: those of a case's owner, and those of this node. */
public final class NotTo {

  private NotTo() {}

  /**
   * The entries of a case's owner.
   *
   * @param stored null or empty when there are none, and of an earlier build, which kept only one
   *     set of all
   * @param all those of the owner and of this node
   */
  public static Set<String> byOwner(
      @Nullable Set<String> stored, Set<String> all, Rulings rulings) {
    if (stored != null && !stored.isEmpty()) {
      return Set.copyOf(stored);
    }
    Set<String> others = new TreeSet<>(all);
    others.removeAll(rulings.keptFrom());
    return Set.copyOf(others);
  }

  /** One set of both. */
  public static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
