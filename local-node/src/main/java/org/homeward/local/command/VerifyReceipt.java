package org.homeward.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.node.NodePlan;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.RegistryRefused;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.Malformed;

/** Verifies a partner's signed receipt of erasure. It needs only files. */
final class VerifyReceipt {
  private static final String USE =
      "verify-receipt takes a file, and --registry file --key file where they are not this machine's";

  private final PrintStream out;

  VerifyReceipt(PrintStream out) {
    this.out = out;
  }

  /**
   * @param here the node whose registry is trusted when no other is given
   */
  int run(NodePlan here, List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    Path registry = option(rest, "--registry", here.registry());
    Path key = option(rest, "--key", here.registryKey());
    if (rest.size() != 1 || rest.getFirst().startsWith("--")) {
      throw new WrongUse(USE);
    }
    try {
      var trusted = Jwk.read(read(key, "key of the registry"));
      var partners = RegistryCodec.verify(read(registry, "registry"), trusted);
      var proof = ReceiptProof.read(read(Path.of(rest.getFirst()), "receipt"));
      var verdict = proof.verify(partners);
      verdict.lines().forEach(out::println);
      out.println(verdict.valid() ? "The receipt is VALID." : "The receipt is NOT VALID.");
      return verdict.valid() ? 0 : 1;
    } catch (UnreadableFile | RegistryRefused | IllegalArgumentException without) {
      out.println("The receipt was NOT CHECKED: " + without.getMessage());
    } catch (Malformed | Invalid no) {
      out.println("The receipt is NOT VALID: the file holds no receipt.");
    }
    return 1;
  }

  private static Path option(List<String> arguments, String name, Path otherwise) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    if (at + 1 == arguments.size()) {
      throw new WrongUse(USE);
    }
    arguments.remove(at);
    return Path.of(arguments.remove(at));
  }

  private static byte[] read(Path file, String what) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableFile("the " + what + " cannot be read from " + file);
    }
  }

  private static final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
      super(message);
    }
  }
}
