package org.homeward.local.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.PartnerDesk;
import tools.jackson.databind.JsonNode;

/** Each offer that was answered 2xx is on the partner's list once, and its case came once. */
final class HandoverFindings {
  private static final int PAGE = 100;

  private final Hotline partner;

  HandoverFindings(Hotline partner) {
    this.partner = partner;
  }

  /** Those whose case is not on the partner's screen yet. */
  Set<String> waiting(List<Offer> offers) {
    Set<String> waiting = new TreeSet<>();
    var eleni = new PartnerDesk(partner.as("eleni"));
    for (Offer offer : offers) {
      if (!offer.handover().isEmpty() && offer.trouble().isEmpty()) {
        String foreign = eleni.read(offer.handover()).text("case");
        if (foreign.isEmpty() || !isThere(foreign)) {
          waiting.add(offer.handover());
        }
      }
    }
    return waiting;
  }

  /** Empty when all is as it must be. */
  List<String> of(List<Offer> offers) {
    List<String> violations = new ArrayList<>();
    Map<String, Integer> listed = listed();
    for (Offer offer : offers) {
      String plate = offer.call().told().plate();
      if (!offer.trouble().isEmpty()) {
        violations.add(plate + ": " + offer.trouble());
      }
      int count = listed.getOrDefault(offer.handover(), 0);
      if (!offer.handover().isEmpty() && count != 1) {
        violations.add("%s: %d × handover on the partner's list".formatted(plate, count));
      }
    }
    waiting(offers).forEach(id -> violations.add("handover " + id + ": no case at the partner"));
    return violations;
  }

  private boolean isThere(String foreign) {
    Answer known = partner.as("maria").read(foreign);
    return known.isSuccess() && known.json().path("reports").size() == 1;
  }

  private Map<String, Integer> listed() {
    Map<String, Integer> found = new HashMap<>();
    var eleni = new PartnerDesk(partner.as("eleni"));
    String after = "";
    JsonNode page;
    do {
      Answer answer = eleni.list("?limit=" + PAGE + after);
      if (!answer.isSuccess()) {
        throw new IllegalStateException("the list of handovers was answered " + answer);
      }
      page = answer.json().path("handovers");
      for (JsonNode line : page) {
        String id = line.path("id").asString("");
        after = "&after=" + id;
        found.merge(id, 1, Integer::sum);
      }
    } while (page.size() == PAGE);
    return found;
  }
}
