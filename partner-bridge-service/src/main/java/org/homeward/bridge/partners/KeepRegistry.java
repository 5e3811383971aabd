package org.homeward.bridge.partners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.homeward.schema.bridge.Jwk;
import org.homeward.schema.bridge.Registry;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.RegistryRefused;

/** Reads the registry file, and again when it has changed; a worse one never replaces a good one. */
public final class KeepRegistry {

  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final Jwk trusted;
  private final HighestVersion highest;
  private final Partners partners;
  private byte[] lastRead = new byte[0];

  public KeepRegistry(Path file, Jwk trusted, HighestVersion highest, Partners partners) {
    this.file = file;
    this.trusted = trusted;
    this.highest = highest;
    this.partners = partners;
  }

  /** Does nothing when the file is as it was. */
  public synchronized void read() {
    try {
      byte[] bytes = bytes();
      if (Arrays.equals(bytes, lastRead) && partners.registry().isPresent()) {
        return;
      }
      Registry newest = RegistryCodec.verify(bytes, trusted, highest.seen());
      highest.raise(newest.version());
      partners.use(newest);
      lastRead = bytes;
    } catch (IOException e) {
      partners.keepUsing("registry-missing");
    } catch (RegistryRefused e) {
      partners.keepUsing(
          "registry-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private byte[] bytes() throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }
}
