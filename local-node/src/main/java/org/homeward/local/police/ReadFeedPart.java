package org.homeward.local.police;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.cap.CapSignature;
import org.homeward.schema.cap.CapVerdict;
import org.homeward.schema.cap.CapVerdict.Genuine;
import org.homeward.schema.cap.CapVerdict.Reason;
import org.homeward.schema.cap.CapVerdict.Refused;
import org.homeward.schema.cap.PlainXml;
import org.homeward.schema.cap.VerifyCap;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a page in CAP form: an Atom feed (RFC 4287) whose entries hold signed messages. */
final class ReadFeedPart {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String OURS = "urn:homeward:feed";
  private static final String URN = "urn:uuid:";
  private static final String ACTIVE = "ACTIVE";
  private static final Pattern PLACE = Pattern.compile("[?&]after=([^&]+)");
  private static final Pattern WELL_FORMED = Pattern.compile("[0-9A-Za-z]+\\.[0-9]{1,18}");
  private static final Pattern IDENTIFIER = Pattern.compile("([0-9a-f-]{36})\\.([1-9][0-9]{0,8})");

  private final VerifyCap verify;

  /**
   * @param keys the believed keys, by kid
   */
  ReadFeedPart(Function<String, Optional<Jwk>> keys) {
    this.verify = new VerifyCap(keys);
  }

  /** The answer is no page of a feed. */
  static final class NoFeed extends Exception {

    private static final long serialVersionUID = 1L;

    NoFeed() {
      super("the answer is no page of a police feed");
    }
  }

  FeedPart read(byte[] atom) throws NoFeed {
    Element feed = root(atom);
    Element standing = first(feed, OURS, "standing").orElseThrow(NoFeed::new);
    List<Entry> entries = new ArrayList<>();
    for (Element entry : all(feed, ATOM, "entry")) {
      entries.add(entry(entry));
    }
    List<FeedPart.Recent> recent = new ArrayList<>();
    for (Element last : all(standing, OURS, "recent")) {
      recent.add(
          new FeedPart.Recent(
              notice(last.getAttribute("id")), number(last.getAttribute("version"))));
    }
    return new FeedPart(entries, next(feed), place(standing.getAttribute("head")), recent);
  }

  /** The place that an address of the feed leads to; its host is nobody's business. */
  static Optional<String> placeIn(String address) {
    Matcher found = PLACE.matcher(address);
    return found.find() && WELL_FORMED.matcher(found.group(1)).matches()
        ? Optional.of(found.group(1))
        : Optional.empty();
  }

  private static Element root(byte[] atom) throws NoFeed {
    try {
      Element root = PlainXml.read(atom).getDocumentElement();
      if (ATOM.equals(root.getNamespaceURI()) && "feed".equals(root.getLocalName())) {
        return root;
      }
    } catch (PlainXml.Unreadable e) {
      // Answered below.
    }
    throw new NoFeed();
  }

  private static String next(Element feed) {
    for (Element link : all(feed, ATOM, "link")) {
      if (feed.equals(link.getParentNode()) && "next".equals(link.getAttribute("rel"))) {
        return placeIn(link.getAttribute("href")).orElse("");
      }
    }
    return "";
  }

  private Entry entry(Element entry) throws NoFeed {
    String notice = notice(text(entry, ATOM, "id"));
    Element content = first(entry, ATOM, "content").orElseThrow(NoFeed::new);
    Optional<Element> alert = first(content, CapSignature.CAP, CapSignature.ALERT);
    if (alert.isEmpty()) {
      boolean isOn =
          first(entry, ATOM, "category").map(each -> each.getAttribute("term")).stream()
              .anyMatch(ACTIVE::equals);
      return isOn
          ? new Entry.Doubtful(notice, Reason.UNSIGNED, "")
          : new Entry.Stone(notice, text(entry, ATOM, "title"));
    }
    CapVerdict verdict = verify.verify(alert.get());
    return switch (verdict) {
      case Genuine(Element signed, String kid) -> message(notice, signed, kid);
      case Refused(Reason reason, String kid) -> new Entry.Doubtful(notice, reason, kid);
    };
  }

  /** Of the signed element alone; an entry that puts it under another id is not believed. */
  private static Entry message(String notice, Element alert, String kid) {
    Matcher identifier = IDENTIFIER.matcher(cap(alert, "identifier"));
    Optional<Entry.Kind> kind = kind(cap(alert, "msgType"));
    if (!identifier.matches() || !identifier.group(1).equals(notice) || kind.isEmpty()) {
      return new Entry.Doubtful(notice, Reason.OTHER_FORM, kid);
    }
    return new Entry.Message(
        notice,
        Integer.parseInt(identifier.group(2)),
        kind.get(),
        !"Actual".equals(cap(alert, "status")),
        cap(alert, "sent"),
        cap(alert, "headline"),
        cap(alert, "description"),
        cap(alert, "instruction"),
        cap(alert, "note"),
        kid);
  }

  private static Optional<Entry.Kind> kind(String name) {
    return switch (name) {
      case "Alert" -> Optional.of(Entry.Kind.ALERT);
      case "Update" -> Optional.of(Entry.Kind.UPDATE);
      case "Cancel" -> Optional.of(Entry.Kind.CANCEL);
      default -> Optional.empty();
    };
  }

  private static String notice(String id) {
    return id.startsWith(URN) ? id.substring(URN.length()).toLowerCase(Locale.ROOT) : id;
  }

  private static String place(String text) throws NoFeed {
    if (WELL_FORMED.matcher(text).matches()) {
      return text;
    }
    throw new NoFeed();
  }

  private static int number(String text) throws NoFeed {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new NoFeed();
    }
  }

  private static String cap(Element alert, String name) {
    return text(alert, CapSignature.CAP, name);
  }

  /** Empty when there is none. */
  private static String text(Element parent, String namespace, String name) {
    return first(parent, namespace, name).map(Element::getTextContent).orElse("");
  }

  private static Optional<Element> first(Element parent, String namespace, String name) {
    return all(parent, namespace, name).stream().findFirst();
  }

  private static List<Element> all(Element parent, String namespace, String name) {
    NodeList found = parent.getElementsByTagNameNS(namespace, name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }
}
