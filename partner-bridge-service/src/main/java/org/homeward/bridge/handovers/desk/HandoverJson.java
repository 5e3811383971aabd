package org.homeward.bridge.handovers.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.bridge.handovers.Awaited;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.OwnOffer;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Reply;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.ReceiptLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Handovers as JSON: their state, and no fact of the case but in {@link #content}. */
final class HandoverJson {

  private HandoverJson() {}

  /** The facts that the holder was told, by this node's ids of the children. */
  static Map<String, Object> content(Guarded<Handover> found, Held held) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("handover", found.id());
    HandedCase content = held.content();
    if (content != null) {
      json.put("scope", content.scope());
      json.put("facts", SaysCodec.write(content.facts()));
    }
    return json;
  }

  static Map<String, Object> line(Guarded<Handover> found) {
    Handover state = found.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", found.id());
    json.put("role", state instanceof Owned ? "OWNER" : "HOLDER");
    json.put("partner", state.partner());
    json.put("case", state.caseId());
    json.put("exercise", state.exercise());
    json.put("status", state.status());
    json.put("frozen", isFrozen(state));
    json.put("braked", state.braked());
    json.put("open", state.open());
    offered(state, json);
    Awaited.by(state).ifPresent(awaited -> json.put("awaited", awaited(awaited)));
    return json;
  }

  private static void offered(Handover state, Map<String, Object> json) {
    switch (state) {
      case Owned owned -> {
        json.put("urgency", owned.offer().wish().urgency());
        put(json, "offer", tree(owned.offer().offer()));
        Told told = owned.share().told();
        put(json, "leaseUntil", told == null ? null : text(told.leaseUntil()));
        recall(owned.recall(), json);
      }
      case Held held -> {
        if (held instanceof Held.Live live) {
          json.put("urgency", live.offered().urgency());
          put(json, "offer", tree(live.offered()));
        }
        put(json, "leaseUntil", text(held.shown().leaseUntil()));
        recall(held.recall(), json);
      }
    }
  }

  private static Map<String, Object> awaited(Awaited awaited) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", awaited.step());
    json.put("from", awaited.ours() ? "US" : "PARTNER");
    put(json, "by", text(awaited.by()));
    return json;
  }

  static Map<String, Object> whole(Guarded<Handover> found) {
    Map<String, Object> json = line(found);
    switch (found.state()) {
      case Owned owned -> owner(owned, json);
      case Held held -> holder(held, json);
    }
    json.put("receipts", found.state().receipts().stream().map(HandoverJson::receipt).toList());
    delivery(found.state().exchange(), json);
    return json;
  }

  private static Map<String, Object> receipt(ReceiptLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", line.code());
    json.put("at", line.at().toString());
    put(json, "sighting", line.sighting());
    return json;
  }

  private static void owner(Owned owned, Map<String, Object> json) {
    OwnOffer offer = owned.offer();
    json.put("purpose", offer.wish().purpose());
    json.put("basis", offer.wish().basis());
    json.put("reason", offer.wish().reason());
    json.put("asks", offer.wish().asks());
    json.put(
        "clocks",
        Map.of(
            "acknowledgeBy", offer.clocks().acknowledgeBy().toString(),
            "answerBy", offer.clocks().answerBy().toString(),
            "stopBy", offer.clocks().stopBy().toString()));
    Told told = owned.share().told();
    if (told != null) {
      json.put("scope", told.scope());
    }
    json.put("checked", owned.share().checked());
    ReceiptProof proof = owned.share().statement();
    put(json, "statement", proof == null ? null : tree(proof.statement()));
    vital(offer.vital(), json);
    put(json, "answer", tree(offer.heard().answer()));
    put(json, "brake", tree(offer.heard().brake()));
    if (!offer.heard().proposals().isEmpty()) {
      json.put("proposals", offer.heard().proposals().stream().map(HandoverJson::tree).toList());
    }
  }

  private static void holder(Held held, Map<String, Object> json) {
    HandedCase content = held.content();
    if (content != null) {
      json.put("scope", content.scope());
      json.put("children", content.children().keySet());
    }
    json.put("checked", held.shown().checked());
    List<String> waiting =
        held.exchange().replies().stream()
            .filter(reply -> reply.type() == MessageType.SIGHTING)
            .map(Reply::id)
            .toList();
    if (!waiting.isEmpty()) {
      json.put("unansweredSightings", waiting);
    }
    vital(held.shown().vital(), json);
    if (held instanceof Held.Withdrawn withdrawn) {
      Held.Erased erased = withdrawn.erased();
      put(json, "erasedAt", erased == null ? null : text(erased.at()));
    }
  }

  private static void recall(@Nullable Withdrawal recall, Map<String, Object> json) {
    if (recall != null) {
      json.put("recall", recall.reason());
    }
  }

  private static void vital(@Nullable VitalInterest vital, Map<String, Object> json) {
    if (vital != null) {
      json.put(
          "vitalInterest",
          Map.of(
              "justification", vital.justification(),
              "until", vital.until().toString(),
              "confirmed", vital.isConfirmed()));
    }
  }

  private static void delivery(Exchange exchange, Map<String, Object> json) {
    Exchange.Outgoing out = exchange.outgoing();
    put(json, "waitsFor", out.waitsFor());
    InFlight now = out.inFlight();
    if (now != null) {
      Map<String, Object> delivery = new LinkedHashMap<>();
      delivery.put("seq", now.seq());
      delivery.put("type", now.type());
      delivery.put("attempts", out.attempts());
      put(delivery, "next", text(out.next()));
      json.put("delivery", delivery);
    }
  }

  /** Of offers, answers and brakes: nothing in them names a child. */
  private static @Nullable ObjectNode tree(@Nullable Record words) {
    return words == null ? null : Json.mapper().valueToTree(words);
  }

  private static boolean isFrozen(Handover state) {
    return switch (state) {
      case Owned owned -> owned.offer().seen().stopsPartner();
      case Held held -> held.shown().frozen();
    };
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
