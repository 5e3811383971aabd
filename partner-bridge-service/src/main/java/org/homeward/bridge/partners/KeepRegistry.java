package org.homeward.bridge.partners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.RegistryRefused;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.Registry;

/**
 * Reads the registry file, and again when it has changed; an invalid or older one never replaces
 * the one in use.
 *
 * <p>An accepted registry is kept: without a file, or for a partner that is no longer listed, what
 * went out must still be stopped.
 */
final class KeepRegistry {

  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final Jwk trusted;
  private final KeptRegistries kept;
  private final Partners partners;
  private byte[] lastRead = new byte[0];
  private boolean remembered;

  KeepRegistry(Path file, Jwk trusted, KeptRegistries kept, Partners partners) {
    this.file = file;
    this.trusted = trusted;
    this.kept = kept;
    this.partners = partners;
  }

  /** Does nothing when the file is as it was. */
  synchronized void read() {
    remember();
    try {
      byte[] bytes = bytes();
      if (Arrays.equals(bytes, lastRead) && partners.trouble().isEmpty()) {
        return;
      }
      Registry newest = RegistryCodec.verify(bytes, trusted, kept.highest());
      leaveOut(newest);
      kept.take(newest.version(), bytes);
      partners.use(newest);
      lastRead = bytes;
    } catch (IOException e) {
      keepUsing("registry-missing");
    } catch (RegistryRefused e) {
      keepUsing("registry-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private void remember() {
    if (!remembered) {
      kept.leftOut()
          .forEach(
              (slug, last) -> verified(last).ifPresent(found -> partners.leaveOut(slug, found)));
      remembered = true;
    }
  }

  private void leaveOut(Registry newest) {
    byte[] before = kept.newest().orElse(null);
    Registry last = before == null ? null : verified(before).orElse(null);
    if (before == null || last == null) {
      return;
    }
    for (Partner partner : last.partners()) {
      if (newest.partner(partner.node()).isEmpty()) {
        kept.leaveOut(partner.node(), before);
        partners.leaveOut(partner.node(), last);
      }
    }
  }

  private void keepUsing(String why) {
    if (partners.registry().isEmpty()) {
      kept.newest().flatMap(this::verified).ifPresent(partners::useKept);
    }
    partners.keepUsing(why);
  }

  /** Empty when it was signed with a key that is trusted no more. */
  private Optional<Registry> verified(byte[] earlier) {
    try {
      return Optional.of(RegistryCodec.verify(earlier, trusted));
    } catch (RegistryRefused e) {
      return Optional.empty();
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
