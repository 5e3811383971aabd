package org.homeward.trials.soak.look;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.homeward.trials.soak.check.EndState.CareEnd;
import org.homeward.trials.soak.history.Kind;

/** Care files, what stands beside them, and interviews, in the store of intake. */
final class CareLook {
  private static final Pattern MARK = Pattern.compile("mark (\\S+)$");

  private final MongoDatabase intake;
  private final List<CareEnd> all = new ArrayList<>();
  private final Map<String, String> marks = new HashMap<>();

  private CareLook(MongoDatabase intake) {
    this.intake = intake;
  }

  /**
   * @param plates of cases, by id
   */
  static List<CareEnd> in(MongoDatabase intake, Map<String, String> plates) {
    var look = new CareLook(intake);
    look.files();
    look.supports();
    look.referrals();
    look.interviews(plates);
    return List.copyOf(look.all);
  }

  private void files() {
    for (Document stored : intake.getCollection("care-files").find()) {
      String words = state(stored).get("about", new Document()).get("words", "");
      Matcher mark = MARK.matcher(words);
      if (mark.find()) {
        marks.put(stored.getString("_id"), mark.group(1));
        add(Kind.CARE_FILE, stored.getString("_id"), mark.group(1), List.of());
      }
    }
  }

  private void supports() {
    for (Document stored : intake.getCollection("supports").find()) {
      String mark = marks.getOrDefault(stored.getString("_id"), "");
      for (Document need : state(stored).getList("needs", Document.class, List.of())) {
        String id = need.getString("id");
        add(Kind.NEED, id, mark, List.of());
        need.getList("words", Document.class, List.of())
            .forEach(_ -> add(Kind.WORD, id, mark, List.of()));
        need.getList("given", Document.class, List.of())
            .forEach(each -> add(Kind.SERVICE, each.getString("id"), mark, List.of()));
      }
    }
  }

  private void referrals() {
    for (Document stored : intake.getCollection("referrals").find()) {
      Document state = state(stored);
      List<String> stages =
          state.getList("steps", Document.class, List.of()).stream()
              .map(step -> step.getString("stage"))
              .toList();
      String mark = marks.getOrDefault(state.get("file", ""), "");
      add(Kind.REFERRAL, stored.getString("_id"), mark, stages);
    }
  }

  private void interviews(Map<String, String> plates) {
    for (Document stored : intake.getCollection("interviews").find()) {
      String plate = plates.getOrDefault(state(stored).get("caseId", ""), "");
      add(Kind.INTERVIEW, stored.getString("_id"), plate, List.of());
    }
  }

  private static Document state(Document stored) {
    return stored.get("state", new Document());
  }

  private void add(Kind kind, String id, String mark, List<String> stages) {
    all.add(new CareEnd(kind, id, mark, stages));
  }
}
