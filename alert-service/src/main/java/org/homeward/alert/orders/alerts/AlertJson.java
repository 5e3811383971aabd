package org.homeward.alert.orders.alerts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.authorities.ReadAuthorities;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.orders.preview.Part;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.sms.Segments;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.OrdersChecked;
import org.jspecify.annotations.Nullable;

/** An alert as people on the node see it: where it stands, without the words. */
final class AlertJson {

  private final AlertStates states;
  private final CountDeliveries countDeliveries;
  private final ReadAuthorities register;
  private final Clock clock;

  AlertJson(
      AlertStates states, CountDeliveries countDeliveries, ReadAuthorities register, Clock clock) {
    this.states = states;
    this.countDeliveries = countDeliveries;
    this.register = register;
    this.clock = clock;
  }

  Map<String, Object> line(SeenAlert alert) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", alert.id());
    json.put("case", alert.state().caseId());
    json.put("status", status(alert.state()));
    json.put("exercise", alert.state().exercise());
    return json;
  }

  /** The line with what people choose by, in a list of those that wait, go out or are over. */
  Map<String, Object> inQueue(SeenAlert alert) {
    Map<String, Object> json = line(alert);
    json.put("since", ShowAlerts.Queue.since(alert.state()).toString());
    switch (alert.state()) {
      case Alert.Draft draft -> chosenBy(json, alert, draft.proposal());
      case Alert.Active active -> issued(json, alert, active.issue(), active.next());
      case Alert.Frozen frozen -> issued(json, alert, frozen.issue(), frozen.next());
      case Alert.Over over -> {
        json.put("audience", over.order().to().name());
        area(json, over.order().area());
        json.put("until", over.order().until().toString());
        called(json, over.order());
      }
      case Alert.Erased _ -> {}
    }
    return json;
  }

  private void issued(
      Map<String, Object> json, SeenAlert alert, Issue issue, @Nullable Proposal next) {
    if (next == null) {
      chosenBy(json, issue.preview().read());
      json.put("edition", issue.edition());
    } else {
      chosenBy(json, alert, next);
    }
  }

  private void chosenBy(Map<String, Object> json, SeenAlert alert, Proposal proposal) {
    PreviewDocument document = proposal.preview().read();
    chosenBy(json, document);
    json.put("author", proposal.author());
    if (proposal.returned() != null) {
      json.put("returned", returned(proposal.returned()));
    }
    json.put("yours", isFor(alert.person(), proposal, document));
  }

  private static void chosenBy(Map<String, Object> json, PreviewDocument document) {
    json.put("audience", document.audience().name());
    json.put("edition", document.edition());
    area(json, document.rule().area());
    json.put("until", document.until().toString());
    addressees(json, document);
    if (document.reference() != null) {
      json.put("reference", document.reference());
    }
  }

  private static void addressees(Map<String, Object> json, PreviewDocument document) {
    Integer addressees = document.addressees();
    if (addressees != null) {
      json.put("addressees", addressees);
    }
    if (!document.byChannel().isEmpty()) {
      json.put("byChannel", document.byChannel());
    }
    document.code().ifPresent(code -> json.put("code", code));
  }

  /** Whether the register and its authors leave this person to decide; the approval asks again. */
  private boolean isFor(String person, Proposal proposal, PreviewDocument document) {
    return proposal.waits()
        && !proposal.authors().contains(person)
        && register
            .one(document.authority().entry())
            .filter(
                e -> e.state().authorises(person, Power.over(document.audience()), clock.instant()))
            .isPresent();
  }

  Map<String, Object> whole(SeenAlert alert) {
    Map<String, Object> json = line(alert);
    json.put("home", alert.state().home());
    json.put("allowed", allowed(alert.state()));
    switch (alert.state()) {
      case Alert.Draft draft -> proposal(json, alert, draft.proposal());
      case Alert.Active active -> {
        issue(json, active.issue());
        next(json, alert, active.next());
        json.put("holds", states.against(active.caseId(), alert.id()));
      }
      case Alert.Frozen frozen -> {
        issue(json, frozen.issue());
        next(json, alert, frozen.next());
        json.put("holds", frozen.holds());
      }
      case Alert.Over over -> {
        json.put("edition", over.edition());
        order(json, over.order());
        called(json, over.order());
        json.put("over", over.at().toString());
        if (over.how() == Alert.Ending.WRONG_CHILD) {
          json.put("reason", over.how().name());
        }
      }
      case Alert.Erased stone -> json.put("month", stone.month().toString());
    }
    if (!(alert.state() instanceof Alert.Draft || alert.state() instanceof Alert.Erased)) {
      json.put("deliveries", counts(countDeliveries.of(alert.id(), alert.state())));
    }
    return json;
  }

  static String status(Alert alert) {
    return switch (alert) {
      case Alert.Draft _ -> "DRAFT";
      case Alert.Active _ -> "ACTIVE";
      case Alert.Frozen _ -> "FROZEN";
      case Alert.Over over when over.how() == Alert.Ending.WRONG_CHILD -> "CANCELLED";
      case Alert.Over over -> over.how().name();
      case Alert.Erased _ -> "ERASED";
    };
  }

  /** The moves that its state allows. */
  static List<String> allowed(Alert alert) {
    return switch (alert) {
      case Alert.Draft draft -> withDecision("amend", draft.proposal(), "freeze", "cancel");
      case Alert.Active active ->
          withDecision("update", active.next(), "withdraw", "freeze", "cancel");
      case Alert.Frozen frozen when frozen.waitsForApproval() ->
          withDecision("update", frozen.next(), "withdraw", "freeze", "cancel");
      case Alert.Frozen _ -> List.of("withdraw", "lift", "cancel");
      case Alert.Over _, Alert.Erased _ -> List.of();
    };
  }

  private static List<String> withDecision(
      String write, @Nullable Proposal waiting, String... others) {
    List<String> moves = new ArrayList<>(List.of(write));
    if (waiting != null && waiting.waits()) {
      moves.addAll(List.of("approve", "return"));
    }
    moves.addAll(List.of(others));
    return moves;
  }

  private void next(Map<String, Object> json, SeenAlert alert, @Nullable Proposal next) {
    if (next != null) {
      Map<String, Object> waiting = new LinkedHashMap<>();
      proposal(waiting, alert, next);
      json.put("next", waiting);
    }
  }

  private void proposal(Map<String, Object> json, SeenAlert alert, Proposal proposal) {
    PreviewDocument document = proposal.preview().read();
    json.put("edition", document.edition());
    json.put("author", proposal.author());
    preview(json, proposal.preview());
    area(json, document.rule().area());
    json.put("until", document.until().toString());
    json.put("authority", document.authority().entry());
    states
        .ordersChecked(document.caseId())
        .ifPresent(told -> json.put("ordersChecked", told(told)));
    if (proposal.returned() != null) {
      json.put("returned", returned(proposal.returned()));
    }
    json.put("yours", isFor(alert.person(), proposal, document));
  }

  private static Map<String, Object> told(OrdersChecked checked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reference", checked.reference());
    json.put("at", checked.at().toString());
    json.put("finding", checked.finding().value().name());
    return json;
  }

  private static Map<String, Object> returned(Proposal.Returned returned) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", returned.by());
    json.put("at", returned.at().toString());
    json.put("reason", returned.reason().value().name());
    if (returned.words() != null) {
      json.put("words", returned.words());
    }
    return json;
  }

  private void issue(Map<String, Object> json, Issue issue) {
    json.put("edition", issue.edition());
    preview(json, issue.preview());
    order(json, issue.order());
    json.put("children", List.copyOf(issue.preview().read().children()));
    json.put("withdrawn", List.copyOf(new TreeSet<>(issue.withdrawn())));
  }

  /** A newer version of the case warns; it does not void. */
  private void preview(Map<String, Object> json, Preview preview) {
    PreviewDocument document = preview.read();
    json.put("audience", document.audience().name());
    json.put("preview", preview.hash());
    json.put("previewAt", preview.at().toString());
    json.put("languages", document.rule().languages());
    addressees(json, document);
    if (document.reference() != null) {
      json.put("reference", document.reference());
    }
    document.code().ifPresent(code -> json.put("code", code));
    if (!document.beside().isEmpty()) {
      json.put("beside", document.beside());
    }
    Optional.ofNullable(document.criteria())
        .ifPresent(checked -> json.put("criteria", Json.mapper().valueToTree(checked)));
    AlertStates.KeptFrom keptFrom = states.keptFrom(document.caseId());
    if (keptFrom.isAnybody()) {
      json.put("keptFrom", keptFrom);
    }
    json.put("caseVersion", document.caseVersion());
    json.put("caseChanged", states.caseVersion(document.caseId()) > document.caseVersion());
    if (states.isSeenSince(document.caseId())) {
      json.put("seenSince", true); // not where: that is for police and the case team
    }
    json.put(
        "leftOut",
        document.leftOut().stream()
            .map(left -> Map.of("what", left.what(), "why", left.why()))
            .toList());
  }

  private static void order(Map<String, Object> json, AlertOrder order) {
    json.put("audience", order.to().name());
    json.put("author", order.author());
    json.put("approver", order.approver());
    json.put("approvedAt", order.approvedAt().toString());
    json.put("approved", order.hash());
    json.put("authority", order.authority());
    area(json, order.area());
    json.put("until", order.until().toString());
    json.put("watermark", order.watermark());
  }

  /** People name it by this long after its words are gone. */
  private static void called(Map<String, Object> json, AlertOrder order) {
    if (order.called() != null) {
      json.put("reference", order.called());
    }
  }

  private static void area(Map<String, Object> json, Area area) {
    json.put("area", Map.of("country", area.country(), "regions", area.regions()));
  }

  private static Map<String, Object> counts(CountDeliveries.Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", counts.alert());
    json.put("end", counts.end());
    json.put("repeated", counts.repeated());
    json.put("byChannel", counts.byChannel());
    return json;
  }

  /** As their readers get them; empty when its words are gone. */
  Optional<Map<String, Object>> mails(SeenAlert alert) {
    return ShowAlerts.preview(alert)
        .map(
            preview -> {
              Set<String> withdrawn = withdrawn(alert);
              Map<String, Object> json = mails(preview, withdrawn, ends(alert.state()));
              json.put("photos", photos(preview.read(), withdrawn));
              return json;
            });
  }

  /** Those that were chosen, and whether each may still be shown as it was. */
  private List<Map<String, Object>> photos(PreviewDocument document, Set<String> withdrawn) {
    Set<Integer> now = states.photosNow(document, withdrawn).keySet();
    List<Map<String, Object>> photos = new ArrayList<>();
    for (OpenPhoto photo : document.photos()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("number", photos.size() + 1);
      json.put("child", photo.child());
      json.put("sizes", List.copyOf(photo.digests().keySet()));
      json.put("label", photo.label().value().name());
      if (photo.takenOn() != null) {
        json.put("takenOn", photo.takenOn().text());
      }
      json.put("shown", now.contains(photos.size() + 1));
      photos.add(json);
    }
    return photos;
  }

  /** As an approval would leave them out now. */
  private Set<String> withdrawn(SeenAlert alert) {
    Set<String> out = new TreeSet<>();
    issue(alert.state()).ifPresent(issue -> out.addAll(issue.withdrawn()));
    ShowAlerts.Queue.proposal(alert.state())
        .ifPresent(
            next ->
                out.addAll(states.gone(alert.state().caseId(), next.preview().read().children())));
    return out;
  }

  private static Optional<Issue> issue(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(active.issue());
      case Alert.Frozen frozen -> Optional.of(frozen.issue());
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
  }

  /** The words of its end, once it is over. */
  private static Map<String, EndText> ends(Alert alert) {
    return alert instanceof Alert.Over over ? over.ends() : Map.of();
  }

  private static Map<String, Object> mails(
      Preview preview, Set<String> withdrawn, Map<String, EndText> ends) {
    PreviewDocument document = preview.read();
    List<Map<String, Object>> mails = new ArrayList<>();
    document
        .parts()
        .forEach(
            (language, part) -> mails.add(mail(language, part, withdrawn, ends.get(language))));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("hash", preview.hash());
    json.put("edition", document.edition());
    json.put("audience", document.audience().name());
    document.code().ifPresent(code -> json.put("code", code));
    json.put("office", document.authority().office());
    json.put("order", document.authority().reference());
    json.put("mails", mails);
    return json;
  }

  private static Map<String, Object> mail(
      String language, Part part, Set<String> withdrawn, @Nullable EndText said) {
    EndText end = said == null ? part.end() : said;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("language", language);
    json.put("subject", part.subject());
    json.put("text", part.text(withdrawn));
    if (part.author() != null) {
      json.put("author", part.author());
    }
    json.put("end", Map.of("subject", end.subject(), "text", end.text()));
    if (part.sms() != null && end.sms() != null) {
      json.put("sms", Map.of("alert", sms(part.sms().text(withdrawn)), "end", sms(end.sms())));
    }
    return json;
  }

  /** With what it costs and how it travels. */
  private static Map<String, Object> sms(String text) {
    return Map.of("text", text, "segments", Segments.count(text));
  }
}
