package org.homeward.bridge.disclosure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The statements of receipts about copies, {@code homeward.remains.*}.
 *
 * @param oplog how far MongoDB's log of operations reaches back; nobody has said when it is absent
 * @param backups how long copies of the store are kept
 */
@ConfigurationProperties("homeward.remains")
record RemainsSettings(@Nullable Duration oplog, @Nullable Duration backups) {

  WhatRemains of(boolean embedded) {
    return embedded ? WhatRemains.embedded(backups) : WhatRemains.mongodb(oplog, backups);
  }
}
