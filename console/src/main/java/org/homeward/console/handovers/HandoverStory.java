package org.homeward.console.handovers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.handovers.HandoverPage.Button;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells one handover: what is next, what was offered, what the partner knows and said. */
final class HandoverStory {

  private final Words words;
  private final HandoverWords says;
  private final FactWords factWords;
  private final Person reader;

  /**
   * @param reader the person at the browser; she gets buttons of what her role does
   */
  HandoverStory(Words words, HandoverWords says, FactWords factWords, Person reader) {
    this.words = words;
    this.says = says;
    this.factWords = factWords;
    this.reader = reader;
  }

  /**
   * @param content what the holder was told; empty for others
   * @param register what the partner was told; empty for who may not read it
   * @param done the move that was just made; empty for none
   */
  HandoverPage of(JsonNode found, JsonNode content, JsonNode register, String done) {
    boolean owned = HandoverWords.isOwned(found);
    String news = Move.isNews(done, found) ? done : "";
    List<Button> buttons = buttons(found);
    String asked = asked(found);
    Button primary =
        buttons.stream()
            .filter(button -> !asked.isEmpty() && button.address().contains(asked))
            .findFirst()
            .orElse(null);
    return new HandoverPage(
        says.line(found),
        owned,
        reader.isAtDesk() && (owned || found.has("scope")) ? found.path("case").asString("") : "",
        news,
        news.isEmpty() ? "" : words.say("handover.done." + news),
        primary,
        Stream.concat(
                photos(found).stream(), buttons.stream().filter(button -> !button.equals(primary)))
            .toList(),
        notes(found),
        offer(found),
        content(content),
        register.valueStream().map(this::told).toList(),
        heard(found),
        clocks(found),
        receipts(found),
        statement(found.path("statement")),
        proof(found));
  }

  /** Where the partner's photos are, once it tells the whole case. */
  private Optional<Button> photos(JsonNode found) {
    return isHeld(found) && reader.answersPartners()
        ? Optional.of(
            new Button(
                words.say("handover.photos"),
                "/handovers/" + found.path("id").asString("") + "/photos"))
        : Optional.empty();
  }

  /** The moves of this person here; those asked of her come first. */
  private List<Button> buttons(JsonNode found) {
    List<Button> buttons = new ArrayList<>();
    for (Move move : Move.possible(found, reader)) {
      buttons.add(
          new Button(
              words.say("move." + move.path()),
              "/handovers/" + found.path("id").asString("") + "/" + move.path()));
    }
    if (step(found).equals("OFFER_ANEW") && HandoverWords.isOwned(found) && reader.offersCases()) {
      buttons.addFirst(
          new Button(
              words.say("offer.anew"),
              "/handovers/offer?case=%s&partner=%s&instead=%s"
                  .formatted(
                      found.path("case").asString(""),
                      found.path("partner").asString(""),
                      found.path("id").asString(""))));
    }
    return buttons;
  }

  /**
   * The page of what a person is asked for; empty where the partner or the node itself comes next.
   */
  private static String asked(JsonNode found) {
    if (Move.lacksGround(found)) {
      return "/grounds";
    }
    if (!found.path("awaited").path("from").asString("").equals("US")) {
      return "";
    }
    return switch (step(found)) {
      case "ACKNOWLEDGE" -> "/acknowledge";
      case "ANSWER" -> "/accept";
      case "CHECK" -> "/check";
      case "RECALL" -> "/recall";
      case "OFFER_ANEW" -> "/offer?";
      default -> "";
    };
  }

  private static String step(JsonNode found) {
    return found.path("awaited").path("step").asString("");
  }

  private List<String> notes(JsonNode found) {
    List<String> notes = new ArrayList<>(ended(found));
    if (isHeld(found)) {
      notes.add(words.say("handover.police.ours"));
    }
    found
        .path("open")
        .valueStream()
        .map(task -> words.code("HandoverTask", task.asString("")))
        .forEach(notes::add);
    String waits = says.wait(found.path("waitsFor").asString("-"));
    if (!waits.isEmpty()) {
      notes.add(waits);
    }
    JsonNode delivery = found.path("delivery");
    int attempts = delivery.path("attempts").asInt(0);
    if (attempts > 0) {
      notes.add(
          words.say(
              "handover.unanswered",
              words.codeInText("MessageType", delivery.path("type").asString("")),
              attempts,
              says.clock(delivery.path("next"))));
    }
    return notes;
  }

