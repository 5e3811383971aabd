package org.homeward.alert.orders.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.jspecify.annotations.Nullable;

/** An alert as people on the node see it: where it stands, without the words. */
final class AlertJson {

  private final AlertStates states;
  private final CountDeliveries countDeliveries;

  AlertJson(AlertStates states, CountDeliveries countDeliveries) {
    this.states = states;
    this.countDeliveries = countDeliveries;
  }

  Map<String, Object> line(SeenAlert alert) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", alert.id());
    json.put("case", alert.state().caseId());
    json.put("status", status(alert.state()));
    json.put("exercise", alert.state().exercise());
    return json;
  }

  Map<String, Object> whole(SeenAlert alert) {
    Map<String, Object> json = line(alert);
    json.put("home", alert.state().home());
    json.put("allowed", allowed(alert.state()));
    switch (alert.state()) {
      case Alert.Draft draft -> proposal(json, draft.proposal());
      case Alert.Active active -> {
        issue(json, active.issue());
        next(json, active.next());
        json.put("holds", states.against(active.caseId(), alert.id()));
      }
      case Alert.Frozen frozen -> {
        issue(json, frozen.issue());
        next(json, frozen.next());
        json.put("holds", frozen.holds());
      }
      case Alert.Over over -> {
        json.put("edition", over.edition());
        order(json, over.order());
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
      case Alert.Draft _ -> List.of("amend", "approve", "freeze", "cancel");
      case Alert.Active active ->
          active.next() == null
              ? List.of("update", "withdraw", "freeze", "cancel")
              : List.of("update", "approve", "withdraw", "freeze", "cancel");
      case Alert.Frozen frozen when frozen.waitsForApproval() ->
          frozen.next() == null
              ? List.of("update", "withdraw", "freeze", "cancel")
              : List.of("update", "approve", "withdraw", "freeze", "cancel");
      case Alert.Frozen _ -> List.of("withdraw", "lift", "cancel");
      case Alert.Over _, Alert.Erased _ -> List.of();
    };
  }

  private void next(Map<String, Object> json, @Nullable Proposal next) {
    if (next != null) {
      Map<String, Object> waiting = new LinkedHashMap<>();
      proposal(waiting, next);
      json.put("next", waiting);
    }
  }

  private void proposal(Map<String, Object> json, Proposal proposal) {
    PreviewDocument document = proposal.preview().read();
    json.put("edition", document.edition());
    json.put("author", proposal.author());
    preview(json, proposal.preview());
    area(json, document.rule().area());
    json.put("until", document.until().toString());
    json.put("authority", document.authority().entry());
  }

  private void issue(Map<String, Object> json, Issue issue) {
    json.put("edition", issue.edition());
    preview(json, issue.preview());
    order(json, issue.order());
    json.put("withdrawn", List.copyOf(new TreeSet<>(issue.withdrawn())));
  }

  /** A newer version of the case warns; it does not void. */
  private void preview(Map<String, Object> json, Preview preview) {
    PreviewDocument document = preview.read();
    json.put("preview", preview.hash());
    json.put("previewAt", preview.at().toString());
    json.put("languages", document.rule().languages());
    Integer addressees = document.addressees();
    if (addressees != null) {
      json.put("addressees", addressees);
    }
    if (document.reference() != null) {
      json.put("reference", document.reference());
    }
    if (!document.beside().isEmpty()) {
      json.put("beside", document.beside());
    }
    json.put("caseVersion", document.caseVersion());
    json.put("caseChanged", states.caseVersion(document.caseId()) > document.caseVersion());
    json.put(
        "leftOut",
        document.leftOut().stream()
            .map(left -> Map.of("what", left.what(), "why", left.why()))
            .toList());
  }

  private static void order(Map<String, Object> json, AlertOrder order) {
    json.put("author", order.author());
    json.put("approver", order.approver());
    json.put("approvedAt", order.approvedAt().toString());
    json.put("approved", order.hash());
    json.put("authority", order.authority());
    area(json, order.area());
    json.put("until", order.until().toString());
    json.put("watermark", order.watermark());
  }

  private static void area(Map<String, Object> json, Area area) {
    json.put("area", Map.of("country", area.country(), "regions", area.regions()));
  }

  private static Map<String, Object> counts(CountDeliveries.Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alert", counts.alert());
    json.put("end", counts.end());
    json.put("repeated", counts.repeated());
    return json;
  }
}
