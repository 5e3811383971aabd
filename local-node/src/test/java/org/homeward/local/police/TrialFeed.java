package org.homeward.local.police;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.homeward.schema.bridge.KeyVouch;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.schema.cap.CapSignature;

/** A hotline with a log, as alert-service keeps it: places only, content as it is now. */
final class TrialFeed implements FeedDoor {

  private static final int PAGE = 3;
  private static final int RECENT = 10;
  private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

  private final List<HeldKey> keys = new ArrayList<>();
  private final List<CapKeyList.Shown> shown = new ArrayList<>();
  private final Map<String, String> notices = new LinkedHashMap<>();
  private final Map<String, Integer> editions = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private final Deque<Answer> instead = new ArrayDeque<>();
  private String epoch = "abcdefgh";
  private boolean answersKeys = true;

  TrialFeed() {
    newKey(true);
  }

  String fingerprint() {
    return shown.getFirst().fingerprint();
  }

  /** A key that signs from now on, with or without the word of the one before. */
  void newKey(boolean vouched) {
    HeldKey made = HeldKey.generate(KeyUse.SIG, "rs-cap-" + (keys.size() + 1));
    String vouch = vouched && !keys.isEmpty() ? KeyVouch.sign(made.jwk(), keys.getLast()) : null;
    keys.add(made);
    shown.add(new CapKeyList.Shown(made.jwk(), AT, vouch, false));
  }

  void hideKeys() {
    answersKeys = false;
  }

  /** Of a new notice; its id. */
  String alert(String name) {
    String notice = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    tell(notice, "Alert", name);
    return notice;
  }

  void update(String notice, String text) {
    tell(notice, "Update", text);
  }

  void cancel(String notice) {
    tell(notice, "Cancel", "");
  }

  private void tell(String notice, String type, String text) {
    int edition = editions.merge(notice, 1, Integer::sum);
    String info =
        type.equals("Cancel")
            ? "<note>the search has ended</note>"
            : "<info><headline>HIGH · new · boy 9</headline><description>%s</description></info>"
                .formatted(text);
    notices.put(notice, signed(message(notice, edition, type, info)));
    log.add(notice);
  }

  private static String message(String notice, int edition, String type, String info) {
    return ("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>%s.%d</identifier>"
            + "<sent>2026-11-30T12:00:00-00:00</sent><status>Actual</status><msgType>%s</msgType>"
            + "%s</alert>")
        .formatted(notice, edition, type, info);
  }

  private String signed(String message) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      CapSignature.sign(message.getBytes(UTF_8), keys.getLast()).write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return message.replace("</alert>", text + "</alert>");
  }

  /** There is no message of it any more. */
  void erase(String notice) {
    notices.put(notice, "");
    log.add(notice);
  }

  /** Somebody on the way changes what a message says. */
  void falsify(String notice, String from, String to) {
    notices.computeIfPresent(notice, (_, message) -> message.replace(from, to));
  }

  /** The newest message of one notice under the id of another one. */
  void swap(String notice, String other) {
    notices.put(notice, notices.get(other));
  }

  /** A copy from before this notice was there. */
  void restoreWithout(String notice) {
    epoch = "hgfedcba";
    notices.remove(notice);
    editions.remove(notice);
    log.removeIf(notice::equals);
  }

  void answerOnce(Answer answer) {
    instead.add(answer);
  }

  @Override
  public Answer page(String place) {
    if (!instead.isEmpty()) {
      return instead.remove();
    }
    if (!place.isEmpty() && !place.startsWith(epoch + ".")) {
      return new Answer.Restart(epoch + ".0");
    }
    int from = place.isEmpty() ? 0 : (int) FeedPart.number(place);
    int to = Math.min(log.size(), from + PAGE);
    var entries = new StringBuilder();
    Set<String> once = new LinkedHashSet<>(log.subList(from, to));
    once.forEach(notice -> entries.append(entry(notice)));
    String feed =
        """
        <feed xmlns="http://www.w3.org/2005/Atom">\
        <link rel="next" href="http://elsewhere.example/api/v1/feeds/police?after=%s.%d&amp;limit=3"/>\
        <h:standing xmlns:h="urn:homeward:feed" head="%s.%d">%s</h:standing>%s</feed>"""
            .formatted(epoch, to, epoch, log.size(), recent(), entries);
    return new Answer.Page(feed.getBytes(UTF_8));
  }

  private String recent() {
    var recent = new StringBuilder();
    new LinkedHashSet<>(log.reversed())
        .stream()
            .limit(RECENT)
            .forEach(
                notice ->
                    recent.append(
                        "<h:recent id=\"urn:uuid:%s\" version=\"%d\" n=\"1\"/>"
                            .formatted(notice, editions.get(notice))));
    return recent.toString();
  }

  private String entry(String notice) {
    String message = String.valueOf(notices.get(notice));
    String content =
        message.isEmpty()
            ? "<content type=\"text\">Erased: 2026-12</content>"
            : "<content type=\"application/cap+xml\">" + message + "</content>";
    return ("<entry><id>urn:uuid:%s</id><title>erased · RS-7KQ2</title>"
            + "<category scheme=\"urn:homeward:notice-status\" term=\"%s\"/>%s</entry>")
        .formatted(notice, message.isEmpty() ? "TOMBSTONE" : "ACTIVE", content);
  }

  @Override
  public Optional<CapKeyList> keys() {
    return answersKeys ? Optional.of(new CapKeyList(shown)) : Optional.empty();
  }

  static Answer later() {
    return new Answer.Later("it is busy", Duration.ofSeconds(7));
  }
}