  /** Whether the whole case is here, and nobody has let police read it by that. */
  private static boolean isHeld(JsonNode found) {
    return !HandoverWords.isOwned(found)
        && found.path("scope").asString("").equals("FULL")
        && found.path("status").asString("").equals("RELEASED");
  }

  /** The copies of a recalled case that are gone, and those that no node can erase. */
  private List<String> ended(JsonNode found) {
    if (!found.has("recall")) {
      return List.of();
    }
    String reason = found.path("recall").asString("");
    String why = words.codeInText("RecallReason", reason);
    if (HandoverWords.isOwned(found)) {
      return List.of(words.say("handover.recalled.ours", why));
    }
    List<String> ended = new ArrayList<>();
    ended.add(
        reason.equals("LEASE")
            ? words.say("handover.recalled.lease")
            : words.say("handover.recalled.by", says.partner(found), why));
    if (found.has("erasedAt")) {
      ended.add(words.say("handover.recalled.erased", says.at(found.path("erasedAt"))));
    }
    if (!found.path("status").asString("").equals("REVOKED")) {
      ended.add(words.say("handover.recalled.paper")); // something of the case had come
    }
    return ended;
  }

  private List<Fact> offer(JsonNode found) {
    JsonNode offer = found.path("offer");
    String reason = offer.path("reason").asString(found.path("reason").asString(""));
    JsonNode asks = offer.has("asks") ? offer.path("asks") : found.path("asks");
    return Stream.of(
            said("reason", reason.isEmpty() ? "" : words.code("OfferReason", reason)),
            said("asks", says.codes("Ask", asks)),
            said("ages", says.codes("AgeBand", offer.path("ageBands"))),
            said("languages", languages(offer.path("languages"))),
            said("police", known(offer.path("policeInformed"))),
            said("sis", known(offer.path("sis"))),
            said("interpol", known(offer.path("interpol"))),
            said("basis", basis(found)))
        .flatMap(each -> each)
        .toList();
  }

  private Stream<Fact> said(String name, String value) {
    return says.fact(name, value);
  }

  private String languages(JsonNode languages) {
    return String.join(
        ", ", languages.valueStream().map(tag -> words.languageName(tag.asString(""))).toList());
  }

  private String known(JsonNode known) {
    return known.isMissingNode() ? "" : words.code("Known", known.asString(""));
  }

  private String basis(JsonNode found) {
    return found.has("basis") ? words.code("Basis", found.path("basis").asString("")) : "";
  }

  private List<HandoverPage.Group> content(JsonNode content) {
    JsonNode facts = content.path("facts");
    List<HandoverPage.Group> groups = new ArrayList<>();
    facts
        .path("children")
        .valueStream()
        .forEach(
            child ->
                groups.add(
                    new HandoverPage.Group(
                        CaseWords.child(words, child), factWords.ofChild(child))));
    List<Fact> ofCase = factWords.ofCase(facts);
    if (!ofCase.isEmpty()) {
      groups.add(new HandoverPage.Group(words.say("handover.case"), ofCase));
    }
    return groups;
  }

  private HandoverPage.Told told(JsonNode entry) {
    String scope =
        entry.has("scope")
            ? " – " + words.codeInText("Scope", entry.path("scope").asString(""))
            : "";
    return new HandoverPage.Told(
        says.at(entry.path("at")),
        message(entry.path("type").asString("")) + scope,
        entry.path("type").asString("").equals("OFFER")
            ? words.say("offer.at.offer.what")
            : says.fields(entry.path("fields")));
  }

  /** A photo that the partner has fetched is no message. */
  private String message(String type) {
    return type.equals("PHOTO")
        ? words.say("handover.told.photo")
        : words.code("MessageType", type);
  }

  private List<Fact> heard(JsonNode found) {
    JsonNode answer = found.path("answer");
    JsonNode brake = found.path("brake");
    String reason =
        answer.has("code") ? words.code("AnswerReason", answer.path("code").asString("")) : "";
    String braked =
        brake.isMissingNode()
            ? ""
            : lines(
                words.code("BrakeReason", brake.path("reason").asString("")),
                brake.path("policeReference").asString(""),
                says.at(brake.path("at")));
    return Stream.of(
            said("answered", says.at(answer.path("at"))),
            said("answerReason", reason),
            said("answerAsks", says.codes("Ask", answer.path("asks"))),
            said(
                "checked",
                found.path("checked").asBoolean(false) ? words.say("handover.checked.none") : ""),
            said("brake", braked),
            said("proposals", proposals(found)))
        .flatMap(each -> each)
        .toList();
  }

