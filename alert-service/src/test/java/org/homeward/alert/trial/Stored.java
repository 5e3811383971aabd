package org.homeward.alert.trial;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Log;

/** Looks into the store behind the service. */
public final class Stored {

  private Stored() {}

  public static Optional<Guarded<PoliceNotice>> notice(TrialNode node, String id) {
    return node.documents("policeNotices", PoliceNotice.class).find(id);
  }

  public static Optional<Guarded<CaseCopy>> copy(TrialNode node, String id) {
    return node.documents("caseCopies", CaseCopy.class).find(id);
  }

  /** Whether a text stands anywhere in a collection, histories included. */
  public static boolean holds(TrialNode node, String collection, String text) {
    for (Document document : node.bean(MongoDatabase.class).getCollection(collection).find()) {
      if (document.toJson().contains(text)) {
        return true;
      }
    }
    return false;
  }

  public static long count(TrialNode node, String collection) {
    return node.bean(MongoDatabase.class).getCollection(collection).countDocuments();
  }

  /** The ids in each look of a reader, oldest first. */
  public static List<List<String>> looks(TrialNode node, String reader) {
    List<List<String>> looks = new ArrayList<>();
    for (Document entry : node.bean(MongoDatabase.class).getCollection("audit").find()) {
      Document fields = entry.get("fields", Document.class);
      if (reader.equals(fields.getString("reader"))) {
        looks.add(fields.getList("subjects", String.class));
      }
    }
    return looks;
  }

  public static boolean auditIsWhole(TrialNode node) {
    return ((Log) node.bean("audit")).firstBroken() == -1;
  }
}
