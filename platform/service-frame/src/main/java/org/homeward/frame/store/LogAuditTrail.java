package org.homeward.frame.store;

import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.log.Log;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/** The looks of one service, in an append-only chain of hashes. */
public final class LogAuditTrail implements AuditTrail {

  private final Log log;

  public LogAuditTrail(Log log) {
    this.log = log;
  }

  @Override
  public void append(AuditEntry entry) {
    log.append(ref(), fields(entry)); // upholds 10
  }

  /**
   * For looks that belong to a stop, an end or a recall, which no missing key may stop: they are
   * recorded when there is a key again.
   */
  public AuditTrail evenWithoutKey() {
    return this::keep;
  }

  private void keep(AuditEntry entry) {
    log.record(ref(), fields(entry)); // upholds 4
  }

  private static String ref() {
    return "look/" + UUID.randomUUID();
  }

  private static Document fields(AuditEntry entry) {
    var fields =
        new Document("subjects", entry.subjects())
            .append("verb", entry.verb().name())
            .append("role", entry.role())
            .append("reader", entry.reader())
            .append("purpose", entry.purpose().name())
            .append("basis", entry.basis().name())
            .append("at", entry.at().toString());
    return entry.desk() == null ? fields : fields.append("desk", entry.desk());
  }
}
