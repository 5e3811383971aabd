package org.homeward.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Documents as an earlier build has stored them, a file for each collection: {@code {name: {schema,
 * state}}}. A release that reads one and writes it back must leave its state as it stands, or the
 * release before could not read it.
 */
public final class StoredDocuments {
  private static final String SUFFIX = ".json";

  private final String collection;
  private final Document documents;

  private StoredDocuments(String collection, Document documents) {
    this.collection = collection;
    this.documents = documents;
  }

  /** All files of a directory but those of earlier shapes, {@code cases-schema-1.json}. */
  public static List<StoredDocuments> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> !file.toString().contains("-schema-"))
          .map(StoredDocuments::of)
          .toList();
    }
  }

  public static StoredDocuments of(Path file) {
    try {
      String name = file.getFileName().toString();
      return new StoredDocuments(
          name.substring(0, name.length() - SUFFIX.length()),
          Document.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String collection() {
    return collection;
  }

  /** Reads and writes one document of the collection; its state stays. */
  @FunctionalInterface
  public interface Rewrite {
    void rewrite(String id);
  }

  /** The ids are new ones, so that nothing else that runs takes a document for one of its own. */
  public void assertKept(MongoDatabase database, Rewrite rewrite) {
    MongoCollection<Document> stored = database.getCollection(collection);
    assertThat(documents).as(collection).isNotEmpty();
    documents.forEach(
        (name, each) -> {
          Document golden = (Document) each;
          String id = "stored." + name;
          stored.insertOne(
              new Document("_id", id)
                  .append("version", 7L)
                  .append("write", name)
                  .append("schema", golden.getInteger("schema"))
                  .append("state", golden.get("state", Document.class))
                  .append("history", List.of())
                  .append("historyBytes", 0L));
          try {
            rewrite.rewrite(id);
            Document after = requireNonNull(stored.find(Filters.eq("_id", id)).first(), name);
            assertThat(after.getLong("version")).as("it was written").isGreaterThan(7L);
            assertThat(after.getInteger("schema")).isEqualTo(golden.getInteger("schema"));
            assertThat(ordered(after.get("state")))
                .as("%s %s", collection, name)
                .isEqualTo(ordered(golden.get("state")));
          } finally {
            stored.deleteOne(Filters.eq("_id", id));
          }
        });
  }

  /** Words in one order: a set of them is written in another by each process. */
  private static Object ordered(@Nullable Object value) {
    return switch (value) {
      case Document document -> {
        var ordered = new TreeMap<String, Object>();
        document.forEach((name, each) -> ordered.put(name, ordered(each)));
        yield ordered;
      }
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().sorted().toList();
      case List<?> list -> list.stream().map(StoredDocuments::ordered).toList();
      case null, default -> String.valueOf(value);
    };
  }
}
