package org.homeward.console.sessions;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreJournal;
import org.homeward.durable.store.WriteObserver;
import org.homeward.durable.store.WriteSettings;
import org.homeward.frame.health.Indicators;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.StoreProblems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The store of sessions, their alarm, and their cookie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
public class SessionsConfiguration {

  @Bean
  MongoClient store(NodeSettings node) {
    return StoreConnection.open(node.storeUri());
  }

  @Bean
  MongoDatabase database(MongoClient store, NodeSettings node) {
    return store.getDatabase(node.node() + "_console");
  }

  @Bean
  Aggregate<StoredSession> sessionDocuments(
      MongoDatabase database, Clock clock, WriteObserver observer, SessionSettings settings) {
    var home =
        new Aggregate.Home(
            database,
            new DocumentSettings(Incarnation.FIRST, clock, WriteSettings.DEFAULT, observer),
            new StoreJournal(database, clock),
            "console",
            settings.lookEvery());
    return new Aggregates(home, false)
        .of("sessions", StoredSession.class)
        .askedBy(MongoPersonSessions.OWNER)
        .declared();
  }

  @Bean
  AtOpening sessionsOpening(Aggregate<StoredSession> sessionDocuments) {
    return sessionDocuments::prepare;
  }

  @Bean
  Background sessionAlarms(Aggregate<StoredSession> sessionDocuments) {
    return new Background(sessionDocuments::start, sessionDocuments::stop);
  }

  @Bean
  MongoSessions sessions(
      Aggregate<StoredSession> sessionDocuments,
      SessionSettings settings,
      NodeSettings node,
      Clock clock) {
    byte[] key = SessionKey.in(node.secretFiles());
    return new MongoSessions(sessionDocuments.documents(), key, settings, clock);
  }

  @Bean
  MongoPersonSessions personSessions(
      Aggregate<StoredSession> sessionDocuments,
      SessionSettings settings,
      NodeSettings node,
      Clock clock) {
    byte[] key = SessionKey.in(node.secretFiles());
    return new MongoPersonSessions(sessionDocuments.documents(), key, settings, clock);
  }

  @Bean
  MongoRenewals renewals(
      Aggregate<StoredSession> sessionDocuments, SessionSettings settings, Clock clock) {
    return new MongoRenewals(sessionDocuments.documents(), settings, clock);
  }

  /** Cookies ignore ports: two nodes on one machine need two names. */
  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<MongoSession>> sessionFilter(
      MongoSessions sessions, SessionSettings settings, NodeSettings node) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(settings.isOverTls() ? "__Host-homeward" : "HW-" + node.node());
    cookie.setCookiePath("/");
    cookie.setUseSecureCookie(settings.isOverTls());
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setUseBase64Encoding(false);
    var resolver = new CookieHttpSessionIdResolver();
    resolver.setCookieSerializer(cookie);
    var filter = new SessionRepositoryFilter<>(sessions);
    filter.setHttpSessionIdResolver(resolver);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    return registration;
  }

  /** Outside of the sessions' own filter, which notes their use. */
  @Bean
  FilterRegistrationBean<HttpPolls> pollFilter() {
    var registration = new FilterRegistrationBean<>(new HttpPolls());
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    return registration;
  }

  @Bean
  StoreProblems storeProblems() {
    return new StoreProblems();
  }

  @Bean
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return Indicators.store(database);
  }

  @Bean
  HealthIndicator alarmsHealthIndicator(Aggregate<StoredSession> sessionDocuments) {
    return Indicators.alarms(() -> List.of(sessionDocuments));
  }
}
