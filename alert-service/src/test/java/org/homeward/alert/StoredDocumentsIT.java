package org.homeward.alert;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.homeward.alert.trial.TrialNode;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.testkit.StoredDocuments;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Documents as an earlier build has stored them. */
class StoredDocumentsIT {

  private final ConfigurableApplicationContext context = TrialNode.get().context();

  @Test
  void areWrittenBackAsTheyStand() throws IOException {
    for (StoredDocuments stored : StoredDocuments.in(Path.of("src/test/resources/stored"))) {
      Aggregate<?> aggregate = aggregate(stored.collection());
      stored.assertKept(context.getBean(MongoDatabase.class), id -> rewrite(aggregate, id));
    }
  }

  private Aggregate<?> aggregate(String name) {
    return context.getBeansOfType(Aggregate.class).values().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing keeps " + name));
  }

  private static <S> void rewrite(Aggregate<S> aggregate, String id) {
    aggregate
        .documents()
        .change(id, read -> Decision.write(Edit.of(read.state(), "test").asEssential(), id));
  }
}
