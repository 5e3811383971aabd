package org.homeward.alert.police.feed;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.police.desks.NameNotices;
import org.homeward.alert.police.desks.RecogniseDesk;
import org.homeward.alert.police.formats.FeedAddress;
import org.homeward.alert.police.formats.FeedForms;
import org.homeward.alert.police.notices.AcknowledgeNotice;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.alert.police.photos.ReadPhoto;
import org.homeward.alert.police.signing.SignCap;
import org.homeward.alert.references.CaseOfCode;
import org.homeward.alert.references.CodeOfCase;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.log.HeadWatch;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** The police feed: its log, its answers and its streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
public class FeedConfiguration {

  private static final Duration LOOKS_EVERY = Duration.ofMillis(100);
  private static final Logger LOG = LoggerFactory.getLogger(FeedConfiguration.class);

  @Bean
  Log policeFeed(MongoDatabase database, Incarnation incarnation) {
    return new Log(database, "police-feed", incarnation);
  }

  @Bean
  AtOpening feedOpening(Log policeFeed) {
    return policeFeed::prepare;
  }

  @Bean
  Log noticeNumberLog(MongoDatabase database, Incarnation incarnation) {
    return new Log(database, "notice-numbers", incarnation);
  }

  @Bean
  AtOpening noticeNumbersOpening(Log noticeNumberLog) {
    return noticeNumberLog::prepare;
  }

  @Bean
  MongoNoticeNumbers noticeNumbers(Log noticeNumberLog, Incarnation incarnation) {
    return new MongoNoticeNumbers(noticeNumberLog, incarnation);
  }

  @Bean
  References references(MongoNoticeNumbers noticeNumbers, DerivedIds ids, NodeSettings node) {
    return new References(node.node(), noticeNumbers, ids);
  }

  @Bean
  CaseOfCode noticeCodes(
      References references,
      MongoNoticeNumbers noticeNumbers,
      Aggregate<PoliceNotice> policeNotices) {
    return new FindNotice(references, noticeNumbers::notice, policeNotices.documents());
  }

  @Bean
  CodeOfCase codeOfNotice(
      References references, TellPolice tellPolice, Aggregate<PoliceNotice> policeNotices) {
    return new NameNoticeOfCase(references, tellPolice::noticeOf, policeNotices.documents());
  }

  @Bean
  NameNotices nameNotices(References references) {
    return references::of;
  }

  @Bean
  MongoFeedLog feedLog(Log policeFeed) {
    return new MongoFeedLog(policeFeed);
  }

  /** For notices that hold no facts any more: their looks are recorded when there is a key. */
  @Bean
  Disclosures endDisclosures(LogAuditTrail auditTrail, NodeSettings node, Clock clock) {
    return new Disclosures(
        auditTrail.evenWithoutKey(),
        TransferRules.withinNode(node.node(), requireNonNull(node.country())),
        clock);
  }

  @Bean
  ReadFeed readFeed(
      MongoFeedLog feedLog,
      Aggregate<PoliceNotice> policeNotices,
      Disclosures disclosures,
      Disclosures endDisclosures,
      References references,
      NodeSettings node) {
    return new ReadFeed(
        feedLog,
        policeNotices.documents()::find,
        disclosures,
        endDisclosures,
        references,
        node.node());
  }

  @Bean
  FeedForms feedForms(
      DerivedIds ids,
      NodeSettings node,
      AlertSettings settings,
      FeedSettings feed,
      SignCap signCap) {
    return new FeedForms(
        ids.of("feed", node.node() + "/police", 0),
        node.node(),
        settings.phone(),
        settings.gateway(),
        feed.capSender(),
        signCap::now);
  }

  /** Desks come with their key or by their people: before the chain of all other tokens. */
  @Bean
  @Order(1)
  SecurityFilterChain deskSecurity(
      HttpSecurity http, RecogniseDesk recogniseDesk, JwtDecoder issuerKeys) {
    return HttpDeskSecurity.chain(http, recogniseDesk, issuerKeys);
  }

