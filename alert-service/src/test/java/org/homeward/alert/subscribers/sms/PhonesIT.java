package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialPhone;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of phones: two persons and a code make one live. */
class PhonesIT {

  private static final String PATH = TrialPhone.PATH;

  private final TrialNode node = TrialNode.get();
  private final Wire admin = node.admin();
  private final String number = TrialPhone.newNumber();

  private String wish() {
    return TrialPhone.wish(number, "RS-22", "sr", true);
  }

  private TrialPhone confirmed() {
    return TrialPhone.confirmed(node, number, wish());
  }

  @Test
  @Proves(3)
  void nothingGoesThereBeforeAnotherPersonConfirmsItAndItsCodeComesBack() {
    Answer made = admin.command(PATH, wish());
    String id = made.json().path("id").asString();
    String etag = made.header("ETag").orElseThrow();
    var phone = new TrialPhone(node, id, number);

    assertThat(made.json().path("state").asString()).isEqualTo("UNCONFIRMED");
    assertThat(node.confirmed(PATH + "/" + id, etag, "nikola", "supervisor").problem())
        .isEqualTo("another-person-needed");
    assertThat(phone.command(admin, "code").status()).isEqualTo(200);
    assertThat(phone.prove("000000").problem()).isEqualTo("code-void");
    assertThat(phone.texts()).isEmpty();

    assertThat(node.confirmed(PATH + "/" + id, etag, "milan", "supervisor").status())
        .isEqualTo(200);
    String code = phone.code(1);
    assertThat(phone.read().path("state").asString()).isEqualTo("UNPROVEN");
    String wrong = code.equals("000000") ? "000001" : "000000";
    Answer missed = phone.prove(wrong);
    assertThat(missed.status()).isEqualTo(422);
    assertThat(missed.json().at("/errors/0/pointer").asString()).isEqualTo("/code");
    assertThat(missed.json().at("/errors/0/rule").asString()).isEqualTo("wrong-code");
    assertThat(phone.prove(code).json().path("state").asString()).isEqualTo("LIVE");
    assertThat(phone.destination().endsOnly()).isFalse();
    assertThat(phone.prove(wrong).status()).as("a live one stays so").isEqualTo(200);
  }

