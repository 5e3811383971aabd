package org.homeward.alert.police.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.police.desks.Reader;
import org.homeward.alert.police.documents.FeedItem;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.Disclosures;

/** Shows one notice to one desk. */
final class ShowNotice {

  private final GuardedDocuments<PoliceNotice> notices;
  private final DiscloseNotices disclose;

  ShowNotice(
      GuardedDocuments<PoliceNotice> notices,
      Disclosures disclosures,
      Disclosures ends,
      References references,
      String node) {
    this.notices = notices;
    this.disclose = new DiscloseNotices(disclosures, ends, references, node);
  }

  /**
   * The answer to a desk; it does not tell an unknown notice from one that is not for this desk.
   */
  sealed interface Shown {

    record Item(FeedItem item) implements Shown {}

    record Nothing() implements Shown {}

    record Unrecorded() implements Shown {}
  }

  /** An existing notice that is not disclosed yet. */
  static final class Found {

    private final Guarded<PoliceNotice> notice;

    private Found(Guarded<PoliceNotice> notice) {
      this.notice = notice;
    }

    /** Everything that an answer depends on besides its reader, without a word of content. */
    String standing() {
      return notice.id() + "/" + notice.version();
    }
  }

  Optional<Found> find(String id) {
    return notices.find(id).map(Found::new);
  }

  /** Discloses it to the desk, once the look is recorded. */
  Shown show(Reader reader, Found found) {
    String id = found.notice.id();
    Optional<Map<String, FeedItem>> disclosed = disclose.to(reader, List.of(found.notice));
    if (disclosed.isEmpty()) {
      return new Shown.Unrecorded();
    }
    FeedItem item = disclosed.get().get(id);
    return item == null ? new Shown.Nothing() : new Shown.Item(item);
  }
}
