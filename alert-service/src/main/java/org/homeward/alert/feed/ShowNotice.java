package org.homeward.alert.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.Disclosures;

/** Shows one notice to one desk. */
public final class ShowNotice {

  private final GuardedDocuments<PoliceNotice> notices;
  private final DiscloseNotices disclose;

  public ShowNotice(GuardedDocuments<PoliceNotice> notices, Disclosures disclosures, String node) {
    this.notices = notices;
    this.disclose = new DiscloseNotices(disclosures, node);
  }

  /** What a desk may be shown; unknown and not for this desk are one answer. */
  public sealed interface Shown {

    record Item(FeedItem item) implements Shown {}

    record Nothing() implements Shown {}

    record Unrecorded() implements Shown {}
  }

  public Shown show(Reader reader, String id) {
    Optional<Guarded<PoliceNotice>> found = notices.find(id);
    Optional<Map<String, FeedItem>> disclosed =
        disclose.to(reader, found.map(List::of).orElse(List.of()));
    if (disclosed.isEmpty()) {
      return new Shown.Unrecorded();
    }
    FeedItem item = disclosed.get().get(id);
    return item == null ? new Shown.Nothing() : new Shown.Item(item);
  }
}