  /** Before the feed, which it is part of. */
  @Bean
  @Order(0)
  AllowanceRow streamPlaces() {
    return AllowanceRow.of(HttpMethod.GET, FeedAddress.STREAM, Allowance.STREAMS);
  }

  @Bean
  AllowanceRow feedPlaces() {
    return AllowanceRow.of(HttpMethod.GET, "/api/v1/feeds/**", Allowance.POLICE);
  }

  /** Before the notices, which it is part of. */
  @Bean
  @Order(0)
  AllowanceRow originalPlaces() {
    return AllowanceRow.of(
        HttpMethod.GET, FeedAddress.PHOTOS + NoticePhotosController.ORIGINAL, Allowance.ORIGINALS);
  }

  @Bean
  AllowanceRow noticePlaces() {
    return AllowanceRow.of(HttpMethod.GET, FeedAddress.NOTICES + "/**", Allowance.POLICE);
  }

  @Bean
  AllowanceRow answerPlaces() {
    return AllowanceRow.of(HttpMethod.POST, FeedAddress.ACKNOWLEDGE, Allowance.POLICE);
  }

  @Bean
  ShowNotice showNotice(
      Aggregate<PoliceNotice> policeNotices,
      AcknowledgeNotice acknowledgeNotice,
      Disclosures disclosures,
      Disclosures endDisclosures,
      References references,
      NodeSettings node) {
    return new ShowNotice(
        policeNotices.documents(),
        acknowledgeNotice,
        disclosures,
        endDisclosures,
        references,
        node.node());
  }

  @Bean
  FeedController feedController(
      ReadFeed readFeed, ShowNotice showNotice, FeedForms feedForms, DerivedIds ids) {
    return new FeedController(readFeed, showNotice, feedForms, new HttpFeedTags(ids));
  }

  @Bean
  NoticePhotosController noticePhotosController(ShowNotice showNotice, ReadPhoto readPhoto) {
    return new NoticePhotosController(showNotice, readPhoto);
  }

  @Bean
  AcknowledgeController acknowledgeController(ShowNotice showNotice) {
    return new AcknowledgeController(showNotice);
  }

  @Bean
  HeadWatch headWatch(MongoFeedLog feedLog) {
    return new HeadWatch(feedLog::head);
  }

  @Bean
  SampledGauges feedGauges(MongoFeedLog feedLog) {
    return new SampledGauges()
        .seldom(
            "homeward.feed.head",
            "number of the newest entry",
            Tags.empty(),
            () -> feedLog.head().n());
  }

  @Bean
  Background feedSampling(SampledGauges feedGauges) {
    return new Background(feedGauges::start, feedGauges::close);
  }

  @Bean
  Background feedFollowing(HeadWatch headWatch) {
    return Background.ofWaiting("feed-head", LOOKS_EVERY, headWatch);
  }

  @Bean
  Streams streams(FeedSettings feed, HeadWatch headWatch, MeterRegistry metrics) {
    var displaced = metrics.counter("homeward.feed.streams.displaced");
    return new Streams(
        feed.streamsPerDesk(),
        feed.streams(),
        desk -> {
          displaced.increment();
          headWatch.rouse();
          LOG.warn("desk {} opened one more stream than it may have; its oldest ends", desk);
        });
  }

  @Bean
  MeterBinder streamMetrics(Streams streams) {
    return registry ->
        Gauge.builder("homeward.feed.streams", streams, Streams::open)
            .description("readers that follow the police feed")
            .register(registry);
  }

  @Bean
  FeedStreamController feedStreamController(
      ReadFeed readFeed,
      HeadWatch headWatch,
      Streams streams,
      RecogniseDesk recogniseDesk,
      FeedForms feedForms,
      FeedSettings feed,
      Clock clock) {
    return new FeedStreamController(
        readFeed,
        new FollowFeed(readFeed, headWatch, feed.sign(), feed.heartbeat()),
        streams,
        recogniseDesk,
        feedForms,
        clock);
  }
}
