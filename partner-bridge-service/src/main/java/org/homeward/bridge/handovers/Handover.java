package org.homeward.bridge.handovers;

import java.util.List;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.ReceiptLine;

/**
 * A case that one hotline hands over to another; each side has a type for each state it can be in.
 */
public sealed interface Handover permits Owned, Held {

  Dialogue dialogue();

  HandoverStatus status();

  /** The same with the dialogue gone on. */
  Handover with(Dialogue next);

  Handover with(Exchange next);

  /** Slug of the other node. */
  default String partner() {
    return dialogue().partner();
  }

  /** Id of the case within this node. */
  default String caseId() {
    return dialogue().caseId();
  }

  default boolean exercise() {
    return dialogue().exercise();
  }

  default boolean braked() {
    return dialogue().braked();
  }

  default List<HandoverTask> open() {
    return dialogue().open();
  }

  default List<ReceiptLine> receipts() {
    return dialogue().receipts();
  }

  default Exchange exchange() {
    return dialogue().exchange();
  }
}
