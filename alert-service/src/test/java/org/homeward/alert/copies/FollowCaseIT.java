package org.homeward.alert.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.WriteSettings;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class FollowCaseIT {

  private final TrialNode node = TrialNode.get();
  private final GuardedDocuments<CaseCopy> copies =
      new GuardedDocuments<>(
          node.bean(MongoDatabase.class),
          "follow-case-trial",
          new JsonStateCodec<>(Json.mapper(), CaseCopy.class, 1),
          Incarnation.FIRST,
          node.clock(),
          WriteSettings.DEFAULT);
  private final List<Long> followed = new ArrayList<>();
  private boolean dies;
  private final FollowCase followCase =
      new FollowCase(
          copies,
          (caseId, version, copy) -> {
            if (dies) {
              throw new IllegalStateException("dies between two writes");
            }
            followed.add(version);
          },
          node.clock());
  private final TrialCase trial = TrialCase.real();

  private CaseNews news(int index) {
    Envelope<?> told = trial.told().get(index);
    return new CaseNews(trial.id, told.version(), told.snapshot(), told.truncated());
  }

  @Test
  @Proves(2)
  void whatFollowsIsDoneWhenTheNewsComesAgainAfterADeath() {
    trial.reported(Facts.says(trial.child, Facts.boy("A.", 9)));
    dies = true;
    assertThatThrownBy(() -> followCase.follow(news(0))).hasMessage("dies between two writes");
    dies = false;

    assertThat(followCase.follow(news(0))).isEqualTo(Followed.APPLIED_BEFORE);
    assertThat(followed).containsExactly(1L);
  }

  @Test
  void olderNewsChangesNothing() {
    var says = Facts.says(trial.child, Facts.boy("A.", 9));
    trial.reported(says).released(says);

    assertThat(followCase.follow(news(1))).isEqualTo(Followed.APPLIED);
    assertThat(followCase.follow(news(0))).isEqualTo(Followed.OLDER);
    assertThat(followed).containsExactly(2L);
    assertThat(((CaseCopy.Known) copies.find(trial.id).orElseThrow().state()).snapshot())
        .isEqualTo(trial.snapshot());
  }
}
