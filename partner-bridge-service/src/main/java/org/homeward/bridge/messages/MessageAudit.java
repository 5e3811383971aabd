package org.homeward.bridge.messages;

import org.jspecify.annotations.Nullable;

/** Records every incoming message before it is answered. */
@FunctionalInterface
interface MessageAudit {

  /**
   * @param outcome a code
   * @param partner whose it was; null when that could not be told
   */
  void came(
      String outcome,
      @Nullable String partner,
      @Nullable String handover,
      @Nullable Long seq,
      @Nullable String cause);
}
