package org.homeward.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.homeward.console.login.PersonSessions;
import org.homeward.console.login.Renewals;
import org.homeward.console.login.RenewalsContract;
import org.homeward.durable.Aggregate;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.WriteObserver;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SecretScan;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class MongoSessionsIT {

  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final SessionSettings SETTINGS =
      new SessionSettings(
          URI.create("http://127.0.0.1:8080"), IDLE, Duration.ofHours(12), Duration.ofSeconds(20));

  private final SettableClock clock = SettableClock.at("2026-11-29T02:00:00Z");
  private final byte[] key = new byte[32];

  @TempDir Path directory;
  private EmbeddedStore store;
  private MongoClient client;
  private Aggregate<StoredSession> documents;
  private MongoSessions sessions;

  @BeforeEach
  void open() throws IOException {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, FreePorts.take()));
    client = StoreConnection.open(store.connectionString());
    documents =
        new SessionsConfiguration()
            .sessionDocuments(
                client.getDatabase("rs_console"), clock, WriteObserver.NOBODY, SETTINGS);
    documents.prepare();
    sessions = instance();
  }

  /** Another instance of the console, with the same store and key. */
  private MongoSessions instance() {
    return new MongoSessions(documents.documents(), key, SETTINGS, clock);
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  private MongoSession kept(String name, Object value) {
    MongoSession session = sessions.createSession();
    session.setAttribute(name, value);
    sessions.save(session);
    return session;
  }

  @Test
  void anotherInstanceFindsWhatASessionRemembers() {
    MongoSession session = kept("to", "/desk");

    assertThat(instance().findById(session.getId()).<String>getAttribute("to")).isEqualTo("/desk");
    assertThat(sessions.findById(MongoSessions.freshId())).isNull();
  }

  @Test
  void theStoreHoldsNeitherTheIdNorTheContent() {
    MongoSession session = kept("tokens", "planted-token");
    session.setAttribute("tokens", "planted-second");
    sessions.save(session);

    StringBuilder all = new StringBuilder();
    for (String name : client.getDatabase("rs_console").listCollectionNames()) {
      client.getDatabase("rs_console").getCollection(name).find().forEach(all::append);
    }
    assertThat(all).isNotEmpty();
    assertThat(SecretScan.of(session.getId(), "planted").inText("store", all.toString())).isEmpty();
    assertThat(SecretScan.of(session.getId(), "planted").inFiles(directory)).isEmpty();
  }

  @Test
  void requestsOfOneSessionAtATimeKeepEachOthersChanges() {
    String id = kept("first", "1").getId();
    MongoSession one = sessions.findById(id);
    MongoSession other = sessions.findById(id);
    one.setAttribute("tokens", "renewed");
    other.setAttribute("page", "2");
    other.removeAttribute("first");
    sessions.save(one);
    sessions.save(other);

    MongoSession now = sessions.findById(id);
    assertThat(now.getAttributeNames()).containsExactlyInAnyOrder("tokens", "page");
    assertThat(now.<String>getAttribute("tokens")).isEqualTo("renewed");
  }

  @Test
  void aLoginChangesTheIdAndTheOldOneIsOver() {
    MongoSession session = kept("to", "/desk");
    String before = session.getId();
    String after = session.changeSessionId();
    sessions.save(session);

    assertThat(after).isNotEqualTo(before);
    assertThat(sessions.findById(before)).isNull();
    assertThat(sessions.findById(after).<String>getAttribute("to")).isEqualTo("/desk");
  }

  @Test
  void aSessionThatIsSignedOutStaysSoEvenIfARequestWasUnderWay() {
    MongoSession session = kept("tokens", "planted-token");
    MongoSession underWay = sessions.findById(session.getId());
    sessions.deleteById(session.getId());
    underWay.setAttribute("tokens", "later");
    sessions.save(underWay);

    assertThat(sessions.findById(session.getId())).isNull();
  }

  @Test
  void aSessionThatNobodyUsesIsOverAndLeavesTheStore() {
    MongoSession session = kept("to", "/desk");
    clock.advance(IDLE.minusSeconds(1));
    assertThat(sessions.findById(session.getId())).isNotNull();

    clock.advance(Duration.ofSeconds(2));
    assertThat(sessions.findById(session.getId())).isNull();
    documents.alarms().ring();
    assertThat(client.getDatabase("rs_console").getCollection("sessions").countDocuments())
        .isZero();
    assertThat(client.getDatabase("rs_console").getCollection("session-history").countDocuments())
        .isZero();
  }

  @Test
  void useKeepsASessionButNotForEver() {
    MongoSession session = kept("to", "/desk");
    for (int i = 0; i < 35; i++) {
      clock.advance(Duration.ofMinutes(20));
      MongoSession used = sessions.findById(session.getId());
      assertThat(used).as("after %s times 20 minutes", i + 1).isNotNull();
      used.setLastAccessedTime(clock.instant());
      sessions.save(used);
      documents.alarms().ring();
    }
    clock.advance(Duration.ofMinutes(20));
    assertThat(sessions.findById(session.getId())).as("twelve hours after the login").isNull();
  }

  @Test
  void aListThatRefreshesItselfDoesNotKeepASession() throws Exception {
    MongoSession session = kept("to", "/desk");
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(9));
      MongoSession polled = sessions.findById(session.getId());
      polled.setLastAccessedTime(clock.instant());
      var poll = new MockHttpServletRequest("GET", "/alerts/list");
      poll.addHeader("HX-Request", "true");
      new HttpPolls()
          .doFilter(poll, new MockHttpServletResponse(), (_, _) -> sessions.save(polled));
    }
    assertThat(sessions.findById(session.getId())).as("27 minutes after its use").isNotNull();
    clock.advance(Duration.ofMinutes(4));
    assertThat(sessions.findById(session.getId())).isNull();
  }

  @Test
  void useIsNotedEachMinuteAtMost() {
    MongoSession session = kept("to", "/desk");
    long before = documents.documents().find(MongoSessions.hash(session.getId())).get().version();
    clock.advance(Duration.ofSeconds(30));
    session.setLastAccessedTime(clock.instant());
    sessions.save(session);

    var read = documents.documents().find(MongoSessions.hash(session.getId())).get();
    assertThat(read.version()).isEqualTo(before);
    assertThat(read.state().lastSeen()).isEqualTo(clock.instant().minusSeconds(30));
  }

  private MongoPersonSessions ofPeople() {
    return new MongoPersonSessions(documents.documents(), key, SETTINGS, clock);
  }

  @Test
  void whoSignsOutEverywhereIsSignedOutInEveryBrowserAndNobodyElseIs() {
    MongoSession here = kept(PersonSessions.PERSON, "planted-p-1001");
    here.setAttribute("tokens", "of-here");
    sessions.save(here);
    MongoSession there = kept(PersonSessions.PERSON, "planted-p-1001");
    MongoSession colleague = kept(PersonSessions.PERSON, "p-1002");
    assertThat(ofPeople().lastUses("planted-p-1001")).hasSize(2);

    assertThat(ofPeople().endAll("planted-p-1001"))
        .extracting(session -> session.get("tokens"))
        .containsExactlyInAnyOrder("of-here", null);

    assertThat(sessions.findById(here.getId())).isNull();
    assertThat(instance().findById(there.getId())).isNull();
    assertThat(sessions.findById(colleague.getId())).isNotNull();
    assertThat(ofPeople().lastUses("planted-p-1001")).isEmpty();
    assertThat(SecretScan.of("planted").inFiles(directory)).isEmpty();
  }

  @Test
  void aRenewalWhoseConsoleDiedIsLeftToTheNext() {
    String session = kept("to", "/desk").getId();
    var one = new MongoRenewals(documents.documents(), SETTINGS, clock);
    assertThat(one.begin(session)).isTrue();
    MongoSession other = sessions.findById(session);
    other.setAttribute("page", "2");
    sessions.save(other);
    assertThat(one.begin(session)).as("whatever else is saved").isFalse();

    clock.advance(MongoRenewals.LONGEST.plusMillis(1));

    assertThat(one.begin(session)).isTrue();
    assertThat(one.begin(MongoSessions.freshId())).as("no such session").isFalse();
  }

  @Nested
  class OfTwoConsoles extends RenewalsContract {

    @Override
    protected List<Renewals> twoConsoles() {
      return List.of(
          new MongoRenewals(documents.documents(), SETTINGS, clock),
          new MongoRenewals(documents.documents(), SETTINGS, clock));
    }

    @Override
    protected String session() {
      return kept("to", "/desk").getId();
    }
  }

  @Test
  void withAnotherKeyEverybodyLogsInAgain() {
    MongoSession session = kept("to", "/desk");
    byte[] other = new byte[32];
    other[0] = 1;
    var replaced = new MongoSessions(documents.documents(), other, SETTINGS, clock);

    assertThat(replaced.findById(session.getId())).isNull();
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    byte[] made = SessionKey.in(directory);

    assertThat(made).hasSize(32).isEqualTo(SessionKey.in(directory));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("console-sessions.key"))))
        .isEqualTo("rw-------");
  }
}
