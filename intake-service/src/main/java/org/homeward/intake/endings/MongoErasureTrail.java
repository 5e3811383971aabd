package org.homeward.intake.endings;

import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.homeward.durable.document.Command;
import org.homeward.durable.log.Log;
import org.homeward.intake.cases.EraseReason;
import org.homeward.intake.cases.ErasureTrail;

/** Erasures that people order, in the chain of the service's looks. */
final class MongoErasureTrail implements ErasureTrail {

  private final Log audit;
  private final Clock clock;

  MongoErasureTrail(Log audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void ordered(String caseId, Command command, String by, EraseReason reason) {
    var fields =
        new Document("subjects", List.of(caseId))
            .append("verb", "ERASE")
            .append("by", by)
            .append("reason", reason.name())
            .append("at", clock.instant().toString());
    audit.record("erase/" + command.id(), fields);
  }
}
