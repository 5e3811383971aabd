package org.homeward.face.conditional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.homeward.face.problem.FaceProblem;

/**
 * One command of one person, however often the request is repeated; every POST handler takes it as
 * an argument.
 *
 * @param id SHA-256, hex, of subject, method, path and Idempotency-Key: the same for every repeat
 * @param hash SHA-256, hex, of the body's bytes: another hash under the same id is another wish
 *     (422)
 */
public record RequestCommand(String id, String hash) {

  private static final Pattern KEY = Pattern.compile("[!-~]{8,128}");

  /** The command of a request, as the argument resolver makes it. */
  public static RequestCommand of(
      String subject, String method, String path, List<String> keys, byte[] body) {
    return ofHash(subject, method, path, keys, sha256(body));
  }

  /** The same of a body with this hash. */
  static RequestCommand ofHash(
      String subject, String method, String path, List<String> keys, String hash) {
    if (keys.size() != 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw FaceProblem.KEY_REQUIRED.exception();
    }
    // No part after the subject can hold a line feed, so no two requests share a text.
    var text = String.join("\n", subject, method, path, keys.getFirst());
    return new RequestCommand(sha256(text.getBytes(StandardCharsets.UTF_8)), hash);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
