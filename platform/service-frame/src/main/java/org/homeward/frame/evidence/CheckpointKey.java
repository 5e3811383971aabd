package org.homeward.frame.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.durable.store.DurableFile;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;
import tools.jackson.databind.json.JsonMapper;

/**
 * The key of a service for its checkpoints, {@code audit-<service>.signing.json}; a check of them
 * needs {@code audit-<service>.public.json}.
 */
final class CheckpointKey {

  private CheckpointKey() {}

  /** Reads the key; makes it when there is none, whichever instance comes first. */
  static HeldKey in(Path secrets, String node, String service) throws IOException {
    Path file = secrets.resolve("audit-" + service + ".signing.json");
    if (!Files.exists(file)) {
      DurableFile.create(
          file, HeldKey.generate(KeyUse.SIG, node + "-" + service + "-audit-1").secret());
    }
    HeldKey key;
    try {
      key = HeldKey.read(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " holds no key to sign with");
    }
    Path shown = secrets.resolve("audit-" + service + ".public.json");
    if (!Files.exists(shown)) {
      DurableFile.create(shown, json(key.jwk()));
    }
    return key;
  }

  private static byte[] json(Jwk key) {
    return JsonMapper.shared().writeValueAsBytes(key);
  }
}
