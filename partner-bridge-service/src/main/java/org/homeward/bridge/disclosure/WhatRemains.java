package org.homeward.bridge.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.schema.bridge.bodies.Remains;
import org.homeward.schema.bridge.bodies.RemainsIn;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * Where copies of what is erased live on, and for how long: what is true of the store in use, and
 * what the operator has said. Nothing is promised that nobody has said.
 *
 * @param periods from the erasure
 * @param notStated where there may be copies, and nobody has said for how long
 */
record WhatRemains(Map<RemainsIn, Duration> periods, List<Code<RemainsIn>> notStated) {

  static final WhatRemains NOTHING = new WhatRemains(Map.of(), List.of());

  /** The embedded store rewrites its journal at least nightly. */
  private static final Duration JOURNAL = Duration.ofDays(1);

  /** The period that {@code ./homeward backup} tells the person who makes a copy. */
  private static final Duration COPIES = Duration.ofDays(35);

  WhatRemains {
    periods = new TreeMap<>(periods);
    notStated = List.copyOf(notStated);
  }

  /** On the embedded store. */
  static WhatRemains embedded(@Nullable Duration backups) {
    return new WhatRemains(
        Map.of(
            RemainsIn.TOPIC,
            DatabaseClaim.GONE_AFTER,
            RemainsIn.JOURNAL,
            JOURNAL,
            RemainsIn.BACKUP,
            backups == null ? COPIES : backups),
        List.of());
  }

  /** On MongoDB, whose oplog and backups are its operator's. */
  static WhatRemains mongodb(@Nullable Duration oplog, @Nullable Duration backups) {
    Map<RemainsIn, Duration> periods = new TreeMap<>();
    periods.put(RemainsIn.TOPIC, DatabaseClaim.GONE_AFTER);
    if (oplog != null) {
      periods.put(RemainsIn.LOG, oplog);
    }
    if (backups != null) {
      periods.put(RemainsIn.BACKUP, backups);
    }
    return new WhatRemains(
        periods,
        List.of(RemainsIn.LOG, RemainsIn.BACKUP).stream()
            .filter(where -> !periods.containsKey(where))
            .<Code<RemainsIn>>map(Code::of)
            .toList());
  }

  List<Remains> at(Instant erased) {
    return periods.entrySet().stream()
        .map(each -> new Remains(Code.of(each.getKey()), erased.plus(each.getValue())))
        .sorted(Comparator.comparing(Remains::until))
        .toList();
  }
}
