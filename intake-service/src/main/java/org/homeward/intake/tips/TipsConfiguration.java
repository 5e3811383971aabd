package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Permit;
import org.homeward.face.door.Clients;
import org.homeward.frame.changes.ChangeKind;
import org.homeward.frame.changes.ChangeLog;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.StorePressure;
import org.homeward.intake.audit.AuditedBeside;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.ErasureTrail;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.HttpUploads;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.NamesBytes;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.police.HttpCollecting;
import org.homeward.pictures.PictureReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The aggregate of tips, which no other service hears of, and their use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TipSettings.class)
public class TipsConfiguration {

  private static final String CHANGES = "tip";

  /** Anybody gives tips; the team that takes reports reads them, and whoever may erase them. */
  public static List<Permit> permits() {
    String tip = "/api/v1/tips/{id}";
    return List.of(
        Permit.open(HttpMethod.POST, "/api/v1/tips"),
        Permit.open(HttpMethod.POST, "/api/v1/tips/pictured"),
        Permit.of(HttpMethod.POST, "/api/v1/tips/taken", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, "/api/v1/tips", OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(HttpMethod.GET, tip, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(HttpMethod.POST, tip + "/locate", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/grade", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/tie", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/no-use", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/report", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.GET, tip + "/sighting", OPERATOR, SUPERVISOR),
        Permit.of(HttpMethod.POST, tip + "/sent", OPERATOR, SUPERVISOR),
        Permit.of(HttpMethod.GET, tip + "/picture/{size}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/picture/look", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/picture/withdraw", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/picture/lock", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/picture/hand-over", SUPERVISOR),
        Permit.of(HttpMethod.POST, tip + "/picture/destroy", SUPERVISOR),
        Permit.of(HttpMethod.POST, tip + "/picture/photo", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, tip + "/erase", SUPERVISOR, DPO));
  }

  /** That one was tied or erased leaves it, for the ends log; each change, for the team. */
  @Bean
  Aggregate<KeptTip> tips(
      Aggregates aggregates,
      EndsLog endsLog,
      ChangeLog changeLog,
      LockedPictures lockedPictures,
      ObjectProvider<SettleTips> settleTips) {
    return aggregates
        .of("tips", KeptTip.class, TipShapes.ALL)
        .askedBy(Tip.CASE_ID, Tip.SAME_TEXT, Tip.SAME_CONTACT, Tip.SAME_PICTURE, Tip.STANDING)
        .listed(ViewTips.WAITING_FIRST)
        .publishedTo(
            endsLog.drain((document, change) -> TieTipAgain.line(document, change, lockedPictures)),
            changeLog.drain(CHANGES),
            document -> TieTipAgain.mark(document, lockedPictures))
        .alarm(id -> settleTips.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeKind tipChanges(LookAtTip lookAtTip) {
    return new ChangeKind(
        CHANGES,
        EnumSet.of(OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        (ids, caller) -> lookAtTip.known(ids, Viewer.of(caller)));
  }

  @Bean
  AuditedBeside auditedTips(Aggregate<KeptTip> tips) {
    return new AuditedBeside(
        tips.documents(), List.of(KeptTip.KEPT, Tip.CASE_ID), LookAtTip::belongsTo);
  }

  @Bean
  ChangeTip changeTip(
      Aggregate<KeptTip> tips,
      ErasureTrail trail,
      TakeTipBack takeTipBack,
      TipSettings settings,
      Clock clock) {
    return new ChangeTip(tips.documents(), trail, takeTipBack, settings.kept(), clock);
  }

  @Bean
  TakeTipBack takeTipBack(
      Aggregate<KeptCase> cases,
      ChangeCase changeCase,
      HttpUploads httpUploads,
      DerivedIds ids,
      Clock clock) {
    return new TakeTipBack(cases.documents(), changeCase, httpUploads::letGo, ids, clock);
  }

  @Bean
  LookAtTip lookAtTip(
      Aggregate<KeptTip> tips, LookAtCase lookAtCase, LogAuditTrail trail, Clock clock) {
    return new LookAtTip(tips.documents(), lookAtCase, trail, clock);
  }

  @Bean
  ViewTips viewTips(Aggregate<KeptTip> tips, LookAtTip lookAtTip) {
    return new ViewTips(tips.documents(), lookAtTip);
  }

  @Bean
  TipPictures tipPictures(
      PictureReader pictureReader,
      SealedBytes sealedBytes,
      LockedPictures lockedPictures,
      TipSettings settings,
      Clock clock) {
    return new TipPictures(
        pictureReader, sealedBytes, lockedPictures, settings.originalsKept(), clock);
  }

  /** Its bytes stay as long as the tip has the key to them. */
  @Bean
  NamesBytes tipBytes(Aggregate<KeptTip> tips) {
    return kept ->
        tips.documents()
            .find(SealedBytes.photoOf(kept))
            .filter(found -> found.state() instanceof Tip tip && tip.hasBytes())
            .isPresent();
  }

  @Bean
  SettleTips settleTips(
      Aggregate<KeptTip> tips,
      ChangeTip changeTip,
      TipPictures tipPictures,
      TakeTipBack takeTipBack,
      Aggregate<KeptCase> cases,
      Clock clock) {
    return new SettleTips(
        tips.documents(), changeTip, tipPictures, takeTipBack, cases.documents(), clock);
  }

  @Bean
  TieTipAgain tieTipAgain(
      ChangeTip changeTip, Aggregate<KeptCase> cases, LockedPictures lockedPictures, Clock clock) {
    return new TieTipAgain(changeTip, cases.documents(), lockedPictures, clock);
  }

  @Bean
  PictureController tipPictureController(
      LookAtTip lookAtTip,
      ChangeTip changeTip,
      TipPictures tipPictures,
      LookAtCase lookAtCase,
      HttpUploads httpUploads,
      TakeTipBack takeTipBack,
      SettleTips settleTips,
      HttpCollecting httpCollecting,
      Clock clock) {
    return new PictureController(
        lookAtTip,
        changeTip,
        tipPictures,
        lookAtCase,
        httpUploads,
        takeTipBack,
        settleTips,
        httpCollecting,
        clock);
  }

  @Bean
  ReceiveTip receiveTip(
      Aggregate<KeptTip> tips,
      ChangeTip changeTip,
      TipSettings settings,
      StorePressure room,
      TipPictures tipPictures,
      MeterRegistry metrics,
      Clock clock) {
    Map<ReceiveTip.Outcome, Counter> counters = new EnumMap<>(ReceiveTip.Outcome.class);
    for (ReceiveTip.Outcome outcome : ReceiveTip.Outcome.values()) {
      String tag = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
      counters.put(outcome, metrics.counter("homeward.tips.received", "outcome", tag));
    }
    return new ReceiveTip(
        tips.documents(),
        changeTip,
        new TipCeiling(settings.ofClient(), settings.ofNode(), clock),
        room,
        tipPictures,
        outcome -> requireNonNull(counters.get(outcome)).increment());
  }

  @Bean
  PublicTipsController publicTipsController(
      ReceiveTip receiveTip, Clients clients, TipSettings settings, Clock clock) {
    String danger =
        "Danger or child in sight: %s in Serbia, %s in the EU."
            .formatted(settings.emergencySerbia(), settings.emergencyEu());
    return new PublicTipsController(receiveTip, clients, settings.takesPictures(), danger, clock);
  }

  @Bean
  TipsController tipsController(
      LookAtTip lookAtTip,
      ViewTips viewTips,
      ChangeTip changeTip,
      LookAtCase lookAtCase,
      HttpCollecting httpCollecting,
      TipSettings settings,
      Clock clock) {
    return new TipsController(
        lookAtTip,
        viewTips,
        changeTip,
        lookAtCase,
        new TipJson(settings.kept()),
        httpCollecting,
        clock);
  }

  @Bean
  TriageController triageController(
      LookAtTip lookAtTip,
      ChangeTip changeTip,
      ChangeCase changeCase,
      TakeTipBack takeTipBack,
      LookAtCase lookAtCase,
      Clock clock) {
    var fileTip = new FileTip(changeCase, changeTip, takeTipBack, clock);
    return new TriageController(lookAtTip, changeTip, fileTip, lookAtCase, clock);
  }

  @Bean
  SampledGauges tipGauges(ViewTips viewTips) {
    return new SampledGauges()
        .seldom(
            "homeward.tips.waiting",
            "tips that nobody has tied to a case or laid aside",
            Tags.empty(),
            viewTips::waiting);
  }

  @Bean
  Background tipSampling(SampledGauges tipGauges) {
    return new Background(tipGauges::start, tipGauges::close);
  }
}
