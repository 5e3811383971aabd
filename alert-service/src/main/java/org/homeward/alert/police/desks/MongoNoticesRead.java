package org.homeward.alert.police.desks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Reads the audit trail of this service, without an index: a key is revoked seldom. */
final class MongoNoticesRead implements NoticesRead {

  private final MongoCollection<Document> entries;

  MongoNoticesRead(MongoDatabase database) {
    this.entries = database.getCollection("audit");
  }

  @Override
  public List<NoticeRead> by(String desk) {
    Map<String, NoticeRead> read = new LinkedHashMap<>();
    var byItsProgramOrPeople = or(eq("fields.reader", desk), eq("fields.desk", desk));
    for (Document entry :
        entries
            .find(and(byItsProgramOrPeople, eq("fields.verb", "DISCLOSED")))
            .sort(Sorts.ascending("_id"))) {
      Document fields = entry.get("fields", Document.class);
      Instant at = Instant.parse(fields.getString("at"));
      for (String notice : fields.getList("subjects", String.class, List.of())) {
        read.merge(
            notice,
            new NoticeRead(notice, at, at, 1),
            (known, again) ->
                new NoticeRead(notice, known.first(), again.last(), known.times() + 1));
      }
    }
    return new ArrayList<>(read.values());
  }
}