  @Test
  void anotherCodeMakesTheOneBeforeVoidAndThreeAnHourAreEnough() {
    TrialPhone phone = confirmed();
    String first = phone.code(1);
    assertThat(phone.command(admin, "code").status()).isEqualTo(200);
    String second = phone.code(2);
    assertThat(phone.command(admin, "code").status()).isEqualTo(200);
    String third = phone.code(3);
    Answer fourth = phone.command(admin, "code");

    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.problem()).isEqualTo("codes-too-often");
    if (!first.equals(third) && !second.equals(third)) {
      assertThat(phone.prove(first).status()).isEqualTo(422);
      assertThat(phone.prove(second).status()).isEqualTo(422);
    }
    assertThat(phone.prove(third).status()).isEqualTo(200);
  }

  /** Of a node that has sent no code yet. */
  private GiveCodeTurn freshTurns() {
    var documents =
        new GuardedDocuments<>(
            node.bean(MongoDatabase.class),
            "turns-" + UUID.randomUUID(),
            new JsonStateCodec<>(Json.mapper(), CodeTurns.class, Shapes.FIRST),
            DocumentSettings.first(node.clock()),
            List.of());
    return new GiveCodeTurn(documents, GiveCodeTurn.ORGANISATIONS, 10_000);
  }

  @Test
  void theFirstCodeOfANodeHasItsTurnAfterSomebodyLookedForRoom() {
    GiveCodeTurn turns = freshTurns();

    assertThat(turns.hasRoom(number, node.clock().instant())).isTrue();
    assertThat(turns.take(number, node.clock().instant())).isTrue();
  }

  @Test
  void ofManyThatAskAtOnceNoMoreGetATurnThanTheCeilingHas() {
    GiveCodeTurn turns = freshTurns();
    Instant now = node.clock().instant();
    List<Future<Boolean>> asked;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      asked =
          IntStream.range(0, 12)
              .mapToObj(_ -> threads.submit(() -> turns.take(number, now)))
              .toList();
    }
    assertThat(asked.stream().filter(Future::resultNow)).hasSize(CodeTurns.PER_NUMBER);
    assertThat(turns.hasRoom(number, now)).isFalse();
  }

  @Test
  @Proves(8)
  void codeAndNumberStandNowhereButWhereTheyBelong() {
    TrialPhone phone = confirmed();
    String code = phone.code(1);

    Document stored =
        node.bean(MongoDatabase.class)
            .getCollection("phones")
            .find(new Document("_id", phone.id()))
            .first();
    assertThat(String.valueOf(stored)).contains(number).doesNotContain("\"" + code, "=" + code);
    assertThat(phone.read().toString()).doesNotContain(code);
    assertThat(node.log()).noneMatch(line -> line.contains(number.substring(1)));
    String metrics =
        await()
            .until(
                () -> node.management().get("/actuator/prometheus").text(),
                text -> text.contains("homeward_phones"));
    assertThat(metrics).contains("homeward_sms_messages_total").doesNotContain(number.substring(1));
  }

  @Test
  @Proves({4, 8})
  void onePersonRevokesItAndItsNumberIsErasedWhenNoEndIsOwed() {
    TrialPhone phone = TrialPhone.live(node, "RS-22", "sr");

    Wire milan = node.person("milan", "supervisor");
    assertThat(phone.command(milan, "revoke").status()).isEqualTo(200);
    assertThat(phone.destination().endsOnly()).isTrue();
    assertThat(phone.command(admin, "code").problem()).isEqualTo("phone-over");
    assertThat(phone.prove("000000").problem()).isEqualTo("phone-over");
    assertThat(node.confirmed(PATH + "/" + phone.id(), "*", "jelena", "supervisor").problem())
        .isEqualTo("phone-over");

    node.clock().advance(CodeTurns.HOUR);
    await().until(() -> admin.get(PATH + "/" + phone.id()).status() == 404);
    assertThat(admin.get(PATH).text()).doesNotContain(phone.number(), phone.id());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        String.valueOf(
                            node.bean(MongoDatabase.class)
                                .getCollection("phones")
                                .find(new Document("_id", phone.id()))
                                .first()))
                    .doesNotContain(phone.number(), "Crveni krst"));
  }

  @Test
  void oneNumberIsRegisteredOnceForEachSide() {
    String key = UUID.randomUUID().toString();
    Answer made = admin.post(PATH, wish(), "Idempotency-Key", key);
    Answer again = admin.post(PATH, wish(), "Idempotency-Key", key);
    Answer twice = admin.command(PATH, wish());
    Answer real = admin.command(PATH, TrialPhone.wish(number, "RS-22", "sr", false));

    assertThat(made.status()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(made.json().path("id"));
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.json().at("/errors/0/rule").asString()).isEqualTo("registered-already");
    assertThat(twice.text()).doesNotContain(number);
    assertThat(real.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "+38164555,  +491515555,  /number,    another-country",
    "+38164555,  +381112345,  /number,    not-mobile",
    "+38164555,  +999,        /number,    impossible-number",
    "+38164555,  +381900123,  /number,    not-mobile",
    "'\"RS-22\"', '\"GR-A\"', /regions/0, of-another-country",
    "'\"sr\"',   '\"xx\"',    /language,  unknown-language",
    "VOLUNTEER,  POLICE,      /audience,  unknown-code",
    "'\"name\"', '\"nom\"',   '',         unknown-field"
  })
  void whatIsWrongIsNamed(String good, String bad, String pointer, String rule) {
    Answer refused = admin.command(PATH, wish().replace(good, bad));

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.json().path("errors").valueStream())
        .anySatisfy(
            error -> {
              assertThat(error.path("pointer").asString()).isEqualTo(pointer);
              assertThat(error.path("rule").asString()).isEqualTo(rule);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "+43123,             impossible-number",
    "+4912,              impossible-number",
    "+49123456789012345, impossible-number",
    "+4915112345678,     another-country"
  })
  void aNumberThatNobodyCanBeSentAnythingIsNamed(String typed, String rule) {
    Answer refused = admin.command(PATH, wish().replace(number, typed));

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/number");
    assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo(rule);
  }

  @Test
  void thoseReadItWhoAnswerForIt() {
    String id = admin.command(PATH, wish()).json().path("id").asString();

    for (String role : new String[] {"supervisor", "dpo", "admin"}) {
      assertThat(node.person("somebody", role).get(PATH + "/" + id).status()).isEqualTo(200);
      assertThat(node.person("somebody", role).get(PATH).text()).contains(id);
    }
    for (String role : new String[] {"operator", "authority", "police"}) {
      assertThat(node.person("somebody", role).get(PATH + "/" + id).status()).isEqualTo(403);
    }
    assertThat(admin.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }
}
