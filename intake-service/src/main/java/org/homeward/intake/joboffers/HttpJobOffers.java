package org.homeward.intake.joboffers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.frame.web.Fields;
import org.homeward.intake.joboffers.JobOffer.Checked;
import org.homeward.intake.joboffers.JobOffer.Reply;
import org.homeward.intake.joboffers.OfferQuestions.Question;

/** Maps questions about job offers, and what was said of one, to and from JSON. */
public final class HttpJobOffers {

  private static final int LINE = 200;
  private static final int TEXT = 2_000;
  private static final int CODE = 40;
  private static final int MOST = 40;

  private HttpJobOffers() {}

  static Map<String, Object> questions(OfferQuestions questions) {
    return Map.of(
        "rule",
        questions.version(),
        "questions",
        questions.all().stream().map(HttpJobOffers::question).toList());
  }

  private static Map<String, Object> question(Question it) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", it.code());
    json.put("source", it.source());
    json.put("ask", it.ask());
    json.put("advise", it.advise());
    return json;
  }

  /** All that is known of the offer; what is wrong is left with its fields. */
  public static JobOffer read(Fields fields, OfferQuestions questions, String by, Instant at) {
    return new JobOffer(
        new JobOffer.Said(
            fields.text("employer", LINE),
            fields.has("destination") ? fields.requiredCountry("destination") : null,
            fields.lines("contract", TEXT),
            fields.lines("intermediaries", TEXT),
            fields.lines("advised", TEXT),
            checked(fields, questions)),
        by,
        at);
  }

  private static List<Checked> checked(Fields fields, OfferQuestions questions) {
    List<Checked> checked = new ArrayList<>();
    for (Fields each : fields.objects("checked", MOST)) {
      String code = each.requiredText("question", CODE);
      Reply answer = each.requiredCode("answer", EnumSet.allOf(Reply.class));
      boolean advised = each.has("advised") && each.requiredBoolean("advised");
      if (each.has("question") && !questions.has(code)) {
        each.wrong("question", "unknown-code");
      }
      if (each.has("question") && checked.stream().anyMatch(it -> it.question().equals(code))) {
        each.wrong("question", "repeated");
      }
      each.noOthers();
      checked.add(new Checked(code, answer, advised));
    }
    return checked;
  }

  /** The answers, as they were written down. */
  public static Map<String, Object> json(JobOffer offer) {
    JobOffer.Said said = offer.said();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("employer", said.employer());
    json.put("destination", said.destination());
    json.put("contract", said.contract());
    json.put("intermediaries", said.intermediaries());
    json.put("advised", said.advised());
    json.put("checked", said.checked());
    json.put("by", offer.by());
    json.put("at", offer.at().toString());
    json.values().removeIf(Objects::isNull);
    return json;
  }
}
