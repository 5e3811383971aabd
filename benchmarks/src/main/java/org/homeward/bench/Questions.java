package org.homeward.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.homeward.local.client.Http;

/** Counts the requests of a node's services to store and broker, from their own metrics. */
final class Questions {

  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final String OPERATIONS = "homeward_store_operations_total";
  private static final String COMMITS = "homeward_reader_commits_total";

  private final Map<String, Double> operations = new LinkedHashMap<>();
  private double commits;

  private Questions() {}

  static Questions now(BenchNodes nodes) {
    var now = new Questions();
    for (String service : SERVICES) {
      String page =
          new Http()
              .send(
                  Http.to(nodes.plan().management(service).resolve("/actuator/prometheus")).build())
              .body();
      now.operations.put(service, sum(page, OPERATIONS));
      now.commits += sum(page, COMMITS);
    }
    return now;
  }

  /** For one of so many, in words. */
  String eachSince(Questions before, double count) {
    var words = new StringJoiner(", ");
    double all = 0;
    for (String service : SERVICES) {
      double each =
          (operations.getOrDefault(service, 0.0) - before.operations.getOrDefault(service, 0.0))
              / count;
      all += each;
      words.add("%s %.1f".formatted(service, each));
    }
    return "%.1f store operations (%s), %.1f offset commits"
        .formatted(all, words, (commits - before.commits) / count);
  }

  private static double sum(String page, String name) {
    return page.lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
