package org.homeward.alert.police.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;

/** The notices that one answer has looked at, each as it stands for the desk that gets it. */
final class Looks {

  private final Function<Collection<String>, List<Guarded<PoliceNotice>>> notices;
  private final DiscloseNotices disclose;
  private final KnownDesk desk;
  private final Set<String> looked = new HashSet<>();
  private final Map<String, ForDesk> found = new HashMap<>();

  Looks(
      Function<Collection<String>, List<Guarded<PoliceNotice>>> notices,
      DiscloseNotices disclose,
      KnownDesk desk) {
    this.notices = notices;
    this.disclose = disclose;
    this.desk = desk;
  }

  /** Those entries at which this desk sees something: a notice, or that it was withdrawn. */
  List<FeedEntry> shown(List<FeedEntry> entries) {
    Set<String> ids = entries.stream().map(FeedEntry::notice).collect(Collectors.toSet());
    ids.removeAll(looked);
    looked.addAll(ids);
    if (!ids.isEmpty()) {
      notices
          .apply(ids)
          .forEach(
              notice -> disclose.forDesk(desk, notice).ifPresent(it -> found.put(notice.id(), it)));
    }
    return entries.stream().filter(this::isShown).toList();
  }

  private boolean isShown(FeedEntry entry) {
    ForDesk notice = found.get(entry.notice());
    return notice != null && entry.isWithdrawal() == (notice instanceof ForDesk.Withdrawn);
  }

  /** Of these entries. */
  Map<String, ForDesk> of(Collection<FeedEntry> entries) {
    Map<String, ForDesk> those = new LinkedHashMap<>();
    entries.forEach(
        entry -> {
          ForDesk notice = found.get(entry.notice());
          if (notice != null) {
            those.put(entry.notice(), notice);
          }
        });
    return those;
  }
}
