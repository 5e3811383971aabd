package org.homeward.intake.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.intake.rulings.Freeze;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.intake.rulings.Rulings;
import org.homeward.intake.rulings.Word;
import org.jspecify.annotations.Nullable;

/** Rulings on a case as screens and scripts read them. */
final class RulingsJson {

  private RulingsJson() {}

  /** The state of a case that follows from rulings: its kind, which freeze stands, what waits. */
  static void state(Map<String, Object> json, Case state) {
    KindRuling kind = state.rulings().kind();
    json.put("kind", kind.kind());
    if (kind.until() != null) {
      json.put("atRiskUntil", kind.until());
    }
    Freeze freeze = state.freeze();
    if (freeze != null) {
      Map<String, Object> standing = new LinkedHashMap<>();
      standing.put("number", state.rulings().freezeNumber());
      standing.put("at", freeze.at());
      standing.put("by", freeze.by());
      json.put("freeze", standing);
    }
    if (state.isBraked()) {
      json.put("braked", true);
    }
    List<Word> words = state.rulings().words();
    if (!words.isEmpty()) {
      json.put("waiting", words.stream().map(RulingsJson::waiting).toList());
    }
  }

  /**
   * A first word without its reason and its entries: it goes to people who may not read the case.
   */
  private static Map<String, Object> waiting(Word word) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("matter", word.matter().kind());
    json.put("by", word.by());
    json.put("at", word.at());
    json.put("until", word.until());
    return json;
  }

  /** Everything, for those who may read the case. */
  static void all(Map<String, Object> json, Case state) {
    Rulings rulings = state.rulings();
    if (!rulings.words().isEmpty()) {
      json.put("words", rulings.words().stream().map(RulingsJson::word).toList());
    }
    if (!rulings.lifts().isEmpty()) {
      json.put("lifts", rulings.lifts().stream().map(RulingsJson::lift).toList());
    }
    if (state.isBraked()) {
      json.put("brakes", RulingDecisions.openBrakes(state));
    }
    if (!rulings.brakeEnds().isEmpty()) {
      json.put("brakeEnds", rulings.brakeEnds().stream().map(RulingsJson::brakeEnd).toList());
    }
    if (!rulings.kind().turns().isEmpty()) {
      json.put("kindTurns", rulings.kind().turns().stream().map(RulingsJson::turn).toList());
    }
    OrdersWord.ofTeam(state).ifPresent(standing -> json.put("ordersChecked", orders(standing)));
    if (!rulings.orders().isEmpty()) {
      json.put("orders", rulings.orders().stream().map(RulingsJson::orders).toList());
    }
  }

  private static Map<String, Object> turn(KindRuling.Turn turn) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", turn.to());
    json.put("at", turn.at());
    json.put("by", turn.by());
    put(json, "reason", turn.reason());
    return json;
  }

  private static Map<String, Object> orders(OrdersCheck check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", check.at());
    json.put("by", check.by());
    json.put("finding", check.said().finding());
    put(json, "reference", check.said().reference());
    put(json, "officer", check.said().officer());
    put(json, "orders", check.said().orders());
    put(json, "note", check.said().note());
    return json;
  }

  private static Map<String, Object> word(Word word) {
    Map<String, Object> json = waiting(word);
    json.put("of", word.matter().of().stream().sorted().toList());
    put(json, "reason", word.reason());
    return json;
  }

  private static Map<String, Object> lift(Rulings.Lift lift) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", lift.at());
    json.put("by", lift.by());
    put(json, "reason", lift.reason());
    json.put("with", lift.with());
    put(json, "withReason", lift.withReason());
    return json;
  }

  private static Map<String, Object> brakeEnd(Rulings.BrakeEnd end) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", end.at());
    json.put("by", end.by());
    json.put("reason", end.reason());
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
