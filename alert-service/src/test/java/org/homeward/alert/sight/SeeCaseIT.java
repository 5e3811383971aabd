package org.homeward.alert.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one place where a person is let see a case. */
class SeeCaseIT {

  private static final AuditTrail WITHOUT_KEY =
      _ -> {
        throw new IllegalStateException("no key");
      };

  private final TrialNode node = TrialNode.get();
  private final TrialCase trial = TrialCase.real();
  private final List<AuditEntry> looks = new ArrayList<>();
  private boolean stale;

  @BeforeEach
  void caseIsKnown() {
    new TrialAlert(node).known(trial.reported(Facts.says(trial.child, Facts.boy("Ana", 9))));
  }

  private SeeCase seeing(AuditTrail trail) {
    return new SeeCase(
        node.documents("caseCopies", CaseCopy.class), _ -> stale, trail, looks::add, node.clock());
  }

  @Test
  @Proves({4, 10})
  void missingKeyStopsLooksAndNoEnd() {
    SeeCase seeCase = seeing(WITHOUT_KEY);
    String alert = UUID.randomUUID().toString();

    assertThatThrownBy(() -> seeCase.seeCaseOf(alert, trial.id, Sights.supervisor()))
        .hasMessage("no key");
    assertThatThrownBy(() -> seeCase.seeAmong(List.of(trial.id), Sights.supervisor()))
        .hasMessage("no key");
    assertThat(seeCase.seeCaseToEnd(alert, trial.id, Sights.supervisor())).isPresent();
    assertThat(looks).extracting(AuditEntry::subjects).containsExactly(List.of(trial.id, alert));
  }

  @Test
  @Proves(6)
  void nobodySeesACaseWhoseNewestNewsCouldNotBeRead() {
    SeeCase seeCase = seeing(looks::add);
    stale = true;

    assertThat(seeCase.see(trial.id, Sights.supervisor())).isEmpty();
    assertThat(seeCase.seeAmong(List.of(trial.id), Sights.supervisor())).isEmpty();
    stale = false;
    assertThat(seeCase.see(trial.id, Sights.supervisor())).isPresent();
    assertThat(seeCase.seeAmong(List.of(trial.id), Sights.supervisor())).containsKey(trial.id);
  }

  @Test
  @Proves({6, 10})
  void whatOutlivesAnErasedCaseIsSeenByThoseWhoMightSeeTheCase() {
    SeeCase seeCase = seeing(looks::add);
    var alerts = new TrialAlert(node);
    Says says = Facts.says(trial.child, Facts.boy("Ana", 9));
    alerts.known(trial.notTo("person:kept").amended(says));
    node.publish(trial.id, List.of(trial.erased().last()));
    Awaitility.await().until(() -> seeCase.see(trial.id, Sights.supervisor()).isEmpty());
    looks.clear();
    CaseViewer kept = new CaseViewer("kept", Role.SUPERVISOR, Purpose.PUBLIC_ALERT);

    assertThat(seeCase.seesEvenErased(trial.id, trial.id, Sights.supervisor())).isTrue();
    assertThat(seeCase.seesEvenErased(trial.id, trial.id, kept)).isFalse();
    assertThat(seeCase.seesEvenErased(trial.id, null, Sights.supervisor())).isFalse();
    assertThat(seeCase.seeAmongEvenErased(List.of(trial.id), Sights.supervisor()))
        .containsExactly(trial.id);
    assertThat(seeCase.seeAmongEvenErased(List.of(trial.id), kept)).isEmpty();

    assertThat(looks)
        .extracting(AuditEntry::verb)
        .containsExactly(
            AuditEntry.Verb.DISCLOSED,
            AuditEntry.Verb.WITHHELD,
            AuditEntry.Verb.WITHHELD,
            AuditEntry.Verb.DISCLOSED);
  }

  @Test
  @Proves({6, 10})
  void lookAtNothingIsRecordedAsOneThatFoundNothing() {
    String unknown = UUID.randomUUID().toString();

    assertThat(seeing(looks::add).seeCaseOf(unknown, null, Sights.supervisor())).isEmpty();

    assertThat(looks)
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.subjects()).containsExactly(unknown);
              assertThat(look.verb()).isEqualTo(AuditEntry.Verb.WITHHELD);
            });
  }
}
