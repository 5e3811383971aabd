package org.homeward.alert.police.formats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.police.notices.NoticePhoto;
import org.jspecify.annotations.Nullable;

/**
 * An item as a message of the Common Alerting Protocol 1.2: each edition of a notice is one
 * message, the first an Alert, a later one an Update, an end a Cancel without content.
 *
 * <p>Only the newest message can be read, because earlier facts are gone from here.
 *
 * @param incident groups the messages of one notice
 * @param references the earlier messages that it takes the place of, newest first
 * @param infos one for each language that the notice speaks, each of them whole; none in a Cancel
 * @param photos those that police may have; none in a Cancel
 */
record CapMessage(
    String identifier,
    Instant sent,
    boolean exercise,
    Kind kind,
    String note,
    String incident,
    List<Reference> references,
    List<InLanguage> infos,
    List<NoticePhoto> photos) {

  private static final int FIRST = 1;

  /** The number of last messages that are referred to; the first one comes beside them. */
  private static final int LAST = 10;

  private static final Duration LASTS = Duration.ofDays(365);

  CapMessage {
    references = List.copyOf(references);
    infos = List.copyOf(infos);
    photos = List.copyOf(photos);
  }

  /** CAP's {@code msgType}. */
  enum Kind {
    ALERT("Alert"),
    UPDATE("Update"),
    CANCEL("Cancel");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** An earlier message of the same sender. */
  record Reference(String identifier, Instant sent) {}

  /**
   * The message in one language.
   *
   * @param instruction the warnings; null when there are none
   */
  record InLanguage(
      String language,
      List<String> categories,
      String event,
      String urgency,
      String severity,
      String certainty,
      List<CapRating.EventCode> eventCodes,
      String headline,
      String description,
      @Nullable String instruction,
      CapArea area) {

    InLanguage {
      categories = List.copyOf(categories);
      eventCodes = List.copyOf(eventCodes);
    }
  }

  /**
   * Empty for a tombstone, and for an end without an earlier message to cancel: then nobody holds
   * one.
   */
  static Optional<CapMessage> of(FeedItem item, ItemText text) {
    List<Reference> references = references(item);
    return switch (item) {
      case FeedItem.Active active ->
          Optional.of(
              message(
                  active,
                  active.edition() == 1 ? Kind.ALERT : Kind.UPDATE,
                  active.exercise() ? "EXERCISE: this is not a real case." : "",
                  references,
                  infos(active, text),
                  active.photos()));
      case FeedItem.Ended ended -> cancel(ended, ended.why(), references);
      case FeedItem.Withdrawn taken ->
          cancel(taken, "withdrawn: delete what you hold of it.", references);
      case FeedItem.Erased _ -> Optional.empty();
    };
  }

  private static Optional<CapMessage> cancel(
      FeedItem item, String why, List<Reference> references) {
    String note = (item.exercise() ? "EXERCISE: " : "") + why;
    return references.isEmpty()
        ? Optional.empty()
        : Optional.of(message(item, Kind.CANCEL, note, references, List.of(), List.of()));
  }

  private static CapMessage message(
      FeedItem item,
      Kind kind,
      String note,
      List<Reference> references,
      List<InLanguage> infos,
      List<NoticePhoto> photos) {
    return new CapMessage(
        identifier(item, item.edition()),
        item.updated(),
        item.exercise(),
        kind,
        note,
        item.id(),
        references,
        infos,
        photos);
  }

  /** Of the notice's own id, which has neither a space nor a comma. */
  private static String identifier(FeedItem item, int edition) {
    return item.id() + "." + edition;
  }

  /**
   * The ten before it and the first: a reader that saw nothing but the first learns of this one.
   */
  private static List<Reference> references(FeedItem item) {
    List<Reference> references = new ArrayList<>();
    int edition = item.edition();
    for (Instant earlier : item.earlier()) {
      edition = references.size() < LAST ? edition - 1 : FIRST;
      if (edition >= FIRST) {
        references.add(new Reference(identifier(item, edition), earlier));
      }
    }
    return references;
  }

  /** CAP wants an end; a message of which nothing was heard for a year is not relied upon. */
  Instant expires() {
    return sent.plus(LASTS);
  }

  private static List<InLanguage> infos(FeedItem.Active item, ItemText text) {
    var facts = item.told().facts();
    var lines = new FactLines(item);
    var rating = CapRating.of(facts, item.children());
    int children = Math.max(item.children().size(), facts.children().size());
    List<InLanguage> infos = new ArrayList<>();
    for (String language : lines.languages()) {
      infos.add(
          new InLanguage(
              language,
              CapRating.categories(facts),
              CapRating.event(facts, children),
              rating.urgency(),
              rating.severity(),
              rating.certainty(),
              rating.eventCodes(),
              text.title(item),
              String.join("\n", lines.in(language, text.lines(item))),
              lines.warnings(),
              CapArea.of(facts.lastSeen())));
    }
    return infos;
  }
}
