package org.homeward.alert.police.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.ToldByPhone;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The facts of a notice as lines, whatever facts there are: what is urgent first, then the episode,
 * then child by child.
 */
final class FactLines {

  private static final List<String> URGENT = List.of("warnings", "risk", "lastSeen");

  /** Typed text cannot begin a line of its own, or it could imitate one of ours. */
  private static final String CONTINUED = "\n    | ";

  private static final String OURS = "en";
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

  private final FeedItem.Active item;
  private final ObjectNode facts;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  FactLines(FeedItem.Active item) {
    this.item = item;
    this.facts = item.told().json();
    Set<String> children = new TreeSet<>(item.children().keySet());
    children.addAll(facts.path("children").propertyNames());
    children.forEach(child -> numbers.put(child, numbers.size() + 1));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    item.missingSince()
        .ifPresent(at -> lines.add("NOW MISSING: told at " + at + "; see Last seen"));
    if (item.kind() != null) {
      lines.add(about(item.kind()));
    }
    if (item.desk() != null) {
      lines.add("For desk: " + item.desk());
    }
    item.toldByPhone().forEach(call -> lines.add(told(call)));
    item.changed().forEach(change -> lines.add(changed(change)));
    URGENT.stream().filter(facts::has).forEach(name -> lines.add(line(name, facts.get(name))));
    item.seenSince().ifPresent(seen -> lines.add(seenSince(seen)));
    for (String name : facts.propertyNames()) {
      if (!URGENT.contains(name) && !name.equals("children")) {
        lines.add(line(name, facts.get(name)));
      }
    }
    numbers.forEach((child, number) -> lines.addAll(child(child, number)));
    if (!item.withheld().isEmpty()) {
      lines.add("Known and withheld: " + item.withheld());
    }
    return lines;
  }

  /** It is somebody's word: an officer who goes there must know the other place too. */
  private static String seenSince(ObjectNode seen) {
    return "SEEN SINCE, as a caller says: " + oneLine(value(seen));
  }

  /** An officer must not search for a child who is at home. */
  private static String about(Code<CaseKind> kind) {
    return switch (kind.value()) {
      case MISSING -> "Missing.";
      case AT_RISK -> "NOT MISSING: somebody threatens to take this child.";
      case UNIDENTIFIED -> "FOUND: nobody knows who this child is.";
      case OTHER -> "NOT A SEARCH: call the hotline.";
    };
  }

  /** English, as our own words are, and those that somebody's words are in. */
  List<String> languages() {
    Set<String> spoken = new TreeSet<>(spoken(facts, "").keySet());
    spoken.remove(OURS);
    List<String> all = new ArrayList<>(List.of(OURS));
    all.addAll(spoken);
    return all;
  }

  /** All lines, preceded by the text in another language. */
  List<String> in(String language, List<String> all) {
    List<String> lines = new ArrayList<>();
    if (!language.equals(OURS)) {
      lines.addAll(spoken(facts, "").getOrDefault(language, List.of()));
      lines.add("");
    }
    lines.addAll(all);
    return lines;
  }

  @Nullable String warnings() {
    return facts.has("warnings") ? line("warnings", facts.get("warnings")) : null;
  }

  /** Free text of people, by language. */
  private static Map<String, List<String>> spoken(JsonNode node, String name) {
    Map<String, List<String>> all = new TreeMap<>();
    if (isText(node)) {
      String language = node.get("language").asString();
      if (LANGUAGE.matcher(language).matches()) {
        all.computeIfAbsent(language, _ -> new ArrayList<>()).add(line(name, node.get("text")));
      }
      return all;
    }
    if (node instanceof ObjectNode object) {
      object.propertyStream().forEach(part -> addAll(all, spoken(part.getValue(), part.getKey())));
    } else {
      node.valueStream().forEach(element -> addAll(all, spoken(element, name)));
    }
    return all;
  }

  private static void addAll(Map<String, List<String>> all, Map<String, List<String>> more) {
    more.forEach(
        (language, lines) -> all.computeIfAbsent(language, _ -> new ArrayList<>()).addAll(lines));
  }

  private List<String> child(String id, int number) {
    ChildStatus status = item.children().getOrDefault(id, ChildStatus.MISSING);
    List<String> lines = new ArrayList<>();
    lines.add("Child " + number + ": " + status.status());
    JsonNode child = facts.path("children").path(id);
    for (String name : child.propertyNames()) {
      lines.add("  " + line(name, child.get(name)));
    }
    return lines;
  }

  private String changed(NoticeChange change) {
    String what = change.what().stream().map(this::words).collect(Collectors.joining(", "));
    return "Changed " + change.at() + ": " + what;
  }

  private static String told(ToldByPhone call) {
    return "Told by phone " + call.at() + ", reference: " + oneLine(call.ref());
  }

  private String words(String pointer) {
    String[] steps = pointer.split("/");
    return steps.length == 4
        ? "child " + numbers.getOrDefault(steps[2], 0) + " " + label(steps[3])
        : label(steps[steps.length - 1]);
  }

  private static String line(String name, JsonNode value) {
    String label = label(name);
    return label.substring(0, 1).toUpperCase(Locale.ROOT)
        + label.substring(1)
        + ": "
        + oneLine(value(value));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R|\\p{Cntrl}", CONTINUED);
  }

  /** {@code lastSeen} as {@code last seen}. */
  private static String label(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(FactLines::value).collect(Collectors.joining("; "));
    }
    if (value instanceof ObjectNode object) {
      return object(object);
    }
    return value.isBoolean() ? (value.booleanValue() ? "yes" : "no") : value.asString();
  }

  private static String object(ObjectNode object) {
    Set<String> names = Set.copyOf(object.propertyNames());
    if (isText(object)) {
      return object.get("text").asString() + " [" + object.get("language").asString() + "]";
    }
    if (names.equals(Set.of("from", "to"))) {
      return range(object.get("from").asInt(), object.get("to").asInt());
    }
    return object
        .propertyStream()
        .map(part -> label(part.getKey()) + " " + value(part.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isText(JsonNode node) {
    return node.isObject() && Set.copyOf(node.propertyNames()).equals(Set.of("language", "text"));
  }

  static String range(int from, int to) {
    return from == to ? String.valueOf(from) : from + "–" + to;
  }
}
