package org.homeward.intake.endings;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.store.Incarnation;
import org.homeward.intake.calls.TieAgain;
import org.homeward.intake.carefiles.CareFileAgain;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.ErasureTrail;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.drafts.DiscardAgain;
import org.homeward.intake.episodes.UndoLinkAgain;
import org.homeward.intake.photos.EndUploadAgain;
import org.homeward.intake.rulings.EndedBeside;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.intake.tips.TieTipAgain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Children are located, their episodes end, cases are erased; a restore does it once more. */
@Configuration(proxyBeanMethods = false)
public class EndingsConfiguration {

  /**
   * First what a restore must know, then what else is kept of an erased case. The topic waits for
   * both: it may tell in the same event that nothing of the case is left.
   */
  @Bean
  Drain<KeptCase> caseEnds(EndsLog endsLog, ObjectProvider<ErasedBeside> beside) {
    return endsLog.drain(CaseEnds::of).then(new EraseBeside(beside::forEach));
  }

  /** Nobody who stops something waits for the rooms that only begin to count its days. */
  @Bean
  Drain<KeptCase> besideEnds(ObjectProvider<EndedBeside> rooms) {
    return new EndBeside(rooms::forEach);
  }

  @Bean
  Replay replayEnds(
      ChangeCase changeCase,
      DiscardAgain discardAgain,
      TieAgain tieAgain,
      EndUploadAgain endUploadAgain,
      TieTipAgain tieTipAgain,
      UndoLinkAgain undoLinkAgain,
      CareFileAgain careFileAgain,
      Aggregate<KeptCase> cases,
      Incarnation incarnation) {
    return new ReplayEnds(
        new ReplayCaseEnds(changeCase),
        new KeepFromAgain(cases.documents(), incarnation),
        discardAgain,
        tieAgain,
        endUploadAgain,
        tieTipAgain,
        undoLinkAgain,
        careFileAgain);
  }

  @Bean
  ErasureTrail erasureTrail(Log audit, Clock clock) {
    return new MongoErasureTrail(audit, clock);
  }

  @Bean
  TellForgotten tellForgotten(Aggregate<KeptCase> cases) {
    return new TellForgotten(cases.documents());
  }

  @Bean
  EndingsController endingsController(LookAtCase lookAtCase, ChangeCase changeCase) {
    return new EndingsController(lookAtCase, changeCase);
  }
}
