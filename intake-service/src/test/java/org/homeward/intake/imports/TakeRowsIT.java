package org.homeward.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.face.access.Role;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.intake.cases.reports.TrialReports;
import org.homeward.intake.imports.rows.FileFormat;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.Word;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are taken some at a time, by a hand-driven alarm. */
class TakeRowsIT {

  @TempDir private static Path directory;
  private static TrialStore store;
  private static ImportFile file;

  private final SettableClock clock = SettableClock.at("2032-01-15T12:00:00Z");
  private final TrialCases trial = new TrialCases(store, clock);
  private final ChangeImport changeImport =
      new ChangeImport(
          imports(),
          new ImportSettings(Duration.ofDays(30), Duration.ofHours(12), Duration.ofMinutes(1)),
          clock);
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private final Set<String> rung = new HashSet<>();
  private final List<String> erasers = new ArrayList<>();
  private final String source = "trial-" + UUID.randomUUID();

  private static final String TITLES = "ref,entry_date,expiry_date,full_name\n";

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory.resolve("store"));
    file = new ImportFile(new FilePhotoBytes(directory.resolve("bytes")));
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  private GuardedDocuments<KeptImport> imports() {
    var documents =
        new GuardedDocuments<>(
            store.database(),
            "imports",
            new JsonStateCodec<>(Json.mapper(), KeptImport.class, Shapes.FIRST),
            DocumentSettings.first(clock),
            List.of(),
            ViewImports.WAITING_FIRST);
    documents.prepare();
    return documents;
  }

  /** A store with room for so many cases more. */
  private TakeRows taking() {
    StoreCapacity room = work -> left.getAndDecrement() > 0;
    var takeRow =
        new TakeRow(
            TrialReports.opening(trial, room, clock),
            trial.changing(state -> true, (id, command, by, with, reason) -> erasers.add(by)),
            trial.looking(),
            trial.documents(),
            id -> false);
    return new TakeRows(changeImport, file, takeRow, rung::add, clock);
  }

  private String uploaded(byte[] bytes) {
    var keep = new KeepImport(changeImport, file, work -> true, clock);
    var as = new KeepImport.As(false, FileFormat.CSV, source, "jelena");
    var kept = keep.keep(as, bytes, new Command(UUID.randomUUID().toString(), "hash"));
    return ((KeepImport.Kept.Taken) kept).now().id();
  }

  private Import state(String id) {
    return (Import) changeImport.find(id).orElseThrow().state();
  }

  private RowCounts taken(byte[] bytes) {
    String id = uploaded(bytes);
    changeImport.change(id, new ImportCommand.Take("jelena"));
    TakeRows rows = taking();
    for (int i = 0; i < 50 && !state(id).taking().isDone(); i++) {
      rows.due(id);
    }
    assertThat(state(id).taking().isDone()).isTrue();
    return state(id).taking().so();
  }

  private static byte[] table(int rows) {
    var text = new StringBuilder("ref,full_name\n");
    for (int i = 1; i <= rows; i++) {
      text.append(i).append(",Dete ").append(i).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private long cases() {
    AtomicInteger count = new AtomicInteger();
    trial.documents().forEach(each -> count.incrementAndGet());
    return count.get();
  }

  @Test
  @Proves(2)
  void withoutRoomItPausesAndGoesOnWhenThereIsSome() {
    long before = cases();
    String id = uploaded(table(10));
    changeImport.change(id, new ImportCommand.Take("jelena"));
    TakeRows rows = taking();
    left.set(4);

    rows.due(id);

    assertThat(state(id).stage()).isEqualTo(Import.Stage.PAUSED);
    assertThat(state(id).taking().upTo()).isEqualTo(4);
    assertThat(cases()).isEqualTo(before + 4);

    left.set(Integer.MAX_VALUE);
    rows.due(id);

    assertThat(state(id).stage()).isEqualTo(Import.Stage.TAKEN);
    assertThat(state(id).taking().so().taken()).isEqualTo(10);
    assertThat(cases()).isEqualTo(before + 10);
  }

  @Test
  @Proves(2)
  void afterACrashItGoesOnAndNoRowIsTakenTwice() {
    long before = cases();
    String id = uploaded(table(TakeRows.AT_ONCE + 20));
    changeImport.change(id, new ImportCommand.Take("jelena"));
    var dying =
        new TakeRows(
            changeImport,
            file,
            new TakeRow(
                TrialReports.opening(
                    trial,
                    work -> {
                      if (left.decrementAndGet() == 0) throw new IllegalStateException("killed");
                      return true;
                    },
                    clock),
                trial.changing(state -> true, (a, b, c, d, e) -> {}),
                trial.looking(),
                trial.documents(),
                caseId -> false),
            rung::add,
            clock);
    left.set(8);

    assertThatThrownBy(() -> dying.due(id)).hasMessage("killed");
    assertThat(state(id).taking().upTo()).as("nothing is written down").isZero();
    assertThat(cases()).isEqualTo(before + 7);

    left.set(Integer.MAX_VALUE);
    taking().due(id);
    assertThat(state(id).taking().upTo()).isEqualTo(TakeRows.AT_ONCE);
    taking().due(id);

    assertThat(state(id).stage()).isEqualTo(Import.Stage.TAKEN);
    assertThat(cases()).isEqualTo(before + TakeRows.AT_ONCE + 20);
  }

  @Test
  @Proves({2, 12})
  void theOddRowsOfTheMaterialAreTakenOnce() throws IOException {
    String named = System.getenv("CONFORMANCE_DIR");
    Path root =
        named == null ? Path.of("../../shared/conformance").toAbsolutePath() : Path.of(named);
    Path odd = root.resolve("persons/cases/import-odd-data.csv");
    assumeTrue(Files.isRegularFile(odd), "no conformance material at " + odd);
    long before = cases();

    RowCounts first = taken(Files.readAllBytes(odd));
    long after = cases();
    RowCounts second = taken(Files.readAllBytes(odd));

    assertThat(first.rows()).isEqualTo(106);
    assertThat(after - before).isEqualTo(first.taken());
    assertThat(second.known()).isEqualTo(first.taken());
    assertThat(second.taken()).isZero();
    assertThat(second.left()).isEqualTo(first.left());
    assertThat(cases()).as("a second import changes nothing").isEqualTo(after);
    trial
        .documents()
        .forEach(
            each -> {
              if (each.state() instanceof Case live) {
                assertThat(live.reports()).allMatch(report -> report.report().isHeld());
              }
            });
  }

  @Test
  @Proves(2)
  void rowsThatAreLostWithTheFileAreCountedOneByOne() {
    String id = uploaded(table(7));
    changeImport.change(id, new ImportCommand.Take("jelena"));
    file.delete(id);

    taking().due(id);

    assertThat(state(id).taking().so().refused()).isEqualTo(7);
    assertThat(state(id).taking().so().left()).hasSize(1);
  }

  @Test
  @Proves(2)
  void anotherContentOfTheSameVersionIsAskedAboutAndAnOlderOneIsKnown() {
    String titles = "ref,entry_date,full_name\n";
    taken((titles + "1,2031-02-01,Dete\n").getBytes(UTF_8));

    RowCounts corrected = taken((titles + "1,2031-02-01,Drugo\n").getBytes(UTF_8));
    RowCounts older = taken((titles + "1,2031-01-01,Staro\n").getBytes(UTF_8));
    RowCounts newer = taken((titles + "1,2031-03-01,Novo\n").getBytes(UTF_8));

    assertThat(corrected.left().getFirst().questions().getFirst().rule()).isEqualTo("same-version");
    assertThat(older.known()).isEqualTo(1);
    assertThat(newer.taken()).isEqualTo(1);
  }

  private Import deleted(String titlesAndRow, String taker) {
    String id = uploaded(titlesAndRow.getBytes(UTF_8));
    changeImport.change(id, new ImportCommand.Take(taker));
    taking().due(id);
    return state(id);
  }

  @Test
  @Proves(7)
  void aStaleCopyAndSupervisorsEraseNothingWithoutTheOfficer() {
    String titles = "ref,entry_date,expiry_date,full_name\n";
    String name = "Brisano" + UUID.randomUUID();
    taken((titles + "1,2031-02-01,2040-01-01," + name + "\n").getBytes(UTF_8));

    Import stale = deleted(titles + "1,2031-01-01,2031-06-01,\n", "mina");
    String caseId = stale.erasures().keySet().iterator().next();
    assertThat(words(caseId)).as("something newer is held").isEmpty();
    Import alone = deleted(titles + "1,2031-03-01,2031-06-01,\n", "jelena");
    Import both = deleted(titles + "1,2031-04-01,2031-06-01,\n", "mina");

    assertThat(stale.erasures()).hasSize(1).isEqualTo(alone.erasures()).isEqualTo(both.erasures());
    assertThat(words(caseId)).extracting(Word::by).containsExactly("jelena");
    assertThat(KeptReport.isAllOf(live(caseId))).as("its import has one review for all").isTrue();
    assertThat(erasers).isEmpty();
  }

  @Test
  @Proves(7)
  void theOfficersWordAndTheSupervisorWhoTakesTheFileEraseTogether() {
    String caseId = wantedGoneByTheOfficer(EraseReason.SUBJECT_REQUEST);
    assertThat(erasers).isEmpty();

    Import second = deleted(TITLES + "1,2031-03-01,2031-06-01,\n", "jelena");

    assertThat(second.erasures()).isEmpty();
    assertThat(trial.documents().find(caseId).orElseThrow().state()).isInstanceOf(ErasedCase.class);
    assertThat(erasers).containsExactly("jelena");
  }

  @Test
  void aDeletionLeavesTheOfficersWordForAnotherReason() {
    String caseId = wantedGoneByTheOfficer(EraseReason.COURT_ORDER);

    Import second = deleted(TITLES + "1,2031-03-01,2031-06-01,\n", "jelena");

    assertThat(second.erasures()).as("a task of the officer").hasSize(1);
    assertThat(words(caseId)).extracting(Word::by).containsExactly("vera");
  }

  /** A case that an import has brought and another wants deleted, after the officer's word. */
  private String wantedGoneByTheOfficer(EraseReason reason) {
    taken((TITLES + "1,2031-02-01,2040-01-01,Dete" + UUID.randomUUID() + "\n").getBytes(UTF_8));
    String caseId =
        deleted(TITLES + "1,2031-01-01,2031-06-01,\n", "mina")
            .erasures()
            .keySet()
            .iterator()
            .next();
    trial
        .changing(state -> true, (id, command, by, with, why) -> erasers.add(by))
        .change(
            trial.seen(caseId, "vera"),
            OptionalLong.empty(),
            new Command(UUID.randomUUID().toString(), ""),
            new CaseCommand.Erase(reason, Set.of(Role.DPO)));
    return caseId;
  }

  private Case live(String caseId) {
    return (Case) trial.documents().find(caseId).orElseThrow().state();
  }

  private List<Word> words(String caseId) {
    return live(caseId).rulings().words();
  }

  @Test
  @Proves(11)
  void whatNobodyReviewsInTimeRings() {
    String id = uploaded(table(1));
    changeImport.change(id, new ImportCommand.Take("jelena"));
    taking().due(id);
    assertThat(rung).isEmpty();

    clock.advance(Duration.ofHours(13));
    taking().due(id);

    assertThat(rung).containsExactly(id);
  }
}
