package org.homeward.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All mails, in memory; the oldest are dropped when there are too many. */
final class Mailbox {
  static final int MOST = 20_000;

  private final Clock clock;
  private final Deque<Letter> letters = new ArrayDeque<>(); // guarded by this
  private long last;

  Mailbox(Clock clock) {
    this.clock = clock;
  }

  /** A search for mails; an empty word matches all. */
  record Wanted(String to, String subject, long after) {

    boolean fits(Letter letter) {
      return (to.isEmpty() || letter.isTo(to))
          && (subject.isEmpty() || letter.isAbout(subject))
          && letter.number() > after;
    }
  }

  /** One letter for each recipient. */
  synchronized void take(
      String from, Collection<String> recipients, MimeMessage message, boolean answered)
      throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    PackedText raw = PackedText.of(bytes.toByteArray());
    for (String to : recipients) {
      letters.add(
          new Letter(
              ++last,
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              from,
              to,
              Objects.requireNonNullElse(message.getSubject(), ""),
              Objects.requireNonNullElse(message.getMessageID(), ""),
              answered,
              raw));
      if (letters.size() > MOST) {
        letters.removeFirst();
      }
    }
  }

  /** In the order of arrival. */
  synchronized List<Letter> find(Wanted wanted) {
    return letters.stream().filter(wanted::fits).toList();
  }

  /** The newest first. */
  synchronized List<Letter> newest(Wanted wanted, int most) {
    Stream<Letter> newestFirst = letters.reversed().stream();
    return newestFirst.filter(wanted::fits).limit(most).toList();
  }

  /** The numbering continues, so that a reader who has read up to a number misses nothing. */
  synchronized void empty() {
    letters.clear();
  }
}