  private String proposals(JsonNode found) {
    return String.join(
        "\n", found.path("proposals").valueStream().map(each -> proposal(found, each)).toList());
  }

  /** Who proposes what, and what it would do at the owner. */
  private String proposal(JsonNode found, JsonNode proposal) {
    String what = proposal.path("what").asString("");
    String at = says.at(proposal.path("at"));
    String kind = words.codeInText("ProposalKind", what);
    if (!HandoverWords.isOwned(found)) {
      return words.say("handover.proposals.we", kind, at);
    }
    String does = "handover.proposals." + what;
    return lines(
        words.say("handover.proposals.by", says.partner(found), kind, at),
        words.has(does) ? words.say(does) : "",
        words.say("handover.proposals.why"));
  }

  private static String lines(String... parts) {
    return String.join("\n", Stream.of(parts).filter(part -> !part.isBlank()).toList());
  }

  /** Clocks of finished steps are left out; when nothing is awaited there are none. */
  private List<Fact> clocks(JsonNode found) {
    if (!found.has("awaited")) {
      return List.of();
    }
    String status = found.path("status").asString("");
    boolean seen = !status.equals("OFFERED");
    boolean waits = Move.WAITING.contains(status);
    JsonNode clocks = found.path("clocks");
    JsonNode vital = found.path("vitalInterest");
    String offered = says.clock(found.path("offer").path("answerBy"));
    String answerBy = offered.isEmpty() ? says.clock(clocks.path("answerBy")) : offered;
    return Stream.of(
            said("acknowledgeBy", seen ? "" : says.clock(clocks.path("acknowledgeBy"))),
            said("answerBy", waits ? answerBy : ""),
            said("stopBy", waits ? says.clock(clocks.path("stopBy")) : ""),
            said("leaseUntil", says.clock(found.path("leaseUntil"))),
            said("vitalUntil", vital(vital)))
        .flatMap(each -> each)
        .toList();
  }

  private String vital(JsonNode vital) {
    if (vital.isMissingNode()) {
      return "";
    }
    return vital.path("confirmed").asBoolean(false)
        ? words.say("handover.confirmed")
        : says.clock(vital.path("until"));
  }

  private List<Fact> receipts(JsonNode found) {
    return found
        .path("receipts")
        .valueStream()
        .map(
            line ->
                new Fact(
                    "receipt",
                    says.at(line.path("at")),
                    says.receipt(line.path("code").asString("")),
                    false))
        .toList();
  }

  /** The data that remain there, until when, and those that nobody could speak of. */
  private List<Fact> statement(JsonNode statement) {
    if (statement.isMissingNode()) {
      return List.of();
    }
    String remains =
        String.join(
            "\n",
            statement
                .path("remains")
                .valueStream()
                .map(
                    copy ->
                        words.say(
                            "handover.statement.until",
                            words.code("RemainsIn", copy.path("where").asString("")),
                            says.clock(copy.path("until"))))
                .toList());
    String kept = String.join("\n", statement.path("kept").valueStream().map(this::kept).toList());
    return Stream.of(
            said("result", words.code("ErasureResult", statement.path("result").asString(""))),
            said("signed", says.at(statement.path("at"))),
            said("remains", remains),
            said("kept", kept),
            said("photosErased", statement.path("photos").asString("")),
            said("notStated", says.codes("RemainsIn", statement.path("notStated"))))
        .flatMap(each -> each)
        .toList();
  }

  private String proof(JsonNode found) {
    boolean reads = reader.answersPartners() || reader.is("dpo");
    return reads && found.has("statement")
        ? "/handovers/" + found.path("id").asString("") + "/receipt"
        : "";
  }

  private String kept(JsonNode kept) {
    String fields = says.fields(kept.path("fields"));
    String basis = words.codeInText("Basis", kept.path("basis").asString(""));
    return lines(
        fields.isEmpty()
            ? words.say("handover.statement.kept.unnamed", basis)
            : words.say("handover.statement.kept", fields, basis),
        says.clock(kept.path("until")));
  }
}
