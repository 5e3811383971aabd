package org.homeward.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.bench.jvm.Profile;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;

/** Measures how fast the rows of an import become cases, beside bare inserts of such cases. */
final class ImportFigure implements Figure {
  private static final int MANY = 10_000;
  private static final int MANY_WHEN_QUICK = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final String IMPORTS = "/api/v1/imports?exercise=false";

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    int many = quick ? MANY_WHEN_QUICK : MANY;
    nodes.eraseAndMakeRoom();
    HotlineClient jelena = nodes.up().as("jelena");
    Answer opened = jelena.open(Reports.marked("BARE"), HotlineClient.newKey());
    double bare = bare(nodes.plan(), opened.text("case"), many);
    String document = document(many);
    long begin = System.nanoTime();
    Answer uploaded = upload(jelena, document);
    report.value("dry run of " + many + " records", since(begin), "s", "");
    var intake = Profile.start(nodes.process("intake"), nodes.state());
    String address = "/api/v1/imports/" + uploaded.text("import");
    begin = System.nanoTime();
    succeed(jelena.post(address + "/take", "", HotlineClient.newKey(), "*"));
    if (!Poll.until(PATIENCE, TICK, () -> jelena.get(address).text("stage").equals("TAKEN"))) {
      throw new IllegalStateException("the import did not come to its end");
    }
    report.ratio("records that became cases", many / since(begin), bare, "/s", "≥ 0.25");
    report.remark("intake at work: " + intake.end());
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Answer upload(HotlineClient jelena, String document) {
    return succeed(
        jelena.send(
            jelena
                .to(IMPORTS)
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", HotlineClient.newKey())
                .POST(BodyPublishers.ofString(document))
                .build()));
  }

  private static Answer succeed(Answer answer) {
    if (!answer.isSuccess()) {
      throw new IllegalStateException("it was answered " + answer);
    }
    return answer;
  }

  private static String document(int many) {
    var text = new StringBuilder("<pfif xmlns=\"http://zesty.ca/pfif/1.4\">");
    for (int i = 0; i < many; i++) {
      text.append(
          """
          <person><person_record_id>bench.example/%d</person_record_id>
          <source_date>2026-01-01T00:00:00Z</source_date><full_name>Dete %d</full_name>
          <sex>female</sex><date_of_birth>2014-05</date_of_birth>
          <description>Invented record. 132 cm, red jacket.</description></person>
          """
              .formatted(i, i));
    }
    return text.append("</pfif>").toString();
  }

  /** Inserts of a case as the node has made it, one after the other, as an import does. */
  private static double bare(NodePlan node, String caseId, int many) {
    try (MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(node.storeAddress()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build())) {
      MongoCollection<Document> cases =
          client.getDatabase(node.name() + "_intake").getCollection("cases");
      Document one = Objects.requireNonNull(cases.find(new Document("_id", caseId)).first());
      MongoCollection<Document> bare = client.getDatabase("bench").getCollection("bare");
      bare.drop();
      long begin = System.nanoTime();
      for (int i = 0; i < many; i++) {
        var fresh = new Document(one);
        fresh.put("_id", UUID.randomUUID().toString());
        bare.insertOne(fresh);
      }
      double rate = many / since(begin);
      bare.drop();
      return rate;
    }
  }
}
