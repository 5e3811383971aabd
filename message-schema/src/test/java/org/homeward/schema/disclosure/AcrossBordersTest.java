package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.Examples;
import org.homeward.schema.RandomFacts;
import org.homeward.schema.disclosure.Disclosure.Disclosed;
import org.homeward.schema.disclosure.Disclosure.Reason;
import org.homeward.schema.disclosure.Disclosure.Withheld;
import org.homeward.schema.disclosure.TransferTable.Allowed;
import org.homeward.schema.disclosure.TransferTable.Refused;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcrossBordersTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final TransferTable TABLE = TransferTable.standard();
  private static final Map<String, String> COUNTRIES =
      Map.of("rs", "RS", "gr", "GR", "tr", "TR", "drill", "RS");
  private static final PoliceRelease RELEASED =
      new PoliceRelease.Released("d", Code.of(Basis.LEGAL_DUTY));
  private static final PoliceRelease BY_PHONE = new PoliceRelease.ByPhone("d", NOW, "12", null);
  private static final PoliceRelease HELD =
      new PoliceRelease.Held(Code.of(HoldReason.CHILD_CALLED), NOW);

  private final List<AuditEntry> trail = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "RS, GR, FREE", "GR, RS, NEEDS", "GR, DE, FREE", "DE, CH, FREE", "DE, GB, FREE",
    "DE, US, NEEDS", "RS, RS, FREE", "RS, TR, BLOCKED", "GR, TR, BLOCKED", "TR, GR, BLOCKED",
    "CH, DE, BLOCKED", "RS, CH, BLOCKED", "XX, GR, BLOCKED", "GR, XX, BLOCKED"
  })
  void theTableSaysWhatMayCross(String from, String to, TransferTable.Rule rule) {
    assertThat(TABLE.verdict(from, to, Set.of()))
        .isEqualTo(
            switch (rule) {
              case FREE -> new Allowed(Set.of());
              case NEEDS -> new Refused(Set.of(Ground.values()));
              case BLOCKED -> new Refused(Set.of());
            });
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void oneGroundOnRecordOpensWhatNeedsIt(Ground ground) {
    assertThat(TABLE.verdict("GR", "RS", Set.of(ground))).isEqualTo(new Allowed(Set.of(ground)));
    assertThat(TABLE.verdict("GR", "TR", Set.of(ground))).isEqualTo(new Refused(Set.of()));
    assertThat(TABLE.verdict("RS", "GR", Set.of(ground))).isEqualTo(new Allowed(Set.of()));
  }

  @Test
  void aRefusalNamesWhatIsMissing() {
    assertThat(((Refused) TABLE.verdict("GR", "RS", Set.of())).code())
        .isEqualTo("transfer-needs-ground");
    assertThat(((Refused) TABLE.verdict("GR", "TR", Set.of())).code())
        .isEqualTo("transfer-blocked");
  }

  @Test
  void aNodesOwnTableMayBlockWhatOthersLeaveFree() {
    String own =
        """
        {"groups": {"A": ["RS"], "B": ["GR"]},
         "rows": [{"from": "A", "to": "B", "rule": "BLOCKED"}]}
        """;
    TransferTable table = TransferTable.read(own.getBytes(StandardCharsets.UTF_8));
    assertThat(table.verdict("RS", "GR", Set.of(Ground.values()))).isEqualTo(new Refused(Set.of()));
  }

  @Test
  @Proves(6)
  void contentCrossesABorderByTheRuleOfTheSendersCountry() {
    assertThat(tell("rs", recipient("gr", "GR"), Set.of(), Set.of())).isInstanceOf(Disclosed.class);
    assertThat(tell("gr", recipient("rs", "RS"), Set.of(), Set.of()))
        .isEqualTo(new Withheld(Reason.TRANSFER));
    assertThat(tell("gr", recipient("rs", "RS"), Set.of(), Set.of(Ground.VITAL_INTEREST)))
        .isInstanceOf(Disclosed.class);
    assertThat(tell("rs", recipient("tr", "TR"), Set.of(), Set.of(Ground.values())))
        .isEqualTo(new Withheld(Reason.TRANSFER));
    assertThat(trail).hasSize(4);
  }

  @Test
  @Proves(6)
  void whoIsNotWhereTheRegistrySaysGetsNothing() {
    assertThat(tell("rs", recipient("tr", "GR"), Set.of(), Set.of()))
        .isEqualTo(new Withheld(Reason.TRANSFER));
    assertThat(tell("rs", recipient("xx", "GR"), Set.of(), Set.of()))
        .isEqualTo(new Withheld(Reason.TRANSFER));
    assertThat(tell("xx", recipient("gr", "GR"), Set.of(), Set.of()))
        .isEqualTo(new Withheld(Reason.TRANSFER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"country:GR", "node:gr", "desk:gr-desk"})
  @Proves(6)
  void whoIsNamedInNotToGetsNothingAcrossABorderEither(String named) {
    Recipient partner = new Recipient("partner-desk", "GR", "gr", "gr-desk", null, false);
    assertThat(tell("rs", partner, Set.of(named), Set.of())).isEqualTo(new Withheld(Reason.NOT_TO));
  }

  @Test
  @Proves({6, 12})
  void aPartnerReadsWhatWasReleasedAndIsNotOfThePolice() {
    List<Report> reports =
        List.of(
            report(Channel.PHONE, RELEASED, sleepingRough("a")),
            report(Channel.WEB, BY_PHONE, sleepingRough("b")),
            report(Channel.CHAT, HELD, sleepingRough("c")),
            report(Channel.POLICE, RELEASED, sleepingRough("d")),
            new Report(
                "r", NOW, Code.read(Channel.class, "POLICE_APP"), RELEASED, sleepingRough("e")),
            new Report("r", NOW, null, RELEASED, sleepingRough("f")));
    assertThat(PartnerReading.of(reports, Scope.FULL).children()).containsOnlyKeys("a", "b");
    assertThat(PartnerReading.reports(reports)).hasSize(2);
    assertThat(PartnerReading.reports(reports.subList(2, 6))).isEmpty();
  }

  @Test
  @Proves(6)
  void aLimitThatPoliceMadeHoldsForTheSameFieldOfOthers() {
    Says limited =
        sleepingRough("a").with().audiences(Map.of("risk", Set.of(Audience.POLICE))).build();
    List<Report> reports =
        List.of(
            report(Channel.POLICE, RELEASED, limited),
            report(Channel.PHONE, RELEASED, Examples.everyFact()));
    Says told = partner(PartnerReading.of(reports, Scope.FULL));
    assertThat(told.risk()).isNull();
    assertThat(told.category()).isNotNull();
    assertThat(told.children()).doesNotContainKey("a");
  }

  @Test
  void aMinimumIsNamesAndYearOfBirth() {
    Report report = report(Channel.PHONE, RELEASED, Examples.everyFact());
    Says minimum = partner(PartnerReading.of(List.of(report), Scope.MINIMUM));
    assertThat(minimum.with().children(Map.of()).build()).isEqualTo(Says.EMPTY);
    assertThat(minimum.children()).isNotEmpty();
    for (ChildFacts child : minimum.children().values()) {
      assertThat(child.names()).isNotEmpty();
      assertThat(child.born().text()).matches("\\d{4}");
      assertThat(child.with().names(List.of()).born(null).build().isEmpty()).isTrue();
    }
  }

  @Test
  @Proves(6)
  void aMinimumIsNeverMoreThanTheWhole() {
    RandomFacts.times(
        200,
        random -> {
          List<Report> reports = List.of(report(Channel.PHONE, RELEASED, random.says()));
          Says whole = partner(PartnerReading.of(reports, Scope.FULL));
          Says minimum = partner(PartnerReading.of(reports, Scope.MINIMUM));
          minimum
              .children()
              .forEach(
                  (id, child) ->
                      assertThat(whole.children().get(id).names()).isEqualTo(child.names()));
        });
  }

  private Says partner(Says says) {
    Subject subject = new Subject("s", "case", "rs", false, Set.of(), says);
    return ((Disclosed) tell(subject, recipient("gr", "GR"), Set.of()))
        .subjects()
        .getFirst()
        .facts();
  }

  private Disclosure tell(
      String sender, Recipient recipient, Set<String> notTo, Set<Ground> recorded) {
    Subject subject = new Subject("s", "case", sender, false, notTo, Examples.everyFact());
    return tell(subject, recipient, recorded);
  }

  private Disclosure tell(Subject subject, Recipient recipient, Set<Ground> recorded) {
    TransferRules rules =
        TransferRules.acrossBorders(
            TABLE, node -> Optional.ofNullable(COUNTRIES.get(node)), any -> recorded);
    return new Disclosures(trail::add, rules, SettableClock.at(NOW))
        .of(
            List.of(subject),
            Audience.PARTNER,
            recipient,
            Purpose.PARTNER_SEARCH,
            Basis.VITAL_INTEREST);
  }

  private static Recipient recipient(String node, String country) {
    return new Recipient("partner-desk", country, node, null, null, false);
  }

  private static Says sleepingRough(String child) {
    return Says.builder()
        .children(Map.of(child, ChildFacts.builder().sleepingRough(true).build()))
        .build();
  }

  private static Report report(Channel channel, PoliceRelease release, Says says) {
    return new Report("r", NOW, Code.of(channel), release, says);
  }
}
