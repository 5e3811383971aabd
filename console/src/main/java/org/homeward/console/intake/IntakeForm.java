package org.homeward.console.intake;

import static org.homeward.console.intake.Question.Kind.COUNTRY;
import static org.homeward.console.intake.Question.Kind.HOUR;
import static org.homeward.console.intake.Question.Kind.LANGUAGES;
import static org.homeward.console.intake.Question.Kind.LINE;
import static org.homeward.console.intake.Question.Kind.LOCAL_TIME;
import static org.homeward.console.intake.Question.Kind.NAME;
import static org.homeward.console.intake.Question.Kind.NUMBER;
import static org.homeward.console.intake.Question.Kind.PHONE;
import static org.homeward.console.intake.Question.Kind.PHONES;
import static org.homeward.console.intake.Question.Kind.RANGE;
import static org.homeward.console.intake.Question.Kind.TEXT;
import static org.homeward.console.intake.Question.Kind.YES_NO;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.schema.people.BodyPart;
import org.homeward.schema.people.Colour;
import org.homeward.schema.people.CompanionRelation;
import org.homeward.schema.people.EyeColour;
import org.homeward.schema.people.Garment;
import org.homeward.schema.people.HairColour;
import org.homeward.schema.people.MarkKind;

/** The questions of the first three minutes of a call, in their order. */
final class IntakeForm {

  /** Asked before everything else, and the only ones without which nothing is filed. */
  static final Question CHANNEL =
      Question.oneOf(
          "channel",
          "/channel",
          "Channel",
          "PHONE",
          "SMS",
          "CHAT",
          "EMAIL",
          "WEB",
          "SOCIAL",
          "POLICE",
          "PARTNER");

  /** Asked first of a call about a new case; while nobody has chosen, a child is missing. */
  static final Question KIND =
      Question.oneOf("kind", "/kind", "CaseKind", "MISSING", "AT_RISK", "UNIDENTIFIED");

  static final String DANGER = "danger";

  /** Has its own words, and "not known" among its answers. */
  static final Question DANGER_NOW = Question.of(DANGER, "/danger", YES_NO);

  /**
   * Asked while nobody knows whether the child is in danger. Who is, is at high risk; everything
   * else is the answer of this question.
   */
  static final Question URGENCY =
      Question.oneOf(
          "urgency", "/says/risk/level", "risk", "HIGH", "MEDIUM", "LOW", "NO_APPARENT", "UNKNOWN");

  /** A jacket, trousers, shoes and a bag; more are added on the page of the case. */
  private static final int GARMENTS = 4;

  private static final FormSection CALLER =
      FormSection.of(
          "caller",
          QuestionGroup.of(
              "reporter",
              Question.oneOf(
                  "relation",
                  "/relation",
                  "ReporterRelation",
                  "CHILD_SELF",
                  "PARENT",
                  "GUARDIAN",
                  "RELATIVE",
                  "PEER",
                  "TEACHER",
                  "INSTITUTION",
                  "POLICE",
                  "PARTNER_HOTLINE",
                  "PUBLIC",
                  "OTHER"),
              Question.of("callerName", "/name", NAME),
              Question.of("callerPhone", "/phone", PHONE),
              Question.of("callFrom", "/callBetween/from", HOUR),
              Question.of("callTo", "/callBetween/to", HOUR),
              Question.of("safeContact", "/safeContact", TEXT)));

  private static final FormSection CHILD =
      FormSection.of(
          "child",
          QuestionGroup.ofChild("names", Question.of("childName", "/0", NAME)),
          QuestionGroup.ofChild("ageYears", Question.of("age", RANGE)),
          QuestionGroup.ofChild("sex", Question.oneOf("sex", "", "Sex", "FEMALE", "MALE", "OTHER")),
          QuestionGroup.ofChild("languages", Question.of("languages", LANGUAGES)),
          QuestionGroup.ofChild("phones", Question.of("childPhones", PHONES)),
          QuestionGroup.of(
              "category",
              Question.oneOf(
                  "category",
                  "",
                  "Category",
                  "RUNAWAY",
                  "PARENTAL_ABDUCTION",
                  "MISSING_MIGRANT",
                  "THIRD_PARTY_ABDUCTION",
                  "LOST_INJURED_OTHER",
                  "AT_RISK")));

  private static final FormSection LOOKS =
      FormSection.of(
          "looks",
          QuestionGroup.ofChild(
                  "clothing",
                  Question.oneOf("garment", "/0/garment", "Garment", Garment.values()),
                  Question.oneOf("garmentColour", "/0/colour", "Colour", Colour.values()),
                  Question.of("garmentLooks", "/0/description", TEXT))
              .ofItems(GARMENTS),
          QuestionGroup.ofChild("heightCm", Question.of("height", RANGE)),
          QuestionGroup.ofChild(
              "hair", Question.oneOf("hair", "", "HairColour", HairColour.values())),
          QuestionGroup.ofChild(
              "eyes", Question.oneOf("eyes", "", "EyeColour", EyeColour.values())),
          QuestionGroup.ofChild(
              "marks",
              Question.oneOf("mark", "/0/kind", "MarkKind", MarkKind.values()),
              Question.oneOf("markPart", "/0/bodyPart", "BodyPart", BodyPart.values()),
              Question.of("markLooks", "/0/description", TEXT)));

