package org.homeward.intake.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.carefiles.About;
import org.homeward.intake.carefiles.Leaving.Ground;
import org.homeward.intake.referrals.ReferralCommand.Accept;
import org.homeward.intake.referrals.ReferralCommand.Consent;
import org.homeward.intake.referrals.ReferralCommand.Erase;
import org.homeward.intake.referrals.ReferralCommand.Finish;
import org.homeward.intake.referrals.ReferralCommand.Redraft;
import org.homeward.intake.referrals.ReferralCommand.Reject;
import org.homeward.intake.referrals.ReferralCommand.Revoke;
import org.homeward.intake.referrals.ReferralCommand.See;
import org.homeward.intake.referrals.ReferralCommand.Send;
import org.homeward.intake.referrals.ReferralCommand.TakeOver;
import org.homeward.intake.referrals.ReferralDecision.Changed;
import org.homeward.intake.referrals.ReferralDecision.Gone;
import org.homeward.intake.referrals.ReferralDecision.NotNow;
import org.homeward.intake.referrals.ReferralDecision.Refusal;
import org.homeward.intake.referrals.ReferralDecision.Refused;
import org.homeward.intake.referrals.ReferralDecision.Unchanged;
import org.homeward.intake.screening.Age;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.SupportService;
import org.homeward.testkit.DecisionTable;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each stage with each command; the table in the documents is what is decided. */
class ReferralDecisionsTest {

  private static final Path TABLE = Path.of("../docs/referral-decisions.md");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant DUE = NOW.plus(Duration.ofDays(3));
  private static final Instant LATER = NOW.plus(Duration.ofDays(9));
  private static final String INTRODUCTION =
      """
      # How a referral goes

      `ReferralDecisionsTest` generates this from `ReferralDecisions`. A member writes the sheet, which is all that the
      provider gets; a sheet leaves on a ground; a person hands it over and records what became of it. Whoever revokes a
      referral after the sheet is out says how the provider was told to destroy it.

      """;

  private static ReferralSheet sheet(Age age, String words) {
    var about = new About(age, null, null, "sr", null, null);
    return ReferralSheet.of(
        "AB12CD34", SupportService.LEGAL_ADVICE, about, Set.of(Share.LANGUAGE), words);
  }

  private static Referral at(Stage stage, Age age) {
    return new Referral(
        false,
        "file",
        "provider",
        "Lawyers",
        new PhoneNumber("+381112345678"),
        sheet(age, "hungry"),
        DUE,
        "kata",
        stage,
        List.of(Step.to(Stage.DRAFT, "kata", NOW)),
        null);
  }

  private static Map<String, ReferralCommand> commands(Age age) {
    Map<String, ReferralCommand> all = new LinkedHashMap<>();
    all.put("another sheet", new Redraft(sheet(age, "thirsty"), LATER, "mira"));
    all.put("consent", new Consent(Ground.CONSENT, Step.How.IN_PERSON, null, "mira"));
    all.put("protection of a child", new Consent(Ground.CHILD_PROTECTION, null, null, "mira"));
    all.put("imminent danger", new Consent(Ground.IMMINENT_DANGER, null, "he comes", "mira"));
    all.put("handed over", new Send(Step.How.PHONE, age, true, "mira"));
    all.put("handed over (provider out)", new Send(Step.How.PHONE, age, false, "mira"));
    all.put("handed over (of another age)", new Send(Step.How.PHONE, other(age), true, "mira"));
    all.put("read there", new See(null, "mira"));
    all.put("they take her or him", new Accept(LATER, null, "mira"));
    all.put("they do not", new Reject(Step.Reason.FULL, null, "mira"));
    all.put("done", new Finish(null, "mira"));
    all.put("revoked", new Revoke(null, "no need", "mira"));
    all.put("revoked (provider told)", new Revoke(Step.How.PHONE, "no need", "mira"));
    all.put("taken over", new TakeOver("mira"));
    all.put("taken over by the owner", new TakeOver("kata"));
    all.put("file erased", new Erase());
    return all;
  }

  private static Age other(Age age) {
    return age == Age.CHILD ? Age.ADULT : Age.CHILD;
  }

