package org.homeward.frame.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.durable.document.DurableFile;
import org.homeward.schema.bridge.HeldKey;
import org.homeward.schema.bridge.Jwk;
import org.homeward.schema.bridge.KeyUse;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service signs its checkpoints with, {@code audit-<service>.signing.json}; whoever checks
 * them needs {@code audit-<service>.public.json}.
 */
final class CheckpointKey {

  private CheckpointKey() {}

  /** Reads the key; makes it when there is none, whichever instance comes first. */
  static HeldKey in(Path data, String node, String service) {
    Path file = data.resolve("audit-" + service + ".signing.json");
    try {
      if (!Files.exists(file)) {
        DurableFile.create(
            file, HeldKey.generate(KeyUse.SIG, node + "-" + service + "-audit-1").secret());
      }
      HeldKey key = HeldKey.read(Files.readAllBytes(file));
      Path shown = data.resolve("audit-" + service + ".public.json");
      if (!Files.exists(shown)) {
        DurableFile.create(shown, json(key.jwk()));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] json(Jwk key) {
    return JsonMapper.shared().writeValueAsBytes(key);
  }
}
