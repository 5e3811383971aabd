package org.homeward.console.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * Facts that police, a partner or an alert need and that no released report states. It refuses
 * nothing: services decide what they need.
 */
final class Lacks {

  /** One of the names of an entry is enough. */
  private static final List<List<String>> LOOKS = List.of(List.of("clothing", "hair", "marks"));

  private static final List<List<String>> WHO =
      List.of(List.of("names"), List.of("ageYears", "born"), List.of("sex"));

  private final JsonNode found;
  private final Words words;
  private final boolean states;

  private Lacks(JsonNode found, Words words, boolean states) {
    this.found = found;
    this.words = words;
    this.states = states;
  }

  /**
   * What one of them lacks.
   *
   * @param who in words
   * @param what the fields, or why nothing can be told at all, in words
   * @param links to the form of each field; without an address when several children lack it; empty
   *     for readers who cannot state facts
   */
  record Lack(String who, String what, List<CasePage.Link> links) {

    Lack {
      links = List.copyOf(links);
    }

    /** Whether somebody else lacks the same, so that the page says it once for both. */
    public boolean isAs(Lack other) {
      return what.equals(other.what) && links.equals(other.links);
    }
  }

  /**
   * A fact that nobody outside has.
   *
   * @param any the fields of which one is enough; the first gives it its name
   */
  private record Missing(List<String> any, boolean ofChild) {

    String field() {
      return any.getFirst();
    }
  }

  /**
   * Police, a partner, an alert; those that lack nothing are left out.
   *
   * @param states whether this person states facts of the case
   */
  static List<Lack> of(JsonNode found, Words words, boolean states) {
    return new Lacks(found, words, states).all();
  }

  /**
   * The word of police without which no alert is approved.
   *
   * @param records whether this person records it
   */
  static List<Lack> ofOrders(JsonNode found, Words words, boolean records) {
    String what = words.say("lacks.orders");
    String to = "/cases/" + found.path("id").asString("") + "/decide/" + Decision.ORDERS.place();
    return found.has("ordersChecked")
        ? List.of()
        : List.of(
            new Lack(
                words.say("lacks.approval"),
                what,
                records ? List.of(new CasePage.Link(what, to)) : List.of()));
  }

  private List<Lack> all() {
    List<JsonNode> told =
        found
            .path("reports")
            .valueStream()
            .filter(
                report -> !report.path("policeRelease").path("status").asString("").equals("HELD"))
            .map(report -> report.path("says"))
            .toList();
    List<Lack> lacks = new ArrayList<>();
    add(
        lacks,
        "police",
        told.isEmpty(),
        Stream.concat(
                missing(told, List.of(List.of("lastSeen"), List.of("risk"), List.of("reporter"))),
                missingOfChildren(told, Stream.concat(WHO.stream(), LOOKS.stream()).toList()))
            .toList());
    add(
        lacks,
        "partner",
        told.isEmpty(),
        Stream.concat(
                missing(told, List.of(List.of("category"), List.of("destinations"))),
                missingOfChildren(
                    told,
                    List.of(
                        List.of("ageYears", "born"),
                        List.of("nationalities"),
                        List.of("languages"))))
            .toList());
    add(
        lacks,
        "alert",
        told.isEmpty(),
        Stream.concat(
                missing(told, List.of(List.of("lastSeen"), List.of("risk"))),
                missingOfChildren(told, Stream.concat(WHO.stream(), LOOKS.stream()).toList()))
            .toList());
    return lacks;
  }

  private void add(List<Lack> lacks, String who, boolean nothing, List<Missing> missing) {
    if (nothing) {
      lacks.add(new Lack(words.say("lacks." + who), words.say("lacks.nothing"), List.of()));
    } else if (!missing.isEmpty()) {
      List<CasePage.Link> links = missing.stream().map(this::link).toList();
      String what = links.stream().map(CasePage.Link::text).collect(Collectors.joining(", "));
      lacks.add(new Lack(words.say("lacks." + who), what, states ? links : List.of()));
    }
  }

  /** A fact that each of several children lacks is stated nowhere for all of them. */
  private CasePage.Link link(Missing missing) {
    List<String> children = List.copyOf(found.path("children").propertyNames());
    String place = "/cases/" + found.path("id").asString("") + "/facts/" + missing.field();
    String to =
        !missing.ofChild()
            ? place
            : children.size() == 1 ? place + "?child=" + children.getFirst() : "";
    String field = words.say("fact." + missing.field());
    return new CasePage.Link(words.say("lacks.field", field, words.say(state(missing))), to);
  }

  /** Known here and not sent, asked without an answer, or never asked; none of them is a "no". */
  private String state(Missing missing) {
    JsonNode facts = found.path("facts");
    List<JsonNode> all =
        missing.ofChild() ? facts.path("children").valueStream().toList() : List.of(facts);
    if (all.stream().anyMatch(each -> missing.any().stream().anyMatch(each::has))) {
      return "lacks.notSent";
    }
    return missing.any().stream()
        .flatMap(
            field -> all.stream().map(each -> each.path("answers").path(field).asString("NONE")))
        .filter(answer -> !answer.equals("NONE"))
        .findFirst()
        .map(answer -> "lacks." + answer)
        .orElse("lacks.notAsked");
  }

  private static Stream<Missing> missing(List<JsonNode> told, List<List<String>> wanted) {
    return missing(told, wanted, false);
  }

  private static Stream<Missing> missing(
      List<JsonNode> told, List<List<String>> wanted, boolean ofChild) {
    return wanted.stream()
        .filter(any -> told.stream().noneMatch(says -> any.stream().anyMatch(says::has)))
        .map(any -> new Missing(any, ofChild));
  }

  private static Stream<Missing> missingOfChildren(List<JsonNode> told, List<List<String>> wanted) {
    List<JsonNode> children =
        told.stream().flatMap(says -> says.path("children").valueStream()).toList();
    return missing(children, wanted, true);
  }
}
