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

  /** A notice that is there, and nothing told of it yet. */
  public static final class Found {

    private final Guarded<PoliceNotice> notice;

    private Found(Guarded<PoliceNotice> notice) {
      this.notice = notice;
    }

    /** Everything that an answer depends on besides its reader, without a word of content. */
    public String standing() {
      return notice.id() + "/" + notice.version();
    }
  }

  public Optional<Found> find(String id) {
    return notices.find(id).map(Found::new);
  }

  /** Shows it as far as the desk may know it, once the look is recorded. */
  public Shown show(Reader reader, Found found) {
    String id = found.notice.id();
    Optional<Map<String, FeedItem>> disclosed = disclose.to(reader, List.of(found.notice));
    if (disclosed.isEmpty()) {
      return new Shown.Unrecorded();
    }
    FeedItem item = disclosed.get().get(id);
    return item == null ? new Shown.Nothing() : new Shown.Item(item);
  }
}
