package org.homeward.local.police;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.homeward.durable.store.DurableFile;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The position of one desk's reader in a file, which is replaced as a whole. */
final class PositionFile implements Positions {

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final Path file;
  private final String reader;

  /**
   * @param reader whose position it is: the address of the feed and the desk
   */
  PositionFile(Path file, String reader) {
    this.file = file;
    this.reader = reader;
  }

  /** The file is not what this reader has written. */
  static final class Foreign extends Exception {

    private static final long serialVersionUID = 1L;

    Foreign(String message) {
      super(message);
    }
  }

  /** Empty when there is no file: then the reader begins at the beginning. */
  Optional<Position> read() throws IOException, Foreign {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    JsonNode json = parsed();
    if (!json.path("reader").asString("").equals(reader)) {
      throw new Foreign(file + " is the position of another desk or feed");
    }
    var believed = new TreeSet<String>();
    json.path("believed").forEach(each -> believed.add(each.asString("")));
    Map<String, Held> notices = new LinkedHashMap<>();
    json.path("notices")
        .forEachEntry(
            (notice, held) ->
                notices.put(
                    notice,
                    new Held(held.path("edition").asInt(0), held.path("over").asBoolean(false))));
    return Optional.of(new Position(json.path("place").asString(""), believed, notices));
  }

  private JsonNode parsed() throws IOException, Foreign {
    try {
      return StrictJson.read(Files.readAllBytes(file), MOST_BYTES);
    } catch (Malformed e) {
      throw new Foreign(
          file + " cannot be read; delete it, and everything is read and shown once more");
    }
  }

  @Override
  public void keep(Position position) throws IOException {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("reader", reader).put("place", position.place());
    var believed = json.putArray("believed");
    new TreeSet<>(position.believed()).forEach(believed::add);
    ObjectNode notices = json.putObject("notices");
    position
        .notices()
        .forEach(
            (notice, held) ->
                notices.putObject(notice).put("edition", held.edition()).put("over", held.over()));
    DurableFile.replace(file, (json.toPrettyString() + "\n").getBytes(UTF_8));
  }
}
