package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CaseNews;
import org.homeward.copies.FollowCase;
import org.homeward.copies.Followed;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.store.WriteSettings;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class FollowCaseIT {

  private final TrialNode node = TrialNode.get();
  private final GuardedDocuments<CaseCopy> copies =
      documents("follow-case-trial", CaseCopy.class, WriteSettings.DEFAULT);
  private final List<Long> followed = new ArrayList<>();
  private boolean dies;
  private final FollowCase followCase =
      new FollowCase(
          copies,
          List.of(
              kept -> {
                if (dies) {
                  throw new IllegalStateException("dies between two writes");
                }
                followed.add(kept.version());
              }),
          "alert",
          node.clock());
  private final TrialCase trial = TrialCase.real();

  private <S> GuardedDocuments<S> documents(String name, Class<S> type, WriteSettings settings) {
    return new GuardedDocuments<>(
        node.bean(MongoDatabase.class),
        name,
        new JsonStateCodec<>(Json.mapper(), type, Shapes.FIRST),
        DocumentSettings.first(node.clock()).with(settings),
        List.of());
  }

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

  @Test
  void noSizeStopsTheReader() {
    var noRoom = new WriteSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 1, 1, 500);
    var full = documents("full-copies-trial", CaseCopy.class, noRoom);
    var notices = documents("full-notices-trial", PoliceNotice.class, noRoom);
    var tell =
        new TellPolice(
            notices,
            node.bean(DerivedIds.class),
            node.bean(AddressNotice.class),
            Duration.ofDays(30),
            "rs",
            node.clock());
    var follow = new FollowCase(full, List.of(tell), "alert", node.clock());
    var says = Facts.says(trial.child, Facts.boy("A.", 9));
    var later = Facts.says(trial.child, Facts.boy("B.", 10));
    trial.reported(says).released(says).amended(says).amended(later).ended().erased();

    for (int index = 0; index < trial.told().size(); index++) {
      assertThat(follow.follow(news(index))).isEqualTo(Followed.APPLIED);
      assertThat(follow.follow(news(index))).isEqualTo(Followed.APPLIED_BEFORE);
    }

    assertThat(full.find(trial.id).orElseThrow().state()).isInstanceOf(CaseCopy.Erased.class);
    assertThat(notices.find(tell.noticeOf(trial.id)).orElseThrow().state())
        .isInstanceOf(PoliceNotice.Ended.class);
  }
}
