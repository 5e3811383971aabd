package org.homeward.intake.mongo;

import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.log.Log;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/** The audit trail of this service: a log of opaque ids, chained by hashes. */
public final class AuditLog implements AuditTrail {

  private final Log log;

  public AuditLog(Log log) {
    this.log = log;
  }

  @Override
  public void append(AuditEntry entry) {
    log.append(
        UUID.randomUUID().toString(),
        new Document("subjects", entry.subjects())
            .append("verb", entry.verb().name())
            .append("role", entry.role())
            .append("reader", entry.reader())
            .append("purpose", entry.purpose().name())
            .append("basis", entry.basis().name())
            .append("at", Date.from(entry.at())));
  }
}
