package org.homeward.alert.police.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.store.DurableFile;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys for CAP messages, in a file outside the store that its owner alone can read: a private
 * JWK set, the newest last. It is read again when it has changed.
 */
final class CapKeyFile {

  private final Path file;
  private volatile @Nullable Read last;

  CapKeyFile(Path file) {
    this.file = file;
  }

  /** The content of the file when it looked like this. */
  private record Read(Object stamp, CapKeyRing keys) {}

  /** The file cannot be used; its keys may be in a copy. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }
  }

  /** Without a file there is no key. */
  CapKeyRing read() throws Unusable {
    try {
      Object stamp = stamp();
      Read known = last;
      if (known == null || !known.stamp().equals(stamp)) {
        known = new Read(stamp, parse(Files.readAllBytes(file)));
        last = known;
      }
      return known.keys();
    } catch (NoSuchFileException none) {
      return CapKeyRing.EMPTY;
    } catch (IOException e) {
      throw new Unusable(file + " cannot be read: " + e.getClass().getSimpleName());
    } catch (IllegalArgumentException | Malformed | DateTimeParseException e) {
      throw new Unusable(file + " holds no keys to sign with");
    }
  }

  /** Unless there is a file: then that one counts. */
  void create(CapKeyRing keys) throws IOException {
    DurableFile.create(file, bytes(keys));
  }

  void replace(CapKeyRing keys) throws IOException {
    DurableFile.replace(file, bytes(keys));
  }

  /** Files are replaced, not written over; a person's editor may write over. */
  private Object stamp() throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(
        String.valueOf(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size());
  }

  private static CapKeyRing parse(byte[] content) {
    List<CapKey> keys = new ArrayList<>();
    for (JsonNode key : StrictJson.read(content).path("keys")) {
      keys.add(
          new CapKey(
              HeldKey.read(Json.mapper().writeValueAsBytes(key)),
              Instant.parse(key.path("since").asString("")),
              key.path("vouch").isString() ? key.path("vouch").asString() : null,
              key.path("withdrawn").asBoolean(false)));
    }
    return new CapKeyRing(keys);
  }

  private static byte[] bytes(CapKeyRing ring) {
    ObjectNode set = Json.mapper().createObjectNode();
    var all = set.putArray("keys");
    for (CapKey key : ring.keys()) {
      ObjectNode one = (ObjectNode) StrictJson.read(key.key().secret());
      one.put("since", key.since().toString()).put("withdrawn", key.withdrawn());
      if (key.vouch() != null) {
        one.put("vouch", key.vouch());
      }
      all.add(one);
    }
    return (set.toPrettyString() + "\n").getBytes(UTF_8);
  }
}
