package org.homeward.trials.story.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.homeward.local.node.NodePlan;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verifies receipts as {@code ./homeward verify-receipt} does: with two files and no network. */
public final class OfflineProof {
  private static final JsonMapper JSON = JsonMapper.shared();

  private OfflineProof() {}

  public static boolean isGood(NodePlan node, String proof) {
    try {
      Jwk trusted = Jwk.read(Files.readAllBytes(node.registryKey()));
      var registry = RegistryCodec.verify(Files.readAllBytes(node.registry()), trusted);
      return ReceiptProof.read(proof.getBytes(UTF_8)).verify(registry).valid();
    } catch (Malformed | Invalid notAProof) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The holder's signed receipt. */
  public static JsonNode statement(String proof) {
    String body = JSON.readTree(proof).path("body").asString("");
    return JSON.readTree(Base64.getUrlDecoder().decode(body));
  }

  /** The same with one character changed, in the statement, in its message and in the recall. */
  public static List<String> tampered(String proof) {
    List<String> changed = new ArrayList<>();
    for (String field : List.of("body", "message", "recall")) {
      var copy = (ObjectNode) JSON.readTree(proof);
      String value = copy.path(field).asString("");
      if (!value.isEmpty()) {
        int at = value.length() / 2;
        char other = value.charAt(at) == 'A' ? 'B' : 'A';
        copy.put(field, value.substring(0, at) + other + value.substring(at + 1));
        changed.add(copy.toString());
      }
    }
    return changed;
  }
}
