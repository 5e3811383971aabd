package org.homeward.engines.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Set;
import java.util.regex.Pattern;

/** The one secret that opens a store; whoever has it may do everything there. */
public final class StoreLogin {
  private static final String USER = "homeward";

  /** As it stands in an address, so that nothing in it needs an escape there. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32,128}");

  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final String secret;

  private StoreLogin(String secret) {
    this.secret = secret;
  }

  /** 32 to 128 letters, digits, {@code -} and {@code _}. */
  public static StoreLogin of(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("a store's secret has 32 to 128 letters and digits");
    }
    return new StoreLogin(secret);
  }

  /**
   * The secret in a file that is its owner's alone.
   *
   * @throws IOException with a sentence on what to do when it is not, or not there
   */
  public static StoreLogin in(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("there is no secret of the store in " + file);
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException("others may read " + file + ": chmod 600");
    }
    return of(Files.readString(file).strip());
  }

  /** The connection string for a MongoDB driver at a loopback port; it holds the secret. */
  public String address(int port) {
    return "mongodb://%s:%s@127.0.0.1:%d/?authMechanism=PLAIN".formatted(USER, secret, port);
  }

  /** Whether this is what SASL PLAIN (RFC 4616) sends: for whom (oneself), user, secret. */
  boolean isSaidBy(byte[] message) {
    String user = "\0" + USER + "\0" + secret;
    return MessageDigest.isEqual(user.getBytes(UTF_8), message)
        | MessageDigest.isEqual((USER + user).getBytes(UTF_8), message);
  }

  @Override
  public String toString() {
    return "StoreLogin[" + USER + "]";
  }
}
