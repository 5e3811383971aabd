package org.homeward.trials.journey;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.ProcessPlan;

/** A look into a node's store past its services; never writes. */
final class Store implements AutoCloseable {
  private static final Pattern CAUSE = Pattern.compile("\"cause\": \"([^\"]+)\"");

  private final String node;
  private final MongoClient client;

  Store(NodePlan node) {
    this.node = node.name();
    ProcessPlan alert = node.process("alert");
    client = MongoClients.create(alert.environment().get("HOMEWARD_STORE_URI"));
  }

  /** How many entries a service's audit trail has. */
  long audited(String service) {
    return client.getDatabase(node + "_" + service).getCollection("audit").countDocuments();
  }

  /** The version of each document of a service's collection, by its id. */
  Map<String, Long> versions(String service, String collection) {
    Map<String, Long> versions = new TreeMap<>();
    client
        .getDatabase(node + "_" + service)
        .getCollection(collection)
        .find()
        .projection(Projections.include("version"))
        .forEach(
            document -> versions.put(document.get("_id").toString(), document.getLong("version")));
    return versions;
  }

  /** What the entries of a service's audit trail name as cause, written as in problems. */
  Set<String> causes(String service) {
    Set<String> causes = new TreeSet<>();
    for (Document entry : client.getDatabase(node + "_" + service).getCollection("audit").find()) {
      Matcher cause = CAUSE.matcher(entry.toJson());
      if (cause.find()) {
        causes.add(cause.group(1).toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    return causes;
  }

  /** Every document of every database as text, with the name of its collection. */
  List<String> documents() {
    List<String> all = new ArrayList<>();
    for (String name : client.listDatabaseNames()) {
      var database = client.getDatabase(name);
      for (String collection : database.listCollectionNames()) {
        for (Document document : database.getCollection(collection).find()) {
          all.add(name + "." + collection + " " + document.toJson());
        }
      }
    }
    return all;
  }

  @Override
  public void close() {
    client.close();
  }
}
