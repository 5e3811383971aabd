package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.homeward.durable.Engines;
import org.homeward.durable.Tally;
import org.homeward.durable.command.Command;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.WriteSettings;
import org.homeward.testkit.Proves;
import org.homeward.testkit.TcpProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store applies a write and its answer never arrives; or it does not answer at all. */
class LostReplyIT {

  private static Engines engines;
  private static TcpProxy proxy;
  private static MongoClient client;
  private static GuardedDocuments<Tally> documents;

  @BeforeAll
  static void start() {
    engines = Engines.store();
    proxy = TcpProxy.toPort(engines.storePort());
    client = StoreConnection.open(engines.storeUri(proxy.port()));
    documents = withDeadline(Duration.ofSeconds(30));
    documents.prepare();
  }

  private static GuardedDocuments<Tally> withDeadline(Duration deadline) {
    return new GuardedDocuments<>(
        client.getDatabase("lost"),
        "tallies",
        Tally.CODEC,
        DocumentSettings.first(Clock.systemUTC())
            .with(new WriteSettings(deadline, Duration.ofSeconds(1), 99_999, 99_999, 500)),
        List.of());
  }

  @AfterAll
  static void stop() {
    client.close();
    proxy.close();
    engines.close();
  }

  private static String created() {
    String id = UUID.randomUUID().toString();
    documents.create(id, Edit.of(Tally.of(), "me", "t.v1"), new Command(id, "h"), "");
    return id;
  }

  @Test
  @Proves(2)
  void aWriteWhoseReplyIsLostIsAppliedOnce() {
    String id = created();
    for (int i = 0; i < 5; i++) {
      int lost = proxy.lostReplies();
      proxy.loseReplyTo("findAndModify");
      String fact = "f" + i;
      var outcome =
          documents.change(id, d -> Decision.write(Edit.of(d.state().and(fact), "me", "t.v1"), ""));
      assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
      assertThat(proxy.lostReplies()).isEqualTo(lost + 1);
    }
    assertThat(documents.find(id).orElseThrow().state())
        .isEqualTo(Tally.of("f0", "f1", "f2", "f3", "f4"));
  }

  @Test
  @Proves(2)
  void aCreationWhoseReplyIsLostMakesOneDocument() {
    String id = UUID.randomUUID().toString();
    int lost = proxy.lostReplies();
    proxy.loseReplyTo("insert");
    var outcome =
        documents.create(id, Edit.of(Tally.of("a"), "me", "t.v1"), new Command(id, "h"), "");
    assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
    assertThat(proxy.lostReplies()).isEqualTo(lost + 1);
    assertThat(documents.find(id).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  @Proves(1)
  void aStoreThatDoesNotAnswerIsNeverASuccess() {
    String id = created();
    GuardedDocuments<Tally> impatient = withDeadline(Duration.ofSeconds(2));
    proxy.refuse();
    try {
      assertThatThrownBy(
              () ->
                  impatient.change(
                      id, d -> Decision.write(Edit.of(d.state().and("x"), "me", "t.v1"), "")))
          .isInstanceOf(StoreFailure.class);
    } finally {
      proxy.pass();
    }
    assertThat(documents.find(id).orElseThrow().state()).isEqualTo(Tally.of());
  }

  @Test
  @Proves(2)
  void aLineThatBreaksDuringTheLoginIsNotNoticed() {
    String id = created();
    int lost = proxy.lostReplies();
    proxy.loseReplyTo("saslStart");
    proxy.cut();

    var outcome =
        documents.change(id, d -> Decision.write(Edit.of(d.state().and("x"), "me", "t.v1"), ""));

    assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
    assertThat(proxy.lostReplies()).isEqualTo(lost + 1);
    assertThat(documents.find(id).orElseThrow().state()).isEqualTo(Tally.of("x"));
  }

  @Test
  @Proves(1)
  void aStoreThatDoesNotKnowTheSecretIsAwayAndHasWrittenNothing() {
    String other = engines.storeUri().replace(":0123", ":9999");
    try (var stranger = StoreConnection.open(other)) {
      var impatient =
          new GuardedDocuments<>(
              stranger.getDatabase("lost"),
              "tallies",
              Tally.CODEC,
              DocumentSettings.first(Clock.systemUTC())
                  .with(
                      new WriteSettings(
                          Duration.ofSeconds(1), Duration.ofSeconds(1), 99_999, 99_999, 500)),
              List.of());
      assertThatThrownBy(() -> impatient.find(created()))
          .isInstanceOf(StoreFailure.Unavailable.class);
    }
  }

  @Test
  void aStoreThatComesBackInTimeIsNotNoticed() {
    String id = created();
    proxy.refuse();
    Thread.ofVirtual().start(proxy::pass);
    var outcome =
        documents.change(id, d -> Decision.write(Edit.of(d.state().and("x"), "me", "t.v1"), ""));
    assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
  }
}
