package org.homeward.alert.police.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.homeward.alert.police.formats.SignMessage;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapKeysTest {

  private static final byte[] MESSAGE =
      "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>1</identifier></alert>"
          .getBytes(UTF_8);

  private final SettableClock clock = SettableClock.at("2026-11-30T12:00:00Z");

  @TempDir Path secrets;

  private Path file;
  private CapKeys keys;

  @BeforeEach
  void open() {
    file = secrets.resolve("cap.keys.json");
    keys = fresh();
  }

  /** As another process reads the file. */
  private CapKeys fresh() {
    return new CapKeys(new CapKeyFile(file), "rs", clock);
  }

  private SignMessage signing() {
    return new SignCap(keys).now().orElseThrow();
  }

  @Test
  void withoutAFileNothingIsSignedAndNoKeyIsMade() {
    assertThat(keys.state()).isInstanceOf(CapKeys.State.NoKey.class);
    assertThat(new SignCap(keys).now()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void theFirstKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
    keys.makeFirst();
    byte[] made = Files.readAllBytes(file);
    fresh().makeFirst();

    assertThat(Files.readAllBytes(file)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(signing().kid()).matches("rs-cap-1-[0-9a-f]{4}");
  }

  @Test
  void aNewKeySignsAndTheOldOneIsKeptAndVouchesForIt() throws Exception {
    keys.makeFirst();
    String first = keys.make().shown().keys().getFirst().fingerprint();

    assertThat(signing().kid()).startsWith("rs-cap-2-");
    assertThat(fresh().signing().orElseThrow().kid()).isEqualTo(signing().kid());
    CapKeyList shown = fresh().make().shown();
    assertThat(shown.keys()).hasSize(3);
    assertThat(shown.believed(Set.of(first))).isEqualTo(shown.keys());
    assertThat(signing().kid()).as("the file was written by another").startsWith("rs-cap-3-");
  }

  @Test
  void aWithdrawnKeySignsNothing() throws Exception {
    keys.makeFirst();
    String first = signing().kid();
    keys.make();

    assertThat(keys.withdraw(signing().kid())).isPresent();
    assertThat(signing().kid()).isEqualTo(first);
    assertThat(keys.withdraw(first)).isPresent();
    assertThat(keys.state()).isInstanceOf(CapKeys.State.NoKey.class);
    assertThat(keys.withdraw("rs-cap-9")).isEmpty();

    assertThat(keys.make().shown().keys().getLast().vouch())
        .as("nobody is left who could vouch")
        .isNull();
    assertThat(signing().kid()).startsWith("rs-cap-3-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"keys\": [{}]}", "{\"keys\": [{\"kty\": \"EC\"}]}"})
  void aFileThatHoldsNoKeysIsNeitherUsedNorWrittenOver(String content) throws Exception {
    Files.writeString(file, content);

    assertThat(keys.state())
        .isInstanceOfSatisfying(
            CapKeys.State.Unusable.class,
            unusable -> assertThat(unusable.why()).contains("cap.keys.json"));
    assertThatThrownBy(keys::make).isInstanceOf(CapKeyFile.Unusable.class);
    assertThat(file).hasContent(content);
  }

  @Test
  void theSameMessageHasTheSameSignatureUntilTheKeyIsAnother() throws Exception {
    keys.makeFirst();
    var sign = new SignCap(keys);
    var first = sign.now().orElseThrow().sign(MESSAGE);

    assertThat(sign.now().orElseThrow().sign(MESSAGE)).isEqualTo(first);
    keys.make();
    assertThat(sign.now().orElseThrow().sign(MESSAGE).kid()).startsWith("rs-cap-2-");
  }
}
