package org.homeward.frame.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.durable.log.KeyMissing;
import org.homeward.durable.log.Log;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** An officer reads the trail. */
class ReadAuditIT extends TrialAudit {

  private static final ReadAudit.Part ALL = new ReadAudit.Part(Optional.empty(), 50);

  /** Case-1 has an alert; case-9 is kept from vera. */
  private static final class TwoCases implements AuditedSubjects {

    @Override
    public Set<String> ofCase(String caseId) {
      return caseId.equals("case-1") ? Set.of("case-1", "alert-1") : Set.of(caseId);
    }

    @Override
    public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
      Map<String, Boolean> may = new HashMap<>();
      for (String id : ids) {
        if (id.startsWith("case-")) {
          may.put(id, !(id.equals("case-9") && person.equals("vera")));
        }
      }
      return may;
    }
  }

  private ReadAudit reading() {
    return new ReadAudit(audit, new LogAuditTrail(audit), new TwoCases(), clock);
  }

  private long look(String reader, String... subjects) {
    var fields = new Document("subjects", List.of(subjects)).append("verb", "DISCLOSED");
    return audit.append("look/" + audit.head().n(), fields.append("reader", reader));
  }

  private static ReadAudit.Part below(long n, int limit) {
    return new ReadAudit.Part(Optional.of(n), limit);
  }

  @Test
  @Proves(10)
  void theOfficerReadsByCaseAndByPersonAndThatIsALook() {
    looks(2);
    look("eva", "case-2");
    look("eva", "alert-1");
    audit.record(
        "erase/1",
        new Document("subjects", List.of("case-1")).append("verb", "ERASE").append("by", "ana"));
    var reading = reading();

    List<RecordedLook> ofCase = reading.ofCase("vera", "case-1", ALL).looks();

    assertThat(ofCase).extracting(RecordedLook::n).containsExactly(6L, 5L, 3L, 2L);
    assertThat(ofCase.getFirst().verb()).isEqualTo("ERASE");
    assertThat(ofCase.getFirst().reader()).isEqualTo("ana");
    assertThat(ofCase.getLast().purpose()).isEqualTo("CASE_WORK");
    assertThat(reading.byPerson("vera", "ana", ALL).looks())
        .extracting(RecordedLook::n)
        .containsExactly(6L, 3L, 2L);
    assertThat(reading.byPerson("petra", "vera", ALL).looks())
        .extracting(RecordedLook::n, RecordedLook::role, look -> Set.copyOf(look.subjects()))
        .containsExactly(
            tuple(8L, "dpo", Set.of("ana")), tuple(7L, "dpo", Set.of("case-1", "alert-1")));
  }

  @Test
  @Proves(10)
  void withoutAKeyTheOfficerReadsNothingEither() throws Exception {
    looks(1);
    Files.delete(data().resolve("audit-trial.keys"));

    assertThatThrownBy(() -> reading().byPerson("vera", "ana", ALL)).isInstanceOf(KeyMissing.class);
  }

  @Test
  @Proves(6)
  void aCaseThatIsKeptFromTheOfficerReadsLikeOneThatNeverWas() {
    look("ana", "case-9", "report-9");
    look("vera", "case-9", "report-9"); // she tried to open it, and was told that there is none
    look("ana", "case-1", "case-9", "case-2");
    var reading = reading();

    for (int i = 0; i < 2; i++) {
      assertThat(reading.ofCase("vera", "case-9", ALL))
          .isEqualTo(reading.ofCase("vera", "case-7", ALL));
    }
    assertThat(reading.byPerson("vera", "ana", ALL).looks())
        .singleElement()
        .satisfies(look -> assertThat(look.subjects()).containsExactly("case-1", "case-2"));
    assertThat(reading.byPerson("vera", "vera", ALL).looks()).isEmpty();
    assertThat(reading.ofCase("petra", "case-9", ALL).looks())
        .extracting(RecordedLook::reader)
        .containsExactly("vera", "vera", "ana", "vera", "ana");
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    IntStream.range(0, 7).forEach(i -> look(i % 2 == 0 ? "ana" : "eva", "case-1"));
    var reading = reading();
    List<Long> all = new ArrayList<>();
    Optional<Long> next = Optional.of(audit.head().n() + 1);
    while (next.isPresent()) {
      ReadAudit.Page page = reading.byPerson("vera", "ana", below(next.get(), 2));
      assertThat(page.looks().size()).isLessThanOrEqualTo(2);
      page.looks().forEach(look -> all.add(look.n()));
      next = page.next();
    }
    assertThat(all).containsExactly(8L, 6L, 4L, 2L);
  }

  @Test
  @Proves(6)
  void howManyHiddenLooksThereAreChangesNothingOfAPage() {
    look("ana", "case-1");
    IntStream.range(0, 9).forEach(_ -> look("ana", "case-9"));
    var reading = reading();
    ReadAudit.Part few = new ReadAudit.Part(Optional.empty(), 2);
    walks.since();

    assertThat(reading.ofCase("vera", "case-7", few).looks()).isEmpty();
    int unknown = walks.since();
    assertThat(reading.ofCase("vera", "case-9", few).looks()).isEmpty();

    assertThat(walks.since()).isEqualTo(unknown);
  }

  @Test
  void onePageWalksABoundedPartOfALongTrail() {
    look("ana", "case-1");
    var others =
        IntStream.rangeClosed(1, ReadAudit.WALK + 700)
            .mapToObj(
                i ->
                    new Log.Entry(
                        "other/" + i, new Document("verb", "DISCLOSED").append("reader", "eva")))
            .toList();
    audit.append(others);
    walks.since();

    ReadAudit.Page first = reading().byPerson("vera", "ana", ALL);

    assertThat(first.looks()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(walks.since()).isLessThanOrEqualTo(ReadAudit.WALK / 500 + 1);
    ReadAudit.Page second = reading().byPerson("vera", "ana", below(first.next().get(), 50));
    assertThat(second.looks()).extracting(RecordedLook::n).containsExactly(2L);
    assertThat(second.next()).isEmpty();
  }

  @Test
  void aHoleSomebodyMadeHidesNothingBehindIt() {
    look("ana", "case-1");
    look("ana", "case-1");
    look("ana", "case-1");
    database().getCollection("audit").deleteOne(new Document("_id", 3L));

    assertThat(reading().byPerson("vera", "ana", ALL).looks())
        .extracting(RecordedLook::n)
        .containsExactly(4L, 2L);
  }

  @Test
  void theLooksOfADeskAreThoseOfItsPeopleToo() {
    look("desk-1", "case-1");
    audit.append(
        "look/of-a-person",
        new Document("subjects", List.of("case-2"))
            .append("verb", "DISCLOSED")
            .append("reader", "mira")
            .append("desk", "desk-1"));

    assertThat(reading().byPerson("vera", "desk-1", ALL).looks())
        .extracting(RecordedLook::reader, RecordedLook::desk)
        .containsExactly(tuple("mira", "desk-1"), tuple("desk-1", null));
  }

  @Test
  void aMessageOfAPartnerIsReadByItsHandoverAndItsPartner() {
    audit.record(
        "message/1",
        new Document("verb", "MESSAGE")
            .append("outcome", "APPLIED")
            .append("partner", "gr")
            .append("handover", "case-3"));

    assertThat(reading().ofCase("vera", "case-3", ALL).looks())
        .isEqualTo(reading().byPerson("vera", "gr", ALL).looks())
        .singleElement()
        .satisfies(look -> assertThat(look.outcome()).isEqualTo("APPLIED"));
  }
}
