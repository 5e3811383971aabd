package org.homeward.intake.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.homeward.intake.screening.Indicators.Indicator;
import org.homeward.intake.screening.Indicators.Meaning;

/** Maps indicators, proposals and screenings to JSON. */
public final class HttpScreening {

  private HttpScreening() {}

  static Map<String, Object> indicators(Indicators indicators) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", indicators.version());
    json.put("indicators", indicators.all().stream().map(HttpScreening::indicator).toList());
    return json;
  }

  private static Map<String, Object> indicator(Indicator indicator) {
    Map<String, Object> means = new LinkedHashMap<>();
    for (Reply reply : Reply.values()) {
      means.put(reply.name(), meaning(indicator.meaning(reply)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("indicator", indicator.code());
    json.put("element", indicator.element());
    json.put("of", indicator.of().stream().sorted().toList());
    json.put("source", indicator.source());
    json.put("form", indicator.form());
    json.put("ask", indicator.ask());
    json.put("means", means);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> meaning(Meaning meaning) {
    return Map.of("weighs", meaning.weighs(), "reason", meaning.reason());
  }

  /** Each line has its reason and its source beside it, as the indicators have them now. */
  static Map<String, Object> proposal(ProposedVictim proposed, Indicators indicators) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("finding", proposed.finding());
    json.put("forms", proposed.forms());
    json.put("lines", proposed.lines().stream().map(it -> line(it, indicators)).toList());
    return json;
  }

  private static Map<String, Object> line(ProposedVictim.Line line, Indicators indicators) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("indicator", line.indicator());
    json.put("element", line.element());
    json.put("answer", line.answer());
    json.put("weighs", line.weighs());
    indicators
        .of(line.indicator())
        .ifPresent(
            asked -> {
              json.put("reason", asked.meaning(line.answer()).reason());
              json.put("source", asked.source());
            });
    return json;
  }

  /** A decision as it was made. */
  public static Map<String, Object> screening(Screening it, Indicators indicators) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", it.number());
    json.put("of", it.answers().about());
    json.put("finding", it.finding());
    json.put("forms", it.forms().stream().map(HttpScreening::form).toList());
    json.put("reason", it.reason());
    json.put("by", it.by());
    json.put("at", it.at().toString());
    json.put("rule", it.rule());
    json.put("answers", it.answers().all().stream().map(HttpScreening::answered).toList());
    json.put("proposal", proposal(it.proposal(), indicators));
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> form(Exploitation form) {
    return Map.of("form", form, "htcds", form.htcds());
  }

  private static Map<String, Object> answered(Answered answered) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("indicator", answered.indicator());
    json.put("answer", answered.answer());
    json.put("saidBy", answered.saidBy());
    json.put("note", answered.note());
    json.values().removeIf(Objects::isNull);
    return json;
  }
}
