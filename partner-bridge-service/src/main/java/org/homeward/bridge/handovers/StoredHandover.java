package org.homeward.bridge.handovers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How handovers stand in the store; a state that has no use for a field leaves it out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StoredOwner.class, name = "OWNER"),
  @JsonSubTypes.Type(value = StoredHolder.class, name = StoredHandover.HOLDER)
})
sealed interface StoredHandover permits StoredOwner, StoredHolder {

  String HOLDER = "HOLDER";

  static StoredHandover of(Handover handover) {
    return switch (handover) {
      case Owned owned -> StoredOwner.of(owned);
      case Held held -> StoredHolder.of(held);
    };
  }

  Handover state();
}
