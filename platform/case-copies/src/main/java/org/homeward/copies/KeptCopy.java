package org.homeward.copies;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;

/**
 * A copy that was just stored.
 *
 * @param version of the case
 * @param first there was no copy before, so that nothing here can be about this case yet
 * @param changes what led to it, as far as this event tells; oldest first
 */
public record KeptCopy(
    String caseId, long version, CaseCopy copy, boolean first, List<Change> changes) {

  public KeptCopy {
    changes = List.copyOf(changes);
  }

  /** The version of the newest of these changes; 0 when there is none. */
  public long newest(ChangeType... types) {
    Set<String> names = Arrays.stream(types).map(ChangeType::text).collect(Collectors.toSet());
    return changes.stream()
        .filter(change -> names.contains(change.type()))
        .mapToLong(Change::n)
        .max()
        .orElse(0);
  }
}
