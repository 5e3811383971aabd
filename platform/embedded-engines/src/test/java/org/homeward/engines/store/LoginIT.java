package org.homeward.engines.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store with a secret, and a driver with it, with another one and with none. */
class LoginIT {
  private static final String SECRET = "planted-0123456789abcdefghijklmnopqrst";

  @TempDir static Path directory;
  private static EmbeddedStore store;
  private static MongoClient nobody;

  @BeforeAll
  static void open() throws IOException {
    var settings = EmbeddedStore.Settings.of(directory.resolve("store"), 0);
    store = EmbeddedStore.open(settings.withLogin(StoreLogin.of(SECRET)));
    nobody = MongoClients.create(store.connectionString());
  }

  @AfterAll
  static void close() {
    nobody.close();
    store.close();
  }

  @Test
  void whoHasTheSecretWorksThere() {
    try (var client = MongoClients.create(address(SECRET))) {
      var cases = client.getDatabase("rs_intake").getCollection("cases");
      cases.insertOne(new Document("_id", "c"));

      assertThat(cases.countDocuments()).isOne();
      assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
          .containsEntry("isWritablePrimary", true);
    }
  }

  @Test
  void anotherSecretIsRefusedAndNotRepeated() {
    try (var client = MongoClients.create(address(SECRET + "x"))) {
      assertThatThrownBy(() -> client.getDatabase("a").getCollection("b").countDocuments())
          .isInstanceOf(MongoSecurityException.class)
          .satisfies(e -> assertThat(scanned(e)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{find: 'c'}",
        "{aggregate: 'c', pipeline: [], cursor: {}}",
        "{getMore: {$numberLong: '1'}, collection: 'c'}",
        "{count: 'c'}",
        "{distinct: 'c', key: 'a'}",
        "{listCollections: 1}",
        "{listIndexes: 'c'}",
        "{listDatabases: 1}",
        "{collStats: 'c'}",
        "{dbStats: 1}",
        "{insert: 'c', documents: [{_id: 1}]}",
        "{update: 'c', updates: [{q: {_id: 1}, u: {$set: {b: 1}}}]}",
        "{delete: 'c', deletes: [{q: {_id: 1}, limit: 1}]}",
        "{findAndModify: 'c', query: {_id: 1}, update: {$set: {a: 1}}}",
        "{create: 'c'}",
        "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a'}]}",
        "{drop: 'c'}",
        "{dropIndexes: 'c', index: '*'}",
        "{dropDatabase: 1}",
        "{compact: 'any'}",
        "{buildInfo: 1}",
        "{whatsmyuri: 1}",
        "{killCursors: 'c', cursors: []}",
        "{endSessions: []}",
        "{connectionStatus: 1}",
        "{hostInfo: 1}",
        "{getCmdLineOpts: 1}",
        "{getLog: 'global'}",
        "{shutdown: 1}",
        "{renameCollection: 'a.b', to: 'a.c'}"
      })
  void whoHasNotLoggedInIsRefused(String command) {
    assertThat(codeOf(Document.parse(command))).isEqualTo(13);
  }

  @Test
  void theListAboveHasEveryCommandOfTheStore() throws NoSuchMethodException {
    String[] listed =
        LoginIT.class
            .getDeclaredMethod("whoHasNotLoggedInIsRefused", String.class)
            .getAnnotation(ValueSource.class)
            .strings();

    for (String name : CommandKind.names()) {
      var kind = CommandKind.of(name);
      if (kind != CommandKind.HELLO && kind != CommandKind.LOGIN) {
        assertThat(listed)
            .as(name)
            .anyMatch(text -> CommandKind.plain(text).startsWith("{" + name + ":"));
      }
    }
  }

  @Test
  void greetingNeedsNoLogin() {
    for (String name : new String[] {"hello", "isMaster", "ping"}) {
      assertThat(nobody.getDatabase("admin").runCommand(new Document(name, 1)))
          .containsEntry("ok", 1.0);
    }
  }

  @Test
  void halfALoginOrAnotherIsNone() {
    assertThat(codeOf(said("\0homeward\0"))).isEqualTo(18);
    assertThat(codeOf(said("\0homeward"))).isEqualTo(18);
    assertThat(codeOf(said("\0root\0" + SECRET))).isEqualTo(18);
    assertThat(codeOf(said("root\0homeward\0" + SECRET))).isEqualTo(18);
    assertThat(codeOf(said("\0homeward\0" + SECRET + "\0"))).isEqualTo(18);
    assertThat(codeOf(said("\0homeward\0" + SECRET).append("mechanism", "SCRAM-SHA-1")))
        .isEqualTo(334);
    assertThat(codeOf(new Document("saslContinue", 1).append("conversationId", 1))).isEqualTo(17);
    assertThat(codeOf(new Document("find", "c"))).isEqualTo(13);
  }

  @Test
  void theSecretComesFromAFileOfItsOwnersAlone() throws IOException {
    Path file = directory.resolve("secret");
    assertThatThrownBy(() -> StoreLogin.in(file)).hasMessageContaining("no secret of the store");
    Files.writeString(file, SECRET + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> StoreLogin.in(file)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(StoreLogin.in(file).address(1))
        .isEqualTo("mongodb://homeward:" + SECRET + "@127.0.0.1:1/?authMechanism=PLAIN");
    assertThat(StoreLogin.in(file).toString()).doesNotContain(SECRET);
    assertThatThrownBy(() -> StoreLogin.of("short")).hasMessageNotContaining("short");
  }

  private static Document said(String message) {
    return new Document("saslStart", 1)
        .append("mechanism", "PLAIN")
        .append("payload", new Binary(message.getBytes(UTF_8)));
  }

  private static int codeOf(Document command) {
    return catchThrowableOfType(
            MongoCommandException.class, () -> nobody.getDatabase("contract").runCommand(command))
        .getErrorCode();
  }

  private static List<SecretScan.Finding> scanned(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return SecretScan.of(SECRET).inText("failure", text.toString());
  }

  private static String address(String secret) {
    return StoreLogin.of(secret).address(store.address().getPort());
  }
}
