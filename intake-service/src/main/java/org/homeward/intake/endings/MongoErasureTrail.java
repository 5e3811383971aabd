package org.homeward.intake.endings;

import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.homeward.durable.command.Command;
import org.homeward.durable.log.Log;
import org.homeward.intake.cases.ErasureTrail;
import org.homeward.intake.rulings.EraseReason;
import org.jspecify.annotations.Nullable;

/** Erasures that people order, in the chain of the service's looks. */
final class MongoErasureTrail implements ErasureTrail {

  private final Log audit;
  private final Clock clock;

  MongoErasureTrail(Log audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void ordered(
      String id, Command command, String by, @Nullable String with, EraseReason reason) {
    var fields =
        new Document("subjects", List.of(id))
            .append("verb", "ERASE")
            .append("by", by)
            .append("reason", reason.name())
            .append("at", clock.instant().toString());
    if (with != null) {
      fields.append("with", with);
    }
    audit.record("erase/" + command.id(), fields);
  }
}