  private static ReferralDecision decide(Stage stage, Age age, ReferralCommand wish) {
    return ReferralDecisions.decide(at(stage, age), wish, NOW);
  }

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    var table = new DecisionTable(List.of("stage", "of", "what happens"), List.of("becomes"));
    for (Stage stage : Stage.values()) {
      for (Age age : Age.values()) {
        commands(age)
            .forEach(
                (name, wish) ->
                    table.decide(
                        List.of(stage.name(), age.name().toLowerCase(Locale.ROOT), name),
                        List.of(outcome(decide(stage, age, wish)))));
      }
    }
    String text = INTRODUCTION + table.markdown();
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, text);
    }
    assertThat(table.situations()).isEqualTo(8 * 2 * 16);
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(text);
  }

  private static String outcome(ReferralDecision decided) {
    return switch (decided) {
      case Changed(Referral next) -> next.stage().name();
      case Gone() -> "erased";
      case Unchanged() -> "as it was";
      case Refused(Refusal why) -> "refused: " + why;
      case NotNow _ -> "not now";
    };
  }

  @Test
  @Proves(6)
  void noSheetLeavesWithoutAGroundThatHoldsAtThisAge() {
    for (Age age : Age.values()) {
      assertThat(decide(Stage.DRAFT, age, new Send(Step.How.PHONE, age, true, "kata")))
          .isInstanceOf(NotNow.class);
    }
    assertThat(decide(Stage.DRAFT, Age.CHILD, consent(Ground.CONSENT)))
        .as("nobody asks a child")
        .isEqualTo(new Refused(Refusal.NO_GROUND));
    assertThat(decide(Stage.DRAFT, Age.ADULT, consent(Ground.CHILD_PROTECTION)))
        .isEqualTo(new Refused(Refusal.NO_GROUND));
    assertThat(decide(Stage.CONSENTED, Age.ADULT, new Send(Step.How.PAPER, Age.CHILD, true, "x")))
        .as("what an adult agreed to is nothing of a child")
        .isEqualTo(new Refused(Refusal.SHEET_OLD));
  }

  private static Consent consent(Ground ground) {
    return new Consent(ground, Step.How.IN_PERSON, null, "kata");
  }

  @Test
  @Proves(6)
  void whoeverAgreedToOneSheetHasNotAgreedToAnother() {
    Referral agreed = changed(at(Stage.DRAFT, Age.ADULT), consent(Ground.CONSENT));
    Referral other = changed(agreed, new Redraft(sheet(Age.ADULT, "thirsty"), LATER, "mira"));

    assertThat(other.stage()).isEqualTo(Stage.DRAFT);
    assertThat(other.due()).isEqualTo(LATER);
    assertThat(other.sheet().words()).isEqualTo("thirsty");
    assertThat(other.steps()).hasSize(3);
  }

  private static Referral changed(Referral from, ReferralCommand wish) {
    ReferralDecision decided = ReferralDecisions.decide(from, wish, NOW);
    assertThat(decided).isInstanceOf(Changed.class);
    return ((Changed) decided).next();
  }

  @Test
  @Proves(7)
  void aProviderThatHoldsTheSheetIsToldWhenItIsRevoked() {
    for (Stage stage : EnumSet.of(Stage.SENT, Stage.SEEN, Stage.ACCEPTED)) {
      assertThat(decide(stage, Age.CHILD, revoke(null)))
          .isEqualTo(new Refused(Refusal.PROVIDER_NOT_TOLD));
      assertThat(decide(stage, Age.CHILD, revoke(Step.How.PHONE))).isInstanceOf(Changed.class);
    }
    assertThat(decide(Stage.CONSENTED, Age.CHILD, revoke(null))).isInstanceOf(Changed.class);
  }

  private static Revoke revoke(Step.@Nullable How how) {
    return new Revoke(how, "no need", "kata");
  }

  @Test
  @Proves(11)
  void whatIsOpenIsOverdueAtItsDeadlineAndWhatIsOverNever() {
    for (Stage stage : Stage.values()) {
      assertThat(at(stage, Age.CHILD).isOverdue(DUE.minusSeconds(1))).isFalse();
      assertThat(at(stage, Age.CHILD).isOverdue(DUE)).isEqualTo(!stage.isOver());
    }
    Referral taken = changed(at(Stage.SEEN, Age.CHILD), new Accept(LATER, null, "kata"));
    assertThat(taken.isOverdue(DUE)).as("somebody asks later").isFalse();
  }

  @Test
  void theWorklistPutsEachOpenOneInExactlyOnePlace() {
    for (Stage stage : Stage.values()) {
      if (!stage.isOver()) {
        Referral referral = at(stage, Age.CHILD);
        for (String reader : List.of("kata", "mira")) {
          boolean mine = ViewReferrals.Which.WITH_ME.takes(referral, reader, NOW);
          assertThat(ViewReferrals.Which.WITH_OTHERS.takes(referral, reader, NOW)).isEqualTo(!mine);
          assertThat(mine).isEqualTo(stage.isOurs() && reader.equals("kata"));
        }
      }
    }
  }

  @Test
  @Proves(7)
  void anErasedOneTakesNothingAnyMore() {
    commands(Age.CHILD)
        .forEach(
            (name, wish) ->
                assertThat(ReferralDecisions.decide(GoneReferral.GONE, wish, NOW))
                    .as(name)
                    .isEqualTo(
                        wish instanceof Erase
                            ? new Unchanged()
                            : new Refused(Refusal.NO_SUCH_REFERRAL)));
  }
}
