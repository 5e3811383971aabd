package org.homeward.console.intake;

import static org.homeward.console.intake.Question.Kind.COUNTRY;
import static org.homeward.console.intake.Question.Kind.LINE;
import static org.homeward.console.intake.Question.Kind.LOCAL_TIME;
import static org.homeward.console.intake.Question.Kind.NAME;
import static org.homeward.console.intake.Question.Kind.NUMBER;
import static org.homeward.console.intake.Question.Kind.PHONE;
import static org.homeward.console.intake.Question.Kind.RANGE;
import static org.homeward.console.intake.Question.Kind.TEXT;
import static org.homeward.console.intake.Question.Kind.YES_NO;

import java.util.List;

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

  static final String DANGER = "danger";

  /** Has its own words, and "not known" among its answers. */
  static final Question DANGER_NOW = Question.of(DANGER, "/danger", YES_NO);

  private static final FormSection CALLER =
      FormSection.of(
          "caller",
          QuestionGroup.of(
              "reporter",
              Question.oneOf(
                  "relation",
                  "/says/reporter/relation",
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
              Question.of("callerName", "/says/reporter/name", NAME),
              Question.of("callerPhone", "/says/reporter/phone", PHONE),
              Question.of("safeContact", "/says/reporter/safeContact", TEXT)));

  private static final FormSection CHILD =
      FormSection.of(
          "child",
          QuestionGroup.ofChild("names", Question.of("childName", "/newChildren/0/names/0", NAME)),
          QuestionGroup.ofChild("ageYears", Question.of("age", "/newChildren/0/ageYears", RANGE)),
          QuestionGroup.ofChild(
              "sex", Question.oneOf("sex", "/newChildren/0/sex", "Sex", "FEMALE", "MALE", "OTHER")),
          QuestionGroup.of(
              "category",
              Question.oneOf(
                  "category",
                  "/says/category",
                  "Category",
                  "RUNAWAY",
                  "PARENTAL_ABDUCTION",
                  "MISSING_MIGRANT",
                  "THIRD_PARTY_ABDUCTION",
                  "LOST_INJURED_OTHER",
                  "AT_RISK")));

  private static final FormSection SEEN =
      FormSection.of(
          "seen",
          QuestionGroup.of(
              "lastSeen",
              Question.of("seenAt", "/says/lastSeen/at", LOCAL_TIME),
              Question.of("seenWithin", "/says/lastSeen/uncertaintyMinutes", NUMBER),
              Question.of("seenWhere", "/says/lastSeen/place/text", LINE),
              Question.of("seenLocality", "/says/lastSeen/place/locality", LINE),
              Question.of("seenCountry", "/says/lastSeen/place/country", COUNTRY)),
          QuestionGroup.of(
              "companions",
              Question.oneOf(
                  "companion",
                  "/says/companions/0/relation",
                  "CompanionRelation",
                  "PARENT",
                  "RELATIVE",
                  "ACQUAINTANCE",
                  "ONLINE_CONTACT",
                  "STRANGER",
                  "OTHER"),
              Question.of("companionName", "/says/companions/0/name", NAME),
              Question.of("companionLooks", "/says/companions/0/description", TEXT)),
          QuestionGroup.of("circumstances", Question.of("happened", "/says/circumstances", TEXT)));

  private static final FormSection ROUTE =
      FormSection.of(
          "route",
          QuestionGroup.of(
              "vehicle",
              Question.of("plate", "/says/vehicle/plate", LINE),
              Question.of("plateCountry", "/says/vehicle/country", COUNTRY),
              Question.of("vehicleLooks", "/says/vehicle/description", TEXT)),
          QuestionGroup.of(
              "destinations",
              Question.of("towards", "/says/destinations/0/text", LINE),
              Question.of("towardsCountry", "/says/destinations/0/country", COUNTRY)));

  private static final FormSection HEALTH =
      FormSection.of(
          "health",
          QuestionGroup.ofChild(
              "medical",
              Question.of("condition", "/newChildren/0/medical/condition", TEXT),
              Question.of("medicine", "/newChildren/0/medical/medicine", TEXT),
              Question.of("hours", "/newChildren/0/medical/hoursTolerance", NUMBER)),
          QuestionGroup.ofChild(
              "selfHarmRisk", Question.of("selfHarm", "/newChildren/0/selfHarmRisk", YES_NO)),
          QuestionGroup.of(
              "risk",
              Question.someOf(
                  "criteria",
                  "/says/risk/criteria",
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
              Question.of("station", "/says/policeTold/station", LINE),
              Question.of("toldAt", "/says/policeTold/at", LOCAL_TIME),
              Question.of("policeReference", "/says/policeTold/reference", LINE)));

  private static final FormSection KEPT_FROM =
      FormSection.of(
          "keptFrom",
          QuestionGroup.of(
              "courtOrders",
              Question.someOf(
                  "orders",
                  "/says/courtOrders",
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
                  "/says/feared",
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
                  "/says/warnings",
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
          QuestionGroup.of("notes", Question.of("notes", "/says/notes", TEXT)));

  /** In the order of a call. */
  static final List<FormSection> SECTIONS =
      List.of(CALLER, CHILD, SEEN, ROUTE, HEALTH, POLICE, KEPT_FROM, AGREES);

  private IntakeForm() {}

  static List<Question> questions() {
    return SECTIONS.stream()
        .flatMap(section -> section.groups().stream())
        .flatMap(group -> group.questions().stream())
        .toList();
  }
}
