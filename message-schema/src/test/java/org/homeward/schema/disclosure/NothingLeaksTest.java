package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.RandomFacts;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Random facts with random limits: what a reader gets is what this test allows by its own count.
 */
class NothingLeaksTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Pattern MARK = Pattern.compile("«([^»]+)»");
  private static final PoliceRelease RELEASED =
      new PoliceRelease.Released("d", Code.of(Basis.LEGAL_DUTY));
  private static final Set<Audience> INSIDE =
      EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT, Audience.SEALED);

  private final Disclosures disclosures =
      new Disclosures(
          entry -> {}, (home, recipient, purpose, basis) -> true, SettableClock.at(NOW));

  @Test
  @Proves(6)
  void noReaderGetsWhatTheReaderMayNotKnow() {
    RandomFacts.times(400, random -> noReaderGets(random.says(), random.audience()));
  }

  private void noReaderGets(Says says, Audience reader) {
    Says told = disclose(says, reader);
    assertPlanted(told, says, audiences -> audiences.contains(reader));
    assertFields(told, says, audiences -> audiences.contains(reader));
    if (reader != Audience.CASE_TEAM) {
      assertThat(told.audiences()).isEmpty();
      assertThat(told.children().values()).allMatch(child -> child.audiences().isEmpty());
    }
  }

  @Test
  void everyReaderGetsWhatTheReaderMayKnow() {
    RandomFacts.times(400, random -> everyReaderGets(random.says(), random.audience()));
  }

  private void everyReaderGets(Says says, Audience reader) {
    JsonNode before = SaysCodec.write(says);
    JsonNode after = SaysCodec.write(disclose(says, reader));
    for (String field : List.of("category", "risk", "courtOrders", "warnings", "policeTold")) {
      boolean may = allowed(field, FieldAudiences.OF_SAYS, says.audiences()).contains(reader);
      assertThat(after.path(field)).isEqualTo(may ? before.path(field) : after.path("-"));
    }
  }

  @Test
  @Proves(8)
  void whatStaysInIntakeIsNotOnTheTopic() {
    RandomFacts.times(400, random -> staysInIntake(random.says()));
  }

  private static void staysInIntake(Says says) {
    Says told = TopicFilter.forReaders(report(RELEASED, says)).says();
    assertPlanted(told, says, audiences -> !INSIDE.containsAll(audiences));
    assertFields(told, says, audiences -> !INSIDE.containsAll(audiences));
    assertThat(told.childWords()).isNull();
    assertThat(told.shelter()).isNull();
  }

  @Test
  @Proves(8)
  void aLimitOfOneReportHoldsForTheOthersOnTheTopicToo() {
    RandomFacts.times(400, random -> limitHolds(random.says(), random.says(), random.audience()));
  }

  private void limitHolds(Says a, Says b, Audience reader) {
    List<Report> reports = List.of(report(RELEASED, a), report(RELEASED, b));
    Says inIntake = CaseFacts.ofReleased(reports);
    Says onTopic = CaseFacts.ofReleased(reports.stream().map(TopicFilter::forReaders).toList());
    Says told = disclose(onTopic, reader);
    assertPlanted(told, inIntake, audiences -> audiences.contains(reader));
    assertFields(told, inIntake, audiences -> audiences.contains(reader));
  }

  @Test
  @Proves({8, 12})
  void aHeldReportIsItsIdAndItsReleaseAndNothingElse() {
    PoliceRelease held = new PoliceRelease.Held(Code.of(HoldReason.CHILD_CALLED), NOW);
    Says says = Says.builder().circumstances(new Text("en", "planted")).build();
    Report told = TopicFilter.forReaders(report(held, says));
    assertThat(told).isEqualTo(new Report("r", null, null, held, Says.EMPTY));
  }

  @Test
  @Proves(8)
  void whoTookACallStaysWithTheCaseTeam() {
    var call = new PoliceRelease.ByPhone("d", NOW, "K 1", "planted officer");

    Report told = TopicFilter.forReaders(report(call, Says.EMPTY));

    assertThat(told.policeRelease()).isEqualTo(new PoliceRelease.ByPhone("d", NOW, "K 1", null));
  }

  private Says disclose(Says says, Audience reader) {
    Subject subject = new Subject("s", "case", "rs", false, Set.of(), says);
    Recipient recipient = new Recipient("r", "RS", "rs", null, null, false);
    Disclosure answer =
        disclosures.of(List.of(subject), reader, recipient, Purpose.CASE_WORK, Basis.PUBLIC_TASK);
    return ((Disclosure.Disclosed) answer).subjects().getFirst().facts();
  }

  /** Free strings name their field; each found mark is counted against the sets on its way. */
  private static void assertPlanted(Says told, Says says, Predicate<Set<Audience>> may) {
    told.children()
        .forEach(
            (id, child) ->
                marks(Says.builder().children(Map.of(id, child)).build())
                    .forEach(
                        path -> {
                          ChildFacts origin = says.children().get(id);
                          FieldAudiences schema = FieldAudiences.OF_SAYS.field("children").each();
                          String below = path.substring("child.".length());
                          assertThat(may.test(along(below, schema, origin.audiences())))
                              .as(path)
                              .isTrue();
                        }));
    marks(told.with().children(Map.of()).build())
        .forEach(
            path ->
                assertThat(may.test(along(path, FieldAudiences.OF_SAYS, says.audiences())))
                    .as(path)
                    .isTrue());
  }

  /** Codes, numbers and answers carry no mark: they are counted by field. */
  private static void assertFields(Says told, Says says, Predicate<Set<Audience>> may) {
    assertFields(SaysCodec.write(told), FieldAudiences.OF_SAYS, says.audiences(), may);
    told.children()
        .forEach(
            (id, child) ->
                assertFields(
                    SaysCodec.write(told).path("children").path(id),
                    FieldAudiences.OF_SAYS.field("children").each(),
                    says.children().get(id).audiences(),
                    may));
  }

  private static void assertFields(
      JsonNode told,
      FieldAudiences schema,
      Map<String, Set<Audience>> limits,
      Predicate<Set<Audience>> may) {
    for (String field : told.propertyNames()) {
      if (!Set.of("children", "answers", "audiences").contains(field)) {
        assertThat(may.test(allowed(field, schema, limits))).as(field).isTrue();
      }
    }
    for (String field : told.path("answers").propertyNames()) {
      assertThat(may.test(allowed(field, schema, limits))).as("answer " + field).isTrue();
    }
  }

  private static List<String> marks(Says says) {
    Matcher marks = MARK.matcher(SaysCodec.write(says).toString());
    return marks.results().map(result -> result.group(1)).toList();
  }

  private static Set<Audience> along(
      String path, FieldAudiences schema, Map<String, Set<Audience>> limits) {
    String[] names = path.split("\\.");
    Set<Audience> allowed = allowed(names[0], schema, limits);
    FieldAudiences part = schema.field(names[0]);
    for (String name : Arrays.copyOfRange(names, 1, names.length)) {
      part = part.field(name);
      allowed.retainAll(part.largest());
    }
    return allowed;
  }

  private static Set<Audience> allowed(
      String field, FieldAudiences schema, Map<String, Set<Audience>> limits) {
    Set<Audience> allowed = EnumSet.noneOf(Audience.class);
    allowed.addAll(schema.field(field).largest());
    if (limits.containsKey(field)) {
      allowed.retainAll(limits.get(field));
    }
    return allowed;
  }

  private static Report report(PoliceRelease release, Says says) {
    return new Report("r", NOW, Code.of(Channel.PHONE), release, says);
  }
}
