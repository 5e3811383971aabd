package org.homeward.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.registry.DemoRegistry;
import org.homeward.local.registry.Member;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.MessageSigner;
import org.homeward.schema.bridge.MessageStatus;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.HolderReceipt;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.bodies.Remains;
import org.homeward.schema.bridge.bodies.RemainsIn;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of a partner's receipt, with files and nothing else. */
class VerifyReceiptIT {
  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
  private static final String HANDOVER = "3f2b8f0e-6a60-4c5e-9d39-0c6a1d7f9f10";
  private static final URI ANYWHERE = URI.create("http://127.0.0.1:9/bridge/v1/messages");

  @TempDir Path root;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeEach
  void issueARegistry() {
    issue(root.resolve(".homeward"));
  }

  @Test
  void aTrueReceiptIsValidAndReadable() throws Exception {
    assertThat(verify(receipt("gr"))).isZero();
    assertThat(told())
        .contains("ERASED, signed by gr with key gr-sig-1", HANDOVER, "signed by rs")
        .contains("TOPIC until 2026-11-28T22:00:00Z")
        .contains("The receipt is VALID.");
  }

  @Test
  void aReceiptOfSomebodyElseIsNot() throws Exception {
    assertThat(verify(receipt("drill"))).isEqualTo(1);
    assertThat(told()).contains("The receipt is NOT VALID.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"message\": \"a.b.c\"}", "not json"})
  void whatIsNoReceiptIsNotValid(String content) throws Exception {
    assertThat(verify(Files.writeString(root.resolve("r.json"), content))).isEqualTo(1);
    assertThat(told()).contains("The receipt is NOT VALID");
  }

  @Test
  void aRegistryThatTheKeyHasNotSignedChecksNothing() throws Exception {
    Path other = root.resolve("other");
    issue(other);

    int status =
        verify(
            receipt("gr"), "--key", other.resolve("registry/registry-key.public.json").toString());

    assertThat(status).isEqualTo(1);
    assertThat(told()).contains("NOT CHECKED", "WRONG_SIGNER");
  }

  @Test
  void otherFilesMayBeNamed() throws Exception {
    Path receipt = receipt("gr");
    Path elsewhere = root.resolve("elsewhere");
    Files.move(root.resolve(".homeward"), elsewhere);

    assertThat(verify(receipt)).isEqualTo(1);
    assertThat(told()).contains("NOT CHECKED: the key of the registry cannot be read");
    int status =
        verify(
            receipt,
            "--registry",
            elsewhere.resolve("registry/registry.jws").toString(),
            "--key",
            elsewhere.resolve("registry/registry-key.public.json").toString());
    assertThat(status).isZero();
  }

  @Test
  void withoutAFileItSaysWhatItTakes() throws Exception {
    assertThat(run(List.of())).isEqualTo(2);
    assertThat(run(List.of("--registry"))).isEqualTo(2);
    assertThat(told()).contains("verify-receipt takes a file");
  }

  private static void issue(Path state) {
    var members =
        List.of(
            new Member("rs", "RS", ANYWHERE, false, state.resolve("rs/data/node-keys.json")),
            new Member("gr", "GR", ANYWHERE, false, state.resolve("gr/data/node-keys.json")));
    new DemoRegistry(state.resolve("registry"), Clock.fixed(NOW, ZoneOffset.UTC))
        .prepare(members, ANYWHERE);
  }

  /** What gr says it has erased, signed by this node. */
  private Path receipt(String signer) throws IOException {
    byte[] recallBody =
        MessageSigner.write(MessageType.RECALL, new Recall(Code.of(RecallReason.FOUND), NOW));
    SignedMessage recall =
        sign("rs", "gr", HandoverSide.OWNER, MessageType.RECALL, recallBody, "rs");
    var said =
        new HolderReceipt(
            ErasureResult.ERASED,
            recall.hash(),
            Code.of(RecallReason.FOUND),
            NOW,
            List.of(new Remains(Code.of(RemainsIn.TOPIC), Instant.parse("2026-11-28T22:00:00Z"))),
            List.of());
    byte[] body = MessageSigner.write(MessageType.RECEIPT, said);
    SignedMessage receipt =
        sign("gr", "rs", HandoverSide.HOLDER, MessageType.RECEIPT, body, signer);
    return Files.write(
        root.resolve("receipt.json"), ReceiptProof.of(receipt, body, recall).write());
  }

  private SignedMessage sign(
      String from, String to, HandoverSide side, MessageType type, byte[] body, String signer)
      throws IOException {
    Path state = root.resolve(".homeward");
    Path keys =
        signer.equals("drill")
            ? state.resolve("registry/drill-keys.json")
            : state.resolve(signer).resolve("data/node-keys.json");
    var message =
        new Message(
            Message.VERSION,
            from,
            to,
            HANDOVER,
            side,
            0,
            1,
            null,
            NOW,
            type,
            Message.SCHEMA,
            MessageStatus.of(false),
            Hashes.of(body));
    return MessageSigner.sign(message, NodeKeys.read(Files.readAllBytes(keys)).signing());
  }

  private int verify(Path receipt, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(receipt.toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private int run(List<String> arguments) throws Exception {
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Commands(root, root, InputStream.nullInputStream(), out, Clock.systemUTC())
        .run("verify-receipt", arguments);
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