  private static final FormSection SEEN =
      FormSection.of(
          "seen",
          QuestionGroup.of(
              "lastSeen",
              Question.of("seenAt", "/at", LOCAL_TIME),
              Question.of("seenWithin", "/uncertaintyMinutes", NUMBER),
              Question.of("seenWhere", "/place/text", LINE),
              Question.of("seenLocality", "/place/locality", LINE),
              Question.of("seenCountry", "/place/country", COUNTRY)),
          QuestionGroup.of(
              "companions",
              Question.oneOf(
                  "companion", "/0/relation", "CompanionRelation", CompanionRelation.values()),
              Question.of("companionName", "/0/name", NAME),
              Question.of("companionLooks", "/0/description", TEXT)),
          QuestionGroup.of("circumstances", Question.of("happened", TEXT)));

  private static final FormSection ROUTE =
      FormSection.of(
          "route",
          QuestionGroup.of(
              "vehicle",
              Question.of("plate", "/plate", LINE),
              Question.of("plateCountry", "/country", COUNTRY),
              Question.of("vehicleLooks", "/description", TEXT)),
          QuestionGroup.of(
              "destinations",
              Question.of("towards", "/0/text", LINE),
              Question.of("towardsCountry", "/0/country", COUNTRY)));

  private static final FormSection HEALTH =
      FormSection.of(
          "health",
          QuestionGroup.ofChild(
              "medical",
              Question.of("condition", "/condition", TEXT),
              Question.of("medicine", "/medicine", TEXT),
              Question.of("hours", "/hoursTolerance", NUMBER)),
          QuestionGroup.ofChild("selfHarmRisk", Question.of("selfHarm", YES_NO)),
          QuestionGroup.of(
              "risk",
              Question.someOf(
                  "criteria",
                  "/criteria",
                  "RiskCriterion",
                  "UNDER_13",
                  "DISABILITY",
                  "VITAL_MEDICINE",
                  "DANGER_OF_DEATH",
                  "THREATENING_THIRD_PARTY",
                  "OUT_OF_CHARACTER")));

  private static final FormSection POLICE =
      FormSection.of(
          "police",
          QuestionGroup.of(
              "policeTold",
              Question.of("station", "/station", LINE),
              Question.of("toldAt", "/at", LOCAL_TIME),
              Question.of("policeReference", "/reference", LINE)));

  private static final FormSection KEPT_FROM =
      FormSection.of(
          "keptFrom",
          QuestionGroup.of(
              "courtOrders",
              Question.someOf(
                  "orders",
                  "",
                  "CourtOrder",
                  "CUSTODY",
                  "CARE_ORDER",
                  "TRAVEL_BAN",
                  "PROTECTION_ORDER",
                  "RETURN_ORDER",
                  "OTHER")),
          QuestionGroup.of(
              "feared",
              Question.someOf(
                  "feared",
                  "",
                  "Feared",
                  "NOBODY",
                  "CAREGIVER",
                  "INSTITUTION",
                  "POLICE",
                  "ACQUAINTANCE",
                  "STRANGER")),
          QuestionGroup.of(
              "warnings",
              Question.someOf(
                  "warnings",
                  "",
                  "PoliceWarning",
                  "DO_NOT_TELL_REPORTER",
                  "DO_NOT_TELL_FAMILY",
                  "DO_NOT_RETURN_CHILD_HOME",
                  "DO_NOT_CALL_CHILD",
                  "CHILD_MAY_FLEE",
                  "VIOLENCE_AT_HOME")));

  private static final FormSection AGREES =
      FormSection.of(
          "agrees",
          new QuestionGroup(
              "agrees",
              "",
              List.of(Question.of("agrees", "/says/reporter/agreesToPolice", YES_NO))),
          QuestionGroup.of("notes", Question.of("notes", TEXT)));

  /** In the order of a call. */
  static final List<FormSection> SECTIONS =
      List.of(CALLER, CHILD, LOOKS, SEEN, ROUTE, HEALTH, POLICE, KEPT_FROM, AGREES);

  private IntakeForm() {}

  static List<QuestionGroup> groups() {
    return SECTIONS.stream().flatMap(section -> section.groups().stream()).toList();
  }

  static List<Question> questions() {
    return groups().stream().flatMap(group -> group.questions().stream()).toList();
  }

  /** With those that are asked before everything else. */
  static List<Question> all() {
    return Stream.concat(Stream.of(KIND, DANGER_NOW, URGENCY, CHANNEL), questions().stream())
        .toList();
  }
}
