package org.homeward.alert.police.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedItem;
import org.homeward.alert.police.notices.AcknowledgeNotice;
import org.homeward.alert.police.notices.Acknowledgement;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.disclosure.Disclosures;

/** Shows one notice to one desk, and takes what the desk says to it. */
final class ShowNotice {

  /** The form of a notice id; a request with anything else is not recorded. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final GuardedDocuments<PoliceNotice> notices;
  private final DiscloseNotices disclose;
  private final AcknowledgeNotice acknowledge;

  ShowNotice(
      GuardedDocuments<PoliceNotice> notices,
      AcknowledgeNotice acknowledge,
      Disclosures disclosures,
      Disclosures ends,
      References references,
      String node) {
    this.notices = notices;
    this.acknowledge = acknowledge;
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

  /** A notice that is for the desk and not disclosed yet. */
  static final class Found {

    private final ForDesk notice;

    private Found(ForDesk notice) {
      this.notice = notice;
    }

    /** Everything that an answer depends on besides its reader, without a word of content. */
    String standing() {
      return notice.standing();
    }

    String id() {
      return notice.notice().id();
    }

    /** A photo that police may have as the notice stands now. */
    Optional<NoticePhoto> photo(String link) {
      return notice.notice().state() instanceof PoliceNotice.Active active
          ? active.photo(link)
          : Optional.empty();
    }
  }

  /**
   * Empty for an unknown notice and for one that this desk must not learn of; both are looked for
   * and recorded alike. A withdrawn one is on the feed only, where the desk had it from.
   */
  Optional<Found> find(KnownDesk reader, String id) {
    Optional<Found> found =
        notices
            .find(id)
            .flatMap(notice -> disclose.forDesk(reader, notice))
            .filter(ForDesk.Told.class::isInstance) // upholds 6
            .map(Found::new);
    if (found.isEmpty() && ID.matcher(id).matches()) {
      disclose.nothing(reader, id); // upholds 10
    }
    return found;
  }

  /** Takes the desk's word, if the notice is still for it when the word is written. */
  WriteOutcome.OfRequest<PoliceNotice, AcknowledgeNotice.Taken> acknowledge(
      KnownDesk reader, Found found, Acknowledgement.Word says, Command command) {
    return acknowledge.acknowledge(
        found.notice.notice().id(),
        now -> disclose.forDesk(reader, now).filter(ForDesk.Told.class::isInstance).isPresent(),
        reader,
        says,
        command);
  }

  /** Whether the desk may have a photo of it; empty when the look could not be recorded. */
  Optional<Boolean> mayHave(KnownDesk reader, Found found, NoticePhoto photo) {
    return disclose.photo(reader, found.notice, photo.id());
  }

  /** Discloses it to the desk, once the look is recorded. */
  Shown show(KnownDesk reader, Found found) {
    String id = found.notice.notice().id();
    Optional<Map<String, FeedItem>> disclosed = disclose.to(reader, List.of(found.notice));
    if (disclosed.isEmpty()) {
      return new Shown.Unrecorded();
    }
    FeedItem item = disclosed.get().get(id);
    return item == null ? new Shown.Nothing() : new Shown.Item(item);
  }
}
