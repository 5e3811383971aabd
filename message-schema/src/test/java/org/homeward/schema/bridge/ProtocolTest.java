package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.schema.Conformance;
import org.homeward.schema.bridge.bodies.AgeBand;
import org.homeward.schema.bridge.bodies.AnswerReason;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.ErasureResult;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.bridge.bodies.ProposalKind;
import org.homeward.schema.bridge.bodies.RemainsIn;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md and the files beside the schemas are what the code does. */
class ProtocolTest {

  private static final String TEXT = text(Path.of("PROTOCOL.md"));
  private static final Registry REGISTRY =
      RegistryCodec.verify(bytes("registry.jws"), Jwk.read(bytes("registry-key.json")));
  private static final List<String> NAMES =
      List.of("1-offer", "2-acknowledged", "3-accepted", "4-release", "5-recall", "6-receipt");

  @Test
  void theTableOfTypesIsTheCode() {
    assertThat(rows("`([A-Z]+)` \\| (OWNER|HOLDER) \\| (content|signal) \\| (state|dialogue)"))
        .isEqualTo(
            Arrays.stream(MessageType.values())
                .map(
                    type ->
                        List.of(
                            type.name(),
                            type.by().name(),
                            type.isContent() ? "content" : "signal",
                            type.isState() ? "state" : "dialogue"))
                .toList());
  }

  @Test
  void theTablesOfRefusalsAreTheCode() {
    assertThat(rows("`([a-z-]+)` \\| (\\d{3})"))
        .isEqualTo(
            Arrays.stream(TransportRefusal.values())
                .map(why -> List.of(why.word(), String.valueOf(why.status())))
                .toList());
    assertThat(firstColumn("Causes")).isEqualTo(names(Cause.values()));
    assertThat(firstColumn("Results")).isEqualTo(names(ReceiptResult.values()));
  }

  @Test
  void theListsOfCodesAreTheCode() {
    Map<String, Enum<?>[]> lists =
        Map.of(
            "urgency", Urgency.values(),
            "reason of an offer", OfferReason.values(),
            "asks", Ask.values(),
            "ageBands", AgeBand.values(),
            "code of an answer", AnswerReason.values(),
            "what of a proposal", ProposalKind.values(),
            "reason of a brake", BrakeReason.values(),
            "reason of a recall", RecallReason.values(),
            "result of a receipt", ErasureResult.values(),
            "where of what remains", RemainsIn.values());
    lists.forEach(
        (name, list) ->
            assertThat(TEXT).contains("| " + name + " | " + String.join(", ", names(list)) + " |"));
  }

  @Test
  void theExchangeInTheFilesIsReadByTheCode() {
    Map<HandoverSide, String> before = new EnumMap<>(HandoverSide.class);
    for (String name : NAMES) {
      Arrival.Taken taken = open(name);
      assertThat(taken.message().type().name())
          .isEqualTo(name.substring(2).toUpperCase(Locale.ROOT));
      assertThat(taken.message().prev()).isEqualTo(before.get(taken.message().direction()));
      assertThat(taken.signed().payload()).isEqualTo(bytes(name + ".payload.json"));
      assertThat(taken.signed().jws()).isEqualTo(ascii(name + ".jws"));
      assertThat(taken.body()).isEqualTo(bytes(name + ".body.json"));
      assertThat(Receipts.verify(ascii(name + ".answer.jws"), taken.signed(), REGISTRY))
          .isPresent();
      before.put(taken.message().direction(), taken.signed().hash());
    }
  }

  @Test
  void theProofInTheFilesIsValid() {
    assertThat(ReceiptProof.read(bytes("proof.json")).verify(REGISTRY).valid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-offer.payload.json", "4-release.body.json", "6-receipt.body.json"})
  void whatIsQuotedIsInTheFiles(String name) {
    assertThat(TEXT).contains("```json\n" + ascii(name) + "\n```");
  }

  private static Arrival.Taken open(String name) {
    byte[] request = bytes(name + ".jwe");
    String payload = ascii(name + ".payload.json");
    String receiver = payload.contains("\"to\":\"gr\"") ? "gr" : "rs";
    NodeKeys keys = NodeKeys.read(bytes(receiver + "-keys.json"));
    return (Arrival.Taken)
        new MessageOpener(receiver, keys)
            .open(request, REGISTRY, Seal.open(request, keys).sentAt());
  }

  private static List<List<String>> rows(String cells) {
    return Pattern.compile("(?m)^\\| " + cells + " \\|")
        .matcher(TEXT)
        .results()
        .map(row -> Stream.iterate(1, i -> i + 1).limit(row.groupCount()).map(row::group).toList())
        .toList();
  }

  private static List<String> firstColumn(String heading) {
    String section = TEXT.split("### " + heading + "\n")[1].split("\n#")[0];
    return Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|")
        .matcher(section)
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static String ascii(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static String text(Path file) {
    return new String(Conformance.bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try {
      Path folder =
          new File(ProtocolTest.class.getResource("/schema/v1/examples/bridge").toURI()).toPath();
      return Conformance.bytes(folder.resolve(name));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
