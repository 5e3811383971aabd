package org.homeward.bridge.handovers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.schema.facts.HandoverStatus;
import org.homeward.schema.facts.HandoverTask;
import org.homeward.schema.facts.ReceiptLine;

/** The dialogue with one partner about one case; the two sides keep different things of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Owned.class, name = "OWNER"),
  @JsonSubTypes.Type(value = Held.class, name = "HOLDER")
})
public sealed interface Handover permits Owned, Held {

  int MAX_RECEIPT_LINES = 30;

  /** Slug of the other node. */
  String partner();

  /** Id of the case within this node. */
  String caseId();

  boolean exercise();

  HandoverStatus status();

  boolean braked();

  List<HandoverTask> open();

  List<ReceiptLine> receipts();

  Exchange exchange();

  /** The same with another state of its messages. */
  Handover with(Exchange exchange);

  /** Nothing is held, told or awaited any more. */
  default boolean isOver() {
    return status() == HandoverStatus.CLOSED || status() == HandoverStatus.REJECTED;
  }
}
