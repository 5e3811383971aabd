package org.homeward.frame.changes;

import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;

/**
 * A kind of documents whose changes people hear of.
 *
 * @param type as readers know it
 * @param roles that may read such documents at all
 */
public record ChangeKind(String type, Set<Role> roles, MayKnow mayKnow) {

  public ChangeKind {
    roles = Set.copyOf(roles);
  }

  /** Which of these documents a person may know of. */
  @FunctionalInterface
  public interface MayKnow {

    /**
     * Shows nothing, so it is no look.
     *
     * @return those that are there and that this person may know of
     */
    Set<String> among(Set<String> ids, Caller caller);
  }

  boolean isFor(Caller caller) {
    return roles.stream().anyMatch(caller::is);
  }
}
