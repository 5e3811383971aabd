package org.homeward.bridge.disclosure;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/**
 * Records only the beginning of a withholding, not each attempt: a message that waits for a ground
 * would otherwise write the same entry every minute.
 */
final class WithheldOnce implements AuditTrail {

  private final AuditTrail trail;
  private final Set<List<String>> withheld = ConcurrentHashMap.newKeySet();

  WithheldOnce(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void append(AuditEntry entry) {
    if (entry.verb() == AuditEntry.Verb.DISCLOSED) {
      withheld.remove(entry.subjects());
      trail.append(entry);
    } else if (!withheld.contains(entry.subjects())) {
      trail.append(entry);
      withheld.add(entry.subjects());
    }
  }
}
