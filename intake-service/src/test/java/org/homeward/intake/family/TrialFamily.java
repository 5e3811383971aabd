package org.homeward.intake.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import tools.jackson.databind.JsonNode;

/** A case and the people of its family, over HTTP. */
final class TrialFamily {

  static final String MOTHER = "Mila Kestenari";
  static final String NUMBER = "+381 64 123 45 67";

  private static final TrialIntake INTAKE = TrialIntake.get();
  private static final Person ANA = INTAKE.ana();
  private static final Person JELENA = INTAKE.jelena();

  private TrialFamily() {}

  /**
   * A case whose first report a mother made.
   *
   * @param child of the report
   */
  record Opened(String id, String report, String child) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    String family() {
      return path() + "/family";
    }

    String child(String more) {
      return path() + "/children/" + child + more;
    }
  }

  static Opened opened(String says) {
    Answer opened =
        INTAKE
            .jelena()
            .post(
                "/api/v1/reports",
                """
                {"exercise": false, "channel": "PHONE", "notTo": ["person:person-stefan"],
                 "newChildren": [{}], "says": {"reporter": {"relation": "PARENT", "phone": "+381641234567"}%s}}"""
                    .formatted(says));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(),
        opened.json().path("report").asString(),
        opened.json().path("children").path(0).asString());
  }

  static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static String in(long minutes) {
    return Instant.now()
        .plus(minutes, ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
  }

  static String next(long minutes) {
    return ", \"next\": {\"due\": \"" + in(minutes) + "\"}";
  }

  /** The address of the mother. */
  static String mother(Opened of, String more) {
    String report = ", \"report\": \"" + of.report() + "\"";
    return address(of, add(ANA, of, MOTHER, NUMBER, report + more));
  }

  /** The address of somebody whom a supervisor writes down. */
  static String contact(Opened of, String name, String number, String more) {
    return address(of, add(JELENA, of, name, number, more));
  }

  static Answer add(Person by, Opened of, String name, String number, String more) {
    return by.post(
        of.family() + "/contacts",
        """
        {"name": "%s", "number": "%s", "relation": "PARENT", "language": "sr-Latn"%s}"""
            .formatted(name, number, more));
  }

  private static String address(Opened of, Answer made) {
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return of.family() + "/contacts/" + made.json().path("contact").asString();
  }

  static Answer tell(String contact, String sentence, String more) {
    return tell(contact, sentence, MOTHER, NUMBER, more);
  }

  static Answer tell(String contact, String sentence, String name, String number, String more) {
    return ANA.post(
        contact + "/updates",
        "{\"sentence\": \"%s\", \"name\": \"%s\", \"number\": \"%s\"%s}"
            .formatted(sentence, name, number, more));
  }

  static JsonNode first(Person reader, Opened of) {
    return ok(reader.get(of.family())).json().at("/contacts/0");
  }

  /** The calls to a family among the work of a case. */
  static JsonNode call(Opened of) {
    return ANA.get(of.path() + "/work")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("kind").asString("").equals("FAMILY_CALL"))
        .findFirst()
        .orElseThrow();
  }
}
